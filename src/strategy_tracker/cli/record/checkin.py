"""`strategy checkin`: walk an owner, or a whole meeting, through everything that waits for a word."""

from typing import TYPE_CHECKING, Annotated

import typer

from strategy_tracker.cli.boundary import CLEAN, INTERRUPTED, print_note
from strategy_tracker.cli.options import InStrategy, Owner, Root, day, filters, interval, portfolio
from strategy_tracker.cli.output import print_lacking
from strategy_tracker.cli.steps.ask_in_meeting import Came, ask_next

if TYPE_CHECKING:
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
    """Go through what is late, waits for a word, is silent or due, one by one, then through readings that are late.

    Every answer is written at once, so nothing is lost when you stop; the next check-in goes on with what is left.
    What already has an update of that day is not asked again. Colour and forecast stay unless they are changed; the
    word back leads to the question before, whichever it is.
    """
    from strategy_tracker.app.looking.status import filtered_standing
    from strategy_tracker.app.moment import Moment
    from strategy_tracker.app.writing.items.checkin import open_sitting, what_waits
    from strategy_tracker.views.screens.checkin import closing_lines

    sitting = open_sitting(portfolio(root), day(""), on, by)
    kept = filters(owner, "", strategy, None, None)
    found = filtered_standing(Moment(sitting.portfolio, sitting.today), kept, whole=True)
    print_lacking(found, keep_going=True)
    waiting = what_waits(sitting, found.standing, interval(within))
    if not waiting:
        print_note("nothing waits for a word")
        return CLEAN
    came: list[Came] = []
    code = CLEAN
    try:
        while len(came) < len(waiting) and (not came or came[-1].outcome != "quit"):
            ask_next(sitting, waiting, came)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except typer.Abort:
        pass  # the end of piped answers is a way to quit
    outcomes: list[Outcome] = [one.outcome for one in came] + ["quit"] * (len(waiting) - len(came))
    things = [item.thing for item in waiting]
    print_note("\n" + "\n".join(closing_lines(list(zip(things, outcomes, strict=True)))))
    return code
