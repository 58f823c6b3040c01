"""Judges a portfolio at one day after another: each version of a file is read once and judged at every day it held."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.checks.sound import sound
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import SETTINGS, DataFile
from strategy_tracker.files.load import load
from strategy_tracker.files.parallel import over_files
from strategy_tracker.files.read_settings import settings_of
from strategy_tracker.history.repository.objects import Blob, DayAndCommit, data_file
from strategy_tracker.judging.colour_counts import DayRatings
from strategy_tracker.judging.judge_record import judge_record
from strategy_tracker.judging.measures.others.join import OtherFigures, other_figures
from strategy_tracker.judging.standing.of_files import JudgedRecord
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import DEFAULTS, Settings
from strategy_tracker.model.strategy import Strategy


class JudgingDay(NamedTuple):
    """A day at which a version of a file is judged, by the settings and the figures of others of that day."""

    day: date
    settings: Settings
    others: OtherFigures | None


class _VersionColours(NamedTuple):
    """What one version of a file gives at each of its days, and the measures that each priority in it names."""

    stood: dict[date, dict[str, Rating]]
    named: dict[str, tuple[str, ...]]
    wrong: tuple[Diagnostic, ...]


def whole_record(record: Record) -> Record:
    """Give a record as it is: those who work on the files see all of it."""
    return record


def stood_at(
    known: Sequence[DayAndCommit], held: Mapping[str, bytes], shown: Callable[[Record], Record | None] = whole_record
) -> tuple[list[DayRatings], list[Diagnostic]]:
    """Judge everything at each day by the files of that day, and say what could not be read of them.

    `shown` gives what readers may see of a record, or None where all of it is internal.
    """
    settings = {sha: settings_of(data_file(SETTINGS, held[sha])) for sha in _shas(known, SETTINGS)}
    at: dict[tuple[str, str], list[JudgingDay]] = {}
    others: dict[tuple[Blob, ...], OtherFigures | None] = {}
    for one in known:
        own = next((blob.sha for blob in one.files if blob.name == SETTINGS and blob.sha), None)
        theirs = tuple(blob for blob in one.files if blob.sha and blob.name.startswith("comparators/"))
        if theirs not in others:
            others[theirs] = _others(theirs, held, settings[own][0] if own else DEFAULTS)
        for blob in one.files:
            if blob.sha and blob.name.startswith(("strategies/", "measures/")):
                judged_by = settings[own][0] if own else DEFAULTS
                at.setdefault((blob.name, blob.sha), []).append(JudgingDay(one.day, judged_by, others[theirs]))
    first = {(blob.name, blob.sha): one.commit for one in reversed(known) for blob in one.files}
    keys = list(at)
    files = [data_file(name, held[sha]) for name, sha in keys]
    days = {id(file): at[key] for file, key in zip(files, keys, strict=True)}
    results = over_files(files, lambda file: _judged(file, days[id(file)], shown), "judging earlier versions")
    by_key = dict(zip(keys, results, strict=True))
    wrong = [found for _, faults in settings.values() for found in faults]
    wrong += [found._replace(source="", known=first[key].words()) for key, one in by_key.items() for found in one.wrong]
    return [_stood(one, by_key) for one in known], wrong


def _shas(known: Iterable[DayAndCommit], name: str) -> set[str]:
    return {blob.sha for one in known for blob in one.files if blob.name == name and blob.sha}


def _others(files: Iterable[Blob], held: Mapping[str, bytes], settings: Settings) -> OtherFigures | None:
    """The figures of others as some versions of their files hold them; what cannot be read there is left out."""
    loaded = [load(data_file(blob.name, held[blob.sha]), settings.year_end) for blob in files]
    return other_figures((each.file.name, each.record) for each in loaded if isinstance(each.record, Comparators))


def _judged(file: DataFile, days: Sequence[JudgingDay], shown: Callable[[Record], Record | None]) -> _VersionColours:
    """Judge one version of a file at all its days; it is read again only where the financial year is another."""
    stood: dict[date, dict[str, Rating]] = {}
    named: dict[str, tuple[str, ...]] = {}
    wrong: dict[Diagnostic, None] = {}
    for year_end in dict.fromkeys(each.settings.year_end for each in days):
        read = load(file, year_end)
        last = next(each for each in reversed(days) if each.settings.year_end == year_end)
        loaded = sound(read, last.settings, last.day)
        wrong |= dict.fromkeys(loaded.diagnostics)
        record, left_out = shown(loaded.record) if loaded.record is not None else None, loaded.left_out
        for day, settings, others in days:
            if settings.year_end == year_end and record is not None:
                judged = judge_record(record, file.name, day, settings, whole=False, left_out=left_out, others=others)
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
