"""`strategy checkin`: walk an owner, or a whole meeting, through everything that waits for a word."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from strategy_tracker.cli import update
from strategy_tracker.cli.boundary import CLEAN, INTERRUPTED, CannotRun, say
from strategy_tracker.cli.options import InStrategy, Owner, Root, day, filters, portfolio
from strategy_tracker.cli.writing import a_day, ask

if TYPE_CHECKING:
    from strategy_tracker.rules.standing import ActionStanding
    from strategy_tracker.store.portfolio import Portfolio

EXAMPLE = 'strategy checkin --owner "Head of Service" --within 30d'

ANSWERS = ("keep", "update", "skip", "quit")


class Done(NamedTuple):
    """What came of each item, for the summary."""

    updated: list[str]
    kept: list[str]
    skipped: list[str]
    left: list[str]


def command(
    owner: Owner = "",
    strategy: InStrategy = "",
    within: Annotated[
        str, typer.Option(help="also what falls due in this time: 30d, 6 weeks", show_default=False)
    ] = "",
    by: Annotated[
        str, typer.Option(metavar="POST", help="the post that says so, in every update", show_default=False)
    ] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="the day of the meeting", show_default="today")] = "",
    root: Root = None,
) -> int:
    """Go through what is overdue, missed, silent or due, one by one: keep, update, skip or quit.

    Every answer is written at once, so nothing is lost when you stop; the next check-in goes on with what is left.
    What already has an update of that day is not asked again.
    """
    found = portfolio(root)
    when = a_day(on, "--on") if on else day("").isoformat()
    waiting = _waiting(found, owner, strategy, within, when)
    if not waiting:
        say("nothing waits for a word")
        return CLEAN
    done = Done([], [], [], list(waiting))
    code = CLEAN
    try:
        for number, item in enumerate(waiting, 1):
            say(f"\n{number} of {len(waiting)}: {item}")
            if not _one(found, item, when, by, done):
                break
            done.left.remove(item)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except typer.Abort:
        pass  # the end of piped answers is a way to quit
    _summary(done)
    return code


def _waiting(found: "Portfolio", owner: str, strategy: str, within: str, when: str) -> list[str]:
    """The addresses of the actions that wait: one owner after the other, most late first."""
    from strategy_tracker.cli.overdue import interval
    from strategy_tracker.rules.chasing import chase
    from strategy_tracker.rules.narrow import narrow
    from strategy_tracker.store.stand import stand

    today = day("")
    standing, _ = stand(found, today, found.of_kind("strategies"))
    narrowed = narrow(standing, filters(owner, "", strategy, None, None))
    actions = {f"{s.id}/{a.id}": a for s in narrowed.strategies for a in s.actions}
    spoken = {name for name, action in actions.items() if any(said.on == when for said in action.updates)}
    late = dict.fromkeys(one.item for one in chase(narrowed, interval(within), today))
    waiting = [item for item in late if item in actions and item not in spoken]
    return sorted(waiting, key=lambda item: actions[item].owner or "")


def _one(found: "Portfolio", item: str, when: str, by: str, done: Done) -> bool:
    """Ask about one action until there is an answer; False where the person quits."""
    meant, before = update.standing_of(found, item, day(""))
    say(f"  owner: {before.owner or 'nobody is named'}")
    update.show_last(before)
    while True:
        answer = update.choice("keep, update, skip or quit", list(ANSWERS), "skip")
        if answer == "quit":
            return False
        if answer == "skip":
            done.skipped.append(item)
            return True
        try:
            said = _kept(before) if answer == "keep" else update.asked(before)
            said = {"on": when, **said, **({"by": by} if by else {})}
            update.sensible(said, day(""))
            update.record(found, meant, said, [], dry_run=False)
        except CannotRun as error:
            say(f"  {error.message}; {error.mend}")
            continue
        (done.kept if answer == "keep" else done.updated).append(item)
        update.tell(before, update.standing_of(found, item, day(""))[1])
        return True


def _kept(before: "ActionStanding") -> dict[str, str]:
    """An update that says that what was said last still holds."""
    if not before.updates:
        raise CannotRun("nothing has been said of it yet that could be kept", "answer 'update'")
    last = before.updates[0]
    said = {"state": last.state}
    if last.rag:
        said["rag"] = last.rag
    said["note"] = ask("note", "no change")
    return said


def _summary(done: Done) -> None:
    from strategy_tracker.views.text import counted

    parts = [(done.updated, "updated"), (done.kept, "kept"), (done.skipped, "skipped"), (done.left, "still waiting")]
    say("\n" + ", ".join(f"{counted(len(items), 'action')} {word}" for items, word in parts if items))
    if done.left or done.skipped:
        say("  'strategy checkin' goes on with what is left")
    if done.updated or done.kept:
        say("  'git diff' shows what was written; commit it when the meeting is over")
