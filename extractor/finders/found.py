"""Everything that code finds in one document, each kind of candidate looked for once."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extractor.document import Document, Span
from extractor.finders import agreements, cues, people, places, topics
from extractor.finders.cues import Cue
from extractor.finders.events import scenes
from extractor.finders.events.news import Teller
from extractor.finders.events.scenes import Scene
from extractor.finders.events.told import Told, read
from extractor.finders.places import Place, capitals, locatives, villages
from extractor.normalise import countries, origins

_ACROSS = 20
"""Code points that a comma between two words counts for."""
_OWNER_FIRST = frozenset({"az", "tr", "kk", "hu", "ja", "ko", "fi"})
"""Languages in which it is said before 'the initiative' whose it is."""
_HEADING = 6
"""Words of the longest line over a headline that names the publisher's state."""
_STATE = re.compile(
    r"^(?:the )?(?:republic|kingdom|government|sultanate|ministry) of |^state of (?:israel|kuwait|qatar|palestine)\b"
    r"|^(?:gobierno|república|reino|governo|repubblica|république|royaume|gouvernement|ministerio|ministère|ministero|ministério)"
    r" (?:de|du|del|della|di|do|da|d['’e])|^(?:republik|königreich|bundesrepublik)\b|^rzeczpospolita",
    re.IGNORECASE,
)
_SPOKEN_FIRST = {"es": "ES", "fr": "FR"}
"""Where a language is from: whose counterpart somebody is, in a text that names no country where it is spoken."""
_ANYWHERE = frozenset({"en", "ru"})
"""Languages in which papers of any country write."""
_NATIONAL = {"bs": "BA", "hr": "HR", "hu": "HU", "sk": "SK", "sl": "SI", "sr": "RS"}
"""Languages whose papers also write from abroad as from home: of their own people they don't say whose they are."""

_SMALLER = {"ro": "MD"}
"""Languages in which the papers of a second country write as well, which name the first only as a foreign one."""


