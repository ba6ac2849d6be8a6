"""Scenes: which lines tell of one event, of what kind it is and whether it has happened, from cues, countries and dates.

The event that is the news is told first; further ones have a date, a status or parties of their own (R2, R3, R6). What
one country does alone is none (R7).
"""

from dataclasses import replace

from extractor.finders.events import lead
from extractor.finders.events.further import Further
from extractor.finders.events.news import CALLED_OFF, HEAD, Scene, Teller

__all__ = ["CALLED_OFF", "HEAD", "Scene", "find"]


def find(teller: Teller) -> tuple[Scene, ...]:
    """The scenes of a document, the news first; empty if nothing is told that two parties do."""
    news = lead.find(teller)
    if news is None:
        return ()
    others = Further(teller, news).events()
    taken = {line for other in others for line in other.lines}
    lines = tuple(line.number for line in teller.told if line.number not in taken)
    return (replace(news, lines=lines), *others)
