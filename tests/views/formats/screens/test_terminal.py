import io
import re

import pytest

from strategy_tracker.views.formats.screens.terminal import NARROW, console, write_sheet
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell, coloured

ANSI = re.compile(r"\x1b\[[0-9;]*m")
LONG = "a sentence that is much longer than a narrow terminal is wide, and so has to go on below"


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def sheet(text="Train every school", colour="red"):
    columns = (Column("Item"), Column("Number", figures=True), Column("Owner", from_width=100), Column("Colour"))
    rows = ((cell("seen-01"), cell("5"), cell("Head of Service"), coloured(colour, colour)),)
    table = Table("Actions", columns, (*rows, (cell(text), cell(None), cell(None), cell("plain"))), ("a note",))
    return Sheet("Status", ("as at 1 October 2025",), (SheetSection("Seen", ("  - " + LONG, "owner: x"), (table,)),))


@pytest.fixture
def printed(monkeypatch):
    def called(what, width=80, stream=None, **env):
        monkeypatch.setenv("COLUMNS", str(width))
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        stream = stream or io.StringIO()
        write_sheet(what, stream)
        return stream.getvalue()

    return called


@pytest.mark.parametrize("width", [20, 40, NARROW - 1, NARROW, 80, 99, 100, 200])
def test_no_line_is_wider_than_the_screen_or_ends_in_a_space(printed, width):
    for line in printed(sheet(LONG), width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_a_pipe_gets_plain_text(printed):
    assert "\x1b" not in printed(sheet())


def test_a_terminal_gets_colours_and_the_words_stay(printed):
    text = printed(sheet(), stream=Screen(), TERM="xterm-256color")
    assert "\x1b[1;31m▼ red\x1b[0m" in text
    assert ANSI.sub("", text) == printed(sheet())


def test_no_color_is_respected_on_a_terminal(printed):
    text = printed(sheet(), stream=Screen(), TERM="xterm-256color", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", text)
    assert "▼ red" in text


def test_forced_colour_reaches_a_pipe_without_spaces_at_line_ends(printed):
    text = printed(sheet(), FORCE_COLOR="1")
    assert "\x1b[1;31m▼ red" in text
    assert all(line == line.rstrip() for line in ANSI.sub("", text).splitlines())


@pytest.mark.parametrize(
    ("colour", "mark"), [("red", "▼"), ("amber", "◆"), ("green", "●"), ("blue", "✔"), ("grey", "○")]
)
def test_every_colour_has_its_mark_and_word(printed, colour, mark):
    text = printed(sheet(colour=colour), FORCE_COLOR="1", TERM="xterm-256color")
    assert re.search(rf"\x1b\[[0-9;]+m{mark} {colour}", text)


def test_figures_stand_at_the_right_of_their_column(printed):
    lines = printed(sheet()).splitlines()
    head = next(line for line in lines if "Number" in line)
    row = next(line for line in lines if line.startswith("seen-01"))
    assert row.index("5") == head.index("Number") + len("Number") - 1


def test_a_column_is_left_out_where_it_is_not_worth_its_room(printed):
    assert "Head of Service" not in printed(sheet(), 99)
    assert "Head of Service" in printed(sheet(), 100)


def test_a_line_of_a_list_stays_indented_where_it_goes_on(printed):
    lines = printed(sheet(), 40).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("  - a sentence"))
    assert lines[first + 1].startswith("    ")
    assert not lines[first + 1].startswith("     ")


def test_a_narrow_screen_gets_a_list_without_broken_words(printed):
    text = printed(sheet(), 40)
    assert "seen-01\n  Number: 5\n  Colour: ▼ red\n" in text
    assert "─" not in text


def test_a_table_without_rows_prints_only_its_notes(printed):
    empty = Sheet("T", (), (SheetSection("", (), (Table("", (Column("A"),), (), ("nothing yet",)),)),))
    assert printed(empty) == "T\n  nothing yet\n"


@pytest.mark.parametrize("width", [40, 80])
def test_hostile_texts_cannot_steer_the_terminal(printed, width):
    hostile = "\x1b[2J\x9b1mbold\u202e[bold red]x[/] :smile: <script>\r"
    plain = printed(
        Sheet(hostile, (hostile,), (SheetSection(hostile, (hostile, f"  - {hostile}")), *sheet(hostile).sections)),
        width,
    )
    assert not set(plain) & set("\x1b\x9b\u202e\r")
    assert "[bold red]" in plain
    assert ":smile:" in plain


def test_a_pipe_without_columns_is_eighty_wide(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console(io.StringIO()).width == 80
    monkeypatch.setenv("COLUMNS", "many")
    assert console(io.StringIO()).width == 80
    monkeypatch.setenv("COLUMNS", "132")
    assert console(io.StringIO()).width == 132


def test_standard_output_is_where_it_goes(capsys, monkeypatch):
    write_sheet(Sheet("Reviews", ("as at 1 October 2025",), ()))
    assert capsys.readouterr() == ("Reviews\nas at 1 October 2025\n", "")


def test_an_empty_line_inside_a_note_stays_empty(printed):
    assert printed(Sheet("T", ("one\n\n  \ntwo",), ())) == "T\none\n\n\ntwo\n"


@pytest.mark.parametrize("width", [NARROW, 72, 80, 100, 140])
def test_no_id_is_broken_in_a_table_at_any_width(printed, width):
    ids = ["corporate-parenting/stability-03", "young-carers-2025", "a-b"]
    columns = (Column("Item"), Column("What"), Column("Owner"), Column("How long"))
    rows = tuple((cell(own), cell(LONG), cell("Head of Service"), cell(LONG)) for own in ids)
    shown = printed(Sheet("Found", (), (SheetSection("", (), (Table("", columns, rows),)),)), width).split()
    assert [own for own in ids if own not in shown and len(own) <= width // 2] == []
