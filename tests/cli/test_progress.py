"""Long work is shown on a line of standard error at a terminal; nothing of it in a pipe, or at the end."""

import sys
import threading
import time

import pytest

from strategy_tracker.cli import progress
from strategy_tracker.cli.progress import shown_progress
from strategy_tracker.files.parallel import over_files
from strategy_tracker.history.repository.objects import data_file
from strategy_tracker.how_far import in_one_piece, one_by_one

from .repository import Repository

GONE = "\x1b[2K"
"""What a terminal is sent last: the line is empty again."""


@pytest.fixture
def written(capsys, monkeypatch):
    """What was written to the standard error of an impatient person at a terminal."""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_AGAIN", 0.0)
    return lambda: capsys.readouterr().err


def test_it_says_what_is_done_and_how_far_and_the_line_is_gone_at_the_end(written):
    with shown_progress():
        for n in one_by_one(range(3), "reading files"):
            told = written()
            assert ("reading files" in told, f"{n}/3" in told) == (True, True)
        assert written().endswith(GONE)


def test_an_error_leaves_no_line_behind(written):
    with pytest.raises(KeyError), shown_progress():
        raise KeyError(next(one_by_one(range(3), "reading files")))
    assert written().endswith(GONE)


def test_short_work_and_a_pipe_show_nothing(small, run, written, monkeypatch):
    assert "reading files" in run("validate")[2]
    monkeypatch.setattr(progress, "PATIENCE", 60.0)
    assert run("validate")[2] == ""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: False, raising=False)
    assert run("validate")[2] == ""


@pytest.mark.parametrize("size", [1, 400_000])
def test_of_many_files_it_is_said_by_the_first_process(written, size):
    files = [data_file(f"strategies/{n}.yaml", b"#" * size) for n in range(4)]

    def name(file):
        time.sleep(0.02)  # so that no other process takes them all
        return file.name

    with shown_progress():
        assert over_files(files, name, "writing pages") == [file.name for file in files]
    assert "writing pages" in written()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("history", "seen-02"), "reading earlier versions"),
        (("trend",), "judging earlier versions"),
        (("dashboard", "-o", "page.html"), "writing pages"),
        (("validate", "--history"), "reading files"),
        (("report", "-o", "paper.html"), "writing the document"),
        (("report", "-o", "paper.docx"), "writing sections"),
        (("export", "-f", "csv", "-o", "tables"), "writing tables"),
        (("export", "-f", "xlsx", "-o", "form.xlsx"), "writing the workbook"),
        (("export", "-f", "json"), "writing the export"),
        (("freeze", "2025-q3"), "sealing the standing"),
        (("status", "-f", "json"), "writing the result"),
    ],
)
def test_the_past_and_a_page_say_how_far_they_are(small, run, written, command, words):
    Repository(small).commit("First", "2025-09-30")
    assert words in run(*command)[2]


def test_work_in_one_piece_says_how_long_it_takes_and_no_thread_is_left(written, monkeypatch):
    monkeypatch.setattr(progress, "_TICK", 0.01)
    with shown_progress(), in_one_piece("opening plan.xlsx"):
        while "opening plan.xlsx, 0 s" not in written():
            time.sleep(0.01)
    assert written().endswith(GONE)
    assert threading.active_count() == 1


def test_what_is_done_inside_such_work_is_said_instead_of_it(written):
    with shown_progress(), in_one_piece("writing the document"):
        for n in one_by_one(range(2), "writing sections"):
            assert threading.active_count() == 1
            assert f"{n}/2" in written()


def test_what_such_work_goes_on_with_after_a_part_of_it_is_said_again(written, monkeypatch):
    monkeypatch.setattr(progress, "_TICK", 0.01)
    with shown_progress(), in_one_piece("writing the export"):
        files = [data_file(f"strategies/{n}.yaml", b"#") for n in range(3)]
        assert over_files(files, lambda file: file.name) == [file.name for file in files]
        assert "reading files" in written()
        while "writing the export, 0 s" not in written():
            time.sleep(0.01)
    assert threading.active_count() == 1


def test_a_table_that_is_brought_in_is_opened_aloud(tmp_path, run, written, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.csv").write_text("Action,Owner\nDo it,Head\n", encoding="utf-8")
    assert "opening plan.csv" in run("import", "plan.csv")[2]
