"""Where a score comes from: fields, slices, confusions, worst documents, and labels that every model disputes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.metric import Counts, Slot
from evals.scored import DocScore, Scored, by_unit
from evals.stats import FEWEST_UNITS, Sums

_CLOSED = re.compile(
    r"/(?:event_type|status|mode|role|function|kind|topics|country|location_country|parties)(?:/\d+)?$"
)


def field_of(slot: Slot) -> str:
    """The slot's field as a path without indices: 'events/participants/name'."""
    parts = (slot.expected_at or slot.predicted_at or "").split("/")
    return "/".join(part for part in parts if part and not part.isdigit())


def by_field(scored: Scored) -> dict[str, Counts]:
    """Counts of each field over all documents, CORE then EXTENDED, in the order of the schema."""
    fields: dict[str, list[Slot]] = defaultdict(list)
    for slot in (*scored.counts.slots, *scored.extended.slots):
        fields[field_of(slot)].append(slot)
    return {name: _counts(slots) for name, slots in fields.items()}


def _counts(slots: Iterable[Slot]) -> Counts:
    worth = {
        "COR": (1.0, 1.0, 1.0),
        "PAR": (0.5, 1.0, 1.0),
        "INC": (0.0, 1.0, 1.0),
        "MIS": (0.0, 0.0, 1.0),
        "SPU": (0.0, 1.0, 0.0),
    }
    return sum((Counts(*worth[slot.state], (slot,)) for slot in slots), Counts())


@dataclass(frozen=True)
class Slice:
    """Documents that have something in common; `small` slices are shown grey."""

    group: str
    name: str
    docs: tuple[DocScore, ...]

    @property
    def sums(self) -> Sums:
        """One row a unit, for the statistics."""
        return by_unit(self.docs)

    @property
    def counts(self) -> Counts:
        """Their sums."""
        return sum((doc.counts for doc in self.docs), Counts())

    @property
    def small(self) -> bool:
        """Fewer documents than can settle anything."""
        return len(self.docs) < FEWEST_UNITS


def slices(scored: Scored) -> list[Slice]:
    """By language, trait, kind of source and number of events."""
    found: dict[tuple[str, str], list[DocScore]] = defaultdict(list)
    for doc in scored.docs:
        label = doc.label
        found["language", label.lang].append(doc)
        found["source", label.doc_type].append(doc)
        events = len([event for event in label.record.events if event.status != "past"])
        found["events", str(events) if events < 3 else "3+"].append(doc)
        for trait in label.traits:
            found["trait", trait].append(doc)
    return [Slice(group, name, tuple(docs)) for (group, name), docs in sorted(found.items())]


def confusions(scored: Scored, most: int = 10) -> list[tuple[str, str, str, int]]:
    """The commonest wrong values of closed lists: field, expected, predicted, how often."""
    wrong = Counter(
        (field_of(slot), str(slot.expected), str(slot.predicted))
        for slot in scored.counts.slots
        if slot.state == "INC" and _CLOSED.search(slot.expected_at or "")
    )
    return [(*key, count) for key, count in wrong.most_common(most)]


def worst(scored: Scored, most: int = 5) -> list[DocScore]:
    """The documents that cost most: the most mass that was not matched."""
    return sorted(scored.docs, key=lambda doc: 2 * doc.counts.tp - doc.counts.predicted - doc.counts.expected)[:most]


def spurious(scored: Scored) -> dict[str, int]:
    """What is spurious: whole events, items of a list, single fields."""
    kinds = Counter(
        "event" if _is_event(s.whole) else "item" if s.whole else "field"
        for s in scored.counts.slots
        if s.state == "SPU"
    )
    return {kind: kinds[kind] for kind in ("event", "item", "field")}


def _is_event(pointer: str | None) -> bool:
    return bool(re.fullmatch(r"/events/\d+", pointer or ""))


def suspects(runs: Sequence[Scored]) -> list[tuple[str, str, str, str]]:
    """Gold leaves on which every run gives one and the same other value: document, pointer, gold, everybody."""
    if len(runs) < 2:
        return []
    said: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for scored in runs:
        for doc in scored.docs:
            for slot in doc.counts.slots:
                if slot.state == "INC" and slot.expected_at:
                    said[doc.label.doc_id, slot.expected_at, str(slot.expected)].append(str(slot.predicted))
    return [(*key, values[0]) for key, values in said.items() if len(values) == len(runs) and len(set(values)) == 1]
