"""Text cut into tokens of a kind, for the patterns of time expressions to run over.

Offsets here are of the folded text, whose digits are turned into 0 to 9 first (٣ is 3).
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from extractor.normalise.date_words import Vocabulary, vocabulary
from extractor.normalise.fold import fold_text

LATEST = 2060
"""A bare number above this is no year of news, but one of another calendar or a count."""

_YEAR, _MONTH, _DAY = (f"(?:{'|'.join(fold_text(sign) for sign in signs)})" for signs in ("年년", "月월", "日일"))
"""Signs behind figures in Chinese, Japanese and Korean; folded, a Korean syllable is two or three characters."""
_ERAS = {"令和": 2018, "平成": 1988}
"""Japanese eras, and the year before their first one."""
_FIGURES = (
    r"(?P<date>(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.]|\. )(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<d2>\d{1,2})(?P<s2>\. ?|/|-)(?P<m2>\d{1,2})(?P=s2)(?P<y2>(?:19|20)\d\d)(?!\d)"
    r"|(?P<d3>\d\d)\.(?P<m3>\d\d)\.(?P<y3>[1-4]\d)(?![\d.:,])"
    rf"|(?P<y4>(?:19|20)\d\d){_YEAR} ?(?P<m4>\d{{1,2}}){_MONTH} ?(?P<d4>\d{{1,2}}){_DAY}"
    rf"|(?P<era>{'|'.join(_ERAS)})(?P<y7>\d{{1,2}}){_YEAR} ?(?P<m7>\d{{1,2}}){_MONTH} ?(?P<d7>\d{{1,2}}){_DAY})"
    rf"|(?P<daymonth>(?P<d5>\d{{1,2}})\.(?P<m5>\d{{1,2}})\.(?!\d)|(?P<m6>\d{{1,2}}){_MONTH} ?(?P<d6>\d{{1,2}}){_DAY})"
    rf"|(?P<month>\d{{1,2}}){_MONTH}(?!\d)|(?P<day>\d{{1,2}}){_DAY}(?![間间{fold_text('간')}])"
    r"|(?P<season>(?:19|20)\d\d[-/]\d\d(?![\d.,%]))"
    r"|(?P<number>\d{1,2}(?=,(?:19|20)\d\d(?!\d))|\d+(?:[.,:]\d+)*)"
)
_SHORT = {
    "vi": r"(?P<short>(?P<d8>\d{1,2})[-/.](?P<m8>\d{1,2})(?![\d/.,-]*\d))|",
    "id": r"(?<=\()(?P<short>(?P<d8>\d{1,2})/(?P<m8>\d{1,2})(?=\)))|",
    "ms": r"(?<=\()(?P<short>(?P<d8>\d{1,2})/(?P<m8>\d{1,2})(?=\)))|",
}
"""Day and month in figures, by language: 'Sáng 12-8', 'Kamis (6/3)'."""
_WORD = r"[^\W\d_]+(?:'[^\W\d_]+)*"
_HUNG = re.compile(r"(?<=\d)-(?=[^\W\d_])")
"""The hyphen of Uzbek ordinals: '2025-yil 4-noyabr'."""
_SOLAR_YEARS = range(1300, 1450)
_MARKS = {"-": "r", "/": "/", ",": ",", "،": ",", "(": "(", ")": ")", "&": "&", ".": ".", "'": "'"}
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "re", "ere", "o", "a", "e", "de", "ste", "te", "ter", "ro", "eme"})
_YEAR_LETTERS = frozenset({"г", "р", "г.", "й", "ж", "م"})
_DECADE = re.compile(r"s|er|ern|х|е|ых|ті|тих|их|l[aeiu].*")
_BRIEF_DAY = re.compile(r"(?<![\d.:-])\d{1,2}(?P<gap>[ -]?)[^\W\d_]{3,4}(?P=gap)$")
_BRIEF_LENGTH = len(" 14-sept-")
_ROMAN = {
    name: number
    for number, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1)
}


@lru_cache(maxsize=8)
def _pattern(language: str) -> "re.Pattern[str]":
    """What cuts a text of this language; where words aren't parted, at those that are known."""
    words = vocabulary(language)
    word = _WORD
    if words.unspaced:
        known = sorted((first for first in words.phrases if not first.isascii()), key=len, reverse=True)
        word = "|".join([*map(re.escape, known), r"[a-z]+(?:'[a-z]+)*", r"[^\W\d_]"])
    return re.compile(rf"{_SHORT.get(language, '')}{_FIGURES}|(?P<word>{word})|(?P<mark>[^\s\w])|_")


