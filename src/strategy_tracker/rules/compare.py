"""What changed between two moments, in the words of a strategy; items are followed by id, wherever they move."""

from collections.abc import Iterator

from strategy_tracker.model.action import Action
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.rules.changes import Difference, Placed, Side, colour, field, ids, placed, whole, words
from strategy_tracker.rules.compare_measures import compare_measures
from strategy_tracker.rules.standing import ActionStanding


def compare(old: Side, new: Side) -> tuple[Difference, ...]:
    """Every change from `old` to `new`, in the order of the new files; what was withdrawn comes last."""
    return (*_strategies(old, new), *_actions(old, new), *compare_measures(old, new))


def _strategies(old: Side, new: Side) -> Iterator[Difference]:
    for name in ids(old.strategies, new.strategies):
        one, two = old.strategies.get(name), new.strategies.get(name)
        if one is None or two is None:
            yield whole(name, "strategy", one.title if one else "", two.title if two else "")
            continue
        for key in ("title", "owner", "starts", "ends", "review_every"):
            before, after = getattr(one, key), getattr(two, key)
            if before != after:
                yield field(name, "strategy", two.title, key, before, after)
        yield from _priorities(name, one, two)


def _priorities(name: str, old: Strategy, new: Strategy) -> Iterator[Difference]:
    before, after = ({p.id: p for p in side.priorities} for side in (old, new))
    for key in ids(before, after):
        one, two, address = before.get(key), after.get(key), f"{name}/{key}"
        if one is None or two is None:
            yield whole(address, "priority", one.title if one else "", two.title if two else "")
            continue
        if one.title != two.title:
            yield Difference("reworded", address, "priority", two.title, *words(one.title, two.title))
        if one.owner != two.owner:
            yield field(address, "priority", two.title, "owner", one.owner, two.owner)
        for judgement in two.judgements:
            if judgement not in one.judgements:
                said = f"{judgement.rag + ': ' if judgement.rag else ''}{judgement.note}"
                yield Difference("detail", address, "priority", two.title, "", said, f"judged {judgement.on}")


def _actions(old: Side, new: Side) -> Iterator[Difference]:
    before, after = placed(old), placed(new)
    for address in ids(before, after):
        one, two = before.get(address), after.get(address)
        if one is None or two is None:
            if _alone(one, two, old, new):
                yield whole(address, "action", one.action.text if one else "", two.action.text if two else "")
            continue
        yield from _action(address, one, two)
        yield from _updates(address, one.action, two.action)
        stood, stands = old.actions_stood.get(address), new.actions_stood.get(address)
        if stood and stands:
            yield from _states(address, two.action.text, stood, stands)
            yield from colour(address, "action", two.action.text, stood.rating, stands.rating, _why_action(one, two))


def _alone(one: Placed | None, two: Placed | None, old: Side, new: Side) -> bool:
    """Whether an action came or went by itself, not with its whole strategy."""
    strategy = (one or two).strategy.id  # type: ignore[union-attr]
    return strategy in old.strategies and strategy in new.strategies


def _action(address: str, one: Placed, two: Placed) -> Iterator[Difference]:
    text = two.action.text
    if one.priority.id != two.priority.id:
        yield Difference("moved", address, "action", text, one.priority.title, two.priority.title)
    if one.action.text != text:
        yield Difference("reworded", address, "action", text, *words(one.action.text, text))
    if one.owner != two.owner:
        yield field(address, "action", text, "owner", one.owner, two.owner)
    if one.action.due != two.action.due:
        yield _due(address, one.action, two.action)
    for key in ("kind", "every", "review_every"):
        before, after = getattr(one.action, key), getattr(two.action, key)
        if before != after:
            yield field(address, "action", text, key, before, after)


def _updates(address: str, one: Action, two: Action) -> Iterator[Difference]:
    for update in two.updates:
        if update not in one.updates:
            said = ": ".join(part for part in (update.rag or update.state, update.note) if part)
            by = f" by {update.by}" if update.by else ""
            yield Difference("update", address, "action", two.text, "", said, f"on {update.on}{by}")


def _due(address: str, one: Action, two: Action) -> Difference:
    before, after = str(one.due or "no date"), str(two.due or "no date")
    why = ""
    if one.due and two.due:
        days = (two.due.last - one.due.last).days
        why = f"{abs(days)} day{'s' * (abs(days) != 1)} {'later' if days > 0 else 'earlier'}"
        move = next((m for m in reversed(two.moved) if m not in one.moved), None)
        if move is None:
            why += "; the file does not say why"
        else:
            why += f"; {move.why}; " + (
                f"approved by {move.approved_by}" if move.approved_by else "no approval on record"
            )
    return Difference("due", address, "action", two.text, before, after, why)


def _states(address: str, text: str, stood: ActionStanding, stands: ActionStanding) -> Iterator[Difference]:
    if stood.state != stands.state:
        said = stands.updates[0] if stands.updates else None
        why = f"update of {said.on}{f': {said.note}' if said.note else ''}" if said else ""
        yield Difference(
            "state", address, "action", text, stood.state or "never updated", stands.state or "never updated", why
        )


def _why_action(one: Placed, two: Placed) -> str:
    """What moved the colour of an action: what was said, a date that was changed, or a day that passed."""
    updates = [update for update in two.action.updates if update not in one.action.updates]
    if updates:
        latest = max(updates, key=lambda update: update.on.last)
        return f"new update of {latest.on}" + (f": {latest.note}" if latest.note else "")
    if one.action.due != two.action.due:
        return "the due date was changed"
    if one.action.done != two.action.done:
        return "done on another day"
    if one.action.updates != two.action.updates:
        return "an earlier update was changed or taken away"
    return "a date passed" if one.action == two.action else "its dates or steps were changed"
