"""Cities that a text names: which one, in which country, and whether the words say that something happens there (R16)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from anyascii import anyascii

from extractor.document import Document, Span
from extractor.finders import people
from extractor.finders.people import Person
from extractor.finders.places import gazetteer, locatives, sites, tables
from extractor.finders.places.gazetteer import City
from extractor.finders.places.locatives import Passage
from extractor.normalise import countries
from extractor.normalise.countries import Mention
from extractor.normalise.fold import fold_text
from extractor.normalise.names import latin
from extractor.normalise.scripts import is_small, is_wide

_LONGEST = 5
"""Words of the longest name that is looked for."""
_WORLD, _LARGE, _TOWN = 900, 100, 15
"""Thousands of people: known everywhere; known without a word like 'in' before it; known without its country."""
_TINY = 20
"""So many times bigger must a namesake be to beat the city in a country that the text names."""
_FEW = 6
"""Countries of a language up to which a town is more likely in one of them."""
_SHIPS = frozenset(
    [
        "HMS",
        "USS",
        "USCGC",
        "HMAS",
        "HMCS",
        "HMNZS",
        "INS",
        "PNS",
        "BNS",
        "SLNS",
        "RSS",
        "KRI",
        "BRP",
        "TCG",
        "ROKS",
        "ESPS",
        "NRP",
        "HNLMS",
        "HDMS",
        "HSwMS",
        "BAP",
    ]
)
"""What stands before a ship's name, which is often a town's: 'HMCS Ottawa'."""
_TOGETHER = re.compile(r" |[-‐‑–'’ʼ]|\. ")
_TWO_WORDS = frozenset({"ru", "uk", "pl", "ar", "sk", "sl", "sr"})
"""Languages that inflect the first word of a name too."""
_CITY_STATES = frozenset({"SG", "DJ", "LU", "MC", "SM"})


@dataclass(frozen=True)
class Place:
    """A city in a document. `city` is raw code points, end exclusive, without an ending that can be cut off (H10).

    `name` is the gazetteer's, `country` its ISO 3166-1 code ("" for an unknown place), `line` the number of the line
    that was sent, 0 for a dateline that was not. `locative`: the words say that something is or happens there.
    """

    city: Span
    name: str
    country: str
    line: int
    dateline: bool
    locative: bool
    capital: bool


@dataclass(frozen=True)
class _Text:
    """What the whole text says: countries, those not only by their capital, words of persons' names, words written small."""

    named: Counter[str]
    plainly: Counter[str]
    persons: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True)
class _Hit:
    """Words of a passage that a city is spelt with; `stem` is the nominative of the last one."""

    city: City
    position: int
    used: int
    stem: str


def find(document: Document, persons: Sequence[Person] | None = None) -> tuple[Place, ...]:
    """Every known city in the lines that were sent and in the dateline, in text order. `persons` saves finding them."""
    passages = locatives.passages(document)
    text = _text(document, passages, people.find(document) if persons is None else persons)
    return tuple(place for passage in passages for place in _read(passage, text))


def _text(document: Document, passages: Sequence[Passage], persons: Sequence[Person]) -> _Text:
    return _Text(
        Counter(m.code for passage in passages for m in passage.mentions),
        Counter(m.code for passage in passages for m in passage.mentions if not m.capital),
        frozenset(word for person in persons for word in fold_text(document.words(person.name)).split()),
        frozenset(t.folded for p in passages if not _all_small(p) for t in p.tokens if is_small(t.raw)),
    )


def _all_small(passage: Passage) -> bool:
    """Whether a line has no capitals, as tags have: of towns it says nothing."""
    return all(is_small(token.raw) or not token.raw.isalpha() for token in passage.tokens)


def _read(passage: Passage, text: _Text) -> Iterator[Place]:
    position = 0
    there = 0
    while position < len(passage.tokens):
        hit = _hit(passage, position, text)
        place = _place(passage, hit, text, there) if hit else None
        if hit and place:
            yield place
            there = position + hit.used if place.locative else 0
        position += hit.used if hit and place else 1


