"""The position of one action, or of one measure, alone: nobody says that none of one is complete."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.views.dates_and_amounts import target_with_period

COLOURS: tuple[Colour, ...] = ("green", "amber", "red")
"""Colours of what is not complete, from the best to the worst."""
TO_COME = ("not-due", "on-the-way", "reached")
"""Why a measure has no colour whose target is not due yet."""
_WHYS: dict[str, Word] = {
    "no-judgement": "only-no-judgement",
    "no-update": "only-no-update",
    "no-word": "only-no-word",
    "not-started": "only-not-started",
    "strategy-not-begun": "only-not-started",
    "strategy-ended": "only-ended",
}


def of_one_action(action: ActionStanding, tally: Tally) -> Iterator[Label]:
    """Says of the only action whether it is complete, its colour, or why it has none; and whether it is late."""
    rating = action.rating
    if tally.of("blue"):
        yield label("position-complete-only")
    elif rating.colour == "grey":
        yield label("position-only-grey", why=phrase(_WHYS.get(rating.why, "only-other"), word=rating.word))
    else:
        yield label("position-only", colour=phrase(rating.colour))
    if tally.late:
        yield label("position-late-only")
    if tally.waiting:
        yield label("position-waiting-only")


def of_one_measure(measure: MeasureStanding, told: Tally) -> Iterator[Label]:
    """Says of the only measure its colour or that it has none, the target to come, and which way it moved."""
    colour = next((each for each in COLOURS if told.of(each)), None)
    yield label("measures-only", colour=phrase(colour)) if colour else label("measures-only-none")
    if measure.rating.why in TO_COME:
        yield label("measures-coming-only", target=target_with_period(measure) or "")
    if measure.headline.kind in ("better", "worse", "same"):
        yield label("measures-moved-only", way=phrase(measure.headline.kind))
    elif measure.headline.kind == "none":
        yield label("measures-only-new")
