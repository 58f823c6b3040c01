from strategy_tracker.judging.measures.way_to_target.tolerances import fits
from strategy_tracker.model.values import read_distance
from tests.judging.measure_builder import measure


def test_a_tolerance_is_in_the_unit_of_its_measure():
    tonnes = {"name": "tonnes", "one": "tonne", "of": "CO2"}
    taken = [
        ("percent", "5 points"), ("days", "3 days"), ("count", "5 children"), (tonnes, "5 tonnes"), (tonnes, "1 tonne"),
        (tonnes, "5 Tonnes of CO2"), ("rank", "2 places"), ("pounds", "5 pounds"), ("pounds", "5 GBP"),
    ]  # fmt: skip
    refused = [("percent", "5 days"), (tonnes, "5 points"), (tonnes, "5 trees"), ("rank", "2 days")]
    assert all(fits(read_distance(text), measure(unit=unit), "amber_within") for unit, text in taken)
    assert not any(fits(read_distance(text), measure(unit=unit), "amber_within") for unit, text in refused)


def test_a_share_of_the_target_means_nothing_beside_others():
    share = read_distance("5% of target")
    assert [fits(share, measure(), key) for key in ("amber_within", "level_within")] == [True, False]
