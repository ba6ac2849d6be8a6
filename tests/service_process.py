"""A real service for tests: its own process, a free port, a folder of its own, real answers from recordings."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from tests.conftest import RECORDINGS, ROOT, SAMPLES

REPLAY = ["--cache", "replay", "--cache-dir", str(RECORDINGS / "samples.jsonl")]
RULES = ["--prompt", "defence/rules", "--cache", "off"]
"""Code alone reads: any text gets a real record, without a model."""
FREELY = {"EXTRACTOR_SERVICE_RATE": "10000", "EXTRACTOR_SERVICE_BURST": "10000"}
TBILISI = (SAMPLES / "tbilisi_plan.txt").read_text(encoding="utf-8")
MEETING = "Georgia's Minister of Defence Irakli Chikovani met Estonia's Minister of Defence Hanno Pevkur in Tbilisi on {} May 2021."


@dataclass
class Running:
    """A service that runs: where it answers, what it wrote to stderr."""

    url: str
    process: "subprocess.Popen[bytes]"
    stderr: Path
    clients: dict[str, httpx2.Client] = field(default_factory=dict)

    def client(self, key: str = "") -> httpx2.Client:
        """A client with this key, closed when the service ends."""
        if key not in self.clients:
            headers = {"Authorization": f"Bearer {key}"} if key else {}
            self.clients[key] = httpx2.Client(base_url=self.url, trust_env=False, timeout=30, headers=headers)
        return self.clients[key]

    def log(self) -> str:
        """All that it wrote to stderr so far."""
        return self.stderr.read_text(encoding="utf-8")

    def kill(self) -> None:
        """Kill -9."""
        self.process.send_signal(signal.SIGKILL)
        self.end()

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        self.process.terminate()
        return self.end()

    def end(self) -> int:
        """Wait for its end; the exit code."""
        for client in self.clients.values():
            client.close()
        return self.process.wait(30)


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a service's process: nothing of the developer's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("EXTRACTOR_", "OPENAI_"))}
    own = {"EXTRACTOR_SERVICE_DATA_DIR": str(folder / "data"), "EXTRACTOR_CACHE_DIR": str(folder / "cache")}
    return kept | own | more


def start(folder: Path, *arguments: str, **more: str) -> Running:
    """A service as a process, listening and ready."""
    folder.mkdir(parents=True, exist_ok=True)
    errors = folder / f"stderr{time.monotonic_ns()}"
    command = [sys.executable, "-m", "extractor.service", "--port", "0", *arguments]
    with errors.open("wb") as stream:
        process = subprocess.Popen(command, cwd=ROOT, env=environment(folder, **more), stderr=stream)
    running = Running("", process, errors)
    for _ in range(600):
        running.url = running.url or next((address(line) for line in running.log().splitlines() if address(line)), "")
        if running.url and _is_ready(running):
            return running
        assert process.poll() is None, running.log()
        time.sleep(0.05)
    process.kill()
    process.wait()
    raise AssertionError(running.log())


def address(line: str) -> str:
    """The address in a log line that says where the service listens, or nothing."""
    told = json.loads(line) if line.startswith("{") and line.endswith("}") else {}
    return f"http://127.0.0.1:{told['port']}" if told.get("event") == "listening" else ""


def _is_ready(running: Running) -> bool:
    try:
        return httpx2.get(f"{running.url}/readyz", trust_env=False).status_code == 200
    except httpx2.TransportError:
        return False


@contextmanager
def serving(folder: Path, *arguments: str, **more: str) -> Iterator[Running]:
    """A service for as long as the block lasts."""
    running = start(folder, *arguments, **more)
    try:
        yield running
    finally:
        running.stop()


def keys(folder: Path, *arguments: str) -> str:
    """What `keys …` prints."""
    command = [sys.executable, "-m", "extractor.service", "keys", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def finished(client: httpx2.Client, job_id: str, seconds: float = 30) -> dict[str, Any]:
    """The job, once it is done."""
    until = time.monotonic() + seconds
    while (job := client.get(f"/v1/jobs/{job_id}").json())["status"] != "done":
        assert time.monotonic() < until, job
        time.sleep(0.05)
    return dict(job)


def kind(answer: httpx2.Response) -> tuple[int, str]:
    """Status and kind of a problem."""
    return answer.status_code, answer.json()["kind"]
