"""Lists everything that needs somebody, as rows: what is late, silent, or due soon."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.judging.actions.need import is_or_worse
from strategy_tracker.judging.meetings.count_answers import asked_owners
from strategy_tracker.judging.standing.of_actions import ActionStanding, Inherited, MoveStanding, NeedWord
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.values import Interval

OverdueKind = Literal[
    "late",
    "waiting",
    "silent",
    "very-silent",
    "late-reading",
    "no-amber-rule",
    "missed-review",
    "late-resolution",
    "unanswered",
    "upcoming",
]


class OverdueItem(NamedTuple):
    """One thing that needs somebody.

    `item` is `strategy/action`, `strategy/ask` of what a body asked for, the id of a measure, or the name of a body;
    `text` says what it is. A measure may serve several `strategies`. An `unanswered` one is a body whose round the
    owner has not answered. `days` is how many days late it is, below 0 while it is still to come. `owner_from` says
    whose owner is asked, where an action names none; `silence` is the word of its silence where a date has passed too.
    `original_due` is the first date of an action whose due date was moved. `owners` are all who are asked, of whom the
    `owner` answers. `when` is the date as its file has it, which may be a month or a year.
    """

    kind: OverdueKind
    owner: str | None
    strategies: tuple[str, ...]
    item: str
    text: str
    due: date | None
    days: int
    words: str
    owner_from: Inherited | None = None
    silence: NeedWord | None = None
    original_due: date | None = None
    owners: tuple[str, ...] = ()
    when: str = ""

    @property
    def of_measure(self) -> bool:
        """Whether `item` is a measure."""
        return self.kind in ("late-reading", "no-amber-rule")

    @property
    def is_meeting(self) -> bool:
        """Whether `item` is a body, which meets or has asked."""
        return self.kind in ("missed-review", "unanswered") or (self.text == self.item and not self.of_measure)

    def is_any_of(self, kinds: Iterable[str]) -> bool:
        """Whether it is of one of these kinds, or of what is worse; what is silent stays so when a date has passed."""
        return any(is_or_worse(self.kind, self.silence, kind) for kind in kinds)


def list_overdue(standing: Standing, within: Interval | None, today: date) -> tuple[OverdueItem, ...]:
    """List what is late or silent at `today` and what falls due `within` (None: nothing to come), most late first.

    An action that needs somebody is listed once, with its dates to come beside the reason. A target missed with nothing
    declared for amber waits for that. Neither this nor a late reading is listed where every strategy that names the
    measure is over or has not begun.
    """
    until = within.after(today) if within else None
    found = [overdue for strategy in standing.strategies for overdue in _in_strategy(strategy, until, today)]
    found += _of_measures(standing)
    found += _unanswered(standing)
    return tuple(sorted(found, key=lambda c: (-c.days, c.item, c.kind, c.text, c.strategies)))


def list_coming(standing: Standing, until: date) -> tuple[OverdueItem, ...]:
    """List every date to come up to `until`, also of what needs somebody already, the earliest first."""
    found = [
        one
        for strategy in standing.strategies
        for one in (
            *(one for action in strategy.actions for one in _coming(strategy, action, until, standing.as_at)),
            *(one for body in strategy.bodies for one in _of_body(strategy, body, until, standing.as_at)),
            *(one for body in strategy.bodies for one in _of_resolutions(strategy, body, until, standing.as_at)),
        )
        if one.kind == "upcoming"
    ]
    return tuple(sorted(found, key=lambda c: (-c.days, c.item, c.text, c.strategies)))


def _in_strategy(strategy: StrategyStanding, until: date | None, today: date) -> Iterator[OverdueItem]:
    for action in strategy.actions:
        coming = list(_coming(strategy, action, until, today)) if until else []
        need = action.need
        if need is None:
            yield from coming
            continue
        words = "; ".join((*need.words, *_slips(action), *(one.words for one in coming)))
        item = f"{strategy.id}/{action.id}"
        about = (action.owner, (strategy.id,), item, action.text)
        first = action.original_due if action.moves else None
        yield OverdueItem(
            need.word,
            *about,
            need.due,
            need.days,
            words,
            action.owner_from,
            need.silence,
            first,
            owners_of(action),
            need.text,
        )
    for body in strategy.bodies:
        yield from _of_body(strategy, body, until, today)
        yield from _of_resolutions(strategy, body, until, today)


def _of_resolutions(
    strategy: StrategyStanding, body: BodyStanding, until: date | None, today: date
) -> Iterator[OverdueItem]:
    """What a body asked for that is late, or falls due up to `until`."""
    for one in body.resolutions:
        soon = one.state == "open" and one.due_day and until and one.due_day <= until
        if one.state != "late" and not soon:
            continue
        kind: OverdueKind = "late-resolution" if one.state == "late" else "upcoming"
        owner, days = (one.owners[0] if one.owners else None), (today - one.due_day).days if one.due_day else 0
        about = (owner, (strategy.id,), f"{strategy.id}/{one.id}", one.to_do or one.text, one.due_day, days)
        words = f"{one.words}; {body.body}: {one.decision}"
        yield OverdueItem(kind, *about, words, owners=one.owners, when=one.due or "")


def _slips(action: ActionStanding) -> Iterator[str]:
    """Say of each date that has passed what it was at first, how often it was moved, and by nobody on record."""
    steps = ((f"'{step.text}' ", step.clock, step.moves) for step in action.milestones)
    for name, clock, moves in (("", action.due, action.moves), *steps):
        if moves and clock.run_out:
            yield f"{name}first due {moves[0].former}, {_moved(moves)}"


def _moved(moves: Sequence[MoveStanding]) -> str:
    """`moved twice, 1 of them with nobody on record`."""
    times = {1: "once", 2: "twice"}.get(len(moves), f"{len(moves)} times")
    quiet = sum(move.on is None for move in moves)
    by = "with nobody on record" if quiet == len(moves) else f"{quiet} of them with nobody on record"
    return f"moved {times}, {by}" if quiet else f"moved {times}"


def _coming(strategy: StrategyStanding, action: ActionStanding, until: date, today: date) -> Iterator[OverdueItem]:
    """The dates of an action that fall due up to `until`, its own and those of its milestones."""
    clocks = [(clock, action.text) for clock in (action.start, action.due, action.interval)]
    for clock, text in (*clocks, *((milestone.clock, milestone.text) for milestone in action.milestones)):
        if clock.due and _falls_due(clock, until):
            about = (action.owner, (strategy.id,), f"{strategy.id}/{action.id}", text, clock.due)
            days = (today - clock.due).days
            owners = owners_of(action)
            yield OverdueItem(
                "upcoming", *about, days, clock.words, action.owner_from, owners=owners, when=clock.date_text
            )


def _of_body(strategy: StrategyStanding, body: BodyStanding, until: date | None, today: date) -> Iterator[OverdueItem]:
    clock, about = body.clock, (body.paper_by, (strategy.id,), body.body, body.body, body.clock.due)
    author = (body.paper_by,) if body.paper_by else ()
    if clock.run_out:
        yield OverdueItem("missed-review", *about, clock.days, clock.words, owners=author, when=clock.date_text)
    elif clock.due and until and _falls_due(clock, until):
        days = (today - clock.due).days
        yield OverdueItem("upcoming", *about, days, clock.words, owners=author, when=clock.date_text)


def _falls_due(clock: Clock, until: date) -> bool:
    return clock.kind in ("on-time", "due-soon", "due-today") and clock.due is not None and clock.due <= until


def _unanswered(standing: Standing) -> Iterator[OverdueItem]:
    """What owners have not answered in rounds that are open, one row for each owner and round."""
    for one in standing.rounds:
        meets = one.round.meets
        for asked in asked_owners(one.round.asked) if one.round.is_open else ():
            if asked.waiting:
                words = f"no word since {one.round.opens} of {', '.join(asked.waiting)}"
                days = (standing.as_at - meets).days
                text = f"{one.body}, round before {one.round.meeting}"
                yield OverdueItem(
                    "unanswered", asked.owner, one.strategies, one.body, text, meets, days, words, owners=(asked.owner,)
                )


def _of_measures(standing: Standing) -> Iterator[OverdueItem]:
    named: dict[str, list[StrategyStanding]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            named.setdefault(name, []).append(strategy)
    for measure in standing.measures.values():
        serves = named.get(measure.id, [])
        if not serves or any(s.phase.runs for s in serves):
            yield from _of_measure(measure, tuple(s.id for s in serves))


def _of_measure(measure: MeasureStanding, strategies: tuple[str, ...]) -> Iterator[OverdueItem]:
    late, about = measure.late, (measure.owner, strategies, measure.id, measure.title)
    if late.run_out:
        owners, when = owners_of(measure), late.date_text
        yield OverdueItem("late-reading", *about, late.due, late.days, late.words, owners=owners, when=when)
    if measure.missed_without_amber:
        yield OverdueItem("no-amber-rule", *about, None, 0, measure.rating.reason, owners=owners_of(measure))
