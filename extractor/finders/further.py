"""Further events of an article: talks beside a session, what is called off, planned or recalled, another type of contact.

A sentence tells of another event if it gives a day, a status or parties of its own (R2, R3, R6).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extractor.finders.news import CALLED_OFF, DAY, Scene, Teller
from extractor.finders.told import Told, alike

_NEVER_ALONE = frozenset({"signing", "other"})
"""Kinds whose words don't make an event of their own out of a later sentence."""
_ITSELF = frozenset({"exercise", "port_call", "military_aid", "arms_deal", "call"})
"""Types of contact that a day of their own makes an event of their own."""
_ABROAD = _ITSELF | {"staff_talks"}
"""Kinds that two countries are parties to, also where a sentence names neither; a session or a visit may be at home."""
_TRIPS = frozenset({"port_call", "visit", "exercise", "education_exchange"})
"""Kinds for which some come to others."""
_DUE = frozenset({"arms_deal", "military_aid", "education_exchange"})
"""Kinds of what is due under an agreement: deliveries, courses."""
_PROGRAMME = frozenset({"meeting", "visit", "education_exchange", "signing"})
"""Kinds of what is on the programme of those who have come."""
_WEEKS = 25
"""Days around the publication in which an event that is under way may end."""


@dataclass(frozen=True)
class Further:
    """The sentences of a document beside those that tell its news."""

    teller: Teller
    news: Scene

    def events(self) -> list[Scene]:
        """Further events: talks beside a session, and what is called off, planned or recalled with a date of its own."""
        owned = 0
        found: list[Scene] = []
        for index, line in enumerate(self.teller.body):
            if line.number == self.news.line or line.number <= owned:
                continue
            scene = self._called_off([self.news, *found], index)
            if line.number > self.news.line:
                aside = self._aside(line) if self.news.event_type == "multilateral" else None
                scene = aside or scene or self._later(line, self.teller.body[index + 1 : index + 2])
            if scene:
                owned = scene.lines[-1]
                found.append(scene)
        return found

    def _aside(self, line: Told) -> Scene | None:
        """What the people of two countries do in this line beside the session that is the news: talk, or sign (R1)."""
        codes = self.teller.present.get(line.number, frozenset())
        kind = next((kind for kind in ("meeting", "signing") if kind in line.kinds), None)
        if kind and not line.denies and len(codes) == 2 and {*line.codes} <= {*codes, *self._hosts}:
            return Scene(kind, "held", line.number, (line.number,), tuple(sorted(codes)))
        return None

    @cached_property
    def _hosts(self) -> frozenset[str]:
        """Countries that a dateline or headline names: where the session is."""
        return frozenset(self.teller.title.codes if self.teller.title else ())

    def _called_off(self, known: Sequence[Scene], index: int) -> Scene | None:
        """A further event that a line gives the day of, and it or a sentence around says to be called off."""
        line = self.teller.body[index]
        near = [*self.teller.body[index + 1 : index + 3], *self.teller.body[max(0, index - 1) : index]]
        around = [line, *(other for other in near if other.number != self.news.line)]
        kind = next((self.teller.kind([other], other.number) for other in around if other.kinds), None)
        if kind is None or not self.teller.days(line, "planned") or self.teller.long_ago(line, "planned"):
            return None
        if any(scene.status in CALLED_OFF and alike(kind, scene.event_type) for scene in known):
            return None
        for status in CALLED_OFF:
            told = next((other for other in around if _tells(other, status, kind, itself=other is line)), None)
            codes = self._codes(line) or (self._codes(told) if told else ())
            if told and (codes or kind in _ABROAD):
                return Scene(kind, status, line.number, tuple(sorted({line.number, told.number})), self._both(codes))
        return None

    def _codes(self, line: Told) -> tuple[str, ...]:
        """Countries that a line names, else those of its people and towns."""
        there = {code for told in (self.teller.present, self.teller.around) for code in told.get(line.number, ())}
        return line.codes or tuple(sorted(there))

    def _both(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The countries of a further event: those of the news where its sentence names one of them, or none."""
        pair = self.news.codes[:2]
        return pair if len(codes) < 2 and {*codes} <= {*pair} else codes

    def _later(self, line: Told, after: Sequence[Told]) -> Scene | None:
        """The further event that a line tells of, if it does."""
        pair = [line, *(other for other in after if not other.dates)]
        told = [line] if line.kinds else pair if line.dates else []
        kinds = [kind for other in told for kind in other.kinds]
        if not kinds:
            return None
        kind = self.teller.kind(told, line.number)
        if kind == "meeting" and self.news.event_type == "multilateral" and len(line.codes) < 2:  # the next one
            kind = "multilateral"
        status = self._later_status(line, kind)
        if status is None or (kind in _NEVER_ALONE and (status != "planned" or len(line.codes) < 2)):
            return None
        if status == "planned" and kind == "education_exchange" and not self._codes(line):  # at home (R7)
            return None
        codes = line.codes if status == "past" else self._both(line.codes)
        return Scene(kind, status, line.number, tuple(other.number for other in told), codes)

    def _later_status(self, line: Told, kind: str) -> str | None:
        words = {cue.value for cue in line.cues if cue.family == "status"}
        codes = {*line.codes, *self.teller.present.get(line.number, ())}
        if ("planned" in words and self.teller.ahead(line)) or self.teller.dated_ahead(line):
            near = self._near(line) or self.news.status == "postponed"  # which has a new day
            same = self._goes_on(kind) and codes <= {*self.news.codes} and near
            return None if same or self._provision(line, kind, codes) else "planned"
        two = len(codes) >= 2 or (bool(codes) and "past" in words)  # R3: background counts with both parties named
        if two and self.teller.long_ago(line) and not line.negative:
            return "past"
        return "held" if self._another(line, kind) else None

    def _goes_on(self, kind: str) -> bool:
        """Whether an event of this kind may be the news itself, or on its programme (R2)."""
        return alike(kind, self.news.event_type) or (self.news.event_type in _TRIPS and kind in _PROGRAMME)

    def _provision(self, line: Told, kind: str, codes: set[str]) -> bool:
        """Whether what is to come belongs to what was signed, in the same sentence or above (R6)."""
        if "signing" in line.kinds:
            return kind not in {"signing", "arms_deal"}
        again = kind not in _DUE and alike(kind, self.news.event_type)  # the next round
        due = not (codes or again) or (kind in _DUE and codes <= {*self.news.codes})
        return due and any("signing" in other.kinds for other in self.teller.body)

    def _another(self, line: Told, kind: str) -> bool:
        """Whether a line gives another day, not ahead, to what is another type of contact (R2)."""
        if kind not in _ITSELF or alike(kind, self.news.event_type) or self.news.event_type == "multilateral":
            return False
        if kind != "call" and any(mention.day is None for mention in line.dates):  # on a weekday a ship can be seen too
            return False
        days = {day for day in self.teller.days(line, "held") if len(day) == DAY}
        first = next(other for other in self.teller.told if other.number == self.news.line)
        known = {*line.codes, *self.teller.present.get(line.number, ())} <= {*self.news.codes}
        other = days - {*self.teller.days(first, "held")}
        return known and bool(other) and self._lately(other)

    def _lately(self, days: Collection[str]) -> bool:
        """Whether all days lie in the weeks before the publication."""
        publication = self.teller.publication
        return publication is not None and all(
            0 <= (publication - date.fromisoformat(day)).days <= _WEEKS for day in days
        )

    def _near(self, line: Told) -> bool:
        """Whether the line has a date in the weeks around the publication: then it goes on telling the news."""
        publication = self.teller.publication
        days = [day for day in self.teller.days(line, "planned") if len(day) == DAY]
        return publication is not None and any(
            abs((date.fromisoformat(day) - publication).days) <= _WEEKS for day in days
        )


def _tells(line: Told, status: str, kind: str, *, itself: bool) -> bool:
    """Whether a line says of an event that it is called off; one around it that has a day of its own speaks of another."""
    if itself:
        return any(cue.value == status for cue in line.cues)
    return not line.dates and line.says(status, kind)
