"""As a library: what it offers, and the examples in the documents run."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

import strategy_tracker
from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.reporting.tables import tables_of
from strategy_tracker.files.portfolio import NothingToRead

ROOT = Path(__file__).parents[2]
DAY = date(2022, 10, 4)


def test_load_gives_the_records_and_what_could_not_be_read(tmp_path):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies/a.yaml").write_text("id: a\ntitle: A\nstarts: 2018-02-30\n", encoding="utf-8")
    (tmp_path / "strategies/b.yaml").write_text("id: b\ntitle: B\n", encoding="utf-8")
    found = strategy_tracker.load(tmp_path)
    assert [strategy.id for strategy in found.strategies] == ["a", "b"]
    assert [item.code for item in found.diagnostics] == ["impossible-date"]


def test_the_shipped_portfolio_is_whole():
    found = strategy_tracker.load(ROOT)
    assert (len(found.strategies), len(found.practice), found.diagnostics) == (3, 15, ())
    assert not [item for item in strategy_tracker.check(ROOT, DAY) if item.severity != "advice"]
    assert len(strategy_tracker.standing(ROOT, DAY).measures) == len(found.measures)


def test_where_there_is_no_portfolio_it_says_so(tmp_path):
    with pytest.raises(NothingToRead):
        strategy_tracker.load(tmp_path)


def test_the_example_in_the_documents_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    example = re.search(r"```python\n(.*?)```", (ROOT / "docs/library.md").read_text(encoding="utf-8"), re.DOTALL)
    names = {}
    exec(example[1], names)
    assert len(names["actions"]) == 272
    assert len(names["measures"]) == 187


def test_the_example_that_writes_runs_and_takes_back_what_it_wrote(tmp_path, monkeypatch, capsys):
    for name in ("strategies", "measures"):
        copytree(ROOT / name, tmp_path / name)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "docs/library.md").read_text(encoding="utf-8"), re.DOTALL)
    names = {}
    exec(examples[1], names)
    assert "Relaunch moved to October" in names["proposal"].diff
    assert names["receipt"].files[0].edit.after != names["receipt"].files[0].edit.before
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before


def test_every_name_it_offers_is_there_and_documented():
    words = (ROOT / "docs/library.md").read_text(encoding="utf-8")
    for name in strategy_tracker.__all__:
        assert getattr(strategy_tracker, name) is not None
        assert name in words or name in ("Records", "__version__", "ColourChange", "Note", "ProposedFile")


def test_importing_it_imports_nothing_else():
    code = (
        "import sys, strategy_tracker; print([m for m in ('pydantic', 'typer', 'ruamel', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_tables_of_files_in_memory_are_those_of_the_command(tmp_path):
    folder = tmp_path / "one-body"
    for kind in ("strategies", "measures", "practice", "comparators"):
        copytree(ROOT / kind, folder / kind)
    (folder / "strategy-tracker.yaml").write_bytes((ROOT / "strategy-tracker.yaml").read_bytes())
    (folder / "README.md").write_text("no data", encoding="utf-8")
    held = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    made = strategy_tracker.tables(held, DAY, "one-body")
    assert made.diagnostics == ()
    asked = tables_of([open_moment(folder, DAY)])
    assert {name: [tuple(row.values()) for row in rows] for name, rows in made.rows.items()} == asked.rows
    assert {row["organisation"] for rows in made.rows.values() for row in rows} == {"one-body"}


def test_tables_say_what_could_not_be_read():
    made = strategy_tracker.tables({"strategies/a.yaml": b"id: [", "../x/strategies/b.yaml": b"id: b"}, DAY)
    assert [one.file for one in made.diagnostics] == ["strategies/a.yaml"]
    assert made.rows["strategies"] == []
