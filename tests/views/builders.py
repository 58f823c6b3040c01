"""Standings made by hand, with only what a test is about."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.standing.of_actions import ActionStanding, UpdateStanding
from strategy_tracker.judging.standing.of_measures import Arrow, MeasureStanding, Point
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import (
    BodyStanding,
    JudgementStanding,
    Phase,
    PriorityStanding,
    StrategyStanding,
)
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.views.sheet import line_text

DAY = date(2025, 10, 1)
QUIET = Clock("none", None, 0, "no date")
GREY = Rating("grey", "not rated", "no target is declared", "no-target")
RED = Rating("red", "red", "its date decides", "late")
NO_ARROW = Arrow("none", "not enough data")


def action(name="seen-01", **changes):
    plain = ActionStanding(
        id=name, text="Train every school", kind=None, priority="seen", owner="Head of Service",
        partners=(), measures=(),
        state="in-progress", rating=GREY, start=QUIET, due=QUIET, interval=QUIET, review=QUIET, milestones=(),
        days_late=0,
        original_due=None, slipped=0, moves=(), judgement=None, judgement_is_old=False, disagreement="", forecast=None,
        updates=(), note=None, route=("priorities", 0, "actions", 0),
    )  # fmt: skip
    return plain._replace(**changes)


def update(on, **changes):
    return UpdateStanding(on, "in-progress", None, None, None, None, (), public=False)._replace(**changes)


def point(period, amount=None, shown=None, state=None, note=None):
    number = None if amount is None else Decimal(amount)
    return Point(period, DAY, number, shown or ("suppressed" if number is None else str(number)), state, note)


def measure(name="trained", points=(), **changes):
    plain = MeasureStanding(
        id=name, title="Schools with trained staff", unit="percent", better="higher", owner="Performance Team",
        reading=points[-1] if points else None, target=None, target_period=None, boundary=None, gap=None, rating=GREY,
        short=NO_ARROW, long=NO_ARROW, trend=NO_ARROW, comparisons=(), late=QUIET, points=tuple(points), notes=(),
        file="measures/carers.yaml", route=("measures", 0),
    )  # fmt: skip
    return plain._replace(**changes)


def priority(*actions, name="seen", **changes):
    plain = PriorityStanding(name, "Young carers are seen", None, None, None, (), (), actions, ("priorities", 0))
    return plain._replace(**changes)


def strategy(*priorities, name="young-carers", kind="running", **changes):
    phase = Phase(kind, f"the strategy is {kind}", date(2025, 3, 31) if kind in ("ended", "superseded") else None)
    plain = StrategyStanding(
        name, "Young Carers Strategy", "Exampleton", None, phase, priorities, (), (), "strategies/young-carers.yaml"
    )
    return plain._replace(**changes)


def standing(*strategies, measures=()):
    return Standing(DAY, "Exampleton", strategies, {one.id: one for one in measures})


def body(name="Board", clock=QUIET, **changes):
    return BodyStanding(name, None, "quarter", "Head of Service", (), clock, None, None)._replace(**changes)


def judgement(rag="amber", by="Head of Service"):
    return JudgementStanding("2025-09-01", rag, "Schools are slow", by)


def words(sheet):
    """Every text of a sheet."""
    yield line_text(sheet.title)
    yield from map(line_text, sheet.lines)
    for section in sheet.sections:
        yield line_text(section.title)
        yield from map(line_text, section.lines)
        yield from (f"{name}: {value}" for name, value in section.facts)
        for table in section.tables:
            yield table.title
            yield from (column.name for column in table.columns)
            yield from (one.text for row in table.rows for one in row)
            yield from table.notes
