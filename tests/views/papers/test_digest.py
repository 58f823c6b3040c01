"""Messages that are the same each time, and in which nobody's words are more than words."""

from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.of_actions import MilestoneStanding
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.views.formats.mail import as_mail, as_markdown
from strategy_tracker.views.papers.digest import EntryPlace, digests
from tests.views.builders import RED, action, measure, priority, standing, strategy

LATE = Clock("passed", date(2025, 9, 20), 11, "overdue by 11 days (due 2025-09-20)")
MISSED = Clock("passed", date(2025, 9, 1), 30, "missed by 30 days")
CLOSED = Clock("closed", None, 0, "complete")


JUDGED = Rating("red", "red, late", "its owner's judgement decides", "judgement")

HERE = EntryPlace("strategies/young-carers.yaml", 12)


def chase(kind="late", owner="Head of Service", item="young-carers/seen-01", text="Train every school", **changes):
    thing = {"waiting": "measure", "Board": "meeting"}.get(item, "action")
    one = AttentionItem((kind,), owner, ("young-carers",), item, text, LATE.due, LATE.days, LATE.words, thing=thing)
    return one._replace(**changes)


def picture(**changes):
    return standing(
        strategy(priority(action(**{"due": LATE, "rating": JUDGED, **changes}))), measures=[measure("waiting")]
    )


def made(*found, place=HERE, **changes):
    return digests(found or [chase()], picture(**changes), lambda one: place)


def body(digest):
    return message_from_bytes(as_mail(digest), policy=default).get_content().replace("\r\n", "\n")


def test_a_message_says_what_how_late_why_and_what_answers_it():
    (one,) = made()
    assert as_markdown(one).decode().partition("\n")[2] == (
        "For: Head of Service\n\n1 thing waits for your word, as at 1 October 2025.\n\n"
        "1. young-carers/seen-01: Train every school\n   - late: overdue by 11 days (due 2025-09-20)\n"
        '   - why: its owner\'s judgement decides\n   - answer: `strategy update young-carers/seen-01 --note "…"`\n'
        "   - or write it at `strategies/young-carers.yaml:12`\n\n"
        'Done already? Add `--done`. A date has to move? `strategy move ID --to DATE --why "…"`\n'
    )


def test_who_is_asked_for_an_inherited_owner_is_told_so():
    (one,) = made(chase(owner_from="priority"))
    assert one.owner == "Head of Service"
    assert "\n   - asked for the priority: the action names no owner\n" in as_markdown(one).decode()


def test_what_nobody_answers_for_comes_last_and_asks_for_an_owner():
    first, last = made(chase(owner=None), chase(owner="Zed"))
    assert (first.owner, last.owner) == ("Zed", None)
    assert last.subject == "1 thing has no owner"
    assert "For: nobody is named\n" in body(last)
    assert "- name an 'owner' at strategies/young-carers.yaml:12\n" in body(last)
    assert (
        made(chase(owner=None), chase(owner=None, item="young-carers/seen-09"))[0].subject == "2 things have no owner"
    )


def test_one_thing_is_asked_about_once_with_all_that_is_late():
    step = MilestoneStanding("Supplier found", None, MISSED)
    coming = MilestoneStanding("Hall", None, Clock("due-soon", date(2025, 10, 10), 0, "due in 9 days"))
    words = f"{LATE.words}; milestone 'Supplier found' {MISSED.words}; nothing said since 2025-08"
    found = (chase(kind="waiting", words=words), chase(kind="upcoming", text="Hall", words="due in 9 days"))
    (one,) = made(*found, milestones=(MilestoneStanding("Venue", "2025-08-01", CLOSED), step, coming))
    assert one.subject == "1 thing waits for your word"
    assert one.entries[0].late == (f"waiting: {words}", "milestone 'Hall' due in 9 days")
    assert one.entries[0].commands == (
        'strategy update young-carers/seen-01 --note "…"', "strategy update young-carers/seen-01 --tick 2",
        "strategy update young-carers/seen-01 --tick 3",
    )  # fmt: skip


def test_what_recurs_is_answered_by_the_day_it_was_done():
    (one,) = made(chase(due=MISSED.due, words=f"{MISSED.words}; last word 2025-09-20"), interval=MISSED)
    assert one.entries[0].commands == ("strategy update young-carers/seen-01 --did DATE",)


def test_a_late_start_is_answered_by_saying_that_it_began():
    start = Clock("passed", date(2025, 9, 26), 5, "5 days late to start")
    (one,) = made(chase(words="5 days late to start; last word 2025-09-20"), start=start, due=CLOSED)
    assert one.entries[0].commands == ("strategy update young-carers/seen-01 --state in-progress",)


@pytest.mark.parametrize(("period", "shown"), [("2025/26 Q1", '"2025/26 Q1"'), ("2025-06", "2025-06"), ("", "PERIOD")])
def test_a_reading_is_answered_by_its_figure(period, shown):
    (one,) = made(
        chase(kind="late-reading", item="waiting", text="Days"), place=EntryPlace("measures/m.yaml", None, period)
    )
    assert one.entries[0].commands == (f"strategy record waiting {shown} VALUE",)
    assert "- or write it at measures/m.yaml\n" in body(one)
    assert "--done" not in body(one)


def test_a_target_missed_without_amber_is_answered_by_declaring_it_and_asked_about_once_with_a_late_reading():
    missed = chase("no-amber-rule", item="waiting", text="Days", words="9 days missed the target of 5 days")
    (one,) = made(missed, place=EntryPlace("measures/m.yaml", 4))
    assert one.entries[0].commands == ()
    assert "- declare what counts as amber, such as 'amber_within: 5% of target', at measures/m.yaml:4\n" in body(one)
    late = missed._replace(kinds=("no-amber-rule", "late-reading"))
    (both,) = made(late, place=EntryPlace("measures/m.yaml", 4, "2025-06"))
    assert both.entries[0].late == ("9 days missed the target of 5 days",)
    assert both.entries[0].commands == ("strategy record waiting 2025-06 VALUE",)


@pytest.mark.parametrize(
    ("owner", "write"),
    [("Clerk", "write the day it met under 'held'"), (None, "name who writes its paper as 'paper_by'")],
)
def test_a_meeting_is_answered_in_the_file(owner, write):
    (one,) = made(chase(kind="missed-review", owner=owner, item="Board", text="Board"))
    assert f"- {write} at strategies/young-carers.yaml:12\n" in body(one)
    assert one.entries[0].commands == ("strategy reviews --strategy young-carers",)


def test_a_reason_that_only_repeats_is_left_out():
    (one,) = made(rating=RED)
    assert (RED.why, one.entries[0].why) == ("late", "")


@pytest.mark.parametrize(
    ("owner", "offered"), [("Head of Service", True), ("$(reboot)", False), ("-x", False), ('a"b', False)]
)
def test_a_check_in_is_offered_only_for_a_name_that_is_safe_in_a_shell(owner, offered):
    (one,) = made(chase(owner=owner), chase(owner=owner, item="young-carers/seen-02"))
    assert (f'strategy checkin --owner "{owner}"' in body(one)) is offered
