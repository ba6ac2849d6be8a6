"""The gate: a run may not be worse than the blessed one. Blessing is an act of its own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evals import stats
from evals.errors import RunError
from evals.scored import Scored
from evals.spec import SIGNATURE

BASELINE = Path(__file__).parent / "baseline.json"
TOLERANCE = 0.005
"""F1 that a change may cost, if it is not sure to cost it."""


@dataclass(frozen=True)
class Baseline:
    """What a blessed run reached: its sums a unit, the share of documents that didn't fail, and what it passed."""

    name: str
    signature: str
    gold: str
    sums: list[list[float]]
    valid: float
    unsupported: float
    broken: dict[str, list[str]]


def of(scored: Scored) -> Baseline:
    """The baseline that a run would be."""
    broken = {doc.label.doc_id: doc.broken for doc in scored.docs if doc.broken}
    valid = 1 - scored.errors / max(1, len(scored.docs))
    return Baseline(
        scored.name, scored.run.signature, scored.run.gold, scored.sums.tolist(), valid, scored.unsupported, broken
    )


def load(path: Path) -> Baseline:
    """A blessed baseline. RunError if there is none."""
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Baseline(**data)
    except OSError:
        raise RunError(f"no baseline {path}; make one with python -m evals bless RUN") from None
    except (ValueError, TypeError):
        raise RunError(f"{path}: not a baseline; make it again with python -m evals bless RUN") from None


def check(scored: Scored, baseline: Baseline, tolerance: float = TOLERANCE) -> list[str]:
    """Why the gate is closed, a line each; empty if it is open. RunError if the two can't be compared."""
    if baseline.signature != SIGNATURE:
        raise RunError(
            f"the baseline was scored by {baseline.signature}, this is {SIGNATURE}; bless a run of this scorer"
        )
    if baseline.gold != scored.run.gold:
        raise RunError("the baseline was scored on another gold; run again and bless")
    now = of(scored)
    before = np.array(baseline.sums)
    delta = stats.f1(scored.sums) - stats.f1(before)
    _, p = stats.permutation(before, scored.sums)
    reasons = []
    if delta < -tolerance and p < stats.LEVEL:
        reasons.append(f"F1 fell by {-delta:.3f} to {stats.f1(scored.sums):.3f} (one-sided p {p:.3f})")
    for doc_id, pointers in now.broken.items():
        newly = sorted(set(pointers) - set(baseline.broken.get(doc_id, ())))
        reasons += [f"{doc_id}: {pointer} must pass and no longer does" for pointer in newly]
    if now.valid < baseline.valid:
        reasons.append(f"valid answers fell from {baseline.valid:.1%} to {now.valid:.1%}")
    if now.unsupported > baseline.unsupported:
        reasons.append(f"unsupported values rose from {baseline.unsupported:.2%} to {now.unsupported:.2%}")
    return reasons
