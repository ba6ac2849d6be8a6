"""Small records, built by hand, for the tests of how records leave."""

from typing import Any

from extractor.schemas.defence.record import Agreement, Article, DefenceRecord, Derived, Event, Participant, Plover
from extractor.schemas.own import OwnRecord
from extractor.schemas.record import Failure, Quote, Source

PERSON = Participant(name="Talia Reyes", rank="Admiral", role="chief_of_defence", country="FJ", function="host")
QUOTE = Quote(quote="Talia Reyes and José signed.", start=3, end=31)


def event(**changes: Any) -> Event:
    """A meeting in Suva, with these fields of it changed."""
    plain: dict[str, Any] = {
        "event_type": "meeting",
        "status": "held",
        "date": "2024-03-05",
        "location_country": "FJ",
        "location_city": "Suva",
        "mode": "in_person",
        "parties": ["FJ", "MN"],
        "participants": [PERSON, Participant(name=None, rank=None, role="other", country=None, function="visitor")],
        "agreements": [Agreement(kind="mou", status="signed", title=None, period=None)],
        "topics": ["peacekeeping"],
        "evidence": [QUOTE, QUOTE],
        "derived": Derived(
            event_id="suva/1",
            event_key="meeting|2024-03-05|FJ-MN|chief_of_defence",
            cameo=["042", "057"],
            plover=Plover(event="CONSULT", mode="visit"),
            date_precision="day",
            level="chief_of_defence",
            counted=True,
            dyads=[("FJ", "MN")],
        ),
    }
    return Event(**{**plain, **changes})


def record(name: str, *events: Event, **changes: Any) -> DefenceRecord:
    """The record of an article with these events, with these fields of it changed."""
    about = Article(language="en", publication_date="2024-03-06", outlet="Steppe Wire")
    plain: dict[str, Any] = {
        "schema_version": "dd-1.0",
        "doc_id": name,
        "source": Source(path=f"{name}.txt"),
        "status": "events" if events else "none",
        "document": about,
        "events": list(events),
    }
    return DefenceRecord(**{**plain, **changes})


def failed(message: str = "the answer was cut") -> DefenceRecord:
    """The record of a document that could not be done."""
    failure = Failure(kind="truncated", message=message)
    return record("cut", status="failed", document=None, failure=failure)


def own(name: str, data: dict[str, Any] | None) -> OwnRecord:
    """A record under a schema of the user's own."""
    source = Source(path=f"{name}.txt")
    return OwnRecord(schema_version="Visit", doc_id=name, source=source, status="events", data=data)
