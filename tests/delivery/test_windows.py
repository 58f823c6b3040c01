"""What can be said of Windows without Windows: each difference is put in the place of what this system has.

docs/windows.md lists what is simulated here and what nobody has run.
"""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.app.looking.validate import check
from strategy_tracker.cli.app import COMMANDS as COMMANDS_OF_OURS
from strategy_tracker.cli.app import run as run_command
from strategy_tracker.files import parallel
from strategy_tracker.files.portfolio import open_portfolio

from .conftest import CALLS, PLAN, ROOT, commit, in_ruamel, outside, run, write

TODAY = date(2026, 1, 15)
EDIT = ("update", "one-01", "--state", "in-progress", "--note", "Late")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no simulation of itself")
AS_WINDOWS = """\
import os, subprocess, sys, types
import typer, typer.testing, pydantic, ruamel.yaml, rich.console, rich.table  # not ours: each knows Windows by itself
import ctypes, difflib, email, sysconfig, zoneinfo
import hashlib, importlib.metadata, json, pathlib, pickle, platform, re, signal, tempfile, uuid
import fcntl as lock
from pydantic import BaseModel, PlainValidator, ValidationError
sysconfig.get_config_vars()

def locking(descriptor, mode, length):
    assert (mode, length) == (windows.LK_NBLCK, 1)
    lock.flock(descriptor, lock.LOCK_EX | lock.LOCK_NB)  # an OSError where another holds it, as on Windows

windows = types.ModuleType("msvcrt")
windows.LK_NBLCK, windows.locking = 2, locking
sys.modules["msvcrt"] = windows
for name in ("fcntl", "grp", "pwd", "resource", "termios", "tty"):
    sys.modules[name] = None
for name in ("fork", "sched_getaffinity", "chown", "getxattr", "setxattr", "listxattr", "getuid", "geteuid",
             "O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "mkfifo", "WIFEXITED"):
    if hasattr(os, name):
        delattr(os, name)
sys.platform = "win32"
"""
"""Run before anything of ours: the modules and functions that Windows has not are gone, and msvcrt is there.

Its lock stands on flock, which refuses in the same way; the real one is a matter of the documents of msvcrt.
"""
COMMANDS = """\
from strategy_tracker.cli.app import run
for words in sys.argv[1].split(";"):
    code = run(words.split())
    assert code == 0, (words, code)
"""
LOCKS = """\
import pathlib
from strategy_tracker.files import write
assert "fcntl" not in write.__dict__
write.PATIENCE = 0.05
folder = pathlib.Path(sys.argv[1])
with write.locked(folder):
    try:
        with write.locked(folder):
            raise SystemExit("two held the lock")
    except write.CannotWrite as error:
        print(error)
with write.locked(folder):
    print("free again")
print(sorted(path.name for path in folder.iterdir()))
"""


