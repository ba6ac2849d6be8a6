"""What a time expression means: made whole with the publication date (R12, R13), never sharpened (R14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

Basis = Literal["explicit", "relative"]
_LATER = frozenset({"planned", "postponed"})
_EITHER = frozenset({"postponed", "cancelled", "any"})


class Parts(NamedTuple):
    """As much of a calendar date as is written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


SOLAR = 100
"""Above this are the months of the Iranian calendar, 101 to 112: their days need a year to be days of ours."""
_SOLAR_HALF, _SOLAR_YEARS = 6, 621
"""Months of 31 days with which an Iranian year begins; by how much its number is smaller."""


@dataclass(frozen=True)
class Mention:
    """A time expression in a text: raw code points, end exclusive, and the parts of a date it gives.

    `weekday` counts from Monday 0. Counted from the publication: `offset` days ('yesterday' is -1), `weeks`, `months`
    and `years` ('last year' is -1). `direction` is -1 for 'last', 1 for 'next', 0 for 'this' before what has no year.
    Of a range these are the first day, month or year; `last` is the last one. `of_plan` says that a bare year is the
    period that a plan covers (R15); `counted` that the day is one after, or the same as, the day told of before it.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    direction: int | None = None
    weeks: int | None = None
    months: int | None = None
    years: int | None = None
    last: Parts | None = None
    of_plan: bool = False
    counted: bool = False

    @property
    def basis(self) -> Basis:
        """`explicit` for a calendar date, `relative` for a weekday or 'today' (SCHEMA 2.2, date_basis)."""
        return "relative" if self.counted or (self.month is None and self.year is None) else "explicit"

    @property
    def ahead(self) -> bool:
        """Whether its words say that it is still to come: 'tomorrow', 'next week'."""
        return max(self.offset or 0, self.weeks or 0, self.months or 0, self.years or 0, self.direction or 0) > 0

    @property
    def exact(self) -> bool:
        """Whether it names a day: a date or a weekday, but neither 'in April' nor 'last year'."""
        return self.day is not None or self.weekday is not None or self.offset is not None


def resolve(mention: Mention, publication: date | None, status: str = "held") -> str | None:
    """The EDTF value of a mention (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`), or None where the publication date is needed.

    A missing year is the one that puts the date nearest to the publication, earlier if held, later if planned, either
    way if cancelled (R12); a weekday is the nearest past one, the publication day included, for planned events the next one (R13). 'Last' and
    'next' mean before and after the publication whatever the status. Of a range it is the first day.
    """
    if (mention.month or 0) > SOLAR:
        found = _solar(mention, publication, later=status in _LATER)
    elif mention.counted or mention.basis == "explicit":
        found = _calendar(mention, publication, status)
    else:
        found = _counted(mention, publication, later=status in {*_LATER, "cancelled"}) if publication else None
    return _written(found) if found else None


def resolve_last(mention: Mention, publication: date | None, status: str = "held") -> str | None:
    """The EDTF value of the end of a range, its year that of the first day or the next; None for a single date."""
    first = resolve(mention, publication, status)
    if mention.last is None or first is None:
        return None
    year, month, day = mention.last
    turned = (month or 0) < int(first[5:7] or 0)
    return _written(Parts(year or int(first[:4]) + turned, month, day))


def gregorian(year: int, month: int, day: int) -> date:
    """The day of our calendar that a day of the Iranian one is; its year begins on 21 March, in some years on the 20th."""
    first = year + _SOLAR_YEARS
    begins = date(first, 3, 20 if first % 4 == 0 or (first > 2028 and first % 4 == 1) else 21)
    index = month - SOLAR - 1
    return begins + timedelta(days=31 * index - max(0, index - _SOLAR_HALF) + day - 1)


def _solar(mention: Mention, publication: date | None, *, later: bool) -> Parts | None:
    """A day of an Iranian month in the year that puts it nearest to the publication, on the side of the status (R12)."""
    if publication is None or mention.day is None or mention.month is None:
        return None
    year = publication.year - _SOLAR_YEARS
    days = [gregorian(number, mention.month, mention.day) for number in (year - 1, year, year + 1)]
    fitting = [day for day in days if (day >= publication if later else day <= publication)]
    found = min(fitting or days, key=lambda day: abs(day - publication))
    return Parts(found.year, found.month, found.day)


def _written(parts: Parts) -> str | None:
    """EDTF, or None for a day that the calendar does not have."""
    try:
        date(parts.year or 1, parts.month or 1, parts.day or 1)
    except ValueError:
        return None
    return "-".join([f"{parts.year:04}", *(f"{n:02}" for n in parts[1:] if n is not None)])


def _counted(mention: Mention, publication: date, *, later: bool) -> Parts | None:
    """Days, weekdays, months and years counted from the publication."""
    if mention.weekday is not None or mention.offset is not None:
        try:
            day = _day(mention, publication, later=later)
        except OverflowError:
            return None
        return Parts(day.year, day.month, day.day)
    if mention.weeks is not None:
        return _week_away(publication, mention.weeks)
    if mention.months is not None:
        return _month_away(publication, mention.months, mention.day)
    if mention.years is not None:
        return Parts(publication.year + mention.years) if publication.year + mention.years > 0 else None
    return _day_of_month(mention, publication, later=later)


def _day(mention: Mention, publication: date, *, later: bool) -> date:
    weekday, today = mention.weekday, publication.weekday()
    if mention.offset is not None:
        day = publication + timedelta(days=mention.offset)
        # 'yesterday, Monday' in a text that was published two days after Monday: the weekday is right
        slip = 0 if weekday is None else (weekday - day.weekday() + 3) % 7 - 3
        return day + timedelta(days=slip if abs(slip) < 3 else 0)
    weekday = weekday or 0
    if mention.weeks is not None:
        return publication + timedelta(days=7 * mention.weeks + weekday - today)
    if (numbered := _numbered(mention, publication, later=later)) is not None:
        return numbered
    ahead, back = (weekday - today) % 7, (today - weekday) % 7
    if mention.direction == 0:
        return publication + timedelta(days=ahead if later else -back)
    if mention.direction is not None:
        return publication + timedelta(days=(ahead or 7) if mention.direction > 0 else -(back or 7))
    return publication + timedelta(days=(ahead or 7) if later else -back)


def _numbered(mention: Mention, publication: date, *, later: bool) -> date | None:
    """'viernes 15': the nearest 15th that is a Friday, on the side of the status; None if that is not within two months."""
    for days in range(1 if later else 0, 62):
        day = publication + timedelta(days=days if later else -days)
        if day.day == mention.day and day.weekday() == mention.weekday:
            return day
    return None


def _week_away(publication: date, weeks: int) -> Parts | None:
    """The month, else the year, that a whole week lies in: EDTF has no date for a week (R14)."""
    monday = publication + timedelta(days=7 * weeks - publication.weekday())
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        return None
    return Parts(monday.year, monday.month if monday.month == sunday.month else None)


def _month_away(publication: date, months: int, day: int | None) -> Parts:
    year, month = divmod(publication.year * 12 + publication.month - 1 + months, 12)
    return Parts(year, month + 1, day)


def _day_of_month(mention: Mention, publication: date, *, later: bool) -> Parts | None:
    """'el día 5', 'ayın 5-i': the day in the month that puts it nearest, on the side of the status."""
    if mention.day is None:
        return None
    ahead = later if mention.direction in {0, None} else (mention.direction or 0) > 0
    passed = mention.day < publication.day if ahead else mention.day > publication.day
    return _month_away(publication, (1 if ahead else -1) if passed else 0, mention.day)


def _calendar(mention: Mention, publication: date | None, status: str) -> Parts | None:
    year = mention.year
    if year is None and publication is not None:
        counted = mention.years is not None
        nearest = _year_of(mention, publication, later=status in _LATER, either=status == "cancelled")
        year = publication.year + (mention.years or 0) if counted else nearest
    return Parts(year, mention.month, mention.day) if year else None


def _year_of(mention: Mention, publication: date, *, later: bool, either: bool) -> int | None:
    candidates = list(_candidates(mention, publication.year, later=later))
    month_start = publication.replace(day=1)
    if either:
        fitting = []
    elif mention.direction:
        today = publication if mention.day else month_start
        given = [c if mention.day else c.replace(day=1) for c in candidates]
        fitting = [c for c in given if (c > today if mention.direction > 0 else c < today)]
    else:
        fitting = [c for c in candidates if (c >= month_start if later else c.replace(day=1) <= publication)]
    nearest = min(fitting or candidates, key=lambda c: abs(c - publication), default=None)
    return nearest.year if nearest else None


def _candidates(mention: Mention, around: int, *, later: bool) -> Iterator[date]:
    for year in (around - 1, around, around + 1):
        try:
            yield date(year, mention.month or 1, mention.day or (1 if later else 28))
        except ValueError:
            continue


def states(mention: Mention, value: str, publication: date | None, status: str = "held") -> bool:
    """Whether `mention` means the EDTF `value`, or a sharper date within it; it may not be coarser than the value (R14).

    What the mention leaves open, a year or the week of a weekday, is what `resolve` makes of it for this status; a
    postponed or cancelled event, and a date of which nothing is known (status `any`), may lie before or after.
    """
    if mention.basis == "relative" or mention.year is None or (mention.month or 0) > SOLAR:
        readings = ("held", "planned") if status in _EITHER else (status,)
        resolved = [resolve(mention, publication, reading) for reading in readings]
        return any(found is not None and (found == value or found.startswith(f"{value}-")) for found in resolved)
    parts = [int(p) for p in value.split("/", maxsplit=1)[0].split("-") if p]
    given = (mention.year, mention.month, mention.day)
    if (len(parts) > 1 and mention.month is None) or (len(parts) > 2 and mention.day is None):
        return False
    return all(g is None or g == p for g, p in zip(given, parts, strict=False))


def precision(value: str | None) -> Literal["day", "month", "year", "none"]:
    """`day`, `month` or `year` by the length of the EDTF start date; `none` for null (SCHEMA section 1, EDTF)."""
    if not value:
        return "none"
    start = value.split("/")[0]
    return {10: "day", 7: "month"}.get(len(start), "year")  # type: ignore[return-value]  # literal values
