"""Text → lines and sentences with offsets."""

import re

from extractor.document.article import Line
from extractor.normalise.scripts import length

LONGEST_LINE = 200
"""Code points: a longer line is a paragraph and is split into sentences, so that a quote is short."""
LONGEST_SENTENCE = 300
"""Code points: R31 bounds a quote."""
_EDGES = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of the direction of writing and other signs that nobody sees, which pages set around a line."""
_SEEN = re.compile(rf"[^\s{_EDGES}](?:.*[^\s{_EDGES}])?")
_DENSE = frozenset({"ja", "ko", "zh"})
_LONGEST_DENSE = 100
"""The same in scripts that say more with a character, whose characters count twice."""
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.$")
_ORDINAL = re.compile(r"(?<![\w.,])(?:\d{1,2}|[IVX]{1,5}|[^\W\d_])\.$")
_YEAR = re.compile(r"(?<![\w.,])(?:\d{1,2}|(?:19|20)\d\d|[IVX]{1,5}|[^\W\d_])\.$")
"""The same in Hungarian, which also writes a year so: '2025. évi'."""
_RANK = re.compile(
    r"(?<!\w)(?i:gen|bryg|dyw|płk|ppłk|mjr|kpt|por|ppor|chor|sierż|adm|kadm|wadm|kontradm|wiceadm|kmdr|gšt|plk|pplk|npor|nprap|prap"
    r"|genpor|genmjr|genplk|brig|ppuk|arm|št|ing|mgr|полк|подполк|ген|кап|лейт)\.$"
)
"""Ranks and titles that Slavic languages shorten."""
_SHORTENED = re.compile(
    r"(?<![\w.])(?i:br|ok|tys|mln|mld|m\.in|ds|tzw|ww|im|inż|hab|dr|prof|ul|godz|np|wg|stv|stellv|gem|bzw|sog|ca|inkl|sen|lieut|lt|col|gen|maj|capt|brig|adm|hon"
    r"|rtd|т\.н|им|тыс|млн|млрд|стр|ул|д-р|проф|p\.ex|sr|sra|gral|cnel|cnl|ejto|fza|bgda|tte|cpt|cdt|mme|amb|ten|magg|cap|amm|obst|oberstlt|kdt|br|org|korg|tümg|tuğg|tüma|tuğa|ora|kora|alb|yb|gl\.lt|gl\.mr|gl\.bg|gl|cdor|ejérc|fn)\.$"
)
"""Other short words with a point that ends no sentence, in any language: 'br.', 'stv.', 'Lieut.'."""
_DATELINE = re.compile(
    r"[^\W\d_][\w’'-]{2,19}(?:[ -][^\W\d_][\w’'-]{2,19})?(?:[.,] (?:\d{1,2}|[^\W\d_]{3,9})[ .]{1,2}(?:[^\W\d_]{3,9}|\d{1,2}))?\.?(?: ?[/(][^/()]{2,25}[/)]\.?)?"
)
"""'Москва.', 'МОСКВА, 4 февраля.', 'Минск, 3 мая. /БЕЛТА/.': the beginning of a line, with nothing said yet."""
_DATELINE_ON = re.compile(r"\d{1,2} [^\W\d_]{3,9}\.|[/(][^/()]{2,25}[/)]|\S{3,25} ?[-–—/]\s|[-–—]\s")
"""What goes on with one: the day, the agency."""
_SLAVIC = frozenset({"pl", "cs", "sk", "ru", "uk", "be", "bg", "sr", "sl"})
_DOTTED_ORDINALS = frozenset(
    {"de", "tr", "pl", "cs", "sk", "hu", "da", "no", "nb", "fi", "et", "lv", "sl", "hr", "sr", "az"}
)
"""Languages that write an ordinal as a number with a full stop."""
_MONTH = re.compile(r"(?<![\w.,])\d{1,2} [^\W\d_]{3,5}\.$")
_YEAR_NEXT = re.compile(r"(?:19|20)\d\d(?!\d)")
"""A day of a month that is shortened, and the year behind it: '28 sept.' '2021'."""
_CLAUSE = re.compile(r"[;:,–—]\s")


def split(text: str) -> list[Line]:
    """The lines of `text` that hold anything, without white space and unseen signs around them; not yet numbered."""
    shown = ((match.start(), _SEEN.search(match.group())) for match in _LINE.finditer(text))
    return [Line(start + seen.start(), start + seen.end(), 0) for start, seen in shown if seen]


def number(text: str, marked: list[Line], language: str) -> tuple[Line, ...]:
    """The lines with paragraphs split into sentences, and the ones that are sent numbered from 1."""
    out: list[Line] = []
    count = 0
    for line in marked:
        pieces = [(line.start, line.end)] if line.chrome else _sentences(text, line, language)
        for start, end in pieces:
            count += line.chrome is None
            out.append(Line(start, end, 0 if line.chrome else count, line.chrome))
    return tuple(out)


def _sentences(text: str, line: Line, language: str) -> list[tuple[int, int]]:
    dense = language in _DENSE and length(text[line.start : line.end]) > _LONGEST_DENSE
    if not dense and line.end - line.start <= LONGEST_LINE:
        return [(line.start, line.end)]
    import sentencex  # noqa: PLC0415  # only for texts with paragraphs

    paragraph = text[line.start : line.end]
    spans, position = [], 0
    for sentence in sentencex.segment(language, paragraph):
        words = sentence.strip()
        start = paragraph.find(words, position) if words else -1
        if start < 0:
            continue
        position = start + len(words)
        spans.append((line.start + start, line.start + position))
    whole = _mended(text, spans, language) or [(line.start, line.end)]
    return [piece for span in whole for piece in _clauses(text, *span)]


def _mended(text: str, spans: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """Sentences cut after an ordinal or an initial put together again: 'am 23.' 'August', 'II.' 'Toplantısı', 'О.' 'Рудаков'."""
    mended: list[tuple[int, int]] = []
    for start, end in spans:
        beside = mended and "\n" not in text[mended[-1][1] : start]
        if beside and (_is_short(text, mended[-1], start, language) or _goes_on(text, mended, start)):
            mended[-1] = (mended[-1][0], end)
        else:
            mended.append((start, end))
    return mended


def _is_short(text: str, last: tuple[int, int], start: int, language: str) -> bool:
    """Whether a piece ends with an ordinal, an initial, a short month before its year, a rank, or another short word."""
    cut = _YEAR if language == "hu" else _INITIAL if language not in _DOTTED_ORDINALS else _ORDINAL
    found = cut.search(text, *last) or _SHORTENED.search(text, *last)
    rank = language in _SLAVIC and _RANK.search(text, *last)
    return bool(found or rank or (_YEAR_NEXT.match(text, start) and _MONTH.search(text, *last)))


def _goes_on(text: str, pieces: list[tuple[int, int]], start: int) -> bool:
    """Whether what begins at `start` belongs to the last piece: within 'News.Az', in a dateline."""
    (first, _), last = pieces[0], pieces[-1]
    inside = last[1] == start and text[start - 1] == "." and text[start].isalpha()
    dateline = last[0] == first and _DATELINE.fullmatch(text, *last) is not None
    agency = text[last[1] - 2 : last[1]] in {"/.", ")."} or _DATELINE_ON.match(text, start) is not None
    return inside or (dateline and agency)


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence of more than 300 characters, cut after clauses, else between words, else anywhere."""
    pieces = []
    while end - start > LONGEST_SENTENCE:
        window = text[start : start + LONGEST_SENTENCE]
        cuts = [match.end() for match in _CLAUSE.finditer(window)] or [window.rfind(" ") + 1 or LONGEST_SENTENCE]
        cut = start + cuts[-1]
        pieces.append((start, start + len(text[start:cut].rstrip())))
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    return [*pieces, (start, end)]
