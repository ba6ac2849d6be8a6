"""The words around the name of a place: whether something happens there, or the name is only said or part of another."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from extractor.document import Document, Span
from extractor.finders.places import gazetteer, tables
from extractor.normalise import countries
from extractor.normalise.countries import Mention, Token
from extractor.normalise.fold import fold_text

_LIST = re.compile(r"\s*(?:,|/|und|and|et|y|e|și|en|и|і|та|й|i|oraz|ve|və|és|in|ter|و|og|ja|sekä)\s*")
_FINNISH = re.compile(r"(?:ssa|lla|lle|sta|lta|ssakin|seen|siin|([aeiouy])\1n|h[aeiouy]n)$")
_CASES = {
    "lt": re.compile(r"(?:[oeyu]je|uose|[oe]se)$"),
    "lv": re.compile(r"(?:[āēīū]s?|os)$"),
}
"""The case that says 'in', of whole words as written: it takes the place of the nominative's ending."""
_BEHIND = {
    "ko": re.compile(r"(?:를|을)?\s(?:(?:공식|국빈)\s)?(?:방문|찾)"),
    "ja": re.compile(
        r"(?:市|都内?|県|港|基地|郊外|近郊|沖|湾|駐屯地|演習場|州|軍港|空港|市内|周辺|国際空港|湾内|近海|海軍基地|空軍基地|の?防衛省|の?国防省|の?ホテル|の?国防総省)*内?"
        r"(?:で|に(?:おいて|ある|到着|入港|寄港|所在|停泊|派遣|入)|を(?:訪|公式訪)|入り|へ|の(?:防衛省|国防省|港|基地|ホテル|首相官邸|大統領府))"
    ),
}
"""What says 'in' behind a name."""
_IN_FRONT = {
    "zh": re.compile(r"(?:在|于|抵达|到达|飞抵|来到|到访|访问|出访|赴|前往|停靠|停泊|靠泊)了?[\u4e00-\u9fff]{0,3}$")
}
"""The same at the end of what stands before it, in a script that doesn't part words."""
_OPENS = frozenset("«“„\"'(")
_OPENING = re.compile(r"(?:^|[.!?:»”\"…\n|–—•])\s*[«“„\"'(]*$")
_APART = re.compile(r"['’ʼ]([^\W\d_]+)")
_start = attrgetter("start")
_OPENING_QUOTES = frozenset("«“„\"”»‘'")
_CLOSING_QUOTES = frozenset("»”“\"«’'")
_HEADING = re.compile(r"\s?(?:[:.]|--|[–—-](?=\s))(?=\s|$)")
"""What follows the town of a dateline."""
_TOP = 6
"""Lines in which a dateline may stand."""
_SHORT = 4
"""Letters of the longest word that a point shortens: 'St. Petersburg'; behind a longer one a sentence begins."""
_FAR = 6
"""Words that may stand between 'in' and the name: 'in the port city of'."""


_JOURNEY = re.compile(
    r"\b(?:(?:visit|trip) to|(?:Besuch|Reise) nach|bezoek aan) (?:the )?$"
    r"|\b(?:візит|поїздк|прибу[влт]|приїха|приїзд|прилеті|завіта|wizyt|podróż|przyby[łcl]|przylecia|przyjecha|przyjazd|návštěv|přijel|přijet|přijed|přilet|přicestova|zavíta"
    r"|dorazil|návštev|pricestova|prilet|príchod|besök|besøg|besøk|res[ae]|kunjungan|lawatan|tiba)\w*(?: [^.;:!?()\n]{1,60})? (?:до|do|till|til|ke) $",
    re.IGNORECASE,
)
"""Journeys whose aim is where something happens."""


