"""Figures of groups are withheld exactly as those of measures that are part of a total, at once and over time."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.publishing.disguise import disguised
from strategy_tracker.publishing.marks import marks
from strategy_tracker.publishing.memory import Memory
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.public_version import Version
from strategy_tracker.publishing.what_to_withhold import plan
from strategy_tracker.publishing.withhold import Threshold
from tests.judging.measure_builder import measure
from tests.publishing.releases import QUARTERS, SIX, YEAR, figures, grouped, published, refused

_VALUE = st.integers(0, 20) | st.integers(0, 6)


@st.composite
def _release(draw: st.DrawFn) -> list[Measure]:
    """A total of two or three parts, of some quarters and the year."""
    names = "abc"[: draw(st.integers(2, 3))]
    periods = [*QUARTERS[: draw(st.integers(0, 3))], *([YEAR] if draw(st.booleans()) else [])] or [YEAR]
    rows = {name: {period: draw(_VALUE) for period in periods} for name in names}
    more = draw(st.sampled_from([0, 0, 0, 1, 7]))
    total = {period: sum(row[period] for row in rows.values()) + more for period in periods}
    return [figures("t", total), *(figures(name, row, part_of="t") for name, row in rows.items())]


def _shown(releases: Sequence[Sequence[Measure]]) -> list[dict[tuple[str, str], str]]:
    return [
        {(name.rpartition("/")[2], period): value for (name, period), value in output}
        for output in published(*releases)
    ]


@settings(max_examples=100, deadline=None)
@given(st.lists(_release(), min_size=1, max_size=3))
def test_groups_are_withheld_as_parts_of_a_total_are(releases: list[list[Measure]]) -> None:
    as_groups = [grouped(one) for one in releases]
    assert _shown(as_groups) == _shown(releases)
    told = [[(leak.period, leak.how) for leak in refused(*each)] for each in (as_groups, releases)]
    assert told[0] == told[1]


TABLE = {"sex": {"women": 3, "men": 15, "not said": 0}, "area": {"north": 8, "south": 10}}


def _carers(**keys) -> Measure:
    return measure(
        id="carers", title="Young carers", unit="count", public=True, note="Counted in May",
        by={by: list(groups) for by, groups in TABLE.items()}, readings={"2022/23": {"value": 18, "by": TABLE}}, **keys,
    )  # fmt: skip


def _groups(one: Measure) -> dict[str, dict[str, object]]:
    (reading,) = one.readings.values()
    return {by: {name: f.symbol or f.value for name, f in groups.items()} for by, groups in reading.by.items()}


def test_a_small_group_hides_the_groups_by_the_same_thing_and_no_others():
    one = _carers()
    made = public_measure(one, plan([one], Memory(), SIX, MARCH))
    assert _groups(made) == {
        "sex": {"women": "c", "men": "c", "not said": "c"},
        "area": {"north": 8, "south": 10},
    }


def test_the_public_version_is_the_same_to_the_letter_where_the_secrets_are_others():
    one = Measures(measures=(_carers(),))
    version = Version(plan(one.measures, Memory(), SIX, MARCH), marks([]))
    assert version.record(one) == version._replace(disguise=True).record(one)
    assert disguised(one, version.plan, version.marks) != one


def test_of_what_counts_nobody_small_groups_are_shown():
    one = _carers(counts="things")
    assert _groups(public_measure(one, plan([one], Memory(), SIX, MARCH)))["sex"]["women"] == 3


@pytest.mark.parametrize(("girls", "shown"), [((3, 100), "c"), ((40, 100), Decimal(40)), ((97, 100), "c")])
def test_a_share_of_a_group_is_withheld_by_the_counts_behind_it(girls, shown):
    figure = dict(zip(("numerator", "denominator"), girls, strict=True))
    boys = {"numerator": 50, "denominator": 100}
    groups = {"sex": {"girls": figure, "boys": boys}}
    reading = {"numerator": girls[0] + 50, "denominator": 200, "by": groups}
    one = measure(
        id="checks", public=True, by={"sex": ["girls", "boys"]}, parts="shares", readings={"2022/23": reading}
    )
    made = public_measure(one, plan([one], Memory(), Threshold(Decimal(6)), MARCH))
    (reading,) = made.readings.values()
    held = reading.by["sex"]["girls"]
    assert (held.symbol or held.value, held.numerator) == (shown, None)
