"""What the lines of an article tell together: of which kind an event is, its status, its days, the party that goes without saying."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from extractor.document import Document
from extractor.finders.agreements import Agreement
from extractor.finders.events.told import Told
from extractor.finders.people import Person
from extractor.normalise import countries, dates

HEAD = 10
"""Lines within which the news itself is told."""
CALLED_OFF = ("postponed", "cancelled")
"""Statuses of what is called off; of what gets another day it is often said too that it will not take place."""
DAY = len("2024-01-01")
_MONTH = len("2024-01")
_WEIGHT = {
    "call": 3.0, "port_call": 3.0, "exercise": 2.2, "staff_talks": 2.4, "multilateral": 2.0, "education_exchange": 1.6,
    "military_aid": 1.8, "arms_deal": 1.8, "meeting": 1.5, "visit": 1.2, "signing": 0.8, "other": 1.4,
}  # fmt: skip
"""How much a word of each kind tells: 'port call' more than 'signed', which goes with any event."""
_TOLD_ITSELF = 3.0
"""Score from which talks are told in the headline or the telling line: else a trip is the news (SCHEMA 2.6)."""
_BACKGROUND = 60
"""Days before the publication from which a dated event is one that is only recalled."""
_SOON = 120
"""Days after the publication up to which a day without a year is taken to lie ahead."""
_SOME_DAY = date(2025, 6, 16)
"""From which days without a year are counted on a page that doesn't say when it was published: only to tell them apart."""
_MANY = 3
"""Nations in a list whose talks are multilateral."""


@dataclass(frozen=True)
class Scene:
    """An event: kind, status, the line that tells it, all its lines, the countries named there.

    `people` and `acting` are the persons and countries that a model says took part; None where none was asked.
    """

    event_type: str
    status: str
    line: int
    lines: tuple[int, ...]
    codes: tuple[str, ...]
    people: tuple[str, ...] | None = None
    acting: tuple[str, ...] = ()


