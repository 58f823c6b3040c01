"""Where measures are heading, in a report: what was forecast and what came, how figures vary, and what charts draw."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from strategy_tracker.judging.measures.show_figures import show_near
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.model.values import read_when
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, ChartAhead, ChartLimits, Paragraph, Points
from strategy_tracker.views.measure_outlook import variation_words

_RECENT = timedelta(days=366)
"""How long a paper tells of an action that was done what was expected of it."""


def expected_dates(actions: Sequence[ActionStanding], as_at: date) -> Iterator[Block]:
    """Tells of actions done in the last year, and of those not done yet, which day was expected, and what came."""
    said = tuple(
        phrase("and-what", what=action.text, of=dates_in(one.words))
        for action in actions
        for one in action.forecasts
        if one.verdict != "open" and (one.done is None or read_when(one.done).last > as_at - _RECENT)
    )
    if said:
        yield Paragraph(label("dates-expected"))
        yield Points(said)


def outlook_blocks(measures: Sequence[MeasureStanding]) -> Iterator[Block]:
    """Tells forecasts that are open or came out last, and how measures vary that declare limits.

    A pace is told by the chart; forecasts of earlier periods are in the score of `trend --forecasts`.
    """
    said = tuple(
        phrase("and-what", what=one.title, of=dates_in(words)) for one in measures for words in _last_forecasts(one)
    )
    if said:
        yield Paragraph(label("what-was-forecast"))
        yield Points(said)
    varying = tuple(
        phrase("and-what", what=one.title, of=dates_in(words)) for one in measures for words in variation_words(one)
    )
    if varying:
        yield Paragraph(label("how-figures-vary"))
        yield Points(varying)


def _told(said: Iterable[tuple[MeasureStanding, str]]) -> tuple[str, ...]:
    return tuple(phrase("and-what", what=one.title, of=dates_in(words)) for one, words in said)


def _last_forecasts(one: MeasureStanding) -> Iterator[str]:
    last = max((each.end for each in one.forecasts if each.verdict != "open"), default=None)
    return (each.words for each in one.forecasts if each.verdict == "open" or each.end == last)


def chart_ahead(one: MeasureStanding) -> ChartAhead | None:
    """The dotted line to where a measure ends at its pace."""
    pace = one.pace
    if pace is None or None in (pace.start, pace.first, pace.by, pace.ends):
        return None
    assert pace.start
    assert pace.first is not None
    assert pace.by
    assert pace.ends is not None
    shown = show_near(pace.ends, one.shown_in)
    return ChartAhead(
        pace.start, pace.first, pace.by, pace.ends, when(pace.by.isoformat()), phrase("at-this-pace", figure=shown)
    )


def chart_limits(one: MeasureStanding) -> ChartLimits | None:
    """The limits of usual variation, where a measure has them."""
    found = one.variation
    if found is None or found.mean is None:
        return None
    assert found.lower is not None
    assert found.upper is not None
    assert found.start
    assert found.end
    return ChartLimits(found.start, found.end, found.lower, found.mean, found.upper)


def chart_words(one: MeasureStanding) -> Iterator[str]:
    """What the dotted and the thin lines of a chart say."""
    if one.pace and one.pace.ends is not None:
        yield phrase("dotted-line", what=one.pace.words)
    if one.variation and one.variation.mean is not None:
        yield phrase("thin-lines", what=semicolons(list(variation_words(one))))
