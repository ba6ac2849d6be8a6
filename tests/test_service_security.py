"""What a stranger tries: no key, another's job, another origin, HTML, orders inside an article."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.service.database import Database
from extractor.service.keys import Keys
from tests.conftest import ROOT
from tests.service_process import FREELY, MEETING, RULES, Running, finished, keys, kind, serving, start

pytestmark = pytest.mark.enable_socket
ARTICLE = {"text": MEETING.format(3)}
RECORDED = ROOT / "evals" / "recordings" / "defence-v2@local-qwen2.5-coder-1.5b.jsonl"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service on loopback without a key."""
    with serving(tmp_path_factory.mktemp("open"), *RULES, **FREELY) as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a service that has keys."""
    return tmp_path_factory.mktemp("keyed")


@pytest.fixture(scope="module")
def made(folder: Path) -> dict[str, str]:
    """Keys by name, made before the service starts."""
    wanted = {
        "all": ("extract", "jobs", "metrics"),
        "extract": ("extract",),
        "metrics": ("metrics",),
        "gone": ("extract",),
    }
    store = Keys(Database(folder / "data"))
    return {name: store.add(name, frozenset(scopes)) for name, scopes in wanted.items()}


@pytest.fixture(scope="module")
def keyed(folder: Path, made: dict[str, str]) -> Iterator[Running]:
    """A service that has keys, on loopback."""
    assert made
    with serving(folder, *RULES, **FREELY) as found:
        yield found


def test_other_addresses_need_a_key(tmp_path: Path) -> None:
    """Without a key the service doesn't start where others could reach it, and says what to do; with one it does."""
    for more in (("--host", "0.0.0.0"),):  # noqa: S104  # that is the point
        with pytest.raises(AssertionError, match="no key yet; make one: python -m extractor.service keys add"):
            start(tmp_path, *RULES, *more)
    with pytest.raises(AssertionError, match="no key yet"):
        start(tmp_path, *RULES, EXTRACTOR_SERVICE_ALLOWED_HOSTS="news.example")
    key = keys(tmp_path, "add", "me")
    with serving(tmp_path, *RULES, "--host", "0.0.0.0") as found:  # noqa: S104
        assert kind(found.client().get("/v1/models")) == (401, "key")
        assert found.client(key).get("/v1/models").status_code == 200


def test_keys_let_in_what_they_may(keyed: Running, made: dict[str, str]) -> None:
    """No key and a wrong key: 401; a key of another scope: 403; the right one: 200. A health check needs none."""
    right = made["all"]
    wrong = right[:-1] + ("A" if right[-1] != "A" else "B")

    assert kind(keyed.client().post("/v1/extract", json=ARTICLE)) == (401, "key")
    assert keyed.client().post("/v1/extract", json=ARTICLE).headers["WWW-Authenticate"].startswith("Bearer")
    for bad in (wrong, "xk_", "xk_00000000_A", "A", "é", right.split("_")[1]):
        answer = keyed.client().post("/v1/extract", json=ARTICLE, headers={b"Authorization": f"Bearer {bad}".encode()})
        assert kind(answer) == (401, "key")
    assert kind(keyed.client(made["metrics"]).post("/v1/extract", json=ARTICLE)) == (403, "scope")
    assert kind(keyed.client(made["extract"]).get("/metrics")) == (403, "scope")
    assert kind(keyed.client(made["extract"]).post("/v1/jobs", json={"documents": [ARTICLE]})) == (403, "scope")
    assert keyed.client(right).post("/v1/extract", json=ARTICLE).status_code == 200
    assert keyed.client(made["metrics"]).get("/metrics").status_code == 200
    assert keyed.client().get("/healthz").status_code == 200
    assert keyed.client().get("/").status_code == 200


def test_revoked_key_is_out_at_once(keyed: Running, folder: Path, made: dict[str, str]) -> None:
    """A key that is revoked while the service runs doesn't get in any more; the list shows it, and no key."""
    client = keyed.client(made["gone"])
    before = client.post("/v1/extract", json=ARTICLE).status_code
    keys(folder, "revoke", made["gone"].split("_")[1])

    assert before == 200
    assert kind(client.post("/v1/extract", json=ARTICLE)) == (401, "key")
    listed = keys(folder, "list")
    assert re.search(r"revoked .*gone", listed)
    assert not any(key in listed for key in made.values())


def test_jobs_are_their_owners(keyed: Running, folder: Path, made: dict[str, str]) -> None:
    """Another key doesn't see a job, its results or its events, and can't delete it."""
    other = keyed.client(keys(folder, "add", "other"))
    mine = keyed.client(made["all"])
    at = mine.post("/v1/jobs", json={"documents": [ARTICLE]}).json()["links"]["self"]

    for path in (at, f"{at}/results", f"{at}/events"):
        assert kind(other.get(path)) == (404, "no_job")
    assert kind(other.delete(at)) == (404, "no_job")
    assert mine.get(at).status_code == 200


def test_keys_are_kept_as_hashes(folder: Path, made: dict[str, str]) -> None:
    """No file of the service holds a key."""
    content = b"".join(path.read_bytes() for path in (folder / "data").iterdir())

    assert not any(key.split("_", 2)[2].encode() in content for key in made.values())


