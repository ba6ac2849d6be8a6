"""Names of papers in a sentence: the noun, the words that belong to it, and the years it is for."""

import re
from dataclasses import dataclass
from itertools import takewhile

from extractor.finders.agreement_sentences import Sentence
from extractor.finders.agreement_words import KINDS, Words
from extractor.normalise import dates

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_GAP = re.compile(r"[ '\"«»/-]*")
_Y = r"(?<![\d.,])(?:19|20)\d\d(?![\d%])"
_RANGE = re.compile(
    rf"({_Y})(?:-?[^\W\d_]{{1,4}})?\s?(?:-|/|to|through|until|till|and|bis|und|a|au|al|ao|et|y|e|la|si|по|до|и|та|і|do|i|tot|en|ve|və|ile|الى|و|حتى)\s?({_Y}|\d\d(?!\d))"
)
_YEAR = re.compile(_Y)
_SINCE = re.compile(
    rf"(?:since|seit|depuis|desde|sinds|od|dal|din|с|з|із|від|منذ|من)\s(?:[^\W\d_]+\s){{0,2}}?({_Y})|({_Y})(?:-?[^\W\d_]{{1,4}})?(?: il| yil)?(?:dan|den|dən|ndan|ildən|yilindan|dan beri|den beri)"
)
_FORCE = re.compile(
    r"force|kraft|vigueur|vigor|vigent|vigoare|kracht|действ|силе|чинн|діє|obowiaz|mocy|yururlu|quvve|quvvə|qüvvə|ساري|نافذ|\bhad\b|since"
)
_FOR = re.compile(
    r"(?:\b(?:for|fur|pour|para|per|pentru|voor|на|na|period|periode|zeitraum|lata)\b|\bl'annee|للفتره|لعام|للعام|للاعوام|للسنوات|لسنه)\W*(?:[^\W\d_]+\W){0,2}$"
)
_UNIT = re.compile(
    r"\s(?:год\w{0,2}|гг?\b\.?|рік|роки|року|рр\.?|rok\w{0,2}|r\b\.?|lata|yili|yillari|il\b|iller\w*|illər\w*)|(?:-?c[iu]?)?\s?il(?:in)?\b"
)
_AFTER_YEAR = re.compile(
    r"^(?:-?[^\W\d_]{1,4})?\s?(?:год|гг?\b|рік|роки|року|рр\b|rok|lata|yil|il\b|ilin|iller|illər|illərin)\w*(?:\s(?:icin|ucun|uzrə|ait))?"
)
_PLACE = frozenset(["in", "at", "en", "a", "w", "v", "в", "у", "em", "na"])
_LIMIT = 14
"""Words on either side of the noun."""


@dataclass(frozen=True)
class Name:
    """A paper named in a sentence; offsets are of the folded sentence. `key` is the list of agreement_words it is from.

    `signed_in` is a year of signing that stands in the name, as in 'memorandum of 2019' (H5); `topic` are the words of
    the name that say more than its kind.
    """

    key: str
    start: int
    end: int
    head: tuple[int, int]
    period: str | None = None
    since: bool = False
    signed_in: int | None = None
    topic: frozenset[str] = frozenset()


def find(sentence: Sentence, words: Words) -> list[Name]:
    """The papers that a sentence names, in text order."""
    text = sentence.folded.text
    masked = words.spans("mask", text)
    heads: list[tuple[int, int, str]] = []
    for key in KINDS:
        for start, end in words.spans(key, text):
            if not any(start < b and a < end for a, b in masked):
                heads.append((start, end, key))
    heads.sort(key=lambda head: (head[0] - head[1], KINDS.index(head[2])))
    kept: list[tuple[int, int, str]] = []
    for head in heads:
        if not any(head[0] < end and start < head[1] for start, end, _ in kept):
            kept.append(head)
    kept.sort()
    names = [_name(sentence, words, head, kept) for head in kept]
    return [name for name in names if name is not None]


def _name(
    sentence: Sentence, words: Words, head: tuple[int, int, str], heads: list[tuple[int, int, str]]
) -> Name | None:
    text = sentence.folded.text
    start, end, key = head
    if key == "anaphor":
        return Name(key, start, end, (start, end))
    left = max((e for s, e, _ in heads if e <= start), default=0)
    right = min((s for s, e, _ in heads if s >= end), default=len(text))
    begin = _left(sentence, words, start, left)
    stop = end if words.head_last else _right(sentence, words, end, right)
    if stop == end:
        stop = _uninflected(text, start, end, words.language)
    period, since, begin, stop = _period(text, begin, stop, (start, end), words)
    inside = text[begin:stop]
    years = [int(year) for year in _YEAR.findall(inside)]
    signed_in = years[0] if years and not period else None
    rest = text[begin:start] + " " + text[end:stop]
    topic = frozenset(w for w in _TOKEN.findall(rest) if len(w) > 2 and not w.isdigit() and not words.whole("join", w))
    if key == "plan" and not _is_plan(words, inside, period, topic):
        return None
    return Name(key, begin, stop, (start, end), period, since, signed_in, topic)


