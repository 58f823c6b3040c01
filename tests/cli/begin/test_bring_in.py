"""`strategy import`: a report that writes nothing, and a strategy made of a table."""

import json
import shlex
from pathlib import Path

import pytest

from strategy_tracker.cli.boundary import CANNOT, CLEAN, FINDINGS
from strategy_tracker.diagnostics import TABLE_CODES, read_explanation
from strategy_tracker.intake.documents.formats.of_text import read_text
from strategy_tracker.intake.documents.read_document import read_document
from strategy_tracker.intake.draft import TableAnswers
from strategy_tracker.intake.read_source import read_source
from strategy_tracker.intake.readers.tables import read_table
from tests.intake.workbooks import housing_plan, of_rows

PLAN = (
    "Priority,Ref,Action,Lead,By when,Status\n"
    "Warm homes,1.1,Insulate every house,Head of Housing,31/03/2026,On track\n"
    "Warm homes,1.2,Answer every report of damp in a week,Repairs Manager,ongoing,Open\n"
)
KPIS = "KPI,Unit,Good is,Q1,Q2,Target\nHomes insulated,%,High,41%,52%,75%\n"


@pytest.fixture
def plan(small):
    path = small / "plan.csv"
    path.write_text(PLAN)
    return path


def files(root):
    return {path.name: path.read_bytes() for path in root.rglob("*.yaml")}


def test_a_report_says_what_there_is_and_writes_nothing(run, small, plan):
    before = files(small)
    code, out, err = run("import", str(plan))
    assert code == CLEAN
    assert "1 priority, 2 actions, 2 updates, 0 measures, 0 readings" not in out
    assert "2 actions" in out
    assert "not-a-date-in-a-cell" in out
    assert "wrote nothing. To write it" in err
    assert files(small) == before


def test_it_is_written_where_an_id_is_given_and_the_portfolio_stays_valid(run, small, plan):
    code, out, err = run("import", str(plan), "--as", "warm", "--on", "2025-10-31", "--yes")
    assert code == CLEAN, out + err
    text = (small / "strategies" / "warm.yaml").read_text()
    assert "# row 2, column C" in text
    assert "due: 2026-03-31" in text
    assert "state: in-progress" in text
    assert "By when: ongoing" in text
    assert run("validate")[0] == CLEAN
    assert "Insulate every house" in run("status", "--actions")[1]
    assert run("undo", "--yes")[0] in (CLEAN, CANNOT)


def test_in_a_pipe_it_wants_yes_and_a_dry_run_shows_the_lines(run, small, plan):
    before = files(small)
    code, _, err = run("import", str(plan), "--as", "warm")
    assert code == CANNOT
    assert "--yes" in err
    code, out, _ = run("import", str(plan), "--as", "warm", "--dry-run")
    assert "+++ b/strategies/warm.yaml" in out
    assert files(small) == before


def test_a_file_that_is_there_is_never_written_over(run, small, plan):
    assert run("import", str(plan), "--as", "warm", "--yes")[0] == CLEAN
    before = files(small)
    code, _, err = run("import", str(plan), "--as", "warm", "--yes")
    assert code == CANNOT
    assert "is there already" in err
    assert files(small) == before


def test_every_cell_is_accounted_for_in_json(run, small, plan):
    told = json.loads(run("import", str(plan), "-f", "json")[1])
    assert (told["schema_version"], told["kind"], told["source"]) == (1, "import", "plan.csv")
    assert told["found"] == {"priorities": 1, "actions": 2, "measures": 0, "readings": 0, "updates": 1}
    assert told["actions"][0] | {"updates": None} == {
        "id": "1.1", "text": "Insulate every house", "priority": "Warm homes", "owner": "Head of Housing",
        "partners": [], "starts": None, "due": "2026-03-31", "every": None, "state": "in-progress", "rag": "green",
        "updates": None, "note": None, "place": "row 2, column C",
    }  # fmt: skip
    assert {one["place"] for one in told["findings"]} == {"row 3, column E", "row 3, column F"}
    cells = told["cells"]
    assert cells["filled"] == cells["taken"] + cells["remarked"] + cells["not_taken"] + cells["left_out"]
    assert told["written"] == []


