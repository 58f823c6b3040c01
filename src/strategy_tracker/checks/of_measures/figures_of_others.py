"""Asks that figures of others fit the measures whose codes they have: possible, not contradicted, and not outdated."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.measures.known_readings import amount_of, known_readings
from strategy_tracker.judging.measures.others.join import OtherFigures, is_ourselves, join, other_figures
from strategy_tracker.model.comparators import Comparator, Comparators
from strategy_tracker.model.dates.period import Period, latest
from strategy_tracker.model.measures.code import code_form
from strategy_tracker.model.measures.measure import OWN_AVERAGE, Measure, Measures
from strategy_tracker.model.measures.possible import impossible
from strategy_tracker.model.measures.reading import Reading
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.values import When, months_after


class PlacedMeasure(NamedTuple):
    """A measure with a code, and where it stands."""

    measure: Measure
    file: str
    route: Route


class OtherFigure(NamedTuple):
    """One figure of others for a code: whose, for when, and where it stands."""

    geography: str
    group: str | None
    downloaded: When
    period: Period
    reading: Reading
    file: str
    route: Route


def others_fit(
    measures: Iterable[tuple[str, Measures]],
    comparators: Iterable[tuple[str, Comparators]],
    today: date,
    settings: Settings,
    *,
    complete: bool,
) -> Iterator[Diagnostic]:
    """What others have fits the measures of the same code, and each code is of one measure.

    Where not all is `complete`, no figure is said to be missing.
    """
    coded = list(_coded(measures))
    yield from _used_twice(coded, today)
    comparators = list(comparators)
    others = other_figures(comparators)
    by_code = _by_code(comparators, {code_form(each.measure.code or "") for each in coded})
    for each in coded:
        found = by_code.get(code_form(each.measure.code or ""), [])
        if complete:
            yield from _nobody_to_compare_with(each, found)
        yield from _impossible(each, found)
        yield from _contradicted(each, found)
        if not each.measure.withdrawn_by(today):
            yield from _out_of_date(each, found, today, settings)
            yield from _red_without_note(each, others, today, settings)
    for found in by_code.values():
        yield from _disagreeing(found)


def _coded(files: Iterable[tuple[str, Measures]]) -> Iterator[PlacedMeasure]:
    for name, file in files:
        for n, measure in enumerate(file.measures):
            if measure.code is not None:
                yield PlacedMeasure(measure, name, ("measures", n))


def _used_twice(coded: Sequence[PlacedMeasure], today: date) -> Iterator[Diagnostic]:
    """A code is that of one measure: one that was withdrawn may have left it to another."""
    first: dict[str, PlacedMeasure] = {}
    for each in coded:
        if each.measure.withdrawn_by(today):
            continue
        other = first.setdefault(code_form(each.measure.code or ""), each)
        if other is not each:
            where = "above" if other.file == each.file else f"in {other.file}"
            what = f"'{each.measure.code}' is also the code of '{other.measure.id}' {where}"
            yield Diagnostic("code-used-twice", what, (*each.route, "code"), file=each.file)


def _by_code(files: Iterable[tuple[str, Comparators]], wanted: set[str]) -> dict[str, list[OtherFigure]]:
    found: dict[str, list[OtherFigure]] = {}
    for name, file in files:
        for n, one in enumerate(file.comparators):
            for code, figures in one.figures.items():
                if (form := code_form(code)) in wanted:
                    listed = found.setdefault(form, [])
                    at = (n, code)
                    listed += (_placed(one, file, period, each, name, at) for period, each in figures.items())
    return found


def _placed(
    one: Comparator, file: Comparators, period: Period, reading: Reading, name: str, at: tuple[int, str]
) -> OtherFigure:
    route = ("comparators", at[0], "figures", at[1], period.text)
    return OtherFigure(one.geography, one.group, file.downloaded, period, reading, name, route)


def _nobody_to_compare_with(each: PlacedMeasure, found: Sequence[OtherFigure]) -> Iterator[Diagnostic]:
    """What a measure is compared with is one of its benchmarks or a geography of its code."""
    measure = each.measure
    name, names = measure.compared_with, dict.fromkeys(one.geography for one in found if not one.group)
    if name in (None, OWN_AVERAGE, *measure.benchmarks, *names):
        return
    what = f"'{measure.id}' has no benchmark '{name}', and no comparator of its code '{measure.code}' has the name"
    there = (*measure.benchmarks, *names)
    next_step = f"write {' or '.join(there)}" if there else "add it under 'benchmarks', or a file in comparators/"
    yield Diagnostic("unknown-reference", what, (*each.route, "compared_with"), next_step, file=each.file)


def _impossible(each: PlacedMeasure, found: Sequence[OtherFigure]) -> Iterator[Diagnostic]:
    """A figure of others is one that the unit of the measure can have."""
    for one in found:
        value = one.reading.value
        if value is not None and (why := impossible(value, each.measure)):
            what = f"{value} for '{each.measure.id}' in {one.period}: {why}"
            yield Diagnostic("out-of-range", what, one.route, "correct it, or the code", file=one.file)


def _contradicted(each: PlacedMeasure, found: Sequence[OtherFigure]) -> Iterator[Diagnostic]:
    """A benchmark of a measure's own says what the comparators say; it is the one that counts."""
    measure = each.measure
    for name, figures in measure.benchmarks.items():
        own = {period[1:]: (period, reading) for period, reading in figures.items()}
        for one in found:
            if one.group or name_form(one.geography) != name_form(name) or one.period[1:] not in own:
                continue
            period, reading = own[one.period[1:]]
            if _said(reading, measure) != _said(one.reading, measure):
                here, there = (_said(figure, measure) for figure in (reading, one.reading))
                what = f"{name} for {period} is {here} here and {there} in {one.file}"
                place = (*each.route, "benchmarks", name, period.text)
                yield Diagnostic("comparator-disagrees", what, place, file=each.file)


