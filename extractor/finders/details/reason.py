"""Why something was put off or called off (SCHEMA 2.2, `status_reason`)."""

import re

from extractor.document import Span
from extractor.finders import cues
from extractor.finders.details.scope import Scope

_OFF = frozenset({"postponed", "cancelled"})
_CLAUSE = re.compile(r"[,.;:()!?]|\s[–—-]\s")
_LONGEST = 100


def find(scope: Scope) -> Span | None:
    """The words behind 'because of', or before them where they stand last, up to the end of the clause."""
    if scope.event.status not in _OFF:
        return None
    text = scope.document.text
    for sentence in scope.nearest_first:
        end = sentence.start + len(sentence.raw)
        for mark in scope.marks("because", sentence):
            stops = [m.start() for m in (_CLAUSE.search(text, mark.end, end),) if m]
            stops += [
                cue.span.start for cue in cues.find(scope.document) if cue.value in _OFF and cue.span.start > mark.end
            ]
            if found := _trimmed(text, mark.end, min((*stops, end))):
                return found
        for mark in scope.marks("because_after", sentence):
            start = max((m.end() for m in _CLAUSE.finditer(text, sentence.start, mark.start)), default=sentence.start)
            if found := _trimmed(text, start, mark.start):
                return found
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    kept = words.strip()
    at = start + len(words) - len(words.lstrip())
    return Span(at, at + len(kept)) if 2 < len(kept) <= _LONGEST else None
