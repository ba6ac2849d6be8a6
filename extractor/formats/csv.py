"""CSV: one row an event, for a spreadsheet; cells that a spreadsheet would run as formulas are quoted with an apostrophe."""

from collections.abc import Iterable
from typing import TextIO

from extractor.schemas.own import OwnRecord
from extractor.schemas.record import Record
from extractor.tabular import COLUMNS, rows, safe


def write(records: Iterable[Record], out: TextIO) -> None:
    """A header and one line a row; fields of a user's own schema are the columns after the document's."""
    import pandas as pd  # noqa: PLC0415  # half a second, only for this format

    kept = list(records)
    flat = [{key: safe(value) for key, value in row.items()} for row in rows(kept)]
    own = any(isinstance(record, OwnRecord) for record in kept)
    # as objects: in a column of numbers with a gap, 400 would become 400.0
    pd.DataFrame(flat, columns=None if own else COLUMNS, dtype=object).to_csv(out, index=False, lineterminator="\n")
