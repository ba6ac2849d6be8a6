"""Aligned slot-F1, the 1:1 matching metric of Chen et al. 2023 with the grades of MUC-4 (1992). Knows trees, not news.

Source: A Unified View of Evaluation Metrics for Structured Prediction, EMNLP 2023.

mass(leaf) = 1, mass(null) = 0, other masses are sums. ov(leaf) = grade in {1, ½, 0}; ov(record) = gate × Σ ov(fields);
ov(list) = the best one-to-one assignment. TP = ov(prediction, gold).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from scipy.optimize import linear_sum_assignment

State = Literal["COR", "PAR", "INC", "MIS", "SPU"]
Grade = Callable[[Any, Any, Sequence[str]], float]
"""(predicted, expected, aliases of the expected) → 1, ½ or 0."""


@dataclass(frozen=True)
class Leaf:
    """One value. `grade` compares a predicted with an expected one."""

    grade: Grade


@dataclass(frozen=True)
class Record:
    """Named fields. Two records may be paired where `gate` (predicted, expected) holds."""

    fields: Mapping[str, "Spec"]
    gate: Callable[[Mapping[str, Any], Mapping[str, Any]], bool] = lambda _predicted, _expected: True


@dataclass(frozen=True)
class List:
    """Items in any order."""

    item: "Spec"


Spec = Leaf | Record | List


@dataclass(frozen=True)
class Slot:
    """One leaf of a comparison: where it stands on each side (JSON pointers, None: nowhere), its values and its state."""

    state: State
    predicted_at: str | None
    expected_at: str | None
    predicted: Any
    expected: Any
    whole: str | None = None
    """Pointer of the outermost list item that is missing or spurious as a whole, this leaf with it."""


@dataclass(frozen=True)
class Marks:
    """What gold says beside its values, by JSON pointer: aliases, and what costs nothing when it is missing."""

    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()

    def is_optional(self, pointer: str) -> bool:
        """Whether the value at `pointer`, or an object that holds it, is optional."""
        parts = pointer.split("/")
        return any("/".join(parts[:n]) in self.optional for n in range(2, len(parts) + 1))


@dataclass(frozen=True)
class Counts:
    """Three sums and the slots behind them; everything else is computed from these."""

    tp: float = 0.0
    predicted: float = 0.0
    expected: float = 0.0
    slots: tuple[Slot, ...] = ()

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.tp + other.tp,
            self.predicted + other.predicted,
            self.expected + other.expected,
            self.slots + other.slots,
        )

    @property
    def precision(self) -> float | None:
        """TP / predicted mass; None if nothing was predicted."""
        return self.tp / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """TP / expected mass; None if nothing was expected."""
        return self.tp / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """2·TP / (predicted + expected); None where there is no mass on either side."""
        mass = self.predicted + self.expected
        return 2 * self.tp / mass if mass else None

    def states(self) -> dict[State, int]:
        """How many slots are in each state."""
        return {state: sum(slot.state == state for slot in self.slots) for state in ("COR", "PAR", "INC", "MIS", "SPU")}


def is_absent(value: Any) -> bool:
    """Null, the empty string, the empty list and the empty record are all absent."""
    return value is None or value in ("", [], {}, ())


def compare(
    spec: Spec, predicted: Any, expected: Any, marks: Marks = Marks(), at: tuple[str, str] = ("", "")
) -> Counts:  # frozen
    """The counts of one comparison; `at` are the pointers of both sides."""
    if is_absent(predicted) and is_absent(expected):
        return Counts()
    if is_absent(predicted):
        return _missing(spec, expected, marks, at[1])
    if is_absent(expected):
        return _spurious(spec, predicted, at[0])
    if isinstance(spec, Leaf):
        return _leaf(spec, predicted, expected, marks, at)
    if isinstance(spec, Record):
        return sum(
            (
                compare(inner, predicted.get(name), expected.get(name), marks, (f"{at[0]}/{name}", f"{at[1]}/{name}"))
                for name, inner in spec.fields.items()
            ),
            Counts(),
        )
    return _list(spec, predicted, expected, marks, at)


def _leaf(spec: Leaf, predicted: Any, expected: Any, marks: Marks, at: tuple[str, str]) -> Counts:
    grade = spec.grade(predicted, expected, marks.aliases.get(at[1], ()))
    if not grade and marks.is_optional(at[1]):
        return Counts(0.0, 1.0, 0.0, (Slot("SPU", at[0], None, predicted, None),))
    state: State = "COR" if grade == 1 else "PAR" if grade else "INC"
    return Counts(grade, 1.0, 1.0, (Slot(state, at[0], at[1], predicted, expected),))


def _list(spec: List, predicted: Sequence[Any], expected: Sequence[Any], marks: Marks, at: tuple[str, str]) -> Counts:
    """The best one-to-one assignment; ties go to more exact leaves, then to the order of both lists."""
    pairs = [
        [_pair(spec.item, p, e, marks, (f"{at[0]}/{i}", f"{at[1]}/{j}")) for j, e in enumerate(expected)]
        for i, p in enumerate(predicted)
    ]
    worth = np.array([[_worth(pair, i, j) for j, pair in enumerate(row)] for i, row in enumerate(pairs)])
    chosen = {
        int(i): (int(j), pair)
        for i, j in zip(*linear_sum_assignment(worth, maximize=True), strict=True)
        if (pair := pairs[i][j]) is not None and pair.tp > 0
    }
    total = sum((pair for _, pair in chosen.values()), Counts())
    for i, item in enumerate(predicted):
        if i not in chosen:
            total += _spurious(spec.item, item, f"{at[0]}/{i}", whole=f"{at[0]}/{i}")
    paired = {j for j, _ in chosen.values()}
    for j, item in enumerate(expected):
        if j not in paired:
            total += _missing(spec.item, item, marks, f"{at[1]}/{j}", whole=f"{at[1]}/{j}")
    return total


def _pair(spec: Spec, predicted: Any, expected: Any, marks: Marks, at: tuple[str, str]) -> Counts | None:
    if isinstance(spec, Record) and not spec.gate(predicted, expected):
        return None
    return compare(spec, predicted, expected, marks, at)


def _worth(pair: Counts | None, i: int, j: int) -> float:
    if pair is None or not pair.tp:
        return 0.0
    exact = sum(slot.state == "COR" for slot in pair.slots)
    return pair.tp + 1e-4 * exact - 1e-8 * abs(i - j) - 1e-9 * (i + j)


def _missing(spec: Spec, expected: Any, marks: Marks, at: str, *, whole: str | None = None) -> Counts:
    leaves = [leaf for leaf in leaves_of(spec, expected, at, whole) if not marks.is_optional(leaf[0])]
    slots = tuple(Slot("MIS", None, pointer, None, value, item) for pointer, value, item in leaves)
    return Counts(0.0, 0.0, float(len(slots)), slots)


def _spurious(spec: Spec, predicted: Any, at: str, *, whole: str | None = None) -> Counts:
    slots = tuple(
        Slot("SPU", pointer, None, value, None, item) for pointer, value, item in leaves_of(spec, predicted, at, whole)
    )
    return Counts(0.0, float(len(slots)), 0.0, slots)


def leaves_of(spec: Spec, value: Any, at: str = "", item: str | None = None) -> Iterator[tuple[str, Any, str | None]]:
    """Every leaf that holds something: its pointer, its value, and the outermost list item that it is in below `at`.

    Their number is the mass.
    """
    if is_absent(value):
        return
    if isinstance(spec, Leaf):
        yield at, value, item
    elif isinstance(spec, Record):
        for name, inner in spec.fields.items():
            yield from leaves_of(inner, value.get(name), f"{at}/{name}", item)
    else:
        for index, inside in enumerate(value):
            yield from leaves_of(spec.item, inside, f"{at}/{index}", item or f"{at}/{index}")
