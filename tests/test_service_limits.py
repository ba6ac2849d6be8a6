"""Too much, too slow, too often: what the service refuses, and that it goes on."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from extractor.service import rates
from tests.service_process import FREELY, MEETING, RULES, Running, kind, serving

pytestmark = pytest.mark.enable_socket
LIMITS = {
    "EXTRACTOR_SERVICE_LARGEST_DOCUMENT": "20000",
    "EXTRACTOR_SERVICE_LARGEST_JOB": "100000",
    "EXTRACTOR_SERVICE_MOST_DOCUMENTS": "5",
    "EXTRACTOR_SERVICE_BACKLOG": "8",
    "EXTRACTOR_SERVICE_SLOWEST_HEAD": "1",
    "EXTRACTOR_SERVICE_SLOWEST_BODY": "1",
    "EXTRACTOR_SERVICE_STREAMS": "1",
}
ARTICLE = {"text": MEETING.format(3)}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service on loopback with small limits, without a key."""
    with serving(tmp_path_factory.mktemp("open"), *RULES, **FREELY, **LIMITS) as found:
        yield found


def test_too_large(running: Running) -> None:
    """Bodies over the limit are refused by their announced length, or when that much has come; so are many documents."""
    client = running.client()
    large = b'{"text": "' + b"x" * 200_000 + b'"}'
    kind_of = {"Content-Type": "application/json"}

    assert kind(client.post("/v1/extract", content=large, headers=kind_of))[0] == 413
    assert kind(client.post("/v1/extract", content=iter([large[:150_000], large[150_000:]]), headers=kind_of))[0] == 413
    assert kind(client.post("/v1/extract", json={"text": "x" * 20_001})) == (413, "too_large")
    assert kind(client.post("/v1/extract", files={"file": ("a", b"x" * 20_001)})) == (413, "too_large")
    assert kind(client.post("/v1/jobs", json={"documents": [{"text": "x"}] * 6})) == (413, "too_many")
    assert client.post("/v1/jobs", files=[("files", ("a", b"x"))] * 6).status_code in {400, 413}
    assert running.client().get("/healthz").status_code == 200


def test_announced_length_is_enough(running: Running) -> None:
    """A body that is announced as too large is refused before any of it was sent."""
    connection = http.client.HTTPConnection(urlsplit(running.url).netloc, timeout=5)
    connection.putrequest("POST", "/v1/extract")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", "10000000000")
    connection.endheaders()

    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize(
    ("first", "more"),
    [
        (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-A: ", b"a"),
        (
            b"POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n",
            b" ",
        ),
        (b"", b""),
        (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HTTP/1.1\r\nX-A: ", b"a"),
    ],
)
def test_trickle_is_cut_off(running: Running, first: bytes, more: bytes) -> None:
    """A client that sends a byte now and then is cut off after a moment, in the head, in the body, or before either."""
    address = urlsplit(running.url)
    started = time.monotonic()
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as connection:
        connection.sendall(first)
        connection.settimeout(0.2)
        while time.monotonic() - started < 10:
            try:
                with suppress(TimeoutError):
                    if connection.recv(4096) == b"":
                        break
                connection.sendall(more)
            except OSError:  # a reset: the server closed while a byte was on its way
                break

    assert time.monotonic() - started < 5


def test_few_origins_few_documents_few_requests(tmp_path: Path) -> None:
    """CORS is answered for the named origin only; what exceeds backlog or rate gets 429 with Retry-After; health goes on."""
    strict = {
        "EXTRACTOR_SERVICE_CORS_ORIGINS": "https://desk.example",
        "EXTRACTOR_SERVICE_BACKLOG": "3",
        "EXTRACTOR_SERVICE_RATE": "0.1",
        "EXTRACTOR_SERVICE_BURST": "4",
    }
    with serving(tmp_path, *RULES, **strict) as found:
        client = found.client()
        good = client.post("/v1/extract", json=ARTICLE, headers={"Origin": "https://desk.example"})
        preflight = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
        bad = client.options("/v1/extract", headers=preflight)
        full = client.post("/v1/jobs", json={"documents": [ARTICLE] * 4})
        often = [client.get("/v1/models") for _ in range(4)]

        assert (good.status_code, good.headers["access-control-allow-origin"]) == (200, "https://desk.example")
        assert "access-control-allow-origin" not in bad.headers
        assert kind(full) == (429, "backlog_full")
        assert [answer.status_code for answer in often] == [200, 200, 429, 429]
        assert all(1 <= int(answer.headers["Retry-After"]) <= 30 for answer in (full, *often[2:]))
        assert client.get("/healthz").status_code == 200


def test_rates_are_each_callers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller's bucket fills again with time and is nobody else's; addresses of one IPv6 customer share one."""
    now = [100.0]
    monkeypatch.setattr("extractor.service.rates.time.monotonic", lambda: now[0])
    bucket = rates.Rates(rate=2.0, burst=2)
    first = [bucket.wait("a") for _ in range(3)]
    now[0] += 0.5

    assert first == [0.0, 0.0, 0.5]
    assert (bucket.wait("a"), bucket.wait("a") > 0, bucket.wait("b")) == (0.0, True, 0.0)
    assert rates.neighbourhood("2001:db8:1:2:3::4") == rates.neighbourhood("2001:db8:1:2::9%eth0")
    assert rates.neighbourhood("192.0.2.1") != rates.neighbourhood("192.0.2.2")
    assert rates.neighbourhood("somebody") == "somebody"
