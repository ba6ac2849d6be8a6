"""Scenes: which lines tell of one event, of what kind it is and whether it has happened, from cues, countries and dates.

The event that is the news is told in the headline and the first sentences; further ones have a date, a status or
parties of their own (R2, R3, R6). What one country does alone is none (R7).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extractor.document import Document
from extractor.finders.told import Told, alike, read
from extractor.normalise import countries, dates

HEAD = 10
"""Lines within which the news itself is told."""
FIRST = 4
"""Lines within which the second party may be named a sentence or two later."""
_WEIGHT = {
    "call": 3.0, "port_call": 3.0, "exercise": 2.2, "staff_talks": 2.4, "multilateral": 2.0, "education_exchange": 1.6,
    "military_aid": 1.8, "arms_deal": 1.8, "meeting": 1.5, "visit": 1.2, "signing": 0.8, "other": 1.4,
}  # fmt: skip
"""How much a word of each kind tells: 'port call' more than 'signed', which goes with any event."""
_TOLD_ITSELF = 3.0
"""Score from which talks are told in the headline or the telling line: else a trip is the news (SCHEMA 2.6)."""
_NEVER_ALONE = frozenset({"signing", "other"})
"""Kinds whose words don't make an event of their own out of a later sentence."""
_BACKGROUND = 60
"""Days before the publication from which a dated event is one that is only recalled."""
_WEEKS = 25
"""Days around the publication in which an event that is under way may end."""
_DAY = len("2024-01-01")


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


def find(
    document: Document,
    told: Sequence[Told] | None = None,
    present: Mapping[int, frozenset[str]] | None = None,
    around: Mapping[int, frozenset[str]] | None = None,
    home: str | None = None,
) -> tuple[Scene, ...]:
    """The scenes of a document, the news first; empty if nothing is told that two parties do.

    `present`: by line, the countries of the persons who act in it; without it, talks beside a session are not seen.
    `around`: by line, the countries of the towns in it, and `home`, where the paper is: the party that it doesn't name.
    """
    teller = _Teller(document, tuple(told or read(document)), present or {}, around or {}, home)
    news = teller.news()
    if news is None:
        return ()
    others = list(teller.others(news))
    taken = {line for other in others for line in other.lines}
    lines = tuple(line.number for line in teller.told if line.number not in taken)
    return (Scene(news.event_type, news.status, news.line, lines, news.codes), *others)


