"""What the gold is made of, beside what it should be made of: so that no language, type or trap is missing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from evals.gold import Gold
from extractor.schemas.defence.values import AgreementKind, EventType, Status

LANGUAGES = {"en": 26, "de": 10, "ru": 6, "fr": 5, "tr": 4, "es": 4, "az": 4, "uk": 2, "pl": 2, "ar": 1}
TRAITS = {
    "multi_event": 10,
    "summit_bilaterals": 3,
    "no_event": 10,
    "near_miss": 5,
    "heavy_chrome": 12,
    "false_date": 6,
    "relative_dates": 6,
    "call": 4,
    "two_spellings": 4,
    "injected": 4,
    "long": 3,
    "html": 2,
    "pdf": 1,
    "seed_retelling": 5,
}
_LENGTHS = ((0, 120), (120, 450), (450, 1500), (1500, 100_000))


@dataclass(frozen=True)
class Count:
    """How many documents have something, in each split, and how many there should be at least (0: no rule)."""

    group: str
    name: str
    dev: int
    test: int
    need: int

    @property
    def enough(self) -> bool:
        """Whether there are as many as there should be."""
        return self.dev + self.test >= self.need


def count(golds: Iterable[Gold]) -> list[Count]:
    """All counts, each document counted once for each thing it has."""
    golds = [gold for gold in golds if gold.split in {"dev", "test"}]
    rows = [
        _row("documents", "all", golds, lambda _: {"all"}, 64),
        _row("documents", "extended", golds, lambda g: {"extended"} if g.label.extended else set(), 24),
    ]
    rows += [_row("language", name, golds, lambda g: {g.label.lang}, need) for name, need in LANGUAGES.items()]
    rows += [_row("event type", name, golds, _types, 4) for name in get_args(EventType)]
    rows += [_row("status", name, golds, _statuses, 4) for name in get_args(Status)]
    rows += [_row("agreement", name, golds, _kinds, 2) for name in get_args(AgreementKind)]
    rows += [_row("trait", name, golds, lambda g: set(g.label.traits), need) for name, need in TRAITS.items()]
    more = Counter(trait for gold in golds for trait in gold.label.traits if trait not in TRAITS)
    rows += [_row("trait", name, golds, lambda g: set(g.label.traits), 0) for name in sorted(more)]
    return rows + [
        _row("words", f"{low}-{high}" if high < 100_000 else f"{low}+", golds, _lengths, 0) for low, high in _LENGTHS
    ]


def _row(group: str, name: str, golds: Sequence[Gold], has: Callable[[Gold], set[str]], need: int) -> Count:
    of = Counter(gold.split for gold in golds if name in has(gold))
    return Count(group, name, of["dev"], of["test"], need)


def _types(gold: Gold) -> set[str]:
    return {event.event_type for event in gold.label.record.events}


def _statuses(gold: Gold) -> set[str]:
    return {event.status for event in gold.label.record.events}


def _kinds(gold: Gold) -> set[str]:
    return {agreement.kind for event in gold.label.record.events for agreement in event.agreements}


def _lengths(gold: Gold) -> set[str]:
    words = len(gold.document.text.split())
    return {f"{low}-{high}" if high < 100_000 else f"{low}+" for low, high in _LENGTHS if low <= words < high}
