"""Whose event it is: the states and organisations that act together (R2, R7).

What speaks for each that the article names is weighed by a logistic regression over labelled articles; `python -m evals parties`
fits its weights. The two likeliest act; of kinds that any number can act in, all that likely do.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.finders.arguments import setting
from extractor.finders.events.scenes import Scene
from extractor.finders.events.told import Told
from extractor.finders.found import Found
from extractor.finders.people import Person
from extractor.logistic import Features, present, probability, weights
from extractor.normalise import countries

WEIGHTS = Path(__file__).with_suffix(".toml")
LIKELY = 0.4
"""Probability from which a third one is a party, too."""
_MANY = frozenset({"multilateral", "exercise", "education_exchange", "staff_talks", "other"})
"""Kinds with any number of parties; the others have two."""
_DYAD, _LIST = 2, 3
_ORDER = ("first", "second", "third", "later")
_NEAR = {-1: "the line before", 1: "the line after", 2: "two lines after"}
_CLOSE = 3
"""Lines from the telling one within which a list may name who takes part."""
_OFTEN = 5


@dataclass(frozen=True)
class Acting:
    """What is known of an event before its parties are: its scene, who takes part, whose the news was.

    `news` is None for the news itself.
    """

    found: Found
    scene: Scene
    people: tuple[Person, ...]
    news: Collection[str] | None

    def of(self, person: Person) -> str | None:
        """Whom somebody stands for: by title, by name, or because the paper says of its own officials no state."""
        return self.found.origins.get(person.name) or (self.found.national if person.role else None)


def of(acting: Acting) -> list[str]:
    """Codes of the parties, in their order; fewer than two where fewer are named."""
    likely = [(probability(signs, weights(WEIGHTS)), code) for code, signs in candidates(acting)]
    many = acting.scene.event_type in _MANY
    ranked = enumerate(sorted(likely, key=lambda pair: (-pair[0], pair[1])))
    return sorted(code for rank, (sure, code) in ranked if rank < _DYAD or (many and sure >= LIKELY))


def candidates(acting: Acting) -> list[tuple[str, Features]]:
    """Every state and organisation that the article names, or that goes without saying, and what speaks for it and against it."""
    found, signs = acting.found, _Signs(acting)
    named = {code for line in found.told for code in line.codes} | {*acting.scene.codes, *(acting.news or ())}
    unsaid = {*found.origins.values(), found.own, found.home}
    return [(code, signs.of(code)) for code in sorted(filter(None, named | unsaid))]


@dataclass(frozen=True)
class _Signs:
    """What speaks for and against each state or organisation."""

    acting: Acting

    def of(self, code: str) -> Features:
        """What speaks for one of them."""
        kind, news = self._scene.event_type, self.acting.news
        told, people, paper = {*self._told(code)}, {*self._people(code)}, {*self._paper(code)}
        signs = told | people | paper | {*self._around(code), *self._named(code)}
        if news is not None:
            party = "a party of the news" if code in news else "no party of the news"
            signs |= {f"{sign}, of a further event" for sign in told | people | paper}
            signs |= {party, f"{party}, {kind}", "a further event"}
        if kind in _MANY:
            signs |= {f"{sign}, of many" for sign in signs}
        return present([(sign, True) for sign in signs])

    @property
    def _scene(self) -> Scene:
        return self.acting.scene

    @cached_property
    def _lines(self) -> Mapping[int, Told]:
        return {line.number: line for line in self.acting.found.told}

    @cached_property
    def _acting(self) -> list[tuple[Person, str | None]]:
        """Those who take part, and whom they stand for."""
        return [(person, self.acting.of(person)) for person in self.acting.people]

    def _told(self, code: str) -> Iterator[str]:
        """Its place in the telling line."""
        line, found = self._lines[self._scene.line], self.acting.found
        number = min(len(line.codes), _DYAD + _DYAD)
        if code not in line.codes:
            yield f"not in the telling line, which names {min(number, _LIST)}"
            return
        yield f"{_place(code, line)} in the telling line"
        yield f"in the telling line with {number} in all"
        yield f"in the telling line, {self._scene.event_type}"
        if line.listed >= _LIST:
            yield "in the telling line with a list"
        if code in countries.ORGANISATIONS:
            yield "an organisation in the telling line"
        if code not in self._plainly:
            yield "only by its capital in the telling line"
        if code in self._said:
            yield "said to be there in the telling line"
        if any(town.country == code and town.line == line.number and town.locative for town in found.places):
            yield "a town of it in the telling line"

    @cached_property
    def _plainly(self) -> frozenset[str]:
        """Those that the telling line names otherwise than by their capital."""
        document = self.acting.found.document
        words = document.words(document.sent[self._scene.line - 1])
        return frozenset(m.code for m in countries.find(words, document.clues.language) if not m.capital)

    @cached_property
    def _said(self) -> tuple[str, ...]:
        return setting.said_in(self.acting.found, self._scene.line)

    def _people(self, code: str) -> Iterator[str]:
        theirs = [person for person, whose in self._acting if whose == code]
        if not theirs:
            others = {whose for _, whose in self._acting} - {None}
            yield f"nobody of it takes part, people of {min(len(others), _LIST)} others"
            if code in self._anybody:
                yield "people of it who don't take part"
            return
        yield "people of it by title" if any(person.country for person in theirs) else "people of it by name"
        if len(theirs) > 1:
            yield "several people of it"
        if any(person.role for person in theirs):
            yield "people of it in office"
        if any(self._scene.line in person.lines for person in theirs):
            yield "people of it in the telling line"
        if any(person.counterpart for person in theirs):
            yield "a counterpart of it"

    @cached_property
    def _anybody(self) -> frozenset[str | None]:
        """Whom anybody whom the article names stands for."""
        return frozenset(self.acting.of(person) for person in self.acting.found.people)

    def _paper(self, code: str) -> Iterator[str]:
        """Whether it goes without saying, as the paper's own."""
        found, kind = self.acting.found, self._scene.event_type
        if code in {found.own, found.home}:
            own = "the paper's own" if code == found.own else "likely the paper's own"
            yield own
            yield f"{own}, {kind}"
            if any(person.country is None for person in self.acting.people):
                yield "the paper's own, and somebody's goes without saying"
            others = {whose for _, whose in self._acting} | {*self._lines[self._scene.line].codes}
            if len(others - {None, code}) <= 1:
                yield "the paper's own beside one other"
        if code in countries.ORGANISATIONS:
            yield "an organisation"
            yield f"an organisation, {kind}"
            yield f"an organisation, {'with' if any(whose == code for _, whose in self._acting) else 'without'} people"
        if any(town.country == code and town.dateline for town in found.places):
            yield "the dateline's"

    def _around(self, code: str) -> Iterator[str]:
        """Its place in the headline and the lines around, and among those of the scene."""
        scene, title = self._scene, self._lines.get(self.acting.found.title)
        if title and title.number != scene.line and title.codes:
            names = min(len(title.codes), _LIST)
            if code in title.codes:
                yield f"{_place(code, title)} in the headline"
                yield f"in the headline with {names} in all"
            else:
                yield f"not in the headline, which names {names}"
        for away, where in _NEAR.items():
            line = self._lines.get(scene.line + away)
            if line and line is not title and code in line.codes:
                yield f"in {where}"
                if line.listed >= _LIST:
                    yield f"in {where} with a list"
        if code in self._listed:
            yield "in a list near by"
        if code in scene.acting:
            yield "named by the model"
        place = scene.codes.index(code) if code in scene.codes else None
        yield "not of the scene" if place is None else f"{_ORDER[min(place, _LIST)]} of the scene"

    @cached_property
    def _listed(self) -> frozenset[str]:
        """Those in a list of nations in the lines of the scene close to the telling one."""
        near = (number for number in self._scene.lines if abs(number - self._scene.line) <= _CLOSE)
        lists = (line for number in near if (line := self._lines[number]).listed >= _LIST)
        return frozenset(code for line in lists for code in line.codes)

    def _named(self, code: str) -> Iterator[str]:
        yield f"in {min(self._often[code], _OFTEN)} lines"
        if code in self._most:
            yield f"the {_ORDER[self._most.index(code)]} of the states named most"

    @cached_property
    def _often(self) -> Counter[str]:
        """In how many lines each is named."""
        return Counter(code for line in self.acting.found.told for code in line.codes)

    @cached_property
    def _most(self) -> list[str]:
        """The two states that most lines name."""
        return [code for code, _ in self._often.most_common() if code not in countries.ORGANISATIONS][:_DYAD]


def _place(code: str, line: Told) -> str:
    return _ORDER[min(line.codes.index(code), _LIST)]
