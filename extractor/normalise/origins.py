"""Where a personal name is usual: from which of several states its bearer more likely comes.

Naive Bayes over the character n-grams of names that are usual in a hundred cultures (`origins.toml`), of which a state has one or
more. It knows cultures, not passports: what the text says of a person comes first.
"""

import math
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anyascii import anyascii

_TABLE = Path(__file__).with_suffix(".toml")
SURE = 6.0
"""Nats by which a state's names must be likelier than those of each other one: of the gold's people of two states 94 in 100 have it, 98 of whom rightly."""
_SHORTEST, _LONGEST = 2, 4
_PRIOR = 50.0
"""What the n-grams of all cultures together count for beside those of one."""
_SEEN = 0.5
_HYPHENS = re.compile(r"[-‐‑–]")
_NO_LETTER = re.compile(r"[^a-z ]")
_VOWELS = re.compile(r"[aeiouwy]")
_ALIKE = {"ph": "f", "gh": "g", "kh": "k", "ck": "k", "p": "b", "v": "f", "q": "k", "c": "k", "j": "g", "x": "ks"}
_DIGRAPHS = re.compile("|".join(_ALIKE))
_TWICE = re.compile(r"(.)\1+")
_CONSONANTAL = re.compile(r"[\u0590-\u05ff\u0600-\u06ff]")
"""Scripts that mostly leave out vowels: Hebrew and Arabic."""


def likely(name: str, states: Iterable[str]) -> str | None:
    """The one of these states (ISO 3166-1 alpha-2) whose names are most like `name`; None where that isn't sure, or a state unknown."""
    model = _model(consonantal=bool(_CONSONANTAL.search(name)))
    likelihoods = {state: model.likelihood(name, state) for state in states}
    if not likelihoods or None in likelihoods.values():
        return None
    best, *others = sorted(likelihoods, key=lambda state: -(likelihoods[state] or 0))
    sure = all((likelihoods[best] or 0) - (likelihoods[other] or 0) >= SURE for other in others)
    return best if sure and others else None


@dataclass(frozen=True)
class _Model:
    """How often each n-gram stands in the names of a culture, and in all (culture `""`), with the sums, and the cultures of a state."""

    counts: Mapping[str, Counter[str]]
    totals: Mapping[str, int]
    cultures: Mapping[str, list[str]]
    consonantal: bool

    def likelihood(self, name: str, state: str) -> float | None:
        """Logarithm of how likely the name is in the likeliest culture of a state; None if none is known."""
        grams = list(_grams(name, consonantal=self.consonantal))
        return max((self._in(culture, grams) for culture in self.cultures.get(state, ())), default=None)

    def _in(self, culture: str, grams: Iterable[str]) -> float:
        counts, everywhere = self.counts[culture], self.counts[""]
        prior = _PRIOR / (self.totals[""] + _SEEN * len(everywhere))
        total = self.totals[culture] + _PRIOR
        return sum(math.log((counts[gram] + prior * (everywhere[gram] + _SEEN)) / total) for gram in grams)


@cache
def _model(*, consonantal: bool) -> _Model:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    counts: dict[str, Counter[str]] = {"": Counter()}
    cultures: dict[str, list[str]] = defaultdict(list)
    for culture, names in table.items():
        counts[culture] = Counter(_grams(f"{names['given']} {names['family']}", consonantal=consonantal))
        counts[""].update(counts[culture])
        for state in names["states"]:
            cultures[state].append(culture)
    totals = {culture: grams.total() for culture, grams in counts.items()}
    return _Model(counts, totals, cultures, consonantal)


def _grams(name: str, *, consonantal: bool) -> Iterator[str]:
    """The n-grams of each word, folded to a to z, its ends marked."""
    for word in _NO_LETTER.sub("", anyascii(_HYPHENS.sub(" ", name)).lower()).split():
        marked = f"^{_skeleton(word) if consonantal else word}$"
        for size in range(_SHORTEST, _LONGEST + 1):
            yield from (marked[at : at + size] for at in range(len(marked) - size + 1))


def _skeleton(word: str) -> str:
    """The consonants of a word, those that Arabic writes with one letter alike, doubled ones once: 'bdks' for Papadakis."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", _DIGRAPHS.sub(lambda found: _ALIKE[found.group()], word)))
