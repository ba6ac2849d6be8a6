"""Dates in running text: found with their spans, made whole with the publication date, compared with an EDTF value.

Month and weekday names of any language come from the Unicode CLDR (babel). Nothing is sharpened (R14): 'in April' is
a month, 'before the rains' is no date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError

from extractor.normalise.date_words import ACCUSATIVE, ENDINGS, MONTH_ABBREVIATIONS, NO_ENDINGS, RELATIVE
from extractor.normalise.fold import Folded, fold, fold_text

Basis = Literal["explicit", "relative"]
_NUMERIC = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
)
_YEAR = re.compile(r"(?<![\d.,])(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d)")
_MAY_HOLD_ONLY_LATER = frozenset({"planned", "postponed"})
_EITHER = frozenset({"postponed", "cancelled", "any"})


@dataclass(frozen=True)
class Mention:
    """A time expression in a text: raw code points, end exclusive, and the parts of a date it gives.

    `weekday` counts from Monday 0; `offset` is in days from the publication date ('yesterday' is -1).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None

    @property
    def basis(self) -> Basis:
        """`explicit` for a calendar date, `relative` for a weekday or 'today' (SCHEMA 2.2, date_basis)."""
        return "relative" if self.month is None and self.year is None else "explicit"


@dataclass(frozen=True)
class _Words:
    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, int]
    pattern: "re.Pattern[str]"
    full: frozenset[str]
    endings: bool


@cache
def _words(language: str) -> _Words:
    months: dict[str, int] = dict(MONTH_ABBREVIATIONS)
    weekdays: dict[str, int] = {}
    for locale in _locales(language):
        for names in locale.months.values():
            months |= {
                fold_text(n).rstrip("."): m
                for w in ("wide", "abbreviated")
                for m, n in names[w].items()
                if not n[0].isdigit()
            }
        for names in locale.days.values():
            weekdays |= {fold_text(n): d for d, n in names["wide"].items()}
    full = _full_names(language)
    months |= full
    changes = ACCUSATIVE.get(language, {})
    weekdays |= {w[:-1] + changes[w[-1]]: d for w, d in weekdays.items() if w[-1] in changes}
    months = {name: month for name, month in months.items() if len(name) > 2}
    relative = {fold_text(w): n for code in ("en", language) for w, n in RELATIVE.get(code, {}).items()}
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = r"(?<!\d)(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|-?[^\W\d_]{{1,3}})?"
    name = r"(?P<month{0}>" + month + r")(?P<tail{0}>'?[^\W\d_]{{0,6}})(?![^\W\d_])\.?"
    year = r"(?:,? (?:de |del )?(?P<year{0}>(?:19|20)\d\d)(?!\d))?"
    pattern = "|".join(
        (
            day.format(1) + r" (?:de )?" + name.format(1) + year.format(1),
            r"\b" + name.format(2) + r" " + day.format(2) + r"(?!\d)" + year.format(2),
            r"\b" + name.format(3) + r",? (?:de |del )?(?P<year3>(?:19|20)\d\d)(?!\d)",
            r"\b" + name.format(4) + r"(?![^\W_])",
        )
    )
    return _Words(months, weekdays, relative, re.compile(pattern), frozenset(full), language not in NO_ENDINGS)


@cache
def _full_names(language: str) -> dict[str, int]:
    """Folded month names of English and `language`, not abbreviated, with the case forms of a Slavic language."""
    found = {
        fold_text(name): month
        for locale in _locales(language)
        for names in locale.months.values()
        for month, name in names["wide"].items()
        if not name[0].isdigit()
    }
    stems = {name.rstrip("аяьиоaeiouy") if len(name) > 3 else name[:-1]: month for name, month in found.items()}
    return found | {stem + ending: month for stem, month in stems.items() for ending in ENDINGS.get(language, ())}


@cache
def _every_name() -> frozenset[str]:
    """Full month names of all ten languages: a page's date may be in another language than its text."""
    return frozenset(name for language in RELATIVE for name in _full_names(language))


def _locales(language: str) -> Iterator[Locale]:
    for code in dict.fromkeys(("en", language)):
        try:
            yield Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue


