"""The dateline: place, day and perhaps the agency before the first sentence: 'BAKU, Oct. 29', 'Quito (dpa)'."""

import re

from extractor.document import furniture, stamp
from extractor.document.article import Line, Span
from extractor.normalise import dates

HEAD = 25
"""Lines from the top within which a dateline can stand."""
_REACH = 70
"""Code points from the start of a line within which its date stands."""
_PLACE = re.compile(r"^[^\W\d_][^\d.:;!?\"«“]{1,40}?[,.]? ?(?:le |den |am |el |il |op |,)?\s?$")
_AGENCY = re.compile(
    r"\.?\s?[(/][^()/\n]{2,30}[)/]|, (?:[^\W\d_a-zа-яёіїєçəğışöü]{3,12}(?:-[^\W\d_a-zа-яёіїє]{2,12})?\b|[^\W\d_a-zа-яёіїє][^,.\n]{2,30}$)"
)
_UNPARTED = frozenset({"sk"})
"""Languages whose agencies set no comma between place and day: 'Bratislava 14. mája (TASR) –'."""
_AFTER_DAY = re.compile(r"(?: (?:19|20)\d\d)? ?(?:\([^()\d\n]{2,30}\)| [–—-] )")
_ENDS = re.compile(r"(?: ?[гр]\.)?\.?\s*(?:$|[.(/–—:•|-])|\.?,? [^\W\d_a-zа-яёіїє]")
"""What follows a dateline: nothing, a mark, or a capital; ', in the evening' makes it a sentence."""
_UNDATED = re.compile(
    r"^[^\W\d_a-zа-яёіїє][^\W\d_]+(?:[ /-][^\W\d_a-zа-яёіїє][^\W\d_]+){0,3} \([^()\d\n]{2,30}\)(?=\s?[–—:•-])"
    r"|^[^\W\d_a-zа-яёіїє]{3,}(?: [^\W\d_a-zа-яёіїє]{3,})? [-–—] [^\W\d_a-z][^.,:\n]{2,40}$"
)

_DAY_FIRST = re.compile(
    r"^\d{1,2} [^\W\d_]{3,12}, [^\W\d_a-zа-яёіїє][^\W\d_]+(?:[ -][^\W\d_a-zа-яёіїє][^\W\d_]+)?(?=\.\s|\.$)"
)
"""'13 апреля, Минск. Министр …'."""
_CAPITALS = re.compile(
    r"^(?=[^\n]{80})[^\W\d_a-zа-яёіїєçəğışöü]{3,}(?:[ /'’-][^\W\d_a-zа-яёіїє]{2,}){0,3}(?:, [^\W\d_a-z][\w. ]{2,19}[\w.])?(?=\s?[–—]\s?[^\W\d_a-z«“\"]|\s-\s[^\W\d_a-z«“\"])"
)
"""A place in capitals and a dash before the first sentence: 'GABORONE – The army', 'NAIROBI, Kenya — Forty'."""

