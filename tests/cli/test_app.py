import ast
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_command

from strategy_tracker import __version__
from strategy_tracker.cli.app import COMMANDS, app, command


@pytest.fixture
def help_text(run):
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    return out


def test_help_lists_every_command_by_task(help_text):
    for task in {entry.task for entry in COMMANDS.values()}:
        listed = help_text.partition(f"\n{task.capitalize()}:\n")[2].partition("\n\n")[0]
        names = [line.split()[0] for line in listed.splitlines()]
        assert [name for name in names if name in COMMANDS] == [
            n for n, entry in COMMANDS.items() if entry.task == task
        ]


def test_help_says_one_line_of_each_command(help_text):
    said = " ".join(help_text.split())
    assert all(" ".join(entry.line.split()) in said for entry in COMMANDS.values())


def test_help_imports_not_one_command():
    code = (
        "import sys\nfrom strategy_tracker.cli.app import run\nrun(['--help'])\n"
        "sys.stderr.write(' '.join(sorted(m for m in sys.modules if m.startswith('strategy_tracker.cli.'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.split() == ["strategy_tracker.cli.app", "strategy_tracker.cli.boundary"]


def test_the_shell_is_given_every_command():
    assert get_command(app).list_commands(None) == list(COMMANDS)


def test_h_is_help(run, help_text):
    assert run("-h") == (0, help_text, "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run, name):
    code, out, err = run(name, "-h")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: strategy {name} ")
    example = " ".join(out.split()).partition("Example: ")[2]
    assert example.startswith("strategy ")
    assert max(map(len, out.splitlines())) <= 80
    assert run(name, "--help") == (0, out, "")


@pytest.mark.parametrize("name", ["update", "record", "move", "add"])
def test_an_example_that_writes_works_in_the_portfolio_that_comes_with_the_program(run, shipped, today, name):
    today.day = (2023, 1, 31)
    example = import_module(f"strategy_tracker.cli.record.{name}").EXAMPLE
    code, out, err = run(*shlex.split(example)[1:], "--dry-run")
    assert (code, "+++ b/" in out) == (0, True), err


def test_no_arguments_print_the_help_and_could_not_run(run, help_text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run() == (2, "", help_text)


@pytest.mark.parametrize(("typed", "near"), [("stauts", "status"), ("overdu", "overdue"), ("validte", "validate")])
def test_a_mistyped_command_offers_the_nearest(run, typed, near):
    assert run(typed) == (
        2,
        "",
        f"error: there is no command '{typed}': did you mean '{near}'?\n  help: strategy --help\n",
    )


def test_a_command_unlike_any_other_lists_them_all(run):
    code, out, err = run("xyzzy")
    assert (code, out) == (2, "")
    assert (
        err == f"error: there is no command 'xyzzy': the commands are {', '.join(COMMANDS)}\n  help: strategy --help\n"
    )


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "status"]])
def test_the_version_is_printed(run, arguments):
    assert run(*arguments) == (0, f"strategy-tracker {__version__}\n", "")


def test_python_m_runs_the_same_program(tmp_path):
    whole = [sys.executable, "-m", "strategy_tracker"]
    done = subprocess.run([*whole, "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"strategy-tracker {__version__}\n", "")
    done = subprocess.run([*whole, "status"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: no strategy here")


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_that_is_none_is_refused(run, small, name):
    code, out, err = run(name, "--nonsense")
    assert (code, out) == (2, "")
    assert err.endswith(f"\n  help: strategy {name} --help\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_can_be_had_by_its_name(name):
    assert command(name).name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_only_turns_options_into_a_call_and_prints_what_comes_back(name):
    module = import_module(f"strategy_tracker.cli.{COMMANDS[name].task}.{COMMANDS[name].module}")
    text = Path(module.__file__).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 120, "a module of a command has at most 120 lines"
    for one in ast.walk(ast.parse(text)):
        if isinstance(one, ast.FunctionDef):
            assert one.end_lineno - one.lineno < 80, f"{one.name} has more than 80 lines"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("remove", "'strategy undo' takes back what you wrote last"),
        ("load", "'strategy record - < FILE' takes a table of figures"),
        ("Search", "'strategy find WORDS' finds what has them"),
        ("commit", "that is git's"),
    ],
)
def test_what_people_try_is_answered_with_the_way_there_is(run, typed, said):
    code, out, err = run(typed)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: there is no command '{typed}': ")
    assert said in err


def test_every_command_that_is_answered_with_is_there():
    from strategy_tracker.cli.app import _TRIED, COMMANDS

    assert not _TRIED.keys() & COMMANDS.keys()
    named = {name for hint in _TRIED.values() for name in re.findall(r"'strategy ([a-z-]+)", hint)}
    assert named <= COMMANDS.keys()
