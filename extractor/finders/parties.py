"""Whose event it is: the states and organisations that act together (R2, R7).

What speaks for each that the article names is weighed by a logistic regression over labelled articles; `python -m evals parties`
fits its weights. The two likeliest act; of kinds that any number can act in, all that likely do.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.finders import setting
from extractor.finders.found import Found
from extractor.finders.people import Person
from extractor.finders.scenes import Scene
from extractor.finders.told import Told
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
        found = self.found
        return person.country or found.origins.get(person.name) or (found.national if person.role else None)


def of(acting: Acting) -> list[str]:
    """Codes of the parties, in their order; fewer than two where fewer are named."""
    likely = [(probability(signs, weights(WEIGHTS)), code) for code, signs in candidates(acting)]
    many = acting.scene.event_type in _MANY
    ranked = enumerate(sorted(likely, key=lambda pair: (-pair[0], pair[1])))
    return sorted(code for rank, (sure, code) in ranked if rank < _DYAD or (many and sure >= LIKELY))


def candidates(acting: Acting) -> list[tuple[str, Features]]:
    """Every state and organisation that the article names, or that goes without saying, and what speaks for it and against it."""
    found = acting.found
    named = {code for line in found.told for code in line.codes} | {*acting.scene.codes, *(acting.news or ())}
    unsaid = {*found.origins.values(), found.own, found.home}
    return [(code, _Signs(acting, code).all()) for code in sorted(filter(None, named | unsaid))]


@dataclass(frozen=True)
class _Signs:
    """What speaks for and against one state or organisation."""

    acting: Acting
    code: str

    def all(self) -> dict[str, float]:
        """The signs there are, each 1."""
        kind = self._scene.event_type
        told, people, paper = {*self._told()}, {*self._people()}, {*self._paper()}
        signs = told | people | paper | {*self._around(), *self._often()}
        if self.acting.news is not None:
            news = "a party of the news" if self.code in self.acting.news else "no party of the news"
            signs |= {f"{sign}, of a further event" for sign in told | people | paper} | {
                news,
                f"{news}, {kind}",
                "a further event",
            }
        if kind in _MANY:
            signs |= {f"{sign}, of many" for sign in signs}
        return present([(sign, True) for sign in signs])

    @property
    def _scene(self) -> Scene:
        return self.acting.scene

    @property
    def _organisation(self) -> bool:
        return self.code in countries.ORGANISATIONS

    @cached_property
    def _lines(self) -> Mapping[int, Told]:
        return {line.number: line for line in self.acting.found.told}

    @cached_property
    def _theirs(self) -> list[Person]:
        """Those of it who take part."""
        return [person for person in self.acting.people if self.acting.of(person) == self.code]

    def _told(self) -> Iterator[str]:
        """Its place in the telling line."""
        line, found = self._lines[self._scene.line], self.acting.found
        number = min(len(line.codes), _DYAD + _DYAD)
        if self.code not in line.codes:
            yield f"not in the telling line, which names {min(number, _LIST)}"
            return
        yield f"{_place(self.code, line)} in the telling line"
        yield f"in the telling line with {number} in all"
        yield f"in the telling line, {self._scene.event_type}"
        if line.listed >= _LIST:
            yield "in the telling line with a list"
        if self._organisation:
            yield "an organisation in the telling line"
        said = countries.find(found.document.words(found.document.sent[line.number - 1]), found.document.clues.language)
        if all(mention.capital for mention in said if mention.code == self.code):
            yield "only by its capital in the telling line"
        if self.code in setting.said_in(found, line.number):
            yield "said to be there in the telling line"
        if any(town.country == self.code and town.line == line.number and town.locative for town in found.places):
            yield "a town of it in the telling line"

    def _people(self) -> Iterator[str]:
        acting = self.acting
        if not self._theirs:
            others = {acting.of(person) for person in acting.people} - {None}
            yield f"nobody of it takes part, people of {min(len(others), _LIST)} others"
            if any(acting.of(person) == self.code for person in acting.found.people):
                yield "people of it who don't take part"
            return
        yield "people of it by title" if any(person.country for person in self._theirs) else "people of it by name"
        if len(self._theirs) > 1:
            yield "several people of it"
        if any(person.role for person in self._theirs):
            yield "people of it in office"
        if any(self._scene.line in person.lines for person in self._theirs):
            yield "people of it in the telling line"
        if any(person.counterpart for person in self._theirs):
            yield "a counterpart of it"

    def _paper(self) -> Iterator[str]:
        """Whether it goes without saying, as the paper's own."""
        found, kind = self.acting.found, self._scene.event_type
        if self.code in {found.own, found.home}:
            own = "the paper's own" if self.code == found.own else "likely the paper's own"
            yield own
            yield f"{own}, {kind}"
            if any(person.country is None for person in self.acting.people):
                yield "the paper's own, and somebody's goes without saying"
            others = {self.acting.of(person) for person in self.acting.people} | {*self._lines[self._scene.line].codes}
            if len(others - {None, self.code}) <= 1:
                yield "the paper's own beside one other"
        if self._organisation:
            yield "an organisation"
            yield f"an organisation, {kind}"
            yield f"an organisation, {'with' if self._theirs else 'without'} people"
        if any(town.country == self.code and town.dateline for town in found.places):
            yield "the dateline's"

    def _around(self) -> Iterator[str]:
        """Its place in the headline and the lines around, and among those of the scene."""
        scene, title = self._scene, self._lines.get(self.acting.found.title)
        if title and title.number != scene.line and title.codes:
            names = min(len(title.codes), _LIST)
            yield (
                f"{_place(self.code, title)} in the headline"
                if self.code in title.codes
                else f"not in the headline, which names {names}"
            )
            if self.code in title.codes:
                yield f"in the headline with {names} in all"
        for away, where in _NEAR.items():
            line = self._lines.get(scene.line + away)
            if line and line is not title and self.code in line.codes:
                yield f"in {where}"
                if line.listed >= _LIST:
                    yield f"in {where} with a list"
        near = (
            line for number, line in self._lines.items() if number in scene.lines and abs(number - scene.line) <= _CLOSE
        )
        if any(line.listed >= _LIST and self.code in line.codes for line in near):
            yield "in a list near by"
        if self.code in scene.acting:
            yield "named by the model"
        place = scene.codes.index(self.code) if self.code in scene.codes else None
        yield "not of the scene" if place is None else f"{_ORDER[min(place, _LIST)]} of the scene"

    def _often(self) -> Iterator[str]:
        often = Counter(code for line in self.acting.found.told for code in line.codes)
        yield f"in {min(often[self.code], _OFTEN)} lines"
        most = [code for code, _ in often.most_common() if code not in countries.ORGANISATIONS][:_DYAD]
        if self.code in most:
            yield f"the {_ORDER[most.index(self.code)]} of the states named most"


def _place(code: str, line: Told) -> str:
    return _ORDER[min(line.codes.index(code), _LIST)]
