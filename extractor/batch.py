"""Many documents: in order, some at a time, one that fails never stopping the others."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from extractor import document
from extractor.errors import ExtractorError, InternalError, UsageError
from extractor.extract import extract, failed
from extractor.result import Result
from extractor.schemas.record import Record
from extractor.task import Task

SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf", ".md"})
"""What is taken from a folder; a file named itself may be called anything."""
EXIT_CODES = {"replay_miss": 3} | dict.fromkeys(("missing", "unreadable", "empty", "binary", "too_long", "no_text"), 2)
"""Exit code by the kind of a failure; any other failure is 1."""


def sources(paths: Iterable[str]) -> list[str]:
    """Files to read: those named, and those of the folders named, sorted; '-' once. UsageError for an empty folder."""
    found: list[str] = []
    for path in paths:
        if not path:
            raise UsageError("an empty file name; was a variable empty?")
        if path == "-" or not _is_folder(path):
            found.append(path)
            continue
        inside = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        if not inside:
            raise UsageError(f"{path}: no {', '.join(sorted(SUFFIXES))} files in this folder")
        found += [str(p) for p in inside]
    if found.count("-") > 1:
        raise UsageError("'-' stands for standard input, which can be read once")
    return found


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:  # a name that no file can have: reading it says so
        return False


def ids(paths: Sequence[str]) -> list[str]:
    """A document's id for each path, unique in the run: the file's stem, or the whole path where stems meet."""
    stems = ["stdin" if path == "-" else Path(path).stem for path in paths]
    seen = Counter(stem for stem, _ in set(zip(stems, paths, strict=True)))
    return [stem if seen[stem] == 1 else path for stem, path in zip(stems, paths, strict=True)]


def run(paths: Sequence[str], task: Task, workers: int = 1) -> Iterator[Result]:
    """The record of each file and what was read, in the order given; a failed document is a failed record.

    Settings, weights and cache errors stop the run: they would fail every document alike.
    """
    waiting: deque[Future[Result]] = deque()
    pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="extract")
    try:
        for path, doc_id in zip(paths, ids(paths), strict=True):
            waiting.append(pool.submit(one, path, task, doc_id))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:  # an interrupt doesn't wait for answers that nobody will read
        pool.shutdown(wait=False, cancel_futures=True)


def one(path: str, task: Task, doc_id: str | None = None) -> Result:
    """The record of one file and what was read; what is wrong with this document alone is in the record, a fault of ours included."""
    read = None
    try:
        read = document.read(path, doc_id)
        return Result(extract(read, task), read)
    except ExtractorError as error:
        if error.kind in {"usage", "settings", "weights", "cache", "output"}:
            raise
        return Result(failed(path, error, task, doc_id or path, read), read)
    except Exception as error:  # noqa: BLE001  # the other documents must not be lost with this one
        fault = InternalError(f"{type(error).__name__}: {error}; this is a fault of the program, please report it")
        return Result(failed(path, fault, task, doc_id or path, read), read)


def exit_code(records: Iterable[Record]) -> int:
    """0 if all are done, else the most telling code: 3, 2, then 1."""
    return max((EXIT_CODES.get(record.failure.kind, 1) for record in records if record.failure), default=0)
