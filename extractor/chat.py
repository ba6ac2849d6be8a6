"""Chat(endpoint): asks a server over the OpenAI chat protocol, with openai and instructor, which only this file imports.

instructor asks again when an answer does not fit the schema: at most twice, within a budget of tokens, and not when
the same error comes back. Everything else that goes wrong becomes one error that says what to do.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import tenacity

from extractor import odds
from extractor.errors import AnswerInvalid, AnswerTruncated, ModelError, ServerBusy, ServerRefused
from extractor.model import Answer, Ask
from extractor.providers.endpoint import Endpoint
from extractor.schemas.record import TokenUsage

ATTEMPTS = 3
REASK_BUDGET = 40_000
"""Tokens of all attempts at one question together."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_BUSY = frozenset({408, 409, 429})
_ADVICE = {
    400: "the server can't take this request; is the document too long for the model?",
    401: "the key is wrong; check OPENAI_API_KEY",
    403: "this key may not use this model",
    404: "no such model or address; check --model and --base-url",
}
logging.getLogger("instructor").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Chat:
    """A model at an endpoint. Connects when first asked; safe to call from several threads."""

    endpoint: Callable[[], Endpoint]
    model: str

    @cached_property
    def _reached(self) -> Endpoint:
        return self.endpoint()

    @cached_property
    def _client(self) -> Any:
        import instructor  # noqa: PLC0415  # a second, only when the cache can't answer
        import openai  # noqa: PLC0415

        endpoint = self._reached
        loopback = urlsplit(endpoint.base_url or "").hostname in _LOOPBACK
        client = openai.OpenAI(
            base_url=endpoint.base_url,
            api_key=endpoint.api_key,
            max_retries=0,
            timeout=endpoint.timeout,
            # what stays on this machine goes through nobody's proxy
            http_client=openai.DefaultHttpxClient(trust_env=False) if loopback else None,
        )
        return instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)

    def __call__(self, ask: Ask) -> Answer:
        """The answer, valid against `ask.wire`. Raises ServerBusy, ServerRefused, AnswerTruncated or AnswerInvalid."""
        started = time.monotonic()
        attempts = _Attempts()
        client = self._client  # what goes wrong on the way to the server is not the server's
        if self._reached.prime:
            self._reached.prime(ask.messages[:-1])
        try:
            filled, completion = client.chat.completions.create_with_completion(
                messages=[{"role": m.role, "content": m.content} for m in ask.messages],
                response_model=ask.wire,
                max_retries=attempts.retrying(),
                token_budget=REASK_BUDGET,
                strict=False,
                **self._parameters(ask),
            )
        except Exception as error:  # instructor wraps every error; sorted out, or raised again, below
            raise self._translate(error, ask) from error
        usage = _usage(completion)
        return Answer(
            content=filled.model_dump_json(exclude_unset=True, by_alias=True, round_trip=True),
            model=self.model,
            usage=usage,
            finish_reason=completion.choices[0].finish_reason or "stop",
            attempts=attempts.count,
            seconds=round(time.monotonic() - started, 3),
            cost_usd=_cost(usage, self._reached.price),
            odds=_odds(completion.choices[0], ask),
        )

    def _parameters(self, ask: Ask) -> dict[str, Any]:
        endpoint = self._reached
        parameters: dict[str, Any] = {"model": endpoint.model, endpoint.completion_limit: ask.max_tokens}
        if endpoint.temperature:
            parameters |= {"temperature": ask.temperature, "seed": ask.sample}
        if endpoint.alternatives:
            parameters |= {"logprobs": True, "top_logprobs": endpoint.alternatives}
        if endpoint.compact:
            schema = ask.wire.model_json_schema() | {"x-guidance": {"whitespace_flexible": False}}
            form = {"type": "json_schema", "json_schema": {"name": ask.wire.__name__, "schema": schema}}
            parameters["extra_body"] = {"response_format": form}
        return parameters

    def _translate(self, error: Exception, ask: Ask) -> Exception:
        """The error of this package that says what went wrong, or `error` itself if it is none of a server's."""
        import openai  # noqa: PLC0415
        from instructor.core.exceptions import IncompleteOutputException, InstructorError  # noqa: PLC0415

        cause = error.__cause__ if isinstance(error, InstructorError) and error.__cause__ else error
        where = f"{self.model} at {urlsplit(self._reached.base_url or '//api.openai.com').netloc.rpartition('@')[2]}"
        if isinstance(cause, IncompleteOutputException):
            return AnswerTruncated(f"the answer was cut at {ask.max_tokens} tokens; nothing of it is used")
        if isinstance(cause, openai.APIStatusError):
            return _of_status(cause, where)
        if isinstance(cause, openai.APITimeoutError):
            return ServerBusy(f"{where} gave no answer within {self._reached.timeout:g} s")
        if isinstance(cause, openai.APIConnectionError):
            return ServerBusy(f"can't reach {where}: {_reason(cause)}; is the server running?")
        if isinstance(error, InstructorError):
            return _of_answer(error, cause)
        return error


