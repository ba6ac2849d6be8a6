"""Chrome: the parts of a saved page that aren't the article (menus, other headlines, share buttons, comments).

Marked lines keep their offsets and are not sent. Every rule needs a sign of its own; a line without one is kept, since
a lost sentence costs more than a sent menu. What a single line looks like is told in `furniture`.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.document import furniture
from extractor.document.article import Line, Span
from extractor.document.furniture import BULLETS, ENDS, PROSE
from extractor.document.page_words import anywhere, without_buttons
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import length, word_count

__all__ = ["PROSE", "is_stamp", "mark", "share", "with_clues"]

_TIME = re.compile(r"\b\d{1,2}[:h]\d{2}")
_LABEL = re.compile(r"^(?:date|datum|data|fecha|дата|tarih|tarix)\s?:?\s", re.IGNORECASE)
"""What stands before the day of a page: 'Datum 08.11.2019'."""
_STATE = re.compile(
    r"\b(?:ministry|ministere|ministerium|ministerio|ministerstwo|ministero|nazirliyi|bakanligi|embassy|government of|republic of|republique|respublikasi"
    r"|armed forces|defen[cs]e forces?|general staff)\b|ministerium\b|министерств|міністерств|вооруженн|وزارة|القوات"
)
"""A body of a state: as the owner of the page it tells whose 'our minister' is; folded."""
_MASTHEAD_WORDS = 7
_FOOT = 5
"""Words of a day with a time and an agency below the article."""
_LONGEST_NAME = 4
"""Words of a name that stands alone below the article: its author."""


@dataclass(frozen=True)
class _Page:
    """The lines of a page, what each of them opens, and which are the paragraphs."""

    words: list[str]
    headings: list[str | None]
    prose: list[int]


_LONGER = 2
"""Times the headline's length from which a paragraph that holds its words says more."""


@dataclass(frozen=True)
class _Head:
    """Where headline and stamp stand; `headline` is folded, `top` is the title where all above it is the page's."""

    headline: str | None
    title: Span | None
    top: Span | None
    stamp: Span | None


def mark(text: str, lines: list[Line]) -> list[Line]:
    """The same lines, those that are chrome with a reason: tail, headlines, repeat, or what furniture calls it."""
    words = [text[line.start : line.end] for line in lines]
    prose = furniture.paragraphs(words)
    if not prose:
        return lines
    blocks = _blocks(words, prose)
    seen: Counter[str] = Counter()
    marked, foot = [], _foot(words, prose)
    for index, line in enumerate(lines):
        folded = fold_text(words[index].strip(BULLETS))
        reason = blocks.get(index) or ("repeat" if seen[folded] else _reason(words, index, prose))
        reason = reason or ("tail" if index > foot and not furniture.is_sentence(words[index]) else None)
        seen[folded] += 1
        marked.append(replace(line, chrome=reason))
    return marked


def _foot(words: list[str], prose: list[int]) -> int:
    """Index of the line below the last paragraph that holds a day and little else: what follows, unless a sentence, are headlines."""
    below = range(prose[-1] + 1, len(words))
    return next((at for at in below if furniture.whole_day(words[at]) and word_count(words[at]) <= _FOOT), len(words))


def _blocks(words: list[str], prose: list[int]) -> dict[int, str]:
    """Indices of lines under a heading such as 'Related news' after the first prose, each with its reason.

    The article is over there, unless it clearly goes on: with paragraphs of its own below a 'Read also', or with more
    than what stands above a list.
    """
    found: dict[int, str] = {}
    page = _Page(words, [furniture.heading(line) for line in words], prose)
    index = prose[0] + 1
    while index < len(words):
        if page.headings[index] is None:
            index += 1
            continue
        end = _resumption(page, index, fewest=1 if found else 2)
        if end is None:
            return found | dict.fromkeys(range(index, len(words)), "tail")
        found |= dict.fromkeys(range(index, end), "headlines")
        index = end
    return found


def _resumption(page: _Page, index: int, fewest: int) -> int | None:
    """The line at which the article goes on below a heading; None if it is over."""
    if page.headings[index] == "comments":
        return None
    if page.headings[index] == "read_also":
        return _own_paragraph(page, index, fewest)
    comments = next((at for at, kind in enumerate(page.headings) if kind == "comments"), len(page.words))
    below = [at for at in page.prose if at > index]
    article = sum(at < comments for at in below)
    if article <= max(len(page.prose) - len(below), 1):
        return None
    return index + 1 if page.headings[index] == "tags" else below[0]


