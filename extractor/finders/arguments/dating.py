"""On which day an event took place, of all the days that an article names (R12 to R15).

Every time expression is a candidate: in the line that tells the event, around it, in the dateline, where somebody said so.
What speaks for each is weighed; they compete with each other and with the day of publication, by a conditional logit over
labelled articles, of which `python -m evals dating` fits the weights.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.finders.arguments.days import Day, Days
from extractor.finders.events.scenes import Scene
from extractor.finders.events.told import alike
from extractor.finders.found import Found
from extractor.logistic import Features, likeliest, present, weights

WEIGHTS = Path(__file__).with_suffix(".toml")
_TAKES_DAYS = frozenset({"exercise", "education_exchange", "staff_talks", "visit"})
"""Kinds that take days: their date is the first one (H9)."""
_AWAY = {
    -2: "two lines before", -1: "a line before", 0: "in the telling line", 1: "a line after", 2: "two lines after",
    3: "three lines after",
}  # fmt: skip
_SOME = 6
"""Lines after the telling one up to which a day is some lines away, not far."""
_CLOSE, _NEAR = 25, 70
"""Code points between a day and a word."""
_AGO = {1: "the day before", 3: "days ago", 7: "a week ago", 21: "weeks ago", 60: "a month ago"}
"""Up to how many days before the publication, and what they are called."""
_LATELY = 2
"""Months before the publication."""
_PRECISION = {4: "a year", 7: "a month", 10: "a day"}


def day(found: Found, scene: Scene, *, main: bool) -> str | None:
    """The likeliest EDTF date; the day of publication where none is likelier, if it was held (R13)."""
    return likeliest(candidates(found, scene, main=main), weights(WEIGHTS))


def candidates(found: Found, scene: Scene, *, main: bool) -> list[tuple[str | None, Features]]:
    """Every date that the article gives, each with what speaks for it and against it, and last the day of publication.

    None stands there for no date: of what wasn't held, or on a page without a stamp.
    """
    days = Days(found, scene)
    given = [(day.value, _Signs(days, day, main=main).all()) for day in days.all if days.able(day)]
    publication = found.document.clues.publication_date
    last = publication.isoformat() if publication and scene.status == "held" else None
    return [*given, (last, present([("none of them", True), ("none of them, of a further event", not main)]))]


@dataclass(frozen=True)
class _Signs:
    """What speaks for and against one day."""

    days: Days
    day: Day
    main: bool

    def all(self) -> dict[str, float]:
        """The signs there are, each 1."""
        takes = "of days" if self._scene.event_type in _TAKES_DAYS else "of a day"
        place = {*self._place(), *self._words()}
        tense = {*self._tense(), *self._age()}
        course = {*self._course(), *self._others()}
        signs = place | tense | course | {*self._form()}
        signs |= {f"{sign}, of a further event" for sign in place if not self.main}
        signs |= {f"{sign}, {self._scene.status}" for sign in tense}
        signs |= {f"{sign}, {takes}" for sign in course}
        return present([(sign, True) for sign in signs])

    @property
    def _scene(self) -> Scene:
        return self.days.scene

    def _place(self) -> Iterator[str]:
        number = self.day.line.number
        away = number - self._scene.line
        yield _AWAY.get(away, "far before" if away < 0 else "some lines after" if away <= _SOME else "far after")
        if number == self.days.found.title:
            yield "in the headline"
        if number not in self._scene.lines:
            yield "in a line of another event"

    def _words(self) -> Iterator[str]:
        kinds, kind = self.day.line.kinds, self._scene.event_type
        if not kinds:
            yield "no word for an event"
        elif kind in kinds:
            yield "a word of its kind"
        else:
            yield "a word of a like kind" if any(alike(other, kind) for other in kinds) else "a word of another kind"
        types = [cue for cue in self.day.line.cues if cue.family == "type"]
        if types:
            nearest = min(types, key=lambda cue: self.days.gap(self.day, cue))
            like = "a like kind" if alike(nearest.value, kind) else "another kind"
            yield f"{_distance(self.days.gap(self.day, nearest))} a word of {like}"
        said = [self.days.gap(self.day, cue) for cue in self.day.line.cues if cue.family == "said"]
        if said:
            yield f"{_distance(min(said))} a word of saying"

    def _form(self) -> Iterator[str]:
        mention, line = self.day.mention, self.day.line
        yield _PRECISION[len(self.day.value)]
        if mention.offset is not None:
            yield {0: "today", -1: "yesterday", 1: "tomorrow"}.get(mention.offset, "counted days away")
        elif mention.weekday is not None:
            yield "a weekday"
        elif mention.basis == "explicit":
            yield "a date with its year" if mention.year else "a date without a year"
        else:
            yield "another word for it"
        if mention in line.said:
            yield "when somebody said so"
        if mention in line.opening:
            yield "in the dateline"
        if mention == min((*line.opening, *line.dates, *line.said), key=lambda other: other.start):
            yield "first in its line"
        if self.days.times[self.day.value] > 1:
            yield "told more than once"

    def _tense(self) -> Iterator[str]:
        values = {cue.value for cue in self.day.line.cues if cue.family == "status"}
        if "planned" in values:
            yield "where something is to come"
        if "past" in values:
            yield "where something is recalled"
        if values & {"postponed", "cancelled"}:
            yield "where something is called off"
        if self.day.mention.ahead:
            yield "ahead by its words"

    def _age(self) -> Iterator[str]:
        publication, value = self.days.found.document.clues.publication_date, self.day.value
        if publication is None:
            return
        today = publication.isoformat()[: len(value)]
        if value >= today:
            yield "the day of publication" if value == today else "after the publication"
        elif self.day.whole:
            ago = (publication - date.fromisoformat(value)).days
            yield next((name for days, name in _AGO.items() if ago <= days), "long ago")
        else:
            year, month = int(value[:4]), int(value[5:7] or publication.month)
            ago = (publication.year - year) * 12 + publication.month - month
            yield "a month or two ago" if ago <= _LATELY else "months ago"

    def _course(self) -> Iterator[str]:
        yield from self.days.phases(self.day)
        if self.day.mention.last:
            yield "a range"
        if self.day.mention.counted:
            yield "counted from the day told of before"

    def _others(self) -> Iterator[str]:
        """How it compares with other days around the telling line, for what takes days (H9)."""
        compared = self.day.whole and self._scene.event_type in _TAKES_DAYS
        others = [other for other in self.days.near if other.value != self.day.value] if compared else []
        facts = [other for other in others if not other.aside]
        if any(other.before(self.day) for other in facts):
            yield "another day before it"
        if any(self.day.before(other) for other in facts):
            yield "another day after it"
        beside = [other for other in facts if other.line is self.day.line]
        if any(other.before(self.day) for other in beside):
            yield "another day before it in the line"
        if any(self.day.before(other) for other in beside):
            yield "another day after it in the line"
        if compared and self.days.beginnings - {self.day.value}:
            yield "another day is a beginning"
        if compared and self.days.ends - {self.day.value}:
            yield "another day is an end"
        if any(other.holds(self.day) for other in others):
            yield "within a range"


def _distance(gap: int) -> str:
    return "close to" if gap < _CLOSE else "near" if gap < _NEAR else "far from"
