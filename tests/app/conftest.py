"""The small portfolio, opened as a person with no terminal opens it."""

from datetime import date

import pytest

from strategy_tracker.app.moment import open_moment
from tests.cli.conftest import write_portfolio

DAY = date(2025, 10, 1)


@pytest.fixture
def small(tmp_path):
    """The folder of the small portfolio."""
    return write_portfolio(tmp_path / "portfolio")


@pytest.fixture
def now(small):
    """The small portfolio on 1 October 2025."""
    return open_moment(small, DAY)
