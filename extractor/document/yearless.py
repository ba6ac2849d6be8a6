"""The day of publication where the page prints it without a year: in the dateline, or beside the headline."""

import re
from datetime import date

from extractor.document.article import Line, Span
from extractor.document.page_words import pieces
from extractor.document.stamp import CLOCK, REACH, full_dates, whole
from extractor.normalise import dates

_OWNED = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[^\d\n]{0,30}(?P<y>(?:19|20)\d\d)(?:\s?[-–—]\s?(?P<to>(?:19|20)?\d\d)(?!\d)|(?!\d|,? (?:19|20)\d\d|\s?[-–—]\s?(?:present|today|now|heute|aujourd|presente|oggi|сегодня)))",
    re.IGNORECASE,
)
"""The year in which a page is somebody's, or the first and the last; 'since 2008' tells no year."""
_OWNER_LAST = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d) ?\([cC]\)\s*$", re.MULTILINE)
"""The same where the mark follows: '2007 (c)'."""
_AROUND = 31
"""Days between what an article tells of and its publication, where nothing else speaks for a date."""
_ABOVE = 3
"""Lines above the headline in which its day can stand."""
_LABEL = 1
"""Words that may stand with it: 'Published'."""


def by_dateline(text: str, lines: list[Line], language: str, dateline: Span | None) -> date | None:
    """The dateline's day, without a year in that of the nearest other full date of the page within a month, or of the '©'; else None.

    A page's clock may be farther off, as the page is saved after it is published.
    """
    words = text[dateline.start : dateline.end] if dateline else ""
    if dated := full_dates(words, language):
        return dated[0][0]
    told = dates.find(words, language)
    day = next((m for m in told if m.month and m.day and not m.year), None)
    if day is None:
        return None
    near: list[tuple[int, date]] = []
    for line in lines:
        reach = 364 if line.chrome == "clock" else _AROUND
        for other, _, _ in full_dates(text[line.start : line.end], language):
            span = range(other.year - 1, other.year + 1 + (line.chrome != "clock"))
            made = [found for year in span if (found := whole(year, day.month or 0, day.day or 0))]
            near += [
                (gap, found)
                for found in made
                if (gap := abs((other - found).days)) <= reach and (gap <= _AROUND or found <= other)
            ]
    if near:
        return min(near)[1]
    year = _owned(text, lines)
    return whole(year, day.month or 0, day.day or 0) if year else None


def by_owner(text: str, lines: list[Line], language: str, title: Span | None) -> date | None:
    """A day with a weekday or a time beside the headline, in the year of the '©'; None if the weekday is another one."""
    year = _owned(text, lines)
    at = next((i for i, line in enumerate(lines) if title and line.start <= title.start < line.end), None)
    if year is None or at is None:
        return None
    beside = (line for line in lines[max(0, at - _ABOVE) : at + REACH + 1] if line.chrome not in {"clock", "caption"})
    stamped = (piece for line in beside for piece in pieces(text[line.start : line.end]))
    return next((made for piece in stamped if (made := _in_year(piece, language, year))), None)


def _in_year(piece: str, language: str, year: int) -> date | None:
    """The day of a piece of a line that holds nothing but a day and its weekday or a time."""
    told = dates.find(piece, language)
    day = next((m for m in told if m.month and m.day and not m.year), None)
    weekday = next((m.weekday for m in told if m.weekday is not None), None)
    if day is None or (weekday is None and not CLOCK.search(piece)):
        return None
    rest = CLOCK.sub(" ", "".join(" " if any(m.start <= n < m.end for m in told) else c for n, c in enumerate(piece)))
    if len(re.findall(r"[^\W\d_]{3,}", rest)) > _LABEL:
        return None
    made = whole(year, day.month or 0, day.day or 0)
    return made if made and weekday in {None, made.weekday()} else None


def _owned(text: str, lines: list[Line]) -> int | None:
    """The one year in which the page says it is somebody's, the last one of several in a line; a picture's doesn't count."""
    years = set()
    for line in lines:
        found = [] if line.chrome == "caption" else list(_OWNED.finditer(text, line.start, line.end))
        if line.chrome != "caption":
            years |= {int(m["y"]) for m in _OWNER_LAST.finditer(text, line.start, line.end)}
        if found:
            years.add(max(int(m["y"][: 4 - len(m["to"] or "")] + m["to"]) if m["to"] else int(m["y"]) for m in found))
    return years.pop() if len(years) == 1 else None
