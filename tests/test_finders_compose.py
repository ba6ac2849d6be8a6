"""From scenes to events: where, when, who, by the lines that tell of each."""

from dataclasses import replace

import pytest

from extractor import read_text
from extractor.finders import compose
from extractor.finders.found import Found
from extractor.normalise import lexicon
from extractor.normalise.fold import fold
from tests.articles import events


def test_a_call_has_no_place_and_somebody_asked_for_it() -> None:
    """No place whatever the dateline says (R16); the side that asked is the initiator (R20)."""
    (event,) = events(
        "Ministers of Iceland and Portugal speak\n\n3 June 2024, 12:00\n\nREYKJAVIK, 3 June - Iceland's Defence Minister Jon Arnarson "
        "spoke by phone with Portuguese Defence Minister Rui Sampaio on Monday at the request of Portugal, his office said.\n"
    )

    assert (event.event_type, event.mode, event.location_city, event.location_country) == ("call", "phone", None, None)
    assert {p.name: p.function for p in event.participants} == {
        "Jon Arnarson": "participant",
        "Rui Sampaio": "initiator",
    }


def test_the_next_round_has_the_parties_of_this_one() -> None:
    """A planned round that names only its town is held by the same two countries."""
    first, second = events(
        "Peru and Chile hold staff talks\n\n12 June 2024, 12:00\n\nThe third round of staff talks between Peru and Chile was held in Lima "
        "on 10 June.\n\nThe fourth round will be held in Santiago in 2025.\n"
    )

    assert (first.parties, first.status) == (["CL", "PE"], "held")
    assert (second.parties, second.status, second.date) == (["CL", "PE"], "planned", "2025")


def test_talks_beside_a_session_are_an_event_of_their_own() -> None:
    """At a session of several countries two of them meet apart (R1)."""
    session, aside = events(
        "Defence ministers of Kenya, Uganda and Rwanda meet in Kigali\n\n12 June 2024, 12:00\n\nThe ministerial session of Kenya, Uganda and "
        "Rwanda was held in Kigali on Tuesday.\n\nOn Monday evening Kenya's Defence Minister Peter Otieno met Uganda's Defence Minister "
        "Grace Okello for an hour.\n"
    )

    assert (session.event_type, session.parties) == ("multilateral", ["KE", "RW", "UG"])
    assert (aside.event_type, aside.parties, aside.date) == ("meeting", ["KE", "UG"], "2024-06-10")


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("übung*", "Die Übungen begannen", ["Übungen"]),
        ("*übung*", "Die Truppenübung begann", ["Truppenübung"]),
        ("machte …fest", "Sie machte am Montag in Kiel fest.", ["machte am Montag in Kiel fest"]),
        ("received … by", "She was received on Tuesday by the minister.", ["received on Tuesday by"]),
        ("port call", "Port-call in Lagos", ["Port-call"]),
        ("course", "A racecourse", []),
    ],
)
def test_phrases_with_endings_and_gaps(phrase: str, text: str, expected: list[str]) -> None:
    """A star stands for any letters, dots for a few words; a phrase is found as whole words, in any case."""
    pattern = lexicon.compiled({"en": [phrase]}, "en")

    assert [text[slice(*span)] for span in lexicon.spans(pattern, fold(text))] == expected


def test_arabic_words_carry_their_prefixes() -> None:
    """'and the exercise' is one word in Arabic."""
    text = "والتمرين المشترك"
    pattern = lexicon.compiled({"ar": ["تمرين"]}, "ar")

    assert [text[slice(*span)] for span in lexicon.spans(pattern, fold(text))] == ["والتمرين"]


def test_a_local_paper_does_not_name_its_own_country() -> None:
    """The second party is the country of the town in which the guests are (R20: theirs is the visit)."""
    (event,) = events(
        "New Zealand ship arrives in Punta Arenas\n\n18 October 2023, 12:00\n\nThe tanker of the Royal New Zealand Navy docked in Punta "
        "Arenas on Tuesday for a port call. Her captain, Commander Hamish Rowe, met the mayor.\n"
    )

    assert (event.event_type, event.parties) == ("port_call", ["CL", "NZ"])
    assert [(p.name, p.country) for p in event.participants] == [("Hamish Rowe", "NZ")]


def test_where_a_sentence_with_two_towns_puts_the_event() -> None:
    """The town nearest to the word that tells of the event, not the one that comes first."""
    (event,) = events(
        "Angola and Serbia sign memorandum\n\n12 September 2024, 12:00\n\nAngolan doctors may train in Belgrade under a memorandum of "
        "understanding between Angola and Serbia that was signed in Luanda on Thursday.\n"
    )

    assert event.location_country == "AO"


