"""Where a measure is heading, in words: its forecasts, its pace, and the marks of its variation and its assurance."""

from collections.abc import Iterator

from strategy_tracker.judging.measures.show_figures import show_amount, show_near
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.judging.standing.of_outlook import AssuranceKind, VariationKind, VariationStanding
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Word, phrase

_ASSURED: dict[AssuranceKind, str] = {"meets": "P", "misses": "F", "hit-and-miss": "?", "unknown": ""}
"""The letters of NHS England's icons: it passes its target, fails it, or nobody can say beforehand."""
_SHORT: dict[VariationKind | AssuranceKind, Word] = {
    "none": "varies-as-usual",
    "improving": "varies-improving",
    "concerning": "varies-concerning",
    "high": "varies-high",
    "low": "varies-low",
    "meets": "always-meets",
    "misses": "always-misses",
    "hit-and-miss": "hits-and-misses",
}


def outlook_lines(measure: MeasureStanding) -> Iterator[str]:
    """Writes a line for each forecast, one for the pace, and two for how it varies, as far as there is something."""
    yield from (f"forecast: {words.removeprefix('forecast ')}" for words in forecast_words(measure))
    if measure.pace:
        basis = f" ({measure.pace.basis})" if measure.pace.basis else ""
        yield f"pace: {measure.pace.words}{basis}"
    for name, words in zip(("variation", "assurance"), variation_words(measure), strict=False):
        yield f"{name}: {words}"


def forecast_words(measure: MeasureStanding) -> Iterator[str]:
    """Writes a sentence for each forecast of a measure beside what came."""
    return (one.words for one in measure.forecasts)


def reading_shown(measure: MeasureStanding, reading: str) -> str:
    """Writes a reading, and behind it the forecast that the measure has its colour of, where it has."""
    expected = next((one for one in measure.forecasts if one.rates), None)
    if expected is None:
        return reading
    return semicolons([reading, phrase("is-forecast", figure=show_amount(expected.value, measure.shown_in))])


def variation_words(measure: MeasureStanding) -> Iterator[str]:
    """Writes two sentences, each after its mark: how a measure varies, and whether that lets it meet its target."""
    if found := measure.variation:
        yield _marked(_mark(found), found.words)
        yield _marked(_ASSURED[found.assurance], found.assurance_words)


def variation_shown(measure: MeasureStanding) -> str:
    """Writes the same in a few words for the cell of a table; empty where no limits are declared."""
    found = measure.variation
    if found is None:
        return ""
    if found.kind == "unknown":
        return phrase("too-little-data")
    told = _marked(_mark(found), phrase(_SHORT[found.kind]))
    promise = _SHORT.get(found.assurance)
    return semicolons([told, _marked(_ASSURED[found.assurance], phrase(promise))]) if promise else told


def _marked(mark: str, words: str) -> str:
    """Words behind a letter, where there is one."""
    return phrase("with-mark", mark=mark, words=words) if mark else words


def pace_point(measure: MeasureStanding) -> Point | None:
    """Where a measure ends at its pace, as the last point of a chart."""
    pace = measure.pace
    if pace is None or pace.by is None or pace.ends is None:
        return None
    return Point(str(pace.by), pace.by, pace.ends, show_near(pace.ends, measure.shown_in), phrase("at-the-pace"), None)


def _mark(variation: VariationStanding) -> str:
    """The letter of a signal, H or L for where its numbers are, or ~ for usual variation; nothing where unknown."""
    if variation.kind == "unknown":
        return ""
    return {"high": "H", "low": "L", "": "~"}[variation.side]
