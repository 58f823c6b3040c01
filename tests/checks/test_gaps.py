"""Gaps: what is not written down and would be missed at the first review."""

from datetime import date

import pytest

from strategy_tracker.checks.gaps import actions_are_complete, measures_are_complete, strategy_is_complete
from strategy_tracker.model.settings import DEFAULTS

from .builder import action, found, measures, priority, strategy

WHOLE = {
    "starts": "2018",
    "ends": "2020",
    "governance": [{"body": "Board", "every": "quarter"}],
    "priorities": [priority("safe", action(), measures=["dental"])],
}


def test_a_strategy_that_says_everything_is_fine():
    assert found(strategy_is_complete, strategy(**WHOLE)) == []


@pytest.mark.parametrize(
    ("keys", "code", "at"),
    [
        ({"starts": None}, "no-period", "id"),
        ({"ends": None}, "no-period", "id"),
        ({"governance": []}, "no-governance", "id"),
        ({"governance": [{"body": "Board", "held": "2018-05"}]}, "no-review-interval", "governance.0.body"),
        ({"priorities": [priority("safe", action())]}, "no-measures", "id"),
        ({"priorities": [priority("safe", measures=["dental"])]}, "empty-priority", "priorities.0.id"),
    ],
)
def test_each_gap_of_a_strategy_is_told(keys, code, at):
    given = {key: value for key, value in {**WHOLE, **keys}.items() if value is not None}
    assert found(strategy_is_complete, strategy(**given)) == [(code, at)]


def test_a_body_that_is_only_named_is_not_asked_how_often_it_meets_and_one_with_a_plural_name_is_spoken_of_as_such():
    named = strategy(**{**WHOLE, "governance": [{"body": "Board"}]})
    assert found(strategy_is_complete, named) == []
    trustees = {"body": "Trustees", "held": "2018-05", "plural": True}
    (told,) = strategy_is_complete(strategy(**{**WHOLE, "governance": [trustees]}), date.max, DEFAULTS)
    assert told.message == "how often Trustees review it is not said"


@pytest.mark.parametrize("keys", [{"next": "2027"}, {"kind": "children"}, {"every": "year"}])
@pytest.mark.parametrize("held", [(), ("2018-05",)])
def test_a_body_with_a_date_or_of_children_needs_no_interval(keys, held):
    keys = {**keys, "held": held}
    assert found(strategy_is_complete, strategy(**{**WHOLE, "governance": [{"body": "Panel", **keys}]})) == []


def test_one_measure_of_one_action_is_a_measure():
    assert (
        found(strategy_is_complete, strategy(**{**WHOLE, "priorities": [priority("s", action(measures=["d"]))]})) == []
    )


def test_an_owner_of_the_strategy_the_priority_or_the_action_is_an_owner():
    assert found(actions_are_complete, strategy(action(), owner="Director")) == []
    assert found(actions_are_complete, strategy(priorities=[priority("safe", action(), owner="Head")])) == []
    assert found(actions_are_complete, strategy(action(owner="Manager"))) == []


def test_actions_without_an_owner_are_told_once_for_each_priority():
    priorities = [
        priority("a", action("a-1"), action("a-2", owner="Head"), action("a-3")),
        priority("b", action("b-1")),
        priority("c"),
    ]
    given = strategy(priorities=priorities)
    assert found(actions_are_complete, given) == [("no-owner", "priorities.0.id"), ("no-owner", "priorities.1.id")]
    assert "2 of 3 actions of 'a'" in next(actions_are_complete(given, None, None)).message


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"kind": "deliverable"}, True),
        ({"kind": "decision"}, True),
        ({"kind": "practice"}, False),
        ({}, False),
        ({"kind": "deliverable", "due": "2019"}, False),
        ({"kind": "deliverable", "updates": [{"on": "2018", "state": "complete"}]}, False),
        ({"kind": "deliverable", "updates": [{"on": "2018", "state": "paused"}]}, True),
        (
            {
                "kind": "decision",
                "updates": [{"on": "2019", "state": "in-progress"}, {"on": "2018", "state": "complete"}],
            },
            True,
        ),
    ],
)
def test_what_is_to_be_finished_or_decided_has_a_date_until_it_is(keys, told):
    given = strategy(action(**keys), owner="Director")
    assert found(actions_are_complete, given) == [("undated-deliverable", "priorities.0.actions.0.id")] * told


FULL = {"better": "higher", "readings": {"2021/22": 91}, "targets": {"2021/22": 90}, "amber_within": "5 points"}


@pytest.mark.parametrize(
    "keys", [FULL, {**FULL, "better": "none", "amber_within": None}, {"unit": "narrative"}, {**FULL, "targets": {}}]
)
def test_a_measure_that_says_everything_is_fine(keys):
    assert (
        found(measures_are_complete, measures(**{key: value for key, value in keys.items() if value is not None})) == []
    )


@pytest.mark.parametrize(
    ("missing", "code", "at"),
    [
        ("readings", "never-read", "id"),
        ("better", "no-direction", "id"),
        ("amber_within", "no-amber-boundary", "targets"),
    ],
)
def test_each_gap_of_a_measure_is_told(missing, code, at):
    given = {key: value for key, value in FULL.items() if key != missing}
    assert found(measures_are_complete, measures(**given)) == [(code, f"measures.0.{at}")]


def test_what_a_strategy_lacks_on_purpose_is_not_asked_for():
    measures = strategy(**{**WHOLE, "plan": "measures", "priorities": [priority("safe", measures=["dental"])]})
    assert found(strategy_is_complete, measures) == []
    actions = strategy(**{**WHOLE, "plan": "actions", "priorities": [priority("safe", action())]})
    assert found(strategy_is_complete, actions) == []
    other = strategy(**{**WHOLE, "plan": "actions", "priorities": [priority("safe")]})
    assert found(strategy_is_complete, other) == [("empty-priority", "priorities.0.id")]
