"""When a page says that its article was published."""

from datetime import date

import pytest

from extractor.document import from_text, stamp
from extractor.document.stamp import full_dates
from tests.articles import FIRST, GERMAN, HUNGARIAN, RUSSIAN, SECOND, TITLE, UKRAINIAN, clues_of


@pytest.mark.parametrize(
    ("stamp", "body", "expected"),
    [
        ("5 March 2024", FIRST, "2024-03-05"),
        ("March 5, 2024", FIRST, "2024-03-05"),
        ("05.03.2024", FIRST, "2024-03-05"),
        ("2024-03-05", FIRST, "2024-03-05"),
        ("5. März 2024", GERMAN, "2024-03-05"),
        ("5 марта 2024", RUSSIAN, "2024-03-05"),
        ("03.25.2024", FIRST, "2024-03-25"),
        ("March 2024", FIRST, None),
        ("March 5", FIRST, None),
        ("", FIRST, None),
    ],
)
def test_publication_date(stamp: str, body: str, expected: str | None) -> None:
    """A full date in the head of the page is the day of publication, and its words are kept; less than that is none."""
    document = from_text(f"{TITLE}\n{stamp}\n{body}")
    found = document.clues.publication_span

    assert (date.fromisoformat(expected) if expected else None) == document.clues.publication_date
    assert (document.words(found) if found else None) == (stamp if expected else None)


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("5 March 2024 18:20", "2024-03-05T18:20"),
        ("5 March 2024 9:05 (UTC+08:00)", "2024-03-05T09:05+08:00"),
        ("5 March 2024 18:20 UTC-3:30", "2024-03-05T18:20-03:30"),
        ("5 March 2024", None),
    ],
)
def test_publication_datetime(stamp: str, expected: str | None) -> None:
    """The clock is kept if it is printed, and its offset from UTC only if that is."""
    assert expected == clues_of(TITLE, stamp, FIRST).publication_datetime


@pytest.mark.parametrize(
    ("page", "expected", "conflict"),
    [
        (("Thursday, 7 March 2024", TITLE, "5 March 2024 18:20", FIRST), "2024-03-05", True),
        (("7 March 2024", "SUVA, March 5. /Steppe Wire/", "5 March 2024", FIRST), "2024-03-05", True),
        ((TITLE, "7 March 2024", "5 March 2024 18:20", FIRST), "2024-03-05", True),
        ((TITLE, "Thursday, 7 March 2024", "5 March 2024", FIRST), "2024-03-05", True),
        ((TITLE, "7 March 2024 18:20", "5 March 2024", "SUVA, March 5. /Wire/ " + FIRST), "2024-03-05", True),
        ((TITLE, "5 March 2024", FIRST, "05.03.2024"), "2024-03-05", False),
        ((TITLE, FIRST + " The course begins on 9 April 2025, and nobody knows more about it than this."), None, False),
    ],
)
def test_two_dates_conflict(page: tuple[str, ...], expected: str | None, conflict: bool) -> None:  # a column
    """Of two days the one with a clock, or that a dateline repeats, wins, and the flag tells of it; prose is no stamp."""
    found = clues_of(*page)

    assert (date.fromisoformat(expected) if expected else None) == found.publication_date
    assert conflict == ("date_conflict" in found.flags)


