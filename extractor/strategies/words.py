"""The usual way, for comparison: the text as it is, one sentence and the JSON Schema; codes and quotes in words come back."""

import json

from extractor.document import Document
from extractor.errors import DocumentError
from extractor.grounding import Grounding
from extractor.model import Ask, Message
from extractor.prompt import tokens
from extractor.schemas.defence.wire import WireArticle, WireEvent
from extractor.schemas.defence.words import ArticleInWords, Event
from extractor.task import LONGEST_ANSWER, Reading, Task


def read(document: Document, task: Task) -> Reading:
    """One question, whatever the length; quotes are looked up, so that they become line numbers like any evidence."""
    task.only_for(WireArticle)
    schema = json.dumps(ArticleInWords.model_json_schema(), separators=(",", ":"))
    messages = (Message("system", f"{task.prompt.system}\n\n{schema}"), Message("user", document.text))
    if sum(tokens(message.content) for message in messages) + LONGEST_ANSWER > task.window:
        raise DocumentError(f"{document.path}: does not fit the model's window of {task.window} tokens", "too_long")
    answer = task.model(Ask(messages, ArticleInWords, LONGEST_ANSWER, document=document.path))
    grounding = Grounding(document)
    article = answer.read(ArticleInWords)
    events = [_numbered(event, grounding) for event in article.events]
    filled = WireArticle.model_construct(cited_source=article.cited_source, events=events)
    return Reading(ArticleInWords, [filled], [answer])


def _numbered(event: Event, grounding: Grounding) -> WireEvent:
    """The event in the form that assembling reads, unbounded: the lines in which its quotes begin are its evidence."""
    places = [grounding.find(quote).start for quote in event.evidence]
    lines = [line.number for line in grounding.document.sent for at in places if at and line.start <= at < line.end]
    return WireEvent.model_construct(**{**dict(event), "evidence": lines})
