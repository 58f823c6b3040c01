"""Messages in a folder: which are written, which go, and what is said of each."""

import pytest

from strategy_tracker.app.looking.overdue import overdue
from strategy_tracker.app.looking.status import Filters
from strategy_tracker.app.reporting.digest import digests_of, write_digests
from strategy_tracker.problem import Problem

EVERYTHING = Filters()


def written(now, folder, filters=EVERYTHING):
    notes = []
    write_digests(overdue(now, filters, None), folder, notes.append)
    return notes


def test_each_owner_has_one_message_with_all_that_waits(now):
    made = digests_of(overdue(now, Filters(), None))
    assert [(one.owner, len(one.entries)) for one in made] == [
        ("Group Manager", 1),
        ("Head of Service", 4),
        ("Performance Team", 1),
    ]


def test_a_former_message_stays_where_a_filter_may_have_kept_it_back(now, tmp_path):
    folder = tmp_path / "messages"
    assert written(now, folder)[-1] == "nothing was sent"
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 6
    assert len(written(now, folder, Filters(owner="group"))) == 2
    assert {path.name for path in folder.iterdir()} == names


def test_a_former_message_goes_when_nothing_in_it_waits_any_more(now, tmp_path):
    folder = tmp_path / "messages"
    written(now, folder)
    notes = written(now._replace(today=now.today.replace(year=2024)), folder)
    assert sum(one.startswith("removed ") for one in notes) == 6
    assert list(folder.iterdir()) == []


def test_a_folder_with_anything_else_is_left_alone(now, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Problem, match="which is no message as it was written here"):
        written(now, tmp_path)
    assert not list(tmp_path.glob("*.eml"))
