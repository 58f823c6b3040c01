"""How far long work is, on a line of the terminal that is gone at the end; nothing of short work."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from strategy_tracker.how_far import heard_by

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds for which a person waits without being told what for."""
_AGAIN = 0.1
"""Seconds between two looks at the same work."""
_TICK = 1.0
"""Seconds between two looks at work that has no parts: it is told how long it has taken."""


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
    """The line, drawn once somebody has waited.

    Work of several parts is never drawn by a thread, for a process with several is not forked; of work in one piece,
    which cannot say anything meanwhile, a thread says how long it has taken, and is gone before anything else is said.
    When that is done, the work that it was a part of goes on.
    """

    def __init__(self) -> None:
        self._next = time.monotonic() + PATIENCE
        self._drawn: Progress | None = None
        self._whole = False
        self._watch: tuple[Thread, Event] | None = None
        self._pieces: list[tuple[str, float]] = []

    def __call__(self, doing: str, done: int, total: int) -> None:
        """Draw how much is done; what is done wholly takes the line away, for its result is printed next."""
        self._end_watch()
        if 1 < total != done:
            if time.monotonic() >= self._next:
                self._draw(doing, done, total)
                self._next = time.monotonic() + _AGAIN
            return
        if done >= total:
            self.clear()
        if total == 1:
            inside = [one for one in self._pieces if one[0] != doing]
            self._pieces = inside if done else [*inside, (doing, time.monotonic())]
        if self._pieces:
            self._begin_watch(*self._pieces[-1])

    def _begin_watch(self, doing: str, begun: float) -> None:
        ended = Event()
        self._watch = (Thread(target=self._tell_time, args=(doing, begun, ended), daemon=True), ended)
        self._watch[0].start()

    def _tell_time(self, doing: str, begun: float, ended: Event) -> None:
        """Draw for how long work in one piece has been done, each second until it has ended."""
        wait = max(0.0, self._next - time.monotonic())
        while not ended.wait(wait):
            self._draw(f"{doing}, {time.monotonic() - begun:.0f} s", 0, 1)
            wait = _TICK

    def _draw(self, doing: str, done: int, total: int) -> None:
        if self._drawn is None or self._whole != (total == 1):
            self.clear_line()
            self._drawn, self._whole = _begun(doing, total), total == 1
        task = self._drawn.task_ids[0]
        self._drawn.update(task, description=doing, completed=done, total=total, refresh=True)

    def _end_watch(self) -> None:
        if self._watch:
            thread, ended = self._watch
            ended.set()
            thread.join()
            self._watch = None

    def clear_line(self) -> None:
        """Take away what is drawn."""
        if self._drawn:
            self._drawn.stop()
            self._drawn = None

    def clear(self) -> None:
        """Take the line away, and whoever draws it."""
        self._end_watch()
        self.clear_line()


def _begun(doing: str, total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    words = TextColumn("{task.description}", markup=False)
    parts = (BarColumn(), MofNCompleteColumn()) if total > 1 else ()
    out = Console(stderr=True)
    drawn = Progress(words, *parts, console=out, transient=True, auto_refresh=False, redirect_stdout=False)
    drawn.add_task(doing, total=total)
    drawn.start()
    return drawn
