"""Who takes part in the news, of all the people an article names: no spokesman, no commentator, nobody of another event (R18).

What speaks for each person is weighed by a logistic regression over labelled articles; `python -m evals attendance` fits
its weights.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.finders.events.scenes import Scene
from extractor.finders.events.told import Told, alike
from extractor.finders.found import Found
from extractor.finders.people import Person
from extractor.logistic import Features, present, probability, weights
from extractor.normalise import names

WEIGHTS = Path(__file__).with_suffix(".toml")
LIKELY = 0.5
"""Probability from which somebody is taken to take part."""
_QUOTE = re.compile(r"[«»“”„\"]")
_NEAR, _FAR = 2, 4
"""Lines after the telling one: right behind it, a little further on."""
_LATE = 6
"""Lines after the telling one from which somebody who is named for the first time is seldom of the news."""
_FIRST = 3
"""Persons whose place in the order counts singly."""
_OFTEN = 3
_PAIR = 2


def taking(found: Found, scenes: Sequence[Scene]) -> list[Person]:
    """Those who take part in the first scene, in the order of the text."""
    return [person for person, signs in candidates(found, scenes) if probability(signs, weights(WEIGHTS)) >= LIKELY]


def candidates(found: Found, scenes: Sequence[Scene]) -> list[tuple[Person, Features]]:
    """Everybody who isn't said to be absent, and what speaks for and against their taking part in the first scene."""
    present = [person for person in found.people if not person.absent]
    return [(person, _Signs(found, scenes, person, order).all()) for order, person in enumerate(present)]


def named(found: Found, said: Sequence[str], person: Person) -> bool:
    """Whether a model names this person, in this form or with a title before it."""
    name = found.document.words(person.name)
    return any(names.same_person(name, names.bare(other)[1]) or other.endswith(name) for other in said)


@dataclass(frozen=True)
class _Signs:
    """The signs of one person; `order` is their place among those of the article."""

    found: Found
    scenes: Sequence[Scene]
    person: Person
    order: int

    def all(self) -> dict[str, float]:
        """The signs there are, each 1."""
        return present(self._office(), self._place(), self._words(), self._company(), self._model())

    @property
    def _news(self) -> Scene:
        return self.scenes[0]

    @cached_property
    def _lines(self) -> list[Told]:
        return [line for line in self.found.told if line.number in self.person.lines]

    @property
    def _debut(self) -> int:
        return min(self.person.lines)

    def _office(self) -> Iterator[tuple[str, bool]]:
        person, news = self.person, self._news
        yield f"role {person.role or 'none'}", True
        yield "a rank", bool(person.rank)
        yield "an office", bool(person.office)
        yield "of a party", person.country in news.codes[:_PAIR]
        yield "of another country", bool(person.country) and person.country not in news.codes
        yield "a counterpart", person.counterpart
        yield f"news {news.event_type}", True

    def _place(self) -> Iterator[tuple[str, bool]]:
        news = self._news
        after = [line - news.line for line in self.person.lines if line in news.lines]
        nearest = min(map(abs, after), default=None)
        others = {line for scene in self.scenes[1:] for line in scene.lines}
        yield "in the headline", self.found.title in self.person.lines
        yield "in the telling line", nearest == 0
        yield "a line away", nearest == 1
        yield "two lines away", nearest == _NEAR
        yield "some lines away", nearest is not None and _NEAR < nearest <= _FAR
        yield "far away", nearest is not None and nearest > _FAR
        yield "in no line of the news", nearest is None
        yield "only before the news", bool(after) and max(after) < 0
        yield "first named late", self._debut - news.line > _LATE
        yield "first named in another event", self._debut in others

    def _words(self) -> Iterator[tuple[str, bool]]:
        first = self._lines[0]
        words = self.found.document.words(self.found.document.sent[self._debut - 1])
        late = self._debut > self._news.line
        telling = [line for line in self._lines if any(alike(kind, self._news.event_type) for kind in line.kinds)]
        yield "where the event is told", bool(telling)
        yield "first named where the event is told", first in telling
        yield "only where somebody said so", all(map(_says, self._lines))
        yield "first named late, where somebody said so", _says(first) and self._debut > self._news.line + 1
        yield "beside a quote", late and bool(_QUOTE.search(words))
        yield "where something is signed", any("signing" in line.kinds for line in self._lines)
        yield "where a country is named", bool(first.codes)

    def _company(self) -> Iterator[tuple[str, bool]]:
        times = len(self.person.lines)
        yield "named once", times == 1
        yield "named often", times >= _OFTEN
        yield "with others", any(o is not self.person and self._debut in o.lines for o in self.found.people)
        yield f"number {self.order + 1}", self.order < _FIRST
        yield "later in the order", self.order >= 2 * _FIRST

    def _model(self) -> Iterator[tuple[str, bool]]:
        if self._news.people is None:
            return
        said = named(self.found, self._news.people, self.person)
        yield "the model asked", True
        yield "named by the model", said
        yield "in the telling line, not named by the model", not said and self._news.line in self.person.lines


def _says(line: Told) -> bool:
    return any(cue.family == "said" for cue in line.cues)
