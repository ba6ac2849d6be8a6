"""JSON: one record as an object, several as an array."""

import json
from collections.abc import Iterable
from typing import TextIO

from extractor.schemas.record import Record


def write(records: Iterable[Record], out: TextIO) -> None:
    """Indented by two, in the letters of the article, not in escapes."""
    plain = [record.model_dump(mode="json") for record in records]
    json.dump(plain[0] if len(plain) == 1 else plain, out, ensure_ascii=False, indent=2)
    out.write("\n")
