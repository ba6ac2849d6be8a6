"""What stands on the scoreboard: the prompts and models whose answers to the gold are recorded here, replayed in seconds."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals import run
from evals.errors import RunError
from evals.gold import Gold
from evals.runs import Run, recording
from extractor.errors import ReplayMiss
from extractor.progress import Progress, silent

CELLS = (
    ("defence/naive", "local:qwen2.5-coder-1.5b"),
    ("defence/rules", "local:qwen2.5-coder-1.5b"),
    ("defence/v1", "local:qwen2.5-coder-1.5b"),
    ("defence/v2", "local:qwen2.5-coder-0.5b"),
    ("defence/v2", "local:qwen2.5-coder-1.5b"),
)
"""Prompt and model of each row; the first is the one that the others are held against."""
_MARKS = re.compile(r"(<!-- scoreboard: [^\n]*-->\n).*?(<!-- /scoreboard -->)", re.DOTALL)


def replay(
    golds: Sequence[Gold], recordings: Callable[[str, str], Path] = recording, progress: Progress = silent
) -> Iterator[Run]:
    """The runs whose answers to all of these documents are recorded; no model, no network."""
    for prompt, model in CELLS:
        plan = run.Plan([prompt], [model], golds[0].split, mode="replay")
        try:
            yield from run.run(plan, golds, recordings=recordings, progress=progress)
        except ReplayMiss:
            continue


def into(path: Path, table: str) -> None:
    """Put the table between the scoreboard marks of a Markdown file. RunError if it has none."""
    text = path.read_text(encoding="utf-8")
    if not _MARKS.search(text):
        raise RunError(f"{path}: no `<!-- scoreboard: … -->` and `<!-- /scoreboard -->` to put the table between")
    path.write_text(_MARKS.sub(lambda marks: f"{marks[1]}{table}{marks[2]}", text), encoding="utf-8")
