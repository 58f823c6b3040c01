"""`strategy history`: the life of one item, from every commit that touched it."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.app.find_item import NoSuchId, find
from strategy_tracker.cli.options import Format, Formats, Item, Root, day, portfolio
from strategy_tracker.cli.output import put

if TYPE_CHECKING:
    from strategy_tracker.comparing.life import Life
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.history.versions import Wanted

EXAMPLE = "strategy history having-a-say-06 --blame"


def command(
    item: Item,
    blame: Annotated[bool, typer.Option("--blame", help="for each field as it is now, who last changed it")] = False,
    since: Annotated[
        str, typer.Option(metavar="DATE|REV", help="only what happened from this day on, or after this commit")
    ] = "",
    as_at: Annotated[
        str, typer.Option("--as-at", metavar="DATE", help="only what happened up to this day", show_default="today")
    ] = "",
    form: Formats = Format.table,
    root: Root = None,
) -> int:
    """Show every change of state, colour, date, owner, target and words of one thing, and every reading, newest first.

    It is followed by its id, through renamed and split files. Colours that moved because a day passed have no author.
    A version that could not be read is said to be one, and what follows it is compared with the last one that could.
    """
    from strategy_tracker.history import ahead, is_shallow, life_of
    from strategy_tracker.views.screens import history as view

    found = portfolio(root)
    until = day(as_at)
    with ahead(found.root) as printed:
        life = life_of(found.root, _wanted(found, item), until, day(""), printed)
    chosen = _since(life, since, until, found.root)
    shallow = ("this is a shallow clone: older commits are not here",) if is_shallow(found.root) else ()
    put(
        form,
        lambda: view.life_sheet(chosen, until, (*shallow, *([f"since {since}"] if since else [])), blame=blame),
        lambda: view.life_content(chosen._replace(notes=(*shallow, *chosen.notes)), until),
        lambda: (
            (view.WRITTEN_COLUMNS, view.written_rows(chosen))
            if blame
            else (view.EVENT_COLUMNS, view.event_rows(chosen))
        ),
        kind="history",
    )
    return 0


def _wanted(found: "Portfolio", typed: str) -> "Wanted":
    """The item as it is now; or, where it is not there any more, as the newest commit that still had it."""
    from strategy_tracker.history import NoGit, withdrawn
    from strategy_tracker.history.versions import THINGS, Wanted

    try:
        meant = find(found, typed, THINGS)
    except NoSuchId:
        try:
            gone = withdrawn(found.root, typed)
        except NoGit:
            gone = None
        if gone is None:
            raise
        return gone
    return Wanted(meant.address, meant.thing, meant.file)


def _since(life: "Life", since: str, today: date, root: Path) -> "Life":
    """What happened from a day on, or in the commits that a revision does not hold."""
    from strategy_tracker.history import commit_at
    from strategy_tracker.history import since as newer

    first = day(since) if re.fullmatch(r"\d{4}-\d\d-\d\d", since) else date.min
    later = newer(root, since) if since and first == date.min else None
    edge = commit_at(root, since).day if later is not None else first
    kept = (
        one
        for one in life.events
        if one.day <= today
        and (one.commit.sha in later if later is not None and one.commit and one.commit.sha else one.day >= edge)
    )
    return life._replace(events=tuple(kept))
