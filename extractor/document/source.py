"""Whom the outlet credits for what it tells: a ministry, a press service, an army, an agency (SCHEMA 2.1, cited_source).

One rule for all languages: the name of a body, beside words of credit such as 'according to', 'said', 'laut', 'сообщает'.
The words are in `source_words.toml`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from extractor.document import bodies, furniture
from extractor.document import outlet as outlets
from extractor.document.article import Line, Span
from extractor.document.page_words import anywhere, table
from extractor.normalise import ranks
from extractor.normalise.fold import Folded, fold, fold_text
from extractor.normalise.scripts import is_small, word_count

SENTENCES = 7
"""Sentences from the top in which the credit for the main event stands; later ones credit a detail."""
_FEWEST = 4
"""Words of a sentence that tells something."""
_NAMED = r"\s?[:：]\s?(?P<name>[^\s|·•@/\d][^|·•@/\d]{1,60}?)(?=\s{2}|\s?[|·•]|\.?\s*$)"
"""A name behind the label of a source."""
_REACH = 90
"""Code points beside a spokesperson within which a refusal to speak stands."""
_SILENT = re.compile(
    r"declin|no comment|refus|not comment|wollte (?:sich|keine|nicht)|lehnte|ausserte sich nicht|nicht erreichbar|s'est abstenu|no quiso|se nego|отказал|не стал|воздерж|відмовив|не став|odmowil|nie chcial|yorum yap|sorulari yanitsiz|serh verme|رفض|امتنع|non ha voluto|recusou|weiger|wilde (?:niet|geen)|a refuzat"
)
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SHORT_FORM = re.compile(r"^\s*\([^()]{2,14}\)")
"""The acronym in brackets behind a name."""
_JOINT = re.compile(r".(?: |'|' |- )|[a-z]\.(?:[ ]?)")
"""What may stand between two words of a name, with the letter before it: a space, an apostrophe, a half word's hyphen, an initial's full stop."""
_LISTED = re.compile(r"., ")
_LISTING = frozenset({"de"})
"""Languages whose ministries are named with lists: 'Departement für Verteidigung, Bevölkerungsschutz und Sport'."""
_SHORT = 2
"""Letters of a word whose point ends no sentence: an initial, 'St.'."""
_ELIDED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""The same where an article is written together with its noun: l'armée."""
_ELIDING = frozenset({"fr", "it"})
_GLUED = frozenset({"az", "tr", "kk", "uz", "fi", "hu"})
"""Languages that hang case endings on a name, which are cut where the name still stands in the text (R22)."""
_ENDING = {
    "fi": re.compile(r"(?<=ministerio)n$"),
    "az": re.compile(r"(?<=[iuü])'?(?:nin|nun|ni|nu|na|nə|ndan|ndən|nda|ndə)$|(?<=k)(?:dən|də|ə|in)$"),
    "tr": re.compile(
        r"(?<=[iu])'?(?:nin|nun|ni|nu|na|ne|ndan|nden|nda|nde|nca|nce)$|'(?:dan|den|tan|ten|nin|in|a|e|ya|ye)$"
    ),
    "hu": re.compile(r"(?<=miniszterium)(?:a|ra|tol|nak|ban|bol|anak|atol|aban|abol)$|(?<=miniszterium)t$"),
}
_HEAD_LAST = frozenset({"en", "az", "tr", "hu"})
"""Languages in which the body's word ends its name, unless 'of …' follows."""
_ACRONYM = re.compile(r"[^\W\d_]{2,6}")
_GENITIVE = frozenset({"ru", "uk", "pl", "sk", "sl", "sr"})
"""Languages in which a name right behind a noun belongs to it."""
_JOINED = frozenset({"ar"})
_PREPOSITIONS = frozenset("لبو")
"""What Arabic writes together with the noun behind it."""
_PHOTO = re.compile(r"\(\W*\w+:\s*$")
"""What stands before 'AGENCY/photographer' in brackets."""
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        *map(
            fold_text,
            ("اليوم", "أمس", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"),
        ),
    ]
)


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    folded: str
    kind: str
    """`body`, `acronym`, `name` (written big), `inside`, `link`, or `other`."""