@pytest.mark.parametrize(
    ("stamp", "body", "expected"),
    [
        ("14.03.2025, 09:12", GERMAN, "2025-03-14"),
        ("Stand: 03.02.2025 17:45 Uhr", GERMAN, "2025-02-03"),
        ("vom 3. Mai 2024", GERMAN, "2024-05-03"),
        ("2024.09.11 11:26 | Read: 904", FIRST, "2024-09-11"),
        ("2024/01/18 17:22", FIRST, "2024-01-18"),
        ("18-01-2024", FIRST, "2024-01-18"),
        ("March 5, 202403:12 PM GMT+3", FIRST, "2024-03-05"),
        ("2024年3月5日 10:30", FIRST, "2024-03-05"),
        ("1/18/2024", FIRST, "2024-01-18"),
        ("Published: 28 November 2023, 10:05 | Views: 24", FIRST, "2023-11-28"),
        ("By Anna Bat, Suva | Tuesday, March 5, 2024 | 3 comments", FIRST, "2024-03-05"),
        ("Publié le 06/02/2025 à 17:42 – Mis à jour le 07/02/2025 à 17:50", FIRST, "2025-02-06"),
        ("24.10.24, 19:05", RUSSIAN, "2024-10-24"),
        ("2024 03 05 17:22 / Wire inf.", FIRST, "2024-03-05"),
        ("March, 05/2024 - 09:12", FIRST, "2024-03-05"),
        ("Vol. 9, No. 3                    March 5, 2024                    Page 5", FIRST, "2024-03-05"),
        ("12 лис. 2025  |  4 хв  |  Назар Вербич", UKRAINIAN, "2025-11-12"),
        ("2018. okt. 11. csütörtök, 10:14", HUNGARIAN, "2018-10-11"),
        ("21 сентября 2023, четверг. Прочитали: 642", RUSSIAN, "2023-09-21"),
        (
            "٢٠٢٥/١١/١٨",
            "التقى وزيرا الدفاع في سوفا يوم الثلاثاء واتفقا على تبادل معلمين اثنين للملاحة البحرية خلال العام.",
            "2025-11-18",
        ),
        (
            "18 تشرين الثاني 2025",
            "التقى وزيرا الدفاع في سوفا يوم الثلاثاء واتفقا على تبادل معلمين اثنين للملاحة البحرية خلال العام.",
            "2025-11-18",
        ),
        (
            "12 جويلية 2024",
            "التقى وزيرا الدفاع في سوفا يوم الثلاثاء واتفقا على تبادل معلمين اثنين للملاحة البحرية خلال العام.",
            "2024-07-12",
        ),
    ],
)
def test_stamps_of_many_pages(stamp: str, body: str, expected: str) -> None:
    """The stamp is read in any order, digits and calendar words that pages use."""
    assert date.fromisoformat(expected) == clues_of("Fiji and Mongolia plan a course", stamp, body).publication_date


@pytest.mark.parametrize(
    "above",
    [
        "Today is Wednesday, 13 March 2024, 09:12",
        "Heute ist Mittwoch, 13. März 2024 – Wien 21 °C",
        "Bu gün: 13 Mart 2024   |   Bakı +9°C",
        "BREAKING 13.03.2024 19:20 — Bridges are painted green",
        "13.03.2024, 11:20  A bridge is painted green",
        "A bridge is painted green – 13.03.2024",
    ],
)
def test_dates_that_are_not_the_articles(above: str) -> None:
    """The page's clock and the dates of other headlines are no publication date, alone or beside a stamp."""
    assert clues_of(above, TITLE, FIRST, SECOND).publication_date is None
    assert clues_of(above, TITLE, "5 March 2024 18:20", FIRST).publication_date == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("[الثلاثاء 09 فبراير-شباط 2010 الساعة 07 مساءً]", "ar", date(2010, 2, 9)),
        ("سه‌شنبه ۱۲ عقرب ۱۳۹۴ ساعت ۱۵:۲۰", "fa", date(2015, 11, 3)),
        ("Date Posted: 06.21.2017 11:12", "en", date(2017, 6, 21)),
    ],
)
def test_other_calendars(words: str, language: str, expected: date) -> None:
    """A month with its twin name, a month of Afghanistan, the American order."""
    assert [day for day, _, _ in stamp.full_dates(words, language)] == [expected]


