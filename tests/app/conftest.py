"""The small portfolio, opened as a person with no terminal opens it; and a plan of two actions to write to."""

from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.files.portfolio import open_portfolio
from tests.cli.conftest import write_portfolio

DAY = date(2025, 10, 1)

PLAN = """\
id: plan
title: Our plan
starts: 2025-04-01
ends: 2028-03-31
review_every: quarter

priorities:
  - id: safe
    title: Everybody is safe
    measures: [calls]
    actions:
      - id: safe-01
        text: Train every school   # with the panel
        due: 2025-12-20
        milestones:
          - {text: Write the course, due: 2025-11-01}
        updates:
          - {on: 2025-09-01, state: in-progress, rag: green, note: Half are trained}
      - id: safe-02
        text: Visit each month
        every: month
        done: [2025-08-15]
"""

MEASURES = """\
measures:
  - id: calls
    title: Calls answered
    unit: count
    better: higher
    frequency: quarter
    readings:
      2024/25 Q4: 14
      2025/26 Q1: 15

  - id: waiting
    title: Days waited
    unit: days
    better: lower
"""


@pytest.fixture
def root(tmp_path) -> Path:
    """The folder of the portfolio."""
    folder = tmp_path / "portfolio"
    for name, text in (("strategies/plan.yaml", PLAN), ("measures/plan.yaml", MEASURES)):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def portfolio(root):
    """The portfolio, opened."""
    return open_portfolio(root)


@pytest.fixture
def texts(root):
    """What every file of the portfolio holds."""
    return lambda: {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.yaml"))}


@pytest.fixture
def small(tmp_path):
    """The folder of the small portfolio."""
    return write_portfolio(tmp_path / "portfolio")


@pytest.fixture
def now(small):
    """The small portfolio on 1 October 2025."""
    return open_moment(small, DAY)
