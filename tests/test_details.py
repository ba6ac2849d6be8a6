"""What a record says of an event beyond CORE: venue, programme, provisions, signatories, stances, amounts, reasons."""

import tomllib
from pathlib import Path

import pytest

from extractor import extract, read_text
from extractor.finders.details import stances
from extractor.finders.details.scope import scopes
from extractor.schemas.defence.record import DefenceRecord, Event

PAGES = tomllib.loads(Path(__file__).with_name("detail_pages.toml").read_text(encoding="utf-8"))
"""Articles of our own by language and subject, with the details that a reader finds in them."""


def record(text: str) -> DefenceRecord:
    """The checked record of code alone."""
    found = extract(read_text(text), prompt="defence/rules", cache="off")
    assert isinstance(found, DefenceRecord)
    return found


def details(event: Event) -> dict[str, object]:
    """The event's fields, with those of its first agreement and its stances in short."""
    papers = [{"provisions": paper.provisions, "signatories": paper.signatories} for paper in event.agreements]
    stances = [[p.speaker or "", p.stance, p.topic, p.toward or ""] for p in event.positions]
    return {
        **event.model_dump(),
        "end_date": event.end_date or "",
        **(papers[0] if papers else {}),
        "positions": stances,
    }


@pytest.mark.parametrize("page", PAGES)
def test_details_of_an_event(page: str) -> None:
    """A page says them in its language, and the record has them as a reader would write them down."""
    expected = {key: value for key, value in PAGES[page].items() if key != "text"}
    (event,) = record(PAGES[page]["text"]).events

    made = details(event)

    assert {key: made[key] for key in expected} == expected


@pytest.mark.parametrize("page", PAGES)
def test_every_detail_rests_on_words(page: str) -> None:
    """Each verbatim detail is the span that its support names; a counted or dated one is derived from one."""
    text = PAGES[page]["text"]
    made = record(text)
    (event,) = made.events
    told = {
        f"/events/0/{key}": getattr(event, key) for key in ("location_venue", "event_name", "value", "status_reason")
    }
    told |= {f"/events/0/assets/{n}": words for n, words in enumerate(event.assets)}
    told |= {
        f"/events/0/agreements/0/provisions/{n}": w for p in event.agreements[:1] for n, w in enumerate(p.provisions)
    }
    told = {path: words for path, words in told.items() if words}

    spans = {path: (made.support[path].start, made.support[path].end) for path in told}
    numbers = [path for path in ("end_date", "personnel") if getattr(event, path) is not None]

    assert {path: text[slice(*span)] for path, span in spans.items()} == told
    assert all(made.support[f"/events/0/{path}"].status == "derived" for path in numbers)


def test_a_contact_in_the_days_of_a_session_is_on_its_margins() -> None:
    """Two who meet while a named conference sits are on its margins, though no word says so (R4)."""
    made = record(
        "Conference in Riga\n\n12 March 2024\n\nThe defence ministers of Latvia, Jordan and Chile held the Third Meeting on Baltic "
        "Mine Action in Riga on 11 March. They discussed mine clearance.\n\nOn 12 March Latvian Defence Minister Juris Kalns held separate talks with Jordanian Defence "
        "Minister Omar Haddad.\n"
    )

    assert [event.on_margins_of for event in made.events] == [None, "Third Meeting on Baltic Mine Action"]


def test_who_is_congratulated_is_mentioned() -> None:
    """A person with an office who takes no part is in the record as that, and counts for nothing (R18)."""
    text = PAGES["en"]["text"].replace("Colonel Ilze Berga on her", "the Latvian ambassador, Ilze Berga, on her")
    (event,) = record(text).events

    assert [(p.name, p.function) for p in event.participants][2:] == [("Ilze Berga", "mentioned")]
    assert event.derived.level == "defence_minister"


def test_a_ministry_without_a_country_is_the_papers_own() -> None:
    """A readout is one side's account, also where it doesn't say whose ministry it is from."""
    made = record(
        "Milli Savunma Bakanı Yaman, konuğunu ağırladı\n\n10.04.2021\n\nMilli Savunma Bakanlığından yapılan açıklamaya göre Milli Savunma Bakanı Ali Yaman, "
        "Moldova Savunma Bakanı Ion Ciobanu ile Ankara'da görüştü.\n"
    )

    assert made.document is not None
    assert (made.document.cited_source, made.document.cited_source_country) == ("Milli Savunma Bakanlığı", "TR")


TALKS = "Talks in Riga\n\n12 March 2024\n\nLatvian Defence Minister Juris Kalns met Hungarian Defence Minister Pál Kis in Riga on 11 March. {}\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kis offered places at the demining school.", [("Pál Kis", "HU", "offers")]),
        ("Hungary offered places at the demining school.", [(None, "HU", "offers")]),
        ("The Hungarian minister offered places at the demining school.", [("Pál Kis", "HU", "offers")]),
        ("The prime minister offered places at the demining school.", []),
        ("Both sides condemned the terrorist attacks of last week.", [(None, None, "condemns")]),
        ("Kis thanked his host for the warm welcome.", []),
    ],
)
def test_who_takes_a_stance(sentence: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    """The subject of the verb speaks: a name, a state, an office that somebody there holds, both; courtesy is no stance (R29)."""
    (event,) = record(TALKS.format(sentence)).events

    assert [(p.speaker, p.country, p.stance) for p in event.positions] == expected


AID = "Boats for Jordan\n\n12 March 2024\n\nSweden handed over two patrol boats {} to the Jordanian navy as a gift in Aqaba on 11 March. {}\n"


@pytest.mark.parametrize(
    ("worth", "crew", "value", "personnel"),
    [
        ("worth SEK 31 million", "Some 40 sailors were trained.", "SEK 31 million", 40),
        ("worth 31 million crowns", "From 3 to 21 March sailors were trained.", "31 million crowns", None),
        ("", "In 2023, soldiers of the 2nd Brigade were trained.", None, None),
    ],
)
def test_numbers_count_what_they_stand_before(worth: str, crew: str, value: str | None, personnel: int | None) -> None:
    """Money has its currency before or behind the number; days, years and ordinals count nobody."""
    (event,) = record(AID.format(worth, crew)).events

    assert (event.value, event.personnel) == (value, personnel)


def test_names_rest_on_the_words_of_the_participant() -> None:
    """Who signed and who takes a stance is a participant, with the participant's words."""
    made = record(PAGES["en"]["text"])
    at = "/events/0"

    assert made.support[f"{at}/agreements/0/signatories/1"] == made.support[f"{at}/participants/1/name"]
    assert made.support[f"{at}/positions/0/speaker"] == made.support[f"{at}/participants/0/name"]


def test_names_are_no_patterns() -> None:
    """A surname with a sign of a regular expression is looked up as it is written."""
    text = TALKS.format("K(s offered places at the demining school.")
    (event,) = record(text.replace("K(s", "Kis")).events
    people = [p.model_copy(update={"name": "Pál K(s"}) if p.name == "Pál Kis" else p for p in event.participants]
    (scope,) = scopes(read_text(text), [event.model_copy(update={"participants": people})])

    assert [position.speaker for position in stances.find(scope)] == ["Pál K(s"]
