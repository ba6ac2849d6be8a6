"""Whose turn it is: jobs give one document each in turn, so that a long job doesn't hold up a short one."""

import threading
from collections import deque
from dataclasses import dataclass

from extractor.service.answering import Upload
from extractor.service.jobs_store import JobsStore


@dataclass(frozen=True)
class Place:
    """A document's place: its job and its position there."""

    job: str
    position: int


class Backlog:
    """The documents of all jobs that wait. What is in the store and has no record is taken up again after a restart."""

    def __init__(self, store: JobsStore) -> None:
        self._store = store
        self._turns = deque((job, 0) for job in store.unfinished())
        self._lock = threading.Lock()

    def add(self, job: str) -> None:
        """A new job takes its place behind the others."""
        with self._lock:
            self._turns.append((job, 0))

    def again(self, place: Place) -> None:
        """A document whose record could not be kept waits once more, and those after it that are still without one."""
        with self._lock:
            self._turns = deque(turn for turn in self._turns if turn[0] != place.job)
            self._turns.append((place.job, place.position))

    def take(self) -> tuple[Place, Upload] | None:
        """The next document; None if nothing waits."""
        with self._lock:
            while self._turns:
                job, position = self._turns.popleft()
                if row := self._store.next(job, position):
                    self._turns.append((job, row.position + 1))
                    return Place(job, row.position), row.upload
        return None
