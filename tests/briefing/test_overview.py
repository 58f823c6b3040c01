"""Parts of a portfolio add up to the whole of it, whatever serves several of them."""

from decimal import Decimal

import pytest

from strategy_tracker.briefing.material import ChangesSince, Material
from strategy_tracker.briefing.overview import FEW, FIRST, ChangeCounts, add_up, first_of_each, foremost, moved, part
from strategy_tracker.briefing.position import whole
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.judging.attention import AttentionItem, list_attention
from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.judging.tally import added, tally_actions
from tests.views.builders import DAY, RED, action, measure, priority, standing, strategy

LATE = Clock("passed", DAY, 12, "overdue by 12 days")
NEED = Need("late", DAY, 12, ("overdue by 12 days", "last word 2025-09-30"))
WAITS = NEED._replace(word="waiting")
GREEN = Rating("green", "green", "met", "met")


def two():
    """Two strategies that share a measure."""
    shared = measure("shared", rating=RED, short=Arrow("worse", "worse: 1 to 2"))
    own = measure("own", rating=GREEN, late=LATE, target=Decimal(1))
    first = strategy(priority(action(rating=RED, due=LATE, need=NEED), action("seen-02"), measures=("shared", "own")))
    second = strategy(priority(action("b-01", due=LATE, need=WAITS), measures=("shared",)), name="second")
    return standing(first, second, measures=[shared, own])


def material(found, name, changes=()):
    one = next(each for each in found.strategies if each.id == name)
    named = {key: each for key, each in found.measures.items() if key in one.measures}
    return Material(
        found._replace(strategies=(one,), measures=named),
        {},
        {},
        (),
        None,
        ChangesSince("then", tuple(changes)),
        "",
        "month",
    )


def parts(found):
    return [
        part(material(found, "young-carers"), {"shared", "own"}, DAY),
        part(material(found, "second"), set(), DAY),
    ]


def test_parts_add_up_to_the_whole_and_a_shared_measure_counts_once():
    found = two()
    total = add_up(parts(found))
    assert total.line == whole(found)
    assert total.needs.total == len(list_attention(found))
    assert total.needs.groups == dict.fromkeys(("late", "waiting", "red-measure", "late-reading"), 1)
    assert total.needs.days == 12


def test_the_first_things_of_all_are_the_first_of_the_whole():
    found = two()
    of_all = first_of_each(list_attention(found))
    assert [one.item for one in add_up(parts(found)).first] == [one.item for one in of_all]


def test_of_each_kind_the_first_few_are_chosen_in_the_order_of_all():
    kinds = ["silent", "late", "very-silent", *["waiting"] * (FIRST + 1), "silent", "silent"]
    found = [AttentionItem((kind,), None, (), f"{n}", "A", DAY, n, "late") for n, kind in enumerate(kinds)]
    assert [one.item for one in first_of_each(found)] == ["1", "6", "5", "4", "8", "7", "2"]


def test_the_counts_are_of_the_strategies_that_run_and_where_none_does_of_all():
    found = two()
    running, over = parts(found)
    over = over._replace(strategy=over.strategy._replace(phase=over.strategy.phase._replace(kind="ended")))
    total = add_up([running, over])
    assert (total.line.actions, total.line.measures) == (running.line.actions, running.line.measures)
    assert total.every.actions.total == running.line.actions.total + over.line.actions.total
    assert add_up([over]).line == add_up([over]).every


def test_a_part_keeps_no_priority():
    assert all(one.strategy.priorities == () for one in parts(two()))


def test_added_tallies_are_the_tally_of_all():
    found = [action(), action("b", rating=RED, due=LATE), action("c", rating=GREEN)]
    assert added([tally_actions(found[:1]), tally_actions(found[1:])]) == tally_actions(found)


def difference(kind, worse=None, item="a/b"):
    return Difference(kind, item, "action", "words", "x", "y", "", worse)


def test_changes_are_counted_and_what_got_worse_is_told_first():
    found = [difference("owner"), difference("update"), difference("colour", False), difference("colour", True)]
    assert moved(found) == ChangeCounts(4, 1, 1)
    assert [one.worse for one in foremost(found)] == [True, False, None]


def test_only_the_changes_of_its_own_measures_count_in_a_part():
    found = two()
    changes = [Difference("colour", "shared", "measure", "w", "x", "y", "", True)]
    assert part(material(found, "second", changes), set(), DAY).moved.total == 0
    assert part(material(found, "young-carers", changes), {"shared"}, DAY).moved == ChangeCounts(1, 1, 0)


@pytest.mark.parametrize("most", [FEW + 1, 1])
def test_a_first_screen_has_few_things(most):
    assert len(foremost([difference("colour", True, f"a/{n}") for n in range(most)])) == min(most, FEW)
