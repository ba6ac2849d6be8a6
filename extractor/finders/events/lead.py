"""The sentence that tells the news, if there is news: what two parties do together, or plan, or call off (R7, R10).

A sentence near the top may if it has a word for an event, or the headline above it. What speaks for it is weighed by a logistic regression over
labelled articles, many of which have no event; `python -m evals lead` fits its weights.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.finders.events.news import CALLED_OFF, DAY, HEAD, Scene, Teller
from extractor.finders.events.told import Told, alike
from extractor.logistic import Features, present, probability, weights

WEIGHTS = Path(__file__).with_suffix(".toml")
LIKELY = 0.65
"""Probability that one of the sentences tells the news, from which there is news."""
LIKELY_IN_BRIEF, BRIEF = 0.12, 3
"""The same of one sentence in a notice of so many lines, which has no room for people, days and places: few labelled articles
are so short."""
ABOUT = 0.8
"""Of the probability of the likeliest sentence, that from which an earlier one is taken to tell the news."""
_AFTER = 2
"""Lines after a sentence that may tell more of the same."""
_FIRST = 4
"""Lines within which the second party may go without saying."""
_LATE = 6
_PAIR, _OFTEN = 2, 5
_FEW, _MANY, _LEGION = 2, 5, 8
"""Foreign countries and organisations that a whole article names."""
_YEAR = len("2024")
_TALKS = frozenset({"meeting", "call", "staff_talks"})


def find(teller: Teller) -> Scene | None:
    """The event that is the news, if likely one of the sentences tells it: that of the first that does about as likely as any."""
    able = leads(teller)
    if not able or not news(teller, able):
        return None
    most = max(lead.probability for lead in able)
    return next(lead.scene() for lead in able if lead.probability >= ABOUT * most)


def news(teller: Teller, able: list["Lead"]) -> bool:
    """Whether at least one sentence likely tells the news, each as likely as it is by itself; a brief notice of two parties needs less."""
    one = 1 - math.prod(1 - lead.probability for lead in able)
    brief = len(teller.body) <= BRIEF and any(
        "one only" not in lead.signs() and lead.probability >= LIKELY_IN_BRIEF for lead in able
    )
    return brief or one >= LIKELY


def leads(teller: Teller) -> list["Lead"]:
    """The sentences near the top that have a word for an event, then those that name two states below a headline that has one."""
    near = [Lead(teller, index) for index in range(len(teller.body[:HEAD]))]
    titled = [one for one in near[:_FIRST] if teller.title and teller.title.kinds and len(one.line.codes) >= _PAIR]
    return [one for one in near if one.line.kinds] + [one for one in titled if not one.line.kinds]


@dataclass(frozen=True)
class Lead:
    """A sentence as if it told the news; `index` counts the lines below the headline from 0."""

    teller: Teller
    index: int

    @cached_property
    def line(self) -> Told:
        """The sentence."""
        return self.teller.body[self.index]

    @cached_property
    def kind(self) -> str:
        """The kind of event that it would be."""
        return self.teller.kind([*self._title, *self._onward], self.line.number)

    def scene(self) -> Scene:
        """The event that it tells."""
        telling = self._telling()
        codes = self._codes + Counter(sorted(self._named))
        order = tuple(code for code, _ in codes.most_common())
        return Scene(self.kind, self.teller.status(telling, self.kind), telling.number, (), order)

    def _telling(self) -> Told:
        """The sentence, or the one that has words for the kind, where it tells of another event above the news."""
        if any(alike(self.kind, other) for other in self.line.kinds):
            return self.line
        return next((line for line in self.teller.body[self.index : HEAD] if self.kind in line.kinds), self.line)

    def signs(self) -> Features:
        """What speaks for and against its telling the news, each 1."""
        return present(
            self._headline(),
            self._parties(),
            self._people(),
            self._present(),
            self._elsewhere(),
            self._when(),
            self._words(),
        )

    @cached_property
    def probability(self) -> float:
        """How likely it tells the news."""
        return probability(self.signs(), weights(WEIGHTS))

    @property
    def _onward(self) -> tuple[Told, ...]:
        """The sentence and what follows it."""
        return self.teller.body[self.index : min(HEAD, self.index + 1 + _AFTER)]

    @cached_property
    def _title(self) -> tuple[Told, ...]:
        """The headline, where it is another line."""
        return (self.teller.title,) if self.teller.title and self.teller.title not in self._onward else ()

    @cached_property
    def _around(self) -> tuple[Told, ...]:
        return (*self._onward, *self._title)

    @cached_property
    def _near(self) -> frozenset[int]:
        return frozenset(line.number for line in self._around)

    @cached_property
    def _codes(self) -> Counter[str]:
        """The countries around it, by the number of lines that name them."""
        return Counter(code for line in self._around for code in line.codes)

    @cached_property
    def _titled(self) -> frozenset[str]:
        return frozenset(code for line in self._title for code in line.codes)

    @cached_property
    def _said(self) -> frozenset[str]:
        """The countries that it and the headline name."""
        return self._titled | {*self.line.codes}

    @cached_property
    def _named(self) -> frozenset[str]:
        """The same, with the one that goes without saying."""
        alone = self.index < _FIRST and len(self._said) == 1
        return self._said | self.teller.unsaid(self.line, self._said) if alone else self._said

    def _headline(self) -> Iterator[tuple[str, bool]]:
        title = next(iter(self._title), None)
        kinds = title.kinds if title else ()
        like = any(alike(self.kind, kind) for kind in kinds)
        yield f"kind {self.kind}", True
        yield "no word of its own", not self.line.kinds
        yield "headline of the kind", self.kind in kinds
        yield "headline alike", like and self.kind not in kinds
        yield "headline of another kind", bool(kinds) and not like
        yield "headline of no kind", title is not None and not kinds
        yield "headline names nobody", title is not None and not self._titled
        yield "headline names one", len(self._titled) == 1
        yield "headline names two", len(self._titled) >= _PAIR

    def _parties(self) -> Iterator[tuple[str, bool]]:
        said, home = self._said, {*self.teller.home}
        pair = {code for code, _ in self._codes.most_common(_PAIR)}
        both = sum(len(pair) == _PAIR and pair <= {*line.codes} for line in self.teller.told)
        foreign = sum(bool({*line.codes} - home) for line in self.teller.body)
        yield "a foreign one here or in the headline", bool(said - home)
        yield "two here and in the headline", len(said) >= _PAIR
        yield "the other one goes without saying", len(said) < _PAIR <= len(self._named)
        yield "the other one follows", len(self._named) < _PAIR <= len(self._codes)
        yield "one only", len({*self._codes} | self._named) < _PAIR
        yield "both never in one line", not both
        yield "both in two lines", both >= _PAIR
        abroad = len({code for line in self.teller.told for code in line.codes} - home)
        yield "one or two foreign ones in all", abroad <= _FEW
        yield "many foreign ones in all", _MANY <= abroad < _LEGION
        yield "very many foreign ones in all", abroad >= _LEGION
        yield "foreign ones in one line at most", foreign <= 1
        yield "foreign ones in two lines", foreign == 2
        yield "foreign ones in many lines", foreign >= _OFTEN
        yield "foreign ones in half the lines", 2 * foreign >= len(self.teller.body)

    def _people(self) -> Iterator[tuple[str, bool]]:
        said = [person for person in self.teller.people if person.country]
        here = {person.country for person in said if self.line.number in person.lines}
        near = {person.country for person in said if self._near & {*person.lines}}
        anywhere = {person.country for person in said}
        people = self.teller.people
        yield "people of two", len(here) >= _PAIR
        yield "people of two near", len(here) < _PAIR <= len(near)
        yield "people of one near", len(near) == 1
        yield "somebody foreign near", bool(near - {*self.teller.home})
        yield "people of two anywhere", len(anywhere) >= _PAIR
        yield "people of no country", not anywhere
        likely = list(zip(people, self.teller.origins, strict=True))
        of = {origin for _, origin in likely if origin}
        of_near = {origin for person, origin in likely if origin and self._near & {*person.lines}}
        yield "names of two near", len(of_near) >= _PAIR
        yield "names of two anywhere", len(of) >= _PAIR
        yield "names of one only", len(of) == 1
        yield "nobody foreign", len(people) >= _PAIR and of | anywhere <= {*self.teller.home}
        yield "a foreign name near", bool(of_near - {*self.teller.home})
        yield "a counterpart near", any(person.counterpart and self._near & {*person.lines} for person in people)

    def _present(self) -> Iterator[tuple[str, bool]]:
        """Who is in the sentence itself, also whose state goes without saying or is likely by name."""
        teller, number = self.teller, self.line.number
        persons = [index for index, person in enumerate(teller.people) if number in person.lines]
        acting = teller.present.get(number, frozenset())
        stated = {teller.people[index].country for index in persons} - {None}
        of = {teller.origins[index] for index in persons} - {None}
        yield "two persons here", len(persons) >= _PAIR
        yield "people of two, one at home", len(stated) < _PAIR <= len(acting)
        yield "names of two here", len(of) >= _PAIR
        yield "a name from away beside one from home", len(of) >= _PAIR and bool(of & {*teller.home})
        yield "people of home only here", bool(persons) and of | acting <= {*teller.home}

    def _elsewhere(self) -> Iterator[tuple[str, bool]]:
        """What the sentences near the top tell, of it and of others."""
        foreigners = self.teller.foreigners
        near = [line for line in self.teller.body[:HEAD] if line.kinds]
        others = [line for line in near if line is not self.line]
        met = [line for line in others if foreigners.get(line.number) and _TALKS & {*line.kinds}]
        abroad = [line for line in others if foreigners.get(line.number) or {*line.codes} - {*self.teller.home}]
        yield "talks with somebody foreign in two others", len(met) >= _PAIR
        yield "something foreign told in three others", len(abroad) > _PAIR
        yield (
            "people of two foreign ones",
            len(set[str]().union(*(foreigners.get(line.number, ()) for line in near))) >= _PAIR,
        )

    def _when(self) -> Iterator[tuple[str, bool]]:
        line, teller = self.line, self.teller
        days = teller.days(line, "held")
        before = teller.body[self.index - 1] if self.index else None
        yield "a day", any(len(day) >= DAY for day in days)
        yield (
            "a day right before",
            bool(before and not days and any(len(day) >= DAY for day in teller.days(before, "held"))),
        )
        dated = teller.document.clues.publication_date is not None or any(other.dates for other in teller.told)
        yield "no day", not days and dated  # of a text without any day it says nothing
        yield "a year only", bool(days) and all(len(day) == _YEAR for day in days)
        yield "long ago", teller.long_ago(line)
        yield "ahead", teller.ahead(line)
        yield "a day on which somebody said so", bool(line.said)
        yield "first", self.index == 0
        yield "second", self.index == 1
        yield "third", self.index == 2
        yield "late", self.index >= _LATE

    def _words(self) -> Iterator[tuple[str, bool]]:
        line, papers = self.line, self.teller.papers
        words = self.teller.document.words(self.teller.document.sent[line.number - 1])
        yield "planned", line.says("planned", self.kind)
        yield "called off", any(line.says(status, self.kind) for status in CALLED_OFF)
        yield "negative", line.negative
        yield "denies", line.denies
        yield "said", any(cue.family == "said" for cue in line.cues)
        yield "past", any(cue.value == "past" for cue in line.cues)
        yield "a parliament near", any(other.domestic for other in self._around)
        yield "a parliament in many lines", sum(other.domestic for other in self.teller.told) > _PAIR
        yield "a quote", any(mark in words for mark in '«»“”„"')
        yield "a paper signed near", any(paper.status == "signed" and paper.line in self._near for paper in papers)
        for status in sorted({paper.status for paper in papers}):
            yield f"a paper {status}", True
