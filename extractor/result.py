"""A record together with the document it was made from, for formats that show the words as well."""

from dataclasses import dataclass

from extractor.document import Document
from extractor.schemas.record import Record


@dataclass(frozen=True)
class Result:
    """What comes out for one document; `document` is None where it could not be read."""

    record: Record
    document: Document | None = None
