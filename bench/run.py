"""Measure the command against floors taken in the same run: `python bench/run.py [--quick]`.

Prints Markdown: what, the ratio measured, its bound, and whether it is met. Ends with 1 if a bound is missed.
"""

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clock import TOOL, Command, Ratio, Run, against, beyond, compiled, run, two_cores
from content import AS_AT, strategy_and_measures
from generate import generate
from second_look import first_look, one_changed, warm

SEED = 1
PASS = (sys.executable, "-c", "pass")
DAY = ("--as-at", AS_AT.isoformat())
FLOORS = (sys.executable, str(Path(__file__).with_name("floors.py").resolve()))
EVENTS = (*FLOORS, "events", ".")
SIZES = (1, 10, 33, 100, 333, 1000)


class Line(NamedTuple):
    """A line of the table."""

    what: str
    ratio: Ratio
    unit: str
    bound: float | None
    at_least: bool = False

    def met(self) -> bool:
        """Whether the median keeps the bound."""
        if self.bound is None:
            return True
        return self.ratio.median >= self.bound if self.at_least else self.ratio.median <= self.bound

    def __str__(self) -> str:
        ratio, sign = self.ratio, "≥" if self.at_least else "≤"
        bound = f"{sign} {self.bound:g} {self.unit}" if self.bound is not None else "–"
        spread = f"{ratio.low:.2f}–{ratio.high:.2f}"
        verdict = "–" if self.bound is None else "yes" if self.met() else "**no**"
        cpu = f"{ratio.processor:.1f} {self.unit}" if ratio.processor else "–"
        times = f"{ratio.median:.2f} {self.unit} | {spread} | {cpu} | {ratio.seconds:.3f} s"
        return f"| {self.what} | {times} | {bound} | {verdict} |"


def folders(top: Path, sizes: tuple[int, ...]) -> dict[int, Path]:
    """A portfolio of each size."""
    made = {}
    for size in sizes:
        made[size] = top / f"{size}-strategies"
        generate(made[size], size, SEED)
    return made


def starting(folder: Path, pairs: int) -> list[Line]:
    """What it costs to be there."""
    asked = (("--version", 1.3), ("--help", 7))
    return [
        Line(f"`strategy {word}`", against((*TOOL, word), PASS, folder, pairs), "p", bound) for word, bound in asked
    ]


def everyday(made: dict[int, Path], pairs: int) -> list[Line]:
    """The commands of a normal day, on one strategy and on 33."""
    strategy, measures = strategy_and_measures(17, SEED)
    action = f"{strategy['id']}/{strategy['priorities'][3]['actions'][4]['id']}"
    asked: tuple[tuple[str, int, Command, float], ...] = (
        ("`validate`, 1 strategy", 1, ("validate", *DAY), 19),
        ("`validate`, 33 strategies", 33, ("validate", *DAY), 50),
        ("`status`, 1 strategy", 1, ("status", *DAY), 22),
        ("`status`, 33 strategies", 33, ("status", *DAY), 66),
        ("`show` an action of 33 strategies", 33, ("show", action, *DAY), 28),
        ("`show` a measure of 33 strategies", 33, ("show", measures[20]["id"], *DAY), 28),
    )
    return [
        Line(what, against((*TOOL, *args), PASS, made[size], pairs), "p", bound) for what, size, args, bound in asked
    ]


def second_looks(made: dict[int, Path], kept: Path, pairs: int) -> Iterator[Line]:
    """What a look costs at what was looked at before, and what that costs the first one."""
    bounds = {"validate": {1: 8, 33: 9, 1000: 48}, "status": {1: 11, 33: 18, 1000: 280}}
    for command, of_sizes in bounds.items():
        asked = (*TOOL, command, *DAY)
        for size, bound in of_sizes.items():
            if size in made:
                many = f"{size:,} {'strategy' if size == 1 else 'strategies'}"
                ratio = warm(asked, PASS, made[size], kept, pairs if size < 1000 else 3)
                yield Line(f"second `{command}`, {many}", ratio, "p", bound)
                if size == 1000:
                    yield memory(f"second `{command}`, {many}", ratio, 150 if command == "validate" else 450)
    for command, bound in (("validate", 24), ("status", 32)):
        ratio = one_changed((*TOOL, command, *DAY), PASS, made[33], kept, pairs)
        yield Line(f"`{command}`, one file of 33 strategies changed", ratio, "p", bound)
    for command in ("validate", "status"):
        ratio = first_look((*TOOL, command, *DAY), made[33], kept, pairs)
        in_processor = ratio._replace(median=ratio.processor)
        yield Line(f"first `{command}` of 33 that keeps what it makes, by processor time", in_processor, "×", 1.05)


def pages(made: dict[int, Path], top: Path, pairs: int) -> Iterator[Line]:
    """What is made for others: a paper, beyond the standing it is made from where it is of many, and a dashboard."""
    status, paper = (*TOOL, "status", *DAY), (*TOOL, "report", *DAY, "--format", "html", "-o", str(top / "paper.html"))
    yield Line("`report` of 1 strategy, HTML", against(paper, PASS, made[1], pairs), "p", 34)
    more = beyond(paper, status, PASS, made[33], pairs)
    yield Line("`report` of 33 strategies, HTML, beyond `status` of them", more, "p", 60)
    dashboard = (*TOOL, "dashboard", *DAY, "-o", str(top / "pages"))
    ratio = against(dashboard, PASS, made[33], pairs)
    yield Line("`dashboard` of 33 strategies, a folder", ratio, "p", 170)
    yield memory("`dashboard` of 33 strategies", ratio, 300)