def test_day_behind_the_headline() -> None:
    """Where the headline ends with the day, other headlines below don't date the article."""
    found = from_text(
        f"Menu\n\nThe ambassador's visit to the ministry of defence, 15.03.2019\n\n{FIRST}\n{SECOND}\n\nA talk with the mayor, 07.03.2019\n"
    )

    assert found.clues.publication_date == date(2019, 3, 15)


@pytest.mark.parametrize(
    ("stamp", "owner", "expected"),
    [
        ("Thursday, 07 July   Comments (2)", "© 2016 Steppe Wire", "2016-07-07"),
        ("7 July, 18:07", "© 2008–2017 Steppe Wire", "2017-07-07"),
        ("Friday, 07 July", "© 2016 Steppe Wire", None),
        ("7 July", "© 2016 Steppe Wire", None),
        ("The course begins on Thursday, 7 July", "© 2016 Steppe Wire", None),
        ("7 July, 18:07", "© 2008-17 Steppe Wire", "2017-07-07"),
        ("7 July, 18:07", "© 2008 - present Steppe Wire", None),
        ("7 July, 18:07", "© 2008 Steppe Wire. © 2016 Steppe Media", "2016-07-07"),
        ("Thursday, 07 July", "Steppe Wire", None),
    ],
)
def test_a_day_in_the_year_of_the_owner(stamp: str, owner: str, expected: str | None) -> None:
    """A weekday or a time beside the headline makes a day of publication with the year of the '©', unless the weekday is another."""
    page = (
        "Fiji and Mongolia plan a course",
        stamp,
        "The two ministers of defence met in Suva and spoke about a course.",
        owner,
    )

    assert clues_of(*page).publication_date == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (("Mar 5, 2024 | News, Suva | 2 comments", "The teachers. Photo: A. Bat", TITLE, FIRST), "2024-03-05"),
        (("Steppe Wire", "2024-03-05 @ 09:35:18 GMT", TITLE, FIRST), "2024-03-05"),
        (("Friday, 21 November 2025 03:12 AM     Suva 26°C", TITLE, "Thursday, March 7, 2024", FIRST), "2024-03-07"),
        (("Thursday, March 7, 2024", "Home", TITLE, FIRST + " They had begun on 10 January."), "2024-03-07"),
        (("Thursday, March 7, 2024", "Home", TITLE, FIRST + " They had begun on 10 November."), None),
        ((TITLE, FIRST, "This article first appeared in print on Thursday, March 7, 2024."), "2024-03-07"),
        ((TITLE, "05MAR2024.- (Prensa FAN) " + FIRST), "2024-03-05"),
        ((TITLE, "SUVA, March 5 (Steppe Wire) " + FIRST, "SUBSCRIBE - 2024 (c)"), "2024-03-05"),
    ],
)
def test_the_only_day_that_can_be_the_articles(page: tuple[str, ...], expected: str | None) -> None:
    """A day with its weekday may be the page's clock: it counts where no other likely one is there and the body tells of days near it."""
    assert (date.fromisoformat(expected) if expected else None) == clues_of(*page).publication_date


def test_buttons_beside_a_day_are_no_headlines() -> None:
    """A stamp with the page's buttons beside it is one."""
    page = ("05-03-2024 | 17:05   Imprimir | Enviar por e-mail | Achicar | Agrandar", TITLE, FIRST)

    assert clues_of(*page).publication_date == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("5   March   2024", ["2024-03-05"]),
        ("March 5,   2024", ["2024-03-05"]),
        ("5 March 2024   12 comments", ["2024-03-05"]),
        ("5 March|2024 views", []),
        ("Issue March, 3/2020", []),
        ("Tel. 021 2012 10 11", []),
        ("2024 02 14", ["2024-02-14"]),
    ],
)
def test_wide_spaces_and_numbers_of_other_things(words: str, days: list[str]) -> None:
    """Wide spaces part a date only from what isn't of it; issues and telephones have no days."""
    assert [day.isoformat() for day, _, _ in full_dates(words, "en")] == days
