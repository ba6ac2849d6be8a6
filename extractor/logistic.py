"""Logistic regression, as it is used: a probability from what is known of a thing and the weights that were fitted."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

Features = Mapping[str, float]
"""What is known of a thing: name → how much of it, mostly 1."""

Value = TypeVar("Value")


def probability(features: Features, weights: Mapping[str, float]) -> float:
    """The logistic function of the weighted sum; a feature that was not seen in fitting weighs nothing."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


def shares(options: Sequence[Features], weights: Mapping[str, float]) -> list[float]:
    """How likely each of several options is, of which one is right: the softmax of their weighted sums."""
    sums = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in options]
    powers = [math.exp(score - max(sums)) for score in sums]
    return [power / sum(powers) for power in powers]


def likeliest(options: Sequence[tuple[Value, Features]], weights: Mapping[str, float]) -> Value:
    """The value whose options, of which one is right, are together the likeliest; at least one option."""
    total: defaultdict[Value, float] = defaultdict(float)
    for (value, _), share in zip(options, shares([signs for _, signs in options], weights), strict=True):
        total[value] += share
    return max(total, key=lambda value: total[value])


@cache
def weights(table: Path) -> Mapping[str, float]:
    """The weights of a TOML table, by name of the feature."""
    read: Mapping[str, float] = tomllib.loads(table.read_text(encoding="utf-8"))
    return read


def present(*groups: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """`always`, and every sign that is there, each 1."""
    return dict.fromkeys(("always", *(name for group in groups for name, there in group if there)), 1.0)
