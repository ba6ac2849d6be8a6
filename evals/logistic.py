"""Fits logistic regressions: the weights of extractor/confidence.toml and of the tables in extractor/finders."""

from collections.abc import Sequence

import numpy as np

from extractor.logistic import Features

_STEPS = 30


def weigh(features: Sequence[Features], right: Sequence[float], strength: float) -> dict[str, float]:
    """A weight for each feature, by Newton's method; `right` is 0 to 1, `strength` the pull of every weight to zero (L2)."""
    named = sorted({name for one in features for name in one})
    x = np.array([[one.get(name, 0.0) for name in named] for one in features])
    y, weights = np.array(right), np.zeros(len(named))
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + strength * weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + strength * np.eye(len(named))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 2) for name, weight in zip(named, weights, strict=True)}
