"""Runs of words that can be a person's name, before anything is known about whose they are.

In scripts with capitals a run is capitalised words side by side, with particles between them ('Otto von der Heide'),
minus offices, ranks, courtesy titles, countries and the bodies of people.toml. For scripts without capitals: uncased.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extractor.document import Span
from extractor.finders.people.wording import INITIAL, Passage, Word
from extractor.normalise.fold import fold_text
from extractor.normalise.names import PARTICLES

_LONGEST = 6
_LONGEST_CHAIN = 10
_CHAIN = frozenset({"bin", "binti", "bint", "ibn", "haji"})
"""Words of names that go on with the father's."""
_SHORT = 2
_ACRONYM = 4
"""Letters of the longest body's name in capitals that stands behind a rank: 'Colonel FARDC'."""
_APART = re.compile(r"[,.;:()]")
_PLACE_BEFORE = frozenset({"pl", "ru", "uk", "be", "cs", "sk", "sr", "hr", "sl", "bg"})
"""Languages in which a name can stand right behind the place where its bearer serves."""
_OFFICE_LAST = frozenset({"tr", "az"})
"""Languages in which a state stands before the office, so that after it only a name can come."""
_NAME_THEN_STATE = frozenset({"kk", "de"})
"""Languages in which a state's name can stand right behind a surname."""
_THING_FIRST = frozenset({"pl", "ru", "uk", "cs", "fr", "es", "it", "pt", "ro"})
"""Languages in which a square's name begins with the word for it: 'Plac Kościuszki'."""
_WHOSE = frozenset({"of", "from", "in", "to"})
"""Words in front of a state that has a first name's name: Georgia, Jordan, Chad."""
_TITLES = ("office", "rank", "former", "courtesy", "counterpart", "host", "commentator")
_MORE = (  # words, not code
    "ad af ap as ash av della mac oglu qizi san st ten ter los las ud uulu zum zur ван дер де фон дос ду ди душ дош бин бен ибн бін ібн аль эль ель оглы кызы уулу φαν ντε μπιν αλ uld ulda ould oulda wuld ульд вулд".split()  # noqa: SIM905
)
_PARTICLES = (PARTICLES - {"e", "y"}) | {*_MORE}
_JOINED = re.compile(
    r"^(?:al|el|əl|ul|ad|ar|as|ash|at|az|an|es|eş|er|ez|en|ed|et|ət|ben|bin|ibn|d|de|abd|abu|the|аль|эль|ель|ад|ар|ас|аш|ат|аз|ан|бен|бин|ибн|абу|ад)[-'’]",
    re.IGNORECASE,
)
_INITIALS = re.compile(rf"^(?:(?:[^\W\d_]|{INITIAL})\.-?)+$")
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]")
_OPENS = re.compile(r" [«\"“„'‘]")
_NICKNAMED = re.compile(r"(?<!\w)[^\W\d_a-zа-яё]\w+ [«\"“„'‘](?=\w*$)")
_CLOSED = frozenset(f"{mark} " for mark in "»\"”“'’")
"""Marks around a nickname: 'Domingos "Ngongo" Mateus'."""
_SITED = re.compile(r"[dt][aə]k[ıi]$|[dt]ek[iı]$")
"""The end of a Turkish or Azerbaijani word that says where something is: 'Kəraçidəki'."""
_ENDING = re.compile(r"['’](?:[yn]?[ıiuüaeə]|n?[ıiuü]n|y?l[ae]|[dt][aeə]n?|ndan|nda)$")


@dataclass(frozen=True)
class Run(Span):
    """Words that can be a name; `words` as written."""

    words: tuple[Word, ...]

    @property
    def single(self) -> bool:
        """Whether it is one word only: a surname, if anything."""
        return len(self.words) == 1

    def cut(self, first: int, last: int) -> "Run":
        """Only the words from `first` to `last`, end exclusive."""
        words = self.words[first:last]
        return Run(words[0].start, words[-1].end, words)


