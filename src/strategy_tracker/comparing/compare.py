"""Finds what changed between two moments, in the words of a strategy; items are followed by id, wherever they move."""

from collections.abc import Iterator, Mapping, Sequence

from strategy_tracker.comparing.compare_measures import compare_measures
from strategy_tracker.comparing.differences import (
    TIME,
    Difference,
    MomentSide,
    PlacedAction,
    colour,
    details,
    field,
    ids,
    placed,
    same_colour,
    whole,
    words,
)
from strategy_tracker.comparing.reasons import UNSAID, reasons
from strategy_tracker.judging.actions.action_standing import stand_action
from strategy_tracker.judging.actions.clocks import days_words
from strategy_tracker.judging.meetings.reviews import phase_of
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.model.action import Action, Update
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.dates.date_steps import DateStep, date_steps, moves_in_order, same_date
from strategy_tracker.model.dates.typed_dates import TypedDate, steps_with_typed
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When


def compare(
    old: MomentSide, new: MomentSide, between: MomentSide | None = None, *, time: bool = True
) -> tuple[Difference, ...]:
    """List every change from `old` to `new`, in the order of the new files; what was withdrawn comes last.

    `between` is the old side judged by the settings of the new one: what moved there was moved by the settings.
    Without `time`, what time alone moved is left out. What may stand where a moment could not be read neither came nor
    went.
    """
    found = (
        *_settings(old.settings, new.settings),
        *_strategies(old, new),
        *_actions(old, new, between, time=time),
        *compare_measures(old, new, between, time=time),
        *_records("practice example", old.examples, new.examples),
    )
    unread = {"added": old.unread, "withdrawn": new.unread}
    return tuple(one for one in found if one.item not in unread.get(one.kind, ()))


def _settings(old: Settings, new: Settings) -> Iterator[Difference]:
    one, two = (side.model_copy(update={"year_end": str(side.year_end)}) for side in (old, new))
    for found in details("settings", "settings", "", one, two, frozenset({"of_strategies"})):
        yield found._replace(kind="settings")


def _strategies(old: MomentSide, new: MomentSide) -> Iterator[Difference]:
    for name in ids(old.strategies, new.strategies):
        one, two = old.strategies.get(name), new.strategies.get(name)
        if one is None or two is None:
            yield whole(name, "strategy", one.title if one else "", two.title if two else "")
            continue
        yield from details(name, "strategy", two.title, one, two, frozenset({"id", "priorities"}))
        yield from _priorities(name, one, two)


def _priorities(name: str, old: Strategy, new: Strategy) -> Iterator[Difference]:
    before, after = ({f"{name}/{p.id}": p for p in side.priorities} for side in (old, new))
    yield from _records("priority", before, after)


def _records(thing: str, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Difference]:
    """Things with a title that came, went, or have another value somewhere."""
    for key in ids(old, new):
        one, two = old.get(key), new.get(key)
        titles = [getattr(side, "title", "") for side in (one, two)]
        if one is None or two is None:
            yield whole(key, thing, *titles)
        else:
            yield from details(key, thing, titles[1], one, two, frozenset({"id", "actions"}))


def _actions(old: MomentSide, new: MomentSide, between: MomentSide | None, *, time: bool) -> Iterator[Difference]:
    before, after = placed(old), placed(new)
    for address in ids(before, after):
        one, two = before.get(address), after.get(address)
        if one is None or two is None:
            if _alone(one, two, old, new):
                yield whole(address, "action", one.action.text if one else "", two.action.text if two else "")
            continue
        yield from _action(address, one, two, new.typed.get(address, ()))
        yield from _updates(address, one.action, two.action)
        stood, stands = old.actions_stood.get(address), new.actions_stood.get(address)
        if stood and stands and (time or between or _why_action(one, two) != TIME):
            yield from _states(address, two.action.text, stood, stands)
            why = _why_action(one, two)
            middle = between.actions_stood.get(address) if between else None
            if middle and not same_colour(middle.rating, stood.rating):
                why = commas([phrase("settings-changed"), *([] if one == two else [why])])
            elif _by_time(one, stood, stands, old, new):
                why = TIME
            yield from colour(address, "action", two.action.text, stood.rating, stands.rating, why)


def _by_time(
    one: PlacedAction, stood: ActionStanding, stands: ActionStanding, old: MomentSide, new: MomentSide
) -> bool:
    """Whether an action would be at least as far from the colour it had if nobody had touched it since."""
    if new.day is None or old.day == new.day or same_colour(stood.rating, stands.rating):
        return False
    phase = phase_of(one.strategy, new.day)
    still = stand_action(one.action, one.priority, one.strategy, phase, new.day, new.settings, ())
    was, now, alone = (WORST_FIRST.index(each.rating.colour) for each in (stood, stands, still))
    if WORST_FIRST.index("grey") in (was, now, alone):  # grey is no colour, so nothing is nearer to or further from it
        return same_colour(still.rating, stands.rating)
    return alone <= now < was or alone >= now > was or same_colour(still.rating, stands.rating)


