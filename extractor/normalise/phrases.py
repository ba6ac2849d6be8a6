"""Tables of phrases in many languages, and every place where one stands in a folded text.

How a phrase is written, so that a newcomer can add one to a table: `word*` takes any ending of up to nine letters,
`a/b` is a choice of words, `[a]` may be missing, `_` stands for up to two words of any kind, a point may be missing.
A space also stands for a hyphen or a slash. Arabic words may carry the article, the first one also a conjunction. A phrase in kana
or Han characters stands anywhere, since those scripts don't part words.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import WIDE, is_wide

_ENDING = r"[^\W\d_]{0,9}"
_BETWEEN = "[ /-]"
_LONGEST_ENDING = 13
"""Characters that a word in a text can have more than in the table: a conjunction, an article, an ending, a space."""
_LONGEST_GAP = 52
"""Characters of two words of any kind with their spaces."""
_PART = r"(?:der|des|el|los|las|il)\b|department|directorate|управл|отдел|відділ|департамент|zarzad|oddzial"
"""Beginnings of words after which others say of what the first is a part: none of them is just any word."""
_ANY_WORDS = rf"(?:{_BETWEEN}(?!(?:{_PART}))[^\s,.;:()]{{1,25}}){{0,2}}"
_ARABIC = re.compile(r"[\u0621-\u064a]")
_ARTICLE = "(?:ال|لل)?"
_CONJUNCTION = "[وفبلك]?"
_START = re.compile(rf"(?<![^\W_])[^\W_]|[{WIDE}]|(?<=[{WIDE}])[^\W_{WIDE}]")
_KEYS = (4, 3, 2)
"""Numbers of first letters by which phrases are looked up: as many as the first word has, up to four."""


@dataclass(frozen=True)
class Hit:
    """A phrase in a folded text: the label of its row, offsets in the folded text, end exclusive."""

    label: str
    start: int
    end: int


class Phrases:
    """Phrases with labels; of phrases that overlap the leftmost counts, then the longest, then the first label."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._order: dict[str, int] = {}
        self._rows: dict[str, list[tuple[str, str]]] = {}
        self._reach = 0
        for label, written in rows:
            self._order.setdefault(label, len(self._order))
            for phrase in _variants(fold_text(written)):
                self._reach = max(self._reach, _longest(phrase))
                for key in _keys(phrase):
                    self._rows.setdefault(key, []).append((label, phrase))

    def find(self, folded: str) -> list[Hit]:
        """Every phrase in a folded text, in its order; none overlap."""
        found: list[Hit] = []
        for start in _starts(folded):
            if found and start < found[-1].end:
                continue
            if hit := self.at(folded, start):
                found.append(hit)
        return found

    def at(self, folded: str, start: int) -> Hit | None:
        """The longest phrase that begins at offset `start` of a folded text, or None."""
        best: Hit | None = None
        stands = folded[start : start + self._reach].__contains__
        for label, phrase in (row for length in _KEYS for row in self._rows.get(folded[start : start + length], ())):
            match = _compiled(phrase).match(folded, start) if all(map(stands, _letters(phrase))) else None
            hit = Hit(label, match.start("words"), match.end()) if match else None
            if hit and (best is None or self._rank(hit) < self._rank(best)):
                best = hit
        return best

    def _rank(self, hit: Hit) -> tuple[int, int]:
        return -hit.end, self._order[hit.label]


def rows(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(label, phrase) of a table {label: {language: 'phrase | phrase'}} or {label: 'phrase | phrase'}."""
    for label, by_language in table.items():
        texts = by_language.values() if isinstance(by_language, dict) else [by_language]
        for text in texts:
            yield from ((label, phrase.strip()) for phrase in text.split("|") if phrase.strip())


@cache
def read(path: Path) -> dict[str, Any]:
    """A TOML file of tables, read once."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    """Compiled when first met: most phrases of most languages never are."""
    return re.compile(_pattern(phrase))


@cache
def _letters(phrase: str) -> tuple[str, ...]:
    """Letters that stand wherever the phrase does: to look for them is far cheaper than to try its pattern."""
    words = [word for word in phrase.split() if word[0] != "[" and word != "_" and "/" not in word]
    return tuple(part for word in words for part in word.rstrip("*.").split("-") if part)


def _longest(phrase: str) -> int:
    """How many characters of a text a phrase can take at most."""
    return len(phrase) + _LONGEST_ENDING * (phrase.count(" ") + 1) + _LONGEST_GAP * phrase.count("_")


def _starts(folded: str) -> Iterator[int]:
    return (match.start() for match in _START.finditer(folded))


def _variants(phrase: str) -> Iterator[str]:
    """A phrase that begins with words that may be missing is several phrases, and so is a choice in its first word."""
    words = phrase.split()
    if words[0].startswith("["):
        yield from _variants(" ".join(words[1:]))
        words[0] = words[0].strip("[]")
    for first in words[0].split("/"):
        yield " ".join([first, *words[1:]])


def _pattern(phrase: str) -> str:
    first, *others = phrase.split()
    start = (_CONJUNCTION if _ARABIC.match(first) else "") + "(?P<words>" + _words(first)
    end = ")" if is_wide(phrase.rstrip("]*.")[-1:]) else r")(?![^\W_])"
    return start + "".join(_following(word) for word in others) + end


def _following(word: str) -> str:
    if word in {"_", "[_]"}:
        return _ANY_WORDS
    if word.startswith("["):
        return f"(?:{_BETWEEN}{_words(word.strip('[]'))})?"
    return _BETWEEN + _words(word)


def _words(written: str) -> str:
    return "(?:" + "|".join(_word(choice) for choice in written.split("/")) + ")"


def _word(written: str) -> str:
    stem = re.escape(written.rstrip("*.")).replace(r"\-", _BETWEEN)
    ending = _ENDING if written.endswith("*") else r"\.?" if written.endswith(".") else ""
    return (_ARTICLE if _ARABIC.match(written) and not written.startswith("ال") else "") + stem + ending


def _keys(phrase: str) -> set[str]:
    """The first letters that a text can have where the phrase stands, Arabic prefixes included."""
    first = re.split(_BETWEEN, phrase, maxsplit=1)[0].rstrip("*.")
    most, least = _KEYS[0], _KEYS[-1]
    if not _ARABIC.match(first):
        return {first[:most]} if len(first) >= least else {first + mark for mark in " .-/"}
    starts = [first] if first.startswith("ال") else [article + first for article in ("", "ال", "لل")]
    return {(prefix + start)[:most] for prefix, start in product(("", *"وفبلك"), starts)}