def find(text: str, language: str = "en") -> list[Mention]:
    """Every time expression of `text` that gives at least a year, month, weekday or a day like 'today', in text order."""
    folded = fold(text)
    words = _words(language)
    named = (m for m in _named(folded, words) if not _is_verb(text, m, language))
    found = [*_numeric(folded), *named, *_plain(folded, words)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _numeric(folded: Folded) -> Iterator[Mention]:
    for pattern in _NUMERIC:
        for match in pattern.finditer(folded.text):
            parts = {name: int(value) for name, value in match.groupdict().items()}
            if _real(parts):
                yield Mention(*folded.raw(*match.span()), **parts)


def _named(folded: Folded, words: _Words) -> Iterator[Mention]:
    for match in words.pattern.finditer(folded.text):
        got = {k.rstrip("1234"): v for k, v in match.groupdict().items() if v is not None}
        alone = "day" not in got and "year" not in got
        if not _may_end(got["month"], got["tail"], words):
            continue
        if alone and not _is_month(got["month"], folded.text[: match.start()][-1:], words):
            continue
        parts = {"month": words.months[got["month"]]} | {k: int(got[k]) for k in ("day", "year") if k in got}
        if _real(parts):
            yield Mention(*folded.raw(*match.span()), **parts)


def _may_end(name: str, tail: str, words: _Words) -> bool:
    """Whether a month may end in `tail`: 'oktyabrda', 'oct' + 'obre', but not 'mar' + 'ines' or 'mayo' + 'r'."""
    if not tail or tail.startswith("'") or name + tail in _every_name():
        return True
    return words.endings and len(tail) <= 4 and len(name) > 3 and name in words.full


def _is_month(name: str, before: str, words: _Words) -> bool:
    """Whether a word alone is a month: a full name, since 'may', 'mar' and 'sept' are words, and no part of a longer one."""
    return len(name) > 3 and name in words.full and not before.isalnum()


def _is_verb(text: str, mention: Mention, language: str) -> bool:
    """Whether an English month without day and year is written small: 'they march'."""
    return language == "en" and mention.day is None and mention.year is None and text[mention.start].islower()


def _plain(folded: Folded, words: _Words) -> Iterator[Mention]:
    for match in _YEAR.finditer(folded.text):
        yield Mention(*folded.raw(*match.span()), year=int(match["year"]))
    for table, part, tail in ((words.weekdays, "weekday", r"[^\W\d_]{0,2}"), (words.relative, "offset", "")):
        for word, number in table.items():
            for match in re.finditer(rf"(?<![^\W_]){re.escape(word)}{tail}(?![^\W_])", folded.text):
                yield Mention(*folded.raw(*match.span()), **{part: number})


def _real(parts: dict[str, int]) -> bool:
    try:
        date(parts.get("year", 2000), parts.get("month", 1), parts.get("day", 1))
    except ValueError:
        return False
    return True


def resolve(mention: Mention, publication: date | None, status: str = "held") -> str | None:
    """The EDTF value of a mention (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`), or None where the publication date is needed.

    A missing year is the one that puts the date nearest to the publication, earlier if held, later if planned (R12);
    a weekday is the nearest past one, the publication day included, for planned events the next one (R13).
    """
    later = status in _MAY_HOLD_ONLY_LATER
    if mention.basis == "relative":
        if publication is None:
            return None
        if mention.offset is not None:
            return (publication + timedelta(days=mention.offset)).isoformat()
        ahead = ((mention.weekday or 0) - publication.weekday()) % 7
        days = (ahead or 7) if later else ahead - 7 if ahead else 0
        return (publication + timedelta(days=days)).isoformat()
    year = mention.year or _year_of(mention, publication, later=later)
    if year is None:
        return None
    parts = [f"{year:04}", *(f"{n:02}" for n in (mention.month, mention.day) if n is not None)]
    return "-".join(parts)


def _year_of(mention: Mention, publication: date | None, *, later: bool) -> int | None:
    if publication is None or mention.month is None:
        return None
    day = mention.day or (28 if not later else 1)
    candidates = []
    for year in (publication.year - 1, publication.year, publication.year + 1):
        try:
            candidates.append(date(year, mention.month, day))
        except ValueError:
            continue
    month_start = publication.replace(day=1)
    fitting = [c for c in candidates if (c >= month_start if later else c.replace(day=1) <= publication)]
    nearest = min(fitting or candidates, key=lambda c: abs(c - publication), default=None)
    return nearest.year if nearest else None


def states(mention: Mention, value: str, publication: date | None, status: str = "held") -> bool:
    """Whether `mention` means the EDTF `value`, or a sharper date within it; it may not be coarser than the value (R14).

    What the mention leaves open, a year or the week of a weekday, is what `resolve` makes of it for this status; a
    postponed or cancelled event, and a date of which nothing is known (status `any`), may lie before or after.
    """
    if mention.basis == "relative" or mention.year is None:
        readings = ("held", "planned") if status in _EITHER else (status,)
        resolved = [resolve(mention, publication, reading) for reading in readings]
        return any(found is not None and (found == value or found.startswith(f"{value}-")) for found in resolved)
    parts = [int(p) for p in value.split("/", maxsplit=1)[0].split("-") if p]
    given = (mention.year, mention.month, mention.day)
    if (len(parts) > 1 and mention.month is None) or (len(parts) > 2 and mention.day is None):
        return False
    return all(g is None or g == p for g, p in zip(given, parts, strict=False))


def precision(value: str | None) -> Literal["day", "month", "year", "none"]:
    """`day`, `month` or `year` by the length of the EDTF start date; `none` for null (SCHEMA section 1, EDTF)."""
    if not value:
        return "none"
    start = value.split("/")[0]
    return {10: "day", 7: "month"}.get(len(start), "year")  # type: ignore[return-value]  # literal values
