"""Whatever the targets and the figure: the word, the colour and the share of the way are as read twice."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure
from tests.oracle.ways import Days, Plan, day, expected, quarter, share, word, year

LATE = date(2040, 1, 1)
VALUE = st.integers(-200, 300).map(lambda whole: Fraction(whole, 4))
STRETCH = (
    st.integers(2019, 2029).map(year)
    | st.builds(quarter, st.integers(2019, 2029), st.integers(1, 4))
    | st.dates(date(2019, 4, 1), date(2030, 3, 31)).map(day)
)
TARGETS = st.dictionaries(st.integers(2019, 2029).map(year), VALUE, max_size=4).map(lambda held: list(held.items()))
PLAN = st.builds(
    Plan,
    better=st.sampled_from([1, -1]),
    figure=VALUE,
    of=STRETCH,
    targets=TARGETS,
    began=st.dates(date(2019, 3, 31), date(2026, 3, 31)),
    began_at=VALUE,
    line=st.booleans(),
    near=st.integers(0, 20).map(Fraction),
    snapshot=st.booleans(),
)


BEFORE_THE_LINE = Plan(
    better=1,
    figure=Fraction(0),
    of=quarter(2020, 2),
    targets=[(year(2020), Fraction(5))],
    began=date(2020, 10, 1),
    began_at=Fraction(0),
    line=True,
    near=Fraction(0),
    snapshot=False,
)


def exact(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator


def stand(plan: Plan) -> MeasureStanding:
    keys: dict[str, Any] = {
        "unit": "score",
        "better": "higher" if plan.better > 0 else "lower",
        "targets": {days.name: exact(value) for days, value in plan.targets},
        "baseline": {"on": plan.began.isoformat(), "value": exact(plan.began_at)},
        "on_the_way": "straight-line" if plan.line else None,
        "amber_within": f"{plan.near} points",
        "span": "snapshot" if plan.snapshot else None,
        "readings": {plan.of.name: exact(plan.figure)},
    }
    return stand_measure(measure(**keys), LATE, DEFAULTS, "", ())


@settings(max_examples=100)
@given(PLAN)
@example(
    Plan(
        1,
        Fraction(0),
        quarter(2020, 2),
        [(year(2020), Fraction(5))],
        date(2020, 10, 1),
        Fraction(0),
        True,
        Fraction(0),
        False,
    )
)
def test_the_word_and_the_share_are_those_of_a_second_reading(plan: Plan) -> None:
    stood = stand(plan)
    assert stood.rating.word == word(plan)
    told = share(plan)
    if told is None:
        assert stood.way is None
        return
    assert stood.way
    assert stood.way.share is not None
    assert stood.way.time is not None
    done, gone = told
    assert abs(Fraction(stood.way.share) - done * 100) <= Fraction(1, 10**6)
    assert abs(Fraction(stood.way.time) - gone * 100) <= Fraction(1, 10**6)


@settings(max_examples=100)
@given(PLAN)
def test_mirrored_data_stand_alike(plan: Plan) -> None:
    mirrored = plan._replace(
        better=-plan.better,
        figure=-plan.figure,
        began_at=-plan.began_at,
        targets=[(days, -value) for days, value in plan.targets],
    )
    one, other = stand(plan), stand(mirrored)
    assert (one.rating.word, one.rating.why) == (other.rating.word, other.rating.why)
    assert (one.way and one.way.share) == (other.way and other.way.share)


BEST_LAST = ("red", "amber", "green")
WAITING = ("on the way", "reached")


@settings(max_examples=100)
@given(PLAN, st.integers(1, 400).map(lambda whole: Fraction(whole, 8)))
def test_a_step_towards_the_target_never_worsens_anything(plan: Plan, step: Fraction) -> None:
    before, after = (stand(one) for one in (plan, plan._replace(figure=plan.figure + step * plan.better)))
    for words in (BEST_LAST, WAITING):
        if before.rating.word in words:
            assert words.index(after.rating.word) >= words.index(before.rating.word)
    if before.way and before.way.share is not None:
        assert after.way
        assert after.way.share is not None
        assert after.way.share > before.way.share


@settings(max_examples=100)
@given(PLAN, st.integers(2025, 2029).map(year), st.integers(-40, 40), st.dates(date(2022, 4, 1), date(2026, 3, 31)))
def test_a_figure_on_the_line_is_green_and_one_on_its_edge_is_amber(
    plan: Plan, aim: Days, slope: int, read: date
) -> None:
    plan = plan._replace(line=True, began=date(2021, 3, 31), of=day(read))
    plan = plan._replace(targets=[(aim, plan.began_at + slope * (aim.last - plan.began).days)])
    goal = expected(plan)
    assert goal is not None
    least = plan._replace(figure=goal - plan.near * plan.better)
    assert stand(plan._replace(figure=goal)).rating.word == "green"
    assert stand(least).rating.word == ("amber" if plan.near else "green")
    assert stand(least._replace(figure=least.figure - Fraction(1, 1000) * plan.better)).rating.word == "red"


@settings(max_examples=100)
@given(PLAN, st.integers(2020, 2029).map(year), VALUE.map(abs), st.lists(st.integers(1, 300), min_size=2, max_size=2))
def test_what_is_reached_stays_so_until_its_target_is_due(
    plan: Plan, aim: Days, beyond: Fraction, before: list[int]
) -> None:
    wanted = dict(plan.targets).get(aim, Fraction(0))
    targets = [(aim, wanted), *(one for one in plan.targets if one[0].first > aim.last)]
    plan = plan._replace(line=False, snapshot=True, targets=targets, figure=wanted + beyond * plan.better)
    for days in before:
        reached = plan._replace(of=day(aim.last - timedelta(days=days)))
        assert stand(reached).rating.word == "reached"
        assert stand(reached._replace(figure=wanted - plan.better)).rating.word == "on the way"
    assert stand(plan._replace(of=aim)).rating.word == "green"


@settings(max_examples=100)
@given(PLAN, st.integers(2026, 2029).map(year), st.integers(1, 200), st.dates(date(2022, 4, 1), date(2026, 3, 30)))
def test_on_a_straight_line_green_is_as_much_of_the_way_as_of_the_time(
    plan: Plan, aim: Days, forward: int, read: date
) -> None:
    ahead = plan._replace(line=True, began=date(2021, 3, 31), of=day(read))
    ahead = ahead._replace(targets=[(aim, plan.began_at + forward * plan.better)])
    told = share(ahead)
    assert told is not None
    assert (stand(ahead).rating.word == "green") == (told[0] >= told[1])