def _red_without_note(
    each: PlacedMeasure, others: OtherFigures, today: date, settings: Settings
) -> Iterator[Diagnostic]:
    """A figure that is red beside those of others has a note; one that is red by itself was asked about already."""
    measure = each.measure
    if not (measure.compared_with or measure.rank_within):
        return
    from strategy_tracker.judging.measures.measure_standing import stand_measure  # few measures ask for it

    place = (today, settings, each.file, each.route)
    joined, beside = join(measure, others, today, settings.organisation)
    stood = stand_measure(joined, *place, beside, whole=False)
    alone = stand_measure(measure, *place, whole=False)
    if stood.reading and not stood.reading.note and (stood.rating.colour, alone.rating.colour) == ("red", "grey"):
        what = f"'{measure.id}' is red for {stood.reading.period} and nothing says what will be done"
        yield Diagnostic("red-without-note", what, (*each.route, "readings", stood.reading.period), file=each.file)


def _said(reading: Reading, measure: Measure) -> str:
    amount = amount_of(reading, measure.unit)
    return f"{amount.normalize():f}" if amount is not None else reading.symbol or reading.in_words or "nothing"


def _disagreeing(found: Sequence[OtherFigure]) -> Iterator[Diagnostic]:
    """Two files of one day say the same; of two days the later one counts, for figures are revised."""
    first: dict[tuple[object, ...], OtherFigure] = {}
    for one in found:
        key = (name_form(one.geography), one.group, one.period[1:], one.downloaded.first)
        other = first.setdefault(key, one)
        if other is not one and other.file != one.file and _figure(other) != _figure(one):
            both = f"{_figure(one)} here and {_figure(other)} in {other.file}"
            what = f"{one.geography} for {one.period} is {both}, of the same day"
            yield Diagnostic("comparator-disagrees", what, one.route, "correct one of them", file=one.file)


def _figure(one: OtherFigure) -> str:
    value = one.reading.value
    return f"{value.normalize():f}" if value is not None else one.reading.symbol or one.reading.in_words or "a part"


def _out_of_date(
    each: PlacedMeasure, found: Sequence[OtherFigure], today: date, settings: Settings
) -> Iterator[Diagnostic]:
    """The newest figure of others is no more than a year older than the newest reading of the same kind of period."""
    measure = each.measure
    readings = [one.period for one in known_readings(measure.readings, measure.unit, today) if one.amount is not None]
    newest: dict[str, OtherFigure] = {}
    for one in found:
        if not is_ourselves(one.geography, settings.organisation):
            last = newest.setdefault(one.group or one.geography, one)
            if one.period.end > last.period.end:
                newest[one.group or one.geography] = one
    for name, one in newest.items():
        own = latest([period for period in readings if period.kind == one.period.kind])
        if own and own.end > months_after(one.period.end, 12):
            what = f"the newest figure of {name} for '{measure.id}' is of {one.period}, and ours is of {own}"
            yield Diagnostic("comparator-out-of-date", what, one.route[:-1], file=one.file, at_key=True)
