"""A body keeps watch where one clause says which and how often."""

from strategy_tracker.intake.documents.governance import body_of


def test_a_body_and_its_interval():
    assert body_of("The Housing Board looks at it every six months; the Care Council writes a page.") == [
        ("Housing Board", "6 months")
    ]
    assert body_of("The Senior Management Team (SMT) hears of it on a quarterly basis.") == [
        ("Senior Management Team", "quarter")
    ]


def test_without_both_there_is_none():
    assert body_of("The Housing Board looks at it.") == []
    assert body_of("We look at it every month and every year.") == []
