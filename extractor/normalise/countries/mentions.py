"""Countries and organisations in a text: where they stand, by name, adjective, capital or acronym."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extractor.normalise.countries import eastern
from extractor.normalise.countries.context import Token, misleading, weak
from extractor.normalise.countries.inflection import adjectives, nouns
from extractor.normalise.countries.table import WORD, Entry, Phrase, words, written
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import UNSPACED, is_small

_GAP = 3
"""Characters that may stand between the words of one name: a space, ' - ', '. '."""
_OTHER_HALF = re.compile(r"[-‑–](?!pa[czs]|sax|euro|rom)", re.IGNORECASE)
"""What makes half of a word of two states' names of 'Indo-' and 'Anglo-': not 'Indo-Pacific', 'Anglo-Saxon'."""
_AMMAN = re.compile(r"(?:^\W*|(?<!\w)(?:في|إلى|الى|العاصمة)\s+(?:العاصمة\s+)?(?:الأردنية\s+)?)عمان$")
"""Arabic عمان as a town's name: in a dateline, or behind 'in'; Oman is the sultanate there."""
_FAMILY = ("ов", "ова", "ову", "овым", "овои", "ове", "овы", "ів", "ова")
"""Endings with which a people's name is a family name if it has a capital: Поляков, Чехов."""


@dataclass(frozen=True)
class Mention:
    """A country or organisation in a text, as raw code points, end exclusive.

    `whole`: its name, not an adjective or a capital. `capital`: only the name of the capital.
    """

    code: str
    start: int
    end: int
    whole: bool
    capital: bool = False


def find(text: str, language: str = "en") -> list[Mention]:
    """Every country and organisation named in `text`, by name, adjective or capital, in the order of the text."""
    if language in {"ja", "zh"}:
        hits = eastern.unspaced(text, language)
        return [
            Mention(s.code, s.start, s.end, not e or e.kind == "name", bool(e and e.kind == "capital"))
            for e, s in hits
            if language == "zh" or not eastern.is_topic(s.code, text[s.end : s.end + 16], language)
        ]
    if language in UNSPACED:
        return _unspaced(text, language)
    every = tokens(text)
    found: list[Mention] = []
    unsure: list[Mention] = []
    position = 0
    while position < len(every):
        if language == "ko" and (short := eastern.korean(every, position, text)):
            found += [Mention(s.code, s.start, s.end, whole=True) for s in short]
            position += 1
            continue
        entry, used = match(every, position, language, text)
        if entry and _written_so(every[position], entry, language) and not _money(text, every[position + used - 1]):
            start, end = every[position].start, every[position + used - 1].end
            gap = text[every[position - 1].end : start] if position else "\n"
            mention = Mention(entry.code, start, end, entry.kind == "name", entry.kind == "capital")
            if language == "ko" and (
                _other_word(every, position) or _is_topic(every, position, used, entry.code, text)
            ):
                position += used
                continue
            if not misleading(every, position, position + used - 1, entry, gap):
                doubtful = _unsure(every, position, entry)
                beside = gap == " " and not (found and found[-1].end == every[position - 1].end)
                if not (doubtful and beside):
                    (unsure if doubtful else found).append(mention)
        position += used
    return _ruled(found, unsure, text, language)


def _is_topic(every: Sequence[Token], position: int, used: int, code: str, text: str) -> bool:
    """The same for a Korean name, whose particle belongs to the word."""
    token = every[position + used - 1]
    stem = next((n for n in range(2, len(token.raw)) if token.raw[n:] in {"의", "군의"}), len(token.raw))
    return eastern.is_topic(code, text[token.start + stem : token.start + stem + 20], "ko")


_MEANS = fold_text("수단")
_OF_SUDAN = ("정부", "내전", "군", "반군", "신속", "하르툼", "난민", "교민", "사태", "국방", "대사")


def _other_word(every: Sequence[Token], position: int) -> bool:
    """Whether Korean 'Sudan' is 'means': no word of that state follows."""
    after = every[position + 1].raw if position + 1 < len(every) else ""
    return every[position].folded.startswith(_MEANS) and not after.startswith(_OF_SUDAN)


def _unspaced(text: str, language: str) -> list[Mention]:
    """Names in a script that doesn't part words: wherever their letters stand, the longest name first."""
    known = words(language).nouns
    pattern = _names(language)
    found = [(match, known[fold_text(match.group())]) for match in pattern.finditer(text)]
    return [Mention(e.code, *m.span(), e.kind == "name", e.kind == "capital") for m, e in found]


@cache
def _names(language: str) -> "re.Pattern[str]":
    """Names of two letters or more, in that script."""
    known = words(language).nouns
    names = [name for name in written(language) if not name.isascii() and len(name) > 1 and fold_text(name) in known]
    names.sort(key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) or "(?!)")


