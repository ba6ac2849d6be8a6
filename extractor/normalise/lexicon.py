"""Word lists → matchers: phrases in several languages, found in running text whatever their case, diacritics or ending.

Of thousands of phrases a text has few. A pattern is made only of those whose letters all stand in the text: the others
could not match, and compiling and trying them is what takes time.

In a phrase a `*` stands for any letters at that place, `…` for up to eight words between two others. A list is a table
of languages; a text in a language without a list of its own is read with the English one.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from extractor.normalise.fold import Folded, fold_text
from extractor.normalise.scripts import UNSPACED

Lists = Mapping[str, Iterable[str]]
"""Phrases by ISO 639-1 code."""
_ENTRY = re.compile(r"\n(?=[\w\[])")
"""Where a table or an entry begins: the further lines of a long one are indented, or begin with a bracket or a quote."""
_PARTS = re.compile(r"[^\W_]+")
_CHOICE = re.compile(r"\([^()]*\)\??")
_OPEN = re.compile(r"[][(){}?+|\\^$]")
"""Signs of a pattern, after which letters may be missing."""
_PREFIX = {"ar": r"(?:[وفبلك]{1,2}(?:ال)?|لل|ال)?"}
"""What a language writes in front of a word without a space: and, in, to, the."""


@cache
def read(path: Path, *languages: str) -> dict[str, Any]:
    """A TOML file of tables by language, but only the entries of these languages: to parse all takes ten times as long."""
    parts = _ENTRY.split(path.read_text(encoding="utf-8"))
    return tomllib.loads("\n".join(part for part in parts if part[:1] == "[" or part.split(" ", 1)[0] in languages))


def standing(phrases: Iterable[str], folded: str) -> list[str]:
    """The phrases that a folded text can have, in their order: all their letters stand somewhere in it."""
    return [phrase for phrase in phrases if all(part in folded for part in _letters(phrase))]


@cache
def _letters(phrase: str) -> tuple[str, ...]:
    """Letters and digits that a text has wherever it has the phrase, in any of the ways in which tables write phrases."""
    certain = _CHOICE.sub(" ", phrase)
    return () if _OPEN.search(certain) else tuple(_PARTS.findall(certain))


def compiled(lists: Lists, language: str, text: str | None = None) -> "re.Pattern[str]":
    """One pattern, over folded text, for all phrases of a language, or for those that this folded text can have."""
    listed = {fold_text(phrase) for phrase in lists.get(language, lists.get("en", ()))}
    phrases = sorted(listed if text is None else standing(listed, text), key=lambda phrase: (-len(phrase), phrase))
    prefix = _PREFIX.get(language, "")
    if language in UNSPACED:  # only Latin words have borders
        return re.compile(rf"(?<![a-z])(?:{'|'.join(map(_unspaced, phrases)) or '(?!)'})(?![a-z])")
    return re.compile(rf"(?<![^\W_]){prefix}(?:{'|'.join(map(_pattern, phrases)) or '(?!)'})(?![^\W_])")


def _pattern(phrase: str) -> str:
    words = re.split(r"(\*|\s*\.\.\.\s*|\s+)", phrase)  # folding writes … as three dots
    return "".join(
        {"*": r"[^\W_]*", "...": r"(?:\W+\w+){0,8}?\W+"}.get(
            word.strip(), r"\W+" if word.isspace() else re.escape(word)
        )
        for word in words
    )


def _unspaced(phrase: str) -> str:
    """The same in a script without spaces, where `…` is up to twelve characters of a clause."""
    return re.escape(phrase).replace(r"\.\.\.", r"[^。、\n]{0,12}?").replace(r"\*", r"\w*").replace(r"\ ", r"\s?")


def spans(pattern: "re.Pattern[str]", text: Folded) -> Iterator[tuple[int, int]]:
    """Raw spans, end exclusive, of what the pattern finds in a folded text."""
    for match in pattern.finditer(text.text):
        if match.end() > match.start():
            yield text.raw(*match.span())
