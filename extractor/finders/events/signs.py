"""What of a sentence speaks for or against its telling of another event than the news: its kind, status, days, parties, place.

Only names of signs, no decision: how much each counts is fitted on labelled articles (`further.toml`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extractor.finders.events.news import CALLED_OFF, DAY, Scene, Teller
from extractor.finders.events.told import Told, alike
from extractor.logistic import present

_ITSELF = frozenset({"exercise", "port_call", "military_aid", "arms_deal", "call"})
"""Types of contact that are seldom on the programme of another."""
_TRIPS = frozenset({"port_call", "visit", "exercise", "education_exchange"})
"""Kinds for which some come to others."""
_PROGRAMME = frozenset({"meeting", "visit", "education_exchange", "signing"})
"""Kinds of what is on the programme of those who have come (R2)."""
_DEEDS = frozenset({"exercise", "port_call", "military_aid", "education_exchange", "arms_deal"})
"""Kinds of what is more than talks."""
_DUE = frozenset({"arms_deal", "military_aid", "education_exchange"})
"""Kinds of what is due under an agreement: deliveries, courses (R6)."""
_ASIDE = frozenset({"meeting", "signing"})
"""Kinds of what two do beside a session (R1)."""
_MONTH, _YEAR = len("2024-01"), len("2024")
_NEXT = 2
"""Sentences after the news that mostly go on telling it."""
_FAR = 5
"""Sentences below the news after which an article mostly tells of other things."""
_PAIR = 2
_THREE = 3


@dataclass(frozen=True)
class Sentence:
    """A sentence as if it told of an event: its line, the kind, where that was read, the status.

    A sentence without a word for an event is read by the one that follows (`next`) or goes `before`, or by a `person` who is
    to come; else as one more of the kind of the `news`.
    """

    line: Told
    kind: str
    read: str
    status: str


@dataclass(frozen=True)
class Signs:
    """The signs of one sentence, in an article whose news is known."""

    teller: Teller
    news: Scene
    sentence: Sentence

    def all(self) -> dict[str, float]:
        """The signs there are, each 1."""
        return present(self._kind(), self._when(), self._who(), self._where(), self._manner())

    @property
    def _alike(self) -> bool:
        return alike(self.sentence.kind, self.news.event_type)

    @cached_property
    def _days(self) -> list[str]:
        return self.teller.days(self.sentence.line, self.sentence.status)

    @cached_property
    def _codes(self) -> set[str]:
        return {*self.sentence.line.codes}

    @cached_property
    def _present(self) -> set[str]:
        return {*self.teller.present.get(self.sentence.line.number, ())}

    @cached_property
    def _places(self) -> set[str]:
        return {*self.teller.around.get(self.sentence.line.number, ())}

    def _kind(self) -> Iterator[tuple[str, bool]]:
        kind, news, status = self.sentence.kind, self.news.event_type, self.sentence.status
        signing = any("signing" in other.kinds for other in self.teller.body)
        yield f"kind {kind}", True
        yield f"kind read {self.sentence.read}", True
        yield f"status {status}", True
        yield "kind of the news", kind == news
        yield "kind alike", self._alike
        yield "a contact of its own", kind in _ITSELF
        yield "another contact, held", status == "held" and not self._alike
        yield "another contact, planned", status == "planned" and not self._alike
        yield "alike, planned", status == "planned" and self._alike
        yield "alike, both called off", self._alike and {status, self.news.status} <= {*CALLED_OFF}
        yield "beside a session", self._session
        yield "news called off", self.news.status in CALLED_OFF
        yield "on the programme", news in _TRIPS and kind in _PROGRAMME
        yield "a deed beside talks", kind in _DEEDS and news not in _DEEDS
        yield (
            "its only word",
            self.sentence.read == "own" and sum(kind in other.kinds for other in self.teller.body) == 1,
        )
        yield "due under what is signed", signing and kind in _DUE
        yield "planned where something is signed", signing and status == "planned"

    def _when(self) -> Iterator[tuple[str, bool]]:
        line, status, teller = self.sentence.line, self.sentence.status, self.teller
        lengths = {len(day) for day in self._days}
        full = {day for day in self._days if len(day) >= DAY}
        same = bool(full & self._days_of_news)
        yield "a day", bool(full)
        yield "a month", not full and _MONTH in lengths
        yield "a year", not full and lengths == {_YEAR}
        yield "no day", not self._days
        yield "a weekday", any(mention.day is mention.month is mention.year is None for mention in line.dates)
        yield "the day of the news", same
        yield "a day, held", bool(full) and status == "held"
        yield "a day, held, its own contact", bool(full) and status == "held" and self._itself
        yield "another day, held, alike", bool(full) and not same and status == "held" and self._alike
        yield "days, planned", bool(self._days) and status == "planned"
        yield "no day, planned", not self._days and status == "planned"
        yield "days, called off", bool(self._days) and status in CALLED_OFF
        yield "ahead", status == "planned" and teller.ahead(line)
        yield "ahead by the year", teller.dated_ahead(line)
        yield "long ago", teller.long_ago(line)

    @cached_property
    def _days_of_news(self) -> set[str]:
        told = next(other for other in self.teller.told if other.number == self.news.line)
        return {*self.teller.days(told, "held")}

    @property
    def _other_day(self) -> bool:
        return bool({*self._days} - self._days_of_news)

    @property
    def _itself(self) -> bool:
        return self.sentence.kind in _ITSELF and not self._alike

    def _who(self) -> Iterator[tuple[str, bool]]:
        codes, present, news, kind = self._codes, self._present, {*self.news.codes}, self.sentence.kind
        pair, held = {*self.news.codes[:_PAIR]}, self.sentence.status == "held"
        persons = self.teller.persons.get(self.sentence.line.number, frozenset())
        new = {person for person in persons if self.teller.debut[person] == self.sentence.line.number}
        yield "no party", not codes
        yield "two parties", len(codes) >= _PAIR
        yield "three parties", len(codes) >= _THREE
        yield "a new party", bool(codes - news)
        yield "another pair", len(codes) >= _PAIR and codes != pair
        yield "a pair with a new party", len(codes) >= _PAIR and bool(codes - pair)
        yield "its own contact, a new party", kind in _ITSELF and bool(codes - pair)
        yield "signing, a new party", kind == "signing" and bool((present | codes) - pair)
        yield "people", bool(present)
        yield "people of a new party", bool(present - news)
        yield "people of two parties", len(present) >= _PAIR
        yield "two beside a session", kind in _ASIDE and self._session and len(present) == _PAIR
        yield "alike, held, people of a new party", self._alike and held and bool(present - news)
        yield "two persons", len(persons) >= _PAIR
        yield "two persons, held", len(persons) >= _PAIR and held
        yield "two persons beside a session", kind in _ASIDE and self._session and len(persons) >= _PAIR
        yield "two of two parties beside a session", self._session and len(persons) == len(present) == _PAIR
        yield "two known ones, held", held and len(persons) == _PAIR and not new
        yield "a new person", bool(new)
        guests = [code for code in self.news.codes if code not in self.teller.home]
        own = (codes | present) & {*guests}
        another = self._alike and len(own) == 1 and guests[0] not in own
        yield "another of several guests", another
        yield "people of another of several guests, held", another and held and bool(present)
        likely = {origin for person in persons if (origin := self.teller.origins[person])}
        yield "names of two", len(likely) >= _PAIR
        yield "names of two, held", held and len(likely) >= _PAIR
        yield "a name of a new party", bool(likely - news)
        yield "a new person, a name of a new party", bool({self.teller.origins[p] for p in new} - news - {None})
        foreign = (codes | present | self._places) - {*self.teller.home}
        yield "nobody foreign, planned", self.sentence.status == "planned" and not foreign and not present
        yield "two parties, past", self.sentence.status == "past" and len(codes | present | self._places) >= _PAIR

    @property
    def _session(self) -> bool:
        """Whether the news is a session, or of so many that two of them may meet beside it."""
        return self.news.event_type == "multilateral" or len(self.news.codes) > _THREE

    def _where(self) -> Iterator[tuple[str, bool]]:
        places, planned = bool(self._places), self.sentence.status == "planned"
        yield "a place", places
        yield "a place and days", places and bool(self._days)
        yield "a new country's place", bool(self._places - {*self.news.codes})
        yield "a place, planned", places and planned
        yield "a place, planned, own kind", places and planned and self.sentence.read == "own"

    def _manner(self) -> Iterator[tuple[str, bool]]:
        line = self.sentence.line
        yield "says planned", any(cue.family == "status" and cue.value == "planned" for cue in line.cues)
        yield "denies", line.denies
        yield "negative", line.negative
        yield "before the news", line.number < self.news.line
        yield "far below the news", line.number > self.news.line + _FAR
        yield "beside", self._beside
        yield "beside, held", self._beside and self.sentence.status == "held"
        yield "beside many", self._beside and len(self.news.codes) > _THREE
        yield "the next one", self._again
        yield "the next one, planned, alike", self._again and self.sentence.status == "planned" and self._alike
        yield "right after the news", self._after
        yield "right after the news, no day of its own", self._after and not self._other_day

    @property
    def _again(self) -> bool:
        return any(cue.family == "order" for cue in self.sentence.line.cues)

    @property
    def _beside(self) -> bool:
        """Whether the words set it beside another event: 'on the sidelines', 'separately'."""
        return any(cue.family == "aside" for cue in self.sentence.line.cues)

    @property
    def _after(self) -> bool:
        return 0 < self.sentence.line.number - self.news.line <= _NEXT
