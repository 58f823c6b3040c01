from datetime import date

import pytest

from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.differences import MomentSide
from strategy_tracker.comparing.questions import HURRY, KEYS_READ, signals
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.strategy_standing import stand_strategy
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import OnlyKeys, strategy
from tests.judging.measure_builder import measure

DAY = date(2018, 6, 1)


def side(one=None, measured=None, day=date(2023, 6, 30)):
    stood = stand_strategy(one, DAY, DEFAULTS, "s.yaml").actions if one else ()
    measures = {measured.id: measured} if measured else {}
    judged = {name: stand_measure(m, day, DEFAULTS, "m.yaml", ()) for name, m in measures.items()}
    return MomentSide({one.id: one} if one else {}, measures, {f"s/{a.id}": a for a in stood}, judged)


def asked(old, new):
    return [(one.item, one.words) for one in signals(old, new, compare(old, new))]


def with_action(*updates, governance=(), **keys):
    action = {"id": "a", "text": "Do it", "updates": updates, **keys}
    return side(strategy({"id": "p", "title": "P", "actions": (action,)}, governance=governance))


def said(on, state="in-progress", **keys):
    return {"on": on, "state": state, **keys}


RED = said("2018-04-10", rag="red", note="Late")


def test_a_colour_that_improved_without_a_word():
    assert asked(with_action(RED), with_action(RED, said("2018-05-01", rag="green"))) == [
        ("s/a", "its colour improved without a note or evidence")
    ]


def test_a_colour_that_improved_with_a_note_evidence_or_a_day_done_raises_no_question():
    for keys in ({"note": "Mended"}, {"evidence": ("Minutes 4",)}):
        assert asked(with_action(RED), with_action(RED, said("2018-05-01", rag="green", **keys))) == []
    recurs = {"every": "month", "done": "2018-01-01"}
    assert asked(with_action(**recurs), with_action(**recurs | {"done": ("2018-01-01", "2018-05-20")})) == []


def test_a_colour_that_got_worse_raises_no_question():
    green = said("2018-04-10", rag="green")
    assert asked(with_action(green), with_action(green, said("2018-05-01", rag="red"))) == []


MISSED = {"targets": {"2022/23": 80}, "amber_within": "5 points", "readings": {"2022/23": 70}}


def of_measure(**keys):
    """What is asked where a missed measure has other keys than before."""
    return [words for _, words in asked(side(measured=measure(**MISSED)), side(measured=measure(**MISSED | keys)))]


EASED = "its target for 2022/23 was made easier to meet, 80% → 70%; "


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, "; it is green now, red before"),
        ({"readings": {"2022/23": 66}}, "; it is amber now, red before"),
        ({"readings": {"2022/23": 60}}, ""),
    ],
)
def test_an_eased_target_is_asked_about_whatever_its_reading_and_its_colour_did(keys, words):
    assert of_measure(targets={"2022/23": 70}, **keys) == [f"{EASED}the file does not say why{words}"]


def test_the_reason_and_the_approval_of_an_eased_target_stand_beside_it():
    step = {"on": "2022-05-01", "target": "2022/23", "from": 80, "to": 70, "why": "Fewer homes", "approved_by": "Board"}
    words = "Fewer homes; approved by Board; it is green now, red before"
    assert of_measure(targets={"2022/23": 70}, changed=[step]) == [EASED + words]
    words = "Fewer homes; no approval on record; it is green now, red before"
    assert of_measure(targets={"2022/23": 70}, changed=[step | {"approved_by": None}]) == [EASED + words]
    assert of_measure(targets={"2022/23": 90}, changed=[step | {"to": 90}]) == []


def test_an_eased_tolerance_is_asked_about_from_red_to_amber():
    words = "its colours are easier to have: amber within 5 points → 15 points; the file does not say why"
    assert of_measure(amber_within="15 points") == [f"{words}; it is amber now, red before"]


