"""Stances with a political object: who supports, thanks for, offers, seeks or condemns what (SCHEMA 2.5; R29)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from extractor.document import Span
from extractor.finders import topics
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.details.scope import Scope
from extractor.normalise import countries, offices
from extractor.schemas.defence.record import Participant
from extractor.schemas.defence.values import Stance, Topic

_POLITICAL = frozenset({"territorial_integrity", "armed_conflict", "arms_control", "border_counterterrorism"})
_COURTEOUS = frozenset({"thanks", "congratulates", "states", "supports", "denies"})
"""What is a stance only towards something political: nobody's hospitality, no good relations."""
_VAGUE = frozenset({"military_cooperation", "other", "multilateral", "exchanges"})
"""What is too little said to be an object."""
_TOWARDS = frozenset({"thanks", "congratulates", "offers", "seeks", "supports"})
"""Stances that one of two takes towards the other."""
_SUBJECT = 40
"""Code points from the start of a sentence within which its subject stands."""
_PAIR = 2
_STEM = 3
"""Letters of the shortest stem of a surname."""
_CASES = dict.fromkeys(("ru", "uk", "pl", "cs", "sk", "sr", "bg", "hr"), 2)
"""Letters that the ending of a case has."""


@dataclass(frozen=True)
class _Speaker:
    name: str | None
    country: str | None


@dataclass(frozen=True)
class Position:
    """Who says what of whom. Without `speaker` and `country` both say it together; `clause` holds verb and object."""

    speaker: str | None
    country: str | None
    stance: Stance
    topic: Topic
    toward: str | None
    clause: Span


def find(scope: Scope) -> list[Position]:
    """Each stance once, in text order."""
    found: dict[tuple[str | None, str, str], Position] = {}
    last: Participant | None = None
    for sentence in scope.sentences:
        named = list(_named(scope, sentence))
        for stance, mark in _verbs(scope, sentence):
            topic = _topic(scope, sentence, mark)
            if topic and (topic in _POLITICAL if stance in _COURTEOUS else topic not in _VAGUE):
                for speaker in _speakers(scope, sentence, mark, named, last):
                    toward = _toward(scope, sentence, speaker.country, stance)
                    clause = Span(sentence.start, sentence.start + len(sentence.raw.rstrip()))
                    position = Position(speaker.name, speaker.country, stance, topic, toward, clause)
                    found.setdefault((speaker.name, stance, topic), position)
        last = named[0][1] if named else last
    return list(found.values())


def _speakers(
    scope: Scope, sentence: Sentence, verb: Span, named: list[tuple[int, Participant]], last: Participant | None
) -> list[_Speaker]:
    """Who is the subject of a verb, in a list of one: somebody named, a state, both sides, else who was named last.

    Nobody where an office without a name or a state isn't that of the one named last.
    """
    if _jointly(scope, sentence, verb):
        return [_Speaker(None, None)]
    person = next((person for at, person in reversed(named) if at < verb.start), None)
    if person:
        return [_Speaker(person.name, person.country)]
    before = scope.document.text[sentence.start : min(verb.start, sentence.start + _SUBJECT)]
    states = [m.code for m in countries.find(before, scope.language) if m.code in scope.event.parties]
    office = offices.find(before)
    if states and office:
        holder = next((p for p in scope.event.participants if (p.country, p.role) == (states[-1], office.role)), None)
        return [_Speaker(holder.name, holder.country)] if holder else []
    if states:
        return [_Speaker(None, states[-1])]
    goes_on = last and (office is None or office.role == last.role)
    return [_Speaker(last.name, last.country)] if last and goes_on else []


def _jointly(scope: Scope, sentence: Sentence, verb: Span) -> bool:
    """Whether both sides speak: 'the ministers' before the verb, nearer than any name."""
    subjects = [
        mark.start for kind in ("joint", "signers") for mark in scope.marks(kind, sentence) if mark.start < verb.start
    ]
    named = [at for at, _ in _named(scope, sentence) if at < verb.start]
    return bool(subjects) and max(subjects) > max(named, default=-1)


def _verbs(scope: Scope, sentence: Sentence) -> Iterator[tuple[Stance, Span]]:
    stances: tuple[Stance, ...] = get_args(Stance)
    for stance in stances:
        for mark in scope.marks(stance, sentence)[:1]:
            yield stance, mark


def _named(scope: Scope, sentence: Sentence) -> Iterator[tuple[int, Participant]]:
    """The participants that a sentence names, by surname, with the raw offset."""
    for at, person in sorted(
        (match.start(), n)
        for n, p in enumerate(scope.event.participants)
        if p.name
        for match in _surname(p.name, scope.language).finditer(sentence.raw)
    ):
        yield sentence.start + at, scope.event.participants[person]


@cache
def _surname(name: str, language: str) -> re.Pattern[str]:
    """A surname in any case: 'Хаддад' and 'Хаддада' are forms of one."""
    last, ending = name.rsplit(maxsplit=1)[-1], _CASES.get(language, 0)
    stem = last[: max(_STEM, len(last) - ending)]
    return re.compile(rf"(?<!\w){re.escape(stem)}\w{{0,{ending + 2}}}(?!\w)")


def _topic(scope: Scope, sentence: Sentence, verb: Span) -> Topic | None:
    """What a stance is about: the topic named first behind the verb, else the last one before it."""
    end = sentence.start + len(sentence.raw)
    inside = [m for m in topics.find(scope.document) if sentence.start <= m.span.start < end]
    behind = [m for m in inside if m.span.start >= verb.start]
    political = [m for m in behind if m.topic in _POLITICAL]
    chosen = next(iter((*political, *behind, *reversed(inside))), None)
    return cast("Topic", chosen.topic) if chosen else None


def _toward(scope: Scope, sentence: Sentence, own: str | None, stance: Stance) -> str | None:
    """The party that the sentence names beside the speaker's own; of two the other one, where a stance is towards somebody."""
    if own is None:
        return None
    named = [m.code for m in countries.find(sentence.raw, scope.language) if m.code != own]
    others = [code for code in scope.event.parties if code != own]
    beside = next((code for code in named if code in others), None)
    return beside or (others[0] if stance in _TOWARDS and len(scope.event.parties) == _PAIR and others else None)
