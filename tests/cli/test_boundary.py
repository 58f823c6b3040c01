import errno
import io
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import typer

from strategy_tracker import __version__
from strategy_tracker.cli.boundary import guarded, print_note
from strategy_tracker.files import write
from strategy_tracker.problem import Problem

from .conftest import DAY

PROGRAM = [sys.executable, "-m", "strategy_tracker"]


@pytest.fixture
def ended(capsys):
    """Run some work inside the boundary and give (exit code, standard output, standard error)."""

    def called(work):
        return guarded(work), *capsys.readouterr()

    return called


def fails(error):
    def work():
        raise error

    return work


@pytest.mark.parametrize(("result", "code"), [(None, 0), (0, 0), (1, 1), (2, 2), ("text", 0)])
def test_work_that_ends_well_says_nothing(ended, result, code):
    assert ended(lambda: result) == (code, "", "")


def test_what_cannot_be_done_is_two_sentences(ended):
    assert ended(fails(Problem("there is no folder 'x'", "look again"))) == (
        2,
        "",
        "error: there is no folder 'x'\n  help: look again\n",
    )
    assert ended(fails(Problem("no"))) == (2, "", "error: no\n")


def test_an_interruption_is_quiet(ended):
    assert ended(fails(KeyboardInterrupt())) == (130, "", "")
    assert ended(fails(typer.Abort())) == (130, "", "")


def test_an_interruption_inside_a_command_is_quiet(run, small, monkeypatch):
    class Interrupted(io.StringIO):
        def write(self, text):
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdout", Interrupted())
    assert run("validate")[0] == 130


def test_a_file_that_cannot_be_used_is_a_sentence(ended, tmp_path):
    gone = tmp_path / "gone.yaml"
    assert ended(gone.read_text) == (2, "", f"error: '{gone}' cannot be used (No such file or directory)\n")


def test_a_full_disk_is_no_fault_of_ours(ended):
    full = OSError(errno.ENOSPC, "No space left on device")
    said = "error: there is no room to write (No space left on device)\n"
    assert ended(fails(full)) == (2, "", said)


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("export", "-o", "made.csv"), "made.csv"),
        (("report", "--as-at", DAY, "-o", "made.md"), "made.md"),
        (("schema", "--write"), "schema/strategy.schema.json"),
    ],
)
def test_what_cannot_be_written_whole_leaves_the_former_file(run, small, monkeypatch, command, name):
    def full(beside, data, mode):
        raise OSError(errno.ENOSPC, "No space left on device")

    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_text("former")
    monkeypatch.setattr(write, "_write_new", full)
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert "could not be written (No space left on device)" in err
    assert (small / name).read_text() == "former"


def test_a_usage_fault_without_a_command_is_one_sentence(ended):
    assert ended(fails(typer.BadParameter("not that"))) == (2, "", "error: Invalid value: not that\n")


