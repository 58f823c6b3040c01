"""Workbooks out and back: `python bench/round_trips.py 1000`. How many, what was typed, and what became of it.

Each of so many portfolios is generated, sent as a workbook, and taken back three times: with nothing typed (no byte
may change), with a few cells typed at random (exactly those lines), and with changes in workbook and file (nobody's is
lost, and what both changed is told). Prints the seed of each that came out otherwise.
"""

import random
import re
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from content import strategy_and_measures
from generate import _map

from strategy_tracker.app.importing.bring_back import BackChoices, BackProposal, propose_back
from strategy_tracker.app.looking.status import Filters, filtered_standing
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.owner_workbook import workbook_form
from strategy_tracker.editing.changes import Put
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.files.load import load_bytes
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.intake.own_workbook import record_in
from strategy_tracker.intake.readers.sheets import read_workbook
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.workbook import ACTIONS, MEASURES
from strategy_tracker.views.formats.workbooks.workbook import write_workbook

TODAY = date(2027, 1, 15)


def written(root: Path, seed: int) -> tuple[Path, Path]:
    """A strategy of two priorities and its first measures, as somebody wrote them by hand."""
    strategy, measures = strategy_and_measures(seed, seed)
    strategy = {
        key: value for key, value in strategy.items() if key in ("id", "title", "owner", "starts", "priorities")
    }
    known = measures[:8]
    ids = {one["id"] for one in known}
    strategy["priorities"] = [_cut(one, ids) for one in strategy["priorities"][:2]]
    hand = random.Random(seed)
    paths = root / "strategies" / "plan.yaml", root / "measures" / "plan.yaml"
    for path, data in zip(paths, (strategy, {"measures": known}), strict=True):
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(_map(data, 0, hand)) + "\n", encoding="utf-8")
    return paths


def _cut(priority: dict[str, Any], ids: set[str]) -> dict[str, Any]:
    kept = {key: value for key, value in priority.items() if key in ("id", "title", "owner")}
    kept["measures"] = [one for one in priority.get("measures", []) if one in ids] or sorted(ids)[:1]
    kept["actions"] = [
        {key: value for key, value in action.items() if key not in ("measures", "follows", "needs")}
        for action in priority["actions"][:6]
    ]
    return kept


def sent(root: Path) -> bytes:
    moment = Moment(open_portfolio(root), TODAY)
    return write_workbook(workbook_form(filtered_standing(moment, Filters(), whole=True), moment))


def taken(root: Path, data: bytes, on: str = "") -> BackProposal:
    source = read_workbook("updates.xlsx", data)
    return propose_back(open_portfolio(root), source, record_in(source), BackChoices(on), TODAY)


def typed(data: bytes, chance: random.Random) -> tuple[bytes, list[str]]:
    """The workbook with notes and figures in some of its cells; what was typed, each another text."""
    book = openpyxl.load_workbook(BytesIO(data))
    said: list[str] = []
    sheet = book[ACTIONS]
    keys = {cell.value: cell.column for cell in sheet[1]}
    for row in chance.sample(range(3, sheet.max_row + 1), chance.randint(1, min(5, sheet.max_row - 2))):
        said.append(f"Said number {len(said)} of {chance.randrange(10**9)}")
        sheet.cell(row, keys["@on"]).value = date(2027, 1, chance.randint(1, 14))
        sheet.cell(row, keys["@note"]).value = said[-1]
        if chance.random() < 0.3:
            said.append(f"Return {chance.randrange(10**9)}")
            sheet.cell(row, keys["@evidence"]).value = said[-1]
    sheet = book[MEASURES] if MEASURES in book.sheetnames else None
    waits = [
        cell
        for row in (sheet.iter_rows(min_row=3, min_col=4, max_col=sheet.max_column - 1) if sheet else ())
        for cell in row
        if cell.value is None and not cell.protection.locked
    ]
    for cell in chance.sample(waits, min(len(waits), chance.randint(0, 3))):
        said.append(f"{chance.randint(10, 99)}.{len(said)}1")
        cell.value = float(said[-1])
    out = BytesIO()
    book.save(out)
    return out.getvalue(), said


