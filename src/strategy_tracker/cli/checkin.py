"""`strategy checkin`: walk an owner, or a whole meeting, through everything that waits for a word."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from strategy_tracker.app.find_item import find
from strategy_tracker.cli.asking import ask, asked, choice, show_action, show_measure, until, wanted_of
from strategy_tracker.cli.boundary import CLEAN, INTERRUPTED, say
from strategy_tracker.cli.options import InStrategy, Owner, Root, day, filters, interval, left_out, portfolio
from strategy_tracker.cli.output import nothing_kept
from strategy_tracker.cli.record import write_figure
from strategy_tracker.cli.update import write_update
from strategy_tracker.cli.writing import a_day, record_of, refuse_wrong_settings
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.editing.edit_action import Said
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.standing import ActionStanding
    from strategy_tracker.model.address import Item
    from strategy_tracker.model.record import Record

EXAMPLE = 'strategy checkin --owner "Head of Service" --within 30d'

Outcome = Literal["updated", "kept", "recorded", "skipped", "quit"]


class Waiting(NamedTuple):
    """An action or a measure that waits for a word, and whose."""

    owner: str
    thing: Literal["action", "measure"]
    address: str


class Sitting(NamedTuple):
    """What a check-in is held on: the portfolio, the day of the meeting if one is named, who speaks, and today."""

    found: "Portfolio"
    on: str
    by: str
    today: date

    @property
    def when(self) -> str:
        """The day of its updates."""
        return self.on or self.today.isoformat()


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
    from strategy_tracker.editing.refusals import has_come

    sitting = Sitting(portfolio(root), a_day(on, "--on") if on else "", by.strip(), day(""))
    refuse_wrong_settings(sitting.found)
    has_come(sitting.when, sitting.today, "--on is the day of the meeting")
    waiting = _waiting(sitting, owner, strategy, within)
    if not waiting:
        say("nothing waits for a word")
        return CLEAN
    came: dict[Waiting, Outcome] = {}
    code = CLEAN
    try:
        for number, item in enumerate(waiting, 1):
            say(f"\n{number} of {len(waiting)}: {item.address}")
            came[item] = _one(sitting, item)
            if came[item] == "quit":
                break
    except KeyboardInterrupt:
        code = INTERRUPTED
    except typer.Abort:
        pass  # the end of piped answers is a way to quit
    _summary(waiting, came)
    return code


def _waiting(sitting: Sitting, owner: str, strategy: str, within: str) -> list[Waiting]:
    """What waits: actions before measures, one owner after the other, most late first. Says what could not be read."""
    from strategy_tracker.app.standing import stand
    from strategy_tracker.judging.filters import narrow
    from strategy_tracker.judging.overdue import list_overdue

    standing, wrong = stand(sitting.found, sitting.today)
    left_out(wrong, keep_going=True)
    kept = filters(owner, "", strategy, None, None)
    narrowed = narrow(standing, kept)
    nothing_kept(bool(narrowed.strategies or narrowed.measures), kept, standing)
    actions = {f"{one.id}/{action.id}": action for one in narrowed.strategies for action in one.actions}
    spoken = {name for name, action in actions.items() if any(said.on == sitting.when for said in action.updates)}
    late = list_overdue(narrowed, interval(within), sitting.today)
    asked_of = [Waiting(one.owner or "", "action", one.item) for one in late if one.item in actions.keys() - spoken]
    read = [Waiting(one.owner or "", "measure", one.item) for one in late if one.kind == "late-reading"]
    return sorted(dict.fromkeys([*asked_of, *read]), key=lambda one: (one.thing, one.owner))


def _one(sitting: Sitting, item: Waiting) -> Outcome:
    """What came of one thing; it waits on where its file has an error by now."""
    say(f"  owner: {item.owner or 'nobody is named'}")
    try:
        meant = find(sitting.found, item.address, (item.thing,))
        return (_action if item.thing == "action" else _measure)(sitting, meant, record_of(sitting.found, meant))
    except Problem as error:
        say(f"  {error.message}; {error.next_step}")
        return "skipped"


def _action(sitting: Sitting, meant: "Item", record: "Record") -> Outcome:
    """Ask about one action until there is an answer, and write it."""
    from strategy_tracker.app.find_item import action_in

    before = action_in(record, meant, sitting.today, sitting.found.settings)
    show_action(before)

    def turn() -> Outcome:
        answer = choice("keep, update, skip or quit", ["keep", "update", "skip", "quit"], "skip")
        if answer in ("skip", "quit"):
            return "quit" if answer == "quit" else "skipped"
        said = _kept(before, sitting) if answer == "keep" else asked(before, sitting.when, sitting.today)
        by = {"by": sitting.by} if sitting.by else {}
        write_update(sitting.found, meant, said._replace(update={**said.update, **by}), sitting.today, dry_run=False)
        return "kept" if answer == "keep" else "updated"

    return until(turn)


def _kept(before: "ActionStanding", sitting: Sitting) -> "Said":
    """An update that says that what was said last still holds.

    Raises `Problem` where it cannot.
    """
    from strategy_tracker.editing.edit_action import Said
    from strategy_tracker.editing.refusals import update_makes_sense

    if not before.updates:
        raise Problem("nothing has been said of it yet that could be kept", "answer 'update'")
    last = before.updates[0]
    update = {"on": sitting.when, "state": last.state, "rag": last.rag, "forecast": last.forecast, "note": "no change"}
    update = {key: text for key, text in update.items() if text}
    update_makes_sense(update, sitting.today)
    return Said({**update, "note": ask("note", "no change")})


def _measure(sitting: Sitting, meant: "Item", record: "Record") -> Outcome:
    """Ask for one reading until there is an answer, and write it."""
    from strategy_tracker.app.find_item import item_in, measure_in
    from strategy_tracker.editing.edit_reading import Figure
    from strategy_tracker.editing.typed_figures import period_and_figure

    settings, today = sitting.found.settings, sitting.today
    show_measure(measure_in(record, meant, today, settings))
    wanted = wanted_of(item_in(record, meant), today, settings)

    def turn() -> Outcome:
        answer = ask(f"PERIOD VALUE, such as {wanted}; or nothing to skip")
        if answer.lower() in ("", "s", "skip", "q", "quit"):
            return "quit" if answer.lower().startswith("q") else "skipped"
        when, typed = period_and_figure(answer, settings.year_end)
        write_figure(sitting.found, meant, Figure(when, typed, {}, sitting.on), today, dry_run=False)
        return "recorded"

    return until(turn)


def _summary(waiting: list[Waiting], came: dict[Waiting, Outcome]) -> None:
    from strategy_tracker.views.text import counted

    outcomes = {item: came.get(item, "quit") for item in waiting}
    words = {
        "updated": "updated",
        "kept": "kept",
        "recorded": "recorded",
        "skipped": "skipped",
        "quit": "still waiting",
    }
    parts = []
    for outcome, said in words.items():
        for thing, name in (("action", "action"), ("measure", "reading")):
            many = sum(came == outcome and item.thing == thing for item, came in outcomes.items())
            parts += [f"{counted(many, name)} {said}"] if many else []
    say("\n" + ", ".join(parts))
    if {"skipped", "quit"} & set(outcomes.values()):
        say("  'strategy checkin' goes on with what is left")
    if {"updated", "kept", "recorded"} & set(outcomes.values()):
        say("  'git diff' shows what was written; commit it when the meeting is over")
