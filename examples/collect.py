"""Collects the tables of many portfolios, each in a repository of its own, into one folder: what moved, and no more.

    python examples/collect.py repositories.txt lake

A line of repositories.txt is a name (a-z, 0-9 and hyphens) and an address. The name is whose the rows are: nothing
depends on what a repository calls itself. One that cannot be fetched or read is named, and keeps its last tables.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

LINE = re.compile(r"([a-z0-9-]+)\s+(\S.*)")


def git(*arguments: str) -> str:
    """What git prints. Raises `CalledProcessError`, with what it said in `stderr`."""
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout.strip()


def fetch(clone: Path, address: str) -> str:
    """Bring the newest commit into a clone without history, and give its name."""
    if not clone.exists():
        git("clone", "--quiet", "--depth=1", "--", address, str(clone))
    else:
        git("-C", str(clone), "fetch", "--quiet", "--depth=1", "--", address, "HEAD")
        git("-C", str(clone), "reset", "--quiet", "--hard", "FETCH_HEAD")
    return git("-C", str(clone), "rev-parse", "HEAD")


def export(clone: Path, name: str, lake: Path) -> None:
    """Write the tables of a clone, and put each file in its place in one step; the list of runs comes last."""
    with TemporaryDirectory(dir=lake, prefix=".new-") as new:
        command = [sys.executable, "-m", "strategy_tracker", "export", "--format", "parquet", "-o", new]
        subprocess.run([*command, "--root", str(clone)], check=True, capture_output=True, text=True)
        files = sorted(Path(new).rglob("*.parquet"), key=lambda path: path.parts[len(Path(new).parts)] == "runs")
        for path in files:
            table, _, day, file = path.relative_to(new).parts
            place = lake / table / f"organisation={name}" / day
            place.mkdir(parents=True, exist_ok=True)
            os.replace(path, place / file)  # noqa: PTH105 - the step that is whole or not at all
        os.replace(Path(new) / "tables.sql", lake / "tables.sql")  # noqa: PTH105


def collect(listed: Path, lake: Path) -> int:
    """Collect every portfolio of a list, and give how many could not be."""
    clones, failed = lake / ".clones", 0
    clones.mkdir(parents=True, exist_ok=True)
    for line in filter(None, map(str.strip, listed.read_text(encoding="utf-8").splitlines())):
        found, done = LINE.fullmatch(line), ""
        if not found:
            print(f"no name and address: {line}", file=sys.stderr)
            failed += 1
            continue
        name, address = found.groups()
        seen = clones / f"{name}.commit"
        try:
            done = fetch(clones / name, address)
            if not seen.exists() or seen.read_text(encoding="utf-8") != done:
                export(clones / name, name, lake)
                seen.write_text(done, encoding="utf-8")
        except subprocess.CalledProcessError as error:
            print(f"{name}: {(error.stderr or '').strip()}", file=sys.stderr)
            failed += 1
    return failed


if __name__ == "__main__":
    sys.exit(1 if collect(Path(sys.argv[1]), Path(sys.argv[2])) else 0)
