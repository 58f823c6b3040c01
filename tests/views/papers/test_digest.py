"""Messages that are the same each time, and in which nobody's words are more than words."""

from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from strategy_tracker.judging.overdue import OverdueItem
from strategy_tracker.judging.standing import Clock, MilestoneStanding
from strategy_tracker.views.papers.digest import EntryPlace, as_mail, as_markdown, digests, file_names, is_former
from strategy_tracker.views.text import one_line
from tests.views.builders import RED, action, measure, priority, standing, strategy

ANY = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=200)
NASTY = st.sampled_from(
    ["a\r\nBcc: x@example.org", "=?utf-8?q?a=0ABcc:_x?=", "a\nb", "`$(reboot)`", '"; reboot; "', "<script>", "\ud800"]
)
LATE = Clock("overdue", date(2025, 9, 20), 11, "overdue by 11 days (due 2025-09-20)")
MISSED = Clock("missed", date(2025, 9, 1), 30, "missed by 30 days")


HERE = EntryPlace("strategies/young-carers.yaml", 12)


def chase(kind="overdue", owner="Head of Service", item="young-carers/seen-01", text="Train every school", **changes):
    one = OverdueItem(kind, owner, ("young-carers",), item, text, LATE.due, LATE.days, LATE.words)
    return one._replace(**changes)


def picture(**changes):
    return standing(
        strategy(priority(action(**{"due": LATE, "rating": RED, **changes}))), measures=[measure("waiting")]
    )


def made(*found, place=HERE, **changes):
    return digests(found or [chase()], picture(**changes), lambda one: place)


def body(digest):
    return message_from_bytes(as_mail(digest), policy=default).get_content().replace("\r\n", "\n")


def test_a_message_says_what_how_late_why_and_what_answers_it():
    (one,) = made()
    assert as_markdown(one).decode().partition("\n")[2] == (
        "For: Head of Service\n\n1 thing waits for your word, as at 1 October 2025.\n\n"
        "1. young-carers/seen-01: Train every school\n   - overdue by 11 days (due 2025-09-20)\n"
        '   - why: its date decides\n   - answer: `strategy update young-carers/seen-01 --note "…"`\n'
        "   - or write it at `strategies/young-carers.yaml:12`\n\n"
        'Done already? Add `--done`. A date has to move? `strategy move ID --to DATE --why "…"`\n'
    )


def test_a_mail_is_a_draft_from_nobody_to_nobody():
    mail = message_from_bytes(as_mail(made()[0]), policy=default)
    assert mail["Subject"] == "Strategies: 1 thing waits for your word"
    assert [name for name in ("From", "To", "Cc", "Bcc", "Date", "Message-ID") if name in mail] == []
    assert (mail["X-Unsent"], mail.get_content_type(), mail.get_content_charset()) == ("1", "text/plain", "utf-8")
    assert '- answer: strategy update young-carers/seen-01 --note "…"\n' in body(made()[0])
    assert mail.defects == []


def test_the_same_standing_gives_the_same_bytes():
    assert [(as_mail(one), as_markdown(one)) for one in made()] == [(as_mail(one), as_markdown(one)) for one in made()]


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
    found = (chase(), chase(text="Supplier found", words="overdue by 30 days"), chase(kind="stale", words="silent"))
    (one,) = made(*found, milestones=(MilestoneStanding("Venue", "2025-08-01", LATE), step))
    assert one.subject == "1 thing waits for your word"
    assert one.entries[0].late == (LATE.words, "'Supplier found' overdue by 30 days", "silent")
    assert one.entries[0].commands == (
        'strategy update young-carers/seen-01 --note "…"', "strategy update young-carers/seen-01 --tick 2",
    )  # fmt: skip


def test_what_recurs_is_answered_by_the_day_it_was_done():
    (one,) = made(chase(kind="missed", due=MISSED.due, words=MISSED.words), interval=MISSED)
    assert one.entries[0].commands == ("strategy update young-carers/seen-01 --did DATE",)


def test_a_late_start_is_answered_by_saying_that_it_began():
    (one,) = made(chase(kind="late-start", words="5 days late to start"))
    assert one.entries[0].commands == ("strategy update young-carers/seen-01 --state in-progress",)


