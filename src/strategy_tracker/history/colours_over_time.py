"""Judges a portfolio at one day after another: each version of a file is read once and judged at every day it held."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.checks.sound import sound
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import SETTINGS, DataFile
from strategy_tracker.files.load import load
from strategy_tracker.files.parallel import over_files
from strategy_tracker.files.read_settings import settings_of
from strategy_tracker.history.repository.objects import DayAndCommit, data_file
from strategy_tracker.judging.colour_counts import DayRatings
from strategy_tracker.judging.judge_record import JudgedRecord, judge_record
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.settings import DEFAULTS, Settings
from strategy_tracker.model.strategy import Strategy


class _VersionColours(NamedTuple):
    """What one version of a file gives at each of its days, and the measures that each priority in it names."""

    stood: dict[date, dict[str, Rating]]
    named: dict[str, tuple[str, ...]]
    wrong: tuple[Diagnostic, ...]


def stood_at(known: Sequence[DayAndCommit], held: Mapping[str, bytes]) -> tuple[list[DayRatings], list[Diagnostic]]:
    """Judge everything at each day by the files of that day, and say what could not be read of them."""
    settings = {sha: settings_of(data_file(SETTINGS, held[sha])) for sha in _shas(known, SETTINGS)}
    at: dict[tuple[str, str], list[tuple[date, Settings]]] = {}
    for one in known:
        own = next((blob.sha for blob in one.files if blob.name == SETTINGS and blob.sha), None)
        for blob in one.files:
            if blob.sha and blob.name.startswith(("strategies/", "measures/")):
                judged_by = settings[own][0] if own else DEFAULTS
                at.setdefault((blob.name, blob.sha), []).append((one.day, judged_by))
    first = {(blob.name, blob.sha): one.commit for one in reversed(known) for blob in one.files}
    keys = list(at)
    files = [data_file(name, held[sha]) for name, sha in keys]
    days = {id(file): at[key] for file, key in zip(files, keys, strict=True)}
    results = over_files(files, lambda file: _judged(file, days[id(file)]))
    by_key = dict(zip(keys, results, strict=True))
    wrong = [found for _, faults in settings.values() for found in faults]
    wrong += [found._replace(source="", known=first[key].words()) for key, one in by_key.items() for found in one.wrong]
    return [_stood(one, by_key) for one in known], wrong


def _shas(known: Iterable[DayAndCommit], name: str) -> set[str]:
    return {blob.sha for one in known for blob in one.files if blob.name == name and blob.sha}


def _judged(file: DataFile, days: Sequence[tuple[date, Settings]]) -> _VersionColours:
    """Judge one version of a file at all its days; it is read again only where the financial year is another."""
    stood: dict[date, dict[str, Rating]] = {}
    named: dict[str, tuple[str, ...]] = {}
    wrong: dict[Diagnostic, None] = {}
    for year_end in dict.fromkeys(settings.year_end for _, settings in days):
        read = load(file, year_end)
        last, settings = next(each for each in reversed(days) if each[1].year_end == year_end)
        loaded = sound(read, settings, last)
        wrong |= dict.fromkeys(loaded.diagnostics)
        record, left_out = loaded.record, loaded.left_out
        for day, settings in days:
            if settings.year_end == year_end and record is not None:
                judged = judge_record(record, file.name, day, settings, whole=False, left_out=left_out)
                stood[day] = _ratings(judged)
        if isinstance(record, Strategy):
            named = dict(_named(record))
    return _VersionColours(stood, named, tuple(wrong))


def _ratings(judged: JudgedRecord) -> dict[str, Rating]:
    """List the ratings of actions by strategy/priority/action, and of measures by id."""
    if judged.strategy is None:
        return {measure.id: measure.rating for measure in judged.measures}
    name = judged.strategy.id
    return {f"{name}/{p.id}/{a.id}": a.rating for p in judged.strategy.priorities for a in p.actions}


def _named(strategy: Strategy) -> Iterator[tuple[str, tuple[str, ...]]]:
    for priority in strategy.priorities:
        inside = (*priority.measures, *(name for action in priority.actions for name in action.measures))
        yield f"{strategy.id}/{priority.id}", tuple(dict.fromkeys(inside))


def _stood(one: DayAndCommit, judged: Mapping[tuple[str, str], _VersionColours]) -> DayRatings:
    actions: dict[str, Rating] = {}
    measures: dict[str, Rating] = {}
    named: dict[str, tuple[str, ...]] = {}
    for blob in one.files:
        found = judged.get((blob.name, blob.sha))
        if found:
            (measures if blob.name.startswith("measures/") else actions).update(found.stood.get(one.day, {}))
            named |= found.named
    return DayRatings(one.day, one.commit, actions, measures, named)
