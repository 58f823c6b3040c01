"""`strategy export` into a folder: tables whose rows are the same in every format, and no more than may be known."""

import csv
import json
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from decimal import Decimal

import duckdb
import pytest

from strategy_tracker.views.tables.schema import TABLES
from tests.cli.conftest import DAY, SHIPPED
from tests.cli.repository import carers

FORMS = ("csv", "sqlite", "parquet")


def export(run, form, *options, folder="out"):
    code, out, err = run("export", "--format", form, "-o", folder, *options)
    assert (code, out) == (0, ""), err
    return err


def engine(folder):
    """DuckDB with the views that `tables.sql` makes."""
    made = duckdb.connect()
    made.execute(f"SET file_search_path = '{folder}'")
    made.execute((folder / "tables.sql").read_text(encoding="utf-8"))
    return made


def plain(cell):
    """A cell as text; a number without the noughts at its end."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal | float | int):
        return f"{Decimal(str(cell)).normalize():f}"
    return str(cell).removeprefix("'")


def rows_in_csv(folder, name, mark="-internal"):
    with (folder / f"{name}{mark}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def every_row(folder, form, name):
    """The rows of a table as each format has them, with every cell as text, in one order of columns."""
    columns = [column.name for column in TABLES[name].columns]
    if form == "csv":
        found = [[row[column] for column in columns] for row in rows_in_csv(folder, name)]
    elif form == "sqlite":
        with closing(sqlite3.connect(folder / "tables-internal.sqlite")) as made:
            found = made.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall()
    else:
        with engine(folder) as made:
            found = made.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall()
    flags = [n for n, column in enumerate(TABLES[name].columns) if column.kind == "flag"]
    numbers = [n for n, column in enumerate(TABLES[name].columns) if column.kind in ("number", "whole")]
    cells = []
    for row in found:
        line = [plain(cell) for cell in row]
        for n in flags:
            line[n] = {"1": "true", "0": "false"}.get(line[n], line[n])
        for n in numbers:
            line[n] = plain(Decimal(line[n])) if line[n] else None
        cells.append(tuple(line))
    return sorted(cells, key=str)


def test_every_format_has_the_same_rows(run, shipped, tmp_path):
    for form in FORMS:
        export(run, form, "--as-at", "2022-08-31", folder=str(tmp_path / form))
    for name in TABLES:
        first, *others = (every_row(tmp_path / form, form, name) for form in FORMS)
        assert all(first == other for other in others), name
    assert len(every_row(tmp_path / "csv", "csv", "readings")) > 100


def test_no_two_rows_are_the_same_fact(run, shipped, tmp_path):
    export(run, "csv", "--as-at", "2022-08-31", folder=str(tmp_path))
    for name, table in TABLES.items():
        counted = Counter(tuple(row[key] for key in table.key) for row in rows_in_csv(tmp_path, name))
        assert [key for key, number in counted.items() if number > 1] == [], name


def test_the_colours_add_up_to_those_of_status(run, shipped, tmp_path):
    export(run, "csv", "--as-at", "2022-08-31", folder=str(tmp_path))
    status = json.loads(run("status", "--as-at", "2022-08-31", "--format", "json")[1])
    told = Counter(
        (strategy["id"], action["rating"]["colour"])
        for strategy in status["strategies"]
        for priority in strategy["priorities"]
        for action in priority["actions"]
    )
    assert Counter((row["strategy"], row["colour"]) for row in rows_in_csv(tmp_path, "actions")) == told
    measures = Counter(one["rating"]["colour"] for one in status["measures"])
    assert Counter(row["colour"] for row in rows_in_csv(tmp_path, "measures")) == measures


def test_a_restated_figure_has_each_of_its_versions_and_one_that_counts(run, small):
    export(run, "csv", "--as-at", DAY)
    grants = [row for row in rows_in_csv(small / "out", "readings") if row["item"] == "grants"]
    assert [(row["version"], row["is_current"], row["value"]) for row in grants] == [
        ("1", "false", "1200"),
        ("2", "true", "1250"),
    ]
    assert [row["colour"] for row in grants] == ["", "green"]


def test_what_others_have_is_a_series_of_its_own_and_a_symbol_is_no_number(run, small):
    export(run, "csv", "--as-at", DAY)
    found = [row for row in rows_in_csv(small / "out", "readings") if row["item"] == "schools-trained"]
    assert [row["value"] for row in found if row["series"] == "England"] == ["80"]
    assert [(row["value"], row["symbol"]) for row in found if row["period"] == "2024/25 Q2"] == [("", "c")]


def test_what_was_said_and_when_is_as_exact_as_it_was_written(run, small):
    export(run, "csv", "--as-at", DAY)
    moved = rows_in_csv(small / "out", "moves")
    assert [(row["item"], row["former_date"], row["new_date"], row["approved_by"]) for row in moved] == [
        ("young-carers/seen-02", "2025-04-20", "2025-05-01", "Senior Team")
    ]
    due = next(row for row in rows_in_csv(small / "out", "actions") if row["item"] == "young-carers/seen-02")
    assert (due["due"], due["due_precision"], due["original_due"], due["expected"]) == (
        "2025-05-01",
        "day",
        "2025-04-20",
        "2025-12",
    )
    partners = [row["post"] for row in rows_in_csv(small / "out", "people_of") if row["role"] == "partner"]
    assert partners == ["NHS", "Schools"]


def test_parquet_says_whose_it_is_in_its_folders_and_keeps_other_days(run, small):
    export(run, "parquet", "--as-at", DAY)
    export(run, "parquet", "--as-at", "2025-11-01")
    assert (small / f"out/actions/organisation=borough-of-exampleton/as_at={DAY}/part-0-internal.parquet").is_file()
    with engine(small / "out") as made:
        found = made.execute("SELECT as_at::text, count(*) FROM actions GROUP BY ALL ORDER BY ALL").fetchall()
        types = dict(made.execute("SELECT column_name, column_type FROM (DESCRIBE readings)").fetchall())
    assert [day for day, _ in found] == [DAY, "2025-11-01"]
    assert {number for _, number in found} == {11}
    assert (types["value"], types["period_end"], types["as_at"]) == ("DECIMAL(28,6)", "DATE", "DATE")
    package = json.loads((small / "out/datapackage.json").read_text(encoding="utf-8"))
    assert [len(one["path"]) for one in package["resources"]] == [2] * len(TABLES)


def test_the_same_day_gives_the_same_bytes(run, small):
    for form in FORMS:
        export(run, form, "--as-at", DAY, folder=f"one-{form}")
        export(run, form, "--as-at", DAY, folder=f"two-{form}")
        for path in (small / f"one-{form}").rglob("*.*"):
            assert path.read_bytes() == (small / f"two-{form}" / path.relative_to(small / f"one-{form}")).read_bytes()


def test_each_quarter_is_as_it_was_known_then(run, tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    made.change("2022-01: 70", "2022-01: 71", "measures/carers.yaml").commit("Revised", "2022-05-02")
    monkeypatch.chdir(made.root)
    said = export(run, "csv", "--every", "quarter", "--from", "2022-02-01", "--to", "2022-06-30")
    assert "of 2 days, 2022-03-31 to 2022-06-30," in said
    found = [row for row in rows_in_csv(made.root / "out", "readings") if row["item"] == "schools"]
    assert [(row["as_at"], row["value"]) for row in found] == [("2022-03-31", "70"), ("2022-06-30", "71")]
    runs = rows_in_csv(made.root / "out", "runs")
    assert [row["commit_day"] for row in runs] == ["2022-01-15", "2022-05-02"]


PEOPLE = """\
measures:
  - id: all
    title: Children
    unit: count
    better: none
    public: true
    readings: {2025/26 Q1: 43}
  - {id: few, title: Few, unit: count, better: none, public: true, part_of: all, readings: {2025/26 Q1: 3}}
  - {id: many, title: Many, unit: count, better: none, public: true, part_of: all, readings: {2025/26 Q1: 40}}
  - {id: kept, title: Kept, unit: count, better: none, readings: {2025/26 Q1: 7777}}
