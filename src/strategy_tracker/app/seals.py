"""What bodies approved in a portfolio and how it stands now: read again from the files, where anybody agreed at all."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from strategy_tracker.app.kept_answers import KeptAnswers
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_seals import SealStanding


def with_seals(standing: Standing, kept: KeptAnswers) -> Standing:
    """The standing with what bodies approved; the same one where nobody agreed to anything at a meeting on record."""
    agreed = {
        one.file
        for one in standing.strategies
        for body in one.bodies
        for each in body.resolutions
        if each.resolved == "agreed"
    }
    if not agreed:
        return standing
    files, work = _deciding(kept.portfolio, agreed), partial(_seals, kept.portfolio, standing.as_at)
    found = kept.made_of(files, "approved", work, tuple[SealStanding, ...])
    return standing._replace(seals=tuple(one for one in found if "/" in one.item or one.item in standing.measures))


def broken_seals(kept: KeptAnswers, names: Collection[str], today: date) -> list[Diagnostic]:
    """Say what was approved by `today`, as the strategies in the files of these names have it, and is not so now."""
    files, work = _deciding(kept.portfolio, names), partial(_broken, kept.portfolio, today)
    return kept.made_of(files, "broken", work, list[Diagnostic])


def _deciding(portfolio: Portfolio, names: Collection[str]) -> list[DataFile]:
    """The strategies in the files of these names, and all measures: which of them are meant only reading tells."""
    return [file for file in portfolio.files if file.kind == "measures" or file.name in names]


def _broken(portfolio: Portfolio, today: date, files: Sequence[DataFile]) -> list[Diagnostic]:
    from strategy_tracker.checks.of_names.resolutions import seal_is_whole

    return [found for seal in _seals(portfolio, today, files) for found in seal_is_whole(seal)]


def _seals(portfolio: Portfolio, today: date, files: Sequence[DataFile]) -> tuple[SealStanding, ...]:
    """List what the strategies in these files had approved, and what the measures of it are; unread ones have none."""
    from strategy_tracker.files.load import load
    from strategy_tracker.files.look_up import containing
    from strategy_tracker.judging.meetings.seals import find_seals
    from strategy_tracker.model.measures.measure import Measures
    from strategy_tracker.model.strategy import Strategy

    year_end = portfolio.settings.year_end
    read = ((file.name, load(file, year_end).record) for file in files if file.kind == "strategies")
    strategies = [(name, one) for name, one in read if isinstance(one, Strategy)]
    asks = (
        ask for _, one in strategies for body in one.governance for meeting in body.meetings for ask in meeting.asks
    )
    words = {word for ask in asks if ask.resolved == "agreed" for word in (ask.id, ask.about) if word}
    near = containing((file for file in files if file.kind == "measures"), words)
    measures = [(file.name, one) for file in near if isinstance(one := load(file, year_end).record, Measures)]
    return find_seals(strategies, measures, today, portfolio.settings)
