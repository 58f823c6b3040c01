import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.settings import DEFAULTS, Settings
from tests.judging.measure_builder import measure

TODAY = date(2022, 10, 4)


def stand(today: date = TODAY, settings: Settings = DEFAULTS, **keys: Any) -> MeasureStanding:
    return stand_measure(measure(**keys), today, settings, "measures/m.yaml", ("measures", 0))


def test_the_standing_names_the_measure_and_its_place() -> None:
    stood = stand(owner="Performance Team", title="Dental checks")
    assert (stood.id, stood.title, stood.unit, stood.better) == ("m", "Dental checks", "percent", "higher")
    assert (stood.owner, stood.file, stood.route) == ("Performance Team", "measures/m.yaml", ("measures", 0))


def test_a_standing_is_plain_data() -> None:
    stood = stand(readings={"2021/22": 80}, targets={"2021/22": 80})
    assert pickle.loads(pickle.dumps(stood)) == stood


# what is known at a date


def test_a_reading_is_known_when_its_period_has_ended() -> None:
    readings = {"2022-06": 60, "2022-07": 70}
    found = {day: stand(date(2022, 7, day), readings=readings).reading for day in (30, 31)}
    assert [each and each.period for each in found.values()] == ["2022-06", "2022-07"]


def test_a_reading_with_a_date_is_known_from_that_day_on() -> None:
    readings = {"2022-06": 60, "2022-07": {"value": 70, "recorded": "2022-08-20"}}
    found = [stand(date(2022, 8, day), readings=readings).points for day in (19, 20)]
    assert [[point.period for point in points] for points in found] == [["2022-06"], ["2022-06", "2022-07"]]


def test_a_forecast_is_known_once_recorded() -> None:
    stood = stand(readings={"2022/23": {"value": 70, "recorded": "2022-09-01"}})
    assert stood.reading
    assert stood.reading.end == date(2023, 3, 31)


def test_the_reading_shown_is_the_one_that_ended_last_and_of_those_the_longest() -> None:
    stood = stand(readings={"2022-03": 1, "2021/22": 2, "2021/22 Q4": 3, "2019/20": 4})
    assert stood.reading
    assert stood.reading.period == "2021/22"
    assert [point.period for point in stood.points] == ["2019/20", "2021/22", "2021/22 Q4", "2022-03"]


def test_a_suppressed_reading_is_shown_rather_than_an_older_number() -> None:
    stood = stand(readings={"2020/21": 80, "2021/22": "c"}, targets={"2021/22": 75})
    assert stood.reading
    assert (stood.reading.amount, stood.reading.shown, stood.rating.why) == (None, "suppressed", "suppressed")
    assert (stood.target, stood.gap, stood.boundary) == (75, None, None)
    assert {stood.short.kind, stood.long.kind, stood.trend.kind} == {"none"}


def test_the_current_value_of_a_revised_reading_counts() -> None:
    revised = {"value": 81, "state": "revised", "was": [{"value": 79, "until": "2022-09-01"}]}
    stood = stand(readings={"2021/22": revised}, targets={"2021/22": 80})
    assert stood.rating.colour == "green"
    assert stood.notes == ("revised: it was 79% until 2022-09-01",)


def test_why_a_reading_was_revised_stands_beside_it() -> None:
    former = {"value": 79, "until": "2022-09-01", "why": "Two were counted twice"}
    told = "revised: it was 79% until 2022-09-01 (Two were counted twice)"
    stood = stand(readings={"2021/22": {"value": 81, "state": "revised", "was": [former]}})
    assert (stood.notes, [one.restated for one in stood.points]) == ((told,), [told])
    stood = stand(readings={"2021/22": {"symbol": "c", "state": "revised", "was": [former]}})
    assert stood.points[0].restated == "revised: what it was before is withheld as well"


# figures of the standing


def test_target_boundary_and_gap_are_exact() -> None:
    stood = stand(readings={"2021/22": 75.5}, targets={"2021/22": 80}, amber_within="5% of target")
    assert (stood.target, stood.target_period, stood.boundary, stood.gap) == (80, "2021/22", 76, Decimal("-4.5"))
    assert stood.rating.reason == (
        "75.5% misses the target of 80% by 4.5 points, more than the 4 points (5% of target) allowed"
    )


