"""Round the priorities: whom a strategy is for, what people said and what was done, and what is coming."""

from collections.abc import Iterator, Mapping

from strategy_tracker.briefing.account import coming_dates
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.news import YEAR
from strategy_tracker.briefing.record_words import VoiceWords
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import long_date, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.about.context_tables import context_tables
from strategy_tracker.views.papers.account_blocks import counts_line
from strategy_tracker.views.papers.of_measures.key_measures import direction, former, latest
from strategy_tracker.views.papers.of_measures.measure_blocks import beside
from strategy_tracker.views.papers.said import together
from strategy_tracker.views.sheet import Cell, Column, Table, cell, columns, without_empty
from strategy_tracker.views.text import sentence

MOST = 10
"""Figures about people that a paper has room for."""
AHEAD = 12
"""Dates to come that a paper has room for."""


def around_us(material: Material) -> Section | None:
    """The section of figures about people and demand, and of what presses from outside; None where there is nothing."""
    found = _of_people(material)
    blocks: list[Block] = []
    if found:
        table = Table(label("figures-about-people"), _COLUMNS, tuple(map(_person_row, found)))
        blocks.append(without_empty(table, keep=2))
    for strategy in material.standing.strategies:
        about = material.strategies[strategy.id].about
        blocks += _listed(label("what-presses"), about.context)
        blocks += context_tables(about)
        blocks += _listed(label("what-is-needed"), about.needs)
    return Section(label("around-us"), 1, tuple(blocks)) if blocks else None


_COLUMNS = (
    Column(label("figure")),
    Column(label("latest"), figures=True),
    Column(label("figure-before"), figures=True),
    Column(label("direction")),
    Column(label("beside-others")),
)


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


def _person_row(one: MeasureStanding) -> tuple[Cell, ...]:
    before = former(one) if one.headline.since else None
    return (cell(one.title), cell(latest(one)), cell(before), cell(direction(one)), cell(beside(one)))


def people_told_us(material: Material) -> Section | None:
    """The section of what people said and what was done; None where nobody said anything."""
    rows, answered, finished = [], 0, 0
    for strategy in material.standing.strategies:
        actions = {action.id: action for action in strategy.actions}
        for one in material.strategies[strategy.id].voice:
            rows.append(_said(one, actions))
            answered += one.did is not None
            linked = [actions[name] for name in one.actions if name in actions]
            finished += bool(linked) and all(action.state == "complete" for action in linked)
    if not rows:
        return None
    table = Table(label("said-and-done"), columns("they-said", "who-said-it", "we-did", "how-it-stands"), tuple(rows))
    told = together(_counted("answered", answered, len(rows)), _counted("finished", finished, len(rows)))
    return Section(label("people-told-us"), 1, (table, Paragraph(told)))


def _counted(what: str, number: int, total: int) -> str:
    """Says how many of all that was said have an answer, or an answer that is finished."""
    size = "none" if not number else "all" if number == total else "some"
    name = {
        ("answered", "none"): label("answered-none"), ("answered", "some"): label("answered-some"),
        ("answered", "all"): label("answered-all"), ("finished", "none"): label("finished-none"),
        ("finished", "some"): label("finished-some"), ("finished", "all"): label("finished-all"),
    }[what, size].name  # fmt: skip
    return label(name, number=f"{number:,}", total=f"{total:,}")


def _said(one: VoiceWords, actions: Mapping[str, ActionStanding]) -> tuple[Cell, ...]:
    who = ", ".join(part for part in (one.by, when(one.on) if one.on else "") if part)
    answers = [actions[name] for name in one.actions if name in actions]
    stands = ", ".join(count.text for count in counts_line(answers))
    return (cell(one.said), cell(who), cell(one.did), cell(stands))


def what_is_coming(material: Material) -> Section | None:
    """The section of dates of the year ahead, the next meeting among them; None where none is on record."""
    standing, meeting = material.standing, material.meeting
    actions = [action for strategy in standing.strategies if strategy.phase.runs for action in strategy.actions]
    found = [
        (one.day, when(one.when), one.text) for one in coming_dates(actions, standing.as_at, standing.as_at + YEAR)
    ]
    if meeting and meeting.next.due and not meeting.next.run_out:
        day = meeting.next.due
        found.append((day, long_date(day), label("body-meets", body=meeting.body)))
    for strategy in standing.strategies:
        for change in material.strategies[strategy.id].about.watch:
            if change.since and standing.as_at < change.since.last <= standing.as_at + YEAR:
                how = change.certainty
                what = label("outside-change", what=change.what, how=how) if how else change.what
                found.append((change.since.last, when(change.since.text), what))
    months: dict[str, list[str]] = {}
    for _, text, what in sorted(found, key=lambda one: (one[0], one[2])):
        months.setdefault(text, []).append(what)
    if not months:
        return None
    rows = tuple((cell(text), cell("; ".join(these))) for text, these in list(months.items())[:AHEAD])
    return Section(label("what-is-coming"), 1, (Table(label("dates-ahead"), columns("when", "what"), rows),))
