"""Every field of a record in the words people use."""

from strategy_tracker.comparing.fields import fields
from strategy_tracker.model.strategy import Strategy
from tests.comparing.test_compare import one, said
from tests.judging.measure_builder import measure


def test_fields_have_the_words_people_use():
    item = one(
        owner="Head", due="2018-08-31", partners=("A", "B"), milestones=({"text": "Booked"},),
        updates=(said(note="One"), said(note="Two", public=True)),
    ).priorities[0].actions[0]  # fmt: skip
    assert fields(item, frozenset({"id"})) == {
        "text": ("Do it",),
        "owner": ("Head",),
        "partners": ("A", "B"),
        "due": ("2018-08-31",),
        "milestone 'Booked'": (),
        "update '2018-05-01'": ("in-progress", "One"),
        "update '2018-05-01' (2)": ("in-progress", "Two", "public yes"),
    }


def test_a_name_that_looks_like_a_numbered_one_is_not_taken_for_it():
    steps = tuple({"text": text} for text in ("Booked", "Booked' (2)", "Booked", "Booked"))
    item = one(milestones=steps).priorities[0].actions[0]
    assert list(fields(item, frozenset({"id", "text"}))) == [
        "milestone 'Booked'", "milestone 'Booked' (2)'", "milestone 'Booked' (2)", "milestone 'Booked' (3)",
    ]  # fmt: skip


def test_fields_of_a_measure_name_their_period_and_what_is_withheld_is_not_told():
    found = fields(
        measure(targets={"2022/23": {"value": 80, "amber_from": 70}}, readings={"2021/22": "c", "2022/23": 4}),
        frozenset({"id", "title"}),
    )
    assert found == {
        "unit": ("percent",),
        "better": ("higher",),
        "target for 2022/23": ("80", "amber from 70"),
        "reading for 2021/22": ("suppressed",),
        "reading for 2022/23": ("4",),
    }
    assert list(fields(measure(benchmarks={"England": {"2022/23": 5}}), frozenset())) == [
        "id", "title", "unit", "better", "benchmark England for 2022/23",
    ]  # fmt: skip


def test_a_nought_is_said():
    told = fields(
        measure(baseline={"on": "2023-03-31", "value": 0}, readings={"2023/24": {"value": 0, "note": "None"}})
    )
    assert told["baseline"] == ("on 2023-03-31", "0")
    assert told["reading for 2023/24"] == ("0", "None")


def test_each_thing_that_a_body_was_asked_is_a_field_of_its_own():
    meetings = ({"held": "2018-07-12", "asks": ({"id": "x", "text": "Agree", "resolved": "agreed"},)},)
    given = {"id": "s", "title": "S", "governance": ({"body": "Board", "every": "quarter", "meetings": meetings},)}
    found = fields(Strategy.model_validate(given))
    assert found["body 'Board'"] == ("every quarter",)
    assert found["ask 'x'"] == ("Agree", "resolved agreed")
