"""Persons who are listed by sides: 'on the Thai side, A and B; on the Lao side, C', or 'A and B, for Chile, C, for Peru'."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extractor.document import Document, Span
from extractor.normalise import countries

_SIDE = re.compile(
    r"\b(?:sides?|party|côté|partie|parte|lado|bando|Seite|seitens|сторон\w*|боку|taraf\w*|tərəf\w*|stron\w+|partea|stran[ua]|strane"
    r"|kant|zijde|πλευρ\w*)\b|الجانب|الطرف",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:\s(?:of|de|du|des|del|della|von|der|la|le|the|el))*\s?")
"""What may stand between 'side' and its state."""
_NEAR = 24
"""Code points around a state within which 'side' is said of it."""
_FOR = re.compile(
    r"[,\s](?:(?:signed|initialled|spoke|firmó|suscribió|a signé|assinou|ha firmato|unterzeichnete|unterschrieb|podpisał[ai]?|подписал[аи]?|підписа[влаи]+|potpisa[ol]\w*)"
    r"\s(?:it |the \w+ |on behalf )?)?(?:(?<=behalf )of|por|pour|for|für|per|pela|pelo|pelos|від|от|за|dla|za) (?:the |la |el |le |l['’])?$"
)
"""'For Chile' behind a name, and 'signed for Chile'."""
_CLOSES = re.compile(r"\s?(?:[,;.)]|$|(?:y|et|and|und|e|и|та|i|a)\s)")
"""What stands before and behind a state for which those named before it have come."""
_ENDS = re.compile(r";|[!?]\s|(?<!\b[A-Z])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)\.\s")
_REACH = 160
"""Code points that such a list can be long."""


@dataclass(frozen=True)
class _Heading(Span):
    """Words that say for whom persons are listed, behind them or, where `before`, in front of them."""

    code: str
    before: bool


def over(document: Document, person: Span, names: Sequence[Span], parties: Collection[str]) -> str | None:
    """The party under whose heading one of the `names` stands in its line: 'on the Serbian side, …'."""
    before = [
        h for h in _headings(document, person, names) if h.code in parties and not h.before and h.end <= person.start
    ]
    return before[-1].code if before and not _ENDS.search(document.text, before[-1].end, person.start) else None


def under(document: Document, person: Span, names: Sequence[Span], parties: Collection[str]) -> str | None:
    """The party for which one of the `names` has come, as the line says behind it or the next ones: 'A and B, for Chile'."""
    behind = [h for h in _headings(document, person, names) if h.code in parties and h.before and h.start >= person.end]
    near = behind and behind[0].start <= person.end + _REACH
    return behind[0].code if near and not _ENDS.search(document.text, person.end, behind[0].start) else None


def _headings(document: Document, person: Span, names: Sequence[Span]) -> Iterator[_Heading]:
    """The headings in the line that names a person."""
    line = next(line for line in document.sent if line.start <= person.start < line.end)
    words = document.words(line)
    ends = {name.end - line.start for name in names}
    for mention in countries.find(words, document.clues.language):
        start, end = line.start + mention.start, line.start + mention.end
        sent = _FOR.search(words, 0, mention.start)
        around = _SIDE.finditer(words, max(0, mention.start - _NEAR), mention.end + _NEAR)
        if sent and len(words[: sent.start()].rstrip(" ,")) in ends and _CLOSES.match(words, mention.end):
            yield _Heading(start, end, mention.code, before=True)
        elif any(_beside(words, mention, match) for match in around):
            yield _Heading(start, end, mention.code, before=False)


def _beside(words: str, mention: countries.Mention, side: re.Match[str]) -> bool:
    first, last = sorted([(mention.start, mention.end), side.span()])
    return _OF.fullmatch(words, first[1], last[0]) is not None
