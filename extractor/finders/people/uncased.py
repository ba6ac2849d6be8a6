"""Names behind titles in scripts without capitals: Arabic, Persian, Urdu, Hebrew, Georgian."""

import re
from collections.abc import Iterator

from extractor.finders.people.names import Run
from extractor.finders.people.wording import Passage, Word
from extractor.normalise.fold import fold_text

_IN = re.compile(r"\W{0,3}(?:(?:في|لدى)\W)?(?:(?:دولة|مملكة|جمهورية|سلطنة)\W)?")
"""What stands between an Arabic office and its state, or the one where an envoy serves."""
_NOT_IN_NAMES = ("office", "rank", "country", "courtesy", "counterpart", "retired", "body")
"""What ends a name in a script without capitals."""
_LONGEST_ARABIC = 8
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]")
_UNCASED = re.compile(r"[\u0621-\u064a\u066e-\u06d3\u10d0-\u10ff]")
"""Letters of scripts without capitals: Arabic and Georgian."""
_COMPOUND = frozenset(["عبد", "أبو", "ابو", "أبي", "بن", "ابن", "بنت", "آل", "أم", "ذو", "عبدال", "ولد"])
_LINKS = frozenset(["الدين", "سيدي", "بن", "ولد", "بنت", "آل", "ابن"])
"""Words with which an Arabic name goes on, and behind which one more word of it stands."""
_THIRD = 2
"""Words before the third of a name: 'Park Sung-hyun' has three where it is written in Arabic."""
_NISBA = re.compile(r"^ال\w{2,}ي$")
"""A third word of an Arabic name: 'the one of …'."""
_FAMILY = re.compile(r"^ال\w{2,}(?<!ين)(?<!ون)(?<!ات)(?<!ة)$")
"""What a family is called behind a father's name, no plural and no 'the prize': 'Fahd Jaber al-Sabah'."""
_SERVANT = "عبد"
"""In front of a title it makes a name: 'Abd al-Amir', 'Abd al-Malik'."""
_STOP = re.compile(
    r"^(?:في|من|بأن|بأنه|در|از|به|با|را|که|نیز|روز|امروز|دیروز|گفت|است|شد|کرد|إلى|الى|على|عن|مع|خلال|بعد|قبل|أن|إن|ان|الذي|التي|الذين|قد|لم|لن|لا|ثم|أو|أمس|امس|اليوم|غدا|صباح|مساء|يوم|هذا"
    r"|هذه|ذلك|بحضور|بشأن|حول|ضمن|لدى|أثناء|عقب|إثر|وفق|بينما|كما|حيث|رفقة|برفقة|صحبة|نظيره|نظيرته|وفد|عددا|خلاله|لبحث|وقع|وقّع"
    r"|قال|أكد|صرح|بحث|التقى|استقبل|وصل|زار|ناقش|شدد|أعرب|أشار|أوضح|اجتمع|حضر|افتتح|ترأس|تسلم|سلم|شارك|الإثنين|الاثنين|الثلاثاء"
    r"|الأربعاء|الخميس|الجمعة|السبت|الأحد|و|هم|نیز|را|که|[بلو]{1,2}هذ\w+|ب\w*ال\w+|لل\w+|مذكرة|اتفاقية|زيارة|سبل|و(?!ليد|ائل|سام|سيم|جدي|هبي|فيق|ليد|رد|فاء|حيد|اصف|دود|لد$)\w+|(?:შეხვ|გამართ|განაცხ|აღნიშნ|ხელმძღვან|მონაწილ|იმყოფ|ეწვი|მიიღ|ჩავიდ|ჩამოვიდ|მოაწერ)\w*|და|იყო|აქვს|ასევე|ي(?!ا|عقوب$|ون|ور|وه|وس|وش)\w{4,}|ت\w{5,})$"
)
"""Arabic and Georgian words that end a name: prepositions, days, verbs of news, and most words that begin with 'and'."""


_CLOSING = re.compile(r"وال\w+$")
"""'And the …' behind a third word, which then belongs to the name."""
_GUESSED = re.compile(r"^(?:ي\w{4,}|ت\w{5,})$")
"""Those that only look like verbs: before a comma, behind a first name, they are surnames."""
_HERE = re.compile(r"\W{1,2}(?:لدى|في) (?:المملكة|السلطنة|الجمهورية|الدولة|الإمارات|بلادنا|البلاد|بلاده)(?!\w)")
"""Where an envoy serves, without its name: 'to the Kingdom'."""