def _hit(passage: Passage, position: int, text: _Text) -> _Hit | None:
    """The city that the words from `position` on spell, the longest name first."""
    token = passage.tokens[position]
    mention = passage.mention(token)
    if is_small(token.raw) or (mention and mention.start < token.start):
        return None
    for used in range(_LONGEST, 1 if len(token.folded) < 3 and not is_wide(token.folded[:1]) else 0, -1):
        words = [word.folded for word in passage.tokens[position : position + used]]
        if len(words) < used or not all(_TOGETHER.fullmatch(passage.gap(position + n)) for n in range(1, used)):
            continue
        if mention and mention.end >= passage.tokens[position + used - 1].end:
            city = _capital(passage, position, used, mention, text)
            return _Hit(city, position, used, _nominative(words[-1], passage.language)) if city else None
        for spelling in _spellings(words, passage.language, whole=_apostrophe(passage, position + used)):
            if cities := gazetteer.spelt(spelling):
                return _Hit(_likely(cities, text.named, passage.language), position, used, spelling.rpartition(" ")[2])
        if passage.language == "ar" and not mention and (hit := _sounding(passage, position, words, text)):
            return hit
    return None


def _sounding(passage: Passage, position: int, words: list[str], text: _Text) -> _Hit | None:
    """An Arabic name of a town in a country that the text names, by its consonants; only where 'in' stands before it."""
    cities = [city for city in gazetteer.sounding(words) if text.named[city.country]]
    if not cities or not locatives.before(passage, position):
        return None
    return _Hit(_likely(cities, text.named, passage.language), position, len(words), words[-1])


def _capital(passage: Passage, position: int, used: int, mention: Mention, text: _Text) -> City | None:
    """The capital that a mention names; a country's own name is a city after French 'à' and in city states."""
    words = passage.tokens[position : position + used]
    if mention.end != words[-1].end or mention.code in countries.ORGANISATIONS:
        return None
    if mention.capital:
        return _meant(gazetteer.spelt(gazetteer.key(word.folded for word in words)), mention.code, text)
    nominative = _nominative(words[-1].folded, passage.language)
    if not mention.whole or countries.of_capital(nominative) != mention.code or not locatives.before(passage, position):
        return None
    french = passage.language == "fr" and passage.tokens[position - 1].folded == "a"
    return gazetteer.capital(mention.code) if french or mention.code in _CITY_STATES else None


def _meant(cities: Sequence[City], code: str, text: _Text) -> City:
    """The capital, but its namesake if only that one's country is named: Tripoli in Lebanon. America has towns of every name."""
    own = next((city for city in cities if city.country == code), gazetteer.capital(code))
    others = [city for city in cities if text.plainly[city.country] and city.country not in {code, "US"}]
    other = max(others, key=lambda city: city.thousands, default=own)
    return own if text.plainly[code] or other.thousands * _TINY < own.thousands else other


def _nominative(folded: str, language: str) -> str:
    """The form of a capital's name that the tables know."""
    known = [form for form in countries.nouns(folded, language) if countries.of_capital(form)]
    ended = (form for form in known if tables.is_ending(folded[len(form) :], language))
    return next(ended, known[0] if known else folded)


def _apostrophe(passage: Passage, following: int) -> bool:
    """Whether a Turkish ending is parted from the name, which is then whole."""
    return passage.language == "tr" and following < len(passage.tokens) and passage.gap(following) in {"'", "’", "ʼ"}


def _spellings(folded: list[str], language: str, *, whole: bool) -> Iterator[str]:
    """The words as they stand, then with endings undone; Cyrillic also in Latin letters."""
    yield gazetteer.key(folded)
    if whole:
        return
    firsts = countries.nouns(folded[0], language)[:8] if language in _TWO_WORDS else tuple(folded[:1])
    for first, last in product(firsts, countries.nouns(folded[-1], language)):
        words = [first, *folded[1:-1], last] if len(folded) > 1 else [last]
        if len(last) > 2:
            yield gazetteer.key(words)
            if language == "sr":
                yield gazetteer.key(latin(word, language).lower() for word in words)
            if language in {"ru", "uk"}:
                yield gazetteer.key(anyascii(word).lower() for word in words)


