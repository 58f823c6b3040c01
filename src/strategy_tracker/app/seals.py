"""What bodies approved in a portfolio and how it stands now: read again from the files, where anybody agreed at all."""

from collections.abc import Iterable
from datetime import date

from strategy_tracker.files.load import load
from strategy_tracker.files.look_up import containing
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_seals import SealStanding
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.strategy import Strategy


def with_seals(standing: Standing, portfolio: Portfolio) -> Standing:
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
    found = seals_in(portfolio, agreed, standing.as_at)
    return standing._replace(seals=tuple(one for one in found if "/" in one.item or one.item in standing.measures))


def seals_in(portfolio: Portfolio, files: Iterable[str], today: date) -> tuple[SealStanding, ...]:
    """List what bodies approved by `today`, as the strategies in these files have it; what cannot be read has none."""
    from strategy_tracker.judging.meetings.seals import find_seals

    names, year_end = set(files), portfolio.settings.year_end
    read = ((file.name, load(file, year_end).record) for file in portfolio.of_kind("strategies") if file.name in names)
    strategies = [(name, one) for name, one in read if isinstance(one, Strategy)]
    asks = (
        ask for _, one in strategies for body in one.governance for meeting in body.meetings for ask in meeting.asks
    )
    words = {word for ask in asks if ask.resolved == "agreed" for word in (ask.id, ask.about) if word}
    near = containing(portfolio.of_kind("measures"), words)
    measures = [(file.name, one) for file in near if isinstance(one := load(file, year_end).record, Measures)]
    return find_seals(strategies, measures, today, portfolio.settings)