@dataclass
class _Attempts:
    """Counts the attempts at one question and decides whether there is another."""

    count: int = 0
    last: str = ""

    def retrying(self) -> tenacity.Retrying:
        """The policy handed to instructor: only answers that don't fit are asked again."""
        return tenacity.Retrying(
            stop=self._stop, retry=tenacity.retry_if_exception(self._misfit), before=self._before, reraise=True
        )

    def _before(self, state: tenacity.RetryCallState) -> None:
        self.count = state.attempt_number

    def _misfit(self, error: BaseException) -> bool:
        from instructor.core.exceptions import ResponseParsingError  # noqa: PLC0415

        return isinstance(error, ValueError | ResponseParsingError)

    def _stop(self, state: tenacity.RetryCallState) -> bool:
        error = repr(state.outcome.exception()) if state.outcome else ""
        same, self.last = error == self.last, error
        return same or state.attempt_number >= ATTEMPTS


def _of_status(error: Any, where: str) -> ModelError:
    status = error.status_code
    said = " ".join(str(getattr(error, "message", error)).split())[:200]
    quota = getattr(error, "code", None) == "insufficient_quota"
    if (status in _BUSY or status >= 500) and not quota:  # HTTP's own numbers
        return ServerBusy(f"{where} answered {status}: {said}", _retry_after(error))
    advice = "the account has no credit left" if quota else _ADVICE.get(status, "the server won't answer this")
    return ServerRefused(f"{where} answered {status}: {advice} ({said})")


def _retry_after(error: Any) -> float | None:
    try:
        return max(0.0, float(error.response.headers["retry-after"]))
    except (KeyError, ValueError, AttributeError):
        return None


def _reason(error: Any) -> str:
    return str(error.__cause__ or error).strip() or type(error).__name__


def _of_answer(error: Any, cause: BaseException) -> ModelError:
    choices = getattr(getattr(error, "last_completion", None), "choices", None) or []
    refusal = getattr(choices[0].message, "refusal", None) if choices else None
    if refusal:
        return ServerRefused(f"the model refused: {' '.join(refusal.split())[:200]}")
    problem = " ".join(str(cause).split())[:200]
    tries = getattr(error, "n_attempts", 1)
    return AnswerInvalid(f"no valid answer after {tries} attempt{'s' * (tries != 1)}: {problem}")


def _odds(choice: Any, ask: Ask) -> odds.Odds:
    """How sure the model was of its choices, where the server tells."""
    told = getattr(getattr(choice, "logprobs", None), "content", None)
    tokens = [
        odds.Token(bytes(token.bytes or ()), [(bytes(o.bytes or ()), o.logprob) for o in token.top_logprobs])
        for token in told or ()
    ]
    return odds.of(choice.message.content or "", tokens, ask.wire.model_json_schema()) if tokens else {}


def _usage(completion: Any) -> TokenUsage:
    """Tokens of all attempts: instructor adds them up in the last completion."""
    usage = completion.usage
    if usage is None:
        return TokenUsage()
    cached = getattr(usage.prompt_tokens_details, "cached_tokens", None) or 0
    return TokenUsage(
        prompt_tokens=usage.prompt_tokens, cached_tokens=cached, completion_tokens=usage.completion_tokens
    )


def _cost(usage: TokenUsage, price: tuple[float, float] | None) -> float | None:
    if price is None:
        return None
    return round((usage.prompt_tokens * price[0] + usage.completion_tokens * price[1]) / 1e6, 6)
