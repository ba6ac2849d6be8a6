"""The shapes of time expressions, over strings in which every token is one letter (see `date_words.KINDS`).

Order matters: at one place the first alternative wins, so the longer shapes come first.
"""

import re
from functools import cache

MONTHS = "MmglbpfV"
_MON = f"[{MONTHS}]"
_MONTH = rf"{_MON}(?:[/]{_MON}|\({_MON}\))?"
_OF = "[oe]{0,3}"
_PART = rf"(?:P{_OF})?"
_YEAR = rf"(?:,?{_OF}a?{_OF}y(?!r?y)|,?{_OF}[JZ]a|,?{_OF}a[jZ])"
_LIST = r"n(?:,n){0,5}[r&/]e?d?n"
_DAY_MONTH = rf"(?:{_LIST}|n)d?{_OF}(?:k{_OF})?{_MONTH}"
_WEEKDAY_BEFORE = r"(?:[JZ]?[Ww],?e?\(?)?"
_WEEKDAY_AFTER = rf"(?:,?[Ww](?![,e]?n[oe]*{_MON})|,?\([Ww]\))?"
_UNTIL = rf"r[ei]?{_WEEKDAY_BEFORE}"


def _day(*, month_first: bool, year_first: bool) -> str:
    """A day of a month, or a range of days."""
    last = rf"[JZ](?:k{_OF}|{_OF})"
    before = rf"(?:y\.?a?,?{_OF}|[JZ]a,?|a[jZ],?|{last})?" if year_first else rf"(?:{last})?"
    ahead = rf"{_MON}{_OF}n"
    shapes = (
        rf"n[/r]{_MON}[/r]y",
        rf"{before}{_DAY_MONTH},?{_UNTIL}{_DAY_MONTH}{_YEAR}?",
        rf"{before}{_DAY_MONTH}{_YEAR},?{_UNTIL}{_DAY_MONTH}{_YEAR}",
        rf"{before}{_DAY_MONTH}{_YEAR},?r(?!n[r/]){_DAY_MONTH}",  # no dateline and its range: '4 October 2023 - From 2 to 4 October'
        rf"Ne?{_DAY_MONTH}{_YEAR}?&e?{_DAY_MONTH}{_YEAR}?|Ne?{ahead}{_YEAR}?&e?{ahead}{_YEAR}?",
        rf"{before}{_DAY_MONTH}{_YEAR}?(?:[jZ](?![avk]))?",
        rf"{before}{ahead}{_YEAR}?{_UNTIL}{ahead}{_YEAR}?" if month_first else rf"{before}[gl]n(?:{_UNTIL})?[gl]n",
        rf"{before}{_MON}{_OF}(?:{_LIST}|n){_YEAR}?" if month_first else rf"{_MON}(?:{_LIST}|n),?y",
        rf"{before}(?:[gl]|{_MON}K)(?:{_LIST}|nn?)",
        *((rf"y\.?{_MON}\.n",) if year_first else ()),  # '2018. okt. 11.'
        r"nrD|nr[ie]?E|Er[ie]?[DE]|Dr[ie]?D|D|(?<=[iroe,(H])E",
    )
    return rf"{_WEEKDAY_BEFORE}(?:{'|'.join(shapes)}){_WEEKDAY_AFTER}"


def _month(*, year_first: bool) -> str:
    """A month, or a range of months, with its year or without."""
    before = rf"{_PART}(?:[JZ](?:k{_OF}|{_OF}))?"
    head = rf"(?:y\.?a?|[JZ]a),?{_OF}{_MON}(?:[r&]{_MON})?k?|" if year_first else ""
    return (
        rf"{head}{before}{_MONTH}{_YEAR}r[ei]?{_OF}P?{_OF}{_MONTH}{_YEAR}|{before}{_MONTH}(?:[r&]{_OF}P?{_OF}{_MONTH})?{_YEAR}"
        rf"|{before}{_MONTH}r{_OF}P?{_OF}{_MONTH}|{before}{_MONTH}(?:[jZ](?![avk]))?k?"
    )


_RELATIVE_DAY = (
    r"R,?e?\(?[WwR]\)?|[WwR],?R|R"
    r"|[JZ]v[ioeF]{0,2}[Ww]|[Ww],?[ioeF]{0,3}(?:[JZ]v|v[jZ])"
    r"|[JZ]e?[Ww]|[Ww](?:[jZ])(?![avk])|W"
)
_AGO = r"[nc#]?[dka]A|B[nc#]?[dka](?!y)|C[nc#][dka](?!i)"
_DAY_OF_MONTH = rf"(?:[JZ]k?)?T|[JZ]?Kn|nd?{_OF}(?:[JZ]k|k[jZ])|[Z]?Hn(?!,?[oe]*[kMmglbpf])"
_UNIT = rf"{_PART}(?:[JZ]e?[akv]|[akv][jZ])|[JZ]S|Y"
_YEARS = rf"(?:[PS]{{1,2}}{_OF}|)(?:a{_OF})?y(?:a?[r/][oe]?a?y)?|U"


@cache
def shapes(*, month_first: bool, year_first: bool, bare: bool) -> "re.Pattern[str]":
    """One pattern whose named group says how to read what it found; `bare`: a weekday's number needs no month, 'Tuesday 19'."""
    numbered = rf"[Ww](?:\(n\){'|n' if bare else ''})(?![oek,&r]*{_MON})"
    return re.compile(
        rf"(?P<none>h[WwdR]|[JZ][Ww](?=[oi]e?P?{_MON})|qy)"
        rf"|(?P<date>{_day(month_first=month_first, year_first=year_first)})"
        rf"|(?P<relative>{numbered}|{_RELATIVE_DAY})|(?P<ago>{_AGO})|(?P<dayofmonth>{_DAY_OF_MONTH})"
        rf"|(?P<month>{_month(year_first=year_first)})|(?P<unit>{_UNIT})|(?P<years>{_YEARS})"
    )