_UPPER = r"[^\W\d_a-zа-яёїієçəğışöü]"
_MEDIA = r"(?i:news|press|agency|agence|agencia|agenzia|agentur|media|wire|post|times|info|ақпарат|информ|xəbər|haber|агентство)"
_MEDIA_ARABIC = "(?:وكالة|نيوز|أنباء|خبرگزاری|صحيفة|الإخباري)"
"""Words of an agency's name, without which 'Interview. Joseph K. – …' and 'photo / Muhammad Ahmad' look like datelines."""
_FORMS = (
    re.compile(rf"^{_UPPER}[^/:\n]{{1,25}}/\d\d?\.\d\d?\.(?:20)?\d\d/(?P<o>[^/:\n]{{2,30}})(?=:|$)"),
    re.compile(
        rf"^{_UPPER}[^.,:\n]{{1,25}}\. \d{{1,2}} [^\W\d_]{{3,12}}\.? (?P<o>{_UPPER}{{2}}[\w.-]{{1,25}})(?=\s?[-–—/]|$)"
    ),
    re.compile(rf"^\d{{1,2}} [^\W\d_]{{3,12}}, {_UPPER}[^/,\n]{{1,25}} /(?:[Кк]орр\. )?(?P<o>[^/\n]{{2,30}})/"),
    re.compile(
        r"^[\u0621-\u064a]{2,12}(?: [\u0621-\u064a]{2,12})? في \d{1,2} [\u0621-\u064a]{3,9}(?: [\u0621-\u064a]{3,9})?(?: \d{4} ?م?)? ?/ ?(?P<o>[^/\n]{2,20}?) ?/"
    ),
    re.compile(
        r"^[\u0621-\u064a]{2,12}(?: [\u0621-\u064a]{2,12})? في \d{1,2} [\u0621-\u064a]{3,9} (?:19|20)\d\d ?م?(?= ?/ )"
    ),
    re.compile(r"^\d\d?[A-Z]{3}(?:19|20)\d\d(?=\. ?[-–—])"),
    re.compile(
        rf"^{_UPPER}{{3,}}(?:, \d{{1,2}} [^\W\d_]{{3,12}})?\. (?P<o>{_UPPER}{{3,}}(?:\.\w{{2,5}})?)(?=\s[-–—]\s|$)"
    ),
    re.compile(
        rf"^{_UPPER}[^.,:\n]{{1,25}}\. {_UPPER}[^.,:\n]{{2,40}} [–-] (?P<o>{_UPPER}{{2,}}[\w-]{{0,20}})(?=\.\s|$)"
    ),
    re.compile(
        rf"^{_UPPER}[^.,:\n]{{1,25}}, (?P<o>{_UPPER}{{3,}} {_UPPER}\w+|{_UPPER}\w+\.\w{{2,4}})(?=\s?(?:--|[–—-])\s)"
    ),
    re.compile(rf"^{_UPPER}[^.,:\n]{{1,25}}\. \d{{1,2}} [^\W\d_]{{3,12}}\. (?P<o>{_UPPER}[\w-]*\.\w{{2,4}})$"),
    re.compile(rf"^{_UPPER}[^\s.,:]{{2,20}}\. (?P<o>(?:{_UPPER}[\w-]+ ){{1,2}}{_MEDIA})\.?(?=\s[–—]\s)"),
    re.compile(
        rf"^[\u0621-\u064a\u0698-\u06cc]{{3,15}}\s?/\s(?=[^\n:]{{0,30}}{_MEDIA_ARABIC})(?P<o>[\u0621-\u064a\u0698-\u06cc]{{3,12}} [\u0621-\u064a\u0698-\u06cc]{{3,12}})(?=:|\s[-–—]|$)"
    ),
    re.compile(rf"^(?P<o>{_UPPER}{{2}}[\w-]+\.\w{{2,5}}), {_UPPER}{{3,}}(?: {_UPPER}{{3,}})?(?=\s[–—-]\s|$)"),
)
"""Forms of single agencies: 'Bakı/14.10.21/Turan:', 'Baku. 9 October. REPORT.AZ/', '5 декабря, Минск /Корр. БЕЛТА/', 'الدوحة في 5 مايو / قنا /', 'عمان 5 آب (بترا)-', 'SINDO.ID, JAKARTA –'; two of no agency: 'مسقط في 5 مايو 2019 /', '05MAY2019.-'."""
_NAMED = re.compile(rf"(?:[(/](?P<o>[^()/\n]{{2,40}})[)/]|, (?P<caps>{_UPPER}{{3,12}}(?:-{_UPPER}{{2,12}})?))\.?$")


def agency(words: str) -> str | None:
    """The agency that a dateline names; None where it names none."""
    found = next((match for form in _FORMS if (match := form.match(words))), None) or _NAMED.search(words)
    return next((name for name in found.groupdict().values() if name), None) if found else None


def find(text: str, lines: list[Line], language: str) -> Span | None:
    """The dateline's span with the agency's name, without the dash behind it; None without one."""
    shown = [line for line in lines if line.chrome in {None, "repeat"}][:HEAD]
    for line in shown:
        words = text[line.start : line.end]
        form = next((match for form in _FORMS if (match := form.match(words))), None)
        end = form.end() if form else _dated(words, language)
        if end is None and (placed := _DAY_FIRST.match(words)):
            end = placed.end()
        if end is None and (undated := _UNDATED.match(words)) and not furniture.heading(words):
            end = undated.end()
        if end is None and (place := _CAPITALS.match(words)) and words.split()[0].isupper():
            end = place.end()
        if end is not None:
            return Span(line.start, line.start + end)
    return None


def _dated(words: str, language: str) -> int | None:
    """Where a dateline with a day ends in `words`; None if they don't begin with one."""
    head = words[:_REACH]
    found = [(m.start, m.end) for m in dates.find(head, language) if m.day and m.month]
    found += [(start, end) for _, start, end in stamp.full_dates(head, language)]
    if not found:
        return None
    start, end = min(found, key=lambda at: (at[0], -at[1]))
    before = words[:start]
    agency = language in _UNPARTED and _AFTER_DAY.match(words[end:])
    place = _PLACE.match(before) and ("," in before or agency) and before[0].isupper() and len(before.split()) <= 5
    if not place or any(m.start == 0 for m in dates.find(before, language)) or not _ENDS.match(words[end:]):
        return None
    if words[end : end + 1] == "." and words[end - 1].isalpha() and len(re.split(r"\W", words[:end])[-1]) <= 4:
        end += 1  # an abbreviated month, with its full stop
    agency = _AGENCY.match(words[end:])
    return end + (agency.end() if agency else 0)
