"""The exceptions of a report: each late, waiting, red or silent thing with its owner, reason and corrective action."""

from collections.abc import Sequence

from strategy_tracker.briefing.alike import together
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.notes import disagreements, disputed, halted, moved
from strategy_tracker.judging.attention import AttentionItem, list_coming
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.attention_heads import by_head
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when, why_changed
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.sheet import Cell, Table, cell, coloured, columns
from strategy_tracker.views.text import NO_REASON, approval_words, owner_words, sentence

NO_CORRECTION = "no corrective action recorded"


def exceptions(material: Material, every: Sequence[AttentionItem]) -> Section:
    """The section of all exceptions: a table for each group, silence last."""
    shared, found = together(every)
    many = len(material.standing.strategies) > 1
    blocks: list[Block] = [table(each, many, head) for head, each in by_head(found).items()]
    for each in shared:
        told = sentence(
            dates_in(
                f"silent; owner: {owner_words(each.owners, each.owner_from)}; {'; '.join(each.why)}; {NO_CORRECTION}"
            )
        )
        blocks += [Paragraph(told), Points(tuple(f"{one.text}{_where(one, many)}" for one in each.items))]
    return Section(label("exceptions"), 1, tuple(blocks) or (Paragraph(label("all-is-well")),))


def due_next(material: Material) -> Section | None:
    """The section of what falls due before the body meets again; None where nobody knows when that is."""
    meeting = material.meeting
    if meeting is None or meeting.next.due is None or meeting.next.run_out:
        return None
    title = label("due-by-next-meeting", day=long_date(meeting.next.due))
    found = [one for one in list_coming(material.standing, meeting.next.due) if one.item != meeting.body]
    if not found:
        return Section(title, 1, (Paragraph("Nothing with a date falls due before it."),))
    rows = tuple(
        (
            cell(one.text),
            cell(long_date(one.due) if one.due else None),
            cell(owner_words(owners_of(one), one.owner_from)),
        )
        for one in found
    )
    return Section(title, 1, (Table(label("due"), columns("what", "when", "owner"), rows),))


def table(found: Sequence[AttentionItem], many: bool, title: str) -> Table:
    """A table of exceptions; where there are `many` strategies each is named."""
    heads = columns("what", "colour", "owner", "why-here", "corrective-action")
    return Table(title, heads, tuple(_row(one, many) for one in found))


def _row(one: AttentionItem, many: bool) -> tuple[Cell, ...]:
    return (
        cell(f"{one.text}{_where(one, many)}"),
        coloured(one.colour, one.word) if one.thing in ("action", "measure") else cell(one.word),
        cell(owner_words(owners_of(one), one.owner_from)),
        cell(dates_in("; ".join(one.why))),
        cell(correction(one)),
    )


def _where(one: AttentionItem, many: bool) -> str:
    """The short id of what a concern is about, with its strategy where there are several."""
    if one.thing == "action":
        return f" ({one.item if many else one.item.rpartition('/')[2]})"
    return f" ({', '.join(one.strategies)})" if many and one.strategies else ""


def correction(one: AttentionItem) -> str:
    """The corrective action, or the words that there is none, with what was last said or noted of a figure."""
    if one.correction:
        return dates_in(one.correction)
    whose = "note on the last figure" if one.thing == "measure" else "last said"
    return f"{NO_CORRECTION}; {whose}: {dates_in(one.said)}" if one.said else NO_CORRECTION


def shortlist(found: Sequence[AttentionItem], many: bool) -> Table:
    """A short table for the report of one page: what, who, and what is done about it."""
    heads = columns("what", "colour", "owner", "corrective-action")
    rows = tuple(
        (*_row(one, many)[:3], cell(dates_in(one.correction) if one.correction else NO_CORRECTION)) for one in found
    )
    return Table(label("to-look-at-first"), heads, rows)


def dates_moved(material: Material) -> Section | None:
    """The section of due dates that were moved, and by whom that was approved; None where no action is told."""
    if not material.standing.tells_actions:
        return None
    found = moved(material.standing)
    title, unsure = label("dates-moved"), material.standing.moves_not_known
    not_known = (Paragraph(sentence(unsure)),) if unsure else ()
    if not found:
        none = "No move of a due date is on record." if unsure else "No due date was moved."
        return Section(title, 1, (Paragraph(none), *not_known))
    heads = columns("action", "moved-on", "from", "to", "why", "approved-by")
    rows = tuple(
        (
            cell(named(one.strategy, one.action, material) + (f", milestone: {one.step}" if one.step else "")),
            cell(when(one.move.on) if one.move.on else None),
            cell(when(one.move.former)),
            cell(when(one.move.to)),
            cell(dates_in(why_changed(one.move))),
            cell(dates_in(approval_words(one.move))),
        )
        for one in found
    )
    return Section(title, 1, (Table(label("moved-dates"), heads, rows), *not_known))


def halts_to_note(material: Material, body: str = "") -> Section | None:
    """The section of actions whose halt a body has yet to note, or without its name any; None where there are none."""
    found = halted(material.standing, body)
    if not found:
        return None
    heads = columns("action", "state", "since", "why", "approved-by", *(() if body else ("to-be-noted-by",)))
    rows = tuple(
        (
            cell(named(one.strategy, one.action, material)),
            cell(one.halt.state),
            cell(when(one.halt.on)),
            cell(one.halt.why or NO_REASON),
            cell(dates_in(approval_words(one.halt))),
            *(() if body else (cell("; ".join(one.bodies)),)),
        )
        for one in found
    )
    title = label("to-note")
    return Section(title, 1, (Table(label("actions-to-note"), heads, rows),))


def named(strategy: StrategyStanding, action: ActionStanding, material: Material) -> str:
    """Names an action by its words and its id, with its strategy where there are several."""
    many = len(material.standing.strategies) > 1
    return f"{action.text} ({strategy.id}/{action.id})" if many else f"{action.text} ({action.id})"


def two_opinions(material: Material) -> Section | None:
    """The section of what is judged in one way and dated or rated in another, neither assumed to be wrong."""
    found, measures = disagreements(material.standing), disputed(material.standing)
    if not (found or measures):
        return None
    rows = tuple(
        (
            cell(named(strategy, action, material)),
            coloured(action.rating.colour, action.rating.word),
            cell(owner_words(owners_of(action), action.owner_from)),
            cell(dates_in(action.disagreement)),
        )
        for strategy, action in found
    )
    of_measures = tuple(
        (
            cell(one.title),
            coloured(one.rating.colour, one.rating.word),
            cell(owner_words(owners_of(one))),
            cell(dates_in(one.disagreement)),
        )
        for one in measures
    )
    tables = (
        Table(label("opinions"), columns("action", "colour", "owner", "what-the-two-say"), rows),
        Table(label("opinions-of-measures"), columns("measure", "colour", "owner", "what-the-two-say"), of_measures),
    )
    return Section(label("two-opinions" if found else "opinions"), 1, tuple(table for table in tables if table.rows))
