"""Capitals that are not named where the text tells of them: 'in the Latvian capital', 'в столице Лаоса'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.finders.places import locatives
from extractor.finders.places.finder import Place
from extractor.finders.places.locatives import Passage
from extractor.normalise import countries

_REACH = 3
"""Words from 'capital' within which its country stands: 'the capital of the Czech Republic'."""


def find(passages: Sequence[Passage], places: Sequence[Place]) -> Iterator[Place]:
    """Each such capital, with the name that it has elsewhere in the text; none where the text never names it."""
    named = {place.country: place for place in reversed(places) if place.capital}
    for passage in passages:
        there = {place.country for place in places if place.line == passage.number and place.locative}
        for code in dict.fromkeys(_meant(passage)):
            if code in named and code not in there:
                yield replace(named[code], line=passage.number, dateline=False, locative=True)


def _meant(passage: Passage) -> Iterator[str]:
    """Countries in whose capital this passage says that something happens."""
    for position, token in enumerate(passage.tokens):
        if not locatives.capital_word(passage, position):
            continue
        for first in range(position, max(-1, position - _REACH), -1):
            if locatives.before(passage, first) or locatives.after(passage, position, token.folded):
                beside = _beside(passage, position)
                yield from [beside] if beside else []
                break


def _beside(passage: Passage, position: int) -> str | None:
    """The country before or after the word for a capital, whichever stands nearer."""
    for distance in range(1, _REACH + 1):
        for number in (position - distance, position + distance):
            token = passage.token(number)
            mention = passage.mention(token) if token else None
            if mention and not mention.capital and mention.code not in countries.ORGANISATIONS:
                return mention.code
    return None
