"""The account of one priority for a paper and a page: what is done, what is coming, what is open, and which figures."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.briefing.news import YEAR, current_measures, done_on
from strategy_tracker.briefing.requests import is_open
from strategy_tracker.judging.headlines import headline_of
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding
from strategy_tracker.model.measures.measure_table import MeasureTable
from strategy_tracker.model.values import read_when

KEY_MEASURES = 8
"""Measures of a priority that a paper has room for; the scorecard has them all."""
FEW = 3
"""Measures that are told of a priority where none has more to say than its figure."""
_WORKS_ON = ("deliverable", "decision", "improvement")
"""Kinds of action that come to an end; practice goes on."""


class ComingDate(NamedTuple):
    """Something with a date to come: its words, that day, and the day as its file has it."""

    text: str
    day: date
    when: str


class PriorityAccount(NamedTuple):
    """What there is to tell of one priority.

    `done` are actions that were done since the last meeting, `coming` dates of the year ahead, `at_risk` actions that
    are red, amber, late or waiting, `open` what comes to an end and has no date. Of what has none of these,
    `ongoing` counts what was said to be in progress, `not_begun` what was said not to have started, and `unsaid` the
    rest. `measures` are the ones a member would ask for, out of `of`. `headline` says its colour by a named rule.
    `tables` are the same measures, by the heading of each group; those of no group are last, without one.
    """

    done: tuple[ActionStanding, ...]
    coming: tuple[ComingDate, ...]
    at_risk: tuple[ActionStanding, ...]
    open: tuple[ActionStanding, ...]
    ongoing: int
    measures: tuple[MeasureStanding, ...]
    of: int
    headline: str = ""
    tables: tuple[tuple[str, tuple[MeasureStanding, ...]], ...] = ()
    not_begun: int = 0
    unsaid: int = 0


def account_of(
    priority: PriorityStanding,
    standing: Standing,
    since: date,
    first: Collection[str] = (),
    tables: Sequence[MeasureTable] = (),
    elsewhere: Collection[str] = (),
) -> PriorityAccount:
    """Give the account of a priority at the day of a standing; what is done counts from the day after `since`.

    The measures that are told `first` are named by their ids; where none is, those a member would ask for. Both stand
    in the `tables` that the priority groups its measures in. Those that are told `elsewhere` only count.
    """
    at_risk = [action for action in priority.actions if is_at_risk(action)]
    done = [action for action in priority.actions if (day := done_on(action)) and read_when(day).last > since]
    coming = coming_dates(priority.actions, standing.as_at, standing.as_at + YEAR)
    undated = [one for one in priority.actions if one.kind in _WORKS_ON and is_open(one) and one not in at_risk]
    measures = [one for one in standing.named(priority.every_measure) if not one.withdrawn]
    others = [one for one in priority.actions if one.kind not in _WORKS_ON and is_open(one) and one not in at_risk]
    states = Counter(one.state for one in others)
    mine = [one for one in measures if one.id not in elsewhere]
    chosen = headline_measures(mine, first) or key_measures(mine)
    return PriorityAccount(
        done=tuple(done),
        coming=coming,
        at_risk=tuple(at_risk),
        open=tuple(undated),
        ongoing=states["in-progress"],
        not_begun=states["not-started"],
        unsaid=states[None],
        measures=chosen,
        of=len(measures),
        headline=rated.words if (rated := headline_of(priority, standing)) else "",
        tables=tuple(_grouped(chosen, tables)),
    )


def is_at_risk(action: ActionStanding) -> bool:
    """Whether an action is red or amber, or its date has passed."""
    return action.rating.colour in ("red", "amber") or bool(action.need and action.need.word in ("late", "waiting"))


def coming_dates(actions: Sequence[ActionStanding], first: date, last: date) -> tuple[ComingDate, ...]:
    """List every date of some actions from one day to another, the earliest first."""
    found = [one for action in actions for one in _dates(action) if first <= one.day <= last]
    return tuple(sorted(found, key=lambda one: (one.day, one.text)))


def _dates(action: ActionStanding) -> Iterator[ComingDate]:
    for clock in (action.start, action.due, action.interval):
        if clock.due and clock.kind in ("none", "on-time", "due-soon", "due-today"):
            yield ComingDate(action.text, clock.due, clock.date_text)
    for step in action.milestones:
        if not step.done and step.clock.due and step.clock.kind in ("on-time", "due-soon", "due-today"):
            yield ComingDate(f"{action.text}: {step.text}", step.clock.due, step.clock.date_text)


def _grouped(
    chosen: Sequence[MeasureStanding], tables: Sequence[MeasureTable]
) -> Iterator[tuple[str, tuple[MeasureStanding, ...]]]:
    """Give each group that any of some measures is in, with its heading; those of no group come last, without one."""
    left = list(chosen)
    for table in tables:
        mine = tuple(one for one in left if one.id in table.measures)
        left = [one for one in left if one not in mine]
        if mine:
            yield table.title, mine
    if left:
        yield "", tuple(left)


_WITHHELD = ("not-published", "suppressed")
"""Why a measure has no figure to tell a member; the scorecard names it."""


def headline_measures(measures: Sequence[MeasureStanding], first: Collection[str]) -> tuple[MeasureStanding, ...]:
    """Choose the measures that somebody wants told first, as far as they have a figure to tell."""
    return tuple(one for one in measures if one.id in first and one.reading and one.rating.why not in _WITHHELD)


def key_measures(measures: Sequence[MeasureStanding]) -> tuple[MeasureStanding, ...]:
    """Choose the measures that a member would ask for, in printed order: what has a colour, a target or a direction.

    What only describes people or demand stands elsewhere; of what is left, what moved comes before what did not.
    """
    able = [one for one in measures if one.rating.why not in ("context", *_WITHHELD) and one.reading]
    asked_for = [one for one in able if not all(_interest(one))]
    wanted = sorted(asked_for, key=_interest)[:KEY_MEASURES] or able[:FEW]
    return tuple(one for one in measures if one in wanted)


def _interest(one: MeasureStanding) -> tuple[bool, ...]:
    """What a member would ask for first; true of each thing that it lacks."""
    rated = one.rating.colour != "grey" or one.missed_without_colour
    wants = one.target is not None or one.next_target is not None
    directed = one.better in ("higher", "lower", "on-target")
    return (not rated, not wants, not directed, one.headline.kind == "none", not one.comparisons)


def worse_measures(standing: Standing) -> list[MeasureStanding]:
    """List the measures that got worse since the figure before and are not red, for which no limit says how far."""
    measures = current_measures(standing)
    return [
        one for one in measures if one.headline.kind == "worse" and one.rating.colour != "red" and not one.withdrawn
    ]
