"""Time expressions, phrase by phrase: what each language calls a day, a month, a year or a range."""

from datetime import date
from pathlib import Path

import pytest

from extractor.normalise import dates

FRIDAY = date(2021, 5, 14)


def phrases() -> list[tuple[str, str, str, str]]:
    """Language, status, phrase and meaning of every line of `date_phrases.txt`."""
    found, section = [], ("", "")
    for line in (Path(__file__).parent / "date_phrases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language, status = line.strip("[]").split()
            section = (language, status)
        elif not line.startswith("#"):
            text, expected = line.rsplit(" | ", 1)
            found.append((*section, text, expected))
    return found


def meaning(text: str, language: str, status: str) -> str:
    found = []
    for mention in dates.find(text, language):
        first, last = (read(mention, FRIDAY, status) for read in (dates.resolve, dates.resolve_last))
        found.append(f"{first}..{last}" if last else str(first))
    return ", ".join(found) or "-"


@pytest.mark.parametrize(("language", "status", "text", "expected"), phrases())
def test_phrase(language: str, status: str, text: str, expected: str) -> None:
    """A phrase gives the date it means and no more (R12 to R14): the past for what was held, ahead for what is planned.

    A range has its first day (H9) and its last.
    """
    assert expected == meaning(text, language, status)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the cooperation plan for 2024", "en", True),
        ("a plan for the year 2024", "en", True),
        ("the 2024 bilateral cooperation plan", "en", True),
        ("exercise planned for 2024", "en", False),
        ("In 2024 they signed a plan", "en", False),
        ("met in 2024", "en", False),
        ("the exercise Cedar Wind 2024 began", "en", True),
        ("учение «Белый Барс – 2024» прошло", "ru", True),
        ("manewry „Żubr 2024” trwają", "pl", True),
        ("Im Herbst 2024 begann es", "de", False),
        ("programme for 2024-2025", "en", True),
        ("Kooperationsplan für 2024", "de", True),
        ("den Plan für das Jahr 2024", "de", True),
        ("für 2024 geplant", "de", False),
        ("der Jahresplan 2024", "de", True),
        ("le plan pour 2024", "fr", True),
        ("le plan de coopération pour l'année 2024", "fr", True),
        ("prévu pour 2024", "fr", False),
        ("plan para 2024", "es", True),
        ("plan de cooperación para el año 2024", "es", True),
        ("prevista para 2024", "es", False),
        ("план сотрудничества на 2024 год", "ru", True),
        ("учение запланировано на 2024 год", "ru", False),
        ("план на 2024–2025 годы", "ru", True),
        ("план на 2024 рік", "uk", True),
        ("plan współpracy na rok 2024", "pl", True),
        ("na 2024 r.", "pl", True),
        ("2024-cü il üçün plan", "az", True),
        ("2024-cü il üzrə", "az", True),
        ("2024-cü ildə imzalanıb", "az", False),
        ("2024-cü il ikitərəfli əməkdaşlıq planı", "az", True),
        ("2024 yılı için", "tr", True),
        ("2024 Yılı Askeri İş Birliği Planı", "tr", True),
        ("2024 yılında imzalandı", "tr", False),
        ("خطة التعاون لسنة 2024", "ar", True),
        ("خطة لعام 2024", "ar", True),
        ("في عام 2024", "ar", False),
        ("piano per il 2024", "it", True),
        ("plano para 2024", "pt", True),
        ("plan voor 2024", "nl", True),
        ("planul pentru anul 2024", "ro", True),
    ],
)
def test_year_of_a_plan(text: str, language: str, *, expected: bool) -> None:
    """A year that a plan covers is told from the year in which something happens (R15)."""
    assert [expected] == [mention.of_plan for mention in dates.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("from 17 to 19 May 2021 in", "en", "17 to 19 May 2021"),
        ("(Monday, 3 May).", "en", "Monday, 3 May"),
        ("in the spring of 2025, when", "en", "spring of 2025"),
        ("vom 3. bis 5. Mai.", "de", "3. bis 5. Mai"),
        ("le 6 févr.", "fr", "6 févr"),
        ("durante el año 2020 se", "es", "2020"),
        ("de l'année dernière", "fr", "année dernière"),
        ("oktyabrın 17-də keçirilib", "az", "oktyabrın 17-də"),
        ("3 Ekim 2022'de", "tr", "3 Ekim 2022"),
        ("٣ مايو ٢٠٢٠ في", "ar", "٣ مايو ٢٠٢٠"),
    ],
)
def test_words_without_preposition(text: str, language: str, expected: str) -> None:
    """A mention is the time expression, without a preposition or article before it and a full stop behind it."""
    (mention,) = dates.find(text, language)

    assert expected == text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("text", "language", "exact", "basis"),
    [
        ("3 May", "en", True, "explicit"),
        ("in May", "en", False, "explicit"),
        ("on Monday", "en", True, "relative"),
        ("last year", "en", False, "relative"),
        ("вчера", "ru", True, "relative"),
        ("ayın 5-də", "az", True, "relative"),
        ("2021", "en", False, "explicit"),
    ],
)
def test_exact_and_basis(text: str, language: str, basis: str, *, exact: bool) -> None:
    """A mention says whether it names a day, and whether it has to be counted from the publication."""
    (mention,) = dates.find(text, language)

    assert (exact, basis) == (mention.exact, mention.basis)


