"""Two moments, ready to be compared: the records of the files that differ, and how they stood."""

from datetime import date
from typing import NamedTuple

from strategy_tracker.briefing.own_words import Wording, marked
from strategy_tracker.comparing.differences import Side
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import Loaded, load
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.lessen import differing
from strategy_tracker.judging.measure_standing import stand_measure
from strategy_tracker.judging.standing import ActionStanding, MeasureStanding
from strategy_tracker.judging.strategy_standing import stand_strategy
from strategy_tracker.model.measure import Measure, Measures
from strategy_tracker.model.practice import Example, Practice
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.publishing.public_version import Version

JUDGED_BY = ("year_end", "review_every", "due_soon", "late_is_red_after")
"""Settings that can move a colour."""


class Sides(NamedTuple):
    """Two moments and what could not be read of them; `places` are the files that hold what.

    `places` has strategies, measures and examples by the folder of their kind and their id: two kinds may share one.
    `between` is the old side judged by the settings of the new one; None where they judge alike.
    """

    old: Side
    new: Side
    between: Side | None
    wrong: tuple[Diagnostic, ...]
    places: dict[str, set[str]]


def sides(
    before: Portfolio,
    after: Portfolio,
    was: date,
    today: date,
    *,
    everything: bool = False,
    wording: Wording | None = None,
    version: Version | None = None,
) -> Sides:
    """The two moments, the old one judged at `was`, the new one at `today`; with `wording`, texts as reports want them.

    Only what is written differently is read and judged, unless `everything` is asked for or the settings judge
    differently: time and settings move the colours of what nobody touched. With a public `version`, both are public.
    """
    alike = all(getattr(before.settings, key) == getattr(after.settings, key) for key in JUDGED_BY)
    if alike and not everything:
        less = differing(before.files, after.files)
        first, second = (_loaded(files, side, wording) for files, side in zip(less, (before, after), strict=True))
        if not any(loaded.diagnostics for loaded in (*first, *second)):
            return _sides(before, after, first, second, was, today)
    first = _loaded(before.files, before, wording, version.earlier() if version else None)
    second = _loaded(after.files, after, wording, version)
    return _sides(before, after, first, second, was, today, alike=alike, version=version)


def _loaded(
    files: "list[DataFile] | tuple[DataFile, ...]",
    portfolio: Portfolio,
    wording: Wording | None = None,
    version: Version | None = None,
) -> list[Loaded]:
    found = [load(file, portfolio.settings.year_end) for file in files]
    if version is not None:
        found = [each._replace(record=version.record(each.record)) if each.record else each for each in found]
    if not wording:
        return found
    return [each._replace(record=marked(each.record, wording)) if each.record else each for each in found]


def _sides(
    before: Portfolio,
    after: Portfolio,
    first: list[Loaded],
    second: list[Loaded],
    was: date,
    today: date,
    *,
    alike: bool = True,
    version: Version | None = None,
) -> Sides:
    between = None if alike else side_of(first, after.settings, was, version)
    wrong = [
        found._replace(known=portfolio.known)
        for portfolio, loaded in ((before, first), (after, second))
        for found in (*portfolio.diagnostics, *(one for each in loaded for one in each.diagnostics))
    ]
    places: dict[str, set[str]] = {}
    for loaded in (*first, *second):
        for name in _ids(loaded.record):
            places.setdefault(f"{loaded.file.kind}/{name}", set()).add(loaded.file.name)
    old, new = side_of(first, before.settings, was, version), side_of(second, after.settings, today, version)
    if wrong:
        from strategy_tracker.history.unreadable import may_stand

        old, new = old._replace(unread=may_stand(first, second)), new._replace(unread=may_stand(second, first))
    return Sides(old, new, between, tuple(wrong), places)


def _ids(record: Record | None) -> list[str]:
    if isinstance(record, Strategy):
        return [record.id]
    if isinstance(record, Measures):
        return [measure.id for measure in record.measures]
    return [example.id for example in record.practice] if isinstance(record, Practice) else []


def side(portfolio: Portfolio, today: date) -> tuple[Side, list[Diagnostic]]:
    """The records of a portfolio, how they stood at `today`, and what could not be read."""
    loaded = _loaded(portfolio.files, portfolio)
    wrong = [*portfolio.diagnostics, *(found for each in loaded for found in each.diagnostics)]
    return side_of(loaded, portfolio.settings, today), wrong


def side_of(loaded: list[Loaded], settings: Settings, today: date, version: Version | None = None) -> Side:
    """The records of some files, and how they stood at `today`, in public where they are of a public `version`."""
    strategies: dict[str, Strategy] = {}
    measures: dict[str, Measure] = {}
    examples: dict[str, Example] = {}
    actions_stood: dict[str, ActionStanding] = {}
    measures_stood: dict[str, MeasureStanding] = {}
    stand = version.stand if version is not None else stand_measure
    for each in loaded:
        record, name = each.record, each.file.name
        if isinstance(record, Strategy):
            strategies[record.id] = record
            stood = stand_strategy(record, today, settings, name)
            actions_stood |= {f"{record.id}/{action.id}": action for action in stood.actions}
        elif isinstance(record, Measures):
            for n, measure in enumerate(record.measures):
                measures[measure.id] = measure
                measures_stood[measure.id] = stand(measure, today, settings, name, ("measures", n))
        elif isinstance(record, Practice):
            examples |= {example.id: example for example in record.practice}
    return Side(strategies, measures, actions_stood, measures_stood, settings, examples, today)