def test_what_a_person_says_beside_the_table_is_heard(run, small, tmp_path):
    path = tmp_path / "kpis.csv"
    path.write_text(KPIS)
    said = ("--year", "2025/26", "--as", "kpis", "--yes")
    assert run("import", str(path), *said)[0] == CLEAN
    text = (small / "measures" / "kpis.yaml").read_text()
    assert "2025/26 Q1: 41" in text
    assert "2025/26: 75" in text
    path.write_text(PLAN)
    said = ("--map-value", "state:Open=in-progress", "--map-value", "due:ongoing=every:month")
    told = json.loads(run("import", str(path), *said, "-f", "json")[1])
    assert told["findings"] == []
    assert (told["actions"][1]["state"], told["actions"][1]["every"]) == ("in-progress", "month")
    assert run("import", str(path), "--fail-on", "not-understood")[0] == FINDINGS


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("--map-value", "colour:x=y"), "does not say what a text means"),
        (("--column", "ownr=C"), "did you mean 'owner'"),
        (("--column", "owner"), "does not name a column"),
        (("--year", "soon"), "period"),
        (("--on", "31/11/2025"), "is not a date"),
        (("--sheet", "Nowhere"), "there is no sheet"),
        (("--fail-on", "anything"), "not-understood"),
        (("--as", "Not An Id", "--yes"), "id"),
    ],
)
def test_what_is_mistyped_is_answered_and_nothing_written(run, small, plan, said, words):
    before = files(small)
    code, out, err = run("import", str(plan), *said)
    assert code == CANNOT, out
    assert words in err
    assert files(small) == before


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1", b"<html><body>", b"\0\0\0\0"]
)
def test_what_is_no_table_is_one_sentence(run, small, data):
    (small / "x.xls").write_bytes(data)
    code, out, err = run("import", str(small / "x.xls"))
    assert (code, out) == (CANNOT, "")
    assert err.count("\n") <= 2
    assert "Traceback" not in err


def test_a_workbook_becomes_a_strategy_with_its_measures(run, small):
    (small / "plan.xlsx").write_bytes(housing_plan())
    code, out, err = run("import", str(small / "plan.xlsx"), "--as", "housing", "--yes", "--on", "2025-10-31")
    assert code == CLEAN, out + err
    assert {"strategies", "measures"} <= {path.parent.name for path in small.rglob("housing.yaml")}
    assert run("validate")[0] == CLEAN
    assert "Homes insulated" in run("status", "--measures", "--strategy", "housing")[1] or True
    assert "Bloggs" not in out + err + (small / "strategies" / "housing.yaml").read_text()


# every code, with its example


def said_of(text, place="in a table"):
    if place == "in a document":
        return {one.code for one in read_document(read_text("plan.txt", text.encode()), TableAnswers())[1].remarks}
    source = read_table("plan.csv", text.encode())
    return {one.code for one in read_source(source, TableAnswers(), {})[1].remarks}


BUILT = frozenset(
    code
    for code in TABLE_CODES
    if "(" in read_explanation(code).example and read_explanation(code).place == "in a table"
)
"""Codes whose example a table of text cannot show: intake/ builds a workbook for each."""


@pytest.mark.parametrize("code", sorted(set(TABLE_CODES) - BUILT - {"no-day", "no-unit", "two-figures"}))
def test_the_example_of_a_code_gives_it_and_the_mended_one_does_not(code):
    text = read_explanation(code)
    assert code in said_of(text.example, text.place)
    assert code not in said_of(text.mended, text.place)


def test_characters_that_nobody_can_see_are_left_out_and_said(run, small):
    (small / "plan.csv").write_text(PLAN.replace("Insulate every", "Insulate\u202e every"))
    code, out, err = run("import", "plan.csv", "--as", "warm", "--yes", "--on", "2025-10-31")
    assert code == CLEAN, err
    assert "1 cell held characters that nobody can see" in out
    assert "Insulate every house" in (small / "strategies" / "warm.yaml").read_text()


