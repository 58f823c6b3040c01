"""The entry that is missing for what was typed over: only where a list can hold it, and never with a reason."""

from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.editing.changes import Append
from strategy_tracker.editing.put_on_record import missing_entry, unrecorded
from strategy_tracker.model.commit import Commit

DAY = Commit("", date(2026, 1, 15), "", "")
ON = ("on", "2026-01-15")


def change(kind, what, before, after, route):
    return QuietChange(kind, "one", what, before, after, DAY, "a.yaml", route)


@pytest.mark.parametrize(
    ("one", "route", "entry"),
    [
        (
            change("due", "", "2026", "2026-03", ("x", "due")),
            ("x", "moved"),
            (("from", Decimal(2026)), ("to", "2026-03")),
        ),
        (
            change("target", "2026", "90", "", ("measures", 1, "targets")),
            ("measures", 1, "changed"),
            (("target", Decimal(2026)), ("from", Decimal(90))),
        ),
        (
            change(
                "tolerance", "amber_from for 2025/26", "80", "70", ("measures", 0, "targets", "2025/26", "amber_from")
            ),
            ("measures", 0, "changed"),
            (("target", "2025/26"), ("rule", "amber_from"), ("from", Decimal(80)), ("to", Decimal(70))),
        ),
        (
            change("tolerance", "band", "5 points", "9 points", ("measures", 0, "band")),
            ("measures", 0, "changed"),
            (("rule", "band"), ("from", "5 points"), ("to", "9 points")),
        ),
    ],
)
def test_a_date_a_target_and_a_tolerance_have_entries(one, route, entry):
    (made,) = unrecorded("a.yaml", [one])
    assert made == (route, (ON, *entry))
    assert list(unrecorded("b.yaml", [one])) == []


@pytest.mark.parametrize(
    "one",
    [
        change("due", "", "2026-03-31", "", ("x",)),
        change("owner", "", "A", "B", ("owner",)),
        change("wording", "", "A", "B", ("title",)),
        change("tolerance", "better", "higher", "lower", ("measures", 0, "better")),
        change("tolerance", "profile for 2025/26 Q1", "1", "2", ("measures", 0, "profile")),
        change("due", "", "2026-03-31", "2026-06-30", ()),
    ],
)
def test_what_no_list_can_hold_and_what_has_no_place_is_left(one):
    assert list(unrecorded("a.yaml", [one])) == []


def test_an_entry_stands_where_the_newest_is_written():
    (fix,) = unrecorded("a.yaml", [change("due", "", "2026-03-31", "2026-06-30", ("due",))])
    tree = {"due": "2026-06-30", "moved": ({"on": "2025-02-01"}, {"on": "2025-01-01"})}
    made = missing_entry(fix, tree)
    assert isinstance(made, Append)
    assert (made.route, made.first) == (("moved",), True)
    assert made.value == {"on": "2026-01-15", "from": "2026-03-31", "to": "2026-06-30"}
    assert missing_entry(fix, {"due": "2026-06-30"}).first is False
