"""Files → text: every encoding, HTML, PDF, and what is said of those that can't be read."""

import hashlib
import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader, PdfWriter

from extractor.document import media, read
from extractor.document.build import LARGEST_FILE
from extractor.errors import DocumentError

ARTICLE = "Министр обороны Монголии принял в Улан-Баторе делегацию Фиджи. Стороны обсудили миротворческие миссии ООН."
PARAGRAPH = "The navies of Fiji and Mongolia met in Suva on Tuesday and agreed to exchange two teachers of seamanship."
PAGE = f"""<!DOCTYPE html>
<html><head><title>Navies meet in Suva | Steppe Wire</title>
<meta property="og:title" content="Navies meet in Suva"><meta property="og:site_name" content="Steppe Wire">
<meta property="article:published_time" content="2024-03-05T10:00:00+08:00"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Navies meet in Suva</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH.replace("two", "three")}</p></article>
<footer>© 2024 Steppe Wire</footer></body></html>"""


def _pdf(*lines: str) -> bytes:
    """The smallest PDF that prints these lines."""
    shown = b" ".join(b"(%s) Tj T*" % line.encode("latin-1") for line in lines)
    stream = b"BT /F1 12 Tf 72 720 Td 14 TL %s ET" % shown
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def _encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_pdf("Secret words."))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        ARTICLE.encode(),
        ARTICLE.encode("utf-8-sig"),
        ARTICLE.encode("utf-16"),
        b"\xff\xfe" + ARTICLE.encode("utf-16-le"),
        b"\xfe\xff" + ARTICLE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_unicode_is_read_without_its_mark(raw: bytes) -> None:
    """UTF-8 and UTF-16 are read as what they are; a byte order mark is no letter of the text."""
    assert media.decode(raw, "a.txt") == media.Decoded(ARTICLE, "text/plain")


def test_another_encoding_is_guessed_with_a_warning() -> None:
    """windows-1251 is read right, and the reader is told that it was guessed, and what to do."""
    decoded = media.decode(ARTICLE.encode("cp1251"), "a.txt")
    ((code, message),) = decoded.warnings

    assert decoded.text == ARTICLE
    assert code == "encoding_guessed"
    assert message == "not UTF-8; read as cp1251. If letters look wrong, save the file as UTF-8"


@pytest.mark.parametrize(
    "raw",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"PK\x03\x04\x14\x00\x00\x00", b"words\x00words", bytes(range(256)) * 20],
    ids=["png", "zip", "nul", "all bytes"],
)
def test_a_binary_file_is_refused(raw: bytes) -> None:
    """Bytes that are no text are an error that says what can be read."""
    with pytest.raises(DocumentError, match=r"^a\.txt: is a binary file; text, HTML and PDF can be read$") as caught:
        media.decode(raw, "a.txt")
    assert caught.value.kind == "binary"


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u3000\n".encode("utf-16")])
def test_an_empty_file_is_refused(raw: bytes, tmp_path: Path) -> None:
    """A file of nothing, or of white space and a mark, is an error."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)

    with pytest.raises(DocumentError, match=r"a\.txt: is empty; there is nothing to extract") as caught:
        read(path)
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_html_gives_its_article(name: str) -> None:
    """A page, whatever its name, is read without menu and footer; its head says title, day and outlet."""
    decoded = media.decode(PAGE.encode(), name)

    said = ("text/html", "Navies meet in Suva", "2024-03-05", "Steppe Wire")

    assert said == (decoded.media_type, decoded.title, decoded.date, decoded.site)
    assert decoded.text.startswith("Navies meet in Suva\n")
    assert PARAGRAPH in decoded.text
    assert "Sport" not in decoded.text


def test_html_in_another_encoding() -> None:
    """A page that isn't UTF-8 is read, with a warning."""
    decoded = media.decode(PAGE.replace(PARAGRAPH, ARTICLE * 3).encode("cp1251", "xmlcharrefreplace"), "page.html")

    assert ARTICLE in decoded.text
    assert [code for code, _ in decoded.warnings] == ["encoding_guessed"]


