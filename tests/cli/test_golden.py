"""What the shipped portfolio looks like on 31 August 2022; `pytest --accept` writes the files anew."""

import re
from pathlib import Path

import pytest

from strategy_tracker.views.sheet import MARKS

GOLDEN = Path(__file__).parent / "golden"
AS_AT = ("--as-at", "2022-08-31")
SHEETS = {
    "status": ("status",),
    "status-why": ("status", "corporate-parenting", "--why"),
    "overdue": ("overdue",),
    "reviews": ("reviews",),
    "show-action": ("show", "corporate-parenting/health-04"),
    "show-measure": ("show", "cp-health-assessments"),
}
ANSI = re.compile(r"\x1b\[([0-9;]*)m([^\x1b]*)")
COLOURS = {"1;31": "red", "33": "amber", "32": "green", "34": "blue"}


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("name", SHEETS)
def test_it_looks_as_it_did(run, shipped, monkeypatch, golden, name, width):
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, err = run(*SHEETS[name], *AS_AT)
    assert (code, err) == (0, "")
    assert run(*SHEETS[name], *AS_AT) == (code, out, err)  # also of what was kept
    assert "\x1b" not in out
    for line in out.splitlines():
        assert len(line) <= width
        assert line == line.rstrip()
    golden(GOLDEN / f"{name}-{width}.txt", out)


def test_validate_says_what_it_said(run, shipped, golden):
    code, out, err = run("validate", *AS_AT)
    assert (code, err) == (0, "")
    assert run("validate", *AS_AT) == (code, out, err)
    golden(GOLDEN / "validate.txt", out)


@pytest.mark.parametrize("name", SHEETS)
def test_whatever_is_coloured_has_its_mark_or_is_a_number_that_has_its_word(run, shipped, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "1000")  # no cell is broken into lines
    plain = run(*SHEETS[name], *AS_AT)[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    code, out, err = run(*SHEETS[name], *AS_AT)
    assert (code, err) == (0, "")
    assert ANSI.sub(r"\2", out).replace("\x1b[0m", "") == plain
    for style, text in ANSI.findall(out):
        if style in COLOURS:
            assert MARKS[COLOURS[style]] in text or re.match(r" *[\d,]+( [a-z]|$)", text)  # alone it is under its head


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("name", SHEETS)
def test_no_line_is_wider_than_a_narrow_screen(run, shipped, monkeypatch, name, width):
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, err = run(*SHEETS[name], *AS_AT)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
