import io
from datetime import timedelta

import pytest

from strategy_tracker.judging.attention import AttentionItem, list_asked
from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.values import Interval
from strategy_tracker.views.formats.screens.terminal import write_sheet
from strategy_tracker.views.screens.standing.overdue import COLUMNS, group_of, overdue_rows, overdue_sheet
from tests.views.builders import DAY, RED, action, priority, standing, strategy, update

PASSED = Clock("passed", DAY - timedelta(12), 12, "overdue by 12 days (due 2025-09-19)", "2025-09-19")
WAITING = Need("waiting", PASSED.due, 12, (PASSED.words, "nothing said since 2025-07"), None, PASSED.text)
SILENT = Need("silent", DAY, 9, ("silent for 9 days: last update 2025-06-22, a review is wanted every quarter",))
SPOKEN = update("2025-07", note="Half are")


@pytest.fixture
def printed(monkeypatch):
    def called(known, by="asked", within=None, filters="", width=80):
        monkeypatch.setenv("COLUMNS", str(width))
        out = io.StringIO()
        write_sheet(overdue_sheet(list_asked(known, within), by, within, filters, known), out)
        return out.getvalue().splitlines()

    return called


def test_an_empty_answer_says_so(printed):
    assert printed(standing(strategy(priority(action()))), filters="owner 'x'") == [
        "Nothing is late, waiting for a word or silent", "as at 1 October 2025", "only: owner 'x'",
    ]  # fmt: skip


def test_each_thing_stands_under_what_is_asked_with_how_long_whom_to_ask_and_the_last_word(printed):
    late = action(need=WAITING, due=PASSED, rating=RED, updates=(SPOKEN,), owner="Head of Schools")
    lines = printed(standing(strategy(priority(late, action("b", text="Ask them", need=SILENT)))))
    assert lines[3:9] == [
        "The date has passed without a report since",
        "▼ Train every school                                                     seen-01",
        '  19 September, 12 days ago · Head of Schools · last said in July: "Half are"',
        "",
        "Not reported on in time",
        "○ Ask them                                                                     b",
    ]
    assert lines[-1] == "strategy checkin   go through these and write down what is said"


def test_a_date_that_is_no_due_date_is_told_in_its_own_words(printed):
    words = ("milestone 'Printed' overdue by 12 days (due 2025-09-19)", "no update has ever been recorded")
    lines = printed(standing(strategy(priority(action(need=WAITING._replace(words=words), owner=None)))))
    assert lines[5:7] == ["  milestone 'Printed' overdue by 12 days (due 19 September 2025) · nobody is", "    named"]


def test_of_several_of_which_the_same_is_to_be_said_it_is_said_once(printed):
    alike = [action(name, text=name, need=SILENT, owner=None) for name in ("one", "two", "three")]
    lines = printed(standing(strategy(priority(*alike))))
    assert [line.split()[1] for line in lines if line.startswith("○")] == ["one", "three", "two"]
    assert sum("all 3: silent for 9 days" in line for line in lines) == 1


def test_what_comes_in_a_month_is_told_or_in_the_time_that_is_asked_for(printed):
    soon = Clock("due-soon", DAY + timedelta(9), 0, "due in 9 days", "2025-10-10")
    later = Clock("on-time", DAY + timedelta(40), 0, "due in 40 days", "2025-11-10")
    known = standing(strategy(priority(action(due=soon), action("b", text="Print it", due=later))))
    lines = printed(known)
    assert lines[3:5] == ["Next 30 days", f"○ {'Train every school':<62} 10 Oct  seen-01"]
    assert not any("Print it" in line for line in lines)
    assert "Next 6 weeks" in printed(known, within=Interval("6 weeks", months=0, days=42))
    assert any("Print it" in line for line in printed(known, within=Interval("6 weeks", months=0, days=42)))


def test_what_is_over_is_said_once(printed):
    over = [strategy(name=f"old{n}", kind="ended") for n in range(2)]
    assert printed(standing(over[0]))[-1].endswith("nothing in it is called late")
    assert "2 strategies have ended; nothing in them is called late" in printed(standing(*over))
    mixed = printed(standing(over[0], strategy(name="new", kind="not-begun")))
    assert "2 strategies have ended or have not begun; nothing in them is called late" in mixed


def test_the_owner_with_most_to_do_comes_first_then_by_name(printed):
    owned = [("b", "B"), ("a", "A"), ("c", None), ("d", None)]
    known = standing(strategy(priority(*(action(name, need=SILENT, owner=whose) for name, whose in owned))))
    heads = [line for line in printed(known, by="owner") if line.endswith(("item", "items"))]
    assert heads == ["nobody is named: 2 items", "A: 1 item", "B: 1 item"]


KNOWN = standing(strategy(priority(action(), measures=("waiting",))))
LATE = AttentionItem(("late",), "Head of Service", ("young-carers",), "young-carers/seen-01", "Train", DAY, 12, "late")


@pytest.mark.parametrize(
    ("by", "found", "heading"),
    [
        ("asked", LATE, "Late, and the owner has said so"), ("owner", LATE._replace(owner=None), "nobody is named"),
        ("owner", LATE, "Head of Service"), ("strategy", LATE._replace(strategies=("a", "b")), "a, b"),
        ("strategy", LATE._replace(strategies=()), "no strategy"), ("priority", LATE, "young-carers/seen"),
        ("priority", LATE._replace(item="waiting"), "young-carers/seen"),
        ("priority", LATE._replace(item="Carers Board"), "the whole strategy"),
    ],
)  # fmt: skip
def test_every_found_thing_has_its_heading(by, found, heading):
    assert group_of(by, KNOWN)(found) == (heading,)


def test_of_several_owners_each_is_asked():
    two = LATE._replace(owners=("Head of Service", "Head of Schools"))
    assert group_of("owner", KNOWN)(two) == ("Head of Service", "Head of Schools")


def test_rows_for_machines_have_every_column():
    (row,) = overdue_rows([LATE])
    assert tuple(row) == COLUMNS


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_screen(printed, width):
    text = "Everybody who cares for somebody else is known to those who could help them"
    said = update("2025-07", note="x" * 30 + " and so on" * 30)
    known = standing(strategy(priority(action(text=text, need=WAITING, updates=(said,)))))
    lines = printed(known, width=width)
    assert max(map(len, lines)) <= width
