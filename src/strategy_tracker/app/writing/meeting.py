"""Recording that a body met about a strategy, or will: the proposal of a meeting in each strategy it is about."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.proposal import (
    Draft,
    Note,
    Proposal,
    ProposedFile,
    edited,
    load_whole,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.editing.entries.edit_governance import is_past_plan, meeting_changes
from strategy_tracker.editing.refusals import Already, has_come
from strategy_tracker.editing.typed_figures import day, interval
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import load
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.meetings.reviews import phase_of, stand_body
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.new_entries import NewMeeting
from strategy_tracker.model.strategy import Body, Strategy
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem


class BodyInFile(NamedTuple):
    """A body of a strategy: the file, the id of the strategy, and the body's name."""

    file: DataFile
    strategy: str
    name: str


def propose_meeting(portfolio: Portfolio, body: str, new: NewMeeting, today: date) -> Proposal:
    """The proposal of a meeting of the body of this name, or with these words in its name.

    Raises `Problem` where no body is meant by them, or several are; where it reviews several strategies and none is
    named; and where a day makes no sense.
    """
    said = new._replace(
        held=day(new.held, "--held"),
        planned=day(new.planned, "--planned"),
        asks_before=interval(new.asks_before, "--asks-before"),
        grace=interval(new.grace, "--grace"),
    )
    if not (said.held or said.planned or said.asks_before or said.grace):
        raise Problem("a meeting has a day", "say --held DATE, --planned DATE or both", "held")
    has_come(said.held or str(today), today, "a meeting to come is --planned", "held")
    if said.planned and read_when(said.planned).last < today:
        raise Problem(f"{said.planned} has passed", "a meeting that took place is --held", "planned")
    meant = bodies_meant(portfolio, body, new.strategies)

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        files, already = list[ProposedFile](), list[str]()
        for one in meant:
            try:
                files.append(_with_meeting(portfolio, one, said, today))
            except Already as same:
                already.append(f"{same} ({one.strategy})")
        return Draft(None, tuple(files), already="; ".join(already))

    return proposal_of(portfolio.root, [Path(one.file.path) for one in meant], plan)


def _with_meeting(portfolio: Portfolio, one: BodyInFile, new: NewMeeting, today: date) -> ProposedFile:
    loaded = load_whole(one.file, portfolio.settings)
    number, body = body_in(loaded.record, one.name)
    made = edited(loaded, meeting_changes(body, ("governance", number), new), today, portfolio.settings)
    assert isinstance(made.after, Strategy)
    _, now = body_in(made.after, one.name)
    phase = phase_of(made.after, today)
    clock = stand_body(now, (), phase, today, portfolio.settings).clock
    notes = [Note(f"{one.name}: {clock.words}")] if phase.runs else []
    if is_past_plan(body, new.held) and not new.planned:
        notes.append(Note(f"the meeting planned for {body.next} is the one that was held, so 'next' is taken out"))
    return made._replace(notes=(*made.notes, *notes))


def body_in(record: object, name: str) -> tuple[int, Body]:
    """Find a body of a strategy by its name, with its place. Raises `Problem` where it is not there any more."""
    governance = record.governance if isinstance(record, Strategy) else ()
    found = next(((n, body) for n, body in enumerate(governance) if body.body == name), None)
    if found is None:
        raise Problem(f"'{name}' is not in the file any more", "try again")
    return found


# which body is meant


def bodies_meant(portfolio: Portfolio, typed: str, strategies: tuple[str, ...]) -> list[BodyInFile]:
    """The one body that is meant by what was typed, in each strategy that is named."""
    asked = {find(portfolio, one, ("strategy",)).file for one in strategies}
    every = list(_reviews(portfolio))
    kept = [one for one in every if one.file.name in asked or not asked]
    names = list({name_form(one.name): one.name for one in reversed(kept)}.values())[::-1]  # the first spelling of each
    wanted = name_form(typed)
    fits = [name for name in names if name_form(name) == wanted]
    fits = fits or [name for name in names if wanted and wanted in name_form(name)]
    if not fits:
        words = {word.casefold(): name for name in names for word in (name, *name.split())}
        near = [words[word] for word in nearest(wanted, words)]
        listed = did_you_mean(near, f"there are: {'; '.join(names) or 'none; they stand under governance'}")
        raise Problem(f"no body is called '{typed}'", listed)
    if len(fits) > 1:
        raise Problem(f"'{typed}' may be {' or '.join(fits)}", "type more of the one you mean")
    meant = [one for one in kept if name_form(one.name) == name_form(fits[0])]
    if len(meant) > 1 and not asked:
        listed = " ".join(f"--strategy {one.strategy}" for one in meant)
        raise Problem(f"'{fits[0]}' is a body of {len(meant)} strategies", f"say which it met about: {listed}")
    return meant


def _reviews(portfolio: Portfolio) -> Iterator[BodyInFile]:
    """Every body of every strategy that can be read."""
    for file in portfolio.of_kind("strategies"):
        record = load(file, portfolio.settings.year_end).record
        if isinstance(record, Strategy):
            yield from (BodyInFile(file, record.id, body.body) for body in record.governance)
