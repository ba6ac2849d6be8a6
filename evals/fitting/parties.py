"""Fits the weights of extractor/finders/arguments/parties.toml: whose event it is, by the signs of every state and organisation."""

from collections.abc import Iterator, Sequence

from evals.fitting import further
from evals.fitting.logistic import weigh
from evals.gold import Gold
from extractor.finders.arguments import parties
from extractor.finders.compose import Story
from extractor.finders.found import Found
from extractor.logistic import Features

STRENGTH = 2.0
"""Of the pull of every weight to zero, as for days and places."""


def fit(golds: Sequence[Gold]) -> dict[str, float]:
    """A weight for each sign, over the states and organisations that these articles name."""
    seen = [pair for gold in golds for pair in judged(gold)]
    return weigh([signs for signs, _ in seen], [right for _, right in seen], STRENGTH)


def judged(gold: Gold) -> Iterator[tuple[Features, float]]:
    """For each event that code finds: the signs of every state and organisation, and whether it is a party in the gold.

    Left out are those that are optional there.
    """
    found = Found(gold.document)
    story = Story(found, found.scenes)
    for number in range(len(found.scenes)):
        index = further.labelled(gold, found, number)
        if index is not None:
            due = gold.label.record.events[index].parties
            optional = {code for at, code in enumerate(due) if f"/events/{index}/parties/{at}" in gold.label.optional}
            yield from (
                (signs, float(code in due))
                for code, signs in parties.candidates(story.acting(number))
                if code not in optional
            )
