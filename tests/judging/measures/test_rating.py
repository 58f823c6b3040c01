import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.judging.measures.known_readings import amount_of
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.measures.rating import judge, judge_reading, rate
from strategy_tracker.judging.measures.show_figures import show_near
from strategy_tracker.judging.measures.way_to_target.targets import goal_for
from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import YEAR, known, measure

TARGET_80 = {"targets": {"2022/23": 80}}
RULES: list[dict[str, Any]] = [
    {"amber_within": "5% of target"},
    {"amber_within": "5 points"},
    {"amber_from": 70},
    {"band": "2 points"},
]
WORKED_TABLE = [
    ("83.0", "green", "green", "green", "green"),
    ("80.0", "green", "green", "green", "amber"),
    ("76.0", "amber", "amber", "amber", "red"),
    ("75.5", "red", "amber", "amber", "red"),
    ("70.0", "red", "red", "amber", "red"),
    ("69.9", "red", "red", "red", "red"),
]


def colour(amount: object, **keys: Any) -> str:
    return rate(measure(**keys), YEAR, Decimal(str(amount))).colour


def reason(amount: object, **keys: Any) -> str:
    return rate(measure(**keys), YEAR, Decimal(str(amount))).reason


def why(amount: object, **keys: Any) -> str:
    rating = rate(measure(**keys), YEAR, Decimal(str(amount)))
    assert (rating.colour, rating.word) in {("grey", "not rated"), ("grey", "context")}
    return rating.why


# the worked table of field practice


@pytest.mark.parametrize("row", WORKED_TABLE)
def test_worked_table(row: tuple[str, ...]) -> None:
    amount, *expected = row
    assert [colour(amount, **TARGET_80, **rule) for rule in RULES] == expected


@pytest.mark.parametrize(("amount", "expected"), [("10.0", "green"), ("11.0", "amber"), ("11.1", "red")])
def test_worked_line_where_lower_is_better(amount: str, expected: str) -> None:
    assert colour(amount, better="lower", targets={"2022/23": 10}, amber_within="10% of target") == expected


# decision by decision


def test_the_unit_of_a_tolerance_decides_the_colour() -> None:
    assert colour("75.5", **TARGET_80, amber_within="5% of target") == "red"
    assert colour("75.5", **TARGET_80, amber_within="5 points") == "amber"


def test_a_boundary_belongs_to_the_better_colour() -> None:
    assert colour(80, **TARGET_80, amber_within="5 points") == "green"
    assert colour(75, **TARGET_80, amber_within="5 points") == "amber"
    assert colour("74.999999999999", **TARGET_80, amber_within="5 points") == "red"


def test_exact_decimals_are_compared_and_only_print_is_rounded() -> None:
    amount = known("2022/23", {"numerator": 7998, "denominator": 10003}).amount
    assert amount is not None
    rating = rate(measure(**TARGET_80, amber_within="1 points"), YEAR, amount)
    assert (rating.colour, rating.reason) == (
        "amber",
        "79.96% misses the target of 80% by 0.04 points, within the 1 point allowed",
    )


def test_recurring_decimals_that_differ_by_exactly_five_do_so() -> None:
    amounts = [known("2022", {"numerator": part, "denominator": 300}).amount for part in (35, 20)]
    assert amounts[0] is not None
    assert amounts[1] is not None
    assert amounts[0] - amounts[1] == 5


@pytest.mark.parametrize(
    "rule", [{"amber_within": "5% of target"}, {"band": "5% of target"}, {"green_within": "5% of target"}]
)
@pytest.mark.parametrize("better", ["higher", "lower", "on-target"])
@pytest.mark.parametrize("amount", [-1, 0, 1])
def test_a_share_of_a_target_of_zero_gives_no_colour(rule: dict[str, str], better: str, amount: int) -> None:
    assert why(amount, better=better, targets={"2022/23": 0}, **rule) == "percent-of-zero"