def test_a_measure_that_improved_without_a_reading():
    assert of_measure(targets={}, better="none") == []
    assert of_measure(readings={}) == []
    better = measure(**MISSED | {"readings": {"2022/23": 90}})
    assert asked(side(measured=measure(**MISSED)), side(measured=better)) == []


def test_a_measure_that_improved_because_a_date_passed_raises_no_question():
    early = measure(
        targets={"2022/23 Q4": 80, "2023/24 Q1": 80},
        amber_within="5 points",
        readings={"2022/23 Q4": 70, "2023/24 Q1": 90},
    )
    old, new = side(measured=early, day=date(2023, 6, 20)), side(measured=early, day=date(2023, 7, 1))
    assert [one.worse for one in compare(old, new)] == [False]
    assert asked(old, new) == []


def test_a_note_that_is_the_same_as_the_last_one():
    again = said("2018-05-20", rag="red", note="Late")
    assert asked(with_action(RED), with_action(RED, again)) == [
        ("s/a", "the note of 2018-05-20 is the same as the one of 2018-04-10")
    ]
    assert asked(with_action(RED, again), with_action(RED, again)) == []


def hurried(count, held="2018-05-10"):
    def made(updates):
        actions = tuple({"id": f"a-{n}", "text": f"Do {n}", "updates": updates} for n in range(count))
        return side(
            strategy({"id": "p", "title": "P", "actions": actions}, governance=({"body": "Board", "held": held},))
        )

    return asked(made(()), made((said("2018-05-09", note="All well"),)))


def test_many_updates_on_the_eve_of_a_meeting():
    assert hurried(HURRY) == [("s", "5 updates are dated within a day of the meeting of Board on 2018-05-10")]
    assert hurried(HURRY - 1) == []
    assert hurried(HURRY, "2018-05-20") == []
    assert hurried(HURRY, "2018-05") == []


def test_of_a_strategy_no_other_key_is_read():
    def made(*updates):
        actions = tuple({"id": f"a-{n}", "text": f"Do {n}", "updates": updates} for n in range(HURRY))
        body = {"body": "Board", "held": "2018-05-10"}
        return side(strategy({"id": "p", "title": "P", "actions": actions}, governance=(body,), owner="Director"))

    old, new = made(RED), made(RED, said("2018-05-09", rag="green", note="Late"), said("2018-05-10", rag="green"))
    less = (one._replace(strategies={"s": OnlyKeys(one.strategies["s"], KEYS_READ)}) for one in (old, new))
    found = compare(old, new)
    assert {one.words.split(" ")[0] for one in signals(old, new, found)} == {"the", "10"}
    assert signals(*less, found) == signals(old, new, found)


def of_forecasts(before, after, **keys):
    one, two = (measure(**keys, forecasts={"2023/24": said} if said else {}) for said in (before, after))
    return [words for _, words in asked(side(measured=one), side(measured=two))]


def test_a_forecast_that_says_something_else_or_is_gone_is_asked_about_and_a_further_one_is_not():
    first, second = {"value": 82, "on": "2023-05-04"}, {"value": 78, "on": "2023-06-04"}
    gone = "its forecast of 2023-05-04 for 2023/24 was 82% and is not there any more"
    assert of_forecasts(first, [first, second]) == []
    assert of_forecasts([first, second], second) == [gone]
    assert of_forecasts(first, first | {"value": 81}) == [gone]
    assert of_forecasts(first, None) == [gone]
    assert of_forecasts(first, first | {"note": "Two clinics"}) == []


def test_a_colour_that_a_forecast_improved_is_asked_about_as_one():
    poor, good = {"value": 60, "on": "2023-05-04"}, {"value": 90, "on": "2023-06-04"}
    rule = {"targets": {"2023/24": 80}, "amber_within": "5 points", "rated_by": "forecast"}
    assert of_forecasts(poor, [poor, good], **rule) == ["its colour improved by a forecast, without a new reading"]
