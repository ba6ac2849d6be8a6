"""Who took part: names split from ranks, each found in the text, one entry a person, functions by the place (R18 to R24)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from extractor.assemble.ledger import Ledger
from extractor.document import Document, Line, Span
from extractor.finders import people as finder
from extractor.finders import places
from extractor.finders.people import Person
from extractor.normalise import countries, names, offices, ranks
from extractor.schemas.defence.record import Participant
from extractor.schemas.defence.values import EventType, Function, Role
from extractor.schemas.defence.wire import WireParticipant
from extractor.schemas.record import Support

_REACH = 220
"""Code points before a name within which its office stands, in the same paragraph and after any other participant."""
_APPOSITION = re.compile(r"\s?[,(–-]\s?[^,.;()\n]{4,80}")
_ALIKE = frozenset({"meeting", "multilateral", "staff_talks", "signing"})
"""Kinds whose participants are all alike in a third country."""
_SIGNATORY_IN = frozenset({"signing", "arms_deal"})


def assemble(
    people: Sequence[WireParticipant], ledger: Ledger, path: str, event_type: EventType, place: str | None
) -> list[Participant]:
    """The participants at `path` of the record; one that the text doesn't name is left out, with a warning."""
    kept: list[Participant] = []
    named = [names.bare(person.name or "")[1] for person in people]
    scene = _Scene(event_type, place, tuple(named), finder.find(ledger.grounding.document))
    by_fullness = sorted(
        range(len(people)), key=lambda index: -len(named[index].split())
    )  # the fullest form counts (R22)
    for person in (people[index] for index in by_fullness):
        entry = ledger.fork()
        at = f"{path}/{len(kept)}"
        found = _participant(person, entry, at, scene)
        if found is None:
            ledger.warn(path, "participant_left_out", f"{person.name!r} ({person.role}): no such person in the text")
        elif any(found.name and other.name and names.same_person(found.name, other.name) for other in kept):
            ledger.warn(path, "duplicate_participant", f"{found.name!r} was answered twice")
        else:
            ledger.merge(entry)
            kept.append(found)
    return kept


def without_host(
    participants: Sequence[Participant], event_type: EventType, place: str | None, parties: Sequence[str]
) -> list[Participant]:
    """The participants; of talks in a third country all take part alike, nobody is host or visitor (R20)."""
    at_home = {*parties, *(person.country for person in participants)}
    if event_type not in _ALIKE or place is None or place in at_home:
        return list(participants)
    return [
        person.model_copy(update={"function": "participant"}) if person.function in {"host", "visitor"} else person
        for person in participants
    ]


@dataclass(frozen=True)
class _Scene:
    """What all participants of an event share: its type, its country, everybody's name, and the persons that code knows."""

    event_type: EventType
    place: str | None
    names: tuple[str, ...]
    known: tuple[Person, ...]

    def who(self, name: str, ledger: Ledger) -> Person | None:
        """The person of that name whom code found beside a title."""
        words = ledger.grounding.document.words
        return next((person for person in self.known if names.same_person(name, words(person.name))), None)


def _participant(person: WireParticipant, ledger: Ledger, at: str, scene: _Scene) -> Participant | None:
    said_rank, bare = names.bare(person.name or "")
    name = ledger.verbatim(f"{at}/name", bare) if bare else None
    if name is None or not _is_person(name, ledger):
        return None
    country = country_of(person.country, ledger, f"{at}/country")
    rank = _rank(name, person.rank or said_rank, scene.who(name, ledger), ledger, f"{at}/rank")
    role, office = _office(name, person.role, scene, ledger, at)
    return Participant(
        name=name,
        rank=rank,
        role=role,
        country=country,
        function=_function(person.function, scene.event_type, country, scene.place),
        name_norm=names.latin(name, ledger.grounding.document.clues.language),
        rank_norm=ranks.to_norm(rank) if rank else None,
        office=office,
    )


def _is_person(name: str, ledger: Ledger) -> bool:
    """Whether words that stand in the text can name a person, not a body or a country."""
    language = ledger.grounding.document.clues.language
    return names.plausible(name) and not countries.names_organisation(name) and not countries.is_country(name, language)