def test_a_share_of_a_benchmark_of_zero_gives_no_colour() -> None:
    tested = measure(compared_with="England", level_within="5% of target")
    assert rate(tested, YEAR, Decimal(1), comparator=known("2022/23", 0)).why == "percent-of-zero"


def test_a_percentage_is_worked_out_from_its_parts() -> None:
    assert known("2022/23", {"numerator": 3, "denominator": 4, "value": 70}).amount == 75


def test_target_met_needs_no_boundary_to_be_green() -> None:
    assert colour(80, **TARGET_80) == "green"
    assert reason(80, **TARGET_80) == "80% meets the target of 80%"


def test_target_missed_without_a_boundary_is_not_rated() -> None:
    assert why("75.5", **TARGET_80) == "no-rule"
    assert reason("75.5", **TARGET_80) == "75.5% missed the target of 80% but no amber boundary is declared"


def test_without_a_target_there_is_no_colour() -> None:
    assert why(100) == "no-target"
    assert why(100, targets={"2021/22": 80}) == "no-target"
    assert reason(100) == "no target is declared for 2022/23"


def test_without_a_direction_there_is_no_colour() -> None:
    assert why(100, better=None, **TARGET_80) == "no-direction"
    assert reason(100, better=None, **TARGET_80) == "100% against a target of 80%: which way is better is not declared"
    assert why(100, better=None) == "no-target"


def test_context_is_never_coloured() -> None:
    rating = rate(measure(better="none", **TARGET_80), YEAR, Decimal(90))
    assert rating[:2] == ("grey", "context")
    assert rating.why == "context"


def test_a_measure_in_words_is_never_coloured() -> None:
    assert why(90, unit="narrative", **TARGET_80) == "narrative"


@pytest.mark.parametrize(
    ("reading", "expected", "words"),
    [
        ("c", "suppressed", "the reading for 2022/23 is suppressed: it is neither zero nor missing"),
        ("x", "not-available", "the reading for 2022/23 is not available"),
        ("z", "not-applicable", "the reading for 2022/23 is not applicable"),
        ("low", "rounds-to-zero", "the reading for 2022/23 rounds to zero"),
        ("u", "unreliable", "the reading for 2022/23 is unreliable"),
        ({"symbol": "u", "value": 99}, "unreliable", "the reading for 2022/23 is unreliable"),
        ({"words": "over 70%"}, "narrative", "the reading for 2022/23 is known in words only: over 70%"),
        ({"note": "?"}, "no-reading", "the reading for 2022/23 holds no number to rate"),
        (
            {"numerator": 0, "denominator": 0},
            "not-available",
            "the reading for 2022/23 is a share of 0: there was nothing to measure",
        ),
    ],
)
def test_not_rated_says_why(reading: Any, expected: str, words: str) -> None:
    rating = judge_reading(measure(**TARGET_80), known("2022/23", reading), None, None).rating
    assert rating == ("grey", "not rated", words, expected)


def test_no_reading_is_a_reason() -> None:
    assert judge_reading(measure(**TARGET_80), None, None, None).rating.why == "no-reading"
    assert judge_reading(measure(unit="narrative"), None, None, None).rating.why == "narrative"
    assert judge_reading(measure(better="none"), None, None, None).rating.why == "context"
    assert judge_reading(measure(better="none"), known("2022", "c"), None, None).rating.why == "context"


@pytest.mark.parametrize(("reading", "words"), [({"words": "stable"}, "stable"), (5, "known in words only")])
def test_a_measure_in_words_gives_its_words(reading: Any, words: str) -> None:
    told = measure(unit="narrative", better=None)
    rating = judge_reading(told, known("2022/23", reading, "narrative"), None, None).rating
    assert rating.why == "narrative"
    assert rating.reason.endswith(words)


# the part of a year


@pytest.mark.parametrize(("amount", "expected"), [(20, "green"), (19, "amber"), ("18.99", "red")])
def test_a_cumulative_measure_is_held_against_its_profile(amount: object, expected: str) -> None:
    tested = measure(
        unit="count",
        span="cumulative",
        amber_within="5% of target",
        profile={"2022/23 Q1": 20},
        targets={"2022/23": 100},
    )
    for period in ("2022/23 Q1", "2022-06", "2022-06-30"):
        assert rate(tested, parse_period(period), Decimal(str(amount))).colour == expected


