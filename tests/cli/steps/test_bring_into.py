"""`strategy import --into`: figures and updates are added, and nothing on record is overwritten."""

import pytest

from strategy_tracker.cli.boundary import CANNOT, CLEAN, FINDINGS

FIRST = (
    "KPI,Unit,Good is,2023/24,2024/25,Target 2024/25\nHomes insulated,%,High,41%,52%,60%\nDamp,Number,Low,30,25,20\n"
)
PLAN = (
    "Priority,Ref,Action,Lead,By when,Progress\n"
    "Warm homes,1.1,Insulate every house,Head of Housing,31/03/2026,01/05/2025: survey done\n"
    "Warm homes,1.2,Answer every report of damp,Repairs Manager,30/06/2026,\n"
)


@pytest.fixture
def warm(run, small):
    (small / "plan.csv").write_text(PLAN)
    (small / "kpis.csv").write_text(FIRST)
    assert run("import", "plan.csv", "--as", "warm", "--yes")[0] == CLEAN
    assert run("import", "kpis.csv", "--as", "warm-figures", "--yes")[0] == CLEAN
    return small


def figures(root):
    return (root / "measures" / "warm-figures.yaml").read_text()


def plan(root):
    return (root / "strategies" / "warm.yaml").read_text()


def test_the_same_table_once_more_says_nothing_new(run, warm):
    before = figures(warm), plan(warm)
    code, _, err = run("import", "kpis.csv", "--into", "warm", "--yes")
    assert (code, (figures(warm), plan(warm))) == (CLEAN, before)
    assert "nothing was written" in err
    code, _, err = run("import", "plan.csv", "--into", "warm", "--yes")
    assert (code, (figures(warm), plan(warm))) == (CLEAN, before)


def test_the_next_quarter_adds_its_figures_and_changes_no_other_line(run, warm):
    before = figures(warm).splitlines()
    (warm / "kpis.csv").write_text(
        FIRST.replace("2024/25,Target 2024/25", "2025/26,Target 2025/26").replace("41%,52%", "41%,64%")
    )
    code, out, err = run("import", "kpis.csv", "--into", "warm", "--yes")
    assert code == CLEAN, out + err
    added = [line.strip() for line in figures(warm).splitlines() if line not in before]
    assert added == ["2025/26: 60", "2025/26: 64", "2025/26: 20", "2025/26: 25"]
    assert [line for line in before if line not in figures(warm).splitlines()] == []


def test_another_figure_stays_and_is_said_and_is_revised_where_that_is_asked_for(run, warm):
    (warm / "kpis.csv").write_text(FIRST.replace("52%", "53%"))
    before = figures(warm)
    code, out, _ = run("import", "kpis.csv", "--into", "warm", "--yes")
    assert (code, figures(warm)) == (FINDINGS, before)
    assert "figure-differs" in out
    assert "row 2, column E" in out
    code, out, err = run("import", "kpis.csv", "--into", "warm", "--yes", "--revise")
    assert code == CLEAN, out + err
    assert "value: 53" in figures(warm)
    assert "52" in figures(warm)


def test_another_date_owner_or_target_is_said_and_stays(run, warm):
    (warm / "plan.csv").write_text(
        PLAN.replace("31/03/2026", "30/09/2026").replace("Repairs Manager", "Safety Officer")
    )
    (warm / "kpis.csv").write_text(FIRST.replace("60%", "65%"))
    before = figures(warm), plan(warm)
    code, out, _ = run("import", "plan.csv", "--into", "warm", "--yes", "--all")
    assert code == FINDINGS
    assert out.count("field-differs") == 2
    code, out, _ = run("import", "kpis.csv", "--into", "warm", "--yes")
    assert code == FINDINGS
    assert "target-differs" in out
    assert (figures(warm), plan(warm)) == before


def test_a_new_update_is_added_and_an_old_one_is_not_said_twice(run, warm):
    (warm / "plan.csv").write_text(
        PLAN.replace("survey done", "survey done\n"[:-1]).replace("2026,\n", "2026,12/09/2025: half answered\n")
    )
    code, out, err = run("import", "plan.csv", "--into", "warm", "--yes")
    assert code == CLEAN, out + err
    assert plan(warm).count("survey done") == 1
    assert "half answered" in plan(warm)


