"""Where tables are: heading rows, columns, and what each row below is."""

import pytest

from strategy_tracker.intake.headings import Heading
from strategy_tracker.intake.layout.find_tables import find_tables
from strategy_tracker.intake.layout.found_table import Wishes
from strategy_tracker.intake.readers.tables import read_table
from strategy_tracker.model.dates.period import MARCH


def tables(text, wishes=Wishes()):  # noqa: B008
    return find_tables(read_table("plan.csv", text.encode()).sheets[0], MARCH, wishes)


def roles(table):
    return [column.role for column in table.columns.values()]


def test_title_rows_stand_above_the_headings():
    (table,) = tables("Our plan 2025,,\n,,\nAction,Owner,By when\nOpen the hub,Team Lead,31/3/2026\n")
    assert (table.headings, table.rows, table.kind) == ((3,), {4: "item"}, "actions")


def test_two_tables_on_a_sheet_are_two():
    text = "Action,Owner,By when\nOpen,Team Lead,1/4/2026\n,,\nMeasure,Unit,2024/25\nVisits,CellNumber,120\n"
    assert [(one.kind, one.headings) for one in tables(text)] == [("actions", (1,)), ("measures", (4,))]


def test_headings_that_stand_again_over_each_section_are_headings():
    head = "Action,Owner,By when\n"
    found = tables(f"{head}Open,Team Lead,1/4/2026\nClose,Team Lead,1/5/2026\n{head}Move,Team Lead,1/6/2026\n")
    assert sum(list(one.rows.values()).count("item") for one in found) == 3


def test_rows_that_look_like_headings_below_a_table_are_items():
    rows = "".join(f"Reading,2014/{15 + n},Frequency,{n}\n" for n in range(6))
    (table,) = tables(f"Area,Period,Indicator,Value\n{rows}")
    assert list(table.rows.values()) == ["item"] * 6


@pytest.mark.parametrize(
    ("column", "values", "role"),
    [("Target", "1/4/2026|1/5/2026", "due"), ("Target", "80|90", "target"), ("Start", "80|90", "baseline")],
)
def test_the_values_below_tell_headings_of_two_meanings_apart(column, values, role):
    one, two = values.split("|")
    words = "KPI,Unit,Actual" if role != "due" else "Action,Owner,Status"
    (table,) = tables(f"{words},{column}\nA thing,CellNumber,100,{one}\nAnother,CellNumber,120,{two}\n")
    assert roles(table)[-1] == role


def test_objectives_repeated_on_each_row_are_priorities():
    (table,) = tables("Objective,Action,Owner\nWarm,Insulate,Lead\nWarm,Heat,Lead\nSafe,Lock,Lead\nSafe,Light,Lead\n")
    assert roles(table) == ["priority", "text", "owner"]


def test_a_list_of_words_is_no_table():
    assert not tables("Field,Definition\nVisitor,Anybody\n")
    assert not tables("Theme,Description\nWarm,Homes\nSafe,Streets\n")


def test_a_person_says_where_the_headings_are_and_what_a_column_is():
    text = "a,b,c\nOpen the hub,Team Lead,soon\nClose it,Team Lead,late\n"
    assert not tables(text)
    said = {1: Heading("text", "text"), 2: Heading("owner", "owner")}
    (table,) = tables(text, Wishes(1, said))
    assert (roles(table)[:2], table.rows) == (["text", "owner"], {2: "item", 3: "item"})


def test_bands_head_what_follows_where_the_table_begins_with_one():
    (table,) = tables("No,Action,Owner\nWarm homes,,\n1,Insulate,Lead\nSafe homes,,\n2,Lock,Lead\n")
    assert list(table.rows.values()) == ["band", "item", "band", "item"]


def test_rows_of_a_form_totals_and_remarks_are_no_items():
    (table,) = tables(
        "No,Action,Owner\n1,Insulate,Lead\n,Please select,Please select\n,Total actions,1\n"
        ",to be continued:,\n2,Lock,Lead\n"
    )
    assert list(table.rows.values()) == ["item", "form", "total", "remark", "item"]


def test_a_title_with_a_year_over_the_first_column_is_no_heading():
    (table,) = tables("Report Q2 2025/26,,\nOutcome,Measure,Q1 2025/26\nClean,Streets rated good,88\n")
    assert (table.headings, roles(table)) == ((2,), ["outcome", "title", "reading"])


BLOCKS = (
    "Ambition 1: Heard,,\nAction,Lead,Deadline\nOpen a panel,Lead,1/4/2026\nPay,Team Lead,1/5/2026\n,,\n"
    "Measure,Unit,2025\nIn the chair,%,31\n,,\n"
    "Ambition 2: Safe,,\nAction,Lead,Deadline\nOne door,Lead,1/6/2026\n,,\nMeasure,Unit,2025\nReferrals,%,19\n"
)


def test_blocks_of_actions_and_measures_follow_each_other_under_the_line_above_each():
    found = tables(BLOCKS)
    assert [one.kind for one in found] == ["actions", "measures", "actions", "measures"]
    assert [one.over and tuple(one.over) for one in found] == [(1, 1), None, (9, 1), None]
    assert [list(one.rows.values()) for one in found] == [["item", "item"], ["item"], ["item"], ["item"]]


def test_a_line_over_the_only_table_heads_it_where_it_says_so():
    body = "Action,Owner,By when\nOpen the hub,Team Lead,31/3/2026\n"
    assert tables(f"Priority 1: Warm homes,,\n{body}")[0].over == (1, 1)
    assert tables(f"Our plan for warm homes,,\n{body}")[0].over is None


def test_a_line_over_each_of_two_tables_heads_it_and_a_source_does_not():
    body = "Action,Owner,By when\nOpen the hub,Team Lead,31/3/2026\nClose it,Team Lead,31/3/2027\n,,\n"
    assert [one.over for one in tables(f"Warm homes,,\n{body}Safe streets,,\n{body}")] == [(1, 1), (6, 1)]
    assert [one.over for one in tables(f"Plan,,\n{body}Source: minutes,,\n{body}")] == [None, None]


def test_outcomes_repeated_over_measures_are_priorities():
    rows = "Clean,Streets,88\nClean,Bins,90\nSafe,Burglaries,12\nSafe,Robberies,3\n"
    assert roles(tables(f"Outcome,Measure,Actual 2025\n{rows}")[0]) == ["priority", "title", "reading"]
