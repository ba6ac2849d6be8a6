"""Is this value really in the text, and where? Line numbers → quotes with offsets; values → found, folded, absent, contradicted.

Folding (case, diacritics, typography, spaces) may bridge how a word is written, never what it says: digits, negations
and proper names must be the same words. Nothing here is fuzzy, so a hallucination can't become a wrong quote.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from extractor.document import Document, Line, Span
from extractor.normalise.fold import Folded, fold
from extractor.normalise.negation import NEGATION
from extractor.schemas.record import Quote, Support

_WORD = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that write no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINERS = frozenset("\u00ad\u200c\u200d\u2060")
"""Invisible characters inside a word: what stands behind a soft hyphen is still the same word."""
_BREAK = re.compile(r"\n\s*\n")
"""No name goes on over a blank line."""
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\d)")
"""A number whose thousands stand apart: 1 500."""
_GLUING = frozenset({"az", "tr", "uz", "kk", "ky", "tk", "fi", "et", "hu", "ka", "ko"})
"""Languages whose case endings are glued to a name without an apostrophe: Botir Yoldoşevlə."""
_GLUED = re.compile(r"[^\W\d_]{1,6}")
_CASES = dict.fromkeys(("ru", "uk", "be"), re.compile("[аеёиіуыюя]|[оеє]м|[ыи]м|[оеє]ві")) | {
    "pl": re.compile("[aeuy]|em|ie|owi|iem"),
    "cs": re.compile("[aeuyě]|em|ovi"),
    "sk": re.compile("[aeuy]|om|ovi"),
}
"""Case endings of languages whose names mostly change within: Вьентьяне, Wrocławiem."""


@dataclass(frozen=True)
class Grounding:
    """Looks values up in one document; the lines that were sent come first, chrome never counts."""

    document: Document
    _places: dict[str, Support] = field(default_factory=dict, repr=False)

    @cached_property
    def folded(self) -> Folded:
        """The document's text, folded."""
        return fold(self.document.text)

    @cached_property
    def _body(self) -> tuple[Line, ...]:
        return self.document.sent

    def quotes(self, numbers: Iterable[int]) -> tuple[list[Quote], list[int]]:
        """Quotes of the lines with these numbers, each once and in text order, and the numbers that don't exist."""
        wanted = sorted(set(numbers))
        known = [n for n in wanted if 1 <= n <= len(self._body)]
        return [self.quote(self._body[n - 1]) for n in known], [n for n in wanted if n not in known]

    def quote(self, span: Span) -> Quote:
        """The words of a span with their offsets."""
        return Quote(quote=self.document.words(span), start=span.start, end=span.end)

    def found(self, span: Span | Quote) -> Support:
        """The support of a value that was taken from the text at this span."""
        return Support(status="found", start=span.start, end=span.end)

    def find(self, value: str) -> Support:
        """Where `value` stands in the lines that were sent: found, folded, contradicted or absent."""
        if value not in self._places:
            self._places[value] = self._look(value)
        return self._places[value]

    def _look(self, value: str) -> Support:
        text = self.document.text
        if not value.strip():
            return Support(status="absent")
        for start, end in self._exact(value):
            return Support(status="found", start=start, end=end)
        for start, end in self._same(fold(value).text.strip()):
            same = text[start:end] == value
            return Support(status="found" if same else "folded", start=start, end=end)
        return self._contradiction(fold(value).text.strip())

    def _exact(self, value: str) -> Iterator[tuple[int, int]]:
        text = self.document.text
        for start in _occurrences(value, text):
            end = start + len(value)
            if self._is_sent(start, end) and _bounded(text, start, end, ending=self._ending(value)):
                yield start, end

    def _same(self, value: str) -> Iterator[tuple[int, int]]:
        folded = self.folded
        for at in _occurrences(value, folded.text) if value else ():
            start, end = folded.raw(at, at + len(value))
            whole = folded.at[at] != (folded.at[at - 1] if at else -1)
            if (
                whole
                and self._is_sent(start, end)
                and _bounded(folded.text, at, at + len(value), ending=self._ending(value))
            ):
                yield start, end

    def _ending(self, value: str) -> "re.Pattern[str] | None":
        """What may follow this value in its word: a case ending of the language."""
        language = self.document.clues.language
        known = _GLUED if language in _GLUING else _CASES.get(language)
        return known if len(value) > (1 if language == "ko" else 3) and value[-1:].isalpha() else None

    def _is_sent(self, start: int, end: int) -> bool:
        """Whether the span lies in lines that were sent, whole or across their borders."""
        sent = any(line.start <= start < line.end for line in self._body) and any(
            line.start < end <= line.end for line in self._body
        )
        return sent and not _BREAK.search(self.document.text, start, end)

    def _contradiction(self, value: str) -> Support:
        """`contradicted` where the text has the same words but for one number, name or negation; else `absent`."""
        wanted = _WORD.findall(value)
        if len(wanted) >= 2 or (wanted and wanted[0][0].isdigit()):
            for line in self._body:
                part = fold(self.document.words(line)).text
                words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(part)]
                hit = _near(wanted, [word for word, _, _ in words])
                if hit:
                    return Support(status="contradicted", start=line.start, end=line.end)
        return Support(status="absent")


