"""Rolls actions or measures up by counts, never by averages; the two are never mixed in one count."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategy_tracker.judging.actions.action_colour import UNHEARD
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.colour import WORST_FIRST, Colour

_PRINTED: tuple[Colour, ...] = ("blue", "green", "amber", "red", "grey")
"""The order in which counts are printed: from done to late, with what has no colour last."""
_APART = frozenset({"exceeded", "judged"})
"""Reasons whose word is counted apart from its colour: what is more than green, and what nobody computed."""
BEFORE_DUE = ("reached", "on the way")
"""Words of measures whose next target is not due yet, and of which no colour is known."""
_GREY_WORDS = (*BEFORE_DUE, "not rated", UNHEARD, "suspended", "not started", "paused", "stopped", "superseded")


MISSED = "missed, no amber declared"
"""What is counted of targets that are missed and have no colour."""


MOVED = "moved with approval"
"""What is counted beside the colours of actions whose present date somebody agreed to."""


class Count(NamedTuple):
    """How many have one colour; the grey, the exceeded and the judged are counted by their word."""

    colour: Colour
    word: str
    number: int


class Tally(NamedTuple):
    """The counts of some actions or of some measures.

    `counts` leaves out what nobody has and adds up to `total`. An action that needs somebody is counted once, under
    the first word that fits: `silent` does not contain the `very_silent`. Of measures without a colour, so many
    `missed` their target, with nothing declared for amber. Measures that are `withdrawn` are beside the `total`. Those
    `left_out` have an error, and are in no other number. `unsure` counts actions left out, which may name
    others. Of open actions so many `moved` to a date that somebody approved.
    """

    noun: str
    total: int
    counts: tuple[Count, ...]
    late: int = 0
    waiting: int = 0
    silent: int = 0
    very_silent: int = 0
    late_readings: int = 0
    withdrawn: int = 0
    left_out: int = 0
    unsure: int = 0
    missed: int = 0
    unconfirmed: int = 0
    awaiting: int = 0
    moved: int = 0

    @property
    def rated(self) -> int:
        """Count those that have a colour other than grey."""
        return sum(count.number for count in self.counts if count.colour != "grey")

    def of(self, colour: Colour) -> int:
        """Count those of this colour."""
        return sum(count.number for count in self.counts if count.colour == colour)

    @property
    def suspended(self) -> int:
        """Count the measures whose target does not count for a time."""
        return sum(count.number for count in self.counts if count.word == "suspended")

    def under(self, word: str) -> int:
        """Count those that stand under this word."""
        return sum(count.number for count in self.counts if count.word == word)

    def words(self) -> str:
        """Write `12 actions: 3 blue, 5 green, 2 amber, 1 red, 1 not rated; 2 late, 4 silent`."""
        if not self.total:
            return f"{self.left_out} left out" if self.left_out else "not known" if self.unsure else f"no {self.noun}s"
        colours = ", ".join(f"{count.number} {count.word}" for count in self.counts)
        readings = "late reading" if self.late_readings == 1 else "late readings"
        needs = (
            (self.late, "late"),
            (self.waiting, "waiting"),
            (self.silent, "silent"),
            (self.very_silent, "very silent"),
            (self.late_readings, readings),
            (self.missed, MISSED),
            (self.unconfirmed, "not confirmed"),
            (self.awaiting, "awaiting sign-off"),
            (self.moved, MOVED),
        )
        told = ", ".join(f"{number} {word}" for number, word in needs if number)
        text = f"{self.total} {self.noun}{'' if self.total == 1 else 's'}: {colours}"
        return "; ".join([text, *([told] if told else []), *([f"{self.left_out} left out"] if self.left_out else [])])

    def rated_words(self) -> str:
        """Write `rated 11 of 12`."""
        return f"rated {self.rated} of {self.total}"


def tally_actions(actions: Sequence[ActionStanding], left_out: int = 0) -> Tally:
    """Count actions by colour, and those that are late, waiting for a word, or silent; some may be `left_out`."""
    needs = Counter(action.need.word for action in actions if action.need)
    return Tally(
        noun="action",
        total=len(actions),
        counts=_count(action.rating for action in actions),
        late=needs["late"],
        waiting=needs["waiting"],
        silent=needs["silent"],
        very_silent=needs["very-silent"],
        left_out=left_out,
        unconfirmed=sum(action.unconfirmed for action in actions),
        awaiting=sum(bool(action.lacks) for action in actions),
        moved=sum(action.moved_with_approval for action in actions),
    )


def tally_measures(measures: Sequence[MeasureStanding], left_out: int = 0, unsure: int = 0) -> Tally:
    """Count measures by colour, those whose next reading is late, and apart from all of them the withdrawn.

    Some may be `left_out`; so many actions are `unsure`, being left out themselves, and may name others.
    """
    held = [measure for measure in measures if not measure.withdrawn]
    return Tally(
        noun="measure",
        total=len(held),
        counts=_count(measure.rating for measure in held),
        late_readings=sum(measure.late.run_out for measure in held),
        withdrawn=len(measures) - len(held),
        left_out=left_out,
        unsure=unsure,
        missed=sum(measure.missed_without_amber for measure in held),
        unconfirmed=sum(measure.unconfirmed for measure in held),
    )


def added(tallies: Sequence[Tally]) -> Tally:
    """Add up tallies of things that are in one of them only."""
    numbers: Counter[tuple[Colour, str]] = Counter()
    for tally in tallies:
        numbers.update({(count.colour, count.word): count.number for count in tally.counts})
    counts = tuple(Count(*key, numbers[key]) for key in sorted(numbers, key=_printed_place))
    rest = (sum(each) for each in zip(*(tally[3:] for tally in tallies), strict=True))
    return Tally(tallies[0].noun, sum(tally.total for tally in tallies), counts, *rest)


def _count(ratings: Iterable[Rating]) -> tuple[Count, ...]:
    """Count in printed order; a colour stands under its own name, and what is counted apart from it under its word."""
    numbers = Counter((r.colour, r.bare_word if _is_apart(r) else r.colour) for r in ratings)
    return tuple(Count(colour, word, numbers[colour, word]) for colour, word in sorted(numbers, key=_printed_place))


def _is_apart(rating: Rating) -> bool:
    return rating.colour == "grey" or rating.why in _APART


def _printed_place(key: tuple[Colour, str]) -> tuple[int, int, str]:
    colour, word = key
    words = ("exceeded", *_PRINTED, *_GREY_WORDS)
    return (_PRINTED.index(colour), words.index(word) if word in words else len(words), word)


def worst_action(actions: Iterable[ActionStanding]) -> ActionStanding | None:
    """Choose the one to name first: red before amber, then the most days late, the longest silent, the id.

    The days are those of the date that its colour is worked out from, so what gives no colour is no reason either.
    None where nothing is red or amber: grey is not worse than a colour, it is not known.
    """
    poor = [action for action in actions if action.rating.colour in ("red", "amber")]
    return min(poor, key=_badness, default=None)


def _badness(action: ActionStanding) -> tuple[int, int, int, str]:
    return (WORST_FIRST.index(action.rating.colour), -action.days_late, -action.review.days, action.id)


def worst_measure(measures: Iterable[MeasureStanding]) -> MeasureStanding | None:
    """Choose the one to name first: red before amber, then the latest reading, then the id; None without either.

    Distances to a target are not compared: they have different units.
    """
    poor = [measure for measure in measures if measure.rating.colour in ("red", "amber")]
    return min(poor, key=lambda m: (WORST_FIRST.index(m.rating.colour), -m.late.days, m.id), default=None)
