"""Takes from records the words a report tells beyond their standing, and the make-up of measures, as plain data."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.briefing.strategy_about import StrategyAbout, about_strategy
from strategy_tracker.judging.check_ins import known_judgements, next_check_in
from strategy_tracker.judging.measures.known_readings import KnownReading, known_readings
from strategy_tracker.judging.measures.ranges import show_words
from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.judging.meetings.reviews import phase_of
from strategy_tracker.judging.standing.of_measures import Point
from strategy_tracker.model.dates.period import YEARS, PeriodKind, YearEnd, year_of
from strategy_tracker.model.measures.claim import Claim
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.measure_table import MeasureTable
from strategy_tracker.model.measures.reading import SYMBOLS
from strategy_tracker.model.parts.pledge import Commitment, PledgeJudgement
from strategy_tracker.model.strategy import Strategy


class PriorityWords(NamedTuple):
    """What a priority says of itself; `plain` is its wording for young readers, or that of its group in its first.

    `tables` are the headings under which its measures are told, `stem` the words that begin each of them.
    """

    plain: tuple[str, ...]
    strapline: str | None
    rationale: tuple[str, ...]
    tables: tuple[MeasureTable, ...] = ()
    stem: str | None = None


class CommitmentWords(NamedTuple):
    """A promise to the people the strategy is for, or what they expect; `plain` is its wording for young readers.

    `judgements` are what was found at check-ins, the newest first; `check_in` says how often and when again.
    """

    id: str
    text: str
    by: str | None
    to: str | None
    plain: str | None
    priorities: tuple[str, ...]
    is_promise: bool = True
    judgements: tuple[PledgeJudgement, ...] = ()
    check_in: str = ""


class VoiceWords(NamedTuple):
    """What somebody said, and what was done about it."""

    id: str
    said: str
    by: str | None
    on: str | None
    did: str | None
    actions: tuple[str, ...]
    priorities: tuple[str, ...]


class StrategyWords(NamedTuple):
    """The words of one strategy; priorities and the plain wordings of actions are by id."""

    vision: tuple[str, ...]
    success: str | None
    note: str | None
    source: str | None
    pledge: tuple[CommitmentWords, ...]
    voice: tuple[VoiceWords, ...]
    priorities: Mapping[str, PriorityWords]
    plain: Mapping[str, str]
    about: StrategyAbout = StrategyAbout()


class MeasureWords(NamedTuple):
    """What a measure is made of. `targets` and `benchmarks` are by year or period, as texts for a table.

    `family` names the declared rule that colours it; empty where there is none. `kind` says of which years `years` are.
    `headline` is true of those told first; `cause` and `response` are those of the latest reading.
    """

    cohort: str | None
    source: str | None
    note: str | None
    family: str
    years: Mapping[str, Point]
    benchmarks: Mapping[str, Mapping[str, Point]]
    kind: PeriodKind = "year"
    headline: bool = False
    claims: tuple[Claim, ...] = ()
    cause: str | None = None
    response: str | None = None


def words_of_strategy(strategy: Strategy, today: date) -> StrategyWords:
    """Take the words of a strategy; what people said after `today` was not said yet."""
    said = [one for one in strategy.voice if one.on is None or one.on.first <= today]
    return StrategyWords(
        vision=strategy.vision,
        success=strategy.success,
        note=strategy.note,
        source=strategy.source,
        pledge=tuple(_commitment(one, today, runs=phase_of(strategy, today).runs) for one in strategy.pledge),
        voice=tuple(
            VoiceWords(v.id, v.said, v.by, v.on.text if v.on else None, v.did, v.actions, v.priorities) for v in said
        ),
        priorities=_of_priorities(strategy),
        plain={action.id: action.plain for p in strategy.priorities for action in p.actions if action.plain},
        about=about_strategy(strategy, today),
    )


def _commitment(one: Commitment, today: date, *, runs: bool) -> CommitmentWords:
    return CommitmentWords(
        id=one.id,
        text=one.text,
        by=one.by,
        to=one.to,
        plain=one.plain,
        priorities=one.priorities,
        is_promise=one.is_promise,
        judgements=known_judgements(one, today),
        check_in=next_check_in(one, today) if runs else "",
    )


def _of_priorities(strategy: Strategy) -> dict[str, PriorityWords]:
    groups = {group.id: group.plain for group in strategy.groups}
    return {
        p.id: PriorityWords(
            p.plain or groups.pop(p.group or "", ()), p.strapline, p.rationale, p.tables, p.measures_stem
        )
        for p in strategy.priorities
    }


def words_of_measure(measure: Measure, points: Iterable[Point], today: date, year_end: YearEnd) -> MeasureWords:
    """Take the make-up of a measure whose known readings are `points`."""
    kind, points = kind_of_years(measure, year_end), tuple(points)
    last = points[-1].period if points else ""
    latest = next((reading for period, reading in measure.readings.items() if period.text == last), None)
    benchmarks = {
        name: by_year((_point(each, measure) for each in known_readings(figures, measure.unit, today)), year_end, kind)
        for name, figures in measure.benchmarks.items()
    }
    return MeasureWords(
        cohort=measure.cohort,
        source=measure.source,
        note=measure.note,
        family=_family(measure),
        kind=kind,
        years=by_year(points, year_end, kind),
        benchmarks=benchmarks,
        headline=measure.headline,
        claims=measure.claims,
        cause=latest.cause if latest else None,
        response=latest.response if latest else None,
    )


def kind_of_years(measure: Measure, year_end: YearEnd) -> PeriodKind:
    """Find by which years the figures of a measure are told: those it has, where they are of one kind; else financial.

    Where all of its figures are for several periods each, it is by those (`range`).
    """
    kinds = {period.kind for period in measure.readings or measure.targets}
    if len(kinds & YEARS) == 1:
        return next(iter(kinds & YEARS))
    return "range" if kinds == {"range"} else "calendar-year" if year_end.is_of_calendar else "year"


def by_year(points: Iterable[Point], year_end: YearEnd, kind: PeriodKind = "year") -> dict[str, Point]:
    """Find the last reading of each year of a kind, which is the one its period ends in; a range is itself."""
    if kind == "range":
        return {point.period: point for point in points if ".." in point.period}
    return {year_of(kind, point.end, year_end).text: point for point in points}


def _point(known: KnownReading, measure: Measure) -> Point:
    reading = known.reading
    absent = SYMBOLS[reading.symbol] if reading.symbol else show_words(reading, measure)
    shown = absent if known.amount is None else show_amount(known.amount, measure.shown_in)
    return Point(known.period.text, known.period.end, known.amount, shown, reading.state, reading.note)


def _family(measure: Measure) -> str:
    """The declared rule by its name in the documents."""
    floors = measure.amber_from is not None or any(t.amber_from is not None for t in measure.targets.values())
    named = (
        ("own-average", measure.own_years),
        ("comparator", measure.compared_with),
        ("rank", measure.rank_within),
        ("plan", measure.better == "on-target"),
        ("pair", measure.green_within and measure.amber_within),
        ("share", measure.amber_within and measure.amber_within.of_target),
        ("tolerance", measure.amber_within),
        ("band", measure.band),
        ("softened", measure.amber_if),
        ("floor", floors),
        ("green-or-red", measure.amber),
    )
    return next((name for name, declared in named if declared), "")
