"""Whom each person of an event stands for, and what they do there beside taking part (R20, R24)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.document import Span
from extractor.finders.arguments import delegations
from extractor.finders.events.scenes import Scene
from extractor.finders.found import Found
from extractor.finders.people import Person
from extractor.finders.people.gaps import ENVOYS
from extractor.finders.people.wording import passages
from extractor.normalise import countries, origins

_CREWS = frozenset({"port_call", "education_exchange"})
"""Kinds in which a commander without a state leads those who have come: a ship's captain, a team of instructors."""
_LEADERS = frozenset({"commander", "official"})
_UNIT = 25
"""Code points around an office within which it is said of what: 'captain of the frigate'."""
_DYAD = 2
_QUOTED = re.compile(r"[\"“”„«»]|\s[-–—]\s")
"""Where what is quoted ends, and the words about its speaker begin."""
_APPOSITION = re.compile(r",[^,;.()\n]{4,90}(?=[,;.)])")
_TITLE = 60
"""Code points around a name within which words for guests are said of its bearer."""
_CLAUSE = re.compile(
    r", (?:who|the|head|commander|leader|qui|chef|quien|que|jefe|che|capo|der|die|Leiter|Chef|котор\w+|який|яка|który|która)\s[^,;.()\n]*"
)
_GUESTS = re.compile(
    r"\b(?:(?:the )?visiting (?:delegation|contingent|troops|unit|ship|crew|team|force|soldiers|squadron|general|officer|side)"
    r"|Gästekontingent\w*|(?:délégation|contingent|troupe|section|équipe) (?:visiteu\w+|invitée?)"
    r"|(?:delegación|contingente|buque|delegação|navio|equip[oa]) visitante"
    r"|konuk (?:heyet|birlik|gemi)\w*|qonaq (?:heyət|nümayəndə)\w*)",
    re.IGNORECASE,
)
"""Words that say of a delegation, a unit or a ship that it has come from elsewhere."""
_OWNED = re.compile(r"\W{0,3}(?:(?:of|de|du|del|della|do|da|von|der) (?:the |la )?)?")
"""What stands between an office and its state."""
_BY = re.compile(r"\b(?:by|von|par|por|with|mit|avec|con|com|ise|isə)\b", re.IGNORECASE)
"""What begins the name of somebody else than the guests' leader: 'was received by'."""