def _alone(one: PlacedAction | None, two: PlacedAction | None, old: MomentSide, new: MomentSide) -> bool:
    """Whether an action came or went by itself, not with its whole strategy."""
    strategy = (one or two).strategy.id  # type: ignore[union-attr]
    return strategy in old.strategies and strategy in new.strategies


_OF_ACTION = frozenset({"id", "text", "owner", "due", "updates"})
"""Fields of an action with words of their own."""


def _action(address: str, one: PlacedAction, two: PlacedAction, typed: Sequence[TypedDate]) -> Iterator[Difference]:
    text = two.action.text
    if one.priority.id != two.priority.id:
        yield Difference("moved", address, "action", text, one.priority.title, two.priority.title)
    if one.action.text != text:
        yield Difference("reworded", address, "action", text, *words(one.action.text, text))
    if one.owner != two.owner:
        yield field(address, "action", text, "owner", ", ".join(one.owner) or None, ", ".join(two.owner) or None)
    moved = one.action.due != two.action.due
    if moved:
        yield _due(address, one.action, two.action, typed)
    hidden = _OF_ACTION | {"moved"} if moved else _OF_ACTION
    yield from details(address, "action", text, one.action, two.action, hidden)


def _updates(address: str, one: Action, two: Action) -> Iterator[Difference]:
    """New updates; and updates of a day that had one already, which were changed or taken away."""
    before, after = frozenset(one.updates), frozenset(two.updates)
    gone: dict[When, list[Update]] = {}
    for update in reversed(one.updates):
        if update not in after:
            gone.setdefault(update.on, []).append(update)
    for update in two.updates:
        if update in before:
            continue
        former = gone[update.on].pop() if gone.get(update.on) else None
        if former is None:
            why = phrase("on-the-day", day=update.on.text)
            if update.by:
                why = phrase("on-day-by", day=update.on.text, who=update.by)
            yield Difference("update", address, "action", two.text, "", said(update), why)
            continue
        why = phrase("update-was-changed", day=update.on.text)
        yield Difference("update", address, "action", two.text, *words(said(former), said(update)), why)
    left = {id(update) for updates in gone.values() for update in updates}
    for update in (update for update in one.updates if id(update) in left):
        why = phrase("update-taken-away", day=update.on.text)
        yield Difference("update", address, "action", two.text, said(update), "", why)


def said(update: Update) -> str:
    """Put an update into one line: its state, its colour, its note."""
    state, told = commas([part for part in (update.state, update.rag) if part]), update.note or ""
    if update.happened:
        happened = phrase("happened-when", when=update.happened.text)
        told = phrase("thing-of", what=told, of=happened) if told else phrase("in-brackets", told=happened)
    if state and told:
        return phrase("and-what", what=state, of=told)
    return state or told or phrase("evidence-or-forecast")


def _due(address: str, one: Action, two: Action, typed: Sequence[TypedDate]) -> Difference:
    before, after = _date(one.due), _date(two.due)
    why = ""
    if one.due and two.due:
        days = (two.due.last - one.due.last).days
        how = phrase("same-last-day")
        if days:
            how = phrase("so-much-later" if days > 0 else "so-much-earlier", days=days_words(abs(days)))
        known, steps = (_date_steps(each, typed) for each in (one, two))
        why = semicolons([how, reasons(one.due, two.due, known, steps, same_date, _date) or UNSAID])
    return Difference("due", address, "action", two.text, before, after, why)


def _date_steps(action: Action, typed: Sequence[TypedDate]) -> list[DateStep]:
    steps = list(date_steps(moves_in_order(action.moved), action.due))
    return steps_with_typed(steps, action.due, [one for one in typed if not one.step])


def _date(due: When | None) -> str:
    return due.text if due else phrase("no-date")


def _states(address: str, text: str, stood: ActionStanding, stands: ActionStanding) -> Iterator[Difference]:
    if stood.state != stands.state:
        latest = stands.updates[0] if stands.updates else None
        why = _with_note(phrase("update-of", day=latest.on), latest.note) if latest else phrase("no-update-left")
        yield Difference(
            "state", address, "action", text, stood.state or stood.state_words, stands.state or stands.state_words, why
        )


def _with_note(told: str, note: str | None) -> str:
    return phrase("and-what", what=told, of=note) if note else told


def _why_action(one: PlacedAction, two: PlacedAction) -> str:
    """What moved the colour of an action: what was said, a date that was changed, or a day that passed."""
    before = frozenset(one.action.updates)
    updates = [update for update in two.action.updates if update not in before]
    if updates:
        latest = max(updates, key=lambda update: update.on.last)
        return _with_note(phrase("new-update-of", day=latest.on.text), latest.note)
    if one.action.due != two.action.due:
        return phrase("due-date-changed")
    if one.action.done != two.action.done:
        return phrase("done-another-day")
    if one.action.updates != two.action.updates:
        return phrase("earlier-update-changed")
    if any(getattr(one.strategy, key) != getattr(two.strategy, key) for key in ("starts", "ends", "superseded")):
        return phrase("strategy-has-other-dates")
    timing = ("milestones", "every", "review_every", "starts", "moved")
    changed = any(getattr(one.action, key) != getattr(two.action, key) for key in timing)
    return phrase("dates-or-steps-changed") if changed else TIME
