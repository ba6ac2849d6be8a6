"""The day of publication: the stamp beside the headline, not the page's clock or another article's date (R11)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from extractor.document import furniture, persian
from extractor.document.article import Line, Span
from extractor.document.page_words import ARABIC_MONTHS, pieces
from extractor.normalise import dates
from extractor.normalise.fold import fold_text

REACH = 6
"""Lines below the headline in which its stamp can stand."""
_FOOT = 5
"""Lines below the last paragraph in which the article's day can stand."""
_OF_ITS_OWN = 12
"""What speaks for the day with which a headline ends."""
_BRIEF = 14
"""Words of what stands beside a date at most."""
_LABEL = 2
"""Words of a section or a number beside a stamp."""
_RIGHT_BELOW = 2
"""Lines below the headline in which nothing else can stand than what belongs to it."""
_TOP, _TICKING = 1, re.compile(r"\d:\d\d:\d\d")
"""Index of the last line in which a page's clock can stand, below its label; the seconds that it has."""
_AROUND = 31
"""Days between what an article tells of and its publication, where nothing else speaks for a date."""
_UNLIKELY = -4
"""What speaks for a page's clock and for the days of other things: less."""
_COURSE = 62
"""Days between what a page with no other date tells of and its publication: a course lasts months."""
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NUMERIC = (
    re.compile(r"(?<![\d.])(?P<y>(?:19|20)\d\d)\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d.])(?<!\d )(?P<y>20\d\d) (?P<m>\d\d) (?P<d>\d\d)(?=,? \d\d:\d\d|\s*$)"),
    re.compile(r"(?<![\d.])(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d\d)(?!\d|[.:]\d)"),
    re.compile(r"(?<![\w./-])(?P<d>\d{2})(?P<mark>[-/])(?P<m>\d{2})(?P=mark)(?P<y>\d\d)(?![\w/-]|[.:]\d)"),
)
_ROMAN = re.compile(r"(?<![\w.])(?P<d>\d{1,2})\.? (?P<m>I{1,3}|IV|VI{0,3}|IX|XI{0,2})\.? (?P<y>(?:19|20)\d\d)(?!\d)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""Months in Roman figures, as Poles and Italians write them: '20 VI 2019'."""
_AMERICAN = re.compile(r"(?<![\d.])(?P<m>\d{1,2})(?P<mark>[/.-])(?P<d>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)(?!\d)")
_ARABIC_NAMES = "|".join(n for names in ARABIC_MONTHS for n in names)
_ARABIC = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s+(?P<name>{_ARABIC_NAMES})[،,]?\s+(?P<y>20\d\d)")
_TWIN = re.compile(rf"-(?:{_ARABIC_NAMES})(?=\s)")
"""The second name of a month: 'فبراير-شباط'."""
CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:h](?P<min>\d{2})(?::(?P<sec>\d{2}))?|\.(?P<dot>\d{2})(?=\s?[ap]\.?m|\s?uhr))(?P<pm>\s?[ap]\.?m\b\.?)?(?:[^\n]{0,3}\(?(?:UTC|GMT)\s?(?P<oh>[+-]\d{1,2})(?::?(?P<om>\d{2}))?\)?)?",
    re.IGNORECASE,
)
"""A time of day."""
_NOT_PUBLISHED = re.compile(
    r"redaktionsschluss|deadline|press day|bouclage|cierre de (?:la )?edicion|подписано в печать|сдано в набор|kapanis tarihi|zamkniecie numeru|chiusura|next (?:issue|meeting)|nachste (?:ausgabe|sitzung)|nachstes heft|prochain|proxim[oa] (?:numero|edicion|reunion)|следующ|наступн|sonraki|novbeti|nastepn|العدد القادم"
    r"|founded|gegrundet|fondee? (?:en|le)|fundad[oa]|основан|заснован|kurulus|tesis|zalozon|valid until|gultig bis|event date|termin:|veranstaltung"
)
"""Days of other things: the close of an issue, the next one, the outlet's founding."""
_PUBLISHED = re.compile(
    r"julkaistu|megjelen|δημοσιευ|diterbitkan|ngay dang|imechapishwa|发布|發布|掲載|발행|입력|प्रकाशित|تاریخ انتشار|objavljen|објављен|публикуван|avaldatud|publicerad|publisert|udgivet|gamoqveyn|publish|posted|online since|online seit|mis en ligne|вышло|розміщено|размещено|objavljeno|date of issue|first appeared|appeared in print|release|issued|veroffentlicht|erschienen|опубликован|опубліковано|дата публикации|publie|publicad|fecha|yayin|giris|eklenme|derc|tarix|opublikowan|dodano|نشر|pubblicat|gepubliceerd|publicat"
    rf"|publiceret|{fold_text('발행')}|{fold_text('입력')}|{fold_text('등록')}|{fold_text('송고')}|{fold_text('公開')}|{fold_text('配信')}"
)
_DATED = re.compile(r"[,(–—-]\s?\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\)?\W?$")
"""The day behind a headline: 'The ambassador's visit, 15.03.2019'."""
_RUN_ON = re.compile(r"(?<=\D(?:19|20)\d\d)(?=\d{1,2}:\d\d)")
"""Where a page writes the time of day right behind the year: 'January 17, 20243:12 PM'."""
_APART = re.compile(r"\s*\|\s*|\s{3,}")
"""What parts one thing beside a stamp from the next: a bar, a wide space."""
_DAY_AND_YEAR = re.compile(r"(?<=[^\W\d_]{3}), ?(?P<d>0[1-9]|1[3-9]|[23]\d)/(?=(?:19|20)\d\d)")
"""Between a month and a year: 'November, 14/2024'; a bare lower number may be that of an issue."""
_UPDATED = re.compile(
    r"updat|aktualis|stand:|обновлен|оновлен|mis a jour|maj le|actualizad|guncelle|yenilen|aktualizac|تحديث|aggiornat|atualizad|bijgewerkt|actualizat|opdateret|oppdatert|paivitetty|muokattu"
    rf"|{fold_text('수정')}|{fold_text('更新')}"
)


