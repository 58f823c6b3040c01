"""Finds what was typed over between two versions of a record: a value was replaced, and no word on record says why.

Values are compared, not the bytes that spell them: another order, other quotes, other line endings are no change.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeVar

from strategy_tracker.comparing.eased import RULES
from strategy_tracker.comparing.reasons import new_steps
from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.measures.changed_rules import steps_of
from strategy_tracker.model.action import Action, Milestone
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.date_steps import quiet_steps
from strategy_tracker.model.measure import Line, Measure, Measures
from strategy_tracker.model.named import items
from strategy_tracker.model.one_name import name_form
from strategy_tracker.model.period import Period
from strategy_tracker.model.record import Record
from strategy_tracker.model.rule_change import RuleKey, same_value
from strategy_tracker.model.strategy import Priority, Strategy
from strategy_tracker.model.values import Distance, When, read_when

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
    target or a tolerance whose way is not all in `changed`; another direction; an owner who was named and is another;
    another title of a priority. What is new, or had no value before, was not typed over. For an owner, a target or a
    tolerance, a note of the same record, or of the target, that was written with the change is its reason.
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


def _priority(address: str, old: Priority, new: Priority, above: str | None) -> Iterator[QuietChange]:
    if not alike(old.title, new.title):
        yield QuietChange("wording", address, "", old.title, new.title)
    yield from _owner(address, old.owner, new.owner or above)


def _owner(address: str, before: str | None, after: str | None) -> Iterator[QuietChange]:
    """An owner who was named at this place, and another who answers for it now, named or inherited."""
    if before and name_form(before) != name_form(after or ""):
        yield QuietChange("owner", address, "", before, after or "")


def alike(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but blanks and capital letters."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


_Noted = TypeVar("_Noted", Strategy, Action, Measure)


def _explained(old: _Noted, new: _Noted) -> bool:
    """Whether a note was written, or written anew, with what else changed."""
    return bool(new.note) and new.note != old.note


# dates


def _dates(address: str, old: Action, new: Action) -> Iterator[QuietChange]:
    yield from (_moved(address, "", *step) for step in quiet_steps(old, new))
    for was, now in _same_milestones(old.milestones, new.milestones):
        yield from (_moved(address, now.text, *step) for step in quiet_steps(was, now))


def _moved(address: str, what: str, former: When, to: When | None) -> QuietChange:
    return QuietChange("due", address, what, former.text, to.text if to else "")


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
    if _explained(old, new):
        return
    yield from _owner(new.id, old.owner, new.owner)
    for period, was in old.targets.items():
        now = new.targets.get(period)
        if now and now.note and now.note != was.note:
            continue
        yield from _rule("target", period.text, old, new, period, None)
        if now:
            yield from _rule("tolerance", f"amber_from for {period}", old, new, period, "amber_from")
    for period, expected in old.profile.items():
        yield from _value("tolerance", new.id, f"profile for {period}", expected, new.profile.get(period))
    for rule in RULES:
        yield from _rule("tolerance", rule, old, new, None, rule)
    for key in ("better", "same_within", "straight_line_from"):
        yield from _value("tolerance", new.id, key, getattr(old, key), getattr(new, key))


def _rule(
    kind: QuietKind, what: str, old: Measure, new: Measure, target: Period | None, rule: RuleKey | None
) -> Iterator[QuietChange]:
    """The steps of a target or a tolerance that are not in `changed`."""
    before, after = (each.rule_value(target, rule) for each in (old, new))
    if before is not None and not same_value(before, after):
        known, steps = (steps_of(each, target, rule) for each in (old, new))
        for was, now, record in new_steps(before, after, known, steps, same_value):
            if record is None:
                yield from _value(kind, new.id, what, was, now)


def _value(kind: QuietKind, item: str, what: str, before: Any, after: Any) -> Iterator[QuietChange]:
    if before is not None and _plain(before) != _plain(after):
        yield QuietChange(kind, item, what, _spelled(before), _spelled(after))


def _plain(value: Any) -> Any:
    """A value without the way it is spelled: '5 points' and '5.0 points' are one."""
    if isinstance(value, Distance):
        return value._replace(text="")
    return (value.on.first, value.on.last, value.value) if isinstance(value, Line) else value


def _spelled(value: Any) -> str:
    if isinstance(value, Line):
        return f"{value.value} on {value.on}"
    return "" if value is None else str(value)


# where it stands


def place_of(change: QuietChange, record: Record) -> Route | None:
    """Find where a record of today holds what was typed over; the item itself where the value is gone.

    None where the record does not have the item.
    """
    item, route = _item(change.item, record)
    if item is None:
        return None
    keys = _keys(change, item)
    found: Any = item
    for n, key in enumerate(keys):
        found = _inside(found, key)
        if found is None:
            return (*route, *keys[:n]) if n else route or ("id",)
    return (*route, *keys)


def _item(address: str, record: Record) -> tuple[Record | None, Route]:
    if isinstance(record, Measures):
        return next(((one, ("measures", n)) for n, one in enumerate(record.measures) if one.id == address), (None, ()))
    if not isinstance(record, Strategy):
        return None, ()
    if record.id == address:
        return record, ()
    routes = {f"{record.id}/{one.id}": one.route for one in items(record) if one.thing in ("priority", "action")}
    route = routes.get(address)
    found: Any = record
    for step in route or ():
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return (None, ()) if route is None else (found, route)


def _keys(change: QuietChange, item: Any) -> Route:
    if change.kind == "due":
        steps = [one.text for one in item.milestones] if change.what else []
        return ("milestones", steps.index(change.what), "due") if change.what in steps else ("due",)
    if change.kind in ("owner", "wording"):
        return ("owner" if change.kind == "owner" else "title",)
    if change.kind == "target":
        return ("targets", change.what)
    key, _, period = change.what.partition(" for ")
    if not period:
        return (key,)
    return ("profile", period) if key == "profile" else ("targets", period, key)


def _inside(value: Any, key: str | int) -> Any:
    if isinstance(value, dict):
        return next((one for period, one in value.items() if period.text == key), None)
    if isinstance(key, int):
        return value[key]
    return getattr(value, key)
