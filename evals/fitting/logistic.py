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


def weigh_choices(
    options: Sequence[Sequence[Features]], right: Sequence[Sequence[bool]], strength: float
) -> dict[str, float]:
    """A weight for each feature of options of which one or more are right, at least one of each group: a conditional logit.

    By Newton's method, with a bound on the curvature where several are right, and the pull `strength` of every weight to
    zero (L2). After McFadden, "Conditional logit analysis of qualitative choice behavior" (1974); where several are right,
    what counts is that one of them is chosen.
    """
    named = sorted({name for group in options for one in group for name in one})
    xs = [np.array([[one.get(name, 0.0) for name in named] for one in group]) for group in options]
    goods, weights = [np.array(group, dtype=bool) for group in right], np.zeros(len(named))
    for _ in range(_STEPS):
        slope, bend = strength * weights, strength * np.eye(len(named))
        for x, good in zip(xs, goods, strict=True):
            p = np.exp(x @ weights - np.max(x @ weights))
            p /= p.sum()
            due = np.where(good, p, 0.0) / p[good].sum()
            slope += x.T @ (p - due)
            bend += (x.T * p) @ x - np.outer(x.T @ p, x.T @ p)
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 2) for name, weight in zip(named, weights, strict=True)}
