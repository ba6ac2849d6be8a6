"""Text whose lines were broken at a column: its paragraphs put together again, every character in its place."""

import re
from collections.abc import Collection
from itertools import pairwise

from extractor.normalise.scripts import is_small

_LONGEST = 200
"""Code points of the column at which text is broken, at most."""
_SHORTEST = 30
"""Code points of a line that goes on; a shorter one may be an item of a menu."""
_FEWEST = 4
"""Lines that must go on in the next one before a text is taken to be broken at a column."""
_FEW = 2
"""Pairs of lines up to which a block proves nothing: a headline, its deck and a stamp."""
_MOSTLY = 0.6
"""Share of full lines that end within a sentence; of a list of headlines hardly any is full."""
_NEARLY = 0.85
"""Share of the column that is filled where letters of unlike width are broken at it."""
_LINE = re.compile(r"[^\r\n]+")
_ENDED = re.compile(r"[.!?:;…»”\"。؟]\s*$")
_LINKS = re.compile(
    r"\s(?:in|im|und|oder|der|die|das|des|dem|den|von|mit|für|zu|auf|the|of|and|to|a|an|by|for|with|de|la|le|les|du|et|des|en|au|aux|el|los|las|y|del|da|do|das|dos|e|di|il|della|w|z|i|na|o|и|в|на|с|по|к|у|і|з|та|van|het|een|och|att|av|om|ile|ve|və)$"
)
"""Words on which no line of a page ends, but one that was broken."""
_APART = re.compile(r"\S\s{3,}\S|\s\|\s|\s[-–—]\s\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b")
"""What stands between the parts of a stamp or a menu: 'di Redazione - 08/03/2024 12:31'."""
_ADDRESS = re.compile(r"(?:www\.|https?:)?[\w/-]+(?:\.[\w/-]+)*\.[a-z]{2,4}\s*$")
"""A page's address on a line of its own."""
_ITEM = re.compile(r"\s*(?:[-–—•*▪■●►▶·»>›]|\d{1,2}[.)])\s")

_Pair = tuple[re.Match[str], re.Match[str]]


def joined(text: str) -> str:
    """The text with a space for each line end inside a paragraph, if its lines were broken at a column, or behind a comma.

    Nothing moves: offsets into the result are offsets into the text.
    """
    blocks = _blocks(text)
    full = [pair for block in blocks for pair in _full(block)]
    open_ended = [pair for pair in full if not _ENDED.search(pair[0][0])]
    small = [pair for block in blocks for pair in block if _goes_on_small(*pair)]
    sure = {*open_ended, *small}
    out = list(text)
    for one, other in (pair for pair in small if _pauses(*pair)):
        out[one.end() : other.start()] = " " * (other.start() - one.end())
    if len(sure) < _FEWEST or len(open_ended) < _MOSTLY * len(full):
        return "".join(out)
    widest = max(_size(one) for one, _ in sure)
    within = [(block, _column(block, sure)) for block in blocks if not sure.isdisjoint(block)]
    broken = {pair for block, width in within for pair in block if _is_broken(*pair, width, widest)}
    for one, other in broken | {*full, *small}:
        out[one.end() : other.start()] = " " * (other.start() - one.end())
    return "".join(out)


def _blocks(text: str) -> list[list[_Pair]]:
    """The pairs of lines that follow at once, together as long as no empty line parts them; lists' items open nothing."""
    blocks: list[list[_Pair]] = [[]]
    for one, other in pairwise(line for line in _LINE.finditer(text) if line[0].strip()):
        at_once = text[one.end() : other.start()].replace("\r\n", "\n") in {"\n", "\r"}
        if at_once and not _ITEM.match(other[0]):
            blocks[-1].append((one, other))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _full(block: list[_Pair]) -> list[_Pair]:
    """The block's pairs, if it is filled to its widest line: no line has room for the first word of the next."""
    width = max(_size(line) for pair in block for line in pair)
    filled = all(_fills(one, other, width) for one, other in block)
    return block if len(block) > _FEW and _SHORTEST < width <= _LONGEST and filled else []


def _column(block: list[_Pair], sure: Collection[_Pair]) -> int:
    """Code points of the column at which a block is broken, by its lines that surely go on."""
    return max(_size(one) for one, other in block if (one, other) in sure)


def _fills(one: re.Match[str], other: re.Match[str], width: float) -> bool:
    """Whether the next line's first word had no room in a column of `width` code points."""
    return _size(one) + 1 + len(other[0].split()[0]) > width


def _goes_on_small(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a line ends within a sentence that goes on in the next: with a small letter, or on a word that links."""
    words, after = one[0].rstrip(), other[0].lstrip()
    goes_on = is_small(after) or _LINKS.search(words) is not None
    goes_on = goes_on and not _ADDRESS.match(after)
    return goes_on and _SHORTEST <= len(words) <= _LONGEST and not _ENDED.search(words) and not _APART.search(after)


def _pauses(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a long line ends with a comma, and a long one goes on small below: one sentence in any text."""
    return one[0].rstrip().endswith(",") and min(_size(one), _size(other)) >= 2 * _SHORTEST


def _is_broken(one: re.Match[str], other: re.Match[str], width: int, widest: int) -> bool:
    """Whether a line of a broken text ends within a sentence, though the next begins with a capital: a name, a noun."""
    return _size(one) <= widest and not _ENDED.search(one[0]) and _fills(one, other, _NEARLY * width)


def _size(line: re.Match[str]) -> int:
    return len(line[0].rstrip())
