"""Persons who share one office: 'the ministers of Chile and Peru, Ana Ruiz and Luis Soto', each for one of the states beside it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TypeVar

from extractor.document import Span
from extractor.finders.people.gaps import AND, GLUE, Gaps
from extractor.finders.people.names import Run
from extractor.finders.people.nations import Nations
from extractor.finders.people.title import Title
from extractor.finders.people.wording import Mark, Passage
from extractor.normalise.fold import fold_text

_LEADS_IN = re.compile(r"[\s,،:()–—-]*")
"""What may stand between such an office, or its states, and the first name."""
_SEVERAL = re.compile(
    r"\b(?:ministers|chiefs|secretaries|commanders|ministres|chefs|ministros|ministras|jefes|ministri|capi|miniștri(?:i)?|ministrowie|szefowie"
    r"|bakanları|başkanları|komutanları|nazirləri|rəisləri|komandanları|министры|главы|начальники|командующие|міністри|очільники|глави)\b",
    re.IGNORECASE,
)
"""Words of offices that several hold."""
_FEWEST = 2
_S = TypeVar("_S", bound=Span)


def find(passage: Passage, runs: Sequence[Run]) -> dict[int, tuple[Mark, Mark | None]]:
    """Raw offset of a name's start → the office and its state, for all names of a list behind an office of several.

    States are told where as many are listed as names.
    """
    found: dict[int, tuple[Mark, Mark | None]] = {}
    gaps = Gaps(passage, tuple(runs))
    for office in passage.marks("office"):
        states = _behind(gaps, office) or _before(gaps, office)
        names = _names(gaps, max([office.end, *(state.end for state in states)]))
        if len(states) == len(names) >= _FEWEST:
            found |= {run.start: (office, state) for run, state in zip(names, states, strict=True)}
        elif not states and len(names) >= _FEWEST and _SEVERAL.search(gaps.text(office.start, office.end)):
            found |= {run.start: (office, None) for run in names}
    return found


def inherit(nations: Nations, title: Title, run: Run, before: Run, its: Title) -> None:
    """Give a name of a list the office of the name before: 'ministers Ana Ruiz of Chile and Bo Dahl of Norway'."""
    gaps = nations.gaps
    office = next((o for o in its.offices if o.end <= before.start), None)
    between = gaps.passage.between(before.end, run.start)
    listed = between and not [w for w in gaps.odd(before.end, title.start) if fold_text(w.text) not in AND]
    behind = None if title.evidence else nations.behind(run)
    country = behind or _elided(gaps, before, title.start)
    if listed and country and not run.single and (office or its.counterpart):
        title.offices += [office] if office else []
        title.counterpart = its.counterpart
        title.country = country


def _elided(gaps: Gaps, before: Run, at: int) -> Mark | None:
    """The state of an office that goes without saying: 'the ministers of Peru, Ana Ruiz, and of Chile, Bo Dahl'."""
    states = [c for c in gaps.passage.marks("country") if before.end <= c.start and c.end <= at]
    joined = any(fold_text(word.text) in AND for word in gaps.passage.between(before.end, at))
    return states[0] if len(states) == 1 and joined and gaps.is_light(states[0].end, at) else None


def _behind(gaps: Gaps, office: Mark) -> list[Mark]:
    """The states listed behind an office: 'the defence ministers of Chile, Peru and Bolivia'."""
    states = [state for state in gaps.passage.marks("country") if state.start >= office.end]
    return list(_listed(gaps, states)) if states and _touch(gaps, office.end, states[0].start) else []


def _before(gaps: Gaps, office: Mark) -> list[Mark]:
    """The states listed in front of an office: 'the Chilean and Peruvian ministers'."""
    states = [state for state in gaps.passage.marks("country") if state.end <= office.start]
    return list(_listed(gaps, states[::-1]))[::-1] if states and _touch(gaps, states[-1].end, office.start) else []


def _touch(gaps: Gaps, start: int, end: int) -> bool:
    """Whether nothing but small words stands between an office and a state."""
    return not gaps.odd(start, end) and not re.search("[,;:]", gaps.text(start, end))


def _names(gaps: Gaps, start: int) -> list[Run]:
    """The names listed from raw offset `start` on."""
    runs = [run for run in gaps.runs if run.start >= start]
    if not runs or not _LEADS_IN.fullmatch(gaps.text(start, runs[0].start)):
        return []
    return list(_listed(gaps, runs))


def _listed(gaps: Gaps, spans: Sequence[_S]) -> Iterator[_S]:
    """The first span with those that follow it, or precede it, with nothing but a comma or 'and' between."""
    pairs = takewhile(lambda pair: _is_list(gaps, *sorted(pair, key=lambda span: span.start)), pairwise(spans))
    return iter([spans[0], *(following for _, following in pairs)])


def _is_list(gaps: Gaps, one: Span, other: Span) -> bool:
    joined = gaps.passage.between(one.end, other.start)
    linked = gaps.text(one.end, other.start).strip()[:1] in {",", "،"} or any(
        fold_text(word.text) in AND for word in joined
    )
    return linked and all(fold_text(word.text) in AND | GLUE for word in joined)