@pytest.mark.parametrize(
    ("text", "language", "publication", "expected"),
    [
        ("yesterday, Monday,", "en", date(2021, 5, 11), "2021-05-10"),
        ("yesterday, Monday,", "en", date(2021, 5, 12), "2021-05-10"),
        ("gestern (Montag)", "de", date(2021, 5, 11), "2021-05-10"),
        ("أمس الاثنين", "ar", date(2021, 5, 11), "2021-05-10"),
        ("lundi 3", "fr", date(2021, 5, 14), "2021-05-03"),
        ("lundi 4", "fr", date(2021, 5, 14), "2021-05-10"),
        ("next Tuesday", "en", date(2021, 5, 17), "2021-05-18"),
        ("a month ago", "en", date(2021, 1, 5), "2020-12"),
        ("two days ago", "en", date(2021, 1, 1), "2020-12-30"),
    ],
)
def test_counted_from_publication(text: str, language: str, publication: date, expected: str) -> None:
    """Days are counted from the publication; a weekday beside 'yesterday' or a number of a day corrects it."""
    (mention,) = dates.find(text, language)

    assert expected == dates.resolve(mention, publication)


@pytest.mark.parametrize(
    ("publication", "expected"),
    [(date(2021, 5, 14), "2021-05-20"), (date(2021, 12, 20), "2022-01-20"), (date(2021, 1, 21), "2021-01-20")],
)
def test_cancelled_is_nearest(publication: date, expected: str) -> None:
    """What is cancelled was to be before or after the publication: the nearest year (R12)."""
    (mention,) = dates.find("20 May" if publication.month == 5 else "20 January")

    assert expected == dates.resolve(mention, publication, "cancelled")


def test_range_over_new_year() -> None:
    """A range over New Year ends in the year after its first day, wherever the year is written."""
    texts = ("30 December to 4 January 2021", "30 December 2020 to 4 January", "30 December 2020 – 4 January 2021")
    ranges = {meaning(text, "en", "held") for text in texts}

    assert ranges == {"2020-12-30..2021-01-04"}


def test_words_and_suffixes_are_data() -> None:
    """Every language of the table has twelve months and seven weekdays, if it does not take them from the CLDR."""
    from extractor.normalise.date_words import tables

    assert {(12, 7)} == {
        (len(table["months"]), len(table["weekdays"])) for table in tables().values() if "months" in table
    }
