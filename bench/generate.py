"""Make a portfolio of strategies as people write them: `python bench/generate.py FOLDER --strategies 33 --seed 1`."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from content import BLEMISHED, strategy_and_measures

BLOCKS = {"priorities", "actions", "updates", "governance", "pledge", "voice", "readings", "milestones", "moved"}
"""Keys whose list or map is written over several lines, one entry a line or more."""
COMMENTS = (
    "# agreed at the June meeting",
    "# to be looked at again in spring",
    "# see the committee paper",
    "# was two lines until 2024",
)


def generate(folder: Path, count: int, seed: int, blemished: float = BLEMISHED) -> int:
    """Write so many strategies and their measures under `folder`; the bytes written."""
    for kind in ("strategies", "measures"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    size = 0
    for number in range(count):
        strategy, measures = strategy_and_measures(number, seed, blemished)
        hand = Random(f"{seed}/{number}/hand")
        parts = (("strategies", strategy, ""), ("measures", {"measures": measures}, "# one file per strategy\n"))
        for kind, data, head in parts:
            text = (head + "\n".join(_map(data, 0, hand)) + "\n").encode()
            (folder / kind / f"{strategy['id']}.yaml").write_bytes(text)
            size += len(text)
    return size


def _map(data: dict[str, Any], indent: int, hand: Random) -> Iterator[str]:
    pad = " " * indent
    for key, value in data.items():
        block = key in BLOCKS or (key == "measures" and isinstance(value[0], dict))
        if block and isinstance(value, dict):
            yield f"{pad}{key}:"
            yield from (f"{pad}  {name}: {_flow(one)}" for name, one in value.items())
        elif block and isinstance(value[0], dict) and key not in ("milestones", "moved"):
            yield from _list(key, value, indent, hand)
        elif isinstance(value, str) and len(value) > 100:
            yield from _long(f"{pad}{key}:", value, indent + 2, hand)
        elif isinstance(value, list) and key != "measures" and hand.random() < 0.4:
            yield f"{pad}{key}:"
            yield from (f"{pad}  - {_flow(one)}" for one in value)
        else:
            yield f"{pad}{key}: {_flow(value)}" + ("   # " + "to confirm" if hand.random() < 0.01 else "")


def _list(key: str, items: list[dict[str, Any]], indent: int, hand: Random) -> Iterator[str]:
    pad = " " * indent
    if indent == 0:
        yield ""
    yield f"{pad}{key}:"
    for number, item in enumerate(items):
        if number and key in ("actions", "priorities", "measures"):
            yield ""
        if hand.random() < 0.02:
            yield f"{pad}  {hand.choice(COMMENTS)}"
        lines = _map(item, indent + 4, hand)
        yield f"{pad}  - {next(lines).lstrip()}"
        yield from lines


def _long(key: str, text: str, indent: int, hand: Random) -> Iterator[str]:
    style = hand.random()
    if style < 0.4:
        yield f"{key} {_flow(text)}"
        return
    yield f"{key} >-"
    line = " " * indent
    for word in text.split(" "):
        if len(line) + len(word) > 100:
            yield line.rstrip()
            line = " " * indent
        line += word + " "
    yield line.rstrip()


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value) if isinstance(value, str) else str(value)


def _text(value: str) -> str:
    if "'" in value:
        return f'"{value}"'
    return f"'{value}'" if ": " in value or ", " in value or value[0] in "–{[" else value


def main() -> None:
    asked = argparse.ArgumentParser(description="Make a portfolio of strategies, the same for the same seed.")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--strategies", type=int, default=33)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--blemished", type=float, default=BLEMISHED, help="share of strategies with a smell or a gap")
    options = asked.parse_args()
    size = generate(options.folder, options.strategies, options.seed, options.blemished)
    print(f"{options.strategies} strategies, {size:,} bytes, in {options.folder}")


if __name__ == "__main__":
    main()
