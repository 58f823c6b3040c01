"""Finds what was typed over between two versions of a record: a value was replaced, and no word on record says why.

Values are compared, not the bytes that spell them: another order, other quotes, other line endings are no change.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeVar

from strategy_tracker.comparing.eased import RULES
from strategy_tracker.comparing.reasons import erased_steps, new_steps
from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.measures.changed_rules import steps_of
from strategy_tracker.model.action import Action, Milestone
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.date_steps import date_steps, moves_in_order
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.rule_change import RuleKey, same_value
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.measures.way import Baseline, Line
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Priority, Strategy
from strategy_tracker.model.values import When, read_when

QuietKind = Literal["due", "target", "tolerance", "owner", "wording"]


class QuietChange(NamedTuple):
    """A value that was typed over: what it was, what it became, and the commit that did it where that is known.

    `item` is the address of the action, priority or strategy, or the id of the measure. `what` says which value of it:
    for a due date the words of a milestone (empty: the action's own), for a target its period, for a tolerance its key
    (with the period where it belongs to a target). `before` and `after` are as the files spell them; `after` is empty
    where the value was taken away. A commit without a `sha` is what is not committed. `file` and `route` say where it
    stands today, where that was looked for; there is no route in a file with a fault.
    """

    kind: QuietKind
    item: str
    what: str
    before: str
    after: str
    commit: Commit | None = None
    file: str = ""
    route: Route = ()

    @property
    def days(self) -> int:
        """Days from the date before to the one after: above 0 it is later; 0 for what is no date, or has none now."""
        if self.kind != "due" or not self.after:
            return 0
        return (read_when(self.after).last - read_when(self.before).last).days


class FormerRecords(NamedTuple):
    """The records of an earlier moment by their ids: items are known again wherever they moved."""

    strategies: Mapping[str, Strategy]
    measures: Mapping[str, Measure]


def former_records(records: Iterable[Record | None]) -> FormerRecords:
    """Sort the records of an earlier moment's files by their ids."""
    strategies: dict[str, Strategy] = {}
    measures: dict[str, Measure] = {}
    for record in records:
        if isinstance(record, Strategy):
            strategies[record.id] = record
        elif isinstance(record, Measures):
            measures |= {one.id: one for one in record.measures}
    return FormerRecords(strategies, measures)


def typed_over(old: FormerRecords, new: Record | None) -> Iterator[QuietChange]:
    """List the quiet changes from an earlier moment to the record of one file, in the order of that file.

    Quiet is: a due date of an action or milestone whose way from the old to the new one is not all in `moved`; a
    target or a tolerance whose way is not all in `changed`; which way is better, a suspension that is another one or
    gone, what the measures of a strategy inherit, an owner who was named and is another, and another title of a
    priority. A move or a change that was taken off the record is quiet, too. What is new, or had no value before, was
    not typed over. Where nothing else can hold a reason, a note of the same record that was written with the change is
    one; so is one on the target itself.
    """
    if isinstance(new, Measures):
        for measure in new.measures:
            if former := old.measures.get(measure.id):
                yield from _measure(former, measure)
    elif isinstance(new, Strategy) and (was := old.strategies.get(new.id)):
        yield from _strategy(was, new)


def _strategy(old: Strategy, new: Strategy) -> Iterator[QuietChange]:
    if not _explained(old, new):
        yield from _owner(new.id, old.owner, new.owner)
        before, after = (_defaults(each) for each in (old, new))
        if before and before != after:
            yield QuietChange("tolerance", new.id, "measures_default", before, after)
    priorities = {one.id: one for one in old.priorities}
    actions = {one.id: one for priority in old.priorities for one in priority.actions}
    for priority in new.priorities:
        if former := priorities.get(priority.id):
            yield from _priority(f"{new.id}/{priority.id}", former, priority, new.owner)
        for action in priority.actions:
            if was := actions.get(action.id):
                address = f"{new.id}/{action.id}"
                yield from _dates(address, was, action)
                if not _explained(was, action):
                    yield from _owner(address, was.owner, action.owner or priority.owner or new.owner)


def _defaults(strategy: Strategy) -> str:
    """What the measures of a strategy inherit, as a text."""
    said = strategy.measures_default or ()
    return ", ".join(f"{key} {value}" for key, value in said if value is not None)


def _priority(address: str, old: Priority, new: Priority, above: tuple[str, ...]) -> Iterator[QuietChange]:
    if not alike(old.title, new.title):
        yield QuietChange("wording", address, "", old.title, new.title)
    yield from _owner(address, old.owner, new.owner or above)


def _owner(address: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[QuietChange]:
    """The owners who were named at this place, and others who answer for it now, named or inherited."""
    if before and [name_form(name) for name in before] != [name_form(name) for name in after]:
        yield QuietChange("owner", address, "", ", ".join(before), ", ".join(after))


def alike(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but blanks and capital letters."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


_Noted = TypeVar("_Noted", Strategy, Action, Measure)


def _explained(old: _Noted, new: _Noted) -> bool:
    """Whether a note was written, or written anew, with what else changed."""
    return bool(new.note) and new.note != old.note


# dates


def _dates(address: str, old: Action, new: Action) -> Iterator[QuietChange]:
    yield from _date(address, "", old, new)
    for was, now in _same_milestones(old.milestones, new.milestones):
        yield from _date(address, now.text, was, now)


def _date(address: str, what: str, old: Action | Milestone, new: Action | Milestone) -> Iterator[QuietChange]:
    moved = old.due and not _same_day(old.due, new.due)
    if moved or old.moved:
        known, steps = (list(date_steps(moves_in_order(each.moved), each.due)) for each in (old, new))
        way = new_steps(old.due, new.due, known, steps, _same_day) if moved else []
        for former, to, move, _ in (*erased_steps(known, steps, _same_day), *way):
            if move is None and not _same_day(former, to):
                yield QuietChange("due", address, what, _spelled(former), _spelled(to))


def _same_day(one: When | None, other: When | None) -> bool:
    """Whether two dates have the same last day: they are one date, known more or less exactly."""
    return (one and one.last) == (other and other.last)


def _same_milestones(old: tuple[Milestone, ...], new: tuple[Milestone, ...]) -> Iterator[tuple[Milestone, Milestone]]:
    """Pair the milestones of two versions: by their words, and those that were reworded by their place."""
    words = {one.text: one for one in reversed(old)}
    known = {one.text for one in new}
    for number, one in enumerate(new):
        if one.text in words:
            yield words[one.text], one
        elif number < len(old) and old[number].text not in known:
            yield old[number], one


# targets and tolerances


def _measure(old: Measure, new: Measure) -> Iterator[QuietChange]:
    yield from _targets(old, new)
    for rule in RULES:
        yield from _recorded("tolerance", rule, old, new, None, rule)
    if not _explained(old, new):
        yield from _unrecorded(old, new)
        yield from _owner(new.id, old.owner, new.owner)


def _targets(old: Measure, new: Measure) -> Iterator[QuietChange]:
    now = {period[1:]: target for period, target in new.targets.items()}
    for period, was in old.targets.items():
        target = now.get(period[1:])
        if target is None or not target.note or target.note == was.note:
            yield from _recorded("target", period.text, old, new, period, None)
            if target:
                yield from _recorded("tolerance", f"amber_from for {period}", old, new, period, "amber_from")


def _recorded(
    kind: QuietKind, what: str, old: Measure, new: Measure, target: Period | None, rule: RuleKey | None
) -> Iterator[QuietChange]:
    """The steps of a value that are not in `changed`."""
    before, after = (each.rule_value(target, rule) for each in (old, new))
    changed = before is not None and not same_value(before, after)
    if changed or (before is not None and old.changed):
        known, steps = (steps_of(each, target, rule) for each in (old, new))
        way = new_steps(before, after, known, steps, same_value) if changed else []
        for was, now, change, _ in (*erased_steps(known, steps, same_value), *way):
            if change is None:
                yield QuietChange(kind, new.id, what, _spelled(was), _spelled(now))


UNRECORDED = (
    "better",
    "same_within",
    "profile",
    "straight_line_from",
    "baseline",
    "on_the_way",
    "counts_from",
    "suspended",
)
"""Keys that move a colour as a tolerance does, and for whose changes a measure has no place but its note."""


def _unrecorded(old: Measure, new: Measure) -> Iterator[QuietChange]:
    for key in UNRECORDED:
        was, now = (_known(getattr(each, key)) for each in (old, new))
        if isinstance(was, dict):
            points = [(f"{key} for {period}", one, now.get(period)) for period, one in was.items()]
        else:
            points = [(key, was, now)]
        if key == "suspended":
            mine = {period[1:]: one.suspended for period, one in new.targets.items()}
            points += [
                (f"{key} for {period}", one.suspended, mine.get(period[1:])) for period, one in old.targets.items()
            ]
        for what, before, after in points:
            if before is not None and not same_value(_plain(before), _plain(after)) and not _says_why(before, after):
                yield QuietChange("tolerance", new.id, what, _spelled(before), _spelled(after))


def _says_why(before: Any, after: Any) -> bool:
    """Whether a suspension gives another reason for what it is now."""
    return isinstance(after, Suspension) and bool(after.why) and after.why != before.why


def _known(value: Any) -> Any:
    """A baseline as the point it is; None while it is not known, so that nothing is typed over when it comes."""
    return value.known if isinstance(value, Baseline) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Suspension):
        return value.on[1:], value.until and value.until[1:]
    return (value.on.first, value.on.last, value.value) if isinstance(value, Line) else value


def _spelled(value: Any) -> str:
    if isinstance(value, Line):
        return f"{value.value} on {value.on}"
    if isinstance(value, Suspension):
        return f"since {value.on}" + (f" until {value.until}" if value.until else "")
    return "" if value is None else str(value)
