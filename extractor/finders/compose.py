"""Scenes → events in the wire form: who took part, for whom, what was signed and discussed, in the lines of each scene."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.document import Span
from extractor.finders import agreements, attendance, dating, people, places, setting, topics
from extractor.finders.found import Found
from extractor.finders.scenes import Scene
from extractor.finders.sides import Sides
from extractor.finders.told import Told
from extractor.normalise import countries, names
from extractor.schemas.defence.wire import WireAgreement, WireArticle, WireEvent, WireParticipant

_MANY = frozenset({"multilateral", "exercise"})
"""Kinds with any number of parties; the others have two."""
_MANDATES = frozenset({"UN"})
"""Under whose mandate troops are trained to act, which is no part in the exercise."""
_CALLED_OFF = frozenset({"postponed", "cancelled"})
_AWAY = frozenset({"call", "visit", "port_call"})
"""Kinds that needn't happen at home where no place is said."""
_DYAD = 2
_TELLING = 3
"""Lines in which an event is told: the first one and what follows it."""
_LIST = 3
"""Nations that make a list of those who take part."""
_COME = re.compile(
    r"\b(?:officers|representatives|delegations?|participants|personnel|servicemen|troops|soldiers|specialists|experts|Offiziere\w*|Vertreter\w*|Soldaten|Teilnehmer\w*"
    r"|officiers|représentants|délégations|militaires|stagiaires|oficiales|representantes|delegaciones|militares|efectivos|ufficiali|rappresentanti|delegazioni|militari"
    r"|oficiais|delegações|офицер\w*|представител\w*|делегаци\w+|военнослужащи\w+|офіцер\w*|представник\w*|делегаці\w+|військовослужбовц\w+|oficer\w*|przedstawiciel\w*"
    r"|delegacj\w+|żołnierz\w*)\W+(?:[\w'’-]+\W+){0,2}?(?:from|aus|de|d['’]|du|di|da|do|dos|из|от|з|із|від|z|ze)\W?(?:the |der |la |el |las |los )?$",
    re.IGNORECASE,
)
"""People before the state from which they have come."""
_OFTEN = 4
"""Lines that name a country beyond which more of them prove no more: one in passing is no party."""
_OFFICIALS = frozenset({"official"})
"""Roles of those who hold staff talks: no ministers, no chiefs."""


