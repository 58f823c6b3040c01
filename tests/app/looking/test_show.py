"""One thing whole, with what belongs to its kind and nothing else."""

import pytest

from strategy_tracker.app.looking.show import show
from strategy_tracker.app.moment import open_moment
from tests.app.conftest import DAY


def kinds(shown):
    named = {"action": shown.action, "measure": shown.measure, "inside": shown.inside, "record": shown.record}
    return {name for name, one in named.items() if one}


@pytest.mark.parametrize(
    ("typed", "thing", "has"),
    [
        ("seen-02", "action", {"action"}),
        ("waiting", "measure", {"measure"}),
        ("young-carers/seen", "priority", {"inside", "record"}),
        ("young-carers", "strategy", {"inside", "record"}),
        ("walk-in", "practice example", {"record"}),
        ("long-waits", "voice", {"record"}),
        ("carers board", "body", {"record"}),
    ],
)
def test_each_kind_has_what_belongs_to_it(now, typed, thing, has):
    shown, wrong = show(now, typed)
    assert (shown.thing, kinds(shown), wrong) == (thing, has, ())


def test_an_action_comes_with_its_strategy_and_its_line(now, small):
    shown, _ = show(now, "young-carers/seen-02")
    text = (small / "strategies" / "young-carers.yaml").read_text(encoding="utf-8")
    line = 1 + text.splitlines().index("      - id: seen-02")
    assert (shown.address, shown.place) == ("young-carers/seen-02", f"strategies/young-carers.yaml:{line}")
    assert (shown.action.id, shown.strategy.id) == ("seen-02", "young-carers")
    assert set(shown.standing.measures) == set()


def test_a_priority_has_only_what_is_inside_it(now):
    shown, _ = show(now, "heard")
    assert [one.id for one in shown.inside.strategies[0].actions] == ["heard-01"]
    assert set(shown.inside.measures) == {"calls"}


def test_a_faulty_file_that_does_not_belong_to_it_is_not_read(small):
    again = "measures: [{id: extra, title: Extra, unit: count, better: up}]\n"
    (small / "measures" / "more.yaml").write_text(again, encoding="utf-8")
    shown, wrong = show(open_moment(small, DAY), "waiting")
    assert shown.measure.id == "waiting"
    assert wrong == ()
