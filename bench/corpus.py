"""Edit other people's YAML at random places: `python bench/corpus.py FOLDER_OR_GIT_DIRECTORY … [--seed 1]`.

Every file the strict reader accepts gets an item appended to one of its lists, a key put into one of its maps, a value
replaced and a key dropped. The tree must be the one that was asked for, worked out here without the product, and only
the lines of that one value may differ. Then it gets up to twenty such changes at once: they must give the tree that
they give one after the other, and be taken back to the byte. Prints Markdown; ends with 1 if anything is wrong.
"""

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from strategy_tracker.editing.changes import Append, CannotEdit, Change, Drop, Put
from strategy_tracker.editing.changes import place as place_of
from strategy_tracker.editing.splicing.edit import edit_all, take_back
from strategy_tracker.editing.splicing.locate import locate, read
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import read_tree

ITEM = {"on": "2018-10-01", "state": "in-progress", "note": "Two vacancies: agency cover, until September"}
BREAK = re.compile("\r\n|\r|\n")


def files(place: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every YAML file in a folder, or in the newest commit of a git directory."""
    if not (place / "objects").is_dir():
        for path in sorted(place.rglob("*.y*ml")):
            if path.is_file():
                yield path.name, path.read_bytes()
        return
    git = ["git", "-C", str(place)]
    listed = subprocess.run([*git, "ls-tree", "-rz", "HEAD"], capture_output=True, check=True).stdout
    for line in filter(None, listed.split(b"\0")):
        about, name = line.split(b"\t", 1)
        mode, _, blob = about.split()
        if mode.startswith(b"100") and name.lower().endswith((b".yaml", b".yml")):
            shown = subprocess.run([*git, "cat-file", "blob", blob.decode()], capture_output=True, check=False)
            if shown.returncode == 0:  # a snapshot may lack its largest files
                yield name.decode("utf-8", "replace"), shown.stdout


def places(tree: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value of a tree with its route."""
    yield route, tree
    if isinstance(tree, dict | tuple):
        for step, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from places(inner, (*route, step))


def changes(tree: Any, rnd: Random) -> Iterator[tuple[str, Change]]:
    """One change of every kind the file has a place for."""
    every = list(places(tree))
    maps = [route for route, value in every if isinstance(value, dict) and value]
    if lists := [(route, value) for route, value in every if isinstance(value, tuple)]:
        route, value = rnd.choice(lists)
        yield "append", Append(route, ITEM if value and isinstance(value[-1], dict) else "Something new")
    yield "new key", Put(rnd.choice(maps), "unheard_of", rnd.choice(("2019-03-31", "a: b", (ITEM,))))
    if texts := [route for route, value in every if not isinstance(value, dict | tuple) and isinstance(route[-1], str)]:
        *route, key = rnd.choice(texts)
        yield "replace text", Put(tuple(route), key, "Something else")
    outer = rnd.choice(maps)
    yield "replace any", Put(outer, rnd.choice(list(dict(every)[outer])), "Something else")
    dropped = rnd.choice(maps)
    yield "drop", Drop(dropped, rnd.choice(list(dict(every)[dropped])))


def thawed(value: Any) -> Any:
    """A tree whose maps and lists can be changed."""
    if isinstance(value, dict):
        return {key: thawed(inner) for key, inner in value.items()}
    return [thawed(inner) for inner in value] if isinstance(value, tuple) else value


def wanted(tree: Any, change: Change) -> Any:
    """The tree after a change."""
    out = place = thawed(tree)
    for step in change.route:
        place = place[step]
    if isinstance(change, Append):
        place.append(thawed(change.value))
    elif isinstance(change, Put):
        place[change.key] = thawed(change.value)
    else:
        del place[change.key]
    return out


def lines_taken(before: bytes, after: bytes) -> int:
    """How many lines of the old text are not in the new one, between those that begin and end both."""
    old, new = (BREAK.split(data.decode()) for data in (before, after))
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    room = min(len(old), len(new)) - first
    last = next((n for n in range(room) if old[-1 - n] != new[-1 - n]), room)
    return len(old) - first - last


def one_item(data: bytes, after: bytes, change: Change) -> bool:
    """Whether only lines of the one value went: none for a new line, one where it shares a line with others."""
    source = locate(read(data))
    count = lines_taken(data, after)
    key = None if isinstance(change, Append) else change.key
    node = source.top.at(change.route if key is None else (*change.route, key))
    if node is None or isinstance(change, Append):
        return count <= 1
    begin = source.top.at(change.route).keys[key][0]  # type: ignore[union-attr]
    following = [start for start, _ in source.top.at(change.route).keys.values() if start > begin]  # type: ignore[union-attr]
    lines = source.line_number(max(node.end, begin)) - source.line_number(begin) + 1
    joined = source.line_number(min(following)) - source.line_number(begin) + 1 if following else lines
    return count <= max(lines, joined if isinstance(change, Drop) else 0)


def judge(data: bytes, tree: Any, change: Change) -> str:
    """In words: 'one-item diff', 'refused: …' or 'wrong: …'."""
    try:
        made = edit_all(data, [change])
    except CannotEdit as error:
        return "refused: " + re.sub("'.*'", "'…'", str(error))
    try:
        read = thawed(read_tree(made.after))
    except Unreadable as error:
        return f"wrong: {error.message}"
    if read != wanted(tree, change):
        return "wrong: another tree"
    return "one-item diff" if one_item(data, made.after, change) else "wrong: more lines than its own"


def contradict(one: Change, other: Change) -> bool:
    """Whether one is made within what the other takes away."""
    gone, inside = place_of(other), (*place_of(one), 0) if isinstance(one, Append) else place_of(one)
    return isinstance(other, Drop) and len(inside) > len(gone) and inside[: len(gone)] == gone


def judge_many(data: bytes, tree: Any, rnd: Random) -> str:
    """The same for several changes at once, which can be made one after the other and do not contradict each other."""
    step, made = data, list[Change]()
    for change in [change for _ in range(4) for _, change in changes(tree, rnd)]:
        try:
            after = edit_all(step, [change]).after
        except CannotEdit:
            continue
        if not any(contradict(change, other) or contradict(other, change) for other in made):
            step, made = after, [*made, change]
    try:
        together = edit_all(data, made)
    except CannotEdit as error:
        return "refused: " + re.sub("'.*'", "'…'", str(error))
    if read_tree(together.after) != read_tree(step):
        return "wrong: another tree than one after the other"
    if take_back(together.after, together.spans).after != data:
        return "wrong: not taken back"
    return "the bytes they give one after the other" if together.after == step else "the same tree in other bytes"


def survey(place: Path, seed: int) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """What the reader said of every file, and what became of every try."""
    read: Counter[str] = Counter()
    tried: Counter[tuple[str, str]] = Counter()
    for name, data in files(place):
        try:
            tree = read_tree(data)
        except Unreadable as error:
            read[error.code] += 1
            continue
        read["read"] += 1
        for kind, change in changes(tree, Random(f"{seed}/{name}")) if tree else ():
            verdict = judge(data, tree, change)
            tried[kind, verdict] += 1
            if verdict.startswith("wrong"):
                print(f"{place}: {name}: {change}: {verdict}", file=sys.stderr)
        if tree:
            verdict = judge_many(data, tree, Random(f"{seed}/{name}"))
            tried["many at once", verdict] += 1
            if verdict.startswith("wrong"):
                print(f"{place}: {name}: many at once: {verdict}", file=sys.stderr)
    return read, tried


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    read: Counter[str] = Counter()
    tried: Counter[tuple[str, str]] = Counter()
    print("| files of | YAML files | read | tries | one-item diffs | refused | many at once | wrong |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for place in options.places:
        one, two = survey(place, options.seed)
        read, tried = read + one, tried + two
        name = (place.parent if place.name == "repo" else place).name.replace("+", "/")
        print(row(name, one, two))
    print(row("all", read, tried))
    print("\nNot read:", "; ".join(f"{why} {count}" for why, count in read.most_common() if why != "read"))
    print("\n| change | outcome | times |\n|---|---|--:|")
    for (kind, verdict), count in sorted(tried.items()):
        print(f"| {kind} | {verdict} | {count} |")
    return int(any(verdict.startswith("wrong") for _, verdict in tried))


def row(name: str, read: Counter[str], tried: Counter[tuple[str, str]]) -> str:
    """A line of the table."""
    total = Counter[str]()
    for (kind, verdict), count in tried.items():
        total["wrong" if verdict.startswith("wrong") else kind if kind == "many at once" else verdict[:7]] += count
    single = tried.total() - total["many at once"]
    cells = (
        read.total(),
        read["read"],
        single,
        total["one-ite"],
        total["refused"],
        total["many at once"],
        total["wrong"],
    )
    return f"| {name} | " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    sys.exit(main())
