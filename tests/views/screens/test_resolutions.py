"""The table of what is open of what bodies resolved."""

from strategy_tracker.views.screens.resolutions import resolution_tables
from tests.judging.action_builder import priority, stand, strategy


def tables(*asks, today="2018-09-01"):
    given = {"body": "Board", "meetings": [{"held": "2018-07-12", "asks": list(asks)}]}
    return list(resolution_tables(stand(strategy(priority(owner="Head"), governance=(given,)), today)))


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_nothing_is_shown_where_no_meeting_is_on_record():
    assert list(resolution_tables(stand(strategy(priority(), governance=({"body": "Board"},)), "2018-09-01"))) == []


def test_the_latest_comes_first_and_what_is_settled_is_counted():
    late = {"resolved": "agreed", "by": "M", "minute": "4"}
    (table,) = tables(
        {"id": "noted", "text": "Note", "resolved": "noted"},
        {"id": "done", "text": "Do", "resolved": "agreed", "by": "M", "done": "2018-08-01"},
        {"id": "little", "text": "Do", "due": "2018-08-31", **late},
        {"id": "much", "text": "Ask", "to_do": "Bring a plan", "due": "2018-08-01", **late},
        {"id": "asked", "text": "Say"},
    )
    assert [row[0] for row in texts(table)] == ["much", "little", "asked"]
    assert texts(table)[0] == [
        "much", "Bring a plan", "Board: agreed on 2018-07-12 (minute 4)", "M", "▼ 31 days late, due 2018-08-01",
    ]  # fmt: skip
    assert table.notes == ("besides: 1 done, 1 nothing to do",)
