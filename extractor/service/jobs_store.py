"""Jobs in SQLite: what was handed in and what came of it. A document has its record once, whatever dies in between."""

import math
import secrets
import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.service.answering import Upload
from extractor.service.database import Database

_BATCH = 20
"""Results read from the file at a time."""


class IdempotencyConflict(Exception):
    """The same Idempotency-Key came with another body."""


class BacklogFull(Exception):
    """More documents would wait than may."""


@dataclass(frozen=True)
class Job:
    """How far a job is; `failed` of the `done` documents got no usable answer. Times in seconds since 1970."""

    id: str
    created: float
    finished: float | None
    total: int
    done: int
    failed: int

    @property
    def status(self) -> str:
        """queued, running or done."""
        if self.done == self.total:
            return "done"
        return "running" if self.done else "queued"


@dataclass(frozen=True)
class Row:
    """A document of a job; `record` is JSON text, None while it waits."""

    position: int
    upload: Upload
    record: str | None


@dataclass(frozen=True)
class JobsStore:
    """The jobs in the database. An owner sees its own jobs only."""

    database: Database

    def add(
        self,
        owner: str,
        uploads: Sequence[Upload],
        idempotency: str | None = None,
        fingerprint: str = "",
        room: float = math.inf,
    ) -> tuple[Job, bool]:
        """The job, and whether it is new: the same Idempotency-Key gives the same job.

        Raises IdempotencyConflict if that came with another body, BacklogFull if more than `room` documents would wait.
        """
        job_id = secrets.token_urlsafe(16)
        with self.database.writing() as write:
            if idempotency is not None and (known := self._same(owner, idempotency)):
                if known["fingerprint"] != fingerprint:
                    raise IdempotencyConflict
                return _job(known), False
            if self.waiting() + len(uploads) > room:
                raise BacklogFull
            write.execute(
                "INSERT INTO jobs (id, owner, created, total, idempotency, fingerprint) VALUES (?, ?, ?, ?, ?, ?)",
                (job_id, owner, time.time(), len(uploads), idempotency, fingerprint),
            )
            write.executemany(
                "INSERT INTO documents (job, position, name, doc_id, content) VALUES (?, ?, ?, ?, ?)",
                [(job_id, at, upload.name, upload.doc_id, upload.content) for at, upload in enumerate(uploads)],
            )
        return self.get(owner, job_id) or Job(job_id, 0.0, None, len(uploads), 0, 0), True

    def get(self, owner: str, job_id: str) -> Job | None:
        """The job, if there is one and it is this owner's."""
        row = self.database.row("SELECT * FROM jobs WHERE id = ? AND owner = ?", job_id, owner)
        return _job(row) if row else None

    def next(self, job_id: str, position: int) -> Row | None:
        """The first document of a job from `position` on that has no record yet."""
        row = self.database.row(
            "SELECT * FROM documents WHERE job = ? AND position >= ? AND record IS NULL ORDER BY position LIMIT 1",
            job_id,
            position,
        )
        return _row(row) if row else None

    def save(self, job_id: str, position: int, record: str, *, failed: bool) -> None:
        """Keep a document's record, unless it has one or the job was deleted meanwhile."""
        with self.database.writing() as write:
            new = write.execute(
                "UPDATE documents SET record = ? WHERE job = ? AND position = ? AND record IS NULL",
                (record, job_id, position),
            )
            if new.rowcount:
                write.execute(
                    "UPDATE jobs SET done = done + 1, failed = failed + ?,"
                    " finished = CASE WHEN done + 1 = total THEN ? END WHERE id = ?",
                    (failed, time.time(), job_id),
                )

    def results(self, job_id: str) -> Iterator[Row]:
        """The documents that have a record, in order, a few in memory at a time."""
        position = -1
        while rows := self.database.rows(
            "SELECT * FROM documents WHERE job = ? AND position > ? AND record IS NOT NULL ORDER BY position LIMIT ?",
            job_id,
            position,
            _BATCH,
        ):
            yield from map(_row, rows)
            position = rows[-1]["position"]

    def delete(self, owner: str, job_id: str) -> bool:
        """Delete a job with its documents and results; whether there was one."""
        with self.database.writing() as write:
            gone = write.execute("DELETE FROM jobs WHERE id = ? AND owner = ?", (job_id, owner)).rowcount
        self.database.tidy()
        return bool(gone)

    def expire(self, days: float) -> int:
        """Delete the jobs that are older than this; how many."""
        with self.database.writing() as write:
            gone = write.execute("DELETE FROM jobs WHERE created < ?", (time.time() - days * 86_400,)).rowcount
        if gone:
            self.database.tidy()
        return gone

    def unfinished(self) -> list[str]:
        """Ids of the jobs that have documents waiting, oldest first."""
        return [row["id"] for row in self.database.rows("SELECT id FROM jobs WHERE done < total ORDER BY created")]

    def waiting(self) -> int:
        """Documents of all jobs that have no record yet."""
        row = self.database.row("SELECT COALESCE(SUM(total - done), 0) AS n FROM jobs WHERE done < total")
        return int(row["n"]) if row else 0

    def _same(self, owner: str, idempotency: str) -> sqlite3.Row | None:
        return self.database.row("SELECT * FROM jobs WHERE owner = ? AND idempotency = ?", owner, idempotency)


def _job(row: sqlite3.Row) -> Job:
    return Job(row["id"], row["created"], row["finished"], row["total"], row["done"], row["failed"])


def _row(row: sqlite3.Row) -> Row:
    return Row(row["position"], Upload(row["name"], row["doc_id"], row["content"]), row["record"])
