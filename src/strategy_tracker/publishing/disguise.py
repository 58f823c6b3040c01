"""Replaces every secret by another: a public report made of such records must be the same to the letter.

Whatever differs would be the trace of a secret: in a figure, a colour, a count, an order, a chart, or a property.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from strategy_tracker.model.action import Action, Move, Update
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.groups import GroupAddress
from strategy_tracker.model.measures.judgement import MeasureJudgement
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.outlook import Forecast
from strategy_tracker.model.measures.rank import Rank
from strategy_tracker.model.measures.reading import FormerValue, GroupFigure, Reading
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.measures.unit import Unit
from strategy_tracker.model.parts.pledge import Commitment
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Priority, Strategy
from strategy_tracker.publishing.cells import FigureCell, told
from strategy_tracker.publishing.expected import cell_of
from strategy_tracker.publishing.marks import Marks
from strategy_tracker.publishing.public_record import may_tell_place
from strategy_tracker.publishing.what_to_withhold import Plan, Value

R = TypeVar("R", bound=Record)
OTHER = "quite other words"


def disguised(record: R, plan: Plan, marks: Marks) -> R:
    """Give a record other figures where the plan has one secret, and other words where they are not public."""
    if isinstance(record, Strategy):
        return _strategy(record, marks)  # type: ignore[return-value]
    if isinstance(record, Measures):
        changed = tuple(_measure(one, plan) for one in record.measures)
        return record.model_copy(update={"measures": changed})
    return record


def _measure(measure: Measure, plan: Plan) -> Measure:
    every = measure.id not in plan.published

    def other(name: str, readings: Mapping[Period, Reading]) -> dict[Period, Reading]:
        found = {}
        for period, reading in readings.items():
            shown = plan.shown.get(FigureCell(measure.id, name, period.start, period.end), frozenset())
            is_shown = not every and told(reading, measure.unit) in shown
            found[period] = _halved(reading, measure.unit, shown) if is_shown else _other(reading)
            if reading.by:
                by = {
                    by: {group: grouped(period, by, group, one) for group, one in groups.items()}
                    for by, groups in reading.by.items()
                }
                found[period] = found[period].model_copy(update={"by": by})
        return found

    def grouped(period: Period, by: str, group: str, figure: GroupFigure) -> GroupFigure:
        """The figure of a group, another one where it is a secret."""
        name = str(GroupAddress(measure.id, by, group))
        shown = plan.shown.get(FigureCell(name, "", period.start, period.end), frozenset())
        held = figure.as_reading()
        is_shown = not every and told(held, measure.unit) in shown
        made = _halved(held, measure.unit, shown) if is_shown else _other(held)
        return GroupFigure.model_construct(**{key: getattr(made, key) for key in GroupFigure.model_fields})

    update: dict[str, Any] = {
        "readings": other("", measure.readings),
        "benchmarks": {name: other(name, readings) for name, readings in measure.benchmarks.items()},
    }
    update["ranks"] = {
        period: one if not every and may_tell_place(measure, period, plan) else _other_place(one)
        for period, one in measure.ranks.items()
    }
    update["forecasts"] = {
        period: tuple(_other_forecast(one, cell_of(measure, period, one) in plan.forecasts) for one in forecasts)
        for period, forecasts in measure.forecasts.items()
    }
    update["changed"] = tuple(one.model_copy(update={"why": OTHER if one.why else None}) for one in measure.changed)
    update["suspended"] = _suspended(measure.suspended)
    update["targets"] = {
        period: one.model_copy(update={"suspended": _suspended(one.suspended)}) if one.suspended else one
        for period, one in measure.targets.items()
    }
    hidden = every or any(cell.measure == measure.id and not cell.series for cell in plan.suppressed)
    update["judgements"] = tuple(_other_judgement(one, hidden) for one in measure.judgements)
    if measure.withdrawn and measure.withdrawn.why:
        update["withdrawn"] = measure.withdrawn.model_copy(update={"why": OTHER})
    return measure.model_copy(update=update | ({"note": OTHER} if every else {}))


def _suspended(one: Suspension | None) -> Suspension | None:
    return one.model_copy(update={"why": OTHER if one.why else None}) if one else None


def _other(reading: Reading) -> Reading:
    """Another number, note, source, day and former value."""
    value = reading.value if reading.value is not None else reading.numerator
    number = Decimal(7919) + (value or 0) * 3
    was = (FormerValue.model_construct(value=number + 17, until=None),)
    return Reading.model_construct(value=number, note=OTHER, source=OTHER, was=was)


def _other_judgement(one: MeasureJudgement, hidden: bool) -> MeasureJudgement:
    """Other words, and of a measure with a figure that is withheld another colour as well."""
    rag = ("red" if one.rag != "red" else "green") if hidden else one.rag
    return one.model_copy(update={"rag": rag, "note": OTHER if one.note else None, "by": OTHER})


def _other_place(rank: Rank) -> Rank:
    """A place as far from the other end as it was from this one, among others of another name."""
    return rank.model_copy(update={"place": rank.of + 1 - rank.place, "of": rank.of + 1, "among": OTHER})


def _other_forecast(one: Forecast, may_leave: bool) -> Forecast:
    """The same number and day with other words; where it stays inside another number as well."""
    value = one.value if may_leave else Decimal(7919) + one.value * 3
    return one.model_copy(update={"value": value, "by": OTHER, "note": OTHER})


def _halved(reading: Reading, unit: Unit, shown: frozenset[Value]) -> Reading:
    """The same share of twice as many, with other former values: neither halves nor those are published."""
    was = tuple(
        one.model_copy(update={"why": OTHER if one.why else None})
        if told(one, unit) in shown
        else FormerValue.model_construct(words=OTHER, until=one.until)
        for one in reading.was
    )
    if reading.numerator is None or not reading.denominator:
        return reading.model_copy(update={"was": was})
    twice = {"numerator": reading.numerator * 2, "denominator": reading.denominator * 2}
    return reading.model_copy(update={**twice, "was": was})


def _strategy(strategy: Strategy, marks: Marks) -> Strategy:
    name = strategy.id
    update: dict[str, Any] = {
        "note": OTHER,
        "governance": tuple(body.model_copy(update={"note": OTHER}) for body in strategy.governance),
        "pledge": tuple(_commitment(one, name, marks) for one in strategy.pledge),
        "voice": tuple(
            one.model_copy(update={"said": OTHER, "did": OTHER, "by": OTHER}) if marks.hides(name, one) else one
            for one in strategy.voice
        ),
        "priorities": tuple(_priority(one, name, marks) for one in strategy.priorities),
    }
    return strategy.model_copy(update=update | ({"title": OTHER} if marks.hides(name, strategy) else {}))


def _commitment(one: Commitment, strategy: str, marks: Marks) -> Commitment:
    """The same commitment, where what was found is not public with other words of somebody else."""
    found = tuple(
        each
        if marks.shows(strategy, one.id, each)
        else each.model_copy(update={"note": OTHER if each.note else None, "by": OTHER})
        for each in one.judgements
    )
    return one.model_copy(update={"judgements": found})


def _priority(priority: Priority, strategy: str, marks: Marks) -> Priority:
    update: dict[str, Any] = {
        "judgements": tuple(
            one if marks.shows(strategy, priority.id, one) else one.model_copy(update={"note": OTHER, "by": OTHER})
            for one in priority.judgements
        ),
        "actions": tuple(_action(one, strategy, marks) for one in priority.actions),
    }
    hidden = {"title": OTHER, "plain": (OTHER,)} if marks.hides(strategy, priority) else {}
    return priority.model_copy(update=update | hidden)


def _action(action: Action, strategy: str, marks: Marks) -> Action:
    hidden = marks.hides(strategy, action)

    def moved(moves: Iterable[Move]) -> tuple[Move, ...]:
        return tuple(one if marks.shows(strategy, action.id, one) else _moved(one) for one in moves)

    update: dict[str, Any] = {
        "note": OTHER,
        "updates": ()
        if hidden
        else tuple(_update(one, marks.shows(strategy, action.id, one)) for one in action.updates),
        "moved": moved(action.moved),
        "milestones": tuple(one.model_copy(update={"moved": moved(one.moved)}) for one in action.milestones),
    }
    return action.model_copy(update=update | ({"text": OTHER, "owner": (OTHER,)} if hidden else {}))


def _moved(move: Move) -> Move:
    return move.model_copy(update={"why": OTHER if move.why else None})


def _update(update: Update, public: bool) -> Update:
    """Other words and another person where the update is not public; that something was said stays so."""
    if public:
        return update.model_copy(update={"evidence": (OTHER,) if update.evidence else ()})
    told = bool(update.note or update.evidence)
    return update.model_copy(update={"by": OTHER, "note": OTHER if told else None, "evidence": ()})
