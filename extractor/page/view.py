"""A record and its document → a view: everything that the page shows of one document, as plain JSON data."""

import hashlib
from collections import defaultdict
from typing import Any

from extractor.document import Document
from extractor.finders import topics
from extractor.schemas.defence.record import DefenceRecord
from extractor.schemas.own import OwnRecord
from extractor.schemas.record import Record
from extractor.tabular import COLUMNS, rows, safe


def view(record: Record, document: Document | None = None) -> dict[str, Any]:
    """The record, its rows as the CSV format has them, and the document with its lines; offsets are code points.

    `document.places` holds, by JSON pointer, spans of words for values that the record gives no support for.
    """
    return {
        "record": record.model_dump(mode="json"),
        "rows": _rows(record),
        "document": _document(document, record) if document else None,
    }


def _rows(record: Record) -> list[dict[str, str]]:
    columns = None if isinstance(record, OwnRecord) else COLUMNS
    return [{key: _cell(row.get(key)) for key in columns or row} for row in rows([record])]


def _cell(value: Any) -> str:
    return "" if value is None else str(safe(value))


def _document(document: Document, record: Record) -> dict[str, Any]:
    text = document.text
    return {
        "text": text,
        # of the text as UTF-8: a reviewed article leaves as such a file, and its label names these bytes
        "sha256": hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        "media_type": document.media_type,
        "lines": [
            {"start": line.start, "end": line.end, "number": line.number, "chrome": line.chrome}
            for line in document.lines
        ],
        "places": _places(document, record) if isinstance(record, DefenceRecord) else {},
    }


def _places(document: Document, record: DefenceRecord) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = {}
    outlet = record.document.outlet if record.document else None
    if outlet and (start := document.text.find(outlet)) >= 0:
        found["/document/outlet"] = [[start, start + len(outlet)]]
    marks = defaultdict(list)
    for mark in topics.find(document) if record.events else ():
        marks[mark.topic].append([mark.span.start, mark.span.end])
    for number, event in enumerate(record.events):
        for index, topic in enumerate(event.topics):
            if topic in marks:
                found[f"/events/{number}/topics/{index}"] = marks[topic]
    return found
