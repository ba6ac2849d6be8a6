"""Whether the text says of a person what makes them no participant (R18): away, dead, thanked, quoted, an author."""

import re
from collections.abc import Sequence

from extractor.document import Span
from extractor.finders.people.coreference import Mention
from extractor.finders.people.wording import Mark, Passage

_NEAR = 60
"""Code points between 'congratulated' and the person."""
_VOTE = re.compile(
    r"\s(?:in|at|an|der|the|в|à|au|en|la|el|il|w)?\s?(?:the|der|la|le)?\s?(?:vot|Abstimmung|голосован|głosowan)"
)
"""Who takes no part in the vote is there."""
_STAY = re.compile(r"\s(?:the )?[A-Z][\w' -]{2,25}? (?:overnight|until|till|for|on)\b")
"""Who stayed somewhere for a night was there; who stayed in the capital was not."""
_SIGNED = 4
"""Words of a rank and a name under a text, which are its author's: 'mjr Anna Kulesza'."""
_SHORT = 90
"""A line up to this long that begins like a byline is one."""


def is_absent(
    passages: Sequence[Passage], group: Sequence[Mention], every: Sequence[Mention], *, counterpart: bool
) -> bool:
    """Whether a person takes no part: by their titles, by a clause about them, or since they are only spoken of."""
    if any(m.title.absent for m in group):
        return True
    places = [(part, m) for m in every for part in passages if part.start <= m.run.start < part.end]
    if any(_away(part, m, every) for part, m in places):
        return True
    return not counterpart and all(_byline(part) or _spoken_of(part, m) for part, m in places)


def _away(passage: Passage, mention: Mention, every: Sequence[Mention]) -> bool:
    """Whether a clause says that this person was not there: the last title before the words, or the first after them."""
    sentence = passage.sentence(mention.run.start)
    for mark in _inside(passage, "absent", sentence):
        if _VOTE.match(passage.document.text, mark.end) or _STAY.match(passage.document.text, mark.end):
            continue
        subject = _subject(passage, mark, sentence, every)
        if subject and subject.start <= mention.run.start < subject.end:
            return True
    return False


def _subject(passage: Passage, mark: Mark, sentence: Span, every: Sequence[Mention]) -> Span | None:
    """The name that a clause of absence is about."""
    runs = [m.run for m in every if sentence.start <= m.run.start < sentence.end]
    before = [run for run in runs if run.end <= mark.start]
    after = [run for run in runs if mark.end <= run.start]
    text = passage.document.text
    if before and not _other_subject(passage, before[-1].end, mark.start):
        return before[-1]
    close = (
        after and len(text[mark.end : after[0].start]) < 40 and not re.search(r"[,;.]", text[mark.end : after[0].start])
    )
    return after[0] if close and not before else None


def _other_subject(passage: Passage, start: int, end: int) -> bool:
    """Whether another person or a new sentence stands between a name and the words."""
    titles = [m for kind in ("office", "rank", "courtesy", "counterpart") for m in passage.marks(kind)]
    named = [m for m in titles if start <= m.start and m.end <= end]
    capital = any(
        w.start >= start and w.text[:1].isupper() and m.end <= w.start <= m.end + 3
        for m in named
        for w in passage.between(start, end)
    )
    return capital or ";" in passage.document.text[start:end]


def _spoken_of(passage: Passage, mention: Mention) -> bool:
    """Whether somebody is congratulated, appointed, thanked or remembered."""
    run, title = mention.run, mention.title.start
    sentence = passage.sentence(run.start)
    before = any(
        mark.end <= title
        and run.start - mark.end <= _NEAR
        and not re.search("[,،]", passage.document.text[mark.end : title])
        for mark in _inside(passage, "mentioned", sentence)
    )
    return before or any(
        run.end <= mark.start <= run.end + _NEAR for mark in _inside(passage, "mentioned_after", sentence)
    )


def _byline(passage: Passage) -> bool:
    """Whether a line names an author: it begins like a byline, or holds nothing but a rank and a name."""
    short = passage.end - passage.start <= _SHORT and passage.text[-1:] not in ".!?"
    ranks = passage.marks("rank")
    signed = (
        len(passage.words) <= _SIGNED
        and bool(ranks)
        and ranks[0].start == passage.start
        and passage.lines[0].number > 1
    )
    return short and (signed or any(mark.start <= passage.start + 3 for mark in passage.marks("byline")))


def _inside(passage: Passage, kind: str, sentence: Span) -> list[Mark]:
    return [m for m in passage.marks(kind) if sentence.start <= m.start < sentence.end]
