"""Priorities under others: their order, their names, and how deep they stand, whatever a file says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.filters import Filters, narrow, unknown_name
from strategy_tracker.judging.levels import above_of, chain_of, deepest, level_of, places_in_order
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS, Settings
from strategy_tracker.model.strategy import Priority
from tests.judging.action_builder import action, day, portfolio, priority, stand, strategy, update
from tests.judging.measure_builder import measure

NAMED = Settings.model_validate({"levels": ("goal", "objective")})
TODAY = "2018-12-31"


def tree(**keys):
    """A goal with two objectives under it, written in another order, and a goal that stands alone."""
    return strategy(
        priority(action(update("2018-12-01"), id="o-1"), id="boilers", title="Boilers work", under="warm"),
        priority(id="warm", title="Homes are warm"),
        priority(action(update("2018-12-01"), id="s-1"), id="near", title="Schools are near", measures=("m",)),
        priority(action(update("2018-12-01"), id="o-2"), id="roofs", title="Roofs hold", under="warm"),
        **keys,
    )


def test_each_is_told_after_the_one_it_is_under_and_called_by_its_level():
    found = stand(tree(), TODAY, NAMED).priorities
    assert [one.heading for one in found] == [
        "Goal: Homes are warm", "Objective: Boilers work", "Objective: Roofs hold", "Goal: Schools are near",
    ]  # fmt: skip
    assert [(one.under, one.over) for one in found] == [
        (None, True), ("warm", False), ("warm", False), (None, False),
    ]  # fmt: skip
    assert [one.heading for one in stand(tree(), TODAY).priorities][:2] == ["Homes are warm", "Boilers work"]


def test_one_that_stands_over_others_lacks_no_actions_and_counts_theirs():
    stands = stand(tree(), TODAY, NAMED)
    assert not any(gap.startswith("no actions in") for gap in stands.gaps)
    assert not stands.priorities[0].tells_actions
    assert [one.id for one in stands.with_those_under(stands.priorities[0])] == ["warm", "boilers", "roofs"]
    assert [one.id for one in stands.with_those_under(stands.priorities[3])] == ["near"]


def test_as_deep_as_levels_have_names():
    assert (deepest(DEFAULTS), deepest(NAMED)) == (2, 2)
    assert deepest(Settings.model_validate({"levels": ("goal", "objective", "key result")})) == 3
    lone = Priority.model_validate({"id": "a", "title": "A", "under": "gone"})
    assert level_of(lone, [lone], NAMED) == "objective"
    with pytest.raises(ValueError, match="4 levels are named, and 3 are told at most"):
        Settings.model_validate({"levels": ("a", "b", "c", "d")})


def test_a_filter_keeps_what_is_of_a_level_or_stands_in_priorities_of_it():
    m = stand_measure(measure(id="m", level="outcome"), day(TODAY), DEFAULTS, "measures/m.yaml", ())
    whole = portfolio(stand(tree(), TODAY, NAMED), measures=[m])
    kept = narrow(whole, Filters(level="Objective"))
    assert [one.id for one in kept.strategies[0].actions] == ["o-1", "o-2"]
    assert list(kept.measures) == []
    of_measures = narrow(whole, Filters(level="outcome"))
    assert (of_measures.strategies[0].actions, list(of_measures.measures)) == ((), ["m"])
    assert list(narrow(whole, Filters(level="goal")).measures) == ["m"]
    assert [one.id for one in narrow(whole, Filters(priority="warm")).strategies[0].actions] == ["o-1", "o-2"]
    assert unknown_name(whole, Filters(level="pillar")).names == ("goal", "objective", "outcome")


IDS = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.lists(st.tuples(IDS, st.none() | IDS), max_size=5, unique_by=lambda one: one[0]))
def test_whatever_stands_under_what_each_is_told_once_and_no_chain_is_endless(given_):
    priorities = [Priority.model_validate({"id": own, "title": own, "under": under}) for own, under in given_ if under]
    priorities += [Priority.model_validate({"id": own, "title": own}) for own, under in given_ if not under]
    order = places_in_order(priorities)
    assert sorted(order) == list(range(len(priorities)))
    above = above_of(priorities)
    for one in priorities:
        chain = chain_of(one.id, above)
        assert len(chain) == len(set(chain))
        if above.get(chain[-1]) is None:  # no circle: each comes after the one it is under
            told = [priorities[place].id for place in order]
            places = [told.index(name) for name in reversed(chain) if name in told]
            assert places == sorted(places)
