from datetime import date

import pytest

from strategy_tracker.comparing.life_events import FieldOrigin, Life, LifeEvent, Shift, Slippage
from strategy_tracker.model.commit import Commit
from strategy_tracker.views.screens.looking_back.history import (
    event_rows,
    life_content,
    life_sheet,
    slipped_words,
    written_rows,
)
from tests.views.builders import words

DAY = date(2022, 3, 31)
COMMIT = Commit("a" * 40, DAY, "Ann", "First")
DISK = Commit("", DAY, "", "")


def an_event(kind="reworded", commit=COMMIT, **keys):
    given = {"item": "s/a", "before": "old", "after": "new", "why": "so", **keys}
    return LifeEvent(DAY, kind, given["item"], given["before"], given["after"], given["why"], commit, None)


def a_life(*events, written=(), slippage=None, **keys):
    return Life(
        keys.get("address", "s/a"),
        keys.get("thing", "action"),
        keys.get("words", "Do it"),
        events,
        written,
        slippage,
        (),
    )


def shown(life, *, blame=False):
    return list(words(life_sheet(life, DAY, since="HEAD~3", blame=blame)))


def test_a_life_has_its_item_its_day_and_its_events():
    found = shown(a_life(an_event()))
    assert found[:4] == ["Do it", "s/a, an action", "as at 31 March 2022", "since HEAD~3"]
    assert found[-5:] == ["2022-03-31", "reworded", "old → new", "so", "Ann, aaaaaaa"]


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (an_event("colour", None, before="green", after="red"), "▼ colour"),
        (an_event("colour", None), "time"),
        (an_event("due"), "due date"),
        (an_event("problem", before=""), "unreadable"),
        (an_event(commit=DISK), "not committed yet"),
        (an_event("added", before="", item="s/b"), "b: new"),
        (an_event("withdrawn", after=""), "old"),
    ],
)
def test_each_event_in_its_words(event, text):
    assert text in shown(a_life(event))


def test_nothing_in_a_time_is_said():
    assert "nothing is on record in this time" in shown(a_life())


def test_who_wrote_what():
    life = a_life(
        written=(
            FieldOrigin("text", "Do it", COMMIT),
            FieldOrigin("owner", "Head", None),
            FieldOrigin("due", "2022", DISK),
        )
    )
    found = shown(life, blame=True)
    assert found[-12:] == [
        "text", "Do it", "2022-03-31", "Ann, aaaaaaa", "owner", "Head", "–", "not on record",
        "due", "2022", "2022-03-31", "not committed yet",
    ]  # fmt: skip
    assert "it is not there any more" in shown(a_life(words=""), blame=True)
    assert [row.get("author") for row in written_rows(life)] == ["Ann", None, ""]


def slipped(days, *approved):
    return Slippage(
        "2022-03-31", "2022-06-30", days, tuple(Shift("2022-01-01", "x", "y", 1, "Ill", one, None) for one in approved)
    )


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (slipped(91, "Board"), "moved once, 91 days later than 2022-03-31; 1 of 1 move approved"),
        (slipped(-1, "", "Board"), "moved twice, 1 day earlier than 2022-03-31; 1 of 2 moves approved"),
        (slipped(0, "", "", ""), "moved 3 times, no days from 2022-03-31; 0 of 3 moves approved"),
    ],
)
def test_how_a_date_slipped(found, text):
    assert slipped_words(found) == text
    shown_ = shown(a_life(slippage=found))
    assert f"2022-06-30: {text}" in shown_
    assert "+1" in shown_


def test_a_date_that_was_taken_away_is_not_called_the_present_one():
    gone = slipped(0, "Board")._replace(present="no date")
    assert "no date: moved once, it was first 2022-03-31; 1 of 1 move approved" in shown(a_life(slippage=gone))


def test_data_has_everything():
    life = a_life(an_event(), an_event(commit=None), slippage=slipped(91, "Board"))
    content = life_content(life, DAY)
    assert (content["slippage"]["times"], content["slippage"]["approved"], content["as_at"]) == (1, 1, DAY)
    assert life_content(a_life(), DAY)["slippage"] is None
    rows = list(event_rows(life))
    assert (rows[0]["commit"], rows[1]["commit"], rows[1]["day"]) == ("a" * 40, "", DAY)
