"""How right a value is: 1, ½ or 0. One function a kind of value; each takes (predicted, expected, aliases)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from extractor.normalise.fold import fold_text
from extractor.normalise.names import latin

_ALIKE = 90.0
"""token_set ratio from which two texts are half right; 85 would merge Milley and Miller."""
_SOUNDS = (
    (re.compile(r"tsch|tch|cz"), "c"),
    (re.compile(r"sch|sh|sz"), "s"),
    (re.compile(r"zh|dzh|dj"), "j"),
    (re.compile(r"kh|ch|[hgqx]"), "k"),
    (re.compile(r"w|ff|f(?=f)"), "v"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"o"), "a"),
    (re.compile(r"ii+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""The scorer's own, not the product's of the same kind: a score must not move with what it scores."""


def code(predicted: Any, expected: Any, aliases: Sequence[str]) -> float:
    """A code of a closed list is right or wrong."""
    return float(predicted == expected or predicted in aliases)


def date(predicted: str, expected: str, aliases: Sequence[str]) -> float:
    """The same EDTF date 1, a coarser or sharper one that agrees ½."""
    if predicted == expected or predicted in aliases:
        return 1.0
    return 0.5 if any(_agrees(predicted, other) for other in (expected, *aliases)) else 0.0


def _agrees(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short)] in "-/"


def place(predicted: str, expected: str, aliases: Sequence[str]) -> float:
    """The same name, however it is typed."""
    return float(_same(predicted, expected, aliases))


def text(predicted: str, expected: str, aliases: Sequence[str]) -> float:
    """The same words 1; nearly the same words ½."""
    if _same(predicted, expected, aliases):
        return 1.0
    return (
        0.5
        if max(fuzz.token_set_ratio(fold_text(predicted), fold_text(e)) for e in (expected, *aliases)) >= _ALIKE
        else 0.0
    )


def person(predicted: str, expected: str, aliases: Sequence[str]) -> float:
    """The same name, one of its aliases, or the same sounds in another transliteration 1; nearly the same words ½."""
    known = (expected, *aliases)
    if _same(predicted, expected, aliases) or skeleton(predicted) in {skeleton(name) for name in known}:
        return 1.0
    near = max(fuzz.token_set_ratio(_plain(predicted), _plain(name)) for name in known)
    return 0.5 if near >= _ALIKE else 0.0


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """What is left of a name when the habits of transliteration are taken away: Gasanov = Hasanov, Chrenin = Khrenin."""
    sounds = _plain(name)
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return sounds


@lru_cache(maxsize=50_000)
def _plain(name: str) -> str:
    return re.sub(r"[^a-z ]", "", latin(name).casefold()).strip()


def _same(predicted: str, expected: str, aliases: Sequence[str]) -> bool:
    return fold_text(predicted) in {fold_text(other) for other in (expected, *aliases)}
