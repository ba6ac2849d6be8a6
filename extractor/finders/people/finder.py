"""Persons that a text names beside an office, a rank, a courtesy title or as somebody's counterpart (R18 to R24)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import cast

from extractor.document import Document, Line, Span
from extractor.finders.people import cases, coreference, eastern, uncased
from extractor.finders.people.absence import is_absent
from extractor.finders.people.coreference import Mention
from extractor.finders.people.gaps import quoted
from extractor.finders.people.names import Run, Runs
from extractor.finders.people.title import Title
from extractor.finders.people.titles import Titles
from extractor.finders.people.wording import Mark, Passage, passages
from extractor.normalise import offices
from extractor.normalise.fold import fold_text
from extractor.schemas.defence.values import Role

_VAGUE = "vague:"
_OPEN = frozenset("of the for de la le les l' du des del della der das dem den do da van al".split())  # noqa: SIM905  # words
"""Words with which no office ends."""
_LEADING = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "defence_minister",
        "foreign_minister",
        "chief_of_defence",
        "deputy_defence_minister",
    }
)
"""Offices that a host or counterpart without one of his own can be taken to hold."""


_GENITIVE = frozenset({"pl", "cs", "sk", "ru", "uk", "be", "bg", "sr", "sl"})
"""Languages in which a word with a capital behind an office alone is rather what it is the office of: 'szef Zarządu Szkolenia'."""
_HEADS = frozenset({"head_of_state", "head_of_government"})
"""Offices whose holder a sentence names in passing: 'the minister met the president and his counterpart'."""


@dataclass(frozen=True)
class Person:
    """Somebody named in the lines that were sent. Spans are raw code points of the document's text, end exclusive.

    `name` is the fullest form (R22), `rank` stands before some mention, `role` is the highest office beside any
    mention (R21), None where none is named. `country` is whom the words beside the name say they represent. `lines`
    are the numbers of all lines that mention them. `counterpart`: introduced as somebody's counterpart, whose role
    is then theirs. `absent`: the text says of them what makes them no participant (R18).
    """

    name: Span
    rank: Span | None
    role: Role | None
    office: Span | None
    country: str | None
    country_span: Span | None
    lines: tuple[int, ...]
    counterpart: bool
    absent: bool


@dataclass(frozen=True)
class _Read:
    """A document with its passages, their runs, and the offices in text order."""

    document: Document
    passages: tuple[Passage, ...]
    runs: dict[int, tuple[Run, ...]]

    def line(self, at: int) -> Line | None:
        """The line that was sent around raw offset `at`."""
        place = bisect_right(self.document.sent, at, key=attrgetter("start"))
        return line if place and at < (line := self.document.sent[place - 1]).end else None

    def offices(self, start: int, end: int) -> list[Mark]:
        """The offices between two raw offsets."""
        found = chain.from_iterable(p.marks("office") for p in self.passages if p.start < end and start < p.end)
        return [mark for mark in found if start <= mark.start and mark.end <= end]


def untitled(name: Span, line: int) -> Person:
    """Somebody of whom nothing but the name is known."""
    return Person(name, None, None, None, None, None, (line,), counterpart=False, absent=False)


@lru_cache(maxsize=8)
def find(document: Document) -> tuple[Person, ...]:
    """Every person named beside a title in the lines that were sent, one entry each, in order of first mention."""
    parts = passages(document)
    read = _Read(document, parts, {part.start: Runs(part).found for part in parts})
    titled = [mention for part in parts for mention in _titled(part, read.runs[part.start])]
    groups = [group for group in coreference.group(titled) if _is_person(group)]
    plain = _plain(read, titled, groups)
    known: list[Person] = []
    for group in groups:
        known.append(_person(read, group, plain[id(group)], known))
    return tuple(known)


def _titled(passage: Passage, runs: tuple[Run, ...]) -> Iterator[Mention]:
    """The names of a passage that stand beside a title."""
    if passage.language in eastern.LANGUAGES:
        for run, title in eastern.find(passage):
            rank = fold_text(passage.document.text[title.rank.start : title.rank.end]) if title.rank else None
            yield Mention(run, title, passage.language, rank)
        return
    uncapitalised = uncased.find(passage)
    every = tuple(sorted((*runs, *uncapitalised), key=lambda run: run.start))
    titles = Titles(passage, every)
    last: tuple[Run, Title] | None = None
    for run in every:
        title = titles.read(run)
        if last:
            titles.share(title, run, *last)
        last = (run, title)
        if (
            title.evidence
            and not quoted(passage.document.text, title.start, run.end)
            and not (
                quoted(passage.document.text, run.start, run.end)
                and all(office.value == "commander" for office in title.offices)
            )
            and not (run.single and not titles.names_alone(title, run))
        ):
            rank = fold_text(passage.document.text[title.rank.start : title.rank.end]) if title.rank else None
            yield Mention(run, title, passage.language, rank)


def _is_person(group: Sequence[Mention]) -> bool:
    """Whether a group is a person of its own: an Arabic surname alone, or a bare word after a courtesy title, is none."""
    if all(m.run.single for m in group):
        if group[0].language in {"ar", "fa", "ur"}:
            return False
        sure = any(m.title.rank or m.title.courtesy for m in group)
        return sure or (group[0].language not in _GENITIVE and any(m.title.offices for m in group))
    return True


def _plain(read: _Read, titled: list[Mention], groups: list[list[Mention]]) -> dict[int, list[Mention]]:
    """Mentions without a title, by group: the words of a known name."""
    found: dict[int, list[Mention]] = {id(group): [] for group in groups}
    people = coreference.People(groups)
    taken = {mention.run.start for mention in titled}
    for part in read.passages:
        for run in (*read.runs[part.start], *_surnames(part)):
            if run.start not in taken and (hit := _resolved(run, part, people)):
                found[id(groups[hit[1]])].append(hit[0])
    return found


def _surnames(part: Passage) -> list[Run]:
    """Every word of an Arabic text that could be a surname."""
    if part.language not in {"ar", "fa", "ur"}:
        return []
    return [
        Run(word.start, word.end, (word,)) for word in part.words if word.text.startswith("ال") and len(word.text) > 4
    ]


def _resolved(run: Run, part: Passage, people: coreference.People) -> tuple[Mention, int] | None:
    """A run, or part of it where other words have capitals too, that means a known person, and that person's number."""
    size = len(run.words)
    for first, last in sorted(((a, b) for a in range(size) for b in range(a + 1, size + 1)), key=lambda s: s[0] - s[1]):
        mention = Mention(run.cut(first, last), Title(run.start), part.language)
        if len(mention.parts[-1]) > 2 and (person := people.resolve(mention)):
            opening = first == 1 and run.start in part.sentences
            if first == 0 or opening:
                return mention, person.number
    return None