def held_to_the_bytes(folder: Path, top: Path, pairs: int) -> Iterator[Line]:
    """Commands that read 33 strategies, by processor time against E of the same files.

    How fast a machine starts Python, how many cores it has and who else is on it say little of that.
    """
    status = (*TOOL, "status", *DAY)
    paper, pages = str(top / "paper.html"), str(top / "pages")
    asked: tuple[tuple[str, Command, Command | None, float], ...] = (
        ("`validate`, 33 strategies", (*TOOL, "validate", *DAY), None, 4.3),
        ("`status`, 33 strategies", status, None, 6),
        (
            "`report` of 33 strategies, HTML, beyond `status` of them",
            (*TOOL, "report", *DAY, "--format", "html", "-o", paper),
            status,
            4,
        ),
        ("`dashboard` of 33 strategies, a folder", (*TOOL, "dashboard", *DAY, "-o", pages), None, 17),
    )
    for what, command, less, bound in asked:
        ratio = beyond(command, less, EVENTS, folder, pairs)
        yield Line(f"{what}, by processor time", ratio._replace(median=ratio.processor), "E", bound)


def memory(what: str, of: Ratio, bound: float) -> Line:
    """The memory of the largest process of what was measured."""
    return Line(f"{what}: memory of the largest process", Ratio(of.peak, of.peak, of.peak, of.seconds), "MiB", bound)


def blemished(top: Path, pairs: int) -> Line:
    """What finding something costs: a file with a finding is read a second time, for its line."""
    folder = top / "blemished"
    generate(folder, 33, SEED, blemished=1)
    ratio = against((*TOOL, "validate", *DAY), PASS, folder, pairs)
    return Line("`validate`, 33 strategies with a finding in each", ratio, "p", None)


def round_trip(folder: Path, pairs: int) -> Line:
    """How many times longer the round-trip loader takes for what `validate` reads and checks."""
    ratio = against((*FLOORS, "round-trip", "."), (*TOOL, "validate", *DAY), folder, pairs)
    return Line("loading 33 strategies with ruamel.yaml's round-trip loader", ratio, "validate", 20, at_least=True)


def large(folder: Path, pairs: int) -> list[Line]:
    """A thousand strategies: time against the event parser in one process, and the memory of the largest process."""
    ratio = against((*TOOL, "validate", *DAY), EVENTS, folder, pairs)
    what = "`validate`, 1,000 strategies"
    return [Line(what, ratio, "E", 1.5), memory(what, ratio, 150)]


def growth(made: dict[int, Path], times: int) -> None:
    """Cost by bytes, and the straight line through it."""
    print("\n| Strategies | MB | wall s | wall ms/MB | CPU s | CPU ms/MB | peak MiB |\n|--:|--:|--:|--:|--:|--:|--:|")
    sizes, walls, cores = [], [], []
    for count, folder in made.items():
        size = sum(path.stat().st_size for path in folder.rglob("*.yaml")) / 1e6
        ran = _median([run((*TOOL, "validate", *DAY), folder) for _ in range(times if count < 333 else 3)])
        row = (ran.wall, ran.wall / size * 1000, ran.cpu, ran.cpu / size * 1000)
        wall, wall_each, cpu, cpu_each = row
        print(
            f"| {count:,} | {size:.1f} | {wall:.2f} | {wall_each:.0f} | {cpu:.2f} | {cpu_each:.0f} | {ran.peak:.0f} |"
        )
        sizes.append(size)
        walls.append(ran.wall)
        cores.append(ran.cpu)
    print()
    for name, seconds in (("wall", walls), ("CPU", cores)):
        slope, start = statistics.linear_regression(sizes, seconds)
        fit = statistics.correlation(sizes, seconds) ** 2
        print(f"{name}: {start:.2f} s + {slope * 1000:.1f} ms per MB (R² = {fit:.4f})")


def _median(runs: list[Run]) -> Run:
    return sorted(runs)[len(runs) // 2]


def main() -> int:
    asked = argparse.ArgumentParser(description="Measure the command against floors taken in the same run.")
    asked.add_argument("--quick", action="store_true", help="fewer pairs, nothing above 33 strategies")
    quick = asked.parse_args().quick
    two_cores()
    os.environ["STRATEGY_NO_CACHE"] = "1"  # every line is of a first look
    pairs = 5 if quick else 21
    with tempfile.TemporaryDirectory(prefix="strategy-bench-") as name:
        compiled(Path(name) / "bytecode")
        made = folders(Path(name), SIZES[:3] if quick else SIZES)
        floors = [run(PASS, made[1]) for _ in range(pairs)]
        wall, cpu = (statistics.median(each) for each in ([one.wall for one in floors], [one.cpu for one in floors]))
        machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
        print(f"{machine}, load {os.getloadavg()[0]:.1f}; p = {wall * 1000:.1f} ms")
        print(f"on the wall and {cpu * 1000:.1f} ms of processor time\n")
        print("| What | Median | Range | Processor | Takes | Bound | Met |\n|---|--:|--:|--:|--:|--:|---|", flush=True)
        lines = []
        for line in _measured(Path(name), made, pairs, quick):
            print(line, flush=True)
            lines.append(line)
        growth(made, 3 if quick else 7)
    return 0 if all(line.met() for line in lines) else 1


def _measured(top: Path, made: dict[int, Path], pairs: int, quick: bool) -> Iterator[Line]:
    yield from starting(made[1], pairs)
    yield from everyday(made, pairs)
    yield from second_looks(made, top / "caches", pairs)
    yield from pages(made, top, pairs)
    yield from held_to_the_bytes(made[33], top, pairs)
    yield blemished(top, pairs)
    yield round_trip(made[33], 1 if quick else 3)
    if not quick:
        yield from large(made[1000], 3)


if __name__ == "__main__":
    sys.exit(main())
