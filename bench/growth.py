"""How the time of each command grows with what a stranger can send: `python bench/growth.py [--all]`.

Every input is made at one size and at ten times that size, and every command is given both. `n^1.0` is ten times the
time, `n^2.0` a hundred times: nothing may be quadratic. Prints Markdown; ends with 1 where an exponent is too high.
"""

import argparse
import math
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from clock import TOOL, compiled, run

BOUND = 1.35
"""An exponent above this is too much; n log n and a cache that gets too small for ten times as much stay below it."""
NOTICED = 0.5
"""Seconds that the larger input must take beyond the smallest for its exponent to say anything."""
LONGEST = 60

HEAD = "id: st\ntitle: A\nowner: Post\nstarts: 2021-04-01\nends: 2027-03-31\n"
PRIORITY = "priorities:\n  - id: p\n    title: One\n"
ACTION = f"{HEAD}{PRIORITY}    actions:\n      - id: a-1\n        text: T\n"


class Input(NamedTuple):
    """What a stranger sends: its name, its usual size, and the texts of the files by their names."""

    name: str
    size: int
    files: Callable[[int], dict[str, str]]
    before: Callable[[int], dict[str, str]] | None = None
    """The same files as they were committed, where they differ from what is on disk."""


def strategy(text: str) -> dict[str, str]:
    return {"strategies/s.yaml": text}


def lines(n: int, line: Callable[[int], str]) -> str:
    return "".join(f"{line(i)}\n" for i in range(n))


def day(i: int) -> str:
    return f"{2021 + i // 336 % 6}-{1 + i // 28 % 12:02d}-{1 + i % 28:02d}"


def shuffled(n: int, line: Callable[[int], str]) -> str:
    order = list(range(n))
    random.Random(1).shuffle(order)
    return "".join(f"{line(i)}\n" for i in order)


def row(n: int, item: Callable[[int], str]) -> str:
    return ", ".join(item(i) for i in range(n))


def update(i: int) -> str:
    return f"          - {{on: {day(i)}, state: in-progress, note: n{i}}}"


def same_day(i: int) -> str:
    return f"          - {{on: 2024-01-01, state: in-progress, note: n{i}}}"


def wrong_day(i: int) -> str:
    return f"2024-13-{i:04d}"


def action(i: int) -> str:
    return f"      - {{id: a-{i}, text: Do thing {i}, owner: Post {i}, due: {day(i)}}}"


def same_id(i: int) -> str:
    return f"      - {{id: a-1, text: Do {i}}}"


def same_text(i: int) -> str:
    return f"      - {{id: a-{i}, text: Do it}}"


def priority(i: int) -> str:
    return f"  - {{id: p{i}, title: T{i}}}"


def measure(i: int) -> str:
    return f"  - {{id: m-{i}, title: M {i}, unit: count, better: higher, readings: {{2024/25: {i}}}}}"


def period(i: int) -> str:
    return f"{1200 + i}-01-01" if i < 800 else f"{1000 + i // 336 % 9000}-{1 + i // 28 % 12:02d}-{1 + i % 28:02d}"


def text(of: str) -> Callable[[int], dict[str, str]]:
    return lambda n: strategy(HEAD.replace("title: A", f"title: '{(of * (n // len(of) + 1))[:n]}'"))


MEASURES = "measures:\n"
MEASURE = f"{MEASURES}  - id: m\n    title: M\n    unit: count\n    better: higher\n"


def dated(n: int, key: str, ordered: Callable[[int, Callable[[int], str]], str]) -> dict[str, str]:
    """A measure with as many readings or targets, each of its own period."""
    others = "" if key == "readings" else "    readings: {2024/25: 3}\n"
    return {"measures/m.yaml": f"{MEASURE}{others}    {key}:\n{ordered(n, lambda i: f'      {period(i)}: {i}')}"}


def former(n: int) -> dict[str, str]:
    was = lines(n, lambda i: f"          - {{value: {i}, until: {day(i)}}}")
    return {"measures/m.yaml": f"{MEASURE}    readings:\n      2024/25:\n        value: 3\n        was:\n{was}"}


