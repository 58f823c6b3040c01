"""Makes two moments ready to be compared: the records of the files that differ, and how they stood."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from strategy_tracker.briefing.edition import Edition
from strategy_tracker.checks.sound import errors_in, sound
from strategy_tracker.comparing.differences import MomentSide
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import LoadedFile, content, load
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history.items.cut import only_what_differs
from strategy_tracker.judging.measures.others.join import OtherFigures, other_figures
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.practice import Example, Practice
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy

AS_WRITTEN = Edition()
JUDGED_BY = ("year_end", "review_every", "due_soon", "late_is_red_after", "progress", "completion", "every_default")
"""Settings that can move a colour."""


class TwoMoments(NamedTuple):
    """Two moments and what could not be read of them; `places` are the files that hold what.

    `places` has strategies, measures and examples by the folder of their kind and their id: two kinds may share one.
    `between` is the old side judged by the settings of the new one; None where they judge alike. `in_error` is what the
    files said then or say now and the checks call an error: it is compared as it stands.
    """

    old: MomentSide
    new: MomentSide
    between: MomentSide | None
    wrong: tuple[Diagnostic, ...]
    places: dict[str, set[str]]
    in_error: tuple[Diagnostic, ...] = ()


def two_moments(
    before: Portfolio,
    after: Portfolio,
    was: date,
    today: date,
    *,
    everything: bool = False,
    edition: Edition = AS_WRITTEN,
    loaded: Iterable[LoadedFile] = (),
) -> TwoMoments:
    """Judge both moments as the readers of an edition see them, the old one at `was`, the new one at `today`.

    Only what is written differently is read and judged, unless `everything` is asked for or the settings judge
    differently: time and settings move the colours of what nobody touched. Files of the new moment that are `loaded`
    already are not read again.
    """
    alike = all(getattr(before.settings, key) == getattr(after.settings, key) for key in JUDGED_BY)
    if alike and _same_others(before, after) and not everything:
        less = only_what_differs(before.files, after.files)
        first, second = (_loaded(files, side, edition) for files, side in zip(less, (before, after), strict=True))
        if not any(each.diagnostics for each in (*first, *second)):  # otherwise each file is read whole
            return _compared_sides(before, after, first, second, was, today)
    first = _read(before.files, before)
    alike_read = first if before.settings.year_end == after.settings.year_end else []
    second = _read(after.files, after, (*alike_read, *loaded))
    if everything and not after.known:
        sound_now = [sound(each, after.settings, today) for each in second]
        if any(each.diagnostics != was_read.diagnostics for each, was_read in zip(sound_now, second, strict=True)):
            # what is left out of one side is left out of the other, too: it is neither added nor withdrawn
            first, second = [sound(each, before.settings, was) for each in first], sound_now
    first, second = _for_readers(first, edition.earlier()), _for_readers(second, edition)
    return _compared_sides(before, after, first, second, was, today, alike=alike, edition=edition)


def _same_others(before: Portfolio, after: Portfolio) -> bool:
    """Whether the figures of others are the same: they can move what nobody touched, as the settings can."""
    one, two = ([content(file) for file in side.of_kind("comparators")] for side in (before, after))
    return one == two


def _loaded(files: Iterable[DataFile], portfolio: Portfolio, edition: Edition = AS_WRITTEN) -> list[LoadedFile]:
    return _for_readers(_read(files, portfolio), edition)


def _read(files: Iterable[DataFile], portfolio: Portfolio, earlier: Iterable[LoadedFile] = ()) -> list[LoadedFile]:
    """Read some files; what was read `earlier` whole, with the same bytes and the same year end, is not read again."""
    was = {each.file.name: each for each in earlier if each.whole}
    return [_same(file, was.get(file.name)) or load(file, portfolio.settings.year_end) for file in files]


def _same(file: DataFile, was: LoadedFile | None) -> LoadedFile | None:
    """The file as it was read before; None where its bytes are not the same, or cannot be read."""
    try:
        return was._replace(file=file) if was and content(file) == was.data else None
    except Unreadable:
        return None


def _for_readers(loaded: Iterable[LoadedFile], edition: Edition) -> list[LoadedFile]:
    return [each._replace(record=edition.of(each.record)) if each.record else each for each in loaded]


def _compared_sides(
    before: Portfolio,
    after: Portfolio,
    first: list[LoadedFile],
    second: list[LoadedFile],
    was: date,
    today: date,
    *,
    alike: bool = True,
    edition: Edition = AS_WRITTEN,
) -> TwoMoments:
    between = None if alike else side_of(first, after.settings, was, edition)
    wrong = [
        found._replace(known=portfolio.known)
        for portfolio, loaded in ((before, first), (after, second))
        for found in (*portfolio.diagnostics, *(one for each in loaded for one in each.diagnostics))
    ]
    places: dict[str, set[str]] = {}
    for loaded in (*first, *second):
        for name in _ids(loaded.record):
            places.setdefault(f"{loaded.file.kind}/{name}", set()).add(loaded.file.name)
    old, new = side_of(first, before.settings, was, edition), side_of(second, after.settings, today, edition)
    if wrong:
        from strategy_tracker.history.items.unreadable import may_stand

        old, new = old._replace(unread=may_stand(first, second)), new._replace(unread=may_stand(second, first))
    sides = ((before, first, was), (after, second, today))
    in_error = [
        found._replace(known=portfolio.known)
        for portfolio, loaded, day in sides
        for each in loaded
        for found in errors_in(each, portfolio.settings, day)
    ]
    return TwoMoments(old, new, between, tuple(wrong), places, tuple(dict.fromkeys(in_error)))


def _ids(record: Record | None) -> list[str]:
    if isinstance(record, Strategy):
        return [record.id]
    if isinstance(record, Measures):
        return [measure.id for measure in record.measures]
    return [example.id for example in record.practice] if isinstance(record, Practice) else []


def _others(loaded: Iterable[LoadedFile]) -> OtherFigures | None:
    """The figures of others that some files hold; those of both moments are always among what is read."""
    return other_figures((each.file.name, each.record) for each in loaded if isinstance(each.record, Comparators))


def side_of(loaded: list[LoadedFile], settings: Settings, today: date, edition: Edition = AS_WRITTEN) -> MomentSide:
    """Judge the records of some files at `today`, for the readers of an edition."""
    strategies: dict[str, Strategy] = {}
    measures: dict[str, Measure] = {}
    examples: dict[str, Example] = {}
    actions_stood: dict[str, ActionStanding] = {}
    measures_stood: dict[str, MeasureStanding] = {}
    edition = edition._replace(others=_others(loaded))
    for each in loaded:
        record = each.record
        if record is None:
            continue
        judged = edition.judge(record, each.file.name, today, settings)
        measures_stood |= {measure.id: measure for measure in judged.measures}
        if judged.strategy:
            actions_stood |= {f"{judged.strategy.id}/{action.id}": action for action in judged.strategy.actions}
        if isinstance(record, Strategy):
            strategies[record.id] = record
        elif isinstance(record, Measures):
            measures |= {measure.id: measure for measure in edition.joined(record, today, settings)}
        elif isinstance(record, Practice):
            examples |= {example.id: example for example in record.practice}
    return MomentSide(
        strategies, measures, actions_stood, measures_stood, settings, examples, today, typed=edition.typed
    )
