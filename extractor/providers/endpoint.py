"""Where a model answers: every provider ends in an address that speaks the OpenAI chat protocol."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.model import Message
from extractor.progress import Progress
from extractor.settings import Settings


@dataclass(frozen=True)
class Endpoint:
    """An address and what its server needs to be told.

    `price` is USD per million (prompt, completion) tokens, None if nobody knows; `window` in tokens.
    """

    base_url: str | None
    api_key: str
    model: str
    timeout: float
    price: tuple[float, float] | None = None
    compact: bool = False
    """The server takes llguidance's hint that JSON be written without white space."""
    alternatives: int = 0
    """Tokens beside each one of an answer that the server is asked to tell, with their log-probabilities."""
    completion_limit: str = "max_tokens"
    """The server's name for the bound on the answer."""
    temperature: bool = True
    """Whether the model lets a temperature be set; OpenAI's reasoning models don't."""
    prime: Callable[[Sequence[Message]], None] | None = None
    """Has the engine read the messages that stand before every document of a run."""


@dataclass(frozen=True)
class Provider:
    """Who answers: how its models are identified in cache keys, how to reach one, and how much it reads at once."""

    identity: Callable[[str, Settings], str]
    connect: Callable[[str, Settings, Progress], Endpoint]
    window: int
    local: bool = False
