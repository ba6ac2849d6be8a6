"""Names of papers in a sentence: the noun, the words that belong to it, and the years it is for."""

import re
from dataclasses import dataclass
from itertools import islice, takewhile

from extractor.finders.agreements import periods
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.agreements.words import KINDS, Words
from extractor.normalise import countries, dates
from extractor.normalise.fold import fold_text

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_GAP = re.compile(r"[ '\"«»/·-]*")
_HYPHEN = re.compile(r"-([^\W\d_]+)")
"""What joins the second half of a word to the first: 'Polish-Lithuanian'."""
_LISTING = frozenset({"tr", "az"})
"""Languages whose treaties list what they are about: 'Askeri Eğitim, Teknik ve Bilimsel İş Birliği Anlaşması'."""
_AND = frozenset(["and", "ve", "və"])
_PLACE = frozenset(["in", "at", "en", "a", "w", "v", "в", "у", "em", "na"])
_SHORT = re.compile(r" \([^\W\d_]{2,10}\)")
"""An abbreviation that is given behind the noun, where the name may go on."""
_PREPOSITION = 3
"""Letters of the longest one between 'declaration' and its town."""
_ADJECTIVES = frozenset({"ru", "uk", "bg", "cs", "pl", "hr"})
"""Languages that put the town as an adjective before a small noun; elsewhere 'a Pentagon statement' is no joint one."""
_UNSPACED_LEFT = {
    "ja": re.compile(
        r"(?:[\u3005\u4e00-\u9fffァ-ヺー・a-z0-9]+(?:に関する|についての|における|に係る|及ひ|のための)?)*$"
    ),
    "zh": re.compile(
        r"(?:(?![了签簽订訂署]|达成|发表|通过|交换|互换|一[项份个]|[两三多]份|两国|双方|该|根据|按照|商讨|讨论)[\u4e00-\u9fff0-9])*$"
    ),
}
"""What a name holds before its noun, in scripts without spaces: compounds, and 'on' in Japanese; no verb of signing in Chinese."""
_ENDINGS_KO = "에서 에게 와 과 은 는 이 가 을 를 로 으로 에 하는 하고 하며 한 할 된 될 했고 또 후 뒤 등 날 해 고 며"
_CASES_KO = "에는 에 을 를 이 가 은 는 과 와 의 으로 로 도"


def _either(words: str) -> str:
    return "|".join(fold_text(word) for word in words.split())


_KOREAN_BREAK = re.compile(f"(?:{_either(_ENDINGS_KO)})$")
"""Korean endings with which a word is no part of a paper's name."""
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
            if not any(_hides(mask, start, end) for mask in masked):
                heads.append((start, end, key))
    heads = [head for head in heads if not _is_short_for(text, head[0], head[1], heads)]
    heads.sort(key=lambda head: (head[0] - head[1], KINDS.index(head[2])))
    kept: list[tuple[int, int, str]] = []
    for head in heads:
        if not any(head[0] < end and start < head[1] for start, end, _ in kept):
            kept.append(head)
    kept.sort()
    names = [_name(sentence, words, head, kept) for head in kept]
    return [name for name in names if name is not None]


def _hides(mask: tuple[int, int], start: int, end: int) -> bool:
    """Whether words that only look like a paper overlap a noun, unless it is longer: 'protocole d'accord'."""
    first, last = mask
    return start < last and first < end and not (start <= first and last <= end and mask != (start, end))


def _is_short_for(text: str, start: int, end: int, heads: list[tuple[int, int, str]]) -> bool:
    """Whether a noun in brackets repeats the one before them: 'memorandum of understanding (MoU)'."""
    return text[start - 2 : start] == " (" and text[end : end + 1] == ")" and any(e == start - 2 for _, e, _ in heads)


