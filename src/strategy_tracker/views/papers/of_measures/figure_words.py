"""A measure in the words of a paper: its figure with its period, which way it went, and its place beside others."""

from collections.abc import Sequence

from strategy_tracker.judging.measures.ranges import AS_REPORTED
from strategy_tracker.judging.standing.of_measures import Arrow, Comparison, MeasureStanding, Point
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Word, label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, way_word, when
from strategy_tracker.views.shares import figure_shown
from strategy_tracker.views.sheet import Cell, Column, Table, cell, coloured, without_empty


def rating_cell(one: MeasureStanding) -> Cell:
    """Its colour with mark and word; empty where it has none and missed nothing, which is counted by its reasons."""
    rated = one.rating.word not in ("not rated", "context") or one.missed_without_colour
    return coloured(one.rating.colour, one.rating.word) if rated else cell(None)


def period(one: MeasureStanding) -> str:
    """The period of the latest reading, with its state where it may still change or has changed."""
    if one.reading is None:
        return ""
    day = phrase("undated") if one.reading.undated else when(one.reading.period)
    state = one.reading.state
    return phrase("two-words", first=day, second=phrase(state)) if state in ("provisional", "revised") else day


def reading(one: MeasureStanding) -> str:
    """The latest reading with its period, for a sentence."""
    if one.reading is None:
        return phrase("none-yet")
    name = "marked" if one.reading.undated else "in-period"
    return phrase(name, figure=one.reading.shown, **{"marks" if one.reading.undated else "period": period(one)})


def travel(way: Arrow) -> str:
    """Which way a figure went, by how much and since when; empty where there is not enough data."""
    word, figures = way_word(way), dates_in(way.figures)
    if word and way.since:
        before = phrase("in-period", figure=way.former, period=when(way.since))
        if way.change in ("", "no change"):
            return phrase("way-as-before", way=word, figure=before)
        return phrase("way-from", way=word, change=way.change, figure=before)
    return phrase("way-and-figures", way=word, figures=figures) if word and figures else word


def beside(one: MeasureStanding) -> str:
    """Says where a measure stands beside others, with the year of each figure, and its last place among them.

    Where the gap to others is known of earlier years, it says whether that grew.
    """
    grew = {gap.name: [dates_in(gap.words)] for gap in one.about.gaps if gap.words}
    told = [t for each in one.comparisons if each.kind != "none" for t in (_place(each), *grew.get(each.name, ()))]
    return semicolons([*told, *(dates_in(rank.words) for rank in one.ranks[-1:])])


_AS_REPORTED: dict[str, Word] = {
    "above": "above-as-reported",
    "level": "level-as-reported",
    "below": "below-as-reported",
}


def _place(position: Comparison) -> str:
    """Where a measure is beside one of the others; what a source says in words is told without its words."""
    if AS_REPORTED in position.words:
        return phrase(_AS_REPORTED[position.kind], whose=position.name)
    return dates_in(position.words)


def latest(one: MeasureStanding) -> str:
    """The latest figure with its period, which one without a date has none of."""
    return with_period(one, one.reading) if one.reading else ""


def with_period(one: MeasureStanding, point: Point) -> str:
    """Write `105 of 262 (40%), July 2022`; of a figure without a date the figure alone."""
    shown = figure_shown(one, point)
    return shown if point.undated else phrase("marked", figure=shown, marks=when(point.period))


def former(one: MeasureStanding) -> str:
    """The figure that its direction begins at, with its period; empty where only the way is on record, as reported."""
    way = one.headline
    if not way.since:
        return ""
    undated = any(point.undated for point in one.points if point.period == way.since)
    point = next((point for point in one.points if point.period == way.since and point.shown == way.former), None)
    shown = figure_shown(one, point) if point else way.former
    return shown if undated else phrase("marked", figure=shown, marks=when(way.since))


def direction(one: MeasureStanding) -> str | None:
    """Which way it went and by how much: `better, +4 points`."""
    way = one.headline
    if way.kind == "none":
        return None
    word = way_word(way)
    return phrase("way-and-change", way=word, change=way.change) if way.change not in ("", "no change") else word


def people_table(measures: Sequence[MeasureStanding], title: str, names: Sequence[str]) -> Table:
    """A table of figures about people or demand, each under its name: latest, the one before, direction, others."""
    columns = (
        Column(label("figure")),
        Column(label("latest"), figures=True),
        Column(label("figure-before"), figures=True),
        Column(label("direction")),
        Column(label("beside-others")),
    )
    rows = tuple(
        (
            cell(name),
            cell(latest(one)),
            cell(former(one)),
            cell(direction(one)),
            cell(beside(one)),
        )
        for name, one in zip(names, measures, strict=True)
    )
    return without_empty(Table(title, columns, rows), keep=2)