@dataclass(frozen=True)
class Sides:
    """The persons of one event between its parties, `place` being the country where it happens."""

    found: Found
    scene: Scene
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    place: str | None

    @cached_property
    def countries(self) -> list[str | None]:
        """Whom each person stands for: what their title or sentence says, what follows from the others, the paper's own country."""
        names = [person.name for person in self.found.people]
        known = [
            delegations.under(self.found.document, person.name, names, self.parties)
            or person.country
            or (None if person.counterpart else self._of_counterpart(person))
            or origins.likely(self.found.document.words(person.name), self.parties)
            or delegations.over(self.found.document, person.name, names, self.parties)
            or self._beside(person)
            for person in self.people
        ]
        said = tuple(known)
        for index, person in enumerate(self.people):
            known[index] = known[index] or self._sent(index, said) or self._visiting(person)
        for index, person in enumerate(self.people):
            if known[index] is None:
                opposite = self._opposite(index, known) if person.counterpart else None
                known[index] = opposite or self._guest(person)
        self._share_out(known)
        unsaid = [code for code in self.parties if code not in known]
        given = self.place if self.scene.event_type == "military_aid" and self.place in self.parties else None
        default = unsaid[0] if len(unsaid) == 1 and len(self.parties) == _DYAD else given or self._own
        return [code or default for code in known]

    def functions(self) -> list[str]:
        """Who signs, and who asked for a call; host and visitor follow from the place (R20)."""
        if self.scene.event_type == "call":
            asked = next((index for index, code in enumerate(self.countries) if code in self.found.askers), None)
            return ["initiator" if index == asked else "participant" for index in range(len(self.people))]
        return ["signatory" if self._signing & {*person.lines} else "participant" for person in self.people]

    @cached_property
    def _signing(self) -> frozenset[int]:
        """Lines that tell of a signing, with those into which a long sentence goes on."""
        document = self.found.document
        lines = {cue.line for cue in self.found.cues if cue.value == "signing" and not cue.denied}
        for line in document.sent:
            if line.number - 1 in lines and document.words(document.sent[line.number - 2]).endswith(","):
                lines.add(line.number)
        return frozenset(lines)

    @cached_property
    def _own(self) -> str | None:
        """The party whose people need no state beside their names: the paper's, else the one of the place."""
        return next((code for code in (self.found.home, self.place) if code in self.parties), None)

    @cached_property
    def _away(self) -> str | None:
        """The other party than the one of the place, else of the paper."""
        here = next((code for code in (self.place, self.found.home) if code in self.parties), None)
        return self._other(here)

    def _other(self, code: str | None) -> str | None:
        """The other one of two parties."""
        if code not in self.parties or len(self.parties) != _DYAD:
            return None
        return next(party for party in self.parties if party != code)

    def _beside(self, person: Person) -> str | None:
        """The one party that a person's sentence names before them, or the words between commas right behind them."""
        document = self.found.document
        start, end = self._around(person)
        spoken = [start + mark.end() for mark in _QUOTED.finditer(document.text[start : person.name.start])]
        start = max([start, *spoken])
        behind = _APPOSITION.match(document.text, person.name.end, end)
        return self._only(start, person.name.start) or (self._only(*behind.span()) if behind else None)

    def _around(self, person: Person) -> tuple[int, int]:
        """Raw offsets of the words that can speak of a person: of their line, up to the persons beside them."""
        line = next(line for line in self.found.document.sent if line.start <= person.name.start < line.end)
        others = [p.name for p in self.found.people if p is not person and line.start <= p.name.start < line.end]
        start = max([line.start, *(name.end for name in others if name.end <= person.name.start)])
        return start, min([line.end, *(name.start for name in others if name.start >= person.name.end)])

    def _only(self, start: int, end: int) -> str | None:
        """The one party named between two raw offsets, where it doesn't belong to somebody's title."""
        document = self.found.document
        found = countries.find(document.text[start:end], document.clues.language)
        taken = {other.country_span.start for other in self.found.people if other.country_span}
        free = [
            m for m in found if start + m.start not in taken and not self._of_other(start + m.start, start + m.end, end)
        ]
        named = {mention.code for mention in free}
        return next(iter(named)) if len(named) == 1 and named <= {*self.parties} else None

    def _of_other(self, start: int, end: int, at: int) -> bool:
        """Whether a state belongs to an office before the verb that stands before a name at `at`: 'the chief of Chile's navy met Admiral …'."""
        part = next((part for part in passages(self.found.document) if part.start <= start < part.end), None)
        offices = [mark for mark in part.marks("office") if mark.end <= at] if part else []
        if part is None or not offices:
            return False
        text = self.found.document.text
        own = any(
            _OWNED.fullmatch(text, mark.end, start) or (mark.start >= end and _OWNED.fullmatch(text, end, mark.start))
            for mark in offices[:-1]
        )
        between = part.between(end, offices[-1].start)
        return own and any(part.covered(word, "block") for word in between)

    def _sent(self, index: int, known: Sequence[str | None]) -> str | None:
        """An envoy stands for the party of the envoy named in the same line, else for the one not at home where they serve."""
        person = self.people[index]
        if person.role not in ENVOYS:
            return None
        attache = person.role == "attache"  # a state has one ambassador in a place
        beside = {
            code
            for other, code in zip(self.people, known, strict=True)
            if code
            and other.role in ENVOYS
            and (attache or other.role == "attache")
            and {*other.lines} & {*person.lines}
        }
        return next(iter(beside)) if len(beside) == 1 and beside <= {*self.parties} else self._away

    def _visiting(self, person: Person) -> str | None:
        """The party that is away from home, of one whose title or clause says that they are with the guests."""
        document = self.found.document
        start, end = self._around(person)
        words = document.text[max(start, person.name.start - _TITLE) : person.name.start]
        title = _GUESTS.search(words)
        ours = title is not None and not _BY.search(words, title.end())
        behind = _CLAUSE.match(document.text, person.name.end, min(end, person.name.end + _TITLE))
        return self._away if ours or (behind and _GUESTS.search(behind.group())) else None

    def _guest(self, person: Person) -> str | None:
        """Who leads a ship, a crew or a team has come with it; who commands a base or a school is at home there."""
        if self.scene.event_type not in _CREWS or person.role not in _LEADERS:
            return None
        office = person.office
        if office is None:
            return self._away
        part = next(part for part in passages(self.found.document) if part.start <= office.start < part.end)
        unit = part.covered(Span(office.start - _UNIT, office.end + _UNIT), "unit")
        return self._away if unit and person.role == "commander" else None

    def _opposite(self, index: int, known: Sequence[str | None]) -> str | None:
        """A counterpart stands for the other party than the person before."""
        before = known[index - 1] if index else None
        return self._other(before or self._own)

    def _of_counterpart(self, person: Person) -> str | None:
        """The other party than that of an unnamed counterpart in the same sentence: 'the minister met his Thai counterpart'."""
        part = next(part for part in passages(self.found.document) if part.start <= person.name.start < part.end)
        end = min(part.sentence(person.name.start).end, self._around(person)[1])
        for mark in part.marks("counterpart"):
            if person.name.end <= mark.start < end:
                near = (Span(mark.start - 2, mark.start), Span(mark.end, mark.end + 3))
                beside = next((state for span in near if (state := part.covered(span, "country"))), None)
                return self._other(beside.value) if beside else None
        return None

    def _share_out(self, known: list[str | None]) -> None:
        """Two persons who sign together stand for one party each, the one without a state named first for the own one."""
        for number in self._signing & {*self.scene.lines}:
            pair = [index for index, person in enumerate(self.people) if number in person.lines]
            if len(pair) != _DYAD:
                continue
            first, second = pair
            if known[first] is None:
                known[first] = self._other(known[second]) or self._own
            if known[second] is None:
                known[second] = self._other(known[first])
