import pytest

from strategy_tracker.editing.changes import Drop, Put
from strategy_tracker.editing.entries.confirm import confirmed_action, confirmed_measure
from strategy_tracker.editing.refusals import Already
from strategy_tracker.model.measures.measure import Measure
from tests.judging.action_builder import an_action, update

AT = ("priorities", 0, "actions", 0)


def test_every_mark_of_an_action_goes_and_who_confirms_is_named_where_nobody_was():
    one = an_action(update("2018-07-02"), update("2018-10-01", drafted=True), drafted=True)
    changes = confirmed_action(one, AT, "Head")
    assert changes[0] == Drop(AT, "drafted")
    assert changes[1] == Drop((*AT, "updates", 1), "drafted")
    assert isinstance(changes[2], Put)
    assert changes[2][:3] == ((*AT, "updates", 1), "by", "Head")


def test_who_said_it_stays():
    one = an_action(update("2018-10-01", drafted=True, by="Manager"))
    assert confirmed_action(one, AT, "Head") == [Drop((*AT, "updates", 0), "drafted")]


def test_of_a_measure_only_drafted_figures_are_touched():
    readings = {"2018": {"words": "some", "drafted": True}, "2019": {"words": "more"}}
    one = Measure.model_validate({"id": "m", "title": "M", "unit": "narrative", "readings": readings})
    assert confirmed_measure(one, ("measures", 0)) == [Drop(("measures", 0, "readings", "2018"), "drafted")]


def test_nothing_to_confirm_is_already_so():
    with pytest.raises(Already, match="nothing of 'a' is marked as drafted"):
        confirmed_action(an_action(update("2018-10-01"), id="a"), AT, "Head")
