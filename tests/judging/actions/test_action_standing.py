import itertools
import pickle
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from strategy_tracker.judging.actions.action_standing import KEYS_READ, stand_action
from strategy_tracker.judging.meetings.reviews import phase_of
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import OnlyKeys, action, an_action, day, priority, stand, stood, strategy, update

STATES = ["not-started", "in-progress", "delivered", "complete", "paused", "stopped", "superseded"]


def rating(of, today, **keys):
    return stood(of, today, **keys).rating[:2]


def moved(on, former, reason="provider withdrew", **keys):
    return {"on": on, "from": former, "why": reason, **keys}


# dates do not move quietly

TWICE = (moved("2018-11-01", "2018-12-31"), moved("2018-06-01", "2018-09-30", "late start", approved_by="SMT"))


def test_a_moved_date_keeps_the_original_beside_it():
    found = stood(action(update("2018-07-02"), due="2019-03-31", moved=TWICE), "2019-01-01")
    assert (found.original_due, found.slipped, found.due.kind) == (day("2018-09-30"), 182, "on-time")
    assert tuple(move[:5] for move in found.moves) == (
        ("2018-06-01", "2018-09-30", "2018-12-31", "late start", "SMT"),
        ("2018-11-01", "2018-12-31", "2019-03-31", "provider withdrew", None),
    )


TOLD = moved("2018-06-01", "2018-09-30", "late start", to="2018-12-31", approved_by="SMT")


def test_an_approval_is_of_the_step_it_was_given_for_and_of_no_other():
    approved = ("2018-06-01", "2018-09-30", "2018-12-31", "late start", "SMT", None, None, None)
    assert stood(action(due="2018-12-31", moved=(TOLD,)), "2019-01-01").moves == (approved,)
    quiet = stood(action(due="2019-03-31", moved=(TOLD,)), "2019-01-01")
    assert quiet.moves == (approved, (None, "2018-12-31", "2019-03-31", None, None, None, None, None))
    assert (quiet.original_due, quiet.slipped) == (day("2018-09-30"), 182)
    gone = stood(action(moved=(TOLD,)), "2019-01-01")
    assert gone.moves == (approved, (None, "2018-12-31", "no date", None, None, None, None, None))


def test_a_date_typed_over_between_two_moves_is_a_step_of_its_own():
    again = moved("2018-11-01", "2019-01-31", to="2019-03-31")
    found = stood(action(due="2019-03-31", moved=(again, TOLD)), "2019-01-01")
    assert [(one.on, one.former, one.to, one.approved_by) for one in found.moves] == [
        ("2018-06-01", "2018-09-30", "2018-12-31", "SMT"),
        (None, "2018-12-31", "2019-01-31", None),
        ("2018-11-01", "2019-01-31", "2019-03-31", None),
    ]


def test_the_date_of_a_milestone_moves_as_that_of_an_action_does():
    step = {"text": "Venue", "due": "2019-03-31", "moved": (TOLD,)}
    (found,) = stood(action(milestones=(step,)), "2019-01-01").milestones
    assert found.clock.due == day("2019-03-31")
    assert found.moves == (
        ("2018-06-01", "2018-09-30", "2018-12-31", "late start", "SMT", None, None, None),
        (None, "2018-12-31", "2019-03-31", None, None, None, None, None),
    )
    (before,) = stood(action(milestones=(step,)), "2018-05-01").milestones
    assert (before.clock.due, before.moves) == (day("2018-09-30"), ())


def test_a_date_written_another_way_has_not_moved():
    to_a_day = moved("2018-06-01", "2018-09-30", to="2018-12")
    assert len(stood(action(due="2018-12", moved=(to_a_day,)), "2019-01-01").moves) == 1


@given(st.lists(st.sampled_from(["2018-09", "2018-10-31", "2019-01", "2019-03-31"]), min_size=2, max_size=6), st.data())
def test_moves_by_the_book_show_no_step_without_a_word(dates, data):
    pairs = [(a, b) for a, b in pairwise(dates) if a != b]
    moves = []
    for n, (former, to) in enumerate(pairs, 1):
        keys = data.draw(st.sampled_from([{}, {"to": to}]))
        moves.append(moved(f"2018-06-{n:02}", former, **keys))
    found = stood(action(due=dates[-1], moved=tuple(moves)), "2020-01-01")
    assert [(one.former, one.to) for one in found.moves] == pairs
    assert all(one.on and one.why for one in found.moves)


