from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.comparing.compare_measures import compare_measures
from strategy_tracker.comparing.differences import MomentSide
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS, Settings
from tests.judging.measure_builder import measure


def side(one, settings=DEFAULTS, day="2023-06-30"):
    stood = stand_measure(one, date.fromisoformat(day), settings, "m.yaml", ())
    return MomentSide({}, {one.id: one}, {}, {one.id: stood}, settings)


def found(before, after, *, colours=False):
    """Kind, before, after and remarks of each change of a measure."""
    old, new = side(measure(**before)), side(measure(**after))
    return [
        (each.kind, each.before, each.after, each.why)
        for each in compare_measures(old, new)
        if colours or each.kind != "colour"
    ]


def test_the_same_measure_has_no_changes():
    keys = {"targets": {"2022/23": 80}, "readings": {"2022/23": {"numerator": 1, "denominator": 3}}}
    assert found(keys, keys, colours=True) == []


@pytest.mark.parametrize(
    ("better", "before", "after", "why"),
    [
        ("higher", 80, 70, "for 2022/23, easier to meet; the file does not say why"),
        ("higher", 80, 90, "for 2022/23, harder to meet"),
        ("lower", 80, 90, "for 2022/23, easier to meet; the file does not say why"),
        ("lower", 80, 70, "for 2022/23, harder to meet"),
        (None, 80, 70, "for 2022/23"),
    ],
)
def test_a_target_that_changed_says_whether_it_is_easier(better, before, after, why):
    one, two = ({"better": better, "targets": {"2022/23": value}} for value in (before, after))
    assert found(one, two) == [("target", f"{before}%", f"{after}%", why)]


def test_targets_come_and_go_and_have_floors_and_notes():
    one = {"targets": {"2021/22": 70, "2022/23": {"value": 80, "amber_from": 75}}}
    two = {"targets": {"2022/23": {"value": 80, "amber_from": 70, "note": "Agreed"}, "2023/24": 90}}
    assert found(one, two) == [
        ("target", "70%", "none", "for 2021/22"),
        ("rule", "75%", "70%", "amber from, for 2022/23; the file does not say why"),
        ("detail", "none", "Agreed", "note on the target for 2022/23"),
        ("target", "none", "90%", "for 2023/24"),
    ]


def test_amounts_that_round_to_the_same_are_shown_exactly():
    one, two = ({"targets": {"2022/23": Decimal(n)}, "readings": {"2022/23": Decimal(n)}} for n in ("79.961", "79.962"))
    assert [change[1:3] for change in found(one, two)] == [("79.961", "79.962"), ("79.961", "79.962")]


def test_rules_that_changed():
    assert found({"amber_within": "5 points"}, {"amber_from": 70}) == [
        ("rule", "5 points", "none", "amber within"),
        ("rule", "none", "70", "amber from"),
    ]


FORMER = {"value": 70, "until": "2023-06-01"}


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (70, {"value": 71, "was": [FORMER | {"why": "Typed twice"}]}, "; Typed twice"),
        (70, {"value": 71, "was": [FORMER | {"why": "Typed twice"}], "note": "Of 12"}, "; Typed twice"),
        (70, {"value": 71, "was": [FORMER], "note": "Typed twice"}, ""),
        ({"value": 70, "state": "provisional"}, {"value": 71, "was": [FORMER]}, ""),
        ({"value": 70, "was": [FORMER | {"why": "Typed twice"}]}, 71, "; the file does not say why"),
    ],
)
def test_a_restated_figure_has_its_reason_beside_it(before, after, why):
    changes = found({"readings": {"2022/23": before}}, {"readings": {"2022/23": after}})
    assert changes[0] == ("restated", "70%", "71%", f"for 2022/23, +1 point{why}")


def test_the_reason_for_a_withheld_figure_is_withheld():
    after = {"symbol": "c", "was": [FORMER | {"why": "There were 3"}]}
    changes = found({"readings": {"2022/23": 70}}, {"readings": {"2022/23": after}})
    assert "3" not in "".join(str(one) for one in changes).replace("2022/23", "")


