"""What an assembler hands back: the fields of the record that the schema defines, and what they rest on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from extractor.assemble.ledger import Ledger
from extractor.schemas.record import Outcome


@dataclass(frozen=True)
class Draft:
    """The schema's own fields of a record (`document`, `events`, or `data`), the outcome, and the filled ledger."""

    outcome: Outcome
    fields: dict[str, Any]
    ledger: Ledger


Assembler = Callable[[Sequence[BaseModel], Ledger], Draft]
"""Wire answers to the parts of one document, in order, and an empty ledger over it → draft."""
