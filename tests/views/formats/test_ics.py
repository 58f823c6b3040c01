"""A calendar that calendars can read, whatever the texts are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from strategy_tracker.judging.standing.of_actions import MilestoneStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.formats.ics import WIDTH, calendar, escape, fold
from strategy_tracker.views.text import one_line, visible
from tests.views.builders import DAY, QUIET, action, body, measure, point, priority, standing, strategy

ANY = st.text(st.characters(exclude_categories=[]), max_size=300)
SOON = Clock("due-soon", date(2025, 10, 10), 0, "due in 9 days (2025-10-10)")
LATE = Clock("passed", date(2025, 9, 20), 11, "overdue by 11 days (due 2025-09-20)")
CLOSED = Clock("closed", date(2025, 9, 20), 0, "complete; the due date was 2025-09-20")


def one(**changes):
    return standing(strategy(priority(action(**changes))))


def read(picture):
    return list(Calendar.from_ical(calendar(picture)).walk("VEVENT"))


def uids(picture):
    return [str(event["UID"]) for event in read(picture)]


def test_an_action_s_date_is_an_all_day_event():
    (event,) = read(one(due=LATE))
    assert event["DTSTART"].dt == date(2025, 9, 20)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "seen-01 due: Train every school"
    assert event["DESCRIPTION"].split("\n") == [
        "Train every school",
        "young-carers/seen-01, Young Carers Strategy",
        "owner: Head of Service",
        "overdue by 11 days (due 2025-09-20)",
        "state: in-progress; not rated: no target is declared",
        "as at 1 October 2025",
    ]
    assert "DTEND" not in event  # one day, as RFC 5545 has it


def test_the_same_thing_moved_keeps_its_name_and_goes_before_the_former_one():
    (before,) = read(one(due=LATE))
    (after,) = read(one(due=SOON)._replace(as_at=date(2025, 10, 2)))
    assert before["UID"] == after["UID"] == "young-carers/seen-01/due@strategy-tracker"
    assert before["DTSTART"].dt != after["DTSTART"].dt
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt


def test_a_milestone_moved_keeps_its_name_and_its_neighbours_do_not_change_it():
    first, second = (MilestoneStanding(text, None, LATE) for text in ("Venue booked", "Invitations sent"))
    moved = second._replace(clock=SOON)
    assert uids(one(milestones=(first, second)))[1] == uids(one(milestones=(moved,)))[0]


def test_two_milestones_with_the_same_words_are_two_events():
    same = MilestoneStanding("Venue booked", None, LATE)
    assert len(set(uids(one(milestones=(same, same, same))))) == 3


def test_every_kind_of_date_is_there_once():
    board = body("Board", SOON, papers=date(2025, 10, 3), note="in room 4")
    late = measure("waiting", [point("2025/26 Q1", "5")], late=LATE)
    seen = priority(action(start=LATE, due=LATE, interval=SOON, milestones=(MilestoneStanding("Venue", None, SOON),)))
    found = read(standing(strategy(seen._replace(measures=("waiting",)), bodies=(board,)), measures=[late]))
    kinds = ["start", "due", "due again", "milestone", "meeting", "papers due", "reading"]
    assert [event["CATEGORIES"].cats for event in found] == [[kind] for kind in kinds]
    assert len({event["UID"] for event in found}) == 7


@pytest.mark.parametrize("kind", ["ended", "superseded"])
def test_what_is_over_has_no_events(kind):
    over = strategy(
        priority(action(due=LATE, milestones=(MilestoneStanding("Venue", None, LATE),)), measures=("waiting",)),
        kind=kind,
        bodies=(body("Board", SOON, papers=DAY),),
    )
    assert read(standing(over, measures=[measure("waiting", late=SOON)])) == []


def test_a_measure_that_a_running_strategy_shares_has_one_event():
    both = [strategy(priority(measures=("waiting",)), name=name, kind=kind) for name, kind in
            (("old", "ended"), ("new", "running"), ("next", "running"))]  # fmt: skip
    assert uids(standing(*both, measures=[measure("waiting", late=SOON)])) == ["waiting/reading@strategy-tracker"]


def test_what_is_closed_or_has_no_date_has_no_event():
    bodies = (body("Board", QUIET), body("Panel", CLOSED))
    assert read(standing(strategy(priority(action(due=CLOSED, interval=QUIET)), bodies=bodies))) == []


def test_an_earlier_moment_is_named():
    (event,) = read(one(due=SOON)._replace(known="commit 1a2b3c4 of 2025-09-30"))
    assert event["DESCRIPTION"].endswith("as at 1 October 2025, from commit 1a2b3c4 of 2025-09-30")


def test_nobody_is_said_where_nobody_is_named():
    (event,) = read(one(due=SOON, owner=None, state=None))
    assert "owner: nobody is named\n" in event["DESCRIPTION"]
    assert "state: not said; " in event["DESCRIPTION"]


def test_a_long_text_is_short_in_the_summary_and_whole_below():
    (event,) = read(one(due=SOON, text="word " * 100))
    assert len(event["SUMMARY"]) <= 90
    assert event["SUMMARY"].endswith("…")
    assert ("word " * 100).strip() in event["DESCRIPTION"]


@given(ANY)
def test_no_text_can_begin_a_line_or_hide(text):
    picture = one(due=SOON, text=text, owner=text)._replace(organisation=text)
    written = calendar(picture)
    lines = written.removesuffix("\r\n").split("\r\n")
    assert visible(written.replace("\r\n", "\n")) == written.replace("\r\n", "\n")
    assert sum(line == "BEGIN:VEVENT" for line in lines) == 1
    assert all(len(line.encode()) <= WIDTH for line in lines)
    (event,) = read(picture)
    assert event["DESCRIPTION"].split("\n")[-1] == "as at 1 October 2025"
    assert f"owner: {one_line(text) or 'nobody is named'}" in event["DESCRIPTION"] or not text.strip()


@given(ANY)
def test_an_escaped_text_reads_back(text):
    written = escape(text)
    assert "\n" not in written
    for mark, meant in (("\\\\", "\0"), ("\\n", "\n"), ("\\;", ";"), ("\\,", ",")):
        written = written.replace(mark, meant)
    assert written.replace("\0", "\\") == visible(text)


@given(ANY.map(one_line))
def test_folding_loses_nothing_and_splits_no_character(text):
    folded = fold(text)
    assert folded.replace("\r\n ", "").removesuffix("\r\n") == text
    assert all(len(line) <= WIDTH for line in folded.encode().split(b"\r\n"))


def test_the_longest_line_that_needs_no_fold_has_none():
    assert fold("x" * WIDTH) == "x" * WIDTH + "\r\n"
    assert fold("x" * (WIDTH + 1)) == "x" * WIDTH + "\r\n x\r\n"