def test_key_that_nobody_made(tmp_path: Path) -> None:
    """Finding a key looks at all of it: its id alone, or another's secret, is not enough."""
    store = Keys(Database(tmp_path))
    first, second = store.add("a", frozenset({"jobs"})), store.add("b", frozenset({"jobs"}))
    mixed = "_".join((*first.split("_")[:2], second.split("_", 2)[2]))

    assert [store.find(key) is not None for key in (first, second, mixed, "", "_", "xk_%")] == [
        True,
        True,
        *[False] * 4,
    ]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:8300", "[", "localhost@evil"]
)
def test_name_pointed_at_this_machine(running: Running, host: str) -> None:
    """A page whose name was pointed at 127.0.0.1 gets nothing, not even the page."""
    for path in ("/", "/v1/samples", "/healthz"):
        assert kind(running.client().get(path, headers={"Host": host})) == (421, "host")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:1", "[::1]:5"])
def test_own_names(running: Running, host: str) -> None:
    """This machine's own names are answered."""
    assert running.client().get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_page_of_another_origin(running: Running, headers: dict[str, str]) -> None:
    """A page from elsewhere, open in a browser on this machine, can't have articles read or jobs deleted."""
    client = running.client()

    assert kind(client.post("/v1/extract", json=ARTICLE, headers=headers)) == (403, "origin")
    assert kind(client.delete("/v1/jobs/x", headers=headers)) == (403, "origin")
    assert "access-control-allow-origin" not in client.get("/v1/samples", headers=headers).headers


def test_own_page_may(running: Running) -> None:
    """The page that this service gave may send."""
    headers = {"Origin": running.url, "Sec-Fetch-Site": "same-origin"}

    assert running.client().post("/v1/extract", json=ARTICLE, headers=headers).status_code == 200


def test_headers_of_every_answer(running: Running) -> None:
    """Pages, data, problems: each carries the headers that keep a browser from being clever."""
    client = running.client()
    for path in ("/", "/v1/models", "/nothing", "/v1/jobs/x", "/metrics", "/openapi.json"):
        headers = client.get(path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "server" not in headers


def test_logs_say_nothing_of_documents(keyed: Running, made: dict[str, str]) -> None:
    """What was read, what was found, names of files, keys, made-up addresses: none of it is in the log."""
    client = keyed.client(made["all"])
    text = MEETING.format(4) + " The marmalade stays secret."
    client.post("/v1/extract", files={"file": ("plum.txt", text)})
    client.post("/v1/extract", json={"text": "", "name": "plum", "marmalade": 1})
    job = client.post("/v1/jobs", json={"documents": [{"text": text, "name": "plum.txt"}]}).json()
    finished(client, job["id"])
    client.get("/marmalade?plum=1")
    client.post("/v1/extract", content=b'{"text": "marmalade', headers={"Content-Type": "application/json"})
    keyed.client("marmalade").get("/v1/models")
    log = keyed.log()

    assert not re.search("marmalade|plum|Chikovani|Tbilisi", log)
    assert not any(key.split("_", 2)[2] in log for key in made.values())
    lines = [json.loads(line) for line in log.splitlines()]
    documents = [line for line in lines if line.get("event") == "document"]
    assert {"waited", "worked", "chars", "status"} <= set(documents[-1])
    asked = [line for line in lines if line.get("event") == "request"]
    assert {made["all"].split("_")[1], None} <= {line.get("key") for line in asked}


def test_markup_stays_text(running: Running) -> None:
    """A tag inside an article is text in the record, in the view, and in a problem; JSON is never taken for a page."""
    nasty = "</script><img src=x onerror=alert(1)>"
    client = running.client()
    answer = client.post("/v1/extract?view=true", json={"text": f"{MEETING.format(3)} {nasty}", "name": f"{nasty}.txt"})
    problem = client.post("/v1/extract", json={"text": " ", "name": nasty})

    assert nasty in answer.json()["document"]["text"]
    for each in (answer, problem):
        assert "json" in each.headers["Content-Type"]
        assert each.headers["X-Content-Type-Options"] == "nosniff"


def test_orders_inside_an_article_change_nothing(tmp_path: Path) -> None:
    """Gold articles that give orders are flagged, and no value of their records rests on a word of the order."""
    injected = ["en_tokyo_manila_call", "en_ulaanbaatar_medicine_pact"]
    recorded = ("--prompt", "defence/v2", "--cache", "replay", "--cache-dir", str(RECORDED))
    with serving(tmp_path, *recorded, **FREELY) as found:
        for name in injected:
            text = (ROOT / "gold" / "dev" / f"{name}.txt").read_bytes()
            label = json.loads((ROOT / "gold" / "dev" / f"{name}.json").read_text(encoding="utf-8"))
            answer = found.client().post("/v1/extract", files={"file": (f"{name}.txt", text)})
            record = answer.json()

            assert answer.status_code == 200, record
            assert "embedded_instructions" in record["document"]["flags"]
            assert label["record"]["document"]["title"] == record["document"]["title"]
            order = text.decode().lower().index("ignore all previous")
            sentence = range(order - 30, text.decode().index(".", order))
            assert [span for span in spans(record) if set(span) & set(sentence)] == []


def spans(node: object) -> list[range]:
    """Every span of the text that anything in a record rests on."""
    if isinstance(node, dict):
        own = [range(node["start"], node["end"])] if isinstance(node.get("start"), int) else []
        return own + [span for value in node.values() for span in spans(value)]
    return [span for value in node for span in spans(value)] if isinstance(node, list) else []
