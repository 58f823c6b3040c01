"""Puts the position into numbers and five sentences: counts for each priority and for all, and directions of travel."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.briefing.material import each_priority
from strategy_tracker.briefing.notes import REASONS
from strategy_tracker.judging.measure_counts import (
    DirectionCounts,
    MeasureCounts,
    SideCounts,
    count_measures,
    count_sides,
)
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import UNNAMED, Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding
from strategy_tracker.judging.tally import Tally, tally_actions, tally_measures, worst_action, worst_measure
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.joined import listed
from strategy_tracker.model.names.labels import Word, phrase
from strategy_tracker.model.plan import Plan

COLOUR_WORDS: dict[Colour, str] = {
    "blue": "complete",
    "green": "green",
    "amber": "amber",
    "red": "red",
    "grey": "without a colour",
}
"""What a colour of an action is called in a sentence, in the order it is told."""


class PositionLine(NamedTuple):
    """The counts of a priority, or of all; what all of it is known by alone is its `plan`."""

    strategy: str
    title: str
    actions: Tally
    measures: Tally
    counts: MeasureCounts
    plan: Plan | None = None
    sides: SideCounts = SideCounts(0, 0, 0)

    @property
    def tells_actions(self) -> bool:
        """Whether its actions are told: not where it is known by measures alone, and has none."""
        return self.plan != "measures" or bool(self.actions.total or self.actions.left_out)

    @property
    def tells_measures(self) -> bool:
        """Whether its measures are told: not where it is known by actions alone, and has none."""
        found = self.measures
        return self.plan != "actions" or bool(found.total or found.left_out or found.unsure or found.withdrawn)

    @property
    def moves(self) -> DirectionCounts:
        """Which way the measures moved."""
        return self.counts.directions


def with_all(standing: Standing, *, brief: bool = False) -> tuple[PositionLine, ...]:
    """Count for each priority, with those under it, for what none names, and for all where there is more than one.

    With `brief` long titles of priorities are short where they can be: what is told of each has the whole one.
    """
    lines = tuple(
        _line(strategy.title, _indented(priority, brief), standing, strategy.with_those_under(priority))._replace(
            plan=strategy.plan
        )
        for strategy, priority in each_priority(standing)
    )
    if standing.unnamed:
        lines = (*lines, _counted_line("", UNNAMED, (), standing.unnamed)._replace(plan="measures"))
    return lines if len(lines) == 1 else (*lines, whole(standing))


def by_strategy(standing: Standing) -> tuple[PositionLine, ...]:
    """Count for each strategy, for what no priority names, and for all."""
    lines = [_line("", one.title, standing, one.priorities)._replace(plan=one.plan) for one in standing.strategies]
    if standing.unnamed:
        lines.append(_counted_line("", UNNAMED, (), standing.unnamed)._replace(plan="measures"))
    return (*lines, whole(standing))


def _indented(priority: PriorityStanding, brief: bool) -> str:
    heading = priority.brief if brief else priority.heading
    return f"· {heading}" if priority.under else heading


def whole(standing: Standing) -> PositionLine:
    """Count for all: each action and each measure once."""
    every = [priority for strategy in standing.strategies for priority in strategy.priorities]
    line = _line("", phrase("all"), standing, every)
    measures = tally_measures(list(standing.measures.values()), line.measures.left_out, line.measures.unsure)
    plan = common_plan(strategy.plan for strategy in standing.strategies) if standing.strategies else "measures"
    held = standing.measures.values()
    return line._replace(measures=measures, counts=count_measures(held), plan=plan, sides=count_sides(held))


def common_plan(plans: Iterable[Plan | None]) -> Plan | None:
    """Give what several are known by alone, where that is the same for all."""
    found = set(plans)
    return found.pop() if len(found) == 1 else None


def _line(strategy: str, title: str, standing: Standing, priorities: Sequence[PriorityStanding]) -> PositionLine:
    actions = [action for one in priorities for action in one.actions]
    measures = standing.named(dict.fromkeys(name for one in priorities for name in one.every_measure))
    left_out = sum(one.actions_left_out for one in priorities), standing.measures_left_out(priorities)
    return _counted_line(strategy, title, actions, measures, *left_out)


def _counted_line(
    strategy: str,
    title: str,
    actions: Sequence[ActionStanding],
    measures: Sequence[MeasureStanding],
    actions_left_out: int = 0,
    measures_left_out: int = 0,
) -> PositionLine:
    found = tally_measures(measures, measures_left_out, actions_left_out)
    tally, sides = tally_actions(actions, actions_left_out), count_sides(measures)
    return PositionLine(strategy, title, tally, found, count_measures(measures), sides=sides)


def _all_actions(standing: Standing) -> list[ActionStanding]:
    return [action for strategy in standing.strategies for action in strategy.actions]


def sentences(standing: Standing) -> tuple[str, ...]:
    """Put the position into five sentences: actions, clocks, measures, directions, and what to look at first.

    What it is not known by, on purpose, is not told.
    """
    every = whole(standing)
    return (*([of_actions(every.actions)] if every.tells_actions else []), *beside_counts(standing))


def beside_counts(standing: Standing) -> tuple[str, ...]:
    """Put the position into sentences without the counts of actions, which stand beside them."""
    every = whole(standing)
    measures = list(standing.measures.values())
    of_all = of_measures(measures, every.measures.left_out, every.measures.unsure)
    return (
        *([of_needs(every.actions)] if every.tells_actions else []),
        *([of_all, _of_moves(every), *_of_positions(every)] if every.tells_measures else []),
        _first(standing, every.measures),
        *_of_awaiting(every.actions),
        *_of_drafts(every),
    )


def _of_awaiting(actions: Tally) -> Iterator[str]:
    """Write `2 actions are delivered and await sign-off`; nothing where none does."""
    if actions.awaiting:
        yield f"{_counted(actions.awaiting, 'action')} {_is(actions.awaiting)} delivered, awaiting sign-off."


def _of_drafts(every: PositionLine) -> Iterator[str]:
    """Write `3 things were drafted by a machine, and nobody has confirmed them`; nothing where none was."""
    many = every.actions.unconfirmed + every.measures.unconfirmed
    if many:
        them = "it" if many == 1 else "them"
        was = "was" if many == 1 else "were"
        yield f"{_counted(many, 'thing')} {was} drafted by a machine, and nobody has confirmed {them}."


def of_actions(tally: Tally) -> str:
    """Write `Of 12 actions, 3 are complete, 5 green, 2 amber, 1 red and 1 without a colour`."""
    left_out = f"{_counted(tally.left_out, 'action')} {_is(tally.left_out)} left out because of errors."
    if not tally.total:
        return left_out if tally.left_out else "No action is on record."
    counts = ((tally.of(colour), word) for colour, word in COLOUR_WORDS.items())
    told = [f"Of {_counted(tally.total, 'action')}, {are(counts)}."]
    told += [f"{tally.moved} of them {_was(tally.moved)} moved with approval."] if tally.moved else []
    return " ".join([*told, *([left_out] if tally.left_out else [])])


def are(counts: Iterable[tuple[int, str]]) -> str:
    """Write `19 are complete, 4 green and 2 amber`; what nobody has is left out, and nothing where nobody has any."""
    parts = [(number, word) for number, word in counts if number]
    if not parts:
        return ""
    first, *others = parts
    name: Word = "is-so" if first[0] == 1 else "are-so"
    told: list[str] = [phrase(name, number=f"{first[0]}", what=first[1])]
    return listed(told + [phrase("count-of", number=f"{number}", what=word) for number, word in others])


def of_needs(tally: Tally) -> str:
    """Write `2 actions are late, 1 waits for a word since its date passed and 4 have been silent for longer than …`."""
    silent = tally.silent + tally.very_silent
    told = [
        (tally.late, f"{_is(tally.late)} late"),
        (tally.waiting, "waits for a word since its date passed" if tally.waiting == 1 else _WAIT),
        (silent, f"{'has' if silent == 1 else 'have'} been silent for longer than the review cadence"),
    ]
    told = [(number, words) for number, words in told if number]
    if not told:
        return f"No action{' that could be read' if tally.left_out else ''} is late, waiting for a word or silent."
    (number, words), *others = told
    parts = [f"{_counted(number, 'action')} {words}", *(f"{number} {words}" for number, words in others)]
    return f"{listed(parts)}."


_WAIT = "wait for a word since their date passed"


def of_priority(priority: PriorityStanding, standing: Standing) -> str:
    """Write what `of_measures` does for a priority, with what is left out of it."""
    left_out = standing.measures_left_out([priority])
    return of_measures(standing.named(priority.every_measure), left_out, priority.actions_left_out)


def of_measures(measures: Sequence[MeasureStanding], left_out: int = 0, unsure: int = 0) -> str:
    """Write how many are rated, their colours, and the commonest reason not to rate one; some may be `left_out`.

    Where actions are left out, which may name measures, none is called missing: those are `unsure`.
    """
    told_left_out = f"{_counted(left_out, 'measure')} {_is(left_out)} left out because of errors"
    tally = tally_measures(measures)
    gone = [f"{tally.withdrawn} {_is(tally.withdrawn)} withdrawn"] if tally.withdrawn else []
    if not tally.total:
        if unsure and not left_out:
            return "What measures it has is not known: some of it is left out because of errors."
        told = told_left_out[:1].upper() + told_left_out[1:] if left_out else "No measure says whether it is working"
        return f"{'; '.join([told, *gone])}."
    colours = [f"{count.number} {count.word}" for count in tally.counts if count.colour != "grey"]
    told = f"{tally.rated_words().capitalize()} {'measure' if tally.total == 1 else 'measures'}"
    parts = [f"{told}: {listed(colours)}" if colours else told, *_unrated(measures)]
    parts += [f"{tally.suspended} {_is(tally.suspended)} suspended"] if tally.suspended else []
    parts += [_missed(tally)] if tally.missed else []
    if tally.late_readings:
        parts.append(f"{_counted(tally.late_readings, 'reading')} {_is(tally.late_readings)} late")
    parts += [told_left_out] if left_out else []
    return f"{'; '.join([*parts, *gone])}."


def _missed(tally: Tally) -> str:
    of = "target is" if tally.missed == 1 else "targets are"
    return f"{tally.missed} {of} missed and nobody declared what counts as amber"


def of_missed(tally: Tally) -> str:
    """Write `3 targets are missed; nobody declared what counts as amber`; nothing where none is."""
    return f"{_missed(tally).replace(' and', ';')}." if tally.missed else ""


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _unrated(measures: Sequence[MeasureStanding]) -> Iterator[str]:
    """How many are context, and the commonest of the other reasons not to rate."""
    grey = [measure for measure in measures if measure.rating.colour == "grey" and not measure.withdrawn]
    whys = Counter(measure.rating.why for measure in grey if not measure.missed_without_amber)
    context, reached, coming, _ = (whys.pop(why, 0) for why in ("context", "reached", "on-the-way", "suspended"))
    if reached:
        yield f"{reached} reached {'its' if reached == 1 else 'their'} next target before it is due"
    if coming:
        yield f"{coming} {_is(coming)} on the way to a target that is not due yet"
    if whys:
        why, number = min(whys.items(), key=lambda found: (-found[1], found[0]))
        yield f"for {number}, {REASONS.get(why, 'there is no colour')}"
    if context:
        yield f"{context} {'describes' if context == 1 else 'describe'} context and {_is(context)} never rated"


def _of_moves(every: PositionLine) -> str:
    if not every.measures.total:
        return "Without measures there is no direction of travel."
    moves = every.moves
    if moves.unknown == every.measures.total:
        return "Since the period before, there is not enough data to say which way any measure moved."
    known = [(moves.better, "better"), (moves.worse, "worse"), (moves.same, "the same")]
    told = [are(known)] if any(number for number, _ in known) else []
    if moves.undirected:
        told.append(f"{moves.undirected} moved where neither way is called better")
    if many := moves.since_last_year:
        told.append(f"{many} of these {_is(many)} cumulative: since the same point last year")
    told += [f"for {moves.unknown} there is not enough data"] if moves.unknown else []
    return f"Since the period before, {'; '.join(told)}."


def _of_positions(every: PositionLine) -> Iterator[str]:
    """Where measures are beside others; nothing where none has others to be put beside."""
    places = every.counts.positions
    if places.total:
        where = are([(places.above, "above"), (places.level, "level"), (places.below, "below")])
        sides = [(places.better, "on the better side"), (places.worse, "on the worse")]
        good = [f"{number} {word}" for number, word in sides if number]
        told = f"Of {_counted(places.total, 'measure')} with figures of others, {where}"
        yield f"{told}: {listed(good)}." if good else f"{told}."


def _first(standing: Standing, measures: Tally) -> str:
    action, measure = worst_action(_all_actions(standing)), worst_measure(standing.measures.values())
    named = [f"'{action.text}' ({_id(action, standing)}), {action.rating.word}"] if action else []
    named += [f"'{measure.title}', {measure.rating.word}"] if measure else []
    read = " that could be read" if standing.unread else ""
    missed = of_missed(measures)
    if named:
        return " ".join([f"To look at first: {'; and '.join(named)}.", *([missed] if missed else [])])
    unclear = sum(measure.missed_without_colour for measure in standing.measures.values()) - measures.missed
    but = f"; {_counted(unclear, 'target')} {_is(unclear)} missed and cannot be rated" if unclear else ""
    return missed or f"Nothing{read} is red or amber{but}."


def _id(action: ActionStanding, standing: Standing) -> str:
    """Its id, with its strategy's where there are several: two may have the same one."""
    holding = next(one.id for one in standing.strategies if any(each is action for each in one.actions))
    return f"{holding}/{action.id}" if len(standing.strategies) > 1 else action.id


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
