"""A mutation fuzzer over the shipped files and all cases: `python bench/fuzz.py --cases 100000 --seed 1`.

Each case damages a file or two and puts it through the whole of `examine`: reading, models, checks, positions. What
raises, points outside its file or takes longer than two seconds is kept under tests/cases/fuzz/, where a test reads it
ever after.
"""

import argparse
import hashlib
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from strategy_tracker.app.looking.examine import examine
from strategy_tracker.diagnostics import CODES
from strategy_tracker.files.find import KINDS, SETTINGS, DataFile
from strategy_tracker.files.load import load_bytes
from strategy_tracker.files.parsing.positions import lines_of
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.views.formats.findings.as_text import write_diagnostics

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "tests/cases/fuzz"
TODAY = date(2026, 1, 15)
SLOW = 2.0
"""Seconds a small file may take on a busy machine."""

TOKENS = [
    *(
        b": ",
        b"- ",
        b"? ",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b"#",
        b"&a ",
        b"*a",
        b"!x ",
        b"!!str ",
        b"|\n",
        b">-\n",
        b"'",
        b'"',
    ),
    *(
        b"\n",
        b"\r\n",
        b"\r",
        b"\t",
        b"  ",
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"<<: ",
        b"~",
        b"null",
        b"true",
        b"yes",
        b"[key]",
    ),
    *(
        b"\0",
        b"\xff",
        b"\xc2\x85",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
        "é😀".encode(),
        b"\\x07",
        b"\\ud800",
        b"\\UFFFFFFFF",
    ),
    *(b"0", b"-1", b"1e5", b".nan", b"0x10", b"1_000", b"999999999999999999", b"0.000000000001", b"-0", b"1.10"),
    *(
        b"2011-12",
        b"2018-02-30",
        b"0000",
        b"0001",
        b"9999-12-31",
        b"9999/00",
        b"9998/99 Q4",
        b"AY 2021/22",
        b"2022/23 Q1",
    ),
    *(
        b"999 years",
        b"0 days",
        b"biannual",
        b"5% of target",
        b"5 points",
        b"0 points",
        b"c",
        b"low",
        b"# allow not-a-date: x",
    ),
    *(b"\n<<<<<<< HEAD\n", b"\n=======\n", b"\n>>>>>>> x\n", b"[" * 50, b"- " * 50, b"a" * 2000, b" " * 2000),
]
WORD = re.compile(rb"[\w./-]+")


def corpus() -> list[tuple[str, bytes]]:
    """Kind and bytes of every file worth damaging; the large ones also in pieces, for speed."""
    paths = [path for kind in KINDS for path in (ROOT / kind).rglob("*.yaml")]
    paths += [path for path in (ROOT / "tests/cases").rglob("*.y*ml") if path.is_file()]
    found = []
    for path in sorted(paths):
        data = path.read_bytes()
        kind = "settings" if path.name == SETTINGS else next((p for p in path.parts[::-1] if p in KINDS), "strategies")
        found += [(kind, piece) for piece in (pieces(data) if len(data) > 10_000 else [data])]
    return found


def pieces(data: bytes) -> Iterator[bytes]:
    """The head of a large file with a few of its items at a time, and now and then the whole."""
    lines = data.splitlines(keepends=True)
    starts = [n for n, line in enumerate(lines) if line.startswith(b"  - ")]
    head = lines[: starts[0]] if starts else []
    yield data
    for one, other in zip(starts[::3], [*starts[3::3], len(lines)], strict=False):
        yield b"".join([*head, *lines[one:other]])


