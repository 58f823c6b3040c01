"""One measure for a screen: what a person would say first, its series, all that is on record, and what it lacks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.judging.standing.of_measures import InheritedRule, MeasureStanding, Point, RuleStepStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.views.dates_and_amounts import (
    as_at,
    dates_in,
    distance,
    next_target_of,
    target_of,
    targets_of,
    when,
    why_changed,
)
from strategy_tracker.views.dating import UNDATED, dated_point
from strategy_tracker.views.doubts import point_words
from strategy_tracker.views.groups import group_tables
from strategy_tracker.views.measure_outlook import outlook_lines, pace_point
from strategy_tracker.views.screens.facts import Fact, as_facts, rating_line
from strategy_tracker.views.screens.showing.measure_about import about_lines, others_table
from strategy_tracker.views.screens.showing.opening import first_sentence
from strategy_tracker.views.screens.showing.show_action import agreed, sealed
from strategy_tracker.views.screens.text_charts import chart
from strategy_tracker.views.sheet import Cell, Column, Line, Sheet, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import NOT_CONFIRMED, columns, owner_words

FEW_RANKS = 3
"""Places among others that are listed, the latest first; JSON has all."""


def measure_sheet(measure: MeasureStanding, standing: Standing, name: str, width: int) -> Sheet:
    """A measure with every reading as a chart, its target, directions and comparisons; `name` is its id."""
    said = first_sentence(measure)
    opening: tuple[Line, ...] = (*([(Cell(said, strong=True),)] if said else []), rating_line(measure.rating, dates_in))
    drawn, notes = _series(measure, width)
    sections = [SheetSection("", opening, apart=True)]
    sections += [SheetSection("", drawn, (), drawn=True, apart=True)] if drawn else []
    sections.append(SheetSection("", (), facts=tuple(_facts(measure, standing)), apart=True))
    sections += [SheetSection("", (), (table,)) for table in _tables(measure, notes)]
    return Sheet(measure.title, (_where(measure, standing), as_at(standing)), tuple(sections), name)


def _series(measure: MeasureStanding, width: int) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """The chart of every reading with what is to say of it beside, and what has no room there, each with its period."""
    baseline, ahead = _baseline(measure), pace_point(measure)
    lines = chart(measure.points, width, ahead, baseline)
    room = width - max(map(len, lines), default=0) - 2
    notes = []
    for n, point in enumerate(measure.points, 1 if baseline else 0):
        said = "; ".join(_remarks(point))
        if said and columns(said) <= room:
            lines[n] = f"{lines[n]:<{width - room - 2}}  {said}"
        elif said:
            notes.append((UNDATED if point.undated else when(point.period), said))
    return tuple(lines), notes


def _where(measure: MeasureStanding, standing: Standing) -> str:
    """The priority and the strategy that name it; of several strategies only these."""
    serves = [one for one in standing.strategies if measure.id in one.measures]
    if len(serves) != 1:
        return ", ".join(one.title for one in serves) or "named by no strategy"
    names = [one.heading for one in serves[0].priorities if measure.id in one.every_measure]
    return f"{', '.join(names)} · {serves[0].title}" if names else serves[0].title


def _facts(measure: MeasureStanding, standing: Standing) -> Iterator[Fact]:
    yield from [] if measure.points else [("Reading", "none")]
    yield "Wanted", measure.better or "not said which way"
    period = f" for {when(measure.target_period)}" if measure.target_period else ""
    yield "Target", f"{target_of(measure)}{period}" if measure.target is not None else "none"
    yield from [("Next target", coming)] if (coming := next_target_of(measure)) else []
    if measure.points and len({step.value for step in measure.targets}) > 1:
        yield "Over time", targets_of(measure)
    yield from [("Way to the target", dates_in(measure.way.words))] if measure.way else []
    yield from [("To amber", apart)] if (apart := distance(measure)) else []
    yield from [("Rule", measure.rule)] if measure.rule else []
    yield from map(_inherits, measure.inherited)
    yield from [("Judgement", dates_in(measure.judgements[0].words))] if measure.judgements else []
    yield from [("Disagreement", dates_in(measure.disagreement))] if measure.disagreement else []
    yield from () if measure.withdrawn else _directions(measure)
    yield from as_facts(map(dates_in, outlook_lines(measure)))
    yield "Compared", _compared(measure)
    yield from (("Rank", dates_in(one.words)) for one in reversed(measure.ranks[-FEW_RANKS:]))
    yield from [("Level", measure.level)] if measure.level else []
    yield from [("Small cohort", measure.one_is)] if measure.one_is else []
    beside = "; ".join(_remarks(measure.reading)) if measure.reading else ""
    yield from (("On the figure", note) for note in measure.notes if note not in beside)
    yield from as_facts(about_lines(measure))
    yield from [("Gap", "\n".join(gaps))] if (gaps := list(_gaps(measure))) else []
    yield "Owner", owner_words(owners_of(measure))
    yield from [("Next figure", dates_in(measure.late.words))] if measure.late.words else []
    yield from [("Served by", served)] if (served := _served(measure, standing)) else []
    yield from as_facts(sealed(measure.id, standing))


def _directions(measure: MeasureStanding) -> Iterator[Fact]:
    """Which way it went, as far as there is anything to compare."""
    arrows = (("Period before", measure.short), ("Year before", measure.long), ("Trend", measure.trend))
    yield from ((name, dates_in(arrow.words)) for name, arrow in arrows if arrow.kind != "none")


def _compared(measure: MeasureStanding) -> str:
    told = [f"{dates_in(one.words)}{f' (from {one.source})' if one.source else ''}" for one in measure.comparisons]
    return "\n".join(told) or "with nobody: no figure of others is on record"


def _served(measure: MeasureStanding, standing: Standing) -> str:
    """The actions that name it, each with its id, and that it is complete where it is."""
    found = [action for one in standing.strategies for action in one.actions if measure.id in action.measures]
    wide = max((len(action.id) for action in found), default=0)
    ends = {action.id: " (complete)" if action.rating.colour == "blue" else "" for action in found}
    return "\n".join(f"{action.id:<{wide}}  {action.text}{ends[action.id]}" for action in found)


_LONG = 400
"""Days between two figures from which nobody knows what was in between: a year, and a month of grace."""
_OFTEN = (None, "week", "month", "quarter", "6 months", "year")
"""How often a figure comes of which a year without one is a gap; where nobody says how often, that may be one."""


def _gaps(measure: MeasureStanding) -> Iterator[str]:
    """What the record lacks, as far as no other row says so: figures in between, and how many stand behind a share."""
    dated = [one for one in measure.points if not one.undated]
    for before, after in pairwise(dated if measure.frequency in _OFTEN else ()):
        if (after.end - before.end).days > _LONG:
            yield f"no figure between {when(before.period)} and {when(after.period)}"
    if dated and not measure.withdrawn:
        arrows = (measure.short, measure.long, measure.trend)
        lacking = (dates_in(arrow.words).removeprefix("not enough data: ") for arrow in arrows if arrow.kind == "none")
        yield from dict.fromkeys(words for words in lacking if words)
    latest = measure.reading
    has_base = latest and latest.more and latest.more.denominator is not None
    if measure.unit == "percent" and latest and latest.amount is not None and not has_base and not measure.one_is:
        yield "how many stand behind the percentage is not on record"


def _inherits(one: InheritedRule) -> Fact:
    key = one.key.replace("_", " ")
    if one.differ:
        return key.capitalize(), f"none, for {' and '.join(one.differ)} say different things of their measures"
    return key.capitalize(), f"{one.value}, from 'measures_default' of {one.source}"


def _tables(measure: MeasureStanding, notes: Sequence[tuple[str, str]]) -> Iterator[Table]:
    yield from [_judgements(measure)] if measure.judgements else []
    yield from group_tables(measure)
    yield from others_table(measure)
    if measure.changed:
        yield Table("Changes of targets and tolerances", _CHANGED, tuple(map(_change, measure.changed)))
    if notes:
        rows = tuple((cell(period), cell(said)) for period, said in notes)
        yield Table("Notes", (Column("Period"), Column("Note")), rows)


_CHANGED = tuple(map(Column, ("Changed on", "What", "From", "To", "Why", "Approved by")))


def _change(one: RuleStepStanding) -> tuple[Cell, ...]:
    return tuple(map(cell, (one.on, one.what, one.former, one.to, why_changed(one), agreed(one))))


def _remarks(point: Point) -> Iterator[str]:
    yield from [dated_point(point)] if point.undated else []
    yield from [words for words in (point.restated, point.note, NOT_CONFIRMED if point.drafted else "") if words]
    yield from point_words(point)


def _baseline(measure: MeasureStanding) -> Point | None:
    """Where the way to the target began, as a point of a chart."""
    way = measure.way
    if way is None or way.since is None or way.baseline is None or not measure.points:
        return None
    return Point(str(way.since), way.since, way.baseline, show_amount(way.baseline, measure.shown_in), "baseline", None)


def _judgements(measure: MeasureStanding) -> Table:
    columns = tuple(map(Column, ("On", "Judgement", "By", "Note")))
    rows = tuple((cell(one.on), coloured(one.rag, one.rag), cell(one.by), cell(one.note)) for one in measure.judgements)
    return Table("Judgements, newest first", columns, rows)
