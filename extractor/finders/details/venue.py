"""The building or ground where an event takes place (SCHEMA 2.2, `location_venue`; R17)."""

import re

from extractor.document import Span
from extractor.finders import cues
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.details import nouns
from extractor.finders.details.scope import Scope
from extractor.normalise import offices

_LOCATIVE = re.compile(r"(?:['’]|(?<=[ıiuü])n)?[dt][aəe](?:ki)?$|[bv][ae]n$|ss[aä]$|ში$|[дт][ае]$", re.IGNORECASE)
_IN = "ب"
"""The Arabic 'in' that is written as part of the word."""
_ENDED = frozenset({"tr", "az", "kk", "uz", "hu", "fi", "ka"})
"""Languages that say 'in' with an ending."""
_FAR = 4
"""Words that may stand between 'in' and the noun."""
_GAP = 12
"""Code points between two nouns of one venue: 'siège du ministère'."""
_SENTENCES = 8
"""Sentences in which a venue is looked for, those that tell of the event first."""
_ELSEWHERE = ("unit_tour", "wreath_laying", "exhibition", "reception", "guest_book")
"""Items of the programme that have a place of their own."""


def find(scope: Scope) -> Span | None:
    """The first venue in the sentences that tell of the event, without its preposition and article."""
    if scope.event.mode != "in_person":
        return None
    for sentence in scope.nearest_first[:_SENTENCES] if scope.news else scope.telling:
        for mark in scope.marks("venue", sentence):
            if found := _phrase(scope, sentence, mark):
                return found
    return None


def _whole(scope: Scope, sentence: Sentence, at: int, end: int) -> int:
    """Where a venue's words end: with a further noun of its kind behind 'of', and what it is the ministry of."""
    text = scope.document.text
    reach = nouns.onwards(text, at, end)
    further = next((m for m in scope.marks("venue", sentence) if 0 < m.start - reach <= _GAP), None)
    if further and {w.text.lower() for w in nouns.words(text, reach, further.start)} <= nouns.small("of"):
        reach = nouns.onwards(text, further.end, end)
    following = nouns.words(text, reach, end)[:1]
    if following and following[0].start == reach + 1 and following[0].text.lower() in nouns.small("defence"):
        reach = following[0].end
    return reach


def _after_names(scope: Scope, sentence: Sentence, at: int) -> int:
    """Raw offset behind the last participant's name before a venue, with the ending of its case."""
    names = [re.escape(person.name) for person in scope.event.participants if person.name]
    ends = [m.end() for m in re.finditer(rf"(?:{'|'.join(names) or '(?!)'})\S*\s", sentence.raw[: at - sentence.start])]
    return sentence.start + ends[-1] if ends else sentence.start


def _is_source(scope: Scope, span: Span) -> bool:
    source = scope.document.clues.cited_source
    return source is not None and source.start < span.end and span.start < source.end


def _phrase(scope: Scope, sentence: Sentence, noun: Span) -> Span | None:
    """The noun with the words that belong to it, if something is said to be there and no item of the programme is."""
    text, end = scope.document.text, sentence.start + len(sentence.raw)
    elsewhere = [mark for kind in _ELSEWHERE for mark in scope.marks(kind, sentence)]
    elsewhere += [cue.span for cue in cues.find(scope.document) if cue.value == "port_call"]
    if any(mark.start < noun.end and noun.start < mark.end for mark in elsewhere):
        return None
    if scope.language in _ENDED:
        ending = _LOCATIVE.search(text, noun.start, noun.end)
        first = max(
            nouns.backwards(text, noun.start, sentence.start, scope.language), _after_names(scope, sentence, noun.start)
        )
        return Span(first, ending.start()) if ending else None
    if text[noun.start - 1] == _IN and scope.language == "ar":
        return Span(noun.start, _whole(scope, sentence, noun.end, end))
    before = nouns.words(text, sentence.start, noun.start)[-_FAR:]
    for word in reversed(before):
        if nouns.ENDS.search(text[word.end : noun.start].replace('"', "")):
            return None
        if word.text.lower() in scope.small("at"):
            inside = [w for w in before if w.start > word.start]
            first = next((w.start for w in inside if w.text.lower() not in nouns.small("article")), noun.start)
            found = Span(first, _whole(scope, sentence, noun.end, end))
            return None if offices.find(scope.words(found)) or _is_source(scope, found) else found
    return None