@pytest.mark.parametrize(("period", "shown"), [("2025/26 Q1", '"2025/26 Q1"'), ("2025-06", "2025-06"), ("", "PERIOD")])
def test_a_reading_is_answered_by_its_figure(period, shown):
    (one,) = made(
        chase(kind="late-reading", item="waiting", text="Days"), place=EntryPlace("measures/m.yaml", None, period)
    )
    assert one.entries[0].commands == (f"strategy record waiting {shown} VALUE",)
    assert "- or write it at measures/m.yaml\n" in body(one)
    assert "--done" not in body(one)


@pytest.mark.parametrize(
    ("owner", "write"),
    [("Clerk", "write the day it met under 'held'"), (None, "name who writes its paper as 'paper_by'")],
)
def test_a_meeting_is_answered_in_the_file(owner, write):
    (one,) = made(chase(kind="missed-review", owner=owner, item="Board", text="Board"))
    assert f"- {write} at strategies/young-carers.yaml:12\n" in body(one)
    assert one.entries[0].commands == ("strategy reviews --strategy young-carers",)


def test_a_reason_that_only_repeats_is_left_out():
    (one,) = made(rating=RED._replace(reason=f"its date decides: {LATE.words}"))
    assert one.entries[0].why == ""


@pytest.mark.parametrize(
    ("owner", "offered"), [("Head of Service", True), ("$(reboot)", False), ("-x", False), ('a"b', False)]
)
def test_a_check_in_is_offered_only_for_a_name_that_is_safe_in_a_shell(owner, offered):
    (one,) = made(chase(owner=owner), chase(owner=owner, item="young-carers/seen-02"))
    assert (f'strategy checkin --owner "{owner}"' in body(one)) is offered


@given(ANY | NASTY, ANY | NASTY, ANY | NASTY)
def test_no_text_becomes_a_header_a_line_or_markup(owner, text, words):
    assume(one_line(owner) and one_line(text) and one_line(words))  # a blank text is refused where it is read
    (one,) = made(chase(owner=owner, text=text, words=words), text=text)
    mail = message_from_bytes(as_mail(one), policy=default)
    assert mail.keys() == [
        "X-Strategy-Tracker-Digest", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    ]  # fmt: skip
    assert mail["Subject"] == "Strategies: 1 thing waits for your word"
    lines = mail.get_content().splitlines()
    assert lines[0] == f"For: {one_line(owner)}".rstrip() or one_line(owner) != one_line(owner).strip()
    written = as_markdown(one).decode()
    assert len(written.splitlines()) == len(as_markdown(made()[0]).decode().splitlines())
    assert "<script>" not in written


@given(ANY | NASTY)
def test_a_message_knows_itself_and_what_was_changed(text):
    (one,) = made(chase(owner=text))
    for data in (as_mail(one), as_markdown(one)):
        assert is_former(data)
        assert is_former(data.replace(b"\r\n", b"\n"))
        assert not is_former(data + b"Thank you")
        assert not is_former(data.partition(b"\n")[2])


@pytest.mark.parametrize("data", [b"", b"<!-- strategy-tracker-digest: 00 -->\n", b"# Notes\n", b"\xff\xfe"])
def test_anything_else_is_no_message(data):
    assert not is_former(data)


@pytest.mark.parametrize(
    ("owners", "names"),
    [
        (["Head of Service", None], ["Head of Service", "nobody is named"]),
        (["HEAD", "Head", "head"], ["HEAD", "Head (2)", "head (3)"]),
        (["a", "A (2)", "A"], ["a", "A (2)", "A (3)"]),
        (["nobody is named", None], ["nobody is named", "nobody is named (2)"]),
        (["CON", "com1.x", "Lpt9 ", "Conrad"], ["_CON", "_com1.x", "_Lpt9", "Conrad"]),
        (["../../etc/passwd", "C:\\x", "a\nb", "."], ["etc-passwd", "C--x", "a b", "owner"]),
        (["e\u0301", "é"], ["é", "é (2)"]),
    ],
)  # fmt: skip
def test_file_names_are_fit_for_every_disk(owners, names):
    assert file_names(owners) == names


@given(st.lists(ANY | NASTY | st.none(), max_size=8))
def test_file_names_are_safe_and_never_alike(owners):
    names = file_names(owners)
    assert len({name.casefold() for name in names}) == len(owners)
    for name in names:
        assert name.isprintable()
        assert not set(name) & set('<>:"/\\|?*')
        assert name[0] not in ".- "
        assert name[-1] not in ". "
        assert len(name.encode()) < 140
