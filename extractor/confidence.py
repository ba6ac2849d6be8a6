"""How far a value can be trusted: a logistic regression on what is known of it, fitted on labelled articles.

What is known: its field, whether the model says the same as code and how surely, whether the event is the news itself,
how many others there are. `python -m evals confidence` fits the weights; they hold for one prompt and one model.
"""

import math
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from extractor.assemble import Draft
from extractor.logistic import Features, probability
from extractor.model import Answer
from extractor.normalise import countries, names
from extractor.schemas.defence.record import Article, Event, Participant
from extractor.schemas.defence.sightings import News, Sighting
from extractor.task import Reading, Task

_MOST = 3
"""Further events that are counted."""
_LEAST = 0.01
"""Probability of what the model doesn't think of, for its logarithm."""


def of(task: Task, reading: Reading, draft: Draft) -> dict[str, float]:
    """JSON pointer of each value of the events → probability, 0 to 1, that it is right; empty where nobody measured it."""
    weights = _weights().get(f"{task.prompt.name} {task.name}")
    if weights is None or reading.form is not News:
        return {}
    article: Article = draft.fields["document"]
    known = values(draft.fields["events"], article.language, reading.answers[0])
    return {pointer: round(probability(features, weights), 2) for pointer, features in known}


def values(events: Sequence[Event], language: str, answer: Answer) -> Iterator[tuple[str, Features]]:
    """Pointer and features of every value that the scorer counts, event by event."""
    said = answer.read(News).event
    codes = {countries.to_code(name, language) for name in said.countries} if said else set()
    odds = answer.odds.get("/event/event_type", {})
    for index, event in enumerate(events):
        at = f"/events/{index}"
        told = {
            "later": float(index > 0),
            "others": min(len(events) - 1, _MOST) / _MOST,
            "called off": float(event.status in {"postponed", "cancelled"}),
            "planned": float(event.status == "planned"),
            "undated": float(event.date is None),
            "dated by the page": float(event.date_basis == "publication"),
            "many parties": float(len(event.parties) > 2),  # more than a dyad
            "one party": float(len(event.parties) == 1),
            "kind said": float(said is not None and said.event_type == event.event_type),
            "status said": float(said is not None and said.status == event.status),
            "parties said": float({*event.parties} <= codes),
            "odds": math.log(odds.get(event.event_type, 0.0) + _LEAST),
        }
        for pointer, value, more in _leaves(event, at, said):
            if value is not None:
                yield pointer, {"always": 1.0, _field(pointer): 1.0, **told, **more}


def _field(pointer: str) -> str:
    return "/".join(part for part in pointer.split("/")[1:] if not part.isdigit())


def _leaves(event: Event, at: str, said: Sighting | None) -> Iterator[tuple[str, object, Features]]:
    for name in ("event_type", "status", "date", "location_country", "location_city", "mode"):
        yield f"{at}/{name}", getattr(event, name), {}
    for name in ("parties", "topics"):
        for number, value in enumerate(getattr(event, name)):
            yield f"{at}/{name}/{number}", value, {}
    for number, agreement in enumerate(event.agreements):
        for name in ("kind", "status", "title", "period"):
            yield f"{at}/agreements/{number}/{name}", getattr(agreement, name), {}
    for number, person in enumerate(event.participants):
        known = {"person said": float(_said(person, said)), "ranked": float(person.rank is not None)}
        for name in ("name", "rank", "role", "country", "function"):
            yield f"{at}/participants/{number}/{name}", getattr(person, name), known


def _said(person: Participant, said: Sighting | None) -> bool:
    """Whether the model names this person as well."""
    return said is not None and any(names.same_person(person.name or "", names.bare(name)[1]) for name in said.people)


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
