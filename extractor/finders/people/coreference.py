"""Which mentions are one person: full names, initials and surnames, inflected forms, other transliterations (R22)."""

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extractor.document import Span
from extractor.finders.people.names import Run
from extractor.finders.people.title import Title
from extractor.normalise.fold import fold_text
from extractor.normalise.names import PARTICLES, latin, skeleton

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_HUNGARIAN_ENDING = re.compile(
    r"(?<=\w\w([bcčdfghjklmnprsštvzž]))\1[ae]l$|(?<=\w\w[cčć])cs[ae]l$|(?<=\w\w[sz])sz[ae]l$|(?<=\w\wz)zs[ae]l$|(?<=\w\w[aáeéioóuöőüű])v[ae]l$"
    r"|(?<=\w{3})(?:tól|től|ról|ről|hoz|hez|höz|nál|nél|nak|nek)$|(?<=\w\w[bcčćdfghjklmnprsštvzž])(?:ot|et|öt)$"
)
"""Hungarian endings 'with', 'from', 'about', 'to', 'at': and of the object: they end hardly any surname."""
_ENDED = {"hu": _HUNGARIAN_ENDING, "kk": re.compile(r"(?<=\w{4})(?:[тдн][ыі]ң|пен)$")}
"""Endings that a name is cut by, in Kazakh 'of' and 'with'."""
_CLITIC = {
    "en": re.compile(r"['’]s?$"),
    "tr": re.compile(r"['’][a-zçğıöşü]{1,6}$"),
    "az": re.compile(r"['’][a-zçğıöşüə]{1,6}$"),
    "hu": _HUNGARIAN_ENDING,
}
_ENDINGS = {
    "ru": "а у ом е ы я ю ем ей ой и ого ому ым ая ую ый ий им его ему ью",
    "uk": "а у ом ові е и і я ю ем єм еві ою ею єю ої ій ого ому им ий їй ая ю ем",
    "pl": "a owi em ie ego emu ym im a y e ą ę i u om ów iem ki ka ką kę ce",
    "az": "ı i u ü ın in un ün a ə la lə nı ni nu nü nın nin nun nün ya yə da də dan dən yla ylə",
    "tr": "ı i u ü ın in un ün a e la le nın nin nun nün ya ye da de dan den yla yle",
    "de": "s",
    "ro": "ului ul",
    "cs": "a ovi em u y e ou",
    "sk": "a ovi om u y e ou ej ú ém ho ým mi",
    "sl": "a u om em o e i ja ju jem ega emu im",
    "sr": "a u om em e i o oj ić ог ом у а е ем и ој",
    "hu": "t ot et at val vel al el nak nek hoz hez höz ra re ról ről tól től ban ben ig ért on en ön n",
    "fi": "n in en an on un a ta ia sta lta lle ssa lla ksi aan een iin oon nen sen sta ista ille sa nsa",
    "da": "s",
    "no": "s",
}
_SURNAME_ENDING = re.compile(
    r"(?<=ov|ev)(?:u|un|ü|ün|i|in|ı|ın|ə|la|lə|da|də|dan|dən)$|(?<=[bcçdfgğhjkqmnprsştvxz])l[aə]$|(?<=[iəeöü])yə$|(?<=l[iıuü])(?:n[iıuü]n?|dən|dan)$|(?<=l[ıu])ya$"
)
"""Azerbaijani endings that are no part of a surname: after -ov and -ev (but -ova is a woman's), and 'with'."""

_FINNISH_CASES = (
    ("lle", re.compile(r"(?<=[^aeiouyäöåAEIOU\s]{1})ille$|(?<=[aeiouyäöå])lle$")),
    ("lta", re.compile(r"(?<=[^aeiouyäöåAEIOU\s]{1})ilta$|(?<=[aeiouyäöå])lta$")),
    ("n", re.compile(r"(?<=[^aeiouyäöå\W])in$|(?<=[aouyäöåi])n$|(?<=[^s]e)n$")),
    ("a", re.compile(r"(?<=[^aeiouyäöå\W])i[aä]$|(?<=[eouyöi])[aä]$")),
    ("ä", re.compile(r"(?<=[^aeiouyäöå\W])i[aä]$|(?<=[eouyöi])[aä]$")),
)
"""Finnish case endings of an office, and what they are on the name behind it: puolustusministerin Pål Jonsonin."""