@dataclass(frozen=True)
class Found:
    """Everything that code finds in one document."""

    document: Document

    @cached_property
    def people(self) -> tuple[people.Person, ...]:
        """Persons, one entry each."""
        return people.find(self.document)

    @cached_property
    def origins(self) -> Mapping[Span, str | None]:
        """Whom each person likely stands for, by name: what their title says, else the one named country where such names are usual."""
        named = {code for line in self.told for code in line.codes} - countries.ORGANISATIONS
        named |= {*filter(None, [self.national or self.own])}
        return {
            person.name: person.country or origins.likely(self.document.words(person.name), sorted(named))
            for person in self.people
        }

    @cached_property
    def agreements(self) -> tuple[agreements.Agreement, ...]:
        """Agreements, one entry each."""
        return agreements.find(self.document)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Cities, and capitals that are told of without their name."""
        named = places.find(self.document, self.people)
        return (*named, *capitals.find(locatives.passages(self.document), named))

    @cached_property
    def villages(self) -> tuple[Place, ...]:
        """Places that are said to be some, and that no gazetteer knows."""
        return villages.find(self.document, self.people, self.places)

    @cached_property
    def marks(self) -> tuple[topics.Mark, ...]:
        """Words that speak for topics, but not in the name of a paper of earlier days: that is background."""
        earlier = [paper.title for paper in self.agreements if paper.status == "referenced"]
        marks = topics.find(self.document)
        return tuple(m for m in marks if not any(name.start <= m.span.start < name.end for name in earlier))

    @cached_property
    def cues(self) -> tuple[cues.Cue, ...]:
        """Words that speak for kinds of events and their status."""
        return cues.find(self.document)

    @cached_property
    def home(self) -> str | None:
        """The paper's own country; where nothing is sure, the most named one of those that speak its language."""
        if self.own:
            return self.own
        language = self.document.clues.language
        spoken = countries.speaking(language)
        named = Counter(code for line in self.told for code in line.codes)
        if spoken and language not in _ANYWHERE:
            named.update(place.country for place in self.places)
            named = Counter({code: times for code, times in named.items() if code in spoken})
            if not named and any(person.counterpart for person in self.people):
                return _SPOKEN_FIRST.get(language)
        return next((code for code, _ in named.most_common() if code not in countries.ORGANISATIONS), None)

    @cached_property
    def own(self) -> str | None:
        """The paper's own country for sure: the one where its language is written, unless the dateline is from another."""
        # papers of the national languages write from abroad, too
        known = self.national or self._publisher or self._agency or self._sent_from
        return known or self._beside_the_larger or countries.written_in(self.document.clues.language)

    @cached_property
    def _beside_the_larger(self) -> str | None:
        """The smaller country of a language, where something happens in one of its towns and the larger is not named."""
        code = _SMALLER.get(self.document.clues.language)
        larger = countries.written_in(self.document.clues.language)
        named = {code for line in self.told for code in line.codes} | {place.country for place in self.places}
        there = any(place.locative and place.country == code for place in self.places)
        return code if there and larger not in named else None

    @cached_property
    def national(self) -> str | None:
        """The country of a language whose papers say of foreigners only where they are from."""
        clues = self.document.clues
        return _NATIONAL.get(clues.spoken or clues.language)

    @cached_property
    def _publisher(self) -> str | None:
        """The only country in the outlet's name, else in a short line over the headline that names a state: 'Republic of Latvia'."""
        document = self.document
        title = document.clues.title
        heads = [document.words(line) for line in document.lines if title and line.end <= title.start]
        states = [head for head in heads if len(head.split()) <= _HEADING and _STATE.search(head)]
        for words in filter(None, [document.clues.outlet, *states]):
            every = countries.find(words, document.clues.language)
            # a river's: 'Moldau-Kurier'
            named = {m.code for m in every if not m.capital and words[m.end : m.end + 1] != "-"}
            if len(named - countries.ORGANISATIONS) == 1:
                return next(iter(named - countries.ORGANISATIONS))
        return None

    @cached_property
    def _agency(self) -> str | None:
        """The country of the national agency that the dateline names, or that the page is."""
        clues = self.document.clues
        words = self.document.words(clues.dateline) if clues.dateline else ""
        named = (clues.outlet, *re.findall(r"[^\W\d_][\w‘’'-]+", words))
        return next((countries.agencies()[name] for name in named if name in countries.agencies()), None)

    @cached_property
    def _sent_from(self) -> str | None:
        """The country of the dateline's town."""
        dateline = self.document.clues.dateline
        if dateline is None:
            return None
        capitals = countries.find(self.document.words(dateline), self.document.clues.language)
        towns = (place.country for place in self.places if place.dateline and place.country)
        return capitals[0].code if capitals else next(towns, None)

    @cached_property
    def askers(self) -> frozenset[str]:
        """Countries at whose request a call was made."""
        asking = (self._asking(cue) for cue in self.cues if cue.family == "call")
        return frozenset(code for code in asking if code)

    def _asking(self, cue: Cue) -> str | None:
        """The country that is named, or whose person is, nearest to 'at the request of' in the same line."""
        line = self.document.sent[cue.line - 1]
        words = self.document.words(line)
        named = [(m.start, m.end, m.code) for m in countries.find(words, self.document.clues.language)]
        for person in self.people:
            if person.country and cue.line in person.lines:
                surname = re.escape(self.document.words(person.name).split()[-1])
                named += [(*match.span(), person.country) for match in re.finditer(surname, words)]

        def gap(start: int, end: int) -> int:
            first, last = sorted([(start, end), (cue.span.start - line.start, cue.span.end - line.start)])
            between = words[first[1] : last[0]]
            return len(between) + _ACROSS * len(re.findall(r"[,;:.،]", between))

        at = cue.span.start - line.start
        if self.document.clues.language in _OWNER_FIRST:
            named = [(start, end, code) for start, end, code in named if end <= at] or named
        return min(((gap(start, end), code) for start, end, code in named), default=(0, None))[1]

    @cached_property
    def title(self) -> int:
        """Number of the line that is the headline; 0 where none is."""
        title = self.document.clues.title
        lines = self.document.sent
        return next((line.number for line in lines if title and line.start <= title.start < line.end), 0)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What each line tells."""
        return read(self.document)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """The events as code sees them, the news first."""
        return scenes.find(self.teller())

    def teller(self) -> Teller:
        """What the lines tell, with who acts in them and where they are set."""
        own = self.own
        people = [
            (person.country or (own if person.role else None), person) for person in self.people if not person.absent
        ]
        lines = [line.number for line in self.told]
        return Teller(
            self.document,
            self.told,
            present={n: frozenset(code for code, person in people if code and n in person.lines) for n in lines},
            around={n: frozenset(p.country for p in self.places if p.line == n) for n in lines},
            home=[self.home] if self.home else [],
            persons={n: frozenset(i for i, (_, person) in enumerate(people) if n in person.lines) for n in lines},
            people=[person for _, person in people],
            origins=[self.origins[person.name] for _, person in people],
            papers=self.agreements,
        )
