"""What --fix may mend: only what has one right answer."""

import pytest

from strategy_tracker.diagnostics import CODES, Diagnostic
from strategy_tracker.editing.changes import Rename
from strategy_tracker.editing.fixable import FIXABLE
from strategy_tracker.editing.fixes import NeedsId, answers, fixes, year


def renamed(**maps):
    measure = {"id": "calls", "title": "Calls", **maps}
    return {fix.key: fix.name for fix in fixes("measures", {"measures": (measure,)}) if isinstance(fix, Rename)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2018-19", "2018/19"),
        ("2018–19", "2018/19"),
        ("2018-2019", "2018/19"),
        ("2018/2019", "2018/19"),
        ("2018/19", "2018/19"),
        ("2011-12", "2011/12"),
        ("1999-00", "1999/00"),
        ("2018-20", ""),
        ("2018-2018", ""),
        ("2018-06-30", ""),
        ("2018", ""),
        ("2018/19 Q1", ""),
        ("AY 2018-19", ""),
        ("٢٠١٨-١٩", ""),
    ],
)
def test_two_years_that_follow_each_other_are_a_year_however_they_are_written(typed, meant):
    assert year(typed) == meant


@pytest.mark.parametrize("key", ["2018-19", "2018–19", "2018-2019", "2011-2012", "1999-00"])
def test_what_cannot_be_a_month_is_a_year(key):
    assert renamed(readings={key: 5}) == {key: year(key)}


@pytest.mark.parametrize("key", ["2011-12", "2011–12"])
def test_what_may_be_a_month_is_left_where_it_stands_alone(key):
    assert renamed(readings={key: 5}) == {}


@pytest.mark.parametrize("beside", ["2010/11", "2010/2011", "2017-18"])
def test_what_may_be_a_month_is_a_year_beside_years(beside):
    assert renamed(readings={"2011-12": 5, beside: 4})["2011-12"] == "2011/12"


@pytest.mark.parametrize("beside", ["2010-11", "2011-11", "2010/11 Q1", "2011-11-30", "2010", "rubbish"])
def test_what_may_be_a_month_is_left_beside_anything_else(beside):
    assert "2011-12" not in renamed(readings={"2011-12": 5, beside: 4})
    assert "2011-12" not in renamed(readings={"2011-12": 5, "2010/11": 3, "2012-01": 4})


def test_months_may_have_yearly_targets_so_each_map_speaks_for_itself():
    assert renamed(readings={"2011-12": 5}, targets={"2011/12": 6, "2012/13": 7}) == {}


def test_targets_profiles_and_benchmarks_are_mended_too():
    maps = {"targets": {"2018-19": 1}, "profile": {"2018-19": 1}, "benchmarks": {"England": {"2018-19": 1}}}
    found = list(fixes("measures", {"measures": ({"id": "calls", **maps},)}))
    assert [fix.route[2:] for fix in found] == [("targets",), ("profile",), ("benchmarks", "England")]


def test_beside_an_academic_year_nothing_is_certain():
    assert renamed(readings={"2018-19": 5}, targets={"AY 2018/19": 6}) == {}


def test_a_key_that_would_stand_twice_is_left():
    assert renamed(readings={"2018-19": 5, "2018/19": 6}) == {}
    assert renamed(readings={"2018-19": 5, "2018/2019": 6}) == {}
    assert renamed(readings={"2018-19": 5, "2018–19": 6}) == {}


def test_every_thing_without_an_id_gets_one_outer_ones_first():
    tree = {
        "title": "Plan",
        "groups": ({"title": "Lives"},),
        "priorities": ({"title": "Seen", "actions": ({"text": "Train"}, {"id": "seen-02", "text": "Ask"})},),
        "pledge": ({"text": "We listen"},),
        "voice": ({"said": "Too slow"},),
    }
    assert [(fix.thing, fix.words) for fix in fixes("strategies", tree)] == [
        ("strategy", "Plan"),
        ("group", "Lives"),
        ("priority", "Seen"),
        ("action", "Train"),
        ("pledge", "We listen"),
        ("voice", "Too slow"),
    ]
    assert [fix.thing for fix in fixes("practice", {"practice": ({"title": "Walk in"},)})] == ["practice example"]
    assert [fix.thing for fix in fixes("measures", {"measures": ({"title": "Calls"},)})] == ["measure"]


@pytest.mark.parametrize("item", [{}, {"text": 5}, {"id": "Not An Id", "text": "Train"}, {"title": "Train"}])
def test_without_words_or_with_any_id_a_thing_is_left_to_a_person(item):
    assert list(fixes("strategies", {"id": "plan", "priorities": ({"id": "seen", "actions": (item,)},)})) == []


@pytest.mark.parametrize(
    "tree",
    [
        {"id": "a", "priorities": "text", "groups": {"a": 1}, "pledge": (None, "text", ())},
        {"id": "a", "priorities": (("list",), {"id": "b", "actions": {"x": 1}})},
        {"measures": "text"},
        {"measures": (None, "x", {"id": "a", "readings": (), "benchmarks": {"England": 5}, "targets": "x"})},
        {"measures": ({"id": "a", "benchmarks": ()},)},
    ],
)
@pytest.mark.parametrize("kind", ["strategies", "measures", "practice", "settings"])
def test_a_file_of_any_shape_is_no_fault_of_ours(kind, tree):
    assert [fix for fix in fixes(kind, tree) if fix.route] == []


def test_a_fix_answers_its_own_diagnostic_and_no_other():
    thing, key = (
        NeedsId(("priorities", 0), "priority", "Seen", "title"),
        Rename(("measures", 0, "readings"), "a", "b"),
    )
    missing = Diagnostic("missing-key", "'id' is missing here", ("priorities", 0))
    assert answers(thing, missing)
    assert not answers(thing, missing._replace(route=("priorities", 1)))
    assert not answers(thing, missing._replace(message="'title' is missing here"))
    unclear = Diagnostic("ambiguous-period", "…", ("measures", 0, "readings", "a"), at_key=True)
    assert answers(key, unclear)
    assert not answers(key, unclear._replace(at_key=False))
    assert not answers(key, unclear._replace(code="wrong-type"))
    assert not answers(key, missing)


def test_the_fixable_codes_are_in_the_catalogue():
    assert set(CODES) >= FIXABLE
