import json
import os
import subprocess
import sys

import pytest

from strategy_tracker.diagnostics import read_explanation

from .conftest import DAY, SHIPPED

PROGRAM = """
import json, os, sys
sys.argv = ["strategy", *json.loads(sys.argv[1])]
end = os._exit
def tell(code):
    sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
    sys.stderr.flush()
    end(0)
os._exit = tell
from strategy_tracker.__main__ import main
main()
tell(0)
"""


def imported(folder, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(arguments)], capture_output=True, text=True, check=True, cwd=folder
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])  # after notes, such as what was written
    assert code == 0, done.stdout
    return set(modules)


def test_the_version_needs_nothing(tmp_path):
    modules = imported(tmp_path, "--version")
    assert not modules & {"typer", "click", "pydantic", "rich", "ruamel.yaml", "strategy_tracker.cli"}


def test_the_help_needs_no_model_no_reader_and_no_tables(tmp_path):
    modules = imported(tmp_path, "--help")
    assert "typer" in modules
    assert not modules & {"pydantic", "ruamel", "ruamel.yaml", "rich.table", "jinja2", "strategy_tracker.model"}


def test_a_command_s_help_needs_no_model(tmp_path):
    assert not imported(tmp_path, "status", "--help") & {"pydantic", "ruamel.yaml", "rich.table"}


def test_validate_needs_no_tables(small):
    modules = imported(small, "validate", "--as-at", DAY)
    assert "pydantic" in modules
    assert not {name for name in modules if name.partition(".")[0] in ("rich", "jinja2", "asyncio")}
    assert "strategy_tracker.judging.strategy_standing" not in modules  # nobody's meetings are held against their day


def test_no_plug_in_of_pydantic_is_loaded(small, tmp_path, monkeypatch):
    (tmp_path / "eager.py").write_text("plugin = 1 / 0\n")
    about = tmp_path / "eager-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: eager\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[pydantic]\neager = eager:plugin\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    assert "eager" not in imported(small, "validate", "--as-at", DAY)


@pytest.mark.parametrize("command", ["status", "overdue"])
def test_practice_is_modelled_only_where_there_is_some(small, command):
    (small / "practice" / "ideas.yaml").unlink()
    assert "strategy_tracker.model.practice" not in imported(small, command, "--as-at", DAY)


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_only_a_table_needs_the_terminal(small, form):
    modules = imported(small, "status", "--as-at", DAY, "--format", form)
    assert not modules & {"rich.table", "strategy_tracker.views.formats.screens.terminal"}


def test_a_pipe_needs_no_engine_of_layouts(small):
    assert "rich.console" not in imported(small, "status", "--as-at", DAY)


def test_the_present_needs_no_git(small):
    assert "strategy_tracker.history" not in imported(small, "status", "--as-at", DAY)


@pytest.mark.parametrize("command", ["validate", "status"])
def test_a_second_look_needs_no_model_and_no_parser(small, command):
    assert {"pydantic", "ruamel.yaml"} <= imported(small, command, "--as-at", DAY)
    again = imported(small, command, "--as-at", DAY)
    assert not {name for name in again if name.partition(".")[0] in ("pydantic", "pydantic_core", "ruamel")}


@pytest.mark.parametrize("command", ["validate", "status"])
@pytest.mark.parametrize("folder", [SHIPPED, SHIPPED / "examples" / "exampleton"], ids=["shipped", "exampleton"])
def test_a_second_look_needs_none_where_there_are_figures_of_others_and_seals(folder, command, monkeypatch, tmp_path):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert {"pydantic", "ruamel.yaml"} <= imported(folder, command, "--as-at", "2022-08-31")
    again = imported(folder, command, "--as-at", "2022-08-31")
    assert not {name for name in again if name.partition(".")[0] in ("pydantic", "pydantic_core", "ruamel")}


def test_a_second_look_needs_none_where_files_say_something_of_each_other(small, run):
    one, other = "{id: more, title: More, unit: count}", "{id: m, title: M, unit: count} # allow no-owner: a test"
    (small / "measures" / "more.yaml").write_text(f"measures:\n  - {one}\n  - {other}\n", encoding="utf-8")
    assert "pydantic" in imported(small, "validate", "--as-at", DAY)
    again = imported(small, "validate", "--as-at", DAY)
    assert not {name for name in again if name.partition(".")[0] in ("pydantic", "pydantic_core", "ruamel")}
    assert "no strategy names 'more'" in run("validate", "--as-at", DAY)[1]


def test_validate_reads_no_text_where_there_is_nothing_to_say(tmp_path, run):
    assert run("init", str(tmp_path / "new"), "--yes")[0] == 0
    read_explanation.cache_clear()
    code, out, _ = run("validate", "--root", str(tmp_path / "new"))
    assert (code, out[:3]) == (0, "ok:")
    assert read_explanation.cache_info().misses == 0


def test_only_what_mends_needs_the_engine_of_edits(small):
    assert "strategy_tracker.editing.splicing.edit" not in imported(small, "validate", "--as-at", DAY)


@pytest.mark.parametrize("made", [("report", "--format", "html"), ("dashboard",)], ids=["report", "dashboard"])
def test_who_is_not_the_public_needs_nothing_that_makes_a_public_version(small, made):
    modules = imported(small, *made, "--as-at", DAY, "-o", "out.html")
    assert "jinja2" in modules
    needed = {"strategy_tracker.publishing", "strategy_tracker.publishing.marks"}  # what stands for words kept inside
    assert {name for name in modules if name.startswith("strategy_tracker.publishing")} <= needed
