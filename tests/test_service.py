"""The service as programs use it: the same records as the command line's, jobs, catalogue, health."""

import json
import subprocess
import sys
from collections.abc import Iterator

import httpx2
import pytest

from tests.conftest import ROOT, SAMPLES
from tests.service_process import FREELY, REPLAY, TBILISI, Running, finished, serving

pytestmark = pytest.mark.enable_socket


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service on loopback that replays the samples."""
    with serving(tmp_path_factory.mktemp("service"), *REPLAY, **FREELY) as found:
        yield found


@pytest.fixture
def client(running: Running) -> httpx2.Client:
    """A client without a key."""
    return running.client()


def of_command_line(name: str) -> dict[str, object]:
    """The record that the command line gives for a sample, from the samples' folder."""
    command = [sys.executable, "-m", "extractor", name, *REPLAY]
    done = subprocess.run(command, cwd=SAMPLES, env=None, capture_output=True, text=True, check=True)
    return stamped(json.loads(done.stdout))


def stamped(record: dict[str, object]) -> dict[str, object]:
    """A record without the time at which it was made."""
    run = record["run"]
    assert isinstance(run, dict)
    return record | {"run": run | {"extracted_at": ""}}


@pytest.mark.parametrize("name", ["tbilisi_plan.txt", "escuela.html"])
def test_record_is_the_command_lines(client: httpx2.Client, name: str) -> None:
    """A file gives the same record as on the command line, field by field and in the same order."""
    answer = client.post("/v1/extract", files={"file": (name, (SAMPLES / name).read_bytes())})

    assert answer.status_code == 200
    assert json.dumps(stamped(answer.json())) == json.dumps(of_command_line(name))


def test_text_is_a_file_of_that_name(client: httpx2.Client) -> None:
    """JSON with a text gives the record of a file that holds it; HTML source is read as HTML."""
    source = (SAMPLES / "escuela.html").read_text(encoding="utf-8")
    as_file = client.post("/v1/extract", files={"file": ("escuela.html", source)}).json()
    as_text = client.post("/v1/extract", json={"text": source, "name": "escuela.html"}).json()

    assert stamped(as_text) == stamped(as_file)
    assert client.post("/v1/extract", json={"text": TBILISI}).json()["doc_id"] == "text"


def test_view_holds_the_words(client: httpx2.Client) -> None:
    """With ?view=true the text comes along, and the record's offsets cut its quotes out of it."""
    view = client.post("/v1/extract?view=true", json={"text": TBILISI, "name": "a.txt"}).json()
    text = view["document"]["text"]
    quote = view["record"]["events"][0]["evidence"][0]

    assert text[quote["start"] : quote["end"]] == quote["quote"]
    assert {"start", "end", "number", "chrome"} <= set(view["document"]["lines"][0])


