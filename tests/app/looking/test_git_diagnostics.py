"""What git knows, in words, each with its commit and author; more of it is in test_git_findings and the cases."""

from datetime import date

import pytest

from strategy_tracker.app.looking.git_diagnostics import late_update, quiet_change, used_id
from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.history.typed_over.brought_in import LateUpdate, UsedId
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.values import read_when

BEN = Commit("b" * 40, date(2026, 1, 15), "Ben", "Later")
DISK = Commit("", date(2026, 1, 15), "", "")
PLACE = ("strategies/a.yaml", ("priorities", 0))


@pytest.mark.parametrize(
    ("kind", "what", "before", "after", "said"),
    [
        (
            "due",
            "",
            "2026-03-31",
            "2026-03-30",
            "the due date went from 2026-03-31 to 2026-03-30, 1 day earlier, and no move",
        ),
        ("due", "Venue", "2026-03-31", "", "the due date of 'Venue', 2026-03-31, was taken away, and no reason"),
        ("target", "2026", "90", "85", "the target for 2026 was changed from '90' to '85', and no reason"),
        ("tolerance", "amber_from for 2026", "90", "", "'amber_from' for 2026, 90, was taken away, and no reason"),
        ("tolerance", "better", "higher", "lower", "'better' was changed from 'higher' to 'lower', and no reason"),
        ("owner", "", "A", "B", "the owner was changed from 'A' to 'B', and no reason"),
        ("wording", "", "A", "B", "the title was changed from 'A' to 'B', and no reason"),
    ],
)
def test_a_change_says_what_it_was_what_it_is_and_who_did_it(kind, what, before, after, said):
    found = quiet_change(QuietChange(kind, "a/b", what, before, after, BEN, *PLACE))
    assert found.message == f"{said} is on record (commit bbbbbbb of 2026-01-15, Ben)"
    assert (found.file, found.route) == PLACE
    assert quiet_change(QuietChange(kind, "a/b", what, before, after, DISK)).message.endswith("(not committed yet)")
    assert found.help


def test_an_id_and_an_update_say_what_came_before():
    found = used_id(UsedId("a/b-01", "Old", BEN, DISK, *PLACE))
    assert found.message == (
        "the id 'b-01' was used before, for 'Old', until commit bbbbbbb of 2026-01-15 (not committed yet)"
    )
    found = late_update(LateUpdate("a/b-01", read_when("2025-10"), BEN, *PLACE))
    assert found.message == "the update of 2025-10 came at least 76 days later (commit bbbbbbb of 2026-01-15, Ben)"
