"""Writing what a body resolved about one thing that it was asked: the proposal, with the approvals that follow."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from strategy_tracker.app.find_item import NoSuchId, file_of, find, item_in
from strategy_tracker.app.writing.meeting import BodyInFile, bodies_meant, body_in
from strategy_tracker.app.writing.paper_asks import MeetingAsks, PaperAsk, meeting_asks
from strategy_tracker.app.writing.proposal import (
    Draft,
    Proposal,
    ProposedFile,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.editing.changes import Change
from strategy_tracker.editing.entries.edit_meetings import approval_changes, approval_of_rules, resolution_changes
from strategy_tracker.editing.new_ids import candidates
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.editing.typed_figures import day, written
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.meetings.seals import as_it_stands
from strategy_tracker.model.action import Action
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.meeting import Resolved
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewResolution
from strategy_tracker.model.strategy import Priority, Strategy
from strategy_tracker.problem import Problem


def asks_waiting(
    portfolio: Portfolio, body: str, held: str, strategies: tuple[str, ...], today: date, paper: str = ""
) -> tuple[tuple[str, MeetingAsks], ...]:
    """List what has no answer yet of a meeting, by the id of each strategy it is about. Raises `Problem`."""
    held = _held(held, today)
    found = []
    for one in bodies_meant(portfolio, body, strategies):
        _, record = body_in(load_whole(one.file, portfolio.settings).record, one.name)
        found.append((one.strategy, meeting_asks(portfolio, one.strategy, record, held, paper)))
    return tuple(found)


def propose_resolution(
    portfolio: Portfolio,
    body: str,
    held: str,
    new: NewResolution,
    strategies: tuple[str, ...],
    today: date,
    paper: str = "",
) -> Proposal:
    """The proposal of what a body resolved at its meeting of a day about one thing that it was asked.

    Where it agreed to dates or rules that were changed, or refused them, these point to it from then on. Raises
    `Problem` where the meeting lies ahead, where several strategies may be meant, and for what makes no sense.
    """
    held = _held(held, today)
    meant = bodies_meant(portfolio, body, strategies)
    if len(meant) > 1:
        raise Problem("one thing is resolved about one strategy", f"say which: --strategy {meant[0].strategy}")
    one = meant[0]
    _, record = body_in(load_whole(one.file, portfolio.settings).record, one.name)
    listed = meeting_asks(portfolio, one.strategy, record, held, paper)
    asked = _asked(listed, record, held, new)
    about = _about(portfolio, one, new.about.strip() or asked.about)
    entry = _entry(new, asked, about, one)
    if new.seal:
        entry["approved"] = _sealed(portfolio, about, entry)
    paths = {one.file.path, *((file_of(portfolio, about).path,) if about else ())}

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        try:
            return Draft(None, tuple(_files(portfolio, one, held, listed.paper, entry, asked, about, today)))
        except Already as same:
            return Draft(None, (), already=str(same))

    return proposal_of(portfolio.root, sorted(map(Path, paths)), plan)


def _held(held: str, today: date) -> str:
    said = day(held, "--held")
    if not said:
        raise Problem("what was resolved was resolved on a day", "say --held DATE")
    has_come(said, today, "a meeting to come is --planned")
    return said


def _asked(listed: MeetingAsks, body: Any, held: str, new: NewResolution) -> PaperAsk:
    """The thing that is meant: by its id, on record or in the paper; otherwise what was typed is a new one."""
    typed = new.ask.strip()
    written = (PaperAsk(a.id, a.text, a.about or "") for m in body.meetings if m.held.text == held for a in m.asks)
    found = next((one for one in (*listed.asks, *written) if one.id == typed), None)
    if found:
        return found
    if " " not in typed:
        step = "type the words of what it was asked, or freeze its paper: strategy freeze NAME --body BODY"
        step = f"there are: {'; '.join(one.id for one in listed.asks)}" if listed.asks else step
        raise Problem(f"'{typed}' is nothing this body was asked at that meeting", step)
    used = {ask.id for meeting in body.meetings for ask in meeting.asks}
    made = next((own for own in candidates(typed, "measure") if own not in used), "")
    if not made:
        raise Problem(f"no id can be made of '{typed}'", "type it by hand in the file")
    return PaperAsk(made, typed)


def _about(portfolio: Portfolio, one: BodyInFile, typed: str) -> Item | None:
    """The priority, action or measure that it is about; those of its strategy first. Raises `Problem`."""
    if not typed:
        return None
    try:
        return find(portfolio, f"{one.strategy}/{typed}", ("priority", "action"))
    except NoSuchId:
        return find(portfolio, typed, ("priority", "action", "measure"))


_RESOLVED: tuple[Resolved, ...] = ("noted", "agreed", "refused", "deferred", "answer-wanted")


def _entry(new: NewResolution, asked: PaperAsk, about: Item | None, one: BodyInFile) -> dict[str, Any]:
    """The resolution as a file holds it: only what is said, in the order of the model."""
    resolved = new.resolved.strip()
    if resolved and resolved not in _RESOLVED:
        raise Problem(f"'{resolved}' is nothing a body resolves", f"say one of: {', '.join(_RESOLVED)}")
    own = about.address.rpartition("/")[2] if about else ""
    if about and about.thing != "measure" and not about.address.startswith(f"{one.strategy}/"):
        raise Problem(f"'{about.address}' is of another strategy", f"name something of '{one.strategy}'")
    due = day(new.due, "--due")
    entry: dict[str, Any] = {"id": asked.id, "text": asked.text, "about": own, "resolved": resolved}
    entry |= {"minute": new.minute.strip(), "by": new.by.strip(), "due": written(due) if due else ""}
    entry |= {"to_do": new.to_do.strip(), "actions": tuple(new.actions)}
    return {key: value for key, value in entry.items() if value}


def _sealed(portfolio: Portfolio, about: Item | None, entry: dict[str, Any]) -> dict[str, Any]:
    """What was approved, as it stands now. Raises `Problem` where it was not agreed, or there is nothing to approve."""
    if entry.get("resolved") != "agreed":
        raise Problem("only what was agreed is approved", "say --resolved agreed, or leave --seal out")
    if about is None:
        raise Problem("nothing is named that was approved", "say --about ID")
    record = item_in(load_whole(file_of(portfolio, about), portfolio.settings).record, about)
    assert isinstance(record, Priority | Action | Measure)
    stands = as_it_stands(record)
    if not stands:
        raise Problem(f"'{about.address}' has no date, target or tolerance to approve", "leave --seal out")
    return stands


def _internal(strategy: object) -> set[str]:
    """The ids of the actions of a strategy that are not for the public."""
    assert isinstance(strategy, Strategy)
    return {a.id for p in strategy.priorities for a in p.actions if strategy.internal or p.internal or a.internal}


def _files(
    portfolio: Portfolio,
    one: BodyInFile,
    held: str,
    paper: str,
    entry: dict[str, Any],
    asked: PaperAsk,
    about: Item | None,
    today: date,
) -> Iterator[ProposedFile]:
    settings = portfolio.settings
    loaded = load_whole(one.file, settings)
    number, body = body_in(loaded.record, one.name)
    if any(name in _internal(loaded.record) for name in asked.things):
        entry = {**entry, "internal": True}  # its words name what is not for the public
    changes = resolution_changes(body, ("governance", number), held, paper, entry)
    decided, agreed = entry.get("resolved") in ("agreed", "refused"), entry.get("resolved") == "agreed"
    if decided and about and about.thing == "action" and asked.kind == "approve":
        record = item_in(loaded.record, about)
        changes += approval_changes(record, about.route, one.name, asked.id, agreed=agreed)
    yield edited(loaded, changes, today, settings)
    if decided and about and about.thing == "measure" and asked.kind == "eased":
        other = load_whole(file_of(portfolio, about), settings)
        ask = f"{one.strategy}/{asked.id}"
        rules: list[Change] = [
            *approval_of_rules(item_in(other.record, about), about.route, one.name, ask, agreed=agreed)
        ]
        if rules:
            yield edited(other, rules, today, settings)
