"""The seam: a model is anything callable that turns an Ask into an Answer. No vendor, no network, no files here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from pydantic import BaseModel

from extractor.schemas.record import TokenUsage


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
    """The model's answer as JSON text that fits `Ask.wire`, and what it took. `seconds` is of the original call."""

    content: str
    model: str
    usage: TokenUsage = field(default_factory=TokenUsage)
    finish_reason: str = "stop"
    attempts: int = 1
    seconds: float = 0.0
    cost_usd: float | None = None
    cached: bool = False

    def from_cache(self) -> "Answer":
        """The same answer, marked as not asked for again."""
        return replace(self, cached=True)


Model = Callable[[Ask], Answer]
