"""The command line, run as a user runs it: a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.chat_server import Reply, serve
from tests.conftest import RECORDINGS, ROOT, SAMPLES

REPLAY = ["--cache", "replay", "--cache-dir", str(RECORDINGS / "samples.jsonl")]
NOTHING = '{"cited_source":null,"events":[]}'
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nowhere", "PYTHONPATH": str(ROOT)} | {
    name: value for name, value in os.environ.items() if name.startswith("COVERAGE")
}


def run(*arguments: str, cwd: Path = ROOT, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "extractor", *arguments], cwd=cwd, input=stdin, capture_output=True, check=False, env=ENVIRONMENT | environment
    )  # fmt: skip
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_one_file_is_an_object() -> None:
    """One file gives one indented JSON object on stdout and nothing on stderr."""
    done = run("samples/stadium.txt", *REPLAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["status"] == "none"


def test_several_are_lines_in_order() -> None:
    """Files, folders and standard input give JSON Lines, in the order given."""
    article = (SAMPLES / "stadium.txt").read_bytes()
    done = run("samples/tbilisi_plan.txt", "samples", "-", *REPLAY, stdin=article)
    ids = [json.loads(line)["doc_id"] for line in done.stdout.splitlines()]

    assert done.returncode == 0
    assert ids == ["tbilisi_plan", "escuela", "marineuebung", "stadium", "tbilisi_plan", "stdin"]


@pytest.mark.parametrize(("name", "start"), [("csv", "doc_id,path,"), ("table", "┏"), ("json", "["), ("jsonl", "{")])
def test_formats(name: str, start: str) -> None:
    """Each format starts as it should."""
    done = run("samples/stadium.txt", "samples/escuela.html", "--format", name, *REPLAY)

    assert done.returncode == 0
    assert done.stdout.startswith(start)


def test_cached_document_imports_no_vendor() -> None:
    """A cached document is answered without importing openai, instructor or the engine."""
    code = (
        "import sys; from extractor import extract; "
        f"extract({str(SAMPLES / 'stadium.txt')!r}, cache='replay', cache_dir={str(RECORDINGS / 'samples.jsonl')!r}); "
        "print(sorted({'openai', 'instructor', 'xllamacpp', 'pandas', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=ENVIRONMENT
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nope.txt"], 2, "nope.txt: no such file"),
        (["samples/stadium.txt", "--model", "gpt"], 2, "no model named 'gpt'; write provider:name"),
        (["samples/stadium.txt", "--model", "local:gpt"], 2, "no embedded model named 'gpt'; there is qwen"),
        (["samples/stadium.txt", "--prompt", "defence/v9"], 2, "no prompt named 'defence/v9'; there is defence/naive"),
        (["samples/stadium.txt", "--schema", "offence"], 2, "no schema named 'offence'; there is defence"),
        (["samples/stadium.txt", "--schema", "no.such:Class"], 2, "can't import 'no.such'"),
        (["samples/stadium.txt", "--format", "xml"], 2, "no format named 'xml'; there is json"),
        (["samples/stadium.txt", "--cache", "maybe"], 2, "setting cache:"),
        (["samples/stadium.txt", "--model", "openai:gpt-5-mini"], 2, "needs a key: set OPENAI_API_KEY"),
        (["samples/stadium.txt", "--cache", "replay"], 3, "no recorded answer to replay"),
        (["samples/stadium.txt", "--cache-dir", "/proc/none"], 2, "cache folder /proc/none/answers can't be used"),
        (["samples/stadium.txt", "--out", "/proc/none/out.json"], 2, "can't write /proc/none/out.json"),
        (["tests/recordings"], 2, "files in this folder"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    """Whatever is wrong is one line on stderr that says what and what to do, with the exit code of its kind."""
    cache = [] if {"--cache-dir"} & set(arguments) else ["--cache-dir", str(tmp_path)]
    done = run(*arguments, *cache)

    assert done.returncode == code
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_wrong_weights_are_one_line(tmp_path: Path) -> None:
    """A file that is no model is named in one line, and the engine's own words stay away."""
    (tmp_path / "bad.gguf").write_bytes(b"GGUF" + bytes(2000))
    done = run(
        "samples/stadium.txt",
        "--model",
        f"local:{tmp_path / 'bad.gguf'}",
        "--cache",
        "off",
        "--weights-dir",
        str(tmp_path),
    )

    assert done.returncode == 2
    assert "bad.gguf can't be loaded" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_key_alone_sends_nothing() -> None:
    """A key in the environment does not make a remote model the default."""
    done = run("samples/stadium.txt", *REPLAY, OPENAI_API_KEY="sk-x", OPENAI_BASE_URL="http://127.0.0.1:9/v1")

    assert json.loads(done.stdout)["run"]["model"] == "local:qwen2.5-coder-1.5b"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """The unreadable file is a failed record, the others are done, and the exit code tells."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    done = run(str(tmp_path / "empty.txt"), str(tmp_path / "binary.txt"), "samples/stadium.txt", *REPLAY)
    records = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 2
    assert [r["status"] for r in records] == ["failed", "failed", "none"]
    assert [r["failure"]["kind"] for r in records[:2]] == ["empty", "binary"]
    assert len(done.stderr.splitlines()) == 2


def test_remote_model_over_http(tmp_path: Path) -> None:
    """--base-url reaches a server of the user's own; its failures are per document, exit code 1, and no empty results."""
    with serve(Reply(NOTHING), Reply(status=400)) as server:
        done = run(
            "samples/stadium.txt", "samples/tbilisi_plan.txt", "--model", "openai:any", "--base-url", server.url, "--workers", "1",
            "--cache-dir", str(tmp_path),
        )  # fmt: skip
    first, second = (json.loads(line) for line in done.stdout.splitlines())

    assert done.returncode == 1
    assert (first["status"], first["run"]["cost_usd"]) == ("none", None)
    assert (second["status"], second["failure"]["kind"]) == ("failed", "server_refused")


