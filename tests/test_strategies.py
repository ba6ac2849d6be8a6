"""Strategies: how a document is asked about, and how a prompt names it."""

import json

import pytest

from extractor import prompt, read_text, schemas, strategies
from extractor.errors import DocumentError, UsageError
from extractor.extract import extract
from extractor.schemas.defence.record import DefenceRecord
from extractor.task import Task
from samples.exercise import Exercise
from tests.conftest import Scripted

ARTICLE = """Chad and Niger agree on border patrols

3 February 2024

N'DJAMENA — Chad's Minister of Defence Dago Yacouba received his Nigerien counterpart Salifou Mody in N'Djamena on Friday.

The ministers signed a protocol on joint patrols.
"""
IN_WORDS = {
    "title": "Something that the page does not say", "language": "en", "publication_date": "2024-02-03",
    "outlet": None, "cited_source": None,
    "events": [
        {
            "event_type": "meeting", "status": "held", "date": "2024-02-02", "location_country": "TD",
            "location_city": "N'Djamena", "mode": "in_person", "parties": ["TD", "NE"],
            "participants": [
                {"name": "Dago Yacouba", "rank": None, "role": "defence_minister", "country": "TD", "function": "host"},
                {"name": "Idriss Nobody", "rank": None, "role": "defence_minister", "country": "NE", "function": "visitor"},
            ],
            "agreements": [], "topics": [],
            "evidence": ["received his Nigerien counterpart Salifou Mody", "words that stand nowhere"],
        }
    ],
}  # fmt: skip


def task(name: str, model: Scripted, window: int = 8192) -> Task:
    return Task(schemas.load("defence"), prompt.load(name), model, "scripted:model", window)


def test_quotes_in_words_become_lines_and_nothing_unsupported_stays(scripted: Scripted) -> None:
    """The usual way's answer goes through the same checks: quotes that stand are evidence, invented people are left out."""
    scripted.queue.append(json.dumps(IN_WORDS))
    record = extract(read_text(ARTICLE), task("defence/naive", scripted))

    assert isinstance(record, DefenceRecord)
    (event,) = record.events
    assert [quote.quote.split(" received")[0] for quote in event.evidence] == [
        "N'DJAMENA — Chad's Minister of Defence Dago Yacouba"
    ]
    assert [person.name for person in event.participants] == ["Dago Yacouba"]
    assert record.document is not None
    assert record.document.title == "Chad and Niger agree on border patrols"


def test_the_usual_way_sends_the_text_as_it_is_and_the_schema(scripted: Scripted) -> None:
    """One sentence, the JSON Schema of everything, the raw text; no numbers, no example."""
    scripted.queue.append(json.dumps(IN_WORDS | {"events": []}))
    extract(read_text(ARTICLE), task("defence/naive", scripted))
    system, user = scripted.asked[0].messages

    assert user.content == ARTICLE
    assert '"evidence"' in system.content
    assert '"Verbatim quotes"' in system.content


def test_a_text_that_does_not_fit_the_window_is_an_error(scripted: Scripted) -> None:
    """The usual way can't split a text: it says so instead of cutting it."""
    with pytest.raises(DocumentError, match="does not fit the model's window of 2000 tokens"):
        extract(read_text(ARTICLE * 40), task("defence/naive", scripted, 2000))


def test_strategies_of_defence_are_for_defence(scripted: Scripted) -> None:
    """A prompt for the defence schema can't fill somebody's own."""
    own = Task(schemas.of(Exercise), prompt.load("defence/naive"), scripted, "scripted:model", 8192)
    with pytest.raises(UsageError, match="can't fill 'Exercise'"):
        extract(read_text(ARTICLE), own)


@pytest.mark.parametrize("text", ["---\nstrategy: single\nno end", "---\ncolour: red\n---\nText", "---\n\nText"])
def test_head_of_a_prompt_says_the_strategy_and_nothing_else(text: str) -> None:
    """A head that isn't closed, or says something else, is an error that says what it should be."""
    with pytest.raises(UsageError, match="the head says `strategy: NAME`"):
        prompt.parse(text, "x")


def test_unknown_strategy_is_named() -> None:
    """A strategy that isn't there is an error that says which there are."""
    assert prompt.parse("---\nstrategy: telepathy\n---\nText", "x").strategy == "telepathy"
    with pytest.raises(UsageError, match="no strategy named 'telepathy'; there is .*single"):
        strategies.find("telepathy")


