"""One short question: what is the news, who acts? Code finds everything else around the lines that tell it.

Only the sentences that can matter go out, so that reading is short; the answer is some fifty tokens.
"""

from extractor.document import Document, Line
from extractor.finders import compose
from extractor.finders.found import Found
from extractor.finders.merge import merge
from extractor.model import Ask
from extractor.prompt import tokens
from extractor.schemas.defence.sightings import News
from extractor.schemas.defence.wire import WireArticle
from extractor.task import Reading, Task

LONGEST_ANSWER = 300
"""Tokens: one sighting with eight countries and six people."""
HEAD = 8
"""Lines that are always sent: the headline and the first sentences."""


def read(document: Document, task: Task) -> Reading:
    """The model's sighting and code's scenes, merged and composed to events."""
    task.only_for(WireArticle)
    found = Found(document)
    room = task.window - LONGEST_ANSWER - sum(tokens(m.content) + 8 for m in task.prompt.messages(document, ()))
    lines = telling(found, room)
    answer = task.model(Ask(task.prompt.messages(document, lines), News, LONGEST_ANSWER, document=document.path))
    return Reading(News, [compose.article(found, merge(found, answer.read(News).event))], [answer])


def telling(found: Found, room: int) -> list[Line]:
    """The lines that can tell of an event: the first ones, and those with a cue and a country, a date or a person; as many as fit."""
    named = {number for person in found.people for number in person.lines}
    chosen, used = [], 0
    for line, told in zip(found.document.sent, found.told, strict=True):
        cost = tokens(found.document.words(line)) + 4
        tells = bool(told.kinds) and bool(told.codes or told.dates or line.number in named)
        if (line.number <= HEAD or tells) and used + cost <= room:
            chosen.append(line)
            used += cost
    return chosen