@given(
    st.sampled_from(["2018-12-31", "2019-01", "2019-03-31"]), st.sampled_from(["2018-12-31", "2019-01", "2019-03-31"])
)
def test_no_approval_is_shown_for_a_step_it_was_not_given_for(to, due):
    move = moved("2018-06-01", "2018-09-30", to=to, approved_by="SMT")
    found = stood(action(due=due, moved=(move,)), "2020-01-01").moves
    assert [(one.former, one.to) for one in found if one.approved_by] == [("2018-09-30", to)]
    assert found[-1].to == due


def test_a_move_made_later_is_not_known_yet():
    found = stood(action(update("2018-07-02"), due="2019-03-31", moved=TWICE), "2018-10-04")
    assert (found.original_due, found.slipped, found.due.due) == (day("2018-09-30"), 92, day("2018-12-31"))
    assert len(found.moves) == 1
    before = stood(action(due="2019-03-31", moved=TWICE), "2018-05-01")
    assert (before.original_due, before.slipped, before.moves, before.due.due) == (
        day("2018-09-30"),
        0,
        (),
        day("2018-09-30"),
    )


def test_a_day_done_later_is_not_known_yet_and_gives_no_colour():
    recurs = action(update("2018-07-02"), every="month", done=("2018-12-03",))
    never = action(update("2018-07-02"), every="month")
    assert rating(recurs, "2018-10-04") == rating(never, "2018-10-04") == ("grey", "not rated")
    assert rating(recurs, "2019-01-20") == ("amber", "amber, waiting")


def test_a_date_brought_forward_has_not_slipped():
    assert stood(action(due="2018-08-31", moved=(moved("2018-06-01", "2018-09-30"),)), "2018-07-01").slipped == 0


def test_a_due_date_taken_away_is_shown_as_a_move_to_no_date():
    found = stood(action(moved=(moved("2018-06-01", "2018-09-30"),)), "2018-07-01")
    assert (found.original_due, found.slipped, found.moves[0].to, found.due.kind) == (
        day("2018-09-30"),
        0,
        "no date",
        "none",
    )


def test_without_moves_the_due_date_is_the_original():
    found = stood(action(due="2018-12"), "2018-07-01")
    assert (found.original_due, found.slipped, found.moves) == (day("2018-12-31"), 0, ())
    assert stood(action(), "2018-07-01").original_due is None


# what else is shown


@pytest.mark.parametrize(
    ("own", "of_priority", "of_strategy", "owner", "whose"),
    [
        ("A", "P", "S", "A", None),
        (None, "P", "S", "P", "priority"),
        (None, None, "S", "S", "strategy"),
        (None, None, None, None, None),
    ],
)
def test_the_owner_is_inherited_and_said_to_be(own, of_priority, of_strategy, owner, whose):
    mine = {"owner": own} if own else {}
    theirs = {"owner": of_priority} if of_priority else {}
    found = stand(strategy(priority(action(**mine), **theirs), owner=of_strategy), "2018-07-01")
    assert (found.actions[0].owner, found.actions[0].owner_from) == (owner, whose)
    answers = of_priority or of_strategy
    assert found.priorities[0].owner == answers
    assert found.priorities[0].owner_from == ("strategy" if answers and not of_priority else None)


def test_updates_are_shown_newest_first_as_written_and_only_those_known():
    said = (
        update(
            "2018-05",
            rag="amber",
            note="two vacancies",
            by="Group Manager",
            forecast="2019-03",
            evidence=("minutes",),
            public=True,
            approved_by="Board",
            happened="2018-04",
        ),
        update("2018-07-02", "in-progress", "green"),
        update("2018-09-01", "complete"),
    )
    found = stood(action(*said), "2018-08-01")
    assert tuple(one[:10] for one in found.updates) == (
        ("2018-07-02", "in-progress", "green", None, None, None, (), False, None, None),
        (
            "2018-05",
            "in-progress",
            "amber",
            "two vacancies",
            "Group Manager",
            "2019-03",
            ("minutes",),
            True,
            "Board",
            "2018-04",
        ),
    )
    assert found.state == "in-progress"


