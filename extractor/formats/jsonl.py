"""JSON Lines: one record a line, written as soon as it is done."""

from collections.abc import Iterable
from typing import TextIO

from extractor.schemas.record import Record


def write(records: Iterable[Record], out: TextIO) -> None:
    """Each record is flushed, so that a reader at the other end of a pipe sees it at once."""
    for record in records:
        out.write(record.model_dump_json() + "\n")
        out.flush()
