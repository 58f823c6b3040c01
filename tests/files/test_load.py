"""One bad item never hides the rest, and one bad file never hides another."""

import os

import pytest

from strategy_tracker.files.find import LARGEST, DataFile
from strategy_tracker.files.load import load
from strategy_tracker.model.dates.period import MARCH, YearEnd
from strategy_tracker.model.settings import DEFAULTS, Settings
from tests.files.shipped import codes, load_text

PLAN = """\
id: plan
title: Plan
priorities:
  - id: safe
    title: Safe
    actions:
      - {id: safe-01, text: One}
      - {id: Safe_02, text: Two}
      - {id: safe-03, text: Three, updates: [{on: soon, state: complete}, {on: 2018, state: complete}]}
      - {id: safe-04}
  - id: heard
"""


def file_at(path, size=None):
    return DataFile(path.name, str(path), "strategies", path.stat().st_size if size is None else size)


def test_a_good_file_is_whole():
    loaded = load_text("id: a\ntitle: b\n")
    assert loaded.whole
    assert loaded.record.id == "a"


def test_one_bad_item_does_not_hide_the_rest():
    loaded = load_text(PLAN)
    assert codes(loaded) == ["not-an-id", "not-a-date", "missing-key", "missing-key"]
    assert not loaded.whole
    [priority] = loaded.record.priorities
    assert [action.id for action in priority.actions] == ["safe-01", "safe-03"]
    assert [update.on.text for update in priority.actions[1].updates] == ["2018"]


def test_a_bad_reading_does_not_hide_the_measure():
    measure = "id: a, title: b, unit: percent, readings: {2011-12: 5, 2012/13: x%, 2013/14: 7}, targets: {2013/14: x}"
    [measure] = load_text(f"measures:\n  - {{{measure}}}\n", "measures").record.measures
    assert [period.text for period in measure.readings] == ["2013/14"]
    assert not measure.targets


def test_a_bad_key_at_the_top_does_not_hide_the_strategy():
    assert load_text("id: a\ntitle: b\nownr: c\nstarts: soon\n").record.id == "a"


def test_without_its_id_or_title_nothing_can_be_made_of_a_strategy():
    assert load_text("title: b\n").record is None
    assert load_text("id: A\ntitle: b\n").record is None


def test_a_fault_that_shows_only_after_the_first_is_cut_out_too():
    priority = "id: c, title: d, group: {x: 1}, actions: [{id: E, text: f}, 5, {text: g}]"
    assert load_text(f"id: a\ntitle: b\npriorities:\n  - {{{priority}}}\n").record.priorities == ()


def test_bad_settings_keep_the_good_ones():
    record = load_text(
        "organisation: Council\nyear_end: 31 April\nseverity: {no-owner: loud, no-measures: off}\n", "settings"
    ).record
    assert (record.organisation, record.year_end, record.severity) == ("Council", MARCH, {"no-measures": "off"})


@pytest.mark.parametrize("text", ["", "\n", "# organisation: Council\n", "---\n"])
def test_empty_settings_are_the_defaults(text):
    assert load_text(text, "settings").record == DEFAULTS


def test_settings_that_cannot_be_parsed_are_told():
    loaded = load_text("organisation: [\n", "settings")
    assert (loaded.record, codes(loaded)) == (None, ["yaml-syntax"])


def test_the_year_end_reaches_the_periods(tmp_path):
    path = tmp_path / "m.yaml"
    path.write_text("measures: [{id: a, title: b, unit: count, readings: {2022/23: 5}}]", encoding="utf-8")
    loaded = load(file_at(path)._replace(kind="measures"), YearEnd(8))
    [period] = loaded.record.measures[0].readings
    assert period.end.isoformat() == "2023-08-31"


@pytest.mark.parametrize(
    ("kind", "text"), [("measures", "measures: []"), ("practice", "practice: []"), ("settings", "year_end: 31 May")]
)
def test_each_kind_of_file_has_its_record(kind, text):
    record = load_text(text, kind).record
    assert isinstance(record, Settings) == (kind == "settings")


def test_a_file_above_the_limit_is_not_even_opened():
    loaded = load(DataFile("big.yaml", "/nowhere/big.yaml", "strategies", 17 * 1024 * 1024), MARCH)
    assert codes(loaded) == ["too-big"]
    assert "17 MB" in loaded.diagnostics[0].message


def test_a_file_that_grew_after_it_was_found_is_still_too_big(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (LARGEST + 1))
    assert codes(load(file_at(path, size=5), MARCH)) == ["too-big"]


def test_a_file_that_went_away_is_unreadable(tmp_path):
    path = tmp_path / "a.yaml"
    loaded = load(file_at(path, size=5), MARCH)
    assert (codes(loaded), loaded.record, loaded.data) == (["unreadable"], None, b"")
    assert loaded.diagnostics[0].position is None


@pytest.mark.skipif(os.name == "nt" or not os.geteuid(), reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_unreadable(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"id: a\n")
    path.chmod(0)
    assert codes(load(file_at(path), MARCH)) == ["unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_put_in_the_place_of_a_file_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.yaml")
    assert codes(load(file_at(tmp_path / "a.yaml"), MARCH)) == ["empty-file"]


def test_a_folder_put_in_the_place_of_a_file_is_unreadable(tmp_path):
    assert codes(load(file_at(tmp_path), MARCH)) == ["unreadable"]
