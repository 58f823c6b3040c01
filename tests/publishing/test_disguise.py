"""Records with other secrets are the same to the public."""

from strategy_tracker.publishing.disguise import OTHER, disguised
from strategy_tracker.publishing.marks import marks
from strategy_tracker.publishing.public_record import public_record
from tests.publishing.test_public_record import NOTHING, SECRET, action, said_to_a_committee, strategy, update


def test_a_disguise_changes_every_secret_and_nothing_that_is_public():
    open_update, shut = update(note="Done", public=True), update(on="2022-04-01", note=SECRET, by=SECRET)
    inside = strategy(
        action(note=SECRET, updates=[open_update, shut]), action(id="b", text=SECRET, internal=True),
        judgements=[{"on": "2022-05-01", "note": SECRET}],
    )  # fmt: skip
    found = marks([inside])
    other = disguised(inside, NOTHING, found)
    assert SECRET not in repr(other)
    assert OTHER in repr(other)
    assert public_record(other, NOTHING, found) == public_record(inside, NOTHING, found)


def test_the_words_that_a_committee_is_shown_are_no_secret_and_the_internal_ones_are():
    inside, shut = said_to_a_committee(), said_to_a_committee(internal=True)
    open_marks, shut_marks = marks([inside], in_public=True), marks([shut], in_public=True)
    assert repr(disguised(inside, NOTHING, open_marks)).count(SECRET) == 4
    other = disguised(shut, NOTHING, shut_marks)
    assert SECRET not in repr(other)
    assert public_record(other, NOTHING, shut_marks) == public_record(shut, NOTHING, shut_marks)
