"""The position of one action, or of one measure, alone."""

import pytest

from strategy_tracker.views.papers.build import build
from tests.views.conftest import material
from tests.views.papers.texts import section

PLAN = """\
id: one
title: One thing
priorities:
  - id: only
    title: Only
    measures: [calls]
    actions:
      - id: only-01
        text: Do the one thing
        {more}
"""
MEASURES = "measures:\n  - {{id: calls, title: Calls, unit: count, {more}readings: {{2025-08: 9, 2025-09: {last}}}}}\n"


def position(tmp_path, action="kind: deliverable", measure="", last=7):
    for folder in ("strategies", "measures"):
        (tmp_path / folder).mkdir()
    (tmp_path / "strategies" / "one.yaml").write_text(PLAN.format(more=action), encoding="utf-8")
    (tmp_path / "measures" / "m.yaml").write_text(MEASURES.format(more=measure, last=last), encoding="utf-8")
    blocks = section(build("pack", material(tmp_path)), "The position").blocks
    return blocks[0].lead, next(one.text for one in blocks if getattr(one, "lead", "") == "Measures.")


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("updates: [{on: 2025-09-20, state: complete}]", "The one action is complete."),
        ("updates: [{on: 2025-09-20, state: in-progress, rag: amber}]", "The one action is amber."),
        ("kind: deliverable", "The one action has no colour: it was never reported on."),
        ("due: 2025-01-01", "The one action is red. Its date has passed, and nothing has been reported since."),
        (
            "updates: [{on: 2025-09-20, state: in-progress}]",
            "The one action has no colour: it has neither a date nor its owner's judgement.",
        ),
        (
            "due: 2025-01-01\n        updates: [{on: 2025-09-20, state: in-progress, note: Slow}]",
            "The one action is red. It is late, and its owner has said so.",
        ),
    ],
)
def test_nobody_says_that_none_of_one_is_complete(tmp_path, action, told):
    assert position(tmp_path, action)[0] == told


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("", "The one measure has no colour."),
        ("better: lower, ", "The one measure has no colour. Compared with an earlier figure it is better."),
        (
            "better: lower, targets: {2025-09: 8}, amber_within: 10% of target, ",
            "The one measure is green. Compared with an earlier figure it is better.",
        ),
    ],
)
def test_one_measure_is_told_as_one(tmp_path, measure, told):
    assert position(tmp_path, measure=measure)[1] == told
