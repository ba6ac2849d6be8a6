"""The words for countries and organisations of one language, ready to look up.

Names come from the Unicode CLDR (babel), capitals also from its time zones. What it lacks stands in `words/LANGUAGE.csv`:
other names, adjectives with the names of peoples, other names of the capital. There a small first letter means that the
word may be written small, ALL CAPITALS that it must be, and a final hyphen that it is the first half of a compound
(franco-). Codes and English capitals are in `countries.csv`.
"""

import csv
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import UNSPACED, is_small

Kind = Literal["name", "adjective", "capital"]
ORGANISATIONS = frozenset(
    [
        "NATO",
        "EU",
        "UN",
        "AFU",
        "CIS",
        "CSTO",
        "SCO",
        "OSCE",
        "OTS",
        "ASEAN",
        "ECOWAS",
        "ECCAS",
        "SADC",
        "GCC",
        "OAS",
        "LAS",
        "PIF",
        "G5S",
        "AES",
        "EAC",
        "EAEU",
        "IGAD",
        "CARICOM",
        "SICA",
        "CPLP",
    ]
)
LANGUAGES = tuple(
    "en de fr es it pt ro nl ru uk pl tr az ar sv kk cs sk sl sr hu da no fi ko ja id ms vi el bg lt lv uz ka fa et zh".split()  # noqa: SIM905  # words, not code
)
"""Languages with a file of words."""
_NEIGHBOURS = {
    "az": ("tr",),
    "uk": ("ru",),
    "sr": ("sr_Latn", "hr", "bs"),
    "da": ("no",),
    "no": ("da",),
    "ms": ("id",),
    "id": ("ms",),
}
"""Languages whose names are also read, because texts mix them or are taken for one another."""
_SURE = 4
"""Letters of a stem that says enough; behind a shorter one, 'kor' of Korea, a vowel stands: a corps is no Korea."""
_VOWELS = frozenset("aeiouyаеиоуыэюяі") | {""}
_STEM = 4
"""Letters of the shortest name whose last one may change in a language without a file."""
_ADJECTIVE = 6
"""Letters of the shortest beginning of a name that an adjective of such a language is known by."""
_ITSELF = re.compile(r"\w{2,}(?:sk|ck|ск)(?=[aeoао]$)")
"""Slavic names that are adjectives: Poľsko, Турска."""
_COMPOUND = re.compile(r"\w{5,}(?=(?:orszag|land)$)")
"""What Hungarian and Germanic names put behind the name of the people: Lengyelország, Tyskland."""
_ZONES = {"kiev": "kyiv", "katmandu": "kathmandu"}
"""Time zones that spell their capital in an older way."""
_LETTERS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f"
WORD = re.compile(rf"(?:[^\W\d_ʼ]|[{_LETTERS}])+")
"""A word: letters with their marks; apostrophes, hyphens and points end it."""
_LOOSE = {
    "de": ("e en er es em", 2),
    "ru": ("аяоеиыьую", 3),
    "uk": ("аяоеиіьуює", 3),
    "pl": ("aeiouy", 4),
    "ro": ("aei", 3),
    "cs": ("aeiouy", 4),
    "sk": ("aeiouy", 4),
    "sl": ("aeiou", 4),
    "sr": ("aeiouаеиоу", 4),
    "fi": ("aeiouy", 5),
    "el": ("αεηιουωσ", 3),
    "bg": ("аеио", 2),
}
"""What a word of a longer name loses before an ending, and how long that ending may be."""


@dataclass(frozen=True)
class Entry:
    """What a word stands for. `small`: it may be written with a small letter."""

    code: str
    kind: Kind
    small: bool = False


@dataclass(frozen=True)
class Phrase:
    """A name of several words: for each a beginning and how many letters may follow."""

    words: tuple[tuple[str, int], ...]
    entry: Entry

    def fits(self, number: int, folded: str) -> bool:
        """Whether this folded word is a form of the phrase's word `number`."""
        stem, extra = self.words[number]
        whole = len(stem) >= _SURE or extra == 0 or folded[len(stem) : len(stem) + 1] in _VOWELS
        return whole and folded.startswith(stem) and len(folded) - len(stem) <= extra


@dataclass(frozen=True)
class Words:
    """The words of a language, folded, except for `acronyms`, which are as written."""

    nouns: dict[str, Entry] = field(default_factory=dict)
    adjectives: dict[str, Entry] = field(default_factory=dict)
    acronyms: dict[str, Entry] = field(default_factory=dict)
    halves: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    """By the first two letters, the longest first; only those in `small_phrases` may begin with a small letter."""
    small_phrases: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    stems: dict[str, Entry] = field(default_factory=dict)
    """Beginnings of names from which adjectives are made, in a language without a file."""
    written: dict[str, Entry] = field(default_factory=dict)
    """Nouns as written, of which folding would take marks: those of kana."""

    def add(self, written: str, entry: Entry, language: str) -> None:
        """Add one word or phrase; what is there already stays."""
        parts = [fold_text(part) for part in WORD.findall(written)]
        if written.endswith("-"):
            self.halves.setdefault(parts[0], entry)
        elif len(parts) > 1:
            words = tuple(
                _loose(part, language, entry, last=number == len(parts)) for number, part in enumerate(parts, 1)
            )
            for phrases in (self.phrases, self.small_phrases)[: 1 + entry.small]:
                phrases[parts[0][:2]].append(Phrase(words, entry))
        elif written.isupper() and len(written) < 8 and written.lower() != written:
            self.acronyms.setdefault(written, entry)
        elif parts:
            (self.adjectives if entry.kind == "adjective" else self.nouns).setdefault(parts[0], entry)
        if language in UNSPACED and not written.isascii() and not written.endswith("-"):
            self.written.setdefault(written, entry)


