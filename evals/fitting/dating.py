"""Fits the weights of extractor/finders/arguments/dating.toml: on which of the days of an article an event took place, by their signs."""

from collections.abc import Iterator, Sequence

from evals.fitting import further
from evals.fitting.logistic import weigh_choices
from evals.gold import Gold
from extractor.finders.arguments import dating
from extractor.finders.found import Found
from extractor.logistic import Features

STRENGTH = 2.0
"""Of the pull of every weight to zero; 2 and 4 err alike on articles that were left out."""


def fit(golds: Sequence[Gold]) -> dict[str, float]:
    """A weight for each sign, over the days of these articles."""
    seen = [pair for gold in golds for pair in judged(gold)]
    return weigh_choices([signs for signs, _ in seen], [right for _, right in seen], STRENGTH)


def judged(gold: Gold) -> Iterator[tuple[list[Features], list[bool]]]:
    """For each event that code finds: the signs of every day, and whether it is the one in the gold.

    Left out are events whose day code doesn't read.
    """
    found, events = Found(gold.document), gold.label.record.events
    for number, scene in enumerate(found.scenes):
        index = further.labelled(gold, found, number)
        if index is None:
            continue
        options = dating.candidates(found, scene, main=number == 0)
        right = [value == events[index].date for value, _ in options]
        if any(right):
            yield [signs for _, signs in options], right