def _own_paragraph(page: _Page, index: int, fewest: int) -> int | None:
    """The next paragraph of the article, if two stand right below each other, or one in front of the next 'Read also'.

    Summaries of other articles stand alone, each below its headline. One paragraph is the `fewest` where the article has
    gone on below such a link before.
    """
    words, headings = page.words, page.headings
    stop = next((at for at in range(index + 1, len(words)) if headings[at] in {"list", "comments"}), len(words))
    shown = [at for at in range(index + 1, stop) if headings[at] or furniture.reason(words[at]) is None]
    told = [at for at in shown if _is_paragraph(words[at])]
    if len(told) < fewest or not any(furniture.is_prose(words[at]) for at in told):
        return None
    together = any(one in told and other in told for one, other in pairwise(shown))
    linked = any(headings[at] for at in range(told[0], told[-1]))
    return told[0] if together or linked or fewest == 1 else None


def _is_paragraph(line: str) -> bool:
    """A sentence that isn't too short for one, and nothing that pages put around an article."""
    return furniture.is_sentence(line) and length(line) >= PROSE // 2 and furniture.reason(line) is None


def _reason(words: list[str], index: int, prose: list[int]) -> str | None:
    line = words[index]
    reason = furniture.reason(line)
    if reason or furniture.is_prose(line):
        return reason
    if index < prose[0] and word_count(line) < 3:
        return "menu"
    if index > prose[0] and _is_other_headline(words, index):
        return "headlines"
    name = line.strip(BULLETS)
    if index > prose[-1] and name.istitle() and 1 < len(name.split()) <= _LONGEST_NAME and name[-1].isalpha():
        return "byline"
    return None


def _is_other_headline(words: list[str], index: int) -> bool:
    """A time of day alone, such as 'Politics 18:50', or the line above one."""
    after = index + 1 < len(words) and furniture.is_clock(words[index + 1])
    return furniture.is_clock(words[index]) or (after and not words[index].endswith(ENDS))


def is_stamp(line: str) -> bool:
    """A line of a page's head that is only a date, or a date with a time: '29 October 2019 18:14', 'Tuesday May 7 2024'.

    A place beside the date is a dateline and says where: that line is kept.
    """
    found = furniture.whole_day(_LABEL.sub("", without_buttons(line)))
    if furniture.is_clock(line) or found is None:
        return furniture.is_clock(line)
    others, weekday = found
    return others <= (4 if _TIME.search(line) else weekday)


def with_clues(text: str, lines: list[Line], title: Span | None, stamp: Span | None) -> list[Line]:
    """The lines once title and publication stamp are known: other lines that hold only them are marked too.

    The date goes out as a header, not as a line; a caption that repeats the headline proves nothing (R8). Above the
    headline nothing is of the article but its owner, where that is a state's body; a sentence taken for a headline is none.
    """
    headline = fold_text(text[title.start : title.end]) if title else None
    head = _Head(headline, title, title if title and _is_above(text, lines, title) else None, stamp)
    out = []
    for line in lines:
        is_title = title is not None and line.start <= title.start < line.end
        if is_title:
            out.append(replace(line, chrome=None))
            continue
        reason = line.chrome or _reason_by_clues(text, line, head)
        out.append(replace(line, chrome=reason))
    return out


def _is_above(text: str, lines: list[Line], title: Span) -> bool:
    """Whether a headline is one: no sentence itself, and above some sentence of the article."""
    below = [line for line in lines if line.start > title.start and line.chrome is None]
    told = any(furniture.is_sentence(text[line.start : line.end]) for line in below)
    return told and not furniture.is_sentence(text[title.start : title.end])


def _reason_by_clues(text: str, line: Line, head: _Head) -> str | None:
    words = text[line.start : line.end]
    folded = fold_text(words)
    if head.title and head.title.start < line.start < head.title.end:
        return None
    prose = furniture.is_prose(words)
    if head.headline and head.headline in folded and not (prose and len(folded) > _LONGER * len(head.headline)):
        return "repeat"
    if prose:
        return None
    if is_stamp(words) or (_inside(head.stamp, line) and not _is_dateline(words, head.stamp, line)):
        return "stamp"
    owner = _STATE.search(folded) and len(words.split()) <= _MASTHEAD_WORDS
    return "menu" if head.top and line.start < head.top.start and not owner else None


def _is_dateline(words: str, stamp: Span | None, line: Line) -> bool:
    """'Lagos, 9 September 2024': a place and a day, which say where; a label or a byline before the day is none."""
    before = words[: stamp.start - line.start].strip() if stamp else ""
    place = before.rstrip(",–—-( ")
    label = anywhere("byline").match(fold_text(place)) or ":" in place or "|" in place
    return bool(place) and place[0].isupper() and not label and len(place.split()) <= 4 and not _TIME.search(words)


def _inside(span: Span | None, line: Line) -> bool:
    return span is not None and line.start <= span.start and span.end <= line.end


def share(text: str, lines: list[Line]) -> float:
    """Part of the words that stand in chrome, 0 to 1 (SCHEMA 2.1: more than half is `chrome_heavy`)."""
    counts = Counter[bool]()
    for line in lines:
        counts[line.chrome is not None] += len(text[line.start : line.end].split())
    return counts[True] / max(1, counts.total())
