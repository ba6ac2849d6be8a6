"""Words that name a kind of event, and words that say whether it has happened: cues.toml, found line by line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from extractor.document import Document, Line, Span
from extractor.normalise import lexicon
from extractor.normalise.fold import fold, fold_text
from extractor.normalise.negation import denied_behind, negation

_NEAR = 200
"""Code points in which the words stand that can deny a cue."""
_WHOLE = 24
"""Code points up to which a cue is taken to have no words of any kind in it."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
NOTHING = "nothing"
"""Value of phrases that only look like a cue, and hide those inside them: 'exercise restraint'."""
Family = Literal[
    "type", "status", "mode", "call", "said", "until", "order", "day", "aside", "domestic", "phase", "side", "sea"
]


@dataclass(frozen=True)
class Cue:
    """A word or phrase of a line that speaks for a value: an event type, a status, a mode, who asked for a call, a statement, an end, the next one, a day counted from the one before, one beside, what one country decides at home, a part of what takes days, who is host and who guest, the sea."""

    family: Family
    value: str
    span: Span
    line: int
    denied: bool = False
    """Whether a word of denial stands within three words before it or two after it."""


@lru_cache(maxsize=8)
def find(document: Document) -> tuple[Cue, ...]:
    """Every cue in the lines that were sent, in text order."""
    text = fold_text("\n".join(map(document.words, document.sent)))
    patterns = _patterns(document.clues.language, text)
    found = [cue for line in document.sent for cue in _in_line(document, line, patterns)]
    hidden = _hidden(found)
    kept = [cue for cue in found if cue.value != NOTHING and cue not in hidden]
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
    behind = denied_behind(language, fold_text(words[end : end + _NEAR]))
    if behind is not None:
        return behind
    near = words.rfind(" ", 0, max(0, start - _NEAR)) + 1
    before = _WORD.findall(fold_text(words[near:start]))[-3:]
    if near and len(before) < 3:
        before = _WORD.findall(fold_text(words[:start]))[-3:]
    far = words.find(" ", end + _NEAR)
    after = _WORD.findall(fold_text(words[end : far if far > 0 else None]))[:2]
    if far > 0 and len(after) < 2:
        after = _WORD.findall(fold_text(words[end:]))[:2]
    return bool(negation(language) & {*before, *after})


def _hidden(cues: Sequence[Cue]) -> set[Cue]:
    """The cues that a longer cue of the family holds: the visit in 'goodwill visit'; any in what only looks like one."""
    hidden = set()
    longest: dict[Family, Cue] = {}
    order = sorted(cues, key=lambda cue: (cue.span.start, -cue.span.end, cue.value != NOTHING))
    for cue in order:  # what holds a cue comes before it
        held = longest.setdefault(cue.family, cue)
        if cue.span.end > held.span.end:
            longest[cue.family] = cue
        elif (cue.span != held.span and _part(cue.span, held.span)) or held.value == NOTHING:
            hidden.add(cue)
    return hidden


def _part(span: Span, held: Span) -> bool:
    """Whether a cue inside another is one of its words, not one of those that a long one leaves room for: 'spoke … with'."""
    return span.start == held.start or span.end == held.end or held.end - held.start <= _WHOLE


def _patterns(language: str, text: str) -> dict[tuple[Family, str], "re.Pattern[str]"]:
    """Patterns of the cues that a folded text can have."""
    return {
        (cast("Family", family), value): lexicon.compiled(lists, language, text)
        for family, values in lexicon.read(Path(__file__).with_suffix(".toml"), language, "en").items()
        for value, lists in values.items()
    }
