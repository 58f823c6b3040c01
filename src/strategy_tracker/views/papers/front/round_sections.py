"""Sections on what stands before and after the work of a paper: who has answered, and what awaits sign-off."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.judging.meetings.count_answers import asked_in, asked_owners, count_round
from strategy_tracker.judging.standing.of_actions import ActionStanding, Lack
from strategy_tracker.judging.standing.of_rounds import BodyRound
from strategy_tracker.model.names.joined import listed, semicolons
from strategy_tracker.model.names.labels import Word, label, phrase
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, Paragraph, Section
from strategy_tracker.views.papers.front.to_settle import named
from strategy_tracker.views.rounds_as_data import priorities_of
from strategy_tracker.views.sheet import MARKS, Cell, Table, cell, columns
from strategy_tracker.views.text import owner_words


def rounds_of(material: Material) -> tuple[BodyRound, ...]:
    """The rounds of the body that a paper is for, or of every body where it is for none."""
    return tuple(one for one in material.standing.rounds if material.body in ("", one.body))


def answers_in_short(material: Material) -> Iterator[str]:
    """Write of each round `Before the meeting of Housing Board on 12 January 2026, 3 of 4 owners have answered`."""
    for one in rounds_of(material):
        yield label("answers-before-meeting", body=one.body, day=when(one.round.meeting), counts=_counts(one))


def _counts(one: BodyRound) -> str:
    return count_round(one.round.asked).words()


def who_answered(material: Material) -> Section | None:
    """The section of who has answered before the meeting, by owner and by priority; None where nobody was asked."""
    blocks = [block for one in rounds_of(material) for block in _round(one, material)]
    return Section(label("who-answered"), 1, tuple(blocks)) if blocks else None


def _round(one: BodyRound, material: Material) -> Iterator[Block]:
    opens, closes = when(one.round.opens.isoformat()), when(one.round.closes.isoformat())
    name: Word = "round-asks" if one.round.is_open else "round-asked"
    yield Paragraph(label(name, body=one.body, opens=opens, closes=closes, counts=_counts(one)))
    owners = sorted(asked_owners(one.round.asked), key=lambda each: (each.has_answered, each.owner))
    rows = []
    for each in owners:
        counts = {"number": f"{each.answered}", "total": f"{each.asked}"}
        words = phrase("answered-late" if each.late else "answered-of", **counts)
        amber = Cell(phrase("with-mark", mark=MARKS["amber"], words=words), "amber")
        answered = amber if each.waiting or each.late else cell(words)
        waiting = semicolons([_title(item, material) for item in each.waiting])
        rows.append((cell(each.owner), answered, cell(when(each.last) if each.last else None), cell(waiting)))
    yield Table(label("answers-by-owner"), columns("owner", "answered", "last", "no-word-yet"), tuple(rows))
    if len(priorities_of(one.round)) > 1:
        titles = {f"{s.id}/{p.id}": p.title for s, p in each_priority(material.standing)}
        answers = ((name, count_round(asked_in(one.round.asked, name)).words()) for name in priorities_of(one.round))
        told = tuple((cell(titles.get(name, name)), cell(words)) for name, words in answers)
        yield Table(label("answers-by-priority"), columns("priority", "answers"), told)


def _title(item: str, material: Material) -> str:
    """What is waited for, in its own words."""
    for strategy in material.standing.strategies:
        action = next((one for one in strategy.actions if f"{strategy.id}/{one.id}" == item), None)
        if action:
            return named(strategy, action, material)
    measure = material.standing.measures.get(item)
    return measure.title if measure else item


_LACKS: dict[Lack, Word] = {"evidence": "lacks-evidence", "acceptance": "lacks-acceptance"}


def awaiting_sign_off(material: Material) -> Section | None:
    """The section of what is delivered and awaits sign-off, with what it lacks; None where nothing does."""
    found = [
        (named(strategy, action, material), action)
        for strategy in material.standing.strategies
        for action in strategy.actions
        if action.lacks
    ]
    if not found:
        return None
    rows = tuple(
        (cell(name), cell(_reported(action)), cell(listed([phrase(_LACKS[one]) for one in action.lacks])))
        for name, action in found
    )
    heads = columns("action", "said", "what-is-lacking")
    return Section(label("awaiting-sign-off"), 1, (Table(label("actions-to-sign-off"), heads, rows),))


def _reported(action: ActionStanding) -> str:
    """When it was said to be finished, and by whom: the update, or the owner where it names nobody."""
    told = next(one for one in action.updates if one.state)
    return phrase("two-words", first=when(told.on), second=told.by or owner_words(action.owners))
