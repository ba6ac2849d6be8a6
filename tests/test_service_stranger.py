"""What a stranger found: two framings at once, bodies nobody asked for, a full disk, a folder that is everybody's."""

import json
import socket
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from extractor.errors import SettingsError
from extractor.service import rates
from extractor.service.answering import uploads
from extractor.service.database import Database
from extractor.service.jobs_store import BacklogFull, JobsStore
from extractor.service.keys import Keys
from tests.service_process import FREELY, MEETING, RULES, Running, finished, serving

pytestmark = pytest.mark.enable_socket


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service on loopback, without a key."""
    with serving(tmp_path_factory.mktemp("stranger"), *RULES, **FREELY) as found:
        yield found


def raw(running: Running, sent: bytes) -> tuple[bytes, bool]:
    """What comes back in a second for these bytes, and whether the connection was closed."""
    address = urlsplit(running.url)
    came = b""
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=1) as connection:
        connection.sendall(sent)
        try:
            while part := connection.recv(65_536):
                came += part
        except TimeoutError:
            return came, False
        except ConnectionResetError:
            pass
    return came, True


def test_two_framings_are_refused(running: Running) -> None:
    """A proxy could believe the other one, and take what follows for another caller's request."""
    hidden = b"GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n"
    head = b"POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    came, closed = raw(running, head + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden)

    assert came.startswith(b"HTTP/1.1 400 ")
    assert came.count(b"HTTP/1.1 ") == 1
    assert closed


@pytest.mark.parametrize("host", ["evil@localhost", "localhost/evil.example", "localhost#.evil.example", "localhost?"])
def test_more_than_a_name_is_no_host(running: Running, host: str) -> None:
    """What some other program on the way would read as another host is refused."""
    assert running.client().get("/healthz", headers={"Host": host}).status_code == 421


def test_nobody_is_sent_elsewhere(running: Running) -> None:
    """An address with one slash too many isn't there: no redirect that would take a key from https to http."""
    assert running.client().get("/v1/models/").status_code == 404


def test_streams_bear_a_body(running: Running) -> None:
    """A body that nobody asked for doesn't break a stream that has begun, nor is it a fault in the log."""
    client = running.client()
    job = client.post("/v1/jobs", json={"documents": [{"text": MEETING.format(3)}]}).json()["id"]
    finished(client, job)
    for what, end in (("results", b"}\n\r\n0\r\n\r\n"), ("events", b"\n\n\r\n0\r\n\r\n")):
        came, _ = raw(
            running, f"GET /v1/jobs/{job}/{what} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello".encode()
        )
        assert came.startswith(b"HTTP/1.1 200 ")
        assert came.endswith(end)

    assert '"event": "fault"' not in running.log()


def test_leaving_is_no_fault(running: Running) -> None:
    """A client that goes away in the middle of its body is counted; it writes no error into the log."""
    address = urlsplit(running.url)
    before = running.log().count('"status": 499')
    with socket.create_connection((address.hostname or "", address.port or 0)) as connection:
        connection.sendall(
            b"POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
        )
        time.sleep(0.3)
    until = time.monotonic() + 5
    while running.log().count('"status": 499') == before and time.monotonic() < until:
        time.sleep(0.05)

    lines = [json.loads(line) for line in running.log().splitlines()]
    assert [line for line in lines if line["level"] == "error"] == []
    assert running.log().count('"status": 499') == before + 1


def test_mapped_addresses_are_told_apart() -> None:
    """A proxy that writes IPv4 addresses as IPv6 doesn't make all callers one."""
    assert rates.neighbourhood("::ffff:192.0.2.1") == rates.neighbourhood("192.0.2.1")
    assert rates.neighbourhood("::ffff:192.0.2.1") != rates.neighbourhood("::ffff:192.0.2.2")


def test_what_took_too_long_is_not_read_again(tmp_path: Path) -> None:
    """A page that takes code longer than it may is given up once, not once more for everybody who looks at the results."""
    page = "<html><body>" + "<p>a b c d e f</p>" * 60_000
    with serving(tmp_path, *RULES, **FREELY, EXTRACTOR_SERVICE_TIMEOUT="1") as found:
        client = found.client()
        job = client.post("/v1/jobs", files=[("files", ("a.html", page))]).json()["id"]
        finished(client, job)
        started = time.monotonic()
        (row,) = client.get(f"/v1/jobs/{job}/results", params={"view": True}).text.splitlines()
        seconds = time.monotonic() - started

    assert json.loads(row)["record"]["failure"]["kind"] == "timeout"
    assert json.loads(row)["document"] is None
    assert seconds < 2


def test_full_backlog_still_knows_its_jobs(tmp_path: Path) -> None:
    """Sending again what was taken gives its job, however much waits by now; more than may wait never does."""
    store = JobsStore(Database(tmp_path / "data"))
    two = uploads([("a", b"a"), ("b", b"b")])
    job, _ = store.add("me", two, "again", "print", room=2)

    assert store.add("me", two, "again", "print", room=2) == (job, False)
    with pytest.raises(BacklogFull):
        store.add("me", two, "another", "print", room=3)
    assert store.waiting() == 2


class FullDisk:
    """A connection whose first COMMIT fails and leaves its transaction open, as SQLite may."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._full = True

    def execute(self, query: str, *values: Any) -> Any:
        """As a connection does."""
        if query == "COMMIT" and self._full:
            self._full = False
            raise sqlite3.OperationalError
        return self._connection.execute(query, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def test_full_disk_is_got_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction whose end fails is undone; the next one works without a restart."""
    database = Database(tmp_path / "data")
    monkeypatch.setattr(database, "_connection", FullDisk(database._connection))
    store = Keys(database)
    with pytest.raises(sqlite3.OperationalError):
        store.add("lost", frozenset({"jobs"}))
    store.add("kept", frozenset({"jobs"}))

    assert [key.name for key in store.all()] == ["kept"]


def test_folder_of_everybody_is_left_alone(tmp_path: Path) -> None:
    """`--data-dir /tmp` is refused, and /tmp stays as it is."""
    shared = tmp_path / "tmp"
    shared.mkdir()
    shared.chmod(0o1777)

    with pytest.raises(SettingsError, match="anybody may write to this folder"):
        Database(shared)
    assert shared.stat().st_mode & 0o7777 == 0o1777
    assert list(shared.iterdir()) == []
