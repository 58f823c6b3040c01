"""The headline of a priority: by its named rule, for its actions and its measures apart, beside the counts."""

import pytest

from strategy_tracker.judging.headlines import headline_of, headlines
from strategy_tracker.model.parts.headline import Headline
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import action, measure, portfolio, priority, stand, strategy, update

ANY_RED = {"name": "Board view", "rule": "amber if any red"}


def judged(rag):
    return action(update("2018-12-30", rag=rag)) if rag else action(update("2018-12-30"))


def found(colours, measures=(), rule="amber if any red"):
    names = tuple(f"m{n}" for n in range(len(measures)))
    one = priority(*map(judged, colours), measures=names)
    stands = stand(strategy(one, headline={"name": "Board view", "rule": rule}), "2018-12-31")
    standing = portfolio(stands, measures=[measure(name, colour) for name, colour in zip(names, measures, strict=True)])
    return headline_of(stands.priorities[0], standing)


@pytest.mark.parametrize(
    ("rule", "colours", "headline"),
    [
        ("amber if any red", ["green", "red"], "amber"), ("amber if any red", ["green", "amber"], "green"),
        ("red if any red", ["green", "red"], "red"), ("red if any red", ["green", "amber"], "amber"),
        ("red if any red", ["green"], "green"), ("red if half red", ["red", "green"], "red"),
        ("red if half red", ["red", "green", "green"], "amber"), ("red if half red", ["amber", "green"], "amber"),
        ("red if half red", ["green"], "green"), ("red if any red", [None], "grey"),
        ("red if half red", ["red", "green", None], "red"),
    ],
)  # fmt: skip
def test_each_rule_gives_the_colour_its_sentence_says(rule, colours, headline):
    assert found(colours, rule=rule).actions == headline


def test_actions_and_measures_are_never_mixed_and_what_has_no_colour_is_said():
    one = found(["green", "red", None], ["green", "grey"])
    assert (one.actions, one.measures) == ("amber", "green")
    told = "actions amber (1 of 3 not rated), measures green (1 of 2 not rated)"
    assert one.words == f"Board view: {told} (amber if any is red, else green)"


def test_nothing_rated_has_no_headline_colour():
    assert found([None]).words == "Board view: actions not rated (amber if any is red, else green)"
    assert found([]).words == "Board view: nothing to rate (amber if any is red, else green)"


def test_that_of_the_strategy_comes_before_that_of_the_settings():
    settings = DEFAULTS.model_copy(
        update={"headline": Headline.model_validate({"name": "All", "rule": "red if any red"})}
    )
    ours = stand(strategy(priority(judged("red")), headline=ANY_RED), "2018-12-31", settings)
    theirs = stand(strategy(priority(judged("red"))), "2018-12-31", settings)
    none = stand(strategy(priority(judged("red"))), "2018-12-31")
    assert [one.name for _, one in headlines(ours.priorities, portfolio(ours))] == ["Board view"]
    assert [one.actions for _, one in headlines(theirs.priorities, portfolio(theirs))] == ["red"]
    assert list(headlines(none.priorities, portfolio(none))) == []
