"""What a time expression says, read from its tokens: the parts of a date, or what is counted from the publication."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from extractor.normalise.date_patterns import MONTHS
from extractor.normalise.date_tokens import Token
from extractor.normalise.date_values import SOLAR, Mention, Parts, gregorian
from extractor.normalise.date_words import Vocabulary

_LICENCE = frozenset("irFoP&JjZkK")
"""Kinds beside a month that is also another word: 'in May', 'until March', 'next May'."""
_SKIPPED = frozenset("oeaqr&y")
_NEAR = 4
"""How many words from a year 'scheduled' may stand."""
_CLOSING = frozenset('”»“"')
_OPENING = re.compile(r"(?:^|[.!?:])\W*$")
_NAME_GAPS = frozenset({" ", "-", " - "})
"""What stands between the last word of a name and its year."""
_LONGEST_MONTH = 31
_LAST_IRANIAN = 1500
_TITLE = 6
"""How many words behind its year 'plan' may stand: 2024 Yılı Askeri İş Birliği Planı."""


@dataclass(frozen=True)
class Found:
    """An expression: tokens `first` to `last` (exclusive) of a text; `plain` and `raw` are the text folded and not."""

    tokens: Sequence[Token]
    first: int
    last: int
    words: Vocabulary
    plain: str
    raw: str

    @property
    def span(self) -> Sequence[Token]:
        """The tokens of the expression itself."""
        return self.tokens[self.first : self.last]

    def kind(self, index: int) -> str:
        """The kind of token `index` of the text; '_' outside."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "_"

    def text(self, token: Token) -> str:
        """A token's folded words."""
        return self.plain[token.start : token.end]

    def values(self, kinds: str) -> list[int]:
        """The values of the expression's tokens of these kinds."""
        return [token.value for token in self.span if token.kind in kinds]

    def place(self) -> tuple[int, int]:
        """Folded offsets of the expression, without the article before it and the full stop behind it."""
        kept = list(self.span)
        while kept[0].kind in "Noe," or (kept[0].kind == "a" and kept[1].kind in "oey"):
            del kept[0]
        while kept[-1].kind in "oe,(":
            del kept[-1]
        end = kept[-1].end
        return kept[0].start, end - (self.plain[end - 1] == "." and kept[-1].kind != "E")


def read(shape: str | None, found: Found) -> Mention | None:
    """The mention that an expression of this shape is, its place still empty; None where the words mean no date."""
    mention = _READERS[shape](found) if shape in _READERS else None
    return mention if mention is None or _is_month(found, mention) else None


def _is_month(found: Found, mention: Mention) -> bool:
    """Whether the months of an expression are months: 'mar', 'mai' and 'May' are words too and need company."""
    if mention.month is None:
        return True
    dated = mention.year is not None or mention.years is not None
    numbered = mention.day is not None
    for index in range(found.first, found.last):
        kind = found.kind(index)
        beside = {found.kind(index - 1), found.kind(index + 1)}
        company = numbered or dated or mention.direction is not None or beside & _LICENCE
        small = found.words.language == "en" and not dated and found.raw[found.tokens[index].start].islower()
        if (
            (kind in "fV" and not (numbered and dated))
            or (kind == "b" and not dated)
            or (kind == "p" and not (numbered or dated))
            or (kind in "ml" and not company)
            or (kind in "mMp" and small)
        ):
            return False
    return True


def _explicit(found: Found) -> Mention | None:
    """A date or a month, or a range of them; the year of one end is that of the other, or the year before or after."""
    days, months, years = _parts(found.span)
    if not months:
        return None
    if months[0] > SOLAR:
        return _iranian(days, months[0], years)
    if len(months) == 1 and days and days[0] >= days[-1]:
        days = days[-1:]  # 'of article 20 and 3 May': no range
    turned = int(len(months) > 1 and months[0] > months[-1])
    alone = len(years) == 1
    behind = alone and years[0][1] > _last_month(found.span)
    one = Mention(0, 0, years[0][0] - turned * behind if years else None, months[0], days[0] if days else None)
    if len(days) > 1 or len(months) > 1:
        last_year = years[-1][0] + turned * (alone and not behind) if years else None
        one = replace(one, last=Parts(last_year, months[-1], days[-1] if days else None))
    return replace(one, **_company(found.span, dated=bool(years))) if _real(one) else None


