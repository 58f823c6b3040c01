"""Reads the figures of others that a portfolio has, once for all its measures."""

from typing import TYPE_CHECKING

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio

if TYPE_CHECKING:
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.judging.measures.others.join import OtherFigures


def others_in(portfolio: Portfolio) -> "tuple[OtherFigures | None, list[Diagnostic]]":
    """The figures of others by the codes of measures, and what could not be read of them; most portfolios have none."""
    files = portfolio.of_kind("comparators")
    if not files:
        return None, []
    from strategy_tracker.files.load import load
    from strategy_tracker.judging.measures.others.join import other_figures
    from strategy_tracker.model.comparators import Comparators

    loaded = [load(file, portfolio.settings.year_end) for file in files]
    records = [(each.file.name, each.record) for each in loaded if isinstance(each.record, Comparators)]
    return other_figures(records), [one for each in loaded for one in _unread(portfolio, each)]


def unread_in(portfolio: Portfolio, file: DataFile) -> list[Diagnostic]:
    """What could not be read of one file with figures of others."""
    from strategy_tracker.files.load import load

    return _unread(portfolio, load(file, portfolio.settings.year_end))


def _unread(portfolio: Portfolio, loaded: "LoadedFile") -> list[Diagnostic]:
    return [one._replace(source="", known=portfolio.known) for one in loaded.diagnostics]
