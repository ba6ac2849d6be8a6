"""A name as somebody writes it → code; what is a country's name at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import countries


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("AU", "AU"),
        ("African Union", "AFU"),
        ("KOS", "XK"),
        ("UK", "GB"),
        ("NATO", "NATO"),
        ("the Republic of Belarus", "BY"),
        ("Belorussia", "BY"),
        ("Bulgarian Ministry of Defence", "BG"),
        ("France and Spain", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_to_code(written: str, expected: str | None) -> None:
    """Codes, aliases and phrases that name exactly one country have a code, other strings have none."""
    assert expected == countries.to_code(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Belarus", True),
        ("the Republic of Belarus", True),
        ("UK", True),
        ("Greek defence ministry", False),
        ("", False),
    ],
)
def test_whole_name(written: str, *, expected: bool) -> None:
    """Only the name or code of one country and nothing else is a whole name."""
    assert expected is countries.whole_name(written)


@pytest.mark.parametrize(("written", "expected"), [("Portugal", True), ("Singapore", False), ("Lisbon", False)])
def test_country_is_no_city(written: str, *, expected: bool) -> None:
    """A country's name is no city unless its capital has the same name."""
    assert expected is countries.is_country(written)


@pytest.mark.parametrize(("text", "expected"), [("Head of NATO", True), ("Nato Beridze", False), ("TUNATO", False)])
def test_names_organisation(text: str, *, expected: bool) -> None:
    """An acronym counts as a word of its own in capitals, so that it never eats a person's name."""
    assert expected is countries.names_organisation(text)


@given(st.sampled_from(sorted(countries.codes())))
def test_codes_stand_for_themselves(code: str) -> None:
    """Every code that can be returned is read as itself."""
    assert code == countries.to_code(code)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The course was held in English and French.", []),
        ("en", "They met in French and Spanish waters.", ["FR", "ES"]),
        ("en", "An English-speaking officer flew in from Chad.", ["TD"]),
        ("de", "Der Kurs wird auf Englisch gehalten.", []),
        ("de", "Sie übten auf deutschen Schiffen.", ["DE"]),
        ("fr", "Le cours est donné en anglais.", []),
        ("es", "El curso se dio en inglés y en francés.", []),
        ("pl", "Zajęcia po francusku prowadzą instruktorzy z Peru.", ["PE"]),
        ("pl", "Stanęli po polskiej stronie granicy.", ["PL"]),
        ("ru", "Курс ведётся на английском языке.", []),
        ("tr", "Kurs İngilizce verildi.", []),
        ("sv", "De talade på svenska.", []),
    ],
)
def test_a_language_is_no_country(language: str, text: str, expected: list[str]) -> None:
    """What is spoken says nothing of who takes part."""
    assert [mention.code for mention in countries.find(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the Indo-Nepal exercise", ["IN", "NP"]),
        ("a Franco-German brigade", ["FR", "DE"]),
        ("the Indo-Pacific Command", []),
        ("an Anglo-Saxon fort", []),
    ],
)
def test_halves_of_words_for_two_states(text: str, codes: list[str]) -> None:
    """'Indo-' is India before another state, and nothing before an ocean."""
    assert [mention.code for mention in countries.find(text)] == codes


@pytest.mark.parametrize(
    ("text", "words"),
    [("ülkemizi ziyaret etti", "ülkemizi"), ("w naszym kraju gości", "naszym kraju"), ("in the country", None)],
)
def test_own_land(text: str, words: str | None) -> None:
    """'Our country' is the paper's own; 'the country' is any."""
    found = countries.own_land(text)

    assert (text[slice(*found)] if found else None) == words
