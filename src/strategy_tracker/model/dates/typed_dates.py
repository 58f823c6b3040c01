"""The way of a due date as git knows it beside the record: dates that were typed over, and since when."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from strategy_tracker.model.dates.date_steps import DateStep
from strategy_tracker.model.plain.when import When


class TypedDate(NamedTuple):
    """A due date that somebody typed over: from which date to which, and the day of the commit.

    `step` has the words of the milestone it is of; empty: the action's own. `since` is empty while it is not committed.
    """

    step: str
    former: When
    to: When | None
    since: str


TypedDates = Mapping[str, tuple[TypedDate, ...]]
"""What was typed over and nothing on record explains, oldest first, by the address of the action."""
NOTHING_TYPED: TypedDates = {}


def steps_with_typed(steps: Sequence[DateStep], due: When | None, typed: Sequence[TypedDate]) -> list[DateStep]:
    """Give the steps to `due` with those that nobody recorded between, before and after: each since its own commit.

    A move that does not say where it led ended where the next date was typed, so that its approval covers no more.
    """
    left = list(typed)
    found: list[DateStep] = []
    for step in reversed(steps):
        if step.move and step.move.to:
            found.insert(0, step)
            continue
        chain = _chain(left, step.former, step.to)
        whole = bool(chain) and _same_day(chain[0].former, step.former)
        if step.move:
            chain = [] if whole else chain
            found[:0] = [step._replace(to=chain[0].former) if chain else step, *chain]
        else:
            found[:0] = chain if whole else [step._replace(since=chain[-1].since if chain else None)]
    first = found[0].former if found else due
    return [*_chain(left, None, first), *found]


def _chain(left: list[TypedDate], former: When | None, to: When | None) -> list[DateStep]:
    """Take from `left` the typed dates that lead to `to`, back to `former` if they go there."""
    chain: list[DateStep] = []
    while not (chain and former and _same_day(to, former)):
        number = next((n for n in reversed(range(len(left))) if _same_day(left[n].to, to)), None)
        if number is None:
            break
        one = left.pop(number)
        chain.insert(0, DateStep(one.former, one.to, None, one.since))
        to = one.former
    return chain


def _same_day(one: When | None, other: When | None) -> bool:
    return (one and one.last) == (other and other.last)