def test_the_sentence_of_a_part_year_names_the_way() -> None:
    tested = measure(unit="count", span="cumulative", profile={"2022/23 Q1": 20}, targets={"2022/23": 100})
    quarter = parse_period("2022/23 Q1")
    assert rate(tested, quarter, Decimal(25)).reason == "25 meets the 20 expected by 2022-06-30 (on the way to 100)"
    missed = rate(tested, quarter, Decimal(15))
    assert missed.why == "no-rule"


@pytest.mark.parametrize("amount", [0, 88, 100, 120])
def test_a_part_year_reading_without_a_profile_is_not_due(amount: int) -> None:
    tested = measure(span="cumulative", targets={"2022": 100}, amber_within="5 points")
    rating = rate(tested, parse_period("2022-07"), Decimal(amount))
    assert (rating.colour, rating.why) == ("grey", "not-due")
    assert rating.reason == (
        "not due: 2022-07 is part of 2022, whose target of 100% counts at its end, "
        "and no value is declared for the way there"
    )


@pytest.mark.parametrize("period", ["2022/23", "2022/23 Q4", "2023-03", "2023-03-31"])
def test_at_the_end_of_its_period_the_target_itself_counts(period: str) -> None:
    tested = measure(span="cumulative", targets={"2022/23": 100}, profile={"2022/23 Q4": 90}, amber_within="5 points")
    assert goal_for(tested, parse_period(period)) == 100
    assert rate(tested, parse_period(period), Decimal(95)).colour == "amber"


def test_a_reading_that_is_not_cumulative_is_held_against_the_target_all_year() -> None:
    assert rate(measure(**TARGET_80), parse_period("2022-07"), Decimal(85)).colour == "green"


@pytest.mark.parametrize("floor", [0, 70])
def test_a_floor_counts_only_at_the_end_of_the_way(floor: int) -> None:
    tested = measure(
        span="cumulative", profile={"2022/23 Q1": 20}, targets={"2022/23": {"value": 80, "amber_from": floor}}
    )
    rating = rate(tested, parse_period("2022/23 Q1"), Decimal(15))
    assert rating.why == "no-rule"
    assert rating.reason.endswith("but the floor counts only at the end of 2022/23")
    assert rate(tested, parse_period("2022/23 Q1"), Decimal(20)).colour == "green"


# the seven families, at and just beyond each boundary, with their words


def test_tolerance_as_a_share_of_target() -> None:
    keys = {**TARGET_80, "amber_within": "5% of target"}
    assert reason(80, **keys) == "80% meets the target of 80%"
    assert reason(76, **keys) == "76% misses the target of 80% by 4 points, within the 4 points (5% of target) allowed"
    assert reason("75.5", **keys) == (
        "75.5% misses the target of 80% by 4.5 points, more than the 4 points (5% of target) allowed"
    )
    assert [colour(amount, **keys) for amount in ("80", "79.99", "76", "75.99")] == ["green", "amber", "amber", "red"]


def test_tolerance_in_units_of_the_measure() -> None:
    keys: dict[str, Any] = {"unit": "days", "better": "lower", "targets": {"2022/23": 20}, "amber_within": "3 days"}
    assert [colour(amount, **keys) for amount in ("20", "20.01", "23", "23.01")] == ["green", "amber", "amber", "red"]
    assert reason(21, **keys) == "21 days misses the target of 20 days by 1 day, within the 3 days allowed"


def test_two_declared_values() -> None:
    keys = {**TARGET_80, "amber_from": 70}
    assert [colour(amount, **keys) for amount in ("80", "79.99", "70", "69.99")] == ["green", "amber", "amber", "red"]
    assert reason(70, **keys) == "70% misses the target of 80% but meets the floor of 70%"
    assert reason("69.9", **keys) == "69.9% misses the target of 80% and the floor of 70%"


