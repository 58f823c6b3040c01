from strategy_tracker.judging.standing.of_rounds import AskedThing, BodyRound, RoundStanding
from strategy_tracker.views.rounds_as_data import ROUND_COLUMNS, body_data, priorities_of, round_cells, rounds_data
from tests.views.builders import DAY, body, standing

ASKED = (
    AskedThing("s/a", "update", ("Head",), ("s/p",), "2025-09-30", "update"),
    AskedThing("m", "reading", ("Team",), ("s/p", "s/q")),
)
ROUND = RoundStanding("2025-10-08", DAY, DAY, DAY, is_open=True, since=None, asked=ASKED)


def test_a_body_that_does_not_ask_has_no_round_and_empty_cells():
    assert body_data(body())["round"] is None
    assert round_cells(body()) == dict.fromkeys(ROUND_COLUMNS)


def test_a_round_has_its_counts_whole_and_by_owner_and_priority():
    found = body_data(body(round=ROUND))["round"]
    assert found["counts"][:3] == (2, 1, 0)
    assert [(one["owner"], one["has_answered"], one["waiting"]) for one in found["owners"]] == [
        ("Head", True, ()), ("Team", False, ("m",)),
    ]  # fmt: skip
    assert {name: one[:2] for name, one in found["priorities"].items()} == {"s/p": (2, 1), "s/q": (1, 0)}
    assert priorities_of(ROUND) == ["s/p", "s/q"]


def test_a_portfolio_has_each_meeting_once_and_nothing_where_no_body_asks():
    assert rounds_data(standing()) == {}
    [found] = rounds_data(standing()._replace(rounds=(BodyRound("Board", ("s",), ROUND),)))["rounds"]
    assert (found["body"], found["strategies"], found["counts"][:2]) == ("Board", ("s",), (2, 1))


def test_the_flat_row_has_a_cell_for_each_column():
    cells = round_cells(body(round=ROUND, asks=DAY))
    assert list(cells) == list(ROUND_COLUMNS)
    assert list(cells.values()) == [DAY, "2025-10-08", DAY, DAY, 2, 1, 0]
