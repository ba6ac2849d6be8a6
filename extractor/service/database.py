"""The service's one SQLite file: jobs, their documents and results, and the keys. Readable by its owner only."""

import errno
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import SettingsError

_TABLES = """
CREATE TABLE IF NOT EXISTS jobs (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, created REAL NOT NULL, finished REAL,
    total INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
    idempotency TEXT, fingerprint TEXT, UNIQUE (owner, idempotency)
);
CREATE TABLE IF NOT EXISTS documents (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, doc_id TEXT NOT NULL, content BLOB NOT NULL, record TEXT, PRIMARY KEY (job, position)
);
CREATE INDEX IF NOT EXISTS waiting ON documents (job, position) WHERE record IS NULL;
CREATE TABLE IF NOT EXISTS keys (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, digest BLOB NOT NULL, scopes TEXT NOT NULL,
    created REAL NOT NULL, revoked REAL
);
"""
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was answered with 202 is there after a power cut
    "PRAGMA secure_delete = ON",  # a deleted article is overwritten, not only forgotten
    "PRAGMA foreign_keys = ON",
)
_PATIENCE = 10.0
"""Seconds to wait for another process, such as `keys add`, to finish writing."""


class Database:
    """One connection for all threads of this process; each statement or block has it alone."""

    def __init__(self, folder: Path) -> None:
        path = folder / "service.sqlite3"
        try:
            _own(folder)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # before SQLite makes it readable to others
            path.chmod(0o600)
            self._connection = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                self._connection.execute(pragma)
            self._connection.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise SettingsError(f"{path} can't be used: {reason}; set --data-dir to another folder") from None
        self._lock = threading.RLock()

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def row(self, query: str, *values: object) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(query, *values)), None)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is written in the block stays, or nothing if it raises."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:  # a COMMIT that fails, as on a full disk, may leave its transaction open
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def tidy(self) -> None:
        """Fold the write-ahead log into the file, so that what was deleted is nowhere."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file; whatever is asked afterwards raises."""
        with self._lock:
            self._connection.close()


def _own(folder: Path) -> None:
    """Make the folder, for its owner only. One that all may write to, such as /tmp, is neither taken nor changed."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if folder.stat().st_mode & 0o002:
        raise PermissionError(errno.EPERM, "anybody may write to this folder")
    folder.chmod(0o700)