def drop_lines(data: bytes, dice: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at = dice.randrange(len(lines) + 1)
    return b"".join(lines[:at] + lines[at + dice.choice([1, 1, 2, 5]) :])


def repeat_lines(data: bytes, dice: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at, to = dice.randrange(len(lines) + 1), dice.randrange(len(lines) + 1)
    return b"".join(lines[:to] + lines[at : at + dice.choice([1, 1, 3])] + lines[to:])


def swap_lines(data: bytes, dice: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def indent_line(data: bytes, dice: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = dice.randrange(len(lines))
    lines[at] = lines[at][dice.randrange(3) :] if dice.random() < 0.5 else b" " * dice.randint(1, 3) + lines[at]
    return b"".join(lines)


def change_byte(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice([b"", bytes([dice.randrange(256)])]) + data[at + dice.randrange(2) :]


def add_token(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(TOKENS) + data[at:]


def change_word(data: bytes, dice: random.Random) -> bytes:
    words = list(WORD.finditer(data))
    if not words:
        return data
    one = dice.choice(words)
    new = dice.choice(words)[0] if dice.random() < 0.5 else dice.choice(TOKENS)
    return data[: one.start()] + new + data[one.end() :]


def cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)] if dice.random() < 0.5 else data[dice.randrange(len(data) + 1) :]


CHANGES: list[Callable[[bytes, random.Random], bytes]] = [
    drop_lines, repeat_lines, swap_lines, indent_line, change_byte, add_token, add_token, change_word, change_word, cut,
]  # fmt: skip


def damaged(files: list[tuple[str, bytes]], dice: random.Random) -> tuple[str, bytes]:
    """One file, changed a few times; sometimes the head of one on the tail of another, or read as another kind."""
    kind, data = dice.choice(files)
    if dice.random() < 0.1:
        other = dice.choice(files)[1]
        data = data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other) + 1) :]
    for _ in range(dice.choice([1, 1, 2, 3, 6])):
        data = dice.choice(CHANGES)(data, dice)
    return (dice.choice([*KINDS, "settings"]) if dice.random() < 0.02 else kind), data


def put_through(kind: str, data: bytes) -> list[str]:
    """The codes of a file's diagnostics; raises for whatever breaks a promise."""
    start = time.perf_counter()
    loaded = load_bytes(DataFile("x.yaml", "x.yaml", kind, len(data)), data, DEFAULTS.year_end)  # type: ignore[arg-type]
    found = examine(loaded, TODAY, DEFAULTS).diagnostics
    if loaded.record is None and not found:
        raise AssertionError("a file was passed over in silence")
    lines = lines_of(data)
    for item in found:
        place = item.position
        if item.code not in CODES or place is None:
            raise AssertionError(f"{item.code} has no entry or no place")
        if not (1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1):
            raise AssertionError(f"{item.code} points outside the file: {place}")
    write_diagnostics(found, everything=True)
    if (took := time.perf_counter() - start) > SLOW:
        raise TimeoutError(f"{took:.1f} s")
    return [item.code for item in found]


def keep(kind: str, data: bytes) -> Path:
    """Write a failing input where a test finds it."""
    KEPT.mkdir(exist_ok=True)
    path = KEPT / f"{kind}-{hashlib.sha256(data).hexdigest()[:12]}.yaml"
    path.write_bytes(data)
    return path


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--cases", type=int, default=10_000)
    ask.add_argument("--seed", type=int, default=0)
    options = ask.parse_args()
    dice = random.Random(options.seed)
    files = corpus()
    codes: Counter[str] = Counter()
    broken: dict[str, Path] = {}
    faults = clean = 0
    began = time.perf_counter()
    for _ in range(options.cases):
        kind, data = damaged(files, dice)
        try:
            found = put_through(kind, data)
        except Exception as error:
            faults += 1
            name = named(error)
            if name not in broken and len(broken) < 100:
                broken[name] = keep(kind, data)
                print(f"{name}\n  kept as {broken[name].relative_to(ROOT)}", flush=True)
        else:
            codes.update(set(found))
            clean += not found
    took = time.perf_counter() - began
    print(f"{options.cases:,} cases from {len(files)} files in {took:.0f} s (seed {options.seed})")
    print(f"{faults} faults of ours, {len(broken)} different; {clean:,} cases without a diagnostic")
    print(f"{len(codes)} of {len(CODES)} codes seen; most often {', '.join(code for code, _ in codes.most_common(5))}")
    return 1 if faults else 0


def named(error: Exception) -> str:
    """What went wrong and where, to tell one fault from another."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"


if __name__ == "__main__":
    sys.exit(main())
