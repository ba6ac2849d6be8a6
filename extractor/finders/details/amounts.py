"""How many people, how much money, and which ships and equipment (SCHEMA 2.2: personnel, value, assets)."""

import re
from collections.abc import Iterator

from extractor.document import Span
from extractor.finders.details import nouns
from extractor.finders.details.scope import Scope
from extractor.normalise import dates

_COUNTED = frozenset({"exercise", "education_exchange", "port_call", "military_aid", "other", "visit"})
_EQUIPPED = frozenset({"exercise", "port_call", "arms_deal", "military_aid"})
_PAID = frozenset({"arms_deal", "military_aid"})
_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[   .,]?\d{3})*(?![\w/'’°º-]|[.,]\d)")
_PRICED = re.compile(
    r"(?:US\$|(?<!\w)(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|TRY|RON|INR|AUD|CAD)\s|[$€£])\s?\d[\d.,]*(?:\s(?:thousand|million|billion|mn|bn|Mio\.?|Millionen))?\b"
)
"""Money with the currency before the number."""
_CAPITAL = r"[^\W\d_a-zà-öø-ÿąćęłńśźżčďěňřšťůžğışő]"
_NAMED = re.compile(
    r"(?<!\w)(?:ARA|ARC|BACH|BAP|BNS|BRP|ENS|ESPS|FGS|HDMS|HMAS|HMCS|HMNZS|HMS|HMSAS|HNLMS|HNoMS|HSwMS|HTMS|INS|KDB|KNM|KRI|LVNS"
    rf"|NRP|ORP|PNS|RNOV|ROKS|RSS|SLNS|TCG|UMS|USCGC|USNS|USS|Zr\.Ms\.)\s[«\"“]?(?:{_CAPITAL}[\w’'-]*\.?\s|of\s){{0,2}}{_CAPITAL}[\w’'-]+[»\"”]?"
)
"""Warships by the prefix of their navy."""
_NEAR = 30
"""Code points between a number and what it counts."""


def personnel(scope: Scope) -> tuple[int, Span] | None:
    """The first number of soldiers, crew or participants, with its words."""
    if scope.event.event_type not in _COUNTED:
        return None
    for sentence in scope.nearest_first:
        heads = scope.marks("heads", sentence)
        days = dates.find(sentence.raw, scope.language)
        for match in _NUMBER.finditer(sentence.raw):
            end = sentence.start + match.end()
            if any(day.start < match.end() and match.start() < day.end for day in days):
                continue
            if any(0 < head.start - end <= _NEAR and _counts(scope, end, head.start) for head in heads):
                return int(re.sub(r"\D", "", match.group())), Span(sentence.start + match.start(), end)
    return None


def _counts(scope: Scope, start: int, end: int) -> bool:
    """Whether a number counts the word that follows: nothing but a few words between them."""
    return not re.search(r"[,.;:()–—]|\s-\s|\d", scope.document.text[start:end])


def value(scope: Scope) -> Span | None:
    """An amount of money, as written."""
    if scope.event.event_type not in _PAID:
        return None
    for sentence in scope.nearest_first:
        if match := _PRICED.search(sentence.raw):
            return Span(sentence.start + match.start(), sentence.start + match.end())
        for mark in scope.marks("money", sentence):
            before = scope.document.text[sentence.start : mark.start]
            if number := re.search(r"(?<![\w.,])\d[\d.,  ]*(?:[^\W\d_]+\.?\s(?:de\s)?)?$", before):
                return Span(sentence.start + number.start(), mark.end)
    return None


def assets(scope: Scope) -> list[Span]:
    """Ships, aircraft and equipment with their number or name, in text order, each once."""
    if scope.event.event_type not in _EQUIPPED:
        return []
    found: dict[str, Span] = {}
    for sentence in scope.telling:
        end = sentence.start + len(sentence.raw)
        ships = _NAMED.finditer(sentence.raw) if scope.event.event_type != "arms_deal" else ()
        named = [Span(sentence.start + m.start(), sentence.start + m.end()) for m in ships]
        for span in (*_things(scope, sentence.start, end, scope.marks("assets", sentence)), *named):
            if not any(span.start < other.end and other.start < span.end for other in found.values()):
                found.setdefault(scope.words(span).casefold(), span)
    return sorted(found.values(), key=lambda span: span.start)


def _things(scope: Scope, start: int, end: int, marks: list[Span]) -> Iterator[Span]:
    """Each kind of equipment with what counts it and what it is called."""
    text = scope.document.text
    for mark in marks:
        before = nouns.words(text, start, mark.start)[-2:]
        numbers = [w for w in before if w.text[0].isdigit() or w.text.lower() in scope.small("number")]
        near = numbers and not nouns.ENDS.search(text, numbers[-1].end, mark.start)
        joined = near and scope.conjunctions(text[numbers[-1].end : mark.start])
        yield Span(numbers[-1].start if near and not joined else mark.start, nouns.onwards(text, mark.end, end))
