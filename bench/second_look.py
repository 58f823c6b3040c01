"""What a second look costs, when what was made of each file is kept, and what keeping it costs the first one."""

import os
import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clock import Command, Ratio, Run, against, run

OFF = "STRATEGY_NO_CACHE"
HOMES = ("XDG_CACHE_HOME", "LOCALAPPDATA")


@contextmanager
def keeping(folder: Path) -> Iterator[None]:
    """Let commands keep what they make of files, in a folder of this benchmark."""
    before = {name: os.environ.get(name) for name in (OFF, *HOMES)}
    os.environ.pop(OFF, None)
    os.environ.update(dict.fromkeys(HOMES, str(folder)))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def warm(command: Command, floor: Command, folder: Path, kept: Path, pairs: int) -> Ratio:
    """How many times the floor a command takes that has seen every file before."""
    with keeping(kept):
        run(command, folder, (0, 1))
        return against(command, floor, folder, pairs, (0, 1))


def one_changed(command: Command, floor: Command, folder: Path, kept: Path, pairs: int) -> Ratio:
    """How many times the floor a command takes that has seen every file but one."""
    path = min((folder / "strategies").iterdir())
    held = path.read_bytes()
    turns = []
    with keeping(kept):
        run(command, folder, (0, 1))
        try:
            for number in range(pairs):
                path.write_bytes(held + b"# %d\n" % number)
                turns.append((run(floor, folder), run(command, folder, (0, 1))))
        finally:
            path.write_bytes(held)
    return _ratio(turns)


def first_look(command: Command, folder: Path, kept: Path, pairs: int) -> Ratio:
    """How many times as much a first look takes that keeps what it makes as one that keeps nothing."""
    turns = []
    for _ in range(pairs):
        shutil.rmtree(kept, ignore_errors=True)
        without = run(command, folder, (0, 1))
        with keeping(kept):
            turns.append((without, run(command, folder, (0, 1))))
    return _ratio(turns)


def _ratio(turns: list[tuple[Run, Run]]) -> Ratio:
    walls = [mine.wall / least.wall for least, mine in turns]
    return Ratio(
        statistics.median(walls),
        min(walls),
        max(walls),
        statistics.median(mine.wall for _, mine in turns),
        statistics.median(mine.cpu / least.cpu for least, mine in turns),
        max(mine.peak for _, mine in turns),
    )
