"""Forecasts beside what came, on a screen and for programs; verdicts that nobody has take no room."""

from strategy_tracker.judging.forecast_score import by_owner, by_strategy, scored
from strategy_tracker.views.formats.data import plain
from strategy_tracker.views.screens.looking_back.forecast_score import COLUMNS, score_content, score_rows, score_sheet
from tests.judging.test_forecast_score import held
from tests.views.builders import DAY, standing


def told(stood):
    found = scored(stood)
    return found, by_owner(found), by_strategy(found), DAY


def test_each_forecast_has_a_row_and_the_verdict_its_word():
    sheet = score_sheet(*told(held()), "Forecasts, and what came")
    assert sheet.lines == ("as at 1 October 2025", "5 forecasts on record")
    each, owners, strategies = sheet.sections[0].tables
    assert [one.text for one in each.rows[0]] == [
        "young-carers/seen-01", "done", "2021-04-01", "2021-09", "2022-02-08", "too hopeful, 131 days later", "Lead",
    ]  # fmt: skip
    assert [one.text for one in each.rows[-1]][:6] == ["shared", "2022/23", "2021-12-01", "84%", "–", "not over"]
    assert [column.name for column in owners.columns] == ["Owner", "Right", "Too hopeful", "Not over"]
    assert [[one.text for one in row] for row in owners.rows] == [
        ["Analyst", "–", "1", "1"], ["Lead", "1", "1", "–"], ["nobody is named", "–", "1", "–"],
    ]  # fmt: skip
    assert strategies.title == "By strategy"


def test_without_a_forecast_there_is_no_table():
    sheet = score_sheet(*told(standing()), "Forecasts, and what came")
    assert (sheet.lines[1], sheet.sections) == ("0 forecasts on record", ())


def test_programs_get_exact_numbers_and_every_count():
    content = plain(score_content(*told(held()), "carers"))
    assert content["item"] == "carers"
    assert content["forecasts"][2]["gap"] == "-6"
    assert content["by_owner"][0]["counts"]["too-cautious"] == 0
    rows = list(score_rows(scored(held())))
    assert tuple(rows[0]) == COLUMNS
