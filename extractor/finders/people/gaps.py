"""What may stand between an office and the rank or name that it belongs to: a complement, never a verb or another name."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import zip_longest
from operator import attrgetter

from extractor.document import Span
from extractor.finders.people.names import Run
from extractor.finders.people.wording import Mark, Passage, Word
from extractor.normalise.fold import fold_text

_start = attrgetter("start")
_ARTICLE = 3
"""Letters of the longest article: after 'and' it begins another person's title, a longer word goes on with the office."""
REACH = 110
"""Code points within which a complement or an apposition ends."""
AND = frozenset(
    [
        "and",
        "und",
        "и",
        "і",
        "та",
        "й",
        "et",
        "y",
        "e",
        "ve",
        "və",
        "i",
        "or",
        "oraz",
        "sowie",
        "а",
        "also",
        "with",
        "si",
        "și",
        "og",
        "samt",
        "ja",
        "seka",
        "va",
        "dan",
        "serta",
        "και",
    ]
)
GLUE = frozenset(
    [
        "of",
        "the",
        "for",
        "de",
        "la",
        "le",
        "les",
        "l'",
        "du",
        "des",
        "del",
        "della",
        "dello",
        "dei",
        "delle",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "d'",
        "do",
        "da",
        "dos",
        "das",
        "van",
        "het",
        "al",
        "ال",
        "его",
        "its",
        "their",
        "his",
        "her",
        "ihr",
        "ihre",
        "sein",
        "seine",
        "su",
        "sus",
        "son",
        "sa",
        "leur",
        "af",
        "av",
        "cua",
    ]
)
ENVOYS = frozenset({"ambassador", "attache"})
_OF = frozenset("of de do da dos di del della dello dei delle degli du des".split())  # noqa: SIM905  # words
"""Words right behind which no name stands but of a body: 'jefa del Departamento de Cooperación Internacional'."""
_COPULA = frozenset(
    [
        "was",
        "is",
        "war",
        "ist",
        "byl",
        "byla",
        "jest",
        "был",
        "была",
        "est",
        "etait",
        "es",
        "era",
        "fue",
        "foi",
        "e'",
        "esta",
    ]
)
_LIGHT = re.compile(
    r"[\s,،()«“\"–—-]*(?:(?:the|der|die|das|den|dem|le|la|les|l'|l’|el|los|il|lo|o|a|al|his|the hon\.?|ratu|sir|و)\s*)?[\s,\"“«]*",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:?!]|(?<![\dA-Z])\.\s+[^\W\d_]{3}")
