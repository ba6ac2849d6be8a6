"""Text broken at a column: paragraphs again, every character in its place; lists and sentences a line stay as they are."""

import textwrap

import pytest

from extractor.document import from_text, wrapped

PARAGRAPH = (
    "The chief of the Nepalese general staff, General Ramesh Thapa, received the commander of the Portuguese engineers, "
    "Brigadier Rui Nobre, in Pokhara on Monday. Both spoke about a course for forty officers of the two armies, which "
    "lasts until the end of May, and about mines that have lain in the hills for thirty years."
)
BROKEN = f"Nepal and Portugal train together\n\n3 June 2024\n\n{textwrap.fill(PARAGRAPH, 72)}\n\nPhotos: two\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_paragraphs_are_put_together(end: str) -> None:
    """Line ends inside a paragraph are spaces, all others stay, and nothing moves."""
    text = BROKEN.replace("\n", end)
    joined = wrapped.joined(text)

    assert len(joined) == len(text)
    assert " ".join(joined.split(end * 2)[2].split()) == PARAGRAPH
    assert joined.startswith(f"Nepal and Portugal train together{end}{end}3 June 2024{end}{end}")


def test_lines_broken_by_the_width_of_letters() -> None:
    """Lines of unlike length that end within sentences and go on small below are paragraphs, too; short ends stay ends."""
    ragged = PARAGRAPH
    for word in ("received", "Rui", "forty", "of May", "for thirty"):
        ragged = ragged.replace(f" {word}", f"\n{word}")
    text = f"Nepal and Portugal train\n{ragged}\nBy our man in Pokhara\n"

    assert wrapped.joined(text) == text.replace(ragged, PARAGRAPH)


def test_a_name_over_two_lines_is_one() -> None:
    """Sentences of a broken text are those of the paragraph, and quotes can be found in it."""
    document = from_text(BROKEN)
    said = [document.words(line) for line in document.sent]

    assert any("commander of the Portuguese engineers, Brigadier Rui Nobre, in Pokhara" in words for words in said)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"The band of regiment {number} played until the evening rain came." for number in range(9)),
        "Home\nPolitics\nWorld\nSport\nWeather\nMore news of the day\nFrigate back in port after half a year in the Gulf of Guinea",
        f"{PARAGRAPH}\n{PARAGRAPH}\n",
        "",
    ],
    ids=["a sentence a line", "menu", "paragraphs a line", "nothing"],
)
def test_other_texts_stay(text: str) -> None:
    """A text whose lines end where sentences or links end was not broken at a column."""
    assert wrapped.joined(text) == text
