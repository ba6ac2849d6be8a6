"""Which of several states a name comes from: known cultures in several scripts, and silence where it can't be known."""

import re
import tomllib

import pytest

from evals.gold import load_all
from extractor import read_text
from extractor.finders.found import Found
from extractor.normalise import origins


@pytest.mark.parametrize(
    ("name", "states", "right"),
    [
        ("Alistair Cunningham", ["CL", "NZ"], "NZ"),
        ("Kwaku Ofosu-Appiah", ["GH", "DK"], "GH"),
        ("Batbayar Ganzorig", ["CH", "MN", "KZ"], "MN"),
        ("Юрій Коваленко", ["JP", "UA"], "UA"),
        ("Кадзуо Фудзимото", ["JP", "UA"], "JP"),
        ("نيكوس باباداكيس", ["GR", "JO"], "GR"),
        ("Lê Văn Hùng", ["BN", "VN"], "VN"),
        ("Tomasz Wróblewski", ["AZ", "PL"], "PL"),
    ],
)
def test_culture_is_known(name: str, states: list[str], right: str) -> None:
    """The order of the states doesn't matter."""
    assert origins.likely(name, states) == right
    assert origins.likely(name, states[::-1]) == right


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("José Fernández", ["AR", "ES"]),
        ("Ahmed Hassan", ["JO", "SY"]),
        ("Ivan Petrov", ["NATO", "RU"]),
        ("Ivan Petrov", ["RU"]),
        ("Ivan Petrov", []),
        ("", ["PL", "RU"]),
        ("123", ["PL", "RU"]),
    ],
)
def test_silent_where_nothing_is_sure(name: str, states: list[str]) -> None:
    """Two states of one culture, an organisation, a single state, no letters."""
    assert origins.likely(name, states) is None


def test_right_about_the_gold() -> None:
    """Of the labelled people of two states whose names are sure, 95 in 100 and more are right; most are sure."""
    seen = {
        (person.name, person.country): origins.likely(person.name, event.parties)
        for gold in load_all("dev", "hard", "wide")
        for event in gold.label.record.events
        for person in event.participants
        if person.name and person.country in event.parties and len(event.parties) == 2
    }
    sure = {person: said for person, said in seen.items() if said}

    assert len(seen) > 900
    assert len(sure) > 0.85 * len(seen)
    assert sum(said == country for (_, country), said in sure.items()) > 0.95 * len(sure)


def test_table_is_clean() -> None:
    """Each culture has states and enough names, none twice."""
    for culture, names in tomllib.loads(origins._TABLE.read_text(encoding="utf-8")).items():
        given, family = names["given"].split(), names["family"].split()
        assert all(re.fullmatch("[A-Z]{2}", state) for state in names["states"]), culture
        assert len(names["states"]) == len({*names["states"]}), culture
        assert (len(given), len(family)) == (len({*given}), len({*family})), culture
        assert len(given) >= 60, culture
        assert len(family) >= 90, culture


def test_what_is_said_comes_first() -> None:
    """A state in the title outweighs the name; a name decides only among the countries that the text names."""
    found = Found(
        read_text(
            "Talks in Wellington\n\nChilean Ambassador Hamish McAllister met Commodore Rodrigo Fuenzalida and Brigadier Duncan"
            " Whitfield in Wellington. Chile and New Zealand have been partners for years."
        )
    )

    assert [*found.origins.values()] == ["CL", "CL", "NZ"]
