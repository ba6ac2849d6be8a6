"""Dates: found in running text of ten languages, made whole, never sharpened."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import dates

LANGUAGES = ("en", "de", "ru", "uk", "fr", "es", "tr", "az", "pl", "ar")
DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))
FRIDAY = date(2021, 5, 14)


def parts(text: str, language: str) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(text[m.start : m.end], m.year, m.month, m.day) for m in dates.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("signed on 3 October 2022 in", "en", ("3 October 2022", 2022, 10, 3)),
        ("on Oct. 3 they", "en", ("Oct. 3", None, 10, 3)),
        ("am 3. Oktober 2022 in", "de", ("3. Oktober 2022", 2022, 10, 3)),
        ("прошла 3 октября 2022 года", "ru", ("3 октября 2022", 2022, 10, 3)),
        ("в октябре", "ru", ("октябре", None, 10, None)),
        ("в мае 2022 года", "ru", ("мае 2022", 2022, 5, None)),
        ("відбулася 3 жовтня 2022 року", "uk", ("3 жовтня 2022", 2022, 10, 3)),
        ("у жовтні 2022 року", "uk", ("жовтні 2022", 2022, 10, None)),
        ("le 1er octobre 2022", "fr", ("1er octobre 2022", 2022, 10, 1)),
        ("el 3 de octubre de 2022", "es", ("3 de octubre de 2022", 2022, 10, 3)),
        ("3 Ekim 2022'de", "tr", ("3 Ekim 2022", 2022, 10, 3)),
        ("3 oktyabrda keçirilib", "az", ("3 oktyabrda", None, 10, 3)),
        ("dnia 3 października 2022 r.", "pl", ("3 października 2022", 2022, 10, 3)),
        ("w styczniu 2022 r.", "pl", ("styczniu 2022", 2022, 1, None)),
        ("في 3 أكتوبر 2022", "ar", ("3 أكتوبر 2022", 2022, 10, 3)),
        ("posted 29 octobre 2019 here", "en", ("29 octobre 2019", 2019, 10, 29)),
        ("stamp 2022-10-03 here", "en", ("2022-10-03", 2022, 10, 3)),
        ("Stand: 03.10.2022", "de", ("03.10.2022", 2022, 10, 3)),
        ("2022年10月3日", "ja", ("2022年10月3日", 2022, 10, 3)),
        ("令和4年10月3日", "ja", ("令和4年10月3日", 2022, 10, 3)),
        ("الإثنين 3 أكتوبر 2022م", "ar", ("الإثنين 3 أكتوبر 2022", 2022, 10, 3)),
        ("Bunia, 3 sept. 2022 (LAP)", "fr", ("3 sept. 2022", 2022, 9, 3)),
        ("in April", "en", ("April", None, 4, None)),
        ("the plan for 2023", "en", ("2023", 2023, None, None)),
        ("met on Tue 14 Mar 23 at camp", "en", ("Tue 14 Mar 23", 2023, 3, 14)),
        ("posted 30-Aug-19, 3 min", "en", ("30-Aug-19", 2019, 8, 30)),
        ("llegó el 14MAR23 a", "es", ("14MAR23", 2023, 3, 14)),
    ],
)
def test_found_in_text(text: str, language: str, expected: tuple[object, ...]) -> None:
    """A calendar date is found with its words and no more precise than they are."""
    assert [expected] == parts(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("before the rains end", "en"),
        ("you may sail", "en"),
        ("10 marines, 25 junior officers and 3 separate decks", "en"),
        ("they marched on and march still", "en"),
        ("31 February marks, 45.13.2020x", "en"),
        ("der Junior", "de"),
        ("2 декады, Мартин", "ru"),
        ("лист про наміри", "uk"),
        ("sept accords, une marche", "fr"),
        ("la mayor parte", "es"),
        ("dünya barışı", "tr"),
        ("Marcin przyjechał", "pl"),
        ("غداء عمل", "ar"),
        ("some 12,000 of 120199 and 19.2020.1", "en"),
    ],
)
def test_no_date(text: str, language: str) -> None:
    """Words and numbers that only look like a date give none (R14)."""
    assert parts(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("on Wednesday", "en", "2021-05-12"),
        ("am Mittwoch", "de", "2021-05-12"),
        ("в среду", "ru", "2021-05-12"),
        ("со вторника", "ru", "2021-05-11"),
        ("у середу", "uk", "2021-05-12"),
        ("mercredi", "fr", "2021-05-12"),
        ("el miércoles", "es", "2021-05-12"),
        ("Çarşamba günü", "tr", "2021-05-12"),
        ("çərşənbə günü", "az", "2021-05-12"),
        ("w środę", "pl", "2021-05-12"),
        ("يوم الأربعاء", "ar", "2021-05-12"),
        ("yesterday", "en", "2021-05-13"),
        ("gestern", "de", "2021-05-13"),
        ("вчера", "ru", "2021-05-13"),
        ("вчора", "uk", "2021-05-13"),
        ("aujourd’hui", "fr", "2021-05-14"),
        ("ayer", "es", "2021-05-13"),
        ("dün", "tr", "2021-05-13"),
        ("bu gün", "az", "2021-05-14"),
        ("wczoraj", "pl", "2021-05-13"),
        ("أمس", "ar", "2021-05-13"),
    ],
)
def test_relative_days(text: str, language: str, expected: str) -> None:
    """Weekdays and words like 'yesterday' count from the publication, the nearest past day for what was held (R13)."""
    (mention,) = dates.find(text, language)

    assert mention.basis == "relative"
    assert expected == dates.resolve(mention, FRIDAY)
    assert dates.resolve(mention, None) is None


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("Friday", "held", "2021-05-14"),
        ("Friday", "planned", "2021-05-21"),
        ("December 30", "held", "2020-12-30"),
        ("December 30", "planned", "2021-12-30"),
        ("in January", "planned", "2022-01"),
        ("in May 2019", "held", "2019-05"),
        ("29 February", "held", "2020-02-29"),
    ],
)
def test_resolve_looks_back_or_ahead(text: str, status: str, expected: str) -> None:
    """A missing year or week is the nearest one, earlier for what was held and later for what is planned (R12)."""
    (mention,) = dates.find(text)

    assert expected == dates.resolve(mention, FRIDAY, status)


def test_leap_day_without_leap_year_is_no_date() -> None:
    """The 29th of February has no year where none of the three years around the publication has that day."""
    (mention,) = dates.find("29 February")

    assert dates.resolve(mention, date(2022, 3, 1)) is None
    assert dates.states(mention, "2022-02-29", date(2022, 3, 1)) is False


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("3 May 2021", "2021-05-03", True),
        ("3 May 2021", "2021-05", True),
        ("3 May 2021", "2021-05-04", False),
        ("May 2021", "2021-05-03", False),
        ("3 May", "2021-05-03", True),
        ("3 May", "2016-05-03", False),
        ("2021", "2021", True),
        ("2021", "2021-05", False),
        ("Monday", "2021-05-10", True),
        ("Monday", "2021-05-17", False),
        ("Monday", "2021-05-11", False),
    ],
)
def test_states(text: str, value: str, *, expected: bool) -> None:
    """A mention states a value when every part agrees and the value is not finer than the words."""
    (mention,) = dates.find(text)

    assert expected is dates.states(mention, value, FRIDAY)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-01-02", "day"),
        ("2020-01", "month"),
        ("2020", "year"),
        ("2023/2024", "year"),
        ("", "none"),
        (None, "none"),
    ],
)
def test_precision(value: str | None, expected: str) -> None:
    """Precision is the length of the start date."""
    assert expected == dates.precision(value)


@given(DAYS, st.sampled_from(LANGUAGES))
def test_written_date_comes_back(day: date, language: str) -> None:
    """A date that the CLDR writes out in any of the ten languages is found and resolves to itself."""
    written = format_date(day, "long", locale="ar_EG@numbers=latn" if language == "ar" else language)
    (mention,) = dates.find(f"x {written} x", language)

    assert day.isoformat() == dates.resolve(mention, None)
    assert dates.states(mention, day.isoformat(), None)


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"]))
def test_numeric_date_comes_back(day: date, form: str) -> None:
    """A date in figures is found whole and resolves to itself."""
    written = day.strftime(form)

    assert [day.isoformat()] == [dates.resolve(m, None) for m in dates.find(f"({written})")]
