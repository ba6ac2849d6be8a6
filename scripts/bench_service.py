"""Load on a service of this machine: 32 clients on loopback, replayed answers. Prints a Markdown table; takes a minute.

First with room for all clients in the queue, then with little, so that most are told to come back (429).
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
CLIENTS = 32
SECONDS = 15.0
ARTICLES = [(ROOT / "samples" / name).read_text(encoding="utf-8") for name in ("tbilisi_plan.txt", "stadium.txt")]
REPLAY = ["--cache", "replay", "--cache-dir", str(ROOT / "tests/recordings/samples.jsonl")]


@contextmanager
def service(queue: int) -> "Iterator[int]":
    """A service on a free port, ready, with room for `queue` waiting requests."""
    with tempfile.TemporaryDirectory() as folder:
        more = {"DATA_DIR": folder, "QUEUE": str(queue), "RATE": "100000", "BURST": "100000"}
        environment = os.environ | {f"EXTRACTOR_SERVICE_{name}": value for name, value in more.items()}
        command = [sys.executable, "-m", "extractor.service", "--port", "0", *REPLAY]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
        assert process.stderr  # noqa: S101  # it is a pipe
        port = 0
        for line in process.stderr:
            told = json.loads(line)
            port = told.get("port", port)
            if told.get("event") == "ready":
                break
        with ThreadPoolExecutor(1) as reader:
            drained = reader.submit(process.stderr.read)
            yield port
            process.terminate()
            drained.result()
        process.wait()


def client(port: int, until: float) -> list[tuple[int, float]]:
    """Status and seconds of one request after the other, each on its own connection, until the time is up."""
    seen = []
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        body = json.dumps({"text": ARTICLES[len(seen) % len(ARTICLES)]})
        started = time.monotonic()
        connection.request("POST", "/v1/extract", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        seen.append((answer.status, time.monotonic() - started))
        if answer.status == 429:  # HTTP's too many requests
            time.sleep(0.5)  # less than Retry-After asks for: a rude client
    return seen


def load(queue: int) -> None:
    """Print the row of a service with this queue."""
    with service(queue) as port, ThreadPoolExecutor(CLIENTS) as pool:
        until = time.monotonic() + SECONDS
        rows = [row for rows in pool.map(lambda _: client(port, until), range(CLIENTS)) for row in rows]
    statuses = Counter(status for status, _ in rows)
    done = sorted(seconds for status, seconds in rows if status == 200)  # HTTP's OK
    refused = [seconds for status, seconds in rows if status == 429]  # HTTP's too many requests
    at = [statistics.quantiles(done, n=100)[percent - 1] for percent in (50, 95, 99)]
    errors = sum(count for status, count in statuses.items() if status not in {200, 429})
    quick = f"{1000 * statistics.median(refused):.0f} ms" if refused else "–"
    print(
        f"| {queue} | {len(done) / SECONDS:.1f} | {at[0]:.2f} | {at[1]:.2f} | {at[2]:.2f} | {statuses[429]} | {quick} | {errors} |",
        flush=True,
    )


if __name__ == "__main__":
    print(f"{CLIENTS} clients, {SECONDS:g} s each row, replayed answers, {os.cpu_count()} cores\n")
    print(
        "| queue | documents a second | p50 s | p95 s | p99 s | 429 | 429 after | errors |\n|---|---|---|---|---|---|---|---|"
    )
    for size in (CLIENTS, 4):
        load(size)
