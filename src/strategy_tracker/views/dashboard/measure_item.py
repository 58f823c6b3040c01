"""One measure of a dashboard page: a line that says how it stands, and folded in it its reason, chart and figures."""

from collections.abc import Iterator

from strategy_tracker.briefing.record_words import MeasureWords
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dashboard.action_item import facts, why
from strategy_tracker.views.dashboard.changes_panel import changes
from strategy_tracker.views.dashboard.page_blocks import NOWHERE, Figures, PageBlock, PageItem, PageLink
from strategy_tracker.views.dashboard.page_material import StrategyPage, anchor, place
from strategy_tracker.views.dates_and_amounts import (
    dates_in,
    distance,
    next_target_of,
    target_of,
    way_word,
    when,
    why_changed,
)
from strategy_tracker.views.dating import dated_point
from strategy_tracker.views.document import Address
from strategy_tracker.views.doubts import doubts_of, point_words
from strategy_tracker.views.groups import group_tables
from strategy_tracker.views.measure_outlook import forecast_words, reading_shown, variation_words
from strategy_tracker.views.papers.of_measures.figure_words import beside, period, travel
from strategy_tracker.views.papers.of_measures.measure_blocks import chart, has_chart
from strategy_tracker.views.sheet import Column, Table, cell, coloured, columns, without_empty
from strategy_tracker.views.text import NOT_CONFIRMED, approval_words, owner_words, sentence

MEASURE_HEADS = (label("measure"), label("colour"), label("reading"), label("target-and-direction"))


def measure_item(one: MeasureStanding, page: StrategyPage, *, whole: bool) -> PageItem:
    """Makes a measure an entry of a list: `whole` where it is first named, otherwise with a link to that place."""
    name = anchor("measure", "", one.id)
    shown = phrase("no-reading-yet")
    if one.reading:
        shown = phrase("thing-of", what=one.reading.shown, of=period(one))
    return PageItem(
        text=one.title,
        small="",
        state=coloured(one.rating.colour, one.rating.word),
        cells=(reading_shown(one, shown), semicolons(list(_beside(one)))),
        blocks=tuple(_inside(one, page)) if whole else (),
        name=name if whole else NOWHERE,
        told=None if whole else PageLink(label("told-elsewhere"), Address(f"#{name}")),
        needs=one.id in page.needing,
    )


def _beside(one: MeasureStanding) -> Iterator[str]:
    """What is wanted of it, which way it went, and a reading that is late."""
    if one.target is not None:
        yield phrase("figure-target", figure=target_of(one) or "")
    elif one.next_target:
        yield phrase("figure-target", figure=next_target_of(one, whole=False) or "")
    if word := way_word(one.headline):
        yield phrase("way-since-before" if one.headline is one.short else "way-since-year", way=word)
    if one.late.run_out:
        yield dates_in(one.late.words)


def _inside(one: MeasureStanding, page: StrategyPage) -> Iterator[PageBlock]:
    yield from why(one.rating, one.disagreement)
    yield facts(_facts(one, page.material.measures[one.id]))
    yield from group_tables(one)
    yield from _readings(one)
    yield from _changed(one)
    yield from changes(page, one.id, "measure")
    yield from place(page.links, one.file, one.route)


def _facts(one: MeasureStanding, words: MeasureWords) -> Iterator[tuple[str, str | None]]:
    if one.target is not None:
        yield label("target"), phrase("target-for", target=target_of(one) or "", period=when(one.target_period or ""))
    yield label("next-target"), next_target_of(one)
    yield label("way-to-target"), dates_in(one.way.words) if one.way else None
    yield label("to-amber-boundary"), distance(one)
    yield label("how-it-is-rated"), one.rule
    yield label("judgement"), dates_in(one.judgements[0].words) if one.judgements else None
    yield label("since-period-before"), travel(one.short) or dates_in(one.short.words)
    yield label("since-year-before"), travel(one.long)
    yield label("trend"), sentence(dates_in(one.trend.words)) if one.trend.kind != "none" else None
    yield label("beside-others"), beside(one)
    yield label("forecasts"), semicolons(list(map(dates_in, forecast_words(one))))
    yield label("pace"), sentence(dates_in(one.pace.words)) if one.pace and one.pace.ends is not None else None
    yield label("variation"), semicolons(list(map(dates_in, variation_words(one))))
    yield label("next-reading"), dates_in(one.late.words)
    yield label("owner"), owner_words(owners_of(one))
    yield label("who-is-counted"), words.cohort
    yield label("source"), words.source
    yield label("definition"), one.about.definition
    yield label("note"), semicolons([part for part in (words.note, *doubts_of(one.about)) if part])
    yield label("on-its-data"), semicolons([dates_in(note) for note in one.notes])
    yield label("id"), one.id


def _remarks(point: Point) -> Iterator[str]:
    """What a reader must know of a figure: that it was restated or may change, that nobody confirmed it, its note."""
    state = phrase(point.state) if point.state else None
    yield from [words for words in (point.restated or state, point.note) if words]
    if point.drafted:
        yield NOT_CONFIRMED
    yield from point_words(point)


def _readings(one: MeasureStanding) -> Iterator[PageBlock]:
    """A table of every reading, with a drawing where there are enough numbers."""
    heads = (Column(label("period")), Column(label("figure"), figures=True), Column(label("remarks")))
    rows = tuple(
        (
            cell(dated_point(point)),
            cell(point.shown),
            cell(semicolons([dates_in(part) for part in _remarks(point)])),
        )
        for point in one.points
    )
    figures = without_empty(Table(label("history-readings"), heads, rows), keep=2)
    if rows:
        yield Figures(chart(one), figures, Address(f"c.{one.id}")) if has_chart(one) else figures


_CHANGED = columns("changed-on", "what", "from", "to", "why", "approved-by")


def _changed(one: MeasureStanding) -> Iterator[Table]:
    rows = tuple(
        (
            cell(when(step.on) if step.on else None),
            cell(dates_in(step.what)),
            cell(step.former),
            cell(step.to),
            cell(why_changed(step)),
            cell(dates_in(approval_words(step))),
        )
        for step in one.changed
    )
    if rows:
        yield Table(label("changes-of-rules"), _CHANGED, rows)
