"""Who has answered in the round before a meeting: lines and tables for a screen."""

from collections.abc import Iterator

from strategy_tracker.judging.meetings.count_answers import asked_in, asked_owners, count_round
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_rounds import AskedOwner, BodyRound, RoundStanding
from strategy_tracker.views.rounds_as_data import priorities_of
from strategy_tracker.views.sheet import Cell, Column, SheetSection, Table, cell, coloured


def round_sections(standing: Standing) -> Iterator[SheetSection]:
    """A section for each round: when it is open, who has answered, and the same by priority where there are several."""
    titles = {f"{one.id}/{p.id}": p.title for one in standing.strategies for p in one.priorities}
    for one in standing.rounds:
        tables = [_by_owner(one), *([_by_priority(one, titles)] if len(priorities_of(one.round)) > 1 else [])]
        yield SheetSection(f"{one.body}, round before {one.round.meeting}", (round_line(one.round),), tuple(tables))


def round_line(one: RoundStanding) -> str:
    """Write `open from 2026-09-21 to 2026-10-17: 9 of 14 owners have answered, 2 late`."""
    word = "open" if one.is_open else "was open"
    return f"{word} from {one.opens} to {one.closes}: {count_round(one.asked).words()}"


def _by_owner(one: BodyRound) -> Table:
    columns = (Column("Owner"), Column("Answered"), Column("Last"), Column("No word yet of"))
    owners = sorted(asked_owners(one.round.asked), key=lambda each: (each.has_answered, each.owner))
    rows = [(cell(each.owner), _answered(each), cell(each.last), cell(", ".join(each.waiting))) for each in owners]
    unowned = [each.item for each in one.round.asked if not each.owners]
    notes = [f"no owner to ask: {', '.join(unowned)}"] if unowned else []
    again = [f"{each.item} ({each.again} times)" for each in one.round.asked if each.again]
    notes += [f"nothing new said in a row, so ask: {', '.join(again)}"] if again else []
    return Table("", columns, tuple(rows), tuple(notes))


def _answered(one: AskedOwner) -> Cell:
    words = f"{one.answered} of {one.asked}" + (", late" if one.late else "")
    return coloured("amber", words) if one.waiting or one.late else cell(words)


def _by_priority(one: BodyRound, titles: dict[str, str]) -> Table:
    rows = [
        (cell(titles.get(name, name)), cell(count_round(asked_in(one.round.asked, name)).words()))
        for name in priorities_of(one.round)
    ]
    return Table("By priority", (Column("Priority"), Column("Answers")), tuple(rows))
