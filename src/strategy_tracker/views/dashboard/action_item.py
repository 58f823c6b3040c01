"""One action of a dashboard page: a line that says how it stands, and folded in it its reason, facts and history."""

from collections.abc import Iterator, Sequence

from strategy_tracker.judging.standing.of_actions import ActionStanding, MoveStanding, UpdateStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dashboard.changes_panel import changes
from strategy_tracker.views.dashboard.page_blocks import Facts, PageBlock, PageItem, PageLink, PageLinks
from strategy_tracker.views.dashboard.page_material import StrategyPage, anchor, place
from strategy_tracker.views.dates_and_amounts import dates_in, when, why_changed
from strategy_tracker.views.dating import dated
from strategy_tracker.views.document import Address, Paragraph
from strategy_tracker.views.doubts import doubts_of, milestone_words, update_doubts
from strategy_tracker.views.papers.action_plan import clocks, last_said
from strategy_tracker.views.sheet import Cell, Column, Table, cell, coloured, columns, without_empty
from strategy_tracker.views.text import (
    NO_REASON,
    NOT_CONFIRMED,
    Approval,
    accepted_words,
    approval_words,
    counted,
    owner_words,
    sentence,
)

ACTION_HEADS = (label("action"), label("colour"), label("dates-and-clocks"), label("last-said"))


def action_item(action: ActionStanding, page: StrategyPage, name: Address, owners: Sequence[str]) -> PageItem:
    """Makes an action an entry of a list; `name` is its anchor, `owners` are those of its priority."""
    strategy = page.material.standing.strategies[0]
    own = owners_of(action)
    return PageItem(
        text=action.text,
        small=owner_words(own, action.owner_from) if own and own != owners else "",
        state=coloured(action.rating.colour, action.rating.word),
        cells=(clocks(action), last_said(action) or ""),
        blocks=tuple(_inside(action, page)),
        name=name,
        needs=f"{strategy.id}/{action.id}" in page.needing,
    )


def _inside(action: ActionStanding, page: StrategyPage) -> Iterator[PageBlock]:
    strategy = page.material.standing.strategies[0]
    yield from why(action.rating, action.disagreement)
    yield facts(_facts(action))
    yield from _measures(action, page)
    yield from _tables(action)
    yield from changes(page, f"{strategy.id}/{action.id}", "action")
    yield from place(page.links, strategy.file, action.route)


def why(rating: Rating, disagreement: str | None) -> Iterator[Paragraph]:
    """Says the reason for a colour, and the two opinions of it where there are two."""
    lead = label("why-no-colour" if rating.colour == "grey" else "why-this-colour")
    yield Paragraph(sentence(dates_in(rating.reason)), lead=lead)
    if disagreement:
        yield Paragraph(sentence(dates_in(disagreement)), lead=label("two-opinions-of-it"))


def facts(pairs: Iterator[tuple[str, str | None]]) -> Facts:
    """Names with their values; a value that is empty is left out."""
    return Facts(tuple((name, value) for name, value in pairs if value))


def _facts(action: ActionStanding) -> Iterator[tuple[str, str | None]]:
    yield label("state"), action.state_words
    if action.halt:
        why = phrase("and-what", what=when(action.halt.on), of=action.halt.why or NO_REASON)
        yield label("since"), semicolons([why, *_agreed(action.halt)])
    if action.start.due:
        yield label("start"), dates_in(action.start.words)
    yield label("due"), dates_in(action.due.words)
    if action.interval.kind != "none":
        yield label("recurs"), dates_in(action.interval.words)
    yield label("review"), dates_in(action.review.words)
    if action.judgement:
        old = phrase("judgement-is-old", colour=phrase(action.judgement))
        yield label("owners-judgement"), old if action.judgement_is_old else phrase(action.judgement)
    yield label("now-expected"), when(action.forecast) if action.forecast else None
    yield label("forecasts"), semicolons([dates_in(one.words) for one in action.forecasts if one.verdict != "open"])
    if action.slipped and action.moves:
        days = counted(action.slipped, "day")
        yield label("slipped"), phrase("so-much-from", days=days, date=when(action.moves[0].former))
    yield label("owner"), owner_words(owners_of(action), action.owner_from)
    yield label("with"), ", ".join(action.partners)
    yield label("kind"), phrase(f"kind-{action.kind}") if action.kind else None
    notes = (action.note, NOT_CONFIRMED if action.drafted else "", *doubts_of(action))
    yield label("note"), semicolons([part for part in notes if part])
    yield label("id"), action.id


def _measures(action: ActionStanding, page: StrategyPage) -> Iterator[PageLinks]:
    """Links to the measures that an action names."""
    known = page.material.standing.measures
    links = tuple(
        PageLink(
            known[name].title,
            Address(f"#{anchor('measure', '', name)}"),
            phrase("after-colon", told=known[name].rating.word),
        )
        for name in action.measures
        if name in known
    )
    if links:
        yield PageLinks(label("how-we-know"), links)


def _tables(action: ActionStanding) -> Iterator[Table]:
    """What was said of an action, its milestones, and its dates that moved; what is empty is left out."""
    made = (_updates(action), _milestones(action), _moves(action), _step_moves(action))
    return (one for one in made if one.rows)


def _updates(action: ActionStanding) -> Table:
    heads = columns("on", "state", "judgement", "said", "by")
    rows = tuple(
        (
            cell(dated(one.on, undated=one.undated)),
            cell(phrase(one.state) if one.state else None),
            coloured(one.rag, one.rag) if one.rag else cell(None),  # type: ignore[arg-type]
            cell(_said(one)),
            cell(one.by),
        )
        for one in action.updates
    )
    return without_empty(Table(label("history-said"), heads, rows), keep=2)


def _said(update: UpdateStanding) -> str:
    parts = [update.note] if update.note else []
    parts += [phrase("happened-when", when=when(update.happened))] if update.happened else []
    parts += [phrase("expected-when", when=when(update.forecast))] if update.forecast else []
    parts += [phrase("with-evidence", evidence=", ".join(update.evidence))] if update.evidence else []
    parts += _agreed(update)
    accepted_on = when(update.accepted_on) if update.accepted_on else None
    parts += [accepted] if (accepted := accepted_words(update.accepted_by, accepted_on)) else []
    parts += [NOT_CONFIRMED] if update.drafted else []
    return semicolons([*parts, *update_doubts(update)])


def _agreed(one: Approval) -> list[str]:
    """Who approved it, where somebody did."""
    return [phrase("approved-by-whom", who=dates_in(approval_words(one)))] if one.approved_by else []


def _milestones(action: ActionStanding) -> Table:
    heads = columns("step", "done", "due")
    rows = tuple(
        (
            cell(milestone_words(one)),
            cell(dated(one.done, undated=one.undated) if one.done else None),
            cell(dates_in(one.clock.words)),
        )
        for one in action.milestones
    )
    return Table(label("milestones"), heads, rows)


_MOVED = columns("moved-on", "from", "to", "why", "approved-by")


def _moves(action: ActionStanding) -> Table:
    return Table(label("moves-of-due-date"), _MOVED, tuple(map(_move, action.moves)))


def _step_moves(action: ActionStanding) -> Table:
    rows = tuple((cell(step.text), *_move(move)) for step in action.milestones for move in step.moves)
    return Table(label("moves-of-milestones"), (Column(label("step")), *_MOVED), rows)


def _move(one: MoveStanding) -> tuple[Cell, ...]:
    return (
        cell(when(one.on) if one.on else None),
        cell(when(one.former)),
        cell(when(one.to)),
        cell(dates_in(why_changed(one))),
        cell(dates_in(approval_words(one))),
    )
