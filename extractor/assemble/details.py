"""EXTENDED (SCHEMA 2.2 to 2.5, tier X): what code finds of each assembled event beyond CORE, each value with its words."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from extractor.assemble.ledger import Ledger
from extractor.document import Span
from extractor.finders.details import amounts, bodies, duration, forums, papers, programme, reason, stances, venue
from extractor.finders.details.scope import Scope, scopes
from extractor.normalise import names, ranks
from extractor.schemas.defence.record import Agreement, Event, Participant, Position

_DAY = len("2024-01-01")
_PAIR = 2
_NEAR = 2
"""Days between a session and what two do on its margins."""
_OF_BODIES = frozenset({"official", "commander", "service_chief", "chief_of_defence", "igo_official", "other"})
"""Roles whose office goes on with a body's name; a minister's or an envoy's goes on with a state's."""
V = TypeVar("V")


def fill(events: Sequence[Event], ledger: Ledger) -> list[Event]:
    """The events with their details; `ledger` gets what they rest on."""
    every = scopes(ledger.grounding.document, events)
    filled = [
        _filled(event, scope, ledger, f"/events/{n}")
        for n, (event, scope) in enumerate(zip(events, every, strict=True))
    ]
    return [_beside(event, filled, ledger, f"/events/{n}") for n, event in enumerate(filled)]


def _filled(event: Event, scope: Scope, ledger: Ledger, path: str) -> Event:
    items = programme.find(scope)
    for index, span in enumerate(items.values()):
        ledger.derived(f"{path}/protocol/{index}", span.start, span.end)
    changed = {
        "end_date": _derived(duration.find(scope), ledger, f"{path}/end_date"),
        "location_venue": _words(venue.find(scope), ledger, f"{path}/location_venue"),
        "event_name": _words(forums.name(scope), ledger, f"{path}/event_name"),
        "on_margins_of": _words(forums.accompanied(scope), ledger, f"{path}/on_margins_of"),
        "protocol": list(items),
        "assets": _list(amounts.assets(scope), ledger, f"{path}/assets"),
        "personnel": _derived(amounts.personnel(scope), ledger, f"{path}/personnel"),
        "value": _words(amounts.value(scope), ledger, f"{path}/value"),
        "status_reason": _words(reason.find(scope), ledger, f"{path}/status_reason"),
        "agreements": [
            _paper(p, scope, ledger, path, f"{path}/agreements/{n}") for n, p in enumerate(event.agreements)
        ],
        "positions": _positions(scope, ledger, path),
        "participants": [
            *(_of_body(p, ledger, f"{path}/participants/{n}") for n, p in enumerate(event.participants)),
            *_mentioned(scope, ledger, f"{path}/participants"),
        ],
    }
    return event.model_copy(update=changed)


def _beside(event: Event, every: Sequence[Event], ledger: Ledger, path: str) -> Event:
    """A contact of two in the days of a session that the article has a name for is on its margins (R4)."""
    if event.on_margins_of and event.on_margins_of == event.event_name:
        del ledger.support[f"{path}/on_margins_of"]
        return event.model_copy(update={"on_margins_of": None})
    session = next((n for n, other in enumerate(every) if _accompanies(event, other)), None)
    if session is None or event.on_margins_of:
        return event
    ledger.put(f"{path}/on_margins_of", ledger.support[f"/events/{session}/event_name"])
    return event.model_copy(update={"on_margins_of": every[session].event_name})


def _accompanies(event: Event, session: Event) -> bool:
    """Whether a meeting of two was held within days of a session with a name; a date that the text doesn't hold is none."""
    kinds = (event.event_type, event.status, session.event_type, session.status)
    if kinds != ("meeting", "held", "multilateral", "held") or not session.event_name or len(event.parties) != _PAIR:
        return False
    said = (e.date for e in (event, session) if e.date_basis != "none")
    days = [date.fromisoformat(day) for day in said if day and len(day) == _DAY]
    return len(days) == _PAIR and abs(days[0] - days[1]).days <= _NEAR


def _words(span: Span | None, ledger: Ledger, path: str) -> str | None:
    """The words of a span, found at `path`."""
    if span is None:
        return None
    ledger.put(path, ledger.grounding.found(span))
    return ledger.grounding.document.text[span.start : span.end]


