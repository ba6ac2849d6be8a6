"""Countries and organisations: a written name → ISO 3166-1 alpha-2 code or acronym, and back to its words in a text.

Names in every language come from the Unicode CLDR (babel); adjectives, capitals and older names from countries.csv
beside this file, where a trailing `*` marks a stem. `AU` is Australia; the African Union is `AFU`; Kosovo is `XK`.
"""

import csv
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from extractor.normalise.fold import fold, fold_text

ORGANISATIONS = frozenset(
    ["NATO", "EU", "UN", "AFU", "CIS", "CSTO", "SCO", "OSCE", "OTS", "ASEAN", "ECOWAS", "SADC", "GCC", "OAS"]
)
_ALIASES = {"UK": "GB", "USA": "US", "UNO": "UN", "EL": "GR", "KOS": "XK"}
_SHORT = 4
"""Words up to this many letters must match whole: no stems of 'Oman', 'Mali', 'Iran'."""
_ENDING = 8
"""Letters that an inflected form may have after a stem of the table."""
_LOST = {"ru": "аяйь", "uk": "аяйь", "pl": "ay", "fr": "e"}
"""Last letters that a name may lose before an ending: Росси-я, Кита-й, Polsk-a, Arméni-e."""
_ADJECTIVE = ("ск", "ськ", "sk", "isch", "en", "ien", "ais", "ois", "ain", "n")
ENDINGS = {
    "de": "s es n en er e isch ische ischen ischer isches ischem",
    "fr": "n ne ns nes en enne ens ennes ien ienne iens iennes ais aise aises ois oise oises ain aine ains aines",
    "ar": "ي ية ين يين ا يا",
    "ru": "а у ом е и ю ей ой ы я ем ём ями ах ях ам ами ью ов ский ская ское ские ского ской скому ским скую ских скими ском",
    "uk": "а у ом е и і ю єю ею ою ій ї я єм ах ях ам ами ів ський ська ське ські ського ської ському ським ську ських ськими",
    "pl": "a i y u e ie ę ą ii ią om ami ach zech em o ski ska skie skiego skiej skim ską skich skimi skiemu",
    "tr": "da de ta te dan den tan ten a e ya ye ı i u ü yı yi nın nin nun nün ın in un ün la le yla yle lı li lu lü daki deki",
    "az": "da də dan dən a ə ya yə ı i u ü nı ni nu nü nın nin nun nün ın in un ün la lə dakı dəki lı li lu lü",
}
"""Case endings, and in Slavic languages those of adjectives, that a country's or city's name takes; by language."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Mention:
    """A country or organisation in a text, as raw code points, end exclusive. `whole`: its name, not an adjective."""

    code: str
    start: int
    end: int
    whole: bool


@dataclass(frozen=True)
class _Index:
    """Folded words → code. `stems` may be followed by any short ending, `names` and `words` only by those of `endings`.

    `lower` are the words and stems that are written small: adjectives.
    """

    names: dict[str, str]
    words: dict[str, str]
    stems: dict[str, str]
    lower: frozenset[str]
    endings: frozenset[str]
    lost: str


@cache
def _table() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    path = Path(__file__).with_name("countries.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return tuple((code, capital, tuple(w for w in words.split("|") if w)) for code, capital, words in rows)


def codes() -> frozenset[str]:
    """Every code this module can return."""
    return frozenset(code for code, _, _ in _table())


@cache
def _index(language: str) -> _Index:
    names: dict[str, str] = {}
    words: dict[str, str] = {}
    stems: dict[str, str] = {}
    lower: set[str] = set()
    for code, capital, more in _table():
        for word in (capital, *more):
            folded = fold_text(word.rstrip("*"))
            (stems if word.endswith("*") else words)[folded] = code
            if word[:1].islower():
                lower.add(folded)
    words.pop("", None)
    for locale in _locales(language):
        for code in codes() - ORGANISATIONS:
            if name := locale.territories.get(code):
                names[fold_text(name)] = code
    names |= {code.casefold(): code for code in ORGANISATIONS}
    endings = frozenset(fold_text(ending) for ending in ENDINGS.get(language, "").split())
    return _Index(names, words, stems, frozenset(lower), endings, _LOST.get(language, ""))


def _locales(language: str) -> list[Locale]:
    found = [Locale("en")]
    with suppress(UnknownLocaleError, ValueError):
        found.append(Locale.parse(language))
    return found


def to_code(written: str, language: str = "en") -> str | None:
    """The code of a name, adjective, capital or code as written ('Weißrussland', 'Russian Federation' → BY, RU).

    Longer phrases count if they name exactly one country ('the Republic of Belarus', 'Azerbaijani Defence Ministry').
    """
    text = written.strip()
    upper = _ALIASES.get(text.upper(), text.upper())
    if text.isupper() and upper in codes():
        return upper
    whole = _lookup(fold_text(text), _index(language))
    if whole:
        return whole[0]
    found = {mention.code for mention in find(text, language)}
    return found.pop() if len(found) == 1 else None


def whole_name(written: str, language: str = "en") -> bool:
    """Whether `written` is the name or code of one country or organisation and nothing else ('the Republic of Belarus')."""
    text = written.strip()
    if text.isupper() and _ALIASES.get(text, text) in codes():
        return True
    folded = fold_text(text).removeprefix("the ")
    hit = _lookup(folded, _index(language)) or _lookup(folded.removeprefix("republic of "), _index(language))
    return hit is not None and (len(text.split()) < 3 or hit[1])


def is_country(written: str, language: str = "en") -> bool:
    """Whether `written` is just the name of a country, which is no city; Luxembourg and Singapore are both."""
    code = _index(language).names.get(fold_text(written))
    capital = next((capital for known, capital, _ in _table() if known == code), "")
    return code is not None and fold_text(capital) != fold_text(written)


def of_capital(city: str) -> str | None:
    """The country whose capital `city` is, in any of the spellings of the table's first column or its CLDR name."""
    folded = fold_text(city)
    return next((code for code, capital, _ in _table() if capital and fold_text(capital) == folded), None)