@dataclass(frozen=True)
class Passage:
    """A line that was sent, or a dateline that wasn't (`number` 0), with its tokens. Their offsets are those of `text`."""

    text: str
    start: int
    number: int
    dateline: Span | None
    language: str

    @cached_property
    def tokens(self) -> list[Token]:
        """The words; in Japanese and Chinese the names of towns and countries, and what stands between them."""
        unspaced = self.language in {"ja", "zh"}
        return gazetteer.unspaced(self.text, self.mentions) if unspaced else countries.tokens(self.text)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The countries and organisations."""
        return countries.find(self.text, self.language)

    def mention(self, token: Token) -> Mention | None:
        """The country that the token is part of."""
        place = bisect_right(self.mentions, token.start, key=_start)
        return self.mentions[place - 1] if place and token.start < self.mentions[place - 1].end else None

    def gap(self, number: int) -> str:
        """What stands before token `number`, up to the token before it."""
        return self.text[self.tokens[number - 1].end if number else 0 : self.tokens[number].start]

    def token(self, number: int) -> Token | None:
        """Token `number` if there is one."""
        return self.tokens[number] if 0 <= number < len(self.tokens) else None

    def opens(self, position: int) -> bool:
        """Whether a sentence, a heading or a quotation begins with this token."""
        at = self.tokens[position].start
        first = at
        while first and (self.text[first - 1].isspace() or self.text[first - 1] in _OPENS):
            first -= 1
        return bool(_OPENING.search(self.text, max(0, first - 1), at))


def passages(document: Document) -> list[Passage]:
    """The lines that were sent, and before them the dateline if it is in none of them."""
    language, dateline = document.clues.language, document.clues.dateline
    sent = [Passage(document.words(line), line.start, line.number, dateline, language) for line in document.sent]
    if dateline and not any(line.start <= dateline.start < line.end for line in document.sent):
        sent.insert(0, Passage(document.words(dateline), dateline.start, 0, dateline, language))
    return sent


def before(passage: Passage, position: int) -> bool:
    """Whether a word like 'in', or 'visit to', stands before the token, with at most articles and words for towns between."""
    words, in_front = tables.words(passage.language), _IN_FRONT.get(passage.language)
    if _JOURNEY.search(passage.text, 0, passage.tokens[position].start):
        return True
    for number in range(position - 1, max(-1, position - _FAR), -1):
        token, gap = passage.tokens[number], passage.gap(number + 1)
        if gap.strip(" \u00a0'’.«“„\"") or ("." in gap and len(token.raw) > _SHORT):
            return False
        if token.folded in words.before or (in_front and in_front.search(token.raw)):
            return True
        if token.folded not in words.around and not passage.mention(token):
            return False
    return False


def heads(passage: Passage, position: int, used: int) -> bool:
    """Whether the words open one of the first lines like a dateline without a day: 'ISLAMABAD: Pakistan', 'АСТАНА. '."""
    around = tables.words(passage.language).around
    articles = all(token.folded in around for token in passage.tokens[:position])
    if position > 1 or not articles or passage.number > _TOP or passage.text[: passage.tokens[0].start].strip():
        return False
    return bool(_HEADING.match(passage.text, passage.tokens[position + used - 1].end))


def town_word(passage: Passage, position: int) -> bool:
    """Whether a word for towns or bases stands before: 'the port of', 'Kaserne'."""
    words = tables.words(passage.language).around
    for number in range(position - 1, max(-1, position - 4), -1):
        token = passage.tokens[number]
        if token.folded not in words or passage.gap(number + 1).strip(" \u00a0'’"):
            return False
        if len(token.folded) > 3:
            return True
    return False


def capital_word(passage: Passage, position: int) -> bool:
    """Whether the token is a word for a capital."""
    return passage.tokens[position].folded in tables.words(passage.language).capital


def in_capital(passage: Passage, position: int) -> bool:
    """Whether 'in the capital of' stands before the token."""
    start = max(0, position - _FAR)
    return any(capital_word(passage, number) for number in range(start, position)) and before(passage, position)


def after(passage: Passage, position: int, stem: str) -> bool:
    """Whether the word or the next one says 'in': endings and nouns behind it; an Arabic 'in' written together with it."""
    token = passage.tokens[position]
    if passage.language == "ar":
        return token.folded.startswith("ب") and not stem.startswith("ب")
    if _says_in(passage, position, stem):
        return True
    following = passage.token(position + 1)
    if token.folded != stem and token.folded.startswith(stem):
        return tables.is_ending(token.folded[len(stem) :], passage.language)
    if following is None:
        return False
    if passage.gap(position + 1) in {"'", "’", "ʼ", "-"}:
        return tables.is_ending(following.folded, passage.language)
    further = passage.token(position + 2) if following.raw[:1].isupper() else None  # İzmir Alsancak Limanı'na
    words = tables.words(passage.language).after
    return following.folded in words or (further is not None and further.folded in words)


def _says_in(passage: Passage, position: int, stem: str) -> bool:
    """What only some languages write behind a name, or on it: particles, 'visits', cases."""
    token = passage.tokens[position]
    if passage.language == "fi":
        return token.folded != stem and _FINNISH.search(token.folded) is not None
    if cases := _CASES.get(passage.language):
        return cases.search(token.raw.lower()) is not None
    return _behind(passage, token.end)


def _behind(passage: Passage, end: int) -> bool:
    """Whether a Japanese particle, or 'visits' in Korean, follows a name that ends at `end`."""
    pattern = _BEHIND.get(passage.language)
    return pattern is not None and pattern.match(passage.text, end) is not None


def country(passage: Passage, mention: Mention, position: int) -> bool:
    """Whether it is said 'in' a country whose name begins with token `position`, or in its capital."""
    said = before(passage, position) or _behind(passage, mention.end) or _ends(passage, mention)
    return said or in_capital(passage, position)


def _ends(passage: Passage, mention: Mention) -> bool:
    """Whether a case ending says 'in' a country: Azerbaycan'da, Қазақстанда."""
    apart = _APART.match(passage.text, mention.end)
    if apart:
        return tables.is_ending(fold_text(apart[1]), passage.language)
    if cases := _CASES.get(passage.language):
        return cases.search(passage.text[mention.start : mention.end].lower()) is not None
    word = fold_text(passage.text[mention.start : mention.end])
    ended = [
        form
        for form in countries.nouns(word, passage.language)
        if tables.is_ending(word[len(form) :], passage.language)
    ]
    return any(countries.is_country(form, passage.language) for form in ended)


