"""The words of time expressions: `date_words.toml`, and the calendar of the Unicode CLDR (babel) for languages without one there.

Every word is given a kind, one letter, over which the patterns of `date_patterns` run.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from extractor.normalise.date_values import SOLAR
from extractor.normalise.fold import fold_text

Phrase = tuple[tuple[str, ...], str, int]
"""The words of an entry, folded; its kind; its value: number of a month, days from today, direction, count."""

KINDS: dict[str, str] = {
    "no_date": "x",
    "every": "h",
    "day_of_month": "H",
    "month_genitive": "K",
    "ago_after": "A",
    "ago_before": "B",
    "ahead_before": "C",
    "day": "d",
    "two_days": "d",
    "week": "v",
    "month": "k",
    "two_months": "k",
    "year": "a",
    "two_years": "a",
    "day_many": "d",
    "week_many": "_",
    "month_many": "k",
    "year_many": "a",
    "years": "q",
    "part": "P",
    "season": "S",
    "for": "F",
    "for_after": "G",
    "between": "N",
    "until": "r",
    "and": "&",
    "of": "o",
    "article": "e",
    "in": "i",
}
"""Kinds of the plain lists, the first list that holds a word wins. The others: M month, m one that is also another
word, g and l these in the genitive, p abbreviated, b abbreviated and needs a year, f of another language; W weekday, w one that
is also another word; R days and Y years from today; c a number in words; n a day of the month; J, j, Z last, this or next that
stands before, behind or on either side."""

_STEM = 4
"""Letters of the longest word that is not shortened."""
_DIRECTIONS = {"last": -1, "this": 0, "next": 1}
_FORMS = re.compile(r"^([^(|]*)\(([^)]*)\)(.*)$")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language: phrases by their first word, longest first, and how the language builds dates."""

    phrases: dict[str, list[Phrase]]
    language: str
    month_first: bool
    year_first: bool
    roman_months: bool
    clitics: str
    inflects: bool
    unspaced: bool
    solar: bool
    from_case: tuple[str, ...]
    plan: tuple[str, ...]
    scheduled: tuple[str, ...]

    def word(self, text: str) -> tuple[str, int] | None:
        """Kind and value of a single folded word."""
        return next(((kind, value) for words, kind, value in self.phrases.get(text, ()) if len(words) == 1), None)


@cache
def tables() -> dict[str, dict[str, Any]]:
    """The word lists as written, by language."""
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return tomllib.load(file)


