"""What an exercise or forum is called, and which forum an event accompanies (SCHEMA 2.2: event_name, on_margins_of; R4)."""

import re

from extractor.document import Span
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.details import nouns
from extractor.finders.details.scope import Scope

_QUOTED = re.compile(r"[«“„\"”]\s?([^«»“”„\"]{3,40}?)\s?[»”“\"]")
_NEAR = 30
"""Code points between 'exercise' and the name in quotation marks."""
_NAMED = frozenset({"multilateral", "staff_talks", "other"})
_PAIR = 2
_LEADING = 6
"""Words behind 'on the sidelines of' among which a forum's name begins."""


def name(scope: Scope) -> Span | None:
    """The proper name of the exercise or session."""
    if scope.event.event_type == "exercise":
        return next((span for s in scope.nearest_first if (span := _exercise(scope, s))), None)
    if scope.event.event_type in _NAMED:
        return next((span for s in scope.nearest_first for span in _sessions(scope, s)), None)
    return None


def _exercise(scope: Scope, sentence: Sentence) -> Span | None:
    """A name in quotation marks beside 'exercise', or in capitals behind or before it."""
    text, end = scope.document.text, sentence.start + len(sentence.raw)
    for mark in scope.marks("exercise", sentence):
        things = [m.end - sentence.start for kind in ("assets", "venue") for m in scope.marks(kind, sentence)]
        quoted = [
            Span(sentence.start + m.start(1), sentence.start + m.end(1))
            for m in _QUOTED.finditer(sentence.raw)
            if not any(0 <= m.start() - thing <= 1 for thing in things)  # a ship's or a range's name
            and (
                -_NEAR <= sentence.start + m.start() - mark.end <= _NEAR
                or 0 <= mark.start - sentence.start - m.end() <= _NEAR
            )
        ]
        if quoted:
            return quoted[0]
        behind = nouns.onwards(text, mark.end, end)
        if behind > mark.end and nouns.words(text, mark.end, behind)[0].capital:
            return Span(mark.start if text[mark.start].isupper() else mark.end + 1, behind)
    return None


def _sessions(scope: Scope, sentence: Sentence) -> list[Span]:
    """Names built on 'meeting', 'council' and the like: with capitals before or behind the noun."""
    text, end = scope.document.text, sentence.start + len(sentence.raw)
    found = []
    for mark in scope.marks("session", sentence):
        if text[mark.start].isupper():
            first = nouns.backwards(text, mark.start, sentence.start, scope.language)
            name = nouns.words(text, first, nouns.onwards(text, mark.end, end, "on"))
            while name and name[0].text.lower() in nouns.small("of"):
                name.pop(0)
            if len(name) > _PAIR:
                found.append(Span(name[0].start, name[-1].end))
    return found


def accompanied(scope: Scope) -> Span | None:
    """The forum on whose margins two meet: named behind 'on the sidelines of', or for which somebody has come."""
    for sentence in scope.nearest_first:
        for kind in ("margins", "attend") if len(scope.event.parties) <= _PAIR else ("margins",):
            for mark in scope.marks(kind, sentence):
                found = _behind(scope, sentence, mark)
                if found and (kind == "margins" or _is_session(scope, sentence, found)):
                    return _in_full(scope, found)
            for mark in scope.marks(f"{kind}_after", sentence):
                found = Span(
                    nouns.backwards(scope.document.text, mark.start, sentence.start, scope.language), mark.start
                )
                if scope.words(found).strip() and (kind == "margins" or _is_session(scope, sentence, found)):
                    return Span(found.start, found.start + len(scope.words(found).rstrip()))
    return None


def _in_full(scope: Scope, short: Span) -> Span:
    """The name that the article gives elsewhere, where only 'the conference' is said."""
    named = (span for s in scope.sentences for span in _sessions(scope, s))
    bare = not any(word.capital for word in nouns.words(scope.document.text, short.start, short.end))
    return next(named, short) if bare else short


def _is_session(scope: Scope, sentence: Sentence, span: Span) -> bool:
    return any(span.start <= mark.start < span.end for mark in scope.marks("session", sentence))


def _behind(scope: Scope, sentence: Sentence, mark: Span) -> Span | None:
    """A forum's name behind some words: what follows up to its last capital, or up to a noun for a session."""
    text, end = scope.document.text, sentence.start + len(sentence.raw)
    stop = nouns.ENDS.search(text, mark.end, end)
    last = stop.start() if stop else end
    start = mark.end
    while word := next((w for w in nouns.words(text, start, last) if w.text.lower() not in nouns.small("of")), None):
        skipped = scope.starts_with("regular", text[word.start : last])
        if not skipped:
            break
        start = word.start + skipped
    if word is None:
        return None
    name = next((w for w in nouns.words(text, word.start, last)[:_LEADING] if w.capital), None)
    session = next((m for m in scope.marks("session", sentence) if word.start <= m.start < last), None)
    behind = nouns.words(text, session.end, last)[:1] if session else []
    if session and behind and not behind[0].capital and behind[0].text.lower() not in nouns.small("on"):
        return Span(word.start, session.end)  # 'на полях заседания министр …'
    if name:
        return Span(word.start, max(nouns.onwards(text, name.end, last, "on"), name.end))
    return Span(word.start, session.end) if session else None