@dataclass(frozen=True)
class Teller:
    """What the lines of a document tell.

    By line: `persons` who act in it, as numbers, the countries `present` in them, and those of the towns `around`. `home`:
    where the paper is, the party that it doesn't name. `people` who aren't absent, with the states for which they likely
    stand (`origins`), and `papers` are those of the whole article.
    """

    document: Document
    told: tuple[Told, ...]
    present: Mapping[int, frozenset[str]] = field(default_factory=dict)
    around: Mapping[int, frozenset[str]] = field(default_factory=dict)
    home: Collection[str] = ()
    persons: Mapping[int, frozenset[int]] = field(default_factory=dict)
    people: Sequence[Person] = ()
    origins: Sequence[str | None] = ()
    papers: Sequence[Agreement] = ()

    @property
    def publication(self) -> date | None:
        """The day from which dates are counted."""
        return self.document.clues.publication_date

    @cached_property
    def debut(self) -> Mapping[int, int]:
        """The first line of each person."""
        return {person: line for line in sorted(self.persons, reverse=True) for person in self.persons[line]}

    @cached_property
    def foreigners(self) -> Mapping[int, frozenset[str]]:
        """The states other than the paper's whose people each line names."""
        stated: defaultdict[int, set[str]] = defaultdict(set)
        for person in self.people:
            for line in person.lines:
                stated[line] |= {person.country or ""} - {"", *self.home}
        return {line: frozenset(states) for line, states in stated.items()}

    @cached_property
    def title(self) -> Told | None:
        """The headline, if it is among the lines."""
        span = self.document.clues.title
        lines = self.document.sent
        return next(
            (t for t in self.told if span and lines[t.number - 1].start <= span.start < lines[t.number - 1].end), None
        )

    @cached_property
    def body(self) -> tuple[Told, ...]:
        """The lines after the headline; all of them where nothing follows it."""
        return tuple(line for line in self.told if self.title and line.number > self.title.number) or self.told

    def unsaid(self, line: Told, named: Collection[str]) -> frozenset[str]:
        """Other countries of the people and the towns of a line and of the headline: the party that a local paper doesn't name."""
        title = self.title.number if self.title else 0
        both = (self.present, self.around)
        there = frozenset(code for told in both for number in (line.number, title) for code in told.get(number, ()))
        return there - {*named} or frozenset(self.home)

    def kind(self, around: Sequence[Told], number: int) -> str:
        """The kind that the words speak for most: those of the headline and of the line itself count three times."""
        score: defaultdict[str, float] = defaultdict(float)
        for other in around:
            for kind in other.kinds:
                first = other.number == number and kind == other.kinds[0]
                score[kind] += (1.0 if other.number > number else 4.5 if first else 3.0) * _WEIGHT[kind]
        kind = max(score, key=lambda k: score[k])
        before = [other for other in around if other.number <= number]
        if kind in {"meeting", "multilateral"} and (score["multilateral"] or _of_many(before)):
            return self._by_number(kind, around if score["multilateral"] else before)
        if kind == "meeting" and score["call"] and any(cue.family == "mode" for other in before for cue in other.cues):
            return "call"  # 'they held a meeting by video'
        if kind == "education_exchange" and any(_signs_first(other) for other in around if other.number == number):
            kind = "signing"  # of a paper on training
        talks = score["meeting"] >= (_TOLD_ITSELF if kind == "visit" else 0.1)
        return "meeting" if kind in {"signing", "visit"} and talks else kind

    def _by_number(self, kind: str, told: Sequence[Told]) -> str:
        """Of words for both: talks of three nations are multilateral, those of two with no organisation a meeting (SCHEMA 2.6)."""
        if _of_many(told):
            return "multilateral"
        codes = {code for line in told for code in line.codes}
        return "meeting" if len(codes - countries.ORGANISATIONS) == 2 and not codes & countries.ORGANISATIONS else kind

    def status(self, line: Told, kind: str) -> str:
        """Called off by the line or the headline, planned where it lies ahead, else held."""
        words = {status for status in CALLED_OFF if line.says(status, kind)}
        other = not words and any(cue.value in CALLED_OFF for cue in line.cues)
        if self.title and not other:  # else the headline speaks of the other event too
            words |= {status for status in CALLED_OFF if self.title.says(status, kind)}
        said = line.foretells(kind) or (line.says("planned", kind) and self.ahead(line))
        planned = "planned" if said or self.dated_ahead(line) else "held"
        return next((status for status in CALLED_OFF if status in words), planned)

    def days(self, line: Told, status: str) -> list[str]:
        """The EDTF dates of the line's time expressions, less those on which it ends where others say when it began.

        Without a publication date they only tell which lines speak of one day.
        """
        return [day for _, day in self._resolved(line, status)]

    def _resolved(self, line: Told, status: str) -> list[tuple[dates.Mention, str]]:
        begun = [mention for mention in line.dates if mention not in line.ends]
        values = (
            (mention, dates.resolve(mention, self.publication or _SOME_DAY, status))
            for mention in begun or line.dates
            if not mention.of_plan
        )
        return [(mention, day) for mention, day in values if day]

    def ahead(self, line: Told) -> bool:
        """Whether the line gives a date after the publication, and not first one before it: 'came yesterday and stays until Sunday'.

        A page that doesn't say when it was published leaves it to its words.
        """
        if line.dates and (line.dates[0].offset or 0) < 0:
            return False
        days = self.days(line, "planned")
        said = any(mention.ahead for mention in line.dates)
        return said or any(self.publication is None or day > self.publication.isoformat()[: len(day)] for day in days)

    def dated_ahead(self, line: Told) -> bool:
        """Whether all days of a line lie ahead, by the year that it gives or as the nearest: then no word need say that it is planned."""
        days = self._likely_days(line)
        return (
            self.publication is not None
            and bool(days)
            and all(len(day) >= _MONTH and day > self.publication.isoformat()[: len(day)] for day in days)
        )

    def long_ago(self, line: Told) -> bool:
        """Whether the line gives a date well before the publication, and none near it."""
        days = self._likely_days(line)
        return self.publication is not None and bool(days) and all(_apart(day, self.publication) for day in days)

    def _likely_days(self, line: Told) -> list[str]:
        """The days of a line of which nothing says whether they are still to come: a day without a year in the next months is."""
        known = ((mention, day) for mention, day in self._resolved(line, "held"))
        return [(mention not in line.ends and self._soon(mention)) or day for mention, day in known]

    def _soon(self, mention: dates.Mention) -> str | None:
        """The day that a mention without a year gives if it lies nearer ahead than behind, and not too far."""
        if self.publication is None or mention.year or not mention.month:
            return None
        day = dates.resolve(mention, self.publication, "cancelled")  # the nearest, either way
        last = (self.publication + timedelta(days=_SOON)).isoformat()
        return day if day and self.publication.isoformat()[: len(day)] < day <= last else None


def _signs_first(line: Told) -> bool:
    """Whether a line tells of a signing before it tells of training: 'signed a memorandum on training', no course under one."""
    starts = {kind: min(cue.span.start for cue in line.cues if cue.value == kind) for kind in line.kinds}
    return starts.get("signing", math.inf) < starts.get("education_exchange", math.inf)


def _of_many(told: Sequence[Told]) -> bool:
    """Whether one of the lines lists three nations."""
    return any(line.listed >= _MANY for line in told)


def _apart(day: str, publication: date) -> bool:
    if len(day) < DAY:
        return day < publication.isoformat()[: len(day)]
    return (publication - date.fromisoformat(day)).days > _BACKGROUND