def test_a_fault_of_ours_writes_a_log_and_no_traceback(ended, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code, out, err = ended(lambda: 1 // 0)
    (log,) = tmp_path.glob("strategy-*.log")
    assert (code, out) == (3, "")
    assert err.startswith(f"error: a fault of ours, not yours (ZeroDivisionError)\n  help: please send us {log}; ")
    assert "Traceback" not in err
    text = log.read_text(encoding="utf-8")
    assert text.startswith(f"strategy-tracker {__version__}, Python {sys.version.split()[0]}")
    assert "Traceback" in text
    assert "ZeroDivisionError" in text


def test_what_is_said_cannot_steer_the_terminal(capsys):
    print_note("a\x1b[2J\u202eb")
    assert capsys.readouterr() == ("", "a\ufffd[2J\ufffdb\n")


def test_what_is_said_of_a_text_from_right_to_left_is_isolated(capsys):
    print_note("there is no action 'متأخر'\n  help: 'strategy find متأخر' (3)")
    assert capsys.readouterr().err == (
        "there is no action '\u2068متأخر\u2069'\n  help: 'strategy find \u2068متأخر\u2069' (3)\n"
    )


def test_a_reader_that_has_seen_enough_is_no_error(small, monkeypatch, run):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        code, _, err = run("status", "--as-at", DAY)
    assert (code, err) == (0, "")


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_a_closed_pipe_leaves_no_traceback(shipped, form):
    with subprocess.Popen(
        [*PROGRAM, "status", "--actions", "--why", "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_pipe_that_cannot_carry_a_tick_gets_it_all_the_same(small, encoding):
    done = subprocess.run(
        [*PROGRAM, "status", "--why", "--as-at", DAY],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "✔ complete" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", "heard-01", "--note", "caf\udce9"),
        ("update", "heard-01", "--on", "caf\udce9", "--note", "x"),
        ("update", "caf\udce9", "--note", "x"),
        ("record", "calls", "2024/25", "17", "--note", "caf\udce9"),
        ("record", "calls", "caf\udce9", "17"),
    ],
)
def test_what_a_terminal_sent_in_another_encoding_is_no_fault_of_ours(run, small, arguments):
    assert run(*arguments) == (
        2,
        "",
        "error: 'caf\ufffd' has a character that is not UTF-8\n  help: set the terminal to UTF-8, and type it again\n",
    )


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
@pytest.mark.usefixtures("today")
def test_an_answer_that_no_file_may_hold_is_asked_for_again(run, small, monkeypatch, errors):
    typed = io.BytesIO(b"update\n\namber\ncaf\xe9\n\x1b[A\ncaf\xc3\xa9\n\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(typed, encoding="utf-8", errors=errors))
    code, _, err = run("checkin", "--owner", "Group Manager")
    again = "note:   the answer: there is a character nobody can see; delete it and type the text again\n"
    assert (code, err.count(again)) == (0, 2)
    assert "note: café\n" in (small / "strategies/young-carers.yaml").read_text("utf-8")


@pytest.mark.parametrize("command", [["update", "heard-01"], ["init", "new"]])
def test_where_nobody_can_answer_it_is_said(run, small, monkeypatch, tmp_path, command):
    monkeypatch.chdir(small if command[0] == "update" else tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    code, _, err = run(*command)
    assert code == 2
    assert "in a terminal it asks" in err or "some questions have no answer" in err


def test_the_four_exit_codes_of_a_whole_run(run, small):
    (small / "strategies" / "broken.yaml").write_text("id: [")
    assert run("status", "--keep-going", "--as-at", DAY)[0] == 0
    assert run("validate", "--as-at", DAY)[0] == 1
    assert run("status", "--as-at", DAY)[0] == 2


def test_a_portfolio_that_may_not_be_read_is_a_sentence(run, small):
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = Path(small / "strategies" / "old-plan.yaml")
    path.chmod(0)
    code, _, err = run("status", "--as-at", DAY)
    assert code == 2
    assert "strategies/old-plan.yaml" in err


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_exit_codes_are_the_same_where_standard_streams_are_closed(small, closed):
    def code(arguments):
        command = f"{shlex.quote(sys.executable)} -m strategy_tracker {arguments} {closed}"
        return subprocess.run(command, shell=True, cwd=small, capture_output=True, check=False).returncode

    assert code("status --as-at 2025-10-01") == 0
    assert code("update nosuch --note x") == 2
    assert code("update seen-02 --note 'said once' --on 2025-09-30") == 0
    assert (small / "strategies" / "young-carers.yaml").read_text(encoding="utf-8").count("said once") == 1


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_they_are_the_same_where_a_script_of_bash_stands_between(small, closed, tmp_path):
    script = tmp_path / "strategy.sh"  # bash reads it under the number of the stream that is closed
    script.write_text(f'exec {shlex.quote(sys.executable)} -m strategy_tracker "$@"\n', encoding="utf-8")

    def code(arguments):
        command = f"bash {shlex.quote(str(script))} {arguments} {closed}"
        return subprocess.run(command, shell=True, cwd=small, capture_output=True, check=False).returncode

    assert code("status --as-at 2025-10-01") == 0
    assert code("update nosuch --note x") == 2
    assert code("update seen-02 --note 'said once' --on 2025-09-30") == 0
    assert (small / "strategies" / "young-carers.yaml").read_text(encoding="utf-8").count("said once") == 1
