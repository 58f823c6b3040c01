"""The position in five sentences."""

from decimal import Decimal

from strategy_tracker.briefing.position import of_measures, of_needs, sentences
from strategy_tracker.judging.measure_counts import count_measures
from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.names.joined import listed
from strategy_tracker.views.dates_and_amounts import headline
from strategy_tracker.views.papers.front.position_blocks import measures_table
from tests.views.builders import DAY, action, measure, point, priority, standing, strategy


def test_the_position_of_nothing_is_five_sentences():
    assert sentences(standing(strategy())) == (
        "No action is on record.",
        "No action is late, waiting for a word or silent.",
        "No measure says whether it is working.",
        "Without measures there is no direction of travel.",
        "Nothing is red or amber.",
    )


def test_the_position_speaks_of_one_and_of_many():
    blue, red = Rating("blue", "complete", "said so", "complete"), Rating("red", "red", "late", "late")
    late = action("b", rating=red, need=Need("late", DAY, 3, ("overdue by 3 days",)))
    worse = measure("m", (point("2024", 1),), rating=red, short=Arrow("worse", "worse: 2 to 1"))
    flat = measure("n", short=Arrow("level", "level"), late=Clock("passed", DAY, 1, "late"))
    told = sentences(
        standing(strategy(priority(action("a", rating=blue), late, measures=("m", "n"))), measures=(worse, flat))
    )
    assert told == (
        "Of 2 actions, 1 is complete and 1 red.",
        "1 action is late.",
        "Rated 1 of 2 measures: 1 red; for 1, no target is declared for the period of the reading; 1 reading is late.",
        "Since the period before, 1 is worse; 1 moved where neither way is called better.",
        "To look at first: 'Train every school' (b), red; and 'Schools with trained staff', red.",
    )


def test_what_needs_somebody_is_told_word_by_word_for_one_and_for_many():
    assert of_needs(Tally("action", 9, (), late=1, waiting=1, silent=1, very_silent=1)) == (
        "1 action is late, 1 waits for a word since its date passed and 2 have been silent for longer than the review "
        "cadence."
    )
    assert of_needs(Tally("action", 9, (), waiting=2)) == "2 actions wait for a word since their date passed."


def test_targets_missed_without_a_colour_are_counted():
    missed = measure("0", rating=Rating("grey", "not rated", "60% missed the target", "no-rule"), gap=Decimal(-20))
    none = Rating("grey", "not rated", "no target", "no-target")
    found = [missed, *(measure(str(n), rating=none) for n in (1, 2))]
    assert of_measures(found) == (
        "Rated 0 of 3 measures; for 2, no target is declared for the period of the reading; "
        "1 target is missed and nobody declared what counts as amber."
    )
    assert of_measures(found[:1]).count("missed") == 1
    assert sentences(standing(measures=found))[-1] == "1 target is missed; nobody declared what counts as amber."
    three = [missed._replace(id=name) for name in "abc"]
    red = measure("r", rating=Rating("red", "red", "missed", "missed"))
    assert sentences(standing(measures=(*three, red)))[-1] == (
        "To look at first: 'Schools with trained staff', red. "
        "3 targets are missed; nobody declared what counts as amber."
    )


def test_a_target_missed_that_cannot_be_rated_for_another_reason_is_told_beside_nothing_red():
    unclear = Rating("grey", "not rated", "last year has no number", "no-comparison")
    one = measure(rating=unclear, gap=Decimal(-9))
    assert (
        sentences(standing(measures=(one,)))[-1] == "Nothing is red or amber; 1 target is missed and cannot be rated."
    )
    gone = one._replace(rating=Rating("grey", "withdrawn", "withdrawn", "withdrawn"), gap=None)
    assert sentences(standing(measures=(gone,)))[-1] == "Nothing is red or amber."


def test_growth_over_a_year_is_no_move_in_a_headline_count():
    last_year = Arrow("worse", "worse: 12 to 10")
    cumulative = measure("m", (point("2024", 1),), long=last_year, counts_up=True)
    plain = measure("n", (point("2024", 1),), long=last_year)
    stands = standing(strategy(priority(measures=("m", "n"))), measures=(cumulative, plain))
    assert count_measures(stands.measures.values()).directions == (0, 1, 0, 0, 1, 1)
    assert sentences(stands)[3] == (
        "Since the period before, 1 is worse; 1 of these is cumulative: since the same point last year; "
        "for 1 there is not enough data."
    )
    note = measures_table(stands).notes[-1]
    assert note == "What adds up over a year is held against the same point last year."
    assert [headline(one) for one in (cumulative, plain)] == ["worse on last year", ""]


def test_context_is_counted_apart_from_other_reasons():
    context = measure("c", rating=Rating("grey", "context", "context only", "context"))
    assert of_measures([context]) == "Rated 0 of 1 measure; 1 describes context and is never rated."
    assert count_measures([context]).directions.unknown == 1


def test_small_words():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
