from typing import get_args

from strategy_tracker.judging.attention import KINDS, OverdueKind, RedKind
from strategy_tracker.views.attention_heads import ALL_HEADS, HEADS, by_head, named
from tests.views.screens.standing.test_overdue import LATE


def test_every_kind_has_a_head_and_what_is_told_together_has_one():
    assert {*HEADS, "upcoming"} == {*get_args(OverdueKind), *get_args(RedKind)}
    assert [{HEADS[kind] for kind in kinds} for kinds in KINDS] == [{head} for head in ALL_HEADS]


def test_things_stand_under_their_heads_in_the_order_of_the_heads():
    silent, red = LATE._replace(kinds=("silent",)), LATE._replace(kinds=("red-action", "very-silent"))
    assert list(by_head([silent, red, LATE]).items()) == [
        (HEADS["late"], [LATE]), (HEADS["red-action"], [red]), (HEADS["silent"], [silent]),
    ]  # fmt: skip


def test_a_round_is_named_by_its_day_as_people_say_it_and_nothing_else_is_touched():
    text = "Carers Board, round before 2025-10-12"
    assert named(LATE._replace(thing="meeting", text=text)) == "Carers Board, round before 12 October 2025"
    assert named(LATE._replace(text=text)) == text
