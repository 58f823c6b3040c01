from strategy_tracker.app.looking.today import what_needs_somebody


def test_of_all_bodies_that_review_the_first_to_meet_is_named(now):
    found = what_needs_somebody(now)
    assert found.meets_next is not None
    assert found.meets_next.body == "Carers Board"
    dues = [body.clock.due for one in found.standing.strategies for body in one.bodies if body.clock.due]
    assert found.meets_next.clock.due == min(due for due in dues if due >= now.today)


def test_without_a_repository_nothing_is_counted_as_committed(now):
    assert what_needs_somebody(now).uncommitted is None
