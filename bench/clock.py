"""Run processes and compare them: pairs in turns, so that a machine that slows down slows both."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

Command = Sequence[str]
TOOL = (sys.executable, str(Path(__file__).resolve().parent / "start" / "strategy.py"))
"""The command as users run it: by the script that is written when it is installed, whichever pip made this environment.

That of an older pip costs half a p more, and so does `python -m`.
"""


class Run(NamedTuple):
    """What a process cost: seconds on the wall, seconds of all its cores, and MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


NOTHING = Run(0.0, 0.0, 0.0)


class Ratio(NamedTuple):
    """The median, the least and the most of one process against another, and the median seconds of the first.

    All of that is on the wall; `processor` is the median of the same by processor time, which does not count what
    others on the machine take. `peak` is the most MiB of the largest process.
    """

    median: float
    low: float
    high: float
    seconds: float
    processor: float = 0.0
    peak: float = 0.0


def two_cores() -> None:
    """Keep this process, and all it starts, on two cores."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])


def compiled(folder: Path) -> None:
    """Have Python keep its bytecode in `folder`: an installed package has it, a checkout may be told not to."""
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):
        os.environ.pop(name, None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def run(command: Command, folder: Path, allowed: tuple[int, ...] = (0,)) -> Run:
    """Run a command to its end; its forked children are counted with it. A failure ends the benchmark."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        sys.exit(f"{' '.join(command[:6])} … ended with {process.returncode}\n{said.decode()}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20)


def against(command: Command, floor: Command, folder: Path, pairs: int, allowed: tuple[int, ...] = (0,)) -> Ratio:
    """How many times the floor a command takes, over so many pairs run in turns, after one to warm up."""
    return beyond(command, None, floor, folder, pairs, allowed)


def beyond(
    command: Command,
    less: Command | None,
    floor: Command,
    folder: Path,
    pairs: int,
    allowed: tuple[int, ...] = (0,),
) -> Ratio:
    """How many times the floor a command takes more than a lesser one does, over so many turns of all three."""
    if pairs > 3:
        run(floor, folder)
        run(command, folder, allowed)
    turns = [
        (run(floor, folder), run(less, folder) if less else NOTHING, run(command, folder, allowed))
        for _ in range(pairs)
    ]
    walls = [(mine.wall - other.wall) / least.wall for least, other, mine in turns]
    return Ratio(
        statistics.median(walls),
        min(walls),
        max(walls),
        statistics.median(mine.wall - other.wall for _, other, mine in turns),
        statistics.median((mine.cpu - other.cpu) / least.cpu for least, other, mine in turns),
        max(mine.peak for *_, mine in turns),
    )
