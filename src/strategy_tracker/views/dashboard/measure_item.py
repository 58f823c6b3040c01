"""One measure of a dashboard page: a line that says how it stands, and folded in it its reason, chart and figures."""

from collections.abc import Iterator

from markupsafe import Markup

from strategy_tracker.briefing.record_words import MeasureWords
from strategy_tracker.judging.standing.of_measures import MeasureStanding, Point
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dashboard.action_item import changes, why
from strategy_tracker.views.dashboard.page_material import StrategyPage, anchor, place
from strategy_tracker.views.dashboard.parts import NOTHING, facts, figure, pill, table
from strategy_tracker.views.dates_and_amounts import (
    arrow,
    dates_in,
    distance,
    next_target_of,
    target_of,
    when,
    why_changed,
)
from strategy_tracker.views.dating import dated_point
from strategy_tracker.views.doubts import doubts_of, point_words
from strategy_tracker.views.formats.escaping import joined, tag
from strategy_tracker.views.groups import group_tables
from strategy_tracker.views.measure_outlook import forecast_words, reading_shown, variation_words
from strategy_tracker.views.papers.of_measures.measure_blocks import beside, chart, has_chart, period, travel
from strategy_tracker.views.sheet import Column, Table, cell, columns, without_empty
from strategy_tracker.views.text import NOT_CONFIRMED, approval_words, owner_words, sentence


def measure_item(one: MeasureStanding, page: StrategyPage, days: int, *, whole: bool) -> Markup:
    """Writes a measure as an entry of a list: `whole` where it is first named, otherwise with a link to that place."""
    summary = joined(_summary(one))
    colour = one.rating.colour
    if whole:
        inside = tag("div", joined([part for part in _inside(one, page) if part]), class_="inside")
        content = tag("details", tag("summary", summary), inside)
    else:
        link = tag("a", "told whole where it is first named", href=f"#{anchor('measure', '', one.id)}")
        content = tag("div", summary, Markup("\n"), tag("span", link, class_="when"), class_="told")
    return tag(
        "li",
        content,
        id=anchor("measure", "", one.id) if whole else None,
        class_="item",
        data_colour=colour,
        data_owner="\n".join(owners_of(one)),
        data_rank=str(WORST_FIRST.index(colour)),
        data_days=str(days),
    )


def _summary(one: MeasureStanding) -> Iterator[Markup]:
    yield pill(one.rating.colour, one.rating.word)
    yield tag("span", one.title, class_="what")
    yield tag(
        "span",
        reading_shown(one, f"{one.reading.shown} ({period(one)})" if one.reading else "no reading yet"),
        class_="who",
    )
    parts = [f"target {target_of(one)}"] if one.target is not None else []
    if one.target is None and one.next_target:
        parts.append(f"target {next_target_of(one, whole=False)}")
    since = "since the period before" if one.headline is one.short else "since a year before"
    parts += [f"{arrow(one.headline)} {since}"] if arrow(one.headline) else []
    parts += [dates_in(one.late.words)] if one.late.run_out else []
    if parts:
        yield tag("span", "; ".join(parts), class_="when")


def _inside(one: MeasureStanding, page: StrategyPage) -> Iterator[Markup]:
    words = page.material.measures[one.id]
    yield why(one.rating.colour, one.rating.reason)
    if one.disagreement:
        yield tag("p", tag("b", label("two-opinions-of-it")), sentence(dates_in(one.disagreement)))
    yield facts(_facts(one, words))
    for groups in group_tables(one):
        yield table(groups, groups.title)
    yield _readings(one)
    yield _changed(one)
    yield changes(page, one.id, "measure")
    yield place(page.links, one.file, one.route)


def _facts(one: MeasureStanding, words: MeasureWords) -> Iterator[tuple[str, str | None]]:
    if one.target is not None:
        yield label("target"), f"{target_of(one)} for {when(one.target_period or '')}"
    yield label("next-target"), next_target_of(one)
    yield label("way-to-target"), dates_in(one.way.words) if one.way else None
    yield label("to-amber-boundary"), distance(one)
    yield label("how-it-is-rated"), one.rule
    yield label("judgement"), dates_in(one.judgements[0].words) if one.judgements else None
    yield label("since-period-before"), travel(one.short) or dates_in(one.short.words)
    yield label("since-year-before"), travel(one.long)
    yield label("trend"), sentence(dates_in(one.trend.words)) if one.trend.kind != "none" else None
    yield label("beside-others"), beside(one)
    yield label("forecasts"), "; ".join(map(dates_in, forecast_words(one)))
    yield label("pace"), sentence(dates_in(one.pace.words)) if one.pace and one.pace.ends is not None else None
    yield label("variation"), "; ".join(map(dates_in, variation_words(one)))
    yield label("next-reading"), dates_in(one.late.words)
    yield label("owner"), owner_words(owners_of(one))
    yield label("who-is-counted"), words.cohort
    yield label("source"), words.source
    yield label("definition"), one.about.definition
    yield label("note"), "; ".join(part for part in (words.note, *doubts_of(one.about)) if part)
    yield label("on-its-data"), "; ".join(dates_in(note) for note in one.notes)
    yield label("id"), one.id


def _remarks(point: Point) -> Iterator[str]:
    """What a reader must know of a figure: that it was restated or may change, that nobody confirmed it, its note."""
    yield from [words for words in (point.restated or point.state, point.note) if words]
    if point.drafted:
        yield NOT_CONFIRMED
    yield from point_words(point)


def _readings(one: MeasureStanding) -> Markup:
    """A table of every reading, with a drawing where there are enough numbers."""
    heads = (Column(label("period")), Column(label("figure"), figures=True), Column(label("remarks")))
    rows = tuple(
        (
            cell(dated_point(point)),
            cell(point.shown),
            cell("; ".join(dates_in(part) for part in _remarks(point))),
        )
        for point in one.points
    )
    figures = without_empty(Table("", heads, rows), keep=2)
    if not rows:
        return NOTHING
    if has_chart(one):
        return figure(chart(one), f"c.{one.id}", figures)
    return table(figures, label("history-readings"))


_CHANGED = columns("changed-on", "what", "from", "to", "why", "approved-by")


def _changed(one: MeasureStanding) -> Markup:
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
    return table(Table("", _CHANGED, rows), label("changes-of-rules"))
