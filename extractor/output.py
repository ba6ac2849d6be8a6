"""Where records are written: stdout, or a file that appears complete or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from extractor.errors import OutputError


@contextmanager
def open_out(path: Path | None) -> Iterator[TextIO]:
    """A stream to write to. A file is written beside its place and renamed at the end; an error leaves nothing behind."""
    if path is None:
        with _stdout() as stream:
            yield stream
        return
    if path.is_dir():
        raise OutputError(f"can't write {path}: it is a folder; name a file")
    if path.exists() and not path.is_file():  # /dev/null or a pipe: not to be replaced by a file
        try:
            with path.open("w", encoding="utf-8", newline="") as stream:
                yield stream
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"can't write {path}: {error.strerror or error}") from None
        return
    path = path.resolve()  # a link is written through, not replaced
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(f"can't write {path}: {error.strerror or error}") from None
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            yield stream
        beside.chmod(mode)
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"can't write {path}: {error.strerror or error}") from None
    finally:
        beside.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


@contextmanager
def _stdout() -> Iterator[TextIO]:
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a real stdout
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # the reader has seen enough: no error of ours
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered can't be written either
        raise OutputError(f"can't write to standard output: {error.strerror or error}") from None
