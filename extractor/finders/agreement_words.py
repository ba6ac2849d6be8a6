"""The words of agreements.toml as patterns: names of papers, verbs of signing, where a name ends. One table a language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.normalise.fold import fold_text

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
    "anaphor",
)
"""Keys of agreements.toml that name papers; where two begin at one place and are equally long, the first one counts."""
_NEVER = re.compile(r"(?!)")
_PREFIX = {"ar": r"[وفبلك]?(?:ال|لل)?"}
"""What a language writes together with the next word: Arabic article and prepositions."""


@dataclass(frozen=True)
class Words:
    """One language's patterns by key, to be searched in folded text. `head_last`: modifiers stand before the noun."""

    language: str
    head_last: bool
    patterns: Mapping[str, "re.Pattern[str]"]

    def spans(self, key: str, text: str) -> list[tuple[int, int]]:
        """Where words of `key` stand in folded text."""
        return [match.span() for match in self.patterns.get(key, _NEVER).finditer(text)]

    def has(self, key: str, text: str) -> bool:
        """Whether a word of `key` stands in folded text."""
        return bool(self.patterns.get(key, _NEVER).search(text))

    def whole(self, key: str, word: str) -> bool:
        """Whether one folded word is, as a whole, in the list `key`."""
        return bool(self.patterns.get(key, _NEVER).fullmatch(word))


@cache
def of(language: str) -> Words:
    """The words of a language; English ones for a language without a table."""
    table = _table()
    words = table.get(language, table["en"])
    patterns = {
        key: _pattern(value, _PREFIX.get(language, "") if key not in {"left", "right", "join", "stop"} else "")
        for key, value in {**table["any"], **words}.items()
        if key != "side" and value
    }
    return Words(language, words.get("side") == "left", patterns)


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("agreements.toml").read_text(encoding="utf-8"))


def _pattern(words: str, prefix: str) -> "re.Pattern[str]":
    """Longer phrases first, so that 'memorandum of understanding' is one name."""
    phrases = sorted((fold_text(word) for word in words.split(",")), key=len, reverse=True)
    listed = "|".join(phrase.replace("*", r"\w*").replace("_", r"\w") for phrase in phrases)
    return re.compile(rf"(?<!\w){prefix}(?:{listed})(?!\w)")