_SHORT = re.compile(r"\s?\([^()\n]{1,12}\)")
"""An abbreviation in brackets: 'Chief of the Defence Staff (CDF) General …'."""
_OPENING, _CLOSING = frozenset("«»“„\"'‘’‹"), frozenset("»«”“\"'’‘›")
_APPOSITION = re.compile(
    r"(?:\s[a-zäöüß]{4,15}(?=, de[rmn]\s))?\s?(?:[,،(]|[–—]|\s-\s)\s?(?P<words>(?:[^;()\n]|\([^()\n]{1,12}\)){3,110})"
)
"""A German verb may stand between a name and its apposition: 'dass sie Oberst Beck trafen, den Chef …'."""
_FIELDS = re.compile(
    r"(?:(?:,\s|\s)(?:[\w'’-]+\s){0,4}?(?:[\w’']+['’])?(?:veteran\w*|combat+ant\w*|combatentes|war|guerr[ae]|victim\w*|víctimas|disaster|affairs|security|sécurité|segurança|seguridad"
    r"|protection|protección|civile|territor\w*|r[eé]conciliation|management|emergenc\w*|interior|intérieur|pátria|patri[ae]|immigration|mobili[sz]ation))+(?=,?\s)",
    re.IGNORECASE,
)
"""Further fields of a minister: 'Minister of Defence, Veterans Affairs and …', 'ministre des Armées et des Anciens Combattants'."""
_ARTICLES = frozenset({"the", "el", "la", "le", "il", "o", "a", "der", "die", "den"})
_CLOSED = (")", "»", "”", '"')
_VERBS = {
    "en": re.compile(r"\w{2,}(?<!arm|all|nit)(?<!bin|niz|nis|riz|rat)ed$"),
    "de": re.compile(r"\w{3,}(?<!am|ei|it|ff|in|on)ten?$"),
    "ru": re.compile(r"\w+(?<!генер)(?<!персон)(?:ал|ил|ел|ыл|ла|ло|ли|лся|лась|лись|ют|ется|ются)$"),
    "uk": re.compile(r"\w+(?:ав|ив|ув|ала|ила|ула|али|или|ули|ється|ються)$"),
    "pl": re.compile(r"\w+(?:al|yl|il|ala|yla|ila|ali|yli|ili|eli)$"),
    "sk": re.compile(r"\w{2,}(?:al|ala|ali|il|ila|ili|el|ela|eli|ol|uje|ujú|íma)$"),
    "sl": re.compile(r"\w{2,}(?:al|ala|ali|il|ila|ili|el|ela|eli|uje|ujejo|ujeta)$"),
    "sr": re.compile(r"\w{2,}(?:ao|io|eo|ala|ala|ali|ila|ili|ela|eli|uje|uju|ао|ио|ео|ала|али|ила|или|ује|ују)$"),
    "es": re.compile(r"\w+ó$"),
    "pt": re.compile(r"\w+ou$"),
    "it": re.compile(r"\w+(?:ò|ato)$"),
}
"""What words of a complement can't look like, by language: verbs in the past, but for 'armed', 'united', 'combined'."""
_OFFICE_LAST = frozenset({"tr", "az", "kk", "uz", "ja", "ko", "hu", "fi"})
"""Languages whose titles end with the office: nothing stands between it and the name."""
OFFICE_BEHIND = frozenset({"hu", "ar"})
"""Languages that can write an office right behind the name: 'Kovács Anna vezérőrnagy', 'Ana Ruiz chilei miniszter'."""
_GENITIVE = frozenset({"ru", "uk", "bg", "pl", "be", "cs", "sk", "sr", "hr", "sl", "lt", "lv", "el", "ar", "fa"})
"""Languages whose complements need neither a preposition nor a comma after them."""


def quoted(text: str, start: int, end: int) -> bool:
    """Whether words have quotation marks of their own: with a title or not, that is mostly a ship, 'the frigate "Almirante Cochrane"'."""
    before, after = text[:start].rstrip(" \u00a0\u202f")[-1:], text[end:].lstrip(" \u00a0\u202f")[:1]
    return before in _OPENING and after in _CLOSING and bool(before and after)


