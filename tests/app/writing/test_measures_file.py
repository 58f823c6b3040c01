"""A new measure goes beside those of its strategy, or where a person says."""

import pytest

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.measures_file import measures_file
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem

PARKS = "id: parks\ntitle: Parks\npriorities: [{id: reach, title: Reach, measures: []}]\n"


def test_it_goes_beside_the_measures_of_the_strategy_it_serves(portfolio):
    assert measures_file(portfolio, find(portfolio, "plan/safe"), "") == "measures/plan.yaml"
    assert measures_file(portfolio, None, "") == "measures/plan.yaml"


@pytest.mark.parametrize(
    ("asked", "file"),
    [("carers", "measures/carers.yaml"), ("measures/a.yml", "measures/a.yml"), ("a\\b.yaml", "measures/a/b.yaml")],
)
def test_a_person_may_name_the_file(portfolio, asked, file):
    assert measures_file(portfolio, None, asked) == file


@pytest.mark.parametrize("asked", ["../a.yaml", "/etc/a", ".hidden", "a//b"])
def test_a_name_never_leads_elsewhere(portfolio, asked):
    with pytest.raises(Problem, match="is not the name of a file in measures/"):
        measures_file(portfolio, None, asked)


def test_a_strategy_without_measures_gets_a_file_of_its_own(root):
    (root / "strategies/parks.yaml").write_text(PARKS, encoding="utf-8")
    found = open_portfolio(root)
    assert measures_file(found, find(found, "parks/reach"), "") == "measures/parks.yaml"


def test_where_two_could_hold_it_a_person_says(root):
    (root / "strategies/parks.yaml").write_text(PARKS.replace("[]", "[visits]"), encoding="utf-8")
    (root / "measures/parks.yaml").write_text(
        "measures: [{id: visits, title: Visits, unit: count}]\n", encoding="utf-8"
    )
    with pytest.raises(Problem, match="more than one file could hold it"):
        measures_file(open_portfolio(root), None, "")
