"""In which country an event took place: that of a town, of who received whom, of the paper (R16).

What speaks for each country that the article names is weighed; they compete with each other and with none, by a conditional
logit over labelled articles, of which `python -m evals locating` fits the weights.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from extractor.finders.arguments import setting
from extractor.finders.cues import Cue
from extractor.finders.events.scenes import Scene
from extractor.finders.events.told import Told
from extractor.finders.found import Found
from extractor.finders.people import Person
from extractor.finders.places import Place
from extractor.logistic import Features, likeliest, present, weights
from extractor.normalise import countries

WEIGHTS = Path(__file__).with_suffix(".toml")
NOWHERE = frozenset({"call"})
"""Kinds that have no place."""
_AWAY = {-1: "the line before", 0: "the telling line", 1: "the line after", 2: "two lines after"}
_ONWARD = range(-1, 9)
"""Lines from the telling one in which words for hosts and guests are heeded."""
_ENVOYS = frozenset({"ambassador", "military_attache"})
_VERB_FIRST, _VERB_LAST = frozenset({"ar"}), frozenset({"az", "tr", "kk", "uz", "hu", "ja", "ko", "fa", "ka"})
_ORDER = ("first", "second", "third")
_OFTEN = 4


@dataclass(frozen=True)
class Spot:
    """Where an event took place: the country's ISO 3166-1 code and the town, None where neither is known."""

    country: str | None = None
    town: Place | None = None


@dataclass(frozen=True)
class Event:
    """What is known of an event before its place is: its scene, who takes part, whose it is, where the news was.

    `news` is None for the news itself.
    """

    found: Found
    scene: Scene
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    news: Spot | None

    def where(self, line: int) -> str:
        """Where a line stands, seen from the one that tells of the event."""
        if line == self.found.title:
            return "the headline"
        other = "another line of it" if line in self.scene.lines else "a line of something else"
        return _AWAY.get(line - self.scene.line, other)

    @cached_property
    def afloat(self) -> bool:
        """Whether the telling line or the one behind it has a word for the sea."""
        cues = (cue for line in self.found.told if 0 <= line.number - self.scene.line <= 1 for cue in line.cues)
        return any(cue.family == "sea" for cue in cues)

    def of(self, person: Person) -> str | None:
        """Whom somebody stands for, by title or by name."""
        return self.found.origins.get(person.name)


def country(event: Event) -> str | None:
    """The likeliest ISO 3166-1 code; None where none is likelier."""
    return None if event.scene.event_type in NOWHERE else likeliest(candidates(event), weights(WEIGHTS))


def candidates(event: Event) -> list[tuple[str | None, Features]]:
    """Every country that the event can have been in, each with what speaks for it and against it, and last none."""
    signs = _Signs(event)
    return [*((code, signs.of(code)) for code in sorted(signs.able)), (None, signs.none())]


@dataclass(frozen=True)
class _Mention:
    """A country in a line, by its name or by somebody who stands for it; raw code points of the document."""

    code: str
    start: int
    end: int