def test_a_row_in_other_words_is_offered_and_not_taken(run, warm):
    (warm / "plan.csv").write_text(
        PLAN.replace("Insulate every house,", "Insulate every house now,").replace(
            "01/05/2025: survey done", "02/06/2025: begun"
        )
    )
    before = plan(warm)
    code, out, _ = run("import", "plan.csv", "--into", "warm", "--yes")
    assert (code, plan(warm)) == (FINDINGS, before)
    assert "not-on-record" in out
    assert "is it 'warm-homes-01'?" in " ".join(out.split())
    code, out, err = run("import", "plan.csv", "--into", "warm", "--yes", "--same", "row 2, column C=warm-homes-01")
    assert code == CLEAN, out + err
    assert "begun" in plan(warm)


def test_new_rows_are_taken_where_that_is_asked_for(run, warm):
    (warm / "plan.csv").write_text(PLAN + "Warm homes,1.3,Draught-proof every door,Repairs Manager,31/12/2026,\n")
    (warm / "kpis.csv").write_text(FIRST + "Doors done,Number,High,10,20,30\n")
    assert run("import", "plan.csv", "--into", "warm", "--yes")[0] == FINDINGS
    assert "Draught" not in plan(warm)
    code, out, err = run("import", "plan.csv", "--into", "warm", "--yes", "--add-new")
    assert code == CLEAN, out + err
    assert "id: warm-homes-03" in plan(warm)
    assert run("validate")[0] == CLEAN


def test_a_row_that_is_missing_deletes_nothing(run, warm):
    (warm / "plan.csv").write_text("\n".join(PLAN.splitlines()[:2]) + "\n")
    before = plan(warm)
    _, _, err = run("import", "plan.csv", "--into", "warm", "--yes")
    assert plan(warm) == before
    assert "1 action is not in the table" in err


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("--into", "warm", "--as", "x"), "one of them"),
        (("--into", "nowhere"), "nowhere"),
        (("--into", "warm", "--same", "row 2"), "which row is which item"),
    ],
)
def test_what_is_mistyped_is_answered(run, warm, said, words):
    before = plan(warm)
    code, _, err = run("import", "plan.csv", *said, "--yes")
    assert code == CANNOT
    assert words in err
    assert plan(warm) == before


# maps


OWN_WORDS = (
    "Nr,Thing,Boss,End,Now\n"
    "A1,Insulate every house,Head of Housing,31/03/2026,Rolling\n"
    "A2,Answer every report of damp,Repairs Manager,30/06/2026,Rolling\n"
)
SAID = ("--column", "text=B", "--column", "owner=C", "--column", "due=D", "--column", "state=E", "--heading", "1")


def test_a_saved_map_makes_the_next_table_one_command(run, small):
    (small / "own.csv").write_text(OWN_WORDS)
    said = ("--as", "own", "--map-value", "state:Rolling=in-progress", "--on", "2025-09-01", "--save-map", "--yes")
    code, out, err = run("import", "own.csv", *SAID, *said)
    assert code == CLEAN, out + err
    text = (small / "imports" / "own.yaml").read_text()
    assert "B: text" in text
    assert "Rolling: in-progress" in text
    before = lines_of(small)
    assert run("import", "own.csv", "--into", "own", "--map", "imports/own.yaml", "--yes")[0] == CLEAN
    assert lines_of(small) == before, "the same table once more says nothing new"
    (small / "own.csv").write_text(OWN_WORDS.replace("Insulate every house", "Insulate all houses at last"))
    again = ("--into", "own", "--map", "imports/own.yaml", "--on", "2025-09-20", "--yes")
    code, out, err = run("import", "own.csv", *again)
    assert code == CLEAN, "the map knows which item A1 is: " + out + err
    assert (small / "strategies" / "own.yaml").read_text().count("on: 2025-09-20") == 2
    assert run("validate")[0] == CLEAN


def lines_of(root):
    return {path.name: path.read_text() for path in root.rglob("*.yaml")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sheet: {}\n", "did you mean 'sheets'"),
        ("sheets: {Plan: {heading: five}}\n", "write the number of the row"),
        ("sheets: {Plan: {columns: {c: owner}}}\n", "letters of the column"),
        ("year: soon\n", "period"),
    ],
)
def test_a_mistake_in_a_map_is_told_by_its_line(run, warm, text, words):
    (warm / "map.yaml").write_text(text)
    code, _, err = run("import", "plan.csv", "--into", "warm", "--map", "map.yaml", "--yes")
    assert code == CANNOT
    assert "map.yaml:1:" in err
    assert words in err
