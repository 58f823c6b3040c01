"""Are the answers of rounds counted right? For random rounds, against a count of its own.

    python bench/rounds.py [ROUNDS] [--first SEED]

The rounds and the count are those of tests/oracle, which share no code with the product. Every round that is counted
otherwise is printed with both counts, and the exit code is then 1.
"""

import argparse
import io
import json
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from strategy_tracker.cli.app import run
from tests.oracle import rounds

AT_ONCE = 50
"""Rounds in one portfolio: each is of a body of a strategy of its own."""


def main() -> int:
    """Count so many rounds, and say how many are counted otherwise by the product."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rounds", nargs="?", type=int, default=1000)
    asked.add_argument("--first", type=int, default=1000, help="the first seed")
    given = asked.parse_args()
    wrong, opened, answers, began, seed = 0, 0, 0, time.monotonic(), given.first
    while opened < given.rounds:
        with TemporaryDirectory() as folder:
            root = Path(folder) / "portfolio"
            made, out = rounds.write(root, seed, AT_ONCE), io.StringIO()
            with redirect_stdout(out):
                code = run(["reviews", "--as-at", rounds.TODAY.isoformat(), "--format", "json", "--root", str(root)])
            assert code == 0, seed
            found = {one["strategy"]: one["round"] for one in json.loads(out.getvalue())["reviews"]}
            for one in made:
                own, theirs = rounds.count(one), rounds.in_short(found[one["id"]])
                opened += own is not None
                answers += own["things_answered"] if own else 0
                if own != theirs:
                    wrong += 1
                    print(f"seed {seed}, {one['id']}: {theirs}, and by the page it is {own}")
        seed += 1
    took = time.monotonic() - began
    print(f"{opened} rounds with {answers} answers in {took:.0f} s: {wrong} are counted otherwise")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
