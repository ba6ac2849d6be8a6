"""One short question: what is the news, who acts? Code finds everything else around the lines that tell it.

Only the beginning of the article goes out, so that reading is short; the answer is some fifty tokens.
"""

from collections.abc import Sequence

from extractor.document import Document, Line
from extractor.finders import compose
from extractor.finders.events.scenes import Scene
from extractor.finders.found import Found
from extractor.finders.merge import merge
from extractor.model import Answer, Ask
from extractor.prompt import tokens
from extractor.schemas.defence.sightings import News
from extractor.schemas.defence.wire import WireArticle
from extractor.strategies import weigh
from extractor.task import Reading, Task

LONGEST_ANSWER = 400
"""Tokens: one sighting with eight countries and six people."""
BEGINNING = 550
"""Tokens of the article that are sent: the news is in the first sentences, and reading is most of the time."""


def read(document: Document, task: Task) -> Reading:
    """The model's sighting and code's scenes, merged and composed to events."""
    task.only_for(WireArticle)
    found, scenes, answer, lines = seen(document, task)
    return Reading(News, [compose.article(found, scenes)], [answer], lines)


def seen(document: Document, task: Task) -> tuple[Found, Sequence[Scene], Answer, list[Line]]:
    """What code finds, the scenes in which the model's answer is, the answer, and the lines that were sent."""
    found = Found(document)
    lines = beginning(document, BEGINNING)
    answer = task.model(Ask(task.prompt.messages(document, lines), News, LONGEST_ANSWER, document=document.path))
    news = answer.read(News).event
    if news:
        likely = weigh.kind(news.event_type, answer.odds.get("/event/event_type", {}), task.name)
        news = news.model_copy(update={"event_type": likely})
    return found, merge(found, news), answer, lines


def beginning(document: Document, room: int) -> list[Line]:
    """The lines of the headline and the first sentences, where the news is told: at least one, at most `room` tokens."""
    chosen: list[Line] = []
    used = 0
    for line in document.sent:
        used += tokens(document.words(line)) + 4
        if chosen and used > room:
            break
        chosen.append(line)
    return chosen
