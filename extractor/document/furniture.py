"""Furniture: what one line of a page looks like (a menu, a ticker, a button, a caption), whatever stands around it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.document import captions
from extractor.document.page_words import (
    anywhere,
    is_section,
    leading,
    months,
    pieces,
    table,
    weekdays,
    without_buttons,
)
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import length, word_count

PROSE = 80
"""Code points: a line at least this long that ends like a sentence is prose."""
_BRIEF = 4
"""Words of a sentence of a brief."""
_KEPT = 4096
"""Lines whose answers are kept: the title, the stamp and the outlet all ask about the same ones."""
BULLETS = " \u00a0•*-–—|/▪■●►▶‣"
ENDS = (".", "!", "?", "”", '"', "»", "…", "؟", "。", "！", "？", "」", ".)", "۔", "।", "॥")
_QUOTE_LAST = re.compile(r"[^.!?…]\s?[”\"»」]$")
"""A line that ends with a name in quotes, which is no sentence's end."""
_TIME = re.compile(r"\b\d{1,2}:\d{2}\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = r"(?:[0-2]?\d[:h][0-5]\d(?:\s?[ap]\.?m\.?|\s?uhr)?|[0-2]?\d\.[0-5]\d(?:\s?[ap]\.?m\.?|\s?uhr))(?![\d.])"
_DAY = r"(?:\d{1,2}\.? (?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})\.? (?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?!\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2})"
_CHARACTER_DAY = rf"(?:19|20)\d\d\s?(?:年|{fold_text('년')})\s?\d{{1,2}}\s?(?:月|{fold_text('월')})\s?\d{{1,2}}\s?(?:日|{fold_text('일')})"
_PART = r"\d{1,2}(?:/\d{1,2}|\.\d{1,2}\.?)"
"""A day and a month in figures: 24/7 is none, so it counts only beside a time of day or in brackets."""
_SIGN_OFF = re.compile(
    r"^\W*(?:\([^()\s]{2,10}\)\s)?[^\W\d_.]{1,8}(?:/[^\W\d_.]{1,8})+\W*$|^\((?:[a-zа-яё]\.?){1,6}\)$"
)
_CONTACT = re.compile(r"\+\d{1,3}[ \d()-]{6,}|\b[\w.-]+@[\w-]+\.\w+|^https?://\S+$")
_WEATHER = re.compile(r"\d ?°|\b(?:usd|eur|gbp|rub) ?\d")
_DEGREES = re.compile(r"\d ?°|\b\d{1,2} ?C\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURES = r"\W{0,3}\d[\d .,]*"
_ON_WHAT = r"(?:[\W\d]*$|(?: \w+)?\s?:| (?:this|on|via|with|the article|article|story|page|auf|per|diesen|на|в|через|у|sur|par|via|en|na|w|su|op|pe|et|et article|cet article|a[-+]|di|no|e-mail|with us|us)(?!\w))"
_TICKS = re.compile(r"\s[|¦·•●▪■◆*~]\s|\s\*{3}\s|\s\+{2,3}\s|\s/{2,3}\s")
"""What stands between the headlines of a ticker; dashes stand within sentences too."""
_SHORT_PIECE = 3
"""Words of a menu's item; more behind a section's name are a headline: 'DEFENCE – Two navies train off Bar'."""
_FAR = re.compile(r"\s{3,}")
_LEVEL = re.compile(r"\d{4}|[.:;,]$")
"""A year or the end of a sentence, which headlines side by side don't have."""
_SKIP = 6
"""Words of a link for readers of the page without a screen: 'Skip to the main content'."""
_SLASHED = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+){2,}$")
_LIST_NUMBER = re.compile(r"[\s(\[]*\d*[\s)\]:…»>]*$")


@dataclass(frozen=True)
class _Calendar:
    """Patterns with the names of months and weekdays of every language."""

    opens: "re.Pattern[str]"
    closes: "re.Pattern[str]"
    whole_day: "re.Pattern[str]"
    weekday: "re.Pattern[str]"
    any_day: "re.Pattern[str]"
    comment: "re.Pattern[str]"


@cache
def _calendar() -> _Calendar:
    """Made when a page is read: the names take a fifth of a second to gather."""
    month = rf"(?:{months()})(?!\w)"
    named = rf"(?:\d{{1,2}}\.? (?:de )?{month}\.?|{month}\.? \d{{1,2}})(?:,? (?:de )?\d{{4}})?"
    opens = re.compile(
        rf"(?:{_DAY}(?:[,\s]{{1,3}}{_CLOCK})?|{_PART},? {_CLOCK}|{_CLOCK}|{named},? {_CLOCK}|{named}(?= [-–—|] ))[\s\]|:–—-]+(?=\D)"
    )
    closes = re.compile(
        rf"(?:\s[-–—|]\s|\s{{2,}}|\s\((?=[^()]*\)$))(?:[^\W\d_]{{2,4}} )?(?:(?:{_DAY}|{named})(?:,?\s{{1,3}}{_CLOCK})?|{_PART},? {_CLOCK}|{_CLOCK})\)?$|\({_PART}(?:,? {_CLOCK})?\)$"
    )
    whole_day = re.compile(
        rf"(?:{month}\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:\.|st|nd|rd|th|er|º)? (?:de )?{month}\.?),? (?:de )?(?:19|20)\d\d(?!\d(?!\d?:))"
        rf"|{_DAY}|{_CHARACTER_DAY}|(?:19|20)\d\d[.,]? {month} \d{{1,2}}"
    )
    weekday = re.compile(rf"(?<!\w)(?:{weekdays()})(?!\w)\.?,?")
    any_day = re.compile(rf"{named}|{_DAY}|{_CHARACTER_DAY}")
    comment = re.compile(rf"^[^:|]{{2,40}}?[,(|]?\s(?:{_DAY}|{named}),?\s{_CLOCK}\)?\s?: ", re.IGNORECASE)
    return _Calendar(opens, closes, whole_day, weekday, any_day, comment)


def is_sentence(line: str) -> bool:
    """Whether a line ends like one."""
    return line.rstrip().endswith(ENDS)


@lru_cache(_KEPT)
def is_prose(line: str) -> bool:
    """A line that is long, ends like a sentence, and is nothing that pages put around an article."""
    long = length(line)
    return long >= PROSE and (is_sentence(line) or long >= 2 * PROSE) and reason(line) is None


def paragraphs(lines: list[str]) -> list[int]:
    """Indices of the lines that are prose; of a page that has only short sentences, those of them that tell something."""
    prose = [index for index, line in enumerate(lines) if is_prose(line)]
    return prose or [index for index, line in enumerate(lines) if _is_brief(line)]


def _is_brief(line: str) -> bool:
    return is_sentence(line) and word_count(line) >= _BRIEF and reason(line) is None


@lru_cache(_KEPT)
def reason(line: str) -> str | None:
    """Why a line is furniture whatever stands around it: button, caption, comment, ticker, menu …; None if it isn't."""
    folded = fold_text(line)
    if anywhere("notice").search(folded) or line.startswith("©") or leading("advert", r"\s?[.:]").match(folded):
        return "button"
    if leading("follow").match(folded) and anywhere("network").search(folded):
        return "button"
    if captions.is_caption(line, folded):
        return "caption"
    if _calendar().comment.match(line):
        return "comment"
    if (
        line.count("+++") > 1
        or (":" in line and leading("read_also", r"\s*:").match(folded))
        or ("  " in line and leading("read_also", r"\s{2,}").match(line.casefold()))
        or _is_ticker(line, folded)
        or (_QUOTE_LAST.search(line) and _calendar().opens.match(folded) and is_teaser(folded))
    ):
        return "headlines"
    shouts = is_sentence(line) and len(line.split()) > 1
    return None if shouts and not _is_sign_off(line) else _reason_of_fragment(line, folded)


def _reason_of_fragment(line: str, folded: str) -> str | None:
    """The same for a line that is no sentence."""
    opens = leading("clock").match(folded) or (_DEGREES.search(line) and _TIME.search(line))
    if opens and _calendar().any_day.search(folded) and _YEAR.search(line):
        return "clock"
    bare = without_buttons(line)
    if is_teaser(fold_text(bare)) or _side_by_side(bare):
        return "headlines"
    if _is_button(line, folded) or (_CONTACT.search(line) and len(line) < 2 * PROSE):
        return "button"
    if _is_menu(line) or (_WEATHER.search(folded) and len(pieces(line)) > 1):
        return "menu"
    return "byline" if _is_byline(line, folded) or _is_sign_off(line) else None


def _is_ticker(line: str, folded: str) -> bool:
    """Several headlines in one line: 'MOST READ: one • two • three', or without the label, each of at least three words."""
    labelled = ":" in line and leading("heading", r"\s?:").match(folded)
    if whole_day(line) or is_sentence(line):
        return False
    if labelled and len(folded.split()) > 3 and not leading("tags", r"\s?:").match(folded):
        return True
    parts = [part for part in _TICKS.split(line) if part.strip()]
    return len(parts) >= 3 and sum(len(part.split()) >= 3 for part in parts) == len(parts)


def is_teaser(folded: str) -> bool:
    """Whether a folded line is another article's headline: at least three words beside a day or time of day, or after 'BREAKING'."""
    ticker = leading("ticker", r"(?!\w)").match(folded)
    rest = folded[ticker.end() :].lstrip(" :|-") if ticker else folded.strip(BULLETS)
    found = _calendar().opens.match(rest) or _calendar().closes.search(rest)
    if leading("byline", r"[ :]").match(rest) or (
        found and leading("byline", r"[ :]").match(rest[found.end() :].lstrip(BULLETS))
    ):
        return False
    if found is None:
        return bool(ticker and folded[ticker.end() :].startswith((":", " -", " |")) and len(rest.split()) >= 3)
    others = _LETTERS.findall(_calendar().any_day.sub(" ", rest[: found.start()] + " " + rest[found.end() :]))
    return len([word for word in others if len(word) > 2]) >= 3 and not anywhere("counter").search(folded)


def _is_button(line: str, folded: str) -> bool:
    """A button's word alone or before what it acts on, several of them, or a count of readers or minutes."""
    parts = [fold_text(piece) for piece in pieces(line)]
    if all(word in table("network") or word in table("button") for word in folded.split()):
        return True
    counts = _counts(several=len(parts) > 1)
    if len(line.split()) <= 20 and any(counts.search(part) for part in (folded, *parts)):
        return True
    if leading("skip").match(folded) and len(line.split()) <= _SKIP:
        return True
    starts = leading("button")
    acting = leading("button", _ON_WHAT)
    return any(acting.match(part) for part in parts) or (
        len(parts) >= 3 and any(starts.match(part) and len(part.split()) <= 4 for part in parts)
    )


@cache
def _counts(*, several: bool) -> "re.Pattern[str]":
    """A counter's word and its figure: 'Views: 3412', or, alone or beside other things, '3412 views'."""
    word = anywhere("counter").pattern
    alone = rf"{word}{_FIGURES}|\d\W{{0,2}}{word}" if several else rf"^\W*\d[\d .,]*{word}\W*$|^{word}{_FIGURES}$"
    return re.compile(rf"{word}\s?:\s?\d|{alone}|\(\d+ min\.?\)$")


def _side_by_side(line: str) -> bool:
    """Headlines of other articles in one line, far apart."""
    parts = _FAR.split(line.strip())
    return len(parts) > 1 and all(word_count(part) > _SHORT_PIECE and not _LEVEL.search(part) for part in parts)


def _is_menu(line: str) -> bool:
    parts = pieces(line)
    plain = line.strip(BULLETS + ".")
    return (
        len(plain) < 3
        or is_section(plain)
        or (line.lstrip().startswith(("•", "/")) and len(line) < 40)
        or (len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts))
        or bool(_SLASHED.match(plain) and any(map(is_section, plain.split("/"))))
        or (len(parts) >= 6 and sum(len(part.split()) for part in parts) <= 4 * len(parts))
        or (
            len(parts) == 2 and any(map(is_section, parts)) and max(len(part.split()) for part in parts) <= _SHORT_PIECE
        )
    )