def test_the_floor_of_a_target_comes_before_that_of_the_measure() -> None:
    assert colour(72, targets={"2022/23": {"value": 80, "amber_from": 75}}, amber_from=70) == "red"


def test_a_floor_beyond_the_target_never_spoils_a_target_met() -> None:
    assert colour(82, **TARGET_80, amber_from=85) == "green"
    assert colour(79, **TARGET_80, amber_from=85) == "red"


def test_band_round_the_target() -> None:
    keys = {**TARGET_80, "band": "2 points"}
    assert [colour(amount, **keys) for amount in ("82.01", "82", "78", "77.99")] == ["green", "amber", "amber", "red"]
    assert reason(83, **keys) == "83% is better than the target of 80% by 3 points, more than the band of 2 points"
    assert reason(80, **keys) == "80% is within the band of 2 points round the target of 80%"
    assert reason(77, **keys) == "77% is worse than the target of 80% by 3 points, more than the band of 2 points"


@pytest.mark.parametrize("side", [1, -1])
def test_plan_is_best(side: int) -> None:
    keys: dict[str, Any] = {**TARGET_80, "better": "on-target", "green_within": "2 points", "amber_within": "5 points"}
    distances = [Decimal(text) for text in ("0", "2", "2.01", "5", "5.01")]
    found = [colour(80 + side * distance, **keys) for distance in distances]
    assert found == ["green", "green", "amber", "amber", "red"]


def test_plan_is_best_in_words() -> None:
    keys: dict[str, Any] = {**TARGET_80, "better": "on-target", "green_within": "2 points"}
    assert reason(80, **keys) == "80% is exactly on the target of 80%"
    assert reason(81, **keys) == "81% is 1 point off the target of 80%, within the 2 points allowed"
    assert reason(83, **keys) == "83% is 3 points off the target of 80%, more than the 2 points allowed"
    keys["amber_within"] = "5 points"
    assert reason(77, **keys) == (
        "77% is 3 points off the target of 80%, more than the 2 points allowed for green "
        "but within the 5 points allowed for amber"
    )
    assert reason(70, **keys) == "70% is 10 points off the target of 80%, more than the 5 points allowed for amber"


def test_plan_is_best_without_an_outer_variance_has_no_amber() -> None:
    keys: dict[str, Any] = {**TARGET_80, "better": "on-target", "green_within": "2 points"}
    assert [colour(amount, **keys) for amount in ("82", "82.01", "78", "77.99")] == ["green", "red", "green", "red"]


@pytest.mark.parametrize("rule", [{}, {"amber_within": "5 points"}])
def test_plan_is_best_without_a_distance_is_green_on_target_only(rule: dict[str, str]) -> None:
    keys: dict[str, Any] = {**TARGET_80, "better": "on-target", **rule}
    assert colour(80, **keys) == "green"
    assert why(81, **keys) == "no-rule"


SOFTENED: dict[str, Any] = {**TARGET_80, "green_within": "10% of target", "amber_if": "no-worse-than-last-year"}


@pytest.mark.parametrize(
    ("amount", "last_year", "expected"),
    [
        ("80", "90", "green"),
        ("72", "90", "green"),
        ("71.99", "71.99", "amber"),
        ("71.99", "72", "red"),
        ("60", "59", "amber"),
        ("60", "60", "amber"),
        ("60", "60.01", "red"),
    ],
)
def test_tolerance_softened_by_direction(amount: str, last_year: str, expected: str) -> None:
    former = known("2021/22", float(last_year))
    assert rate(measure(**SOFTENED), YEAR, Decimal(amount), last_year=former).colour == expected


