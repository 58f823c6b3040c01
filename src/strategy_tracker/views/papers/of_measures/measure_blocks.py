"""Measures in a report: a table with both directions and benchmarks, reasons in sentences, and small charts."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import (
    dates_in,
    next_target_of,
    step_shown,
    target_with_period,
    targets_of,
    when,
)
from strategy_tracker.views.document import Block, Chart, ChartMark, ChartTarget, ChartWay, Paragraph, Points
from strategy_tracker.views.groups import group_tables
from strategy_tracker.views.measure_outlook import reading_shown, variation_shown
from strategy_tracker.views.papers.of_measures.figure_words import beside, people_table, period, rating_cell, travel
from strategy_tracker.views.papers.of_measures.outlook_blocks import (
    chart_ahead,
    chart_limits,
    chart_words,
    outlook_blocks,
)
from strategy_tracker.views.shares import figure_shown
from strategy_tracker.views.sheet import Cell, Column, Table, cell, without_empty

WORTH_A_CHART = 3
"""Numbers below which a chart shows nothing that a sentence does not."""


def measure_blocks(measures: Sequence[MeasureStanding], drawn: set[str], title: str = "") -> Iterator[Block]:
    """Tells measures in tables, with a reason for each colour, and draws those that are not in `drawn` yet.

    A `title` is what they have in common. What was withdrawn is told once, in a section of its own.
    """
    measures = in_telling_order([one for one in measures if not one.withdrawn])
    rated = [one for one in measures if one.rating.why != "context"]
    context = [one for one in measures if one.rating.why == "context"]
    if rated:
        yield measures_table(rated, title)
    why = tuple(
        phrase("and-what", what=one.title, of=dates_in(one.rating.reason))
        for one in rated
        if one.rating.colour != "grey"
    )
    if why:
        yield Paragraph(label("why-these-colours"))
        yield Points(why)
    yield from outlook_blocks(measures)
    if context:
        yield context_table(context, title)
    for one in measures:
        yield from group_tables(one, one.title)
        if one.id not in drawn and has_chart(one):
            drawn.add(one.id)
            yield chart(one)


def measures_table(measures: Sequence[MeasureStanding], title: str = "") -> Table:
    """A table of reading, target, colour, directions and benchmarks; columns that nothing stands in are left out."""
    columns = (
        Column(label("measure")),
        Column(label("reading"), figures=True),
        Column(label("period")),
        Column(label("target"), figures=True),
        Column(label("colour")),
        Column(label("way-to-target")),
        Column(label("since-period-before")),
        Column(label("since-year-before")),
        Column(label("beside-others")),
        Column(label("variation")),
        Column(label("level-of-measure")),
    )
    told = {one.id for one in measures}
    return without_empty(Table(title or label("measures"), columns, tuple(_row(one, told) for one in measures)), keep=2)


def in_telling_order(measures: Sequence[MeasureStanding]) -> list[MeasureStanding]:
    """Headline measures first, and each part right after its whole, where that is told as well."""
    listed = sorted(measures, key=lambda one: not one.told_first)
    ids = {one.id for one in listed}
    parts: dict[str, list[MeasureStanding]] = {}
    for one in listed:
        if one.about.part_of in ids and one.about.part_of != one.id:
            parts.setdefault(one.about.part_of or "", []).append(one)
    inside = {part.id for several in parts.values() for part in several}
    ordered = [each for one in listed if one.id not in inside for each in _with_parts(one, parts)]
    return ordered if len(ordered) == len(listed) else listed  # a circle of parts is told as it stands


def _with_parts(one: MeasureStanding, parts: Mapping[str, Sequence[MeasureStanding]]) -> Iterator[MeasureStanding]:
    yield one
    for part in parts.get(one.id, ()):
        yield from _with_parts(part, parts)


def _title(one: MeasureStanding, told: Collection[str]) -> str:
    """Its title, as a part of another where that stands above it."""
    return label("of-which", part=one.title) if one.about.part_of in told else one.title


def _row(one: MeasureStanding, told: Collection[str]) -> tuple[Cell, ...]:
    target = target_with_period(one) if one.target_period else next_target_of(one)
    return (
        cell(_title(one, told)),
        cell(reading_shown(one, figure_shown(one, one.reading) if one.reading else phrase("none-yet"))),
        cell(period(one)),
        cell(target),
        rating_cell(one),
        cell(dates_in(one.way.words) if one.way else None),
        cell(travel(one.short)),
        cell(travel(one.long)),
        cell(beside(one)),
        cell(variation_shown(one)),
        cell(phrase(f"level-{one.level}") if one.level else None),
    )


def context_table(measures: Sequence[MeasureStanding], title: str = "") -> Table:
    """A table of figures that describe people and demand: neither way is better, so they have no colour."""
    told = {one.id for one in measures}
    head = label("context-of", what=title) if title else label("context-never-rated")
    return people_table(measures, head, [_title(one, told) for one in measures])


def has_chart(one: MeasureStanding) -> bool:
    """Whether a measure has enough numbers to draw."""
    return sum(point.amount is not None and not point.undated for point in one.points) >= WORTH_A_CHART


def chart(one: MeasureStanding) -> Chart:
    """A chart of all readings over time, with a sentence that says what they show."""
    marks = tuple(
        ChartMark(
            when(point.period),
            point.end,
            point.amount,
            phrase("thing-dated", what=point.shown, when=point.state) if point.state else point.shown,
            point.anew,
        )
        for point in one.points
        if not point.undated
    )
    parts: list[str] = [phrase("from-to", first=marks[0].label, last=marks[-1].label)]
    parts += (
        [dates_in(one.trend.words)] if one.trend.kind != "none" else [told] if (told := travel(one.headline)) else []
    )
    steps = tuple(
        ChartTarget(step.start, step.end, step.value, step_shown(one, step), step.amber) for step in one.targets
    )
    if one.pace and one.pace.by and steps and steps[-1].amount == one.pace.goal:
        steps = (*steps[:-1], steps[-1]._replace(end=one.pace.by))
    dashed = targets_of(one)
    way = _chart_way(one)
    if way and one.way:
        parts.append(
            phrase("from-baseline", figure=way.baseline.shown, day=way.baseline.label, way=dates_in(one.way.words))
        )
    parts += [*([dashed] if dashed else []), *(dates_in(words) for words in chart_words(one))]
    words = phrase("ended", told=semicolons(parts))
    return Chart(one.title, marks, steps, words, dashed, chart_ahead(one), chart_limits(one), way)


def _chart_way(one: MeasureStanding) -> ChartWay | None:
    """The way from the baseline to the target, for a chart; None where no baseline is known."""
    way = one.way
    if way is None or way.since is None or way.baseline is None or way.until is None or way.target is None:
        return None
    baseline, target = (show_amount(each, one.shown_in) for each in (way.baseline, way.target))
    return ChartWay(
        ChartMark(when(str(way.since)), way.since, way.baseline, baseline),
        ChartMark(when(way.period or ""), way.until, way.target, phrase("wanted", target=target)),
        way.is_straight,
    )