def _iranian(days: list[int], month: int, years: list[tuple[int, int]]) -> Mention | None:
    """A day of the Iranian calendar, as one of ours if its year is given; its months and years are none of ours."""
    if not days or not 1 <= days[0] <= _LONGEST_MONTH:
        return None
    if not years:
        return Mention(0, 0, month=month, day=days[0])
    if years[0][0] > _LAST_IRANIAN:
        return None
    day = gregorian(years[0][0], month, days[0])
    return Mention(0, 0, day.year, day.month, day.day)


def _parts(span: Sequence[Token]) -> tuple[list[int], list[int], list[tuple[int, int]]]:
    """Days, months (one named twice only once) and years with the index of their token."""
    days: list[int] = []
    months: list[int] = []
    years: list[tuple[int, int]] = []
    for index, token in enumerate(span):
        year, month, day = token.parts or (None, None, None)
        year = token.value if token.kind == "y" else year
        month = token.value if token.kind in MONTHS else month
        day = token.value if token.kind == "n" else day
        days += [day] if day else []
        months += [month] if month and [month] != months[-1:] else []
        years += [(year, index)] if year else []
    return days, months, years


def _last_month(span: Sequence[Token]) -> float:
    """Index of the last month; the year of a date in figures stands behind its month."""
    return max((i - (token.kind == "D") / 2 for i, token in enumerate(span) if token.kind in MONTHS + "DE"), default=0)


def _real(mention: Mention) -> bool:
    """Whether the calendar has the day, in a leap year if no year is given."""
    try:
        date(mention.year or 2000, mention.month or 1, mention.day or 1)
    except ValueError:
        return False
    return True


def _company(span: Sequence[Token], *, dated: bool) -> dict[str, Any]:
    """The weekday of a date, and what 'last' or 'next' says of its year."""
    given: dict[str, Any] = {}
    for index, token in enumerate(span):
        if token.kind in "Ww":
            given.setdefault("weekday", token.value)
        elif token.kind in "JjZ" and not dated:
            beside = {other.kind for other in span[max(0, index - 1) : index + 2]}
            given["years" if "a" in beside else "direction"] = token.value
    return given


def _relative(found: Found) -> Mention | None:
    """A weekday or a day like 'yesterday', or both, or the weekday of last week, or 'viernes 15'."""
    given: dict[str, Any] = {}
    for token in found.span:
        if token.kind in "WwRnJjZ":
            given[{"W": "weekday", "w": "weekday", "R": "offset", "n": "day"}.get(token.kind, "direction")] = (
                token.value
            )
    if any(token.kind == "v" for token in found.span):
        given["weeks"] = given.pop("direction")
    return Mention(0, 0, **given)


def _ago(found: Found) -> Mention | None:
    """Days, months or years before or after the publication; None if counted from something else."""
    unit = next(token for token in found.span if token.kind in "dka")
    count = (found.values("nc#") or [unit.value])[0]
    before = found.text(found.tokens[found.first - 1]) if found.first else ""
    if not 0 < count < 1000 or (found.words.from_case and before.endswith(found.words.from_case)):
        return None
    count = count if found.span[0].kind == "C" else -count
    one = Mention(0, 0)
    if unit.kind == "d":
        return replace(one, offset=count)
    return replace(one, months=count) if unit.kind == "k" else replace(one, years=count)


def _day_of_month(found: Found) -> Mention | None:
    """'el día 5', 'ayın 5-də', 'the 5th of this month'."""
    said = next(iter(found.values("JjZ")), None)
    named = any(token.kind in "kK" for token in found.span)
    return Mention(0, 0, day=found.values("nT")[0], months=said if named else None, direction=None if named else said)