class Token(NamedTuple):
    """A word, number or mark: its kind (see `date_words`), its value, and where it stands in the folded text.

    `parts` are year, month and day of a date in figures (kind D) or day and month (kind E). Kind U is a range of years, '2024/25', T a day
    of the month, '12日'.
    """

    kind: str
    value: int
    start: int
    end: int
    parts: tuple[int | None, int, int] | None = None


def tokens(text: str, words: Vocabulary, raw_upper: str) -> list[Token]:
    """The tokens of a folded text; `raw_upper` is the unfolded text, character by character, for what needs capitals."""
    found: list[Token] = []
    text = _HUNG.sub(" ", text) if words.language == "uz" else text
    pieces = list(_pattern(words.language).finditer(text))
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece["word"]:
            token, used = _phrase(pieces, index, words, raw_upper)
            found.append(token)
            index += used
        elif piece["number"]:
            token, used = _number(pieces, index, words, glued=bool(found) and _glued(found[-1], piece))
            if token.kind == "n" and _is_short_year(found, piece, text):
                token = token._replace(kind="y", value=2000 + token.value)
            found.append(token)
            index += used
        else:
            found.append(_figures(piece))
            index += 1
    return found


def _glued(before: Token, piece: "re.Match[str]") -> bool:
    return before.end == piece.start() and before.kind == "_"


def _is_short_year(found: list[Token], piece: "re.Match[str]", text: str) -> bool:
    """Whether two figures end a day as armed forces write it: '14 Mar 23', '30-Aug-19', '14MAR23'."""
    months = [token for token in found[-2:] if token.kind in "MmfpbV"]
    brief = _BRIEF_DAY.search(text, max(0, piece.start() - _BRIEF_LENGTH), piece.start())
    alone = len(piece.group()) == len("23") and not text[piece.end() : piece.end() + 1].isalnum()
    return bool(months and brief) and alone


def _figures(piece: "re.Match[str]") -> Token:
    got = piece.groupdict()
    if got["season"]:
        first, upto = int(got["season"][:4]), int(got["season"][5:])
        return Token("U" if 0 < upto - first % 100 <= 10 else "y", first, *piece.span())
    if got["month"] or got["day"]:
        number = int(got["month"] or got["day"])
        real = 1 <= number <= (12 if got["month"] else 31)
        return Token(("M" if got["month"] else "T") if real else "_", number, *piece.span())
    given = {name[0]: int(value) for name, value in got.items() if value and name[0] in "ymd" and name[1:].isdigit()}
    if not given:
        return Token(_MARKS.get(piece.group(), "_"), 0, *piece.span())
    written, month, day = given.get("y"), given["m"], given["d"]
    year = written + _ERAS.get(got["era"] or "", 2000) if written is not None and written < 100 else written
    if month > 12 and got["s2"] == "/":
        month, day = day, month
    try:
        date(year or 2000, month, day)
    except ValueError:
        return Token("_", 0, *piece.span())
    return Token("D" if year or got["m6"] else "E", day, *piece.span(), (year, month, day))


