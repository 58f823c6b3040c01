"""A finding has the severity the portfolio gives it, and a change is asked about only what it brings."""

from datetime import date

import pytest

from strategy_tracker.checks.grade import grade, new_findings
from strategy_tracker.diagnostics import CODES, Diagnostic
from strategy_tracker.model.settings import DEFAULTS, Settings
from tests.judging.action_builder import action, priority, strategy

TODAY = date(2019, 1, 1)
FOUND = Diagnostic("no-owner", "nobody is named", severity="warning")


@pytest.mark.parametrize("severity", ["error", "warning", "advice"])
def test_the_settings_of_a_portfolio_decide(severity):
    assert grade(FOUND, {"no-owner": severity}).severity == severity


def test_without_a_word_a_finding_has_the_severity_of_its_code():
    assert grade(FOUND._replace(severity="error"), {}).severity == CODES["no-owner"].severity


def test_a_finding_that_is_turned_off_is_none():
    assert grade(FOUND, {"no-owner": "off"}) is None


def test_what_makes_a_file_unreadable_cannot_be_turned_off():
    fixed = next(name for name, code in CODES.items() if code.fixed)
    assert grade(FOUND._replace(code=fixed), {fixed: "off"}).severity == CODES[fixed].severity


def found(old, new, settings=DEFAULTS):
    return [one.code for one in new_findings("strategies", old, new, TODAY, settings)]


def test_only_what_a_change_brings_is_new():
    before = strategy(priority(action(id="a", due="2018-12-01"), id="p"), owner="Head")
    after = strategy(
        priority(action(id="b", due="2018-12-01", starts="2018-12-31"), action(id="a"), id="p"), owner="Head"
    )
    assert "due-before-start" in found(before, after)
    assert "due-before-start" not in found(after, after)
    assert found(before, before) == []


def test_what_was_there_once_and_is_there_twice_is_new_once():
    row = {"starts": "2018-12-31", "due": "2018-12-01"}
    once = strategy(priority(action(id="a", **row), id="p"), owner="Head")
    twice = strategy(priority(action(id="b", **row), action(id="a", **row), id="p"), owner="Head")
    assert found(once, twice).count("due-before-start") == 1
    assert found(None, twice).count("due-before-start") == 2


def test_what_the_portfolio_turned_off_is_not_new():
    wrong = strategy(priority(action(id="a", starts="2018-12-31", due="2018-12-01"), id="p"), owner="Head")
    off = Settings.model_validate({"severity": {"due-before-start": "off"}})
    assert "due-before-start" in found(None, wrong)
    assert "due-before-start" not in found(None, wrong, off)
