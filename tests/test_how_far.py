from strategy_tracker.how_far import heard_by, one_by_one, say_how_far


def test_whoever_listens_hears_how_many_are_done_and_that_all_are():
    heard = []
    with heard_by(lambda *told: heard.append(told)):
        assert list(one_by_one("ab", "reading")) == ["a", "b"]
    assert heard == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]


def test_nobody_hears_what_is_said_outside_or_where_nobody_shall():
    heard = []
    with heard_by(lambda *told: heard.append(told)):
        with heard_by(None):
            say_how_far("reading", 1, 2)
        say_how_far("writing", 1, 2)
    say_how_far("reading", 1, 2)
    assert heard == [("writing", 1, 2)]
