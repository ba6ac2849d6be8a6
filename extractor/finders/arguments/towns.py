"""In which town of its country an event took place, as the text names it (R16, R17).

What speaks for each town, and for villages that no gazetteer knows, is weighed; they compete with each other and with none, by
a conditional logit over labelled articles, of which `python -m evals towns` fits the weights.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.document import Span
from extractor.finders.arguments import locating, setting
from extractor.finders.arguments.locating import Event, Spot
from extractor.finders.events.told import Told
from extractor.finders.places import Place
from extractor.logistic import Features, likeliest, present, weights

WEIGHTS = Path(__file__).with_suffix(".toml")
_OFTEN = 4


def spot(event: Event) -> Spot:
    """Where an event took place: the likeliest country, and the likeliest town in it."""
    country = locating.country(event)
    return Spot(country, town(event, country))


def town(event: Event, country: str | None) -> Place | None:
    """The likeliest town of a country, an ISO 3166-1 code; None where none is likelier, or no country is known."""
    options = candidates(event, country) if country else []
    name = likeliest([(words, signs) for words, _, signs in options], weights(WEIGHTS)) if options else None
    return next((place for words, place, _ in options if words == name), None)


def candidates(event: Event, country: str) -> list[tuple[str | None, Place | None, Features]]:
    """Every town of the country and every unknown village, as written, each with what speaks for it and against it, and last none."""
    signs = _Signs(event, country)
    named = [(event.found.document.words(place.city), place, signs.of(place)) for place in signs.able]
    return [*named, (None, None, signs.none())]


@dataclass(frozen=True)
class _Signs:
    """What speaks for and against each town."""

    event: Event
    country: str

    @cached_property
    def able(self) -> list[Place]:
        """The towns of the country and the villages, each time that they are named."""
        found = self.event.found
        return [*(place for place in found.places if place.country == self.country), *found.villages]

    def of(self, place: Place) -> Features:
        """What speaks for a town."""
        at = (
            "the dateline"
            if place.dateline
            else f"{'' if place.locative else 'named in '}{self.event.where(place.line)}"
        )
        signs = {at, *self._form(place), *self._line(place), *self._order(place)}
        signs |= {f"{at}, of a further event"} if self.event.news else set()
        return present([(sign, True) for sign in signs])

    def none(self) -> Features:
        """What speaks for none."""
        scene = self.event.scene
        further = self.event.news is not None
        return present(
            [
                ("none", True),
                ("none, of a further event", further),
                (f"none, {scene.event_type}", True),
                (f"none, {scene.status}", True),
                ("none, at sea", self.event.afloat),
                (f"none, at sea, {scene.event_type}", self.event.afloat),
            ]
        )

    def _form(self, place: Place) -> Iterator[str]:
        words, news = self.event.found.document.words, self.event.news
        if not place.country:
            yield "unknown"
            yield f"unknown, in {self.event.where(place.line)}"
            if any(
                other.country and other.locative and abs(other.line - self.event.scene.line) <= 1 for other in self.able
            ):
                yield "unknown, beside a known one"
        if place.capital:
            yield "a capital"
        if setting.means_government(self.event.found, place):
            yield "its government is meant"
        yield f"named {min(self._times[place.name], _OFTEN)} times"
        if news and news.town and words(news.town.city) == words(place.city):
            yield "that of the news"
            yield f"that of the news, {self.event.scene.event_type}"

    def _line(self, place: Place) -> Iterator[str]:
        """What else its line tells."""
        line, scene = self._told.get(place.line), self.event.scene
        if line is None:
            return
        yield (
            "a word for the kind"
            if scene.event_type in line.kinds
            else "a word for another kind"
            if line.kinds
            else "no word for a kind"
        )
        if line.of_plans:
            yield f"where something is to come, {scene.status}"
        if any(cue.value == "past" for cue in line.cues):
            yield "where something is recalled"

    @cached_property
    def _told(self) -> dict[int, Told]:
        return {line.number: line for line in self.event.found.told}

    def _order(self, place: Place) -> Iterator[str]:
        """Its place among the towns at which something happens."""
        if not place.locative:
            return
        line = self.event.scene.line
        if self._gaps and min(self._gaps.values()) == self._gaps.get(place.city):
            yield "nearest to the word for the event"
            if self._gaps[place.city] <= setting.CLOSE:
                yield "right beside the word for the event"
        if next(iter(self._gaps), None) == place.city:
            yield "the first of the telling line"
        if line < place.line == self._next:
            yield "the first behind the telling line"

    @cached_property
    def _gaps(self) -> dict[Span, int]:
        """Of the towns at which something happens in the telling line: how far each is from the word for the event."""
        found, scene = self.event.found, self.event.scene
        here = (place for place in self.able if place.locative and not place.dateline and place.line == scene.line)
        return {place.city: setting.from_cue(found, scene, place) for place in here}

    @cached_property
    def _next(self) -> int:
        """The first line from the telling one on that has such a town; 0 if none has."""
        after = (place.line for place in self.able if place.locative and not place.dateline)
        return min((line for line in after if line >= self.event.scene.line), default=0)

    @cached_property
    def _times(self) -> Counter[str]:
        """How often each town is named."""
        return Counter(place.name for place in self.able)
