"""Which topics the lines of an article speak of: phrases of `topics.toml`, less what is denied, hearsay or a name.

An office ("Chief of the Naval Staff") is no topic, nor is a matter that was not discussed, nor what a commentator
says (R28, R30). Phrases are matched on folded text; spans are code points of the document's text, end exclusive.
"""

import math
import re
import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from extractor.document.article import Document, Line, Span
from extractor.normalise import lexicon, offices
from extractor.normalise.fold import fold, fold_text
from extractor.normalise.scripts import UNSPACED, length
from extractor.schemas.defence.values import Topic

SURE = 1.0
WEAK = 0.5
ENOUGH = 1.0
"""Weight that makes a topic: one sure phrase, or weaker words in two lines."""

NEAR = 10
"""Lines after its evidence that a text usually stays with an event before it comes back to the main one."""

_ORDER: tuple[str, ...] = get_args(Topic)
_BETWEEN = r"[ \-'\"/]{1,3}"
_GAP = rf"(?:\w+{_BETWEEN}){{0,3}}"
_PLURAL_S = frozenset({"en", "fr", "es", "pt"})
"""Languages whose words of five letters and more also match with an s."""
_ARABIC = re.compile("[\u0621-\u064a]")
_ARABIC_PREFIX = "(?:[وف]?(?:[بك]?ال|لل|[بكل])?)"
"""'And', 'in', 'for', 'the' are written as part of an Arabic word."""
_NEVER = "(?!)"
_OPEN = re.compile(r"\*\w")
"""A phrase that may begin inside a word."""
_SENTENCE = re.compile(r"(?<=[.!?…؟])['\"»)\]]*\s|(?<=[。！？])")
_PART = re.compile(
    r"[;؛]|\s-\s|[,،]?\s(?:but|yet|however|aber|jedoch|sondern|mais|pero|sino|но|зато|однако|але|проте|однак|ale|lecz|jednak"
    r"|ancak|fakat|ama|lakin|amma|ancaq|hanem|azonban|ampak|vendar|avsak|لكن|ولكن|غير ان|ma|però|mas|porem|maar|insa)\s"
)
"""Where a sentence turns: what is denied before a 'but' is not denied after it."""
_PART_IN = {
    "da": re.compile(r"[;]|\s-\s|,?\s(?:men|dog|derimod)\s"),
    "no": re.compile(r"[;]|\s-\s|,?\s(?:men|derimot|imidlertid)\s"),
    "fi": re.compile(r"[;]|\s-\s|,?\s(?:mutta|vaan|kuitenkin)\s"),
    "ja": re.compile("[。;]|、(?:一方|たたし|しかし)|か、"),
    "ko": re.compile("[;]|\\s(?:" + "|".join(map(fold_text, ("하지만", "그러나", "다만", "반면"))) + ")\\s"),
}
"""The same in languages that have their own."""
_NOT_ONLY = re.compile(
    r"\b(?:not (?:only|just|merely)|nicht (?:nur|allein)|(?:non|pas) seulement|no (?:solo|solamente|unicamente)|не только"
    r"|не (?:лише|тільки)|nie tylko|ليس فقط|non solo|nao (?:so|apenas)|niet alleen|nu (?:numai|doar)|nie len|nielen|ne le|ne samo|не само|nemcsak|nem csak|ikke (?:kun|bare|alene)|ei (?:vain|ainoastaan|pelkastaan))\b"
)
"""Negations that affirm."""
_STAMPED = re.compile(r"^\W*\d{1,2}[:./]\d{1,2}|\d{1,2}[:.]\d{2} ?(?:[ap]m)?\W*$|^\W*[+#•|\[]|^\W*\d{1,2}\. ")
_STOPS = (".", "!", "?", "…", "؟", "。", "！", "？", ":", '"', "»", "”", ")", "]")
_ITEM = re.compile(r"[-–—•*·▪■●►]\s|\d{1,2}[.)]\s")
_OF_AGENDA = 2.0
"""How much an item of an agenda counts: each of its words is a matter of the talks."""
_LONG = 140
"""Characters from which a line without a full stop is taken for prose that a layout has cut."""


@dataclass(frozen=True)
class Mark:
    """Words that speak of a topic: `span` of them, in the sent line `line`; `weight` 1.0 is sure, 0.5 is weaker."""

    topic: str
    span: Span
    line: int
    weight: float


@dataclass(frozen=True)
class _Words:
    """The compiled phrases of one language that a text can have."""

    topics: tuple[tuple[str, float, re.Pattern[str]], ...]
    nothing: re.Pattern[str]
    denied: re.Pattern[str]
    without: re.Pattern[str]
    aside: re.Pattern[str]
    furniture: re.Pattern[str]
    part: re.Pattern[str]


