"""Names of persons: without rank and courtesy title, in Latin letters, and whether two forms are one person."""

import re

from anyascii import anyascii

from extractor.normalise import ranks

_COURTESY = re.compile(
    r"(?:mr|mrs|ms|dr|prof|sir|his excellency|h\.e|herr|frau|m|mme|monsieur|madame|señor|señora|sr|sra|don|г-н|господин"
    r"|sayın|cənab|pan|pani)\.?\s+",
    re.IGNORECASE,
)


def bare(written: str) -> tuple[str | None, str]:
    """Rank and name of a name as a model writes it; courtesy titles ('Mr.') are dropped, a leading rank is split off."""
    name = written.strip().strip(",")
    rank = None
    for _ in range(3):
        name = _COURTESY.sub("", name, count=1) if _COURTESY.match(name) else name
        found, name = ranks.split(name)
        rank = rank or found
        if not found:
            break
    return rank, name


def latin(name: str) -> str:
    """The name in plain Latin letters, as written: 'Юлдашев' → 'Yuldashev', 'Yoldoşev' → 'Yoldosev'."""
    return re.sub(r"\s+", " ", anyascii(name)).strip()


def same_person(one: str, other: str) -> bool:
    """Whether two forms can be one person: equal last names, and first names or initials that agree.

    Initials and surnames corefer with a full name (R22): 'Z. Hasanov', 'Hasanov' and 'Zakir Hasanov' are one.
    """
    first, second = _words(one), _words(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    return all(
        a[0] == b[0] and (len(a) == 1 or len(b) == 1 or a == b) for a, b in zip(first[:-1], second[:-1], strict=False)
    )


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s.]+", latin(name).casefold()) if word]