_BEFORE, _BEFORE_UNSPACED = 4, 10
"""Words that may stand before the day in a sentence, a place, an agency; code points where words aren't parted."""
_UNSPACED = frozenset({"ja", "zh"})


@dataclass(frozen=True)
class Stamp:
    """A full date near the headline: the day, its words, the line that holds it, and how much speaks for it."""

    day: date
    span: Span
    line: str
    score: int

    @property
    def moment(self) -> str | None:
        """ISO 8601 with the time of day beside the date, and its offset from UTC if that is printed; None without."""
        clock = CLOCK.search(self.line)
        if not clock:
            return None
        half = (clock["pm"] or "").strip().lower()[:1]
        hour = int(clock["h"]) % 12 + 12 * (half == "p") if half else int(clock["h"])
        minute = int(clock["min"] or clock["dot"])
        offset = f"{int(clock['oh']):+03}:{clock['om'] or '00'}" if clock["oh"] else ""
        seconds = f":{clock['sec']}" if clock["sec"] else ""
        return f"{self.day.isoformat()}T{hour:02}:{minute:02}{seconds}{offset}" if hour < 24 and minute < 60 else None


@dataclass(frozen=True)
class _Page:
    text: str
    lines: list[Line]
    language: str
    told: frozenset[tuple[int | None, int | None]]
    """Month and day of the dateline and of the body."""
    title: int | None
    """Index of the headline's line, and of the last line that repeats it above the first paragraph."""
    again: int | None
    last: int | None
    """Index of the last paragraph of the article."""


def find(text: str, lines: list[Line], language: str, title: Span | None, dateline: Span | None) -> list[Stamp]:
    """Every full date of the page's head, the most likely day of publication first."""
    page = _page(text, lines, language, title, dateline)
    found = [stamp for index in range(len(lines)) for stamp in _of_line(page, index)]
    likely = [stamp for stamp in found if stamp.score > _UNLIKELY]
    if len({stamp.day for stamp in likely}) == 1 and _near(page, likely[0].day):
        found = [replace(stamp, score=max(0, stamp.score)) if stamp in likely else stamp for stamp in found]
    # a day with a time on top of the page is the visit, where the article has a stamp of its own or tells of other days
    top = lines[min(_TOP, len(lines) - 1)].end if lines else 0
    visits = [s for s in found if s.moment and s.span.end <= (top if _TICKING.search(s.line) else lines[0].end)]
    own = any(stamp.score >= 0 and stamp not in visits for stamp in found)
    visits = [s for s in visits if own or not _near(page, s.day)]
    found = [replace(stamp, score=stamp.score - _AROUND) if stamp in visits else stamp for stamp in found]
    return sorted(found, key=lambda stamp: -stamp.score)


