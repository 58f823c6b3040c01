"""Where something was left out because of errors, nothing is told of a gap, a silence or a colour that it may be."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.judge_record import judge_record
from strategy_tracker.judging.tally import tally_actions, tally_measures
from strategy_tracker.model.left_out import LeftOut
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.model.strategy import Strategy

DAY = date(2026, 1, 1)
PLAN = {"id": "plan", "title": "Plan", "priorities": ({"id": "safe", "title": "Safe"},)}
RATED = {
    "id": "m",
    "title": "M",
    "unit": "count",
    "better": "higher",
    "frequency": "quarter",
}


def test_a_strategy_says_what_is_left_out_and_calls_nothing_missing():
    record = Strategy.model_validate(PLAN)
    assert "no actions in 1 of 1 priority" in judge_record(record, "s", DAY, DEFAULTS).strategy.gaps
    left_out = LeftOut({"action": 2, "body": 1}, {"safe": 2})
    found = judge_record(record, "s", DAY, DEFAULTS, left_out=left_out)
    assert found.strategy.gaps == ("not known, as some is left out because of errors: 2 actions and 1 body",)
    assert found.left_out == {"action": 2, "body": 1}
    (priority,) = found.strategy.priorities
    assert tally_actions((), priority.actions_left_out).words() == "2 left out"


def test_a_measure_of_which_a_part_is_left_out_has_no_colour_no_arrow_and_is_not_late():
    record = Measures.model_validate({"measures": ({**RATED, "readings": {"2024/25 Q1": {"value": Decimal(3)}}},)})
    assert judge_record(record, "m", DAY, DEFAULTS).measures[0].late.run_out
    (found,) = judge_record(record, "m", DAY, DEFAULTS, left_out=LeftOut({"reading": 1}, parts={"m": 1})).measures
    assert (found.rating.why, found.rating.reason) == ("left-out", "1 part of it is left out because of errors")
    assert {found.short.kind, found.long.kind, found.trend.kind, found.late.kind} == {"none"}
    assert tally_measures([found], 1).words() == "1 measure: 1 not rated; 1 left out"
