"""Names of persons: bare, in Latin letters, and the same person or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import names

PERSONS = st.lists(
    st.sampled_from(["Kofi", "Jürgen", "Юрий", "Шариф", "Щедрин", "Ґанна", "Éric", "Núñez", "Çağla", "Əli", "Łukasz"]),
    min_size=2,
    max_size=3,
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mr. Kofi Boateng", (None, "Kofi Boateng")),
        ("Herr Generalmajor Otto Klein", ("Generalmajor", "Otto Klein")),
        ("г-н Олег Белый", (None, "Олег Белый")),
        ("генерал-майор Тарас Коваль", ("генерал-майор", "Тарас Коваль")),
        ("Madame Claire Moreau", (None, "Claire Moreau")),
        ("Almirante Ana Ruiz", ("Almirante", "Ana Ruiz")),
        ("Sayın Orgeneral Mehmet Kaya", ("Orgeneral", "Mehmet Kaya")),
        ("cənab general-mayor Əli Quliyev", ("general-mayor", "Əli Quliyev")),
        ("generał brygady pan Jan Mazur", ("generał brygady", "Jan Mazur")),
        ("اللواء سامي حداد", ("اللواء", "سامي حداد")),
        ("General Dr. Kofi Boateng,", ("General", "Kofi Boateng")),
        ("Mrinal Sen", (None, "Mrinal Sen")),
        ("Colonel", (None, "Colonel")),
    ],
)
def test_bare(written: str, expected: tuple[str | None, str]) -> None:
    """Courtesy titles are dropped and a rank is split off, in each of the ten languages."""
    assert expected == names.bare(written)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kofi Boateng", "Kofi Boateng"),
        ("Jürgen Weiß", "Jurgen Weiss"),
        ("Юлия Щукина", "Yuliya Shchukina"),
        ("Тарас Коваль", "Taras Koval'"),
        ("Éric  Lefèvre", "Eric Lefevre"),
        ("Ana Núñez", "Ana Nunez"),
        ("Şükrü İnan", "Sukru Inan"),
        ("Łukasz Żak", "Lukasz Zak"),
    ],
)
def test_latin(name: str, expected: str) -> None:
    """A name in plain Latin letters keeps its words, with single spaces."""
    assert expected == names.latin(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kofi Boateng", "K. Boateng"),
        ("Kofi Boateng", "Boateng"),
        ("K.Boateng", "Kofi BOATENG"),
        ("Юрий Щукин", "Ю. Щукин"),
        ("Шариф Мурадов", "Ш.Мурадов"),
        ("Jürgen Weiß", "Jurgen Weiss"),
        ("Олег Белый", "Oleg Belyy"),
        ("İlham İnan", "I. Inan"),
    ],
)
def test_same_person(one: str, other: str) -> None:
    """Initials, surnames and other scripts corefer with the full name (R22)."""
    assert names.same_person(one, other)
    assert names.same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kofi Boateng", "Ama Boateng"),
        ("Kofi Boateng", "A. Boateng"),
        ("Kofi Boateng", "Kofi Mensah"),
        ("Юрий Щукин", "Я. Щукин"),
        ("Ali Inan", "Alina Inan"),
        ("", "Boateng"),
        ("", ""),
    ],
)
def test_other_person(one: str, other: str) -> None:
    """Different first names, initials or last names are different persons, and nobody is nobody."""
    assert not names.same_person(one, other)
    assert not names.same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Gasanov", "Hasanow"), ("Chrenin", "Khrenin"), ("Dschumabekow", "Жумабеков"), ("Schukow", "Shukov")],
)
def test_skeleton_of_transliterations(one: str, other: str) -> None:
    """Two ways to write one name in Latin letters have one skeleton."""
    expected = names.skeleton(one)

    assert names.skeleton(other) == expected
    assert names.skeleton("Miller") != expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Otto von der Heide", True),
        ("Jean-Luc d'Arcy", True),
        ("سامي حداد", True),
        ("Fregatte „Adler“", False),
        ("the whole delegation", False),
        ("Brigade 12", False),
        ("", False),
        ("A B C D E F G", False),
    ],
)
def test_plausible(name: str, *, expected: bool) -> None:
    """A person's name has up to six words with capitals, and no digits or quotes."""
    assert expected is names.plausible(name)


@given(PERSONS)
def test_everybody_is_himself_with_initials(words: list[str]) -> None:
    """A full name, its surname, and its initials with the surname are one person."""
    full = " ".join(words)
    short = " ".join([*(f"{word[0]}." for word in words[:-1]), words[-1]])

    assert all(names.same_person(full, form) for form in (full, words[-1], short, full.upper()))


@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_is_symmetric(one: str, other: str) -> None:
    """Which form comes first makes no difference."""
    assert names.same_person(one, other) == names.same_person(other, one)
