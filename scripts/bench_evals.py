"""Benchmarks of the evaluation: scoring grows linearly with documents; the jackknife interval covers what it says."""

import random
import time

import numpy as np

from evals import gold, stats
from evals.score import score_record

SIZES = (1_000, 2_000, 4_000, 10_000)
REPEATS = 4_000


def scoring() -> None:
    """Seconds to score many documents, alignment included, and the ratio to the smallest number."""
    labels = [one.label for one in gold.load_all("dev")]
    plain = [label.record.model_dump(mode="json") for label in labels]
    shuffled = [{**record, "events": record["events"][::-1]} for record in plain]
    print(
        "| documents scored | seconds | ms a document | ratio of documents | ratio of seconds |\n|---|---|---|---|---|"
    )
    first = 0.0
    for size in SIZES:
        chosen = random.Random(1).choices(range(len(labels)), k=size)  # noqa: S311  # no secret
        started = time.perf_counter()
        for index in chosen:
            score_record(shuffled[index], plain[index], aliases=labels[index].aliases, optional=labels[index].optional)
        seconds = time.perf_counter() - started
        first = first or seconds
        print(
            f"| {size:,} | {seconds:.1f} | {1000 * seconds / size:.2f} | {size / SIZES[0]:.0f} | {seconds / first:.1f} |"
        )


def coverage() -> None:
    """How often the 95 % jackknife-t interval holds the truth, for corpora drawn at random (nominal .95)."""
    rng = np.random.default_rng(3)
    print("\n| documents | coverage of the 95 % interval |\n|---|---|")
    for n in (10, 20, 40, 64):
        inside = 0
        for _ in range(REPEATS):
            inside += _holds(rng, n)
        print(f"| {n} | {inside / REPEATS:.3f} |")


def _draw(rng: np.random.Generator, n: int) -> stats.Sums:
    mass = rng.gamma(3.0, 8.0, n) + 4
    hit = rng.beta(4.0, 1.5, n)
    return np.column_stack([hit * mass, mass * rng.uniform(0.8, 1.2, n), mass])


TRUTH = stats.f1(_draw(np.random.default_rng(4), 2_000_000))


def _holds(rng: np.random.Generator, n: int) -> bool:
    interval = stats.jackknife(_draw(rng, n))
    return interval.low <= TRUTH <= interval.high


if __name__ == "__main__":
    scoring()
    coverage()
