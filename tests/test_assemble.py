"""From the model's answer to the record: nothing enters that the text doesn't say, and what is refused is told."""

import json
from datetime import datetime
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field

from extractor import prompt, read_text, schemas
from extractor.errors import AnswerInvalid
from extractor.extract import extract
from extractor.schemas.defence.record import DefenceRecord, Event
from extractor.schemas.own import OwnRecord
from extractor.task import Task
from tests.conftest import Scripted

TEXT = """Estonia and Georgia talk

14 November 2025 16:05

Defence Minister Hanno Pevkur of Estonia was received by the Ambassador of Georgia, Riina Kaljurand, in Tallinn on Thursday.

The Memorandum on Cyber Defence was not signed. The talks concluded after two hours. Some 2000 soldiers of Estonia watched.
"""


def answer(**changes: Any) -> dict[str, Any]:
    return {
        "evidence": [2], "event_type": "meeting", "status": "held", "date": "2025-11-13", "location_country": "Estonia", "location_city": "Tallinn",
        "mode": "in_person", "parties": ["Estonia", "Georgia"], "participants": [], "agreements": [], "topics": [],
    } | changes  # fmt: skip


def person(name: str, role: str = "other") -> dict[str, Any]:
    return {"name": name, "rank": None, "role": role, "country": "Georgia", "function": "host"}


def agreement(title: str, status: str = "signed") -> dict[str, Any]:
    return {"kind": "mou", "status": status, "title": title, "period": None}


def record(scripted: Scripted, *events: dict[str, Any], text: str = TEXT, keep: bool = False) -> DefenceRecord:
    scripted.queue.append(json.dumps({"cited_source": None, "events": list(events)}))
    task = Task(schemas.load("defence"), prompt.load("defence/v1"), scripted, "scripted:model", 8192, keep)
    made = extract(read_text(text), task)
    assert isinstance(made, DefenceRecord)
    return made


def event(scripted: Scripted, text: str = TEXT, **changes: Any) -> Event:
    return record(scripted, answer(**changes), text=text).events[0]


def test_right_answer_enters(scripted: Scripted) -> None:
    """What the text holds is in the record, with codes."""
    one = event(scripted)

    assert (one.date, one.date_basis, one.date_text, one.parties, one.location_city) == (
        "2025-11-13",
        "relative",
        "Thursday",
        ["EE", "GE"],
        "Tallinn",
    )


def test_denied_signing_is_no_signing(scripted: Scripted) -> None:
    """'Was not signed' is not 'was signed': no agreement, no code of a signing."""
    one = event(scripted, agreements=[agreement("Memorandum on Cyber Defence")])

    assert one.agreements == []
    assert "057" not in one.derived.cameo


def test_invented_agreement_is_left_out(scripted: Scripted) -> None:
    """A title that the text doesn't hold makes no agreement because talks 'concluded' somewhere."""
    made = record(scripted, answer(agreements=[agreement("Treaty of Friendship")]))

    assert made.events[0].agreements == []
    assert "agreement_left_out" in {w.code for w in made.warnings}


def test_office_is_that_of_the_person(scripted: Scripted) -> None:
    """The minister's office doesn't become the ambassador's, though the minister isn't in the answer."""
    one = event(scripted, participants=[person("Riina Kaljurand", "ambassador")])

    assert [(p.role, p.office) for p in one.participants] == [("ambassador", "Ambassador")]


def test_fullest_name_is_kept(scripted: Scripted) -> None:
    """A surname and the full name are one person, under the full name."""
    one = event(scripted, participants=[person("Kaljurand"), person("Riina Kaljurand")])

    assert [p.name for p in one.participants] == ["Riina Kaljurand"]


def test_event_without_proof_is_left_out(scripted: Scripted) -> None:
    """Evidence that names no existing line proves nothing; the record says what was left out."""
    made = record(scripted, answer(evidence=[99]))

    assert (made.status, made.events) == ("none", [])
    assert {"unknown_line", "event_left_out"} <= {w.code for w in made.warnings}


