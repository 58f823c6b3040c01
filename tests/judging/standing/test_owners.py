"""Who is asked where a thing has several owners, or inherits them."""

from strategy_tracker.judging.attention import list_asked
from strategy_tracker.judging.filters import Filters, narrow, unknown_name
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.one_spelling import in_one_spelling
from strategy_tracker.judging.standing.owners import first_of, owners_of
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import action, day, portfolio, priority, stand, stood, strategy, update
from tests.judging.measure_builder import measure

TWO = ("Head of Parks", "Head of Schools")


def test_the_first_answers_and_each_is_asked_once():
    one = stood(action(owner=(*TWO, "Head of Parks")), "2018-12-31")
    assert (one.owner, one.owners, one.owner_from) == ("Head of Parks", TWO, None)
    assert owners_of(one) == TWO
    assert (first_of(()), owners_of(stood(action(), "2018-12-31"))) == (None, ())


def test_all_of_them_are_inherited_together():
    inherits, own = action(id="a"), action(id="b", owner="Clerk")
    stands = stand(strategy(priority(inherits, own, owner=TWO), owner="Director"), "2018-12-31")
    assert [(one.owners, one.owner_from) for one in stands.actions] == [(TWO, "priority"), (("Clerk",), None)]
    assert (stands.owners, stands.priorities[0].owners) == (("Director",), TWO)


def test_a_filter_finds_what_any_of_them_is_asked_about():
    held = stand_measure(measure(owner=list(TWO)), day("2018-12-31"), DEFAULTS, "measures/m.yaml", ())
    of_two = action(update("2018-06-01"), id="a", owner=TWO, measures=("m",))
    whole = portfolio(stand(strategy(priority(of_two, action(id="b", owner="Clerk"))), "2018-12-31"), measures=[held])
    for name in (*TWO, "schools"):
        kept = narrow(whole, Filters(owner=name))
        assert [one.id for one in kept.strategies[0].actions] == ["a"]
        assert list(kept.measures) == ["m"]
    assert unknown_name(whole, Filters(owner="Nobody")).names == ("Clerk", *TWO)
    assert {one.owners for one in list_asked(whole) if one.item != "s/b"} == {TWO}


def test_each_is_spelled_as_most_have_it():
    some = [action(owner=name) for name in ("Head of Schools", "Head of Schools", ("Clerk", "head of  Schools"))]
    spelt = in_one_spelling(portfolio(stand(strategy(priority(*some)), "2018-12-31")))
    assert spelt.strategies[0].actions[2].owners == ("Clerk", "Head of Schools")