def test_softened_in_words() -> None:
    former = known("2021/22", 60)
    far, last_year = "more than the 8 points (10% of target) allowed", "the same period last year (60% in 2021/22)"
    found = [rate(measure(**SOFTENED), YEAR, Decimal(amount), last_year=former).reason for amount in (81, 75, 60, 59)]
    assert found == [
        "81% meets the target of 80%",
        "75% misses the target of 80% by 5 points, within the 8 points (10% of target) allowed",
        f"60% misses the target of 80% by 20 points, {far}, but is no worse than {last_year}",
        f"59% misses the target of 80% by 21 points, {far}, and is worse than {last_year}",
    ]


@pytest.mark.parametrize("former", [None, known("2021/22", "c")])
def test_softened_needs_a_number_for_the_same_period_last_year(former: Any) -> None:
    assert rate(measure(**SOFTENED), YEAR, Decimal(72), last_year=former).colour == "green"
    rating = rate(measure(**SOFTENED), YEAR, Decimal(71), last_year=former)
    assert rating.why == "no-comparison"
    assert rating.reason.endswith("and the same period last year has no number to compare with")


def test_half_of_the_softened_family_is_no_rule() -> None:
    assert why(74, **TARGET_80, green_within="5 points") == "no-rule"
    assert why(79, **TARGET_80, amber_if="no-worse-than-last-year") == "no-rule"


ENGLAND: dict[str, Any] = {"compared_with": "England", "level_within": "1 points"}


@pytest.mark.parametrize(
    ("amount", "higher", "lower"),
    [
        ("31.01", "green", "red"),
        ("31", "amber", "amber"),
        ("30", "amber", "amber"),
        ("29", "amber", "amber"),
        ("28.99", "red", "green"),
    ],
)
def test_against_a_comparator(amount: str, higher: str, lower: str) -> None:
    england = known("2021/22", 30)
    for better, expected in (("higher", higher), ("lower", lower)):
        tested = measure(better=better, **ENGLAND)
        assert rate(tested, YEAR, Decimal(amount), comparator=england).colour == expected


def test_against_a_comparator_in_words() -> None:
    england = known("AY 2020/21", 28.8)
    found = [
        rate(measure(**ENGLAND), YEAR, Decimal(amount), comparator=england).reason for amount in ("38.2", "29", "20")
    ]
    assert found == [
        "38.2% is 9.4 points better than England (28.8% in AY 2020/21), more than the 1 point allowed for level",
        "29% is level with England (28.8% in AY 2020/21), 0.2 points apart: within the 1 point allowed",
        "20% is 8.8 points worse than England (28.8% in AY 2020/21), more than the 1 point allowed for level",
    ]
    plain = measure(compared_with="England")
    found = [rate(plain, YEAR, Decimal(amount), comparator=england).reason for amount in ("28.9", "28.8")]
    assert found == [
        "28.9% is 0.1 points better than England (28.8% in AY 2020/21)",
        "28.8% is level with England (28.8% in AY 2020/21)",
    ]


@pytest.mark.parametrize("england", [None, known("2022/23", "c")])
def test_without_a_figure_of_the_comparator_there_is_no_colour(england: Any) -> None:
    rating = rate(measure(**ENGLAND, **TARGET_80), YEAR, Decimal(90), comparator=england)
    assert (rating.why, rating.reason) == ("no-comparison", "there is no figure of England to compare 2022/23 with")


def test_a_comparator_needs_a_better_side() -> None:
    assert why(90, better=None, **ENGLAND) == "no-direction"
    assert why(90, better="on-target", **ENGLAND) == "no-rule"


# the page that explains all this

PAGE = (Path(__file__).parents[3] / "docs" / "ratings.md").read_text(encoding="utf-8")


def examples() -> Iterator[tuple[str, str, str, str]]:
    """Each row of the worked tables with the keys above it: keys, reading, colour, reason."""
    for keys, table in re.findall(r"```yaml\n([^`]*)```\n\n((?:\|[^\n]*\n)+)", PAGE):
        for row in table.splitlines()[2:]:
            reading, expected, words = (cell.strip() for cell in row.strip("|").split("|"))
            yield keys, reading, expected, words