def _name(
    sentence: Sentence, words: Words, head: tuple[int, int, str], heads: list[tuple[int, int, str]]
) -> Name | None:
    text = sentence.folded.text
    start, end, key = head
    start += words.language == "ar" and text[start] == "و" and words.whole(key, text[start + 1 : end])  # 'and'
    if key == "anaphor":
        return Name(key, start, end, (start, end), periods.validity(text, end, words))
    if key == "statement" and not _is_proper(sentence, words, start, end):
        return None
    left = max((e for s, e, _ in heads if e <= start), default=0)
    right = min((s for s, e, _ in heads if s >= end), default=len(text))
    begin = _left(sentence, words, start, left)
    stop = end if words.head_last else _right(sentence, words, end, right)
    if stop == end:
        stop = _uninflected(text, start, end, words.language)
    period, begin, stop, since = periods.find(text[:right], begin, stop, (start, end), words)
    inside = text[begin:stop]
    years = [int(year) for year in periods.YEAR.findall(inside)]
    signed_in = years[0] if years and not period else None
    rest = text[begin:start] + " " + text[end:stop]
    topic = frozenset(w for w in _TOKEN.findall(rest) if len(w) > 2 and not w.isdigit() and not words.whole("join", w))
    if key == "plan" and not _is_plan(words, inside, period, topic):
        return None
    key = "joint_statement" if key == "statement" else key
    return Name(key, begin, stop, (start, end), period, since, signed_in, topic)


def _is_proper(sentence: Sentence, words: Words, start: int, end: int) -> bool:
    """Whether a statement has a name of its own, as after a town: 'the Lisbon Declaration', 'Déclaration de Lomé'."""
    if sentence.headline:
        return False
    before, after = list(_TOKEN.finditer(sentence.folded.text, 0, start)), _TOKEN.finditer(sentence.folded.text, end)
    capital = _is_capital(sentence, start)
    following = list(islice(after, 2))
    named = capital and bool(following[1:]) and len(following[0].group()) <= _PREPOSITION
    town = len(before) > 1 and _is_capital(sentence, before[-1].start())
    town &= sentence.folded.text[:start].endswith(f"{before[-1].group()} " if before else " ")
    town &= capital or words.language in _ADJECTIVES
    return (named and _is_capital(sentence, following[1].start())) or town


def _is_capital(sentence: Sentence, at: int) -> bool:
    """Whether the letter at an offset of the folded sentence is a capital one as written."""
    return sentence.raw[sentence.folded.raw(at, at + 1)[0]].isupper()


def _is_plan(words: Words, name: str, period: str | None, topic: frozenset[str]) -> bool:
    """A plan is a paper of two parties if its name says so, or gives its years and nothing but general words."""
    return words.has("plan_field", name) or bool(period and all(words.whole("general", word) for word in topic))


def _right(sentence: Sentence, words: Words, start: int, limit: int) -> int:
    """Where the name ends that goes on after its noun: 'on …', 'of …', adjectives and genitives, until a word ends it."""
    text = sentence.folded.text
    short = _SHORT.match(text, start)
    end, position = start, short.end() if short else start
    linked = False
    before = ""
    ends = _ends(sentence, words)
    for match in list(_TOKEN.finditer(text, position, limit))[:_LIMIT]:
        word = match.group()
        gap = text[position : match.start()]
        ordinal = before.isdigit() and len(before) <= len("11") and gap == ". "  # 'Protokoll der 11. Sitzung'
        if not (ordinal or _GAP.fullmatch(gap)) or match.start() in ends or _is_place(sentence, before, match):
            break
        joins = words.whole("join", word) and (linked or not words.whole("article", word))
        more = linked or word.isdigit() or words.whole("right", word) or _is_half(words, text, match.end())
        if not joins and (words.whole("stop", word) or not more):
            break
        if _is_year(before) or (linked and _is_verb(words, before, word)):
            break
        if joins and words.whole("stop", word) and not word.isdigit() and not _joins_on(words, text, match.end()):
            break
        linked |= joins
        position, before = match.end(), word
        end = end if joins or words.whole("leftstop", word) or words.whole("article", word) else position
    unit = periods.UNIT.match(text[end:limit]) if _is_year(text[start:end][-4:]) else None
    return end + (unit.end() if unit else 0)