def _number(pieces: list["re.Match[str]"], index: int, words: Vocabulary, *, glued: bool) -> tuple[Token, int]:
    """A number with what hangs on it ('3rd', '17-də', "2024'te"), as a day, a year or any other number."""
    piece = pieces[index]
    tail, used = _tail(pieces, index, words)
    digits, (start, end) = piece.group(), piece.span()
    whole = pieces[index + used - 1].end()
    value = int(digits) if digits.isdigit() and len(digits) < 6 else 0
    if glued or not digits.isdigit():
        return Token("#", value, start, end), used
    if len(digits) == 4 and words.solar and value in _SOLAR_YEARS:
        return Token("y", value, start, end), used
    if len(digits) == 4 and 1900 <= value < LATEST:
        loose = pieces[index + used] if index + used < len(pieces) else None
        percent = loose is not None and loose.start() == end and loose.group() in {"%", "€", "$"}
        many = _DECADE.fullmatch(tail or "") or _many_years(pieces, index + used)
        decade = value % 10 == 0 and tail is not None and many
        return Token("#" if percent or decade or (tail or "").startswith("+") else "y", value, start, end), used
    if 1 <= value <= 31 and len(digits) <= 2 and not (tail or "").startswith("+"):
        dot = pieces[index + used] if index + used < len(pieces) else None
        if tail is None and dot is not None and dot.start() == end and dot.group() == ".":
            return Token("n", value, start, dot.end()), used + 1
        apostrophe = used > 1 and pieces[index + 1].group() == "'"
        return Token("n", value, start, end if apostrophe else whole), used
    return Token("#", value, start, end), used


def _many_years(pieces: list["re.Match[str]"], index: int) -> bool:
    """Whether a plural word for years follows: '1990-cı illər', not '2020-ci il'."""
    return index < len(pieces) and pieces[index].group().startswith(("illər", "yillar"))


def _tail(pieces: list["re.Match[str]"], index: int, words: Vocabulary) -> tuple[str | None, int]:
    """What hangs on the number at `index`, and how many pieces number and tail are; '+' before letters of no ending."""
    end = pieces[index].end()
    following = pieces[index + 1 : index + 3]
    if following and following[0].start() == end and following[0]["word"]:
        word = following[0].group()
        if word in _ORDINALS or (word == "s" and len(pieces[index].group()) == 4):
            return word, 2
        return (None, 1) if word in _YEAR_LETTERS or words.word(word) else (f"+{word}", 1)
    if (
        len(following) == 2
        and following[0].start() == end
        and following[0].group() in {"-", "'"}
        and following[1].start() == end + 1
        and following[1]["word"]
        and not words.word(following[1].group())
    ):
        return following[1].group(), 3
    return None, 1


def _phrase(pieces: list["re.Match[str]"], index: int, words: Vocabulary, raw: str) -> tuple[Token, int]:
    """The longest known phrase that begins at `index`, and of how many pieces it is."""
    piece = pieces[index]
    for phrase, kind, value in words.phrases.get(piece.group(), ()):
        span = pieces[index : index + len(phrase)]
        if len(span) == len(phrase) and all(p.group() == w for p, w in zip(span, phrase, strict=True)):
            return _pointed(pieces, index + len(phrase), Token(kind, value, piece.start(), span[-1].end()), len(phrase))
    return _cut(piece, words, raw), 1


def _pointed(pieces: list["re.Match[str]"], after: int, token: Token, used: int) -> tuple[Token, int]:
    """An abbreviation takes in its point: 'févr.', 'г.'."""
    point = pieces[after] if after < len(pieces) and token.kind in "bpfa" else None
    written_out = token.kind == "a" and token.end - token.start > 1
    if point is None or written_out or point.start() != token.end or point.group() != ".":
        return token, used
    kind = "p" if token.kind == "b" else token.kind
    return token._replace(kind=kind, end=point.end()), used + 1


def _cut(piece: "re.Match[str]", words: Vocabulary, raw: str) -> Token:
    """A word without what hangs on it: "Monday's", "l'année", "Ekim'de", والثلاثاء, szeptemberben."""
    word, start, end = piece.group(), piece.start(), piece.end()
    head, mark, tail = word.partition("'")
    if mark and (known := words.word(head)):
        sure = words.language == "tr" and known[0] == "m"  # Ekim'de, but not Mrs May's
        return Token("M" if sure else known[0], known[1], start, start + len(head))
    if mark and (known := words.word(tail)):
        return Token(*known, start + len(head) + 1, end)
    if words.clitics and word[0] in words.clitics and (known := words.word(word[1:])) and known[0] in "MmWR":
        return Token(*known, start + 1, end)
    if words.roman_months and raw[start:end] in _ROMAN:
        return Token("V", _ROMAN[raw[start:end]], start, end)
    for length in range(1, 5) if words.inflects and len(word) > 3 else ():
        if (known := words.word(word[:-length])) and known[0] in "MmW":
            return Token(*known, start, end)
    return Token("_", 0, start, end)
