"""Every version of a file that held an item is found, and the item in it."""

from datetime import date

import pytest

from strategy_tracker.history.items.versions import ItemPath, Versions
from strategy_tracker.history.repository.objects import Change, CommitFiles
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.settings import DEFAULTS

FILE = "strategies/s.yaml"
ITEM = ItemPath("s/a", "action", FILE)
TEXT = """\
id: s
title: S
priorities:
  - id: p
    title: P
    actions:
      - id: a
        text: {}
      - id: b
        text: {}
"""
HELD = {
    "one": TEXT.format("Do it", "Do more"),
    "two": TEXT.format("Do it now", "Do more"),
    "other": TEXT.format("Do it now", "Do less"),
    "gone": "id: s\ntitle: S\n",
    "elsewhere": TEXT.format("Do it", "Do more").replace("id: a", "id: c"),
}


def reader(shas):
    return [(sha, HELD[sha].encode()) for sha in shas]


def commit(name, *changes, day=1, parents=1):
    return CommitFiles(Commit(name, date(2018, 1, day), "", ""), parents, changes)


def steps(*commits, item=ITEM):
    """The steps of some commits, newest first."""
    versions = Versions(item, reader)
    return versions, versions.steps(commits, versions.paths(commits))


def test_an_address_says_where_an_item_is_kept():
    assert (ITEM.kind, ITEM.own, ITEM.single) == ("strategies", "a", True)
    measure = ItemPath("calls", "measure", "measures/m.yaml")
    assert (measure.kind, measure.own, measure.single) == ("measures", "calls", True)
    assert not ItemPath("s", "strategy", FILE).single


def test_only_commits_that_changed_the_item_are_steps():
    versions, found = steps(
        commit("3", Change(FILE, ("two",), "other")),
        commit("2", Change(FILE, ("one",), "two")),
        commit("1", Change(FILE, ("",), "one")),
    )
    assert [step.commit.sha for step in found] == ["2", "1"]
    assert versions.record(found[0].after, DEFAULTS).text == "Do it now"
    assert versions.record(found[0].before, DEFAULTS).text == "Do it"
    assert found[1].before is None


def test_an_item_that_was_taken_out_has_no_version_after():
    versions, found = steps(commit("2", Change(FILE, ("one",), "gone")), commit("1", Change(FILE, ("",), "one")))
    assert [(step.commit.sha, versions.record(step.after, DEFAULTS) is None) for step in found] == [
        ("2", True),
        ("1", False),
    ]


def test_an_item_is_followed_into_the_file_it_came_from():
    former = "strategies/old.yaml"
    versions = Versions(ITEM, reader)
    commits = (
        commit("2", Change(former, ("one",), ""), Change(FILE, ("",), "one")),
        commit("1", Change(former, ("",), "one")),
    )
    assert versions.paths(commits) == {FILE, former}
    assert [step.commit.sha for step in versions.steps(commits, versions.paths(commits))] == ["1"], "it did not change"


def test_a_merge_that_took_what_one_side_had_is_no_step():
    _, found = steps(
        commit("2", Change(FILE, ("one", "two"), "two"), parents=2), commit("1", Change(FILE, ("",), "one"))
    )
    assert [step.commit.sha for step in found] == ["1"]


@pytest.mark.parametrize(("thing", "address", "words"), [("strategy", "s", "S"), ("priority", "s/p", "P")])
def test_what_holds_others_is_found_as_well(thing, address, words):
    versions, found = steps(commit("1", Change(FILE, ("",), "one")), item=ItemPath(address, thing, FILE))
    assert versions.record(found[0].after, DEFAULTS).title == words


def test_the_fields_of_an_action_name_its_priority():
    versions, found = steps(commit("1", Change(FILE, ("",), "one")))
    assert versions.fields(found[0].after, DEFAULTS) == {"id": ("a",), "text": ("Do it",), "priority": ("p",)}
    assert versions.fields(None, DEFAULTS) == {}


def test_each_commit_has_the_settings_before_it_and_after_it(monkeypatch):
    monkeypatch.setitem(HELD, "set", "due_soon: 3 days\n")
    commits = (commit("2", Change("strategy-tracker.yaml", ("",), "set")), commit("1", Change(FILE, ("",), "one")))
    found = Versions(ITEM, reader).settings(commits)
    assert found["1"] == (DEFAULTS, DEFAULTS)
    assert [one.due_soon.text for one in found["2"]] == [DEFAULTS.due_soon.text, "3 days"]


def test_a_figure_that_is_withheld_now_is_withheld_in_every_version(monkeypatch):
    text = "measures: [{{id: m, title: M, unit: count, readings: {{2017: {}}}}}]\n"
    monkeypatch.setitem(HELD, "m1", text.format(4))
    monkeypatch.setitem(HELD, "m2", text.format("c"))
    name = "measures/m.yaml"
    versions, found = steps(
        commit("2", Change(name, ("m1",), "m2")),
        commit("1", Change(name, ("",), "m1")),
        item=ItemPath("m", "measure", name),
    )
    assert versions.withhold(found) == 1
    for step in found:
        (reading,) = versions.record(step.after, DEFAULTS).readings.values()
        assert (reading.symbol, reading.value) == ("c", None)