SIGHTED = {
    "event": {
        "countries": ["Chad", "Niger"],
        "people": ["Dago Yacouba", "Salifou Mody"],
        "line": 2,
        "event_type": "staff_talks",
        "status": "held",
    }
}


def test_the_model_says_who_acts_and_code_the_rest(scripted: Scripted) -> None:
    """One short question; kind, date, place, offices, functions and the agreement are found by code."""
    scripted.queue.append(json.dumps(SIGHTED))
    record = extract(read_text(ARTICLE), task("defence/v2", scripted))

    assert isinstance(record, DefenceRecord)
    (event,) = record.events
    assert (event.event_type, event.status, event.date, event.location_city) == (
        "meeting",
        "held",
        "2024-02-02",
        "N'Djamena",
    )
    assert event.parties == ["NE", "TD"]
    assert {(p.name, p.role, p.country, p.function) for p in event.participants} == {
        ("Dago Yacouba", "defence_minister", "TD", "host"),
        ("Salifou Mody", "defence_minister", "NE", "visitor"),
    }
    assert [(a.kind, a.status) for a in event.agreements] == [("protocol", "signed")]


def test_where_code_finds_no_words_the_models_event_counts(scripted: Scripted) -> None:
    """An event told without any of the usual words is there if the model sees it and the text names two countries."""
    text = (
        ARTICLE.replace("agree on border patrols", "side by side")
        .replace("received", "strolled along with")
        .replace("The ministers signed a protocol on joint patrols.", "Both of them liked the river.")
    )
    scripted.queue.append(json.dumps({"event": SIGHTED["event"] | {"event_type": "visit"}}))
    record = extract(read_text(text), task("defence/v2", scripted))

    assert isinstance(record, DefenceRecord)
    assert [(event.event_type, event.parties) for event in record.events] == [("visit", ["NE", "TD"])]


def test_an_event_of_one_country_is_none_whatever_the_model_says(scripted: Scripted) -> None:
    """A text that names fewer than two countries tells of no event (R7)."""
    text = "Barracks opened\n\n3 February 2024\n\nChad's Minister of Defence Dago Yacouba opened new barracks near Abeche on Friday.\n"
    scripted.queue.append(json.dumps(SIGHTED))
    record = extract(read_text(text), task("defence/v2", scripted))

    assert record.status == "none"


def test_only_the_beginning_is_sent(scripted: Scripted) -> None:
    """However long the article, the question holds its first sentences."""
    scripted.queue.append('{"event":null}')
    extract(
        read_text(ARTICLE + "\n".join(f"Sentence {n} about nothing in particular at all.\n" for n in range(200))),
        task("defence/v2", scripted),
    )

    assert 400 < prompt.tokens(scripted.asked[0].messages[-1].content) < 700


def test_rules_ask_nobody(scripted: Scripted) -> None:
    """The baseline of code alone gives a record without a question."""
    record = extract(read_text(ARTICLE), task("defence/rules", scripted))

    assert isinstance(record, DefenceRecord)
    assert [event.parties for event in record.events] == [["NE", "TD"]]
    assert scripted.asked == []
    assert record.run is not None
    assert record.run.usage.completion_tokens == 0


def test_a_language_without_tables_has_the_people_that_the_model_names(scripted: Scripted) -> None:
    """Where code knows no office or rank, the names that the model gives count if the text holds them."""
    text = (
        "Takmim ja Virma kohtusid Tallinnas\n\n3.02.2024 10:15\n\n"
        "Läti kaitseminister Janis Takmins kohtus reedel Tallinnas Eesti ametivenna Mart Virmaga, teatas ministeerium pärast kohtumist.\n"
    )
    sighting = SIGHTED["event"] | {
        "countries": ["Läti", "Eesti"],
        "people": ["Janis Takmins", "Nobody Atall"],
        "event_type": "meeting",
    }
    scripted.queue.append(json.dumps({"event": sighting}))
    record = extract(read_text(text), task("defence/v2", scripted))

    assert isinstance(record, DefenceRecord)
    assert [(event.event_type, event.parties) for event in record.events] == [("meeting", ["EE", "LV"])]
    assert "Nobody Atall" not in {person.name for person in record.events[0].participants}