"""


@pytest.fixture
def people(small):
    (small / "measures/people.yaml").write_text(PEOPLE, encoding="utf-8")
    (small / "strategy-tracker.yaml").write_text("suppress_below: 6\n", encoding="utf-8")
    return small


@pytest.mark.parametrize("form", FORMS)
def test_the_public_gets_no_small_figure_nor_one_that_tells_it(run, people, form):
    export(run, form, "--public", "--as-at", DAY)
    if form == "sqlite":
        with closing(sqlite3.connect(people / "out/tables.sqlite")) as made:
            found = made.execute("SELECT item, value, symbol FROM readings").fetchall()
            audience = made.execute("SELECT audience, settings FROM runs").fetchall()
    elif form == "parquet":
        with engine(people / "out") as made:
            found = made.execute("SELECT item, value, symbol FROM readings").fetchall()
            audience = made.execute("SELECT audience, settings FROM runs").fetchall()
    else:
        found = [
            (row["item"], row["value"] or None, row["symbol"] or None)
            for row in rows_in_csv(people / "out", "readings", "")
        ]
        audience = [(row["audience"], row["settings"] or None) for row in rows_in_csv(people / "out", "runs", "")]
    shown = {
        item: (value and Decimal(value), symbol) for item, value, symbol in found if item in ("all", "few", "many")
    }
    assert shown["few"] == shown["many"] == (None, "c")
    assert "kept" not in {item for item, *_ in found}
    assert audience == [("public", None)]
    assert all(b"7777" not in path.read_bytes() for path in (people / "out").rglob("*.*"))


def test_tables_for_the_public_and_internal_ones_are_kept_apart(run, people):
    export(run, "csv", "--as-at", DAY)
    assert run("export", "-f", "csv", "-o", "out", "--public", "--as-at", DAY) == (
        2,
        "",
        "error: 'out' holds tables that are internal\n  help: name another folder: the two are kept apart\n",
    )


def test_what_is_given_out_stands_in_the_register(run, people):
    said = export(run, "csv", "--public", "--issue", "tables-1", "--as-at", DAY)
    assert "published/tables-1.yaml: commit it" in said
    assert "  few:\n    2025/26 Q1: c\n" in (people / "published/tables-1.yaml").read_text(encoding="utf-8")
    assert run("export", "-f", "csv", "-o", "more", "--public", "--issue", "tables-1", "--as-at", DAY)[0] == 2


def test_without_a_threshold_nothing_is_for_the_public(run, small):
    code, _, err = run("export", "-f", "csv", "-o", "out", "--public", "--as-at", DAY)
    assert (code, err.splitlines()[0]) == (
        2,
        "error: --public: no threshold says which counts are too small to be published",
    )
    assert not (small / "out").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-f", "parquet"), "error: tables are written into a folder\n"),
        (("-f", "csv", "-o", "out", "--owner", "Head"), "error: tables are of everything\n"),
        (("-f", "ics", "--every", "month"), "error: --every, --from and --to want tables\n"),
        (("-f", "json", "--public"), "error: --public wants tables\n"),
        (("-f", "csv", "-o", "out", "--from", "2025-01-01"), "error: --from and --to want to know how often\n"),
        (("-f", "parquet", "-o", "here"), "error: 'here' is a file, and a folder is wanted\n"),
        (("-f", "csv", "-o", "out", "--issue", "one"), "error: --issue is for what the public is shown\n"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_said_in_one_sentence(run, small, options, said):
    (small / "here").write_text("mine", encoding="utf-8")
    code, out, err = run("export", *options, "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.split("  help")[0].startswith(said)
    assert (small / "here").read_text(encoding="utf-8") == "mine"


def test_a_folder_of_somebody_else_is_left_alone(run, small):
    (small / "out").mkdir()
    (small / "out/datapackage.json").write_text('{"name": "theirs"}', encoding="utf-8")
    assert run("export", "-f", "csv", "-o", "out", "--as-at", DAY)[0] == 2
    assert [path.name for path in (small / "out").iterdir()] == ["datapackage.json"]


def test_what_cannot_be_read_is_told_and_only_with_keep_going_left_out(run, small):
    (small / "strategies/broken.yaml").write_text("id: [", encoding="utf-8")
    assert run("export", "-f", "csv", "-o", "out", "--as-at", DAY)[0] == 2
    assert not (small / "out").exists()
    code, _, err = run("export", "-f", "csv", "-o", "out", "--as-at", DAY, "--keep-going")
    assert (code, "broken.yaml" in err) == (0, True)


def test_a_text_that_a_spreadsheet_would_run_is_no_formula_in_csv_and_itself_elsewhere(run, small):
    path = small / "strategies/old-plan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Print a leaflet", "'=HYPERLINK(1)'"), encoding="utf-8")
    export(run, "csv", "--as-at", DAY)
    export(run, "parquet", "--as-at", DAY, folder="engine")
    texts = {row["item"]: row["text"] for row in rows_in_csv(small / "out", "actions")}
    assert texts["old-plan/plan-02"] == "'=HYPERLINK(1)"
    with engine(small / "engine") as made:
        found = made.execute("SELECT text FROM actions WHERE item = 'old-plan/plan-02'").fetchall()
    assert found == [("=HYPERLINK(1)",)]


def test_the_example_asks_five_questions_of_them(run, small):
    export(run, "parquet", "--as-at", DAY)
    example = SHIPPED / "examples" / "five_questions.py"
    done = subprocess.run(
        [sys.executable, example, "out"], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.splitlines() if line and not line.startswith("  ")] == [
        "How many actions of each colour has each body, on the last day? (5 rows)",
        "Between which figures lies the middle half of all bodies, for each measure and period? (13 rows)",
        "What is the latest figure of each measure? (7 rows)",
        "What has the first of all bodies said of each measure, and when did it become known? (18 rows)",
        "Of which open actions has nobody said anything for 90 days? (5 rows)",
    ]
