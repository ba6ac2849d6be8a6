"""The workers: requests before jobs, a bounded queue, and a worker back when a document takes too long."""

import json
import statistics
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from extractor.errors import DocumentError
from extractor.extract import failed
from extractor.service.answering import Outcome, Upload, answer, too_slow, uploads
from extractor.service.backlog import Backlog, Place
from extractor.service.database import Database
from extractor.service.jobs_store import JobsStore
from extractor.service.workers import Hooks, Piece, QueueFull, Stopping, Workers
from extractor.task import Task
from tests.chat_server import ChatServer, Reply, serve
from tests.service_process import FREELY, MEETING, REPLAY, TBILISI, Running, serving


@pytest.fixture(scope="module")
def task() -> Task:
    """A task that asks nobody."""
    from extractor import build, settings

    return build.task(settings.load(prompt="defence/rules", cache="off"))


class Crew:
    """Workers whose work is a list of what they did, held back by a gate."""

    def __init__(self, folder: Path, task: Task, *, queue: int = 2, timeout: float = 60.0) -> None:
        self.store = JobsStore(Database(folder / "data"))
        self.backlog = Backlog(self.store)
        self.task, self.gate, self.end = task, threading.Event(), threading.Event()
        self.order: list[bytes] = []
        self.seen: list[str | None] = []
        hooks = Hooks(self.work, lambda upload: too_slow(upload, task, timeout), self.keep, self.tell, lambda: True)
        self.workers = Workers(hooks, self.backlog, 1, queue, timeout)

    def work(self, upload: Upload) -> Outcome:
        self.order.append(upload.content)
        if upload.content == b"endless":
            self.end.wait(30)
        self.gate.wait(10)
        error = DocumentError("no", "empty")
        return Outcome(failed(upload.name, error, self.task, upload.doc_id), None, error)

    def keep(self, place: Place, outcome: Outcome) -> None:
        self.store.save(place.job, place.position, outcome.record.model_dump_json(), failed=True)

    def tell(self, piece: Piece, outcome: Outcome, waited: float, worked: float) -> None:
        self.seen.append(outcome.record.failure.kind if outcome.record.failure else None)

    def submit(self, content: bytes) -> Piece:
        return self.workers.submit(Upload("a", "a", content))


def until(condition: object) -> None:
    """Wait until something is true."""
    end = time.monotonic() + 10
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.01)


def test_requests_come_before_jobs(tmp_path: Path, task: Task) -> None:
    """A request that comes while jobs wait is next; what waits when the service stops is told, what runs is finished."""
    crew = Crew(tmp_path, task)
    crew.backlog.add(crew.store.add("", uploads([(None, b"job 1"), (None, b"job 2")]))[0].id)
    crew.workers.start()
    until(lambda: crew.order)
    first, second = crew.submit(b"request 1"), crew.submit(b"request 2")
    crew.gate.set()
    first.future.result(10)
    second.future.result(10)
    until(lambda: crew.store.waiting() == 0)
    crew.workers.stop(5)

    assert crew.order == [b"job 1", b"request 1", b"request 2", b"job 2"]
    assert crew.workers.busy() == 0
    with pytest.raises(Stopping):
        crew.submit(b"late")


def test_queue_is_bounded(tmp_path: Path, task: Task) -> None:
    """No more requests wait than may; one that nobody waits for makes room; stopping tells those that are left."""
    crew = Crew(tmp_path, task, queue=2)
    crew.workers.start()
    crew.submit(b"1")
    until(lambda: crew.order)
    second, third = crew.submit(b"2"), crew.submit(b"3")
    with pytest.raises(QueueFull):
        crew.submit(b"4")
    crew.workers.drop(second)
    crew.submit(b"5")
    crew.workers.close()

    assert isinstance(third.future.exception(5), Stopping)
    crew.gate.set()
    crew.workers.stop(5)
    assert crew.order == [b"1"]


def test_endless_work_is_given_up(tmp_path: Path, task: Task) -> None:
    """A document that doesn't end is answered as too slow and the next one is done; when it ends, so does its thread."""
    crew = Crew(tmp_path, task, timeout=0.3)
    crew.gate.set()
    crew.workers.start()
    slow, quick = crew.submit(b"endless"), crew.submit(b"quick")

    assert getattr(slow.future.result(10).error, "kind", "") == "timeout"
    assert getattr(quick.future.result(10).error, "kind", "") == "empty"
    crew.end.set()
    until(lambda: sum(thread.name == "worker" for thread in threading.enumerate()) == 1)
    until(lambda: len(crew.seen) == 2)
    assert crew.seen == ["timeout", "empty"]
    crew.workers.stop(5)


