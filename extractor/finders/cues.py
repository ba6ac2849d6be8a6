"""Words that name a kind of event, and words that say whether it has happened: cues.toml, found line by line."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from extractor.document import Document, Span
from extractor.normalise import lexicon
from extractor.normalise.fold import fold, fold_text
from extractor.normalise.negation import NEGATION

Family = Literal["type", "status", "mode", "call"]


@dataclass(frozen=True)
class Cue:
    """A word or phrase of a line that speaks for a value: an event type, a status, a mode, or who asked for a call."""

    family: Family
    value: str
    span: Span
    line: int
    denied: bool = False
    """Whether a word of denial stands within three words before it or two after it."""


def find(document: Document) -> tuple[Cue, ...]:
    """Every cue in the lines that were sent, in text order."""
    found = []
    patterns = _patterns(document.clues.language)
    for line in document.sent:
        words = document.words(line)
        folded = fold(words)
        found += [
            Cue(family, value, Span(line.start + start, line.start + end), line.number, _denied(words, start, end))
            for (family, value), pattern in patterns.items()
            for start, end in lexicon.spans(pattern, folded)
        ]
    return tuple(sorted((cue for cue in found if not _covered(cue, found)), key=lambda cue: cue.span.start))


def _denied(words: str, start: int, end: int) -> bool:
    before = re.findall(r"\w+(?:['’]\w+)?", fold_text(words[:start]))[-3:]
    after = re.findall(r"\w+(?:['’]\w+)?", fold_text(words[end:]))[:2]
    return bool(NEGATION & {*before, *after})


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
def _patterns(language: str) -> dict[tuple[Family, str], "re.Pattern[str]"]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        (cast("Family", family), value): lexicon.compiled(lists, language)
        for family, values in table.items()
        for value, lists in values.items()
    }
