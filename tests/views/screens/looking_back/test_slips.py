"""Moves of due dates as a sheet and as data."""

from datetime import date

from strategy_tracker.comparing.slips import DateMove
from strategy_tracker.model.commit import Commit
from strategy_tracker.views.screens.looking_back.slips import COLUMNS, slip_rows, slips_content, slips_sheet

DAY = date(2026, 1, 15)
BOOK = DateMove(
    "plan", "plan/a", "Do it", "", 1, 3, "2025-05-01", "2025-06-30", "2025-09-30", 92, True, "Late", "Board", None
)
BEN = Commit("b" * 40, DAY, "Ben", "Later")
QUIET = BOOK._replace(
    number=2, on="2025-07-01", to="2025-06-01", days=-29, recorded=False, why="", approved_by="", commit=BEN
)


def rows(*found):
    (section,) = slips_sheet(found, DAY, "").sections
    return [[cell.text for cell in row] for table in section.tables for row in table.rows]


def test_a_move_says_why_and_who_agreed_or_that_nobody_did():
    assert rows(BOOK, QUIET) == [
        ["2025-05-01", "2025-06-30", "2025-09-30", "+92", "Late", "Board"],
        ["2025-07-01", "2025-06-30", "2025-06-01", "-29", "not on record; Ben, bbbbbbb", "nobody on record"],
    ]
    assert rows(BOOK._replace(why="", to="", approved_by="")) == [
        ["2025-05-01", "2025-06-30", "no date", "–", "no reason on record", "nobody on record"]
    ]
    assert rows(QUIET._replace(commit=BEN._replace(sha="")))[0][4] == "not on record; not committed yet"
    assert rows(QUIET._replace(commit=None, on=""))[0][::4] == ["–", "not on record"]


def test_each_strategy_and_each_date_has_its_tally():
    other = BOOK._replace(strategy="other", item="other/b", milestone="Venue", times=1, days=0)
    sheet = slips_sheet([BOOK, QUIET, other], DAY, "git was not asked")
    assert sheet.title == "3 moves of 2 due dates: 2 on record, 2 approved"
    assert sheet.lines == ("as at 15 January 2026", "git was not asked")
    assert [(one.title, one.lines) for one in sheet.sections] == [
        ("plan", ("2 moves of 1 due date: 1 on record, 1 approved",)),
        ("other", ("1 move of 1 due date: 1 on record, 1 approved",)),
    ]
    assert [table.title for one in sheet.sections for table in one.tables] == [
        "a, Do it: 2 of 3 moves, 63 days later",
        "b, Do it, milestone: Venue: 1 move, no days",
    ]


def test_where_nothing_moved_that_is_said():
    assert slips_sheet([], DAY, "").title == "No move of a due date is known"


def test_data_has_a_flat_row_for_each_move():
    (one,) = slip_rows([QUIET])
    assert tuple(one) == COLUMNS
    assert (one["from"], one["commit"], one["author"], one["recorded"]) == ("2025-06-30", "b" * 40, "Ben", False)
    assert slips_content([], DAY, "why") == {"as_at": DAY, "unknown": "why", "moves": []}