def _is_byline(line: str, folded: str) -> bool:
    """'By Anna Bat, Suva', 'Автор: …': an author and perhaps a place."""
    if len(line.split()) > 8:
        return False
    if anywhere("correspondent").search(folded):
        return True
    if leading("byline", r"\s?:").match(folded):
        return True
    named = leading("byline", r" (?=\w)").match(folded)
    names = re.findall(r"[^\W\d_]+", line)[1:]
    return bool(named) and 2 <= len(names) <= 6 and all(name[0].isupper() or len(name) == 2 for name in names)


def _is_sign_off(line: str) -> bool:
    """The initials of those who wrote and edited: '(abc/de)'."""
    return bool(_SIGN_OFF.match(line.strip())) or bool(re.search(r"\b(?:корр|кор)\.$", line))


def is_clock(line: str) -> bool:
    """A short line that is hardly more than a time of day, such as 'Politics 18:50' or '18.07.2020 [10:47]'."""
    return len(line) <= 40 and bool(_TIME.search(line)) and len(_LETTERS.findall(line)) <= 5


@lru_cache(_KEPT)
def whole_day(line: str) -> tuple[int, bool] | None:
    """How many words stand beside a full date in a line, and whether a weekday is one; None without such a date.

    Months of any language count, since the page's language isn't known yet.
    """
    folded = fold_text(line)
    found = _calendar().whole_day.search(folded)
    if found is None:
        return None
    rest = f"{folded[: found.start()]} {folded[found.end() :]}"
    return len(_LETTERS.findall(rest)), bool(_calendar().weekday.search(rest))


def is_weekday(words: str) -> bool:
    """Whether words are the name of a day of the week, in any language."""
    return bool(_calendar().weekday.fullmatch(fold_text(words)))


def heading(line: str) -> str | None:
    """What a line opens: `comments`, `list` of other articles, `read_also`, or `tags`; None if nothing."""
    line = line.strip(BULLETS + "»>…: ")
    folded = fold_text(line)
    plain = _LIST_NUMBER.sub("", folded)
    if not plain or is_sentence(line):
        return None
    if plain in table("comments"):
        return "comments"
    if plain in table("read_also"):
        return "read_also"
    if plain in table("heading") or plain in table("heading_start"):
        return "list"
    if leading("tags", r"(?:\s?:|\s{2,})").match(line.casefold()) or leading("tags", r"\s?:").match(folded):
        return "tags"
    short = len(plain.split()) <= 6 and not any(c.isdigit() for c in plain)
    return "list" if short and leading("heading_start", r" ").match(plain) else None
