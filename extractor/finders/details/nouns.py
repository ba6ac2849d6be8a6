"""Noun phrases around a word: how far a name goes in both directions, in languages that write it with capitals."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.document import Span
from extractor.normalise import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*\.?")
_QUOTED = re.compile(r"\s?[«“„\"»][^«»“”„\"]{2,60}[»”“\"«]")
ENDS = re.compile(r"[,.;:()!?—–\"«»“”]|\s-\s")
"""What no name goes on over."""
_YEAR = re.compile(r"\d{2}|\d{4}")
"""The number of an exercise: 'Shield 24'."""
_TURKIC = frozenset({"tr", "az", "kk", "uz"})
_CASE = re.compile(r"['’]\w+$|\w(?:[dt][aə](?:ki)?)$")
"""Their endings of a word that belongs to no name behind it: 'Brüksel'de NATO Karargâhı'."""


@cache
def small(kind: str) -> frozenset[str]:
    """Small words of many languages: `of` and `on` inside names, `at` and `article` before them."""
    table: dict[str, str] = lexicon.read(Path(__file__).with_name("words.toml"), kind)["small"]
    return frozenset(table[kind].split())


@dataclass(frozen=True)
class Word(Span):
    """A word with raw offsets."""

    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text."""
    return [
        Word(m.start(), m.end() - m.group().endswith("."), m.group().rstrip("."))
        for m in _WORD.finditer(text, start, end)
    ]


def onwards(text: str, at: int, end: int, links: str = "of") -> int:
    """Where a name that has begun before `at` ends: capitals, the small words between them, and what is quoted."""
    reach, pending = at, at
    while pending < end:
        if quoted := _QUOTED.match(text, pending, end):
            reach = pending = quoted.end()
            continue
        gap = re.match(r"[  ]|(?<=['’])", text[pending:end])
        word = _WORD.match(text, pending + gap.end(), end) if gap else None
        if word is None:
            break
        directly = reach == pending
        pending = word.end() - word.group().endswith(".")
        if word.group()[0].isupper() or (directly and _YEAR.fullmatch(word.group())):
            reach = pending
        elif word.group().lower() not in small(links):
            break
        if word.group().endswith(".") and word.end() < end and not text[word.end() :][:2].strip()[:1].islower():
            break
    return reach


def backwards(text: str, at: int, start: int, language: str) -> int:
    """Where a name that goes on at `at` begins: capitals before it, with small words between them."""
    reach = at
    for word in reversed(words(text, start, at)):
        if ENDS.search(text[word.end : reach]) or (language in _TURKIC and _CASE.search(word.text)):
            break
        if not (word.text[0].isupper() or word.text.lower() in small("of")):
            break
        if word.text[0].isupper():
            reach = word.start
    return reach
