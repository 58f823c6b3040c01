import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.editing.new_ids import LONGEST, candidates, ids_in, new_id
from strategy_tracker.problem import Problem


@pytest.mark.parametrize(
    ("words", "thing", "own"),
    [
        ("Young Carers Strategy 2025–2028", "strategy", "young-carers-2025"),
        ("Strategy", "strategy", "strategy"),
        ("2025–2028", "strategy", "2025-2028"),
        ("Every child is safe, and feels it daily", "priority", "child-safe-daily"),
        ("Children with a dental check in the last 12 months", "measure", "children-dental-months"),
        ("Care leavers working or studying full time", "measure", "care-leavers-full-time"),
        ("Care leavers working or studying part time", "measure", "care-leavers-part-time"),
        ("Number of calls in 2024", "measure", "calls-2024"),
        ("Carers' views, and Anne’s", "measure", "carers-views-annes"),
        ("Größe der Straße", "measure", "groe-der-strae"),
        ("To be or", "priority", "to-be-or"),
        ("snake_case", "measure", "snake-case"),
        ("internationalisation counterrevolutionaries", "priority", "internationalisation"),
        ("x" * 90, "priority", "x" * 21),
    ],
)
def test_an_id_is_made_of_what_tells_a_title_from_others(words, thing, own):
    assert candidates(words, thing)[0] == own


def test_titles_that_differ_in_the_middle_get_ids_that_differ_in_words():
    used = set[str]()
    for title in ("Care leavers in suitable accommodation", "Care leavers in unsuitable accommodation"):
        used.add(new_id(title, "measure", lambda _: used))
    assert used == {"care-accommodation", "unsuitable-accommodation"}


def test_the_year_tells_one_strategy_from_the_next():
    used = {"parks-2021"}
    assert new_id("Parks Strategy 2025–2028", "strategy", lambda _: used) == "parks-2025"


@given(st.text(max_size=80), st.sampled_from(["strategy", "priority", "measure"]), st.integers(0, 15))
def test_no_id_is_longer_than_a_table_holds_however_many_there_are(words, thing, others):
    used = set[str]()
    try:
        for _ in range(others + 1):
            used.add(new_id(words, thing, lambda _: used))
    except Problem:
        return
    assert len(used) == others + 1
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", own) and len(own) <= LONGEST for own in used)


def test_what_was_used_before_gets_a_number():
    used = {"calls", "calls-2"}
    assert new_id("Calls", "measure", lambda _: used) == "calls-3"


def test_a_title_without_letters_we_can_write_needs_an_id():
    with pytest.raises(Problem, match="no id can be made of '公平'"):
        new_id("公平", "priority", lambda _: set())


def test_ids_are_found_however_they_are_written():
    text = b"id: plan\n-  - {id: safe-01, text: A}\n+      - \"id\": 'safe-02'\n    xid: no\n"
    assert ids_in(text, top=False) == {"plan", "safe-01", "safe-02"}
    assert ids_in(b"+id: old\n" + text, top=True) == {"old", "plan"}


@pytest.mark.parametrize("words", ["⑴ Warm homes", "Warm ½ homes", "Warm homes ™", "ﬁre—safe 2½"])
def test_signs_that_come_apart_make_no_id_that_no_file_may_hold(words):
    for thing in ("strategy", "priority", "measure"):
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) for one in candidates(words, thing))