@pytest.mark.parametrize(("keys", "reading", "expected", "words"), list(examples()))
def test_the_page_prints_what_the_rules_say(keys: str, reading: str, expected: str, words: str) -> None:
    period, _, value = f"2022/23: {reading}".rpartition(": ")
    tree = {**TARGET_80, **read_tree(keys.encode())}
    tree["readings"] = {**tree.get("readings", {}), period.split(": ")[-1]: Decimal(value)}
    rating = stand_measure(measure(**tree), date(2023, 4, 30), DEFAULTS, "", ()).rating
    word = f"{rating.colour}: {rating.word}" if rating.word == "exceeded" else rating.colour
    assert (word, rating.reason) == (expected, words)


def test_every_family_on_the_page_has_a_worked_table() -> None:
    families = re.split(r"^### ", PAGE.partition("## The families")[2].partition("\n## ")[0], flags=re.MULTILINE)[1:]
    assert len(families) >= 12
    for family in families:
        assert re.search(r"```\n\n(With [^\n]*\n\n)?\| (Reading|Place) \|", family), family.splitlines()[0]


# the figures beside the colour


@pytest.mark.parametrize(
    ("keys", "boundary", "gap"),
    [
        ({"amber_within": "5% of target"}, 76, -5),
        ({"amber_within": "5% of target", "better": "lower"}, 84, 5),
        ({"amber_from": 70}, 70, -5),
        ({"band": "2 points"}, 78, -5),
        ({"better": "on-target", "green_within": "2 points"}, None, -5),
        (SOFTENED, 60, -5),
        ({}, None, -5),
        (ENGLAND, 49, 25),
        ({"better": "none"}, None, None),
    ],
)
def test_boundary_and_gap(keys: dict[str, Any], boundary: int | None, gap: int | None) -> None:
    tested = measure(**{**TARGET_80, **keys})
    judged = judge(tested, YEAR, Decimal(75), last_year=known("2021/22", 60), comparator=known("2021/22", 50))
    assert (judged.boundary, judged.gap) == (boundary, gap)


# how figures are printed


@pytest.mark.parametrize(
    ("target", "rule", "amount", "words"),
    [
        (91.4, {"amber_within": "7% of target"}, 85, "by 6.4 points, more than the just under 6.4 points (7% of"),
        (91.4, {"band": "7% of target"}, 97.808, "by 6.4 points, more than the band of just under 6.4 points (7% of"),
        (60.7, {"band": "8.1% of target"}, 55.79, "round the target of 60.7%"),
        (78.2, {"amber_within": "6.4% of target"}, 73.2, "by 5.0 points, within the 5.0 points (6.4% of target)"),
        (54.51, {"amber_within": "8.3% of target"}, 49.99, "by 4.52 points, within the just over 4.52 points (8.3%"),
    ],
)
def test_a_distance_is_never_printed_as_more_than_itself(
    target: float, rule: dict[str, str], amount: float, words: str
) -> None:
    assert words in reason(amount, targets={"2022/23": target}, **rule)


def test_two_figures_that_differ_are_not_printed_as_the_same() -> None:
    rule = {"green_within": "5 points", "amber_if": "no-worse-than-last-year"}
    tested = measure(targets={"2022/23": 80}, **rule)
    last_year = known("2021/22", {"numerator": 6104, "denominator": 9999})
    worse = rate(tested, YEAR, Decimal("60.9649"), last_year=last_year)
    assert "is worse than the same period last year (61.05% in 2021/22)" in worse.reason
    beside = measure(better="higher", compared_with="England")
    assert "61.0% is 0.1 points worse than England (61.05% in 2021/22)" in (
        rate(beside, YEAR, Decimal("60.9649"), comparator=last_year).reason
    )


@pytest.mark.parametrize(("amount", "expected"), [("54.510", "54.51%"), ("54.5000", "54.5%"), ("54.000", "54%")])
def test_the_noughts_of_a_spreadsheet_do_not_round_a_figure(amount: str, expected: str) -> None:
    assert show_near(Decimal(amount), "percent", Decimal("54.5")) == expected
    assert reason(amount, targets={"2022/23": 54}, better="higher") == f"{expected} meets the target of 54%"


