"""Fits the weights of extractor/finders/arguments/locating.toml and towns.toml: where an event took place, by the signs of each place."""

from collections.abc import Iterator, Sequence

from evals.fitting import further
from evals.fitting.logistic import weigh_choices
from evals.gold import Gold
from extractor.finders.arguments import locating, towns
from extractor.finders.compose import Story
from extractor.finders.found import Found
from extractor.logistic import Features

STRENGTH = 2.0
"""Of the pull of every weight to zero; 1 and 3 err alike on articles that were left out."""
Options = tuple[list[Features], list[bool]]
"""The signs of each option, and whether it is right."""


def fit_countries(golds: Sequence[Gold]) -> dict[str, float]:
    """A weight for each sign of a country, over the events of these articles."""
    return _weigh([options for gold in golds for options in countries(gold)])


def fit_towns(golds: Sequence[Gold]) -> dict[str, float]:
    """A weight for each sign of a town, over the events of these articles."""
    return _weigh([options for gold in golds for options in towns_of(gold)])


def _weigh(seen: Sequence[Options]) -> dict[str, float]:
    able = [(signs, right) for signs, right in seen if any(right)]
    return weigh_choices([signs for signs, _ in able], [right for _, right in able], STRENGTH)


def countries(gold: Gold) -> Iterator[Options]:
    """For each event that code finds: the signs of every country, and whether it is the one in the gold."""
    for index, event in _events(gold):
        right = _right(gold, index, "location_country")
        options = locating.candidates(event)
        yield [signs for _, signs in options], [code in right for code, _ in options]


def towns_of(gold: Gold) -> Iterator[Options]:
    """For each event that code finds: the signs of every town in its country, and whether it is the one in the gold."""
    for index, event in _events(gold):
        country, right = gold.label.record.events[index].location_country, _right(gold, index, "location_city")
        options = towns.candidates(event, country) if country else []
        yield [signs for _, _, signs in options], [words in right for words, _, _ in options]


def _events(gold: Gold) -> Iterator[tuple[int, locating.Event]]:
    """The events that code finds and that can have a place, each with the number of the gold's."""
    found = Found(gold.document)
    story = Story(found, found.scenes)
    for number, scene in enumerate(found.scenes):
        index = further.labelled(gold, found, number)
        if index is not None and scene.event_type not in locating.NOWHERE:
            yield index, story.unplaced(number)


def _right(gold: Gold, index: int, field: str) -> set[str | None]:
    """The value of a field, and its aliases."""
    value = getattr(gold.label.record.events[index], field)
    return {value, *gold.label.aliases.get(f"/events/{index}/{field}", ())}
