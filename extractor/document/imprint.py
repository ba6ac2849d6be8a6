"""The imprint: whom a page says it belongs to, behind '©', as its publisher, or signed below the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.document.page_words import leading
from extractor.normalise.fold import fold_text

UPPER = r"[^\W\d_a-zа-яёїієґçəğışöü]"
NAME = rf"{UPPER}[\w.&’'-]*(?: (?:&|(?:de(?: la| los| las)?|du|des|del|della|do|da|of|the|et|and|und|in|ve|və|i|y|\d+)(?!\w)|{UPPER}[\w.&’'-]*)){{0,5}}"
"""A name: words with capitals, and the small ones between them."""
MOTTO = re.compile(
    r"\s+[|–—:»›>＞→•·/-]+\s+|\s{2,}|\s?::\s?|,\s|(?<![.\s][^\W\d_])\.\s|\s\(|\s(?:19|20)\d\d$|\s\w{1,2}ICP"
)
"""What parts a name from the motto, the section or the figures behind it."""
OWNED = re.compile(r"©|\(c\)|copyright|版权所有", re.IGNORECASE)
"""Marks of a line that says whose a page is."""
_FORM = r"(?:ООО|ТОО|ОсОО|АО|ОАО|ЗАО|ТОВ|ПП|ИА|АТ)(?!\w)"
"""What an owner is by law, or that it is an agency, before its name."""
_OWNED = r"(?i:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–—]\s?\d{4})?)?,?\s*"
_OWNER = (
    re.compile(rf"{_OWNED}(?:{_FORM}\s*)?[«„“\"](?P<o>[^«»„“”\"\n]{{2,40}})[»“”\"]"),
    re.compile(rf"{_OWNED}(?:{_FORM}\s*)?(?!{_FORM})(?P<o>{NAME} (?!{UPPER})[^\W\d_]{{4,}})(?=\s*(?:[\d,.|–—-]|$))"),
    re.compile(rf"{_OWNED}(?:{_FORM}\s*)?(?!{_FORM})(?P<o>{NAME})"),
    re.compile(rf"(?:^|[.!?|]\s)(?P<o>{NAME})\s*(?i:©|\(c\))"),
    re.compile(rf"{_OWNED}(?P<o>\w*(?i:minist|м[іи]н[іи]ст)\w+ [^\W\d_][^,\d\n|–]{{2,60}})"),
    re.compile(rf"{_OWNED}(?P<o>[a-z\d-]{{3,40}}\.[a-z]{{2,4}})(?!\w)"),
    re.compile(
        rf"^(?:{_FORM}\s*)?[«„“\"]?(?P<o>[^,.©«»„“”\"\n]{{3,40}})[»”“\"]?[,.] (?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d(?!\d)"
    ),
    re.compile(rf"\bImpressum:? (?P<o>{NAME})"),
    re.compile(
        rf"\b(?i:herausgeber(?:in)?|medieninhaber(?:in)?|publisher|éditeur|editore|yayıncı|учредитель|издатель|видавець|wydawca|uitgever):\s(?P<o>{NAME})"
    ),
    re.compile(rf"^(?P<o>{NAME}) / Reda[ck]\w+"),
    re.compile(r"^(?P<o>[^\s:：]{2,20})\s?版权所有"),
)
_COMPANY = re.compile(r"(?:m\.?b\.?h|ltd|llc|inc|s\.a|ооо|тов|gmbh|a\.ş|mmc|verlag\w*)\.?$", re.IGNORECASE)
_LIMITED = re.compile(r"\s(?:(?:pty )?ltd|llc|inc|(?:verlags?[ -]?)?gmbh)\.?$", re.IGNORECASE)
"""What an English or German owner is by law, behind its name."""
_FOOT = (
    re.compile(
        rf"^(?!(?i:copyright|published|since|web|design|powered|авторск|photo))(?P<o>{UPPER}[\w&’'-]*(?: [\w&’'-]+){{0,4}}?),? (?:19|20)\d\d\. (?i:all rights|alle rechte|tous droits|todos los derechos|tutti i diritti|todos os direitos"
        r"|toate drepturile|wszelkie prawa|wszystkie prawa|všechna práva|všetky práva|sva prava|все права|усі права|всі права|всички права|tüm hak|bütün hüquq)"
    ),
    re.compile(
        r"^(?:[^,\n]{2,40}, |\W{0,3})(?:www\.)?(?P<o>[a-z\d-]{3,40}\.(?:(?:co|com|gov|mil)\.)?[a-z]{2,4})(?: ?\([^()]{2,30}\))?$"
    ),
    re.compile(r"^(?:www\.)?(?P<o>[a-z\d-]{3,40}\.[a-z]{2,4})\s?(?:©|\(c\)|\s[|–—-]\s)"),
    re.compile(rf"\b[Pp]ublished in (?P<o>{NAME})"),
    re.compile(rf"^[«„“\"]?(?P<o>{NAME})[»”\"]?,? (?i:nr|no|n°|núm|№|sayı|číslo|broj|br)\.? ?\d{{1,5}}(?!\w)"),
    re.compile(r"^[«„“\"](?=\S)(?P<o>[^«»„“”\"\n]{3,30})[»“”\"]$"),
    re.compile(
        rf"^(?P<o>{NAME})(?: vom| du| of| del) [^\n]{{2,40}}(?:19|20)\d\d, (?i:seite|s\.|page|p\.|página|pág\.|pagina) ?\d{{1,3}}\W*$"
    ),
)
"""How an article is signed below its end: with the page's address or name, alone or behind the author's."""
CAPTION = 3
"""Words before a © above the page's end that tell what a picture shows."""
LAST = 8
"""Lines from the page's end in which an article is signed."""
_RIGHTS = re.compile(
    r"(?:(?:all|todos(?: los| os)?|tous(?: les)?|tutti i|alle|toate|wszelkie|wszystkie|sva|sve|všechna|všetky|tüm|bütün|kaikki|alla|minden|kõik|visas|все|усі|всі|всички|сва)\s)?"
    r"(?:rights?|reserved|riproduzione|diritti|rechte\w*|droits|derechos|direitos|drepturile|hak\w*|hüquq|prava|práva|права|prawa|rättigheter|oikeudet|jog|õigused|teisės|d\.? ?r\.?$)",
    re.IGNORECASE,
)
"""What stands behind a © and is nobody's name; 'DR' are a French picture's rights."""


@dataclass(frozen=True)
class Named:
    """A name that the page might go by, and how much speaks for it; `printed` where the page prints it as its own."""

    name: str
    weight: int
    printed: bool = False


def owner(words: str) -> Iterator[Named]:
    """The names of owners and publishers in a line; a picture's owner weighs nothing."""
    found = [match for pattern in _OWNER for match in pattern.finditer(words)]
    for match in found:
        whole = max(other.end("o") for other in found if other.start("o") == match.start("o"))
        if match.end("o") < whole or _RIGHTS.match(words, match.start("o")):
            continue
        name = _LIMITED.sub("", MOTTO.split(match["o"])[0]).rstrip(". ")
        legal = _COMPANY.search(match["o"])
        image = leading("caption").match(fold_text(words)) or re.search(r"\b(?:APA|AFP|DR|Getty|Reuters)\b", match["o"])
        yield Named(name, 0 if image else 1 if legal else 3, printed=not legal and not image)


def signed(words: str) -> Iterator[Named]:
    """The name or the address of the page with which an article is signed."""
    yield from (Named(match["o"], 4, printed=True) for pattern in _FOOT if (match := pattern.search(words)))
