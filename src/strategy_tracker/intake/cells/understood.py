"""What a cell says: taken, taken with a remark, or said why not."""

from typing import NamedTuple

from strategy_tracker.intake.outline import GridCell


class Understood(NamedTuple):
    """What a cell says. `value` is empty where nothing was taken; `code` and `words` say what a person should know.

    With a `value` they are a remark; without one they say why it is not taken, and without `words` there was nothing
    to take, such as a dash.
    """

    value: str = ""
    code: str = ""
    words: str = ""
    next_step: str = ""


NOTHING_THERE = Understood()


def formula_error(cell: GridCell) -> Understood:
    """Say what is wrong with a cell that holds an error of a formula."""
    if cell.formula and cell.text.startswith("("):
        words = "a formula without a value: the file was saved by a program that works nothing out"
        return Understood("", "no-value", words, "open it in a spreadsheet program and save it again")
    return Understood("", "formula-error", f"{cell.text} is an error of a formula, and no value", "correct the formula")
