"""Give the invented Borough of Exampleton its three years: a commit for each quarter, paper and meeting.

    python examples/exampleton.py FOLDER

Each commit holds what was on record by its day: what was said, measured, moved or decided later is taken out of the
files in `exampleton/`. The papers for the committee are frozen. No such borough exists; all of it is invented.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent / "exampleton"
PAPERS = {date(2025, 10, 8): "2025-q2", date(2026, 1, 7): "2025-q3", date(2026, 4, 8): "2025-q4"}
MEETINGS = (date(2025, 10, 15), date(2026, 1, 14), date(2026, 4, 15))
SINCE = ("on", "recorded", "held")
"""Keys that say since which day the thing they stand in is on record."""
LATER = {"done": ("done",), "accepted_on": ("accepted_on", "accepted_by")}
"""Keys that say when something was added to a thing, with the keys that were added."""
FILES = YAML()
FILES.width, FILES.preserve_quotes = 4096, True
FILES.indent(mapping=2, sequence=4, offset=2)


def days() -> list[date]:
    """List the day of each commit: the ends of the quarters, the papers and the meetings."""
    ends = [date(y, m, d) for y in range(2023, 2027) for m, d in ((3, 31), (6, 30), (9, 30), (12, 31))]
    return sorted({*(end for end in ends if date(2023, 4, 1) < end <= date(2026, 6, 30)), *PAPERS, *MEETINGS})


def at(node: Any, day: date) -> Any:
    """Take out of what a file holds all that was not on record by the end of a day."""
    if isinstance(node, list):
        node[:] = [at(one, day) for one in node if not is_later(one, day)]
    elif isinstance(node, dict):
        take_back(node, day)
        for key, one in list(node.items()):
            left = None if is_later(one, day) and not isinstance(one, date) else at(one, day)
            if left is None or (isinstance(left, list | dict) and not left):
                del node[key]
    return node


def is_later(one: Any, day: date) -> bool:
    """Say whether a day, or what has one, came after a day."""
    if isinstance(one, dict):
        return any(isinstance(one.get(key), date) and one[key] > day for key in SINCE)
    return isinstance(one, date) and one > day


def take_back(node: dict[str, Any], day: date) -> None:
    """Put back what a later meeting, move, change or restatement replaced, and take off what was added later."""
    if later := [one for one in node.get("moved", []) if one["on"] > day]:
        node["due"] = later[0]["from"]
    met = [*node.get("held", []), *(one["held"] for one in node.get("meetings", []))] if "body" in node else []
    if ahead := [one for one in met if one > day]:
        node["next"] = min(ahead).replace()  # another object, or the file would point to the same one
    for one in reversed(node.get("changed", [])):
        if one["on"] > day:
            node["targets"][one["target"]] = one["from"]
    for one in reversed(node.get("was", [])):
        if one["until"] > day:
            node["value"] = one["value"]
            node["was"].remove(one)
    for key, added in LATER.items():
        if isinstance(node.get(key), date) and node[key] > day:
            for name in added:
                node.pop(name, None)


def records(folder: Path, day: date) -> None:
    """Write the files as they were on a day."""
    for path in HERE.rglob("*.yaml"):
        with path.open(encoding="utf-8") as file:
            held = at(FILES.load(file), day)
        target = folder / path.relative_to(HERE)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8", newline="\n") as file:
            FILES.dump(held, file)


def commits(folder: Path) -> Iterator[str]:
    """Make the repository, commit by commit, and say what each is."""
    git(folder, date(2023, 4, 1), "init", "--quiet", "--initial-branch=main")
    git(folder, date(2023, 4, 1), "config", "user.name", "Strategy Lead")
    git(folder, date(2023, 4, 1), "config", "user.email", "strategy@exampleton.example")
    *earlier, last = days()
    for day in earlier:
        records(folder, day)
        yield commit(folder, day)
    shutil.copytree(HERE, folder, dirs_exist_ok=True)
    yield commit(folder, last)


def commit(folder: Path, day: date) -> str:
    """Commit what is there, and freeze it where it was a paper."""
    what = (
        f"Paper {PAPERS[day]}" if day in PAPERS else "What the committee resolved" if day in MEETINGS else "The quarter"
    )
    git(folder, day, "add", "--all")
    git(folder, day, "commit", "--quiet", "--message", what)
    if name := PAPERS.get(day):
        freeze = ["freeze", name, "--body", "Housing Scrutiny Committee", "--on", day.isoformat()]
        subprocess.run([sys.executable, "-m", "strategy_tracker", *freeze], cwd=folder, env=dated(day), check=True)
    return f"{day}  {what}"


def git(folder: Path, day: date, *arguments: str) -> None:
    """Run git, on that day at noon."""
    subprocess.run(["git", *arguments], cwd=folder, env=dated(day), check=True)


def dated(day: date) -> dict[str, str]:
    """Give the environment in which git takes a day for today."""
    return os.environ | dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+0000")


if __name__ == "__main__":
    made = Path(sys.argv[1])
    made.mkdir()
    for line in commits(made):
        print(line)
