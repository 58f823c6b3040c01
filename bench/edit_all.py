"""What many edits of one file cost: `python bench/edit_all.py [--changes 5000] [--runs 5]`.

A file of about 1.1 MB, the priorities of twelve strategies in one, gets so many changes at once: an update, a new due
date, the move to it and an owner for one action after the other. Prints Markdown with the processor time of a whole
edit, of its parts, and of as many edits of one change each (one is measured); ends with 1 if the bound is missed.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from clock import two_cores
from generate import generate

from strategy_tracker.editing.changes import Append, Change, Put
from strategy_tracker.editing.splicing.edit import edit_all, take_back
from strategy_tracker.editing.splicing.locate import locate, read
from strategy_tracker.files.parsing.parse import read_document, read_tree

SEED = 1
STRATEGIES = 12
BOUND = 3.0
"""Seconds that 5,000 changes may take: a reading of the file, what is to be written, and a second reading."""


def large(folder: Path) -> bytes:
    """One strategy with the priorities of all of a portfolio."""
    generate(folder, STRATEGIES, SEED)
    first, *others = (path.read_text(encoding="utf-8") for path in sorted((folder / "strategies").glob("*.yaml")))
    parts = [text[text.index("\npriorities:\n") + len("\npriorities:\n") :] for text in others]
    return "".join([first, *parts]).encode()


def changes(tree: Any) -> Iterator[Change]:
    """Without end: four changes of every action, then four more."""
    places = [
        ("priorities", n, "actions", m) for n, one in enumerate(tree["priorities"]) for m in range(len(one["actions"]))
    ]
    for number, action in enumerate(cycle(places)):
        note = f"Contract awarded, number {number}: work begins in the new year, weather permitting."
        yield Append((*action, "updates"), {"on": "2026-10-01", "state": "in-progress", "note": note}, after=("text",))
        yield Put(action, "due", f"2027-{number % 12 + 1:02}-28", ("text", "kind", "owner"))
        yield Append((*action, "moved"), {"on": "2026-10-01", "from": "2026-12-31", "why": note}, after=("due",))
        yield Put(action, "owner", f"Team {number}", ("text",))


def seconds(work: Callable[[], object], runs: int) -> list[float]:
    """Processor time of each run; nothing that was read before helps it."""
    out = []
    for _ in range(runs):
        read_document.cache_clear()
        start = time.process_time()
        work()
        out.append(time.process_time() - start)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    two_cores()
    gc.disable()  # as the command does
    with tempfile.TemporaryDirectory() as name:
        data = large(Path(name))
    many = list(islice(changes(read_tree(data)), options.changes))
    made = edit_all(data, many)
    taken = seconds(lambda: edit_all(data, many), options.runs)
    one = seconds(lambda: edit_all(data, many[:1]), options.runs)
    parts = {
        f"all {len(many):,} changes, {len(made.spans):,} spans": taken,
        "one change": one,
        f"{len(many):,} times one change": [len(many) * each for each in one],
        "reading it, with every place": seconds(lambda: locate(read(data)), options.runs),
        "reading it alone": seconds(lambda: read_tree(data), options.runs),
        "taking all of it back": seconds(lambda: take_back(made.after, made.spans), options.runs),
    }
    print(f"{len(data):,} bytes before, {len(made.after):,} after\n\n| what | seconds | least–most |\n|---|--:|--:|")
    for what, times in parts.items():
        print(f"| {what} | {statistics.median(times):.2f} | {min(times):.2f}–{max(times):.2f} |")
    met = statistics.median(taken) <= BOUND
    print(f"\nThe bound is {BOUND} seconds: {'met' if met else '**missed**'}")
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