def find(text: str, lines: tuple[Line, ...], language: str, title: Span | None, outlet: str | None) -> Span | None:
    """The span of the source's name as written, without article and case ending; None if nobody is credited.

    Never the outlet itself, never a person.
    """
    sent = [line for line in lines if line.chrome is None and not (title and line.start <= title.start < line.end)]
    ways = (_phrased, partial(_credited, is_credit=_is_credit), partial(_credited, is_credit=_is_spoken))
    for way in ways:
        for line in _telling(text, sent):
            for span in way(text, line, language):
                cut = _without(text, span, outlet, language)
                if cut and not _is_outlet(text[cut.start : cut.end], outlet):
                    return cut
    return _labelled(text, lines, sent, outlet)


def _telling(text: str, sent: list[Line]) -> list[Line]:
    """The first sentences: lines of at least four words, or as long in a script that doesn't part its words."""
    return [line for line in sent if word_count(text[line.start : line.end]) >= _FEWEST][:SENTENCES]


def _phrased(text: str, line: Line, language: str) -> Iterator[Span]:
    """Names in the whole patterns that a language has, in their order."""
    for phrase in bodies.phrases(language):
        for match in phrase.finditer(text, line.start, line.end):
            yield Span(*match.span("name"))


def _labelled(text: str, lines: tuple[Line, ...], sent: list[Line], outlet: str | None) -> Span | None:
    """What stands behind 'Source:' in a stamp beside the headline, or below the last sentence."""
    last = max((line.start for line in sent if furniture.is_sentence(text[line.start : line.end])), default=0)
    for line in lines:
        if line.start <= last and line.chrome != "stamp":
            continue
        folded = fold(text[line.start : line.end])
        if label := _label().search(folded.text):
            start, end = folded.raw(*label.span("name"))
            span = Span(line.start + start, line.start + end)
            name = text[span.start : span.end]
            if not is_small(name) and not _is_outlet(name, outlet):
                return span
    return None


@cache
def _label() -> "re.Pattern[str]":
    labels = "|".join(sorted(map(re.escape, table("source"))))
    return re.compile(rf"(?:^|\s\s|[|·•]\s?)\W*(?:{labels}){_NAMED}")


def _is_credit(before: str, after: str, language: str) -> bool:
    """Whether words of credit stand right before or behind a name; both are folded."""
    words = bodies.words(language)
    if words.by.search(before) and words.told.match(after):
        return True
    told = words.after.match(after) and not _is_part(before, words, language)
    return bool((words.before.search(before) and not words.to.search(before)) or told)


def _is_spoken(before: str, after: str, language: str) -> bool:
    """Whether a spokesperson of the body says something, other than that there is nothing to say."""
    words = bodies.words(language)
    spoken = words.speaker.search(before) or words.spoken.match(after)
    return bool(spoken) and not _SILENT.search(before[-_REACH:] + after[:_REACH])


def _credited(text: str, line: Line, language: str, is_credit: Callable[[str, str, str], bool]) -> Iterator[Span]:
    """Names of bodies in a line that stand beside words of credit, in text order."""
    folded = fold(text[line.start : line.end])
    for run in _runs(_tokens(folded, text[line.start : line.end], language), folded.text, language):
        start, end = run[0].start, run[-1].end
        before, after = folded.text[:start], _SHORT_FORM.sub("", folded.text[end:]).lstrip()
        if language in _JOINED and before[-1:].isalpha():
            before = before[:-1]
        named = len(run) > 1 and run[1].kind == "name"  # behind a rank that is a person, no body
        ranked = named and any(hit.start == 0 for hit in ranks.find_all(folded.text[start:end]))
        if is_credit(before, after, language) and not ranked and not (after.startswith("/") and _PHOTO.search(before)):
            raw_start, raw_end = folded.raw(start, end)
            yield Span(line.start + raw_start, line.start + raw_end)


def _is_part(before: str, words: bodies.Words, language: str) -> bool:
    """Whether the name only completes another: 'the commander of the army', 'начальник штаба'."""
    return bool(words.part.search(before)) or (
        language in _GENITIVE and before.endswith(" ") and before[-2:-1].isalpha()
    )


