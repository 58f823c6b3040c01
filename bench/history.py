"""Measure what looks into the past against git alone: `python bench/history.py [--quick]`.

Prints Markdown: what, the ratio measured, its bound, and whether it is met. Ends with 1 if a bound is missed.
"""

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from clock import TOOL, Command, Ratio, against, compiled, run, two_cores
from generate import generate
from run import Line

FIRST = date(2024, 1, 1)
VERSIONS, CHANGED = 500, 275


def git(folder: Path, *arguments: str, day: date = FIRST) -> str:
    parts = {"NAME": "Bench", "EMAIL": "bench@example.org", "DATE": f"{day}T12:00:00+0000"}
    who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in parts.items()}
    done = subprocess.run(
        ("git", *arguments), cwd=folder, env=os.environ | who, capture_output=True, check=True, text=True
    )
    return done.stdout


def committed(folder: Path, day: date) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=x", day=day)


def with_versions(top: Path, versions: int) -> tuple[Path, str, Path]:
    """33 strategies whose first one was edited so often; an action of it; the file."""
    folder = top / "versions"
    generate(folder, 33, 1)
    git(folder, "init", "--quiet", "--initial-branch=main")
    committed(folder, FIRST)
    path = min((folder / "strategies").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    hand = Random(1)
    notes = [found.start() for found in re.finditer(r"(?m)^            note: [A-Z]", text)]
    for number in range(versions):
        place = text.index("note: ", hand.choice(notes)) + 6
        text = text[:place] + f"{number} " + text[place:]
        notes = [found.start() for found in re.finditer(r"(?m)^            note: [A-Z0-9]", text)]
        path.write_text(text, encoding="utf-8")
        committed(folder, FIRST + timedelta(days=number))
    actions = re.findall(r"(?m)^      - id: (\S+)", text)
    strategy = re.findall(r"(?m)^id: (\S+)", text)[0]
    return folder, f"{strategy}/{actions[len(actions) // 2]}", path.relative_to(folder)


def with_two_commits(top: Path, count: int, changed: int) -> Path:
    """So many strategies, and a commit that changes an update in so many of them."""
    folder = top / "large"
    generate(folder, count, 1)
    git(folder, "init", "--quiet", "--initial-branch=main")
    committed(folder, FIRST)
    for path in Random(1).sample(sorted((folder / "strategies").glob("*.yaml")), changed):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(            note: )([A-Za-z])", r"\1Now \2", text, count=1), encoding="utf-8")
    committed(folder, FIRST + timedelta(days=30))
    return folder


AS_LEFT, PACKED = "objects as the commits left them", "packed, as in a fresh clone"


def states(folder: Path) -> Iterator[str]:
    """A repository as its owner has it, then as a colleague clones it; git itself packs after about 6,700 objects."""
    yield AS_LEFT
    git(folder, "gc", "--quiet")
    yield PACKED


def alone(folder: Path, *commands: tuple[Command, bytes]) -> float:
    """The seconds that git takes for some commands, with what it prints thrown away."""
    start = time.perf_counter()
    for command, given in commands:
        subprocess.run(command, cwd=folder, input=given, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def floor_of_history(folder: Path, path: Path) -> tuple[tuple[Command, bytes], ...]:
    """The log of the strategies, and every version of one file."""
    log = ("git", "log", "--raw", "--no-abbrev", "-z", "--format=%H", "HEAD", "--", "strategies")
    printed = subprocess.run(log, cwd=folder, capture_output=True, check=True).stdout.split(b"\0")
    pairs = pairwise(printed)
    shas = dict.fromkeys(sha for about, name in pairs if name == str(path).encode() for sha in about.split()[2:4])
    return (log, b""), (("git", "cat-file", "--batch"), b"".join(sha + b"\n" for sha in shas if sha.strip(b"0")))


def history(top: Path, pairs: int, versions: int) -> Iterator[Line]:
    folder, item, path = with_versions(top, versions)
    mine = (*TOOL, "history", item, "--as-at", "2026-01-01", "--format", "json")
    floor = floor_of_history(folder, path)
    show = (*TOOL, "show", item, "--as-at", "2026-01-01", "--format", "json")
    for state in states(folder):
        runs = [(run(mine, folder).wall, run(show, folder).wall, alone(folder, *floor)) for _ in range(pairs + 1)][1:]
        what = f"`history` of an action over {versions} commits, {state}"
        bound = 4 if state is AS_LEFT else None  # of a pack git receives nothing but deltas: see HISTORY.md
        yield Line(what, _ratio([(took, least) for took, _, least in runs]), "git", bound)
        beyond = [(took - now, least) for took, now, least in runs]
        yield Line(f"{what}, beyond `show` of it", _ratio(beyond), "git", None)


def _ratio(both: Sequence[tuple[float, float]]) -> Ratio:
    ratios = [mine / least for mine, least in both]
    return Ratio(statistics.median(ratios), min(ratios), max(ratios), statistics.median(mine for mine, _ in both))


def known_on(folder: Path, pairs: int) -> Line:
    """The extra time of a past moment over the files on disk, in times of reading the same files with git."""
    day = ("--as-at", "2026-01-01")
    list_them = ("git", "ls-tree", "-r", "-z", "HEAD")
    listed = subprocess.run(list_them, cwd=folder, capture_output=True, check=True).stdout.split(b"\0")
    shas = b"".join(line.split()[2] + b"\n" for line in listed if line)
    now, then = (*TOOL, "status", *day), (*TOOL, "status", "--known-on", "2026-01-01", *day)
    floor: tuple[tuple[Command, bytes], ...] = ((list_them, b""), (("git", "cat-file", "--batch"), shas))
    runs = [(run(now, folder).wall, run(then, folder).wall, alone(folder, *floor)) for _ in range(3 * pairs)]
    least = [min(column) for column in zip(*runs, strict=True)]
    ratio = (least[1] - least[0]) / least[2]  # of the quickest runs: the noise of a second is more than the difference
    what = "`status --known-on` of 33 strategies, beyond `status`"
    return Line(what, Ratio(ratio, ratio, ratio, least[1]), "git", 2)


def diff(top: Path, pairs: int, count: int, changed: int) -> Iterator[Line]:
    folder = with_two_commits(top, count, changed)
    mine = (*TOOL, "diff", "HEAD~1..HEAD", "--format", "json")
    floor: Command = ("git", "diff", "--numstat", "HEAD~1..HEAD")
    for state in states(folder):
        what = f"`diff` of {count:,} strategies, {changed} files changed, {state}"
        yield Line(what, against(mine, floor, folder, pairs), "git", 3)


def _measured(top: Path, pairs: int, sizes: Sequence[int]) -> Iterator[Line]:
    versions, count, changed = sizes
    yield from history(top, pairs, versions)
    yield known_on(top / "versions", pairs)
    yield from diff(top, pairs, count, changed)


def main() -> int:
    asked = argparse.ArgumentParser(description="Measure what looks into the past against git alone.")
    asked.add_argument("--quick", action="store_true", help="fewer pairs, 50 commits and 40 strategies")
    quick = asked.parse_args().quick
    two_cores()
    with tempfile.TemporaryDirectory(prefix="strategy-bench-") as name:
        compiled(Path(name) / "bytecode")
        print(f"Python {platform.python_version()}, {git(Path(name), '--version').strip()}, {platform.system()}\n")
        print("| What | Median | Range | Takes | Bound | Met |\n|---|--:|--:|--:|--:|---|", flush=True)
        lines = []
        for line in _measured(Path(name), 3 if quick else 11, (50, 40, 20) if quick else (VERSIONS, 1000, CHANGED)):
            print(line, flush=True)
            lines.append(line)
    return 0 if all(line.met() for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