_AZERBAIJANI_CASES = {"ın": re.compile(r"(?<=\w\w)n?[ıiuü]n$"), "ı": re.compile(r"(?<=\w\w)n?[ıiuü]$")}
"""Azerbaijani endings of the genitive and of the object, after consonants and vowels."""


@dataclass(frozen=True)
class Mention:
    """A name in the text with what its own title says."""

    run: Run
    title: Title
    language: str
    rank: str | None = None
    """The words of its rank, folded."""

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Its words without clitics ('Hasanov's')."""
        return tuple(bare(word.text, self.language) for word in self.run.words)

    @property
    def span(self) -> Span:
        """The name without a clitic at its end."""
        return Span(self.run.start, self.run.end - len(self.run.words[-1].text) + len(self.parts[-1]))

    @property
    def full(self) -> int:
        """Words that are no initials: more is fuller."""
        return sum(not _INITIALS.fullmatch(part) for part in self.parts)


def bare(word: str, language: str) -> str:
    """A word without a clitic."""
    pattern = _CLITIC.get(language)
    return pattern.sub("", word) if pattern else word


@lru_cache(maxsize=50_000)
def same_word(one: str, other: str, language: str) -> bool:
    """Whether two words are one name, in other cases, scripts or transliterations."""
    first, second = fold_text(one), fold_text(other)
    if first == second or skeleton(one) == skeleton(other):
        return True
    endings = _endings(language)
    shared = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    return shared >= 3 and any(
        first[at:] in endings and second[at:] in endings for at in {shared, shared - 1} if at >= 3
    )


@lru_cache
def _endings(language: str) -> frozenset[str]:
    return frozenset(fold_text(ending) for ending in _ENDINGS.get(language, "").split()) | {""}


def same_given(one: str, other: str, language: str) -> bool:
    """Whether first names agree: the same word, an initial of the other, or the same consonants."""
    for short, long in ((one, other), (other, one)):
        if _INITIALS.fullmatch(short):
            return latin(long).casefold().startswith(latin(short).split(".")[0].casefold())
    consonants = [re.sub(r"[aeiou ]", "", skeleton(name)) for name in (one, other)]
    return same_word(one, other, language) or (consonants[0] == consonants[1] and len(consonants[0]) > 1)


def same(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether two names with first names or initials are one person's."""
    short, long = sorted((one, other), key=len)
    if not same_given(short[0], long[0], language):
        return False
    return same_word(short[-1], long[-1], language) or (
        len(long) > 2 and any(same_word(short[-1], word, language) for word in long[1:]) and len(short) < len(long)
    )


def surname(part: Sequence[str], full: Sequence[str], language: str, *, titled: bool) -> bool:
    """Whether `part` is a surname, or two, of the full name; a first word counts only after a title ('Mr Guo')."""
    if len(full) < 2 or len(part) >= len(full):
        return len(full) == len(part) == 1 and same_word(part[0], full[0], language)
    for at in range(0 if titled else 1, len(full) - len(part) + 1):
        window = full[at : at + len(part)]
        if all(same_word(a, b, language) for a, b in zip(part, window, strict=True)):
            return fold_text(window[-1]) not in PARTICLES
    return False


def group(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions with titles → one list a person, in the order in which they come; surnames alone are settled last."""
    people = People()
    several = (mention for mention in mentions if not mention.run.single)
    for mention in sorted(several, key=lambda mention: -mention.full):
        home = next((p for p in people.near(mention) if any(_is_form(mention, known) for known in p.forms)), None)
        if home is not None or mention.full:
            people.add(mention, home)
    for mention in mentions:
        if mention.run.single:
            people.add(mention, people.resolve(mention))
    groups = (sorted(person.mentions, key=lambda m: m.run.start) for person in people)
    return sorted(groups, key=lambda group: group[0].run.start)


def _is_form(mention: Mention, known: Mention) -> bool:
    """Whether a name of several words is a full name in another form, or its two surnames ('General Teixeira Lins')."""
    language = mention.language
    return same(mention.parts, known.parts, language) or surname(mention.parts, known.parts, language, titled=False)


class _Known:
    """A person with all mentions, and what is asked of them again and again: their forms, each once, and where they stand."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.mentions: list[Mention] = []
        self.starts: list[int] = []
        self._forms: dict[tuple[str, ...], Mention] = {}

    @property
    def forms(self) -> Iterable[Mention]:
        """One mention of every form of the name."""
        return self._forms.values()

    def add(self, mention: Mention) -> None:
        """Count a mention as theirs."""
        self.mentions.append(mention)
        insort(self.starts, mention.run.start)
        self._forms.setdefault(mention.parts, mention)

    def last_before(self, start: int) -> int:
        """Where the last mention before raw offset `start` begins; -1 if there is none."""
        place = bisect_left(self.starts, start)
        return self.starts[place - 1] if place else -1


class People:
    """Persons in the order in which they were met, found by the words of their names without comparing all of them."""

    def __init__(self, groups: Iterable[Sequence[Mention]] = ()) -> None:
        self._known: list[_Known] = []
        self._by_key: defaultdict[str, set[int]] = defaultdict(set)
        for group in groups:
            person: _Known | None = None
            for mention in group:
                person = self.add(mention, person)

    def __iter__(self) -> Iterator[_Known]:
        return iter(self._known)

    def add(self, mention: Mention, person: _Known | None) -> _Known:
        """Count a mention as a person's, or as a new one's."""
        if person is None:
            person = _Known(len(self._known))
            self._known.append(person)
        person.add(mention)
        for key in _keys(mention.parts):
            self._by_key[key].add(person.number)
        return person

    def near(self, mention: Mention) -> list[_Known]:
        """The persons with a word in their name that could be one of this name, in their order."""
        numbers = {number for key in _keys(mention.parts) for number in self._by_key.get(key, ())}
        return [self._known[number] for number in sorted(numbers)]

    def resolve(self, mention: Mention) -> _Known | None:
        """The person that a surname, or a name without a title, means: of several the one with its rank, then the last named."""
        fits = [person for person in self.near(mention) if any(_fits(mention, known) for known in person.forms)]
        if len(fits) > 1 and mention.rank:
            ranked = [person for person in fits if any(known.rank == mention.rank for known in person.mentions)]
            fits = ranked or fits
        at = mention.run.start
        earlier = [person for person in fits if person.starts[0] < at]
        return max(earlier or fits, key=lambda person: person.last_before(at), default=None)


@lru_cache(maxsize=50_000)
def _keys(parts: tuple[str, ...]) -> frozenset[str]:
    """What two names share if any of their words are the same: see `same_word`."""
    return frozenset(key for word in parts for key in (fold_text(word)[:3], "=" + skeleton(word)))


def _fits(mention: Mention, known: Mention) -> bool:
    if _INITIALS.fullmatch(mention.parts[0]) or (
        len(mention.parts) > 1 and same(mention.parts, known.parts, known.language)
    ):
        return len(mention.parts) > 1 and same(mention.parts, known.parts, known.language)
    return surname(mention.parts, known.parts, known.language, titled=mention.title.evidence)


def cut_ending(name: str, language: str, case: str = "") -> str:
    """The name without a Hungarian, Kazakh or Azerbaijani ending that can't belong to it, or one of the `case` it is in (R22)."""
    if language == "fi":
        ending = next((own for known, own in _FINNISH_CASES if case.endswith(known)), None)
        return ending.sub("", name) if ending else name
    if language == "az" and case:
        return _AZERBAIJANI_CASES[case].sub("", name)
    if language in _ENDED:
        return _ENDED[language].sub("", name)
    return _SURNAME_ENDING.sub("", name) if language == "az" else name
