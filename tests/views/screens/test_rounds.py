from strategy_tracker.judging.standing.of_rounds import AskedThing, BodyRound, RoundStanding
from strategy_tracker.views.screens.rounds import round_line, round_sections
from tests.views.builders import DAY, action, priority, standing, strategy

ASKED = (
    AskedThing("young-carers/seen-01", "update", ("Head",), ("young-carers/seen",), "2025-09-30", "update", late=True),
    AskedThing("young-carers/seen-02", "update", ("Manager",), ("young-carers/seen",)),
    AskedThing("young-carers/seen-03", "update", (), ("young-carers/other",)),
)
OPEN = RoundStanding("2025-10-08", DAY, DAY, DAY, is_open=True, since=None, asked=ASKED)


def sections(found=OPEN, **changes):
    known = standing(strategy(priority(action())))._replace(rounds=(BodyRound("Board", ("young-carers",), found),))
    return list(round_sections(known))


def test_who_has_not_answered_comes_first_and_what_has_no_owner_is_named():
    [found] = sections()
    assert found.title == "Board, round before 2025-10-08"
    assert [[one.text for one in row] for row in found.tables[0].rows] == [
        ["Manager", "◆ 0 of 1", "–", "young-carers/seen-02"], ["Head", "◆ 1 of 1, late", "2025-09-30", "–"],
    ]  # fmt: skip
    assert found.tables[0].notes == ("no owner to ask: young-carers/seen-03",)


def test_priorities_are_told_apart_where_there_are_several():
    [found] = sections()
    assert [[one.text for one in row] for row in found.tables[1].rows] == [
        ["Young carers are seen", "1 of 2 owners have answered, 1 late"],
        ["young-carers/other", "nobody is asked; 1 without an owner to ask"],
    ]
    assert len(sections(OPEN._replace(asked=ASKED[:2]))[0].tables) == 1


def test_a_round_that_is_over_says_so():
    assert round_line(OPEN).startswith("open from 2025-10-01 to 2025-10-01: 1 of 2 owners have answered, 1 late")
    assert round_line(OPEN._replace(is_open=False)).startswith("was open from")