def test_a_standing_says_where_it_was_written_and_can_be_pickled():
    standing = stand(strategy(priority(), priority(action(note="n"), action(id="x", text="t"))), "2018-07-01")
    found = standing.actions[1]
    assert found.route == ("priorities", 1, "actions", 1)
    assert (found.id, found.text, found.priority) == ("x", "t", standing.priorities[1].id)
    assert pickle.loads(pickle.dumps(standing)) == standing


def test_silence_before_an_action_is_to_start_is_not_counted():
    waiting = action(update("2018-05-01", "not-started", note="waits for the building"), starts="2019-01-01")
    assert stood(waiting, "2019-01-01").review.kind == "fresh"
    assert stood(waiting, "2019-04-02").review.words.startswith("no update in 91 days since its start date")
    running = action(update("2018-05-01", note="began early"), starts="2019-01-01")
    assert stood(running, "2018-12-31").review.kind == "very-silent"


def test_neither_a_word_nor_a_start_says_that_a_recurring_action_was_done():
    spoken = action(update("2018-05-01", note="they meet each week"), starts="2018-04-01", every="week")
    found = stood(spoken, "2019-01-31")
    assert (found.interval.kind, found.review.kind) == ("uncounted", "very-silent")


# outside the life of the strategy

OVER = {
    "ended": ("2020-04-01", {}),
    "superseded": ("2019-06-01", {"superseded": {"on": "2019-06-01", "by": "a new one"}}),
}


@pytest.mark.parametrize("phase", OVER)
@pytest.mark.parametrize("state", STATES)
def test_after_the_end_only_what_was_settled_keeps_its_word(phase, state):
    today, keys = OVER[phase]
    found = stood(action(update("2018-07-02", state, "red"), due="2018-12-31", every="week"), today, **keys)
    settled = {"complete": ("blue", "complete"), **{s: ("grey", s) for s in ("paused", "stopped", "superseded")}}
    assert found.rating[:2] == settled.get(state, ("grey", "not rated"))
    assert found.rating.why == (state if state in settled else "strategy-ended")
    assert {found.due.kind, found.interval.kind, found.review.kind} == {"closed"}
    assert not found.disagreement
    assert not found.judgement_is_old


def test_after_the_end_the_reason_says_what_was_last_known():
    assert stood(action(update("2018-07-02", rag="red")), "2020-04-01").rating.reason == (
        "the strategy ended on 2020-03-31; last said to be in progress on 2018-07-02"
    )
    assert (
        stood(action(), "2020-04-01").rating.reason == "the strategy ended on 2020-03-31; no update was ever recorded"
    )


def test_an_action_that_does_not_recur_does_not_begin_to_when_its_strategy_ends():
    assert stood(action(due="2018-12-31"), "2020-04-01").interval.kind == "none"


def test_before_the_beginning_nothing_runs():
    found = stood(
        action(due="2018-03-01", every="week", milestones=({"text": "m", "due": "2018-01-01"},)), "2018-03-31"
    )
    assert found.rating == ("grey", "not started", "the strategy begins on 2018-04-01", "strategy-not-begun")
    assert {found.due.kind, found.interval.kind, found.review.kind, found.milestones[0].clock.kind} == {"none"}
    assert found.due.due == day("2018-03-01")


def test_before_the_beginning_what_is_known_is_still_said():
    early = stood(action(update("2018-03-01")), "2018-03-31").rating
    assert early[:3] == (
        "grey",
        "not started",
        "the strategy begins on 2018-04-01; last said to be in progress on 2018-03-01",
    )
    assert rating(action(update("2018-03-01", "complete")), "2018-03-31") == ("blue", "complete")


