"""Long work says how far it is; a bar on stderr shows it, and nothing at all where stderr is no terminal."""

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from rich.progress import TaskID

Progress = Callable[[str, int, int], None]
"""Called with what is going on, how much is done and how much there is (0 if unknown)."""


def silent(_what: str, _done: int, _total: int) -> None:
    """A Progress that shows nothing."""


class Bar:
    """Shows steps of long work: `step(what, done, total)`; a total of 0 is work of unknown length."""

    def __init__(self) -> None:
        self._rich: Any = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._rich:
            self._rich.stop()

    def step(self, what: str, done: int, total: int) -> None:
        """Show that `done` of `total` units of `what` are done; finished work leaves the screen."""
        if not sys.stderr.isatty():
            return
        bar = self._started()
        if what not in self._tasks:
            self._tasks[what] = bar.add_task(what, total=total or None)
        bar.update(self._tasks[what], completed=done, total=total or None, visible=not total or done < total)

    def say(self, line: str) -> None:
        """A line on stderr, above the bar if there is one; control characters can't reach the terminal."""
        line = "".join(c if c.isprintable() else " " for c in line)
        if self._rich:
            self._rich.console.print(line, highlight=False, markup=False, soft_wrap=True)
        else:
            sys.stderr.write(line + "\n")

    def _started(self) -> Any:
        if self._rich is None:
            from rich.console import Console  # noqa: PLC0415  # only on a terminal
            from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

            columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
            self._rich = Progress(*columns, console=Console(stderr=True), transient=True)
            self._rich.start()
        return self._rich
