"""A file in pieces: which lines belong together, and when a file is not cut."""

import pytest

from strategy_tracker.history.items.pieces import keys_beside_an_action, pieces_of, with_keys

STRATEGY = b"""\
id: a
title: A
vision: Seen
priorities:
  - title: First
    id: p
    owner: Head
    actions:
      - id: p-1
        text: One
      - text: Two
        id: p-2
  -
    id: q
    title: Second
"""


def test_every_line_is_in_one_piece_with_its_owner_and_its_key():
    made = pieces_of(STRATEGY, "strategies")
    assert b"".join(piece.text for piece in made.listed) == STRATEGY
    assert [(piece.owner, piece.item, piece.key.decode()) for piece in made.listed] == [
        (None, False, "id"),
        (None, False, "title"),
        (None, False, "vision"),
        (None, False, "priorities"),
        (0, False, "id"),  # the line of the dash, whichever key it has
        (0, False, "id"),
        (0, False, "owner"),
        (0, False, "actions"),
        (0, True, ""),
        (0, False, "-"),
        (1, False, "id"),
        (1, False, "id"),
        (1, False, "title"),
    ]


def test_what_an_action_is_judged_by_stays_and_nothing_else_of_the_strategy():
    assert keys_beside_an_action() >= {b"id", b"title", b"owner", b"starts", b"ends", b"review_every", b"actions"}
    assert not keys_beside_an_action() & {b"vision", b"rationale", b"organisation"}
    made = pieces_of(STRATEGY, "strategies")
    gone = [
        piece
        for piece, kept in zip(made.listed, with_keys(made.listed, keys_beside_an_action()), strict=True)
        if not kept
    ]
    assert [piece.key for piece in gone] == [b"vision", b"-"]
    assert b"vision" in made.head
    assert b"vision" not in made.core


def test_measures_are_items_below_their_key_alone():
    made = pieces_of(b"note: x\nmeasures:\n  - id: a\n    title: A\n  - id: b\n", "measures")
    assert [piece.item for piece in made.listed] == [False, False, True, True]
    assert made.head == b"note: x\nmeasures:\n"


@pytest.mark.parametrize(
    "data",
    [
        b"id: a\ntitle: A\n",
        STRATEGY.replace(b"\n", b"\r"),
        STRATEGY.replace(b"text: One", b'text: "One'),
        STRATEGY.replace(b"text: One", b"text: 'One"),
        STRATEGY.replace(b"vision: Seen", b"values: [Seen,"),
    ],
)
def test_a_file_in_which_a_piece_may_not_be_whole_is_not_cut(data):
    assert pieces_of(data, "strategies") is None


def test_only_strategies_and_measures_are_cut():
    assert pieces_of(b"practice:\n  - id: a\n", "practice") is None
