"""Two moments are made ready to be compared: only what differs is read, unless their settings judge otherwise."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from strategy_tracker.files.opened_settings import opened
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.items.two_moments import two_moments
from strategy_tracker.history.repository.objects import data_file
from strategy_tracker.model.settings import DEFAULTS, Settings

WAS, NOW = date(2018, 6, 1), date(2018, 9, 1)
PLAN = """\
id: s
title: S
priorities:
  - id: p
    title: P
    actions:
      - id: a
        text: Do it
        due: 2018-07-10
      - id: b
        text: Do more
"""
PARKS = "id: parks\ntitle: Parks\n"
MEASURES = "measures:\n  - {id: m, title: M, unit: count}\n"


def moment(settings=DEFAULTS, known="", **texts):
    files = tuple(data_file(f"{name.replace('__', '/')}.yaml", text.encode()) for name, text in texts.items())
    return Portfolio(Path(), opened(settings), files, (), known)


def compared(before, after, **more):
    return two_moments(before, after, WAS, NOW, **more)


def test_what_is_the_same_is_not_read():
    before = moment(strategies__a=PLAN, measures__m=MEASURES)
    after = moment(strategies__a=PLAN.replace("Do it", "Do this"), measures__m=MEASURES)
    found = compared(before, after)
    assert (list(found.old.actions_stood), list(found.new.actions_stood)) == (["s/a"], ["s/a"])
    assert list(compared(before, after, everything=True).new.actions_stood) == ["s/a", "s/b"]
    assert found.between is None
    assert found.places["strategies/s"] == {"strategies/a.yaml"}


def test_each_side_is_judged_at_its_own_day():
    found = compared(moment(strategies__a=PLAN), moment(strategies__a=PLAN.replace("Do it", "Do this")))
    assert (found.old.day, found.new.day) == (WAS, NOW)
    assert [side.actions_stood["s/a"].due.kind for side in (found.old, found.new)] == ["on-time", "passed"]


@pytest.mark.parametrize(
    "said",
    [
        {"late_is_red_after": "2 years"},
        {"progress": {"green_from": Decimal(90), "amber_from": Decimal(70)}},
        {"completion": {"needs": ("evidence",)}},
        {"measures_default": {"lag": "30 days"}},
    ],
)
def test_settings_that_judge_otherwise_bring_every_file_and_a_side_between(said):
    other = Settings.model_validate(said)
    found = compared(moment(strategies__a=PLAN), moment(other, strategies__a=PLAN))
    assert found.between.settings == other
    assert found.between.day == WAS


def test_a_file_that_nobody_touched_is_read_once():
    before = moment(strategies__a=PLAN, measures__m=MEASURES)
    found = compared(before, moment(strategies__a=PLAN + "    owner: Ann\n", measures__m=MEASURES), everything=True)
    assert found.new.measures["m"] is found.old.measures["m"]
    assert [side.strategies["s"].priorities[0].owner for side in (found.old, found.new)] == [(), ("Ann",)]


def test_measures_and_strategies_may_share_an_id():
    found = compared(moment(), moment(strategies__a=PARKS, measures__m=MEASURES.replace("id: m", "id: parks")))
    assert found.places == {"strategies/parks": {"strategies/a.yaml"}, "measures/parks": {"measures/m.yaml"}}


def test_what_could_not_be_read_is_told_with_its_moment_and_may_still_stand():
    found = compared(moment(known="commit 1", strategies__a=PLAN.replace("due: ", "doo: ")), moment(strategies__a=PLAN))
    assert [(one.code, one.known) for one in found.wrong] == [("unknown-key", "commit 1")]
    assert "s/a" in found.old.unread
