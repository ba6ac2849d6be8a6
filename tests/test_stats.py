"""The statistics, each on a case whose answer is known."""

import math
from itertools import product

import numpy as np
import pytest

from evals import stats
from evals.stats import Sums


def sums(*rows: tuple[float, float, float]) -> Sums:
    return np.array(rows, dtype=float)


SAME = sums(*[(1.0, 2.0, 2.0), (2.0, 2.0, 2.0)] * 15)


def test_f1_is_a_ratio_of_sums() -> None:
    """Not a mean of ratios: a long document weighs more."""
    assert stats.f1(sums((1, 1, 1), (0, 3, 3))) == pytest.approx(2 / 8)
    assert stats.f1(sums((0, 0, 0))) == 0.0


def test_jackknife_of_a_mean_is_the_t_interval() -> None:
    """Where all masses are equal, F1 is a mean, and the jackknife is the textbook standard error of it."""
    values = np.array([0.2, 0.5, 0.9, 0.4, 1.0, 0.3])
    interval = stats.jackknife(np.column_stack([values, np.ones(6), np.ones(6)]))
    error = values.std(ddof=1) / math.sqrt(6)

    assert interval.value == pytest.approx(values.mean())
    assert interval.error == pytest.approx(error)
    assert interval.half == pytest.approx(2.5705818 * error)


def test_one_unit_has_no_interval() -> None:
    """With one document there is no spread to speak of."""
    assert math.isnan(stats.jackknife(sums((1, 2, 2))).half)


def test_same_answers_are_no_evidence() -> None:
    """Two runs of the same answers: difference 0, p 1, no evidence."""
    result = stats.compare(SAME, SAME)

    assert (result.delta.value, result.p, result.verdict()) == (0.0, 1.0, "no evidence")
    assert (result.wins, result.losses, result.ties) == (0, 0, 30)


def test_exact_permutation() -> None:
    """Five units that all got better: of the 32 labelings two are as extreme, one is at least as good for the first."""
    before, after = sums(*[(0.0, 1.0, 1.0)] * 5), sums(*[(1.0, 1.0, 1.0)] * 5)

    assert stats.permutation(before, after) == pytest.approx((2 / 32, 1.0))
    assert stats.permutation(after, before) == pytest.approx((2 / 32, 1 / 32))


def test_exact_permutation_by_hand() -> None:
    """Against a plain loop over all labelings."""
    rng = np.random.default_rng(1)
    before = np.column_stack([rng.random(7), 1 + rng.random(7), 1 + rng.random(7)])
    after = np.column_stack([rng.random(7), 1 + rng.random(7), 1 + rng.random(7)])
    observed = stats.f1(after) - stats.f1(before)
    extreme = 0
    for labels in product([False, True], repeat=7):
        mask = np.array(labels)[:, None]
        delta = stats.f1(np.where(mask, before, after)) - stats.f1(np.where(mask, after, before))
        extreme += abs(delta) >= abs(observed) - 1e-12

    assert stats.permutation(before, after)[0] == pytest.approx(extreme / 128)


def test_clear_differences_get_their_verdict() -> None:
    """Better and worse in words; few documents are too few."""
    worse = sums(*[(0.5, 2.0, 2.0), (1.0, 2.0, 2.0)] * 15)

    assert stats.compare(worse, SAME).verdict() == "better"
    assert stats.compare(SAME, worse).verdict() == "worse"
    assert stats.compare(SAME[:10], worse[:10]).verdict() == "too few documents"
    assert stats.compare(SAME, worse).verdict(p=0.2) == "no evidence"


def test_few_changes_are_too_few() -> None:
    """Three changed documents of thirty settle nothing."""
    after = SAME.copy()
    after[:3, 0] = 0.0

    assert stats.compare(SAME, after).verdict() == "too few documents"


def test_sampled_permutation_is_reproducible_and_close() -> None:
    """Above sixteen changes the labelings are sampled, with a fixed seed."""
    rng = np.random.default_rng(2)
    before = np.column_stack([rng.random(40), np.ones(40), np.ones(40)])
    after = np.column_stack([rng.random(40), np.ones(40), np.ones(40)])

    assert stats.permutation(before, after) == stats.permutation(before, after)
    assert 0 < stats.permutation(before, after)[0] <= 1


def test_holm() -> None:
    """The textbook example: each p times the number of those left, never falling, never above 1."""
    assert stats.holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert stats.holm([0.6, 0.7]) == [1.0, 1.0]
    assert stats.holm([]) == []


def test_benjamini_hochberg() -> None:
    """The textbook example of the step-up procedure."""
    assert stats.benjamini_hochberg([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.02, 0.04, 0.04, 0.02])
    assert stats.benjamini_hochberg([]) == []


def test_power() -> None:
    """Half the difference takes four times the documents; the MDE is what the present number can see."""
    worse = SAME.copy()
    worse[:12, 0] = 0.5
    result = stats.compare(SAME, worse)

    assert stats.documents_needed(result, result.mde) == pytest.approx(result.units, abs=1)
    assert stats.documents_needed(result, result.mde / 2) == pytest.approx(4 * result.units, abs=4)
