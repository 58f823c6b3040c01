"""The words that every screen, paper and page has over what needs attention, in the order it is told."""

from collections.abc import Iterable

from strategy_tracker.judging.attention import KINDS, AttentionItem, AttentionKind
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.views.dates_and_amounts import dates_in

HEADS: dict[AttentionKind, Label] = {
    "late": label("late-and-said-so"),
    "red-measure": label("red-measures"),
    "waiting": label("passed-in-silence"),
    "late-resolution": label("asked-for-and-late"),
    "red-action": label("red-with-no-date-passed"),
    "no-amber-rule": label("missed-without-amber"),
    "late-reading": label("not-come"),
    "missed-review": label("not-come"),
    "unanswered": label("asked-and-not-answered"),
    "very-silent": label("silent-head"),
    "silent": label("silent-head"),
}
ALL_HEADS = tuple(dict.fromkeys(HEADS[kind] for kinds in KINDS for kind in kinds))
"""Each head once, in the order of the list."""


def named(one: AttentionItem) -> str:
    """What a thing is called; a round before a meeting by its day as people say it."""
    return dates_in(one.text) if one.thing == "meeting" else one.text


def by_head(found: Iterable[AttentionItem]) -> dict[Label, list[AttentionItem]]:
    """Group what needs attention under its heads, in their order; a head with nothing under it is left out."""
    groups: dict[Label, list[AttentionItem]] = {head: [] for head in ALL_HEADS}
    for one in found:
        groups[HEADS[one.kind]].append(one)
    return {head: each for head, each in groups.items() if each}