@dataclass(frozen=True)
class _Teller:
    document: Document
    told: tuple[Told, ...]
    present: Mapping[int, frozenset[str]]
    around: Mapping[int, frozenset[str]]
    home: str | None

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

    def news(self) -> Scene | None:
        """The event that is the news: the first sentence that tells of something two countries do."""
        head = self.body[:HEAD]
        for index, line in enumerate(head):
            around = [line, *head[index + 1 : index + 3]]
            codes = Counter(code for other in (*around, *([self.title] if self.title else [])) for code in other.codes)
            named = {*line.codes, *(self.title.codes if self.title else ())}
            if index < FIRST and len(named) == 1:
                named |= self._unsaid(line)
            if line.kinds and (len(named) >= 2 or (named and len(codes) >= 2 and index < FIRST)):
                kind = self._kind([self.title, *around] if self.title else around, line.number)
                status = self._status(line, kind)
                codes.update(sorted(named))
                return Scene(kind, status, line.number, (), tuple(code for code, _ in codes.most_common()))
        return None

    def _unsaid(self, line: Told) -> frozenset[str]:
        """Countries of the people and the towns of a line and of the headline: the party that a local paper doesn't name."""
        title = self.title.number if self.title else 0
        both = (self.present, self.around)
        there = frozenset(code for told in both for number in (line.number, title) for code in told.get(number, ()))
        known = {*line.codes, *(self.title.codes if self.title else ())}
        return there if there - known else there | frozenset({self.home} if self.home else ())

    def _kind(self, around: Sequence[Told], number: int) -> str:
        """The kind that the words speak for most: those of the headline and of the line itself count three times."""
        score: defaultdict[str, float] = defaultdict(float)
        for other in around:
            for kind in other.kinds:
                first = other.number == number and kind == other.kinds[0]
                score[kind] += (1.0 if other.number > number else 4.5 if first else 3.0) * _WEIGHT[kind]
        kind = max(score, key=lambda k: score[k])
        nations = {code for other in around if other.number <= number for code in other.codes}
        if kind == "multilateral" and len(nations - countries.ORGANISATIONS) == 2 and score["meeting"]:
            return "meeting"
        talks = score["meeting"] >= (_TOLD_ITSELF if kind == "visit" else 0.1)
        return "meeting" if kind in {"signing", "visit"} and talks else kind

    def _status(self, line: Told, kind: str) -> str:
        for status in ("cancelled", "postponed"):
            if line.says(status, kind) or (self.title and self.title.says(status, kind)):
                return status
        return "planned" if line.says("planned", kind) and self._ahead(line) else "held"

    def _days(self, line: Told, status: str) -> list[str]:
        """The EDTF dates of the line's time expressions."""
        publication = self.document.clues.publication_date
        values = (dates.resolve(mention, publication, status) for mention in line.dates if not mention.of_plan)
        return [value for value in values if value]

    def _ahead(self, line: Told) -> bool:
        """Whether the line gives a date after the publication, and not first one before it: 'came yesterday and stays until Sunday'."""
        publication = self.document.clues.publication_date
        passed = bool(line.dates) and (line.dates[0].offset or 0) < 0
        days = [] if passed else self._days(line, "planned")
        said = not passed and any(mention.ahead for mention in line.dates)
        return said or any(publication is None or day > publication.isoformat()[: len(day)] for day in days)

    def _long_ago(self, line: Told) -> bool:
        """Whether the line gives a date well before the publication, and none near it."""
        publication = self.document.clues.publication_date
        days = self._days(line, "held")
        return publication is not None and bool(days) and all(_apart(day, publication) for day in days)

    def others(self, news: Scene) -> Iterator[Scene]:
        """Further events: talks beside a session, and what is called off, planned or recalled with a date of its own."""
        owned = 0
        for index, line in enumerate(self.body):
            if line.number <= max(news.line, owned):
                continue
            if news.event_type == "multilateral" and (codes := self._aside(line)):
                yield Scene("meeting", "held", line.number, (line.number,), codes)
                continue
            scene = self._later(news, line, self.body[index + 1 : index + 2])
            if scene:
                owned = scene.lines[-1]
                yield scene

    def _aside(self, line: Told) -> tuple[str, ...]:
        """The two countries whose people talk with each other in this line, beside the session that is the news."""
        codes = self.present.get(line.number, frozenset())
        talks = "meeting" in line.kinds and not line.denies
        return tuple(sorted(codes)) if talks and len(codes) == 2 and {*line.codes} <= {*codes, *self._hosts} else ()

    @cached_property
    def _hosts(self) -> frozenset[str]:
        """Countries that a dateline or headline names: where the session is."""
        return frozenset(self.title.codes if self.title else ())

    def _later(self, news: Scene, line: Told, after: Sequence[Told]) -> Scene | None:
        """The further event that a line tells of, if it does."""
        pair = [line, *(other for other in after if not other.dates)]
        told = [line] if line.kinds else pair if line.dates else []
        kinds = [kind for other in told for kind in other.kinds]
        if not kinds:
            return None
        kind = self._kind(told, line.number)
        status = self._later_status(news, line, kind)
        if status is None or kind in _NEVER_ALONE:
            return None
        return Scene(kind, status, line.number, tuple(other.number for other in told), line.codes)

    def _later_status(self, news: Scene, line: Told, kind: str) -> str | None:
        words = {cue.value for cue in line.cues if cue.family == "status"}
        for status in ("cancelled", "postponed"):
            if status in words and line.dates and line.codes:
                return status
        codes = {*line.codes, *self.present.get(line.number, ())}
        if "planned" in words and self._ahead(line):
            same = alike(kind, news.event_type) and codes <= {*news.codes} and self._near(line)
            provision = not codes and any("signing" in other.kinds for other in self.body)  # R6
            return None if same or provision else "planned"
        two = len(codes) >= 2 or (bool(codes) and "past" in words)  # R3: background counts with both parties named
        if two and self._long_ago(line) and not line.negative:
            return "past"
        return None

    def _near(self, line: Told) -> bool:
        """Whether the line has a date in the weeks around the publication: then it goes on telling the news."""
        publication = self.document.clues.publication_date
        days = [day for day in self._days(line, "planned") if len(day) == _DAY]
        return publication is not None and any(
            abs((date.fromisoformat(day) - publication).days) <= _WEEKS for day in days
        )


def _apart(day: str, publication: date) -> bool:
    if len(day) < _DAY:
        return day < publication.isoformat()[: len(day)]
    return (publication - date.fromisoformat(day)).days > _BACKGROUND
