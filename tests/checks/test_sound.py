"""What the checks call an error is left out of what is shown; everything else stays."""

from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.checks.every_check import CHECKS, CHECKS_FOR_ERRORS
from strategy_tracker.checks.sound import sound
from strategy_tracker.diagnostics import CODES
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.left_out import torn
from strategy_tracker.files.load import load_bytes
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.settings import DEFAULTS

TODAY = date(2026, 1, 15)
BAD = Path(__file__).parent.parent / "cases" / "bad"
PRIVATE = {"personal-data", "small-number", "suppressed-can-be-worked-out", "no-threshold"}
CASES = sorted(path for kind in ("strategies", "measures") for path in BAD.glob(f"*/{kind}/*.yaml"))


def loaded(data: bytes, kind: str):
    return load_bytes(DataFile(f"{kind}/a.yaml", "a.yaml", kind, len(data), data), data, MARCH)


def errors(checks, found):
    every = [item for check in checks for item in check(found.record, TODAY, DEFAULTS)]
    return [item for item in every if CODES[item.code].severity == "error" and item.code not in PRIVATE]


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_no_error_that_a_check_finds_is_left_in_what_is_shown(path):
    found = loaded(path.read_bytes(), path.parts[-2])
    if found.record is None:
        return
    assert errors(CHECKS[path.parts[-2]], found) == errors(CHECKS_FOR_ERRORS[path.parts[-2]], found)
    shown = sound(found, DEFAULTS, TODAY)
    assert shown.record is None or errors(CHECKS[path.parts[-2]], shown) == []
    if not errors(CHECKS[path.parts[-2]], found):
        items = [] if found.whole else list(torn(read_tree(found.data), found.tree))
        assert items or shown is found


MEASURE = """\
measures:
  - id: calls
    title: Calls
    unit: percent
    better: higher
    readings:
      2023/24: {value: 60, numerator: 6, denominator: 10}
      2024/25: {value: 90, numerator: 6, denominator: 10}%s
  - {id: other, title: Other, unit: count, better: none}
"""


def test_a_figure_that_its_parts_contradict_goes_and_the_others_stay():
    shown = sound(loaded((MEASURE % "").encode(), "measures"), DEFAULTS, TODAY)
    assert [str(period) for period in shown.record.measures[0].readings] == ["2023/24"]
    assert [(one.code, one.position.line, one.file) for one in shown.diagnostics] == [
        ("percentage-disagrees", 8, "measures/a.yaml")
    ]


def test_what_the_settings_or_a_comment_allow_is_no_error():
    found = loaded((MEASURE % "").encode(), "measures")
    assert sound(found, DEFAULTS.model_copy(update={"severity": {"percentage-disagrees": "warning"}}), TODAY) is found
    found = loaded((MEASURE % "  # allow percentage-disagrees: as published").encode(), "measures")
    assert sound(found, DEFAULTS, TODAY).record is found.record


def test_a_name_that_leads_nowhere_goes_alone_and_a_second_thing_of_one_id_with_all_it_holds():
    text = (
        b"id: plan\ntitle: Plan\npriorities:\n  - {id: a, title: A, group: none, actions: [{id: a-01, text: One}]}\n"
        b"  - {id: b, title: B, actions: [{id: a-01, text: Two}, {id: b-02, text: Three}]}\n"
    )
    shown = sound(loaded(text, "strategies"), DEFAULTS, TODAY)
    assert [[one.id for one in priority.actions] for priority in shown.record.priorities] == [["a-01"], ["b-02"]]
    assert shown.record.priorities[0].group is None


def test_a_file_that_could_be_read_only_in_part_is_cut_by_what_is_left():
    text = MEASURE % "\n      soon: 5\n    frequency: sometimes"
    found = loaded(text.encode(), "measures")
    shown = sound(found, DEFAULTS, TODAY)
    codes = [one.code for one in shown.diagnostics]
    assert len(codes) == len(found.diagnostics) + (1 if len(shown.record.measures) > 1 else 0)
