"""Data goes to standard output and everything else to standard error, in the format asked for."""

from pathlib import Path

import pytest

from strategy_tracker.cli.options import Format
from strategy_tracker.cli.output import file_format, print_or_save, print_result, screen_width
from strategy_tracker.problem import Problem
from strategy_tracker.views.sheet import Sheet


def never():
    raise AssertionError("made for nothing")


@pytest.mark.parametrize(
    ("form", "made", "begins"),
    [
        (Format.table, {"sheet": lambda: Sheet("Reviews", (), ())}, "Reviews\n"),
        (Format.markdown, {"sheet": lambda: Sheet("Reviews", (), ())}, "## Reviews\n"),
        (Format.json, {"content": lambda: {"a": 1}}, "{\n"),
        (Format.csv, {"rows": lambda: (("a",), ({"a": 1},))}, "a\r\n1\r\n"),
    ],
)
def test_only_the_shape_a_format_needs_is_made(capsys, form, made, begins):
    shapes = {"sheet": never, "content": never, "rows": never} | made
    print_result(form, shapes["sheet"], shapes["content"], shapes["rows"], "reviews")
    out, err = capsys.readouterr()
    assert (out.startswith(begins), err) == (True, "")


@pytest.mark.parametrize(
    ("named", "output", "chosen"),
    [
        ("", None, "markdown"),
        ("", "a.HTML", "html"),
        ("", "a.docx", "docx"),
        ("html", "a.txt", "html"),
        ("html", None, "html"),
    ],
)
def test_the_format_is_the_one_named_or_that_of_the_file(named, output, chosen):
    assert file_format(named, Path(output) if output else None) == chosen


@pytest.mark.parametrize(
    ("named", "output", "message"),
    [
        ("", "a.yaml", "'a.yaml' has the name of a data file"),
        ("html", "a.YML", "'a.YML' has the name of a data file"),
        ("", "a.odt", "the name 'a.odt' does not say how to write it"),
        ("pdf", None, "PDF is not for a terminal"),
    ],
)
def test_what_cannot_be_written_there_is_refused(named, output, message):
    with pytest.raises(Problem) as caught:
        file_format(named, Path(output) if output else None)
    assert caught.value.message == message


def test_a_result_goes_to_the_file_and_says_so_or_to_standard_output(tmp_path, capsys):
    print_or_save("dŵr\n", tmp_path / "a.md")
    assert capsys.readouterr() == ("", f"wrote {tmp_path / 'a.md'}\n")
    assert (tmp_path / "a.md").read_bytes() == "dŵr\n".encode()
    print_or_save("dŵr\n".encode(), None)
    assert capsys.readouterr() == ("dŵr\n", "")


def test_without_a_terminal_a_screen_is_as_wide_as_it_is_said_to_be(monkeypatch):
    assert screen_width() == 80
    monkeypatch.setenv("COLUMNS", "132")
    assert screen_width() == 132
