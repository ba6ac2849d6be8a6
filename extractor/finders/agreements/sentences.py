"""The sentences of an article in which a paper can be news: no tickers, captions, or instructions to machines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.document import Document, Line
from extractor.normalise.fold import Folded, fold
from extractor.normalise.scripts import is_small

_END = re.compile(
    r"[.!?؟…][\"'»”’)\]]*\s+(?=[^a-zà-öø-ÿāăąćčďđēęěğīıłńňőœřśşšţťūůűźżžțșа-яёіїєґə\s])|;\s+|[。！？；][”」』》）]*"
)
_SHORT = re.compile(r"(?:^|[\s(«„\"“])(?:[^\W\d_]{1,2}|[A-ZÄÖÜÀ-ÝА-Я][^\W\d_]{2,3}|\d{1,2}|[IVX]+)\.$")
_CLOSED = re.compile(r"[.!?؟…:;,–—。！？-][\"'»”’)\]]*$")
_CAPTION = re.compile(
    r"^\W*(?:photo|photograph|picture|caption|foto|bild|bildunterschrift|legende|leyenda|pie de foto|didascalia|legenda|фото|снимок|подпись|"
    r"fotograf|gorsel|sekil|zdjecie|fot\.|صوره|صوره:)\b|^\["
)
_ORDER = re.compile(
    r"(?:ignor|disregard|forget|игнорир|ігнору|vergiss|yok say|nəzərə alma|تجاهل|negeer|zignoruj)\w*.{0,60}"
    r"(?:instru|anweisung|инструкц|інструкц|consigne|talimat|təlimat|تعليمات|polece)"
)
_BULLET = re.compile(r"^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+")
_LONG = 30
"""Words: a line without a full stop that is longer is no headline."""


@dataclass(frozen=True)
class Sentence:
    """A sentence or part of one. `start` is its raw offset in the document's text; `folded` its words to search in.

    `line` is the number of its first line; `cuts` are the raw offsets at which a long one goes on in further lines.
    """

    line: int
    cuts: tuple[int, ...]
    start: int
    raw: str
    folded: Folded
    headline: bool
    item: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets in the document's text, end exclusive, of a span of the folded sentence."""
        first, last = self.folded.raw(start, end)
        return self.start + first, self.start + last

    def line_at(self, start: int) -> int:
        """The number of the line in which a word of the folded sentence stands."""
        raw, _ = self.span(start, start + 1)
        return self.line + sum(cut <= raw for cut in self.cuts)


def read(document: Document) -> Iterator[Sentence]:
    """The title's and the body's sentences in text order; other lines without a full stop are tickers and menus (R8)."""
    title = document.clues.title
    listing = False
    whole = list(_joined(document))
    for lines, following in zip(whole, [*whole[1:], None][: len(whole)], strict=True):
        line = Line(lines[0].start, lines[-1].end, lines[0].number)
        words = document.words(line)
        headline = title is not None and line.start <= title.start < line.end
        item = listing and bool(_BULLET.match(words))
        listing = item or words.endswith(":")
        if _is_foreign(fold(words).text) or not (headline or item or _is_prose(document, line, following)):
            continue
        cuts = [other.start for other in lines[1:]]
        for start, end in _split(words):
            first = line.start + start
            number = line.number + sum(cut <= first for cut in cuts)
            inside = tuple(cut for cut in cuts if first < cut < line.start + end)
            yield Sentence(number, inside, first, words[start:end], fold(words[start:end]), headline, item)


def _joined(document: Document) -> Iterator[list[Line]]:
    """The lines that were sent, those that are pieces of one long sentence together."""
    whole: list[Line] = []
    for line in document.sent:
        if whole and not document.goes_on(whole[-1], line):
            yield whole
            whole = []
        whole.append(line)
    if whole:
        yield whole


def _is_foreign(folded: str) -> bool:
    return bool(_CAPTION.search(folded) or _ORDER.search(folded))


def _is_prose(document: Document, line: Line, following: Sequence[Line] | None) -> bool:
    """Whether a line ends like a sentence, is long, or goes on in the next line with a small letter."""
    words = document.words(line).rstrip()
    goes_on = following is not None and is_small(document.words(following[0]))
    return bool(_CLOSED.search(words)) or len(words.split()) > _LONG or goes_on


def _split(words: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in a line; initials, ranks and ordinals before a full stop end none."""
    start = 0
    for match in _END.finditer(words):
        if words[match.start()] == "." and _SHORT.search(words[start : match.start() + 1]):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(words):
        yield start, len(words)
