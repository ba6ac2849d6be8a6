"""Countries: from written names to codes and back to their words in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import countries

IN_TEN_LANGUAGES = {
    "en": ("Belarus", "Iran", "Iraq", "Oman", "Niger", "Nigeria", "Germany"),
    "de": ("Weißrussland", "Iran", "Irak", "Oman", "Niger", "Nigeria", "Deutschland"),
    "ru": ("Белоруссия", "Иран", "Ирак", "Оман", "Нигер", "Нигерия", "Германия"),
    "uk": ("Білорусь", "Іран", "Ірак", "Оман", "Нігер", "Нігерія", "Німеччина"),
    "fr": ("Biélorussie", "Iran", "Irak", "Oman", "Niger", "Nigeria", "Allemagne"),
    "es": ("Bielorrusia", "Irán", "Irak", "Omán", "Níger", "Nigeria", "Alemania"),
    "tr": ("Belarus", "İran", "Irak", "Umman", "Nijer", "Nijerya", "Almanya"),
    "az": ("Belarus", "İran", "İraq", "Oman", "Niger", "Nigeriya", "Almaniya"),
    "pl": ("Białoruś", "Iran", "Irak", "Oman", "Niger", "Nigeria", "Niemcy"),
    "ar": ("بيلاروسيا", "إيران", "العراق", "عُمان", "النيجر", "نيجيريا", "ألمانيا"),
}


def codes(text: str, language: str) -> list[str]:
    return [mention.code for mention in countries.find(text, language)]


@pytest.mark.parametrize("language", IN_TEN_LANGUAGES)
def test_names_in_ten_languages(language: str) -> None:
    """Countries whose names look alike keep their own code in each of the ten languages."""
    written = IN_TEN_LANGUAGES[language]

    assert [countries.to_code(name, language) for name in written] == ["BY", "IR", "IQ", "OM", "NE", "NG", "DE"]
    assert codes(", ".join(written), language) == ["BY", "IR", "IQ", "OM", "NE", "NG", "DE"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the Kenyan and the Georgian navies", "en", ["KE", "GE"]),
        ("rumänische Offiziere in Deutschland", "de", ["RO", "DE"]),
        ("встреча в Германии с белорусской стороной", "ru", ["DE", "BY"]),
        ("la délégation arménienne en Grèce", "fr", ["AM", "GR"]),
        ("Türkiye'nin başkenti", "tr", ["TR"]),
        ("Azərbaycanın hərbçiləri", "az", ["AZ"]),
        ("w Niemczech", "pl", ["DE"]),
        ("وزير الدفاع العراقي", "ar", ["IQ"]),
        ("بين مصر و قطر", "ar", ["EG", "QA"]),
    ],
)
def test_inflected_forms_and_adjectives(text: str, language: str, expected: list[str]) -> None:
    """Case forms and adjectives name their country."""
    assert expected == codes(text, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guinea-Bissau", ["GW"]),
        ("Papua New Guinea", ["PG"]),
        ("South Sudan and Sudan", ["SS", "SD"]),
        ("North Korea, South Korea", ["KP", "KR"]),
        ("the Dominican Republic", ["DO"]),
        ("a Romanian woman", ["RO"]),
        ("Венок из цветов", []),
        ("Nigerian troops in Niger", ["NG", "NE"]),
    ],
)
def test_longest_name_wins(text: str, expected: list[str]) -> None:
    """A name inside a longer name is not read as a country of its own."""
    assert expected == codes(text, "en")


@pytest.mark.parametrize(("text", "expected"), [("US", ["US"]), ("they told us", []), ("the womanly ideal", [])])
def test_short_words_need_their_capital(text: str, expected: list[str]) -> None:
    """A pronoun, or the letters of a country inside a word, is no country."""
    assert expected == codes(text, "en")


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


def test_whole_marks_names_but_no_adjectives() -> None:
    """A mention says whether it is a country's name or only an adjective."""
    assert [(m.code, m.whole) for m in countries.find("Polish troops left Poland")] == [("PL", False), ("PL", True)]


def test_unknown_language_reads_english() -> None:
    """A language that the CLDR doesn't have falls back on English names."""
    assert countries.to_code("Portugal", "zz") == "PT"


@given(st.sampled_from(sorted(countries.codes())))
def test_codes_stand_for_themselves(code: str) -> None:
    """Every code that can be returned is read as itself."""
    assert code == countries.to_code(code)


@given(st.lists(st.sampled_from([n for names in IN_TEN_LANGUAGES.values() for n in names] + ["мир", "und", "x"])))
def test_spans_slice_the_text(words: list[str]) -> None:
    """Mentions lie inside the text, in order and apart, and name a known code."""
    text = " – ".join(words)
    found = countries.find(text, "de")
    edges = [edge for m in found for edge in (m.start, m.end)]

    assert edges == sorted(edges)
    assert all(0 <= m.start < m.end <= len(text) and m.code in countries.codes() for m in found)
