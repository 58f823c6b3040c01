"""How one change is stated."""

import pytest

from strategy_tracker.comparing.differences import (
    Difference,
    colour,
    details,
    field,
    ids,
    placed,
    same_colour,
    whole,
    words,
)
from strategy_tracker.judging.standing.rating import Rating
from tests.comparing.test_compare import one, side


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("a b c", "a x c", "a [b] c", "a [x] c"),
        ("a b", "a b c", "a b", "a b [c]"),
        ("", "a", "", "[a]"),
        ("a" + " so" * 30, "b" + " so" * 30, f"[a]{' so' * 6} …{' so' * 6}", f"[b]{' so' * 6} …{' so' * 6}"),
        ("a " * 1501, "b", "[1501 words]", "[1 words]"),
    ],
)  # fmt: skip
def test_the_words_that_differ(old, new, before, after):
    assert words(old, new) == (before, after)


def test_a_text_of_one_word_a_thousand_times_is_not_compared_word_by_word():
    assert words("a " * 1400, "a " * 1399 + "b") == ("[1400 words]", "[1400 words]")


GREEN, RED, GREY = (Rating(name, name, "its date decides", "late") for name in ("green", "red", "grey"))


@pytest.mark.parametrize(
    ("was", "now", "worse"),
    [
        (GREEN, RED, True),
        (RED, GREEN, False),
        (GREY, RED, None),
        (RED, GREY, None),
        (GREY, GREY._replace(word="no"), None),
    ],
)
def test_a_colour_that_moved_is_worse_or_better_but_for_grey(was, now, worse):
    (found,) = colour("s/a", "action", "Do it", was, now, "an update")
    assert (found.kind, found.before, found.after, found.worse) == ("colour", was.word, now.word, worse)
    assert found.why == "an update; its date decides"


def test_a_colour_that_looks_the_same_did_not_move():
    other = GREEN._replace(reason="another reason", why="met")
    assert same_colour(GREEN, other)
    assert [*colour("s/a", "action", "Do it", GREEN, other, "")] == []


def test_what_came_and_went_has_the_words_it_had():
    assert whole("s/a", "action", "", "Do it") == Difference("added", "s/a", "action", "Do it", "", "Do it")
    assert whole("s/a", "action", "Do it", "") == Difference("withdrawn", "s/a", "action", "Do it", "Do it", "")


def test_ids_of_the_new_moment_come_first():
    assert ids({"a": 1, "b": 2}, {"c": 3, "b": 4}) == ["c", "b", "a"]


def test_another_owner_is_a_change_of_its_own_kind():
    assert field("s/a", "action", "Do it", "owner", None, "Head") == Difference(
        "owner", "s/a", "action", "Do it", "none", "Head", ""
    )
    assert field("s/a", "action", "Do it", "review_every", "month", None).why == "review every"


def test_only_fields_that_differ_and_are_not_hidden_are_stated():
    old, new = (one(**keys).priorities[0].actions[0] for keys in ({"note": "Mind the step"}, {"due": "2018"}))
    found = details("s/a", "action", "Do it", old, new, frozenset({"due"}))
    assert [(each.kind, each.before, each.after, each.why) for each in found] == [
        ("detail", "Mind the step", "none", "note")
    ]


def test_an_action_has_the_nearest_owner():
    (found,) = placed(side(one())).values()
    assert found.owner == ()
    assert found._replace(strategy=found.strategy.model_copy(update={"owner": ("Head",)})).owner == ("Head",)
    assert list(placed(side(one()))) == ["s/a"]