@pytest.mark.parametrize(
    ("sent", "status", "kind"),
    [
        ({"json": {"text": "   "}}, 422, "empty"),
        ({"json": {"text": "A\x00B"}}, 422, "binary"),
        ({"json": {"text": "x" * 100_001}}, 422, "too_long"),
        ({"json": {"text": "Nothing was recorded for this."}}, 422, "replay_miss"),
        ({"json": {"txt": "A"}}, 422, "body"),
        ({"json": {"text": "A", "name": "n" * 256}}, 422, "body"),
        ({"content": b'{"text": "\\ud800"}', "headers": {"Content-Type": "application/json"}}, 422, "body"),
        ({"content": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, 422, "body"),
        ({"files": {"file": ("a.pdf", b"%PDF-1.7 broken")}}, 422, "unreadable"),
        ({"files": {"file": ("a.html", b"<html><body></body></html>")}}, 422, "no_text"),
        ({"files": {"other": ("a.txt", b"A")}}, 422, "body"),
        ({"data": {"file": "A"}, "files": {"x": ("a", b"")}}, 400, "bad_request"),
        ({"content": b"text", "headers": {"Content-Type": "text/plain"}}, 415, "media_type"),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data; boundary=y"}}, 400, "bad_request"),
    ],
)
def test_bad_input_is_told(client: httpx2.Client, sent: dict[str, object], status: int, kind: str) -> None:
    """What can't be read is answered as problem JSON that says why, with the request's id."""
    answer = client.post("/v1/extract", **sent)  # type: ignore[arg-type]
    problem = answer.json()

    assert (answer.status_code, problem["kind"]) == (status, kind)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["request_id"] == answer.headers["X-Request-ID"]
    assert problem["detail"]


def test_job_from_start_to_end(client: httpx2.Client) -> None:
    """A job is answered at once, done in the background, read as JSON Lines in order, and deleted."""
    names = ["tbilisi_plan.txt", "stadium.txt", "escuela.html"]
    made = client.post("/v1/jobs", files=[("files", (name, (SAMPLES / name).read_bytes())) for name in names])
    job = made.json()
    done = finished(client, job["id"])
    results = client.get(job["links"]["results"])
    views = [json.loads(line) for line in client.get(f"{job['links']['results']}?view=true").text.splitlines()]

    assert (made.status_code, made.headers["Location"], job["total"]) == (202, job["links"]["self"], 3)
    assert (done["done"], done["failed"]) == (3, 0)
    assert results.headers["Content-Type"].startswith("application/x-ndjson")
    records = [json.loads(line) for line in results.text.splitlines()]
    assert [record["source"]["path"] for record in records] == names
    assert [view["record"] for view in views] == records
    assert client.delete(job["links"]["self"]).status_code == 204
    assert client.get(job["links"]["self"]).status_code == 404


def test_failed_documents_are_rows(client: httpx2.Client) -> None:
    """A document that can't be read is a failed record among the others, as on the command line; names are told apart."""
    documents = [{"text": TBILISI, "name": "a.txt"}, {"text": " ", "name": "a.txt"}, {"text": TBILISI}]
    job = client.post("/v1/jobs", json={"documents": documents}).json()
    done = finished(client, job["id"])
    records = [json.loads(line) for line in client.get(job["links"]["results"]).text.splitlines()]

    assert (done["done"], done["failed"]) == (3, 1)
    assert [(record["doc_id"], record["status"]) for record in records] == [
        ("a.txt#1", "events"),
        ("a.txt#2", "failed"),
        ("text-3", "events"),
    ]
    assert records[1]["failure"]["kind"] == "empty"


def test_events_tell_the_progress(client: httpx2.Client) -> None:
    """Server-sent events count up and end with `end`."""
    job = client.post("/v1/jobs", json={"documents": [{"text": TBILISI}] * 3}).json()
    with client.stream("GET", job["links"]["events"]) as stream:
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        lines = [line for line in stream.iter_lines() if line and not line.startswith(":")]
    events = list(zip(lines[::2], lines[1::2], strict=True))
    data = [json.loads(line.removeprefix("data: ")) for _, line in events]

    assert [event for event, _ in events][-2:] == ["event: progress", "event: end"]
    assert data[-1] == {"done": 3, "failed": 0, "total": 3, "status": "done", "step": None}
    assert [each["done"] for each in data] == sorted(each["done"] for each in data)


def test_idempotency_key(client: httpx2.Client) -> None:
    """The same key and body give the same job; the same key with another body is refused."""
    headers = {"Idempotency-Key": "once"}
    first = client.post("/v1/jobs", json={"documents": [{"text": TBILISI}]}, headers=headers)
    again = client.post("/v1/jobs", json={"documents": [{"text": TBILISI}]}, headers=headers)
    other = client.post("/v1/jobs", json={"documents": [{"text": "B"}]}, headers=headers)

    assert (again.status_code, again.json()["id"]) == (202, first.json()["id"])
    assert (other.status_code, other.json()["kind"]) == (409, "idempotency")


def test_catalogue(client: httpx2.Client) -> None:
    """Schemas, prompts, models and samples are listed, what this service uses first; samples hold their text."""
    schemas, prompts = client.get("/v1/schemas").json(), client.get("/v1/prompts").json()
    models, samples = client.get("/v1/models").json(), client.get("/v1/samples").json()

    assert (schemas[0]["name"], schemas[0]["serving"]) == ("defence", True)
    assert "events" in schemas[0]["record"]["properties"]
    assert (prompts[0]["name"], prompts[0]["serving"]) == ("defence/v2", True)
    assert models[0] == {
        "name": "local:qwen2.5-coder-1.5b",
        "serving": True,
        "embedded": True,
        "licence": "Apache-2.0",
        "megabytes": 1117,
    }
    assert [each["name"] for each in samples] == ["marineuebung.txt", "stadium.txt", "tbilisi_plan.txt"]
    assert samples[2]["title"] == "Georgia and Estonia sign defence cooperation plan for 2026"
    assert client.get("/v1/samples/tbilisi_plan.txt").json()["text"] == TBILISI
    assert client.get("/v1/samples/..%2Fpyproject.toml").status_code == 404
    assert client.get("/v1/samples/exercise.py").status_code == 404


def test_health_and_metrics(client: httpx2.Client) -> None:
    """Alive, ready, and counted: requests, documents, cache hits, failures by kind, queue depth."""
    client.post("/v1/extract", json={"text": TBILISI})
    client.post("/v1/extract", json={"text": " "})
    metrics = client.get("/metrics").text

    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "model": "local:qwen2.5-coder-1.5b"}
    for line in (
        'extractor_requests_total{method="POST",route="/v1/extract",status="200"}',
        'extractor_failures_total{kind="empty"}',
        'extractor_cache_total{result="hit"}',
        'extractor_queue_depth{queue="jobs"}',
        "extractor_request_seconds_bucket",
        "extractor_cost_usd_total",
        "extractor_ready 1.0",
    ):
        assert line in metrics


def test_page_is_served(client: httpx2.Client) -> None:
    """The page and all that it names come from this service, and nothing else does."""
    from extractor import page

    answer = client.get("/")

    assert answer.headers["Content-Type"].startswith("text/html")
    for name in page.ASSETS:
        assert client.get(f"/page/{name}").status_code == 200
    assert client.get("/page/..%2f..%2fpyproject.toml").status_code == 404
    assert client.get("/page/nothing.js").status_code == 404


def test_request_ids(client: httpx2.Client) -> None:
    """A plain word is taken as the request's id; anything else gets a new one, so that nobody writes into the log."""
    good = client.get("/healthz", headers={"X-Request-ID": "abc-1"})
    bad = client.get("/healthz", headers={"X-Request-ID": 'x" , "level": "forged'})

    assert good.headers["X-Request-ID"] == "abc-1"
    assert bad.headers["X-Request-ID"].isalnum()


def test_command_line_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    """--help works without the slow imports, and names the keys' commands."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "extractor.service", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "keys" in done.stdout
    assert "fastapi" not in done.stderr
