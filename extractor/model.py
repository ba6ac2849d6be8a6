"""The seam: a model is anything callable that turns an Ask into an Answer. No vendor, no network, no files here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.errors import AnswerInvalid
from extractor.odds import Odds
from extractor.schemas.record import TokenUsage

Form = TypeVar("Form", bound=BaseModel)


@dataclass(frozen=True)
class Message:
    """One turn of the conversation that is sent."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Ask:
    """One question: what is sent, and the Pydantic model that the answer must fill."""

    messages: tuple[Message, ...]
    wire: type[BaseModel]
    max_tokens: int = 1500
    temperature: float = 0.0
    sample: int = 0
    document: str = field(default="", compare=False)
    """Name of the document, for messages only; it does not shape the answer."""


@dataclass(frozen=True)
class Answer:
    """The model's answer as JSON text that fits `Ask.wire`, and what it took. `seconds` is of the original call.

    `odds` says how sure the model was of each choice from a list; empty where its server doesn't tell.
    """

    content: str
    model: str
    usage: TokenUsage = field(default_factory=TokenUsage)
    finish_reason: str = "stop"
    attempts: int = 1
    seconds: float = 0.0
    cost_usd: float | None = None
    odds: Odds = field(default_factory=dict)
    cached: bool = False

    def from_cache(self) -> "Answer":
        """The same answer, marked as not asked for again."""
        return replace(self, cached=True)

    def read(self, form: type[Form]) -> Form:
        """The answer as the form that was asked for; AnswerInvalid for a recorded one that no longer fits it."""
        try:
            return form.model_validate_json(self.content)
        except ValidationError as error:
            first = error.errors()[0]["msg"]
            raise AnswerInvalid(
                f"the answer doesn't fit the schema ({first}); ask again with --cache refresh"
            ) from None


Model = Callable[[Ask], Answer]