@dataclass(frozen=True)
class _Signs:
    """What speaks for and against each country."""

    event: Event

    @cached_property
    def able(self) -> frozenset[str]:
        """The parties, the countries in which something is said to be, the paper's own."""
        found = self.event.found
        there = {place.country for place in found.places if place.locative or place.dateline}
        named = {*self.event.parties, *chain(*self._said.values()), *filter(None, (found.own, found.home))}
        return frozenset((there | named) - countries.ORGANISATIONS - {""})

    def of(self, code: str) -> Features:
        """What speaks for a country."""
        kind, main = self.event.scene.event_type, self.event.news is None
        paper, line = {*self._paper(code)}, {*self._line(code)}
        party = "a party" if code in self.event.parties else "no party"
        signs = (
            paper
            | line
            | {
                party,
                *self._town(code),
                *self._words(code),
                *self._named(code),
                *self._people(code),
                *self._sides(code),
            }
        )
        signs |= {f"{sign}, {kind}" for sign in (*paper, *line, party)}
        signs |= {f"{sign}, of a further event" for sign in paper if not main}
        return present([(sign, True) for sign in signs])

    def none(self) -> Features:
        """What speaks for no country."""
        scene = self.event.scene
        near = {scene.line + away for away in _AWAY}
        towns = any(place.locative and place.line in near for place in self.event.found.places)
        return present(
            [
                ("none", True),
                ("none, of a further event", self.event.news is not None),
                (f"none, {scene.status}", True),
                (f"none, {scene.event_type}", True),
                (f"none, {scene.event_type} {scene.status}", True),
                ("none, at sea", self.event.afloat),
                (f"none, at sea, {scene.event_type}", self.event.afloat),
                ("none, nothing is said to be anywhere near", not towns and not near & {*self._said}),
            ]
        )

    @cached_property
    def _lines(self) -> Mapping[int, Told]:
        return {line.number: line for line in self.event.found.told}

    @cached_property
    def _said(self) -> Mapping[int, tuple[str, ...]]:
        """The countries that something is said to be in, by line."""
        found = self.event.found
        said = ((number, setting.said_in(found, number)) for number in self._lines)
        return {number: codes for number, codes in said if codes}

    def _town(self, code: str) -> Iterator[str]:
        event = self.event
        for place in event.found.places:
            if place.country == code and not place.dateline:
                yield f"a town of it {'in' if place.locative else 'named in'} {event.where(place.line)}"
        if self._nearest and self._nearest[1] == code:
            yield "the town nearest to the word for the event"
            if self._nearest[0] <= setting.CLOSE:
                yield "a town right beside the word for the event"
        onward = (place.country for place in self._there if place.line >= event.scene.line)
        if next(onward, None) == code:
            yield "the first town from the telling line on"

    @cached_property
    def _there(self) -> list[Place]:
        """The towns at which something happens."""
        return [place for place in self.event.found.places if place.locative and not place.dateline]

    @cached_property
    def _nearest(self) -> tuple[int, str] | None:
        """Of the towns of the telling line the one nearest to the word for the event: how far, and of which country."""
        found, scene = self.event.found, self.event.scene
        here = (place for place in self._there if place.line == scene.line)
        return min(((setting.from_cue(found, scene, place), place.country) for place in here), default=None)

    @cached_property
    def _aim(self) -> str | None:
        return setting.aim(self.event.found, self.event.scene)

    @cached_property
    def _often(self) -> Counter[str]:
        """In how many lines each country is named."""
        return Counter(code for line in self.event.found.told for code in line.codes)

    def _words(self, code: str) -> Iterator[str]:
        """What the lines say to be in it, and who visits it."""
        event = self.event
        for number, said in self._said.items():
            if code in said:
                yield f"said to be there in {event.where(number)}"
            if code == said[0]:
                yield f"first said to be there in {event.where(number)}"
        if self._aim == code:
            yield "somebody is on a visit there"

    def _paper(self, code: str) -> Iterator[str]:
        found, news = self.event.found, self.event.news
        if any(place.dateline and place.country == code for place in found.places):
            yield "the dateline's"
        if code == found.own:
            yield "the paper's own"
        elif code == found.home:
            yield "likely the paper's own"
        if news and news.country == code:
            yield "that of the news"

    def _line(self, code: str) -> Iterator[str]:
        """Its place among those that the telling line names."""
        codes = self._lines[self.event.scene.line].codes
        yield from (
            f"named {place} in the telling line" for place, other in zip(_ORDER, codes, strict=False) if other == code
        )

    def _named(self, code: str) -> Iterator[str]:
        event = self.event
        title = event.found.title
        if title != event.scene.line and title in self._lines:
            codes = self._lines[title].codes
            yield from (
                f"named {place} in the headline" for place, other in zip(_ORDER, codes, strict=False) if other == code
            )
        yield f"named in {min(self._often[code], _OFTEN)} lines"

    def _people(self, code: str) -> Iterator[str]:
        event = self.event
        envoys = {event.of(person) for person in event.people if person.role in _ENVOYS}
        here = [person for person in event.people if event.scene.line in person.lines]
        if code in envoys:
            yield "an envoy of it takes part"
        if envoys - {code} and code in event.parties:
            yield "an envoy of another one takes part"
        for place, person in zip(_ORDER[:2], here, strict=False):
            if event.of(person) == code:
                yield f"the {place} person of the telling line is of it"
        if here and here[0].country is None and code == event.found.own:
            yield "the country of the first person goes without saying"
        if any(person.counterpart and event.of(person) == code for person in event.people):
            yield "a counterpart is of it"

    def _sides(self, code: str) -> Iterator[str]:
        """Its place beside words for hosts and guests, by the order of words of the language."""
        language = self.event.found.document.clues.language
        order = "first" if language in _VERB_FIRST else "last" if language in _VERB_LAST else "between"
        for number in self._mentions:
            away = number - self.event.scene.line
            for cue in self._lines[number].cues:
                if cue.family == "side":
                    near = " near by" if away in _AWAY else " further on"
                    where = f"{cue.value}{near if away else ''}, verb {order}"
                    yield from (f"{sign} a word for {where}" for sign in self._beside(code, cue))

    def _beside(self, code: str, cue: Cue) -> Iterator[str]:
        named = self._mentions[cue.line]
        before = [mention.code for mention in named if mention.end <= cue.span.start]
        behind = [mention.code for mention in named if mention.start >= cue.span.end]
        if before and before[-1] == code:
            yield "right before"
        if before and before[0] == code:
            yield "first before"
        if behind and behind[0] == code:
            yield "right behind"
        elif code in behind:
            yield "further behind"

    @cached_property
    def _mentions(self) -> Mapping[int, list[_Mention]]:
        """The countries of the lines from the one before the telling one on, by name or by person, in their order."""
        found, scene = self.event.found, self.event.scene
        return {
            line.number: sorted(self._mentioned(line.number), key=lambda mention: mention.start)
            for line in found.document.sent
            if line.number - scene.line in _ONWARD
        }

    def _mentioned(self, number: int) -> Iterator[_Mention]:
        found = self.event.found
        line = found.document.sent[number - 1]
        for mention in countries.find(found.document.words(line), found.document.clues.language):
            if mention.code in self.able:
                yield _Mention(mention.code, line.start + mention.start, line.start + mention.end)
        for person in found.people:
            code = self.event.of(person) or (found.own if person.role else None)
            if code in self.able and line.start <= person.name.start < line.end:
                yield _Mention(code, person.name.start, person.name.end)