def test_fault_is_a_failed_record(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours in one document is a failed record that doesn't quote it."""

    def broken(*_: object) -> None:
        raise ValueError("marmalade")

    monkeypatch.setattr("extractor.service.answering.extract", broken)
    outcome = answer(Upload("a", "a", b"Text."), task, 100)

    assert outcome.record.failure
    assert outcome.record.failure.kind == "internal"
    assert "marmalade" not in outcome.record.failure.message


@pytest.fixture
def slow() -> Iterator[tuple[ChatServer, list[str]]]:
    """A server of a model that answers nothing yet, and the arguments that name it."""
    with serve() as server:
        yield server, ["--model", "openai:m", "--base-url", server.url, "--cache", "off", "--workers", "1"]


@pytest.mark.enable_socket
def test_slow_model(tmp_path: Path, slow: tuple[ChatServer, list[str]]) -> None:
    """While a model is slow: the one under way gets 504, those that can't wait 429 with Retry-After; then all goes on."""
    server, arguments = slow
    limits = {"EXTRACTOR_SERVICE_TIMEOUT": "4", "EXTRACTOR_SERVICE_QUEUE": "1"}
    empty = json.dumps({"cited_source": None, "events": []})
    server.replies.extend([Reply(content=empty), Reply(content=empty, delay=7), *[Reply(content=empty)] * 3])
    with serving(tmp_path, *arguments, **FREELY, **limits) as found, ThreadPoolExecutor(6) as pool:
        client = found.client()
        client.post("/v1/extract", json={"text": TBILISI})  # from now on the model's client is in memory

        def ask(number: int) -> httpx2.Response:
            return client.post("/v1/extract", json={"text": MEETING.format(number)})

        first = pool.submit(ask, 1)
        until(lambda: len(server.requests) == 2)  # the slow answer is its own
        others = list(pool.map(ask, range(2, 7)))
        answers = [first.result(), *others]
        statuses = [each.status_code for each in answers]
        later = client.post("/v1/extract", json={"text": MEETING.format(9)})

        assert (statuses[0], answers[0].json()["kind"]) == (504, "timeout")
        assert 429 in statuses
        assert set(statuses) <= {200, 429, 504}  # the one that waited may have waited too long
        assert all(int(each.headers["Retry-After"]) >= 1 for each in answers if each.status_code == 429)
        assert later.status_code == 200
        assert 'extractor_failures_total{kind="timeout"}' in client.get("/metrics").text


@pytest.mark.enable_socket
def test_stop_in_the_middle(tmp_path: Path, slow: tuple[ChatServer, list[str]]) -> None:
    """Told to stop while a model is slow: who waits is told 503 before the time to finish is over, and the process ends."""
    server, arguments = slow
    server.replies.append(Reply(status=500, delay=6))
    with serving(tmp_path, *arguments, **FREELY, EXTRACTOR_SERVICE_GRACE="3") as found, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(found.client().post, "/v1/extract", json={"text": TBILISI})
        until(lambda: server.requests)
        found.process.terminate()
        started = time.monotonic()
        answer = asked.result(10)
        found.end()

    assert (answer.status_code, answer.json()["kind"]) == (503, "stopping")
    assert time.monotonic() - started < 6


@pytest.mark.enable_socket
def test_failing_model(tmp_path: Path, slow: tuple[ChatServer, list[str]]) -> None:
    """A model that refuses is 502 for a request, and a failed record of a job."""
    server, arguments = slow
    server.replies.extend([Reply(status=400), Reply(status=400)])
    with serving(tmp_path, *arguments, **FREELY) as found:
        client = found.client()
        refused = client.post("/v1/extract", json={"text": TBILISI})
        job = client.post("/v1/jobs", json={"documents": [{"text": TBILISI}]}).json()
        until(lambda: client.get(job["links"]["self"]).json()["status"] == "done")
        record = json.loads(client.get(job["links"]["results"]).text)

    assert (refused.status_code, refused.json()["kind"]) == (502, "server_refused")
    assert (record["status"], record["failure"]["kind"]) == ("failed", "server_refused")


def load(found: Running, clients: int, each: int) -> tuple[list[int], list[float]]:
    """Statuses and seconds of the requests of many clients at once."""

    def one(_: int) -> list[tuple[int, float]]:
        seen = []
        with httpx2.Client(base_url=found.url, trust_env=False, timeout=60) as client:
            for _ in range(each):
                started = time.monotonic()
                status = client.post("/v1/extract", json={"text": TBILISI}).status_code
                seen.append((status, time.monotonic() - started))
        return seen

    with ThreadPoolExecutor(clients) as pool:
        rows = [row for rows in pool.map(one, range(clients)) for row in rows]
    return [status for status, _ in rows], [seconds for _, seconds in rows]


@pytest.mark.enable_socket
def test_many_clients(tmp_path: Path) -> None:
    """32 clients at once find room and are all answered; of 96, those beyond the queue get 429, and nothing breaks."""
    with serving(tmp_path, *REPLAY, **FREELY, EXTRACTOR_SERVICE_QUEUE="32") as found:
        roomy, seconds = load(found, 32, 2)
        crowded, _ = load(found, 96, 1)
        after = found.client().post("/v1/extract", json={"text": TBILISI}).status_code

    assert set(roomy) == {200}
    assert statistics.median(seconds) < 20
    assert set(crowded) == {200, 429}
    assert after == 200
