"""The README is the product's face: what it shows is what the tool prints, what it runs runs."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import RECORDINGS, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
REPLAY = ["--cache", "replay", "--cache-dir", str(RECORDINGS / "samples.jsonl")]
SHOWN = re.findall(r"<!-- output: (.+?) -->\n```json\n(.+?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_output_shown_is_the_output(command: str, shown: str) -> None:
    """Every line of an abridged output stands in the real output, in this order."""
    done = subprocess.run(
        [sys.executable, "-m", "extractor", *command.split(), *REPLAY],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    actual = iter(done.stdout.splitlines())
    missing = [
        line for line in shown.splitlines() if not any(line.rstrip(",") == other.rstrip(",") for other in actual)
    ]

    assert missing == []


def test_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The three lines of Python print the event."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("EXTRACTOR_CACHE", "replay")
    monkeypatch.setenv("EXTRACTOR_CACHE_DIR", str(RECORDINGS / "samples.jsonl"))
    (code,) = (block for block in re.findall(r"```python\n(.+?)```", README, re.DOTALL) if "import extract" in block)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102  # our own README

    assert out.getvalue().startswith("meeting 2025-11-14 ['EE', 'GE'] Georgia's Minister of Defence")


def test_own_schema_shown_is_the_sample() -> None:
    """The model that the README shows is the one in samples/exercise.py."""
    (shown,) = re.findall(r"```python\n(class Exercise.+?)```", README, re.DOTALL)

    assert shown in (ROOT / "samples/exercise.py").read_text(encoding="utf-8")


def test_every_option_shown_exists() -> None:
    """Every option and every local file that the README names is there."""
    text = subprocess.run(
        [sys.executable, "-m", "extractor", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    options = set(re.findall(r"--[a-z][a-z-]+", "\n".join(re.findall(r"python -m extractor [^\n]+", README))))
    linked = re.findall(r"\]\(([\w./-]+)\)", README)

    assert {option for option in options if option not in text} == set()
    assert [name for name in linked if not Path(ROOT, name).exists()] == []


def test_tree_is_the_tree() -> None:
    """Every file and folder of the README's tree exists, and every module of the package is in it."""
    tree = README.split("## The house")[1].split("\n\n|")[0]
    named = {name.rstrip("/") for name in re.findall(r"^      ([\w./]+)  ", tree, re.MULTILINE)}
    modules = {
        p.name
        for p in (ROOT / "extractor").iterdir()
        if p.suffix == ".py" or (p.is_dir() and (p / "__init__.py").exists())
    }

    assert {n for n in named if not Path(ROOT, "extractor", n).exists()} == set()
    assert modules - named <= {"__main__.py", "output.py", "progress.py", "tabular.py", "version.py"}
