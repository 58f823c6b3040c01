"""What is wrong with a cell, said in words and with what to do."""

from strategy_tracker.intake.cells.understood import formula_error
from strategy_tracker.intake.outline import GridCell


def test_an_error_of_a_formula_is_told_from_a_formula_that_nobody_worked_out():
    wrong = formula_error(GridCell("#DIV/0!", kind="error"))
    assert (wrong.value, wrong.code) == ("", "formula-error")
    assert wrong.words == "#DIV/0! is an error of a formula, and no value"
    empty = formula_error(GridCell("(=SUM(A1:A2))", kind="error", formula=True))
    assert (empty.value, empty.code) == ("", "no-value")
    assert "open it in a spreadsheet program" in empty.next_step
