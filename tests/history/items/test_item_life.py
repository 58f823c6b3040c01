"""The life of an item from its versions: what was done by whom, and what only time did."""

from datetime import date

from strategy_tracker.history.items.item_life import tell
from strategy_tracker.history.items.versions import ItemPath
from strategy_tracker.history.repository.objects import Change
from tests.history.items.test_versions import FILE, commit

TEXT = (
    "id: s\ntitle: S\nstarts: 2018-01-01\npriorities:\n  - id: p\n    title: P\n    actions:\n"
    "      - {id: a, text: Do it, due: 2018-07-01%s}\n"
)
HELD = {
    "one": TEXT % "",
    "begun": TEXT % ", updates: [{on: 2018-01-02, state: in-progress, note: Begun}]",
    "moved": (TEXT % ", moved: [{on: 2018-01-03, from: 2018-07-01, why: Late}]").replace(
        "due: 2018-07-01", "due: 2018-12-31"
    ),
    "gone": "id: s\ntitle: S\n",
    "broken": "id: s\ntitle: [\na: a\n",
}
ITEM = ItemPath("s/a", "action", FILE)


def life(*shas, today=date(2018, 3, 1), shallow=False):
    """The life of an item whose file held these, one commit for each day of January."""
    changes = zip(("", *shas), shas, strict=False)
    commits = [commit(str(n), Change(FILE, (was,), now), day=n) for n, (was, now) in enumerate(changes, 1)][::-1]
    return tell(
        ITEM, commits, commits, lambda names: [(one, HELD[one].encode()) for one in names], today, shallow=shallow
    )


def told(found):
    return [(one.day.day, one.kind, one.commit.sha if one.commit else None) for one in found.events]


def test_it_begins_with_the_commit_that_brought_it():
    found = life("one")
    assert (found.address, found.thing, found.words) == ("s/a", "action", "Do it")
    assert told(found) == [(1, "added", "1")]
    assert {one.field: one.commit.sha for one in found.written if one.commit}["due"] == "1"


def test_an_update_and_a_move_are_told_with_their_commits():
    found = life("one", "begun", "moved")
    assert {(kind, sha) for _, kind, sha in told(found)} >= {("added", "1"), ("update", "2"), ("due", "3")}


def test_a_colour_that_only_time_moved_has_no_commit():
    found = life("begun", today=date(2018, 9, 1))
    passed = [one for one in found.events if one.commit is None]
    assert passed
    assert passed[0].why.startswith("a date passed")


def test_what_went_is_told_with_its_last_words():
    found = life("one", "gone")
    assert (found.words, told(found)[0]) == ("Do it", (2, "withdrawn", "2"))


def test_what_cannot_be_read_now_is_told_as_it_last_could():
    found = life("one", "broken")
    assert found.words == "Do it"
    assert found.notes == ("it cannot be read now: what is told of it is the last version that could be",)
    assert "withdrawn" not in {kind for _, kind, _ in told(found)}
