"""A date that was moved by the book shows none of the words for one that was typed over, in any view."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.briefing.notes import moved
from strategy_tracker.judging.attention import list_asked
from strategy_tracker.views.dashboard.action_item import _moves, _step_moves
from strategy_tracker.views.dates_and_amounts import why_changed
from strategy_tracker.views.formats.rows import export_rows
from strategy_tracker.views.screens.showing.show_action import action_sheet
from tests.judging.action_builder import action, day, portfolio, priority, stand, strategy
from tests.views.builders import words

NEW_WORDS = ("nobody on record", "in the file")
TODAY = "2029-01-01"
DATES = st.lists(st.dates(day("2027-01-01"), day("2028-12-31")), min_size=2, max_size=6, unique=True)


def by_the_book(dates, agreed):
    """Moves from each date to the next, on days one after the other."""
    return tuple(
        {"on": f"2026-05-{n + 1:02}", "from": str(one), "to": str(other), "why": "Late"}
        | ({"approved_by": "Board"} if agreed[n] else {})
        for n, (one, other) in enumerate(pairwise(dates))
    )


def every_word(strategy_stood):
    """All that the views say of the dates of a strategy."""
    standing = portfolio(strategy_stood, today=TODAY)
    (one,) = strategy_stood.actions
    yield from words(action_sheet(one, strategy_stood, standing, "s.yaml:1"))
    yield from (found.words for found in list_asked(standing))
    yield from (why_changed(each.move) for each in moved(standing))
    yield from (part for row in export_rows(standing) for part in row["moves"])
    yield from (str(_moves(one)), str(_step_moves(one)))


@settings(max_examples=100)
@given(DATES, st.lists(st.booleans(), min_size=6, max_size=6))
def test_no_view_says_of_a_date_moved_by_the_book_that_nobody_is_on_record(dates, agreed):
    moves = by_the_book(dates, agreed)
    step = {"text": "Venue", "due": str(dates[-1]), "moved": moves}
    given_ = action(id="a", text="Do it", due=str(dates[-1]), moved=moves, milestones=(step,))
    text = "\n".join(every_word(stand(strategy(priority(given_, id="p")), TODAY)))
    assert not [word for word in NEW_WORDS if word in text]
    assert text.count("Board") >= 2 * sum(agreed[: len(moves)])


@settings(max_examples=100)
@given(DATES, st.lists(st.booleans(), min_size=6, max_size=6))
def test_every_view_says_so_of_a_step_that_nobody_recorded(dates, agreed):
    moves = by_the_book(dates, agreed)[:-1]
    step = {"text": "Venue", "due": str(dates[-1]), "moved": moves}
    given_ = action(id="a", text="Do it", due=str(dates[-1]), moved=moves, milestones=(step,))
    text = "\n".join(every_word(stand(strategy(priority(given_, id="p")), TODAY)))
    assert ("nobody on record" in text) is bool(moves)