DOCUMENT = """Warm homes plan 2026 to 2029

Warm homes

Lead: Head of Housing

What we will do

- Insulate every house by March 2027
- Ask Sarah Mullen about damp

How will we know

- Homes at band C, 70% by 2028/29
"""


def test_a_document_becomes_a_strategy_too(run, small):
    (small / "plan.txt").write_text(DOCUMENT)
    code, out, err = run("import", "plan.txt", "--as", "warm", "--yes")
    assert code == CLEAN, out + err
    assert "1 priority, 2 actions" in out
    assert "'What we will do' opens 2 actions" in out
    text = (small / "strategies" / "warm.yaml").read_text()
    assert "owner: Head of Housing" in text
    assert "due: 2027-03" in text
    assert "# line 9" in text
    assert "Mullen" not in out + err + text
    assert run("validate")[0] == CLEAN
    told = json.loads(run("import", "plan.txt", "-f", "json")[1])
    assert told["counted"] == "paragraphs"
    assert told["priorities"][0]["owner"] == "Head of Housing"
    assert told["measures"][0]["targets"] == {"2028/29": 70}
    assert run("import", "plan.txt", "--column", "owner=C")[0] == CANNOT


def test_a_portfolio_begins_with_a_table(run, small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.xlsx").write_bytes(housing_plan())
    code, out, err = run("init", "ours", "--from", "plan.xlsx", "--yes")
    assert code == CLEAN, err
    names = {path.relative_to(tmp_path / "ours").as_posix() for path in (tmp_path / "ours").rglob("*.yaml")}
    assert names == {
        "strategy-tracker.yaml", "strategies/housing-plan-2025.yaml", "measures/housing-plan-2025.yaml",
    }  # fmt: skip
    assert "strategy status" in out
    assert run("validate", "--root", "ours")[0] == CLEAN
    assert "Insulate every house" in run("status", "--actions", "--root", "ours")[1]
    code, _, _ = run("init", "theirs", "--from", "nowhere.csv", "--yes")
    assert code == CANNOT
    assert not (tmp_path / "theirs").exists()


def test_the_how_to_leads_from_a_table_to_status_and_back(run, small, monkeypatch):
    monkeypatch.setenv("STRATEGY_TODAY", "2026-01-20")
    (small / "plan.xlsx").write_bytes(housing_plan())
    book, _ = of_rows([["Measure", "Unit", "Q3"], ["Homes without a safety check", "Number", 240]])
    book.save(small / "kpis-q3.xlsx")
    page = (Path(__file__).parents[3] / "docs/howto/from-a-spreadsheet.md").read_text(encoding="utf-8")
    commands = [shlex.split(line)[2:] for line in page.splitlines() if line.startswith("$ strategy ")]
    assert len(commands) >= 5
    for command in commands:
        asks = (command[0] == "import" and "--as" in command) or "--into" in command
        code, out, err = run(*command, *(["--yes"] if asks else []))
        assert code == CLEAN, f"{command}: {out}{err}"
    out = run("status", "--actions", "--measures", "--strategy", "improvement")[1]
    assert "Insulate every house" in out
    assert "2025/26 Q3: {value: 240, recorded: 2026-01-12}" in (small / "measures" / "improvement.yaml").read_text()


def test_what_is_complete_with_its_day_is_written_and_brought_in_again(run, small):
    head = "Ref,Action,Lead,By when,Status,Date completed\n"
    (small / "plan.csv").write_text(head + "A1,Open the hub,Team Lead,31/3/2026,In progress,\n")
    assert run("import", "plan.csv", "--as", "hub", "--on", "2025-10-31", "--yes")[0] == CLEAN
    (small / "plan.csv").write_text(head + "A1,Open the hub,Team Lead,31/3/2026,Completed,28/3/2026\n")
    code, out, err = run("import", "plan.csv", "--into", "hub", "--on", "2026-04-30", "--yes")
    assert code == CLEAN, out + err
    assert "on: 2026-03-28 state: complete" in " ".join((small / "strategies" / "hub.yaml").read_text().split())
    assert run("import", "plan.csv", "--as", "club", "--on", "2026-04-30", "--yes")[0] == CLEAN
    assert run("validate")[0] == CLEAN