def _is_half(words: Words, text: str, end: int) -> bool:
    """Whether a word that ends here is half of one that can go on a name: 'армяно-германского'."""
    half = _HYPHEN.match(text, end)
    return half is not None and words.whole("right", half[1])


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
    if unspaced := _UNSPACED_LEFT.get(words.language):
        return max(limit, unspaced.search(text[:end]).start())  # type: ignore[union-attr]
    tokens = list(_TOKEN.finditer(text, limit, end))[::-1]
    start = position = end
    linked = dated = False
    ends = _ends(sentence, words)
    for match in tokens[: _LIMIT if words.head_last else 5]:
        word = match.group()
        gap = text[match.end() : position]
        listed = (
            words.language in _LISTING
            and not countries.find(match.group().title(), words.language)
            and gap == ", "
            and all(_is_capital(sentence, at) for at in (match.start(), position))
        )
        if not (listed or _GAP.fullmatch(gap)) or (
            _is_end(words, word) and not _is_within_capitals(sentence, match, position)
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


def _is_end(words: Words, word: str) -> bool:
    """Whether a word before the noun is none of its name's."""
    return words.whole("stop", word) or words.whole("leftstop", word)


def _is_within_capitals(sentence: Sentence, match: "re.Match[str]", following: int) -> bool:
    """Whether a small word joins two capitalised ones of a name that is written so: 'Training and Exchange Agreement'."""
    before = list(_TOKEN.finditer(sentence.folded.text, 0, match.start()))[-2:]
    name = len(before) > 1 and _is_capital(sentence, before[-1].start()) and _is_capital(sentence, following)
    return name and match.group() in _AND


def _belongs(words: Words, word: str, *, linked: bool) -> bool:
    """Whether a word before the noun can belong to its name."""
    if words.language == "ko":
        on = linked and word.endswith(fold_text("에"))  # 방산협력에 관한
        return on or words.whole("link", word) or not _KOREAN_BREAK.search(word)
    if words.head_last:
        plural = re.search(r"(?:lar|ler|lər)(?:i|in|inin|ini)?$", word) and not words.whole("plan_field", word)
        place = re.search(r"(?:da|də|de|ta|te|dan|dən|den|ib|ub|ıb|di|du)$", word) and len(word) > 5
        return words.whole("link", word) or not ((plural and not linked) or place)
    if words.language == "en":
        return not word.endswith("ed") or words.whole("general", word)
    return words.whole("left", word)


def _without_link(text: str, start: int, end: int, words: Words) -> int:
    """The start moved past words like 'hakkında' that nothing of the name stands before, and past an 'and'."""
    tokens = _TOKEN.finditer(text, start, end)
    for match in takewhile(lambda token: words.whole("link", token.group()) or token.group() in _BESIDE, tokens):
        start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip(" '\"-"))
    return start


_BESIDE = frozenset({"ve", "və", "va", "және", "ile", "ilə"})  # 'and' between two Turkic papers
_STAYS = {
    "az": re.compile(r"([^\W\d_]{3,}[iu])'?n(?:i|u|in|un|da|də|dan|dən|a|ə)$|([^\W\d_]{4,}[aə])(?:ni|nin|da|də)$"),
    "tr": re.compile(r"([^\W\d_]{3,}[iu])'?n(?:i|u|in|un|da|de|dan|den|a|e)$|([^\W\d_]{4,}[ae])(?:yi|nin|da|de)$"),
    "de": re.compile(r"(\w*(?:vertrag|abkommen|protokoll|memorandum|plan|programm|pakt))e?s$"),
    "ko": re.compile(rf"(.{{4,}}?)(?:{_either(_CASES_KO)})$"),
}
"""What stays of a last word when its case ending is cut: the rest still stands in the text (R22, H10)."""


def _uninflected(text: str, start: int, end: int, language: str) -> int:
    """Where the noun ends without its case ending, an apostrophe before the ending included."""
    pattern = _STAYS.get(language)
    match = pattern.search(text[start:end]) if pattern else None
    return start + match.end(match.lastindex or 0) if match else end
