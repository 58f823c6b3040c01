from datetime import date
from typing import get_args

import pytest

from strategy_tracker.diagnostics import Position
from strategy_tracker.judging.overdue import OverdueItem, OverdueKind
from strategy_tracker.views.screens.overdue import (
    COLUMNS,
    SEVERITIES,
    group_of,
    overdue_findings,
    overdue_rows,
    overdue_sheet,
)
from strategy_tracker.views.sheet import line_text
from tests.views.builders import DAY, RED, action, priority, standing, strategy

KNOWN = standing(
    strategy(priority(action(), action("red", rating=RED), measures=("waiting",))), strategy(name="old", kind="ended")
)

LATE = OverdueItem(
    "late", "Head of Service", ("young-carers",), "young-carers/seen-01", "Train every school",
    date(2025, 9, 20), 11, "overdue by 11 days (due 2025-09-20)",
)  # fmt: skip
PLACE = ("strategies/young-carers.yaml", Position(40, 13, 40, 20))


def late(
    kind="late",
    item="young-carers/seen-01",
    days=12,
    owner="Head of Service",
    text="Train",
    strategies=("young-carers",),
    owners=(),
):
    return OverdueItem(kind, owner, strategies, item, text, DAY, days, f"{kind} by {days} days", owners=owners)


def made(*found, by="owner", within="", filters=""):
    return overdue_sheet(found, by, within, filters, KNOWN)


def rows(section, table=0):
    return [[one.text for one in row] for row in section.tables[table].rows]


def test_an_empty_answer_says_so():
    assert line_text(made().title) == "Nothing is late, waiting for a word or silent"


def test_the_head_says_the_date_the_time_ahead_the_filters_and_what_is_over():
    assert made(within="6 weeks", filters="owner 'x'").lines == (
        "as at 1 October 2025, and what falls due within 6 weeks",
        "only: owner 'x'",
        "old: the strategy is ended; nothing in it is called late",
    )
    assert made().lines[0] == "as at 1 October 2025"


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        (["late"], "1 late"),
        (["missed-review"], "1 review missed · none late"),
        (["missed-review", "missed-review"], "2 reviews missed · none late"),
        (["late-reading", "silent", "waiting"], "1 waiting for a word · 1 silent · 1 reading late · none late"),
        (
            ["late-reading", "late-reading", "upcoming", "very-silent", "late"],
            "1 late · 1 very silent · 2 readings late · 1 coming",
        ),
    ],
)
def test_the_title_counts_worst_first(kinds, title):
    assert line_text(made(*(late(kind) for kind in kinds)).title) == title


def test_the_owner_with_most_to_do_comes_first_then_by_name():
    sheet = made(late(owner="B"), late(owner="A"), late(owner=None), late(owner=None))
    assert [section.title for section in sheet.sections] == ["nobody is named: 2 items", "A: 1 item", "B: 1 item"]


def test_rows_stand_worst_first_then_the_longest_late():
    (section,) = made(late("silent", days=300), late(days=4), late(days=90, item="young-carers/red")).sections
    assert rows(section) == [
        ["red", "Train", "▼ late", "late by 90 days"],
        ["seen-01", "Train", "○ late", "late by 4 days"],
        ["seen-01", "Train", "○ silent", "silent by 300 days"],
    ]


def test_a_meeting_is_called_one():
    (section,) = made(late("missed-review", item="Carers Board", text="Carers Board")).sections
    assert rows(section)[0][:3] == ["meeting", "Carers Board", "▼ review missed"]


def test_each_owner_s_list_has_a_table_for_each_strategy():
    (section,) = made(late(), late(strategies=("another",)), late(strategies=("a", "b"))).sections
    assert [table.title for table in section.tables] == ["a, b", "another", "young-carers"]
    (alone,) = made(late(), by="strategy").sections
    assert (alone.title, alone.tables[0].title) == ("young-carers: 1 item", "")


@pytest.mark.parametrize(
    ("by", "found", "heading"),
    [
        ("owner", late(owner=None), "nobody is named"), ("owner", late(), "Head of Service"),
        ("strategy", late(strategies=("a", "b")), "a, b"), ("strategy", late(strategies=()), "no strategy"),
        ("priority", late(), "young-carers/seen"), ("priority", late(item="waiting"), "young-carers/seen"),
        ("priority", late(item="Carers Board"), "the whole strategy"),
    ],
)  # fmt: skip
def test_every_found_thing_has_its_heading(by, found, heading):
    assert group_of(by, KNOWN)(found) == (heading,)


def test_of_several_owners_each_is_asked():
    two = late(owners=("Head of Service", "Head of Schools"))
    assert group_of("owner", KNOWN)(two) == ("Head of Service", "Head of Schools")
    assert [one.title for one in made(two, late()).sections] == ["Head of Service: 2 items", "Head of Schools: 1 item"]


def test_rows_for_machines_have_every_column():
    (row,) = overdue_rows([late()])
    assert tuple(row) == COLUMNS


def test_a_late_action_is_an_error_at_its_place_with_the_one_to_ask():
    (found,) = overdue_findings([LATE], lambda one: PLACE)
    assert (found.file, found.position, found.code, found.severity) == (*PLACE, "late", "error")
    assert found.message == "young-carers/seen-01 'Train every school': late"
    assert found.help == "overdue by 11 days (due 2025-09-20); ask Head of Service"


def test_a_body_is_named_once_and_a_missing_author_of_its_paper_is_said_by_the_key_it_has():
    meeting = OverdueItem("missed-review", None, ("young-carers",), "Carers Board", "Carers Board", None, 3, "missed")
    (found,) = overdue_findings([meeting], lambda one: ("", None))
    assert (found.message, found.position) == ("'Carers Board': missed review", None)
    assert found.help == "missed; nobody is named: add 'paper_by'"
    (found,) = overdue_findings([LATE._replace(owner=None)], lambda one: PLACE)
    assert found.help == "overdue by 11 days (due 2025-09-20); nobody is named: add 'owner'"


def test_the_message_is_the_same_on_the_next_day():
    later = LATE._replace(days=12, words="overdue by 12 days (due 2025-09-20)")
    today, tomorrow = overdue_findings([LATE, later], lambda one: PLACE)
    assert today.message == tomorrow.message


def test_every_kind_has_a_severity():
    assert set(SEVERITIES) == set(get_args(OverdueKind))
