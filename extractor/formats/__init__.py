"""How records leave: FORMATS by name, one file each; a format is a function (records, stream) → None."""

from collections.abc import Callable, Iterable
from typing import TextIO

from extractor.errors import UsageError
from extractor.formats import csv, json, jsonl, table
from extractor.schemas.record import Record

Format = Callable[[Iterable[Record], TextIO], None]

FORMATS: dict[str, Format] = {"json": json.write, "jsonl": jsonl.write, "csv": csv.write, "table": table.write}


def find(name: str) -> Format:
    """The format of that name; UsageError says which there are."""
    if name not in FORMATS:
        raise UsageError(f"no format named {name!r}; there is {', '.join(FORMATS)}")
    return FORMATS[name]
