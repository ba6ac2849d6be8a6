"""The main job for real: weights fetched and verified, the engine started, an article read. Takes a minute or two."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ROOT


def run(sample: str, cache: Path) -> Any:
    """The record of a sample, by the embedded model in a process of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("OPENAI_")} | {"EXTRACTOR_CACHE_DIR": str(cache)}
    command = [sys.executable, "-m", "extractor", sample]
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_embedded_model_reads_a_sample(tmp_path: Path) -> None:
    """The embedded model, from its weights on, gives the sample's event; nothing but loopback is used after the fetch."""
    record = run("samples/tbilisi_plan.txt", tmp_path)

    assert (record["status"], record["run"]["cached"], record["run"]["finish_reason"]) == ("events", False, "stop")
    event = record["events"][0]
    assert (event["event_type"], event["date"], event["parties"]) == ("meeting", "2025-11-14", ["EE", "GE"])


def test_next_process_goes_on_where_this_one_was(tmp_path: Path) -> None:
    """The instructions and worked examples are not read again by another process."""
    run("samples/tbilisi_plan.txt", tmp_path / "one")
    record = run("samples/stadium.txt", tmp_path / "two")

    assert record["status"] == "none"
    assert record["run"]["usage"]["cached_tokens"] > 700
