"""One document in, one record out; what goes wrong with it is in the record, as on the command line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.document import Document, from_bytes, printable
from extractor.errors import DocumentError, ExtractorError, InternalError, OutOfTime
from extractor.extract import extract, failed
from extractor.schemas.record import Record
from extractor.task import Task


@dataclass(frozen=True)
class Upload:
    """What a client handed in: a name to show, the id that its record gets, and the bytes."""

    name: str
    doc_id: str
    content: bytes


@dataclass(frozen=True)
class Outcome:
    """The record, the document if it could be read, and the error that a failed record tells of."""

    record: Record
    document: Document | None = None
    error: Exception | None = None


def uploads(named: Sequence[tuple[str | None, bytes]]) -> list[Upload]:
    """Uploads with ids that differ: a name's stem, the whole name where stems meet, a number where names meet."""
    names = [printable(name) if name else _unnamed(at, len(named)) for at, (name, _) in enumerate(named, 1)]
    stems = Counter(Path(name).stem for name in names)
    whole = Counter(names)
    ids = [
        Path(name).stem if stems[Path(name).stem] == 1 else name if whole[name] == 1 else f"{name}#{at}"
        for at, name in enumerate(names, 1)
    ]
    return [
        Upload(name, doc_id or name, content)
        for name, doc_id, (_, content) in zip(names, ids, (pair for pair in named), strict=True)
    ]


def _unnamed(at: int, count: int) -> str:
    return "text" if count == 1 else f"text-{at}"


def read(upload: Upload) -> Document:
    """The document in an upload. Raises DocumentError."""
    return from_bytes(upload.content, upload.name, upload.doc_id)


def answer(upload: Upload, task: Task, longest: int) -> Outcome:
    """The record of an upload of at most `longest` characters; a failed one if anything goes wrong."""
    document = None
    try:
        document = read(upload)
        _short_enough(document, longest)
        return Outcome(extract(document, task), document)
    except ExtractorError as error:
        return failure(upload, error, task, document)
    except Exception as error:  # noqa: BLE001  # the other documents must not be lost with this one
        fault = InternalError(f"{type(error).__name__}: this is a fault of the program, please report it")
        fault.__cause__ = error
        return failure(upload, fault, task, document)


def _short_enough(document: Document, longest: int) -> None:
    if (length := len(document.text)) > longest:
        raise DocumentError(
            f"{document.path}: {length:,} characters are too many for this service (at most {longest:,}); split it",
            "too_long",
        )


def failure(upload: Upload, error: ExtractorError, task: Task, document: Document | None = None) -> Outcome:
    """The failed record of an upload."""
    return Outcome(failed(upload.name, error, task, upload.doc_id, document), document, error)


def too_slow(upload: Upload, task: Task, seconds: float) -> Outcome:
    """The failed record of an upload that took longer than it may."""
    return failure(upload, OutOfTime(f"no record within {seconds:g} s; is the document very long?"), task)
