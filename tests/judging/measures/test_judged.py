"""What somebody judged of a measure, beside the colour of its rule."""

from datetime import date
from typing import Any

import pytest

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

TODAY = date(2023, 4, 30)
BOARD = {"on": "2023-04-20", "rag": "amber", "note": "Two homes closed", "by": "Board"}
RULED: dict[str, Any] = {"targets": {"2022/23": 80}, "amber_within": "5 points", "readings": {"2022/23": 70}}


def stood(*judgements: dict[str, Any], today: date = TODAY, **keys: Any) -> MeasureStanding:
    return stand_measure(measure(judgements=list(judgements), **keys), today, DEFAULTS, "", ())


def test_a_judgement_stands_beside_a_computed_colour_and_the_disagreement_is_said() -> None:
    found = stood(BOARD, **RULED)
    assert (found.rating.colour, found.rating.word, found.rating.why) == ("red", "red", "missed")
    assert found.disagreement == (
        "judged amber by Board on 2023-04-20, but by its rule it is red: "
        "70% misses the target of 80% by 10 points, more than the 5 points allowed"
    )


def test_who_agrees_with_the_rule_disagrees_with_nothing() -> None:
    found = stood(BOARD | {"rag": "red"}, **RULED)
    assert (found.rating.word, found.disagreement) == ("red", "")
    assert found.judgements[0].words == "judged red by Board on 2023-04-20"


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"readings": {"2022/23": 70}},
        {"readings": {"2022/23": 70}, "targets": {"2022/23": 80}},
        {"readings": {"2022/23": 70}, "better": None},
        {"readings": {"2022/23": {"words": "steady"}}, "unit": "narrative"},
    ],
    ids=["no reading", "no target", "no amber", "no direction", "words"],
)
def test_without_a_rule_the_judged_colour_is_shown_as_judged(keys: dict[str, Any]) -> None:
    found = stood(BOARD, **keys)
    assert (found.rating.colour, found.rating.word, found.rating.why) == ("amber", "judged amber", "judged")
    assert found.rating.reason.startswith("judged amber by Board on 2023-04-20; no rule gives it a colour: ")
    assert found.disagreement == ""


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"better": "none", "readings": {"2022/23": 70}}, "context"),
        (RULED | {"readings": {"2022/23": "c"}}, "suppressed"),
        (RULED | {"readings": {}}, "no-reading"),
        (RULED | {"withdrawn": {"on": "2023-04-01"}}, "withdrawn"),
        ({"rank_within": {"green": "5th"}, "readings": {"2022/23": 70}}, "no-rank"),
        (
            {"targets": {"2022/23": {"not_below": "2017/18"}}, "amber": "none", "readings": {"2022/23": 70}},
            "no-comparison",
        ),
    ],
)
def test_where_a_rule_is_declared_a_judgement_never_stands_in_for_it(keys: dict[str, Any], why: str) -> None:
    found = stood(BOARD, **keys)
    assert (found.rating.colour, found.rating.why) == ("grey", why)
    assert (len(found.judgements), found.disagreement) == (1, "")


def test_a_target_that_is_met_needs_no_judgement() -> None:
    found = stood(BOARD, targets={"2022/23": 80}, readings={"2022/23": 80})
    assert (found.rating.word, found.rating.why) == ("green", "met")
    assert found.disagreement.startswith("judged amber by Board on 2023-04-20, but by its rule it is green: ")


@pytest.mark.parametrize(
    ("frequency", "last_fresh"),
    [("month", date(2023, 5, 20)), ("year", date(2024, 4, 20)), (None, date(2023, 7, 20))],
)
def test_it_is_valid_until_the_next_reading_is_expected(frequency: str | None, last_fresh: date) -> None:
    keys = {"frequency": frequency} if frequency else {}
    fresh, old = (stood(BOARD, today=day, **keys) for day in (last_fresh, last_fresh + date.resolution))
    assert (fresh.judgements[0].is_old, old.judgements[0].is_old) == (False, True)
    assert f", longer ago than the {frequency or 'quarter'} it is valid for" in old.rating.reason
    assert "longer ago" not in fresh.rating.reason


def test_the_latest_one_known_on_the_day_holds() -> None:
    early, late = BOARD | {"on": "2023-03", "rag": "green"}, BOARD | {"on": "2023-05-02", "rag": "red"}
    found = stood(early, late, BOARD)
    assert [one.rag for one in found.judgements] == ["amber", "green"]
    assert found.judgements[1].words == "judged green by Board in 2023-03"
    assert [one.rag for one in stood(early, late, BOARD, today=date(2023, 5, 2)).judgements] == [
        "red",
        "amber",
        "green",
    ]
    assert stood(late).judgements == ()
