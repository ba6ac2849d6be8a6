"""When what takes days ends (SCHEMA 2.2, `end_date`)."""

from datetime import date

from extractor.document import Span
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.details.scope import Scope
from extractor.normalise import dates

_LASTING = frozenset({"exercise", "visit", "port_call", "education_exchange"})
"""What a sentence without its first day may say the end of."""
_TALKS = frozenset({"meeting", "staff_talks", "multilateral"})
_AHEAD = frozenset({"planned", "postponed", "cancelled"})
_DAY = len("2024-01-01")
_LONGEST = 90
"""Days from the first to the last one."""
_NEAR = 3
"""Code points between 'until' and the day."""


def find(scope: Scope) -> tuple[str, Span] | None:
    """The last day of the range that begins with the event's date, or until which it lasts: EDTF and its words."""
    event, publication = scope.event, scope.document.clues.publication_date
    way = "planned" if event.status in _AHEAD else "held"
    for sentence in scope.nearest_first:
        told = dates.find(sentence.raw, scope.language)
        begins = any(event.date and dates.resolve(mention, publication, way) == event.date for mention in told)
        lasts = event.event_type in _LASTING or (begins and event.event_type in _TALKS)
        for mention in told:
            words = Span(sentence.start + mention.start, sentence.start + mention.end)
            if event.date and dates.resolve(mention, publication, way) == event.date:
                last = dates.resolve_last(mention, publication, way)
                if last and last > event.date:
                    return last, words
            end = dates.resolve(mention, publication, "planned")
            if end and lasts and _follows(event.date, end) and _is_last(scope, sentence, words):
                return end, words
    return None


def _follows(first: str | None, last: str) -> bool:
    """Whether a day is one of the weeks behind the first one."""
    if not first or len(first) != _DAY or len(last) != _DAY:
        return False
    return 0 < (date.fromisoformat(last) - date.fromisoformat(first)).days <= _LONGEST


def _is_last(scope: Scope, sentence: Sentence, day: Span) -> bool:
    """Whether 'until' stands right before the words of a day, or right behind them."""
    before = any(0 <= day.start - mark.end <= _NEAR for mark in scope.marks("until", sentence))
    return before or any(-_NEAR <= mark.start - day.end <= _NEAR for mark in scope.marks("until_after", sentence))
