"""Words that name a kind of event, and words that say whether it has happened: cues.toml, found line by line."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from extractor.document import Document, Line, Span
from extractor.normalise import lexicon
from extractor.normalise.fold import fold, fold_text
from extractor.normalise.negation import negation

_WORD = re.compile(r"\w+(?:['’]\w+)?")
NOTHING = "nothing"
"""Value of phrases that only look like a cue, and hide those inside them: 'exercise restraint'."""
Family = Literal["type", "status", "mode", "call", "said"]


@dataclass(frozen=True)
class Cue:
    """A word or phrase of a line that speaks for a value: an event type, a status, a mode, who asked for a call, or a statement."""

    family: Family
    value: str
    span: Span
    line: int
    denied: bool = False
    """Whether a word of denial stands within three words before it or two after it."""


def find(document: Document) -> tuple[Cue, ...]:
    """Every cue in the lines that were sent, in text order."""
    text = fold_text("\n".join(map(document.words, document.sent)))
    patterns = _patterns(document.clues.language, text)
    found = [cue for line in document.sent for cue in _in_line(document, line, patterns)]
    kept = [cue for cue in found if cue.value != NOTHING and not _covered(cue, found)]
    return tuple(sorted(kept, key=lambda cue: cue.span.start))


def _in_line(document: Document, line: Line, patterns: dict[tuple[Family, str], "re.Pattern[str]"]) -> list[Cue]:
    words = document.words(line)
    folded = fold(words)
    hits = [(*key, *span) for key, pattern in patterns.items() for span in lexicon.spans(pattern, folded)]
    plain = words
    for family, _, start, end in hits:
        if family == "status":  # 'sin efecto', 'will not take place': called off, which denies nothing beside it
            plain = plain[:start] + "x" * (end - start) + plain[end:]
    return [
        Cue(
            family,
            value,
            Span(line.start + start, line.start + end),
            line.number,
            _denied(plain, start, end, document.clues.language),
        )
        for family, value, start, end in hits
    ]


def _denied(words: str, start: int, end: int, language: str) -> bool:
    before = _WORD.findall(fold_text(words[:start]))[-3:]
    after = _WORD.findall(fold_text(words[end:]))[:2]
    return bool(negation(language) & {*before, *after})


def _covered(cue: Cue, others: Sequence[Cue]) -> bool:
    """Whether a longer cue of the family holds it: the visit in 'goodwill visit'."""
    return any(
        other.family == cue.family
        and other.span.start <= cue.span.start
        and cue.span.end <= other.span.end
        and other.span.end - other.span.start > cue.span.end - cue.span.start
        for other in others
        if other.line == cue.line
    )


@cache
def _table() -> dict[Family, dict[str, lexicon.Lists]]:
    return cast("dict[Family, dict[str, lexicon.Lists]]", tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")))


def _patterns(language: str, text: str) -> dict[tuple[Family, str], "re.Pattern[str]"]:
    """Patterns of the cues that a folded text can have."""
    return {
        (family, value): lexicon.compiled(lists, language, text)
        for family, values in _table().items()
        for value, lists in values.items()
    }