def names_organisation(text: str) -> bool:
    """Whether the acronym of an organisation stands in `text`: then it names no person."""
    return any(word in ORGANISATIONS for word in re.findall(r"\b[A-Z]{2,6}\b", text))


def find(text: str, language: str = "en") -> list[Mention]:
    """Every country and organisation named in `text`, by name, adjective or capital, in the order of the text."""
    index = _index(language)
    folded = fold(text)
    spans = [match.span() for match in _WORD.finditer(folded.text)]
    found: list[Mention] = []
    position = 0
    while position < len(spans):
        hit, used = _longest(folded.text, spans, position, index)
        if hit and (hit[2] or _is_capital(text, folded.at[spans[position][0]])):
            start, end = folded.raw(spans[position][0], spans[position + used - 1][1])
            found.append(Mention(hit[0], start, end, hit[1]))
        position += used
    return found


def _longest(
    text: str, spans: list[tuple[int, int]], position: int, index: _Index
) -> tuple[tuple[str, bool, bool] | None, int]:
    for used in range(min(5, len(spans) - position), 0, -1):
        phrase = text[spans[position][0] : spans[position + used - 1][1]]
        if hit := _lookup(phrase, index):
            return hit, used
    return None, 1


def _lookup(phrase: str, index: _Index) -> tuple[str, bool, bool] | None:
    """Code of a folded phrase, whether it is a whole name, and whether it is written small."""
    if code := index.names.get(phrase):
        return code, True, False
    if code := index.words.get(phrase):
        return code, False, phrase in index.lower
    return None if " " in phrase else _inflected(phrase, index)


def _inflected(word: str, index: _Index) -> tuple[str, bool, bool] | None:
    """A name with a case ending of the language, or a stem of the table with any short ending."""
    for length in range(len(word) - 1, _SHORT - 1, -1):
        stem, ending = word[:length], word[length:]
        if len(ending) <= _ENDING and (code := index.stems.get(stem)):
            small = ending in index.endings and ending.startswith(_ADJECTIVE)
            return code, False, small or stem in index.lower
        if ending in index.endings:
            known = (stem, *(stem + letter for letter in index.lost))
            code = next((found for name in known if (found := index.names.get(name) or index.words.get(name))), None)
            if code:
                return code, False, ending.startswith(_ADJECTIVE)
    return None


def _is_capital(text: str, offset: int) -> bool:
    """Whether the word at `offset` has a capital, or a script without capitals: 'Male' and 'Rom', not 'male' and 'rom'."""
    return not text[offset].islower()
