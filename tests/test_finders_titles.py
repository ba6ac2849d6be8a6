"""The words of a title: where it begins and ends, whose it is, and which of two offices counts."""

import pytest

from tests.test_finders_people import found

ONE = [
    ("en", "General Ali Diop, deputy prime minister and minister of defence of Laos, spoke.", "Ali Diop", "General", "defence_minister", "LA"),
    ("es", "El general Ali Diop, viceprimer ministro y ministro de Defensa de Laos, habló.", "Ali Diop", "general", "defence_minister", "LA"),
    ("es", "Llegó el general Luis Paz, miembro del Buró Político y ministro de las Fuerzas Armadas Revolucionarias.", "Luis Paz", "general", "defence_minister", "CU"),
    ("de", "Dabei war General Jone Tua, Abteilungsleiter Strategie und Einsatz.", "Jone Tua", "General", "official", None),
    ("fr", "Au camp Général Sankara Diallo, le colonel Paul Kaba a parlé.", "Paul Kaba", "colonel", None, None),
    ("es", "En la avenida San Martín, el ministro de Defensa, Luis Roa, habló.", "Luis Roa", None, "defence_minister", None),
    ("es", "En la avenida Gral. San Martín, el ministro de Defensa, Luis Roa, habló.", "Luis Roa", None, "defence_minister", None),
    ("es", "El comandante de la base coronel Luis Paz habló.", "Luis Paz", "coronel", "commander", None),
    ("es", "Llegó al cuartel general Luis Roa, ministro de Defensa.", "Luis Roa", "general", "defence_minister", None),
    ("it", "Nella visita in corso Mario Rossi, ministro della Difesa, ha parlato.", "Mario Rossi", None, "defence_minister", None),
    ("fr", "À sa place Luc Moreau, ministre de la Défense, a parlé.", "Luc Moreau", None, "defence_minister", None),
    ("en", "General Ali Diop, deputy prime minister and the minister of defence of Laos, spoke.", "Ali Diop", "General", "defence_minister", "LA"),
    ("en", "Present was Jone Tua, the Minister of Defence. Ana Rand spoke.", "Jone Tua", None, "defence_minister", None),
    ("de", "Er traf Jone Tua, Verteidigungsminister Norwegens. Ana Rand sprach.", "Jone Tua", None, "defence_minister", "NO"),
]  # fmt: skip


@pytest.mark.parametrize("case", ONE)
def test_whose_title_it_is(case: tuple[str, str, str, str | None, str | None, str | None]) -> None:
    """Of two offices behind a name the higher counts; streets and camps named after somebody take nothing from who is there."""
    language, text, name, rank, role, country = case
    every = found(language, text)
    person = every[name]
    written = text[person.rank.start : person.rank.end] if person.rank else None

    assert list(every) == [name]
    assert (written, person.role, person.country) == (rank, role, country)
    assert not person.absent


def test_of_two_offices_the_higher_counts() -> None:
    """A deputy minister who is chief of the general staff is the chief (R21), and the office is his words."""
    text = "Первый заместитель министра обороны – начальник Генерального штаба Вооруженных сил Республики Казахстан генерал-лейтенант Арман Белов прибыл."
    person = found("ru", text)["Арман Белов"]

    assert (person.role, person.country) == ("chief_of_defence", "KZ")
    assert person.office
    assert text[person.office.start : person.office.end] == "начальник Генерального штаба Вооруженных сил"


def test_an_office_stays_with_its_own_name() -> None:
    """In a list each person has the office and country beside their own name."""
    text = "Present were Argentina's Defence Minister Ana Ferro, Peru's Navy Commander, Admiral Jorge Huanca, and Chile's ambassador Luz Vera."
    every = found("en", text)

    assert [(p.role, p.country) for p in every.values()] == [
        ("defence_minister", "AR"),
        ("service_chief", "PE"),
        ("ambassador", "CL"),
    ]


def test_an_office_ends_with_its_sentence() -> None:
    """The office behind a name stays that one's, though the next sentence begins with somebody else's rank."""
    text = "Er kam mit General Jone Tua, dem Befehlshaber der Streitkräfte. Für die Ministerin saßen Oberst Otto Lang und Botschafterin Ida Roth da."

    assert {name: person.role for name, person in found("de", text).items()} == {
        "Jone Tua": "chief_of_defence",
        "Otto Lang": None,
        "Ida Roth": "ambassador",
    }