def as_windows(program, *arguments, cwd):
    done = subprocess.run(
        [sys.executable, "-c", AS_WINDOWS + program, *arguments],
        cwd=cwd, env=outside(PYTHONPATH=str(ROOT / "src")), capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def strategy(*arguments, cwd, **environment):
    """The command in a process of its own; bytes as they came."""
    return subprocess.run(
        [sys.executable, "-m", "strategy_tracker", *arguments],
        cwd=cwd, env=outside(PYTHONPATH=str(ROOT / "src"), **environment), capture_output=True, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "our strategies – 2026", {"strategies/plan.yaml": PLAN, "measures/calls.yaml": CALLS})


# encodings


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_of_any_encoding_gets_utf8_and_no_crash(folder, encoding):
    write(folder, {"strategies/plan.yaml": PLAN.replace("title: Plan", "title: Plan – Łódź ✓ 計画")})
    done = strategy(
        "status", "--as-at", "2025-10-01", cwd=folder, PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Plan – Łódź ✓ 計画" in done.stdout.decode("utf-8")


def test_files_are_read_and_written_as_utf8_whatever_the_system_prefers(folder):
    done = strategy(*EDIT[:-1], "Łódź ✓", cwd=folder, PYTHONUTF8="0", PYTHONIOENCODING="cp1252", LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr
    assert "note: Łódź ✓" in (folder / "strategies/plan.yaml").read_bytes().decode("utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_saved_by_an_old_editor_is_refused_with_the_way_to_save_it(folder, encoding):
    (folder / "strategies/plan.yaml").write_bytes(PLAN.replace("Plan", "Plan – one").encode(encoding))
    done = strategy("validate", cwd=folder)
    assert done.returncode == 1
    assert b"save the file as UTF-8: in VS Code, click the encoding at the bottom right" in done.stdout


# line endings and the mark at the top


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_with_windows_line_endings_and_a_mark_keep_both_through_an_edit(folder, mark):
    path = folder / "strategies/plan.yaml"
    before = mark + PLAN.replace("\n", "\r\n").encode()
    path.write_bytes(before)
    done = strategy(*EDIT, cwd=folder)
    assert done.returncode == 0, done.stderr
    after = path.read_bytes()
    assert after != before
    assert after.startswith(mark + b"id: plan\r\n")
    assert after.count(b"\n") == after.count(b"\r\n") >= before.count(b"\n")
    assert b"note: Late" in after


def test_git_that_turns_line_endings_makes_no_difference_and_an_edit_is_one_line(sample):
    run("git", "config", "core.autocrlf", "true", cwd=sample)
    shutil.rmtree(sample / "strategies")
    run("git", "checkout", "--", ".", cwd=sample)
    path = sample / "strategies/plan.yaml"
    assert b"\r\n" in path.read_bytes()
    assert b"one-01" not in strategy("diff", cwd=sample).stdout
    done = strategy(*EDIT, cwd=sample)
    assert b"undo: strategy undo" in done.stderr
    added, removed, _ = run("git", "diff", "--numstat", cwd=sample).stdout.split("\t")
    assert (int(added) > 0, removed) == (True, removed)
    assert b"Late" in strategy("diff", cwd=sample).stdout


def test_a_comma_separated_file_has_one_line_break_at_each_line_end(folder):
    done = strategy("status", "--format", "csv", "--as-at", "2025-10-01", cwd=folder)
    assert b"\r\r\n" not in done.stdout
    assert done.stdout.endswith(b"\r\n")


TRANSLATING = """\
import io, sys
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\\r\\n", write_through=True)
from strategy_tracker.cli.app import run
run(sys.argv[1:])
"""
"""A standard output that makes CRLF of each line end, as on Windows."""


@pytest.mark.parametrize("arguments", [(*EDIT, "--dry-run"), ("status", "--format", "csv")], ids=["diff", "csv"])
def test_no_line_end_is_doubled_where_the_system_translates_them(folder, arguments):
    (folder / "strategies/plan.yaml").write_bytes(PLAN.replace("\n", "\r\n").encode())
    done = subprocess.run(
        [sys.executable, "-c", TRANSLATING, *arguments],
        cwd=folder, env=outside(PYTHONPATH=str(ROOT / "src")), capture_output=True, check=False,
    )  # fmt: skip
    assert b"\r\n" in done.stdout, done.stderr
    assert b"\r\r\n" not in done.stdout


# paths


def test_names_of_files_have_forward_slashes_in_every_output(folder, monkeypatch, capsys):
    write(folder, {"strategies/deep/er/two.yaml": "id: two\n"})
    monkeypatch.chdir(folder)
    for form in ("text", "concise", "json", "github", "gitlab", "sarif", "junit"):
        run_command(["validate", "--format", form])
        out = capsys.readouterr().out
        assert "strategies/deep/er/two.yaml" in out, form
        assert "\\deep" not in out, form


def test_a_measures_file_may_be_named_with_backslashes(folder):
    words = ("add", "measure", "Visits", "--unit", "count", "--to", "one", "--file", "measures\\calls.yaml")
    done = strategy(*words, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert b"title: Visits" in (folder / "measures/calls.yaml").read_bytes()


def test_a_path_of_more_than_260_characters_is_read_and_written_where_the_system_allows_it(tmp_path):
    deep = tmp_path.joinpath(*["a folder with a long name"] * 12)
    write(deep, {"strategies/plan.yaml": PLAN, "measures/calls.yaml": CALLS})
    assert len(str(deep)) > 260
    done = strategy(*EDIT, cwd=deep)
    assert done.returncode == 0, done.stderr
    assert b"note: Late" in (deep / "strategies/plan.yaml").read_bytes()


# processes and locks


def test_without_fork_a_large_portfolio_is_read_by_one_process_with_the_same_result(folder, monkeypatch):
    monkeypatch.setattr(parallel, "WORTH_IT", 1)
    found = open_portfolio(folder)
    shared = check(found, TODAY)
    monkeypatch.delattr(os, "fork", raising=False)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert check(found, TODAY) == shared


@posix
def test_a_week_s_commands_need_nothing_that_windows_has_not(folder):
    commit_all(folder)
    week = (
        "validate;status --as-at 2025-10-01;overdue --as-at 2025-10-01;show one-01;reviews --as-at 2025-10-01;"
        "update one-01 --state in-progress --note Late;record calls 2023/24 5;diff;validate --fix;doctor"
    )
    out = as_windows(COMMANDS, week, cwd=folder)
    assert "ok: 1 strategy, 1 action, 1 measure" in out
    assert b"note: Late" in (folder / "strategies/plan.yaml").read_bytes()
    assert [path.name for path in (folder / "strategies").iterdir()] == ["plan.yaml"]


def commit_all(folder):
    run("git", "init", "--quiet", cwd=folder)
    commit(folder)


@posix
def test_two_commands_at_once_wait_for_each_other_by_the_lock_of_windows(folder):
    said = as_windows(LOCKS, str(folder), cwd=folder).splitlines()
    assert said[0] == "another command is writing to this portfolio and does not come to an end"
    assert said[1] == "free again"
    assert said[2] == "['measures', 'strategies']"


@pytest.mark.parametrize("step", ["replace", "unlink"])
def test_a_file_that_an_editor_holds_is_left_as_it_was_with_a_sentence(folder, monkeypatch, capsys, step):
    def held(*_, **__):
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")

    monkeypatch.chdir(folder)
    monkeypatch.setattr(Path, step, held)
    before = (folder / "strategies/plan.yaml").read_bytes()
    code = run_command(list(EDIT))
    err = capsys.readouterr().err
    assert code == 2
    assert "error: 'plan.yaml' could not be written (The process cannot access the file" in err
    assert (folder / "strategies/plan.yaml").read_bytes() == before


def test_what_a_held_file_left_behind_is_read_by_nothing_and_gone_after_the_next_edit(folder):
    write(folder, {"strategies/.plan.yaml.new": "id: ["})
    assert strategy("validate", cwd=folder).returncode == 0
    assert strategy(*EDIT, cwd=folder).returncode == 0
    assert [path.name for path in (folder / "strategies").iterdir()] == ["plan.yaml"]


@posix
def test_what_was_written_is_taken_back_from_the_journal_in_the_local_folder(folder, tmp_path):
    before = (folder / "strategies/plan.yaml").read_bytes()
    week = f"{' '.join(EDIT[:-1])} Late;undo;validate"
    as_windows(f"os.environ['LOCALAPPDATA'] = {str(tmp_path / 'Local')!r}\n{COMMANDS}", week, cwd=folder)
    assert (folder / "strategies/plan.yaml").read_bytes() == before
    assert list((tmp_path / "Local/strategy-tracker").iterdir())


# the workflow that others run


WORKFLOW = ROOT / ".github/workflows/windows.yml"


def test_the_workflow_names_nothing_that_is_not_here_and_trusts_nobody_by_a_name_that_moves():
    (job,) = in_ruamel(WORKFLOW)["jobs"].values()
    assert job["runs-on"] == "windows-latest"
    for step in job["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), step
        for path in re.findall(r"tests/[\w/.]+", step.get("run", "")):
            assert (ROOT / path).is_file(), path
    text = WORKFLOW.read_text(encoding="utf-8")
    assert "secrets." not in text
    for name in re.findall(r"strategy\"? ([a-z-]+)", text):
        assert name in COMMANDS_OF_OURS or name == "status", name


def test_a_careful_reader_of_workflows_finds_nothing_in_it(tmp_path):
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if not zizmor:
        pytest.skip("zizmor is not installed beside this Python")
    run(zizmor, "--offline", "--no-progress", "--persona", "auditor", WORKFLOW, cwd=tmp_path)


# names


def test_the_guide_names_every_simulation():
    guide = (ROOT / "docs/windows.md").read_text(encoding="utf-8")
    for word in ("cp1252", "CRLF", "msvcrt", "fork", "260", "autocrlf", "con.yaml", "PowerShell"):
        assert word in guide, word
