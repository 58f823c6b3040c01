"""Nothing has changed: what was said before still holds, and is no news for ever."""

import pytest

from strategy_tracker.judging.actions.clocks import known_updates
from strategy_tracker.judging.actions.no_change import times_said, with_what_holds
from strategy_tracker.model.action import Update
from tests.judging.action_builder import action, an_update, day, stood, update

FIRST = update("2018-07-02", rag="amber", note="Waiting for the supplier", forecast="2018-12")


def same(on, **keys):
    return update(on, None, no_change=True, **keys)


def holds(*updates):
    known = known_updates([Update.model_validate(one) for one in updates], day("2019-12-31"))
    latest = with_what_holds(known)[0]
    return latest.state, latest.rag, latest.forecast and str(latest.forecast), latest.note


def test_state_colour_and_forecast_stay_and_since_when_is_said():
    assert holds(FIRST, same("2018-09-01"), same("2018-10-01")) == (
        "in-progress", "amber", "2018-12", "no change since 2018-07-02: Waiting for the supplier",
    )  # fmt: skip


def test_a_forecast_that_has_passed_holds_no_longer():
    assert holds(FIRST, same("2018-12-31"))[2] == "2018-12"
    assert holds(FIRST, same("2019-01-01"))[2] is None


def test_words_of_its_own_stand_in_place_of_the_former_ones():
    assert holds(FIRST, same("2018-09-01", note="Supplier named"))[3] == "no change since 2018-07-02: Supplier named"
    assert holds(update("2018-07-02"), same("2018-09-01"))[3] == "no change since 2018-07-02"


def test_no_change_of_nothing_says_only_that():
    assert holds(same("2018-09-01")) == (None, None, None, "no change")


def test_the_colour_of_an_action_stays_and_is_not_old():
    one = action(FIRST, same("2018-10-01"), due="2019-03-31")
    found = stood(one, "2018-12-01")
    assert (found.state, found.judgement, found.judgement_is_old, found.forecast) == (
        "in-progress", "amber", False, "2018-12",
    )  # fmt: skip
    assert found.rating.colour == "amber"
    assert (found.updates[0].no_change, found.updates[1].no_change) == (True, False)


def test_a_halt_goes_on_since_it_began():
    halted = action(update("2018-07-02", "paused", note="No money"), same("2018-10-01"))
    assert stood(halted, "2018-12-01").halt[:3] == ("paused", "2018-07-02", "No money")


# how often


@pytest.mark.parametrize(
    ("notes", "sentences", "times"),
    [
        ("A", True, 0),
        ("AB", True, 0),
        ("AA", True, 2),
        ("AAA", True, 3),
        ("AAA", False, 0),
        ("BAA", True, 2),
        ("A=", False, 1),
        ("A==", False, 2),
        ("A===", False, 3),
        ("===", False, 3),
        ("AA=", True, 3),
        ("AA=", False, 1),
        ("A=A", True, 0),
        ("A===B", False, 0),
    ],
)
def test_how_often_the_same_was_said_in_a_row(notes, sentences, times):
    days = [f"2018-0{number}-01" for number in range(1, len(notes) + 1)]
    said = [same(on) if note == "=" else update(on, note=note) for on, note in zip(days, notes, strict=True)]
    known = known_updates([Update.model_validate(one) for one in said], day("2018-12-31"))
    assert times_said(known, sentences=sentences) == times


def test_a_sentence_is_the_same_in_other_spaces_and_capitals():
    known = [an_update("2018-07-01", note="Waiting for it."), an_update("2018-06-01", note="waiting  for it")]
    assert times_said(known, sentences=True) == 2


def test_no_change_is_looked_at_twice_and_no_news_the_third_time():
    twice = [update("2018-05-01", note="Drafted"), same("2018-08-01"), same("2018-11-01")]
    assert stood(action(*twice), "2018-12-31").review.kind == "fresh"
    found = stood(action(*twice, same("2018-12-01")), "2018-12-31").review
    assert (found.kind, found.words) == (
        "fresh",
        "last update with anything new 2018-11-01, repeated unchanged since; the next update is wanted by 2019-02-01",
    )
    assert stood(action(*twice, same("2018-12-01")), "2019-02-02").review.kind == "silent"


def test_the_same_sentence_is_no_news_the_third_time_where_a_body_asks():
    one = action(*(update(on, note="Waiting") for on in ("2018-05-01", "2018-08-01", "2018-11-01")))
    asks = ({"body": "Board", "asks_before": "3 weeks"},)
    assert stood(one, "2018-12-31").review.kind == "fresh"
    assert stood(one, "2018-12-31", governance=asks).review.kind == "silent"