def _near(page: _Page, day: date) -> bool:
    """Whether the body tells of days around this one, or of none: the only date of a page may still be its clock."""
    told = [made for month, number in page.told if (made := whole(day.year, month or 0, number or 0))]
    return not told or any(min(abs((day - made).days), 365 - abs((day - made).days)) <= _COURSE for made in told)


def is_published(words: str) -> bool:
    """Whether a line begins by saying that a day is the one of publication: 'Mis en ligne le 17/06/2024'."""
    return bool(_PUBLISHED.match(fold_text(words))) and furniture.whole_day(words) is not None


def best(stamps: list[Stamp]) -> Stamp | None:
    """The stamp that dates the article; None if only a clock or a far date is there: a wrong day is worse than none."""
    return stamps[0] if stamps and stamps[0].score >= 0 else None


def _page(text: str, lines: list[Line], language: str, title: Span | None, dateline: Span | None) -> _Page:
    shown = [text[line.start : line.end] for line in lines]
    prose = [w for line, w in zip(lines, shown, strict=True) if line.chrome is None and furniture.is_prose(w)]
    told = [*prose[:5], text[dateline.start : dateline.end] if dateline else ""]
    days = frozenset((m.month, m.day) for words in told for m in dates.find(words, language) if m.day)
    at = next((i for i, line in enumerate(lines) if title and line.start <= title.start < line.end), None)
    headline = fold_text(text[title.start : title.end]) if title else "\n"
    first = next((i for i, w in enumerate(shown) if furniture.is_prose(w) and i > (at or 0)), len(lines))
    again = [i for i in range(first) if headline in fold_text(shown[i])]
    last = [i for i, line in enumerate(lines) if line.chrome is None and furniture.is_prose(shown[i])]
    return _Page(text, lines, language, days, at, again[-1] if again else at, last[-1] if last else None)


def _of_line(page: _Page, index: int) -> Iterator[Stamp]:
    line = page.lines[index]
    words = page.text[line.start : line.end]
    plain = furniture.is_clock(words) or _PUBLISHED.match(fold_text(words)) or _right_beside(page, index, words)
    if (
        (line.chrome == "headlines" and not plain)
        or line.chrome in {"tail", "comment", "caption"}
        or not _can_hold(page, line, words)
    ):
        return
    distance = -_AROUND if line.chrome == "clock" else _distance(page, index)
    if distance is None:
        return
    sentence = furniture.is_prose(words) and not CLOCK.search(words)
    for position, (day, start, end) in enumerate(full_dates(words, page.language)):
        if sentence and (
            len(words[:start].split()) > _BEFORE or (page.language in _UNSPACED and start >= _BEFORE_UNSPACED)
        ):
            continue  # a day inside a sentence is when something happens
        score = distance + _signs(page, words, day) - position
        yield Stamp(day, Span(line.start + start, line.start + end), words, score)


def _can_hold(page: _Page, line: Line, words: str) -> bool:
    """Whether a line may be a stamp: short, or with a time of day; and no headline, but one that ends with the day."""
    is_title = page.title is not None and page.lines[page.title] == line and not _DATED.search(words)
    dated = [piece for piece in pieces(words) if full_dates(piece, page.language)] or [words]
    brief = len(dated[0].split()) <= _BRIEF or bool(CLOCK.search(words)) or line.chrome == "clock"
    return not is_title and len(words) < 2 * furniture.PROSE and brief


def _right_beside(page: _Page, index: int, words: str) -> bool:
    """Whether a line opens with a date right below the headline, 'August 26, 2022 | Posted by …', or right above it, alone or with a time.

    Above it only short labels may stand beside the date, and only a picture's caption may stand between.
    """
    opening, *others = pieces(words) or [""]
    dated = full_dates(opening, page.language)
    if not dated or page.title is None or page.again is None:
        return False
    if 0 < index - page.again <= _RIGHT_BELOW:
        return True
    labels = all(len(other.split()) <= _LABEL for other in others)  # no other headline
    directly = index < page.title and all(line.chrome == "caption" for line in page.lines[index + 1 : page.title])
    alone = [(start, end) for _, start, end in dated] == [(0, len(opening))]
    return directly and labels and (alone or bool(CLOCK.search(words)))