INPUTS = (
    Input(
        "updates in another order", 400,
        lambda n: strategy(f"{ACTION}        updates:\n{shuffled(n, update)}"),
        lambda n: strategy(f"{ACTION}        updates:\n{lines(n, update)}"),
    ),
    Input(
        "updates with other notes", 400,
        lambda n: strategy(f"{ACTION}        updates:\n{lines(n, update).replace('note: n', 'note: m')}"),
        lambda n: strategy(f"{ACTION}        updates:\n{lines(n, update)}"),
    ),
    Input(
        "updates of one day", 400,
        lambda n: strategy(f"{ACTION}        updates:\n{lines(n, lambda i: same_day(-i))}"),
        lambda n: strategy(f"{ACTION}        updates:\n{lines(n, same_day)}"),
    ),
    Input(
        "actions in another order", 400,
        lambda n: strategy(f"{HEAD}{PRIORITY}    actions:\n{shuffled(n, action)}"),
        lambda n: strategy(f"{HEAD}{PRIORITY}    actions:\n{lines(n, action)}"),
    ),
    Input(
        "actions with other ids", 400,
        lambda n: strategy(f"{HEAD}{PRIORITY}    actions:\n{lines(n, action).replace('id: a-', 'id: b-')}"),
        lambda n: strategy(f"{HEAD}{PRIORITY}    actions:\n{lines(n, action)}"),
    ),
    Input("actions with one id", 400, lambda n: strategy(
        f"{HEAD}{PRIORITY}    actions:\n{lines(n, same_id)}")),
    Input("actions with one text", 400, lambda n: strategy(
        f"{HEAD}{PRIORITY}    actions:\n{lines(n, same_text)}")),
    Input("priorities", 400, lambda n: strategy(
        f"{HEAD}priorities:\n{lines(n, priority)}")),
    Input("measures in another order", 400,
          lambda n: {**strategy(ACTION), "measures/m.yaml": MEASURES + shuffled(n, measure)},
          lambda n: {**strategy(ACTION), "measures/m.yaml": MEASURES + lines(n, measure)}),
    Input("measures named by an action", 400, lambda n: {
        **strategy(f"{ACTION}        measures: [{row(n, lambda i: f'm-{i}')}]\n"),
        "measures/m.yaml": MEASURES + lines(n, measure)}),
    Input("measures that do not exist", 400, lambda n: {
        **strategy(f"{ACTION}        measures: [{row(n, lambda i: f'n-{i}')}]\n"),
        "measures/m.yaml": MEASURES + lines(n, measure)}),
    Input("parts of one measure", 400, lambda n: {"measures/m.yaml": MEASURES + lines(
        n, lambda i: measure(i).replace("unit", "part_of: m-0, unit") if i else measure(i))}),
    Input("readings", 400, lambda n: dated(n, "readings", lines)),
    Input("readings in another order", 400, lambda n: dated(n, "readings", shuffled),
          lambda n: dated(n, "readings", lines)),
    Input("targets", 400, lambda n: dated(n, "targets", lines)),
    Input("former figures of a reading", 400, former),
    Input("moves of a date", 400, lambda n: strategy(f"{ACTION}        due: 2026-01-01\n        moved:\n" + lines(
        n, lambda i: f"          - {{on: {day(i)}, from: {day(i)}, why: w{i}}}"))),
    Input("milestones", 400, lambda n: strategy(f"{ACTION}        due: 2026-01-01\n        milestones:\n" + lines(
        n, lambda i: f"          - {{text: step {i}, due: {day(i)}}}"))),
    Input("days on which it was done", 400, lambda n: strategy(
        f"{ACTION}        every: month\n        done: [{row(n, day)}]\n")),
    Input("bodies", 400, lambda n: strategy(
        f"{HEAD}governance:\n" + lines(n, lambda i: f"  - {{body: B{i}, every: quarter, held: [{day(i)}]}}"))),
    Input("meetings of a body", 400, lambda n: strategy(
        f"{HEAD}governance:\n  - {{body: B, every: quarter, held: [{row(n, day)}]}}\n")),
    Input("commitments and voices", 400, lambda n: strategy(
        f"{HEAD}pledge:\n" + lines(n, lambda i: f"  - {{id: l{i}, text: T{i}}}")
        + "voice:\n" + lines(n, lambda i: f"  - {{id: v{i}, said: T{i}, by: B, on: 2022-01-01}}"))),
    Input("unknown keys", 2_000, lambda n: strategy(HEAD + lines(n, lambda i: f"key{i}: 1"))),
    Input("unknown keys of an action", 2_000, lambda n: strategy(ACTION + lines(n, lambda i: f"        key{i}: 1"))),
    Input("one key many times", 2_000, lambda n: strategy(HEAD + lines(n, lambda _: "note: 1"))),
    Input("wrong dates", 2_000, lambda n: strategy(
        f"{ACTION}        every: month\n        done: [{row(n, wrong_day)}]\n")),
    Input("comments that allow a code", 2_000, lambda n: strategy(
        HEAD + lines(n, lambda i: f"# strategy-tracker: allow no-owner because {i}"))),
    Input("blank lines", 20_000, lambda n: strategy(HEAD + "\n" * n)),
    Input("lists one inside the other", 2_000, lambda n: strategy(f"{HEAD}note: {'[' * n}{']' * n}\n")),
    Input("brackets that never close", 2_000, lambda n: strategy(f"{HEAD}note: {'[' * n}\n")),
    Input("one line of unknown keys", 2_000, lambda n: strategy(
        f"{HEAD}note: {{{row(n, lambda i: f'k{i}: 1')}}}\n")),
    Input("files", 40, lambda n: {f"strategies/s{i}.yaml": ACTION.replace("id: st", f"id: s{i}") for i in range(n)}),
    Input("files that cannot be read", 40, lambda n: {
        f"strategies/s{i}.yaml": "id: [\n" if i else ACTION for i in range(n)}),
    *(Input(f"a text of {name}", 8_000, text(of)) for name, of in {
        "one word": "a", "words": "ab ", "capitals": "A", "names": "Ab ", "figures": "1", "figures and blanks": "1 ",
        "figures and hyphens": "1-", "full stops": "a.", "signs of mail": "a@", "mail": "a@b.", "opening brackets": "(",
        "links": "[a](", "stars": "*a", "hashes": "## ", "colons": "::", "percent signs": "%", "blanks": "  x",
        "tabs": "\\t", "quotes": '"', "ages": "Ann, 1", "born": "born ", "dates": "1/1/", "two children": "two ",
        "markup": "<a>", "underlines": "_a_", "ticks": "`a", "dashes": "–", "pound signs": "£1,", "letters": "é",
    }.items()),
)  # fmt: skip

