"""What an attacker learns of what is published: `python bench/public.py`, or with the beginning of a family's name.

Every table of each family is published by the rule, and the rule is inverted over complete preimages; then random lives
of five documents are held against exact linear ranges (`--lives 10000`). Last, the time that 2,000 figures take.

Figures are in bench/PUBLIC.md.
"""

import argparse
import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from strategy_tracker.model.dates.period import MARCH  # noqa: E402
from strategy_tracker.publishing.memory import Memory  # noqa: E402
from strategy_tracker.publishing.what_to_withhold import plan  # noqa: E402
from tests.oracle.attacker import exposed  # noqa: E402
from tests.publishing.families import WHOLE, Family, parts_over_quarters  # noqa: E402
from tests.publishing.histories import a_life, exposed_in, outputs, refusals  # noqa: E402
from tests.publishing.releases import SIX, YEAR, figures, share_shown  # noqa: E402

LONG = (parts_over_quarters(3, 8),)
"""Families that take many minutes: only where they are named."""


def try_every_table(family: Family) -> None:
    begun, tables = time.perf_counter(), [*family.tables()]
    found = exposed(tables, family.published, family.figures, family.threshold, wider=family.wider)
    shown = share_shown([family.published(one) for one in tables])
    took = time.perf_counter() - begun
    print(f"| {family.name} | {len(tables):,} | {len(found)} | {shown:.1f}% | {took:.0f} s |", flush=True)
    for one in found[:3]:
        print(f"  {one}")


def try_lives(count: int) -> None:
    begun, narrow, refused, shown = time.perf_counter(), 0, 0, []
    for seed in range(count):
        life = a_life(Random(seed))
        narrow += bool([*exposed_in(life)])
        refused += bool(refusals(life))
        shown.append(outputs(life))
    took = time.perf_counter() - begun
    print(f"| lives of five documents | {count:,} | {narrow} | {share_shown(shown):.1f}% | {took:.0f} s |")
    print(f"The second look refused {refused} of them.")


def time_of_many(number: int) -> None:
    """So many figures: totals with their parts, each in a year and its quarters."""
    periods = (YEAR, *(f"{YEAR} Q{n}" for n in (1, 2, 3, 4)))
    random, measures = Random(1), []
    for total in range(number // 25):
        rows = {name: [random.randint(0, 30) for _ in range(4)] for name in "abcd"}
        every = {"t": [sum(values) for values in zip(*rows.values(), strict=True)], **rows}
        for name, values in every.items():
            above = None if name == "t" else f"m{total}t"
            row = dict(zip(periods, (sum(values), *values), strict=True))
            measures.append(figures(f"m{total}{name}", row, part_of=above))
    begun = time.process_time()
    made = plan(measures, Memory(), SIX, MARCH)
    took = time.process_time() - begun
    share = 100 * len(made.shown) / sum(len(one.readings) for one in measures)
    print(f"{number:,} figures: {took:.3f} s of processor time; of them {share:.0f}% are shown")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="beginnings of names of families")
    asked.add_argument("--lives", type=int, default=0)
    asked.add_argument("--figures", type=int, default=2000)
    given = asked.parse_args()
    chosen = [one for one in (*WHOLE, *LONG) if any(one.name.startswith(name) for name in given.names)]
    print("| Family | Tables | Small figures in too short a run | Figures shown | Took |\n|---|--:|--:|--:|--:|")
    for family in chosen or (() if given.lives or given.names else WHOLE):
        try_every_table(family)
    if given.lives:
        try_lives(given.lives)
    time_of_many(given.figures)


if __name__ == "__main__":
    main()
