"""Jobs outlive everything: kill -9, SIGTERM, a full disk; every document has its record once."""

import json
import sqlite3
import time
from pathlib import Path

import httpx2
import pytest

from extractor.service.answering import Upload, uploads
from extractor.service.backlog import Backlog, Place
from extractor.service.database import Database
from extractor.service.jobs_store import IdempotencyConflict, JobsStore
from tests.service_process import FREELY, MEETING, RULES, Running, finished, serving, start

DOCUMENTS = [
    {"text": MEETING.format(day % 28 + 1) + f" It was talk {day}.", "name": f"{day:03}.txt"} for day in range(40)
]


def wait_for(client: httpx2.Client, at: str, done: int) -> None:
    """Wait until so many documents are done."""
    until = time.monotonic() + 30
    while client.get(at).json()["done"] < done:
        assert time.monotonic() < until
        time.sleep(0.01)


def records(client: httpx2.Client, at: str) -> list[dict[str, object]]:
    """The records of a job."""
    return [json.loads(line) for line in client.get(f"{at}/results").text.splitlines()]


@pytest.mark.enable_socket
def test_kill_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    """Killed with -9 twice in the middle, started again: all records are there once, in order; those done stay as they were."""
    running: Running = start(tmp_path, *RULES, **FREELY)
    at = running.client().post("/v1/jobs", json={"documents": DOCUMENTS}).json()["links"]["self"]
    wait_for(running.client(), at, 3)
    before = records(running.client(), at)
    running.kill()
    running = start(tmp_path, *RULES, **FREELY)
    kept = records(running.client(), at)
    wait_for(running.client(), at, len(kept) + 3)
    running.kill()
    with serving(tmp_path, *RULES, **FREELY) as running:
        job = finished(running.client(), at.rpartition("/")[2])
        after = records(running.client(), at)

    assert kept[: len(before)] == before
    assert after[: len(kept)] == kept
    assert [record["doc_id"] for record in after] == [f"{day:03}" for day in range(40)]
    assert {record["status"] for record in after} == {"events"}
    assert (job["done"], job["failed"]) == (40, 0)


@pytest.mark.enable_socket
def test_stop_ends_streams_and_goes_on_later(tmp_path: Path) -> None:
    """SIGTERM ends within a moment though somebody watches; the job goes on after the next start."""
    running = start(tmp_path, *RULES, **FREELY)
    at = running.client().post("/v1/jobs", json={"documents": DOCUMENTS}).json()["links"]["self"]
    with running.client().stream("GET", f"{at}/events") as stream:
        lines = stream.iter_lines()
        next(lines)
        started = time.monotonic()
        running.process.terminate()
        assert "event: end" not in list(lines)
    running.end()
    assert time.monotonic() - started < 5
    with serving(tmp_path, *RULES, **FREELY) as again:
        assert finished(again.client(), at.rpartition("/")[2])["done"] == 40


@pytest.mark.enable_socket
def test_one_service_a_folder(tmp_path: Path) -> None:
    """A second service in the same folder refuses to start and says what to do."""
    with serving(tmp_path, *RULES), pytest.raises(AssertionError, match="another service uses .*--data-dir"):
        start(tmp_path, *RULES)


@pytest.fixture
def store(tmp_path: Path) -> JobsStore:
    """An empty store."""
    return JobsStore(Database(tmp_path / "data"))


def some(*texts: str) -> list[Upload]:
    """Uploads without names."""
    return uploads([(None, text.encode()) for text in texts])


def contents(backlog: Backlog) -> list[bytes]:
    """All that waits, in the order that it is taken in."""
    return [taken[1].content for taken in iter(backlog.take, None)]


def test_jobs_take_turns(store: JobsStore) -> None:
    """A short job is not behind a long one; what lost its record waits again; after a restart the rest is taken up."""
    first, _ = store.add("", some("a", "b", "c"))
    backlog = Backlog(store)
    second, _ = store.add("", some("x", "y"))
    backlog.add(second.id)
    order = [(taken[0].job == first.id, taken[1].content) for _ in range(3) if (taken := backlog.take())]
    backlog.again(Place(first.id, 1))
    rest = contents(backlog)
    store.save(first.id, 0, "{}", failed=False)
    again = Backlog(store)

    assert order == [(True, b"a"), (False, b"x"), (True, b"b")]
    assert rest == [b"y", b"b", b"c"]
    assert sorted(contents(again)) == [b"b", b"c", b"x", b"y"]


def test_a_record_is_kept_once(store: JobsStore) -> None:
    """A second record for the same document changes neither record nor counts; one for a deleted job is dropped."""
    job, _ = store.add("me", some("a", "b"))
    store.save(job.id, 0, "first", failed=True)
    store.save(job.id, 0, "second", failed=False)
    store.save("gone", 0, "x", failed=False)
    found = store.get("me", job.id)

    assert found
    assert (found.done, found.failed, found.status, found.finished) == (1, 1, "running", None)
    assert [row.record for row in store.results(job.id)] == ["first"]
    assert store.get("you", job.id) is None
    assert store.delete("you", job.id) is False


def test_idempotency_is_the_owners(store: JobsStore) -> None:
    """The same Idempotency-Key of another owner is another job."""
    mine, _ = store.add("me", some("a"), "k", "1")
    yours, new = store.add("you", some("a"), "k", "1")

    assert (mine.id != yours.id, new) == (True, True)
    assert store.add("me", some("a"), "k", "1") == (mine, False)
    with pytest.raises(IdempotencyConflict):
        store.add("me", some("b"), "k", "2")


def test_deleted_text_is_nowhere(store: JobsStore, tmp_path: Path) -> None:
    """After deleting, or after the days it is kept, no file of the folder holds the text any more."""
    first, _ = store.add("", some("The secret of the marmalade"))
    store.add("", some("The secret of the marmalade"))
    store.delete("", first.id)

    assert store.expire(1) == 0
    assert store.expire(-1) == 1
    assert not any(b"marmalade" in path.read_bytes() for path in (tmp_path / "data").iterdir())


def test_files_are_the_owners_alone(store: JobsStore, tmp_path: Path) -> None:
    """Nobody else on the machine can read the folder or its files."""
    store.add("", some("a"))
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "data").iterdir()}

    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert modes == {0o600}


def test_failed_write_leaves_nothing(store: JobsStore) -> None:
    """A transaction that fails half-way is undone, and the next one works."""
    insert = "INSERT INTO jobs (id, owner, created, total) VALUES ('x', '', 0, 1)"

    def twice() -> None:
        with store.database.writing() as write:
            write.execute(insert)
            write.execute(insert)

    with pytest.raises(sqlite3.IntegrityError):
        twice()

    assert store.get("", "x") is None
    assert store.add("", some("a"))[1] is True


def test_names_are_told_apart() -> None:
    """A name's stem is its id where stems differ, the whole name where names differ, else a number is added."""
    names = ["a.txt", "a.html", "b.txt", "b.txt", None, "c/d.txt", ".."]
    made = uploads([(name, b"") for name in names])

    assert [each.doc_id for each in made] == ["a.txt", "a.html", "b.txt#3", "b.txt#4", "text-5", "d", ".."]
