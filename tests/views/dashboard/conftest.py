"""Dashboards of the small and the shipped portfolio, made as the command makes them."""

from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.reporting.dashboard import ReportRequest, make_pages
from tests.cli.conftest import write_portfolio
from tests.cli.repository import Repository
from tests.views.conftest import copy_shipped

from .pages import Page

DAY = "2025-10-01"


def made(root: Path, folder: Path, *strategies: str, day: str = DAY, since: str = "", version: str = "") -> list[str]:
    """The names of the pages of a portfolio, made in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    request = ReportRequest(strategies, since=date.fromisoformat(since) if since else "")
    found = make_pages(open_moment(root, date.fromisoformat(day)), request, folder, version=version)
    assert found.wrong == ()
    return list(found.names)


def page(root: Path, folder: Path, *strategies: str, day: str = DAY, since: str = "") -> str:
    """The only page of a portfolio."""
    (name,) = made(root, folder, *strategies, day=day, since=since)
    return (folder / name).read_text(encoding="utf-8")


@pytest.fixture
def small(tmp_path):
    """The folder of the small portfolio, with one commit behind it and a figure restated since."""
    root = write_portfolio(tmp_path / "portfolio")
    repository = Repository(root)
    repository.commit("First", "2025-04-15")
    repository.change("2024/25 Q4: 31", "2024/25 Q4: 25", "measures/carers.yaml").commit("Restated", "2025-09-30")
    return root


@pytest.fixture
def carers(small, tmp_path):
    """The page of its running strategy."""
    return Page(page(small, tmp_path / "made", "young-carers"))


@pytest.fixture
def both(small, tmp_path):
    """The page of both its strategies."""
    return Page(page(small, tmp_path / "made", since="2025-04-15"))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The page of the shipped portfolio on 31 August 2022."""
    root = copy_shipped(tmp_path_factory.mktemp("shipped"))
    return Page(page(root, tmp_path_factory.mktemp("made"), day="2022-08-31"))
