import pytest

from strategy_tracker.editing.new_ids import ids_in, new_id, short
from strategy_tracker.problem import Problem


@pytest.mark.parametrize(
    ("words", "thing", "own"),
    [
        ("Young Carers Strategy 2025–2028", "strategy", "young-carers"),
        ("Strategy", "strategy", "strategy"),
        ("2025–2028", "strategy", "2025-2028"),
        ("Every child is safe, and feels it daily", "priority", "child-safe-feels"),
        ("Children with a dental check in the last 12 months", "measure", "children-dental-check-last-12"),
        ("Carers' views, and Anne’s", "measure", "carers-views-annes"),
        ("Größe der Straße", "measure", "groe-der-strae"),
        ("To be or", "priority", "to-be-or"),
        ("snake_case", "measure", "snake-case"),
        ("internationalisation counterrevolutionaries", "priority", "internationalisation"),
        ("x" * 90, "priority", "x" * 40),
    ],
)
def test_an_id_is_made_of_a_few_telling_words(words, thing, own):
    assert short(words, thing) == own


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