def test_a_strategy_without_dates_is_running():
    late = stood(action(update("2018-07-02"), due="2018-12-31"), "2019-01-01", starts=None, ends=None)
    assert (late.due.kind, late.review.kind) == ("passed", "silent")
    assert stood(action(), "2019-01-01", starts=None, ends=None).review.kind == "none"


# promises

DATES = st.dates(date(2018, 1, 1), date(2020, 12, 31)).map(date.isoformat)
PARTIAL = st.one_of(DATES, DATES.map(lambda d: d[:7]), DATES.map(lambda d: d[:4]))
SAID = st.builds(
    update,
    PARTIAL,
    st.sampled_from(STATES),
    st.sampled_from([None, "red", "amber", "green"]),
    note=st.sampled_from([None, "n"]),
)
STEPS = st.lists(
    st.fixed_dictionaries({"text": st.just("step")}, optional={"due": PARTIAL, "done": PARTIAL}), max_size=2
).map(tuple)
MOVES = st.lists(st.builds(moved, PARTIAL, PARTIAL), max_size=2).map(tuple)
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "due": PARTIAL,
        "starts": PARTIAL,
        "every": st.sampled_from(["week", "quarter"]),
        "review_every": st.sampled_from(["month", "6 months"]),
        "done": st.lists(PARTIAL, max_size=2).map(tuple),
        "milestones": STEPS,
        "moved": MOVES,
    },
)


def clocks_of(found):
    return [found.due, found.interval, found.review, *(m.clock for m in found.milestones)]


@given(st.lists(SAID, max_size=4), KEYS, PARTIAL, st.integers(1, 400))
def test_an_ended_strategy_has_nothing_late_whatever_its_data(updates, keys, ends, after):
    standing = strategy(priority(action(*updates, **keys)), starts=None, ends=ends)
    today = standing.ends.last + timedelta(days=after)
    found = stand(standing, today).actions[0]
    assert not any(clock.run_out or clock.days for clock in clocks_of(found))
    assert found.rating.colour in ("blue", "grey")


@given(st.lists(SAID, max_size=4), KEYS, DATES)
@settings(max_examples=60)
def test_the_order_in_the_file_does_not_matter(updates, keys, today):
    """Of updates, of moves and of the days something was done."""
    first = stood(action(*updates, id="x", **keys), today)
    for order in itertools.permutations(updates):
        turned = {k: v[::-1] if k in ("moved", "done") else v for k, v in keys.items()}
        assert stood(action(*order, id="x", **turned), today) == first


SEVERITY = {colour: place for place, colour in enumerate(("green", "amber", "red"))}


@given(st.lists(SAID, max_size=3), KEYS, st.integers(0, 500))
def test_one_more_day_without_news_never_makes_an_action_less_late(updates, keys, ahead):
    today = date(2021, 1, 1) + timedelta(days=ahead)  # every date of the data has come
    before, after = (
        stood(action(*updates, **keys), d, starts="2018", ends=None) for d in (today, today + timedelta(days=1))
    )
    for earlier, later in zip(clocks_of(before), clocks_of(after), strict=True):
        assert earlier.days <= later.days
    colours = (before.rating.colour, after.rating.colour)
    if set(colours) <= set(SEVERITY):
        assert SEVERITY[colours[0]] <= SEVERITY[colours[1]]


@given(st.lists(SAID, max_size=3), KEYS, DATES)
def test_a_live_colour_is_never_better_than_the_owner_said(updates, keys, today):
    found = stood(action(*updates, **keys), today, starts="2018", ends=None)
    if found.judgement and found.rating.colour != "grey":
        assert WORST_FIRST.index(found.rating.colour) <= WORST_FIRST.index(found.judgement)


# what else is read of a file


LIFE = st.sampled_from([{}, {"starts": None}, {"ends": None}, {"superseded": {"on": "2018-11-01", "by": "another"}}])


@given(st.lists(SAID, max_size=3), KEYS, DATES, LIFE)
def test_of_the_strategy_and_the_priority_no_other_key_is_read(updates, keys, today, life):
    whole = strategy(priority(action(*updates, **keys), owner="Head"), owner="Director", **life)
    (within,) = whole.priorities
    less, inside = OnlyKeys(whole, KEYS_READ), OnlyKeys(within, KEYS_READ)
    found = stand_action(within.actions[0], inside, less, phase_of(less, day(today)), day(today), DEFAULTS, ())
    assert found == stand(whole, today).actions[0]._replace(route=())


