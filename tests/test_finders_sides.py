"""Whom the persons of an event stand for, who asked, who signed, where a paper is at home."""

import pytest

from extractor import read_text
from extractor.finders.found import Found
from tests.articles import events


def test_who_signs_is_a_signatory() -> None:
    """In a signing without talks the persons who sign are signatories; the paper is signed at it."""
    (event,) = events(
        "Fiji, India sign training memorandum\n\n3 June 2024, 12:00\n\nFiji's Chief of Staff Colonel Semi Vuli and Indian Brigadier "
        "Arun Rao signed a memorandum of understanding on training for 2025-2027 in Suva on Monday.\n"
    )

    assert event.event_type == "signing"
    assert {p.name: p.function for p in event.participants} == {"Semi Vuli": "signatory", "Arun Rao": "signatory"}
    assert [(a.kind, a.status, a.period) for a in event.agreements] == [("mou", "signed", "2025/2027")]


def sides(text: str) -> dict[str | None, str | None]:
    """Whom each person of the only event stands for."""
    (event,) = events(text)
    return {person.name: person.country for person in event.participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Minister Karl Lenz trifft Kollegen\n\n3. Juni 2024\n\nIn Bonn hat Verteidigungsminister Karl Lenz am Montag seinen Kollegen Luis Paz "
            "getroffen. Deutschland und Chile wollen enger zusammenarbeiten.\n",
            {"Karl Lenz": "DE", "Luis Paz": "CL"},
            id="counterpart",
        ),
        pytest.param(
            "Ghana and Norway hold talks\n\n3 June 2024\n\nGhana's Defence Minister Kofi Boateng met Norway's Defence Minister Ida Holm in Accra on "
            "Monday.\n\nThe naval attache, Captain Nils Berg, attended the meeting.\n",
            {"Kofi Boateng": "GH", "Ida Holm": "NO", "Nils Berg": "NO"},
            id="envoy",
        ),
        pytest.param(
            "Kenya, Italy sign plan\n\n11 March 2024\n\nNAIROBI, 11 March - Kenya and Italy signed a military cooperation plan for 2025 in Nairobi on "
            "Monday. It was signed by Brigadier Peter Kamau, chief of operations, and Brigadier General Carlo Neri, head of the office.\n",
            {"Peter Kamau": "KE", "Carlo Neri": "IT"},
            id="signatories",
        ),
        pytest.param(
            "Fragata italiana en Valparaíso\n\n8 de mayo de 2024\n\nLa fragata italiana recaló ayer en Valparaíso. El comandante del buque, capitán de "
            "navío Marco Riva, saludó al comandante en jefe de la Primera Zona Naval, contraalmirante Jorge Silva.\n",
            {"Marco Riva": "IT", "Jorge Silva": "CL"},
            id="captain of a ship, commander of a zone",
        ),
        pytest.param(
            "Oman and Chad meet\n\n3 June 2024\n\nOman's Defence Minister Saif Amri met General Idris Saleh, head of the Chadian army, in Muscat on "
            "Monday, at the ministry.\n",
            {"Saif Amri": "OM", "Idris Saleh": "TD"},
            id="apposition",
        ),
        pytest.param(
            "Norway's crew in Accra\n\n3 June 2024\n\nGhana and Norway opened an exercise in Accra on Monday. Present were Ghana's Defence Minister "
            "Kofi Boateng and Lieutenant Colonel Nils Berg, who leads the visiting contingent.\n",
            {"Kofi Boateng": "GH", "Nils Berg": "NO"},
            id="visitors",
        ),
        pytest.param(
            "Ghana and Norway hold talks\n\n3 June 2024\n\nGhana's Defence Minister Kofi Boateng met Norway's Defence Minister Ida Holm in Oslo on "
            "Monday.\n\nGhana's ambassador Esi Mensah and the defence attache, Colonel Yaw Addo, attended the meeting.\n",
            {"Kofi Boateng": "GH", "Ida Holm": "NO", "Esi Mensah": "GH", "Yaw Addo": "GH"},
            id="envoys side by side",
        ),
        pytest.param(
            "Chad's trucks for Oman's army\n\n3 June 2024\n\nChad gave Oman ten trucks in Muscat on Monday, June 3. Chad's Ambassador Idris Saleh handed "
            "the keys to the Omani army's General Saif Amri. Chad's trucks come from Chad. Brigadier Ali Rashid thanked him.\n",
            {"Idris Saleh": "TD", "Saif Amri": "OM", "Ali Rashid": "OM"},
            id="who is given aid",
        ),
    ],
)
def test_whom_a_person_stands_for(text: str, expected: dict[str, str]) -> None:
    """A person without a state beside their name: by what they are, and by whom they meet or sign with (R24)."""
    assert sides(text) == expected


def test_an_organisation_is_a_party_if_its_people_take_part() -> None:
    """NATO is a party where its official meets a minister; named otherwise it is none (2.2)."""
    (event,) = events(
        "NATO military chief in Tbilisi\n\n14 May 2024\n\nThe Chairman of the NATO Military Committee, Admiral Piet Vandeven, met Georgian Defence "
        "Minister Irakli Beridze in Tbilisi on Tuesday.\n"
    )

    assert event.parties == ["GE", "NATO"]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("QUITO/Wien (dpa) - Ein Treffen fällt aus.", "EC"),
        (
            "Bundeswehr bildet Pioniere aus\n\nIn Ulm lernen Soldaten aus Moldau. Die Gäste aus Moldau bleiben bis Mai in Deutschland.",
            "DE",
        ),
        (
            "Republic of Latvia\nMinistry of Defence\n\nA visit to Canada\n\nThe minister is in Ottawa, Canada, and will see Toronto, too.",
            "LV",
        ),
        ("Ministrul apărării al Republicii Moldova a venit în vizită, a anunțat ministerul.", "RO"),
        ("Un buque de Nueva Zelandia recaló ayer. Los marinos de Nueva Zelandia conocen Chile.", "CL"),
    ],
)
def test_where_a_paper_is_at_home(text: str, home: str) -> None:
    """The country of the dateline, else one in which its language is spoken."""
    assert Found(read_text(text)).home == home


@pytest.mark.parametrize(
    ("told", "asker"),
    [
        ("The call took place at the request of the Peruvian side.", "Ana Ruiz"),
        ("It was Lima that had asked for the call, the Chilean ministry said.", "Ana Ruiz"),
        ("Rojas requested the call.", "Luis Rojas"),
    ],
)
def test_one_person_of_the_side_that_asked_is_the_initiator(told: str, asker: str) -> None:
    """The side or the person named nearest to the words for asking (R20)."""
    (event,) = events(
        "Ministers speak by phone\n\n3 June 2024\n\nChilean Defence Minister Luis Rojas and Peruvian Defence Minister Ana Ruiz spoke by phone on "
        f"Monday. {told}\n"
    )

    assert [person.name for person in event.participants if person.function == "initiator"] == [asker]
