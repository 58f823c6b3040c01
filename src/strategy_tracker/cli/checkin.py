"""`strategy checkin`: walk an owner, or a whole meeting, through everything that waits for a word."""

from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.asking import ask, asked, choice, show_action, show_measure, until
from strategy_tracker.cli.boundary import CLEAN, INTERRUPTED, print_note
from strategy_tracker.cli.options import InStrategy, Owner, Root, day, filters, interval, portfolio
from strategy_tracker.cli.output import print_lacking
from strategy_tracker.cli.writing import carry_out
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.writing.checkin import Sitting, WaitingItem
    from strategy_tracker.views.screens.checkin import Outcome

EXAMPLE = 'strategy checkin --owner "Head of Service" --within 30d'


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
    """Go through what is overdue, missed, silent or due, one by one, then through readings that are late.

    Every answer is written at once, so nothing is lost when you stop; the next check-in goes on with what is left.
    What already has an update of that day is not asked again.
    """
    from strategy_tracker.app.looking.status import filtered_standing
    from strategy_tracker.app.moment import Moment
    from strategy_tracker.app.writing.checkin import open_sitting, what_waits
    from strategy_tracker.views.screens.checkin import closing_lines

    sitting = open_sitting(portfolio(root), day(""), on, by)
    kept = filters(owner, "", strategy, None, None)
    found = filtered_standing(Moment(sitting.portfolio, sitting.today), kept, whole=True)
    print_lacking(found, keep_going=True)
    waiting = what_waits(sitting, found.standing, interval(within))
    if not waiting:
        print_note("nothing waits for a word")
        return CLEAN
    came: list[Outcome] = []
    code = CLEAN
    try:
        for number, item in enumerate(waiting, 1):
            print_note(f"\n{number} of {len(waiting)}: {item.address}")
            came.append(_one(sitting, item))
            if came[-1] == "quit":
                break
    except KeyboardInterrupt:
        code = INTERRUPTED
    except typer.Abort:
        pass  # the end of piped answers is a way to quit
    came += ["quit"] * (len(waiting) - len(came))
    print_note(
        "\n" + "\n".join(closing_lines([(item.thing, outcome) for item, outcome in zip(waiting, came, strict=True)]))
    )
    return code


def _one(sitting: "Sitting", item: "WaitingItem") -> "Outcome":
    """What came of one thing; it waits on where its file has an error by now."""
    print_note(f"  owner: {item.owner or 'nobody is named'}")
    try:
        return (_action if item.thing == "action" else _measure)(sitting, item.address)
    except Problem as error:
        print_note(f"  {error.message}; {error.next_step}")
        return "skipped"


def _action(sitting: "Sitting", address: str) -> "Outcome":
    """Ask about one action until there is an answer, and write it."""
    from strategy_tracker.app.writing.checkin import propose_answer, unchanged
    from strategy_tracker.app.writing.update import action_now

    meant, before = action_now(sitting.portfolio, address, sitting.today)
    show_action(before)

    def turn() -> "Outcome":
        answer = choice("keep, update, skip or quit", ["keep", "update", "skip", "quit"], "skip")
        if answer in ("skip", "quit"):
            return "quit" if answer == "quit" else "skipped"
        if answer == "keep":
            new = unchanged(sitting, before)
            new = new._replace(note=ask("note", new.note))
        else:
            new = asked(before, sitting.day, sitting.today)
        carry_out(propose_answer(sitting, meant, new), dry_run=False)
        return "kept" if answer == "keep" else "updated"

    return until(turn)


def _measure(sitting: "Sitting", address: str) -> "Outcome":
    """Ask for one reading until there is an answer, and write it."""
    from strategy_tracker.app.writing.answers import reading_wanted
    from strategy_tracker.app.writing.checkin import measure_now, propose_answer
    from strategy_tracker.app.writing.record import reading_of_line

    meant, before = measure_now(sitting.portfolio, address, sitting.today)
    show_measure(before)
    wanted = reading_wanted(sitting.portfolio, meant, sitting.today)

    def turn() -> "Outcome":
        answer = ask(f"PERIOD VALUE, such as {wanted}; or nothing to skip")
        if answer.lower() in ("", "s", "skip", "q", "quit"):
            return "quit" if answer.lower().startswith("q") else "skipped"
        carry_out(propose_answer(sitting, meant, reading_of_line(sitting.portfolio, answer)), dry_run=False)
        return "recorded"

    return until(turn)
