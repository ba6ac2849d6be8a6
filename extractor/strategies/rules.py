"""No question at all: what code finds by itself. The baseline that a model has to beat."""

from extractor.document import Document
from extractor.finders import compose
from extractor.finders.found import Found
from extractor.schemas.defence.wire import WireArticle
from extractor.task import Reading, Task


def read(document: Document, task: Task) -> Reading:
    """The scenes that code finds, composed to events; the task's model is not asked."""
    task.only_for(WireArticle)
    found = Found(document)
    return Reading(WireArticle, [compose.article(found, found.scenes)], [], ())
