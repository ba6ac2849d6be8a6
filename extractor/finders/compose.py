"""Scenes → events in the wire form: who took part, for whom, what was signed and discussed, in the lines of each scene."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.document import Span
from extractor.finders import agreements, people, topics
from extractor.finders.arguments import attendance, dating, locating, parties, setting, towns
from extractor.finders.arguments.sides import Sides
from extractor.finders.events.scenes import Scene
from extractor.finders.found import Found
from extractor.normalise import names
from extractor.schemas.defence.wire import WireAgreement, WireArticle, WireEvent, WireParticipant

_CALLED_OFF = frozenset({"postponed", "cancelled"})
_OFFICIALS = frozenset({"official"})
"""Roles of those who hold staff talks: no ministers, no chiefs."""


def article(found: Found, scenes: Sequence[Scene]) -> WireArticle:
    """The events of these scenes, the news first, as a model would answer them: not yet looked up in the text."""
    story = Story(found, tuple(scenes))
    source = found.document.clues.cited_source
    return WireArticle.model_construct(
        cited_source=found.document.words(source) if source else None,
        events=[story.event(index) for index in range(len(scenes))],
    )


def _kind(scene: Scene, taking: Sequence[people.Person], signed: Sequence[str]) -> str:
    """The kind that words tell, unless who met or what was signed says more: a contract is a deal, officials hold staff talks."""
    if scene.event_type == "signing" and "contract" in signed:
        return "arms_deal"
    low = bool(taking) and all(person.role in _OFFICIALS for person in taking)
    return "staff_talks" if scene.event_type == "meeting" and low and len(taking) > 1 else scene.event_type


@dataclass(frozen=True)
class Story:
    """What was found, and the scenes to compose. The first is the news, which owns every line that no other scene does."""

    found: Found
    scenes: tuple[Scene, ...]

    def event(self, index: int) -> WireEvent:
        """A scene as an event."""
        scene = self.scenes[index]
        signed = self._papers(scene)
        event = self.unplaced(index)
        spot = towns.spot(event) if index else self._at_news
        sides = Sides(self.found, scene, event.people, event.parties, spot.country)
        kinds = [agreement.kind for agreement in signed if agreement.status == "signed" or scene.status != "held"]
        fields: dict[str, Any] = {
            "evidence": [scene.line],
            "event_type": _kind(scene, event.people, kinds),
            "status": scene.status,
            "date": dating.day(self.found, scene, main=index == 0),
            "location_country": spot.country,
            "location_city": self.found.document.words(spot.town.city) if spot.town else None,
            "mode": setting.mode(self.found, scene),
            "parties": list(event.parties),
            "participants": [
                self._participant(*side) for side in zip(event.people, sides.countries, sides.functions(), strict=True)
            ],
            "agreements": [self._agreement(agreement) for agreement in signed],
            "topics": list(dict.fromkeys([*topics.implied(scene.event_type, kinds), *self._topics[index]])),
        }
        return WireEvent.model_construct(**fields)

    def _papers(self, scene: Scene) -> list[agreements.Agreement]:
        """The papers of a scene."""
        return [paper for paper in self.found.agreements if self._owner(paper) is scene]

    def _owner(self, paper: agreements.Agreement) -> Scene | None:
        """The scene in whose lines a paper is; what was to be signed goes with the talks that were called off."""
        off = next((scene for scene in self.scenes if scene.status in _CALLED_OFF), None)
        if off and paper.status == "planned":
            return off
        owner = next((scene for scene in self.scenes if paper.line in scene.lines), None)
        undone = paper.status == "signed" and owner is not None and owner.status in {"planned", *_CALLED_OFF}
        return self.scenes[0] if undone else owner

    def acting(self, index: int) -> parties.Acting:
        """What is known of an event before its parties are."""
        people = self._named(self.scenes[index]) if index else self._in_news()
        return parties.Acting(self.found, self.scenes[index], tuple(people), self._news.parties if index else None)

    def unplaced(self, index: int) -> locating.Event:
        """What is known of an event before its place is."""
        return self._event(index, self._at_news) if index else self._news

    @cached_property
    def _news(self) -> locating.Event:
        return self._event(0, None)

    @cached_property
    def _at_news(self) -> locating.Spot:
        return towns.spot(self._news)

    def _event(self, index: int, at_news: locating.Spot | None) -> locating.Event:
        acting = self.acting(index)
        return locating.Event(self.found, acting.scene, acting.people, tuple(parties.of(acting)), at_news)

    def _in_news(self) -> list[people.Person]:
        """Those who take part in the news: who most likely does; where code finds nobody, those whom a model names."""
        said = self.scenes[0].people
        return self._untitled(said) if said and not self.found.people else attendance.taking(self.found, self.scenes)

    def _untitled(self, said: Sequence[str]) -> list[people.Person]:
        """The persons a model names, where the text holds the names: for languages whose offices and ranks code doesn't know."""
        document = self.found.document
        places = {
            name: (line.start + at, line.number)
            for name in (names.bare(other)[1] for other in said)
            for line in reversed(document.sent)
            if " " in name and (at := document.words(line).find(name)) >= 0
        }
        return [people.untitled(Span(at, at + len(name)), line) for name, (at, line) in places.items()]

    def _named(self, scene: Scene) -> list[people.Person]:
        """Persons named in the scene's lines, with an office or a rank, not said to be absent."""
        return [
            person
            for person in self.found.people
            if {*scene.lines} & {*person.lines} and not person.absent and (person.role or person.rank or person.office)
        ]

    def _participant(self, person: people.Person, country: str | None, function: str) -> WireParticipant:
        words = self.found.document.words
        fields: dict[str, Any] = {
            "name": words(person.name),
            "rank": words(person.rank) if person.rank else None,
            "role": person.role or "official",
            "country": country,
            "function": function,
        }
        return WireParticipant.model_construct(**fields)

    def _agreement(self, agreement: agreements.Agreement) -> WireAgreement:
        return WireAgreement.model_construct(
            kind=agreement.kind,
            status=agreement.status,
            title=self.found.document.words(agreement.title),
            period=agreement.period,
        )

    @cached_property
    def _topics(self) -> list[list[str]]:
        """Topics of each scene."""
        if len(self.scenes) == 1:
            return [topics.of(self.found.marks, self.scenes[0].lines)]
        signing = {agreement.line for agreement in self.found.agreements if agreement.status == "signed"}
        proof = [{scene.line, *(signing & {*scene.lines})} for scene in self.scenes]
        brief = [index for index, scene in enumerate(self.scenes) if index and scene.status != "held"]
        return topics.spread(self.found.marks, proof, brief)
