"""Personal data and small numbers are found where they are, and nothing else is called that."""

from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.checks.of_people import privacy
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy

TODAY = date(2026, 1, 15)
ON = Settings.model_validate({"check_privacy": True, "suppress_below": Decimal(5)})


def strategy(note):
    return Strategy.model_validate({"id": "x", "title": "X", "note": note})


def found(note):
    return [item.message for item in privacy.nobody_can_be_recognised(strategy(note), TODAY, ON)]


def test_what_leads_to_a_person_is_pointed_at_and_not_repeated():
    assert found("Jamie, 14, spoke to the board") == ["this looks like a name with an age"]
    assert found("lives in br13uh") == ["this looks like a postcode"]


def test_a_count_in_words_is_found_where_a_threshold_says_what_is_few():
    assert found("Two girls moved to another school") == ["this counts fewer than 5 people"]
    without = Settings.model_validate({"check_privacy": True})
    assert list(privacy.nobody_can_be_recognised(strategy("Two girls moved"), TODAY, without)) == []


def test_nothing_is_looked_for_where_it_is_not_asked_for():
    off = Settings.model_validate({})
    assert list(privacy.nobody_can_be_recognised(strategy("Jamie, 14, x"), TODAY, off)) == []
    for check in (privacy.small_numbers_are_suppressed, privacy.suppressed_figures_stay_hidden):
        assert list(check(measures({"readings": {"2024/25": 3}, "public": True}), TODAY, off)) == []


def measures(*items):
    made = [{"id": f"m{n}", "title": "M", "unit": "count", **item} for n, item in enumerate(items)]
    for one in made:
        one["readings"] = {k: Decimal(v) if isinstance(v, int) else v for k, v in one.get("readings", {}).items()}
    return Measures.model_validate({"measures": tuple(made)}, context={"year_end": MARCH})


def small(*items, settings=ON):
    return [item.code for item in privacy.small_numbers_are_suppressed(measures(*items), TODAY, settings)]


def test_a_small_count_in_a_public_measure_is_found_and_zero_is_not_small():
    assert small({"public": True, "readings": {"2023/24": 4, "2024/25": 5, "2022/23": 0}}) == ["small-number"]
    assert small({"readings": {"2023/24": 4, "2024/25": 5, "2022/23": 0}}) == ["small-number-kept"]


@pytest.mark.parametrize(("counts", "found"), [("events", []), ("things", []), ("people", ["small-number"])])
def test_a_few_events_are_nobody(counts, found):
    assert small({"public": True, "counts": counts, "readings": {"2023/24": 3}}) == found


def test_a_former_figure_is_kept_for_good_too():
    reading = {"value": Decimal(40), "was": ({"value": Decimal(4), "until": "2024-06-01"},)}
    assert small({"public": True, "readings": {"2023/24": reading}}) == ["small-number-kept"]


def test_a_percentage_reveals_the_count_behind_it_and_the_rest_of_the_whole():
    part = {"numerator": Decimal(97), "denominator": Decimal(100)}
    assert small({"unit": "percent", "public": True, "readings": {"2023/24": part}}) == ["small-number"]


def test_a_public_measure_needs_a_threshold():
    without = Settings.model_validate({"check_privacy": True})
    assert small({"public": True, "readings": {"2023/24": 400}}, settings=without) == ["no-threshold"]


def hidden(*items):
    return [item.message for item in privacy.suppressed_figures_stay_hidden(measures(*items), TODAY, ON)]


def test_one_hidden_part_of_a_known_total_can_be_worked_out():
    total = {"readings": {"2024/25": 12}}
    one, two = ({"part_of": "m0", "readings": {"2024/25": value}} for value in (9, "c"))
    assert hidden(total, one, two) == ["'m2' for 2024/25 can be worked out: 'm0' less its other parts"]
    assert hidden(total, two, two) == []
    assert hidden({"readings": {"2024/25": "c"}}, one, two) == []


def test_one_hidden_quarter_of_a_known_year_can_be_worked_out():
    quarters = {f"2024/25 Q{n}": 5 for n in (1, 2, 3)} | {"2024/25 Q4": "c"}
    assert len(hidden({"readings": {**quarters, "2024/25": 17}})) == 1
    assert hidden({"readings": quarters}) == []
    assert hidden({"span": "cumulative", "readings": {**quarters, "2024/25": 17}}) == []


def test_a_small_baseline_is_a_small_number_as_well():
    def told(**more):
        listed = measures({"unit": "count", "baseline": {"on": "2023-03-31", "value": Decimal(3)}, **more})
        return [(one.code, one.route[-2:]) for one in privacy.small_numbers_are_suppressed(listed, TODAY, ON)]

    assert told(public=True) == [("small-number", ("baseline", "value"))]
    assert told() == [("small-number-kept", ("baseline", "value"))]
    assert told(baseline={"on": "2023-03-31", "value": Decimal(30)}) == told(baseline={"expected": "2027"}) == []
