"""Messages are the same each time, sealed, and in them nobody's words are more than words."""

from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from strategy_tracker.views.formats.mail import as_mail, as_markdown, file_names, is_former
from strategy_tracker.views.text import one_line
from tests.views.isolates import without_isolates
from tests.views.papers.test_digest import LATE, body, chase, made

ANY = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=200)
NASTY = st.sampled_from(
    ["a\r\nBcc: x@example.org", "=?utf-8?q?a=0ABcc:_x?=", "a\nb", "`$(reboot)`", '"; reboot; "', "<script>", "\ud800"]
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


@given(ANY | NASTY, ANY | NASTY, ANY | NASTY)
def test_no_text_becomes_a_header_a_line_or_markup(owner, text, words):
    assume(one_line(owner) and one_line(text) and one_line(words))  # a blank text is refused where it is read
    (one,) = made(chase(owner=owner, text=text, words=f"{LATE.words}; {words}"), text=text)
    mail = message_from_bytes(as_mail(one), policy=default)
    assert mail.keys() == [
        "X-Strategy-Tracker-Digest", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    ]  # fmt: skip
    assert mail["Subject"] == "Strategies: 1 thing waits for your word"
    lines = mail.get_content().splitlines()
    assert (
        without_isolates(lines[0]) == f"For: {one_line(owner)}".rstrip() or one_line(owner) != one_line(owner).strip()
    )
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


def test_a_text_that_runs_from_right_to_left_does_not_turn_the_line_it_stands_in():
    (one,) = made(chase(owner="مدير", text="نظام دخول 2"), text="نظام دخول 2")
    assert ": \u2068نظام دخول 2\u2069\n" in body(one)
    assert ": \u2068نظام دخول 2\u2069\n" in as_markdown(one).decode()