def _likely(cities: Sequence[City], named: Counter[str], language: str) -> City:
    """Of several cities the one in a country that the text names, or one of the few of its language, else a capital, else the biggest."""
    spoken = countries.speaking(language)
    near = {*(code for code in named if named[code]), *(spoken if len(spoken) <= _FEW else ())}
    biggest = max(city.thousands for city in cities)
    return max(
        cities,
        key=lambda city: (
            city.country in near and city.thousands * _TINY >= biggest,
            city.capital,
            city.thousands,
        ),
    )


def _place(passage: Passage, hit: _Hit, text: _Text, there: int) -> Place | None:
    """The place, if it is one; `there` is the token behind the last place that something happens at, 0 if there is none."""
    first, word = passage.tokens[hit.position], passage.tokens[hit.position + hit.used - 1]
    start = passage.start + first.start + (_prefix(first.raw, hit.stem) if hit.used == 1 else 0)
    span = Span(start, max(start + 1, passage.start + word.start + _length(word.raw, hit.stem)))
    marked = passage.dateline is not None and passage.dateline.start <= start < passage.dateline.end
    dateline = marked or locatives.heads(passage, hit.position, hit.used)
    locative = not dateline and (
        locatives.before(passage, hit.position)
        or locatives.town_word(passage, hit.position)
        or locatives.after(passage, hit.position + hit.used - 1, hit.stem)
        or sites.behind(passage, hit.position)
        or (there > 0 and locatives.listed(passage.text[passage.tokens[there - 1].end : first.start]))
    )
    if not _believable(passage, hit, text, dateline=dateline, locative=locative):
        return None
    return Place(span, hit.city.name, hit.city.country, passage.number, dateline, locative, hit.city.capital)


def _prefix(written: str, nominative: str) -> int:
    """How many letters an Arabic preposition takes in front of the name."""
    return next((n for n in (1, 2) if fold_text(written[n:]) == nominative), 0)


def _length(written: str, nominative: str) -> int:
    """How long the nominative is in the word if the word begins with it, else the whole word."""
    least = 1 if "\uac00" <= written[:1] <= "\ud7a3" else max(1, len(nominative) - 1)  # a syllable folds to its letters
    whole = range(least, len(written))
    return next((n for n in whole if fold_text(written[:n]) == nominative), len(written))


def _believable(passage: Passage, hit: _Hit, text: _Text, *, dateline: bool, locative: bool) -> bool:
    """Whether the words are a city here and not a person, a month, a ship or the first word of a sentence."""
    token = passage.tokens[hit.position]
    if passage.mention(token) and hit.city.capital and not locatives.of_other_name(passage, hit.position, hit.used):
        return True
    named, size = text.named[hit.city.country] > 0, hit.city.thousands
    none = hit.used == 1 and (token.folded in tables.no_towns(passage.language) or token.folded in text.small)
    if none or (hit.position and passage.tokens[hit.position - 1].raw in _SHIPS):
        return False
    if locatives.of_other_name(passage, hit.position, hit.used) or sites.with_article(passage, hit.position, hit.used):
        return False
    if dateline:
        return size >= _LARGE or (named and (size >= _TOWN or not token.raw.isupper()))
    if locative:
        longer = size < _LARGE and locatives.beside_name(passage, hit.position, hit.used, left=False)
        least = {"de": _LARGE, "ar": _WORLD}.get(passage.language, _TOWN)  # an Arabic 'in' may be a name's first letter
        return not longer and (named or size >= least)
    return _believable_alone(passage, hit, text, named=named)


def _believable_alone(passage: Passage, hit: _Hit, text: _Text, *, named: bool) -> bool:
    """Whether the words are a city although nothing like 'in' stands before them."""
    size = hit.city.thousands
    if passage.tokens[hit.position].folded in text.persons or locatives.beside_name(passage, hit.position, hit.used):
        return False
    if passage.language == "ar":
        return size >= _WORLD or (named and size >= _LARGE)
    if passage.opens(hit.position) or passage.language == "de":
        dashed = passage.text[passage.tokens[hit.position + hit.used - 1].end :].lstrip(" ")[:1] in tuple("–—-,/(")
        return size >= _WORLD or (named and size >= _LARGE) or (named and dashed)
    return size >= _WORLD // 3 or (named and size >= _TOWN)
