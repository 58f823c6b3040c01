"""What a file says comes back under the same keys, and nothing is added."""

from strategy_tracker.model.as_written import as_written
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.views.formats.data import plain
from tests.judging.measure_builder import as_read, measure

WRITTEN = {
    "id": "carers",
    "title": "Carers",
    "review_every": "2 months",
    "watch": [{"what": "Inspection", "from": "2023-01"}],
    "priorities": [
        {
            "id": "seen",
            "title": "Seen",
            "actions": [{"id": "a", "text": "Ask", "moved": [{"on": "2022-05-02", "from": "2022-04", "to": "2023"}]}],
        }
    ],
}


def test_a_strategy_comes_back_as_its_file_has_it():
    assert as_written(Strategy.model_validate(as_read(WRITTEN))) == WRITTEN


def test_figures_stand_under_their_periods_with_exact_numbers():
    found = plain(as_written(measure(readings={"2021/22": 64.1}, targets={"2022/23": 70})))
    assert (found["readings"], found["targets"]) == ({"2021/22": {"value": "64.1"}}, {"2022/23": {"value": "70"}})
