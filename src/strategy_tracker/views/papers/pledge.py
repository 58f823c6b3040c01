"""What was promised and what is expected, apart: who keeps it, how that stands, and what was found at check-ins."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.position import of_actions, of_needs
from strategy_tracker.briefing.record_words import CommitmentWords
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.model.pledge import PledgeJudgement
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.people import heading
from strategy_tracker.views.sheet import Cell, Column, Table, cell, columns, without_empty
from strategy_tracker.views.text import owner_words, sentence

UNLINKED = "no priority is linked to it"
_KEPT = {"yes": "yes", "partly": "in part", "no": "no"}


def pledge(material: Material) -> Iterator[Section]:
    """Sections of each promise, then of what is expected, with the priorities that serve it and how these stand."""
    for strategy in material.standing.strategies:
        title = heading(strategy, material, label("promises"))
        every = material.strategies[strategy.id].pledge
        promises = [one for one in every if one.is_promise]
        expected = [one for one in every if not one.is_promise]
        blocks: list[Block] = list(_judges(strategy))
        if promises:
            heads = columns("promise", "by-and-to", "kept-by", "how-its-actions-stand", "is-it-kept")
            blocks.append(_table(label("what-was-promised"), heads, promises, strategy))
        if expected:
            heads = columns("expectation", "by-and-to", "served-by", "how-its-actions-stand", "is-it-met")
            blocks += _expected(_table(label("expectations"), heads, expected, strategy))
        if not every:
            blocks.append(Paragraph("No pledge is on record."))
        elif not promises:
            blocks.insert(0, Paragraph("No promise is on record; what is expected is no promise."))
        yield Section(title, 1, tuple(blocks))


def _judges(strategy: StrategyStanding) -> Iterator[Block]:
    """Who judges how the pledge is kept."""
    if bodies := [body.body for body in strategy.judging]:
        yield Paragraph(f"How it is kept is judged by {owner_words(bodies)}.")


def _table(
    title: Label, heads: tuple[Column, ...], pledged: list[CommitmentWords], strategy: StrategyStanding
) -> Table:
    rows = tuple(_commitment(one, strategy) for one in pledged)
    return without_empty(Table(title, heads, rows), keep=4)


def _expected(table: Table) -> Iterator[Block]:
    """Give what is expected as a table, or, where many rows say the same of who asks and who serves, as lists."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for row in table.rows:
        text, whom, served, *rest = (one.text for one in row)
        serving = served if served == UNLINKED else f"{table.columns[2].name.lower()} {served}"
        stands = " ".join(words for words in rest if words != cell(None).text)
        alike.setdefault((whom, serving, stands), []).append(text)
    if len(alike) * 2 > len(table.rows):
        yield table
        return
    yield Paragraph(table.title)
    for (whom, serving, stands), asked in alike.items():
        yield Paragraph(f"{sentence(f'{whom}; {serving}')} {stands}".rstrip())
        yield Points(tuple(asked))


def _commitment(one: CommitmentWords, strategy: StrategyStanding) -> tuple[Cell, ...]:
    keeping = [priority for priority in strategy.priorities if priority.id in one.priorities]
    actions = [action for priority in keeping for action in priority.actions]
    tally = tally_actions(actions, sum(priority.actions_left_out for priority in keeping))
    text = f"{sentence(one.text)} In plain words: {one.plain}" if one.plain else one.text
    whom = ", ".join(
        part for part in (one.by, f"{'to' if one.is_promise else 'of'} {one.to}" if one.to else "") if part
    )
    return (
        cell(text),
        cell(whom),
        cell("; ".join(priority.title for priority in keeping) or UNLINKED),
        cell(f"{of_actions(tally)} {of_needs(tally)}" if any(one.tells_actions for one in keeping) else None),
        cell("; ".join(part for part in (*map(_found, one.judgements[:1]), dates_in(one.check_in)) if part)),
    )


def _found(one: PledgeJudgement) -> str:
    """What was found at the last check-in: `in part, says Positive Journeys, May 2022: Two of three have one`."""
    who = f", says {one.by}" if one.by else ""
    return f"{_KEPT[one.kept]}{who}, {when(one.on.text)}{f': {one.note}' if one.note else ''}"
