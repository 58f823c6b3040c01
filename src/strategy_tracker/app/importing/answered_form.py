"""An issue form that somebody answered, for the update it asks for."""

from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.intake.issue_form import FormAnswer, read_form

__all__ = ["FormAnswer", "answered_form"]


def answered_form(portfolio: Portfolio, text: str) -> FormAnswer:
    """Read the text of an issue that was opened with the form. Raises `Problem` where it says no one thing."""
    return read_form(text, portfolio.settings.year_end)
