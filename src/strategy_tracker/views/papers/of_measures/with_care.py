"""Measures that a reader must look at twice: claims that figures may not bear out, and what got worse, and why."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Section
from strategy_tracker.views.papers.of_measures.measure_blocks import reading, travel
from strategy_tracker.views.sheet import Cell, Table, cell, columns, without_empty
from strategy_tracker.views.text import sentence


def claims(material: Material) -> Section | None:
    """The section of claims about measures and what the figures say of them; None where there are none."""
    heads = columns("measure", "claim", "does-it-hold", "what-figures-say", "source")
    rows = tuple(
        (cell(one.title), cell(claim.text), cell(claim.holds), cell(claim.check), cell(claim.source))
        for one in material.standing.measures.values()
        for claim in one.about.claims
    )
    table = without_empty(Table(label("claim"), heads, rows), keep=2)
    return Section(label("figures-with-care"), 1, (table,)) if rows else None


def got_worse(material: Material) -> Section | None:
    """The section of measures that are worse than before, each with its cause and what is done; None without any.

    Where the figure does not say what is done, the last word of each action that names the measure does.
    """
    found = [one for one in material.standing.measures.values() if one.headline.kind == "worse" and not one.withdrawn]
    heads = columns("measure", "figure", "since-period-before", "cause", "response")
    rows = tuple(_row(one, material) for one in found)
    table = without_empty(Table(label("got-worse-table"), heads, rows), keep=3)
    return Section(label("got-worse"), 1, (table,)) if rows else None


def _row(one: MeasureStanding, material: Material) -> tuple[Cell, ...]:
    more = one.reading.more if one.reading else None
    response = more.response if more else None
    return (
        cell(one.title),
        cell(reading(one)),
        cell(travel(one.headline)),
        cell(more.cause if more else None),
        cell(response or " ".join(_last_words(one, material))),
    )


def _last_words(one: MeasureStanding, material: Material) -> Iterator[str]:
    """The last word of each action that names the measure, with its day."""
    for strategy in material.standing.strategies:
        for action in strategy.actions:
            if one.id in action.measures and (said := _last(action)):
                yield said


def _last(action: ActionStanding) -> str:
    update = next((one for one in action.updates if one.note), None)
    return f"{sentence(action.text)} {sentence(f'{when(update.on)}: {update.note}')}" if update else ""
