"""The words of a page's furniture: `chrome_words.toml`, read once and folded (case and accents don't count)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale

from extractor.normalise.fold import fold_text

_SEPARATOR = re.compile(r"\s*[|¦·•●▪■◆»›>→⭐]\s*|\]\s*\[|\s(?:[/~\\*+–—-]|//|\*{3}|\+{2,3}|-{2})\s|\s{2,}|\t|::")
_NOTHING = re.compile(r"(?!)")


@cache
def table(kind: str) -> frozenset[str]:
    """The folded words of a kind, such as `heading` or `button`."""
    return frozenset(fold_text(word) for word in _toml()[kind])


@cache
def _toml() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("chrome_words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Finder:
    """Finds words of a kind in folded text, between two patterns; only the words that the text has are compiled."""

    kind: str
    before: str
    after: str

    @property
    def pattern(self) -> str:
        """The pattern of all its words."""
        return _pattern(self.before, _longest_first(self.kind), self.after)

    def match(self, folded: str) -> "re.Match[str] | None":
        """One of the words at the beginning of a folded text."""
        return self._standing(folded).match(folded)

    def search(self, folded: str) -> "re.Match[str] | None":
        """The first of the words in a folded text."""
        return self._standing(folded).search(folded)

    def _standing(self, folded: str) -> "re.Pattern[str]":
        return _compiled(self.before, tuple(word for word in _longest_first(self.kind) if word in folded), self.after)


@cache
def anywhere(kind: str) -> Finder:
    """Finds a word of the kind in folded text, never within a longer word."""
    return Finder(kind, r"(?<!\w)", r"(?!\w)")


@cache
def leading(kind: str, after: str = r"(?!\w)") -> Finder:
    """Matches folded text that begins with a word of the kind, followed by `after`."""
    return Finder(kind, r"\W*", after)


@cache
def _longest_first(kind: str) -> tuple[str, ...]:
    return tuple(sorted(table(kind), key=lambda word: (-len(re.escape(word)), word)))


@lru_cache(maxsize=4096)
def _compiled(before: str, words: tuple[str, ...], after: str) -> "re.Pattern[str]":
    return re.compile(_pattern(before, words, after)) if words else _NOTHING


def _pattern(before: str, words: tuple[str, ...], after: str) -> str:
    return f"{before}(?:{'|'.join(map(re.escape, words))}){after}"


def pieces(line: str) -> list[str]:
    """What stands between the bars, arrows, dashes and wide spaces of a line, none of it empty."""
    return [piece.strip() for piece in _SEPARATOR.split(line) if piece and piece.strip()]


def without_buttons(line: str) -> str:
    """The line less its buttons: '23-11-2010 | Print | Send' is a stamp."""
    parts = pieces(line)
    kept = [part for part in parts if fold_text(part) not in table("button")]
    return " | ".join(kept) if len(kept) < len(parts) else line


_JOINED = re.compile(r"\s?&\s?|\s(?:and|und|et|y|e|en|i|и|і|та|ve|və)\s")


def is_section(words: str) -> bool:
    """Whether words are the name of a section, of two or of the first page: 'Politics & Law', 'Главная'."""
    folded = fold_text(words)
    return folded in table("section") or all(part in table("section") for part in _JOINED.split(folded))


_CALENDARS = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "ro",
    "ru",
    "uk",
    "pl",
    "cs",
    "sk",
    "sl",
    "sr",
    "sr_Latn",
    "hr",
    "hu",
    "sv",
    "tr",
    "az",
    "ar",
    "kk",
    "uz",
    "el",
    "hu",
    "fi",
    "sr",
    "hr",
    "bg",
    "da",
    "no",
    "id",
    "sw",
    "hi",
    "ka",
)
"""Languages whose months a page's lists may be dated in."""


ARABIC_MONTHS = (
    ("كانون الثاني", "جانفي"),
    ("شباط", "فيفري"),
    ("آذار", "مارس"),
    ("نيسان", "أفريل"),
    ("أيار", "ماي"),
    ("حزيران", "جوان"),
    ("تموز", "جويلية"),
    ("آب", "أوت"),
    ("أيلول",),
    ("تشرين الأول",),
    ("تشرين الثاني",),
    ("كانون الأول",),
)
"""Months of the Levant and of the Maghreb, from January; the CLDR lists those of Egypt."""


@cache
def months() -> str:
    """A pattern of the folded month names of many languages, whole and short."""
    arabic = (re.escape(fold_text(name)) for names in ARABIC_MONTHS for name in names)
    return "|".join((*arabic, _calendar("months")))


@cache
def weekdays() -> str:
    """A pattern of the folded names of the days of the week in many languages, whole and short."""
    return _calendar("days")


_SHORT_DAYS = frozenset({"fi"})
"""Languages whose short weekdays are words of others: Finnish 'to' and 'la'."""


def _calendar(kind: str) -> str:
    names = {
        fold_text(name).rstrip(".")
        for code in _CALENDARS
        for forms in getattr(Locale.parse(code), kind).values()
        for width in (("wide",) if code in _SHORT_DAYS and kind == "days" else ("wide", "abbreviated"))
        for name in forms[width].values()
    }
    kept = (re.escape(name) for name in names if len(name) > 1 and not name[0].isdigit())
    return "|".join(sorted(kept, key=len, reverse=True))