def _occurrences(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _bounded(text: str, start: int, end: int, *, ending: "re.Pattern[str] | None" = None) -> bool:
    """Whether the span starts and ends at the border of a word or number: no Oman in Romanian, no 5 in 45 or 1,500."""
    if unicodedata.combining(text[end : end + 1] or " ") or _inside_number(text, start) or _inside_number(text, end):
        return False
    return _border(text, start, -1) and (_border(text, end, +1) or (ending is not None and _ends(text, end, ending)))


def _inside_number(text: str, at: int) -> bool:
    """Whether offset `at` lies between the thousands of one number: no 500 in 1 500."""
    return any(match.start() < at < match.end() for match in _GROUPED.finditer(text, max(0, at - 20), at + 20))


def _border(text: str, at: int, side: int) -> bool:
    inside = _beside(text, at, -side)
    while _beside(text, at, side) in _JOINERS:
        at += side
    outside = _beside(text, at, side)
    if not outside or not inside or _SPACELESS.match(inside) or _SPACELESS.match(outside):
        return not (inside.isdigit() and outside.isdigit())
    if inside.isdigit() and outside in ".,:" and outside:
        return not _beside(text, at + side, side).isdigit()
    return not (inside.isalnum() and outside.isalnum())


def _beside(text: str, at: int, side: int) -> str:
    """The character after (+1) or before (-1) offset `at`, empty at the end of the text."""
    return text[at : at + 1] if side > 0 else text[max(0, at - 1) : at]


def _ends(text: str, end: int, ending: "re.Pattern[str]") -> bool:
    """Whether what follows is a case ending and then the border of a word."""
    match = _LETTERS.match(text, end)
    return match is not None and ending.fullmatch(match.group()) is not None


def _near(wanted: list[str], words: list[str]) -> bool:
    """Whether `words` hold `wanted` with exactly one number or word changed, or with a negation added or left out."""
    size = len(wanted)
    for at in range(len(words) - size + 1):
        window = words[at : at + size]
        differ = [(w, t) for w, t in zip(wanted, window, strict=True) if w != t]
        if len(differ) == 1 and _contradicts(*differ[0], size):
            return True
    bare = [word for word in wanted if word not in NEGATION]
    if not bare:
        return False
    negated = len(bare) < size
    for at in range(len(words) - len(bare) + 1):
        for extra in (0,) if negated else (1,):
            window = words[at : at + len(bare) + extra]
            if (len(bare) >= 2 and window != bare and [w for w in window if w not in NEGATION] == bare) or (
                negated and window == bare
            ):
                return True
    return False


def _contradicts(wanted: str, there: str, size: int) -> bool:
    if wanted[0].isdigit() and there[0].isdigit():
        return size > 1
    return size >= 3 and wanted[0].isalpha() and there[0].isalpha()
