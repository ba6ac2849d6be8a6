"""Waiting for busy servers, and for nothing else."""

import pytest
from pydantic import BaseModel

from extractor import retry
from extractor.errors import AnswerTruncated, ModelError, ServerBusy, ServerRefused
from extractor.model import Ask, Message
from extractor.retry import Retried
from tests.conftest import Scripted


class Fact(BaseModel):
    fact: str


ASK = Ask((Message("user", "x"),), Fact)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that would have been waited, without waiting them."""
    waited: list[float] = []
    monkeypatch.setattr("tenacity.nap.time.sleep", waited.append)
    return waited


def test_busy_server_is_asked_again(scripted: Scripted, waits: list[float]) -> None:
    """After two busy answers the third is used."""
    scripted.queue.extend([ServerBusy("a"), ServerBusy("b"), '{"fact":"c"}'])

    assert Retried(scripted)(ASK).content == '{"fact":"c"}'
    assert len(waits) == 2


def test_waits_grow_and_stay_bounded(scripted: Scripted, waits: list[float]) -> None:
    """Waits are never longer than the bound, and the attempts are finite; the last error is the one raised."""
    scripted.queue.extend([ServerBusy(str(n)) for n in range(retry.ATTEMPTS)])
    with pytest.raises(ServerBusy, match=str(retry.ATTEMPTS - 1)):
        Retried(scripted)(ASK)

    assert len(waits) == retry.ATTEMPTS - 1
    assert max(waits) <= retry.LONGEST_WAIT


@pytest.mark.parametrize(("asked", "waited"), [(7.0, 7.0), (0.0, 0.0), (3600.0, retry.LONGEST_WAIT)])
def test_retry_after_is_honoured(scripted: Scripted, waits: list[float], asked: float, waited: float) -> None:
    """The server's own wish counts, up to the bound."""
    scripted.queue.extend([ServerBusy("a", retry_after=asked), '{"fact":"c"}'])
    Retried(scripted)(ASK)

    assert waits == [waited]


@pytest.mark.parametrize("error", [ServerRefused("no"), AnswerTruncated("cut"), ModelError("other"), ValueError("bug")])
def test_nothing_else_is_retried(scripted: Scripted, waits: list[float], error: Exception) -> None:
    """Any other error is raised at once."""
    scripted.queue.append(error)
    with pytest.raises(type(error)):
        Retried(scripted)(ASK)

    assert waits == []