def listed(between: str) -> bool:
    """Whether these words between two places only continue a list: 'in Riga and Tartu'."""
    return bool(_LIST.fullmatch(between))


def of_other_name(passage: Passage, position: int, used: int) -> bool:
    """Whether the words are a ship in quotes, a river or a gulf, barracks or a street: no town itself."""
    first, last = passage.tokens[position], passage.tokens[position + used - 1]
    opened = passage.text[: first.start].rstrip(" \u00a0\u202f")[-1:]
    closed = passage.text[last.end :].lstrip(" \u00a0\u202f")[:1]
    if opened in _OPENING_QUOTES and closed in _CLOSING_QUOTES:
        return True
    following = passage.token(position + used)
    if following and following.folded in tables.facilities() and passage.gap(position + used) == " ":
        return following.raw[:1].isupper()
    return countries.of_water(passage.tokens, position, position + used - 1, passage.gap(position))


def beside_name(passage: Passage, position: int, used: int, *, left: bool = True) -> bool:
    """Whether a capitalised word that is no country stands right before or after: then it may be a person or a longer name.

    German nouns have capitals too and say nothing. Only what follows counts if not `left`.
    """
    if passage.language == "de":
        return False
    following = _capital(passage, position + used) and passage.gap(position + used) == " "
    if following or not left or not _capital(passage, position - 1):
        return following
    initial = passage.gap(position) == ". " and len(passage.tokens[position - 1].raw) < 3
    return initial or (passage.gap(position) == " " and not passage.opens(position - 1))


def _capital(passage: Passage, number: int) -> bool:
    """Whether token `number` has a capital and is no country."""
    token = passage.token(number)
    return token is not None and token.raw[:1].isupper() and not passage.mention(token)