@dataclass(frozen=True)
class Gaps:
    """Reads what stands between titles and names in one passage, whose runs of names are known."""

    passage: Passage
    runs: tuple[Run, ...]

    def text(self, start: int, end: int) -> str:
        """The words between two raw offsets."""
        return self.passage.document.text[start:end]

    def is_light(self, start: int, end: int) -> bool:
        """Whether nothing but an article, a comma or a dash stands between two raw offsets."""
        return _LIGHT.fullmatch(_SHORT.sub("", self.text(start, end))) is not None

    def floor(self, run: Run) -> int:
        """Where the words that may speak of a name begin: its sentence, or the end of the name before it."""
        start = self.passage.sentence(run.start).start
        names = (other for other in self._between(start, run.start) if other.end < run.start and not other.single)
        return max((other.end for other in names), default=start)

    def _between(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs that begin between two raw offsets, the second one exclusive."""
        return self.runs[bisect_left(self.runs, start, key=_start) : bisect_left(self.runs, end, key=_start)]

    def odd(self, start: int, end: int) -> list[Word]:
        """Words between two raw offsets that are no state, body or article."""
        return self._unsettled(self.passage.between(start, end))

    def _unsettled(self, words: tuple[Word, ...]) -> list[Word]:
        kinds = ("country", "body", "retired")
        return [w for w in words if fold_text(w.text) not in GLUE and not self.passage.covered(w, *kinds)]

    def joins(self, start: int, end: int) -> bool:
        """Whether what stands between two offices makes them one person's: a dash, a comma or 'and', and no other matter."""
        linked = re.search(r"[,،–—-]", self.text(start, end))
        words = self.passage.between(start, end)
        odd = [word for word in self._unsettled(words) if fold_text(word.text) not in AND]
        return not odd and bool(linked or not words or any(fold_text(word.text) in AND for word in words))

    def whole(self, mark: Mark, at: int) -> Mark:
        """A minister's office with all the fields that stand between it and a rank or name at raw offset `at`."""
        fields = _FIELDS.match(self.passage.document.text, mark.end, at) if "minister" in mark.value else None
        return replace(mark, end=fields.end()) if fields else mark

    def parts(self, one: Mark, other: Mark) -> bool:
        """Whether of two Arabic offices side by side the second is somebody else's: 'received the minister the ambassador …'."""
        envoys = (one.value in ENVOYS) != (other.value in ENVOYS)
        return envoys and self.passage.language == "ar" and not self.text(one.end, other.start).strip()

    def is_joined(self, mark: Mark) -> bool:
        """Whether an Arabic 'and' is written on a title, which is then another person's than the one named before."""
        return re.fullmatch(r"[\s،,]و", self.text(mark.start - 2, mark.start)) is not None

    def joined(self, one: Mark, other: Mark) -> bool:
        """Whether nothing but 'and' joins an office to another: 'deputy prime minister and the minister of defence'."""
        first, *rest = fold_text(self.text(one.end, other.start)).split() or [""]
        return first in AND and {*rest} <= _ARTICLES

    def is_complement(self, mark: Mark, at: int, *, of_name: bool) -> bool:
        """Whether what stands between an office and a rank or name at raw offset `at` belongs to the office."""
        gap, words = self.text(mark.end, at), self.passage.between(mark.end, at)
        comma = re.search("[,،]", gap)
        if not words or len(gap) > REACH or _STOP.search(gap) or len(re.findall("[,،]", gap)) > 1:
            return False
        if comma and not self.is_light(mark.end + comma.start(), at) and self.odd(mark.end + comma.start(), at):
            return False
        words = words[:-1] if self._is_copula(words, at) else words
        odd = self._unsettled(words)
        if (self.passage.language in _OFFICE_LAST and odd) or (of_name and words and fold_text(words[-1].text) in _OF):
            return False
        tight = not of_name or comma or gap.rstrip().endswith(_CLOSED) or not odd
        named = any(run.end <= at and not run.single and not self._is_body(run) for run in self._between(mark.end, at))
        free = bool(tight) or self.passage.language in _GENITIVE
        return free and not named and not self._splits(words) and not self._has_verb(odd)

    def _is_body(self, run: Run) -> bool:
        """Whether a name is a ship's, or what a body is for: 'Departamento de Cooperación Internacional'."""
        before = self.passage.between(self.passage.start, run.start)[-1:]
        return quoted(self.passage.document.text, run.start, run.end) or (
            bool(before) and fold_text(before[0].text) in _OF
        )

    def _is_copula(self, words: tuple[Word, ...], at: int) -> bool:
        """'The commander of the group was Colonel …': the verb stands last, but for a nationality."""
        rest = [word for word in words if not self.passage.covered(word, "country")]
        verb = self.passage.language != "hu" and bool(rest) and fold_text(rest[-1].text) in _COPULA  # 'és' is 'and'
        return verb and rest[-1] in words[-2:] and at - rest[-1].end < 25

    def _splits(self, words: tuple[Word, ...]) -> bool:
        """Whether words hold an 'and' that joins persons, or a word over which no title goes on."""
        for word, following in zip_longest(words, words[1:]):
            joins = fold_text(word.text) in AND or (self.passage.language == "nl" and word.text == "en")
            body = following is not None and self.passage.covered(following, "body") is not None
            inner = body and following is not None and len(following.text) > _ARTICLE
            inner = inner and "," not in self.text(word.start - 2, word.start)
            inner = inner or (following is not None and fold_text(following.text) in _OF)  # 'de sécurité et de défense'
            if (joins and not inner) or (not joins and self.passage.covered(word, "block")):
                return True
        return False

    def _has_verb(self, words: list[Word]) -> bool:
        pattern = _VERBS.get(self.passage.language)
        return pattern is not None and any(pattern.match(word.text) for word in words if word.text.islower())

    def after_name(self, run: Run, at: int | None = None) -> Span | None:
        """The apposition after a name, or after a rank behind it that ends at `at`: up to a bracket or the sentence's end."""
        start = run.end if at is None else at
        end = min(self.passage.sentence(run.start).end, start + REACH)
        match = _APPOSITION.match(self.passage.document.text, start, end)
        return Span(match.start("words"), match.end("words")) if match else None