def _derived(found: tuple[V, Span] | None, ledger: Ledger, path: str) -> V | None:
    """A value, derived at `path` from its words."""
    if found is None:
        return None
    ledger.derived(path, found[1].start, found[1].end)
    return found[0]


def _list(spans: Sequence[Span], ledger: Ledger, path: str) -> list[str]:
    return [words for index, span in enumerate(spans) if (words := _words(span, ledger, f"{path}/{index}"))]


def _person(name: str, scope: Scope, ledger: Ledger, event: str, path: str) -> None:
    """Note at `path` that a name is that of a participant of the event at `event`, with the same words."""
    number = next(n for n, person in enumerate(scope.event.participants) if person.name == name)
    if support := ledger.support.get(f"{event}/participants/{number}/name"):
        ledger.put(path, support)


def _paper(paper: Agreement, scope: Scope, ledger: Ledger, event: str, path: str) -> Agreement:
    """An agreement with what it holds, who signed it and when."""
    signatories = papers.signatories(scope, paper)
    for index, name in enumerate(signatories):
        _person(name, scope, ledger, event, f"{path}/signatories/{index}")
    changed = {
        "provisions": _list(papers.provisions(scope, paper), ledger, f"{path}/provisions"),
        "signatories": signatories,
        "sign_date": _derived(papers.sign_date(scope, paper), ledger, f"{path}/sign_date"),
    }
    return paper.model_copy(update=changed)


def _of_body(person: Participant, ledger: Ledger, path: str) -> Participant:
    """A participant with the body that the words of the office name."""
    document, held, name = ledger.grounding.document, _span(ledger, f"{path}/office"), _span(ledger, f"{path}/name")
    if held is None:
        return person
    if name and person.role in _OF_BODIES:
        held = bodies.whole_office(document, held, name, person.rank)
    changed = {
        "office": _words(held, ledger, f"{path}/office"),
        "organisation": _words(bodies.find(document, held), ledger, f"{path}/organisation"),
    }
    return person.model_copy(update=changed)


def _span(ledger: Ledger, path: str) -> Span | None:
    """Where a value stands."""
    support = ledger.support.get(path)
    if support is None or support.start is None or support.end is None:
        return None
    return Span(support.start, support.end)


def _positions(scope: Scope, ledger: Ledger, event: str) -> list[Position]:
    made: list[Position] = []
    for found in stances.find(scope):
        path, quote = f"{event}/positions/{len(made)}", ledger.grounding.quote(found.clause)
        ledger.put(f"{path}/evidence/0", ledger.grounding.found(quote))
        if found.speaker:
            _person(found.speaker, scope, ledger, event, f"{path}/speaker")
        made.append(
            Position(
                speaker=found.speaker,
                country=found.country,
                stance=found.stance,
                topic=found.topic,
                toward=found.toward,
                evidence=[quote],
            )
        )
    return made


def _mentioned(scope: Scope, ledger: Ledger, path: str) -> list[Participant]:
    """Persons with an office who are in these sentences and take no part: congratulated, appointed, absent (R18)."""
    document = scope.document
    taking = [person.name for person in scope.event.participants if person.name]
    lines = {sentence.line for sentence in scope.sentences}
    made: list[Participant] = []
    for person in scope.persons:
        name = document.words(person.name)
        known = any(names.same_person(name, other) for other in taking)
        if known or not person.absent or not person.office or not lines & {*person.lines}:
            continue
        at = f"{path}/{len(scope.event.participants) + len(made)}"
        rank = _words(person.rank, ledger, f"{at}/rank")
        made.append(
            Participant(
                name=_words(person.name, ledger, f"{at}/name"),
                rank=rank,
                role=person.role or "other",
                country=person.country,
                function="mentioned",
                name_norm=names.latin(name, document.clues.language),
                rank_norm=ranks.to_norm(rank) if rank else None,
                office=_words(person.office, ledger, f"{at}/office"),
            )
        )
        if person.country_span:
            ledger.derived(f"{at}/country", person.country_span.start, person.country_span.end)
    return made
