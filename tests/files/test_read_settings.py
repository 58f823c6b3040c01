"""Reading the settings of a portfolio, and what is wrong with them."""

import os

import pytest

from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.files.read_settings import settings_file
from strategy_tracker.model.dates.period import MARCH


@pytest.fixture
def root(tmp_path):
    (tmp_path / "strategies/deep").mkdir(parents=True)
    (tmp_path / "measures").mkdir()
    (tmp_path / "strategies/one.yaml").write_text("id: one\ntitle: One\n", encoding="utf-8")
    (tmp_path / "measures/m.yaml").write_text("measures: []\n", encoding="utf-8")
    return tmp_path


def test_without_settings_there_are_defaults(root):
    found = open_portfolio(root)
    assert (found.settings.year_end, found.diagnostics, settings_file(root)) == (MARCH, (), None)


def test_the_settings_are_read_and_their_faults_kept(root):
    (root / "strategy-tracker.yaml").write_text("organisation: Council\nyear_end: never\n", encoding="utf-8")
    found = open_portfolio(root)
    assert found.settings.organisation == "Council"
    assert [(item.file, item.code) for item in found.diagnostics] == [("strategy-tracker.yaml", "not-a-year-end")]


def test_settings_that_cannot_be_read_leave_the_defaults(root):
    (root / "strategy-tracker.yaml").write_text("year_end: [\n", encoding="utf-8")
    found = open_portfolio(root)
    assert (found.settings.year_end, [item.code for item in found.diagnostics]) == (MARCH, ["yaml-syntax"])


@pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows seldom gives")
def test_settings_that_are_a_link_to_nothing_are_told(root):
    (root / "strategy-tracker.yaml").symlink_to("nothing.yaml")
    assert [item.code for item in open_portfolio(root).diagnostics] == ["unreadable"]


@pytest.mark.parametrize("name", ["strategy-tracker.yml", "strategy-tracker.yaml.txt"])
def test_settings_of_another_name_are_told(tmp_path, name):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies/a.yaml").write_text("id: a\ntitle: A\n")
    (tmp_path / name).write_text("late_is_red_after: 3 days\n")
    (found,) = open_portfolio(tmp_path).diagnostics
    assert (found.code, found.file, found.help) == ("not-a-file", name, "rename it to strategy-tracker.yaml")
    (tmp_path / "strategy-tracker.yaml").write_text("late_is_red_after: 3 days\n")
    assert open_portfolio(tmp_path).diagnostics == ()
