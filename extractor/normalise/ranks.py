"""Military ranks: a written rank → one of the twenty names of the closed list, and a rank in front of a name.

The forms, by language, stand in ranks.toml beside this file; those under `unlisted` are ranks without such a name.
"""

from functools import cache
from pathlib import Path

from extractor.normalise import phrases
from extractor.normalise.fold import fold, fold_text
from extractor.normalise.phrases import Hit, Phrases

_WINDOW = 60
"""Code points before a name within which its rank begins."""


@cache
def _forms() -> Phrases:
    return Phrases(phrases.rows(phrases.read(Path(__file__).with_suffix(".toml"))))


def to_norm(written: str) -> str | None:
    """Name of the closed list for a rank as written ('Generaloberst' → colonel_general), or None."""
    text = fold_text(written)
    hit = _forms().at(text, 0) if text else None
    return _listed(hit.label) if hit and hit.end == len(text) else None


def find_all(folded: str) -> list[Hit]:
    """Every rank in a folded text, in its order: label as in ranks.toml, offsets in the folded text, end exclusive."""
    return _forms().find(folded)


def _listed(label: str) -> str | None:
    return None if label == "unlisted" else label


def split(name: str) -> tuple[str | None, str]:
    """Rank and name of 'Colonel General Zakir Hasanov', both verbatim; rank None when none leads the name."""
    folded = fold(name)
    hit = _forms().at(folded.text, 0)
    if not hit or not folded.text[hit.end : hit.end + 1].isspace():
        return None, name
    start, end = folded.raw(hit.start, hit.end)
    rest = name[end:].strip()
    return (name[start:end], rest) if rest else (None, name)


def last(text: str) -> int | None:
    """Raw offset of the last rank in `text` that a word follows, or None: '… von Kapitän zur See Duarte Nogueira'."""
    folded = fold(text)
    found = [hit.start for hit in find_all(folded.text) if folded.text[hit.end : hit.end + 1].isspace()]
    return folded.at[found[-1]] if found else None


def before(text: str, start: int) -> tuple[int, int] | None:
    """Raw span of the rank that stands right before offset `start` of `text`, or None."""
    window = max(0, start - _WINDOW)
    folded = fold(text[window:start])
    best = next((hit for hit in find_all(folded.text) if not folded.text[hit.end :].strip(" ,")), None)
    if best is None or best.end == len(folded.text):
        return None
    begin, end = folded.raw(best.start, best.end)
    return window + begin, window + end
