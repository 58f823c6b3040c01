"""What a reader must know beside a figure, an action or a word: doubts, and remarks on the source, named as such."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_actions import ActionStanding, MilestoneStanding, UpdateStanding
from strategy_tracker.judging.standing.of_measures import MeasureAbout, OtherPoint, Point
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import phrase


def point_words(point: Point | OtherPoint) -> Iterator[str]:
    """Give why a figure is what it is and what is done, what is in doubt of it, and which source it is from."""
    if point.more:
        yield from [phrase("cause-of-it", cause=point.more.cause)] if point.more.cause else []
        yield from [phrase("response-to-it", response=point.more.response)] if point.more.response else []
        yield from doubt_words(point.more.doubt, point.more.source_note)
        yield from [phrase("source-of-it", source=point.more.source)] if point.more.source else []


def doubt_words(doubt: str | None, source_note: str | None = None) -> Iterator[str]:
    """Give a doubt and a remark on the source, each with what it is."""
    yield from [phrase("in-doubt", doubt=doubt)] if doubt else []
    yield from [phrase("of-its-source", note=source_note)] if source_note else []


def update_doubts(update: UpdateStanding) -> Iterator[str]:
    """Give what is in doubt of an update, and what its source leaves out."""
    return doubt_words(update.doubt, update.source_note)


def doubts_of(thing: ActionStanding | MeasureAbout) -> Iterator[str]:
    """Give what is in doubt of an action or a measure as a whole, and what its source leaves out."""
    return doubt_words(thing.doubt, thing.source_note)


def milestone_words(step: MilestoneStanding) -> str:
    """Write the words of a milestone with what is in doubt of it."""
    return semicolons([step.text, *doubt_words(step.doubt)])