@pytest.mark.parametrize(
    ("reading", "keys", "shown", "colour"),
    [
        (75.999, {"amber_within": "5% of target"}, "just under 76%", "red"),
        (75.96, {"amber_within": "5% of target"}, "75.96%", "red"),
        (75.962, {"amber_within": "5% of target"}, "75.96%", "red"),
        (69.999, {"amber_from": 70}, "just under 70%", "red"),
        (79.951, {"amber_from": 70}, "79.95%", "amber"),
        (82.0001, {"band": "2 points"}, "just over 82%", "green"),
        (83.0001, {"amber_from": 70}, "83.0%", "green"),
        ({"numerator": 1, "denominator": 3}, {"better": "lower", "targets": {"2021/22": 33.3}}, "33.33%", "grey"),
        (77.999, {"better": "on-target", "green_within": "2 points"}, "just under 78%", "red"),
        (71.9996, {"compared_with": "England", "benchmarks": {"England": {"2021/22": 72}}}, "just under 72%", "red"),
    ],
)
def test_no_reading_is_rounded_onto_what_its_colour_turns_on(
    reading: Any, keys: dict[str, Any], shown: str, colour: str
) -> None:
    found = stand(**{"targets": {"2021/22": 80}, "readings": {"2021/22": reading}, **keys})
    assert found.reading is not None
    assert (found.reading.shown, found.rating.colour) == (shown, colour)
    assert found.rating.reason.startswith(f"{shown} ")


def test_an_earlier_reading_is_not_rounded_onto_its_target_either() -> None:
    found = stand(targets={"2020": 80, "2021": 90}, amber_from=70, readings={"2020": 79.999, "2021": 79.999})
    assert [each.shown for each in found.points] == ["just under 80%", "80.0%"]
    assert "just under 80% in 2020 to 80.0% in 2021, no change" in found.short.words


def test_a_point_of_a_line_has_six_places_and_stays_on_its_side() -> None:
    line = {
        "targets": {"2022": 100},
        "straight_line_from": {"on": "2021-12-31", "value": 0},
        "amber_within": "5 points",
    }
    stood = stand(**line, readings={"2022-04": 30})
    assert (stood.boundary, stood.gap) == (Decimal("27.876712"), Decimal("-2.876712"))
    near = stand(**line, readings={"2022-04": Decimal("27.876712328767")})
    assert near.rating.colour == "red"
    assert near.reading is not None
    assert near.reading.amount is not None
    assert near.boundary is not None
    assert near.reading.amount < near.boundary


def test_a_gap_too_small_for_six_places_is_not_none() -> None:
    stood = stand(targets={"2021/22": 80}, amber_from=70, readings={"2021/22": Decimal("79.99999999")})
    assert (stood.rating.colour, stood.gap) == ("amber", Decimal("-1E-8"))


def test_the_gap_is_above_zero_on_the_good_side() -> None:
    assert stand(readings={"2021/22": 8}, targets={"2021/22": 10}, better="lower").gap == 2


def test_part_year_figures_are_those_of_the_way() -> None:
    stood = stand(
        span="cumulative",
        targets={"2022/23": 100},
        profile={"2022/23 Q1": 20},
        amber_within="5 points",
        readings={"2022/23 Q1": 18},
    )
    assert (stood.target, stood.target_period, stood.boundary, stood.gap) == (100, "2022/23", 15, -2)


def test_without_a_reading_the_target_of_today_is_shown() -> None:
    stood = stand(targets={"2021/22": 70, "2022/23": 80})
    assert (stood.reading, stood.target, stood.target_period) == (None, 80, "2022/23")
    assert (stood.rating.why, stood.short.kind, stood.short.words) == (
        "no-reading",
        "none",
        "not enough data: no reading yet",
    )


def test_the_colour_may_need_last_year() -> None:
    keys: dict[str, Any] = {
        "green_within": "1 points",
        "amber_if": "no-worse-than-last-year",
        "targets": {"2021/22": 80},
    }
    assert stand(readings={"2020/21": 60, "2021/22": 61}, **keys).rating.colour == "amber"
    assert stand(readings={"2020/21": 62, "2021/22": 61}, **keys).rating.colour == "red"
    assert stand(readings={"2021/22": 61}, **keys).rating.why == "no-comparison"


