"""`strategy withdraw`: what it writes, and how a withdrawn measure is told in every output."""

import csv
import io
import json

import pytest

from tests.cli.conftest import DAY

pytestmark = pytest.mark.usefixtures("today")

FILE = "measures/carers.yaml"
WHY = ("--why", "Nobody waits any more", "--approved-by", "Carers Board", "--on", "2025-09-15")


@pytest.fixture
def withdrawn(small, run):
    """The small portfolio, in which a red measure was withdrawn."""
    assert run("withdraw", "waiting", *WHY)[0] == 0
    return small


def test_it_writes_one_key_and_says_what_became_of_the_colour(small, run):
    before = (small / FILE).read_text(encoding="utf-8").splitlines()
    code, out, err = run("withdraw", "waiting", *WHY)
    assert code == 0
    assert out == (
        "waiting: red → withdrawn\n  withdrawn on 2025-09-15: Nobody waits any more; approved by Carers Board\n"
    )
    assert err.startswith(f"wrote {FILE}:")
    added = [line.strip() for line in (small / FILE).read_text(encoding="utf-8").splitlines() if line not in before]
    assert " ".join(added).startswith("withdrawn:")


def test_without_a_reason_or_for_an_action_it_is_refused(small, run):
    assert run("withdraw", "waiting")[::2] == (
        2, 'error: a measure is not withdrawn without a reason\n  help: say --why "…"\n',
    )  # fmt: skip
    code, _, err = run("withdraw", "young-carers/seen-01", *WHY)
    assert (code, "is an action, not a measure" in err) == (2, True)


def test_reports_of_days_before_it_are_as_they_were(small, run):
    views = (("status", "--why", "--measures"), ("report", "--format", "markdown"), ("export", "-f", "csv"))
    before = [run(*view, "--as-at", "2025-09-14")[1] for view in views]
    assert run("withdraw", "waiting", *WHY)[0] == 0
    assert [run(*view, "--as-at", "2025-09-14")[1] for view in views] == before


def test_status_counts_it_apart_and_nothing_asks_for_it(withdrawn, run):
    assert "beside these: 1 moved with approval, 1 withdrawn" in " ".join(run("status", "--as-at", DAY)[1].split())
    assert ",waiting," not in run("overdue", "--as-at", "2027-01-01", "--format", "csv")[1]
    assert "BEGIN:VEVENT\r\nUID:waiting/" not in run("export", "-f", "ics", "--as-at", DAY)[1]
    assert "○ withdrawn: withdrawn on 15 September 2025: Nobody waits any more" in run("show", "waiting")[1]


@pytest.mark.parametrize("view", ["pack", "scorecard"])
def test_a_paper_lists_it_once_with_its_last_figure_and_its_reason(withdrawn, run, view):
    out = run("report", "young-carers", "--view", view, "--format", "markdown")[1]
    told = [line for line in out.splitlines() if line.startswith("| Days until a first break")]
    assert len(told) == 1
    assert "| 15 September 2025 | Nobody waits any more | Carers Board |" in told[0]


def test_a_dashboard_lists_it_once(withdrawn, run):
    assert run("dashboard", "-o", "page.html", "--as-at", DAY)[0] == 0
    page = (withdrawn / "page.html").read_text(encoding="utf-8")
    assert "Nobody waits any more" in page
    assert page.count('<span class="what"><b>Days until a first break</b>') == 1


def test_data_has_its_day_its_reason_and_its_figures(withdrawn, run):
    found = json.loads(run("export", "-f", "json", "--as-at", DAY)[1])["measures"]
    (one,) = [each for each in found if each["id"] == "waiting"]
    assert one["withdrawn"] == {
        "on": "2025-09-15", "why": "Nobody waits any more", "approved_by": "Carers Board",
        "resolution": None, "minute": None,
    }  # fmt: skip
    assert len(one["points"]) > 1
    rows = csv.DictReader(io.StringIO(run("export", "-f", "csv", "--as-at", DAY)[1]))
    kept = [row for row in rows if row["id"] == "waiting"]
    assert [row["word"] for row in kept if row["latest"] == "true"] == ["withdrawn"]


def test_a_careful_reader_asks_about_a_red_one(small, run):
    from tests.cli.repository import Repository

    Repository(small).commit("First", "2025-09-30")
    assert run("withdraw", "waiting", *WHY)[0] == 0
    assert "it was red before it was withdrawn" in " ".join(run("diff")[1].split())
