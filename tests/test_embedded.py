"""The main job for real: weights fetched and verified, the engine started, an article read. Takes a minute or two."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_embedded_model_reads_a_sample(tmp_path: Path) -> None:
    """The embedded model, from its weights on, gives the sample's event; nothing but loopback is used after the fetch."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENAI_")} | {
        "EXTRACTOR_CACHE_DIR": str(tmp_path)
    }
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "samples/tbilisi_plan.txt"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert (record["status"], record["run"]["cached"], record["run"]["finish_reason"]) == ("events", False, "stop")
    event = record["events"][0]
    assert (event["event_type"], event["date"], event["parties"]) == ("meeting", "2025-11-14", ["EE", "GE"])
