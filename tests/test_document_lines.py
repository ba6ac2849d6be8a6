"""Lines and sentences: exact offsets, short quotes, numbers without gaps, for any text."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document import Document, from_text, lines
from extractor.errors import DocumentError

FIRST = "The chief of the Nepalese general staff opened a course for forty officers of both armies in Pokhara."
SECOND = "It lasts until the end of May, and teachers from Portugal show how mines are found and how they are lifted."
THIRD = "A second course is planned for the spring."


def _words(document: Document) -> list[str]:
    return [document.words(line) for line in document.lines]


def _solid(text: str) -> str:
    return "".join(text.split())


def test_a_short_line_is_one_line() -> None:
    """A line of up to 200 characters goes out as it stands, even with two sentences."""
    document = from_text("It rained. Nobody came.\nThe band played.")

    assert _words(document) == ["It rained. Nobody came.", "The band played."]


def test_a_paragraph_is_split_into_sentences() -> None:
    """A longer line is cut at its sentences, which keep their places in the text."""
    text = f"Nepal and Portugal train together\n\n   {FIRST} {SECOND}  {THIRD}\t\n"
    document = from_text(text)

    assert _words(document) == ["Nepal and Portugal train together", FIRST, SECOND, THIRD]
    assert [text.index(s) for s in (FIRST, SECOND, THIRD)] == [line.start for line in document.lines[1:]]


def test_a_shortened_month_ends_no_sentence() -> None:
    """'28 sept.' goes on with its year; twelve ships end a sentence, whatever number opens the next one."""
    text = f"Bunia, 28 sept. 2021 (LAP) – Les deux colonels ont ouvert le stage. {FIRST} It drew 12 ships. 400 sailors came."
    document = from_text(f"Nepal and Portugal train together\n\n{text}\n")

    assert _words(document)[1].startswith("Bunia, 28 sept. 2021 (LAP)")
    assert _words(document)[-1] == "400 sailors came."


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\n\n\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end(mark: str) -> None:
    """Lines end where any system ends them; empty lines are none, and white space around a line is not of it."""
    text = f"\u00a0 One ship\t{mark} \u3000{mark}Two ships "

    assert [text[line.start : line.end] for line in lines.split(text)] == ["One ship", "Two ships"]


def test_offsets_count_code_points() -> None:
    """Characters outside the basic plane and combining marks don't shift what stands behind them."""
    text = f"🚢 The ship Ka\u0304rlis\n{FIRST}"
    document = from_text(text)

    assert document.text == text
    assert text.index(FIRST) == document.lines[1].start
    assert _words(document)[1] == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "The delegation saw " + ", ".join(f"barracks number {n}" for n in range(60)) + ".",
        "The delegation saw " + " ".join(f"barracks{n}" for n in range(90)) + ".",
        "x" * 1000,
        "国" * 1000,
    ],
)
def test_no_quote_is_long(text: str) -> None:
    """A sentence of more than 300 characters is cut, after a clause, a word, or anywhere, and nothing of it is lost."""
    document = from_text(text)

    assert len(document.lines) > 3
    assert max(line.end - line.start for line in document.lines) <= 300
    assert _solid("".join(_words(document))) == _solid(text)


def test_a_cut_falls_after_a_clause() -> None:
    """A long sentence with commas is cut after the last one that fits."""
    document = from_text("The delegation saw " + ", ".join(f"barracks number {n}" for n in range(60)) + ".")

    assert all(words.endswith(",") for words in _words(document)[:-1])


def test_numbers_run_from_one_without_gaps() -> None:
    """Lines that are sent are numbered from 1; chrome has number 0 and doesn't count."""
    document = from_text(
        f"News\nHome\nNepal and Portugal train together\n{FIRST} {SECOND}\nSubscribe\n{THIRD}\nTags: Nepal"
    )
    numbers = [line.number for line in document.lines]

    assert numbers == [0, 0, 1, 2, 3, 0, 4, 0]
    assert [document.sent[n - 1].number for n in range(1, 5)] == [1, 2, 3, 4]
    assert all((line.number == 0) == (line.chrome is not None) for line in document.lines)


def _lawful(document: Document) -> None:
    spans = [(line.start, line.end) for line in document.lines]

    assert all(0 <= start < end <= len(document.text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert all(document.words(line) == document.words(line).strip() for line in document.lines)
    assert [line.number for line in document.sent] == list(range(1, len(document.sent) + 1))
    assert _solid("".join(_words(document))) == _solid(document.text)


@settings(deadline=None)  # the first text loads the language model
@given(text=st.text(max_size=lines.LONGEST_SENTENCE))
def test_any_text_is_a_document_or_a_document_error(text: str) -> None:
    """Whatever the text, its lines are stripped, inside it, in order and apart, and hold all of it; or it is refused."""
    if text.strip():
        _lawful(from_text(text))
        return
    with pytest.raises(DocumentError, match="is empty"):
        from_text(text)


WORDS = (
    "Fiji",
    "navy",
    "met.",
    "Dr.",
    "19:40",
    "5 May 2024",
    "«Ja»,",
    "и",
    "Tags:",
    "(PHOTO)",
    "!?",
    "İ",
    "—",
    "Mr. X",
    "۔",
    "。",
)
PARAGRAPH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=120).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_any_article_is_a_document(paragraphs: list[str]) -> None:
    """The same holds for texts made of what news are made of, with paragraphs long enough to be split."""
    document = from_text("\n".join(paragraphs))
    _lawful(document)

    sent = [line for line in document.lines if line.chrome is None]
    assert all(line.end - line.start <= lines.LONGEST_SENTENCE for line in sent)


@pytest.mark.parametrize("text", ["", " ", "\n\r\t", "\u00a0\u2003\u2028", "\x1c\x1d"])
def test_nothing_is_refused(text: str) -> None:
    """A text of white space is no document; the error names it."""
    with pytest.raises(DocumentError, match="mail: is empty") as caught:
        from_text(text, "mail")
    assert caught.value.kind == "empty"


def test_too_much_is_refused() -> None:
    """A text of more than 400,000 characters is no article, and is refused before any work."""
    with pytest.raises(DocumentError, match=r"mail: 400,001 characters are too many .* split it") as caught:
        from_text("Fiji. " * 66_666 + "Fiji.", "mail")
    assert caught.value.kind == "too_long"


def test_the_same_text_has_the_same_identity() -> None:
    """The digest is of the text alone, the id is the name that was given."""
    one, other = from_text(FIRST, "a"), from_text(FIRST, "b")

    assert one.sha256 == other.sha256 != from_text(SECOND).sha256
    assert (one.doc_id, one.path, one.media_type) == ("a", "a", "text/plain")


def test_invisible_characters_stay() -> None:
    """Control and format characters inside a line are part of it."""
    text = "A\u200b ship\u00ad is\u0000 here"

    assert [text] == _words(from_text(text))
