"""Cached(model): answers are recorded once and replayed for ever; the key is everything that shapes an answer."""

import hashlib
import json
import threading
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from extractor.errors import AnswerInvalid, AnswerTruncated, ModelError, ReplayMiss
from extractor.model import Answer, Ask, Model
from extractor.schemas.record import TokenUsage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.settings import CacheMode


_FAILURES: dict[str, type[ModelError]] = {error.kind: error for error in (AnswerTruncated, AnswerInvalid)}
"""Failures that are the model's: it would fail alike if asked again."""


class Store(Protocol):
    """Where answers are kept: text by key. `keeps_failures` for a recording of all that happened."""

    keeps_failures: ClassVar[bool]

    def get(self, key: str) -> str | None:
        """The value, or None."""

    def set(self, key: str, value: str) -> None:
        """Keep the value."""


def parts(ask: Ask, model: str) -> dict[str, str]:
    """Digests of what shapes an answer, by name: to make a key of, and to say what differs when a replay misses."""
    prompt = [(message.role, message.content) for message in ask.messages[:-1]]
    return {
        "model": model,
        "prompt": _digest(prompt),
        "document": _digest(ask.messages[-1].content),
        "schema": _digest(ask.wire.model_json_schema()),
        "sampling": _digest([ask.max_tokens, ask.temperature, ask.sample]),
    }


def key_of(named: dict[str, str]) -> str:
    """SHA-256 over the parts, in hexadecimal. No API key is among them."""
    return _digest(named)


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _answer(text: str) -> Answer:
    data = json.loads(text)
    data.pop("parts", None)
    if failure := data.get("failure"):
        raise _FAILURES[failure["kind"]](failure["message"])
    content = json.dumps(data["content"], ensure_ascii=False, separators=(",", ":"))
    return Answer(**{**data, "content": content, "usage": TokenUsage(**data["usage"])}).from_cache()


def _value(named: dict[str, str], answer: Answer) -> str:
    """What is stored: the digests of what was asked, and the answer as plain data."""
    plain = asdict(answer) | {"content": json.loads(answer.content), "usage": answer.usage.model_dump()}
    return json.dumps({"parts": named, **plain}, ensure_ascii=False)


def _failure(named: dict[str, str], error: ModelError) -> str:
    """What is stored of a question that got no usable answer, so that a replay of the recording fails alike."""
    empty = {"content": None, "usage": TokenUsage().model_dump()}
    return json.dumps({"parts": named, **empty, "failure": {"kind": error.kind, "message": str(error)}})


def _miss(ask: Ask, named: dict[str, str], store: Store) -> str:
    """Which document has no recorded answer and, where the store can tell, what differs from the nearest one."""
    rows: list[dict[str, Any]] = getattr(store, "rows", list)()
    known = [row["value"]["parts"] for row in rows]
    same_document = [p for p in known if p["document"] == named["document"]]
    nearest = max(same_document, key=lambda p: sum(p[k] == named[k] for k in named), default=None)
    if nearest:
        differ = ", ".join(name for name in named if nearest[name] != named[name])
        hint = f"another {differ} was recorded for it"
    else:
        hint = "nothing was recorded for this text"
    return f"{ask.document or 'document'}: no recorded answer to replay; {hint}. Run it once with --cache auto"


@dataclass
class Cached:
    """A model whose answers are kept in a store under `identity`, the name that shapes the answer (weights' digest).

    Modes: `auto` asks on a miss; `refresh` always asks and keeps the new answer; `replay` never asks and raises
    ReplayMiss; `off` neither reads nor writes. Two threads with the same question ask once (single flight).
    """

    model: Model
    store: Store
    identity: str
    mode: "CacheMode" = "auto"
    _flights: dict[str, threading.Lock] = field(default_factory=dict, repr=False)
    _guard: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def __call__(self, ask: Ask) -> Answer:
        """The recorded answer, or a new one that is recorded."""
        if self.mode == "off":
            return self.model(ask)
        named = parts(ask, self.identity)
        key = key_of(named)
        with self._flight(key):
            if self.mode != "refresh" and (text := self.store.get(key)) is not None:
                return _answer(text)
            if self.mode == "replay":
                raise ReplayMiss(_miss(ask, named, self.store))
            try:
                answer = self.model(ask)
            except (AnswerTruncated, AnswerInvalid) as error:
                if self.store.keeps_failures:
                    self.store.set(key, _failure(named, error))
                raise
            self.store.set(key, _value(named, answer))
            return answer

    @contextmanager
    def _flight(self, key: str) -> "Iterator[None]":
        with self._guard:
            lock = self._flights.setdefault(key, threading.Lock())
        with lock:
            yield
        with self._guard:
            self._flights.pop(key, None)
