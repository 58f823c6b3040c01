"""Tables in text are known by their headings, and prose is none."""

from strategy_tracker.intake.documents.tables import flat_headings, flat_table, grid_of, spaced_table, tables_of
from strategy_tracker.model.dates.period import MARCH


def test_the_places_of_a_table_are_counted():
    grid = grid_of([["Action", "Lead"], ["Mend it", "Head of Roads"]], name="table 2")
    assert grid.place(2, 1) == "table 2, row 2, column 1"
    assert grid.column_place(1) == "table 2, column 1"


def test_tabs_bars_and_wide_blanks_part_cells():
    assert spaced_table(["Action\tLead\tBy when", "Mend it\tHead\tMay 2027"]) is not None
    assert spaced_table(["| Action | Lead |", "|---|---|", "| Mend it | Head |"]) is not None
    assert spaced_table(["Action      Lead      By when", "Mend it     Head      May 2027"]) is not None
    assert spaced_table(["We came, we saw", "and we stayed for tea"]) is None


def test_cells_on_lines_of_their_own_fill_whole_rows():
    cells = ["Action", "Lead", "By when", "Mend it", "Head", "May 2027"]
    assert flat_table(cells) is not None
    assert flat_table([*cells, "Paint it"]) is None
    assert flat_table(["Action", "Lead", "Mend it", "Head"]) is None
    assert flat_headings(["Our plan", *cells]) == 1
    assert flat_headings(["Our plan", "for roads", "and bridges"]) == -1


def test_a_table_whose_first_row_is_known_needs_fewer_headings():
    grid = grid_of([["KPI", "Data Source (TBC)"], ["Jobs", "Payroll"], ["Visits", "Counter"]])
    (table,) = tables_of(grid, MARCH)
    assert table.kind == "measures"
    assert tables_of(grid_of([["Lesson", "Now"], ["One", "Two"]]), MARCH) == []
