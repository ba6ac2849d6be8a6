"""Pages that leave things unsaid: the paper's own country, the publication date, the day of what is to come."""

import pytest

from extractor import extract, read_text
from extractor.schemas.defence.record import DefenceRecord
from tests.articles import events


def record(text: str) -> DefenceRecord:
    """The checked record of code alone."""
    found = extract(read_text(text), prompt="defence/rules", cache="off")
    assert isinstance(found, DefenceRecord)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Bakan Aksoy, mevkidaşı ile görüştü\n\n10.04.2021\n\nMilli Savunma Bakanı Mehmet Aksoy, Moldova Savunma Bakanı Ion Ciobanu ile İstanbul'da buluştu.\n",
        "Bakan Aksoy telefonda görüştü\n\n10.04.2021\n\nMilli Savunma Bakanı Mehmet Aksoy, Moldova Savunma Bakanı Ion Ciobanu ile telefonda görüştü.\n",
        "Bakan Aksoy konuğunu ağırladı\n\n10.04.2021\n\nMehmet Aksoy, ülkemizi ziyaret eden Moldova Savunma Bakanı Ion Ciobanu ile görüştü.\n",
    ],
    ids=["a town", "a minister", "our country"],
)
def test_a_paper_does_not_name_its_own_country(text: str) -> None:
    """It is a party all the same, and the record says by which words: a town, an own minister, 'our country'."""
    found = record(text)
    (event,) = found.events
    number = event.parties.index("TR")
    support = found.support[f"/events/0/parties/{number}"]

    assert event.parties == ["MD", "TR"]
    assert support.status == "derived"
    assert support.start is not None


def test_our_country_is_where_a_guest_is() -> None:
    """'In our country' says where the event is, in a language of one country."""
    (event,) = events(
        "Japoński generał w Sztabie\n\n22.05.2019\n\nW naszym kraju gości szef Połączonego Sztabu Japonii generał Haruto Mine. W środę generał spotkał się "
        "z szefem Sztabu Generalnego generałem Adamem Trzaską.\n"
    )

    assert event.location_country == "PL"


def test_a_ministry_is_in_its_state() -> None:
    """'In the Ministry of Defence of …' says where the event is."""
    (event,) = events(
        "Встреча в Министерстве обороны\n\n17.08.2017\n\nВ Министерстве обороны Республики Узбекистан 17 августа состоялась встреча с делегацией во главе с "
        "министром обороны Республики Таджикистан Рустамом Кодировым.\n"
    )

    assert (event.location_country, event.location_city) == ("UZ", None)


def test_a_visit_goes_elsewhere_than_the_dateline() -> None:
    """Who is on a visit to Serbia is not met in Yerevan, from where the news was sent."""
    (event,) = events(
        "Armenia and Serbia sign plan\n\nYerevan. 9 October. ARMWIRE/ Armenia's Defence Minister Arsen Barsegh, who is on a visit to Serbia, has met with "
        "the Defence Minister of this country Milan Ilić on October 9.\n"
    )

    assert event.location_country == "RS"


@pytest.mark.parametrize(
    ("lede", "status"),
    [
        (
            "El ministro de Defensa de Brasil, Paulo Rezende, iniciará este lunes una visita oficial a Bolivia.",
            "planned",
        ),
        ("Los ministros de Defensa de Brasil y Bolivia, Paulo Rezende y Luis Soto, se reunirán en La Paz.", "planned"),
        ("El ministro de Defensa de Brasil, Paulo Rezende, inició este lunes una visita oficial a Bolivia.", "held"),
    ],
)
def test_a_page_without_a_date_says_what_is_to_come(lede: str, status: str) -> None:
    """Verbs of what is to come count where no day can be compared with a day of publication."""
    (event,) = events(f"Brasil y Bolivia hablan de defensa\n\n{lede}\n")

    assert event.status == status


def test_nations_are_listed_by_their_people() -> None:
    """Officers of five states at one table: all five are parties, though talks have two as a rule."""
    (event,) = events(
        "Planning conference in Desna\n\n9 February 2021\n\nStaff talks on the exercise took place in Desna from February 1 to 5. Officers from Ukraine, "
        "Canada, Denmark, Lithuania and Slovenia agreed on its aim.\n"
    )

    assert event.parties == ["CA", "DK", "LT", "SI", "UA"]


def test_a_mandate_is_no_party() -> None:
    """Who trains to act under a mandate of the United Nations does not train with them."""
    (event,) = events(
        "India and Nepal train\n\n9 February 2021\n\nThe exercise of the Indian and Nepali armies began in Pithoragarh on Monday. It trains troops under the "
        "mandate of the United Nations.\n"
    )

    assert event.parties == ["IN", "NP"]


def test_an_author_by_rank_takes_no_part() -> None:
    """A rank and a name on the last line are the author's."""
    (event,) = events(
        "Wizyta w Tallinnie\n\n07.09.2018\n\nSzef Sztabu Generalnego Wojska Polskiego generał Adam Rutka spotkał się 5 września w Tallinnie z dowódcą Sił "
        "Obronnych Estonii generałem Kristjanem Tammem.\n\nppłk Krzysztof Banaś\n"
    )

    assert "Krzysztof Banaś" not in [person.name for person in event.participants]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Podpisano plan na 2018 rok\n\n12 grudnia 2017\n\nW Ministerstwie Obrony Narodowej podpisano plan współpracy wojskowej między Polską a Jordanią na rok 2018. Podpisali go płk Marek Lis i gen. Faris al-Majali.\n",
            "PL",
        ),
        (
            "Generalul Pop, în vizită oficială în Iordania\n\nBucurești, 9 octombrie 2013\n\nGeneralul Ion Pop efectuează, în perioada 8-11 octombrie, o vizită oficială în Regatul Hașemit al Iordaniei, la invitația omologului său, generalul Faris al-Majali.\n",
            "JO",
        ),
        (
            "وزير الدفاع يستقبل نظيره الإسباني\n\n10 مارس 2021\n\nاستقبل وزير الدفاع الكويتي ناصر العلي وزير الدفاع الإسباني خوان لوبيز في مكتبه اليوم وبحثا التعاون العسكري.\n",
            "KW",
        ),
    ],
    ids=["and", "a visit to", "at home"],
)
def test_where_no_town_is_named(text: str, country: str) -> None:
    """'a' is no preposition in Polish, who goes abroad isn't where the dateline is, and talks without a place are at home."""
    assert [event.location_country for event in record(text).events] == [country]


def test_a_meeting_by_video_is_a_call() -> None:
    """The words for talks are the same."""
    found = record(
        "Ministro Salas conversó con su par de Panamá en videoconferencia\n\n17 de junio de 2021\n\nEl ministro de Defensa de Chile, Luis Salas, y el ministro de Panamá, Juan Arce, abordaron el"
        " apoyo logístico durante una videoconferencia celebrada este miércoles.\n"
    )

    assert [(event.event_type, event.mode, event.location_country) for event in found.events] == [
        ("call", "video", None)
    ]
