"""The programs in `examples/`: tables of many bodies, collected by one machine or judged by many."""

import os
import shutil
import subprocess
import sys
from datetime import date

import duckdb
import pytest

import strategy_tracker
from tests.cli.conftest import SHIPPED
from tests.cli.repository import MEASURES, STRATEGY, carers

EXAMPLES = SHIPPED / "examples"


def start(name, *arguments, python=sys.executable):
    paths = os.pathsep.join([str(SHIPPED / "src"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [python, EXAMPLES / name, *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": paths, "STRATEGY_TODAY": "2022-05-01", "PYSPARK_PYTHON": python},
    )


def counted(lake, table="actions"):
    with duckdb.connect() as engine:
        engine.execute(f"SET file_search_path = '{lake}'")
        engine.execute((lake / "tables.sql").read_text(encoding="utf-8"))
        return engine.execute(f"SELECT organisation, count(*) FROM {table} GROUP BY ALL ORDER BY ALL").fetchall()


def test_collecting_brings_what_moved_and_names_what_failed(tmp_path):
    one, two = carers(tmp_path / "one"), carers(tmp_path / "two")
    listed, lake = tmp_path / "repositories.txt", tmp_path / "lake"
    listed.write_text(f"first {one.root}\nsecond {two.root}\nthird {tmp_path / 'nowhere'}\n-x\n", encoding="utf-8")
    done = start("collect.py", listed, lake)
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split(":")[0] for line in done.stderr.splitlines() if line[0] in "tn"] == [
        "third",
        "no name and address",
    ]
    assert counted(lake) == [("first", 3), ("second", 3)]
    written = {path: path.stat().st_mtime_ns for path in lake.rglob("*.parquet")}
    two.change("  - id: heard\n", "  - id: heard\n    owner: Board\n").commit("More", "2022-04-01")
    one.change("id: carers", "id: [").commit("Broken", "2022-04-02")
    done = start("collect.py", listed, lake)
    assert "first: " in done.stderr
    assert "strategies/carers.yaml" in done.stderr
    moved = {path.parts[-3] for path, when in written.items() if path.stat().st_mtime_ns != when}
    assert moved == {"organisation=second"}
    assert counted(lake) == [("first", 3), ("second", 3)]
    assert not list(lake.glob(".new-*"))


BOROUGH = EXAMPLES / "exampleton"
LAST = date(2026, 6, 30)


@pytest.fixture(scope="module")
def borough(tmp_path_factory):
    """The repository of the invented borough, with its three years."""
    folder = tmp_path_factory.mktemp("borough") / "exampleton"
    done = start("exampleton.py", folder)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 19
    return folder


def test_the_invented_borough_says_so_and_shows_every_colour():
    for path in BOROUGH.rglob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("# The Borough of Exampleton does not exist.")
    assert [one.message for one in strategy_tracker.check(BOROUGH, LAST) if one.severity == "error"] == []
    found = strategy_tracker.standing(BOROUGH, LAST)
    every = [action for strategy in found.strategies for action in strategy.actions]
    assert {one.rating.colour for one in every} == {"red", "amber", "green", "blue", "grey"}
    assert {one.rating.colour for one in found.measures.values()} == {"red", "amber", "green", "grey"}
    assert {one.need.word for one in every if one.need} >= {"late", "waiting", "very-silent"}
    assert any(point.amount is None for one in found.measures.values() for point in one.points), "a suppressed figure"
    assert any(point.restated for one in found.measures.values() for point in one.points)


def test_no_commit_of_its_history_has_an_error_or_knows_what_came_later(borough):
    listed = subprocess.run(["git", "log", "--format=%cs %H"], cwd=borough, capture_output=True, text=True, check=True)
    for line in listed.stdout.splitlines()[::4]:
        day, sha = line.split()
        subprocess.run(["git", "checkout", "--quiet", sha], cwd=borough, check=True)
        wrong = strategy_tracker.check(borough, date.fromisoformat(day))
        codes = {
            one.code for one in wrong if one.severity == "error" or one.code in ("dated-in-future", "period-not-over")
        }
        assert codes == set(), day
    subprocess.run(["git", "checkout", "--quiet", "main"], cwd=borough, check=True)


def test_its_files_are_what_the_last_commit_holds_and_its_papers_are_frozen(borough):
    for path in BOROUGH.rglob("*.yaml"):
        assert (borough / path.relative_to(BOROUGH)).read_bytes() == path.read_bytes()
    tags = subprocess.run(["git", "tag"], cwd=borough, capture_output=True, text=True, check=True)
    assert tags.stdout.split() == ["reported/2025-q2", "reported/2025-q3", "reported/2025-q4"]


SPARK = os.environ.get("STRATEGY_SPARK") or (sys.executable if shutil.which("java") else "")
"""The Python whose pyspark is to be used."""


def has_spark():
    return bool(SPARK) and not subprocess.run([SPARK, "-c", "import pyspark, pandas, pyarrow"], check=False).returncode


@pytest.mark.skipif(
    "STRATEGY_TRACKER_SLOW" not in os.environ or not has_spark(), reason="there is no pyspark with Java here"
)
def test_spark_gives_the_rows_of_the_command(tmp_path):
    folder, bodies = tmp_path / "bodies", int(os.environ.get("STRATEGY_SPARK_BODIES", "20"))
    for n in range(bodies):
        one = folder / f"body-{n}"
        for kind, text in (("strategies", STRATEGY), ("measures", MEASURES)):
            (one / kind).mkdir(parents=True)
            (one / kind / "carers.yaml").write_text(text.replace("70", f"{n}.5"), encoding="utf-8")
    for table in ("actions", "readings"):
        done = start("judge_in_spark.py", folder, table, "2022-05-01", tmp_path / table, python=SPARK)
        assert done.returncode == 0, done.stderr
        expected = []
        for one in folder.iterdir():
            held = {path.relative_to(one).as_posix(): path.read_bytes() for path in one.rglob("*.yaml")}
            made = strategy_tracker.tables(held, date(2022, 5, 1), one.name)
            expected += [tuple(row.values()) for row in made.rows[table]]
        with duckdb.connect() as engine:
            found = engine.execute(f"SELECT * FROM '{tmp_path / table}/*.parquet'").fetchall()
        assert sorted(found, key=str) == sorted(expected, key=str)
        assert len(found) == bodies * {"actions": 3, "readings": 2}[table]
