"""The score of forecasts on a day: what was known then, of everything or of one thing."""

from datetime import date

import pytest

from strategy_tracker.app.looking_back.forecasts import scored_forecasts
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem

STRATEGY = """\
id: smiles
title: Smiles
priorities:
  - id: teeth
    title: Teeth
    measures: [dental]
    actions:
      - id: clinic
        text: Open a clinic
        owner: Lead
        updates:
          - {on: 2021-04-01, state: in-progress, forecast: 2021-09}
          - {on: 2022-02-10, state: complete}
"""
MEASURES = """\
measures:
  - id: dental
    title: Dental checks
    unit: percent
    better: higher
    owner: Analyst
    forecasts:
      2021/22: [{value: 82, on: 2021-10-04}, {value: 78, on: 2021-12-01}]
    readings: {2021/22: 76}
"""


@pytest.fixture
def portfolio(tmp_path):
    for name, text in (("strategies/s.yaml", STRATEGY), ("measures/m.yaml", MEASURES)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return open_portfolio(tmp_path)


def verdicts(portfolio, day, **more):
    return [(one.item, one.verdict) for one in scored_forecasts(portfolio, day, **more).forecasts]


def test_what_was_known_on_the_day_is_scored(portfolio):
    assert verdicts(portfolio, date(2021, 9, 1)) == [("smiles/clinic", "open")]
    assert verdicts(portfolio, date(2022, 6, 1)) == [
        ("smiles/clinic", "too-hopeful"),
        ("dental", "too-hopeful"),
        ("dental", "too-hopeful"),
    ]


def test_one_thing_and_a_first_day_narrow_it(portfolio):
    assert verdicts(portfolio, date(2022, 6, 1), item="clinic") == [("smiles/clinic", "too-hopeful")]
    assert verdicts(portfolio, date(2022, 6, 1), since=date(2021, 11, 1)) == [("dental", "too-hopeful")]
    found = scored_forecasts(portfolio, date(2022, 6, 1), since=date(2021, 11, 1))
    assert [(one.name, one.counts["too-hopeful"]) for one in (*found.owners, *found.strategies)] == [
        ("Analyst", 1),
        ("smiles", 1),
    ]


def test_what_is_not_there_is_a_problem(portfolio):
    with pytest.raises(Problem):
        scored_forecasts(portfolio, date(2022, 6, 1), item="nothing")
