"""The words of agreements.toml as patterns: names of papers, verbs of signing, where a name ends. One table a language."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path

from extractor.normalise import lexicon
from extractor.normalise.fold import fold_text
from extractor.normalise.negation import denied_behind, negation

KINDS = (
    "letter_of_intent",
    "joint_statement",
    "mou",
    "contract",
    "framework",
    "sector",
    "other",
    "protocol",
    "plan",
    "generic",
    "statement",
    "anaphor",
)
"""Keys of agreements.toml that name papers; where two begin at one place and are equally long, the first one counts."""
_SIGNING = ("signed", "nominal", "future", "unsigned")
_WITH_PAPER = ("close", "adopted", "present", "present_adopted", "attributive")
"""Keys of verbs of signing; the second ones say so only of a paper: views are exchanged too."""
_NEVER = re.compile(r"(?!)")
_PREFIX = {"ar": r"[وفبلك]?(?:ال|لل)?"}
"""What a language writes together with the next word: Arabic article and prepositions."""
_UNSPACED = frozenset({"ja", "zh"})
"""Languages without spaces between words."""
_WORD = re.compile(r"[^\W\d_]+(?:'\w+)?")


@dataclass(frozen=True)
class Words:
    """One language's patterns by key, to be searched in folded text. `head_last`: modifiers stand before the noun."""

    language: str
    head_last: bool
    patterns: "_Patterns"

    def spans(self, key: str, text: str) -> list[tuple[int, int]]:
        """Where words of `key` stand in folded text."""
        return [match.span() for match in self.patterns[key].finditer(text)]

    def has(self, key: str, text: str) -> bool:
        """Whether a word of `key` stands in folded text."""
        return bool(self.patterns[key].search(text))

    def whole(self, key: str, word: str) -> bool:
        """Whether one folded word is, as a whole, in the list `key`."""
        return bool(self.patterns[key].fullmatch(word))


class _Patterns(dict[str, "re.Pattern[str]"]):
    """Patterns by key, made when first asked for, of the phrases that a folded text can have."""

    def __init__(self, language: str, text: str) -> None:
        super().__init__()
        self._language = language
        self._text = text

    def __missing__(self, key: str) -> "re.Pattern[str]":
        prefix = "" if key in {"left", "right", "join", "stop"} else _PREFIX.get(self._language, "")
        phrases = lexicon.standing(_phrases(self._language, key), self._text)
        pattern = self[key] = _pattern(phrases, prefix, spaced=self._language not in _UNSPACED)
        return pattern


def of(language: str, text: str) -> Words:
    """The words of a language that a folded text can have; English ones for a language without a table."""
    return Words(language, _table().get(language, {}).get("side") == "left", _Patterns(language, text))


@cache
def _phrases(language: str, key: str) -> tuple[str, ...]:
    """The folded phrases of a key, longer ones first, so that 'memorandum of understanding' is one name."""
    table = _table()
    written = {**table["any"], **table.get(language, table["en"])}.get(key)
    return tuple(sorted((fold_text(word) for word in written.split(",")), key=len, reverse=True)) if written else ()


def names_paper(text: str, language: str) -> bool:
    """Whether words name a document that parties sign, adopt or exchange; True for a language without a table."""
    folded = fold_text(text)
    return language not in _table() or any(map(of(language, folded).has, KINDS, repeat(folded)))


def reports_signing(text: str, language: str) -> bool:
    """Whether a text says, undenied within four words, that something is signed; True for a language without a table."""
    if language not in _table():
        return True
    folded = fold_text(text)
    keys = (*_SIGNING, *_WITH_PAPER) if names_paper(text, language) else _SIGNING
    words = of(language, folded)
    spans = (span for key in keys for span in words.spans(key, folded))
    return any(not _denied(folded[:start], folded[end:], language) for start, end in spans)


def _denied(before: str, after: str, language: str) -> bool:
    behind = denied_behind(language, after)
    if behind is not None:
        return behind
    words = [*_WORD.findall(before)[-4:], *_WORD.findall(after)[:2]]
    return bool(negation(language) & {*words}) or any(word.endswith("n't") for word in words)


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("agreements.toml").read_text(encoding="utf-8"))


def _pattern(phrases: Sequence[str], prefix: str, *, spaced: bool) -> "re.Pattern[str]":
    if not phrases:
        return _NEVER
    listed = "|".join(phrase.replace("*", r"\w*").replace("_", r"\w") for phrase in phrases)
    return re.compile(rf"(?<!\w){prefix}(?:{listed})(?!\w)" if spaced else listed)
