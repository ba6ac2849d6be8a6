"""Cities of the world, by any of their spellings. The data are GeoNames' (CC BY 4.0), cut down to `cities.tsv` beside this file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.normalise import countries
from extractor.normalise.fold import fold_text

_PARTS = re.compile(r"[^\W_]+")
_ARAB = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "YE",
    ]
)
_ARTICLES = frozenset(["al", "el", "es", "ech", "ar", "ad", "at", "an", "az", "ash"])
_CONSONANTS = str.maketrans(
    {
        pair[0]: pair[1]
        for pair in [
            "بb",
            "تt",
            "ثt",
            "جj",
            "خk",
            "دd",
            "ذd",
            "رr",
            "زz",
            "سs",
            "شs",
            "صs",
            "ضd",
            "طt",
            "ظd",
            "غk",
            "فf",
            "قk",
            "كk",
            "لl",
            "مm",
            "نn",
            "qk",
            "gk",
            "ck",
        ]
    }
    | dict.fromkeys("حعهويةىاءaeiouwyhə", " ")
)
_PAIRS = (("ch", "s"), ("sh", "s"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("gh", "k"), ("kh", "k"))
_ENOUGH = 5
"""Consonants from which Arabic and Latin names that share all of them are taken for the same."""


@dataclass(frozen=True)
class City:
    """A city of the gazetteer. `thousands`: of people. `capital`: of its country."""

    name: str
    country: str
    thousands: int
    capital: bool


@dataclass(frozen=True)
class _Table:
    """The file's lines, and for every spelling the numbers of the lines that have it, the biggest city first."""

    lines: tuple[str, ...]
    spellings: dict[str, tuple[int, ...]]


@cache
def _table() -> _Table:
    text = Path(__file__).with_name("cities.tsv").read_text(encoding="utf-8")
    lines = tuple(line for line in text.split("\n") if line and line[0] != "#")
    spellings: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines):
        for spelling in line[line.rfind("\t") + 1 :].split("|"):
            known = spellings.get(spelling)
            spellings[spelling] = (*known, number) if known else (number,)
    return _Table(lines, spellings)


def key(words: Iterable[str]) -> str:
    """How the table spells these folded words: only letters and digits, with single spaces."""
    return " ".join(part for word in words for part in _PARTS.findall(word))


def spelt(key: str) -> tuple[City, ...]:
    """The cities that are spelt so, the biggest first."""
    table = _table()
    return tuple(_city(table.lines[number]) for number in table.spellings.get(key, ()))


@cache
def _skeletons() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_table().lines):
        name, country, _ = line.split("\t", 2)
        if country in _ARAB:
            skeleton = _skeleton(fold_text(name))
            found[skeleton] = (*found.get(skeleton, ()), number)
    return found


def _skeleton(name: str) -> str:
    """The consonants of a folded name in Arabic or in Latin letters, without articles: 'bnkrdn' of Ben Gardane."""
    words = [word.removeprefix("ال") for word in _PARTS.findall(name) if word not in _ARTICLES]
    text = "".join(words)
    for pair, sound in _PAIRS:
        text = text.replace(pair, sound)
    return re.sub(r"(.)\1+", r"\1", text.translate(_CONSONANTS).replace(" ", ""))


def sounding(words: Iterable[str]) -> tuple[City, ...]:
    """Cities of Arab countries whose Latin name has the consonants of these Arabic words: GeoNames lacks many Arabic names."""
    skeleton = _skeleton(" ".join(words))
    numbers = _skeletons().get(skeleton, ()) if len(skeleton) >= _ENOUGH else ()
    return tuple(_city(_table().lines[number]) for number in numbers)


def _city(line: str) -> City:
    name, country, thousands, _ = line.split("\t")
    return City(name, country, int(thousands), countries.of_capital(name) == country)


def capital(country: str) -> City:
    """The capital of a country, whatever the gazetteer knows of it."""
    name = countries.capital(country)
    known = next((city for city in spelt(key([fold_text(name)])) if city.country == country), None)
    return City(name, country, known.thousands if known else 0, capital=True)
