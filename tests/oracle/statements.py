"""Asks a program for its outputs and holds every statement in them against the record. No code of the product here."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tests.oracle import record


def wrong_statements(ask: Callable[..., str], folder: Path, day: date) -> Iterator[str]:
    """Every statement about an action, in four outputs, that the record does not imply; `ask` gives what one prints."""
    known = record.read(folder, day)
    asked = ("--as-at", day.isoformat(), "--root", str(folder))
    status = json.loads(ask("status", "--format", "json", *asked))
    for strategy in status["strategies"]:
        for priority in strategy["priorities"]:
            for action in priority["actions"]:
                one = known[f"{strategy['id']}/{action['id']}"]
                yield from record.of_data(action, one)
                yield from record.of_text(f"{action['rating']['word']}; {action['rating']['reason']}", one)
    for item in json.loads(ask("overdue", "--format", "json", *asked))["items"]:
        one = known[item["item"]]
        if (item["kind"].removeprefix("very-"), item["owner"]) != (one.word, one.owner):
            yield f"{one.address}: {item['kind']} of {item['owner']} is listed, on record is {one.word} of {one.owner}"
        yield from record.of_text(item["words"], one)
    report = ask("report", *asked)
    for address, one in known.items():
        yield from record.of_text(record.rows_about(report, address), one)
    for line in ask("export", "--format", "csv", *asked).splitlines()[1:]:
        address = next((name for name in known if f",{name.partition('/')[2]}," in line), "")
        if address:
            yield from record.of_text(line, known[address])
