"""The workbook out and back: nothing typed changes nothing, what is typed changes just that, a clash is never lost."""

import email
import email.policy
import json
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from strategy_tracker.cli.boundary import CANNOT, CLEAN, FINDINGS
from strategy_tracker.model.workbook import ACTIONS, MEASURES, README, RECORD, SAID
from tests.cli.repository import Repository


class Book:
    """A workbook that an owner types into."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def columns(self, sheet):
        return {cell.value: cell.column for cell in self.book[sheet][1] if cell.value}

    def row(self, sheet, item):
        own = self.columns(sheet)["@id"]
        return next(
            row for row in range(3, self.book[sheet].max_row + 1) if self.book[sheet].cell(row, own).value == item
        )

    def type(self, item, key, value, sheet=ACTIONS):
        cell = self.book[sheet].cell(self.row(sheet, item), self.columns(sheet)[f"@{key}"])
        assert not cell.protection.locked, "an owner cannot type there"
        cell.value = value
        return self

    def save(self):
        self.book.save(self.path)


@pytest.fixture
def sent(run, small):
    """A workbook as it was mailed, and the portfolio."""
    assert run("export", "--format", "xlsx", "-o", "updates.xlsx")[0] == CLEAN
    return Book(small / "updates.xlsx")


def lines(root):
    return {path.name: path.read_text().splitlines() for path in root.rglob("*.yaml")}


def changed(before, after):
    """Lines that are new, and lines that are gone, of all files."""
    new = [line.strip() for name, each in after.items() for line in each if line not in before.get(name, [])]
    gone = [line.strip() for name, each in before.items() for line in each if line not in after.get(name, [])]
    return new, gone


ITEM = "young-carers/seen-02"


def reworded(path):
    """Gives the action other words in the file, as somebody did meanwhile; the words that it had."""
    text = path.read_text()
    number = next(n for n, line in enumerate(text.splitlines()) if "id: seen-02" in line)
    old = text.splitlines()[number + 1].strip().removeprefix("text: ")
    path.write_text(text.replace(old, "What the file says now"))
    return old


def test_it_holds_what_an_owner_needs_and_a_record_that_nobody_sees(sent):
    book = sent.book
    assert book.sheetnames == [README, ACTIONS, MEASURES, SAID, RECORD]
    assert book[RECORD].sheet_state == "veryHidden"
    assert book[ACTIONS].protection.sheet
    assert book[ACTIONS].row_dimensions[1].hidden
    row = sent.row(ACTIONS, ITEM)
    told = {key: book[ACTIONS].cell(row, column).value for key, column in sent.columns(ACTIONS).items()}
    assert isinstance(told["@due"], object)
    assert told["@note"] is None
    assert told["@now"]
    assert book.properties.creator in (None, "")


def test_the_same_bytes_each_run(run, small, sent):
    first = sent.path.read_bytes()
    assert run("export", "--format", "xlsx", "-o", "again.xlsx")[0] == CLEAN
    assert (small / "again.xlsx").read_bytes() == first


def test_one_owner_gets_their_rows_and_nothing_else(run, small):
    assert run("export", "--format", "xlsx", "--owner", "Head of Service", "-o", "mine.xlsx")[0] == CLEAN
    every = Book(small / "mine.xlsx")
    ids = {row[0].value for row in every.book[ACTIONS].iter_rows(min_row=3)}
    texts = "".join(str(cell.value) for sheet in every.book for row in sheet.iter_rows() for cell in row if cell.value)
    assert run("export", "--format", "xlsx", "-o", "all.xlsx")[0] == CLEAN
    others = {row[0].value for row in Book(small / "all.xlsx").book[ACTIONS].iter_rows(min_row=3)} - ids
    assert others
    assert not any(one in texts for one in others)


def test_nothing_typed_changes_nothing(run, small, sent):
    before = lines(small)
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert (code, lines(small)) == (CLEAN, before), err
    assert "nothing was written" in err
    sent.save()  # another program has saved it
    assert run("import", "updates.xlsx", "--yes")[0] == CLEAN
    assert lines(small) == before


def test_a_new_update_is_taken_line_for_line(run, small, sent):
    before = lines(small)
    sent.type(ITEM, "on", date(2025, 9, 20)).type(ITEM, "state", "in progress").type(ITEM, "rag", "amber")
    sent.type(ITEM, "note", "A supplier at last").type(ITEM, "by", "Head of Service").save()
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert code == CLEAN, err
    new, gone = changed(before, lines(small))
    assert sorted(new) == [
        "- on: 2025-09-20",
        "by: Head of Service",
        "note: A supplier at last",
        "rag: amber",
    ]
    assert gone == []
    after = lines(small)
    assert run("import", "updates.xlsx", "--yes")[0] == CLEAN
    assert lines(small) == after, "the same update twice is one"


def test_a_moved_date_wants_its_reason(run, small, sent):
    before = lines(small)
    sent.type(ITEM, "due", date(2026, 3, 31)).save()
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert (code, lines(small)) == (FINDINGS, before)
    assert "moved-without-why" in err
    sent.type(ITEM, "why", "The supplier withdrew").save()
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert code == CLEAN, err
    assert any("The supplier withdrew" in line for each in lines(small).values() for line in each)


def test_where_both_changed_the_file_stays_until_a_person_settles_it(run, small, sent):
    path = small / "strategies" / "young-carers.yaml"
    reworded(path)
    sent.type(ITEM, "text", "What the workbook says").save()
    before = lines(small)
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert (code, lines(small)) == (FINDINGS, before)
    assert "What the workbook says" in err
    assert "What the file says now" in err
    code, _, err = run("import", "updates.xlsx", "--yes", "--take", f"{ITEM}.text=workbook")
    assert code == CLEAN, err
    assert "What the workbook says" in path.read_text()
    code, _, _ = run("import", "updates.xlsx", "--yes")
    assert code == CLEAN, "already so"


def test_a_cell_that_nobody_touched_overwrites_no_newer_work(run, small, sent):
    path = small / "strategies" / "young-carers.yaml"
    old = reworded(path)
    assert run("update", ITEM, "--note", "Said in between", "--on", "2025-09-19")[0] == CLEAN
    sent.type(ITEM, "on", date(2025, 9, 20)).type(ITEM, "note", "Half done").save()
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert code == CLEAN, err
    assert all(words in path.read_text() for words in ("What the file says now", "Said in between", "Half done"))
    assert old not in path.read_text()


def test_a_new_figure_is_taken_and_another_one_is_said(run, small, sent):
    sheet = sent.book[MEASURES]
    periods = {
        key.removeprefix("@period "): column
        for key, column in sent.columns(MEASURES).items()
        if key.startswith("@period")
    }
    open_cells = [
        (row, period)
        for row in range(3, sheet.max_row + 1)
        for period, column in periods.items()
        if sheet.cell(row, column).value is None and not sheet.cell(row, column).protection.locked
    ]
    assert open_cells, "some figure waits"
    row, period = open_cells[0]
    item = sheet.cell(row, 1).value
    sheet.cell(row, periods[period]).value = 7
    sent.save()
    before = lines(small)
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert code == CLEAN, err
    new, gone = changed(before, lines(small))
    assert len(new) == 1, new
    assert period in new[0]
    assert gone == []
    assert item


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("state", "wobbly", "not-a-state"),
        ("rag", "purple", "colour-between"),
        ("on", "31/11/2025", "no-such-day"),
        ("owner", "Jo Bloggs", "person-in-owner"),
        ("text", None, "cell-emptied"),
    ],
)
def test_what_cannot_be_is_said_at_its_cell_and_nothing_written(run, small, sent, key, value, code):
    before = lines(small)
    sent.type(ITEM, key, value)
    if key in ("state", "rag", "on"):
        sent.type(ITEM, "note", "Something")
    sent.save()
    result, _, err = run("import", "updates.xlsx", "--yes")
    assert (result, lines(small)) == (FINDINGS, before)
    assert code in err
    assert "Bloggs" not in err


def test_rows_may_be_sorted_copied_or_deleted_and_headings_reworded(run, small, sent):
    before = lines(small)
    sheet = sent.book[ACTIONS]
    sent.type(ITEM, "on", date(2025, 9, 20)).type(ITEM, "note", "Half done")
    row = sent.row(ACTIONS, ITEM)
    sheet["A2"] = "Reference"
    last = sheet.max_row
    values = [
        [sheet.cell(one, column).value for column in range(1, sheet.max_column + 1)] for one in range(3, last + 1)
    ]
    for one, each in enumerate(reversed(values), 3):
        for column, value in enumerate(each, 1):
            sheet.cell(one, column).value = value
    sent.save()
    assert run("import", "updates.xlsx", "--yes")[0] == CLEAN
    assert any("Half done" in line for each in lines(small).values() for line in each)
    first = lines(small)
    sheet.delete_rows(sent.row(ACTIONS, ITEM))
    sheet.append(values[0] if values[0][0] != ITEM else values[1])
    sent.save()
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert (code, lines(small)) == (FINDINGS, first)
    assert "row-gone" in err
    assert "row-copied" in err
    assert before != first
    assert row


def test_texts_of_the_files_are_never_formulas(run, small):
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text().replace("id: seen-02\n", "id: seen-02\n", 1)
    number = next(n for n, line in enumerate(text.splitlines()) if "seen-02" in line)
    kept = text.splitlines()
    kept[number + 1] = "        text: '=cmd|x'"
    path.write_text("\n".join(kept) + "\n")
    assert run("export", "--format", "xlsx", "-o", "updates.xlsx")[0] == CLEAN
    raw = (small / "updates.xlsx").read_bytes()
    found = Book(small / "updates.xlsx")
    cell = found.book[ACTIONS].cell(found.row(ACTIONS, ITEM), found.columns(ACTIONS)["@text"])
    assert cell.data_type != "f" or b"<f>" not in raw
    before = path.read_text()
    assert run("import", "updates.xlsx", "--yes")[0] == CLEAN
    assert path.read_text() == before


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"why": "The supplier withdrew"}, "update-not-taken"),
        ({"on": date(2025, 9, 20)}, "update-not-taken"),
        ({"by": "Head of Service"}, "update-not-taken"),
        ({"on": "03/04/2025", "note": "Half done"}, "two-meanings"),
        ({"due": "03/04/2026", "why": "The supplier withdrew"}, "two-meanings"),
    ],
)
def test_what_says_nothing_or_two_things_is_said_and_not_left_out_in_silence(run, small, sent, typed, code):
    before = lines(small)
    for key, value in typed.items():
        sent.type(ITEM, key, value)
    sent.save()
    result, _, err = run("import", "updates.xlsx", "--yes")
    assert (result, lines(small)) == (FINDINGS, before)
    assert code in err


def test_a_program_is_told_what_is_taken_what_is_not_and_what_was_written(run, small, sent):
    sent.type(ITEM, "on", date(2025, 9, 20)).type(ITEM, "note", "Half done")
    sent.type("young-carers/seen-01", "due", date(2026, 3, 31)).save()
    code, out, _ = run("import", "updates.xlsx", "--dry-run", "--format", "json")
    shown = json.loads(out)
    assert (code, shown["kind"], shown["written"]) == (FINDINGS, "import", [])
    assert [(one["id"], one["field"], one["text"]) for one in shown["taken"]] == [
        (ITEM, "on", "2025-09-20"),
        (ITEM, "note", "Half done"),
    ]
    assert [(one["code"], one["place"][:9]) for one in shown["findings"]] == [("moved-without-why", "Actions!E")]
    assert date.fromisoformat(shown["workbook"]["made"])
    code, out, _ = run("import", "updates.xlsx", "--yes", "--format", "json")
    assert json.loads(out)["written"] == ["strategies/young-carers.yaml"]
    code, out, _ = run("import", "updates.xlsx", "--yes", "--format", "csv")
    assert out.splitlines()[1].endswith("fill 'why it moved' in its row")


def test_a_key_that_somebody_changed_is_said_at_the_cells_of_its_column(run, small, sent):
    sheet = sent.book[MEASURES]
    key = next(key for key in sent.columns(MEASURES) if key.startswith("@period"))
    sheet.cell(1, sent.columns(MEASURES)[key]).value = "@period last week"
    row = next(
        row
        for row in range(3, sheet.max_row + 1)
        if not sheet.cell(row, sent.columns(MEASURES)["@period last week"]).value
    )
    sheet.cell(row, sent.columns(MEASURES)["@period last week"]).value = 5
    sent.save()
    before = lines(small)
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert (code, lines(small)) == (FINDINGS, before)
    assert "'last week' is no period" in err


def without_record(path):
    """The workbook without its hidden sheet, as somebody copied the other sheets into a new file with its property."""
    book = openpyxl.load_workbook(path)
    del book[RECORD]
    book.save(path)


def test_a_workbook_that_lost_its_record_is_held_against_the_commit_that_it_names(run, small, sent):
    Repository(small).commit("First", "2025-09-01")
    assert run("export", "--format", "xlsx", "-o", "updates.xlsx")[0] == CLEAN
    path = small / "strategies" / "young-carers.yaml"
    reworded(path)
    book = Book(small / "updates.xlsx").type(ITEM, "text", "What the workbook says")
    book.type("young-carers/seen-01", "on", date(2025, 9, 20)).type("young-carers/seen-01", "note", "Half done").save()
    without_record(small / "updates.xlsx")
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert code == FINDINGS, err
    assert err.count("cell-changed-twice") == 1
    assert "Half done" in path.read_text()
    assert "What the file says now" in path.read_text()


def test_of_one_that_lost_its_record_and_names_no_commit_what_is_new_is_taken_and_what_differs_is_asked(
    run, small, sent
):
    """Nobody can tell which is newer: the words in the workbook, or those that the file has now."""
    path = small / "strategies" / "young-carers.yaml"
    reworded(path)
    sent.type(ITEM, "on", date(2025, 9, 20)).type(ITEM, "note", "Half done")
    for name in list(sent.book.custom_doc_props.names):
        del sent.book.custom_doc_props[name]
    sent.save()
    without_record(sent.path)
    code, _, err = run("import", "updates.xlsx", "--yes")
    assert code == FINDINGS
    assert "its record of what it said is lost" in err
    assert err.count("cell-changed-twice") == 1
    assert "What the file says now" in path.read_text()
    assert "Half done" in path.read_text()
    code, _, err = run("import", "updates.xlsx", "--yes", "--take", f"{ITEM}.text=workbook")
    assert code == CLEAN, err
    assert "What the file says now" not in path.read_text()


def test_what_is_mistyped_is_answered(run, small, sent):
    code, _, err = run("import", "updates.xlsx", "--yes", "--take", "seen-02=workbook")
    assert code == CANNOT
    assert "--take" in err
    assert run("export", "--format", "xlsx")[0] == CANNOT
    assert openpyxl.load_workbook(BytesIO(sent.path.read_bytes()))


def test_each_owners_message_can_bring_a_workbook_of_their_own(run, small):
    assert run("overdue", "--digest", "mail", "--workbook")[0] == CLEAN
    drafts = sorted((small / "mail").glob("*.eml"))
    assert drafts
    for path in drafts:
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        attached = list(message.iter_attachments())
        if "nobody" in path.name:
            assert attached == []
            continue
        (part,) = attached
        book = openpyxl.load_workbook(BytesIO(part.get_content()))
        assert path.stem in {row[1].value for row in book[RECORD].iter_rows(max_row=4)}
    before = [path.read_bytes() for path in drafts]
    assert run("overdue", "--digest", "mail", "--workbook")[0] == CLEAN
    assert [path.read_bytes() for path in drafts] == before
