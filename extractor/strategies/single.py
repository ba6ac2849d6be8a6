"""One question a part of the document: numbered lines go out, the schema's wire form comes back."""

from extractor.document import Document
from extractor.model import Ask
from extractor.prompt import parts
from extractor.task import LONGEST_ANSWER, Reading, Task


def read(document: Document, task: Task) -> Reading:
    """The lines that aren't chrome, numbered, in as many parts as the model's window needs."""
    asks = [
        Ask(task.prompt.messages(document, lines), task.schema.wire, LONGEST_ANSWER, document=document.path)
        for lines in parts(task.prompt, document, task.window, LONGEST_ANSWER)
    ]
    answers = [task.model(ask) for ask in asks]
    return Reading(task.schema.wire, [answer.read(task.schema.wire) for answer in answers], answers)
