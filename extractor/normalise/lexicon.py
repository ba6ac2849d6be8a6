"""Word lists → matchers: phrases in several languages, found in running text whatever their case, diacritics or ending.

In a phrase a `*` stands for any letters at that place, `…` for up to eight words between two others. A list is a table
of languages; a text in a language without a list of its own is read with the English one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from extractor.normalise.fold import Folded, fold_text

Lists = Mapping[str, Iterable[str]]
"""Phrases by ISO 639-1 code."""
_PREFIX = {"ar": r"(?:[وفبلك]{1,2}(?:ال)?|لل|ال)?"}
"""What a language writes in front of a word without a space: and, in, to, the."""


def compiled(lists: Lists, language: str) -> "re.Pattern[str]":
    """One pattern, over folded text, for all phrases of a language."""
    phrases = sorted({fold_text(phrase) for phrase in lists.get(language, lists.get("en", ()))}, key=len, reverse=True)
    prefix = _PREFIX.get(language, "")
    return re.compile(rf"(?<![^\W_]){prefix}(?:{'|'.join(map(_pattern, phrases)) or '(?!)'})(?![^\W_])")


def _pattern(phrase: str) -> str:
    words = re.split(r"(\*|\.\.\.|\s+)", phrase)  # folding writes … as three dots
    return "".join(
        {"*": r"[^\W_]*", "...": r"(?:\W+\w+){0,8}?\W+"}.get(word, r"\W+" if word.isspace() else re.escape(word))
        for word in words
    ).replace(r"\W+(?:\W+\w+)", r"(?:\W+\w+)")


def spans(pattern: "re.Pattern[str]", text: Folded) -> Iterator[tuple[int, int]]:
    """Raw spans, end exclusive, of what the pattern finds in a folded text."""
    for match in pattern.finditer(text.text):
        if match.end() > match.start():
            yield text.raw(*match.span())
