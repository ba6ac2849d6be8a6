"""The words around the name of a place: whether something happens there, or the name is only said or part of another."""

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path

from babel import Locale, UnknownLocaleError

from extractor.document import Document, Span
from extractor.normalise import countries
from extractor.normalise.countries import Mention, Token
from extractor.normalise.fold import fold_text

_SUFFIXED = frozenset({"tr", "az"})
_LOCATIVE = re.compile(r"n?[dt][aeə](?:ki)?")
_LIST = re.compile(r"\s*(?:,|/|und|and|et|y|e|și|en|и|і|та|й|i|oraz|ve|və|و)\s*")
_OPENS = frozenset("«“„\"'(")
_OPENING = re.compile(r"(?:^|[.!?:»”\"…\n|–—•])\s*[«“„\"'(]*$")
_start = attrgetter("start")
_OPENING_QUOTES = frozenset("«“„\"”»‘'")
_CLOSING_QUOTES = frozenset("»”“\"«’'")
_FAR = 6
"""Words that may stand between 'in' and the name: 'in the port city of'."""


@dataclass(frozen=True)
class _Words:
    before: frozenset[str]
    around: frozenset[str]
    after: frozenset[str]


@cache
def _toml() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))


@cache
def _words(language: str) -> _Words:
    def folded(kind: str) -> frozenset[str]:
        return frozenset(fold_text(_toml()[kind].get(language, "")).split())

    return _Words(folded("in"), folded("around"), folded("after"))


@cache
def no_towns(language: str) -> frozenset[str]:
    """Folded words that are never a place: offices, points of the compass, months and days of the language."""
    plain = _toml()["not"]["all"] + " " + _toml()["not"].get(language, "")
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    widths = [names for kind in (locale.months, locale.days) for form in kind.values() for names in form.values()]
    days = " ".join(str(name) for names in widths for name in names.values() if len(str(name)) > 2)
    return frozenset(fold_text(f"{plain} {days}").split())


@cache
def _facilities() -> frozenset[str]:
    return frozenset(fold_text(_toml()["not"]["facilities"]).split())


@dataclass(frozen=True)
class Passage:
    """A line that was sent, or a dateline that wasn't (`number` 0), with its tokens. Their offsets are those of `text`."""

    text: str
    start: int
    number: int
    dateline: Span | None
    language: str

    @cached_property
    def tokens(self) -> list[Token]:
        """The words."""
        return countries.tokens(self.text)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The countries and organisations."""
        return countries.find(self.text, self.language)

    def mention(self, token: Token) -> Mention | None:
        """The country that the token is part of."""
        place = bisect_right(self.mentions, token.start, key=_start)
        return self.mentions[place - 1] if place and token.start < self.mentions[place - 1].end else None

    def gap(self, number: int) -> str:
        """What stands before token `number`, up to the token before it."""
        return self.text[self.tokens[number - 1].end if number else 0 : self.tokens[number].start]

    def token(self, number: int) -> Token | None:
        """Token `number` if there is one."""
        return self.tokens[number] if 0 <= number < len(self.tokens) else None

    def opens(self, position: int) -> bool:
        """Whether a sentence, a heading or a quotation begins with this token."""
        at = self.tokens[position].start
        first = at
        while first and (self.text[first - 1].isspace() or self.text[first - 1] in _OPENS):
            first -= 1
        return bool(_OPENING.search(self.text, max(0, first - 1), at))


def passages(document: Document) -> list[Passage]:
    """The lines that were sent, and before them the dateline if it is in none of them."""
    language, dateline = document.clues.language, document.clues.dateline
    sent = [Passage(document.words(line), line.start, line.number, dateline, language) for line in document.sent]
    if dateline and not any(line.start <= dateline.start < line.end for line in document.sent):
        sent.insert(0, Passage(document.words(dateline), dateline.start, 0, dateline, language))
    return sent


def before(passage: Passage, position: int) -> bool:
    """Whether a word like 'in' stands before the token, with at most articles and words for towns between."""
    words = _words(passage.language)
    for number in range(position - 1, max(-1, position - _FAR), -1):
        if passage.gap(number + 1).strip(" \u00a0'’.«“„\""):
            return False
        token = passage.tokens[number]
        if token.folded in words.before:
            return True
        if token.folded not in words.around and not passage.mention(token):
            return False
    return False


def town_word(passage: Passage, position: int) -> bool:
    """Whether a word for towns or bases stands before: 'the port of', 'Kaserne'."""
    words = _words(passage.language).around
    for number in range(position - 1, max(-1, position - 4), -1):
        token = passage.tokens[number]
        if token.folded not in words or passage.gap(number + 1).strip(" \u00a0'’"):
            return False
        if len(token.folded) > 3:
            return True
    return False


def after(passage: Passage, position: int, stem: str) -> bool:
    """Whether the word or the next one says 'in': Turkic endings and nouns; an Arabic 'in' written together with it."""
    token = passage.tokens[position]
    if passage.language == "ar":
        return token.folded.startswith("ب") and not stem.startswith("ب")
    if passage.language not in _SUFFIXED:
        return False
    if token.folded != stem and token.folded.startswith(stem):
        return bool(_LOCATIVE.fullmatch(token.folded[len(stem) :]))
    following = passage.token(position + 1)
    if following is None:
        return False
    if passage.gap(position + 1) in {"'", "’", "ʼ", "-"}:
        return bool(_LOCATIVE.fullmatch(following.folded))
    return following.folded in _words(passage.language).after


def listed(between: str) -> bool:
    """Whether these words between two places only continue a list: 'in Riga and Tartu'."""
    return bool(_LIST.fullmatch(between))


def of_other_name(passage: Passage, position: int, used: int) -> bool:
    """Whether the words are a ship in quotes, a river or a gulf, barracks or a street: no town itself."""
    first, last = passage.tokens[position], passage.tokens[position + used - 1]
    opened = passage.text[: first.start].rstrip(" \u00a0\u202f")[-1:]
    closed = passage.text[last.end :].lstrip(" \u00a0\u202f")[:1]
    if opened in _OPENING_QUOTES and closed in _CLOSING_QUOTES:
        return True
    following = passage.token(position + used)
    if following and following.folded in _facilities() and passage.gap(position + used) == " ":
        return following.raw[:1].isupper()
    return countries.of_water(passage.tokens, position, position + used - 1, passage.gap(position))


def beside_name(passage: Passage, position: int, used: int, *, left: bool = True) -> bool:
    """Whether a capitalised word that is no country stands right before or after: then it may be a person or a longer name.

    German nouns have capitals too and say nothing. Only what follows counts if not `left`.
    """
    if passage.language == "de":
        return False
    following = _capital(passage, position + used) and passage.gap(position + used) == " "
    if following or not left or not _capital(passage, position - 1):
        return following
    initial = passage.gap(position) == ". " and len(passage.tokens[position - 1].raw) < 3
    return initial or (passage.gap(position) == " " and not passage.opens(position - 1))


def _capital(passage: Passage, number: int) -> bool:
    """Whether token `number` has a capital and is no country."""
    token = passage.token(number)
    return token is not None and token.raw[:1].isupper() and not passage.mention(token)
