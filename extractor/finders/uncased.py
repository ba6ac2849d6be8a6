"""Names behind titles in scripts without capitals: Arabic, Persian, Urdu, Hebrew, Georgian."""

import re
from collections.abc import Iterator

from extractor.finders.names import Run, Runs
from extractor.finders.wording import Passage

_IN = re.compile(r"\W{0,3}(?:(?:في|لدى)\W)?(?:(?:دولة|مملكة|جمهورية|سلطنة)\W)?")
"""What stands between an Arabic office and its state, or the one where an envoy serves."""
_HERE = re.compile(r"\W{1,2}(?:لدى|في) (?:المملكة|السلطنة|الجمهورية|الدولة|الإمارات|بلادنا|البلاد|بلاده)(?!\w)")
"""Where an envoy serves, without its name: 'to the Kingdom'."""


def find(passage: Passage) -> list[Run]:
    """The names behind titles of a passage; none in scripts with capitals."""
    if passage.language not in {"ar", "fa", "ur", "he", "ka"}:
        return []
    names = Runs(passage)
    found: dict[int, Run] = {}
    for kind in ("office", "rank", "courtesy", "counterpart"):
        for mark in passage.marks(kind):
            at = mark.end
            settled = [settled for other in ("country", "retired", "branch") for settled in passage.marks(other)]
            while skipped := next(
                (c for c in settled if c.start >= at and _IN.fullmatch(passage.document.text, at, c.start)), None
            ):
                at = skipped.end
            if kind == "office" and (here := _HERE.match(passage.document.text, at)):
                at = here.end()
            if kind == "office" and (run := _between_commas(passage, names, at)):
                found.setdefault(run.end, run)
            for start in sorted({mark.end, at, *_after_adjectives(passage, at)}, reverse=True):
                run = names.after(start, sure=start == mark.end and kind in {"rank", "courtesy"})
                complement = start == mark.end and kind == "office" and run and run.words[0].text.startswith("ال")
                if run and not (complement and not run.single):
                    found.setdefault(run.end, run)
    runs = sorted(found.values(), key=lambda run: run.start)
    return [run for run in runs if not any(other.start < run.start < other.end for other in runs)]


def _between_commas(passage: Passage, names: Runs, at: int) -> Run | None:
    """The name that stands between commas behind an Arabic office and its state: 'the Saudi minister of defence, Faisal …, received'."""
    text = passage.document.text
    starts = [at, *_after_adjectives(passage, at)]
    comma = next((start for start in starts if text[start : start + 1] == "،"), None)
    run = names.after(comma + 1, sure=True) if comma is not None else None
    return run if run and not run.single and text[run.end : run.end + 1] in {"،", ",", "."} else None


def _after_adjectives(passage: Passage, at: int) -> Iterator[int]:
    """Offsets behind adjectives that follow an Arabic title: 'the national', 'the general', and a state's."""
    for word in passage.between(at, passage.end)[:3]:
        country = passage.covered(word, "country")
        if not country and not (word.text.startswith("ال") and word.text.endswith(("ي", "ية", "ة"))):
            return
        at = word.end
        yield at
