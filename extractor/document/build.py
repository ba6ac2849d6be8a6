"""Bytes → Document: the order of the steps."""

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from extractor.document import chrome, clues, lines, media, source, wrapped
from extractor.document.article import Document
from extractor.errors import DocumentError

LARGEST_FILE = 20_000_000
"""Bytes: a news article is a thousandth of this; larger files are refused instead of read for minutes."""
LONGEST_TEXT = 400_000
"""Code points after decoding."""
MOST_LINES = 999
"""Lines and sentences that are sent: a model names them by numbers of three digits."""


def read(path: str | Path, doc_id: str | None = None) -> Document:
    """The document in a file, or on standard input for '-'. Raises DocumentError, which names the file and says why.

    `doc_id` is the file's stem unless given.
    """
    name = str(path)
    stem = "stdin" if name == "-" else Path(name).stem
    return from_bytes(_bytes(name), printable(name), printable(doc_id or stem))


def printable(name: str) -> str:
    """A name that can be written anywhere: bytes that are no UTF-8, and control characters, as escapes."""
    plain = name.encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() or c == "\u00a0" else c.encode("unicode_escape").decode() for c in plain)


def from_bytes(raw: bytes, name: str, doc_id: str) -> Document:
    """The document in a file's bytes: text, HTML or PDF; `name` is what messages call it. Raises DocumentError."""
    return _from_decoded(media.decode(raw, name), name, doc_id, hashlib.sha256(raw).hexdigest())


def from_text(text: str, name: str = "text") -> Document:
    """A document from text already in memory; `name` is its id. Raises DocumentError for an empty or over-long text."""
    return _from_decoded(
        media.Decoded(text, "text/plain"), name, name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    )


def _bytes(name: str) -> bytes:
    shown = printable(name)
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(LARGEST_FILE + 1) if sys.stdin else b""
        else:
            path = Path(name)
            if path.is_dir():
                raise DocumentError(f"{shown}: is a folder, not a file", "unreadable")
            with path.open("rb") as file:
                raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise DocumentError(f"{shown}: no such file", "missing") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DocumentError(f"{shown}: can't be read: {reason}", "unreadable") from None
    if len(raw) > LARGEST_FILE:
        raise DocumentError(f"{shown}: over {LARGEST_FILE:,} bytes are too many for an article; split it", "too_long")
    return raw


def _from_decoded(decoded: media.Decoded, name: str, doc_id: str, sha256: str) -> Document:
    text = wrapped.joined(decoded.text)
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
    if (count := sum(line.chrome is None for line in numbered)) > MOST_LINES:
        raise DocumentError(
            f"{name}: {count:,} lines are too many for an article (at most {MOST_LINES}); split it", "too_long"
        )
    cited = source.find(text, numbered, found.language, found.title, found.outlet)
    told = replace(found, cited_source=cited)
    return Document(name, doc_id, decoded.media_type, sha256, text, numbered, told, decoded.warnings)