def tokens(text: str) -> list[Token]:
    """The words of a text, as written and folded."""
    return [Token(m.group(), _folded(m.group()), *m.span()) for m in WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold_text(word)


def match(run: Sequence[Token], position: int, language: str, text: str) -> tuple[Entry | None, int]:
    """What the words from `position` on stand for, longest first, and how many words that takes."""
    known = words(language)
    token = run[position]
    phrases = known.small_phrases if is_small(token.raw) else known.phrases
    for head in _heads(token.folded, language):
        for phrase in phrases.get(head[:2], ()):
            if phrase.fits(0, head) and _continues(phrase, run, position, text):
                return phrase.entry, len(phrase.words)
    if token.folded in known.halves and _OTHER_HALF.match(text, token.end):
        return known.halves[token.folded], 1
    return _single(token.raw, token.folded, language), 1


def _continues(phrase: Phrase, run: Sequence[Token], position: int, text: str) -> bool:
    """Whether the other words of the phrase follow, with nothing but a short gap without a comma between them."""
    if position + len(phrase.words) > len(run):
        return False
    for number in range(1, len(phrase.words)):
        gap = text[run[position + number - 1].end : run[position + number].start]
        if not phrase.fits(number, run[position + number].folded) or len(gap) > _GAP or "," in gap:
            return False
    return True


def _heads(folded: str, language: str) -> tuple[str, ...]:
    return nouns(folded, language) if language == "ar" else (folded,)


@cache
def _marked(language: str) -> frozenset[str]:
    """Every name as written, in small letters: in Vietnamese marks tell words apart."""
    return frozenset(
        unicodedata.normalize("NFC", name).casefold() for code in (language, "en") for name in written(code)
    )


@lru_cache(maxsize=50_000)
def _single(raw: str, folded: str, language: str) -> Entry | None:
    """What one word stands for; a word that is written small can only be an adjective."""
    known = words(language)
    if language == "vi" and len(folded) <= 5 and unicodedata.normalize("NFC", raw).casefold() not in _marked(language):
        return None
    if entry := known.acronyms.get(raw):
        return entry
    small = is_small(raw)
    stems = [known.adjectives.get(stem) for stem in adjectives(folded, language)]
    if known.stems and (small or not folded.isascii()):  # Latin script has it small; with a capital it may be a person
        stems += [known.stems.get(folded[:cut]) for cut in range(len(folded), 3, -1)]
    if small:
        return next((entry for entry in stems if entry and entry.small), _inhabitants(folded, language))
    names = (known.nouns.get(form) for form in nouns(folded, language))
    return next((entry for entry in (*names, *stems) if entry), None)


def _inhabitants(folded: str, language: str) -> Entry | None:
    """Azerbaijani writes 'polşalı' small, the name of a country with a suffix."""
    if language != "az":
        return None
    known = words(language)
    for form in nouns(folded, language):
        entry = known.nouns.get(form)
        if entry and folded[len(form) : len(form) + 2] in {"li", "lu"}:
            return Entry(entry.code, "adjective", small=True)
    return None


def _money(text: str, token: Token) -> bool:
    """Whether a currency's sign follows: 'US$ 98 million'."""
    return text[token.end : token.end + 1] in {"$", "€", "£"}


def _written_so(token: Token, entry: Entry, language: str) -> bool:
    """Whether the word has the capital it needs, or a script without capitals: 'Rom', not 'rom'."""
    if is_small(token.raw):
        return entry.small
    if language not in {"ru", "uk"} or entry.kind != "adjective" or not token.folded.endswith(_FAMILY):
        return True
    return token.raw.isupper()


def _unsure(run: Sequence[Token], position: int, entry: Entry) -> bool:
    """Whether a capital's name could as well be a person's: no small word stands before it."""
    if entry.kind != "capital" or not weak(run[position]):
        return False
    return position == 0 or not is_small(run[position - 1].raw)


def _ruled(found: list[Mention], unsure: list[Mention], text: str, language: str) -> list[Mention]:
    """The mentions in order, after the rulings that need the whole text."""
    named = {mention.code for mention in found}
    found = sorted([*found, *(m for m in unsure if m.code in named)], key=lambda mention: mention.start)
    return [_read(mention, found, text, language) for mention in found]


def _read(mention: Mention, found: list[Mention], text: str, language: str) -> Mention:
    """Congo is the one whose capital is named; Arabic عمان is Amman as a town, or if Jordan is named, and Oman otherwise isn't."""
    if (
        mention.code == "CD"
        and any(m.code == "CG" for m in found)
        and not any(_long(m) for m in found if m.code == "CD")
    ):
        return replace(mention, code="CG")
    written = text[mention.start : mention.end]
    if language == "ar" and mention.code == "OM" and _folded(written).endswith("عمان"):
        others = {m.code for m in found if not _folded(text[m.start : m.end]).endswith("عمان")}
        town = "JO" in others or _AMMAN.search(text[: mention.end])
        if written.endswith("عمّان") or ("عُ" not in written and town and "OM" not in others):
            return replace(mention, code="JO", whole=False, capital=True)
    return mention


def _long(mention: Mention) -> bool:
    return mention.whole and mention.end - mention.start > 7