def test_out_file_is_complete_or_absent(tmp_path: Path) -> None:
    """--out writes the file and leaves nothing else; a run that can't start leaves no file."""
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    run("samples/stadium.txt", "--out", str(good), *REPLAY)
    run("samples/stadium.txt", "--out", str(bad), "--prompt", "nope")

    assert json.loads(good.read_text(encoding="utf-8"))["doc_id"] == "stadium"
    assert [p.name for p in tmp_path.iterdir()] == ["good.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_full_disk_is_one_line() -> None:
    """Output that can't be written is one line and exit code 2, also for standard output."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "extractor", "samples/stadium.txt", *REPLAY], cwd=ROOT, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )  # fmt: skip

    assert (done.returncode, done.stderr) == (2, "extractor: can't write to standard output: No space left on device\n")


def test_interrupt_writes_what_is_finished(tmp_path: Path) -> None:
    """Ctrl-C ends at once with code 130; the finished records are in the file."""
    out = tmp_path / "out.jsonl"
    with serve(Reply(NOTHING), Reply(NOTHING, delay=60.0)) as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "extractor", "samples/stadium.txt", "samples/tbilisi_plan.txt", "--model", "openai:any", "--base-url", server.url,
             "--workers", "1", "--cache-dir", str(tmp_path / "cache"), "--out", str(out)],
            cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # a job in the background ignores Ctrl-C
        )  # fmt: skip
        while len(server.requests) < 2 and process.poll() is None:
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)

    assert process.returncode == 130
    assert "interrupted; 1 of 2" in said
    assert [json.loads(line)["doc_id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["stadium"]


def test_help_and_version() -> None:
    """--help names every option with a sentence, --version prints the version."""
    text = run("--help").stdout
    assert all(
        f"--{name}" in text
        for name in [
            "model",
            "prompt",
            "schema",
            "format",
            "out",
            "workers",
            "cache",
            "base-url",
            "keep-unsupported",
            "debug",
            "version",
        ]
    )
    assert run("--version").stdout.startswith("extractor 0.")


def test_debug_shows_the_traceback() -> None:
    """--debug shows where an error came from."""
    assert "Traceback" in run("samples/stadium.txt", "--prompt", "nope", "--debug").stderr


def test_works_from_any_folder(tmp_path: Path) -> None:
    """The prompts are found from another folder, in a path with a space."""
    place = tmp_path / "a folder"
    place.mkdir()
    done = run(str(SAMPLES / "stadium.txt"), *REPLAY, cwd=place)

    assert json.loads(done.stdout)["status"] == "none"
