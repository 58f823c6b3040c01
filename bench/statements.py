"""Are all statements in the outputs on record? For random histories, against a reader of files and log of its own.

    python bench/statements.py [HISTORIES] [--first SEED]

The reader and the histories are those of tests/oracle, which share no code with the product. Every statement that the
record does not imply is printed, and the exit code is then 1.
"""

import argparse
import io
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from strategy_tracker.cli.app import run
from tests.oracle import histories
from tests.oracle.statements import wrong_statements

AT_ONCE = 50
"""Histories in one portfolio: each is a strategy, with its own changes in common commits."""


def ask(*arguments: str) -> str:
    """What a command prints."""
    out = io.StringIO()
    with redirect_stdout(out):
        code = run(list(arguments))
    assert code == 0, arguments
    return out.getvalue()


def main() -> int:
    """Look through so many histories, and say how many statements are not on record."""
    asked = argparse.ArgumentParser()
    asked.add_argument("histories", nargs="?", type=int, default=5000)
    asked.add_argument("--first", type=int, default=1000, help="the first seed")
    given = asked.parse_args()
    found, began = 0, time.monotonic()
    for seed in range(given.first, given.first + -(-given.histories // AT_ONCE)):
        with TemporaryDirectory() as folder:
            day = histories.write(Path(folder) / "portfolio", seed, AT_ONCE)
            for statement in wrong_statements(ask, Path(folder) / "portfolio", day):
                found += 1
                print(f"seed {seed}, as at {day}: {statement}")
    took = time.monotonic() - began
    print(f"{given.histories} histories in {took:.0f} s: {found} statements are not on record")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
