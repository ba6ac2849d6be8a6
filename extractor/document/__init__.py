"""A file → Document: decoded text, numbered lines with offsets into it, what is chrome, and what the page says of itself."""

from extractor.document.article import Clues, Document, Line, Span
from extractor.document.build import from_bytes, from_text, printable, read

__all__ = ["Clues", "Document", "Line", "Span", "from_bytes", "from_text", "printable", "read"]
