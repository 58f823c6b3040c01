"""What holds of every family of rule: it agrees with a second rater, mirrors, never worsens, and leaves no gap."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from strategy_tracker.checks.of_measures.measure_rules import one_rule_is_declared, the_rule_is_complete
from strategy_tracker.checks.of_measures.target_rules import targets_make_sense
from strategy_tracker.judging.measures.rating import rate
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import YEAR, known, measure
from tests.oracle import rater

RANKS = {"red": 0, "amber": 1, "green": 2}
STEP = Fraction(1, 10)
FIGURES = st.integers(0, 1600).map(lambda tenths: Fraction(tenths, 10))
NUMBER = st.integers(1, 30)
PLAIN = st.one_of(NUMBER.map(lambda n: f"{n} points"), NUMBER.map(lambda n: f"{n}% of target"))
PAIR = st.tuples(st.sampled_from(["lower_of", "higher_of"]), PLAIN, PLAIN).map(lambda p: {p[0]: [p[1], p[2]]})
LIMIT = st.one_of(PLAIN, PAIR)
FLOORS = st.integers(40, 120)
GREEN_ENDS = st.one_of(st.just({}), LIMIT.map(lambda limit: {"green_within": limit}))
AMBER_ENDS = st.one_of(
    LIMIT.map(lambda limit: {"amber_within": limit}),
    FLOORS.map(lambda floor: {"amber_from": floor}),
    st.just({"amber": "none"}),
    st.just({}),
)
ONE_SIDED = st.one_of(
    st.tuples(GREEN_ENDS, AMBER_ENDS).map(lambda ends: ends[0] | ends[1]),
    LIMIT.map(lambda limit: {"band": limit}),
    LIMIT.map(lambda limit: {"green_within": limit, "amber_if": "no-worse-than-last-year"}),
)
RULES = st.tuples(ONE_SIDED, st.one_of(st.just({}), LIMIT.map(lambda limit: {"exceeded_by": limit}))).map(
    lambda parts: parts[0] | parts[1]
)
PLANS = st.one_of(
    LIMIT.map(lambda limit: {"green_within": limit}),
    st.tuples(LIMIT, LIMIT).map(lambda pair: {"green_within": pair[0], "amber_within": pair[1]}),
    st.just({"amber": "none"}),
)
TARGETS = st.integers(50, 100)
RANGES = st.tuples(st.integers(50, 80), st.integers(1, 30)).map(lambda p: {"from": p[0], "to": p[0] + p[1]})


def targets(better: str) -> st.SearchStrategy[Any]:
    strict = "above" if better == "higher" else "below"
    return st.one_of(TARGETS, RANGES, TARGETS.map(lambda n: {strict: n})) if better != "on-target" else RANGES | TARGETS


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, dict[str, Any], Any]:
    """Which way is better, a rule that validate takes, and a target."""
    better = draw(st.sampled_from(["higher", "lower", "on-target"]))
    rule = draw(PLANS if better == "on-target" else RULES)
    target = draw(targets(better))
    tree = {"better": better, **rule, "targets": {"2022/23": target}}
    file = Measures(measures=(measure(**tree),))
    checks = (one_rule_is_declared, the_rule_is_complete, targets_make_sense)
    found = {one.code for check in checks for one in check(file, YEAR.end, DEFAULTS)}
    assume(not found - {"rule-incomplete"} and ("green_within" not in rule or not found))
    return better, rule, target


def rated(case: tuple[str, dict[str, Any], Any], figure: Fraction, last_year: int = 60) -> Rating:
    better, rule, target = case
    tested = measure(better=better, **rule, targets={"2022/23": target})
    amount = Decimal(figure.numerator) / figure.denominator
    return rate(tested, YEAR, amount, last_year=known("2021/22", last_year))


@settings(max_examples=100)
@given(cases(), FIGURES)
def test_a_second_rater_gives_the_same_colour_and_word(case: tuple[str, dict[str, Any], Any], figure: Fraction) -> None:
    better, rule, target = case
    expected = rater.rate(rule, better, target, figure, Fraction(60))
    found = rated(case, figure)
    assert (found.colour, found.word) == expected


@settings(max_examples=100)
@given(cases(), st.data())
def test_so_it_does_at_every_boundary_and_one_step_beside_it(case: tuple[str, dict[str, Any], Any], data: Any) -> None:
    better, rule, target = case
    edges = [figure for figure in _edges(rule, better, target) if figure.denominator in (1, 2, 5, 10, 20, 50, 100)]
    figure = data.draw(st.sampled_from(edges)) + data.draw(st.sampled_from([-STEP, Fraction(0), STEP]))
    found = rated(case, figure)
    assert (found.colour, found.word) == rater.rate(rule, better, target, figure, Fraction(60))


def _edges(rule: dict[str, Any], better: str, target: Any) -> list[Fraction]:
    """Every figure at which the second rater may change its mind."""
    low, high, _ = rater._ends(target)  # type: ignore[misc]
    limits = [rule[key] for key in ("green_within", "amber_within", "band", "exceeded_by") if key in rule]
    ways = [Fraction(0), *(rater._limit(limit, end) for limit in limits for end in (low, high))]
    floors = [Fraction(rule["amber_from"])] if "amber_from" in rule else []
    return [
        *floors,
        *(end + way for end in (low, high) for way in ways),
        *(end - way for end in (low, high) for way in ways),
    ]


@settings(max_examples=100)
@given(cases(), FIGURES)
def test_mirrored_data_gives_mirrored_colours(case: tuple[str, dict[str, Any], Any], figure: Fraction) -> None:
    better, rule, target = case
    flipped = {"higher": "lower", "lower": "higher"}.get(better, better)
    floor = {"amber_from": -rule["amber_from"]} if "amber_from" in rule else {}
    mirrored = (flipped, rule | floor, _mirror(target))
    assert rated(mirrored, -figure, -60)[:2] == rated(case, figure)[:2]


def _mirror(target: Any) -> Any:
    if not isinstance(target, dict):
        return -target
    if "from" in target:
        return {"from": -target["to"], "to": -target["from"]}
    ((key, value),) = target.items()
    return {"below" if key == "above" else "above": -value}


@settings(max_examples=100)
@given(cases(), FIGURES, st.integers(1, 40).map(lambda tenths: Fraction(tenths, 10)))
def test_a_step_towards_the_target_never_worsens(
    case: tuple[str, dict[str, Any], Any], figure: Fraction, step: Fraction
) -> None:
    better, _, target = case
    if better == "on-target":
        low, high, _ = rater._ends(target)  # type: ignore[misc]
        nearer = min(figure + step, low) if figure < low else max(figure - step, high) if figure > high else figure
    else:
        nearer = figure + (step if better == "higher" else -step)
    before, after = rated(case, figure), rated(case, nearer)
    if "grey" not in (before.colour, after.colour):
        assert RANKS[after.colour] >= RANKS[before.colour]
    if before.word == "exceeded":
        assert after.word == "exceeded"


@settings(max_examples=100)
@given(cases(), FIGURES)
def test_every_figure_has_one_colour_unless_no_rule_says_where_amber_ends(
    case: tuple[str, dict[str, Any], Any], figure: Fraction
) -> None:
    _, rule, _ = case
    found = rated(case, figure)
    assert found.colour in ("red", "amber", "green") or (found.why == "no-rule" and not rule.keys() & {
        "amber_within", "amber_from", "amber", "band", "amber_if",
    })  # fmt: skip


FLIPS = [
    ("amber_within", {"amber_within": "5 points"}, 80, ("75", "74.9"), ("amber", "red")),
    ("green_within", {"green_within": "1 points", "amber_within": "5 points"}, 80, ("79", "78.9"), ("green", "amber")),
    ("green_within, floor", {"green_within": "1 points", "amber_from": 70}, 80, ("79", "78.9"), ("green", "amber")),
    ("amber_from", {"amber_from": 70}, 80, ("70", "69.9"), ("amber", "red")),
    ("amber: none", {"amber": "none"}, 80, ("80", "79.9"), ("green", "red")),
    ("amber: none, within", {"amber": "none", "green_within": "2 points"}, 80, ("78", "77.9"), ("green", "red")),
    ("band, good side", {"band": "2 points"}, 80, ("82.1", "82"), ("green", "amber")),
    ("band, bad side", {"band": "2 points"}, 80, ("78", "77.9"), ("amber", "red")),
    ("exceeded_by", {"amber": "none", "exceeded_by": "25% of target"}, 80, ("100", "99.9"), ("exceeded", "green")),
    ("lower_of", {"amber_within": {"lower_of": ["5% of target", "3 points"]}}, 80, ("77", "76.9"), ("amber", "red")),
    ("higher_of", {"amber_within": {"higher_of": ["5% of target", "3 points"]}}, 80, ("76", "75.9"), ("amber", "red")),
    ("above", {"amber": "none"}, {"above": 80}, ("80.1", "80"), ("green", "red")),
    ("above, amber", {"amber_within": "5 points"}, {"above": 80}, ("80.1", "80"), ("green", "amber")),
    ("range, lower end", {"amber_within": "5 points"}, {"from": 75, "to": 85}, ("75", "74.9"), ("green", "amber")),
    ("range, exceeded", {"amber": "none", "exceeded_by": "2 points"}, {"from": 75, "to": 85}, ("87", "86.9"),
     ("exceeded", "green")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "target", "figures", "words"), [flip[1:] for flip in FLIPS], ids=[f[0] for f in FLIPS]
)
def test_each_key_flips_a_colour_between_two_readings_one_step_apart_on_both_sides(
    rule: dict[str, Any], target: Any, figures: tuple[str, str], words: tuple[str, str]
) -> None:
    assert tuple(rated(("higher", rule, target), Fraction(figure)).word for figure in figures) == words
    floor = {"amber_from": -rule["amber_from"]} if "amber_from" in rule else {}
    mirrored = ("lower", rule | floor, _mirror(target))
    assert tuple(rated(mirrored, -Fraction(figure)).word for figure in figures) == words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (("76", "75.9"), ("green", "amber")), (("84", "84.1"), ("green", "amber")),
        (("70", "69.9"), ("amber", "red")), (("90", "90.1"), ("amber", "red")),
    ],
)  # fmt: skip
def test_on_plan_each_distance_flips_a_colour_on_both_sides(figures: tuple[str, str], words: tuple[str, str]) -> None:
    plan = ("on-target", {"green_within": "4 points", "amber_within": "10 points"}, 80)
    assert tuple(rated(plan, Fraction(figure)).word for figure in figures) == words


BESIDE = st.one_of(st.just({}), st.just({"amber": "none"}), NUMBER.map(lambda n: {"level_within": f"{n} points"}))


@settings(max_examples=100)
@given(st.sampled_from(["higher", "lower"]), BESIDE, st.integers(0, 100), FIGURES)
def test_beside_others_a_second_rater_gives_the_same_colour(
    better: str, rule: dict[str, Any], other: int, figure: Fraction
) -> None:
    tested = measure(better=better, compared_with="England", **rule)
    amount = Decimal(figure.numerator) / figure.denominator
    found = rate(tested, YEAR, amount, comparator=known("2022/23", other))
    assert found.colour == rater.beside(rule, better, Fraction(other), figure)
