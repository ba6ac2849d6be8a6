"""Bytes → Document: the order of the steps."""

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from extractor.document import chrome, clues, lines, media
from extractor.document.article import Document
from extractor.errors import DocumentError

LARGEST_FILE = 20_000_000
"""Bytes: a news article is a thousandth of this; larger files are refused instead of read for minutes."""
LONGEST_TEXT = 400_000
"""Code points after decoding."""


def read(path: str | Path) -> Document:
    """The document in a file, or on standard input for '-'. Raises DocumentError, which names the file and says why."""
    name = str(path)
    return _from_bytes(_bytes(name), name, "stdin" if name == "-" else Path(name).stem)


def from_text(text: str, name: str = "text") -> Document:
    """A document from text already in memory; `name` is its id. Raises DocumentError for an empty or over-long text."""
    return _from_decoded(
        media.Decoded(text, "text/plain"), name, name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    )


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise DocumentError(f"{name}: is a folder, not a file", "unreadable")
        if size > LARGEST_FILE:
            raise DocumentError(
                f"{name}: {size:,} bytes are too many for an article (at most {LARGEST_FILE:,})", "too_long"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"{name}: no such file", "missing") from None
    except OSError as error:
        raise DocumentError(f"{name}: can't be read: {error.strerror or error}", "unreadable") from None


def _from_bytes(raw: bytes, name: str, doc_id: str) -> Document:
    return _from_decoded(media.decode(raw, name), name, doc_id, hashlib.sha256(raw).hexdigest())


def _from_decoded(decoded: media.Decoded, name: str, doc_id: str, sha256: str) -> Document:
    text = decoded.text
    if not text.strip():
        raise DocumentError(f"{name}: is empty; there is nothing to extract", "empty")
    if len(text) > LONGEST_TEXT:
        raise DocumentError(
            f"{name}: {len(text):,} characters are too many for an article (at most {LONGEST_TEXT:,}); split it",
            "too_long",
        )
    marked = chrome.mark(text, lines.split(text))
    found = clues.find(text, marked, decoded)
    refined = chrome.with_clues(text, marked, found.title, found.publication_span)
    if all(line.chrome for line in refined):  # a page of nothing but stamps and buttons is read as it is
        refined = [replace(line, chrome=None) for line in refined]
    numbered = lines.number(text, refined, found.language)
    return Document(name, doc_id, decoded.media_type, sha256, text, numbered, found, decoded.warnings)
