"""Logistic regression, as it is used: a probability from what is known of a thing and the weights that were fitted."""

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

Features = Mapping[str, float]
"""What is known of a thing: name → how much of it, mostly 1."""


def probability(features: Features, weights: Mapping[str, float]) -> float:
    """The logistic function of the weighted sum; a feature that was not seen in fitting weighs nothing."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


@cache
def weights(table: Path) -> Mapping[str, float]:
    """The weights of a TOML table, by name of the feature."""
    read: Mapping[str, float] = tomllib.loads(table.read_text(encoding="utf-8"))
    return read


def present(*groups: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """`always`, and every sign that is there, each 1."""
    return dict.fromkeys(("always", *(name for group in groups for name, there in group if there)), 1.0)
