"""The days that an article names, seen from one event: what each would be as its date, and which part of a longer one."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from extractor.finders.cues import Cue
from extractor.finders.events.scenes import Scene
from extractor.finders.events.told import Told, between
from extractor.finders.found import Found
from extractor.normalise import dates
from extractor.normalise.dates import Mention

_READING = {"planned": "planned", "postponed": "cancelled", "cancelled": "cancelled"}
"""In which direction a date without a year lies, by status: of what is called off the nearest; `held` for all others."""
_AROUND = 4
"""Lines around the telling one whose days are compared with each other."""
_BEFORE, _BEHIND = 2, 8
"""Code points between 'since' and its day; between a day and what means since behind it, where a case ending stands."""
_CLAUSE = 60
"""Code points within which a word for a beginning or an end belongs to a day, if no other day is nearer."""
_COMMA = 10
"""Code points that a comma between them counts for."""
_LONGEST = 60
"""Days between the first and the last day of such an event."""
_PAST, _DUE = 730, 31
"""Days before the publication from which nothing is news any more, and from which nothing can still be planned."""
_WHOLE = len("2024-01-01")


@dataclass(frozen=True)
class Day:
    """A time expression of a line as a date of the event: its EDTF value, and that of its last day if it is a range."""

    value: str
    last: str | None
    mention: Mention
    line: Told

    @property
    def whole(self) -> bool:
        """Whether it is a day, not a month or a year."""
        return len(self.value) == _WHOLE

    @property
    def aside(self) -> bool:
        """Whether it says when the news was told, not when it was."""
        return self.mention in self.line.said or self.mention in self.line.opening

    def before(self, other: "Day") -> bool:
        """Whether both are days, this one the earlier, no further away than such an event can be long."""
        return (
            self.whole
            and other.whole
            and 0 < (date.fromisoformat(other.value) - date.fromisoformat(self.value)).days <= _LONGEST
        )

    def holds(self, other: "Day") -> bool:
        """Whether it is a range, and the other one a day in it but its first."""
        return self.last is not None and other.whole and self.value < other.value <= self.last


@dataclass(frozen=True)
class Days:
    """The days of an article, seen from one scene."""

    found: Found
    scene: Scene

    @cached_property
    def all(self) -> list[Day]:
        """Every day, in the order of the text."""
        return [day for line in self.found.told for day in self.of(line)]

    def of(self, line: Told) -> Iterator[Day]:
        """The days of a line, less those that only say what a plan is for."""
        publication = self.found.document.clues.publication_date
        reading = _READING.get(self.scene.status, "held")
        for mention in sorted((*line.opening, *line.dates, *line.said), key=lambda mention: mention.start):
            value = None if mention.of_plan else dates.resolve(mention, publication, reading)
            if value:
                yield Day(value, dates.resolve_last(mention, publication, reading), mention, line)

    def able(self, day: Day) -> bool:
        """Whether the event can have been then: held no later than the publication and not long before it, planned not long ago."""
        publication = self.found.document.clues.publication_date
        if publication is None or self.scene.status not in {"held", "planned"}:
            return True
        today = publication.isoformat()[: len(day.value)]
        if self.scene.status == "held":
            return (publication - timedelta(days=_PAST)).isoformat()[: len(day.value)] <= day.value <= today
        return day.value >= (publication - timedelta(days=_DUE)).isoformat()[: len(day.value)]

    @cached_property
    def near(self) -> list[Day]:
        """The whole days of the lines around the telling one."""
        return [day for day in self.all if day.whole and abs(day.line.number - self.scene.line) <= _AROUND]

    @cached_property
    def times(self) -> Counter[str]:
        """How often each date is told."""
        return Counter(day.value for day in self.all)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The dates near by with which something began, or since which it lasts."""
        return frozenset(day.value for day in self.near if {"began", "since"} & self.phases(day))

    @cached_property
    def ends(self) -> frozenset[str]:
        """The dates near by with which something ended, or until which it lasts."""
        return frozenset(day.value for day in self.near if {"ended", "until"} & self.phases(day))

    def gap(self, day: Day, cue: Cue) -> int:
        """Code points between a day and a word of its line."""
        return len(self._between(day.mention, day.line, cue))

    def phases(self, day: Day) -> set[str]:
        """Which part of what takes days it is, by the words beside it: `began`, `since`, `came`, `ended`, `until`."""
        cues = {cue.value for cue in day.line.cues if cue.family == "phase" and self._belongs(day, cue)}
        return cues | ({"until"} if day.mention in day.line.ends else set())

    def _belongs(self, day: Day, cue: Cue) -> bool:
        """Whether a word for a beginning or an end is of this day: 'since' stands beside it, others are nearest to it."""
        if cue.value == "since":
            first = cue.span.start - self._start(day.line) < day.mention.start
            return self.gap(day, cue) <= (_BEFORE if first else _BEHIND)
        far = {mention: self._far(mention, day.line, cue) for mention in (*day.line.dates, *day.line.said)}
        return far.get(day.mention, _CLAUSE) == min(far.values(), default=0) < _CLAUSE

    def _far(self, mention: Mention, line: Told, cue: Cue) -> int:
        """Code points between a day and a word, where a comma counts for more."""
        apart = self._between(mention, line, cue)
        return len(apart) + _COMMA * len(re.findall(r"[,;:،、]", apart))

    def _between(self, mention: Mention, line: Told, cue: Cue) -> str:
        document = self.found.document
        sent = document.sent[line.number - 1]
        return between(document.words(sent), sent.start, mention, cue)

    def _start(self, line: Told) -> int:
        return self.found.document.sent[line.number - 1].start
