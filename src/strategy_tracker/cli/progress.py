"""How far long work is, on a line of the terminal that is gone at the end; nothing of short work."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from strategy_tracker.how_far import heard_by

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds for which a person waits without being told what for."""
_AGAIN = 0.1
"""Seconds between two looks at the same work."""


@contextmanager
def shown_progress() -> Iterator[None]:
    """Show on standard error how far the work inside is."""
    line = _Line()
    try:
        with heard_by(line):
            yield
    finally:
        line.clear()


class _Line:
    """The line, drawn once somebody has waited, and never by a thread: a process with several is not forked."""

    def __init__(self) -> None:
        self._next = time.monotonic() + PATIENCE
        self._drawn: Progress | None = None

    def __call__(self, doing: str, done: int, total: int) -> None:
        """Draw how much is done; what is done wholly takes the line away, for its result is printed next."""
        if done >= total:
            self.clear()
        elif time.monotonic() >= self._next:
            self._draw(doing, done, total)
            self._next = time.monotonic() + _AGAIN

    def _draw(self, doing: str, done: int, total: int) -> None:
        if self._drawn is None:
            self._drawn = _begun(doing, total)
        task = self._drawn.task_ids[0]
        self._drawn.update(task, description=doing, completed=done, total=total, refresh=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._drawn.stop()
            self._drawn = None


def _begun(doing: str, total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    out = Console(stderr=True)
    drawn = Progress(*columns, console=out, transient=True, auto_refresh=False, redirect_stdout=False)
    drawn.add_task(doing, total=total)
    drawn.start()
    return drawn