@pytest.mark.parametrize(
    ("before", "after", "was", "now", "why"),
    [
        (70, 72.5, "70%", "72.5%", "for 2022/23, +2.5 points; the file does not say why"),
        (72.5, 71.5, "72.5%", "71.5%", "for 2022/23, -1.0 points; the file does not say why"),
        ({"numerator": 50, "denominator": 100}, 51, "50%", "51%", "for 2022/23, +1 point; the file does not say why"),
        (
            {"numerator": 1, "denominator": 2},
            51,
            "50%",
            "51%",
            "for 2022/23, +1 point (one person = 50 points); the file does not say why",
        ),
        ("x", 51, "not available", "51%", "for 2022/23"),
        ({"words": "over 70%"}, 71, "over 70%", "71%", "for 2022/23"),
        ({"value": 5, "symbol": "u"}, "z", "5% (unreliable)", "not applicable", "for 2022/23"),
        ({"numerator": 1, "denominator": 0}, 5, "no number", "5%", "for 2022/23"),
    ],
)
def test_a_reading_that_was_restated_with_its_size(before, after, was, now, why):
    changes = found({"readings": {"2022/23": before}}, {"readings": {"2022/23": after}})
    assert ("restated", was, now, why) in changes


def test_readings_come_and_go():
    assert found({"readings": {"2021/22": 70}}, {"readings": {"2022/23": 71}}) == [
        ("restated", "70%", "none", "for 2021/22, taken away"),
        ("reading", "none", "71%", "for 2022/23"),
    ]


def test_what_is_said_of_a_reading_counts_although_its_figure_stays():
    one = {"readings": {"2022/23": {"value": 70, "state": "provisional", "note": "Not all are in"}}}
    two = {"readings": {"2022/23": {"value": 70, "state": "final", "note": "All are in"}}}
    assert found(one, two) == [
        ("detail", "provisional", "final", "for 2022/23: state"),
        ("detail", "[Not all] are in", "[All] are in", "for 2022/23: note"),
    ]


SECRET = {"numerator": 3817, "denominator": 4923, "note": "It was 3817"}


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        (SECRET, {"symbol": "c", "was": [{"value": 3817}], "note": "once 3817"}, "withheld", "suppressed"),
        ({"words": "3817 or so"}, "c", "withheld", "suppressed"),
        ({"value": 3817, "was": [{"value": 4923}]}, "c", "withheld", "suppressed"),
    ],
)
def test_a_figure_that_is_suppressed_now_is_not_revealed(before, after, was, now):
    changes = found({"readings": {"2022/23": before}}, {"readings": {"2022/23": after}}, colours=True)
    assert ("restated", was, now, "for 2022/23") in changes
    assert "3817" not in str(changes)
    assert "4923" not in str(changes)


def test_a_figure_that_was_suppressed_is_shown_once_it_is_not():
    assert found({"unit": "count", "readings": {"2022/23": "c"}}, {"unit": "count", "readings": {"2022/23": 12}}) == [
        ("restated", "suppressed", "12", "for 2022/23")
    ]


def test_benchmarks_are_compared_and_withheld_as_well():
    one = {"benchmarks": {"England": {"2021/22": 70, "2022/23": 3817}}}
    two = {"benchmarks": {"England": {"2021/22": 71, "2022/23": "c"}, "London": {"2022/23": 80}}}
    assert found(one, two) == [
        ("detail", "70", "71", "benchmark England for 2021/22"),
        ("detail", "withheld", "suppressed", "benchmark England for 2022/23"),
        ("detail", "none", "80", "benchmark London for 2022/23"),
    ]


def test_words_and_details_of_a_measure():
    one = {"title": "Schools trained", "owner": "A", "cohort": "All", "frequency": "quarter"}
    two = {"title": "Schools with training", "owner": "B", "cohort": "Most", "frequency": "month", "public": True}
    assert found(one, two) == [
        ("reworded", "Schools [trained]", "Schools [with training]", ""),
        ("detail", "quarter", "month", "frequency"),
        ("reworded", "[All]", "[Most]", "cohort"),
        ("owner", "A", "B", ""),
        ("detail", "none", "yes", "public"),
    ]


TWO = {"2022/23": 80, "2023": 80}
TARGET = {"targets": {"2022/23": 80}, "amber_within": "5 points", "readings": {"2022/23": 70}}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"targets": {"2022/23": 70}}, "target changed; "),
        ({"amber_within": "15 points"}, "tolerance changed; "),
        ({"targets": {"2022/23": 70}, "amber_within": "15 points"}, "target changed, tolerance changed; "),
        ({"readings": {"2022/23": 90}}, "the reading for 2022/23 was restated; "),
        ({"readings": {"2022/23": 70, "2023-04": 90}, "targets": TWO}, "target changed, new reading for 2023-04; "),
        ({"better": "lower"}, "which way is better changed; "),
        ({"amber_within": None, "targets": {"2022/23": {"value": 80, "amber_from": 60}}}, "tolerance changed; "),
        ({"readings": {"2022/23": {"value": 70, "symbol": "u"}}}, "the reading for 2022/23 was restated; "),
    ],
)  # fmt: skip
def test_a_colour_that_moved_says_why(changed, why):
    (colour,) = [change for change in found(TARGET, TARGET | changed, colours=True) if change[0] == "colour"]
    assert colour[3].startswith(why)


