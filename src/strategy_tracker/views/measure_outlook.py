"""Where a measure is heading, in words: its forecasts, its pace, and the marks of its variation and its assurance."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_outlook import AssuranceKind, VariationStanding

_ASSURED: dict[AssuranceKind, str] = {"meets": "P ", "misses": "F ", "hit-and-miss": "? ", "unknown": ""}
"""The letters of NHS England's icons: it passes its target, fails it, or nobody can say beforehand."""


def outlook_lines(measure: MeasureStanding) -> Iterator[str]:
    """Writes a line for each forecast, one for the pace, and two for how it varies, as far as there is something."""
    yield from (f"forecast: {one.words.removeprefix('forecast ')}" for one in measure.forecasts)
    if measure.pace:
        basis = f" ({measure.pace.basis})" if measure.pace.basis else ""
        yield f"pace: {measure.pace.words}{basis}"
    if measure.variation:
        yield f"variation: {variation_mark(measure.variation)}{measure.variation.words}"
        yield f"assurance: {_ASSURED[measure.variation.assurance]}{measure.variation.assurance_words}"


def variation_mark(variation: VariationStanding) -> str:
    """The letter of a signal, H or L for where its numbers are, or ~ for usual variation; nothing where unknown."""
    if variation.kind == "unknown":
        return ""
    return {"high": "H ", "low": "L ", "": "~ "}[variation.side]
