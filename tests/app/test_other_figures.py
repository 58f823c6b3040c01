"""The figures of others are those that the files of the moment hold, in every command that looks."""

from datetime import date
from html import unescape

import pytest

from strategy_tracker.app.looking.status import Filters, status
from strategy_tracker.app.looking_back.diff import diff
from strategy_tracker.app.looking_back.freeze import check_report, freeze_report
from strategy_tracker.app.looking_back.trend import trend
from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.other_figures import others_in
from strategy_tracker.app.reporting.dashboard import make_pages
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.app.standing import stand
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.past_portfolio import portfolio_at
from tests.cli.repository import Repository

PLAN = "id: plan\ntitle: Plan\npriorities:\n  - {id: safe, title: Safe, measures: [moves]}\n"
MOVES = """\
measures:
  - id: moves
    title: Three or more placements
    unit: percent
    better: lower
    code: CLA-3
    compared_with: England
    readings: {2022/23: 9}
"""
ENGLAND = """\
source: National tables
downloaded: {day}
comparators:
  - geography: England
    figures: {{CLA-3: {{2022/23: {value}}}}}
"""
TABLE = "source,downloaded,geography,code,period,value\nNational tables,2023-12-01,England,CLA-3,2022/23,8\n"
DAY = date(2024, 1, 1)
BOTH = (("10", "2023-11-16"), ("8", "2023-12-01"))


@pytest.fixture
def repo(tmp_path):
    """Measures alone in November, with figures of England in December, and with others by a table in January."""
    made = Repository(tmp_path / "p").write(strategies__plan=PLAN, measures__moves=MOVES)
    made.commit("Measures", "2023-11-01")
    made.write(comparators__england=ENGLAND.format(day="2023-11-16", value=10)).commit("England", "2023-12-01")
    (made.root / "comparators/2023").mkdir()
    (made.root / "comparators/2023/revised.csv").write_text(TABLE, encoding="utf-8")
    made.commit("Revised", "2024-01-01")
    return made


def rating(portfolio, day=DAY):
    standing, wrong = stand(portfolio, day)
    assert wrong == []
    return standing.measures["moves"].rating


def test_most_portfolios_have_none(portfolio):
    assert others_in(portfolio) == (None, [])


def test_each_moment_has_those_of_its_own_files(repo):
    colours = [rating(portfolio_at(repo.root, commit_at(repo.root, f"HEAD~{n}"))).colour for n in (2, 1, 0)]
    assert colours == ["grey", "green", "red"]
    assert rating(open_portfolio(repo.root)).reason == "9% is 1 point worse than England (8% in 2022/23)"
    assert rating(open_portfolio(repo.root), date(2023, 11, 30)).colour == "green"
    known = status(open_moment(repo.root, DAY, known_on=date(2023, 12, 31)), Filters()).standing
    assert known.measures["moves"].comparisons[0].kind == "below"


def test_a_diff_tells_which_figures_of_others_are_new_and_why_a_colour_moved(repo):
    found = diff(open_portfolio(repo.root), "HEAD~1..HEAD", DAY).changes
    assert [(one.kind, one.item, one.before, one.after) for one in found] == [
        ("detail", "moves", *(f"{text}; source National tables, downloaded {day}" for text, day in BOTH)),
        ("colour", "moves", "green", "red"),
    ]
    assert found[1].why.startswith("the figures of others were changed; ")
    untouched = repo.change("9}", "9.5}", "measures/moves.yaml")
    found = diff(open_portfolio(untouched.root), "HEAD", DAY).changes
    assert [(one.kind, one.before, one.after) for one in found] == [("restated", "9%", "9.5%")]


def test_a_trend_judges_each_day_by_the_figures_of_that_day(repo):
    counts = trend(open_portfolio(repo.root), DAY, item="moves").counts
    assert [(str(one.day), one.words) for one in counts] == [
        ("2023-11-30", "not rated"), ("2023-12-31", "green"), ("2024-01-01", "red"),
    ]  # fmt: skip


def test_a_paper_and_a_dashboard_rate_by_them_and_tell_what_they_moved(repo, tmp_path):
    moment, request = open_moment(repo.root, DAY), ReportRequest(since="HEAD~1")
    material, wrong = gather(moment, request)
    assert (material.standing.measures["moves"].rating.colour, wrong) == ("red", ())
    assert [(one.kind, one.before, one.after) for one in material.since.changes][1:] == [("colour", "green", "red")]
    assert make_pages(moment, request, tmp_path).wrong == ()
    page = unescape((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert "9% is 1 point worse than England (8% in 2022/23)" in page
    assert "the figures of others were changed" in page


def test_what_a_dashboard_cannot_read_of_them_is_told(repo, tmp_path):
    repo.change("8\n", "eight\n", "comparators/2023/revised.csv")
    made = make_pages(open_moment(repo.root, DAY), ReportRequest(), tmp_path)
    assert ([one.file for one in made.wrong], made.names) == (["comparators/2023/revised.csv"], ())


def test_a_frozen_report_depends_on_them(repo):
    freeze_report(open_portfolio(repo.root), "q3", DAY)
    assert check_report(open_portfolio(repo.root), "q3").is_same


def test_what_cannot_be_read_of_them_is_told(repo):
    repo.change("8\n", "eight\n", "comparators/2023/revised.csv")
    standing, wrong = stand(open_portfolio(repo.root), DAY)
    assert [(one.file, one.code) for one in wrong] == [("comparators/2023/revised.csv", "not-a-number")]
    assert standing.unread == ("comparators/2023/revised.csv",)
    assert standing.measures["moves"].rating.colour == "green"
