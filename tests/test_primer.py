"""The fixed part of a prompt is read once by an engine, and taken up from disk afterwards."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from extractor.model import Message
from extractor.providers.primer import KEPT, Primer

FIXED = (Message("system", "Read."), Message("user", "1| An example"), Message("assistant", "{}"))


class Engine(HTTPServer):
    """Speaks the three requests of llama.cpp's server that matter here, and notes them; `refuses` names those it fails."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.seen, self.refuses = folder, list[str](), ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        engine: Engine = self.server  # type: ignore[assignment]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        what = self.path.rpartition("=")[2] if "action" in self.path else "read"
        engine.seen.append(what if what != "read" else f"read {len(body['messages'])}")
        if what == "save":
            (engine.folder / body["filename"]).write_bytes(b"state")
        self.send_response(400 if what == engine.refuses else 200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    server = Engine(tmp_path)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def primer(engine: Engine, identity: str = "weights") -> Primer:
    return Primer(engine.address, "key", engine.folder, identity)


def test_read_once_then_taken_up(engine: Engine) -> None:
    """The first process reads and saves, once; the next one restores, and other weights read anew."""
    first = primer(engine)
    first(FIXED)
    first(FIXED)
    primer(engine)(FIXED)
    primer(engine, "other weights")(FIXED)

    assert engine.seen == ["read 4", "save", "restore", "read 4", "save"]
    assert {path.stat().st_mode & 0o777 for path in engine.folder.glob("*.state")} == {0o600}


def test_refused_state_is_read_anew(engine: Engine) -> None:
    """A file that the engine can't load is replaced."""
    primer(engine)(FIXED)
    engine.refuses = "restore"
    primer(engine)(FIXED)

    assert engine.seen == ["read 4", "save", "restore", "read 4", "save"]


def test_engine_that_keeps_nothing_still_answers(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    """A failure to save is told and stops nobody; nothing is sent for a prompt without a fixed part."""
    engine.refuses = "save"
    primer(engine)(FIXED)
    primer(engine)(())

    assert "isn't kept" in caplog.text
    assert engine.seen == ["read 4", "save"]


def test_oldest_states_are_forgotten(engine: Engine) -> None:
    """No more than KEPT files stay."""
    for number in range(KEPT + 2):
        primer(engine, f"weights {number}")(FIXED)

    assert len(list(engine.folder.glob("*.state"))) == KEPT
