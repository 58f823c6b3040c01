"""Finds what a careful reader of changes would ask: about colours improved without evidence, and targets eased."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.comparing.differences import TIME, Difference, MomentSide, placed
from strategy_tracker.model.action import Action

KEYS_READ = frozenset({"id", "priorities", "governance"})
"""Keys of a strategy that a question about its actions turns on; a test lets `signals` read no other."""


class Signal(NamedTuple):
    """Something a careful reader would ask about; advice, never an accusation."""

    item: str
    words: str


def signals(old: MomentSide, new: MomentSide, found: Sequence[Difference]) -> tuple[Signal, ...]:
    """List what to ask: colours improved without evidence, targets eased and then met, notes repeated, hurried updates.

    What a passing date improved asks nothing of anybody.
    """
    return (*_improved(old, new, found), *_repeated(old, new), *_hurried(old, new))


def _improved(old: MomentSide, new: MomentSide, found: Sequence[Difference]) -> Iterator[Signal]:
    eased = {d.item for d in found if d.kind == "target" and d.why.endswith("easier to meet")}
    read = {d.item for d in found if d.kind in ("reading", "restated")}
    before, after = placed(old), placed(new)
    for one in found:
        if one.kind != "colour" or one.worse is not False or one.why.startswith(TIME):
            continue
        if one.thing == "measure" and one.item in eased and one.after == "green":
            yield Signal(one.item, "its target was made easier, and it is green now")
        elif one.thing == "measure" and one.item not in read:
            yield Signal(one.item, "its colour improved without a new reading")
        elif (
            one.thing == "action"
            and one.item in before
            and not _evidence(before[one.item].action, after[one.item].action)
        ):
            yield Signal(one.item, "its colour improved without a note or evidence")


def _evidence(old: Action, new: Action) -> bool:
    return (
        any(update.note or update.evidence for update in new.updates if update not in old.updates)
        or old.done != new.done
    )


def _repeated(old: MomentSide, new: MomentSide) -> Iterator[Signal]:
    before = placed(old)
    for address, two in placed(new).items():
        known = before[address].action.updates if address in before else ()
        ordered = sorted(two.action.updates, key=lambda update: update.on.last)
        for last, said in pairwise(ordered):
            if said.note and said.note == last.note and said not in known:
                yield Signal(address, f"the note of {said.on} is the same as the one of {last.on}")


HURRY = 5
"""New updates dated within a day of a meeting from which a reader would ask."""


def _hurried(old: MomentSide, new: MomentSide) -> Iterator[Signal]:
    before = placed(old)
    for strategy in new.strategies.values():
        fresh = [
            update.on
            for priority in strategy.priorities
            for action in priority.actions
            for update in action.updates
            if (one := before.get(f"{strategy.id}/{action.id}")) and update not in one.action.updates
        ]
        for body in strategy.governance:
            for met in body.held:
                near = [
                    on
                    for on in fresh
                    if met.first == met.last and on.first == on.last and abs((on.last - met.last).days) <= 1
                ]
                if len(near) >= HURRY:
                    yield Signal(
                        strategy.id,
                        f"{len(near)} updates are dated within a day of the meeting of {body.body} on {met}",
                    )
