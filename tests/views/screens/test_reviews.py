from datetime import date

import pytest

from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.screens.reviews import COLUMNS, review_rows, reviews_sheet
from strategy_tracker.views.sheet import Cell
from tests.views.builders import DAY, body, standing, strategy


def row(**changes):
    sheet = reviews_sheet(standing(strategy(bodies=(body(**changes),))), "")
    return sheet.sections[0].tables[0].rows[0]


def test_a_strategy_nobody_reviews_says_so():
    sheet = reviews_sheet(standing(strategy()), "strategy 'x'")
    assert sheet.lines == ("as at 1 October 2025", "only: strategy 'x'")
    assert sheet.sections[0].lines == ("young-carers: the strategy is running", "no body on record reviews it")
    assert reviews_sheet(standing(), "").lines == ("as at 1 October 2025",)


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("missed", Cell("▼ words", "red")), ("due-soon", Cell("◆ words", "amber")),
        ("due-today", Cell("◆ words", "amber")), ("on-time", Cell("words")), ("none", Cell("words")),
        ("closed", Cell("words")),
    ],
)  # fmt: skip
def test_the_next_meeting_has_a_colour_only_where_somebody_must_act(kind, cell):
    assert row(clock=Clock(kind, DAY, 0, "words"))[3] == cell


def test_the_last_meeting_and_the_day_of_the_papers_are_shown():
    cells = row(held=("2025-06-01", "2025-03-01"), papers=date(2025, 11, 3))
    assert [one.text for one in cells] == ["Board", "quarter", "2025-06-01", "no date", "2025-11-03", "Head of Service"]
    assert [one.text for one in row(every=None, paper_by=None)] == ["Board", "–", "–", "no date", "–", "–"]


def test_rows_for_machines_have_every_column():
    (found,) = review_rows(standing(strategy(bodies=(body(clock=Clock("missed", DAY, 4, "missed")),))))
    assert set(found) == {*COLUMNS, "round", "resolutions"}
    assert (found["strategy"], found["clock"], found["next"], found["words"]) == (
        "young-carers",
        "missed",
        DAY,
        "missed",
    )
