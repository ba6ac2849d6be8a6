"""When what takes days ends (SCHEMA 2.2, `end_date`)."""

from extractor.document import Span
from extractor.finders.details.scope import Scope
from extractor.normalise import dates


def find(scope: Scope) -> tuple[str, Span] | None:
    """The last day of the range that begins with the event's date: EDTF and its words."""
    event, publication = scope.event, scope.document.clues.publication_date
    way = "planned" if event.status in {"planned", "postponed", "cancelled"} else "held"
    for sentence in scope.nearest_first:
        for mention in dates.find(sentence.raw, scope.language):
            if event.date and dates.resolve(mention, publication, way) == event.date:
                last = dates.resolve_last(mention, publication, way)
                if last and last > event.date:
                    return last, Span(sentence.start + mention.start, sentence.start + mention.end)
    return None
