"""What a paper holds, who put their names to it, and when (SCHEMA 2.4: provisions, signatories, sign_date; R26, R27)."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from extractor.document import Span
from extractor.finders.agreements import words as agreement_words
from extractor.finders.agreements.sentences import Sentence
from extractor.finders.details import nouns
from extractor.finders.details.scope import Scope, holds
from extractor.normalise import dates
from extractor.schemas.defence.record import Agreement, Participant

_REACH = 3
"""Sentences behind the one that names a paper in which it is said what it holds."""
_MOST, _LEAST = 110, 5
"""Code points of a provision."""
_TITLE = 2
"""Words by which an office is known again."""
_INITIAL = 2
"""Letters of what is no name."""
_STOP = re.compile(r"(?<!m\.in)(?<!\bmj)[.!?](?=\s|$)|[:;](?=\s*$)|\s[–—]\s")
_COMMA = re.compile(r"[,;،؛、]\s*|\sو(?!زا?ر|زير|حد|طن|فد|قو|رش|ثي|سا|ضع)(?=[\u0621-\u064a]{3})")
"""Between the items of a list; 'and' is a letter of the Arabic word that follows."""
_BULLET = re.compile(r"\s*(?:[-–•·*▪●]|\d{1,2}[.)]|[a-zа-я]\))\s")
_OBJECT = re.compile(r"(?<=[ıiuü])n[ıiuü]$")
_BELOW = frozenset({"official", "head_of_state", "head_of_government", "foreign_minister"})
_LEADING = frozenset({"defence_minister", "deputy_defence_minister", "chief_of_defence", "service_chief", "commander"})


def provisions(scope: Scope, paper: Agreement) -> list[Span]:
    """What a paper provides for, item by item, in text order: bare activities without articles."""
    naming = [s for s in scope.sentences if any(holds(s, quote) for quote in paper.evidence)]
    if paper.status == "referenced" or not naming:
        return []
    after = [s for s in scope.sentences if s.start > naming[-1].start][:_REACH]
    for sentence in (*naming, *(s for s in after if _goes_on(scope, s, paper))):
        if scope.marks("provides", sentence) and (listed := list(_bullets(scope, sentence))):
            return listed
        if items := list(_items(scope, sentence, paper)):
            return items
    return []


def _bullets(scope: Scope, sentence: Sentence) -> Iterator[Span]:
    """The items of the list that begins right behind a sentence, or behind 'among them:', a line each."""
    behind = [s for s in scope.sentences if s.start > sentence.start]
    leads = [one.raw.rstrip().endswith(":") for one in (sentence, *behind[:1])]
    for item in takewhile(lambda s: _BULLET.match(s.raw), behind[leads[-1] :] if any(leads) else ()):
        mark = _BULLET.match(item.raw)
        start = item.start + (mark.end() if mark else 0)
        if found := _bare(scope, Span(start, item.start + len(item.raw.rstrip(" ,;.")))):
            yield found


def _goes_on(scope: Scope, sentence: Sentence, paper: Agreement) -> bool:
    """Whether a sentence is about this paper: no other agreement of the event is named in it."""
    others = (o for o in scope.event.agreements if o is not paper)
    return not any(o.title and o.title in sentence.raw for o in others)


def _items(scope: Scope, sentence: Sentence, paper: Agreement) -> Iterator[Span]:
    """The list behind 'provides for', or before the verb where the verb stands last."""
    end = sentence.start + len(sentence.raw)
    title = sentence.raw.find(paper.title) if paper.title else -1
    named = sentence.start + title + len(paper.title or "") if title >= 0 else sentence.start
    before, behind = scope.marks("provides", sentence), scope.marks("provides_after", sentence)
    cue = next((mark for mark in before if mark.start >= named or title < 0), None)
    if cue:
        stop = _STOP.search(scope.document.text, cue.end, end)
        start, end = cue.end, stop.start() if stop else end
    elif behind:
        start, end = named, _without_case(scope, named, behind[-1].start)
    else:
        return
    first = nouns.words(scope.document.text, start, end)[:1]
    again = first and agreement_words.names_paper(first[0].text, scope.language)  # 'وتتضمن الخطة', 'Planda'
    yield from _split(scope, first[0].end if again else start, end)


def _without_case(scope: Scope, start: int, end: int) -> int:
    """Where the last word before a Turkic verb ends without the ending of the object: 'eğitmen değişimi[ni] öngörüyor'."""
    words = scope.document.text[start:end].rstrip()
    case = _OBJECT.search(words) if scope.language in {"tr", "az"} else None
    return start + (case.start() if case else len(words))


def _split(scope: Scope, start: int, end: int) -> Iterator[Span]:
    """The parts of an enumeration between two raw offsets."""
    text = scope.document.text
    cuts = [(start, start), *(m.span() for m in _COMMA.finditer(text, start, end)), (end, end)]
    parts = [Span(a[1], b[0]) for a, b in pairwise(cuts)]
    for part in (*parts[:-1], *_last(scope, parts[-1], alone=len(parts) == 1)):
        if item := _bare(scope, part):
            yield item


def _last(scope: Scope, part: Span, *, alone: bool) -> list[Span]:
    """The last part of an enumeration, cut at its last conjunction, unless it begins with one: 'courses, and visits of A and B'."""
    words = scope.words(part)
    conjunctions = scope.conjunctions(words)
    begins = not alone and bool(scope.starts_with("and", words.lstrip()))
    if not conjunctions or begins:
        return [part]
    start, end = conjunctions[-1]
    return [Span(part.start, part.start + start), Span(part.start + end, part.end)]


def _bare(scope: Scope, part: Span) -> Span | None:
    """A part without spaces, conjunction, article and empty words at its beginning; None if it is too short or long to be one."""
    start, end = part.start, part.end
    text = scope.document.text
    while True:
        while start < end and not (text[start].isalnum() or text[start] in '«“„"'):
            start += 1
        words = text[start:end]
        opening = next((at for at in scope.conjunctions(f" {words}") if at[0] == 0), None)
        cut = opening[1] - 1 if opening else 0
        first = nouns.words(text, start, end)[:1]
        article = first[0].end - start if first and first[0].text.lower() in nouns.small("article") else 0
        elided = re.match(r"[ldLD]['’]", words)
        step = max(cut, article, elided.end() if elided else 0, scope.starts_with("activity_of", words))
        if not step:
            break
        start += step
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in '»”“")'):
        end -= 1
    if (last := nouns.words(text, start, end)[-1:]) and last[0].text in nouns.small("particle"):
        end = start + len(text[start : last[0].start].rstrip())
    told = _LEAST <= end - start <= _MOST and not scope.starts_with("others", text[start:end])
    return Span(start, end) if told else None


def signatories(scope: Scope, paper: Agreement) -> list[str]:
    """The names of those of the participants who signed: named in the sentence of the signing, or 'the ministers' in it.

    Ministries, sides and passives sign without a name (R26).
    """
    if paper.status != "signed":
        return []
    naming = [s for s in scope.sentences if any(holds(s, quote) for quote in paper.evidence)]
    after = [s for s in scope.sentences if naming and s.start > naming[-1].start][:_REACH]
    told = (s for s in after if _goes_on(scope, s, paper) and agreement_words.names_paper(s.raw, scope.language))
    for sentence in (*naming, *told):
        if not agreement_words.reports_signing(sentence.raw, scope.language):
            continue
        named = [p for p in scope.event.participants if _signs(p, sentence.raw)]
        if len({p.country for p in named}) > 1:
            return [p.name for p in named if p.name]
        if scope.marks("signers", sentence):
            return [p.name for p in _heads(scope) if p.name]
    return []


def _signs(person: Participant, words: str) -> bool:
    """Whether a sentence names somebody: by the whole name, the surname or the office."""
    office = " ".join((person.office or "").split()[:_TITLE])
    parts = (person.name, person.name.split()[-1], office) if person.name else ()
    return any(part and len(part) > _INITIAL and re.search(rf"(?<!\w){re.escape(part)}", words) for part in parts)


def _heads(scope: Scope) -> list[Participant]:
    """The first participant of each party."""
    taking = [p for p in scope.event.participants if p.function != "mentioned"]
    for roles in (_LEADING, _LEADING | _BELOW):
        firsts = {p.country: p for p in reversed(taking) if p.country in scope.event.parties and p.role in roles}
        if len(firsts) > 1:
            return [p for p in taking if p in firsts.values()]
    return []


def sign_date(scope: Scope, paper: Agreement) -> tuple[str, Span] | None:
    """When a paper was signed, if another day than the event's: EDTF and the words that say it."""
    publication = scope.document.clues.publication_date
    for sentence in (s for s in scope.sentences if any(holds(s, quote) for quote in paper.evidence)):
        title = sentence.raw.find(paper.title) if paper.title else -1
        for mention in dates.find(sentence.raw, scope.language):
            inside = title <= mention.start < title + len(paper.title or "")
            value = None if mention.of_plan or inside else dates.resolve(mention, publication, "held")
            if value and paper.status == "referenced" and agreement_words.reports_signing(sentence.raw, scope.language):
                return value, Span(sentence.start + mention.start, sentence.start + mention.end)
    return None
