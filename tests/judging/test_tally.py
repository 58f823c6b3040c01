from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.tally import added, tally_actions, tally_measures, worst_action, worst_measure
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import action, adds_up, measure, priority, stand, strategy, update
from tests.judging.measure_builder import measure as built

TODAY = "2018-12-31"
NOW = "2018-12-30"
KINDS = {
    "blue": action(update(NOW, "complete"), id="blue"),
    "green": action(update(NOW, rag="green"), id="green"),
    "delivered": action(update(NOW, "delivered"), id="delivered"),
    "amber": action(update(NOW, rag="amber"), id="amber"),
    "red": action(update(NOW, rag="red"), id="red"),
    "not-rated": action(update(NOW), id="not-rated"),
    "not-started": action(update(NOW, "not-started"), id="not-started"),
    "paused": action(update(NOW, "paused"), id="paused"),
    "late": action(update(NOW), id="late", due="2018-12-20"),
    "late-step": action(update(NOW), id="late-step", milestones=({"text": "step", "due": "2018-12-21"},)),
    "waiting-start": action(update("2018-12-09", "not-started"), id="waiting-start", starts="2018-12-10"),
    "waiting-again": action(update("2018-12-01"), id="waiting-again", every="week", done=("2018-12-01",)),
    "waiting-and-silent": action(update("2018-06-29"), id="waiting-and-silent", due="2018-12-20"),
    "silent": action(update("2018-09-29", rag="green"), id="silent"),
    "very-silent": action(update("2018-06-29", rag="amber"), id="very-silent"),
}


def actions(*names):
    return stand(strategy(priority(*(KINDS[name] for name in names))), TODAY).actions


# counts


def test_the_counts_in_words():
    found = tally_actions(actions(*(["blue"] * 3), "green", "delivered", "amber", "late", "red", "not-rated", "silent"))
    assert found.words() == (
        "10 actions: 3 blue, 2 green, 2 amber, 1 red, 1 not rated, 1 nobody has said; 1 late, 1 silent"
    )
    assert found.rated_words() == "rated 8 of 10"
    assert (found.of("green"), found.of("grey"), found.rated) == (2, 2, 8)


def test_grey_is_counted_by_its_words_in_a_fixed_order():
    found = tally_actions(actions("paused", "not-started", "not-rated", "not-started", "blue"))
    assert found.words() == "5 actions: 1 blue, 1 not rated, 2 not started, 1 paused"


def test_an_action_that_needs_somebody_is_counted_once_under_the_first_word_that_fits():
    waiting = ("waiting-start", "waiting-again", "waiting-and-silent")
    found = tally_actions(actions("late", "late-step", *waiting, "silent", "very-silent", "green"))
    assert (found.late, found.waiting, found.silent, found.very_silent) == (2, 3, 1, 1)
    assert found.words() == (
        "8 actions: 1 green, 6 amber, 1 nobody has said; 2 late, 3 waiting, 1 silent, 1 very silent"
    )


def test_what_is_judged_and_what_is_exceeded_are_counted_apart_from_their_colour():
    judged = {"judgements": [{"on": "2018-12-01", "rag": "amber", "note": "Rain"}], "readings": {"2018": 5}}
    met = {"targets": {"2018": 4}, "readings": {"2018": 5}}
    given = [judged, met, met | {"exceeded_by": "1 points"}, met | {"better": "lower", "amber_within": "1 points"}]
    found = tally_measures([stand_measure(built(**keys), date(2018, 12, 31), DEFAULTS, "", ()) for keys in given])
    assert found.words() == "4 measures: 1 exceeded, 1 green, 1 amber, 1 judged amber"
    assert (found.of("green"), found.of("amber"), found.rated_words()) == (2, 2, "rated 4 of 4")


def test_nothing_to_count_is_said():
    assert tally_actions(()).words() == "no actions"
    assert tally_measures(()).words() == "no measures"
    assert tally_actions(()).rated_words() == "rated 0 of 0"


def test_one_is_singular():
    assert tally_actions(actions("green")).words() == "1 action: 1 green"
    assert tally_measures([measure(late=3)]).words() == "1 measure: 1 green; 1 late reading"


