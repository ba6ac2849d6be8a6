"""The threads that do the work: requests first, then jobs; a document that takes too long is given up."""

import contextvars
import logging
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from extractor.service.answering import Outcome, Upload
from extractor.service.backlog import Backlog, Place

_log = logging.getLogger("extractor.service")
_IDLE = 1.0
"""Seconds after which a worker looks again by itself, and the watch looks at the clock."""
_MOST_GIVEN_UP = 8
"""Threads that may be left behind with a document that doesn't end; after that the workers that are left must do."""

Work = Callable[[Upload], Outcome]


class QueueFull(Exception):
    """As many requests wait as may."""


class Stopping(Exception):
    """The service is being stopped."""


@dataclass(eq=False)
class Piece:
    """A document to do: for a request, which waits for `future`, or for a job, at `place`."""

    upload: Upload
    place: Place | None = None
    future: "Future[Outcome]" = field(default_factory=Future)
    queued: float = field(default_factory=time.monotonic)
    started: float = 0.0
    worker: threading.Thread | None = None
    ended: bool = False
    given_up: bool = False
    context: contextvars.Context = field(default_factory=contextvars.copy_context)
    """Of the request: the worker's log lines and spans belong to it."""


@dataclass(frozen=True)
class Hooks:
    """What a worker calls: `work` to do a document, `late` for one that took too long, `keep` for a job's record.

    `seen` is told of every outcome with the seconds waited and worked, `ready` says whether jobs may be begun.
    """

    work: Work
    late: Work
    keep: Callable[[Place, Outcome], None]
    seen: Callable[[Piece, Outcome, float, float], None]
    ready: Callable[[], bool]


@contextmanager
def _unbroken() -> Iterator[None]:
    """A fault of ours in one piece is told; the thread goes on with the next."""
    try:
        yield
    except Exception:  # noqa: BLE001  # whatever it is
        _log.exception("a fault of the program", extra={"event": "fault"})


class Workers:
    """A fixed number of worker threads, the queue of the requests, and the watch over what is under way."""

    def __init__(self, hooks: Hooks, backlog: Backlog, count: int, queue: int, timeout: float) -> None:
        self._hooks, self._backlog, self._queue, self._timeout = hooks, backlog, queue, timeout
        self.count = count
        self._waiting: deque[Piece] = deque()
        self._running: set[Piece] = set()
        self._changed = threading.Condition()
        self._stopping = False
        self._closed = 0.0
        self._given_up = 0
        self._threads: list[threading.Thread] = []
        self.pace = 1.0
        """Seconds that a document takes, of late."""

    def start(self) -> None:
        """Start the workers and the watch."""
        for _ in range(self.count):
            self._hire()
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def stop(self, grace: float) -> None:
        """Begin nothing more; wait until `grace` seconds after `close` for what is under way. Jobs go on after the restart."""
        self.close()
        until = self._closed + grace
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def close(self) -> None:
        """Begin nothing more, and tell those who wait for it."""
        with self._changed:
            if not self._stopping:
                self._stopping, self._closed = True, time.monotonic()
            left, self._waiting = self._waiting, deque()
            self._changed.notify_all()
        for piece in left:
            with suppress(InvalidStateError):
                piece.future.set_exception(Stopping())

    def submit(self, upload: Upload) -> Piece:
        """Queue a request's document. Raises QueueFull or Stopping."""
        with self._changed:
            if self._stopping:
                raise Stopping
            free = max(0, self.count - len(self._running))
            if len(self._waiting) >= self._queue + free:
                raise QueueFull
            piece = Piece(upload)
            self._waiting.append(piece)
            self._changed.notify()
        return piece

    def closed_for(self) -> float:
        """Seconds since nothing new is begun; 0 while all goes on."""
        return time.monotonic() - self._closed if self._stopping else 0.0

    def wake(self) -> None:
        """Look at the backlog: something was added, or the model is ready."""
        with self._changed:
            self._changed.notify_all()

    def drop(self, piece: Piece) -> None:
        """Nobody waits for this any more: it leaves the queue. Once begun it is finished, so that its answer is kept."""
        with self._changed:
            if piece in self._waiting:
                self._waiting.remove(piece)
        piece.future.cancel()

    def depth(self) -> int:
        """Requests that wait for a worker."""
        return len(self._waiting)

    def busy(self) -> int:
        """Documents under way."""
        return len(self._running)

    def _hire(self) -> None:
        thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _run(self) -> None:
        while (piece := self._next()) is not None:
            with _unbroken():
                outcome = piece.context.run(self._hooks.work, piece.upload)
                if self._still_wanted(piece):
                    self._settle(piece, outcome)
            if piece.given_up:  # another worker has this one's place
                return

    def _still_wanted(self, piece: Piece) -> bool:
        """Whether the outcome of a piece is still wanted; from here on the watch leaves it alone."""
        with self._changed:
            piece.ended = True
            self._given_up -= piece.given_up
        return not piece.given_up

    def _next(self) -> Piece | None:
        with self._changed:
            while not self._stopping:
                if piece := self._pick():
                    piece.started, piece.worker = time.monotonic(), threading.current_thread()
                    self._running.add(piece)
                    return piece
                self._changed.wait(_IDLE)
        return None

    def _pick(self) -> Piece | None:
        if self._waiting:
            return self._waiting.popleft()
        try:
            taken = self._backlog.take() if self._hooks.ready() else None
        except sqlite3.Error as error:
            _log.exception("storage: %s", error, extra={"event": "storage"})
            return None
        return Piece(taken[1], taken[0]) if taken else None

    def _settle(self, piece: Piece, outcome: Outcome) -> None:
        """Hand the outcome over and tell of it."""
        now = time.monotonic()
        self._hand_over(piece, outcome)
        with self._changed:
            self._running.discard(piece)
            self.pace = 0.8 * self.pace + 0.2 * (now - piece.started)
        self._tell(piece, outcome, now)

    def _tell(self, piece: Piece, outcome: Outcome, now: float) -> None:
        context = piece.context.copy()  # the first may still be entered, by a worker that was given up
        context.run(self._hooks.seen, piece, outcome, piece.started - piece.queued, now - piece.started)

    def _hand_over(self, piece: Piece, outcome: Outcome) -> None:
        if piece.place is None:
            with suppress(InvalidStateError):  # nobody waits for it any more
                piece.future.set_result(outcome)
            return
        try:
            self._hooks.keep(piece.place, outcome)
        except sqlite3.Error as error:
            _log.exception("storage: %s", error, extra={"event": "storage"})
            self._backlog.again(piece.place)
            time.sleep(_IDLE)  # a full disk isn't emptied by asking the model faster

    def _watch(self) -> None:
        while not self._stopping:
            time.sleep(min(_IDLE, self._timeout / 4))
            now = time.monotonic()
            with self._changed:
                late = [piece for piece in self._running if now - piece.started > self._timeout]
            for piece in late:
                with _unbroken():
                    self._give_up(piece)

    def _give_up(self, piece: Piece) -> None:
        """Settle a piece as too slow; another worker takes its place. Its own ends with it, and what it made is dropped.

        A thread can't be stopped from outside without leaving whatever lock it holds shut for good.
        """
        with self._changed:
            if piece.ended or piece.given_up or self._given_up >= _MOST_GIVEN_UP:
                return
            piece.given_up = True
            self._given_up += 1
            self._running.discard(piece)
            self._threads = [thread for thread in self._threads if thread is not piece.worker]
            self._hire()
        self._settle(piece, self._hooks.late(piece.upload))
