"""The words of a page's furniture: `chrome_words.toml`, read once and folded (case and accents don't count)."""

import re
import tomllib
from functools import cache
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


@cache
def anywhere(kind: str) -> "re.Pattern[str]":
    """Finds a word of the kind in folded text, never within a longer word."""
    return re.compile(rf"(?<!\w)(?:{_either(kind)})(?!\w)") if table(kind) else _NOTHING


@cache
def leading(kind: str, after: str = r"(?!\w)") -> "re.Pattern[str]":
    """Matches folded text that begins with a word of the kind, followed by `after`."""
    return re.compile(rf"\W*(?:{_either(kind)}){after}")


def _either(kind: str) -> str:
    return "|".join(sorted(map(re.escape, table(kind)), key=len, reverse=True))


def pieces(line: str) -> list[str]:
    """What stands between the bars, arrows, dashes and wide spaces of a line, none of it empty."""
    return [piece.strip() for piece in _SEPARATOR.split(line) if piece and piece.strip()]


def is_section(words: str) -> bool:
    """Whether words are the name of a section or of the first page: 'Politics', 'Главная'."""
    return fold_text(words) in table("section")


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
    "sv",
    "tr",
    "az",
    "ar",
    "kk",
    "uz",
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


def _calendar(kind: str) -> str:
    names = {
        fold_text(name).rstrip(".")
        for code in _CALENDARS
        for forms in getattr(Locale.parse(code), kind).values()
        for width in ("wide", "abbreviated")
        for name in forms[width].values()
    }
    kept = (re.escape(name) for name in names if len(name) > 1 and not name[0].isdigit())
    return "|".join(sorted(kept, key=len, reverse=True))