def _unit(found: Found) -> Mention | None:
    """'Next month', 'last year', 'last week'; a plural, 'the last years', is none, nor is 'this week' or 'next spring'."""
    unit = next(token for token in found.span if token.kind in "akvSY")
    said = found.values("JjZY")[0]
    if unit.value == 0 or (unit.kind == "S" and said) or (unit.kind == "v" and not said):
        return None
    if unit.kind == "v":
        return Mention(0, 0, weeks=said)
    return Mention(0, 0, months=said) if unit.kind == "k" else Mention(0, 0, years=said)


def _years(found: Found) -> Mention | None:
    """A bare year or a range of years."""
    at = next(index for index in range(found.first, found.last) if found.kind(index) in "yU")
    year, end = found.tokens[at].value, found.span[-1]
    upto = year - year % 100 + int(found.text(end)[-2:]) if end.kind == "U" else end.value
    both = 0 < upto - year <= 50
    plan = both or _of_plan(found, at) or _of_name(found, at)
    if year < _LAST_IRANIAN or (not plan and _counts(found, at)):
        return None
    return Mention(0, 0, year, last=Parts(upto) if both else None, of_plan=plan)


def _of_name(found: Found, at: int) -> bool:
    """Whether a bare year is the end of a proper name, of an exercise or a fair: 'Cedar Wind 2024', «Барс – 2023»."""
    year = found.tokens[at]
    if found.raw[year.end : year.end + 1] in _CLOSING:
        return True
    before = at - 2 if found.kind(at - 1) == "r" else at - 1
    dated = "a" in {found.kind(at + 1), *(token.kind for token in found.span)}
    if found.kind(before) != "_" or before < 0 or dated or found.words.language == "de":  # German nouns have capitals
        return False
    name = found.tokens[before]
    gap = found.plain[name.end : year.start]
    opens = gap != "-" and _OPENING.search(found.plain[: name.start]) is not None
    return gap in _NAME_GAPS and found.raw[name.start].isupper() and not opens


def _counts(found: Found, at: int) -> bool:
    """Whether a round number before a word is a number of things, '2000 soldiers', rather than a year."""
    word = found.kind(at + 1) == "_" and at + 1 < len(found.tokens) and found.text(found.tokens[at + 1]).isalpha()
    return found.tokens[at].value % 50 == 0 and word and found.kind(at - 1) not in "iFoaPSr"


def _of_plan(found: Found, at: int) -> bool:
    """Whether the year at `at` is the period of a plan ('for 2024', '2024 work plan') and not when something happens."""
    near = found.tokens[max(0, at - _NEAR) : found.last + _NEAR]
    if any(_begins(found, token, found.words.scheduled) for token in near):
        return False
    before = at - 1
    while found.kind(before) in _SKIPPED:
        before -= 1
    kind = found.kind(before)
    led = kind == "F" or (before >= 0 and _begins(found, found.tokens[before], found.words.plan))
    if led or "G" in {found.kind(found.last), found.kind(found.last + 1)}:
        return True
    following = list(found.tokens[found.last : found.last + _TITLE])
    stop = next((index for index, token in enumerate(following) if token.kind not in "_aor&"), _TITLE)
    return kind != "i" and any(_begins(found, token, found.words.plan) for token in following[:stop])


def _begins(found: Found, token: Token, stems: tuple[str, ...]) -> bool:
    return bool(stems) and found.text(token).startswith(stems)


_READERS: dict[str, Callable[[Found], Mention | None]] = {
    "date": _explicit,
    "month": _explicit,
    "relative": _relative,
    "ago": _ago,
    "dayofmonth": _day_of_month,
    "unit": _unit,
    "years": _years,
}
"""By the names of `date_patterns.shapes`; 'none', such as 'every Monday', has no reader."""
