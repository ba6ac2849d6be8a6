"""Records → flat rows for tables and CSV: one row an event, or one a document that has none, with what it rests on."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.schemas.defence.record import DefenceRecord, Event, Participant
from extractor.schemas.record import Record

COLUMNS = [
    "doc_id",
    "path",
    "outcome",
    "failure",
    "publication_date",
    "outlet",
    "cited_source_country",
    "event_type",
    "status",
    "counted",
    "date",
    "date_basis",
    "location_country",
    "location_city",
    "mode",
    "parties",
    "participants",
    "agreements",
    "topics",
    "level",
    "cameo",
    "plover",
    "event_key",
    "evidence",
    "warnings",
]
"""A count must be able to show how many rows rest on a date taken from the publication and on one side's account."""

_FORMULA = ("=", "+", "-", "@", "\t", "\n")


def rows(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """The rows of all records, in order; text only, lists joined with '; '."""
    for record in records:
        head = {
            "doc_id": record.doc_id,
            "path": record.source.path,
            "outcome": record.status,
            "failure": record.failure.message if record.failure else "",
            "warnings": len(record.warnings),
        }
        if not isinstance(record, DefenceRecord):
            data = getattr(record, "data", None) or {}
            yield head | {f"data.{key}" if key in head else key: _plain(value) for key, value in data.items()}
            continue
        article = record.document
        about = (
            {
                "publication_date": article.publication_date,
                "outlet": article.outlet,
                "cited_source_country": article.cited_source_country,
            }
            if article
            else {}
        )
        for event in record.events:
            yield head | about | _event(event)
        if not record.events:
            yield head | about


def safe(value: Any) -> Any:
    """The cell as a spreadsheet shows it: a text that it would run as a formula gets an apostrophe."""
    if not isinstance(value, str):
        return value
    # Python 3.11 leaves a lone \r unquoted: it would end the row
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{lines}" if lines.startswith(_FORMULA) else lines


def _event(event: Event) -> dict[str, Any]:
    derived = event.derived
    return {
        **{
            name: getattr(event, name)
            for name in ("event_type", "status", "date", "date_basis", "location_country", "location_city", "mode")
        },
        "counted": derived.counted,
        "parties": "; ".join(event.parties),
        "participants": "; ".join(_person(p) for p in event.participants),
        "agreements": "; ".join(f"{a.status} {a.kind}: {a.title or '?'}" for a in event.agreements),
        "topics": "; ".join(event.topics),
        "level": derived.level,
        "cameo": "; ".join(derived.cameo),
        "plover": derived.plover.event,
        "event_key": derived.event_key,
        "evidence": " | ".join(quote.quote for quote in event.evidence),
    }


def _person(person: Participant) -> str:
    name = f"{person.rank} {person.name}" if person.rank else person.name or person.office or "?"
    return f"{name} ({person.role}, {person.country or '?'})"


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
