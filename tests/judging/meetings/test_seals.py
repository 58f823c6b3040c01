"""What a body can approve of a thing, as its file has it."""

from strategy_tracker.judging.meetings.seals import as_it_stands
from strategy_tracker.model.meeting import Approved
from strategy_tracker.model.strategy import Priority
from tests.judging.action_builder import an_action
from tests.judging.measure_builder import MARCH, as_read, measure


def test_what_can_be_approved_of_each_kind_of_thing():
    assert as_it_stands(Priority(id="p", title="Warm")) == {"title": "Warm"}
    assert as_it_stands(an_action(id="a", due="2026-03")) == {"due": "2026-03"}
    assert as_it_stands(an_action(id="a")) == {}
    assert as_it_stands(measure()) == {}


def test_what_is_written_of_a_measure_is_read_as_what_it_has():
    limit = {"lower_of": ["5% of target", "3 points"]}
    one = measure(targets={"2026/27": 90, "2027/28": {"above": 92}}, amber_within=limit, over="3 years")
    stands = as_it_stands(one)
    assert stands["tolerances"]["amber_within"] == {"lower_of": ("5% of target", "3 points")}
    read = Approved.model_validate(as_read(stands), context={"year_end": MARCH})
    assert read.tolerances["amber_within"] == one.amber_within
    assert list(read.targets.values()) == [one.rule_value(period, None) for period in one.targets]
