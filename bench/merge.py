"""Thousands of pairs of edits through the merge, each held against every promise: `python bench/merge.py --pairs 4000`.

A pair is a file in a random hand, changed by two people: updates, moves, readings, fields, items added and taken out,
comments, blank lines, line endings, and now and then the whole file written anew in another layout. The promises are
those of `tests/promises/test_merges.py`. `--plain` leaves brackets and comments inside them out, as most do.
Also timed: the largest strategy of this repository, with a change on either side.

Figures are in bench/MERGE.md.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from strategy_tracker.merging.merge import merge  # noqa: E402
from tests.promises.test_merges import a_pair, judge  # noqa: E402


def pairs(first: int, count: int, flow: float) -> Counter[str]:
    found: Counter[str] = Counter()
    for seed in range(first, first + count):
        try:
            found[judge(*a_pair(Random(seed), flow))] += 1
        except AssertionError as error:
            found["BROKEN: " + str(error).split("\n", 1)[0]] += 1
            print(f"seed {seed}: {error}")
    return found


def largest() -> None:
    """The time of one merge of the largest file, and of reading it three times, which no merge can do without."""
    from strategy_tracker.files.parsing.parse import read_tree

    path = max((ROOT / "strategies").glob("*.yaml"), key=lambda path: path.stat().st_size)
    base = path.read_bytes()
    ours = base.replace(b"title: ", b"title: Our ", 1)
    before, _, after = base.rpartition(b"text: ")
    theirs = before + b"text: Their " + after
    times = []
    for work in (lambda: merge(base, ours, theirs), lambda: [read_tree(data) for data in (base, ours, theirs)]):
        start = time.perf_counter()
        for _ in range(5):
            work()
        times.append((time.perf_counter() - start) / 5)
    print(f"{path.name}: {len(base)} bytes, merged in {times[0]:.3f} s, {times[0] / times[1]:.1f} times three readings")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--plain", action="store_true")
    asked = parser.parse_args()
    start = time.perf_counter()
    found = pairs(asked.first, asked.pairs, 0.0 if asked.plain else 0.2)
    for what, count in found.most_common():
        print(f"{count:7} {what}")
    print(f"{asked.pairs} pairs in {time.perf_counter() - start:.0f} s")
    largest()
    return any(what.startswith("BROKEN") for what in found)


if __name__ == "__main__":
    sys.exit(main())
