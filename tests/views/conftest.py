"""Material for reports: the small portfolio, and the shipped one without git, so that no commit is in a golden file."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.files.portfolio import open_portfolio
from tests.cli.conftest import SHIPPED, write_portfolio

DAY = date(2025, 10, 1)
AUGUST = date(2022, 8, 31)


def material(root: Path, day: date = DAY, *strategies: str, body: str = "", since: str = "", practice: bool = True):
    found, wrong = gather(Moment(open_portfolio(root), day), ReportRequest(strategies, body, since, practice))
    assert wrong == ()
    return found


def copy_shipped(root: Path) -> Path:
    for folder in ("strategies", "measures", "practice", "comparators"):
        shutil.copytree(SHIPPED / folder, root / folder)
    return root


@pytest.fixture
def small(tmp_path):
    """The folder of the small portfolio."""
    return write_portfolio(tmp_path / "portfolio")


@pytest.fixture
def carers(small):
    """The material of its running strategy, for the board that meets next."""
    return material(small, DAY, "young-carers", body="Carers Board")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The folder of the shipped portfolio, outside git."""
    return copy_shipped(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def parenting(shipped):
    """The material of the shipped portfolio as it is judged in every example, on 31 August 2022."""
    return material(shipped, AUGUST, "corporate-parenting")