def _office(name: str, said: Role, scene: _Scene, ledger: Ledger, at: str) -> tuple[Role, str | None]:
    """Role and verbatim office from the words around the name; the model's role where they name no office."""
    document = ledger.grounding.document
    known = scene.who(name, ledger)
    if known and known.role and known.office:
        ledger.put(f"{at}/office", Support(status="found", start=known.office.start, end=known.office.end))
        ledger.derived(f"{at}/role", known.office.start, known.office.end)
        return known.role, document.words(known.office)
    if known:
        return known.role or said, None
    for line in document.sent:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}", document.words(line)):
            at_name = line.start + match.start()
            start = max(_clause(document, line), at_name - _REACH)
            before = document.text[start:at_name]
            for other in scene.names:
                cut = before.rfind(other) + len(other) if other and other in before else 0
                start, before = start + cut, before[cut:]
            found = offices.held_before(before, document.clues.language)
            after = _APPOSITION.match(document.text, line.start + match.end())
            if found is None and after:
                start, found = after.start(), offices.find(after.group(), document.clues.language)
            if found:
                span = (start + found.start, start + found.end)
                ledger.put(f"{at}/office", Support(status="found", start=span[0], end=span[1]))
                ledger.derived(f"{at}/role", *span)
                return cast("Role", found.role), document.text[slice(*span)]
    return said, None


def _clause(document: Document, line: Line) -> int:
    """Where the sentence of a line starts: a long sentence is cut after clauses into several lines."""
    start = line.start
    for earlier in reversed([other for other in document.sent if other.end <= line.start]):
        if "\n" in document.text[earlier.end : start] or document.words(earlier).endswith((".", "!", "?")):
            break
        start = earlier.start
    return start


def _rank(name: str, said: str | None, known: Person | None, ledger: Ledger, path: str) -> str | None:
    """The rank that stands before the name anywhere in the text; else the model's, if the text has it in a line with the name."""
    document = ledger.grounding.document
    if known and known.rank:
        return ledger.verbatim(path, document.words(known.rank))
    if known:
        return None
    for line in document.sent:
        words = document.words(line)
        at = words.find(name)
        if at >= 0 and (span := ranks.before(words, at)):
            start, end = line.start + span[0], line.start + span[1]
            ledger.put(path, Support(status="found", start=start, end=end))
            return document.text[start:end]
    if said is None or ranks.to_norm(said) is None:
        return None
    support = ledger.grounding.find(said)
    beside = any(said in document.words(line) and name in document.words(line) for line in document.sent)
    if beside:
        return ledger.verbatim(path, said)
    return ledger.refuse(path, said, support if support.status == "contradicted" else Support(status="absent"))


def country_of(written: str | None, ledger: Ledger, path: str) -> str | None:
    """Code of a country or organisation as the model wrote it, if the text names it, one of its towns or 'our country'.

    Else None, with a warning.
    """
    if written is None:
        return None
    document = ledger.grounding.document
    code = countries.to_code(written, document.clues.language)
    if code is None:
        ledger.warn(path, "unknown_country", f"{written!r} is no country or organisation known here")
        return None
    for line in document.sent:
        for mention in countries.find(document.words(line), document.clues.language):
            if mention.code == code:
                ledger.derived(path, line.start + mention.start, line.start + mention.end)
                return code
    if own := _implied(code, document):
        ledger.derived(path, own.start, own.end)
        return code
    return code if ledger.refuse(path, f"{written} ({code})", Support(status="absent")) else None


def _implied(code: str, document: Document) -> Span | None:
    """What stands for a country that the text doesn't name: a town, 'our country', an own minister where the language is only its."""
    language = document.clues.language
    towns = (place.city for place in places.find(document) if place.country == code)
    ours = countries.own_land(document.text) if code in countries.speaking(language) else None
    own = (p.office for p in finder.find(document) if p.office and not p.country and not p.counterpart)
    minister = next(own, None) if countries.written_in(language) == code else None
    return next(towns, None) or (Span(*ours) if ours else minister)


def _function(said: Function, event_type: EventType, country: str | None, place: str | None) -> Function:
    """R20: host and visitor by where the event is; both participants in a third country; initiators only in calls."""
    if said == "mentioned":
        return said
    if event_type == "call":
        return "initiator" if said == "initiator" else "participant"
    if said == "signatory" and event_type in _SIGNATORY_IN:
        return said
    if place and country:
        return "host" if country == place else "visitor"
    return said if said in {"host", "visitor"} else "participant"
