"""The position in sentences."""

from decimal import Decimal

from strategy_tracker.briefing.position import of_actions, of_measures, of_missed, of_needs
from strategy_tracker.judging.measure_counts import count_measures
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.judging.tally import Tally, tally_actions, tally_measures
from strategy_tracker.model.names.joined import listed
from strategy_tracker.views.dates_and_amounts import headline
from strategy_tracker.views.papers.front.position_blocks import measures_table
from tests.views.builders import DAY, action, measure, point, priority, standing, strategy


def test_the_position_of_nothing_says_so():
    assert of_actions(Tally("action", 0, ())) == "No action is on record."
    assert of_actions(Tally("action", 0, (), left_out=2)) == "2 actions are left out because of errors."
    assert of_needs(Tally("action", 0, ())) == "No action is late, waiting for a word or silent."
    assert of_measures([]) == "No measure says whether it is working."
    assert of_measures([], 1) == "1 measure is left out because of errors."


def test_the_position_speaks_of_one_and_of_many():
    blue, red = Rating("blue", "complete", "said so", "complete"), Rating("red", "red", "late", "late")
    found = tally_actions([action("a", rating=blue), action("b", rating=red)])
    assert of_actions(found) == "Of 2 actions, 1 is complete and 1 red."
    assert of_actions(found._replace(moved=2)).endswith("2 of them were moved with approval.")
    worse = measure("m", (point("2024", 1),), rating=red)
    assert of_measures([worse, measure("n", late=Clock("passed", DAY, 1, "late"))]) == (
        "Rated 1 of 2 measures: 1 red; for 1, no target is declared for the period of the reading; 1 reading is late."
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
    assert of_missed(tally_measures(found)) == "1 target is missed; nobody declared what counts as amber."
    assert of_missed(tally_measures(found[1:])) == ""


def test_growth_over_a_year_is_no_move_in_a_headline_count():
    last_year = Arrow("worse", "worse: 12 to 10")
    cumulative = measure("m", (point("2024", 1),), long=last_year, counts_up=True)
    plain = measure("n", (point("2024", 1),), long=last_year)
    stands = standing(strategy(priority(measures=("m", "n"))), measures=(cumulative, plain))
    assert count_measures(stands.measures.values()).directions == (0, 1, 0, 0, 1, 1)
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
