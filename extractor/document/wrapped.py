"""Text whose lines were broken at a column: its paragraphs put together again, every character in its place."""

import re
from itertools import pairwise

_SHORTEST, _LONGEST = 50, 120
"""Code points of the column at which text is broken."""
_FEWEST = 4
"""Lines that must go on in the next one before a text is taken to be broken at a column."""
_MOSTLY = 0.6
"""Share of full lines that end within a sentence; of a list of headlines hardly any is full."""
_LINE = re.compile(r"[^\r\n]+")
_ENDED = re.compile(r"[.!?:;…»”\"]\s*$")


def joined(text: str) -> str:
    """The text with a space for each line end inside a paragraph, if its lines were broken at a column; else as it is.

    Nothing moves: offsets into the result are offsets into the text.
    """
    lines = list(_LINE.finditer(text))
    width = max((len(line[0].rstrip()) for line in lines if len(line[0].rstrip()) <= _LONGEST), default=0)
    if width < _SHORTEST:
        return text
    full = [(one, other) for one, other in pairwise(lines) if _goes_on(text, one, other, width)]
    inside = sum(not _ENDED.search(one[0]) for one, _ in full)
    if inside < _FEWEST or inside < _MOSTLY * len(full):
        return text
    out = list(text)
    for one, other in full:
        out[one.end() : other.start()] = " " * (other.start() - one.end())
    return "".join(out)


def _goes_on(text: str, one: re.Match[str], other: re.Match[str], width: int) -> bool:
    """Whether the next line follows at once and its first word had no room in this one."""
    at_once = text[one.end() : other.start()].replace("\r\n", "\n") in {"\n", "\r"}
    words = other[0].split()
    size = len(one[0].rstrip())
    return at_once and bool(words) and size <= width < size + 1 + len(words[0])
