"""Scenes: which lines tell of one event, of what kind it is and whether it has happened, from cues, countries and dates.

The event that is the news is told first; further ones have a date, a status or parties of their own (R2, R3, R6). What
one country does alone is none (R7).
"""

from collections.abc import Collection, Mapping, Sequence

from extractor.document import Document
from extractor.finders.further import Further
from extractor.finders.news import CALLED_OFF, HEAD, Scene, Teller
from extractor.finders.told import Told, read

__all__ = ["CALLED_OFF", "HEAD", "Scene", "find"]


def find(
    document: Document,
    told: Sequence[Told] | None = None,
    present: Mapping[int, frozenset[str]] | None = None,
    around: Mapping[int, frozenset[str]] | None = None,
    home: Collection[str] = (),
) -> tuple[Scene, ...]:
    """The scenes of a document, the news first; empty if nothing is told that two parties do.

    `present`: by line, the countries of the persons who act in it; without it, talks beside a session are not seen.
    `around`: by line, the countries of the towns in it, and `home`, where the paper is or those known to act: the party
    that it doesn't name.
    """
    teller = Teller(document, tuple(told or read(document)), present or {}, around or {}, home)
    news = teller.news()
    if news is None:
        return ()
    others = Further(teller, news).events()
    taken = {line for other in others for line in other.lines}
    lines = tuple(line.number for line in teller.told if line.number not in taken)
    return (Scene(news.event_type, news.status, news.line, lines, news.codes), *others)