def find(document: Document) -> tuple[Mark, ...]:
    """Every mark in the sent lines, in text order; a line that looks like a headline or tag counts half or not."""
    words = _words(document.clues.language, fold_text("\n".join(map(document.words, document.sent))))
    agenda = _agenda(document)
    marks = [
        Mark(topic, Span(line.start + start, line.start + end), line.number, min(SURE, weight * standing))
        for line in document.sent
        if (standing := _OF_AGENDA if line.number in agenda else _standing(document, line, words))
        for topic, weight, start, end in _in_line(document.words(line), words)
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, _ORDER.index(mark.topic))))


def of(marks: Sequence[Mark], lines: Collection[int]) -> list[str]:
    """Topics of an event that covers these lines, in the order of the closed list."""
    best: dict[tuple[str, int], float] = {}
    for mark in marks:
        if mark.line in lines:
            best[mark.topic, mark.line] = max(mark.weight, best.get((mark.topic, mark.line), 0))
    total: defaultdict[str, float] = defaultdict(float)
    for (topic, _), weight in best.items():
        total[topic] += weight
    return [topic for topic in _ORDER if total[topic] >= ENOUGH]


def spread(marks: Sequence[Mark], events: Sequence[Collection[int]], brief: Collection[int] = ()) -> list[list[str]]:
    """Topics of several events of one article; `events` are the lines of their evidence.

    A line without evidence belongs to the event whose evidence was last before it; far from any evidence, and at the
    head of the article, to the event that comes first, the main story. Events whose index is in `brief`, those that
    are only planned or recalled, keep to their own lines.
    """
    covered = [set(lines) for lines in events]
    long = [index for index, lines in enumerate(events) if lines and index not in brief]
    if long:
        main = min(long, key=lambda index: min(events[index]))
        for line in {mark.line for mark in marks} - {line for lines in events for line in lines}:
            near = [(line - number, index) for index in long for number in events[index] if 0 < line - number <= NEAR]
            covered[min(near)[1] if near else main].add(line)
    return [of(marks, lines) for lines in covered]


# What holds in every labelled event of the type and follows from its definition (SCHEMA 2.6). That all aid of
# the development set is logistics is chance: it was trucks and boats, not weapons.
_BY_TYPE = {
    "exercise": ("exercises_training",),
    "port_call": ("naval_maritime",),
    "arms_deal": ("military_technical",),
    "education_exchange": ("military_education",),
}
_BY_KIND = {"cooperation_plan": ("military_cooperation",)}


def implied(event_type: str, agreement_kinds: Collection[str]) -> list[str]:
    """Topics that lie in the event's type and in the kinds of its signed agreements, in the order of the closed list."""
    topics = {*_BY_TYPE.get(event_type, ()), *(topic for kind in agreement_kinds for topic in _BY_KIND.get(kind, ()))}
    return [topic for topic in _ORDER if topic in topics]


def _agenda(document: Document) -> set[int]:
    """Numbers of the lines that are items of a list behind a colon: 'The two sides discussed: – courses, – exercises'."""
    items, opened = set(), False
    for line in document.sent:
        raw = document.words(line).strip()
        opened = raw.endswith(":") or (opened and bool(_ITEM.match(raw)))
        if opened and _ITEM.match(raw):
            items.add(line.number)
    return items


def _standing(document: Document, line: Line, words: _Words) -> float:
    """How much a line counts: 1 prose and the headline, 0.5 what has no full stop, 0 tags, captions and menus."""
    raw = document.words(line).strip()
    title = document.clues.title
    if title and line.start <= title.start < line.end:
        return 1
    if words.furniture.match(fold_text(raw).lstrip("[(•#-—|*> ")):
        return 0
    if raw.endswith(_STOPS) or length(raw) >= _LONG:
        return 1
    return 0 if _STAMPED.search(raw) or (title and line.start < title.start) else WEAK


def _in_line(text: str, words: _Words) -> Iterator[tuple[str, float, int, int]]:
    """Topic, weight and raw offsets in the line of every phrase that counts."""
    folded = fold(text)
    names = (
        [(office.start, office.end) for office in offices.find_all(text)],
        [folded.raw(*match.span()) for match in words.nothing.finditer(folded.text)],
    )
    plain = _NOT_ONLY.sub(lambda match: ";" * len(match.group()), folded.text)
    for start, end in _told(plain, words):
        for topic, weight, pattern in words.topics:
            for match in pattern.finditer(plain, start, end):
                low, high = folded.raw(_word_start(plain, match.start()), match.end())
                denied = words.without.search(plain, start, match.start())
                if not denied and not any(_within(low, high, spans) for spans in names):
                    yield topic, weight, low, high