def _person(read: _Read, group: list[Mention], plain: list[Mention], known: Sequence[Person]) -> Person:
    every = sorted((*group, *plain), key=lambda mention: mention.run.start)
    counterpart = any(m.title.counterpart for m in group)
    role, office = _role(read, group)
    if role is None and (counterpart or any(m.title.host for m in group)):
        role = _shared_role(read, group, known)
    role = role or cast("Role | None", next((m.title.led for m in group if m.title.led), None))
    country = next((m.title.country for m in group if m.title.country), None)
    starts = {m.run.start for m in every}
    lines = {line.number for at in starts if (line := read.line(at))}
    return Person(
        name=_name(read, every),
        rank=_rank(group),
        role=role,
        office=office,
        country=country.value if country else None,
        country_span=Span(country.start, country.end) if country else None,
        lines=tuple(sorted(lines)),
        counterpart=counterpart,
        absent=is_absent(read.passages, group, every, counterpart=counterpart),
    )


def _rank(group: Sequence[Mention]) -> Span | None:
    """The rank before the fullest mention that has one."""
    ranked = [m for m in group if m.title.rank]
    return max(ranked, key=lambda m: m.full).title.rank if ranked else None


def _role(read: _Read, group: Sequence[Mention]) -> tuple[Role | None, Span | None]:
    """The highest role of a person's offices and its words; a minister without a department has the defence."""
    held = [mark for mention in group for mark in mention.title.offices]
    sure = [mark for mark in held if not mark.value.startswith(_VAGUE)]
    if any(mark.value == "other" for mark in sure):
        held = sure
    best = min(held, key=lambda mark: offices.order(_role_of(mark)), default=None)
    if best:
        same = [mark for mark in sure if mark.value == _role_of(best)]
        return _role_of(best), _without_state(read, (same or [best])[0])
    return None, None


def _role_of(office: Mark) -> Role:
    return cast("Role", office.value.removeprefix(_VAGUE))


def _without_state(read: _Read, office: Mark) -> Span:
    """The words of an office without a state's name or a preposition at its ends."""
    part = next(p for p in read.passages if p.start <= office.start < p.end)
    words = list(part.between(office.start, office.end))
    while len(words) > 1 and (part.covered(words[-1], "country") or fold_text(words[-1].text) in _OPEN):
        words.pop()
    start = office.start
    while len(words) > 1 and part.covered(words[0], "country"):
        start = words.pop(0).end + 1
    return Span(start, words[-1].end if words else office.end)


def _shared_role(read: _Read, group: Sequence[Mention], known: Sequence[Person]) -> Role | None:
    """The role of the one whose counterpart or host somebody is: the last leading office before, in the sentence or at all."""
    first = next((m for m in group if m.title.counterpart or m.title.host), group[0])
    at = first.title.start
    part = next(p for p in read.passages if p.start <= at < p.end)
    for start in (part.sentence(at).start, part.start, 0):
        roles = [_role_of(mark) for mark in reversed(read.offices(start, at))]
        for role in sorted(roles, key=_HEADS.__contains__):
            if role in _LEADING or (start and role != "other"):
                return role
        if before := [person for person in known if person.role and start <= person.name.start < at]:
            return before[-1].role
    return None


def _name(read: _Read, every: Sequence[Mention]) -> Span:
    """The fullest form, initials counted last; of equally full ones the shortest, which in inflected languages is the nominative."""
    language = read.document.clues.language
    fullest = max((m.full, len(m.parts)) for m in every)
    full = [m for m in every if (m.full, len(m.parts)) == fullest]
    inflected = language in {"ru", "uk", "pl", "az", "tr", "cs", "ro", "sk", "sl", "sr", "hu", "fi"}
    best = min(full, key=lambda m: (m.span.end - m.span.start if inflected else 0, m.run.start))
    words = read.document.text[best.span.start : best.span.end]
    return Span(
        best.span.start,
        best.span.start + len(coreference.cut_ending(words, language, cases.case(read.document, best))),
    )
