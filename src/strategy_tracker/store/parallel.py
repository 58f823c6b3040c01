"""Work on many files with every core the machine has: forked, for portfolios large enough to pay for it."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from strategy_tracker.store.find import DataFile

T = TypeVar("T")
WORTH_IT = 1_000_000
"""Bytes below which starting a second process costs more than it saves."""


def over_files(files: Sequence[DataFile], work: Callable[[DataFile], T]) -> list[T]:
    """`work` done on each file, in order. The results must be plain data: they may cross a pipe."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores < 2 or not hasattr(os, "fork") or sum(file.size for file in files) < WORTH_IT:
        return [work(file) for file in files]
    shares = _shares(files, min(cores, 8))
    children = [_start(files, share, work) for share in shares[1:]]
    try:
        done = {number: work(files[number]) for number in shares[0]}
        while children:
            done.update(_collect(*children.pop()))
    except BaseException:
        _stop(children)
        raise
    return [done[number] for number in range(len(files))]


def _shares(files: Sequence[DataFile], count: int) -> list[list[int]]:
    """File numbers dealt out so that each share has about the same bytes."""
    shares: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for number in sorted(range(len(files)), key=lambda n: -files[n].size):
        least = loads.index(min(loads))
        shares[least].append(number)
        loads[least] += files[number].size
    return shares


def _start(files: Sequence[DataFile], share: list[int], work: Callable[[DataFile], T]) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:  # pragma: no cover - runs in the child, where coverage is not recorded
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump({number: work(files[number]) for number in share}, pipe, pickle.HIGHEST_PROTOCOL)
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
    done: dict[int, T] = pickle.loads(data)  # noqa: S301 - written by our own child a moment ago
    return done
