"""What the guests did besides talking: wreaths, guards of honour, tours, gifts (SCHEMA 2.2, `protocol`; R2)."""

from typing import get_args

from extractor.document import Span
from extractor.finders.details.scope import Scope
from extractor.schemas.defence.values import ProtocolItem


def find(scope: Scope) -> dict[ProtocolItem, Span]:
    """Each item of the programme, with the first words that tell of it."""
    items: tuple[ProtocolItem, ...] = get_args(ProtocolItem)
    found = ((item, next((m for s in scope.sentences for m in scope.marks(item, s)), None)) for item in items)
    return {item: span for item, span in found if span}