def article(found: Found, scenes: Sequence[Scene]) -> WireArticle:
    """The events of these scenes, the news first, as a model would answer them: not yet looked up in the text."""
    story = _Story(found, tuple(scenes))
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
class _Story:
    """What was found, and the scenes to compose. The first is the news, which owns every line that no other scene does."""

    found: Found
    scenes: tuple[Scene, ...]

    def event(self, index: int) -> WireEvent:
        scene = self.scenes[index]
        signed = self._papers(scene)
        taking = self.taking(scene)
        parties = self.parties(scene, taking)
        place = self._place(index, parties)
        country = self._country(index, place, parties)
        sides = Sides(self.found, scene, tuple(taking), tuple(parties), country)
        kinds = [agreement.kind for agreement in signed if agreement.status == "signed" or scene.status != "held"]
        fields: dict[str, Any] = {
            "evidence": [scene.line],
            "event_type": _kind(scene, taking, kinds),
            "status": scene.status,
            "date": dating.day(self.found, scene, main=index == 0),
            "location_country": country,
            "location_city": self.found.document.words(place.city) if place else None,
            "mode": setting.mode(self.found, scene),
            "parties": parties,
            "participants": [
                self._participant(*side) for side in zip(taking, sides.countries, sides.functions(), strict=True)
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

    def _place(self, index: int, parties: Sequence[str]) -> places.Place | None:
        """Where it happens; what is held beside a session is held where the session is, unless the text says otherwise."""
        scene, news = self.scenes[index], self.scenes[0]
        place = setting.place(self.found, scene, parties, main=not index)
        if place or not index or news.event_type != "multilateral" or {scene.status, news.status} != {"held"}:
            return place
        return self._place(0, self.parties(news, self.taking(news)))

    def _country(self, index: int, place: places.Place | None, parties: Sequence[str]) -> str | None:
        """The country of the place, else the one that a line says, else the paper's own, where talks of two are the news or called off."""
        scene, home = self.scenes[index], self.found.home
        said = (place and place.country) or setting.country(self.found, scene, place)
        here = (index == 0 and scene.status != "planned") or scene.status in _CALLED_OFF
        return said or (home if here and home in parties and scene.event_type not in _AWAY else None)

    def taking(self, scene: Scene) -> list[people.Person]:
        """Those who take part: in the news who most likely does, in another event who is named in its lines."""
        if scene is not self.scenes[0]:
            return self._named(scene)
        if scene.people and not self.found.people:
            return self._untitled(scene.people)
        return self._in_news

    @cached_property
    def _in_news(self) -> list[people.Person]:
        return attendance.taking(self.found, self.scenes)

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

    def parties(self, scene: Scene, taking: Sequence[people.Person]) -> list[str]:
        """Codes of those who act: those whose people take part, those that the headline and the telling line name."""
        news = self.scenes[0]
        if scene is not news and {*scene.codes} <= {*news.codes} and scene.event_type == news.event_type:
            both = self.parties(news, self.taking(news))  # of the next round, or the last one
            if {person.country for person in taking} - {None} <= {*both}:
                return both
        own = self.found.national
        origins = self.found.origins
        acting = list(dict.fromkeys(code for p in taking if (code := origins.get(p.name) or (p.role and own))))
        come = [line for line in self.found.told if 0 <= line.number - scene.line < _TELLING and self._come(line)]
        if come and scene is news:
            return sorted({*acting, *scene.codes, *(code for line in come for code in line.codes)})
        if scene.event_type in _MANY:
            told = [line for line in self.found.told if 0 <= line.number - scene.line <= 1 or self._lists(scene, line)]
            named = {*acting, *(code for line in told for code in line.codes)}
            named -= _MANDATES - {*acting} if scene.event_type == "exercise" else frozenset()
            return sorted(named if len(named) >= _DYAD else {*named, *scene.codes})
        if dyad := self._dyad(scene, taking):
            return dyad
        weight = Counter(dict.fromkeys(acting, 2))
        for line in self.found.told:
            if line.number == scene.line:
                weight.update(dict.fromkeys(line.codes, 3))
            elif scene is news and (line.number < scene.line or line.number in scene.lines[:2]):
                weight.update(dict.fromkeys(line.codes, 2 if line.number < scene.line else 1))
        weight.update(scene.codes)
        weight.update(dict.fromkeys(scene.acting, 1))
        unsaid = any(person.country is None for person in taking)  # of one's own people a paper doesn't say the state
        if self.found.home and (unsaid or len(weight) < 2):  # a dyad
            weight[self.found.home] += 2 + 2 * (unsaid and self.found.home == self.found.own)
        often = Counter(code for line in self.found.told for code in line.codes)
        weight.update({code: min(often[code], _OFTEN) - 1 for code in weight if often[code]})
        outside = countries.ORGANISATIONS - {*acting}  # named, but nobody of theirs takes part
        nations = [code for code, _ in weight.most_common() if code not in outside]
        return sorted(nations[:2])

    def _dyad(self, scene: Scene, taking: Sequence[people.Person]) -> list[str]:
        """The two states that the telling line names, if people of both are named there, or the one beside one of ours; else none."""
        there = {code for line in self.found.told if line.number == scene.line for code in line.codes}
        here, own = [person for person in taking if scene.line in person.lines], self.found.own
        acting = {self.found.origins.get(person.name) for person in here}
        ours = any(person.country in {None, own} and not person.counterpart for person in here)
        if own and ours and len(there - {own}) == 1 and there - {own} <= acting:
            there |= {own}
            acting |= {own}
        return sorted(there) if len(there) == _DYAD and there <= acting else []

    def _come(self, line: Told) -> bool:
        """Whether a line lists three nations from which people have come: 'officers from Canada, Denmark and Latvia'."""
        words = self.found.document.words(self.found.document.sent[line.number - 1])
        nations = countries.find(words, self.found.document.clues.language) if line.listed >= _LIST else []
        return any(_COME.search(words, 0, nation.start) for nation in nations)

    def _lists(self, scene: Scene, line: Told) -> bool:
        """Whether a line close to the telling one lists those who have come: three nations."""
        near = line.number in scene.lines and abs(line.number - scene.line) <= _TELLING
        return near and len({*line.codes} - countries.ORGANISATIONS) >= _LIST

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
