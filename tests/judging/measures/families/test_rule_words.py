"""The declared rule in one sentence."""

import re
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from strategy_tracker.judging.measures.families.rule_words import rule_words
from strategy_tracker.judging.measures.rating import rate
from tests.judging.measure_builder import YEAR, measure

TARGET: dict[str, Any] = {"targets": {"2022/23": 80}}
MET = "green where the target is met"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (
            {"amber_within": "5% of target"},
            f"{MET}; amber where it is missed by no more than 5% of target; red where by more",
        ),
        (
            {"green_within": "1 points", "amber_within": {"lower_of": ["5% of target", "3 points"]}},
            (
                f"{MET}, or missed by no more than 1 points; amber where it is missed by no more than the lower of 5% "
                "of target and 3 points; red where by more"
            ),
        ),
        ({"amber": "none"}, f"{MET}; red otherwise; nothing is amber"),
        ({"amber_from": 70}, f"{MET}; amber where it is missed, but the floor of 70% is met; red beyond that floor"),
        (
            {"targets": {"2022/23": {"value": 80, "amber_from": 70}}},
            f"{MET}; amber where it is missed, but the floor declared with the target is met; red beyond that floor",
        ),
        ({}, f"{MET}; a missed target has no colour, for nothing is declared for amber"),
        (
            {"band": "2 points", "exceeded_by": "25% of target"},
            (
                "green where better than the target by more than 2 points; amber where within that of it; red where "
                "worse by more; called exceeded where better by 25% of target or more"
            ),
        ),
        (
            {"better": "on-target", "green_within": "2 points", "amber_within": "5 points"},
            "green within 2 points of the target; amber within 5 points; red further off",
        ),
        ({"better": "on-target", "amber": "none"}, "green exactly on the target; red further off; nothing is amber"),
        (
            {"compared_with": "England", "level_within": "1 points"},
            (
                "green where better than England by more than 1 points; amber where level with it; red where worse by "
                "more than 1 points"
            ),
        ),
        (
            {"compared_with": "own-average", "over": "3 years", "amber": "none"},
            "green where no worse than the average of its own 3 years before; red where worse; nothing is amber",
        ),
        (
            {"rank_within": {"green": "first quartile", "amber": "third quartile"}},
            (
                "green where its place is no worse than the first quartile; amber where no worse than the third "
                "quartile; red where worse"
            ),
        ),
        (
            {"rank_within": {"green": "5th"}},
            "green where its place is no worse than the 5th; worse than that it has no colour",
        ),
        ({"better": "none"}, ""),
        ({"better": None, "amber": "none"}, ""),
        ({"targets": {}}, ""),
    ],
)
def test_each_rule_is_a_sentence(keys: dict[str, Any], words: str) -> None:
    assert rule_words(measure(**{**TARGET, **keys})) == words


GREEN: list[dict[str, Any]] = [{}, {"green_within": "2 points"}]
AMBER: list[dict[str, Any]] = [{"amber_within": "5 points"}, {"amber_from": 70}, {"amber": "none"}, {}]


@pytest.mark.parametrize(("green", "amber"), list(product(GREEN, AMBER)))
def test_a_colour_is_in_the_sentence_where_the_rule_can_give_it(green: dict[str, Any], amber: dict[str, Any]) -> None:
    tested = measure(**TARGET, **green, **amber)
    given = {rate(tested, YEAR, Decimal(figure)).colour for figure in range(60, 90)}
    told = {colour for colour in ("green", "amber", "red") if re.search(rf"(^|; ){colour} ", rule_words(tested))}
    assert given - {"grey"} == told
