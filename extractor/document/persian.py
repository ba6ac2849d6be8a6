"""Days of the Persian calendar, in which Iran and Afghanistan count, each with names of its own: '۲۳ آبان ۱۴۰۲' is 14 November 2023."""

import re
from collections.abc import Iterator
from datetime import date

LANGUAGES = frozenset({"fa", "ps", "ckb"})
"""Languages whose pages are dated by it."""
_MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
_AFGHAN_MONTHS = ("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت")
_NAMES = (*_MONTHS, *_AFGHAN_MONTHS)
_NAMED = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}}) (?P<name>{'|'.join(_NAMES)})(?:\s?ماه)?،? (?P<y>1[34]\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(?P<y>1[34]\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?!\d)")
_LONG_MONTHS = 6
"""The first months have 31 days, the others 30."""
_CYCLE = 33
"""Years in which eight have a day more."""
_EPOCH = 356_033
"""What makes the count of days the one of `date.toordinal`."""


def read(plain: str) -> Iterator[tuple[int, int, int, int, int]]:
    """Whole days in text with Latin figures: start, end, and year, month and day as the world counts them."""
    for pattern in (_NAMED, _NUMERIC):
        for found in pattern.finditer(plain):
            month = _NAMES.index(found["name"]) % len(_MONTHS) + 1 if pattern is _NAMED else int(found["m"])
            if 1 <= month <= len(_MONTHS):
                day = to_date(int(found["y"]), month, int(found["d"]))
                yield *found.span(), day.year, day.month, day.day


def to_date(year: int, month: int, day: int) -> date:
    """The day as the world counts it."""
    past = year + 1595
    months = 31 * min(month - 1, _LONG_MONTHS) + 30 * max(0, month - 1 - _LONG_MONTHS)
    return date.fromordinal(365 * past + past // _CYCLE * 8 + (past % _CYCLE + 3) // 4 + months + day - _EPOCH)
