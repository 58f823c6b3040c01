"""Works out the headline of a priority by the rule its body declared: one colour for its actions, one for its measures.

It stands beside the counts and never instead of them. What has no colour is not in it, and its words say how many.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import PriorityStanding
from strategy_tracker.judging.tally import Tally, tally_actions, tally_measures
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import Label, phrase
from strategy_tracker.model.plain.headline_rule import HeadlineRule

RULES: Mapping[HeadlineRule, Label] = {
    "amber if any red": phrase("headline-amber"),
    "red if any red": phrase("headline-red"),
    "red if half red": phrase("headline-half"),
}
"""Each rule in a sentence."""


class HeadlineStanding(NamedTuple):
    """The headline of a priority: its name, its rule in a sentence, a colour for each of the two, and all in words."""

    name: str
    rule: str
    actions: Colour
    measures: Colour
    words: str


def headline_of(priority: PriorityStanding, standing: Standing) -> HeadlineStanding | None:
    """Give the headline of a priority; None where its body declared none. Grey is a colour of nothing rated."""
    if priority.headline is None:
        return None
    sentence = RULES[priority.headline.rule]
    actions = tally_actions(priority.actions, priority.actions_left_out)
    measures = tally_measures(standing.named(priority.every_measure))
    found = [_colour(priority.headline.rule, tally) for tally in (actions, measures)]
    told = [_told(tally, colour) for tally, colour in zip((actions, measures), found, strict=True) if tally.total]
    of = phrase("thing-of", what=commas(told) or phrase("nothing-to-rate"), of=sentence)
    words = phrase("and-what", what=priority.headline.name, of=of)
    return HeadlineStanding(priority.headline.name, sentence, found[0], found[1], words)


def _colour(rule: HeadlineRule, tally: Tally) -> Colour:
    red, amber, rated = tally.of("red"), tally.of("amber"), tally.rated
    if not rated:
        return "grey"
    if rule == "amber if any red":
        return "amber" if red else "green"
    if red and (rule == "red if any red" or red * 2 >= rated):
        return "red"
    return "amber" if red or amber else "green"


def _told(tally: Tally, colour: Colour) -> str:
    """Write `actions amber`, and how many have no colour that could count."""
    named = "not rated" if colour == "grey" else colour
    bare = tally.total - tally.rated
    told = phrase("headline-actions" if tally.noun == "action" else "headline-measures", colour=named)
    if not (bare and tally.rated):
        return told
    return phrase("thing-of", what=told, of=phrase("some-not-rated", number=f"{bare}", total=f"{tally.total}"))


def headlines(
    priorities: Sequence[PriorityStanding], standing: Standing
) -> Iterator[tuple[PriorityStanding, HeadlineStanding]]:
    """Give every priority that has a headline, with it."""
    for priority in priorities:
        if found := headline_of(priority, standing):
            yield priority, found
