"""What to do with every document of a run, and what comes back from the model for one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from extractor.document import Document, Line
from extractor.errors import UsageError
from extractor.model import Answer, Model
from extractor.prompt import Prompt
from extractor.schemas import Schema

LONGEST_ANSWER = 1500
"""Tokens: four events with all they hold; an answer that needs more is cut, and a cut answer is a failure."""


@dataclass(frozen=True)
class Task:
    """What to extract, how to ask for it, whom to ask.

    `name` is the model as provider:model, `window` how many tokens it reads and writes at once.
    """

    schema: Schema
    prompt: Prompt
    model: Model
    name: str
    window: int
    keep_unsupported: bool = False

    def only_for(self, wire: type[BaseModel]) -> None:
        """UsageError unless the schema is the one that the prompt's strategy was written for."""
        if self.schema.wire is not wire:
            raise UsageError(
                f"prompt {self.prompt.name!r} asks for {wire.__name__}; it can't fill {self.schema.name!r}"
            )


@dataclass(frozen=True)
class Reading:
    """What the model made of one document: the form it was asked to fill, what to assemble, the answers it is from.

    `sent` are the lines that went out; all lines that aren't chrome unless a strategy sends fewer.
    """

    form: type[BaseModel]
    filled: Sequence[BaseModel]
    answers: Sequence[Answer]
    sent: Sequence[Line] | None = None


Strategy = Callable[[Document, Task], Reading]
"""How a document is asked about. Raises ModelError if the model gives no usable answer, ReplayMiss if none is recorded."""