def test_the_colour_may_need_a_benchmark() -> None:
    keys: dict[str, Any] = {"compared_with": "England", "readings": {"2021/22": 61}}
    stood = stand(benchmarks={"England": {"2020/21": 60}, "London": {"2021/22": 62}}, **keys)
    assert stood.rating.reason == "61% is 1 point better than England (60% in 2020/21)"
    assert [(each.name, each.kind) for each in stood.comparisons] == [("England", "above"), ("London", "below")]
    assert stand(**keys).rating.why == "no-comparison"


def test_a_benchmark_counts_from_the_day_it_is_known() -> None:
    figures = {"England": {"2020/21": 60, "2021/22": {"value": 65, "recorded": "2022-12-01"}}}
    before, after = (stand(day, benchmarks=figures, readings={"2021/22": 61}) for day in (TODAY, date(2022, 12, 1)))
    assert [before.comparisons[0].kind, after.comparisons[0].kind] == ["above", "below"]


def test_all_arrows_are_there() -> None:
    readings = {f"{year}/{year - 1999}": year - 2000 for year in range(2015, 2022)}
    stood = stand(readings=readings)
    assert stood.short.words == "better: 20% in 2020/21 to 21% in 2021/22, +1 point"
    assert stood.long == stood.short
    assert stood.trend.words == "better: rising over 7 readings, 2015/16 to 2021/22"


def test_a_cumulative_measure_begins_again_with_each_financial_year() -> None:
    readings = {"2020/21 Q3": 60, "2020/21 Q4": 80, "2021/22 Q1": 20, "2021/22 Q2": "c", "2022/23 Q1": 18}
    began = [each.period for each in stand(span="cumulative", readings=readings).points if each.anew]
    assert began == ["2021/22 Q1", "2022/23 Q1"]
    assert not any(each.anew for each in stand(span="period", readings=readings).points)
    june = stand(settings=Settings.model_validate({"year_end": "30 June"}), span="cumulative", readings=readings)
    assert [each.period for each in june.points if each.anew] == ["2021/22 Q2"]


def test_the_year_end_of_the_settings_counts() -> None:
    keys: dict[str, Any] = {"span": "cumulative", "readings": {"2022-03": 90, "2022-04": 95}}
    keys["targets"] = {"2022-03": 100, "2022-04": 100}
    assert stand(**keys).short.kind == "none"
    assert stand(settings=Settings.model_validate({"year_end": "31 August"}), **keys).short.kind == "better"


# the target that is to come


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"targets": {"2030/31": 80}}, ("2030/31", 80, "20 points to go")),
        ({"targets": {"2030/31": 50}}, ("2030/31", 50, "reached already")),
        ({"targets": {"2030/31": 50}, "better": "lower"}, ("2030/31", 50, "10 points to go")),
        ({"targets": {"2030/31": 50}, "better": "on-target"}, ("2030/31", 50, "10 points to go")),
        ({"targets": {"2030/31": 80}, "better": None}, ("2030/31", 80, "")),
        ({"targets": {"2031/32": 90, "2030/31": 80}}, ("2030/31", 80, "20 points to go")),
        ({"targets": {"2021/22": 70, "2030/31": 80}}, ("2030/31", 80, "20 points to go")),
        (
            {"targets": {"2030/31": 80}, "straight_line_from": {"on": "2020-03-31", "value": 40}},
            ("2030/31", 80, "20 points to go, from 40% on 2020-03-31"),
        ),
        ({"targets": {"2030/31": 80}, "readings": {}}, ("2030/31", 80, "")),
        ({"targets": {"2021/22": 70}}, None),
        ({"targets": {"2018/19": 70}}, None),
        ({"targets": {"2030/31": 80}, "better": "none"}, None),
    ],
)
def test_a_target_is_told_before_it_is_due(keys: dict[str, Any], expected: tuple[str, int, str] | None) -> None:
    found = stand(**{"readings": {"2021/22": 60}, **keys}).next_target
    assert (found and found[:3]) == expected


# money


