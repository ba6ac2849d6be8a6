"""How records leave: FORMATS by name, one file each; a format is a function (results, stream) → None."""

from collections.abc import Callable, Iterable
from typing import TextIO

from extractor.errors import UsageError
from extractor.formats import csv, html, json, jsonl, table
from extractor.result import Result
from extractor.schemas.record import Record

Format = Callable[[Iterable[Result], TextIO], None]


def _records(write: Callable[[Iterable[Record], TextIO], None]) -> Format:
    """A format that needs the records alone; each document is let go as soon as its record is written."""
    return lambda results, out: write((result.record for result in results), out)


FORMATS: dict[str, Format] = {
    "json": _records(json.write),
    "jsonl": _records(jsonl.write),
    "csv": _records(csv.write),
    "table": _records(table.write),
    "html": html.write,
}


def find(name: str) -> Format:
    """The format of that name; UsageError says which there are."""
    if name not in FORMATS:
        raise UsageError(f"no format named {name!r}; there is {', '.join(FORMATS)}")
    return FORMATS[name]