def forms(entry: str) -> list[str]:
    """The folded forms of an entry: 'ма(й|я)|май' is май and мая."""
    out: list[str] = []
    for part in re.split(r"\|(?![^(]*\))", entry):
        match = _FORMS.match(part)
        out += [match[1] + ending + match[3] for ending in match[2].split("|")] if match else [part]
    return list(dict.fromkeys(fold_text(form) for form in out))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of `language`, with the English calendar beside them and every month of the other languages."""
    table = tables().get(language, {})
    own = "months" not in table
    entries = [*_listed(table), *_cldr(language, own=own), *_abroad(language)]
    phrases: dict[str, list[Phrase]] = {}
    seen: dict[tuple[str, ...], str] = {}
    for form, kind, value in entries:
        words = tuple(_WORD.findall(form))
        if not words:
            continue
        if words in seen:
            if {seen[words], kind} == {"J", "j"}:
                phrases[words[0]] = [(w, "Z" if w == words else k, v) for w, k, v in phrases[words[0]]]
            continue
        seen[words] = kind
        phrases.setdefault(words[0], []).append((words, kind, value))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return Vocabulary(
        phrases,
        language,
        month_first=table.get("month_first", own),
        year_first=table.get("year_first", own),
        roman_months=table.get("roman_months", False),
        clitics=table.get("clitics", ""),
        inflects=own,
        unspaced=table.get("unspaced", False),
        solar="solar" in table,
        from_case=tuple(table.get("from_case", ())),
        plan=tuple(fold_text(stem) for stem in table.get("plan", ())),
        scheduled=tuple(fold_text(stem) for stem in table.get("scheduled", ())),
    )


def _listed(table: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    for kind, name in (("x", "no_date"), ("R", "days"), ("Y", "years_away"), ("n", "ordinals"), ("c", "numbers")):
        for entry in table.get(name, ()):
            value = table[name][entry] if isinstance(table[name], dict) else 0
            yield from ((form, kind, value) for form in forms(entry))
    yield from _calendar(table)
    for name, direction in _DIRECTIONS.items():
        for key, kind in ((name, "J"), (f"{name}_after", "j")):
            yield from ((form, kind, direction) for entry in table.get(key, ()) for form in forms(entry))
    for name, kind in KINDS.items():
        value = 2 if name.startswith("two_") else 0 if name.endswith("_many") else 1
        yield from ((form, kind, value) for entry in table.get(name, ()) for form in forms(entry))


def _calendar(table: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Months and weekdays with their endings; a weak one is a month for sure only in the locative."""
    weak = {form for entry in table.get("weak", ()) for form in forms(entry)}
    for number, entry in enumerate(table.get("months", ()), start=1):
        for form in forms(entry):
            kind = "m" if form in weak else "M"
            yield form, kind, number
            yield from ((form + end, kind, number) for end in _folded(table, "suffixes"))
            yield from ((form + end, "l" if form in weak else "g", number) for end in _folded(table, "genitive"))
            yield from ((form + end, "M", number) for end in _folded(table, "locative"))
    for number, entry in enumerate(table.get("weekdays", ())):
        for form in forms(entry):
            kind = "w" if form in weak else "W"
            yield form, kind, number
            endings = [e for k in ("suffixes", "genitive", "locative") for e in _folded(table, k)]
            yield from ((form + end, kind, number) for end in endings)
            yield from ((form + end, "W", number) for end in _folded(table, "weekday_suffixes"))
    for number, form in enumerate(table.get("solar", ()), start=SOLAR + 1):
        yield fold_text(form), "M", number
    for word, number in table.get("abbreviations", {}).items():
        yield fold_text(word), "p", number


def _folded(table: dict[str, Any], key: str) -> list[str]:
    return list(dict.fromkeys(fold_text(ending) for ending in table.get(key, ())))


def _cldr(language: str, *, own: bool) -> Iterator[tuple[str, str, int]]:
    """Abbreviated months of a language; months and weekdays too if it is `own`, known from nowhere else."""
    locale = _locale(language)
    if locale is None:
        return
    for names in locale.months.values():
        for width, kind in (("wide", "M"), ("abbreviated", "p" if language == "en" else "b")):
            for number, name in names[width].items():
                form = fold_text(name).rstrip(".")
                if (own or kind != "M") and len(form) > 2 and not form[0].isdigit():
                    yield from _stemmed(form, "m" if kind == "M" and len(form) == 3 else kind, number)
    for names in locale.days.values() if own else ():
        for number, name in names["wide"].items():
            yield from _stemmed(fold_text(name), "W", number)


def _stemmed(form: str, kind: str, number: int) -> Iterator[tuple[str, str, int]]:
    """A word, and a long one without its last letter, on which other endings are hung: ივნისი, ივნისს."""
    yield form, kind, number
    if len(form) > _STEM and kind in "MW":
        yield form[:-1], kind, number


def _abroad(language: str) -> Iterator[tuple[str, str, int]]:
    """Months of every language and English weekdays: the frame of a page may be in another language than its text."""
    for code in tables():
        if code != language:
            for number, entry in enumerate(tables()[code].get("months", ()), start=1):
                yield from ((form, "f", number) for form in forms(entry) if len(form) > 2)
            yield from ((form, "f", number) for form, _, number in _cldr(code, own=False))
    for number, entry in enumerate(tables()["en"]["weekdays"]):
        yield from ((form, "w", number) for form in forms(entry))


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
