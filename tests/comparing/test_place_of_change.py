"""Where a file of today holds what was typed over: the value, or the thing around it where that is gone."""

from strategy_tracker.comparing.place_of_change import place_of
from strategy_tracker.comparing.typed_over import former_records, typed_over
from tests.checks.builder import action, strategy
from tests.comparing.test_typed_over import measured


def test_where_it_stands_today():
    old = strategy(action(due="2026-03-31", owner="A", milestones=[{"text": "Venue", "due": "2026-01-31"}]))
    new = strategy(action("safe-00"), action(due="2026-06-30", milestones=[{"text": "Venue", "due": "2026-02-28"}]))
    found = typed_over(former_records([old]), new)
    inside = ("priorities", 0, "actions", 1)
    assert [place_of(one, new) for one in found] == [(*inside, "due"), (*inside, "milestones", 0, "due"), inside]
    one = next(typed_over(former_records([measured()]), measured(targets={"2026/27": 95})))
    assert place_of(one, measured(targets={"2026/27": 95})) == ("measures", 0, "targets")
    assert place_of(one, measured()) == ("measures", 0, "targets", "2025/26")
    assert place_of(one, new) is None
