"""Files of several kinds → text: plain text in any encoding, HTML (trafilatura), PDF (pypdf)."""

import io
from contextlib import suppress
from dataclasses import dataclass

from extractor.errors import DocumentError


@dataclass(frozen=True)
class Decoded:
    """Text and what the container said of it: the page's own title, date (YYYY-MM-DD) and site name."""

    text: str
    media_type: str
    title: str | None = None
    date: str | None = None
    site: str | None = None
    warnings: tuple[tuple[str, str], ...] = ()


_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(raw: bytes, name: str) -> Decoded:
    """The text of a file's bytes; its kind is told from the bytes, not from the name. `name` is for errors only."""
    if not raw.strip():
        raise DocumentError(f"{name}: is empty; there is nothing to extract", "empty")
    if raw.startswith(b"%PDF-"):
        return _pdf(raw, name)
    text, warnings = _text(raw, name)
    head = text[:2000].lstrip().lower()
    if head.startswith(("<!doctype html", "<html")) or "<html" in head or "<body" in head:
        return _html(text, name, warnings)
    return Decoded(text, "text/plain", warnings=warnings)


def _text(raw: bytes, name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    encoding = next((encoding for bom, encoding in _BOMS if raw.startswith(bom)), "utf-8")
    with suppress(UnicodeDecodeError):
        text = raw.decode(encoding)
        if "\x00" in text:
            raise _binary(name)
        return text, ()
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only for files that aren't UTF-8

    if b"\x00" in raw[:1024] or (guess := from_bytes(raw).best()) is None:
        raise _binary(name)
    message = f"not UTF-8; read as {guess.encoding}. If letters look wrong, save the file as UTF-8"
    return str(guess), (("encoding_guessed", message),)


def _binary(name: str) -> DocumentError:
    return DocumentError(f"{name}: is a binary file; text, HTML and PDF can be read", "binary")


_DATES = {"extensive_search": False, "original_date": True}
"""Only dates that the page marks as its own: a year in a footer or an image's path is no date of publication."""


def _html(text: str, name: str, warnings: tuple[tuple[str, str], ...]) -> Decoded:
    import trafilatura  # noqa: PLC0415  # half a second, only for HTML

    page = trafilatura.bare_extraction(
        text, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=_DATES
    )
    if not isinstance(page, trafilatura.settings.Document) or not (body := (page.text or "").strip()):
        raise DocumentError(f"{name}: no article found in this HTML page; save its text instead", "no_text")
    title = (page.title or "").strip() or None
    if title and title not in body:
        body = f"{title}\n\n{body}"
    return Decoded(body, "text/html", title, page.date or None, page.sitename or None, warnings)


_MOST_OF_PDF = 1_000_000
"""Characters after which no further page is read: a small file can hold gigabytes, and this is too long an article."""


def _pdf(raw: bytes, name: str) -> Decoded:
    from pypdf import PdfReader  # noqa: PLC0415  # only for PDF

    try:
        reader = PdfReader(io.BytesIO(raw))
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > _MOST_OF_PDF:
                break
    except Exception as error:  # noqa: BLE001  # a damaged or encrypted PDF raises whatever its parser trips over
        raise DocumentError(f"{name}: this PDF can't be read: {error}", "unreadable") from None
    text = "\n\n".join(_unwrap(page) for page in pages).strip()
    if not text:
        raise DocumentError(f"{name}: this PDF holds no text (a scan?); run OCR on it first", "no_text")
    return Decoded(text, "application/pdf")


def _unwrap(page: str) -> str:
    """Printed lines → paragraphs: a line that fills the measure and does not end a sentence goes on in the next."""
    printed = [line.strip() for line in page.splitlines()]
    full = 0.75 * max((len(line) for line in printed), default=0)
    paragraphs: list[str] = []
    going_on = False
    for line in printed:
        if going_on and line:
            glued = paragraphs[-1].endswith("-") and line[0].islower()
            paragraphs[-1] = paragraphs[-1][:-1] + line if glued else f"{paragraphs[-1]} {line}"
        elif line:
            paragraphs.append(line)
        going_on = len(line) >= full and not line.endswith((".", "!", "?", ":", "”", '"'))
    return "\n".join(paragraphs)
