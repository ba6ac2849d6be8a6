"""Asking a server: a real HTTP server answers, through openai and instructor as in production."""

import pytest
from pydantic import BaseModel, ConfigDict

from extractor.chat import Chat
from extractor.errors import AnswerInvalid, AnswerTruncated, ModelError, ServerBusy, ServerRefused
from extractor.model import Ask, Message
from extractor.providers.endpoint import Endpoint
from tests.chat_server import ChatServer, Reply, serve


class Pair(BaseModel):
    model_config = ConfigDict(extra="forbid")

    city: str
    count: int


ASK = Ask((Message("system", "Fill it."), Message("user", "1| Two ships in Split")), Pair, max_tokens=50)
GOOD = '{"city":"Split","count":2}'


def chat(server: ChatServer, **options: object) -> Chat:
    endpoint = Endpoint(server.url, "secret", "m", timeout=5.0, price=(1.0, 2.0))
    return Chat(lambda: Endpoint(**{**endpoint.__dict__, **options}), "openai:m")


def test_answer_is_read() -> None:
    """A valid answer comes back as JSON with its usage and its cost."""
    with serve(Reply(GOOD)) as server:
        answer = chat(server)(ASK)

    assert answer.content == GOOD
    assert (answer.usage.prompt_tokens, answer.usage.cached_tokens, answer.usage.completion_tokens) == (100, 60, 20)
    assert answer.cost_usd == pytest.approx((100 * 1.0 + 20 * 2.0) / 1e6)
    assert answer.attempts == 1


def test_what_is_sent() -> None:
    """The schema, the bound, the temperature and the key are sent; the messages arrive as they are."""
    with serve(Reply(GOOD)) as server:
        chat(server)(ASK)

    (request,) = server.requests
    assert request["messages"][1]["content"] == "1| Two ships in Split"
    assert request["response_format"]["json_schema"]["schema"]["properties"].keys() == {"city", "count"}
    assert (request["max_tokens"], request["temperature"]) == (50, 0.0)
    assert server.keys == ["Bearer secret"]


def test_template_signs_are_text() -> None:
    """Braces, percent signs and dollars in an article are sent as they are."""
    wild = "{{x}} {% if y %} ${z} {{"
    with serve(Reply(GOOD)) as server:
        chat(server)(Ask((Message("user", wild),), Pair))

    assert server.requests[0]["messages"][0]["content"] == wild


def test_compact_hint_only_where_taken() -> None:
    """The embedded engine is told to write JSON without white space; other servers never see the hint."""
    with serve(Reply(GOOD), Reply(GOOD)) as server:
        chat(server, compact=True)(ASK)
        chat(server)(ASK)

    schemas = [request["response_format"]["json_schema"]["schema"] for request in server.requests]
    assert ["x-guidance" in schema for schema in schemas] == [True, False]


def test_reasoning_models_get_no_temperature() -> None:
    """A model that doesn't let the temperature be set isn't sent one, and its own name for the bound is used."""
    with serve(Reply(GOOD)) as server:
        chat(server, temperature=False, completion_limit="max_completion_tokens")(ASK)

    assert "temperature" not in server.requests[0]
    assert server.requests[0]["max_completion_tokens"] == 50


def test_misfit_is_asked_again() -> None:
    """An answer that doesn't fit is asked again with the error, and the attempts and tokens are counted."""
    with serve(Reply('{"city":"Split"}'), Reply(GOOD)) as server:
        answer = chat(server)(ASK)

    assert answer.attempts == 2
    assert answer.usage.completion_tokens == 40
    assert "count" in str(server.requests[1]["messages"])


def test_same_error_twice_ends() -> None:
    """The same error twice in a row isn't asked a third time."""
    with serve(*[Reply('{"city":"Split"}')] * 3) as server:
        with pytest.raises(AnswerInvalid, match="no valid answer after 2 attempts"):
            chat(server)(ASK)

        assert len(server.requests) == 2


@pytest.mark.parametrize("nonsense", ["", "Sure! Here you go", "[1, 2", "null"])
def test_nonsense_is_invalid(nonsense: str) -> None:
    """An answer that is no JSON object is an invalid answer, after a second try."""
    with serve(*[Reply(nonsense)] * 3) as server, pytest.raises(AnswerInvalid):
        chat(server)(ASK)


def test_cut_answer() -> None:
    """An answer cut at the limit is a failure at once, and says at what limit."""
    with serve(Reply('{"city":"Spl', finish_reason="length"), Reply(GOOD)) as server:
        with pytest.raises(AnswerTruncated, match="50 tokens"):
            chat(server)(ASK)

        assert len(server.requests) == 1


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503])
def test_busy(status: int) -> None:
    """Busy servers raise ServerBusy after one call: waiting is not this module's business."""
    with serve(Reply(status=status), Reply(GOOD)) as server:
        with pytest.raises(ServerBusy, match=str(status)):
            chat(server)(ASK)

        assert len(server.requests) == 1


def test_retry_after_is_read() -> None:
    """The seconds that a busy server asks for come with the error."""
    with serve(Reply(status=429, headers={"Retry-After": "7"})) as server, pytest.raises(ServerBusy) as caught:
        chat(server)(ASK)

    assert caught.value.retry_after == 7.0


@pytest.mark.parametrize(
    ("status", "advice"), [(400, "too long"), (401, "OPENAI_API_KEY"), (403, "may not use"), (404, "--model")]
)
def test_refused(status: int, advice: str) -> None:
    """A refusing server raises ServerRefused, with what to do, and isn't asked again."""
    with serve(Reply(status=status), Reply(GOOD)) as server:
        with pytest.raises(ServerRefused, match=advice):
            chat(server)(ASK)

        assert len(server.requests) == 1


def test_no_credit_is_no_reason_to_wait() -> None:
    """A 429 for want of credit is a refusal, not a busy server."""
    broke = {"message": "quota", "code": "insufficient_quota"}
    with serve(Reply(status=429, error=broke)) as server, pytest.raises(ServerRefused, match="credit"):
        chat(server)(ASK)


def test_refusal_of_the_model() -> None:
    """A model that refuses is named as such, not as an invalid answer."""
    with (
        serve(*[Reply(None, refusal="I can't help with that")] * 3) as server,
        pytest.raises(ServerRefused, match="can't help"),
    ):
        chat(server)(ASK)


def test_timeout() -> None:
    """A server that doesn't answer in time is busy, and the message says how long it had."""
    with serve(Reply(GOOD, delay=1.0)) as server, pytest.raises(ServerBusy, match="within 0.2 s"):
        chat(server, timeout=0.2)(ASK)


def test_nobody_there() -> None:
    """An address where nobody listens says so and asks whether the server is running."""
    with serve() as server:
        nobody = server.url
    with pytest.raises(ServerBusy, match="is the server running"):
        Chat(lambda: Endpoint(nobody, "k", "m", timeout=2.0), "ollama:m")(ASK)


def test_no_secret_in_errors() -> None:
    """The key never stands in an error."""
    with serve(Reply(status=401, error={"message": "wrong key"})) as server, pytest.raises(ModelError) as caught:
        chat(server)(ASK)

    assert "secret" not in str(caught.value)


def test_loopback_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment never sees what stays on this machine."""
    with serve(Reply(GOOD)) as server, serve(Reply(status=500)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
        chat(server)(ASK)

    assert (len(server.requests), proxy.requests) == (1, [])
