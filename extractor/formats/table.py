"""A table for the terminal: one row an event, the words that prove it below."""

import os
from collections.abc import Iterable
from typing import TextIO

from extractor.schemas.defence.record import DefenceRecord
from extractor.schemas.record import Record
from extractor.tabular import rows

_SHOWN = {
    "doc_id": "document",
    "event_type": "event",
    "status": "status",
    "date": "date",
    "location_city": "place",
    "parties": "parties",
    "participants": "participants",
    "agreements": "agreements",
}
_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}
"""An escape sequence in an article must not reach the terminal."""


def write(records: Iterable[Record], out: TextIO) -> None:
    """As wide as the terminal; in colour only on one."""
    from rich.console import Console  # noqa: PLC0415  # only for this format
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    kept = list(records)
    flat = list(rows(kept))
    events = all(isinstance(record, DefenceRecord) for record in kept)
    shown = (
        _SHOWN
        if events
        else {key: key for key in dict.fromkeys(k for row in flat for k in row) if key not in {"path", "failure"}}
    )
    table = Table(header_style="bold", show_lines=True)
    for title in shown.values():
        table.add_column(title, overflow="fold")
    for row in flat:
        cells = [str(value) if (value := row.get(key)) is not None else "" for key in shown]
        style = {"failed": "red", "none": "dim"}.get(row["outcome"], "")
        if events and style:
            cells[1] = f"failed: {row['failure']}" if row["outcome"] == "failed" else "no event"
        table.add_row(*(Text(cell.translate(_CONTROLS)) for cell in cells), style=style)
    width = None if out.isatty() or "COLUMNS" in os.environ else 120
    Console(file=out, width=width).print(table)
