"""Cities of the world, by any of their spellings. The data are GeoNames' (CC BY 4.0), cut down to `cities.tsv` and `spellings.tsv`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from extractor.normalise import countries
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import is_wide

_PARTS = re.compile(r"[^\W_]+")
_RUN = re.compile(r"[^\W_]+")
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
_ENOUGH_PEOPLE = 50
"""Thousands of people of a town that only `towns_eastern.tsv` has."""
_ENOUGH = 5
"""Consonants from which Arabic and Latin names that share all of them are taken for the same."""


@dataclass(frozen=True)
class City:
    """A city of the gazetteer. `thousands`: of people. `capital`: of its country."""

    name: str
    country: str
    thousands: int
    capital: bool


@cache
def _lines() -> list[str]:
    """The lines of `cities.tsv` as an editor numbers them, from 1: what stands at 0 and 1 is no city."""
    return ["", *Path(__file__).with_name("cities.tsv").read_text(encoding="utf-8").splitlines()]


@cache
def _spellings() -> bytes:
    """`spellings.tsv`: a spelling and the numbers of the lines of `cities.tsv` that have it, in the order of its bytes."""
    return b"\n" + Path(__file__).with_name("spellings.tsv").read_bytes()


def _numbers(spelling: str) -> list[int]:
    """The lines of the cities that are spelt so. The file is searched by halves: 200,000 rows are too many to read."""
    rows, wanted = _spellings(), spelling.encode()
    low, high = 0, len(rows) - 1
    while low < high:  # offsets of the line breaks before the first row that it can be and after the last one
        start = rows.rfind(b"\n", low, (low + high) // 2 + 1)
        found, _, numbers = rows[start + 1 : rows.index(b"\n", start + 1)].partition(b"\t")
        if found == wanted:
            return [int(number) for number in numbers.split()]
        if found < wanted:
            low = rows.index(b"\n", start + 1)
        else:
            high = start
    return []


def unspaced(text: str, mentions: Sequence[countries.Mention]) -> list[countries.Token]:
    """The words of a Japanese or Chinese text as far as places go: names of countries and towns, and what stands between them."""
    cuts: list[tuple[int, int]] = [(m.start, m.end) for m in mentions]
    named = sorted(cuts)
    for (_, start), (end, _) in pairwise([(0, 0), *named, (len(text), len(text))]):
        cuts += [match.span() for match in _unspaced_towns().finditer(text, start, end)]
    tokens = []
    at = 0
    for start, end in sorted([*cuts, (len(text), len(text))]):
        tokens += [(m.start(), m.end()) for m in _RUN.finditer(text, at, start)]
        tokens += [(start, end)] if end > start else []
        at = end
    return [countries.Token(text[s:e], fold_text(text[s:e]), s, e) for s, e in tokens]


@cache
def _unspaced_towns() -> "re.Pattern[str]":
    """Every spelling in kana and Han characters of the table, as it is written; the longest first."""
    names = sorted(_written_in_signs(), key=len, reverse=True)
    whole = [
        (r"(?<![ァ-ヺー])" if "ァ" <= name[0] <= "ヺ" else "")
        + re.escape(name)
        + (r"(?![ァ-ヺー])" if "ァ" <= name[-1] <= "ー" else "")
        for name in names
    ]
    return re.compile("|".join(whole) or "(?!)")


@cache
def _written_in_signs() -> tuple[str, ...]:
    return tuple(name for names, _, _ in _eastern() for name in names if is_wide(name[0]))


@cache
def _eastern() -> tuple[tuple[list[str], str, str], ...]:
    """The towns of `towns_eastern.tsv`: spellings in Japanese, Chinese and Korean, the name in `cities.tsv`, the country."""
    rows = Path(__file__).with_name("towns_eastern.tsv").read_text(encoding="utf-8").splitlines()
    parts = (row.split("\t") for row in rows if not row.startswith("#"))
    return tuple((names.split("|"), name, country) for names, name, country in parts)


@cache
def _eastern_spellings() -> dict[str, tuple[str, str]]:
    return {fold_text(spelling): (name, country) for names, name, country in _eastern() for spelling in names}


def key(words: Iterable[str]) -> str:
    """How the table spells these folded words: only letters and digits, with single spaces."""
    return " ".join(part for word in words for part in _PARTS.findall(word))


@lru_cache(maxsize=50_000)
def spelt(key: str) -> tuple[City, ...]:
    """The cities that are spelt so, the biggest first."""
    if eastern := _eastern_spellings().get(key):
        named, country = eastern
        same = (city for city in spelt(" ".join(_PARTS.findall(fold_text(named)))) if city.country == country)
        return (next(same, City(named, country, _ENOUGH_PEOPLE, capital=False)),)
    return tuple(_city(_lines()[number]) for number in _numbers(key))


@cache
def _skeletons() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_lines()[2:], start=2):
        name, country, _ = line.split("\t")
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
    return tuple(_city(_lines()[number]) for number in numbers)


def _city(line: str) -> City:
    name, country, thousands = line.split("\t")
    return City(name, country, int(thousands), countries.of_capital(name) == country)


def capital(country: str) -> City:
    """The capital of a country, whatever the gazetteer knows of it."""
    name = countries.capital(country)
    known = next((city for city in spelt(key([fold_text(name)])) if city.country == country), None)
    return City(name, country, known.thousands if known else 0, capital=True)