# an update may have no state

WORD = {"on": "2018-08-01", "note": "asked the schools"}


def test_a_word_without_a_state_leaves_the_one_that_was_said_last():
    found = stood(action(update("2018-07-02", "paused", note="x"), WORD, due="2018-08-31"), "2018-10-01")
    assert (found.state, found.due.kind, found.rating.word, found.halt.on) == (
        "paused",
        "closed",
        "paused",
        "2018-07-02",
    )
    assert found.review.words.startswith("last update 2018-08-01")
    closed = stood(action(update("2018-07-02", "complete"), WORD, due="2018-08-31"), "2019-10-01")
    assert (closed.rating.word, closed.review.kind, closed.need) == ("complete", "closed", None)


def test_where_nobody_said_a_state_none_is_told():
    found = stood(action(WORD), "2018-08-02")
    assert (found.state, found.state_words, found.rating.why) == (None, "not said", "no-judgement")
    assert found.rating.reason.startswith("nobody said how far it is, its owner gave no judgement")
    assert stood(action(), "2018-08-02").state_words == "never updated"
    assert stood(action({**WORD, "rag": "amber"}), "2018-08-02").rating[:2] == ("amber", "amber")
    late = stood(action(WORD, due="2018-07-31", starts="2018-05-01"), "2018-08-02")
    assert (late.rating.word, late.start.kind) == ("amber, late", "closed")
    assert stood(action(WORD), "2020-10-01").rating.reason.endswith("; nobody ever said how far it is")


def test_the_state_said_before_does_not_make_a_word_without_one_news():
    found = stood(action(update("2018-07-02", rag="green"), {"on": "2018-09-01", "rag": "green"}), "2018-10-20")
    assert (found.review.kind, found.judgement) == ("silent", "green")


def test_an_update_that_says_nothing_is_none():
    with pytest.raises(ValidationError, match="an update that says nothing"):
        an_action({"on": "2018-08-01", "by": "Head"})


# what was said when is apart from when it happened


def test_silence_and_what_is_known_go_by_the_day_it_was_said():
    told = update("2018-08-31", "complete", happened="2018-07-20")
    before, after = (stood(action(told, due="2018-07-31"), day) for day in ("2018-08-30", "2018-09-01"))
    assert (before.rating.word, before.need.word, after.need) == ("amber, waiting", "waiting", None)
    assert after.rating.reason == "said to be complete on 2018-08-31, of 2018-07-20"
    spoken = {"on": "2018-08-31", "happened": "2018-05-02", "note": "the course was held"}
    assert stood(action(spoken), "2018-09-01").review.words.startswith("last update 2018-08-31")
    assert stood(action(spoken, due="2018-07-31"), "2018-09-01").need.word == "late"


def test_of_two_said_on_one_day_the_one_of_the_later_day_holds():
    later = update("2018-08-31", "in-progress", happened="2018-08-20")
    earlier = update("2018-08-31", "delivered", happened="2018-07-20")
    for order in itertools.permutations([later, earlier]):
        assert stood(action(*order), "2018-09-01").state == "in-progress"


@pytest.mark.parametrize(
    ("said", "kind", "due"),
    [
        ({"note": "held"}, "on-time", "2019-07-20"),
        ({"state": "in-progress"}, "on-time", "2019-07-20"),
        ({"state": "not-started"}, "uncounted", None),
    ],
)
def test_a_recurring_action_was_done_on_the_day_that_an_update_says_it_happened(said, kind, due):
    told = {"on": "2018-08-31", "happened": "2018-07-20", **said}
    found = stood(action(told, every="year"), "2018-10-01").interval
    assert (found.kind, found.due) == (kind, due and day(due))
    assert stood(action(told, every="year"), "2018-08-30").interval.kind == "uncounted"
    assert stood(action(told, every="year", done=("2018-07-25",)), "2018-10-01").interval.due == day("2019-07-25")