def _is_plan(words: Words, name: str, period: str | None, topic: frozenset[str]) -> bool:
    """A plan is a paper of two parties if its name says so, or gives its years and nothing but general words."""
    return words.has("plan_field", name) or bool(period and all(words.whole("general", word) for word in topic))


def _right(sentence: Sentence, words: Words, start: int, limit: int) -> int:
    """Where the name ends that goes on after its noun: 'on …', 'of …', adjectives and genitives, until a word ends it."""
    text = sentence.folded.text
    end = position = start
    linked = False
    before = ""
    ends = _ends(sentence, words)
    for match in list(_TOKEN.finditer(text, start, limit))[:_LIMIT]:
        word = match.group()
        if (
            not _GAP.fullmatch(text[position : match.start()])
            or match.start() in ends
            or _is_place(sentence, before, match)
        ):
            break
        joins = words.whole("join", word) and (linked or not words.whole("article", word))
        if not joins and (words.whole("stop", word) or not (linked or word.isdigit() or words.whole("right", word))):
            break
        if _is_year(before) or (linked and _is_verb(words, before, word)):
            break
        if joins and words.whole("stop", word) and not word.isdigit() and not _joins_on(words, text, match.end()):
            break
        linked |= joins
        position, before = match.end(), word
        end = end if joins else position
    unit = _UNIT.match(text[end:limit]) if _is_year(text[start:end][-4:]) else None
    return end + (unit.end() if unit else 0)


def _is_year(word: str) -> bool:
    """Whether a token is four digits."""
    return len(word) == 4 and word.isdigit()


def _is_verb(words: Words, before: str, word: str) -> bool:
    """Whether a word looks like a past verb; an English one only after 'and', where it is no 'armoured'."""
    return (
        words.whole("verb", word) and not words.whole("general", word) and (words.language != "en" or before == "and")
    )


def _joins_on(words: Words, text: str, position: int) -> bool:
    """Whether a word that may end a name carries it on here: a year follows it."""
    following = _TOKEN.search(text, position)
    return bool(following and (following.group().isdigit() or words.whole("general", following.group())))


def _ends(sentence: Sentence, words: Words) -> frozenset[int]:
    """Where verbs of signing, words like 'in force', months and weekdays begin: a name ends before them."""
    text = sentence.folded.text
    days = {m.start for m in dates.find(sentence.raw, words.language) if m.month or m.weekday is not None}
    keys = ("signed", "close", "adopted", "present", "future", "unsigned", "attributive", "after", "earlier")
    spoken = {start for key in keys for start, _ in words.spans(key, text)}
    return frozenset(spoken | {at for at, raw in enumerate(sentence.folded.at[:-1]) if raw in days})


def _is_place(sentence: Sentence, before: str, match: "re.Match[str]") -> bool:
    """Whether a capitalised word follows a preposition of place: 'in Rabat' is no part of the name."""
    start, _ = sentence.folded.raw(*match.span())
    return before in _PLACE and sentence.raw[start].isupper()


def _left(sentence: Sentence, words: Words, end: int, limit: int) -> int:
    """Where the name begins: before its noun's adjectives, in Turkic languages before all that it is about."""
    text = sentence.folded.text
    tokens = list(_TOKEN.finditer(text, limit, end))[::-1]
    start = position = end
    linked = dated = False
    ends = _ends(sentence, words)
    for match in tokens[: _LIMIT if words.head_last else 5]:
        word = match.group()
        if (
            not _GAP.fullmatch(text[match.end() : position])
            or words.whole("stop", word)
            or words.whole("leftstop", word)
        ):
            break
        if match.start() in ends or words.whole("verb", word) or (dated and not word.isdigit()):
            break
        dated = words.head_last and _is_year(word)
        linked |= words.whole("link", word)
        if not _belongs(words, word, linked=linked):
            break
        start = position = match.start()
    return _without_link(text, start, end, words)


def _belongs(words: Words, word: str, *, linked: bool) -> bool:
    """Whether a word before the noun can belong to its name."""
    if words.head_last:
        plural = re.search(r"(?:lar|ler|lər)(?:i|in|inin|ini)?$", word) and not words.whole("plan_field", word)
        place = re.search(r"(?:da|də|de|ta|te|dan|dən|den|ib|ub|ıb|di|du)$", word) and len(word) > 5
        return words.whole("link", word) or not ((plural and not linked) or place)
    if words.language == "en":
        return not word.endswith("ed") or words.whole("general", word)
    return words.whole("left", word)


def _without_link(text: str, start: int, end: int, words: Words) -> int:
    """The start moved past words like 'hakkında' that nothing of the name stands before."""
    for match in takewhile(lambda token: words.whole("link", token.group()), _TOKEN.finditer(text, start, end)):
        start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip(" '\"-"))
    return start


