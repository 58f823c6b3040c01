"""For any portfolio: a workbook in which nothing was typed changes no byte, and what is typed is all that changes."""

import random
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from strategy_tracker.app.importing.bring_back import BackChoices, propose_back
from strategy_tracker.app.looking.status import filtered_standing
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.owner_workbook import workbook_form
from strategy_tracker.files.load import load_bytes
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.intake.own_workbook import record_in
from strategy_tracker.intake.readers.sheets import read_workbook
from strategy_tracker.judging.filters import Filters
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.views.formats.workbooks.workbook import write_workbook

TODAY = date(2025, 10, 31)
WORDS = some.text(some.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=40).filter(
    lambda text: text.strip() and not text.strip().startswith("@")
)
ACTIONS = some.lists(
    some.fixed_dictionaries(
        {"text": WORDS},
        optional={
            "owner": some.sampled_from(["Head of Care", "Team Lead", "'Deputy: Care'"]),
            "due": some.sampled_from(["2026-03-31", "2026-03", "2027"]),
            "note": WORDS,
        },
    ),
    min_size=1,
    max_size=4,
)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def written(root, actions):
    lines = ["id: plan", "title: A plan", "priorities:", "  - id: one", "    title: One", "    actions:"]
    for number, action in enumerate(actions, 1):
        lines += [f"      - id: one-{number:02d}", f"        text: {quoted(action['text'].strip())}"]
        lines += [
            f"        {key}: {quoted(value.strip()) if key == 'note' else value}"
            for key, value in action.items()
            if key != "text"
        ]
    (root / "strategies").mkdir(exist_ok=True)
    path = root / "strategies" / "plan.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def sent(root):
    moment = Moment(open_portfolio(root), TODAY)
    found = filtered_standing(moment, Filters(), whole=True)
    return write_workbook(workbook_form(found, moment))


def back(root, data, choices=BackChoices()):  # noqa: B008
    source = read_workbook("updates.xlsx", data)
    return propose_back(open_portfolio(root), source, record_in(source), choices, TODAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("portfolio")


@given(ACTIONS)
@settings(deadline=None, max_examples=40)
def test_nothing_typed_changes_nothing(folder, actions):
    written(folder, actions)
    found = back(folder, sent(folder))
    assert found.proposal.files == ()
    assert found.left == ()


@given(ACTIONS, some.integers(0, 10**6), WORDS)
@settings(deadline=None, max_examples=40)
def test_what_is_typed_is_all_that_changes(folder, actions, seed, note):
    path = written(folder, actions)
    before = path.read_text(encoding="utf-8").splitlines()
    book = openpyxl.load_workbook(BytesIO(sent(folder)))
    chance = random.Random(seed)
    sheet = book["Actions"]
    keys = {cell.value: cell.column for cell in sheet[1]}
    rows = chance.sample(range(3, 3 + len(actions)), chance.randint(1, len(actions)))
    for row in rows:
        sheet.cell(row, keys["@on"]).value = date(2025, 10, 1)
        sheet.cell(row, keys["@note"]).value = note.strip()
        sheet.cell(row, keys["@note"]).data_type = "s"
    out = BytesIO()
    book.save(out)
    found = back(folder, out.getvalue())
    assert not found.left
    (file,) = found.proposal.files
    after = file.edit.after.decode().splitlines()
    assert [line for line in before if line not in after] == []
    assert len(after) - len(before) == 3 * len(rows), "each a list, a day and a note"
    assert sum("on: 2025-10-01" in line for line in after) == len(rows)


def test_the_shipped_portfolio_comes_back_as_it_went():
    root = Path(__file__).parents[2]
    moment = Moment(open_portfolio(root), TODAY)
    data = write_workbook(workbook_form(filtered_standing(moment, Filters(), whole=True), moment))
    found = back(root, data)
    assert found.proposal.files == ()
    assert found.left == ()


CHANGED = {
    "text": ("Other words", "Words again"),
    "owner": ("Head of Place", "Head of Schools"),
    "due": ("2026-06-30", "2026-09-30"),
}
"""Of each field what somebody writes in the file meanwhile, and what somebody types into the workbook."""
PAIRS = some.lists(
    some.tuples(some.integers(0, 3), some.sampled_from([*CHANGED]), some.booleans(), some.booleans()), max_size=4
)


@given(ACTIONS, PAIRS)
@settings(deadline=None, max_examples=40)
def test_of_two_people_who_change_things_nobodys_change_is_lost(folder, actions, pairs):
    """Each pair changes a field in the file, in the workbook or in both; both at once is said, and the file stays."""
    actions = [{"owner": "Team Lead", "due": "2026-03-31", **action} for action in actions]
    written(folder, actions)
    book = openpyxl.load_workbook(BytesIO(sent(folder)))
    sheet = book["Actions"]
    keys = {cell.value: cell.column for cell in sheet[1]}
    theirs, ours = {}, {}
    for number, key, in_file, in_book in pairs:
        place = number % len(actions), key
        ours |= {place: CHANGED[key][0]} if in_file else {}
        theirs |= {place: CHANGED[key][1]} if in_book else {}
    for (number, key), value in theirs.items():
        sheet.cell(3 + number, keys[f"@{key}"]).value = date.fromisoformat(value) if key == "due" else value
        if key == "due":
            sheet.cell(3 + number, keys["@why"]).value = "Agreed by the board"
    out = BytesIO()
    book.save(out)
    meanwhile = [dict(action) for action in actions]
    for (number, key), value in ours.items():
        meanwhile[number][key] = value
    path = written(folder, meanwhile)
    found = back(folder, out.getvalue())
    after = found.proposal.files[0].edit.after.decode() if found.proposal.files else path.read_text(encoding="utf-8")
    record = load_bytes(found.proposal.files[0].file, after.encode(), MARCH).record if found.proposal.files else None
    clashes = {place for place in theirs if place in ours}
    assert {one.code for one in found.left} <= {"cell-changed-twice"}
    assert len(found.left) == len(clashes)
    for number, action in enumerate(record.priorities[0].actions if record else ()):
        for key in ("text", "owner", "due"):
            held = {"text": action.text, "owner": "; ".join(action.owner), "due": str(action.due)}[key]
            kept = meanwhile[number][key].strip().strip("'")
            assert held == (theirs[number, key] if (number, key) in theirs and (number, key) not in ours else kept)
