import pytest

from strategy_tracker.views.formats.screens.grid_lines import LEAST, grid_lines
from strategy_tracker.views.sheet import Cell, GridColumn, ScreenGrid

LONG = "Everybody who cares for somebody else is known"
NUMBERS = (
    GridColumn(Cell("Priority"), gives_way=True),
    GridColumn(Cell("▼", "red"), "Actions", figures=True),
    GridColumn(Cell("late"), "of which", figures=True, gap=3),
    GridColumn(Cell("worse"), "Measures", figures=True, from_width=60),
)
ROWS = (
    (Cell(LONG), Cell("7", "red"), Cell("12", "red"), Cell("3")),
    (Cell("Heard"), Cell("·", "grey"), Cell("1,234", "red"), Cell("·", "grey")),
)


def lines(grid, width):
    return ["".join(part.text for part in line) for line in grid_lines(grid, width)]


def test_columns_are_as_wide_as_their_widest_cell_and_figures_stand_at_their_right():
    assert lines(ScreenGrid(NUMBERS, ROWS), 80)[1:] == [
        "Priority                                        ▼    late  worse",
        f"{LONG}  7      12      3",
        "Heard                                           ·   1,234      ·",
    ]


def test_each_number_keeps_its_own_colour():
    row = list(grid_lines(ScreenGrid(NUMBERS, ROWS), 80))[-2]
    assert [(part.text, part.colour) for part in row if part.text.strip()] == [
        (LONG, None), ("7", "red"), ("12", "red"), ("3", None),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [39, 50, 56])
def test_a_long_name_ends_at_a_whole_word(width):
    (shown,) = [line.split(" …")[0] for line in lines(ScreenGrid(NUMBERS, ROWS), width) if "…" in line]
    assert LONG.startswith(f"{shown} ")


def test_a_column_that_asks_for_a_wider_screen_gives_way_before_names_do():
    grid = ScreenGrid((*NUMBERS[:3], NUMBERS[3]._replace(from_width=30)), ROWS)
    assert "worse" in lines(grid, 11 + 7 + LEAST)[-3]
    assert "worse" not in lines(grid, 10 + 7 + LEAST)[-3]


def test_on_a_narrow_screen_a_name_stands_above_its_figures():
    assert lines(ScreenGrid(NUMBERS, ROWS), 24) == [
        "    ▼    late", "Everybody who cares …", "    7      12", "Heard", "    ·   1,234",
    ]  # fmt: skip


def test_a_name_that_is_wanted_whole_stands_above_its_figures_rather_than_being_cut():
    grid = ScreenGrid((NUMBERS[0]._replace(whole=True), *NUMBERS[1:3]), ROWS)
    assert lines(grid, 60)[-2].startswith(LONG)
    assert lines(grid, 50)[-4:] == [LONG, "    7      12", "Heard", "    ·   1,234"]


def test_where_cells_have_no_room_beside_each_other_they_stand_below_each_other():
    columns = (GridColumn(), GridColumn(gives_way=True, gap=1), GridColumn(Cell("Id")))
    grid = ScreenGrid(columns, ((Cell("▼", "red"), Cell("Do it"), Cell("a-long-id-that-is-copied")),))
    assert lines(grid, 20) == ["▼ Do it", "  Id: a-long-id-that-is-copied"]


def test_below_each_other_a_name_and_a_line_of_words_still_end_at_whole_words():
    columns = (GridColumn(), GridColumn(gives_way=True, gap=1), GridColumn(Cell("Id")))
    rows = ((Cell("Late, and said so: strategy overdue", strong=True),), (Cell("▼"), Cell(LONG), Cell("a-long-id-x")))
    assert lines(ScreenGrid(columns, rows), 16) == [
        "Late, and said", "  so: strategy", "  overdue", "▼ Everybody …", "  Id: a-long-id-x",
    ]  # fmt: skip


def test_words_below_a_row_go_on_indented_and_a_heading_does_not():
    grid = ScreenGrid(
        NUMBERS, (ROWS[1], (Cell("a reason that goes on for long", "grey"),), (Cell("Heading", strong=True),))
    )
    assert lines(grid, 24)[-3:] == ["  a reason that goes on", "    for long", "Heading"]


def test_a_wide_grid_fills_the_screen_and_a_mark_stands_before_its_name():
    columns = (GridColumn(), GridColumn(gives_way=True, gap=1), GridColumn(figures=True))
    rows = ((Cell("▼", "red"), Cell(LONG), Cell("seen-01", "grey")),)
    assert lines(ScreenGrid(columns, rows, wide=True), 70) == [f"▼ {LONG:<59}  seen-01"]
    assert lines(ScreenGrid(columns, rows, wide=True), 22) == ["▼ Everybody who …", "      seen-01"]


def test_hostile_texts_take_no_more_than_their_room():
    hostile = "\x1b[2Ja\u202eb\n" * 9
    grid = ScreenGrid(NUMBERS, ((Cell(hostile), Cell("1"), Cell("2"), Cell("3")),))
    for line in lines(grid, 40):
        assert len(line) <= 40
        assert not set(line) & set("\x1b\u202e\n")


def test_short_names_do_not_stand_a_whole_wide_screen_from_their_figures():
    columns = (GridColumn(gives_way=True), GridColumn(figures=True))
    short = ScreenGrid(columns, ((Cell("Heard"), Cell("seen-01")),), wide=True)
    assert lines(short, 200) == lines(short, 120) == [f"{'Heard':<111}  seen-01"]
    assert len(lines(ScreenGrid(columns, ((Cell(LONG * 3), Cell("1")),), wide=True), 200)[0]) == len(LONG) * 3 + 3


def test_a_blank_row_is_a_line_without_blanks():
    assert lines(ScreenGrid(NUMBERS, ((Cell(""),),)), 80)[-1] == ""
