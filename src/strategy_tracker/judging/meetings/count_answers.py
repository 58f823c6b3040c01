"""Counts who has answered in a round: of each owner, of a priority, and of a body over all strategies it reviews."""

from collections.abc import Iterable, Iterator

from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_rounds import AskedOwner, AskedThing, BodyRound, RoundCount
from strategy_tracker.model.names.labels import phrase


def rounds_of_bodies(standing: Standing) -> tuple[BodyRound, ...]:
    """List the rounds of a standing, each body's meeting once, the first to come first; what is asked twice is one."""
    found: dict[tuple[str, str], BodyRound] = {}
    for strategy in standing.strategies:
        for body in strategy.bodies:
            if body.round is None:
                continue
            key = body.body, body.round.meeting
            before = found.get(key)
            asked = {one.item: one for one in before.round.asked} if before else {}
            for one in body.round.asked:
                places = asked[one.item].priorities if one.item in asked else ()
                asked[one.item] = one._replace(priorities=tuple(dict.fromkeys((*places, *one.priorities))))
            names = (*(before.strategies if before else ()), strategy.id)
            found[key] = BodyRound(body.body, names, body.round._replace(asked=tuple(asked.values())))
    return tuple(sorted(found.values(), key=lambda one: (one.round.meets, one.body)))


def answers_words(one: BodyRound) -> str:
    """Write `Housing Board, meeting 2026-10-12: 9 of 14 owners have answered, 2 late`."""
    answers = count_round(one.round.asked).words()
    return phrase("answers-for-meeting", body=one.body, meeting=one.round.meeting, answers=answers)


def asked_in(asked: Iterable[AskedThing], priority: str) -> Iterator[AskedThing]:
    """Give what is asked in a priority, which is named `strategy/priority`."""
    return (one for one in asked if priority in one.priorities)


def asked_owners(asked: Iterable[AskedThing]) -> tuple[AskedOwner, ...]:
    """Say of each owner what is asked and answered, in the order of their names."""
    things: dict[str, list[AskedThing]] = {}
    for one in asked:
        for owner in one.owners:
            things.setdefault(owner, []).append(one)
    return tuple(_owner(owner, things[owner]) for owner in sorted(things))


def _owner(owner: str, things: list[AskedThing]) -> AskedOwner:
    waiting = tuple(one.item for one in things if one.answered is None)
    days = [one.answered for one in things if one.answered]
    return AskedOwner(
        owner,
        len(things),
        len(things) - len(waiting),
        waiting,
        last=max(days, default=None) if not waiting else None,
        late=not waiting and any(one.late for one in things),
    )


def count_round(asked: Iterable[AskedThing]) -> RoundCount:
    """Count a round, or what of it is asked in one priority."""
    asked = list(asked)
    owners = asked_owners(asked)
    return RoundCount(
        owners=len(owners),
        answered=sum(one.has_answered for one in owners),
        late=sum(one.late for one in owners),
        things=len(asked),
        things_answered=sum(one.answered is not None for one in asked),
        unowned=sum(not one.owners for one in asked),
        drafted=sum(one.drafted and one.answered is None for one in asked),
        again=sum(one.again > 0 for one in asked),
    )
