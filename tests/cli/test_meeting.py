"""`strategy meeting`: what it writes, says, and leaves alone."""

import pytest

pytestmark = pytest.mark.usefixtures("today")

FILE = "strategies/young-carers.yaml"


def test_it_says_what_it_wrote_and_when_the_next_one_is(small, run):
    code, out, err = run("meeting", "Carers Board", "--held", "2025-09-30", "--planned", "2026-03-30")
    assert (code, out) == (0, "")
    assert err.startswith(f"wrote {FILE}:")
    assert err.endswith("note: Carers Board: next meeting in 180 days, fixed for 2026-03-30\n")
    assert "Carers Board" in run("reviews")[1]


def test_a_dry_run_writes_nothing(small, run):
    before = (small / FILE).read_bytes()
    code, out, _ = run("meeting", "Carers Board", "--held", "2025-09-30", "--dry-run")
    assert (code, "+    held: [2025-04-20, 2025-09-30]" in out) == (0, True)
    assert (small / FILE).read_bytes() == before


def test_what_cannot_be_is_wrong_usage(small, run):
    assert run("meeting", "Carers Board")[::2] == (
        2,
        "error: a meeting has a day\n  help: say --held DATE, --planned DATE or both\n",
    )
