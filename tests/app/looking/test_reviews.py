from strategy_tracker.app.looking.reviews import reviews
from strategy_tracker.app.looking.status import Filters


def test_measures_are_not_read(now):
    found = reviews(now, Filters(owner="group", strategy="young-carers"))
    assert [body.body for one in found.standing.strategies for body in one.bodies] == ["Carers Board"]
    assert found.standing.measures == {}


def test_who_owns_only_measures_is_an_owner_too(now):
    found = reviews(now, Filters(owner="Performance Team"))
    assert (found.is_empty, found.mistyped) == (True, None)
    assert "no owner is called" in reviews(now, Filters(owner="Nobody at all")).mistyped.message
