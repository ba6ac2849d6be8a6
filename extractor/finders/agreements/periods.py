"""The years that a paper covers: in its name, right behind it, or behind 'between the two ministries'."""

import re
from typing import NamedTuple

from extractor.finders.agreements.words import Words

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_Y = r"(?<![\d.,])(?:19|20)\d\d(?![\d%])"
_RANGE = re.compile(
    rf"({_Y})(?:-?[^\W\d_]{{1,4}})?\s?(?:-|/|to|through|until|till|and|bis|und|a|au|al|ao|et|y|e|la|si|по|до|и|та|і|do|i|tot|en|ve|və|til|og|ja|ile|den|hingga|sampai|الى|و|حتى)\s?({_Y}|\d\d(?!\d))"
)
YEAR = re.compile(_Y)
_SINCE = re.compile(
    rf"(?:since|seit|depuis|desde|sinds|od|dal|din|с|з|із|від|منذ|من)\s(?:[^\W\d_]+\s){{0,2}}?({_Y})|({_Y})(?:-?[^\W\d_]{{1,4}})?(?: il| yil)?(?:dan|den|dən|ndan|ildən|yilindan|dan beri|den beri)"
)
_FORCE = re.compile(
    r"force|kraft|vigueur|vigor|vigent|vigoare|kracht|действ|силе|чинн|діє|obowiaz|mocy|yururlu|quvve|quvvə|qüvvə|ساري|نافذ|\bhad\b|since"
)
_FOR = re.compile(
    r"(?:\b(?:for|fur|pour|para|per|pentru|voor|на|за|για|na|untuk|period|periode|zeitraum|lata|giai doan|thoi ky|trong nam|cho nam)\b|\bl'annee|للفتره|لعام|للعام|للاعوام|للسنوات|لسنه)\W*(?:[^\W\d_]+\W){0,2}$"
)
UNIT = re.compile(
    r"\s(?:год\w{0,4}|гг?\b\.?|рік|роки|року|рр\.?|rok\w{0,2}|r\b\.?|lata|yili|yillari|il\b|iller\w*|illər\w*)|(?:-?c[iu]?)?\s?il(?:in)?\b"
)
_IN_YEAR = re.compile(r"(?:-?c[iu])? ?(?:ildə|yilinda|'?[dt][ae])\b| жылы\b|-(?:м|го|му)\b")
"""What says behind a year that it is the one in which something was done: 'in 2012'."""
_BESIDE = 40
"""Code points between 'valid' and the years."""
_AFTER_YEAR = re.compile(
    r"^(?:-?[^\W\d_]{1,4})?\s?(?:год|гг?\b|рік|роки|року|рр\b|rok|lata|yil|il\b|ilin|iller|illər|illərin)\w*(?:\s(?:icin|ucun|uzrə|ait))?"
)


class Years(NamedTuple):
    """The years a name covers, whether they are open ('in force since'), and the name's span, cut or grown to hold them."""

    period: str | None
    start: int
    end: int
    since: bool = False


def find(text: str, start: int, end: int, head: tuple[int, int], words: Words) -> Years:
    """The years of the name that stands at `start:end` around its noun, the `head`."""
    for match in _RANGE.finditer(text, max(0, start - 12), len(text)):
        if match.start() <= end + 24 and _beside(text, start, end, match.span()):
            return Years(_edtf(match), *_grown(text, start, end, head, match.span()))
    for match in YEAR.finditer(text, start, min(len(text), end + 24)):
        if _beside(text, start, end, match.span()) and _covers(text, head, match, words):
            return Years(match.group(), *_grown(text, start, end, head, match.span()))
    if far := _across(text, end, words):
        return Years(far[0], start, far[1])
    if valid := validity(text, end, words):
        return Years(valid, start, end)
    near = text[max(0, start - 60) : end + 60]
    since = _SINCE.search(near)
    if since and _FORCE.search(near):
        last = max(0, start - 60) + since.end()
        bare = words.whole("generic", text[slice(*head)]) and (start, end) == head and end < last <= end + 30
        return Years(f"{since.group(1) or since.group(2)}/..", start, last if bare else end, since=True)
    return Years(None, start, end)


def validity(text: str, after: int, words: Words) -> str | None:
    """The EDTF years beside 'valid' or 'covers', in what follows a paper: 'the document, valid from 2025 to 2030'."""
    for start, end in words.spans("valid", text):
        if start >= after and (
            match := _RANGE.search(text, max(after, start - _BESIDE), min(len(text), end + _BESIDE))
        ):
            return _edtf(match)
    return None


def _edtf(match: "re.Match[str]") -> str:
    """First and last year of a range; '2024-25' has the last one's century from the first."""
    first, last = match.group(1), match.group(2)
    return f"{first}/{last if len(last) == len(first) else first[:2] + last}"


def _across(text: str, end: int, words: Words) -> tuple[str, int] | None:
    """Years that follow 'between the two ministries', as an EDTF period and where they end."""
    following = text[end : end + 110]
    if not words.patterns["across"].match(following.lstrip(" ")):
        return None
    clause = re.split(r"[,.:;]", following)[0]
    match = _RANGE.search(clause) or YEAR.search(clause)
    if match is None or not _FOR.search(clause[: match.start()]) or words.has("signed", clause[: match.start()]):
        return None
    unit = UNIT.match(clause[match.end() :])
    years = _edtf(match) if match.re is _RANGE else match.group()
    return years, end + match.end() + (unit.end() if unit else 0)


def _beside(text: str, start: int, end: int, years: tuple[int, int]) -> bool:
    """Whether years stand in a name or follow it with nothing but 'for the years' between."""
    if start <= years[0] < end:
        return True
    between = text[end : years[0]]
    return (
        years[0] >= end
        and bool(re.fullmatch(r"\W*|\s?(?:[^\W\d_]+\W){0,3}", between))
        and bool(not between.strip() or _FOR.search(text[: years[0]]))
    )


def _covers(text: str, head: tuple[int, int], match: "re.Match[str]", words: Words) -> bool:
    """Whether a single year is what a paper is for; that of a plan is, unless it follows a verb or stands for a date."""
    if _FOR.search(text[: match.start()]):
        return True
    if _IN_YEAR.match(text, match.end()):
        return False
    unit = _AFTER_YEAR.match(text[match.end() :])
    if match.end() <= head[0]:
        return words.has("plan", text[slice(*head)]) or bool(unit and re.search(r"icin|ucun|uzrə", unit.group()))
    return words.has("plan", text[slice(*head)]) or not _TOKEN.search(text[head[1] : match.start()])


def _grown(text: str, start: int, end: int, head: tuple[int, int], years: tuple[int, int]) -> tuple[int, int]:
    """The name's span with its years and their unit ('год'); what follows years right after the noun is left out."""
    if years[0] < head[0]:
        return min(start, years[0]), end
    unit = UNIT.match(text[years[1] :])
    return start, years[1] + (unit.end() if unit else 0)