# promises

NUMBERS = st.decimals(-200, 200, places=2)
DISTANCES = st.decimals(0, 50, places=1)


@st.composite
def declared(draw: st.DrawFn) -> dict[str, Any]:
    """A target with one of the families, in units of the measure, and figures to compare with."""
    target, way = draw(NUMBERS), f"{draw(DISTANCES)} points"
    rule: dict[str, Any] = draw(
        st.sampled_from(
            [
                {},
                {"amber_within": way},
                {"band": way},
                {"green_within": way, "amber_if": "no-worse-than-last-year"},
                {"amber_from": draw(NUMBERS)},
                {"compared_with": "England", "level_within": way},
            ]
        )
    )
    return {"targets": {"2022/23": target}, **rule, "better": draw(st.sampled_from(["higher", "lower"]))}


def mirrored(keys: dict[str, Any]) -> dict[str, Any]:
    swapped = {
        "better": "lower" if keys["better"] == "higher" else "higher",
        "targets": {"2022/23": -keys["targets"]["2022/23"]},
    }
    floor = {"amber_from": -keys["amber_from"]} if "amber_from" in keys else {}
    return {**keys, **swapped, **floor}


@given(declared(), NUMBERS, NUMBERS)
def test_mirrored_data_gives_mirrored_colours(keys: dict[str, Any], amount: Decimal, other: Decimal) -> None:
    one = judge(measure(**keys), YEAR, amount, last_year=known("2021/22", other), comparator=known("2022/23", other))
    two = judge(
        measure(**mirrored(keys)),
        YEAR,
        -amount,
        last_year=known("2021/22", -other),
        comparator=known("2022/23", -other),
    )
    assert (one.rating.colour, one.rating.why, one.gap) == (two.rating.colour, two.rating.why, two.gap)
    assert one.boundary == (None if two.boundary is None else -two.boundary)


RANK = {"red": 0, "grey": 0, "amber": 1, "green": 2}


@given(declared(), NUMBERS, st.decimals(0, 100, places=2), NUMBERS)
def test_moving_towards_the_good_side_never_worsens_a_colour(
    keys: dict[str, Any], amount: Decimal, step: Decimal, other: Decimal
) -> None:
    tested, figures = measure(**keys), {"last_year": known("2021/22", other), "comparator": known("2022/23", other)}
    better = amount + step if keys["better"] == "higher" else amount - step
    assert RANK[rate(tested, YEAR, better, **figures).colour] >= RANK[rate(tested, YEAR, amount, **figures).colour]


@given(NUMBERS, NUMBERS, st.integers(0, 100), DISTANCES, DISTANCES)
def test_moving_towards_an_exact_target_never_worsens_a_colour(
    target: Decimal, amount: Decimal, share: int, inner: Decimal, outer: Decimal
) -> None:
    keys: dict[str, Any] = {
        "targets": {"2022/23": target},
        "green_within": f"{inner} points",
        "amber_within": f"{outer} points",
    }
    nearer = amount + (target - amount) * share / 100
    assert RANK[colour(nearer, better="on-target", **keys)] >= RANK[colour(amount, better="on-target", **keys)]


@given(declared(), NUMBERS, st.booleans())
def test_a_colour_has_its_word_and_its_reason(keys: dict[str, Any], amount: Decimal, figures: bool) -> None:
    other = known("2022/23", amount) if figures else None
    rating = rate(measure(**keys), YEAR, amount, last_year=other, comparator=other)
    coloured = {"green": "met", "amber": "near", "red": "missed"}
    assert rating.word == (rating.colour if rating.colour in coloured else "not rated")
    assert (rating.why in coloured.values()) == (rating.colour != "grey")
    assert rating.why == coloured.get(rating.colour, rating.why)
    assert rating.reason
    assert not rating.reason.endswith(".")


def test_a_number_in_a_measure_of_words_is_not_rated() -> None:
    assert amount_of(known("2022/23", 5).reading, "narrative") is None
