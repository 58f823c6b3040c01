"""Round the priorities: whom a strategy is for, what people said and what was done, and what is coming."""

from collections.abc import Iterator

from strategy_tracker.briefing.account import coming_dates
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.news import YEAR
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import by_when, long_date, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.about.context_tables import context_tables
from strategy_tracker.views.papers.of_measures.figure_words import people_table
from strategy_tracker.views.papers.people import told_of_voice
from strategy_tracker.views.sheet import Table, cell, columns
from strategy_tracker.views.text import sentence

MOST = 6
"""Figures about people that a paper has room for."""
AHEAD = 12
"""Dates to come that a paper has room for."""


def around_us(material: Material) -> Section | None:
    """The section of figures about people and demand, and of what presses from outside; None where there is nothing."""
    found = _of_people(material)
    blocks: list[Block] = []
    if found:
        blocks.append(people_table(found, label("figures-about-people"), [one.title for one in found]))
    for strategy in material.standing.strategies:
        about = material.strategies[strategy.id].about
        blocks += _listed(label("what-presses"), about.context)
        blocks += context_tables(about)
        blocks += _listed(label("what-is-needed"), about.needs)
    return Section(label("around-us"), 1, tuple(blocks)) if blocks else None


def _listed(head: str, texts: tuple[str, ...]) -> Iterator[Block]:
    if texts:
        yield Paragraph("", lead=head)
        yield Points(tuple(map(sentence, texts)))


def _of_people(material: Material) -> list[MeasureStanding]:
    """The figures that describe people or demand: those that changed or stand beside others before the rest."""
    every = [one for one in material.standing.measures.values() if one.rating.why == "context" and _is_told(one)]
    wanted = sorted(every, key=lambda one: (one.headline.kind == "none", not one.comparisons))[:MOST]
    return [one for one in every if one in wanted]


def _is_told(one: MeasureStanding) -> bool:
    return one.reading is not None and one.reading.amount is not None and not one.withdrawn


def people_told_us(material: Material) -> Section | None:
    """The section of what people said and what was done; None where nobody said anything."""
    told = tuple(told_of_voice(material, material.standing.strategies, "they-said", label("said-and-done")))
    return Section(label("people-told-us"), 1, told) if told else None


def what_is_coming(material: Material) -> Section | None:
    """The section of dates of the year ahead, the next meeting among them; None where none is on record."""
    standing, meeting = material.standing, material.meeting
    actions = [action for strategy in standing.strategies if strategy.phase.runs for action in strategy.actions]
    found = [
        (one.day, by_when(one.when), one.text) for one in coming_dates(actions, standing.as_at, standing.as_at + YEAR)
    ]
    if meeting and meeting.next.due and not meeting.next.run_out:
        day = meeting.next.due
        found.append((day, long_date(day), label("body-meets", body=meeting.body)))
    for strategy in standing.strategies:
        for change in material.strategies[strategy.id].about.watch:
            if change.since and standing.as_at < change.since.last <= standing.as_at + YEAR:
                how = phrase(change.certainty) if change.certainty else ""
                what = label("outside-change", what=change.what, how=how) if how else change.what
                found.append((change.since.last, when(change.since.text), what))
    months: dict[str, list[str]] = {}
    for _, text, what in sorted(found, key=lambda one: (one[0], one[2])):
        months.setdefault(text, []).append(what)
    if not months:
        return None
    rows = tuple((cell(text), cell(semicolons(these))) for text, these in list(months.items())[:AHEAD])
    return Section(label("what-is-coming"), 1, (Table(label("dates-ahead"), columns("when", "what"), rows),))
