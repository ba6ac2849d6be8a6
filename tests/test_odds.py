"""How sure a model was of its choices, read from the alternatives of tokens."""

import math

import pytest

from extractor import odds
from extractor.odds import Token
from extractor.schemas.defence.sightings import News

SCHEMA = News.model_json_schema()


def tokens(*parts: str, **others: dict[str, float]) -> list[Token]:
    """Tokens of these texts; `others` are the alternatives, as probabilities, of the part of that name."""
    return [
        Token(part.encode(), [(text.encode(), math.log(p)) for text, p in others.get(part.strip('"'), {}).items()])
        for part in parts
    ]


def answer(kind: str, lead: str = '","event_type":"') -> list[str]:
    return ['{"event":{"countries":["Ö', "sterreich", '"],"people":[],"line":2', *lead.split("|"), kind, '","status":"held"}}']  # fmt: skip


def read(parts: list[str], **others: dict[str, float]) -> odds.Odds:
    return odds.of("".join(parts), tokens(*parts, **others), SCHEMA)


def test_choices_get_the_probability_of_the_token_that_begins_them() -> None:
    """A token that could begin several values is shared; one that begins none counts for nothing."""
    found = read(answer("visit", ',"event_type":"'), visit={"visit": 0.5, "m": 0.3, "Trip": 0.1})

    assert found["/event/event_type"] == pytest.approx(
        dict.fromkeys(found["/event/event_type"], 0.0) | dict.fromkeys(("meeting", "multilateral", "military_aid"), 0.1) | {"visit": 0.5},
        abs=1e-3,
    )  # fmt: skip


def test_value_may_begin_inside_a_token() -> None:
    """The quote and the first letters can be one token."""
    parts = ['{"event":{"countries":[],"people":[],"line":2,"event_type":', '"call', '","status":"held"}}']
    found = odds.of("".join(parts), tokens(*parts, call={'"call': 0.6, '"visit': 0.3, "null": 0.1}), SCHEMA)

    assert (found["/event/event_type"]["call"], found["/event/event_type"]["visit"]) == (0.6, 0.3)


@pytest.mark.parametrize("parts", [["{", '"event":null}'], ['{"event":', "nothing"], []])
def test_no_choice_no_odds(parts: list[str]) -> None:
    """An answer without a choice, one that is no JSON and one without tokens have none."""
    assert read(parts) == {}


def test_tokens_of_another_text_are_not_used() -> None:
    """Where the server's tokens don't make up the answer, nothing is guessed."""
    parts = answer("visit", ',"event_type":"')

    assert odds.of("".join(parts)[1:], tokens(*parts, visit={"visit": 0.5}), SCHEMA) == {}