def test_refusals_of_a_left_out_event_are_told(scripted: Scripted) -> None:
    """When the parties aren't in the text, the warnings name them."""
    made = record(scripted, answer(parties=["Iran", "Iraq"]))

    assert made.events == []
    assert any("Iran (IR)" in w.message for w in made.warnings)


@pytest.mark.parametrize(
    ("said", "date", "basis"),
    [
        ("2025-11-20", "2025-11-13", "relative"),
        ("2000", "2025-11-13", "relative"),
        ("2024-11-13", "2025-11-13", "relative"),
        (None, "2025-11-13", "relative"),
    ],
)
def test_wrong_date_is_corrected_from_the_evidence(scripted: Scripted, said: str | None, date: str, basis: str) -> None:
    """A coming Thursday, a number of soldiers and last year's date are no dates of a held event."""
    one = event(scripted, date=said)

    assert (one.date, one.date_basis) == (date, basis)


@pytest.mark.parametrize(
    ("town", "functions"), [("Lima", {"host", "visitor"}), ("Rome", {"participant"}), (None, {"participant"})]
)
def test_in_a_third_country_nobody_is_host(scripted: Scripted, town: str | None, functions: set[str]) -> None:
    """Of talks in a country that is no party all take part alike (R20)."""
    text = f"Minister Ana Paz of Peru and Minister Luis Rey of Chile met on 29 October 2025{f' in {town}' if town else ''} and talked for two long hours about the border and the sea."
    people = [
        {"name": name, "rank": None, "role": "defence_minister", "country": country, "function": "participant"}
        for name, country in (("Ana Paz", "Peru"), ("Luis Rey", "Chile"))
    ]
    place = {"Lima": "Peru", "Rome": "Italy"}.get(town or "")
    one = event(
        scripted,
        text,
        evidence=[1],
        date="2025-10-29",
        parties=["Peru", "Chile"],
        location_country=place,
        location_city=town,
        participants=people,
    )

    assert len(one.participants) == 2
    assert {person.function for person in one.participants} == functions


def test_year_is_never_invented(scripted: Scripted) -> None:
    """Without a publication date, a day without a year stays without a date."""
    text = "Ministers of Peru and Chile met in Lima on 29 October and talked for two long hours about the border and the sea."
    one = event(
        scripted,
        text,
        evidence=[1],
        date="2009-10-29",
        parties=["Peru", "Chile"],
        location_country="Peru",
        location_city="Lima",
    )

    assert one.date is None


def test_body_date_is_no_publication_date(scripted: Scripted) -> None:
    """A date in a sentence of the body isn't taken for the stamp."""
    text = "Ministers meet\n\nThe ministers of Peru and Chile met in Lima and recalled the pact of 23 August 1939 in their speeches."

    assert read_text(text).clues.publication_date is None


def test_common_words_are_no_countries(scripted: Scripted) -> None:
    """A German catastrophe doesn't prove that Qatar took part."""
    text = "Die Minister von Estland und Georgien sprachen in Tallinn über die Katastrophe und die Polemik der vergangenen Woche im Parlament."
    one = event(
        scripted, text, evidence=[1], parties=["Estland", "Georgien", "Katar", "Polen"], location_country="Estland"
    )

    assert one.parties == ["EE", "GE"]


def test_unsupported_date_is_kept_on_request(scripted: Scripted) -> None:
    """--keep-unsupported keeps a date too, marked."""
    made = record(scripted, answer(status="planned", date="2031-01-01"), keep=True)

    assert made.events[0].date == "2031-01-01"
    assert made.support["/events/0/date"].status == "absent"


class Report(BaseModel):
    name: str | None
    kind: Literal["talks", "visit"] | str  # noqa: PYI051  # a union is what is tested
    soldiers: int | None
    cities: list[str]
    points: list[str] = Field(json_schema_extra={"verbatim": False})


