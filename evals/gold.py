"""Gold: hand-labelled articles, `gold/<split>/<doc>.json` beside the article itself (txt, html or pdf)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from evals.errors import GoldError
from extractor import Document, read_file
from extractor.schemas.defence.record import Article, EventFacts
from extractor.schemas.record import Strict

FOLDER = Path(__file__).parent.parent / "gold"
SPLITS = ("dev", "hard", "wide", "test")

DocType = Literal["agency", "ministry", "local", "translated", "broadcaster", "analysis"]


class Facts(Strict):
    """What an article says, labelled: the same types as an extracted record, without what code derives."""

    document: Article
    events: list[EventFacts]


class Label(Strict):
    """One gold file. Pointers (RFC 6901) lead into `record`.

    `aliases` are other right forms of a value; `optional` leaves or objects cost nothing when missing; `must_pass`
    leaves have to be right whatever the score. `extended` says that the EXTENDED fields are labelled too.
    """

    schema_version: Literal["dd-1.0"]
    doc_id: str
    source: str = Field(description="The article's file, beside this one")
    source_sha256: str
    lang: str
    doc_type: DocType
    cluster_id: str | None = Field(description="Documents that tell one story share it; it is the unit of statistics")
    traits: list[str]
    annotator: str
    adjudicated: bool
    notes: list[str]
    extended: bool
    aliases: dict[str, list[str]]
    optional: list[str]
    must_pass: list[str]
    record: Facts


@dataclass(frozen=True)
class Gold:
    """A gold file, its label, and the article it labels."""

    path: Path
    split: str
    label: Label

    @property
    def source(self) -> Path:
        """The article's file; a second label's article lies with the first."""
        beside = self.path.parent / self.label.source
        elsewhere = (self.path.parent.parent / split / self.label.source for split in SPLITS)
        return next((p for p in (beside, *elsewhere) if p.is_file()), beside)

    @cached_property
    def document(self) -> Document:
        """The article, read as the extractor reads it."""
        return read_file(self.source)

    @cached_property
    def proofs(self) -> dict[int, set[int]]:
        """By index of an event, the numbers of the lines of its evidence."""
        return {
            index: {
                line.number
                for quote in event.evidence
                for line in self.document.sent
                if line.start <= quote.start < line.end
            }
            for index, event in enumerate(self.label.record.events)
        }


def load(path: Path) -> Gold:
    """One gold file. GoldError names the file and what is wrong with it."""
    try:
        return Gold(path, path.parent.name, Label.model_validate_json(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(str(part) for part in first["loc"]) or "the file"
        raise GoldError(f"{path}: {where}: {first['msg']}; see gold/README.md") from None


def load_all(*splits: str, folder: Path = FOLDER) -> list[Gold]:
    """Every gold file of these splits (`dev`, `hard`, `wide`, `test`, `second`), sorted by name. GoldError if there is none."""
    found = [load(path) for split in splits for path in sorted((folder / split).glob("*.json"))]
    if not found:
        raise GoldError(f"no gold files in {', '.join(str(folder / split) for split in splits)}")
    return found


def resolve(record: Any, pointer: str) -> Any:
    """The value a JSON pointer leads to in plain data; KeyError or IndexError where it leads nowhere."""
    value = record
    for part in pointer.strip("/").split("/"):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def quotes(plain: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every quote in plain data, with its pointer."""
    if isinstance(plain, dict):
        if plain.keys() == {"quote", "start", "end"} or plain.keys() == {"quote"}:
            yield pointer, plain
        else:
            for key, value in plain.items():
                yield from quotes(value, f"{pointer}/{key}")
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from quotes(value, f"{pointer}/{index}")


def dump(data: dict[str, Any], path: Path) -> None:
    """Write a gold file as people read it."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
