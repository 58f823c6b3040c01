"""Finds what a careful reader of changes would ask: about colours improved without evidence, and targets eased."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.comparing.differences import TIME, Difference, MomentSide, placed
from strategy_tracker.comparing.eased import eased
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.model.action import Action
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import phrase

KEYS_READ = frozenset({"id", "priorities", "governance"})
"""Keys of a strategy that a question about its actions turns on; a test lets `signals` read no other."""


class Signal(NamedTuple):
    """Something a careful reader would ask about; advice, never an accusation."""

    item: str
    words: str


def signals(old: MomentSide, new: MomentSide, found: Sequence[Difference]) -> tuple[Signal, ...]:
    """List what to ask: of targets and tolerances eased, colours improved without evidence, notes repeated, and hurry.

    What a passing date improved asks nothing of anybody.
    """
    of_measures = (*_eased(old, new, found), *_withdrawn(found), *_rewritten(old, new))
    return (*of_measures, *_improved(old, new, found), *_repeated(old, new), *_hurried(old, new))


def _eased(old: MomentSide, new: MomentSide, found: Sequence[Difference]) -> Iterator[Signal]:
    """Ask about every target and tolerance that was eased, whatever its figures did, with the reason on record."""
    moved = {d.item: [phrase("it-is-now", now=d.after, before=d.before)] for d in found if _improves(d)}
    for name in new.measures:
        one, two = old.measures.get(name), new.measures[name]
        if one is not None:
            one, two = settled(one, old.settings), settled(two, new.settings)
        if one is not None and one != two:
            for words in eased(one, two):
                yield Signal(name, semicolons([words, *moved.get(name, [])]))


def _withdrawn(found: Sequence[Difference]) -> Iterator[Signal]:
    """Ask about a measure that was withdrawn, or its target suspended, when it was red or amber."""
    for one in found:
        if one.kind == "colour" and one.after in ("withdrawn", "suspended") and one.before in ("red", "amber"):
            yield Signal(one.item, phrase("it-was-before", before=one.before, after=one.after))


def _rewritten(old: MomentSide, new: MomentSide) -> Iterator[Signal]:
    """Ask about every forecast that was there and says something else now, or is gone: each is to be kept."""
    for name, two in new.measures.items():
        one = old.measures.get(name)
        if one is None or one.forecasts == two.forecasts:
            continue
        now = {(period[1:], said.on, said.value) for period, told in two.forecasts.items() for said in told}
        for period, told in one.forecasts.items():
            for said in told:
                if (period[1:], said.on, said.value) not in now:
                    value = show_amount(said.value, two.with_currency(new.settings.currency).shown_in)
                    gone = phrase("forecast-is-gone", day=said.on.text, period=period.text, figure=value)
                    yield Signal(name, gone)


def _improves(one: Difference) -> bool:
    return one.kind == "colour" and one.worse is False and not one.why.startswith(TIME)


def _improved(old: MomentSide, new: MomentSide, found: Sequence[Difference]) -> Iterator[Signal]:
    read = {d.item for d in found if d.kind in ("reading", "restated")} | {one.item for one in _eased(old, new, found)}
    before, after = placed(old), placed(new)
    for one in found:
        if not _improves(one):
            continue
        if one.thing == "measure" and one.item not in read:
            by_forecast = new.measures[one.item].rated_by
            yield Signal(one.item, phrase("improved-by-forecast" if by_forecast else "improved-without-reading"))
        elif (
            one.thing == "action"
            and one.item in before
            and not _evidence(before[one.item].action, after[one.item].action)
        ):
            yield Signal(one.item, phrase("improved-without-evidence"))


def _evidence(old: Action, new: Action) -> bool:
    known = frozenset(old.updates)
    return any(update.note or update.evidence for update in new.updates if update not in known) or old.done != new.done


def _repeated(old: MomentSide, new: MomentSide) -> Iterator[Signal]:
    before = placed(old)
    for address, two in placed(new).items():
        known = frozenset(before[address].action.updates if address in before else ())
        ordered = sorted(two.action.updates, key=lambda update: update.on.last)
        for last, said in pairwise(ordered):
            if said.note and said.note == last.note and said not in known:
                yield Signal(address, phrase("same-note", day=said.on.text, before=last.on.text))


HURRY = 5
"""New updates dated within a day of a meeting from which a reader would ask."""


def _hurried(old: MomentSide, new: MomentSide) -> Iterator[Signal]:
    before = placed(old)
    for strategy in new.strategies.values():
        fresh: Counter[date] = Counter()
        for action in (action for priority in strategy.priorities for action in priority.actions):
            if one := before.get(f"{strategy.id}/{action.id}"):
                known = frozenset(one.action.updates)
                days = (update.on for update in action.updates if update not in known)
                fresh.update(on.last for on in days if on.first == on.last)
        for body in strategy.governance:
            for met in (met for met in body.met if met.first == met.last):
                near = sum(fresh[met.last + timedelta(days=days)] for days in (-1, 0, 1))
                if near >= HURRY:
                    told = phrase("dated-round-meeting", number=f"{near}", body=body.body, day=met.text)
                    yield Signal(strategy.id, told)
