"""Whoever tries every number that fits learns no more of a suppressed figure than the threshold allows."""

import itertools
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.model.period import MARCH
from strategy_tracker.publishing.audit import find_leaks
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.spots import RawAndPublic
from strategy_tracker.publishing.what_to_withhold import plan
from tests.judging.measure_builder import measure
from tests.oracle.attacker import Table, possible
from tests.publishing.test_what_to_withhold import HIDDEN, count, percent, published

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
