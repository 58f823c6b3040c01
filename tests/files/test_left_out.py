"""How much of a file is not in its record, because of errors."""

from datetime import date

from strategy_tracker.checks.sound import sound
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import load_bytes
from strategy_tracker.model.left_out import NOTHING
from strategy_tracker.model.settings import DEFAULTS

STRATEGY = """\
id: plan
title: Plan
starts: soon
governance:
  - {body: Board, held: [2025-13-01]}
  - {body: Cabinet}
priorities:
  - id: safe
    title: Safe
    measures: [good, Bad Id]
    actions:
      - {id: safe-01, text: One, due: 2025-02-30}
      - {id: safe-02, text: Two, updates: [{on: 2025-01-01, state: in-progress}, {on: soon, state: complete}]}
      - {id: safe-03, text: Three}
  - {id: heard, title: Heard}
  - {id: Third One, title: Third}
"""
MEASURES = """\
measures:
  - {id: good, title: Good, unit: count, readings: {2024/25: 3}}
  - {id: poor, title: Poor, unit: count, readings: {2024/25: x3, 2023/24: 2, 2022/23: 1.5.2}, targets: {soon: 5}}
  - {id: none, title: None, unit: cuont}
"""


def left_out(text, kind="strategies"):
    data = text.encode()
    loaded = load_bytes(DataFile(f"{kind}/a.yaml", "", kind, len(data), data), data, DEFAULTS.year_end)
    return sound(loaded, DEFAULTS, date(2026, 1, 15)).left_out


def test_nothing_is_left_out_of_a_file_without_errors_and_nothing_told_of_one_that_cannot_be_read():
    assert left_out("id: plan\ntitle: Plan\n") == NOTHING
    assert left_out("id: [plan\n") == NOTHING


def test_actions_and_bodies_go_whole_and_everything_is_counted_by_what_it_is():
    found = left_out(STRATEGY)
    assert found.things == {"part": 1, "body": 1, "priority": 1, "action": 2, "measure named": 1}
    assert (found.actions, found.measures) == ({"safe": 2}, {"safe": 1})


def test_figures_are_counted_and_a_measure_is_known_that_lacks_some():
    found = left_out(MEASURES, "measures")
    assert found.things == {"measure": 1, "reading": 2, "target": 1}
    assert found.parts == {"poor": 3}
