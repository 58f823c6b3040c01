"""What stands in a version and could not be read has not gone."""

from datetime import date

from strategy_tracker.comparing.differences import whole
from strategy_tracker.history.items.unreadable import (
    UnreadItem,
    across_gaps,
    as_written,
    may_stand,
    may_still_hold,
    unread,
)
from strategy_tracker.history.items.versions import ItemPath, VersionStep
from strategy_tracker.history.repository.objects import data_file
from strategy_tracker.model.commit import Commit
from tests.files.shipped import load_text

SOUND = """\
id: s
title: S
priorities:
  - id: p
    title: P
    actions:
      - {id: a, text: Do it}
      - {id: b, text: Do more}
"""
FAULTY = SOUND.replace("text: Do more", "txt: Do more")
BROKEN = SOUND + "\t- x\n"
B = ItemPath("s/b", "action", "strategies/x.yaml")


def test_a_thing_with_a_fault_is_told_with_its_words_and_its_priority():
    assert unread(load_text(FAULTY)) == {"s/b": UnreadItem("action", "b", "p")}
    assert unread(load_text(SOUND)) == {}
    assert unread(load_text(BROKEN)) == {}, "of a whole file nothing can be told"


def test_what_another_moment_knows_may_stand_where_it_could_not_be_read():
    sound = load_text(SOUND)
    assert may_stand([load_text(FAULTY)], [sound]) == {"s/b"}
    assert may_stand([load_text(BROKEN)], [sound]) == {"s", "s/p", "s/a", "s/b"}
    assert may_stand([load_text(BROKEN.replace("b,", "c,"))], [sound]) == {"s", "s/p", "s/a"}
    assert may_stand([sound], [sound]) == frozenset()


def test_an_item_may_still_be_held_by_a_file_with_a_fault():
    assert may_still_hold(None, load_text(FAULTY), B)
    assert may_still_hold(None, load_text(BROKEN), B)
    assert not may_still_hold(None, load_text(SOUND), B)
    assert not may_still_hold(load_text(SOUND).record, load_text(FAULTY), B)


def test_only_what_came_and_went_in_the_files_came_and_went():
    gone, come = (whole("s/b", "action", *words) for words in (("Do more", ""), ("", "Do more")))
    assert [*as_written([gone], load_text(SOUND), load_text(FAULTY))] == []
    assert [*as_written([come], load_text(FAULTY), load_text(SOUND))] == []
    shorter = load_text(SOUND.replace("      - {id: b, text: Do more}\n", ""))
    assert [*as_written([gone], load_text(SOUND), shorter)] == [gone]


def test_a_version_that_was_lost_is_stepped_over():
    files = [data_file("strategies/x.yaml", text.encode()) for text in (SOUND, BROKEN, SOUND + "note: x\n")]
    first, second, third = (
        VersionStep(Commit(name, date(2018, 1, n), "", ""), 1, before, after)
        for n, (name, before, after) in enumerate(zip("abc", [None, *files], files, strict=False), 1)
    )
    found = across_gaps([third, second, first], lambda step: step.after.data == BROKEN.encode())
    assert [step.commit.sha for step in found] == ["c", "b", "a"]
    assert (found[0].before, found[0].gap, found[0].after) == (files[0], files[1], files[2])
    assert across_gaps([third, second, first], lambda step: False) == [third, second, first]
