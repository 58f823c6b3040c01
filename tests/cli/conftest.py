"""The command line as a person runs it, and a small portfolio that has one of everything."""

import io
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.cli import options
from strategy_tracker.cli.app import run as run_command

SHIPPED = Path(__file__).parents[2]
DAY = "2025-10-01"

YOUNG_CARERS = """\
id: young-carers
title: Young Carers Strategy 2025–2028
organisation: Borough of Exampleton
owner: Director of Children's Services
starts: 2025-04-01
ends: 2028-03-31
review_every: quarter

governance:
  - body: Senior Team
    kind: officers
    every: quarter
    paper_by: Head of Service
    papers_due: 7 days
    held: [2025-04-10]
  - body: Carers Board
    kind: board
    every: 6 months
    paper_by: Group Manager
    papers_due: 7 days
    held: [2025-04-20]
    next: 2025-10-20
  - {body: Young Carers Panel, kind: children, every: 2 years, held: [2025-05-02], note: Meets on Saturdays}
  - {body: Schools Forum, kind: panel}

pledge:
  - {id: listen, text: We listen before we decide, by: The council, to: Young carers, priorities: [seen]}

voice:
  - id: long-waits
    said: We wait too long for a break
    by: Young Carers Panel
    on: 2025-05-02
    did: Breaks are booked weekly
    actions: [seen-03]

groups:
  - {id: lives, title: Everyday lives, plain: What our days are like}

priorities:
  - id: seen
    title: Young carers are seen
    group: lives
    plain: People notice what I do
    owner: Head of Service
    aspirations: [Nobody cares in silence]
    measures: [schools-trained, waiting, carers-known, mood, grants, staff, spent]
    judgements:
      - {on: 2025-09-01, rag: amber, note: Schools are slow to reply, by: Head of Service}
    actions:
      - id: seen-01
        text: Train every school to spot young carers
        due: 2025-09-20
        measures: [schools-trained]
        updates:
          - {on: 2025-09-01, state: in-progress, rag: green, note: Half are trained, by: Head of Service}
      - id: seen-02
        text: Write one form for all services
        owner: Group Manager
        partners: [NHS, Schools]
        kind: deliverable
        due: 2025-05-01
        moved: [{on: 2025-04-12, from: 2025-04-20, why: The printer withdrew, approved_by: Senior Team}]
        note: The old form is used until then
        updates:
          - on: 2025-04-15
            state: in-progress
            rag: red
            note: No supplier yet
            forecast: 2025-12
            evidence: [Minutes 4]
      - id: seen-03
        text: Offer a break each month
        every: month
        done: [2025-09-15, 2025-08-15]
        updates:
          - {on: 2025-09-15, state: in-progress}
      - id: seen-04
        text: Name a lead in each school
        updates:
          - {on: 2025-06-01, state: complete}
      - id: seen-05
        text: Open a drop-in
        starts: 2026-01-01
      - id: seen-06
        text: Read the register with schools
        every: month
        done: [2025-06-01]
        updates:
          - {on: 2025-09-01, state: in-progress, rag: amber}
      - id: seen-07
        text: Share what works
        updates:
          - {on: 2025-06-15, state: in-progress, rag: green}
      - id: seen-08
        text: Translate the leaflet
        updates:
          - {on: 2025-09-01, state: paused}
  - id: heard
    title: Young carers are heard
    owner: Participation Officer
    measures: [calls]
    actions:
      - id: heard-01
        text: Hold a yearly forum
        due: 2025-10-31
        milestones:
          - {text: Venue booked, due: 2025-08-31, done: 2025-08-20}
          - {text: Invitations sent, due: 2025-10-10}
        updates:
          - {on: 2025-09-10, state: in-progress, rag: green}
"""

OLD_PLAN = """\
id: old-plan
title: Carers Plan 2016–2020
starts: 2016-04-01
ends: 2020-03-31
owner: Head of Service
priorities:
  - id: seen
    title: Seen
    actions:
      - {id: seen-01, text: Count young carers, due: 2019-03-31}
      - {id: plan-02, text: Print a leaflet}
"""

MEASURES = """\
measures:
  - id: schools-trained
    title: Schools with trained staff
    unit: percent
    better: higher
    owner: Performance Team
    targets: {2025/26: 90, 2024/25: 80}
    amber_within: 5 points
    benchmarks: {England: {2025/26 Q1: 80}}
    readings:
      2023/24 Q4: 60
      2024/25 Q1: 64
      2024/25 Q2: c
      2024/25 Q3: 70
      2024/25 Q4: 76.5
      2025/26 Q1: {value: 88, state: provisional, note: Two schools to come}
  - id: waiting
    title: Days until a first break
    unit: days
    better: lower
    owner: Performance Team
    frequency: quarter
    lag: 30 days
    targets: {2024/25: 20}
    band: 2 days
    readings: {2023/24 Q4: 30, 2024/25 Q4: 31}
  - id: carers-known
    title: Young carers known to us
    unit: count
    better: none
    readings: {2023/24: 12, 2024/25: c}
  - id: mood
    title: How young carers say they feel
    unit: narrative
    readings: {2024: {words: mostly well}}
  - id: grants
    title: Grants paid
    unit: pounds
    better: higher
    targets: {2024/25: 1000}
    amber_from: 800
    readings: {2024/25: {value: 1250, was: [{value: 1200, until: 2025-05-01}]}}
  - id: staff
    title: Change in staff
    unit: percent-change
    better: on-target
    targets: {2024/25: 0}
    green_within: 2 points
    amber_within: 5 points
    readings: {2022/23: 4.5, 2023/24: 0, 2024/25: -4}
  - id: spent
    title: Money spent
    unit: pounds
    better: lower
    readings: {2024/25: {value: 500, note: Unaudited}}
  - id: calls
    title: Calls to the helpline
    unit: count
    better: higher
"""

PRACTICE = """\
practice:
  - id: walk-in
    title: A walk-in hour at school
    summary: A worker is there each Tuesday
    authority: Otherbury
    partners: [Schools]
    priorities: [young-carers/seen]
"""


def write_portfolio(root: Path) -> Path:
    """Write the small portfolio and return its folder."""
    texts = {
        "strategies/young-carers.yaml": YOUNG_CARERS,
        "strategies/old-plan.yaml": OLD_PLAN,
        "measures/carers.yaml": MEASURES,
        "practice/ideas.yaml": PRACTICE,
        "strategy-tracker.yaml": "organisation: Borough of Exampleton\n",
    }
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A small portfolio, with the current folder in it."""
    root = write_portfolio(tmp_path / "portfolio")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def shipped(monkeypatch):
    """The portfolio that comes with the program, with the current folder in it."""
    monkeypatch.chdir(SHIPPED)
    return SHIPPED


@pytest.fixture
def run(capsys):
    """Run the command line and give (exit code, standard output, standard error) together."""

    def called(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run_command(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return called


@pytest.fixture
def today(monkeypatch):
    """A clock that stands still on 1 October 2025; set its `day` for another one."""

    class Clock(date):
        day = (2025, 10, 1)

        @classmethod
        def today(cls):
            return date(*cls.day)

        @classmethod
        def fromisoformat(cls, text):
            return date.fromisoformat(text)  # its own days would say `day` of themselves, and are kept by what caches

    monkeypatch.setattr(options, "date", Clock)
    return Clock


class Typed(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def typed(monkeypatch):
    """Put a person at the terminal who types this."""
    return lambda text: monkeypatch.setattr("sys.stdin", Typed(text))
