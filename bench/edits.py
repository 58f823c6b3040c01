"""What an edit costs: `python bench/edits.py [--python PYTHON] [--pairs 15]`.

A splice with its proof against a round trip through ruamel.yaml, on one file of about 110 kB, and the whole command
`strategy update` against `python -c pass`, in portfolios of 1 and of 1,000 strategies. Prints Markdown; ends with 1 if
a bound is missed. PYTHON is one that has only what users install.
"""

import argparse
import gc
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clock import Ratio, against, two_cores
from content import strategy_and_measures
from generate import generate
from ruamel.yaml import YAML

from strategy_tracker.editing.changes import Append
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.files.parsing.parse import read_document, read_tree

SEED = 1
SIZE = 110_000
UPDATE = {
    "on": "2026-10-01",
    "state": "in-progress",
    "rag": "amber",
    "note": "Two vacancies: agency cover.",
    "by": "Lead",
}


def large(folder: Path) -> bytes:
    """A strategy file of about 110 kB: one strategy, and as much of another's priorities as there is room for."""
    generate(folder, 2, SEED)
    one, two = (path.read_text() for path in sorted((folder / "strategies").glob("*.yaml")))
    more = two[two.index("\npriorities:") :].replace("\npriorities:", "\nalso:", 1)
    cut = more[: SIZE - len(one.encode())]
    return (one + cut[: cut.rindex("\n  - id: ") + 1]).encode()


def spliced(data: bytes) -> None:
    """One update the way the commands do it."""
    read_document.cache_clear()
    edit_all(data, [Append(("priorities", 3, "actions", 4, "updates"), UPDATE, after=("text",))])


def round_trip(data: bytes) -> None:
    """One update the way most programs that keep comments do it."""
    yaml = YAML(typ="rt")
    tree: Any = yaml.load(data)
    tree["priorities"][3]["actions"][4].setdefault("updates", []).append(dict(UPDATE))
    yaml.dump(tree, io.BytesIO())


def seconds(work: Callable[[bytes], None], data: bytes) -> float:
    """Processor time: other work on the machine does not count."""
    start = time.process_time()
    work(data)
    return time.process_time() - start


def faster(data: bytes, pairs: int) -> Ratio:
    """How many times longer the round trip takes, over pairs in turns; and the seconds of a splice."""
    spliced(data), round_trip(data)
    both = [(seconds(spliced, data), seconds(round_trip, data)) for _ in range(pairs)]
    ratios = [long / short for short, long in both]
    return Ratio(statistics.median(ratios), min(ratios), max(ratios), statistics.median(short for short, _ in both))


def updating(python: str, folder: Path, count: int, pairs: int) -> Ratio:
    """The whole command in a portfolio of so many strategies."""
    generate(folder, count, SEED)
    strategy, _ = strategy_and_measures(count // 2, SEED)
    action = next(one for one in strategy["priorities"][3]["actions"] if one.get("updates"))
    said = ("--state", "in-progress", "--rag", "amber", "--note", "Two vacancies: agency cover.")
    command = (python, "-m", "strategy_tracker", "update", f"{strategy['id']}/{action['id']}", *said)
    return against(command, (python, "-c", "pass"), folder, pairs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--pairs", type=int, default=15)
    options = parser.parse_args()
    two_cores()
    gc.disable()  # as the command does
    print("| what | measured | least–most | seconds | bound | met |\n|---|--:|--:|--:|--:|---|")
    with tempfile.TemporaryDirectory() as name:
        data = large(Path(name) / "large")
        read_tree(data)
        ratio = faster(data, options.pairs)
        met = [line(f"a splice with its proof, {len(data):,} bytes, against a round trip", ratio, "× faster", 20, True)]
        for count, bound in ((1, 20), (1000, 26)):
            ratio = updating(options.python, Path(name) / str(count), count, options.pairs)
            met.append(line(f"`update`, {count:,} {'strategy' if count == 1 else 'strategies'}", ratio, "p", bound))
    print("\np is the time of `python -c pass`, measured in turns with the command.")
    return int(not all(met))


def line(what: str, ratio: Ratio, unit: str, bound: float, at_least: bool = False) -> bool:
    """Print a line of the table; whether the median keeps the bound."""
    met = ratio.median >= bound if at_least else ratio.median <= bound
    sign, spread = "≥" if at_least else "≤", f"{ratio.low:.1f}–{ratio.high:.1f}"
    cells = (
        what,
        f"{ratio.median:.1f} {unit}",
        spread,
        f"{ratio.seconds:.3f}",
        f"{sign} {bound}",
        "yes" if met else "**no**",
    )
    print("| " + " | ".join(cells) + " |", flush=True)
    return met


if __name__ == "__main__":
    sys.exit(main())