def _within(low: int, high: int, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a phrase is part of a name, or begins inside it; one that holds the whole name says more than it.

    The names are in text order and don't overlap, so only the last one that begins before the phrase can hold it.
    """
    start, end = names[place - 1] if (place := bisect_right(names, (low, math.inf))) else (0, 0)
    return start < low < end or (start == low and high <= end)


def _told(folded: str, words: _Words) -> Iterator[tuple[int, int]]:
    """Parts of sentences that say something: neither denied nor said by somebody outside; folded offsets."""
    for start, end in _cut(folded, 0, len(folded), _SENTENCE):
        if not words.aside.search(folded, start, end):
            for part in _cut(folded, start, end, words.part):
                if not words.denied.search(folded, *part):
                    yield part


def _cut(folded: str, start: int, end: int, where: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Pieces of `folded[start:end]` between the matches of `where`."""
    for match in where.finditer(folded, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _word_start(folded: str, index: int) -> int:
    """Where the word begins that holds `index`: a phrase may begin inside a German compound."""
    while index and folded[index - 1].isalnum():
        index -= 1
    return index


_TABLE = Path(__file__).with_suffix(".toml")


@cache
def _table() -> dict[str, dict[str, str]]:
    """The table as it is written: section → language → phrases."""
    with _TABLE.open("rb") as file:
        return tomllib.load(file)


@cache
def _phrases(section: str, language: str) -> tuple[str, ...]:
    """Folded phrases of a section, weak ones with their '?'; those of all languages if this one has none."""
    written = lexicon.read(_TABLE, language)[section].get(language) or ",".join(_table()[section].values())
    return tuple(fold_text(phrase) for phrase in written.split(",") if phrase.strip())


def _words(language: str, text: str) -> _Words:
    """The phrases of a language that this folded text can have."""
    topics = []
    for topic in (name for name in lexicon.read(_TABLE, language) if name in _ORDER):
        phrases = _phrases(topic, language)
        for weight, weak in ((SURE, False), (WEAK, True)):
            chosen = lexicon.standing((p.rstrip("?") for p in phrases if p.endswith("?") == weak), text)
            if chosen:
                topics.append((topic, weight, _pattern(chosen, language)))
    nothing, denied, aside, furniture = (
        _pattern(lexicon.standing(_phrases(section, language), text), language)
        for section in ("nothing", "denied", "aside", "furniture")
    )
    # 'without' at most two words before the topic, and no comma between
    leading = _pattern(lexicon.standing(_phrases("without", language), text), language).pattern
    without = re.compile(leading + rf"{_BETWEEN}(?:\w+{_BETWEEN}){{0,2}}$")
    return _Words(tuple(topics), nothing, denied, without, aside, furniture, _PART_IN.get(language, _PART))


def _pattern(phrases: Collection[str], language: str) -> re.Pattern[str]:
    """One pattern for all phrases, longest first, whole words only."""
    if language in UNSPACED:  # only Latin words have borders
        anywhere = [re.escape(phrase).replace(r"\*", r"\w*") for phrase in sorted(set(phrases), key=len, reverse=True)]
        return re.compile(rf"(?<![a-z])(?:{'|'.join(anywhere) or _NEVER})(?![a-z])")
    plural = "s?" if language in _PLURAL_S else ""
    longest = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    inside = [_regex(phrase[1:], plural) for phrase in longest if _OPEN.match(phrase)]
    whole = [_regex(phrase, plural) for phrase in longest if not _OPEN.match(phrase)]
    prefix = _ARABIC_PREFIX if any(map(_ARABIC.search, whole)) else ""
    starts = [rf"(?<!\w){prefix}(?:{'|'.join(whole)})"] if whole else []
    starts += [f"(?:{'|'.join(inside)})"] if inside else []
    return re.compile(rf"(?:{'|'.join(starts) or _NEVER})(?!\w)")


def _regex(phrase: str, plural: str) -> str:
    """A phrase of the table as a regular expression: `*` any letters, a lone `*` any word, `..` up to three words."""
    out = ""
    for word in phrase.split():
        if word == "..":
            out += _GAP
            continue
        prefix = _ARABIC_PREFIX if out and _ARABIC.search(word) else ""
        ending = plural if len(word) >= 5 and word[-1].isalpha() else ""
        out += prefix + (r"\w+" if word == "*" else re.escape(word).replace(r"\*", r"\w*")) + ending + _BETWEEN
    return out.removesuffix(_BETWEEN)
