"""Words around the names of places: the tables of places.toml, by language."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from extractor.normalise.fold import fold_text


@dataclass(frozen=True)
class Words:
    """Folded words of a language: before a place's name, around it, after it, and for a capital."""

    before: frozenset[str]
    around: frozenset[str]
    after: frozenset[str]
    capital: frozenset[str]


@cache
def _toml() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))


@cache
def words(language: str) -> Words:
    """The words of `places.toml` that tell where something happens."""

    def folded(kind: str) -> frozenset[str]:
        return frozenset(fold_text(_toml()[kind].get(language, "")).split())

    return Words(folded("in"), folded("around"), folded("after"), folded("capital"))


@cache
def _ending(language: str) -> "re.Pattern[str] | None":
    """The case ending that says 'in', folded; None in languages that say it with a word."""
    written = _toml()["endings"].get(language)
    return re.compile(fold_text(written)) if written else None


def is_ending(letters: str, language: str) -> bool:
    """Whether these letters, hung on a name, say 'in'."""
    ending = _ending(language)
    return ending is not None and ending.fullmatch(letters) is not None


@cache
def no_towns(language: str) -> frozenset[str]:
    """Folded words that are never a place: offices, points of the compass, months and days of the language."""
    plain = _toml()["not"]["all"] + " " + _toml()["not"].get(language, "")
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    widths = [names for kind in (locale.months, locale.days) for form in kind.values() for names in form.values()]
    days = " ".join(str(name) for names in widths for name in names.values() if len(str(name)) > 2)
    return frozenset(fold_text(f"{plain} {days}").split())


@cache
def facilities() -> frozenset[str]:
    """Folded words for barracks, ports and other things that a place's name can be part of."""
    return frozenset(fold_text(_toml()["not"]["facilities"]).split())
