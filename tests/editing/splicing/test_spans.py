"""What was written is found again where it is, or not at all."""

import pytest

from strategy_tracker.editing.changes import CannotEdit
from strategy_tracker.editing.splicing.spans import Cut, cut_all, line_at, take_out

TEXT = b"one\ntwo\nthree\nfour\nfive\n"


def written(*cuts):
    return cut_all(TEXT, [Cut(TEXT.index(old), TEXT.index(old) + len(old), new) for old, new in cuts])


def taken_out(now, spans):
    return cut_all(now, take_out(now, spans))[0]


def test_a_span_knows_what_it_replaced_and_reaches_over_the_lines_beside_it():
    after, (span,) = written((b"re", b"RR\nE"))
    assert after == b"one\ntwo\nthRR\nEe\nfour\nfive\n"
    assert (span.start, span.removed, span.size) == (10, b"re", 4)
    assert after[span.start - span.lead : span.start + span.size + span.trail] == b"two\nthRR\nEe\nfour\n"


@pytest.mark.parametrize(
    ("cut", "beside"),
    [
        (Cut(4, 4, b"x\n"), b"one\nx\ntwo\n"),
        (Cut(4, 8, b""), b"one\nthree\n"),
        (Cut(0, 4, b""), b"two\n"),
        (Cut(0, 0, b"x\n"), b"x\none\n"),
        (Cut(24, 24, b"x\n"), b"five\nx\n"),
        (Cut(18, 24, b"e"), b"three\nfoure"),
    ],
)
def test_the_lines_beside_a_span_are_whole(cut, beside):
    after, (span,) = cut_all(TEXT, [cut])
    assert after[cut.start - span.lead : cut.start + span.size + span.trail] == beside
    assert taken_out(after, [span]) == TEXT


def test_cuts_that_touch_are_one_span_and_empty_ones_none():
    cuts = [Cut(0, 0, b""), Cut(4, 8, b"2\n"), Cut(8, 8, b"2a\n"), Cut(8, 8, b"2b\n"), Cut(18, 18, b"!")]
    after, spans = cut_all(TEXT, cuts)
    assert after == b"one\n2\n2a\n2b\nthree\nfour!\nfive\n"
    assert [(span.start, span.removed, span.size) for span in spans] == [(4, b"two\n", 8), (18, b"", 1)]
    assert taken_out(after, spans) == TEXT


def test_it_is_found_where_it_has_moved_to():
    after, spans = written((b"two\n", b"2\n"), (b"five", b"5"))
    assert taken_out(b"zero\n" + after, spans) == b"zero\n" + TEXT
    assert taken_out(after[4:], spans[1:]) == TEXT[4:].replace(b"two", b"2")


@pytest.mark.parametrize(
    "now",
    [
        b"one\n2\nthree\nFOUR\nfive\n",  # its own text is another one
        b"one\nTWO\nthree\n4\nfive\n",  # none of the lines beside the other has changed, but it is not there
        b"One\n2\nthree\n4\nfive\n",  # the line above
        b"one\n2\nthree\n4\nFive\n",  # the line below
        b"one\n2\nthree\n4\nfive",  # its end
        b"one\n2\nthree\n4\nfive\n4\nfive\n"[4:],
        b"xone\n2\nthree\n4\nfive\n",
        b"",
    ],
)
def test_what_is_not_as_it_was_written_stays(now):
    _, spans = written((b"two", b"2"), (b"four", b"4"))
    with pytest.raises(CannotEdit, match="what was written, or a line beside it, has changed since"):
        take_out(now, spans)


def test_what_stands_at_two_places_is_nobodys_guess():
    after, spans = written((b"three", b"3"))
    with pytest.raises(CannotEdit) as caught:
        take_out(b"# new\n" + after + after, spans)
    assert caught.value.line == 2
    assert taken_out(after + after, spans) == TEXT + after


def test_they_are_taken_out_in_the_order_they_were_written_in():
    after, (first, second) = written((b"two", b"2"), (b"four", b"4"))
    with pytest.raises(CannotEdit):
        take_out(after, [second, first])


@pytest.mark.parametrize(("offset", "line"), [(-3, 1), (0, 1), (3, 1), (4, 2), (99, 6)])
def test_lines_are_counted_from_one(offset, line):
    assert line_at(TEXT, offset) == line
