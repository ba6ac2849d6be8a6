"""Fits the weights of extractor/finders/events/lead.toml: which sentence tells the news, and whether there is any."""

import math
from collections.abc import Sequence

from evals.fitting.logistic import weigh
from evals.gold import Gold
from extractor.finders.events import lead
from extractor.finders.found import Found
from extractor.logistic import Features

STRENGTH = 6.0
"""Of the pull of every weight to zero; of 2, 4 and 6 the one that errs least on articles that were left out."""


def fit(golds: Sequence[Gold]) -> dict[str, float]:
    """A weight for each sign, over the first sentences of these articles."""
    seen = [pair for gold in golds for pair in judged(gold)]
    return weigh([signs for signs, _ in seen], [right for _, right in seen], STRENGTH)


def judged(gold: Gold) -> list[tuple[Features, float]]:
    """The signs of each sentence, and whether it proves an event in the gold.

    Left out are those below the first that does: they may tell more of it.
    """
    proving = {line for lines in gold.proofs.values() for line in lines}
    leads = lead.leads(Found(gold.document).teller())
    last = next((one.line.number for one in leads if one.line.number in proving), min(proving, default=math.inf))
    return [(one.signs(), float(one.line.number in proving)) for one in leads if one.line.number <= last]
