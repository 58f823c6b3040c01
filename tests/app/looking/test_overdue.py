"""What needs somebody, as a list and as findings."""

from strategy_tracker.app.looking.overdue import files_looked_at, findings_of, overdue
from strategy_tracker.app.looking.status import Filters
from strategy_tracker.model.values import read_interval


def test_the_filters_and_the_time_ahead_decide_what_is_listed(now):
    late = overdue(now, Filters(owner="Performance Team"), None)
    assert [(one.asked, one.item) for one in late.found] == [("late-reading", "waiting")]
    coming = overdue(now, Filters(priority="heard"), read_interval("30 days"))
    assert {one.kind for one in coming.found} == {"upcoming"}
    assert overdue(now, Filters(priority="heard"), None).found == ()


def test_a_finding_has_its_file_and_line_from_the_top_of_the_repository(now, small):
    (small.parent / ".git").mkdir()
    (found,) = findings_of(overdue(now, Filters(owner="Performance Team"), None))
    lines = (small / "measures" / "carers.yaml").read_text(encoding="utf-8").splitlines()
    assert (found.file, found.position.line) == (
        "portfolio/measures/carers.yaml",
        1 + lines.index("  - id: waiting"),
    )


def test_files_of_examples_have_nothing_that_is_late(now):
    assert files_looked_at(overdue(now, Filters(), None)) == [
        "measures/carers.yaml",
        "strategies/old-plan.yaml",
        "strategies/young-carers.yaml",
    ]