def _tokens(folded: Folded, raw: str, language: str) -> list[_Token]:
    words = bodies.words(language)
    found = []
    for match in (_ELIDED if language in _ELIDING else _TOKEN).finditer(folded.text):
        at, end = match.span()
        if language in _JOINED and match[0][0] in _PREPOSITIONS and words.body.fullmatch(match[0][1:]):
            at += 1
        start, stop = folded.raw(at, end)
        word = folded.text[at:end]
        found.append(_Token(at, end, word, _kind(word, raw[start:stop], words)))
    return found


def _kind(word: str, written: str, words: bodies.Words) -> str:
    if words.before.search(word + " "):
        return "other"
    if words.body.fullmatch(word) and word not in words.filler:
        return "body"
    if word in words.link:
        return "link"
    if written.isupper() and _ACRONYM.fullmatch(written):
        return "acronym"
    if written[0].isupper():
        return "name"
    return "inside" if words.inside.match(word) else "other"


def _runs(tokens: list[_Token], text: str, language: str) -> Iterator[list[_Token]]:
    """Runs of tokens that can be one name and hold a body's word, without articles and links at their ends."""
    run: list[_Token] = []
    for number, token in enumerate([*tokens, None]):
        gap = text[run[-1].end - 1 : token.start] if token and run else ""
        joined = gap and _JOINT.fullmatch(gap) and ("." not in gap or len(run[-1].folded) <= _SHORT)
        if not joined and language in _LISTING and _LISTED.fullmatch(gap):
            joined = [other.kind for other in tokens[number : number + 3]] == ["name", "link", "name"]
        if token is None or token.kind == "other" or (run and not joined):
            yield from _named(run, language)
            run = []
        if token is not None and token.kind != "other":
            run.append(token)


def _named(run: list[_Token], language: str) -> Iterator[list[_Token]]:
    run = _to_head(run) if language in _HEAD_LAST else _from_head(run)
    filler = bodies.words(language).filler
    while run and (run[0].kind == "link" or run[0].folded in _DAYS or run[0].folded in filler):
        run = run[1:]
    while run and (run[-1].kind == "link" or run[-1].folded in _DAYS or anywhere("network").match(run[-1].folded)):
        run = run[:-1]
    if any(token.kind == "body" for token in run) or (len(run) == 1 and run[0].kind == "acronym"):
        yield run


def _to_head(run: list[_Token]) -> list[_Token]:
    """Up to the last body's word, and what 'of' adds to it."""
    heads = [index for index, token in enumerate(run) if token.kind == "body"]
    if not heads:
        return run
    last, linked = heads[-1], False
    while last + 1 < len(run) and (linked or run[last + 1].kind == "link") and run[last + 1].folded not in _DAYS:
        last += 1
        linked = linked or run[last].kind == "link"
    return run[: last + 1]


def _from_head(run: list[_Token]) -> list[_Token]:
    """From the first body's word, with the names and adjectives right before it: 'Schweizer Armee', not 'Mitteilung der Armee'."""
    first = next((index for index, token in enumerate(run) if token.kind == "body"), 0)
    if first > 1 and run[first - 1].kind == "link" and run[first - 1].start - run[first - 2].end == len("- "):
        first -= 2  # 'Presse- und Informationszentrum'
    while first > 0 and run[first - 1].kind in {"name", "inside", "acronym"}:
        first -= 1
    return run[first:]


def _without(text: str, span: Span, outlet: str | None, language: str) -> Span | None:
    """The span without the outlet's name before it and without a case ending behind it; None if nothing is left."""
    start, end = span.start, span.end
    if outlet and (
        lead := re.match(rf"(?:[^\n]{{0,40}}? )?{re.escape(outlet)}[\w'’-]*\W+", text[start:end], re.IGNORECASE)
    ):
        start += lead.end()
    if language in _GLUED and (ending := _ENDING.get(language)):
        folded = fold(text[start:end])
        if cut := ending.search(folded.text):
            end = start + folded.raw(0, cut.start())[1]
    return Span(start, end) if end > start else None


def _is_outlet(name: str, outlet: str | None) -> bool:
    return outlet is not None and outlets.same(name, outlet)
