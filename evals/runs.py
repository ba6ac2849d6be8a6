"""A run: one prompt and one model over one split, a row a document and sample; a failure is a row too."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evals.errors import RunError
from evals.gold import Gold
from evals.spec import SIGNATURE
from extractor.schemas.record import Record

FOLDER = Path(__file__).parent / "runs"
"""Runs are made again from the recordings in seconds, so they are not committed."""
RECORDINGS = Path(__file__).parent / "recordings"
"""Answers of the models to the gold, committed: one JSON Lines file a prompt and model."""


@dataclass(frozen=True)
class Row:
    """The record of one document and sample, as plain data; `record['status']` is failed for a failure."""

    doc_id: str
    sample: int
    record: dict[str, Any]

    @property
    def failed(self) -> bool:
        """Whether the extraction failed; it scores as an empty record and counts as an error."""
        return bool(self.record["status"] == "failed")


@dataclass(frozen=True)
class Run:
    """Rows with what they were made from. `gold` is the digest of the labels and articles they answer."""

    prompt: str
    model: str
    split: str
    gold: str
    rows: tuple[Row, ...]
    signature: str = SIGNATURE

    @property
    def name(self) -> str:
        """Prompt × model × split, as a file name and on the command line."""
        return name_of(self.prompt, self.model, self.split)


def name_of(prompt: str, model: str, split: str) -> str:
    """The name of a run."""
    return "@".join((slug(prompt), slug(model), split))


def slug(text: str) -> str:
    """A name that a file can have."""
    return re.sub(r"[^\w.]+", "-", text).strip("-")


def recording(prompt: str, model: str) -> Path:
    """The file that holds a model's recorded answers under a prompt."""
    return RECORDINGS / f"{slug(prompt)}@{slug(model)}.jsonl"


def digest(golds: Iterable[Gold]) -> str:
    """SHA-256 over the labels and articles of a split: scores of another gold can't be compared."""
    parts = sorted(f"{gold.label.doc_id} {gold.label.source_sha256} {gold.label.model_dump_json()}" for gold in golds)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def row(doc_id: str, sample: int, record: Record) -> Row:
    """A row from a record."""
    return Row(doc_id, sample, record.model_dump(mode="json"))


def save(run: Run, folder: Path = FOLDER) -> Path:
    """Write a run: a head, then a row a line."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{run.name}.jsonl"
    head = {key: value for key, value in asdict(run).items() if key != "rows"}
    lines = [head, *(asdict(row) for row in run.rows)]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def load(name: str | Path, folder: Path = FOLDER) -> Run:
    """A stored run, by its name or its file. RunError says which there are."""
    path = Path(name) if Path(name).is_file() else folder / f"{name}.jsonl"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.jsonl"))) or "none yet: python -m evals run"
        raise RunError(f"no run named {str(name)!r}; there is {known}")
    return Run(**_read(path))


def _read(path: Path) -> dict[str, Any]:
    try:
        head, *rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return {**head, "rows": tuple(Row(**row) for row in rows)}
    except (ValueError, TypeError):
        raise RunError(f"{path}: not a stored run; make it again with python -m evals run") from None


def stored(split: str, folder: Path = FOLDER) -> Iterator[Run]:
    """Every stored run of a split, by name."""
    for path in sorted(folder.glob(f"*@{split}.jsonl")):
        yield load(path)