@pytest.mark.parametrize("page", ["<html></html>", "<!DOCTYPE html><html><body><script>x=1</script></body></html>"])
def test_html_without_an_article_is_refused(page: str) -> None:
    """A page without words is an error that says what to do."""
    with pytest.raises(DocumentError, match="no article found in this HTML page; save its text instead") as caught:
        media.decode(page.encode(), "page.html")
    assert caught.value.kind == "no_text"


def test_pdf_gives_paragraphs() -> None:
    """Printed lines are joined to the paragraphs that they were, a word cut by a hyphen is whole, a heading stays."""
    printed = ["Navies meet", "The navies of Fiji and Mongolia met in Suva on Tues-", "day and agreed.", "They swam."]
    decoded = media.decode(_pdf(*printed), "a.pdf")

    assert decoded.media_type == "application/pdf"
    assert decoded.text.splitlines() == [
        "Navies meet",
        "The navies of Fiji and Mongolia met in Suva on Tuesday and agreed.",
        "They swam.",
    ]


def test_pdf_for_readers_without_a_password() -> None:
    """A PDF that only its owner may change is read like any other."""
    assert media.decode(_encrypted(""), "a.pdf").text == "Secret words."


@pytest.mark.parametrize(
    "raw",
    [_encrypted("hidden"), b"%PDF-1.4\nbroken", _pdf("Words.")[:200], b"%PDF-1.7\n%%EOF"],
    ids=["encrypted", "broken", "cut", "nothing"],
)
def test_a_locked_or_damaged_pdf_is_refused(raw: bytes) -> None:
    """A PDF that can't be opened is an error with the reason, not a traceback."""
    with pytest.raises(DocumentError, match=r"^a\.pdf: this PDF can't be read: .") as caught:
        media.decode(raw, "a.pdf")
    assert caught.value.kind == "unreadable"


def test_a_pdf_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file whose pages are all the same stream can hold gigabytes of text."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_pdf("Secret words."))))
    for _ in range(4):
        writer.add_page(writer.pages[0])
    writer.write(packed := io.BytesIO())
    whole = media.decode(packed.getvalue(), "a.pdf").text
    monkeypatch.setattr(media, "_MOST_OF_PDF", 20)

    assert whole.count("Secret words.") == 5
    assert media.decode(packed.getvalue(), "a.pdf").text.count("Secret words.") == 2


def test_a_pdf_without_text_is_refused() -> None:
    """A scan holds no text: the error says so."""
    with pytest.raises(DocumentError, match=r"this PDF holds no text .* run OCR on it first") as caught:
        media.decode(_pdf(), "a.pdf")
    assert caught.value.kind == "no_text"


def test_reading_a_file(tmp_path: Path) -> None:
    """A document keeps the path as named, the name without ending as id, the digest of the bytes, and warnings."""
    path = tmp_path / "navies.v2.txt"
    path.write_bytes(ARTICLE.encode("cp1251"))
    document = read(str(path))

    assert (document.path, document.doc_id, document.media_type) == (str(path), "navies.v2", "text/plain")
    assert document.sha256 == hashlib.sha256(ARTICLE.encode("cp1251")).hexdigest()
    assert [code for code, _ in document.warnings] == ["encoding_guessed"]


def test_reading_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """'-' is the bytes of standard input, in any encoding."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(ARTICLE.encode("utf-16"))))
    document = read("-")

    assert (document.path, document.doc_id, document.text) == ("-", "stdin", ARTICLE)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder and a file far too large are errors of their own kind."""
    (tmp_path / "huge.txt").touch()
    os.truncate(tmp_path / "huge.txt", LARGEST_FILE + 1)
    kinds = {"gone.txt": "missing", ".": "unreadable", "huge.txt": "too_long"}
    for name, kind in kinds.items():
        with pytest.raises(DocumentError) as caught:
            read(tmp_path / name)

        assert kind == caught.value.kind
        assert str(caught.value).startswith(f"{tmp_path / name}: ")