_STAYS = {
    "az": re.compile(r"([^\W\d_]{3,}[iu])'?n(?:i|u|in|un|da|də|dan|dən|a|ə)$|([^\W\d_]{4,}[aə])(?:ni|nin|da|də)$"),
    "tr": re.compile(r"([^\W\d_]{3,}[iu])'?n(?:i|u|in|un|da|de|dan|den|a|e)$|([^\W\d_]{4,}[ae])(?:yi|nin|da|de)$"),
    "de": re.compile(r"(\w*(?:vertrag|abkommen|protokoll|memorandum|plan|programm|pakt))e?s$"),
    "ru": re.compile(r"(план|контракт|протокол|меморандум|договор|пакт)(?:а|у|е|ом)$"),
    "uk": re.compile(r"(план|контракт|протокол|меморандум)(?:а|у|ом|ові)$"),
}
"""What stays of a last word when its case ending is cut: the rest still stands in the text (R22, H10)."""


def _uninflected(text: str, start: int, end: int, language: str) -> int:
    """Where the noun ends without its case ending, an apostrophe before the ending included."""
    pattern = _STAYS.get(language)
    match = pattern.search(text[start:end]) if pattern else None
    return start + match.end(match.lastindex or 0) if match else end


def _period(text: str, start: int, end: int, head: tuple[int, int], words: Words) -> tuple[str | None, bool, int, int]:
    """The years a name covers, whether they are open ('in force since'), and the name's span, cut or grown to hold them."""
    for match in _RANGE.finditer(text, max(0, start - 12), len(text)):
        if match.start() <= end + 24 and _beside(text, start, end, match.span()):
            first, last = match.group(1), match.group(2)
            return (
                f"{first}/{last if len(last) == 4 else first[:2] + last}",
                False,
                *_grown(text, start, end, head, match.span()),
            )
    for match in _YEAR.finditer(text, start, min(len(text), end + 24)):
        if _beside(text, start, end, match.span()) and _covers(text, head, match, words):
            return match.group(), False, *_grown(text, start, end, head, match.span())
    if far := _across(text, end, words):
        return far[0], False, start, far[1]
    near = text[max(0, start - 60) : end + 60]
    since = _SINCE.search(near)
    if since and _FORCE.search(near):
        last = max(0, start - 60) + since.end()
        bare = words.whole("generic", text[slice(*head)]) and (start, end) == head and end < last <= end + 30
        return f"{since.group(1) or since.group(2)}/..", True, start, last if bare else end
    return None, False, start, end


def _across(text: str, end: int, words: Words) -> tuple[str, int] | None:
    """Years that follow 'between the two ministries', as an EDTF period and where they end."""
    following = text[end : end + 110]
    if not words.patterns["across"].match(following.lstrip(" ")):
        return None
    clause = re.split(r"[,.:;]", following)[0]
    match = _RANGE.search(clause) or _YEAR.search(clause)
    if match is None or not _FOR.search(clause[: match.start()]) or words.has("signed", clause[: match.start()]):
        return None
    unit = _UNIT.match(clause[match.end() :])
    last = match.group(2) if match.re is _RANGE else ""
    first = match.group(1) if match.re is _RANGE else match.group()
    years = f"{first}/{last if len(last) == 4 else first[:2] + last}" if last else first
    return years, end + match.end() + (unit.end() if unit else 0)


def _beside(text: str, start: int, end: int, years: tuple[int, int]) -> bool:
    """Whether years stand in a name or follow it with nothing but 'for the years' between."""
    if start <= years[0] < end:
        return True
    between = text[end : years[0]]
    return (
        years[0] >= end
        and bool(re.fullmatch(r"\W*|\s?(?:[^\W\d_]+\W){0,3}", between))
        and bool(not between.strip() or _FOR.search(text[: years[0]]))
    )


def _covers(text: str, head: tuple[int, int], match: "re.Match[str]", words: Words) -> bool:
    """Whether a single year is what a paper is for; that of a plan is, unless it follows a verb or stands for a date."""
    if _FOR.search(text[: match.start()]):
        return True
    unit = _AFTER_YEAR.match(text[match.end() :])
    if match.end() <= head[0]:
        return words.has("plan", text[slice(*head)]) or bool(unit and re.search(r"icin|ucun|uzrə", unit.group()))
    return words.has("plan", text[slice(*head)]) or not _TOKEN.search(text[head[1] : match.start()])


def _grown(text: str, start: int, end: int, head: tuple[int, int], years: tuple[int, int]) -> tuple[int, int]:
    """The name's span with its years and their unit ('год'); what follows years right after the noun is left out."""
    if years[0] < head[0]:
        return min(start, years[0]), end
    unit = _UNIT.match(text[years[1] :])
    return start, years[1] + (unit.end() if unit else 0)
