"""Folding: what is one and the same, and the way back to the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.fold import fold, fold_character, fold_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    "aé e\u0301ßİıŁ½² \u00a0\n\u00ad\u200b’“–…ﬁوقعй가漢9", max_size=30
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Colonel’s “plan”", 'colonel\'s "plan"'),
        ("Große Straße", "grosse strasse"),
        ("ЁЛКА и чай", "елка и чаи"),
        ("Їжак і ґанок", "іжак і ґанок"),
        ("«Défense» à Évian", '"defense" a evian'),
        ("Señor Núñez", "senor nunez"),
        ("İstanbul ve Iğdır", "istanbul ve igdir"),
        ("Gəncə", "gəncə"),
        ("Łódź – Żywiec", "lodz - zywiec"),
        ("وقّع أمس", "وقع امس"),
    ],
)
def test_each_language_folds(written: str, folded: str) -> None:
    """Case, diacritics and typography fold away in each of the ten languages."""
    assert folded == fold_text(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Munchen", "Mu\u0308nchen"),
        ("Verteidi\u00adgung", "Verteidigung"),
        ("10\u00a0ships", "10 ships"),
        ("two \n\t lines", "two lines"),
        ("Jean‑Luc", "Jean-Luc"),
        ("\ufb01nal", "final"),
        ("２０２４", "2024"),
        ("𝐍𝐀𝐓𝐎", "nato"),
    ],
)
def test_ways_of_writing_are_one(one: str, other: str) -> None:
    """Two ways of writing the same words fold to the same text."""
    assert fold_text(one) == fold_text(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Iran", "Iraq"), ("45", "40"), ("4½", "41⁄2"), ("45²", "452"), ("did", "did not")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    """Folding keeps numbers, names and negations apart."""
    assert fold_text(one) != fold_text(other)


@pytest.mark.parametrize(
    ("text", "found", "raw"),
    [
        ("am Fuße des Berges", "fusse", "Fuße"),
        ("nach Mu\u0308nchen reisen", "munchen", "Mu\u0308nchen"),
        ("im Verteidi\u00adgungsamt", "verteidigungsamt", "Verteidi\u00adgungsamt"),
        ("şehir: İzmir.", "izmir", "İzmir"),
        ("die Ver\u00adein\u00adbarung", "vereinbarung", "Ver\u00adein\u00adbarung"),
        ("Cafe\u0301", "cafe", "Cafe\u0301"),
    ],
)
def test_span_leads_back_to_the_raw_words(text: str, found: str, raw: str) -> None:
    """The raw span of a folded word is the word as it is written, marks and invisible characters included."""
    folded = fold(text)
    at = folded.text.index(found)
    start, end = folded.raw(at, at + len(found))

    assert raw == text[start:end]


@pytest.mark.parametrize("invisible", list("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"))
def test_invisible_characters_vanish(invisible: str) -> None:
    """Soft hyphens, joiners, byte order marks and combining accents fold to nothing."""
    assert not fold_character(invisible)


def test_every_character_folds_for_good() -> None:
    """No character of the basic plane changes when what it folds to is folded again."""
    changed = [hex(n) for n in range(0x10000) if fold(once := fold(chr(n)).text).text != once]

    assert changed == []


@given(TEXTS)
def test_folding_is_idempotent(text: str) -> None:
    """A folded text folds to itself."""
    once = fold(text).text

    assert once == fold(once).text


@given(TEXTS)
def test_offsets_are_monotone(text: str) -> None:
    """Each folded character has a raw offset, none comes before the one ahead of it, and the last is the end."""
    folded = fold(text)

    assert len(folded.text) + 1 == len(folded.at)
    assert list(folded.at) == sorted(folded.at)
    assert len(text) == folded.at[-1]


@given(TEXTS, st.data())
def test_spans_slice_inside_the_text(text: str, data: st.DataObject) -> None:
    """Every folded span has a raw span inside the text that folds back to at least its words."""
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.raw(start, end)

    assert 0 <= first < last <= len(text)
    assert folded.text[start:end].strip() in fold(text[first:last]).text
