"""Whatever lies in the cache, an answer is the same: `python bench/kept_net.py [--rounds N]`.

Each command is run in a process of its own with nothing kept; then with a cache that is empty, filled, filled by
another program, cut short, overwritten with noise, on a full disk, in a home that cannot be written, and while others
write to it. After that files are edited, renamed, added and removed at random. The bytes on both streams and the exit
codes are compared. Ends with 1 at the first difference.
"""

import argparse
import os
import random
import resource
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from clock import TOOL
from content import AS_AT
from generate import generate
from second_look import HOMES, OFF

DAY = ("--as-at", AS_AT.isoformat())
COMMANDS = (
    ("validate", *DAY),
    ("validate", *DAY, "--all", "--format", "json"),
    ("validate", *DAY, "--privacy", "--strict", "--format", "concise"),
    ("status", *DAY),
    ("status", *DAY, "--keep-going"),
    ("status", *DAY, "--keep-going", "--format", "json"),
    ("status", *DAY, "--keep-going", "--measures", "--why", "--rag", "red"),
)
SHIPPED = Path(__file__).resolve().parents[1]


class Answer(NamedTuple):
    """What a process said and how it ended."""

    out: bytes
    err: bytes
    code: int


def asked(command: tuple[str, ...], folder: Path, kept: Path | None, **more: object) -> Answer:
    """The answer of a command with a cache in `kept`, or with none."""
    done = started(command, folder, kept, **more)
    out, err = done.communicate()
    return Answer(out, err, done.returncode)


def started(command: tuple[str, ...], folder: Path, kept: Path | None, **more: object) -> subprocess.Popen[bytes]:
    """A command that runs."""
    surroundings = os.environ | dict.fromkeys(HOMES, str(kept)) | {OFF: "" if kept else "1"}
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        (*TOOL, *command), cwd=folder, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
    )


def packs(kept: Path) -> list[Path]:
    return list(kept.rglob("*.pack"))


def cut(kept: Path) -> None:
    for pack in packs(kept):
        data = pack.read_bytes()
        pack.write_bytes(data[: random.randrange(len(data) + 1)])


def noise(kept: Path) -> None:
    for pack in packs(kept):
        pack.write_bytes(secrets.token_bytes(random.randrange(200_000)))


def one_byte(kept: Path) -> None:
    for pack in packs(kept):
        data = bytearray(pack.read_bytes())
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        pack.write_bytes(data)


def another_program(kept: Path) -> None:
    """What another version would have left: whole, under its own key, and with other entries."""
    from hashlib import sha256

    for pack in packs(kept):
        _, head, *lines = pack.read_bytes().split(b"\n")
        body = b"\n".join([head.replace(b'"key": "', b'"key": "0'), *(line.replace(b"a", b"o") for line in lines)])
        pack.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)


def emptied(kept: Path) -> None:
    shutil.rmtree(kept, ignore_errors=True)


def untouched(_: Path) -> None:
    """Filled by the run before."""


HARMS: tuple[Callable[[Path], None], ...] = (emptied, untouched, cut, noise, one_byte, another_program, untouched)


def full_disk() -> None:
    """No file may grow beyond some bytes: what is written ends in an error, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def of_one_moment(folder: Path, kept: Path, command: tuple[str, ...]) -> Iterator[tuple[str, Answer]]:
    """The answers of a command to the files as they are, with the cache in every state."""
    for harm in HARMS:
        harm(kept)
        yield harm.__name__, asked(command, folder, kept)
    emptied(kept)
    yield "full disk", asked(command, folder, kept, preexec_fn=full_disk)
    nowhere = kept.parent / "a file"
    nowhere.write_bytes(b"")
    yield "no home", asked(command, folder, nowhere / "caches")
    emptied(kept)
    at_once = [started(command, folder, kept) for _ in range(3)]
    for one in at_once:
        out, err = one.communicate()
        yield "at once", Answer(out, err, one.returncode)
    yield "after that", asked(command, folder, kept)


def edit(folder: Path, chance: random.Random) -> str:
    """Change one thing in the files of a portfolio, as a person or a program might."""
    files = sorted(folder.glob("*/*.yaml"))
    path = chance.choice(files)
    held = path.read_bytes()
    what = chance.choice(("line", "cut", "copy", "rename", "remove", "swap", "settings", "digit", "touch"))
    if what == "line":
        lines = held.splitlines(keepends=True)
        del lines[chance.randrange(len(lines))]
        path.write_bytes(b"".join(lines))
    elif what == "cut":
        path.write_bytes(held[: chance.randrange(len(held))])
    elif what == "copy":
        path.with_name(f"copy-{chance.randrange(100)}.yaml").write_bytes(held)
    elif what == "rename":
        path.rename(path.with_name(f"renamed-{chance.randrange(100)}.yaml"))
    elif what == "remove" and len(files) > 2:
        path.unlink()
    elif what == "swap":
        other = chance.choice(files)
        path.write_bytes(other.read_bytes())
        other.write_bytes(held)
    elif what == "settings":
        choice = chance.choice(("year_end: 31 December\n", "severity: {no-owner: error}\n", "due_soon: x\n", ""))
        (folder / "strategy-tracker.yaml").write_text(choice)
    elif what == "digit":
        path.write_bytes(held.replace(b"%d" % chance.randrange(10), b"%d" % chance.randrange(10), 3))
    else:
        path.touch()
    return f"{what} {path.name}"


def compare(folder: Path, kept: Path, command: tuple[str, ...], every_state: bool, when: str) -> int:
    """How many answers were compared. Ends the program where one differs."""
    wanted = asked(command, folder, None)
    answers = of_one_moment(folder, kept, command) if every_state else iter([("edited", asked(command, folder, kept))])
    number = 0
    for state, answer in answers:
        number += 1
        if answer != wanted:
            print(f"{' '.join(command)}: {state}, {when}: differs\n{wanted}\n{answer}")
            sys.exit(1)
    return number


def main() -> None:
    parsed = argparse.ArgumentParser(description="Whatever lies in the cache, an answer is the same.")
    parsed.add_argument("--rounds", type=int, default=40, help="random edits")
    parsed.add_argument("--seed", type=int, default=1)
    options = parsed.parse_args()
    chance = random.Random(options.seed)
    compared = 0
    with tempfile.TemporaryDirectory(prefix="strategy-kept-") as name:
        top = Path(name)
        made, kept = top / "made", top / "caches"
        generate(made, 3, options.seed, blemished=0.7)
        for folder in (made, SHIPPED, SHIPPED / "examples" / "exampleton"):
            for command in COMMANDS:
                compared += compare(folder, kept, command, every_state=True, when=folder.name)
        print(f"{compared} answers with the cache in every state: all the same", flush=True)
        edited = 0
        for number in range(options.rounds):
            told = ", ".join(edit(made, chance) for _ in range(chance.randrange(1, 4)))
            edited += sum(
                compare(made, kept, one, every_state=False, when=f"round {number}: {told}") for one in COMMANDS
            )
        print(f"{edited} answers after {options.rounds} rounds of random edits: all the same")


if __name__ == "__main__":
    main()
