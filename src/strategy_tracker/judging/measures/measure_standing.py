"""Works out how one measure stands: its reading, colour, arrows and positions, and whether its next reading is late."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.measures.about import about, more_of
from strategy_tracker.judging.measures.benchmarks import benchmark_for, compare
from strategy_tracker.judging.measures.changed_rules import changed_rules
from strategy_tracker.judging.measures.counting_up import counting_year, only_grows
from strategy_tracker.judging.measures.direction import (
    against_last_year,
    against_previous,
    trend,
)
from strategy_tracker.judging.measures.families.case import RatedReading
from strategy_tracker.judging.measures.families.own_average import own_average
from strategy_tracker.judging.measures.families.rule_words import rule_words
from strategy_tracker.judging.measures.inherited import settled, stand_inherited
from strategy_tracker.judging.measures.judged import with_judgements
from strategy_tracker.judging.measures.known_readings import (
    KnownReading,
    amount_of,
    known_readings,
    same_period_earlier,
    so_far,
)
from strategy_tracker.judging.measures.next_reading import known_since, next_reading
from strategy_tracker.judging.measures.others.ranks import ALONE, BesideOthers, KnownRank, known_ranks, stand_rank
from strategy_tracker.judging.measures.ranges import judge_range, show_words
from strategy_tracker.judging.measures.rating import judge_reading, show_reading
from strategy_tracker.judging.measures.show_figures import ZERO, show_amount, to_six_places
from strategy_tracker.judging.measures.small_cohort import one_is
from strategy_tracker.judging.measures.stand_groups import stand_groups
from strategy_tracker.judging.measures.suspended import as_suspended, suspension_at
from strategy_tracker.judging.measures.undated import NO_ARROW, dated, rate_undated
from strategy_tracker.judging.measures.way_to_target.before_target import next_target
from strategy_tracker.judging.measures.way_to_target.target_steps import target_steps
from strategy_tracker.judging.measures.way_to_target.targets import lacking_for, target_for
from strategy_tracker.judging.measures.way_to_target.wanted import Wanted, with_known_targets
from strategy_tracker.judging.measures.way_to_target.way import way_of
from strategy_tracker.judging.measures.withdrawal import as_withdrawn
from strategy_tracker.judging.standing.of_measures import Arrow, MeasureAbout, MeasureStanding, Point
from strategy_tracker.judging.standing.owners import first_of
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.judging.unconfirmed import with_draft_of_reading
from strategy_tracker.model.dates.period import Period, YearEnd, latest
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import SYMBOLS, FormerValue, Reading, Symbol
from strategy_tracker.model.measures.unit import OwnUnit, in_words
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.settings import Settings

_NO_ARROW = Arrow("none", phrase("not-enough-data", why=phrase("no-reading-yet")))
_MEANINGS: dict[Symbol, Label] = {
    "c": phrase("note-suppressed"),
    "x": phrase("note-not-available"),
    "z": phrase("note-not-applicable"),
    "low": phrase("note-rounds-to-zero"),
    "u": phrase("note-unreliable"),
}


def stand_measure(
    measure: Measure,
    today: date,
    settings: Settings,
    file: str,
    route: Route,
    beside: BesideOthers = ALONE,
    *,
    whole: bool = True,
) -> MeasureStanding:
    """Say all that can be said of a measure on the evening of `today`; amounts are exact, in its own unit.

    Of several readings the one whose period ended last is shown and rated, and of those the longest. `beside` are its
    places among others. Without `whole`, former readings, notes, the trend and the words of arrows are left out.
    """
    held = _held(measure, today, settings, beside)
    stood = _standing(held, settings, file, route, beside, whole=whole)
    measure, shown = held.measure, held.shown
    if measure.forecasts or measure.variation or (whole and measure.targets):
        stood = _with_outlook(stood, measure, list(dated(held.readings)), today, settings, whole=whole)
    rated = held.expected or (shown.period if shown else None)
    if measure.better != "none" and (found := suspension_at(measure, rated, today)):
        stood = as_suspended(stood, *found)
    if held.drafts and shown:
        rating = with_draft_of_reading(stood.rating, shown.period.text) if shown.reading.drafted else stood.rating
        stood = stood._replace(rating=rating, unconfirmed=held.drafts)
    if measure.judgements:
        stood = with_judgements(stood, measure, today, settings, whole=whole)
    withdrawn = measure.withdrawn_by(today)
    return as_withdrawn(stood, withdrawn) if withdrawn else stood


class _Held(NamedTuple):
    """A measure with all that holds for it on a day: what is known of it, and how the reading that is shown is rated.

    `own` is as its file has it. Where it is rated on a forecast, `expected` is the period of that. `figures` are those
    of others by their names; so many readings are `drafts`.
    """

    own: Measure
    measure: Measure
    today: date
    readings: list[KnownReading]
    shown: KnownReading | None
    figures: dict[str, list[KnownReading]]
    ranks: list[KnownRank]
    judged: RatedReading
    target: tuple[Period, Wanted] | None
    expected: Period | None
    drafts: int


def _held(own: Measure, today: date, settings: Settings, beside: BesideOthers) -> _Held:
    measure = settled(own, settings)
    readings = known_readings(measure.readings, measure.unit, today)
    measure, shown = with_known_targets(measure, readings), _latest(readings)
    figures = {name: known_readings(each, measure.unit, today) for name, each in measure.benchmarks.items()}
    ranks = known_ranks(measure.ranks, beside, today) if measure.ranks or beside.ranks else []
    rivals = figures.get(measure.compared_with or "", [])
    judge = partial(_judged, measure, readings, today, rivals=rivals, ranks=ranks)
    expected = _expected(measure, readings, shown, today, judge) if measure.rated_by else None
    period, judged = expected or (shown.period if shown else Period("", "day", today, today), judge(shown))
    return _Held(
        own=own,
        measure=measure,
        today=today,
        readings=readings,
        shown=shown,
        figures=figures,
        ranks=ranks,
        judged=judged,
        target=target_for(measure, period),
        expected=expected[0] if expected else None,
        drafts=sum(each.reading.drafted for each in readings),
    )


def _standing(
    held: _Held, settings: Settings, file: str, route: Route, beside: BesideOthers, *, whole: bool
) -> MeasureStanding:
    """The standing by figures and rules alone: what is expected, judged, suspended or withdrawn comes on top."""
    measure, readings, shown, target, today = held.measure, held.readings, held.shown, held.target, held.today
    confirmed = [each for each in readings if not each.reading.drafted] if held.drafts else readings
    last, since = (_latest(confirmed) if held.drafts else shown), known_since(confirmed)
    read_to = last.period.end if last else None
    points = _points(held, readings if whole else [shown] if shown else [], settings.year_end)
    arrows = _arrows(measure, readings, shown, settings, whole=whole)
    return MeasureStanding(
        id=measure.id,
        title=measure.title,
        unit=in_words(measure.unit),
        better=measure.better,
        owner=first_of(measure.owner),
        reading=points[shown.period] if shown else None,
        target=target[1].value if target else None,
        target_period=target[0].text if target else None,
        boundary=_tidy(held.judged.boundary, shown.amount if shown else None),
        gap=_tidy(held.judged.gap, ZERO),
        rating=held.judged.rating,
        short=arrows[0],
        long=arrows[1],
        trend=arrows[2],
        comparisons=(
            *(compare(measure, name, each, shown, readings) for name, each in held.figures.items()),
            *beside.missing,
        ),
        late=next_reading(read_to, measure.frequency, measure.lag, today, since),
        points=tuple(points.values()) if whole else (),
        notes=_notes(shown.reading, measure) if shown and whole else (),
        file=file,
        route=route,
        currency=measure.currency if measure.unit == "money" else None,
        targets=target_steps(measure, readings) if whole else (),
        rule=rule_words(measure) if whole else "",
        target_words="" if target is None or target[1].is_plain else target[1].words(measure.shown_in),
        next_target=next_target(measure, shown, today, held.expected),
        counts_up=measure.span == "cumulative",
        frequency=str(measure.frequency) if measure.frequency else None,
        lag=str(measure.lag) if measure.lag else None,
        known_since=since,
        read_to=read_to,
        way=way_of(measure, so_far(shown, today) if shown else None),
        changed=changed_rules(measure, today) if whole and measure.changed else (),
        compared_with=measure.compared_with,
        one_is=one_is(measure, shown.reading) if shown and shown.amount is not None else "",
        ranks=tuple(map(stand_rank, held.ranks if whole else held.ranks[-1:])),
        owners=tuple(dict.fromkeys(measure.owner)),
        inherited=tuple(stand_inherited(held.own, settings)),
        groups=tuple(stand_groups(measure, readings if whole else [shown] if shown else [])) if measure.by else (),
        level=measure.level,
        own_unit=measure.unit.printed if isinstance(measure.unit, OwnUnit) else None,
        about=about(measure, held.figures, readings) if whole else MeasureAbout(),
        short_title=measure.short,
        told_first=measure.headline,
        ending=measure.title if measure.uses_stem else None,
    )


def _points(held: _Held, wanted: list[KnownReading], year_end: YearEnd) -> dict[Period, Point]:
    """The readings that are wanted, each as it is printed; the one that is shown is not rounded onto its limits."""
    anew = _begun_again(held.measure, wanted, year_end)
    rated = held.judged if held.expected is None else None
    return {
        each.period: _point(each, held.measure, rated if each is held.shown else None, anew=each.period in anew)
        for each in wanted
    }


def _arrows(
    measure: Measure, readings: list[KnownReading], shown: KnownReading | None, settings: Settings, *, whole: bool
) -> tuple[Arrow, Arrow, Arrow]:
    """The arrows since the period before and since last year, and the trend, of figures that have a date."""
    if shown is None:
        return _NO_ARROW, _NO_ARROW, _NO_ARROW
    if shown.reading.undated:
        told = against_previous(measure, (), shown, settings.year_end) if shown.reading.direction else NO_ARROW
        return told, NO_ARROW, NO_ARROW
    line = dated(readings)
    short, long = against_previous(measure, line, shown, settings.year_end), against_last_year(measure, line, shown)
    if not whole:
        return Arrow(short.kind, ""), Arrow(long.kind, ""), _NO_ARROW
    return short, long, trend(measure, line, shown)


def _with_outlook(
    stood: MeasureStanding,
    measure: Measure,
    readings: list[KnownReading],
    today: date,
    settings: Settings,
    *,
    whole: bool,
) -> MeasureStanding:
    """Give the standing with what is expected of the measure and how it varies, which is imported only where told."""
    from strategy_tracker.judging.measures.outlook.forecasts import stand_forecasts
    from strategy_tracker.judging.measures.outlook.pace import pace
    from strategy_tracker.judging.measures.outlook.variation import stand_variation

    return stood._replace(
        forecasts=stand_forecasts(measure, readings, today) if whole else (),
        pace=pace(measure, readings, settings.year_end) if whole else None,
        variation=stand_variation(measure, readings),
    )


def _expected(
    measure: Measure,
    readings: list[KnownReading],
    shown: KnownReading | None,
    today: date,
    judge: Callable[[KnownReading], RatedReading],
) -> tuple[Period, RatedReading] | None:
    from strategy_tracker.judging.measures.outlook.forecasts import rate_expected

    return rate_expected(measure, readings, shown, today, judge)


def is_red(measure: Measure, period: Period, today: date) -> bool:
    """Whether the reading for a period is red, by what was known on the evening of `today`."""
    reading = measure.readings[period]
    earlier = any(target.ends is None for target in measure.targets.values())
    more = measure.amber_if or measure.span == "cumulative" or measure.rated_by or earlier or measure.own_years
    others = known_readings(measure.readings, measure.unit, today) if more else []
    measure = with_known_targets(measure, others)
    rivals = known_readings(measure.benchmarks.get(measure.compared_with or "", {}), measure.unit, today)
    shown = KnownReading(period, reading, amount_of(reading, measure.unit))
    judge = partial(_judged, measure, others, today, rivals=rivals, ranks=known_ranks(measure.ranks, ALONE, today))
    if measure.rated_by and _expected(measure, others, shown, today, judge):
        return False
    return judge(shown).rating.colour == "red"


def _judged(
    measure: Measure,
    readings: list[KnownReading],
    today: date,
    shown: KnownReading | None,
    rivals: list[KnownReading],
    ranks: list[KnownRank],
) -> RatedReading:
    """The colour of the reading that is shown; `rivals` are the figures of what the measure is compared with."""
    if shown and shown.reading.undated and shown.amount is not None and measure.better != "none":
        return RatedReading(rate_undated(measure))
    if shown and shown.amount is None and shown.reading.ends:
        again = partial(_judged, measure, readings, today, rivals=rivals, ranks=ranks)
        if sure := judge_range(measure, shown, again):
            return sure
    last_year = same_period_earlier(dated(readings), shown.period) if shown and measure.amber_if else None
    comparator = benchmark_for(measure, rivals, shown.period) if shown and measure.compared_with else None
    if shown and shown.amount is not None and measure.own_years and measure.better != "none":
        average = own_average(measure, readings, shown)
        if isinstance(average, Rating):
            return RatedReading(average)
        comparator = average
    lacking = lacking_for(measure, shown.period, readings) if shown and shown.amount is not None else ""
    if lacking and measure.better != "none" and not measure.compared_with:
        return RatedReading(grey("no-comparison", lacking))
    grows = shown is not None and only_grows(measure, readings, shown)
    now = so_far(shown, today) if shown else None
    return judge_reading(measure, now, last_year, comparator, only_grows=grows, ranks=ranks)


def _tidy(amount: Decimal | None, limit: Decimal | None) -> Decimal | None:
    """A point of a line or a share has as many digits as a division gives; the colour was worked out from all."""
    return amount if amount is None or limit is None else to_six_places(amount, limit)


def _latest(readings: list[KnownReading]) -> KnownReading | None:
    last = latest([each.period for each in readings])
    return next((each for each in readings if each.period is last), None)


def _begun_again(measure: Measure, readings: list[KnownReading], year_end: YearEnd) -> set[Period]:
    """The periods of a cumulative measure that lie in another financial year than the reading before them."""
    if measure.span != "cumulative":
        return set()
    return {
        each.period
        for before, each in pairwise(readings)
        if before.period.end < counting_year(measure, each.period.end, year_end).start
    }


def _point(known: KnownReading, measure: Measure, judged: RatedReading | None, *, anew: bool) -> Point:
    period, reading, amount = known
    shown = _shown(known, measure, judged)
    return Point(
        period.text,
        period.end,
        amount,
        shown,
        reading.state,
        reading.note,
        restated=_restated(reading, measure),
        anew=anew,
        drafted=reading.drafted,
        undated=reading.undated,
        more=more_of(reading),
    )


def _shown(known: KnownReading, measure: Measure, judged: RatedReading | None) -> str:
    """A reading in the cell of a table: its number, not rounded onto its target, or the words that stand in for it."""
    reading = known.reading
    if known.amount is not None:
        return show_reading(measure, known.period, known.amount, judged)
    if reading.symbol is None:
        return show_words(reading, measure)
    value = None if reading.symbol != "u" else reading.amount(measure.unit)
    name = SYMBOLS[reading.symbol]
    return name if value is None else phrase("thing-of", what=show_amount(value, measure.shown_in), of=name)


def _notes(reading: Reading, measure: Measure) -> tuple[str, ...]:
    """What a reader of the shown number must know."""
    notes: list[str] = [_MEANINGS[reading.symbol]] if reading.symbol else []
    if reading.state == "provisional":
        notes.append(phrase("note-provisional"))
    if reading.drafted:
        notes.append(phrase("drafted-by-a-machine"))
    if restated := _restated(reading, measure):
        notes.append(restated)
    notes += [note for note in (reading.note, reading.doubt, reading.source_note) if note]
    return tuple(notes)


def _restated(reading: Reading, measure: Measure) -> str:
    """Say what a revised figure was before, until when, and why it is another one now; empty where it was not."""
    if reading.was and reading.symbol == "c":
        return phrase("revised-withheld")
    if reading.was:
        first, *others = (_former(each, measure) for each in reading.was)
        return phrase("revised-was", was=commas([first, *(phrase("and-then", was=each) for each in others)]))
    return phrase("revised-unrecorded") if reading.state == "revised" else ""


def _former(former: FormerValue, measure: Measure) -> str:
    amount = former.amount(measure.unit)
    name = SYMBOLS[former.symbol] if former.symbol else former.words
    value = name or (show_amount(amount, measure.shown_in) if amount is not None else phrase("no-number"))
    until = phrase("until-day", figure=value, day=former.until.text) if former.until else value
    return phrase("thing-of", what=until, of=former.why) if former.why else until