COMMANDS: dict[str, tuple[str, ...]] = {
    "validate": ("validate",),
    "validate --privacy": ("validate", "--privacy"),
    "validate --fix": ("validate", "--fix", "--dry-run"),
    "status": ("status", "--actions", "--keep-going"),
    "overdue": ("overdue", "--keep-going"),
    "reviews": ("reviews", "--keep-going"),
    "show": ("show", "a-1", "--keep-going"),
    "diff": ("diff", "--keep-going"),
    "diff --all": ("diff", "--all", "--keep-going", "-f", "markdown"),
    "history": ("history", "a-1"),
    "trend": ("trend", "--keep-going"),
    "report": ("report", "--keep-going"),
    "report, html": ("report", "--keep-going", "-f", "html"),
    "dashboard": ("dashboard", "--keep-going", "-o", "page.html"),
    "export": ("export", "--keep-going", "-f", "json"),
    "update": ("update", "a-1", "--note", "x", "--dry-run"),
    "merge-driver": ("merge-driver", "old.yaml", "now.yaml", "other.yaml", "strategies/s.yaml"),
}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Post", "-c", "user.email=post@example.org")
    subprocess.run(("git", *who, *arguments), cwd=folder, check=True, capture_output=True)


def prepare(folder: Path, given: Input, size: int) -> None:
    """A repository with the earlier files committed, and the files themselves on disk."""
    folder.mkdir()
    before, now = (given.before or given.files)(size), given.files(size)
    write(folder, before)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "before")
    write(folder, now)
    some = min(before)
    write(folder, {"old.yaml": before[some], "now.yaml": now[some], "other.yaml": before[some] + "note: other\n"})


def seconds(folder: Path, command: Iterable[str]) -> float:
    """CPU seconds of a command, which other work on the machine does not change; infinite where it takes too long."""
    asked = ("timeout", str(LONGEST), *TOOL, *command)
    try:
        return run(asked, folder, (0, 1, 2)).cpu
    except SystemExit as error:
        if "124" in str(error):
            return math.inf
        raise


def exponent(least: float, small: float, large: float) -> float | None:
    """The power of the size by which the time grows; None where the larger input takes too little to tell."""
    if large - least < NOTICED:
        return None
    return math.log10((large - least) / max(small - least, NOTICED / 20))


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--input", default="", help="only inputs with this in their names")
    asked.add_argument("--command", default="", help="only commands with this in their names")
    asked.add_argument("--all", action="store_true", help="also what grows as it may")
    asked.add_argument("--times", type=int, default=1, help="inputs of so many times their usual size")
    given = asked.parse_args()
    too_much = 0
    with tempfile.TemporaryDirectory() as made:
        compiled(Path(made) / "bytecode")
        prepare(Path(made) / "least", Input("nothing", 1, lambda _: strategy(ACTION)), 1)
        commands = {name: one for name, one in COMMANDS.items() if given.command in name}
        least = {name: min(seconds(Path(made) / "least", one) for _ in range(3)) for name, one in commands.items()}
        print("| Input | Size | Command | Takes | Ten times as much | Grows |\n|---|--:|---|--:|--:|--:|")
        for number, one in enumerate(one for one in INPUTS if given.input in one.name):
            sizes = (given.times * one.size, 10 * given.times * one.size)
            for size in sizes:
                prepare(Path(made) / f"{number}-{size}", one, size)
            for name, command in commands.items():
                small, large = (seconds(Path(made) / f"{number}-{size}", command) for size in sizes)
                power = exponent(least[name], small, large)
                over = power is not None and power > BOUND
                too_much += over
                if over or given.all:
                    grows = "–" if power is None else f"n^{power:.1f}{' **too much**' if over else ''}"
                    print(
                        f"| {one.name} | {sizes[0]:,} | `{name}` | {small:.2f} s | {large:.2f} s | {grows} |",
                        flush=True,
                    )
    print(f"\n{too_much} grow by more than n^{BOUND}")
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main())
