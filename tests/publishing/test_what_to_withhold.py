"""What is suppressed cannot be worked out: not by solving, not by trying every number that fits."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.model.period import MARCH
from strategy_tracker.publishing.audit import find_leaks
from strategy_tracker.publishing.cells import FigureCell
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.spots import RawAndPublic
from strategy_tracker.publishing.what_to_withhold import plan
from tests.judging.measure_builder import measure

from .attacker import Table, possible

T = Decimal(6)
HIDDEN = "hidden"


def count(name, readings, **more):
    return measure(id=name, title=name.title(), unit="count", public=True, readings=readings, **more)


def percent(name, readings, **more):
    return measure(id=name, title=name.title(), public=True, readings=readings, **more)


def published(measures, threshold=T, then=()):
    """What is left of the numbers: each measure's periods with the amount, or HIDDEN where it is suppressed."""
    made = plan(measures, then, threshold, MARCH)
    return {
        one.id: {
            str(period): HIDDEN if reading.symbol == "c" else reading.value
            for period, reading in public_measure(one, made).readings.items()
        }
        for one in measures
    }


def hidden(measures, threshold=T, then=()):
    return {
        (name, p) for name, row in published(measures, threshold, then).items() for p, v in row.items() if v is HIDDEN
    }


def test_a_small_count_is_suppressed_and_a_zero_is_not():
    assert hidden([count("a", {"2022/23": 5, "2021/22": 6, "2020/21": 0})]) == {("a", "2022/23")}


@pytest.mark.parametrize(
    "reading",
    [
        {"numerator": 3, "denominator": 40},
        {"numerator": 37, "denominator": 40},
        {"value": 7.5, "denominator": 40},
        {"value": 50, "denominator": 4},
        {"value": 50, "numerator": 3},
        {"words": "two of the older ones"},
        {"value": 20, "symbol": "u", "denominator": 20},
        "c",
    ],
)
def test_a_percentage_that_stands_on_few_people_is_suppressed(reading):
    assert hidden([percent("a", {"2022/23": reading})]) == {("a", "2022/23")}


@pytest.mark.parametrize(
    "reading",
    [
        {"numerator": 20, "denominator": 40},
        {"numerator": 0, "denominator": 40},
        {"numerator": 40, "denominator": 40},
        50,
        {"words": "mostly well"},
        "x",
    ],
)
def test_a_percentage_that_stands_on_many_is_published(reading):
    assert hidden([percent("a", {"2022/23": reading})]) == set()


def test_money_and_scores_are_not_counts():
    assert hidden([measure(id="a", unit="pounds", public=True, readings={"2022/23": 3})]) == set()


def test_a_small_former_value_hides_the_figure():
    assert hidden([count("a", {"2022/23": {"value": 20, "was": [{"value": 3}]}})]) == {("a", "2022/23")}


def test_the_last_hidden_part_of_a_total_takes_another_with_it():
    parts = [
        count("all", {"2022/23": 40}),
        *(count(n, {"2022/23": v}, part_of="all") for n, v in zip("abc", (3, 17, 20), strict=True)),
    ]
    assert hidden(parts) == {("a", "2022/23"), ("b", "2022/23")}


def test_two_small_parts_whose_sum_is_small_take_a_third_with_them():
    parts = [
        count("all", {"2022/23": 26}),
        *(count(n, {"2022/23": v}, part_of="all") for n, v in zip("abc", (1, 5, 20), strict=True)),
    ]
    assert len(hidden(parts)) > 2


