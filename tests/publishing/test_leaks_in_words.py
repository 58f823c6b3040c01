"""Words that tell a suppressed number are found, in figures and in words; dates and names are not numbers."""

from decimal import Decimal

import pytest

from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.practice import Practice
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.publishing.leaks_in_words import find_leaks_in_words, measure_told_of, secrets
from strategy_tracker.publishing.memory import Memory
from strategy_tracker.publishing.what_to_withhold import plan
from tests.judging.measure_builder import as_read

from .test_what_to_withhold import T, count, percent

GIRLS = count("girls", {"2022/23": {"value": 3, "was": [{"value": 4}]}}).model_copy(
    update={"title": "Girls known to us"}
)


def hidden(*measures):
    return secrets(measures, plan(measures, Memory(), T, MARCH).suppressed)


def in_measure(**more):
    one = GIRLS.model_copy(update=more)
    return [
        (one.title, one.file, one.place)
        for one in find_leaks_in_words(Measures(measures=(one,)), "m.yaml", hidden(GIRLS))
    ]


def test_a_note_of_the_measure_that_tells_it_is_found():
    assert in_measure(note="Three since May") == [("Girls known to us", "m.yaml", "girls › note")]
    assert in_measure(note="4 before") == [("Girls known to us", "m.yaml", "girls › note")]


def test_a_note_with_another_number_and_a_definition_are_let_be():
    assert in_measure(note="As on 3.4.2022; 12 schools", definition="Girls of 3 or older") == []


def test_the_note_of_a_total_that_tells_its_part_is_found():
    total = count("all", {"2022/23": 40}, note="of whom three were girls known")
    found = list(find_leaks_in_words(Measures(measures=(total,)), "m.yaml", hidden(GIRLS, total)))
    assert [one.place for one in found] == ["all › note"]


def strategy(note):
    find_leaks_in_words = {"on": "2022-05-01", "state": "in-progress", "note": note}
    actions = [{"id": "a", "text": "Reach girls known to us", "updates": [find_leaks_in_words]}]
    tree = {"id": "s", "title": "S", "priorities": [{"id": "p", "title": "P", "actions": actions}]}
    return Strategy.model_validate(as_read(tree))


@pytest.mark.parametrize(
    ("note", "places"),
    [
        ("We know of three girls", ["priorities › p › actions › a › updates › 2022-05-01 › note"]),
        ("We know of some girls", []),
        ("Three boats", []),
    ],
)
def test_what_people_say_of_an_action_is_held_against_it(note, places):
    assert [one.place for one in find_leaks_in_words(strategy(note), "s.yaml", hidden(GIRLS))] == places


def test_the_strategy_s_own_words_and_practice_elsewhere_may_tell_it_too():
    example = {"id": "x", "title": "A bus", "summary": "A trio of girls known to them"}
    found = list(find_leaks_in_words(Practice.model_validate({"practice": (example,)}), "p.yaml", hidden(GIRLS)))
    assert [one.place for one in found] == ["practice › x › summary"]


def test_what_is_left_of_a_total_and_how_far_it_is_from_the_year_before_are_secrets_too():
    total, part = count("t", {"2022/23": 40}), count("a", {"2021/22": 12, "2022/23": 3}, part_of="t")
    (one,) = hidden(total, part)
    assert one.numbers == {Decimal(n) for n in (3, 37, 9)}


def test_the_counts_behind_a_percentage_are_secrets_but_not_the_whole():
    share = percent("p", {"2022/23": {"numerator": 3, "denominator": 40}})
    (one,) = hidden(share)
    assert one.numbers == {Decimal(n) for n in ("3", "37", "7.5")}


def test_a_figure_that_nobody_wrote_down_cannot_be_told():
    assert hidden(count("a", {"2022/23": "c"})) == []


def test_two_moments_of_one_measure_are_one_secret():
    earlier = GIRLS.model_copy(update={"readings": count("girls", {"2022/23": 5}).readings})
    found = secrets([GIRLS, earlier], plan([GIRLS], Memory(), T, MARCH).suppressed)
    assert [one.numbers for one in found] == [{Decimal(3), Decimal(4), Decimal(5)}]


def test_a_title_without_a_telling_word_is_never_recognised():
    assert measure_told_of("3 of us", hidden(count("a", {"2022/23": 3}))) == ""
