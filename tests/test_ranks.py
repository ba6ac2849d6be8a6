"""Ranks: names of the closed list, and ranks in front of names."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import ranks
from extractor.schemas.defence.values import RankNorm

WRITTEN = {
    "Colonel General": "colonel_general",
    "Lt. Gen.": "lieutenant_general",
    "Army General": "general_of_the_army",
    "Rear Admiral": "rear_admiral",
    "Generaloberst": "colonel_general",
    "Generalleutnant": "lieutenant_general",
    "Kapitän zur See": "navy_captain",
    "генерал-полковник": "colonel_general",
    "Генерал армии": "general_of_the_army",
    "вице-адмирал": "vice_admiral",
    "генерал-лейтенант": "lieutenant_general",
    "підполковник": "lieutenant_colonel",
    "бригадний генерал": "brigadier_general",
    "général de corps d’armée": "lieutenant_general",
    "contre-amiral": "rear_admiral",
    "capitaine de vaisseau": "navy_captain",
    "teniente general": "lieutenant_general",
    "Capitán de Navío": "navy_captain",
    "Korgeneral": "lieutenant_general",
    "Tümgeneral": "major_general",
    "KORAMİRAL": "vice_admiral",
    "general-polkovnik": "colonel_general",
    "general-mayor": "major_general",
    "polkovnik-leytenant": "lieutenant_colonel",
    "generał brygady": "major_general",
    "wiceadmirał": "vice_admiral",
    "فريق أول": "general",
    "الفريق": "lieutenant_general",
    "لواء": "major_general",
    "briqada generalı": "brigadier_general",
    "Luftmarschall": "lieutenant_general",
    "capitano di vascello": "navy_captain",
    "contra-almirante": "rear_admiral",
    "luitenant-generaal": "lieutenant_general",
    "generalul": "general",
    "komandor porucznik": "commander",
    "oberstløjtnant": "lieutenant_colonel",
    "flaggkommandør": "commodore",
    "lippueamiraali": "commodore",
    "해군 중장": "vice_admiral",
    "海将補": "rear_admiral",
    "1等陸佐": "colonel",
}


@pytest.mark.parametrize("written", WRITTEN)
def test_ranks_of_ten_languages(written: str) -> None:
    """A rank as written in any of the ten languages has a name of the closed list."""
    assert WRITTEN[written] == ranks.to_norm(written)
    assert WRITTEN[written] in get_args(RankNorm)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("генерал-полковником", "colonel_general"),
        ("генералу армии", "general_of_the_army"),
        ("майора", "major"),
        ("vice admiral", "vice_admiral"),
        ("lieutenant-colonel", "lieutenant_colonel"),
        ("Mr.", None),
        ("Minister", None),
        ("Majority leader", None),
        ("Senior Colonel", None),
        ("capitaine de corvette", None),
        ("", None),
    ],
)
def test_endings_and_strangers(written: str, expected: str | None) -> None:
    """Short Cyrillic endings and hyphens don't matter; what is no rank has no name."""
    assert expected == ranks.to_norm(written)


@pytest.mark.parametrize(
    ("name", "rank", "rest"),
    [
        ("Major General Kofi Boateng", "Major General", "Kofi Boateng"),
        ("Lt. Gen. Kofi Boateng", "Lt. Gen.", "Kofi Boateng"),
        ("Generalleutnant Jürgen Weiß", "Generalleutnant", "Jürgen Weiß"),
        ("генерал-майору Петру Сидоренко", "генерал-майору", "Петру Сидоренко"),
        ("général de division Luc Moreau", "général de division", "Luc Moreau"),
        ("Tuğgeneral Ayşe Kaya", "Tuğgeneral", "Ayşe Kaya"),
        ("wiceadmirał Jan Mazur", "wiceadmirał", "Jan Mazur"),
        ("الفريق أول سامي حداد", "الفريق أول", "سامي حداد"),
        ("Kofi Boateng", None, "Kofi Boateng"),
        ("Colonel", None, "Colonel"),
        ("Marshalli Kofi", None, "Marshalli Kofi"),
    ],
)
def test_split(name: str, rank: str | None, rest: str) -> None:
    """A leading rank is cut off verbatim, but a rank alone or a longer word is left."""
    assert (rank, rest) == ranks.split(name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("He met Rear Admiral Ana Ruiz.", "Ana", "Rear Admiral"),
        ("der neue Generalmajor Otto Klein", "Otto", "Generalmajor"),
        ("встретился с генерал-лейтенантом Олегом Белым", "Олегом", "генерал-лейтенантом"),
        ("The colonel met Ana Ruiz", "Ana", None),
        ("Subcolonel Ana Ruiz", "Ana", None),
        ("Ana Ruiz", "Ana", None),
        ("met Senior Colonel Ana Ruiz", "Ana", "Senior Colonel"),
        ("z kapitanem marynarki Jan Mazur", "Jan", "kapitanem marynarki"),
    ],
)
def test_before(text: str, name: str, expected: str | None) -> None:
    """The rank right before a name is found with its raw span; one further off or inside a word is not."""
    span = ranks.before(text, text.index(name))

    assert expected == (text[slice(*span)] if span else None)


def test_before_keeps_offsets_deep_in_a_text() -> None:
    """The span of a rank counts from the start of the text, however long that is."""
    text = "wörtlich " * 40 + "Oberst Karl Roth"

    assert ranks.before(text, text.index("Karl")) == (360, 366)


def test_last_rank() -> None:
    """The last rank that a word follows is the one nearest to the name in a long phrase."""
    text = "Korvette „Adler“ unter Kapitän zur See Otto Klein"

    assert text.index("Kapitän") == ranks.last(text)
    assert ranks.last("Otto Klein") is None


@given(st.sampled_from(sorted(WRITTEN)), st.sampled_from(["Kofi Boateng", "Олег Белый", "سامي حداد"]))
def test_rank_and_name_come_apart_again(rank: str, name: str) -> None:
    """A rank put in front of a name is split off again, both verbatim."""
    assert (rank, name) == ranks.split(f"{rank} {name}")
