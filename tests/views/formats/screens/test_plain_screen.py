"""A pipe gets without an engine of layouts what it gets with one, to the byte; what needs one is left to it."""

import io
from random import Random

import pytest

from strategy_tracker.views.formats.screens import terminal
from strategy_tracker.views.formats.screens.plain_screen import write_plain
from strategy_tracker.views.sheet import Cell, Column, GridColumn, ScreenGrid, Sheet, SheetSection, Table

WORDS = (
    "late",
    "waiting",
    "for",
    "a",
    "word",
    "▼",
    "·",
    "café",
    "日本",
    "strategy",
    "overdue:",
    "\u202eevil",
    "a" * 30,
)


def written(sheet, write):
    stream = io.StringIO()
    return write(sheet, stream), stream.getvalue()


def any_text(chance, most=30):
    return " ".join(chance.choices(WORDS, k=chance.randrange(most)))


def any_line(chance):
    if chance.random() < 0.5:
        return f"{chance.choice(('', '', '  - '))}{any_text(chance)}"
    return tuple(Cell(any_text(chance, 8), chance.choice((None, "red", "grey"))) for _ in range(chance.randrange(4)))


def any_sheet(chance):
    columns = (GridColumn(Cell("Name"), gives_way=True), GridColumn(Cell("▼", "red"), figures=True))
    rows = tuple((Cell(any_text(chance, 9)), Cell(str(chance.randrange(900)))) for _ in range(chance.randrange(4)))
    grid = ScreenGrid(columns, rows, tuple(any_line(chance) for _ in range(chance.randrange(2))))
    sections = (
        SheetSection(any_line(chance), (any_line(chance),), (grid,) if rows else (), apart=chance.random() < 0.5)
        for _ in range(chance.randrange(4))
    )
    return Sheet(any_line(chance), tuple(any_line(chance) for _ in range(chance.randrange(3))), tuple(sections))


@pytest.mark.parametrize("width", ["80", "120", "40"])
def test_it_prints_what_the_terminal_prints(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    chance, done = Random(int(width)), 0
    for _ in range(60):
        sheet = any_sheet(chance)
        could, text = written(sheet, write_plain)
        done += could
        assert text == (written(sheet, terminal.write_sheet)[1] if could else "")
    assert done > 20


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_is_left_to_the_engine():
    assert not write_plain(Sheet("Title", (), ()), Screen())


@pytest.mark.parametrize("name", ["FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"])
def test_colours_that_are_asked_for_are_left_to_the_engine(monkeypatch, name):
    monkeypatch.setenv(name, "1")
    assert written(Sheet("Title", (), ()), write_plain) == (False, "")


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet("Title", (), (), "an-id"),
        Sheet("Title", (), (SheetSection("", (), (Table("", (Column("A"),), ((Cell("1"),),)),)),)),
        Sheet("Title", (), (SheetSection("", facts=(("name", "value"),)),)),
        Sheet("Title", ("w" * 81,), ()),
        Sheet("Title", ("two  blanks " * 9,), ()),
        Sheet("Title", ("a\ttab",), ()),
        Sheet("two\nlines", (), ()),
    ],
)
def test_what_needs_a_layout_is_not_begun(sheet):
    assert written(sheet, write_plain) == (False, "")
