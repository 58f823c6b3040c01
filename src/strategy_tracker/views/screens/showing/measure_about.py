"""What a measure is, for `show`: each thing its file says of it, and the figures of others of every period."""

from collections.abc import Iterator

from strategy_tracker.judging.standing.of_measures import ClaimWords, GapOverTime, MeasureStanding, OtherPoint
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.dating import dated_point
from strategy_tracker.views.doubts import doubt_words, doubts_of, point_words
from strategy_tracker.views.sheet import Column, Table, cell


def about_lines(measure: MeasureStanding) -> Iterator[str]:
    """Write a line for each thing that the file says of the measure, and for what is said of its targets."""
    about = measure.about
    named = (
        ("who is counted", about.cohort),
        ("what is counted", about.counts),
        ("definition", about.definition),
        ("covers", about.span and about.span.replace("-", " ")),
        ("part of", about.part_of),
        ("counts some of", about.of),
        ("code", about.code),
        ("source", about.source),
        ("note", about.note),
    )
    yield from (f"{name}: {words}" for name, words in named if words)
    yield from [f"short title: {measure.short_title}"] if measure.short_title else []
    yield from [f"claim: {claim_words(one)}" for one in about.claims]
    yield from [f"beside {one.name} over time: {gap_words(one)}" for one in about.gaps]
    yield from doubts_of(about)
    for target in about.targets:
        said = "; ".join([*([target.note] if target.note else []), *doubt_words(target.doubt)])
        yield f"on the target of {target.shown} for {when(target.period)}: {said}"


def gap_words(one: GapOverTime) -> str:
    """Write where our figures stood, period by period, and whether the gap grew."""
    told = [f"{point.where} ({when(point.period)})" for point in one.points]
    return "; ".join([", ".join(told), *([one.words] if one.words else [])])


def claim_words(one: ClaimWords) -> str:
    """Write a claim with whether the figures bear it out, what they say, and where it stands."""
    held = {"yes": "it holds", "partly": "it holds partly", "no": "it does not hold"}
    parts = [one.text, *([held[one.holds]] if one.holds else []), *([one.check] if one.check else [])]
    return "; ".join([*parts, *([f"source: {one.source}"] if one.source else [])])


def others_table(measure: MeasureStanding) -> Iterator[Table]:
    """Give every figure of others as a table, where that says more than the lines above: other periods, or notes."""
    others, said = measure.about.others, {one.name: one.words for one in measure.comparisons}
    if not any(one.note or one.more or one.undated or one.shown not in said.get(one.name, "") for one in others):
        return
    beside = any(one.ours for one in others)
    columns = (Column("Whose"), Column("Period"), Column("Figure", figures=True), *([Column("Ours")] if beside else []))
    rows = tuple(
        (
            cell(one.name),
            cell(dated_point(one) if one.undated else when(one.period)),
            cell(one.shown),
            *([cell(one.ours)] if beside else []),
            cell("; ".join(_words(one))),
        )
        for one in others
    )
    yield Table("Figures of others", (*columns, Column("Note")), rows)


def _words(one: OtherPoint) -> Iterator[str]:
    yield from [one.note] if one.note else []
    yield from point_words(one)
