"""Kill what writes, with signal 9, at random moments: `python bench/kill.py [--in-process 2000] [--commands 300]`.

First a process that does nothing but lock, read, edit and write one file, there and back; then whole runs of
`strategy update`. After each kill the file must be the old one or the new one, byte for byte, and must load; a
temporary file that was left must not be taken for data, and the next run must work. Prints Markdown; ends with 1 if
anything was lost.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from content import strategy_and_measures
from generate import generate

from strategy_tracker.editing.changes import Append
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.files.find import find_files
from strategy_tracker.files.load import load
from strategy_tracker.files.write import locked, replace
from strategy_tracker.model.settings import DEFAULTS

SEED = 1
ROUTE = ("priorities", 3, "actions", 4, "updates")
UPDATE = {"on": "2026-10-01", "state": "in-progress", "note": "Two vacancies: agency cover."}


def there_and_back(root: Path, path: Path, old: bytes) -> None:
    """Write an update and take it out again, for ever."""
    while True:
        with locked(root):
            made = edit_all(path.read_bytes(), [Append(ROUTE, UPDATE, after=("text",))])
            replace(path, made.before, made.after)
        with locked(root):
            replace(path, made.after, old)


def found(root: Path, path: Path, old: bytes, new: bytes) -> str:
    """What a kill left behind."""
    files, wrong = find_files(root)
    names = {file.name for file in files}
    if wrong or names != {"strategies/" + path.name, "measures/" + path.name}:
        return "wrong: a temporary file is taken for data"
    data = path.read_bytes()
    if data not in (old, new):
        return "wrong: neither old nor new"
    if not all(load(file, DEFAULTS.year_end).whole for file in files):
        return "wrong: it does not load"
    left = ", a temporary file beside it" if (path.parent / f".{path.name}.new").exists() else ""
    return ("the old file" if data == old else "the new file") + left


def kill_in_process(root: Path, path: Path, times: int, rnd: Random) -> Counter[str]:
    old = path.read_bytes()
    new = edit_all(old, [Append(ROUTE, UPDATE, after=("text",))]).after
    seen: Counter[str] = Counter()
    for _ in range(times):
        if not (child := os.fork()):
            there_and_back(root, path, old)
        time.sleep(rnd.uniform(0, 0.25))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen[found(root, path, old, new)] += 1
        with locked(root):  # the next command does not stumble over what was left
            now = path.read_bytes()
            replace(path, now, old)
    return seen


def kill_commands(python: str, root: Path, path: Path, times: int, rnd: Random) -> Counter[str]:
    strategy, _ = strategy_and_measures(0, SEED)
    action = strategy["priorities"][3]["actions"][4]["id"]
    said = ("--state", "in-progress", "--note", "Two vacancies: agency cover.", "--on", "2026-10-01")
    command = (python, "-m", "strategy_tracker", "update", f"{strategy['id']}/{action}", *said)
    old = path.read_bytes()
    start = time.perf_counter()
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    whole, new = time.perf_counter() - start, path.read_bytes()
    assert new != old
    seen: Counter[str] = Counter()
    for _ in range(times):
        path.write_bytes(old)
        with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(rnd.uniform(0.3, 1.1) * whole)
            process.kill()
        seen[found(root, path, old, new)] += 1
    return seen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--in-process", type=int, default=2000)
    parser.add_argument("--commands", type=int, default=300)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    rnd = Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        generate(root, 1, SEED)
        [path] = (root / "strategies").glob("*.yaml")
        runs = {
            "writing in a loop": kill_in_process(root, path, options.in_process, rnd),
            "`strategy update`": kill_commands(options.python, root, path, options.commands, rnd),
        }
    print("| killed | left behind | times |\n|---|---|--:|")
    for what, seen in runs.items():
        for left, count in seen.most_common():
            print(f"| {what} | {left} | {count} |")
    return int(any(left.startswith("wrong") for seen in runs.values() for left in seen))


if __name__ == "__main__":
    sys.exit(main())
