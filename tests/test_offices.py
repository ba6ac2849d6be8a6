"""Offices: the words in front of a name and the role they mean."""

from itertools import pairwise, permutations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise import offices
from extractor.schemas.defence.values import Role

TITLES = {
    "Minister of Defence": "defence_minister",
    "first deputy minister of defence": "deputy_defence_minister",
    "Verteidigungsministerin": "defence_minister",
    "Parlamentarischer Staatssekretär": "deputy_defence_minister",
    "Inspekteur der Marine": "service_chief",
    "министр обороны": "defence_minister",
    "заместителем министра обороны": "deputy_defence_minister",
    "начальник Генерального штаба": "chief_of_defence",
    "міністром оборони": "defence_minister",
    "заступник міністра оборони": "deputy_defence_minister",
    "військовий аташе": "attache",
    "ministre des Armées": "defence_minister",
    "chef d’état-major des armées": "chief_of_defence",
    "secrétaire d’État auprès de la ministre de la Défense": "deputy_defence_minister",
    "ministra de Defensa": "defence_minister",
    "jefe del Estado Mayor de la Defensa": "chief_of_defence",
    "jefa del Estado Mayor de la Armada": "service_chief",
    "jefe del Estado Mayor del Ejército": "service_chief",
    "Millî Savunma Bakanı": "defence_minister",
    "Genelkurmay Başkanı": "chief_of_defence",
    "Deniz Kuvvetleri Komutanı": "service_chief",
    "müdafiə naziri": "defence_minister",
    "müdafiə nazirinin birinci müavini": "deputy_defence_minister",
    "Baş Qərargah rəisi": "chief_of_defence",
    "minister obrony narodowej": "defence_minister",
    "wiceminister obrony": "deputy_defence_minister",
    "szefa Sztabu Generalnego": "chief_of_defence",
    "وزير الدفاع": "defence_minister",
    "نائب وزير الدفاع": "deputy_defence_minister",
    "رئيس الوزراء": "head_of_government",
    "رئيس الأركان": "chief_of_defence",
    "قائد القوات البحرية": "service_chief",
    "Präsidentin": "head_of_state",
    "Cumhurbaşkanı": "head_of_state",
    "прем’єр-міністр": "head_of_government",
    "ministre des Affaires étrangères": "foreign_minister",
    "naval attaché": "attache",
    "Büyükelçi": "ambassador",
    "Under Secretary of Defense": "deputy_defence_minister",
    "chief of the Botswana Defence Force": "chief_of_defence",
    "commander of the 3rd Brigade": "commander",
    "chief of the Medical Command": "commander",
    "deputy chief of the General Staff": "official",
    "stellvertretender Generalstabschef": "official",
    "первый заместитель начальника Генерального штаба": "official",
    "NATO Secretary General": "igo_official",
    "managing director": "industry",
    "Vorstandschefin": "industry",
    "генеральный директор": "industry",
    "diputada": "legislator",
    "millət vəkili": "legislator",
    "Speaker of the Parliament": "legislator",
    "President of the Parliament": "legislator",
    "portavoz": "official",
    "heyet başkanı": "official",
    "spokesperson": "official",
    "interior minister": "other",
    "Deputy Prime Minister": "other",
    "préfet maritime": "commander",
    "قائد القاعدة": "commander",
    "ministro della Difesa": "defence_minister",
    "secretário de Estado da Defesa": "deputy_defence_minister",
    "Commandant der Strijdkrachten": "chief_of_defence",
    "ministrul apărării": "defence_minister",
    "forsvarschefen": "chief_of_defence",
    "sjefen for Hæren": "service_chief",
    "puolustusvoimain komentaja": "chief_of_defence",
    "해군참모총장": "service_chief",
    "国防長官": "defence_minister",
}
BY_RANK = (
    "President",
    "Prime Minister",
    "Minister of Defence",
    "Chief of the General Staff",
    "Deputy Minister of Defence",
    "Commander of the Navy",
)


@pytest.mark.parametrize("title", TITLES)
def test_titles_in_ten_languages(title: str) -> None:
    """A title of any of the ten languages has its role, and the raw span lies inside the text."""
    text = f"({title}) "
    office = offices.find(text)

    assert office
    assert TITLES[title] == office.role
    assert 1 <= office.start < office.end <= len(text) - 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kingdom of cards",
        "army general",
        "посольство",
        "Verteidigungsministerium",
        "Savunma Bakanlığı",
        "müdafiə nazirliyi",
        "former Minister of Defence",
        "ex-Präsident",
        "бывший министр обороны",
        "eski Savunma Bakanı",
        "keçmiş müdafiə naziri",
        "وزير الدفاع السابق",
    ],
)
def test_no_office(text: str) -> None:
    """Words that only hold an office's letters, bodies, and former offices have no role."""
    assert offices.find(text) is None


@pytest.mark.parametrize(("higher", "lower"), list(pairwise(BY_RANK)))
def test_higher_office_wins(higher: str, lower: str) -> None:
    """Of two offices the higher one counts, whichever comes first (R21)."""
    expected = offices.find(higher)
    for order in permutations((higher, lower)):
        found = offices.find(" and ".join(order))

        assert expected
        assert found
        assert expected.role == found.role


def test_span_is_the_title() -> None:
    """The span holds exactly the words of the office in the raw text."""
    text = "so der Verteidigungsminister Otto Klein"
    office = offices.find(text)

    assert office
    assert text[office.start : office.end] == "Verteidigungsminister"


def test_former_offices_are_told_apart() -> None:
    """A former office is found as such, and the present one beside it counts."""
    text = "former ambassador, now Minister of Defence"

    assert [office.role for office in offices.find_former(text)] == ["ambassador"]
    assert [office.role for office in offices.find_all(text)] == ["defence_minister"]


def test_a_minister_without_a_department_is_vague() -> None:
    """Where only 'Minister' is said, the role is a guess and marked as one."""
    (vague,), (sure,) = offices.find_all("Minister Klein"), offices.find_all("Minister of Defence Klein")

    assert (vague.role, vague.vague) == ("defence_minister", True)
    assert (sure.role, sure.vague) == ("defence_minister", False)


def test_every_role_has_a_place_in_the_order() -> None:
    """The tables of offices.toml are roles of the schema, and every role has one."""
    assert sorted(get_args(Role), key=offices.order)[:2] == ["head_of_state", "head_of_government"]


@given(st.text(max_size=20), st.sampled_from(sorted(TITLES)), st.text(max_size=20))
def test_role_is_of_the_schema(before: str, title: str, after: str) -> None:
    """Whatever stands around a title, an office found has a role of the schema and a span inside the text."""
    text = f"{before} {title} {after}"
    office = offices.find(text)

    if office is None:  # the words before it made it a former one
        (office, *_) = offices.find_former(text)
    assert office.role in get_args(Role)
    assert 0 <= office.start < office.end <= len(text)
