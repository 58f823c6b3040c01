"""The same content through other tools, where they do a comparable thing: `python bench/race.py [--bin FOLDER]`.

Those from PyPI are installed in a temporary environment, unless FOLDER has them; taskwarrior and hledger are Debian
packages. One that is not there is skipped by name.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import convert
from clock import TOOL, Command, against, compiled, run, two_cores
from content import AS_AT, strategy_and_measures
from generate import generate
from second_look import OFF, keeping

SEED = 1
SCHEMAS = Path(__file__).resolve().parent.parent / "schema"
PYPI = ("yamllint", "yamale", "check-jsonschema", "doorstop")
DAY = ("--as-at", AS_AT.isoformat())
LINT = "{rules: {key-duplicates: enable, anchors: enable, empty-values: enable}}"


class Racer(NamedTuple):
    """A tool with what it is asked, the command of ours that answers the like, and what it does and does not do."""

    name: str
    asked: str
    command: Command
    ours: Command
    does: str


def racers(bin_folder: Path, folder: Path) -> Iterator[Racer]:
    """Everyone, with absolute programs."""

    def program(name: str) -> str:
        inside = bin_folder / name
        return str(inside) if inside.exists() else shutil.which(name) or ""

    ours, status = ("validate", *DAY), ("status", *DAY)
    yield Racer(
        "yamllint",
        "lint",
        (program("yamllint"), "-d", LINT, "."),
        ours,
        "syntax and duplicate keys; not what a key means",
    )
    for kind in ("strategies", "measures"):
        yield Racer(
            "yamale",
            kind,
            (program("yamale"), "-p", "ruamel", "-s", f"../{kind}.schema", kind),
            ours,
            "shape of half the files",
        )
        schema = ("--schemafile", str(SCHEMAS / f"{kind.replace('ies', 'y')}.schema.json"))
        files = sorted(path.relative_to(folder).as_posix() for path in (folder / kind).glob("*.yaml"))
        yield Racer(
            "check-jsonschema",
            kind,
            (program("check-jsonschema"), *schema, *files),
            ours,
            "shape of half the files, by our own schema",
        )
    stop = program("doorstop")
    there = ("sh", "-c", f"cd ../doorstop && exec '{stop}' -F -q")
    yield Racer(
        "doorstop",
        "check",
        there if stop else ("",),
        ours,
        "items and links between them; no dates, states or readings",
    )
    yield Racer(
        "hledger",
        "check",
        (program("hledger"), "-f", "../readings.journal", "check"),
        ours,
        "readings only, as transactions",
    )
    yield Racer(
        "hledger",
        "balance by quarter",
        (program("hledger"), "-f", "../readings.journal", "balance", "measures", "-Q", "-p", "from 2025-04-01"),
        status,
        "readings only; sums, no targets or colours",
    )
    task = (program("task"), "rc:../taskrc")
    yield Racer("taskwarrior", "summary", (*task, "summary"), status, "actions only: share complete by project")
    yield Racer("taskwarrior", "overdue", (*task, "overdue"), ("overdue", *DAY), "actions with a due date only")


def prepare(top: Path, count: int) -> Path:
    """The portfolio and its likenesses, next to each other."""
    folder = top / "portfolio"
    generate(folder, count, SEED)
    portfolio = [strategy_and_measures(number, SEED) for number in range(count)]
    (top / "strategies.schema").write_text(convert.YAMALE_STRATEGY)
    (top / "measures.schema").write_text(convert.YAMALE_MEASURES)
    (top / "readings.journal").write_text(convert.journal(portfolio))
    convert.doorstop(portfolio, top / "doorstop")
    subprocess.run(("git", "init", "-q", "."), cwd=top / "doorstop", check=True)
    _tasks(top, convert.tasks(portfolio))
    return folder


def _tasks(top: Path, text: str) -> None:
    (top / "tasks").mkdir()
    settings = f"data.location={top / 'tasks'}\nconfirmation=off\nverbose=nothing\ngc=off\nhooks=off\n"
    (top / "taskrc").write_text(settings)
    if shutil.which("task"):
        command = ("task", f"rc:{top / 'taskrc'}", "import", "-")
        subprocess.run(command, input=text.encode(), check=True, capture_output=True)


def install(folder: Path) -> Path:
    """The tools from PyPI in an environment of their own."""
    venv.create(folder, with_pip=True)
    for name in PYPI:
        command = (str(folder / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", name)
        if subprocess.run(command, check=False, capture_output=True).returncode:
            print(f"could not be installed: {name}", file=sys.stderr)
    return folder / "bin"


def race(bin_folder: Path, count: int, pairs: int, top: Path) -> None:
    """A table for one size."""
    folder = prepare(top, count)
    print(f"\n### {count} {'strategy' if count == 1 else 'strategies'}\n")
    heads = ("Tool", "Asked", "Takes", "Ours", "First look", "Times ours", "Second look", "Times ours", "What it does")
    print(f"| {' | '.join(heads)} |\n|---|---|--:|---|--:|--:|--:|--:|---|")
    for racer in racers(bin_folder, folder):
        if not racer.command[0]:
            print(f"| {racer.name} | {racer.asked} | not installed: skipped | | | | | | {racer.does} |")
            continue
        times, mine = 1 if racer.name == "doorstop" and count > 1 else pairs, (*TOOL, *racer.ours)
        os.environ[OFF] = "1"
        first = against(racer.command, mine, folder, times, allowed=(0, 1))
        with keeping(top / "caches"):
            run(mine, folder, (0, 1))
            second = against(racer.command, mine, folder, times, allowed=(0, 1))
        looks = " | ".join(f"{one.seconds / one.median:.2f} s | {one.median:.2f}" for one in (first, second))
        print(f"| {racer.name} | {racer.asked} | {first.seconds:.2f} s | `{racer.ours[0]}` | {looks} | {racer.does} |")


def main() -> None:
    asked = argparse.ArgumentParser(description="The same content through other tools.")
    asked.add_argument("--bin", type=Path, help="a folder that has the tools from PyPI")
    asked.add_argument("--pairs", type=int, default=5)
    options = asked.parse_args()
    two_cores()
    os.environ["TZ"] = "UTC"
    with tempfile.TemporaryDirectory(prefix="strategy-race-") as name:
        top = Path(name)
        compiled(top / "bytecode")
        bin_folder = options.bin or install(top / "tools")
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
        for count in (1, 33):
            (top / str(count)).mkdir()
            race(bin_folder, count, options.pairs, top / str(count))


if __name__ == "__main__":
    main()
