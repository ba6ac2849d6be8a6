"""Names of persons: without rank and courtesy title, in Latin letters, and whether two forms are one person."""

import re
from functools import lru_cache

from anyascii import anyascii

from extractor.normalise import ranks
from extractor.normalise.scripts import is_small

_COURTESY = re.compile(
    r"(?:mr|mrs|ms|dr|prof|sir|his excellency|h\.e|herr|frau|m|mme|monsieur|madame|señor|señora|sr|sra|don|г-н|господин"
    r"|sayın|cənab|pan|pani)\.?\s+",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[\d\"“”„«»():;!?]")
_NICKNAME = re.compile(r"(?<=[^\W\d_]) [«\"“„'‘][^\W\d_]+[»\"”“'’] (?=[^\W\d_])")
PARTICLES = frozenset(
    """
    de da do dos das del di du la le van von der den zu bin ibn ben bint al el ul e y oğlu qızı ug ogly kyzy
    """.split()  # noqa: SIM905  # words, not code
)
"""Small words inside names: Ludwig van der Heyden, Mohammed bin Ali."""
_LONGEST = 6
_SOUNDS = (
    (re.compile(r"dsch|dzh|dj|zh"), "j"),
    (re.compile(r"tsch|tch|cz"), "c"),
    (re.compile(r"sch|sh|sz"), "s"),
    (re.compile(r"kh|ch|[hgqx]"), "k"),
    (re.compile(r"w|ff"), "v"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"o"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that languages write differently for one sound, in the order in which they are made alike."""

_SERBIAN = str.maketrans(
    dict(zip("жчшхцЖЧШХЦћЋ", "zcshcZCSHCcC", strict=True))
    | {"ђ": "dj", "Ђ": "Dj", "џ": "dz", "Џ": "Dz", "љ": "lj", "Љ": "Lj", "њ": "nj", "Њ": "Nj", "ј": "j", "Ј": "J"}
)
"""Serbian letters as Serbians write them in Latin ones, without the marks."""


def bare(written: str) -> tuple[str | None, str]:
    """Rank and name of a name as a model writes it; courtesy titles ('Mr.') are dropped, a leading rank is split off."""
    name = written.strip().strip(",")
    if not plausible(name) and (inside := ranks.last(name)):
        name = name[inside:]
    rank = None
    for _ in range(3):
        name = _COURTESY.sub("", name, count=1) if _COURTESY.match(name) else name
        found, name = ranks.split(name)
        rank = rank or found
        if not found:
            break
    return rank, name


def plausible(name: str) -> bool:
    """Whether a string can be a person's name: up to six words, capitals where the script has them, no digits or quotes.

    'Generalstab in Lissabon' and 'Korvette „Tarik“' can't; a nickname may stand within: 'Raúl "Tano" Bianchi'.
    """
    name = _NICKNAME.sub(" ", name)
    words = name.split()
    if not 1 <= len(words) <= _LONGEST or _NO_NAME.search(name):
        return False
    return all(not is_small(word) or word.casefold() in PARTICLES or "-" in word or "'" in word for word in words)


def latin(name: str, language: str = "") -> str:
    """The name in plain Latin letters, as written: 'Юлдашев' → 'Yuldashev', 'Yoldoşev' → 'Yoldosev', Serbian 'Гашић' → 'Gasic'."""
    if language == "sr":
        name = name.translate(_SERBIAN)
    return re.sub(r"\s+", " ", anyascii(name)).strip()


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """What is left of a name when the habits of transliteration are taken away: Gasanov = Hasanov, Chrenin = Khrenin."""
    sounds = re.sub(r"[^a-z ]", "", latin(name).casefold()).strip()
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return sounds


def same_person(one: str, other: str) -> bool:
    """Whether two forms can be one person: equal last names, and first names or initials that agree.

    Initials and surnames corefer with a full name (R22): 'Z. Hasanov', 'Hasanov' and 'Zakir Hasanov' are one.
    """
    first, second = _words(one), _words(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    initials = {latin(word).casefold() for word in (*_split(one), *_split(other)) if len(word) == 1}
    return all(
        a == b or (a in initials and b.startswith(a)) or (b in initials and a.startswith(b))
        for a, b in zip(first[:-1], second[:-1], strict=False)
    )


def _split(name: str) -> list[str]:
    return [word for word in re.split(r"[\s.]+", name) if word]


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    """Latin words; one Cyrillic initial may be two letters of them ('Ю.' → 'yu')."""
    return tuple(word for part in _split(name) if (word := latin(part).casefold()))