@dataclass(frozen=True)
class Runs:
    """All runs of one passage."""

    passage: Passage

    @cached_property
    def found(self) -> tuple[Run, ...]:
        """The runs of capitalised words, in text order."""
        if _title_case(self.passage):
            return ()
        return tuple(run for run in map(self._trimmed, self._grouped()) if run is not None)

    def _grouped(self) -> Iterator[list[Word]]:
        current: list[Word] = []
        for word in self.passage.words:
            if current and (not self._beside(current[-1], word) or self._ends(current[-1])):
                yield current
                current = []
            if self._is_name(word, current) or (current and self._is_particle(word, current[-1])):
                current.append(word)
            elif current:
                yield current
                current = []
        if current:
            yield current

    def _ends(self, word: Word) -> bool:
        """Whether a Turkish ending behind an apostrophe says that the name is over: 'Bakan Demir'i Ankara'daki makamında'."""
        return self.passage.language in {"tr", "az"} and _ENDING.search(word.text) is not None

    def _is_particle(self, word: Word, last: Word) -> bool:
        folded, language = fold_text(word.text), self.passage.language
        too = language in {"tr", "az"} and folded in {"da", "de"}
        if too or (language == "vi" and word.text not in {"bin", "van", "von", "al", "de", "der", "dos"}):
            return False
        article = language == "de" and folded in {"der", "den", "das", "la", "el", "al"}
        noble = fold_text(last.text) in {"von", "van", "zu", "auf"}
        if folded in {"los", "las"} and fold_text(last.text) != "de":
            return False
        return folded in _PARTICLES and (noble or not article) and not self.passage.covered(word, "office", "rank")

    def _beside(self, one: Word, other: Word) -> bool:
        text = self.passage.document.text
        gap = text[one.end : other.start]
        after = text[other.end : other.end + 3]
        opens = _OPENS.fullmatch(gap) is not None and after[:2] in _CLOSED and after[2:].isupper()
        closes = gap in _CLOSED and _NICKNAMED.search(text, one.start - 30, one.start) is not None
        saint = gap == ". " and one.text in {"St", "Ste"}
        return (
            gap in {" ", "\u00a0", "\u202f"}
            or opens
            or closes
            or saint
            or (not gap and bool(_INITIALS.match(one.text)))
        )

    def _is_name(self, word: Word, current: list[Word]) -> bool:
        inside = bool(current) and self.passage.covered(word, "courtesy") is not None and self._followed(word)
        if self._is_surname(word, current):
            return True
        if (
            not _capitalised(word)
            or self._is_site(word)
            or (self.passage.covered(word, *_TITLES) and not inside)
            or self._is_retired(word)
        ):
            return False
        if self.passage.covered(word, "country") and not _ARABIC.match(word.text):
            given = self.passage.covered(word, "given") is not None and self._followed(word)
            inner = bool(current) and self._is_syllable(word)
            return inner or self._after_rank(word) or (given and not self._is_whose(word))
        if _ARABIC.match(word.text) or (self._is_body(word) and not _INITIALS.match(word.text)):
            return False
        if current and _INITIALS.match(word.text):
            return self._followed(word)
        return not _acronym(word.text) or (bool(current) and len(word.text) > 2) or self._is_initials(word)

    def _is_surname(self, word: Word, current: list[Word]) -> bool:
        """Whether a word that looks like a town's or an office's stands where a surname does: 'Brigadier Anton Muscat'."""
        office_last = self.passage.language in _OFFICE_LAST
        kinds = ("body",) if office_last else () if self.passage.language in _NAME_THEN_STATE else ("country",)
        mark = self.passage.covered(word, *kinds, "office")
        alone = mark is not None and mark.start == word.start and mark.end <= word.end
        if not alone or len(current) != 1 or not _capitalised(word) or _acronym(word.text):
            return False
        before = Span(current[0].start - 2, current[0].start)
        return self.passage.covered(before, "rank", "office") is not None

    def _is_body(self, word: Word) -> bool:
        """Whether a word is a body's, and not only half of it: 'Min-su' has no Spanish 'su' in it, "Ousmane'a" no Polish 'a'."""
        mark = self.passage.covered(word, "body")
        if mark and word.start < mark.start and word.text[mark.start - word.start - 1] in "'’":
            return False
        whole = mark is not None and (mark.start <= word.start and word.end <= mark.end)
        return mark is not None and (whole or not word.text.rpartition("-")[2].islower() or "-" not in word.text)

    def _is_site(self, word: Word) -> bool:
        return self.passage.language in {"tr", "az"} and _SITED.search(word.text) is not None

    def _is_retired(self, word: Word) -> bool:
        """Whether a word says that the rank behind it is a former one: 'Emekli General'."""
        following = self.passage.following(word.end)
        ranked = following is not None and self.passage.covered(following, "rank") is not None
        return ranked and self.passage.covered(word, "retired") is not None

    def _after_rank(self, word: Word) -> bool:
        """Whether a word that looks like a country's stands right after a rank or 'Mr', where only names stand."""
        before = Span(word.start - 2, word.start)
        kinds = ["rank", "courtesy", "retired", *(["office"] if self.passage.language in _OFFICE_LAST else [])]
        return self._followed(word) and not word.text.isupper() and self.passage.covered(before, *kinds) is not None

    def _is_initials(self, word: Word) -> bool:
        """Whether capitals before a name are initials, 'Minister S. Ivanov', 'General MM Naravane', or the surname: 'Colonel TRAORÉ Issa'."""
        if _INITIALS.match(word.text):
            following = self.passage.following(word.end)
            noble = following is not None and self._beside(word, following) and self._is_particle(following, word)
            return noble or self._followed(word)
        before = Span(word.start - 2, word.start)
        short = len(word.text) <= _SHORT or len(word.text) > _ACRONYM
        return short and self._followed(word) and self.passage.covered(before, "rank", "courtesy") is not None

    def _is_syllable(self, word: Word) -> bool:
        """Whether a Vietnamese word that looks like a state's name alone is one syllable of a person's: 'Nguyễn Tuấn Anh'."""
        state = self.passage.covered(word, "country") if self.passage.language == "vi" else None
        return state is not None and state.end - state.start == len(word.text)

    def _is_whose(self, word: Word) -> bool:
        """Whether a word that can be a first name says whose an office is: 'the Minister of Defence of Georgia Levan …'."""
        before = self.passage.between(self.passage.start, word.start)[-1:]
        return bool(before) and before[0].text in _WHOSE

    def _followed(self, word: Word) -> bool:
        """Whether a word with a capital that is no title, body or state goes on after this one."""
        following = self.passage.following(word.end)
        close = following is not None and self._beside(word, following) and _capitalised(following)
        return close and not self.passage.covered(following or word, *_TITLES, "body", "thing", "country")

    def _trimmed(self, words: list[Word]) -> Run | None:
        while words and fold_text(words[-1].text) in _PARTICLES and not _capitalised(words[-1]):
            words.pop()
        if len(words) > _SHORT and self.passage.language in _PLACE_BEFORE and self._is_seat(words[0]):
            words = words[1:]
        longest = _LONGEST_CHAIN if _CHAIN & {fold_text(word.text) for word in words} else _LONGEST
        if not words or len(words) > longest or _INITIALS.match(words[-1].text):
            return None
        if len(words) == 1 and len(words[0].text) == 1:
            return None
        titled = self.passage.covered(Span(words[0].start - 2, words[0].start), "rank", "office", "courtesy")
        named_after = words if self.passage.language in _THING_FIRST and not titled else words[1:]
        if any(self.passage.covered(word, "thing") for word in named_after):
            return None
        following = self.passage.following(words[-1].end)
        if following and self._beside(words[-1], following) and self.passage.covered(following, "thing"):
            return None
        if self._is_of_site(words[0]):
            return None
        return Run(words[0].start, words[-1].end, tuple(words))

    def _is_of_site(self, word: Word) -> bool:
        """Whether a street, a camp or a hospital before a name bears it, with a rank or without: 'camp Général Sangoulé'."""
        before = self.passage.between(self.passage.start, word.start)
        while before and before[-1].text[:1].isupper() and self.passage.covered(before[-1], "rank"):
            before = before[:-1]  # 'comandante de la base coronel Luis Paz' is the colonel
        site = self.passage.covered(before[-1], "site") if before else None
        following = self.passage.following(site.end) if site else None
        if site is None or following is None:
            return False
        return not _APART.search(self.passage.document.text, site.end, following.start)

    def _is_seat(self, word: Word) -> bool:
        """Whether a word stands behind 'in': 'ambasador RP w Taszkencie Radosław Pyziak'."""
        before = self.passage.between(self.passage.start, word.start)[-1:]
        return bool(before) and before[0].text.islower() and self.passage.covered(before[0], "host_state") is not None


def _capitalised(word: Word) -> bool:
    text = word.text
    if text[:1].islower():
        joined = _JOINED.match(text)
        return bool(joined and text[joined.end() : joined.end() + 1].isupper())
    return text[:1].isupper()


def _acronym(text: str) -> bool:
    letters = text.split("'", maxsplit=1)[0].split("’", maxsplit=1)[0].replace("-", "")
    return len(letters) > 1 and letters.isupper()


def _title_case(passage: Passage) -> bool:
    """Whether nearly all longer words have capitals, as in an English headline: they prove nothing there."""
    longer = [word.text for word in passage.words if len(word.text) >= 4 and not word.text.isupper()]
    title = passage.document.clues.title
    headline = title is not None and title.start <= passage.start < title.end and not passage.text.endswith(".")
    return len(longer) >= 4 and headline and sum(w[:1].isupper() for w in longer) >= 0.75 * len(longer)