def test_money_is_printed_in_its_own_currency_else_in_that_of_the_settings() -> None:
    keys: dict[str, Any] = {
        "unit": "money",
        "better": "lower",
        "targets": {"2021/22": 1000},
        "amber_within": "50 money",
        "readings": {"2020/21": 900, "2021/22": {"value": 1200, "was": [{"value": 1100}]}},
        "benchmarks": {"England": {"2021/22": 1100}},
    }
    euros = Settings.model_validate({"currency": "EUR"})
    found = [stand(**keys), stand(settings=euros, **keys), stand(settings=euros, **keys, currency="CHF")]
    assert [(one.currency, one.shown_in, one.reading and one.reading.shown) for one in found] == [
        ("GBP", "GBP", "£1,200"),
        ("EUR", "EUR", "€1,200"),
        ("CHF", "CHF", "CHF 1,200"),
    ]
    assert found[1].rating.reason == "€1,200 misses the target of €1,000 by €200, more than the €50 allowed"
    assert found[1].short.words == "worse: €900 in 2020/21 to €1,200 in 2021/22, +€300"
    assert found[1].comparisons[0].words == "€100 above England (€1,100 in 2021/22)"
    assert found[1].notes == ("revised: it was €1,100",)
    pounds = stand(**{**keys, "unit": "pounds", "amber_within": "50 pounds"}, settings=euros)
    assert (pounds.unit, pounds.shown_in, pounds.reading and pounds.reading.shown) == ("pounds", "pounds", "£1,200")


# late readings


@pytest.mark.parametrize(
    ("today", "kind", "days"),
    [(date(2022, 10, 30), "on-time", 0), (date(2022, 10, 31), "passed", 1), (date(2022, 11, 11), "passed", 12)],
)
def test_a_reading_is_late_more_than_the_lag_after_its_period(today: date, kind: str, days: int) -> None:
    clock = stand(today, frequency="quarter", lag="30 days", readings={"2022/23 Q1": 80}).late
    assert (clock.kind, clock.due, clock.days) == (kind, date(2022, 10, 30), days)


def test_late_in_words() -> None:
    keys: dict[str, Any] = {"frequency": "quarter", "lag": "30 days", "readings": {"2022/23 Q1": 80}}
    found = [stand(date(2022, month, day), **keys).late.words for month, day in ((10, 4), (10, 31), (11, 11))]
    assert found == [
        "the reading for the quarter to 2022-09-30 is expected by 2022-10-30",
        "the reading for the quarter to 2022-09-30 is 1 day late",
        "the reading for the quarter to 2022-09-30 is 12 days late",
    ]


def test_without_a_lag_a_reading_is_expected_at_once() -> None:
    found = [stand(date(2022, 7, day), frequency="week", readings={"2022-07-01": 80}).late.kind for day in (8, 9)]
    assert found == ["on-time", "passed"]


@pytest.mark.parametrize(
    ("period", "frequency", "due"),
    [
        ("2022-02", "month", date(2022, 3, 31)),
        ("2022-02", "quarter", date(2022, 5, 31)),
        ("2022-06", "month", date(2022, 7, 31)),
        ("2022-06-15", "month", date(2022, 7, 15)),
        ("2021/22", "year", date(2023, 3, 31)),
        ("2022-06-30", "4 weeks", date(2022, 7, 28)),
    ],
)
def test_after_the_end_of_a_month_comes_the_end_of_another(period: str, frequency: str, due: date) -> None:
    assert stand(frequency=frequency, readings={period: 80}).late.due == due


def test_a_suppressed_reading_is_not_late() -> None:
    clock = stand(date(2022, 7, 1), frequency="quarter", readings={"2022/23 Q1": "c"}).late
    assert clock.kind == "on-time"


def test_a_reading_not_recorded_yet_is_late() -> None:
    readings = {"2021/22 Q4": 70, "2022/23 Q1": {"value": 80, "recorded": "2022-09-01"}}
    found = [stand(date(2022, month, 1), frequency="quarter", readings=readings).late.kind for month in (8, 9)]
    assert found == ["passed", "on-time"]


def test_no_clock_without_a_frequency_or_a_reading() -> None:
    assert stand(frequency="quarter").late[:4] == ("none", None, 0, "no reading yet")
    assert stand(readings={"2021/22": 5}).late[:4] == (
        "none",
        None,
        0,
        "how often a reading is expected is not declared",
    )


# points and notes