def _distance(page: _Page, index: int) -> int | None:
    """3 beside the headline, less farther off, 1 at the foot of the article, None elsewhere."""
    return 1 if (near := _beside(page, index)) is None and _at_foot(page, index) else near


def _at_foot(page: _Page, index: int) -> bool:
    """Whether a line stands right below the last paragraph, where a release and a signed column have their day."""
    return page.last is not None and page.last < index <= page.last + _FOOT


def _beside(page: _Page, index: int) -> int | None:
    if page.title is None or page.again is None:
        return 1 if index < 20 else None
    if page.title == index:
        return _OF_ITS_OWN
    if page.title < index:
        below = min(index - page.title, abs(index - page.again))
        return max(1, 4 - below) if index - page.again <= REACH else None
    return max(0, 3 - (page.title - index)) if page.title - index <= 12 else None


def _signs(page: _Page, words: str, day: date) -> int:
    folded = fold_text(words)
    clock = bool(CLOCK.search(words))
    weekday = any(m.weekday is not None for m in dates.find(words, page.language))
    return (
        4 * ((day.month, day.day) in page.told)
        + 2 * clock
        + 2 * bool(_PUBLISHED.search(folded))
        - bool(_UPDATED.search(folded) and not _PUBLISHED.search(folded))
        - 2 * (weekday and not clock)
        - _AROUND * bool(_NOT_PUBLISHED.search(folded) and not _PUBLISHED.search(folded))
    )


def full_dates(words: str, language: str) -> list[tuple[date, int, int]]:
    """Every whole calendar date in `words`, with its code points, in text order.

    Figures are read day first, unless only the American order makes a date.
    """
    plain = _RUN_ON.split(words.translate(_DIGITS))[0]
    return _dates(_APART.sub(lambda gap: ";" * len(gap[0]), plain), language) or _dates(
        plain.replace("|", ";"), language
    )


def _dates(plain: str, language: str) -> list[tuple[date, int, int]]:
    plain = _TWIN.sub(lambda twin: " " * len(twin[0]), plain)
    plain = _DAY_AND_YEAR.sub(lambda both: f" {both['d']},".rjust(len(both[0])), plain)
    found: dict[int, tuple[date, int, int]] = {}
    for start, end, year, month, day in _readings(plain, language):
        if not any(s < end and start < e for _, s, e in found.values()) and (made := whole(year, month, day)):
            found[start] = (made, start, end)
    return [found[start] for start in sorted(found)]


def _readings(plain: str, language: str) -> Iterator[tuple[int, int, int, int, int]]:
    for pattern in _NUMERIC:
        for m in pattern.finditer(plain):
            yield *m.span(), int(m["y"]) + (2000 if len(m["y"]) == 2 else 0), int(m["m"]), int(m["d"])
    yield from ((*m.span(), int(m["y"]), _ROMANS.index(m["m"]) + 1, int(m["d"])) for m in _ROMAN.finditer(plain))
    yield from ((*m.span(), int(m["y"]), int(m["m"]), int(m["d"])) for m in _AMERICAN.finditer(plain))
    for m in _ARABIC.finditer(plain):
        month = next(n for n, names in enumerate(ARABIC_MONTHS, 1) if m["name"] in names)
        yield *m.span(), int(m["y"]), month, int(m["d"])
    if language in persian.LANGUAGES:
        yield from persian.read(plain)
    mentions = dates.find(plain, language)
    for mention in mentions:
        if mention.year and mention.month and mention.day:
            yield mention.start, mention.end, mention.year, mention.month, mention.day
    for one, two in pairwise(mentions):  # '2024. március 14.': the year comes first
        if one.year and not one.month and two.month and two.day and not two.year and two.start - one.end <= 8:
            yield one.start, two.end, one.year, two.month, two.day


def whole(year: int, month: int, day: int) -> date | None:
    """The date, if there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