def own(scripted: Scripted, data: dict[str, Any], model: type[BaseModel] = Report) -> OwnRecord:
    scripted.queue.append(json.dumps({"evidence": [2], "data": data}))
    task = Task(schemas.of(model), prompt.load("own/v1"), scripted, "scripted:model", 8192)
    made = extract(read_text(TEXT), task)
    assert isinstance(made, OwnRecord)
    return made


def test_own_schema_checks_every_kind_of_field(scripted: Scripted) -> None:
    """Copies are looked up, choices are not; a refused item leaves its list; free text stays."""
    made = own(
        scripted,
        {
            "name": "Hanno Pevkur",
            "kind": "talks",
            "soldiers": 2000,
            "cities": ["Tallinn", "Paris"],
            "points": ["They spoke."],
        },
    )

    assert made.data == {
        "name": "Hanno Pevkur",
        "kind": "talks",
        "soldiers": 2000,
        "cities": ["Tallinn"],
        "points": ["They spoke."],
    }
    assert [(w.path, w.code) for w in made.warnings] == [("/data/cities/1", "absent")]


def test_free_string_beside_a_literal_is_looked_up(scripted: Scripted) -> None:
    """In a union only a value of the closed list passes unseen."""
    made = own(scripted, {"name": None, "kind": "space warfare", "soldiers": None, "cities": [], "points": []})

    assert made.data is not None
    assert made.data["kind"] is None


def test_own_record_of_refusals_is_none(scripted: Scripted) -> None:
    """When the text holds nothing of the answer, the outcome is `none`, whatever was chosen from a list."""
    made = own(scripted, {"name": "John Smith", "kind": "visit", "soldiers": 7, "cities": ["Paris"], "points": []})

    assert made.status == "none"


def test_recorded_answer_that_no_longer_fits(scripted: Scripted) -> None:
    """An answer that a changed validator refuses is one document's failure, not a crash."""
    with pytest.raises(AnswerInvalid, match="--cache refresh"):
        own(scripted, {"name": 3})


class Dated(BaseModel):
    when: datetime | None
    counts: dict[str, int]


def test_time_of_day_and_keys_are_looked_up(scripted: Scripted) -> None:
    """A time that the text doesn't print, and a key that it doesn't name, leave the record."""
    made = own(scripted, {"when": "2025-11-14T03:33:00", "counts": {"Estonia": 2000, "Neverland": 2000}}, Dated)

    assert made.data == {"when": None, "counts": {"Estonia": 2000}}
    assert {w.path for w in made.warnings} == {"/data/when", "/data/counts/Neverland"}


def test_no_name_goes_over_a_blank_line(scripted: Scripted) -> None:
    """The end of one paragraph and the start of the next make no person."""
    text = "Ministers meet\n\nThe delegation of Estonia that came to Tallinn to talk with Georgia was led by John Paul\n\nMartin said that the talks with Estonia and Georgia had gone well and would go on."
    one = event(scripted, text, participants=[person("Paul Martin")])

    assert one.participants == []


def test_coming_dates_are_found_whatever_their_status(scripted: Scripted) -> None:
    """Next month's day without a year is a date of a cancelled event, and of a field of which no status is known."""
    text = f"{TEXT}\nThe round of 2 December in Tallinn between Estonia and Georgia was cancelled, the ministry said in a statement."
    last = len(read_text(text).sent)
    one = event(scripted, text, evidence=[last], status="cancelled", date="2025-12-02")
    scripted.queue.append(json.dumps({"evidence": [last], "data": {"when": "2025-12-02T00:00:00", "counts": {}}}))
    made = extract(read_text(text), Task(schemas.of(Dated), prompt.load("own/v1"), scripted, "scripted:model", 8192))

    assert (one.date, one.date_text) == ("2025-12-02", "2 December")
    assert isinstance(made, OwnRecord)
    assert made.data == {"when": "2025-12-02T00:00:00", "counts": {}}
