"""A run scored against the gold: counts a document, and what a scoreboard says besides F1."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from evals import runs
from evals.errors import RunError
from evals.extended import score_extended
from evals.gold import Gold, Label, load_all, resolve
from evals.metric import Counts, Slot
from evals.runs import Row, Run, digest
from evals.score import score_record
from evals.stats import Sums


@dataclass(frozen=True)
class DocScore:
    """One document of a run. `counts` are means over its samples; `slots` are those of the first."""

    label: Label
    counts: Counts
    rows: tuple[Row, ...]

    @cached_property
    def extended(self) -> Counts:
        """EXTENDED of its first sample; nothing where the label has no such fields."""
        if not self.label.extended:
            return Counts()
        made = None if self.failed else self.rows[0].record
        expected = self.label.record.model_dump(mode="json")
        return score_extended(made, expected, aliases=self.label.aliases, optional=self.label.optional)

    @property
    def failed(self) -> bool:
        """Whether any sample failed."""
        return any(row.failed for row in self.rows)

    @cached_property
    def events(self) -> tuple[int, int, int]:
        """Events found, events predicted, events expected; an optional event counts only if it was found."""
        pairs = {
            (_event(s.predicted_at), _event(s.expected_at))
            for s in self.counts.slots
            if _event(s.predicted_at) and _event(s.expected_at)
        }
        expected = {_event(s.expected_at) for s in self.counts.slots} - {None}
        predicted = self.rows[0].record.get("events") or []
        return len(pairs), len(predicted), len(expected)

    @property
    def broken(self) -> list[str]:
        """Pointers of `must_pass` leaves that are not right."""
        plain = self.label.record.model_dump(mode="json")
        return [
            pointer
            for pointer in self.label.must_pass
            if not _passes(pointer, resolve(plain, pointer), self.counts.slots)
        ]


def _event(pointer: str | None) -> str | None:
    """Number of the event a pointer leads into, if it does."""
    parts = (pointer or "").split("/")
    return parts[2] if len(parts) > 2 and parts[1] == "events" else None


def _passes(pointer: str, expected: Any, slots: Sequence[Slot]) -> bool:
    if expected in (None, "", [], {}):
        return not any(s.state == "SPU" and (s.predicted_at or "").startswith(pointer) for s in slots)
    inside = [s for s in slots if s.expected_at == pointer or (s.expected_at or "").startswith(f"{pointer}/")]
    return bool(inside) and all(s.state == "COR" for s in inside)


@dataclass(frozen=True)
class Scored:
    """A run with its documents' scores, in the order of the gold."""

    name: str
    run: Run
    docs: tuple[DocScore, ...]

    @cached_property
    def counts(self) -> Counts:
        """The sums of the whole run."""
        return sum((doc.counts for doc in self.docs), Counts())

    @cached_property
    def extended(self) -> Counts:
        """The sums of EXTENDED over the documents whose labels have it."""
        return sum((doc.extended for doc in self.docs), Counts())

    @cached_property
    def sums(self) -> Sums:
        """One row a cluster, for the statistics."""
        return by_unit(self.docs)

    @property
    def errors(self) -> int:
        """Documents with a failure."""
        return sum(doc.failed for doc in self.docs)

    @cached_property
    def event_f1(self) -> float | None:
        """F1 of finding the events at all, whatever their fields."""
        found, predicted, expected = (sum(column) for column in zip(*(doc.events for doc in self.docs), strict=True))
        return 2 * found / (predicted + expected) if predicted + expected else None

    @cached_property
    def unsupported(self) -> float:
        """Share of the looked-up values that the text does not hold; 0 unless unsupported values are kept."""
        states = Counter(s["status"] for doc in self.docs for row in doc.rows for s in row.record["support"].values())
        return (states["absent"] + states["contradicted"]) / max(1, states.total())

    def runs(self) -> list[Mapping[str, Any]]:
        """The `run` part of every record that has one."""
        return [row.record["run"] for doc in self.docs for row in doc.rows if row.record["run"]]

    @property
    def cost(self) -> float | None:
        """USD a document, of the original calls; None if nobody knows."""
        costs = [run["cost_usd"] for run in self.runs()]
        return None if None in costs else sum(costs) / max(1, len(costs))

    @property
    def seconds(self) -> float | None:
        """Median seconds a document, of the original calls."""
        return statistics.median(run["seconds"] for run in self.runs()) if self.runs() else None

    @property
    def cached(self) -> float:
        """Share of the answers that were replayed."""
        runs = self.runs()
        return sum(bool(run["cached"]) for run in runs) / max(1, len(runs))


def by_unit(docs: Iterable[DocScore]) -> Sums:
    """Sums of TP, predicted and expected mass, a row a cluster (documents that tell one story)."""
    clusters: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for doc in docs:
        unit = clusters[doc.label.cluster_id or doc.label.doc_id]
        for index, value in enumerate((doc.counts.tp, doc.counts.predicted, doc.counts.expected)):
            unit[index] += value
    return np.array(list(clusters.values()))


def score(run: Run, golds: Sequence[Gold]) -> Scored:
    """Score a run. RunError if it answers another gold."""
    if run.gold != digest(golds):
        raise RunError(
            f"run {run.name} was made on another gold than the one here; make it again with python -m evals run"
        )
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in run.rows:
        rows[row.doc_id].append(row)
    return Scored(run.name, run, tuple(_document(gold.label, rows[gold.label.doc_id]) for gold in golds))


def _document(label: Label, rows: Iterable[Row]) -> DocScore:
    rows = tuple(rows)
    expected = label.record.model_dump(mode="json")
    each = [
        score_record(None if row.failed else row.record, expected, aliases=label.aliases, optional=label.optional)
        for row in rows
    ] or [score_record(None, expected, aliases=label.aliases, optional=label.optional)]
    n = len(each)
    mean = Counts(
        sum(c.tp for c in each) / n,
        sum(c.predicted for c in each) / n,
        sum(c.expected for c in each) / n,
        each[0].slots,
    )
    return DocScore(label, mean, rows)


def load(name: str) -> Scored:
    """A stored run, by its name or file, scored. RunError if there is none."""
    one = runs.load(name)
    return score(one, load_all(one.split))


def stored(split: str, golds: Sequence[Gold]) -> list[Scored]:
    """Every stored run of a split, scored. RunError if there is none."""
    made = [score(one, golds) for one in runs.stored(split)]
    if not made:
        raise RunError(f"no stored run of {split}; make one with python -m evals run --split {split}")
    return made


def keep(made: Iterable[Run], golds: Sequence[Gold]) -> list[Scored]:
    """Each run stored as it is made, and scored."""
    kept = []
    for one in made:
        runs.save(one)
        kept.append(score(one, golds))
    return kept
