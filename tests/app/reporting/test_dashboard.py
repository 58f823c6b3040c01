"""Which pages are made, and when none is."""

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.reporting import dashboard
from strategy_tracker.app.reporting.dashboard import ReportRequest, make_pages
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY

ON_DISK = "the files on disk, which no commit holds"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "made"
    made.mkdir()
    return made


def test_few_strategies_are_one_page(now, folder):
    assert make_pages(now, ReportRequest(), folder)[:3] == (("index.html",), (), ON_DISK)
    assert [path.name for path in folder.iterdir()] == ["index.html"]


def test_many_are_a_page_each_only_where_there_is_a_folder_for_them(now, folder, monkeypatch):
    monkeypatch.setattr(dashboard, "MANY", 1)
    apart = ("strategy-young-carers.html", "strategy-old-plan.html", "index.html")
    assert make_pages(now, ReportRequest(), folder).names == apart
    assert make_pages(now, ReportRequest(), folder, split=False).names == ("index.html",)


def test_a_strategy_or_a_body_decides_what_is_told(now, folder):
    make_pages(now, ReportRequest(("old-plan",)), folder)
    assert b"Open a drop-in" not in (folder / "index.html").read_bytes()
    make_pages(now, ReportRequest(body="Carers Board"), folder)
    assert b"Count young carers" not in (folder / "index.html").read_bytes()
    with pytest.raises(Problem, match="no body has 'nobody' in its name"):
        make_pages(now, ReportRequest(body="nobody"), folder)


def test_what_cannot_be_read_is_passed_over_only_where_that_is_asked(small, folder):
    (small / "strategies" / "old-plan.yaml").write_text("[", encoding="utf-8")
    moment = open_moment(small, DAY)
    found = make_pages(moment, ReportRequest(), folder)
    assert (found.names, {one.file for one in found.wrong}) == ((), {"strategies/old-plan.yaml"})
    assert list(folder.iterdir()) == []
    assert make_pages(moment, ReportRequest(), folder, keep_going=True)[:3] == (("index.html",), found.wrong, ON_DISK)
