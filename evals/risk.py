"""Risk against coverage (El-Yaniv and Wiener 2010): how many values are wrong among those that a run is surest of."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.fitting.confidence import WORTH
from evals.scored import Scored

COVERAGES = (1.0, 0.8, 0.5, 0.2)


@dataclass(frozen=True)
class Point:
    """Among the surest `coverage` of the values, 0 to 1: the share that is wrong, and the least confidence."""

    coverage: float
    risk: float
    least: float


def curve(scored: Scored, coverages: Sequence[float] = COVERAGES) -> list[Point]:
    """A point for each coverage; empty for a run whose values carry no confidence. A value half right is half wrong."""
    pairs = [
        (doc.rows[0].record["confidence"][slot.predicted_at], 1 - WORTH.get(slot.state, 0.0))
        for doc in scored.docs
        for slot in doc.counts.slots
        if slot.predicted_at in doc.rows[0].record.get("confidence", {})
    ]
    pairs.sort(key=lambda pair: -pair[0])
    counts = [max(1, round(len(pairs) * coverage)) for coverage in coverages] if pairs else []
    return [
        Point(coverage, sum(wrong for _, wrong in pairs[:count]) / count, pairs[count - 1][0])
        for coverage, count in zip(coverages, counts, strict=False)
    ]
