"""Works on many files with every core the machine has, by forking, where a portfolio is large enough to pay for it."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from strategy_tracker.files.find import DataFile
from strategy_tracker.how_far import heard_by, one_by_one, say_how_far

T = TypeVar("T")
WORTH_IT = 1_000_000
"""Bytes below which starting a second process costs more than it saves."""
QUEUE = 2048
"""Turns that the processes share out among themselves, two bytes each: any pipe holds that many."""


def over_files(files: Sequence[DataFile], work: Callable[[DataFile], T], doing: str = "reading files") -> list[T]:
    """Do `work` on each file and give the results in order. They must be plain data: they may cross a pipe.

    While it is done it is said that it is `doing` so many of them.

    A process with several threads, as a server has, is not forked: a lock that another thread holds would stay shut.
    """
    say_how_far(doing, 0, len(files))  # whoever tells of this by a thread ends it first
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    alone = cores < 2 or not hasattr(os, "fork") or threading.active_count() > 1
    if alone or sum(file.size for file in files) < WORTH_IT:
        return [work(file) for file in one_by_one(files, doing)]
    batches = _batches(files)
    queue = _queue(len(batches))

    def share() -> Iterator[tuple[int, T]]:
        for turn in _turns(queue):
            say_how_far(doing, turn * len(files) // len(batches), len(files))
            yield from ((number, work(files[number])) for number in batches[turn])

    children = [_start(share) for _ in range(min(cores, 8) - 1)]
    try:
        done = dict(share())
        while children:
            done.update(_collect(*children.pop()))
        say_how_far(doing, len(files), len(files))
    except BaseException:
        _stop(children)
        raise
    finally:
        os.close(queue)
    return [done[number] for number in range(len(files))]


def _batches(files: Sequence[DataFile]) -> list[list[int]]:
    """File numbers, the largest files first; together where there are more files than the queue holds."""
    order = sorted(range(len(files)), key=lambda number: -files[number].size)
    count = min(len(order), QUEUE)
    return [order[first::count] for first in range(count)]


def _queue(count: int) -> int:
    """A pipe that holds the numbers up to `count`: every process takes its next one from it, so none waits long."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(turn.to_bytes(2, "big") for turn in range(count)))
    os.close(writing)
    return reading


def _turns(queue: int) -> Iterator[int]:
    while turn := os.read(queue, 2):
        yield int.from_bytes(turn, "big")


def _start(share: Callable[[], Iterable[tuple[int, T]]]) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:  # pragma: no cover - runs in the child, where coverage is not recorded
        from pickle import HIGHEST_PROTOCOL, dumps

        os.close(reading)
        with heard_by(None):  # the first process speaks for all
            packed = [dumps(each, HIGHEST_PROTOCOL) for each in share()]  # one by one, while the other works on
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(dumps(packed))
        status = 0
    except BaseException:  # pragma: no cover
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def _stop(children: list[tuple[int, int]]) -> None:
    """End the children whose results nobody will read."""
    for child, reading in children:
        os.close(reading)
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)


def _collect(child: int, reading: int) -> dict[int, T]:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError("a second process that was reading files stopped")
    from pickle import loads

    return dict(map(loads, loads(data)))  # noqa: S301 - written by our own child a moment ago
