"""One action of a dashboard page: a line that says how it stands, and folded in it its reason, facts and history."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from strategy_tracker.judging.standing.of_actions import ActionStanding, MoveStanding, UpdateStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dashboard.changes_panel import lines
from strategy_tracker.views.dashboard.page_material import StrategyPage, anchor, place
from strategy_tracker.views.dashboard.parts import NOTHING, facts, pill, table
from strategy_tracker.views.dates_and_amounts import dates_in, when, why_changed
from strategy_tracker.views.dating import dated
from strategy_tracker.views.doubts import doubts_of, milestone_words, update_doubts
from strategy_tracker.views.formats.escaping import joined, tag
from strategy_tracker.views.screens.status_detail import words_of
from strategy_tracker.views.sheet import Cell, Column, Table, cell, coloured, columns, without_empty
from strategy_tracker.views.text import (
    NO_REASON,
    NOT_CONFIRMED,
    accepted_words,
    approval_words,
    counted,
    owner_words,
    sentence,
)


def action_item(action: ActionStanding, page: StrategyPage, name: str, days: int, owners: Sequence[str]) -> Markup:
    """Writes an action as an entry of a list; `name` is its anchor, `days` how late it is, `owners` its priority's."""
    summary = tag("summary", joined(_summary(action, owners)))
    inside = tag("div", joined([part for part in _inside(action, page) if part]), class_="inside")
    return tag(
        "li",
        tag("details", summary, inside),
        id=name,
        class_="item",
        data_colour=action.rating.colour,
        data_owner="\n".join(owners_of(action)),
        data_rank=str(WORST_FIRST.index(action.rating.colour)),
        data_days=str(days),
    )


def _summary(action: ActionStanding, owners: Sequence[str]) -> Iterator[Markup]:
    yield pill(action.rating.colour, action.rating.word)
    yield tag("span", action.text, class_="what")
    if owners_of(action) != owners or not owners:
        yield tag("span", owner_words(owners_of(action), action.owner_from), class_="who")
    clocks = "; ".join(words for words in words_of(action) if words != action.disagreement)
    if clocks:
        yield tag("span", dates_in(clocks), class_="when")


def _inside(action: ActionStanding, page: StrategyPage) -> Iterator[Markup]:
    strategy = page.material.standing.strategies[0]
    yield why(action.rating.colour, action.rating.reason)
    if action.disagreement:
        yield tag("p", tag("b", label("two-opinions-of-it")), sentence(dates_in(action.disagreement)))
    yield facts(_facts(action))
    yield _measures(action, page)
    yield _updates(action)
    yield _milestones(action)
    yield _moves(action)
    yield _step_moves(action)
    yield changes(page, f"{strategy.id}/{action.id}", "action")
    yield place(page.links, strategy.file, action.route)


def why(colour: str, reason: str) -> Markup:
    """Writes the reason for a colour as a sentence."""
    return tag(
        "p",
        tag("b", label("why-no-colour") if colour == "grey" else label("why-this-colour")),
        sentence(dates_in(reason)),
        class_=f"why {colour}",
    )


def _facts(action: ActionStanding) -> Iterator[tuple[str, str | None]]:
    yield label("state"), action.state_words
    if action.halt:
        agreed = f"; approved by {dates_in(approval_words(action.halt))}" if action.halt.approved_by else ""
        yield label("since"), f"{when(action.halt.on)}: {action.halt.why or NO_REASON}{agreed}"
    if action.start.due:
        yield label("start"), dates_in(action.start.words)
    yield label("due"), dates_in(action.due.words)
    if action.interval.kind != "none":
        yield label("recurs"), dates_in(action.interval.words)
    yield label("review"), dates_in(action.review.words)
    if action.judgement:
        old = " (older than its review cadence)" if action.judgement_is_old else ""
        yield label("owners-judgement"), f"{action.judgement}{old}"
    yield label("now-expected"), when(action.forecast) if action.forecast else None
    yield label("forecasts"), "; ".join(dates_in(one.words) for one in action.forecasts if one.verdict != "open")
    if action.slipped and action.moves:
        yield label("slipped"), f"{counted(action.slipped, 'day')} from {when(action.moves[0].former)}"
    yield label("owner"), owner_words(owners_of(action), action.owner_from)
    yield label("with"), ", ".join(action.partners)
    yield label("kind"), action.kind
    yield (
        label("note"),
        "; ".join(part for part in (action.note, NOT_CONFIRMED if action.drafted else "", *doubts_of(action)) if part),
    )
    yield label("id"), action.id


def _measures(action: ActionStanding, page: StrategyPage) -> Markup:
    """Links to the measures that an action names."""
    known = page.material.standing.measures
    links = [
        tag("li", tag("a", known[name].title, href=f"#{anchor('measure', '', name)}"), ": ", known[name].rating.word)
        for name in action.measures
        if name in known
    ]
    return joined([tag("p", label("how-we-know")), tag("ul", joined(links))]) if links else NOTHING


def _updates(action: ActionStanding) -> Markup:
    heads = columns("on", "state", "judgement", "said", "by")
    rows = tuple(
        (
            cell(dated(one.on, undated=one.undated)),
            cell(one.state.replace("-", " ") if one.state else None),
            coloured(one.rag, one.rag) if one.rag else cell(None),  # type: ignore[arg-type]
            cell(_said(one)),
            cell(one.by),
        )
        for one in action.updates
    )
    return table(without_empty(Table("", heads, rows), keep=2), label("history-said"))


def _said(update: UpdateStanding) -> str:
    parts = [update.note] if update.note else []
    parts += [f"happened {when(update.happened)}"] if update.happened else []
    parts += [f"expected {when(update.forecast)}"] if update.forecast else []
    parts += [f"evidence: {', '.join(update.evidence)}"] if update.evidence else []
    parts += [f"approved by {dates_in(approval_words(update))}"] if update.approved_by else []
    accepted_on = when(update.accepted_on) if update.accepted_on else None
    parts += [accepted] if (accepted := accepted_words(update.accepted_by, accepted_on)) else []
    parts += [NOT_CONFIRMED] if update.drafted else []
    return "; ".join([*parts, *update_doubts(update)])


def _milestones(action: ActionStanding) -> Markup:
    heads = columns("step", "done", "due")
    rows = tuple(
        (
            cell(milestone_words(one)),
            cell(dated(one.done, undated=one.undated) if one.done else None),
            cell(dates_in(one.clock.words)),
        )
        for one in action.milestones
    )
    return table(Table("", heads, rows), label("milestones"))


_MOVED = columns("moved-on", "from", "to", "why", "approved-by")


def _moves(action: ActionStanding) -> Markup:
    return table(Table("", _MOVED, tuple(map(_move, action.moves))), label("moves-of-due-date"))


def _step_moves(action: ActionStanding) -> Markup:
    rows = tuple((cell(step.text), *_move(move)) for step in action.milestones for move in step.moves)
    return table(Table("", (Column(label("step")), *_MOVED), rows), label("moves-of-milestones"))


def _move(one: MoveStanding) -> tuple[Cell, ...]:
    return (
        cell(when(one.on) if one.on else None),
        cell(when(one.former)),
        cell(when(one.to)),
        cell(dates_in(why_changed(one))),
        cell(dates_in(approval_words(one))),
    )


def changes(page: StrategyPage, item: str, thing: str) -> Markup:
    """Lists what changed of one item since the earlier moment; nothing where nothing did."""
    found = page.changes_of(item, thing)
    if not found:
        return NOTHING
    return joined([tag("p", tag("b", f"Changed since {dates_in(page.material.since.words)}:")), lines(found)])