def test_a_reading_that_became_known_is_time_and_is_told_only_where_asked_for():
    one = measure(**TARGET)
    old, new = side(one, day="2023-03-01"), side(one, day="2023-04-01")
    (colour,) = compare_measures(old, new)
    assert colour.why.startswith("a date passed: the reading for 2022/23 counts now; ")
    assert list(compare_measures(old, new, time=False)) == []


def test_settings_that_moved_the_colour_of_a_measure_are_named():
    one = measure(targets={"2022/23": 80}, readings={"2023-06": 90})
    other = Settings.model_validate({"year_end": "30 June"})
    two = measure(targets={"2022/23": 80}, readings={"2023-06": 90})
    between = side(two, other)
    between = between._replace(measures_stood={"m": side(measure(**TARGET)).measures_stood["m"]})
    (colour,) = compare_measures(side(one), between, between)
    assert colour.why.startswith("the settings were changed; ")


def test_measures_come_and_go():
    one = side(measure())
    assert [(c.kind, c.item) for c in compare_measures(MomentSide({}, {}, {}, {}), one)] == [("added", "m")]
    assert [(c.kind, c.item) for c in compare_measures(one, MomentSide({}, {}, {}, {}))] == [("withdrawn", "m")]


EARLY = {"targets": {"2022/23 Q4": 80, "2023/24 Q1": 80}, "readings": {"2022/23 Q4": 70, "2023/24 Q1": 90}}


def colours(before, after, day):
    """Why each colour moved between 20 June 2023 and a later day."""
    changes = compare_measures(side(measure(**before), day="2023-06-20"), side(measure(**after), day=day))
    return [each.why.partition(";")[0] for each in changes if each.kind == "colour"]


def test_a_reading_that_was_there_before_its_period_ended_counts_when_a_date_passed():
    assert colours(EARLY, EARLY, "2023-07-01") == ["a date passed: the reading for 2023/24 Q1 counts now"]
    other = EARLY | {"title": "Another title"}
    assert colours(EARLY, other, "2023-07-01") == ["a date passed: the reading for 2023/24 Q1 counts now"]
    only = EARLY | {"readings": {"2023/24 Q1": 90}}
    assert colours(only, only, "2023-07-01") == ["a date passed: the reading for 2023/24 Q1 counts now"]


def test_a_reading_that_counts_since_a_later_one_was_taken_away_is_not_new():
    one = EARLY | {"readings": {"2022/23 Q3": 90, "2022/23 Q4": 70}, "targets": {"2022/23 Q4": 80, "2022/23 Q3": 80}}
    assert colours(one, one | {"readings": {"2022/23 Q3": 90}}, "2023-06-20") == [
        "the reading for 2022/23 Q4 was taken away"
    ]


def test_a_forecast_that_is_added_or_changed_and_what_the_colour_stands_on_are_told():
    rule = {"targets": {"2023/24": 80}, "readings": {"2022/23": 90}}
    said = {"value": 82, "on": "2023-05-04"}
    one = {**rule, "forecasts": {"2023/24": said}}
    two = {**rule, "forecasts": {"2023/24": [said, {"value": 70, "on": "2023-06-04"}]}}
    assert found(one, two) == [
        ("detail", "82, on 2023-05-04", "82, on 2023-05-04; 70, on 2023-06-04", "forecast for 2023/24")
    ]
    rated = {"rated_by": "forecast"}
    assert why_colour(one | rated, two | rated) == "its forecasts were changed"
    assert why_colour(two, two | rated) == "it is rated on a forecast now"


def why_colour(one, two):
    (why,) = (each[3] for each in found(one, two, colours=True) if each[0] == "colour")
    return why.partition(";")[0]


def test_what_limits_are_worked_out_from_is_told_by_its_key():
    one, two = {"variation": "xmr"}, {"variation": "xmr", "limits_over": {"from": "2022-04", "to": "2023-03"}}
    assert found(one, two) == [("detail", "none", "from 2022-04; to 2023-03", "limits over")]
