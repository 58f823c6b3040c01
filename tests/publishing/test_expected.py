"""Forecasts, pace, limits and their words leave only where the figures behind them do; what is withheld moves none."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.publishing.disguise import disguised
from strategy_tracker.publishing.marks import marks
from strategy_tracker.publishing.memory import Memory
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.second_look import SecondLook
from strategy_tracker.publishing.what_to_withhold import plan

from .test_what_to_withhold import T, count, percent

YEAR, NEXT = "2022/23", "2023/24"
SAID = {"on": "2022-10-04"}
LATER = date(2024, 6, 1)


def shown(*measures):
    """The forecasts that the public sees of each measure."""
    made = plan(measures, Memory(), T, MARCH)
    return {
        one.id: [int(said.value) for each in public_measure(one, made).forecasts.values() for said in each]
        for one in measures
    }


def expecting(*values, period=YEAR):
    return {period: [{"value": value, **SAID, "by": "Jo", "note": "Jo says so"} for value in values]}


def test_a_forecast_leaves_with_its_day_and_without_who_made_it_and_why():
    one = count("a", {YEAR: 40}, forecasts=expecting(44))
    (said,) = next(iter(public_measure(one, plan([one], Memory(), T, MARCH)).forecasts.values()))
    assert (said.value, str(said.on), said.by, said.note) == (44, "2022-10-04", None, None)


def test_no_forecast_leaves_of_a_measure_of_which_any_figure_is_withheld():
    assert shown(count("a", {YEAR: 40, NEXT: 3}, forecasts=expecting(44))) == {"a": []}
    assert shown(count("a", {YEAR: "c"}, forecasts=expecting(44))) == {"a": []}


def test_a_forecast_of_a_few_people_stays_inside_and_one_of_events_does_not():
    assert shown(count("a", {YEAR: 40}, forecasts=expecting(5, 6))) == {"a": [6]}
    assert shown(count("a", {YEAR: 40}, forecasts=expecting(5, 6), counts="events")) == {"a": [5, 6]}


def test_no_forecast_leaves_where_others_add_up_with_it():
    total = count("t", {YEAR: 100}, forecasts=expecting(110))
    parts = [count(name, {YEAR: 50}, part_of="t", forecasts=expecting(55)) for name in ("a", "b")]
    share = percent("s", {YEAR: {"numerator": 40, "denominator": 100}}, of="t", forecasts=expecting(30))
    assert shown(total, *parts, share) == {"t": [], "a": [], "b": [], "s": []}


def test_a_measure_that_is_not_public_and_a_period_too_short_have_none():
    assert shown(count("a", {YEAR: 40}, forecasts=expecting(44)).model_copy(update={"public": False})) == {"a": []}
    short = count("a", {YEAR: 40}, publish="year", forecasts=expecting(44) | expecting(11, period="2022/23 Q1"))
    assert shown(short) == {"a": [44]}


def test_an_earlier_moment_shows_no_forecast_that_the_files_hold_no_more():
    now = count("a", {YEAR: 40}, forecasts=expecting(44))
    then = count("a", {YEAR: 40}, forecasts=expecting(3, 44))
    made = plan([now], Memory(), T, MARCH)
    assert [one.value for each in public_measure(then, made).forecasts.values() for one in each] == [44]


def test_the_colour_of_a_forecast_that_stays_inside_is_not_given():
    rule = {"targets": {YEAR: 50}, "better": "higher", "rated_by": "forecast", "span": "cumulative"}
    one = count("a", {"2022/23 Q1": 3}, forecasts=expecting(60), **rule)
    public = public_measure(one, plan([one], Memory(), T, MARCH))
    inside, outside = (stand_measure(each, date(2022, 11, 1), DEFAULTS, "", ()).rating for each in (one, public))
    assert (inside.colour, outside.colour, outside.why) == ("green", "grey", "no-forecast")


@pytest.mark.parametrize(
    ("readings", "said", "how"),
    [
        ({YEAR: 40, NEXT: "c"}, 44, "it is a forecast, and a figure of its measure is left out"),
        ({YEAR: 40}, 3, "it is a forecast, and it is under 6"),
    ],
)
def test_the_second_look_finds_a_forecast_that_must_not_leave(readings, said, how):
    one = count("a", readings, forecasts=expecting(said))
    leaks = SecondLook([one], [one], Memory(), Decimal(6)).leaks()
    assert ("A", YEAR, how) in {(leak.title, leak.period, leak.how) for leak in leaks}


# attacks: whatever the withheld figures are, the public sees the same


def months(values):
    return {f"{2021 + n // 12}-{n % 12 + 1:02d}": value for n, value in enumerate(values)}


COUNTS = st.lists(st.integers(0, 40), min_size=4, max_size=20)


@given(COUNTS, st.lists(st.integers(0, 60), max_size=3), st.sampled_from(["snapshot", "period", None]))
def test_nothing_that_the_public_is_told_moves_with_a_withheld_figure(values, said, span):
    one = count(
        "a", months(values), span=span, better="higher", variation="xmr", rated_by="forecast",
        targets={NEXT: 50}, forecasts=expecting(*said, period=NEXT) if said else {},
    )  # fmt: skip
    made = plan([one], Memory(), T, MARCH)
    other = disguised(Measures(measures=(one,)), made, marks([])).measures[0]
    told = [stand_measure(public_measure(each, made), LATER, DEFAULTS, "", ()) for each in (one, other)]
    assert told[0] == told[1]
    assert SecondLook([one], [public_measure(one, made)], Memory(), Decimal(6)).leaks() == []


@given(COUNTS)
def test_pace_and_limits_are_those_of_the_figures_that_are_shown(values):
    keys = {"span": "snapshot", "better": "higher", "variation": "xmr", "targets": {NEXT: 50}}
    one = count("a", months(values), **keys)
    public = public_measure(one, plan([one], Memory(), T, MARCH))
    left = {str(period): reading.value for period, reading in public.readings.items() if reading.symbol is None}
    outside, alone = (stand_measure(each, LATER, DEFAULTS, "", ()) for each in (public, count("a", left, **keys)))
    assert (outside.pace, outside.variation) == (alone.pace, alone.variation)
