"""Logistic regression, as it is used: a probability from what is known of a thing and the weights that were fitted."""

import math
from collections.abc import Mapping

Features = Mapping[str, float]
"""What is known of a thing: name → how much of it, mostly 1."""


def probability(features: Features, weights: Mapping[str, float]) -> float:
    """The logistic function of the weighted sum; a feature that was not seen in fitting weighs nothing."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))
