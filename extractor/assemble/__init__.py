"""Wire answers → the schema's fields of a record. ASSEMBLERS by schema; a user's own schema has one of its own."""

from extractor.assemble import defence, own
from extractor.assemble.draft import Assembler, Draft
from extractor.assemble.ledger import Ledger

ASSEMBLERS: dict[str, Assembler] = {"defence": defence.assemble}


def assembler(schema: str) -> Assembler:
    """The assembler of the schema of that name."""
    return ASSEMBLERS.get(schema, own.assemble)


__all__ = ["ASSEMBLERS", "Draft", "Ledger", "assembler"]
