"""Many documents: in order, some at a time, one that fails never stopping the others."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from extractor import document
from extractor.errors import ExtractorError, UsageError
from extractor.extract import Task, extract, failed
from extractor.schemas.record import Record

SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf", ".md"})
"""What is taken from a folder; a file named itself may be called anything."""
EXIT_CODES = {"replay_miss": 3} | dict.fromkeys(("missing", "unreadable", "empty", "binary", "too_long", "no_text"), 2)
"""Exit code by the kind of a failure; any other failure is 1."""


def sources(paths: Iterable[str]) -> list[str]:
    """Files to read: those named, and those of the folders named, sorted; '-' once. UsageError for an empty folder."""
    found: list[str] = []
    for path in paths:
        if path == "-" or not Path(path).is_dir():
            found.append(path)
            continue
        inside = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        if not inside:
            raise UsageError(f"{path}: no {', '.join(sorted(SUFFIXES))} files in this folder")
        found += [str(p) for p in inside]
    if found.count("-") > 1:
        raise UsageError("'-' stands for standard input, which can be read once")
    return found


def run(paths: Iterable[str], task: Task, workers: int = 1) -> Iterator[Record]:
    """The record of each file, in the order given; a failed document is a failed record.

    Settings, weights and cache errors stop the run: they would fail every document alike.
    """
    waiting: deque[Future[Record]] = deque()
    pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="extract")
    try:
        for path in paths:
            waiting.append(pool.submit(one, path, task))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:  # an interrupt doesn't wait for answers that nobody will read
        pool.shutdown(wait=False, cancel_futures=True)


def one(path: str, task: Task) -> Record:
    """The record of one file; what is wrong with this document alone is in the record."""
    read = None
    try:
        read = document.read(path)
        return extract(read, task)
    except ExtractorError as error:
        if error.kind in {"usage", "settings", "weights", "cache", "output"}:
            raise
        return failed(path, error, task, read)


def exit_code(records: Iterable[Record]) -> int:
    """0 if all are done, else the most telling code: 3, 2, then 1."""
    return max((EXIT_CODES.get(record.failure.kind, 1) for record in records if record.failure), default=0)