def test_a_verb_of_visiting_says_where() -> None:
    """'The delegation visited Georgia' puts talks that name no town there."""
    (event,) = events(
        "Estonian and Georgian ministers meet\n\n12 September 2024, 12:00\n\nThe defence ministers of Estonia and Georgia met on Thursday.\n\n"
        "The Estonian delegation visited Georgia for the first time.\n"
    )

    assert event.location_country == "GE"


def test_a_deal_and_staff_talks_are_told_by_what_is_signed_and_who_meets() -> None:
    """A contract that is signed makes a deal of a signing; without ministers and chiefs a meeting is staff talks."""
    (event,) = events(
        "Kenya, Serbia sign contract\n\n12 September 2024, 12:00\n\nKenya and Serbia signed a contract for eight howitzers worth 20 million "
        "euros in Nairobi on Wednesday.\n"
    )

    assert event.event_type == "arms_deal"

    (event,) = events(
        "Kenyan and Serbian officers meet\n\n12 September 2024, 12:00\n\nColonel Paul Otieno, director of planning of Kenya, and Serbian "
        "Colonel Milan Savić, director of planning, met in Nairobi on Wednesday.\n"
    )

    assert event.event_type == "staff_talks"

    (event,) = events(
        "Kenya, Serbia agree on training\n\n12 September 2024, 12:00\n\nKenya and Serbia signed a memorandum of understanding on the training of "
        "pilots in Nairobi on Wednesday.\n"
    )

    assert event.event_type == "signing"


@pytest.mark.parametrize(
    ("title", "body", "country", "city"),
    [
        (
            "Nepal hands field kitchens to Bhutan",
            "KATHMANDU: Nepal gave field kitchens to Bhutan. It handed them over in the Bhutanese capital on Monday. Thimphu is glad.",
            "BT",
            "Thimphu",
        ),
        (
            "Peru and Ecuador hold staff talks",
            "LIMA: Officers of Peru and Ecuador held staff talks. They met in Trujillo on Monday.",
            "PE",
            "Trujillo",
        ),
        (
            "Peru and Ecuador hold staff talks",
            "LIMA: Officers of Peru and Ecuador held staff talks on Monday.",
            "PE",
            "Lima",
        ),
        (
            "Estonian and Latvian ministers meet",
            "Estonian Defence Minister Jaan Tamm met Latvian Defence Minister Ivars Ozols in Helsinki on Monday.",
            "FI",
            "Helsinki",
        ),
    ],
)
def test_where(title: str, body: str, country: str, city: str) -> None:
    """A place that the text says stands above the dateline's, which is better than none; a third country counts too (R16)."""
    (event,) = events(f"{title}\n\n5 June 2024, 12:00\n\n{body}\n")

    assert (event.location_country, event.location_city and event.location_city.title()) == (country, city)


def test_who_stands_where_the_event_is_told_takes_part_though_the_model_forgot_them() -> None:
    """The model lists six at most; somebody in the lines after the first sentence is there as well."""
    found = Found(
        read_text(
            "Fiji, India hold talks\n\n3 June 2024, 12:00\n\nThe defence ministers of Fiji and India held talks in Suva on Monday.\n\n"
            "Indian Defence Minister Arun Rao led the guests.\n\nFiji's Defence Minister Semi Vuli spoke of the sea.\n"
        )
    )
    (scene,) = found.scenes

    (event,) = compose.article(found, [replace(scene, people=("Arun Rao",))]).events

    assert [person.name for person in event.participants] == ["Arun Rao", "Semi Vuli"]


def test_a_village_is_where_the_event_is() -> None:
    """A place that no gazetteer knows is the event's where the text names no other, in the paper's own country; no language is one."""
    (polish,) = events(
        "Saperzy z Portugalii na kursie w Wólce Zaporskiej\n\n12 czerwca 2024, 12:00\n\nPolscy i portugalscy saperzy rozpoczęli "
        "w poniedziałek wspólne ćwiczenia w Wólce Zaporskiej.\n\nPotrwają one dwa tygodnie, a deszcz im nie przeszkadza.\n"
    )
    (english,) = events(
        "Ministers of Peru and Kenya talk\n\n5 June 2024, 12:00\n\nPeru's Defence Minister Rosa Quispe met her Kenyan counterpart, "
        "Defence Minister Peter Otieno, on Monday and spoke with him in Swahili.\n"
    )

    assert (polish.location_country, polish.location_city) == ("PL", "Wólce Zaporskiej")
    assert english.location_city is None