def _loose(word: str, language: str, entry: Entry, *, last: bool) -> tuple[str, int]:
    """A word of a phrase as a beginning and the letters that may follow."""
    if language in {"tr", "az", "kk", "hu", "ko"}:
        return (word.rstrip("kqкқ" if language != "hu" else ""), 10) if last else (word, 0)
    if language in {"da", "no"}:  # Sør-Koreas
        return word, int(last)
    if language not in _LOOSE or len(word) < 4:
        if not last or entry.kind != "adjective":
            return word, 0
        return (word[:-1], 3) if word[-1] in "oae" and len(word) > 4 else (word, 3)
    vowels, extra = _LOOSE[language]
    if " " in vowels:
        ending = next((ending for ending in vowels.split() if word.endswith(ending)), "")
        return word.removesuffix(ending), extra
    return word[:2] + word[2:-2] + word[-2:].rstrip(vowels), extra


@cache
def capitals() -> dict[str, str]:
    """Code → English name of the capital, in the order of the table; no organisations."""
    with Path(__file__).with_name("countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["capital"] for row in csv.DictReader(file)}


@cache
def codes() -> frozenset[str]:
    """Every code this module can return."""
    return frozenset(capitals()) | ORGANISATIONS


_MOSTLY = {
    "da": "DK", "el": "GR", "fi": "FI", "it": "IT", "ja": "JP", "ko": "KR", "no": "NO", "ro": "RO", "sv": "SE", "tr": "TR",
}  # fmt: skip
"""Languages that are official in several countries, and mostly written in one."""


@cache
def speaking(language: str) -> frozenset[str]:
    """Codes of the countries in which a language is an official one."""
    return frozenset(code for code in capitals() if language in get_official_languages(code, de_facto=True))


def written_in(language: str) -> str | None:
    """Code of the one country where a language is official, or mostly written."""
    spoken = speaking(language)
    return _MOSTLY.get(language) or (next(iter(spoken)) if len(spoken) == 1 else None)


@cache
def agencies() -> dict[str, str]:
    """Name of a national news agency, as written → code of its country."""
    told = tomllib.loads(Path(__file__).with_name("agencies.toml").read_text(encoding="utf-8"))
    return {name: code for code, names in told.items() for name in names}


@cache
def rows(language: str) -> tuple[tuple[str, Kind, str], ...]:
    """What the language's file says, as (code, kind, word)."""
    path = Path(__file__).with_name("words") / f"{language}.csv"
    if not path.is_file():
        return ()
    kinds: tuple[tuple[str, Kind], ...] = (("names", "name"), ("adjectives", "adjective"), ("capitals", "capital"))
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            (row["code"], kind, word)
            for row in csv.DictReader(file)
            for column, kind in kinds
            for word in row[column].split("|")
            if word
        )


@cache
def words(language: str) -> Words:
    """All words of a language; English names and capitals belong to every language."""
    found = Words()
    own = sorted((*rows(language), *_cldr(language)), key=lambda row: row[1] != "name")
    for code, kind, word in own:
        found.add(word, Entry(code, kind, kind == "adjective" and is_small(word)), language)
    for other in (*_NEIGHBOURS.get(language, ()), "en"):
        for code, kind, word in (*rows(other), *_cldr(other)):
            if kind != "adjective" or (len(word) > 4 and other == "en"):
                found.add(word, Entry(code, kind), "en" if other == "en" else language)
    if language not in LANGUAGES:  # Λετονίας is Λετονία with another last letter
        found.stems.update(_stems([(code, fold_text(name)) for code, kind, name in own if kind == "name"]))
        for word, entry in list(found.nouns.items()):
            if len(word) > _STEM:
                found.nouns.setdefault(word[:-1], entry)
    for phrases in (*found.phrases.values(), *found.small_phrases.values()):
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return found


def _stems(names: list[tuple[str, str]]) -> dict[str, Entry]:
    """What adjectives of countries begin with, by their names of one word, but for what begins another country's name: 'γερμαν'."""
    found: dict[str, Entry] = {}
    for code, name in names:
        cuts = [name[:-cut] for cut in range(1, 4) if len(name) - cut >= _ADJECTIVE]
        named = (pattern.match(name) for pattern in (_ITSELF, _COMPOUND))
        for stem in (*cuts, *(match.group() for match in named if match)):
            if " " not in name and not any(other.startswith(stem) and its != code for its, other in names):
                found[stem] = Entry(code, "adjective", small=True)
    return found


def _cldr(language: str) -> list[tuple[str, Kind, str]]:
    """Names of countries and of those capitals that are time zones, as the CLDR has them; nothing if it has not."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return []
    found: list[tuple[str, Kind, str]] = []
    for code in capitals():
        for name in re.split(r"\s*[()]\s*", locale.territories.get(code, "")):
            found += [(code, "name", name)] if name else []
    towns = {fold_text(zone.rpartition("/")[2].replace("_", " ")): names for zone, names in locale.time_zones.items()}
    towns |= {new: towns[old] for old, new in _ZONES.items() if old in towns}
    for code, capital in capitals().items():
        local = towns.get(fold_text(capital), {}).get("city")
        found += [(code, "capital", name) for name in (local, capital) if name]
    return found


@cache
def written(language: str) -> tuple[str, ...]:
    """Every name of a language as it is written."""
    return tuple(name for _, _, name in (*rows(language), *_cldr(language)))


@cache
def capital_names() -> dict[str, str]:
    """Folded name of a capital in any of the languages → code."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, kind, name in (*rows(language), *_cldr(language)):
            if kind == "capital":
                found.setdefault(fold_text(name), code)
    return found