def test_measures_are_counted_with_their_late_readings():
    found = tally_measures(
        [
            measure(colour="red", late=1),
            measure(late=2),
            measure(colour="grey", word="suppressed"),
            measure(colour="grey", word="not rated"),
        ]
    )
    assert found.words() == "4 measures: 1 green, 1 red, 1 not rated, 1 suppressed; 2 late readings"
    assert found.rated_words() == "rated 2 of 4"


@given(st.lists(st.sampled_from(sorted(KINDS))))
def test_the_counts_of_actions_add_up_whatever_their_order(names):
    found = tally_actions(actions(*names))
    assert adds_up(found)
    assert found == tally_actions(actions(*names)[::-1])
    assert found.rated + found.of("grey") == found.total


COLOURS = st.sampled_from(["red", "amber", "green", "blue", "grey"])


@given(
    st.lists(
        st.builds(measure, colour=COLOURS, word=st.sampled_from(["", "not due", "context"]), late=st.integers(0, 3))
    )
)
def test_the_counts_of_measures_add_up(measures):
    assert adds_up(tally_measures(measures))


# the worst


def worst(*names):
    found = worst_action(actions(*names))
    return found.id if found else None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["green", "amber", "red", "late"], "red"),
        (["amber", "late", "late-step"], "late"),
        (["late-step", "waiting-again", "amber"], "waiting-again"),
        (["amber", "very-silent"], "very-silent"),
        (["red", "amber"], "red"),
        (["not-rated", "green", "blue"], None),
        (["not-rated", "amber"], "amber"),
        ([], None),
    ],
)
def test_the_worst_action_is_the_worst_colour_then_the_latest_then_the_most_silent(names, expected):
    assert worst(*names) == expected
    assert worst(*names[::-1]) == expected


def test_what_was_never_written_down_as_done_is_no_reason_to_be_named():
    unwritten = action(update(NOW, rag="red"), id="unwritten", every="week")
    late = action(update(NOW), id="late", due="2018-11-01")
    found = stand(strategy(priority(unwritten, late)), TODAY).actions
    assert (found[0].interval.days, found[0].days_late, found[1].days_late) == (0, 0, 60)
    assert worst_action(found).id == "late"


def test_a_start_that_is_late_is_held_against_a_date_that_is():
    start = action(update(NOW, "not-started"), id="start", starts="2018-08-01")
    late = action(update(NOW), id="late", due="2018-10-01")
    assert worst_action(stand(strategy(priority(late, start)), TODAY).actions).id == "start"


def test_between_equals_the_id_decides():
    twins = [action(update(NOW, rag="red"), id=name) for name in ("b", "a")]
    assert worst_action(stand(strategy(priority(*twins)), TODAY).actions).id == "a"


def test_the_worst_measure():
    some = [measure("c", "amber", late=9), measure("b", "red"), measure("a", "red"), measure("d", "grey", late=99)]
    assert worst_measure(some).id == "a"
    assert worst_measure([*some, measure("z", "red", late=1)]).id == "z"
    assert worst_measure([measure("d", "grey"), measure("e")]) is None


def test_open_actions_moved_with_approval_are_counted_beside_the_colours():
    agreed = {"on": "2018-05-01", "from": "2018-06-30", "to": "2018-12-31", "why": "Late", "approved_by": "Board"}
    quiet = {key: value for key, value in agreed.items() if key != "approved_by"}
    again = {**quiet, "on": "2018-06-01", "from": "2018-12-31", "to": "2019-01-31"}
    some = [
        action(update("2018-06-20"), due="2018-12-31", moved=(agreed,)),
        action(update("2018-06-20"), due="2018-12-31", moved=(quiet,)),
        action(update("2018-06-20"), due="2019-01-31", moved=(agreed, again)),
        action(update("2018-06-20"), due="2019-02-28", moved=(agreed,)),
        action(update("2018-06-20", "complete"), due="2018-12-31", moved=(agreed,)),
    ]
    found = tally_actions(stand(strategy(priority(*some)), "2018-07-01").actions)
    assert found.moved == 1
    assert found.words() == "5 actions: 1 blue, 4 green; 1 moved with approval"
    assert added([found, found]).moved == 2
