"""Everything in a standing has its row, once for each place it stands in, under the columns promised."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.standing.of_measures import GroupPoint
from strategy_tracker.judging.standing.of_outlook import PaceStanding, VariationStanding
from strategy_tracker.views.formats.rows import (
    COLUMNS,
    EXPORT_COLUMNS,
    OUTLOOK_COLUMNS,
    VARIATION_COLUMNS,
    export_rows,
    status_content,
    status_rows,
)
from tests.views.builders import action, measure, point, priority, standing, strategy

TRAINED = measure("trained", (point("2024", 4), point("2025", None, "suppressed")))
CALLS = measure("calls")
SEEN = priority(action("a", measures=("trained",)), measures=("calls",))
HEARD = priority(name="heard", measures=("trained",))
ALL = standing(strategy(SEEN, HEARD), measures=(TRAINED, CALLS, measure("alone")))


def test_of_status_a_measure_has_a_row_under_each_priority_that_names_it():
    assert [(row["priority"], row["thing"], row["id"]) for row in status_rows(ALL)] == [
        ("seen", "action", "a"),
        ("seen", "measure", "calls"),
        ("seen", "measure", "trained"),
        ("heard", "measure", "trained"),
        (None, "measure", "alone"),
    ]
    assert all(set(row) <= set(COLUMNS) for row in status_rows(ALL))


def test_of_an_export_each_reading_has_a_row_and_a_measure_without_one_has_one_too():
    rows = [row for row in export_rows(ALL) if row["id"] != "a"]
    assert [(row["thing"], row["id"], row.get("period"), row["latest"]) for row in rows] == [
        ("reading", "trained", "2024", False),
        ("reading", "trained", "2025", True),
        ("measure", "calls", None, None),
        ("measure", "alone", None, None),
    ]
    assert [row.get("value_words") for row in rows[:2]] == [None, "suppressed"]
    assert [(row["strategy"], row["priority"]) for row in (rows[0], rows[3])] == [
        (["young-carers"], ["seen", "heard"]), ([], []),
    ]  # fmt: skip


def test_only_the_latest_reading_is_rated():
    former, latest = (row for row in export_rows(ALL) if row["id"] == "trained")
    assert (former.get("colour"), latest["colour"]) == (None, "grey")


GROUPED = standing(
    measures=(TRAINED._replace(groups=(GroupPoint("sex", "women", "2024", date(2024, 12, 31), Decimal(3), "3"),)),)
)


def test_each_figure_of_a_group_has_a_row_of_its_own_that_is_no_reading():
    rows = [
        (row["thing"], row["period"], row.get("by"), row.get("group"), row["value"]) for row in export_rows(GROUPED)
    ]
    assert rows == [
        ("reading", "2024", None, None, 4),
        ("group", "2024", "sex", "women", 3),
        ("reading", "2025", None, None, None),
    ]


def test_every_promised_column_is_filled_by_something_and_each_row_has_its_day():
    filled = {key for row in (*export_rows(ALL), *export_rows(GROUPED)) for key in row}
    assert set(EXPORT_COLUMNS) <= filled
    assert {row["as_at"] for row in export_rows(ALL)} == {date(2025, 10, 1)}


def test_the_whole_standing_has_its_counts_and_no_places_in_files():
    content = status_content(ALL)
    (told,) = content["strategies"]
    assert told["counts"]["actions"].total == 1
    assert [one["id"] for one in told["priorities"]] == ["seen", "heard"]
    assert not {"route", "file"} & (told.keys() | told["priorities"][0].keys())


def test_where_a_measure_is_heading_stands_in_its_row():
    pace = PaceStanding("at this pace", by=date(2026, 3, 31), ends=Decimal(78), needed=Decimal(6), came=Decimal(4))
    varies = VariationStanding("improving", "w", "misses", "w", "high", since=date(2025, 1, 31), mean=Decimal(5))
    told = measure("told", pace=pace, variation=varies, points=(), reading=None)
    (row,) = export_rows(standing(measures=(told,)))
    assert [row[key] for key in OUTLOOK_COLUMNS] == [
        (), "at this pace", date(2026, 3, 31), 78, 6, 4, "improving", "misses", date(2025, 1, 31), None, 5, None,
    ]  # fmt: skip
    (row,) = status_rows(standing(measures=(told,)))
    assert [row[key] for key in VARIATION_COLUMNS] == ["improving", "misses"]