def lines_of(found: BackProposal) -> tuple[list[str], list[str]]:
    """The lines that are new and those that are gone, of all files."""
    new: Counter[str] = Counter()
    for file in found.proposal.files:
        new.update(file.edit.after.decode().splitlines())
        new.subtract(file.edit.before.decode().splitlines())
    return [line for line, many in new.items() if many > 0], [line for line, many in new.items() if many < 0]


_FRAME = re.compile(r" *(- on: 2027-01-\d\d|updates:|readings:|evidence:)")
"""Lines that a note or a figure may need round it."""
OTHER = {"text": ("Other words", "Words again"), "owner": ("Head of Place", "Head of Schools")}


def pairs(root: Path, path: Path, data: bytes, chance: random.Random) -> tuple[str, int, int]:
    """Change fields in the file and in the workbook; what went wrong, how many were changed, how many by both."""
    before = load_bytes(open_portfolio(root).of_kind("strategies")[0], path.read_bytes(), MARCH).record
    spots = [(p, a) for p, priority in enumerate(before.priorities) for a in range(len(priority.actions))]
    choices = [(*spot, key) for spot in spots for key in OTHER]
    ours, theirs = (set(chance.sample(choices, chance.randint(1, 5))) for _ in range(2))
    changes = [Put(("priorities", p, "actions", a), key, OTHER[key][0]) for p, a, key in sorted(ours)]
    path.write_bytes(edit_all(path.read_bytes(), changes).after)
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book[ACTIONS]
    keys = {cell.value: cell.column for cell in sheet[1]}
    for p, a, key in theirs:
        sheet.cell(3 + spots.index((p, a)), keys[f"@{key}"]).value = OTHER[key][1]
    out = BytesIO()
    book.save(out)
    found = taken(root, out.getvalue())
    file = open_portfolio(root).of_kind("strategies")[0]
    after = found.proposal.files[0].edit.after if found.proposal.files else path.read_bytes()
    record = load_bytes(file, after, MARCH).record
    clashes = ours & theirs
    if len(found.left) != len(clashes) or {one.code for one in found.left} - {"cell-changed-twice"}:
        return f"told {[one.code for one in found.left]} of {len(clashes)} clashes", len(ours | theirs), len(clashes)
    for p, a, key in ours | theirs:
        action = record.priorities[p].actions[a]
        held = action.text if key == "text" else "; ".join(action.owner)
        if held != OTHER[key][(p, a, key) not in ours]:
            return f"lost {key} of {p}, {a}: {held}", len(ours | theirs), len(clashes)
    return "", len(ours | theirs), len(clashes)


def main(times: int) -> None:
    outcomes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for seed in range(times):
            chance = random.Random(seed)
            path, _ = written(root, seed)
            data = sent(root)
            found = taken(root, data)
            clean = not found.proposal.files and not found.left
            outcomes["nothing typed: not a byte" if clean else f"nothing typed, and changed: seed {seed}"] += 1
            cells, said = typed(data, chance)
            found = taken(root, cells)
            new, gone = lines_of(found)
            wrong = [text for text in said if not any(text in line for line in new)]
            odd = [line for line in gone if not any(line.strip()[:-1] in one for one in new)]
            odd += [line for line in new if not _FRAME.fullmatch(line) and not any(text in line for text in said)]
            counts["cells typed"] += len(said)
            ok = not wrong and not odd and not found.left
            outcomes["typed: exactly those lines" if ok else f"typed {wrong} {odd} {found.left[:1]}: seed {seed}"] += 1
            fault, changed, both = pairs(root, path, data, chance)
            counts["fields changed by one or both"] += changed
            counts["by both, and told"] += both
            outcomes["pairs: nobody's change is lost" if not fault else f"pairs: {fault}: seed {seed}"] += 1
    print(f"{times:,} portfolios in {time.perf_counter() - start:.0f} s")
    for what, number in (*outcomes.most_common(40), *counts.items()):
        print(f"{number:8,}  {what}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