def find(passage: Passage) -> list[Run]:
    """The names behind titles of a passage; none in scripts with capitals."""
    if passage.language not in {"ar", "fa", "ur", "he", "ka"}:
        return []
    found: dict[int, Run] = {}
    for kind in ("office", "rank", "courtesy", "counterpart"):
        for mark in passage.marks(kind):
            if passage.document.text.endswith(f"{_SERVANT} ", 0, mark.start):
                continue
            at = mark.end
            settled = [settled for other in ("country", "retired", "branch") for settled in passage.marks(other)]
            while skipped := next(
                (c for c in settled if c.start >= at and _IN.fullmatch(passage.document.text, at, c.start)), None
            ):
                at = skipped.end
            if kind == "office" and (here := _HERE.match(passage.document.text, at)):
                at = here.end()
            if kind == "office" and (run := _between_commas(passage, at)):
                found.setdefault(run.end, run)
            for start in sorted({mark.end, at, *_after_adjectives(passage, at)}, reverse=True):
                run = _after(passage, start, sure=start == mark.end and kind in {"rank", "courtesy"})
                complement = start == mark.end and kind == "office" and run and run.words[0].text.startswith("ال")
                if run and not (complement and not run.single):
                    found.setdefault(run.end, run)
    runs = sorted(found.values(), key=lambda run: run.start)
    return [run for run in runs if not any(other.start < run.start < other.end for other in runs)]


def _between_commas(passage: Passage, at: int) -> Run | None:
    """The name that stands between commas behind an Arabic office and its state: 'the Saudi minister of defence, Faisal …, received'."""
    text = passage.document.text
    starts = [at, *_after_adjectives(passage, at)]
    comma = next((start for start in starts if text[start : start + 1] == "،"), None)
    run = _after(passage, comma + 1, sure=True) if comma is not None else None
    return run if run and not run.single and text[run.end : run.end + 1] in {"،", ",", "."} else None


def _after_adjectives(passage: Passage, at: int) -> Iterator[int]:
    """Offsets behind adjectives that follow an Arabic title: 'the national', 'the general', and a state's."""
    for word in passage.between(at, passage.end)[:3]:
        country = passage.covered(word, "country")
        if not country and not (word.text.startswith("ال") and word.text.endswith(("ي", "ية", "ة"))):
            return
        at = word.end
        yield at


def _after(passage: Passage, start: int, *, sure: bool = False) -> Run | None:
    """The name that begins at the first word after raw offset `start`.

    `sure`: behind a rank or 'Mr' no verb stands, so a first name may look like one.
    """
    words: list[Word] = []
    for word in passage.between(start, passage.end)[:_LONGEST_ARABIC]:
        gap = passage.document.text[words[-1].end if words else start : word.start]
        closed = passage.covered(word, *_NOT_IN_NAMES, *(() if passage.language == "ar" else ("block",)))
        servant = words and words[-1].text == _SERVANT
        servant = servant or (sure and not words and word.text == "عماد")  # Imad, behind a rank, though it is one
        branch = not words and passage.covered(word, "branch")
        surname = len(words) == 1 and _GUESSED.match(word.text) and _closes(passage, word, _THIRD)
        stop = _STOP.match(word.text) and not surname and not (sure and not words and _GUESSED.match(word.text))
        if gap.strip(" \u200c\u200f") or not _UNCASED.match(word.text) or (closed and not servant) or branch or stop:
            break
        third = _ARABIC.match(word.text) is not None and _closes(passage, word, len(words))
        goes_on = (
            word.text in _LINKS or (words and words[-1].text in _LINKS) or third or _is_forefather(passage, word, words)
        )
        if _complete(words) and not _NISBA.match(word.text) and not goes_on:
            break
        words.append(word)
    if not words or fold_text(words[-1].text) in _COMPOUND:
        return None
    return Run(words[0].start, words[-1].end, tuple(words))


def _is_forefather(passage: Passage, word: Word, words: list[Word]) -> bool:
    """Whether a word behind a whole name goes on with it: the father's or grandfather's, 'of God', or the family's behind a father's."""
    last = words[-1] if words else None
    family = last is not None and passage.covered(last, "fathers") is not None and _FAMILY.match(word.text) is not None
    return family or word.text == "الله" or passage.covered(word, "fathers") is not None


def _closes(passage: Passage, word: Word, place: int) -> bool:
    """Whether a word is the third of a name: nothing but a comma, an office or the end of the sentence follows."""
    following = passage.following(word.end)
    office = following is not None and (
        passage.covered(following, "office", "former") is not None or _CLOSING.match(following.text) is not None
    )
    return place == _THIRD and (passage.document.text[word.end : word.end + 1] in {".", "،", ","} or office)


def _complete(words: list[Word]) -> bool:
    """Whether an Arabic name is whole: a first name and a surname, parts like 'Abd' and 'bin' not counted."""
    parts = [word.text for word in words if word.text not in _COMPOUND]
    joined = sum(word.text in {"عبد", "أبو", "ابو", "أبي", "آل"} for word in words)
    return len(parts) >= 2 + ("بن" in [word.text for word in words]) and words[-1].text not in _COMPOUND and joined < 3