def test_a_hidden_quarter_takes_another_with_it():
    rows = {"2022/23": 60, "2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 17, "2022/23 Q4": 20}
    assert hidden([count("a", rows, span="period")]) == {("a", "2022/23 Q1"), ("a", "2022/23 Q3")}


def test_snapshots_do_not_add_up():
    rows = {"2022/23": 60, "2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 17, "2022/23 Q4": 20}
    assert hidden([count("a", rows, span="snapshot")]) == {("a", "2022/23 Q1")}


def test_a_cumulative_count_hides_small_first_quarters_and_the_steps_are_safe():
    rows = {"2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 40}
    assert hidden([count("a", rows, span="cumulative")]) == {("a", "2022/23 Q1")}


def test_a_count_of_calendar_years_begins_again_in_january_whatever_the_settings_say():
    """What April has more than March is a count of few people, where a year that began in April would hide it."""
    rows = {"2022-03": 20, "2022-04": 22, "2022-05": 40}
    assert hidden([count("a", rows, span="cumulative")]) == set()
    assert len(hidden([count("a", rows, span="cumulative", targets={"2022": 90})])) == 1
    whole = count("b", {"2022-04": 62}, span="cumulative", targets={"2022": 90})
    assert len(hidden([whole, count("a", rows, span="cumulative", part_of="b")])) >= 1


def test_a_few_more_in_a_running_count_are_a_small_count():
    assert len(hidden([count("a", {"2022/23 Q1": 20, "2022/23 Q2": 22, "2022/23 Q3": 40}, span="cumulative")])) == 1
    assert hidden([count("a", {"2022/23 Q1": 20, "2022/23 Q2": 20, "2022/23 Q3": 40}, span="cumulative")]) == set()


def test_a_quarter_that_is_not_there_is_not_told_by_its_year():
    rows = {"2022/23": 62, "2022/23 Q1": 20, "2022/23 Q2": 20, "2022/23 Q3": 20}
    assert len(hidden([count("a", rows, span="period")])) == 1


def test_a_few_more_than_all_parts_are_a_small_count():
    parts = [count("all", {"2022/23": 40}), *(count(n, {"2022/23": 19}, part_of="all") for n in "ab")]
    assert ("a", "2022/23") in hidden(parts)


def test_a_rolling_year_gives_no_quarter_away():
    rolling = count("a", {"2022-03": 60, "2022-06": 62}, span="rolling-12-months", part_of="all")
    assert hidden([rolling]) == set()


@pytest.mark.parametrize("span", [None, "period", "cumulative", "rolling-12-months"])
def test_a_part_of_another_span_than_its_total_is_no_way_round(span):
    parts = [count("all", {"2022/23": 40}, span=span)]
    parts += [count(n, {"2022/23": v}, part_of="all", span="snapshot") for n, v in (("a", 3), ("b", 37))]
    assert hidden(parts) == {("a", "2022/23"), ("b", "2022/23")}


def test_months_quarters_and_years_are_one_set_of_sums():
    rows = {
        "2022-04": 2,
        "2022-05": 9,
        "2022-06": 9,
        "2022/23 Q1": 20,
        "2022/23 Q2": 30,
        "2022-07": 10,
        "2022-08": 10,
        "2022-09": 10,
    }
    found = hidden([count("a", rows, span="period")])
    assert ("a", "2022-04") in found
    assert len(found) == 2


def test_the_halves_of_percentages_add_up_as_well():
    rows = {
        "2022/23": {"numerator": 63, "denominator": 200},
        **{f"2022/23 Q{n}": {"numerator": 20, "denominator": 50} for n in (1, 2, 3)},
        "2022/23 Q4": {"numerator": 3, "denominator": 50},
    }
    assert len(hidden([percent("a", rows, span="period")])) == 2


def test_benchmarks_are_protected_too():
    one = count("a", {}, benchmarks={"Ward": {"2022/23": 3, "2021/22": 30}})
    made = public_measure(one, plan([one], (), T, MARCH))
    assert [reading.symbol for reading in made.benchmarks["Ward"].values()] == ["c", None]


def test_a_measure_not_marked_public_is_named_and_no_more():
    one = measure(id="a", unit="count", readings={"2022/23": 50}, note="Secret", targets={"2022/23": 60})
    made = public_measure(one, plan([one], (), T, MARCH))
    assert (made.id, made.title, made.readings, made.note, made.targets) == ("a", "M", {}, None, {})


def test_what_is_not_public_cannot_be_worked_out_of_what_is():
    parts = [count("all", {"2022/23": 40}), count("a", {"2022/23": 20}, part_of="all")]
    inside = measure(id="b", unit="count", readings={"2022/23": 20}, part_of="all")
    assert hidden([*parts, inside]) == {("a", "2022/23")}


def test_what_is_hidden_at_one_of_two_moments_is_hidden_at_both():
    now, then = [count("a", {"2022/23": 20})], [count("a", {"2022/23": 4})]
    assert hidden(now, then=then) == hidden(then, then=now) == {("a", "2022/23")}


def test_a_figure_beside_a_hidden_one_has_no_former_value():
    was = {"value": 20, "was": [{"value": 24, "until": "2023-05-01"}]}
    parts = [
        count("all", {"2022/23": 50}),
        count("a", {"2022/23": 3}, part_of="all"),
        count("b", {"2022/23": 27}, part_of="all"),
        count("c", {"2022/23": was}, part_of="all"),
    ]
    then = [count("all", {"2022/23": 54}), *parts[1:3], count("c", {"2022/23": 24}, part_of="all")]
    made = plan(parts, then, T, MARCH)
    shown = {one.id: public_measure(one, made).readings for one in parts}
    before = {one.id: public_measure(one, made).readings for one in then}
    assert list(shown["all"].values()) == list(before["all"].values())
    assert [one.symbol for reading in [*shown["c"].values(), *before["c"].values()] for one in reading.was] in (
        ["c", "c"],
        [],
    )


def test_a_chain_of_totals_that_bites_its_tail_is_no_trap():
    loop = [
        count("a", {"2022/23": 3}, part_of="b"),
        count("b", {"2022/23": 30}, part_of="a"),
        count("s", {"2022/23": 9}, part_of="s"),
    ]
    assert ("a", "2022/23") in hidden(loop)


def test_files_that_contradict_themselves_publish_less_not_more():
    rows = {"2022/23": 10, "2022/23 Q1": 3, "2022/23 Q2": 20, "2022/23 Q3": 20, "2022/23 Q4": 20}
    assert len(hidden([count("a", rows, span="period")])) >= 2


# whoever tries every number that fits learns no more than the threshold allows

QUARTERS = ("2022/23 Q1", "2022/23 Q2", "2022/23 Q3", "2022/23 Q4")
SMALL = 4


def quarters_of_a_year(values):
    """One measure: four quarters and their year."""
    rows = dict(zip(QUARTERS, values, strict=False)) | {"2022/23": sum(values[:4])}
    table = Table({f"a|{p}": frozenset({p} if p in QUARTERS else QUARTERS) for p in rows})
    return [count("a", rows, span="period")], table


def parts_of_a_total(values):
    """Three parts and their total, in one period."""
    names = ("a", "b", "c")
    rows = [count("t", {"2022/23": sum(values[:3])})]
    rows += [count(name, {"2022/23": value}, part_of="t") for name, value in zip(names, values, strict=False)]
    table = Table({"t|2022/23": frozenset(names), **{f"{name}|2022/23": frozenset({name}) for name in names}})
    return rows, table


def parts_over_time(values):
    """Two parts and their total over two months and a quarter of them and a third."""
    months = ("2022-04", "2022-05", "2022-06")
    cells = {name: dict(zip(months, values[n * 3 : n * 3 + 3], strict=True)) for n, name in enumerate(("a", "b"))}
    cells["t"] = {month: cells["a"][month] + cells["b"][month] for month in months}
    for row in cells.values():
        row["2022/23 Q1"] = sum(row[month] for month in months)
    held = {
        f"{name}|{p}": frozenset(
            f"{part}{month}"
            for part in (("a", "b") if name == "t" else (name,))
            for month in (months if p == "2022/23 Q1" else (p,))
        )
        for name, row in cells.items()
        for p in row
    }
    made = [count(name, row, span="period", **({} if name == "t" else {"part_of": "t"})) for name, row in cells.items()]
    return made, Table(held)


def running_totals(values):
    """A count that runs through the year, beside its own months."""
    months = ("2022-04", "2022-05", "2022-06")
    sums = list(itertools.accumulate(values[:3]))
    table = {f"a|{p}": frozenset(months[: n + 1]) for n, p in enumerate(months)}
    return [count("a", dict(zip(months, sums, strict=True)), span="cumulative")], Table(table)


@settings(max_examples=40)
@given(
    st.sampled_from([quarters_of_a_year, parts_of_a_total, parts_over_time, running_totals]),
    st.lists(st.integers(0, 9), min_size=6, max_size=6),
)
def test_no_hidden_figure_can_be_narrowed_below_the_threshold(shape, values):
    measures, table = shape(values)
    rows = published(measures, Decimal(SMALL))
    known = {f"{name}|{p}": int(v) for name, row in rows.items() for p, v in row.items() if v is not HIDDEN}
    gone = set(table.cells) - set(known)
    assert all(not 0 < value < SMALL for value in known.values())
    for name in gone:
        values = possible(table, known, gone, name)
        low = next(values)
        assert any(value - low >= SMALL for value in values), (name, known)
    for leaf in set(table.leaves) - {next(iter(held)) for held in table.cells.values() if len(held) == 1}:
        values = possible(table, known, gone, leaf)
        assert any(value >= SMALL for value in values) or [*possible(table, known, gone, leaf)] == [0], (leaf, known)


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.lists(st.integers(9, 12), min_size=4, max_size=4))
def test_percentages_do_not_give_their_numerators_away(tops, wholes):
    """To a reader who knows the whole of every percentage, and so the numerator of each that is published."""
    rows = {q: {"numerator": a, "denominator": b} for q, a, b in zip(QUARTERS, tops, wholes, strict=True)}
    rows["2022/23"] = {"numerator": sum(tops), "denominator": sum(wholes)}
    shown = published([percent("a", rows, span="period")], Decimal(SMALL))["a"]
    exact = {p: rows[p]["numerator"] for p, value in shown.items() if value is not HIDDEN}
    for period, value in shown.items():
        if value is not HIDDEN:
            assert round(float(value) * rows[period]["denominator"] / 100) == exact[period]
    known = {f"a|{p}": top for p, top in exact.items()}
    table = Table({f"a|{p}": frozenset({p} if p in QUARTERS else QUARTERS) for p in rows})
    for name in set(table.cells) - set(known):
        values = possible(table, known, set(), name)
        low = next(values)
        assert any(value - low >= SMALL for value in values), (name, known)


@given(
    st.sampled_from([parts_of_a_total, quarters_of_a_year]),
    st.lists(st.integers(0, 9), min_size=6, max_size=6),
    st.lists(st.integers(0, 9), min_size=6, max_size=6),
)
def test_two_moments_together_tell_no_more_than_one(shape, values, before):
    """Whatever is printed of either moment, each figure is printed with one value wherever one beside it is hidden."""
    now, then = shape(values)[0], shape(before)[0]
    rows = [published(now, Decimal(SMALL), then), None]
    made = plan(now, then, Decimal(SMALL), MARCH)
    rows[1] = {m.id: {str(p): r.value for p, r in public_measure(m, made).readings.items()} for m in then}
    hidden_now = {(name, p) for name, row in rows[0].items() for p, v in row.items() if v is HIDDEN}
    assert hidden_now == {(name, p) for name, row in rows[1].items() for p, v in row.items() if v is None}
    if hidden_now:
        shown = {(n, p): v for n, row in rows[0].items() for p, v in row.items() if v is not HIDDEN}
        assert all(rows[1][name][period] == value for (name, period), value in shown.items())
    sides = [RawAndPublic(tuple(one), tuple(public_measure(m, made) for m in one)) for one in (now, then)]
    assert find_leaks(sides, Decimal(SMALL), MARCH) == []


@given(
    st.sampled_from([quarters_of_a_year, parts_of_a_total, parts_over_time, running_totals]),
    st.lists(st.integers(0, 30), min_size=6, max_size=6),
    st.sets(st.integers(0, 8), max_size=3),
)
def test_the_second_look_agrees_with_the_first(shape, values, inside):
    """It never refuses what the plan has made safe, whatever is not public."""
    measures, _ = shape(values)
    measures = [m.model_copy(update={"public": n not in inside}) for n, m in enumerate(measures)]
    made = plan(measures, (), Decimal(SMALL), MARCH)
    sides = RawAndPublic(tuple(measures), tuple(public_measure(one, made) for one in measures))
    assert find_leaks([sides], Decimal(SMALL), MARCH) == []


PERIODS = (
    "2022/23",
    "2022/23 Q1",
    "2022/23 Q2",
    "2022/23 Q3",
    "2022/23 Q4",
    "2022-04",
    "2022-06",
    "2023-03",
    "2022",
    "2022-06-30",
)
SPANS = (None, "period", "snapshot", "cumulative", "rolling-12-months")
amounts = st.integers(0, 30)
readings = st.one_of(
    amounts,
    st.just("c"),
    st.just("x"),
    st.builds(lambda a, b: {"value": a, "was": [{"value": b}]}, amounts, amounts),
)
shares = st.builds(lambda a, b: {"numerator": a, "denominator": a + b + 1}, amounts, amounts)


@st.composite
def anything(draw):
    """Up to four measures that are parts of each other or not, of every span, with figures of any periods."""
    made = []
    for n, name in enumerate("wxyz"[: draw(st.integers(1, 4))]):
        unit = draw(st.sampled_from(["count", "count", "percent", "pounds"]))
        kind = shares if unit == "percent" and draw(st.booleans()) else readings
        rows = draw(st.dictionaries(st.sampled_from(PERIODS), st.one_of(kind, st.just("c")), max_size=6))
        above = draw(st.sampled_from([None, *"wxyz"[:n]]))
        span, public = draw(st.sampled_from(SPANS)), draw(st.booleans()) or draw(st.booleans())
        years = draw(st.sampled_from([{}, {}, {"2022": 5}, {"2022/23": 5}]))
        keys = {"span": span, "part_of": above, "public": public, "targets": years}
        made.append(measure(id=name, title=name, unit=unit, readings=rows, **keys))
    return made


@settings(max_examples=40)
@given(anything(), anything(), st.integers(2, 9))
def test_whatever_the_files_hold_the_second_look_finds_nothing(now, then, threshold):
    """And what is published has no small count in it. A measure keeps its unit; all else may be another."""
    units = {one.id: one.unit for one in now}
    then = [one for one in then if units.get(one.id, one.unit) == one.unit]
    made = plan(now, then, Decimal(threshold), MARCH)
    sides = [RawAndPublic(tuple(one), tuple(public_measure(m, made) for m in one)) for one in (now, then)]
    assert find_leaks(sides[:1], Decimal(threshold), MARCH) == []
    assert find_leaks(sides, Decimal(threshold), MARCH) == []


def test_a_plan_names_cells_by_their_days():
    made = plan([count("a", {"2022/2023": 3})], (), T, MARCH)
    assert {(cell.measure, str(cell.start)) for cell in made.suppressed} == {("a", "2022-04-01")}
    assert all(isinstance(cell, FigureCell) for cell in made.suppressed)
