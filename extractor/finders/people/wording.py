"""Passages: pieces of the lines that were sent, cut at paragraphs, with the words beside names marked in them.

A passage is read once: offices, ranks, countries and the words of people.toml are marked with raw offsets of the
document's text, end exclusive, and what is left of the capitalised words are names or parts of names.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path

from extractor.document import Document, Line, Span
from extractor.normalise import countries, offices, phrases, ranks
from extractor.normalise.fold import Folded, fold
from extractor.normalise.phrases import Phrases

_CAPITAL = "A-ZÀ-ÞĞİŞƏČŠŽĆŚŁŻА-ЯЁІЇЄҐ"
INITIAL = "Дж|Дз|Ch|Cs|Dž|Dz|Gy|Kh|Ph|Sh|Sz|Th|Ts|Ty|Yu|Ya|Zh|Zs"
"""Two letters that begin a name as one initial."""
_WORD = re.compile(
    rf"(?:[{_CAPITAL}]\.){{1,2}}(?=[{_CAPITAL}][^\W\d_{_CAPITAL}])|(?:{INITIAL})\.(?=\s[{_CAPITAL}])|(?:[^\W\d_]\.(?!\w{{2}}))(?:-?[^\W\d_]\.)*|[^\W\d_][^\W_]*(?:(?:['’ʼ`´‘-]|\u2011)[^\W\d_][^\W_]*)*"
)
_ELISION = re.compile(r"(?:[ldjnmstc]|qu)['’](?=\w)|[LDJNMSTC]['’](?=[^\W\d_A-ZÀ-Þ])", re.UNICODE)
_SENTENCE = re.compile(r"(?<=[.!?…؟])[”»\"’)]*\s+(?=[„“«\"‘(—–-]?\s?[^\W\d_])|(?<=[。！？])[」』）\s]*")
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_]|(?<!\d)\d{1,3}|\b(?:[Ll]t|[Gg]en|[Cc]ol|[Mm]aj|[Cc]apt|[Bb]rig|[Aa]dm|[Cc]dr|[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[Hh]on|[Ss]t|[Ss]ra?|[Mm]me|[Gg]en|[Pp]lk|[Kk]mdr|[Rr]et|[Vv]s|bzw|z\.B|str|ds|ws|m\.in|tzw|br|im|ul|godz|ул|г|им|тов|ген|полк))\.$"
)
"""What a point after it does not end a sentence."""
_CLOSED = frozenset({"body", "block", "thing", "host_state", "represents", "possessive", "site"})
"""Tables of short words, which mean other things in other languages."""
_ALSO = {"courtesy": ("en",), "given": ("any",), "retired": ("en",), "thing": ("any",)}
"""Rows that count beside that of the language."""


@dataclass(frozen=True)
class Mark(Span):
    """Words with a meaning: `kind` is `office`, `rank`, `country` or a table of people.toml; `value` says which."""

    kind: str
    value: str = ""


@dataclass(frozen=True)
class Word(Span):
    """A word of a passage as written."""

    text: str


_start = attrgetter("start")
_end = attrgetter("end")


@cache
def _table(kind: str, language: str) -> Phrases:
    table = phrases.read(Path(__file__).with_name("people.toml"))[kind]
    own = (language,) if language in table else ("en",) if kind in _CLOSED else tuple(table)
    rows = {code: table[code] for code in (*own, *_ALSO.get(kind, ())) if code in table}
    return Phrases(phrases.rows({kind: rows}))


@dataclass(frozen=True)
class Passage:
    """Lines of one paragraph, read together because a long sentence is cut into several lines."""

    document: Document
    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Raw offset of its first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Raw offset after its last character."""
        return self.lines[-1].end

    @property
    def language(self) -> str:
        """ISO 639-1 code of the document."""
        return self.document.clues.language

    @cached_property
    def text(self) -> str:
        """Its words as written."""
        return self.document.text[self.start : self.end]

    @cached_property
    def folded(self) -> Folded:
        """Its words folded."""
        return fold(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words with raw offsets; an elided article ("l'") is a word of its own."""
        found = []
        for match in _WORD.finditer(self.text):
            cut = _ELISION.match(match.group())
            within = self.text[: match.start()].rstrip(" \u00a0")[-1:].isalpha()
            if cut and not (within and cut.group()[0] in "MN"):  # a name: 'le colonel Soilihi M'madi'
                found.append(self._word(match.start(), match.start() + cut.end()))
                found.append(self._word(match.start() + cut.end(), match.end()))
            else:
                found.append(self._word(match.start(), match.end()))
        return tuple(found)

    def _word(self, start: int, end: int) -> Word:
        return Word(self.start + start, self.start + end, self.text[start:end])

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """Raw offsets at which a sentence starts."""
        ends = (
            m
            for m in _SENTENCE.finditer(self.text)
            if not _ABBREVIATED.search(self.text, max(0, m.start() - 8), m.start()) and not self._is_title(m.start())
        )
        return (self.start, *(self.start + match.end() for match in ends))

    def _is_title(self, end: int) -> bool:
        """Whether a point before offset `end` of the words is that of a short rank or title ('kpt.'), no sentence's."""
        point = Span(self.start + end - 1, self.start + end)
        return self.text[end - 1] == "." and self.covered(point, "rank", "courtesy", "office") is not None

    def sentence(self, at: int) -> Span:
        """The sentence around raw offset `at`."""
        following = bisect_right(self.sentences, at)
        return Span(self.sentences[following - 1], (*self.sentences[following : following + 1], self.end)[0])

    def marks(self, kind: str) -> tuple[Mark, ...]:
        """Every mark of a kind, in text order."""
        return self._marks[kind] if kind in self._marks else self._marks.setdefault(kind, tuple(self._read(kind)))

    @cached_property
    def _marks(self) -> dict[str, tuple[Mark, ...]]:
        return {}

    def _read(self, kind: str) -> Iterable[Mark]:
        if kind == "office":
            return [
                Mark(self.start + o.start, self.start + o.end, kind, "vague:" + o.role if o.vague else o.role)
                for o in offices.find_all(self.text, self.language)
            ]
        if kind == "former":
            return [
                Mark(self.start + o.start, self.start + o.end, kind)
                for o in offices.find_former(self.text, self.language)
            ]
        if kind == "country":
            found = countries.find(self.text, self.language)
            return [Mark(self.start + c.start, self.start + c.end, kind, c.code) for c in found]
        hits = (
            ranks.find_all(self.folded.text) if kind == "rank" else _table(kind, self.language).find(self.folded.text)
        )
        return [
            Mark(self.start + start, self.start + end, kind, hit.label)
            for hit in hits
            for start, end in [self.folded.raw(hit.start, hit.end)]
        ]

    def covered(self, span: Span, *kinds: str) -> Mark | None:
        """The first mark of one of the kinds that overlaps a span."""
        return next((mark for kind in kinds if (mark := self._over(span, kind))), None)

    def _over(self, span: Span, kind: str) -> Mark | None:
        """The first mark of a kind that overlaps a span; marks of one kind don't overlap each other."""
        marks = self.marks(kind)
        first = bisect_right(marks, span.start, key=_end)
        return marks[first] if first < len(marks) and marks[first].start < span.end else None

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that stand wholly between two raw offsets."""
        return self.words[bisect_left(self.words, start, key=_start) : bisect_right(self.words, end, key=_end)]

    def following(self, at: int) -> Word | None:
        """The first word that begins at raw offset `at` or behind it."""
        place = bisect_left(self.words, at, key=_start)
        return self.words[place] if place < len(self.words) else None


def passages(document: Document) -> tuple[Passage, ...]:
    """The lines that were sent, paragraph by paragraph."""
    groups: list[list[Line]] = []
    for line in document.sent:
        if groups and "\n" not in document.text[groups[-1][-1].end : line.start]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Passage(document, tuple(group)) for group in groups)