@pytest.mark.parametrize(
    ("reading", "amount", "shown"),
    [
        (83.0, Decimal("83.0"), "83.0%"),
        ({"numerator": 1, "denominator": 3}, Decimal("33.333333333333333"), "33.3%"),
        ("c", None, "suppressed"),
        ("low", None, "rounds to zero"),
        ({"symbol": "u", "value": 5}, None, "5% (unreliable)"),
        ("u", None, "unreliable"),
        ({"words": "over 70%"}, None, "over 70%"),
        ({"note": "lost"}, None, "no number"),
    ],
)
def test_points(reading: Any, amount: Decimal | None, shown: str) -> None:
    (point,) = stand(readings={"2021/22": reading}).points
    assert (point.period, point.end, point.amount, point.shown) == ("2021/22", date(2022, 3, 31), amount, shown)


def test_a_point_keeps_state_and_note() -> None:
    (point,) = stand(readings={"2021/22": {"value": 5, "state": "provisional", "note": "Closed in May."}}).points
    assert (point.state, point.note) == ("provisional", "Closed in May.")


@pytest.mark.parametrize(
    ("reading", "notes"),
    [
        (5, ()),
        (
            "c",
            ("suppressed: the number is withheld so that nobody can be recognised; it is neither zero nor missing",),
        ),
        ({"symbol": "u", "value": 5}, ("unreliable: too uncertain to be rated",)),
        ({"value": 5, "state": "provisional", "note": "n"}, ("provisional: it may still change", "n")),
        ({"value": 5, "state": "revised"}, ("revised: what it was before is not recorded",)),
        ({"value": 5, "was": [{"value": 3}, {"value": 4}]}, ("revised: it was 3%, then 4%",)),
    ],
)
def test_notes_of_the_reading_shown(reading: Any, notes: tuple[str, ...]) -> None:
    assert stand(readings={"2020/21": {"value": 1, "note": "old"}, "2021/22": reading}).notes == notes


# promises

READINGS = {
    f"{year}/{year - 1999} Q{quarter}": year % 7 + quarter for year in range(2018, 2022) for quarter in (1, 2, 3, 4)
}
MIXED = {**READINGS, "2020/21": "c", "2021/22": 9, "2022-03": 4}


@given(st.permutations(list(MIXED.items())))
def test_the_order_of_readings_in_the_map_does_not_matter(items: list[tuple[str, Any]]) -> None:
    keys: dict[str, Any] = {"targets": {"2021/22": 10}, "amber_within": "5 points"}
    assert stand(readings=dict(items), **keys) == stand(readings=MIXED, **keys)


READING = st.one_of(
    st.decimals(0, 100, places=1),
    st.sampled_from(["c", "x", "z", "low", "u"]),
    st.builds(lambda words: {"words": words}, st.sampled_from(["over 70%", "about half"])),
    st.builds(lambda part, whole: {"numerator": part, "denominator": whole}, st.integers(0, 50), st.integers(0, 50)),
)
RULE = st.sampled_from(
    [
        {},
        {"amber_within": "5% of target"},
        {"band": "2 points"},
        {"green_within": "2 points", "amber_if": "no-worse-than-last-year"},
        {"compared_with": "England"},
        {"amber_from": 50},
        {"straight_line_from": {"on": "2021-03-31", "value": 0}, "same_within": "1 points"},
    ]
)


@given(
    st.dictionaries(st.sampled_from(list(MIXED)), READING),
    RULE,
    st.sampled_from(["higher", "lower", "on-target", "none", None]),
    st.sampled_from(["snapshot", "cumulative"]),
    st.sampled_from([{}, {"2021/22": 0}, {"2021/22": 80}, {"2021/22 Q4": 80}]),
)
def test_every_measure_can_stand(
    readings: dict[str, Any], rule: dict[str, Any], better: str | None, span: str, targets: dict[str, int]
) -> None:
    stood = stand(
        readings=readings, better=better, span=span, targets=targets, benchmarks={"England": {"2020/21": 50}}, **rule
    )
    rating = stood.rating
    assert (rating.colour == "grey") == (rating.word in ("not rated", "context", "reached", "on the way"))
    assert (rating.colour == "grey") == (rating.why not in ("met", "near", "missed"))
    if rating.colour != "grey":
        assert stood.reading
        assert stood.reading.amount is not None
    assert rating.reason
    assert stood.late.words
