"""The questions of a meeting: one thing after the other, each until its answer is written; nothing typed is lost."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.steps.ask_update import ask_update, show_action
from strategy_tracker.cli.steps.asking import Back, ask, choice, in_turn, print_problem, until
from strategy_tracker.cli.steps.writing import carry_out, take_back
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.writing.answers import ActionStanding, MeasureStanding
    from strategy_tracker.app.writing.commit import Receipt
    from strategy_tracker.app.writing.items.checkin import Item, Sitting, WaitingItem
    from strategy_tracker.model.new_entries import NewReading, NewUpdate
    from strategy_tracker.views.screens.checkin import Outcome

    Answer: TypeAlias = NewUpdate | NewReading


class Came(NamedTuple):
    """What came of one thing that waited, the answer a person gave, and the receipt of what was written."""

    outcome: "Outcome"
    answer: "Answer | None" = None
    receipt: "Receipt | None" = None


def ask_next(sitting: "Sitting", waiting: "Sequence[WaitingItem]", came: list[Came]) -> None:
    """Ask about the next thing and add what came of it; or go back to the last one, and take back what was written."""
    from strategy_tracker.views.text import owner_words

    item, given = waiting[len(came)], None
    while True:
        owner = owner_words(item.owners, item.owner_from)
        print_note(f"\n{len(came) + 1} of {len(waiting)}: {item.address}\n  owner: {owner}")
        try:
            came.append(_one(sitting, item, given))
        except Back:
            if not came:
                print_note("  this is the first question")
                continue
            try:
                if came[-1].receipt:
                    take_back(came[-1].receipt)
                    print_note(f"  taken back: {waiting[len(came) - 1].address}")
            except Problem as error:
                print_problem(error)
                continue
            given, item = came.pop().answer, waiting[len(came)]
        else:
            return


def _one(sitting: "Sitting", item: "WaitingItem", given: "Answer | None") -> Came:
    """What came of one thing; it waits on where its file has an error by now."""
    from strategy_tracker.app.writing.items.checkin import item_of, measure_now
    from strategy_tracker.app.writing.items.update import action_now

    try:
        meant = item_of(sitting.portfolio, item)
        if item.thing == "action":
            action = action_now(sitting.portfolio, meant, sitting.today)
            show_action(action)
            return _settled(sitting, meant, lambda said: _about_action(sitting, action, said), given)
        measure = measure_now(sitting.portfolio, meant, sitting.today)
        _show_measure(measure)
        return _settled(sitting, meant, lambda said: _about_measure(sitting, meant, said), given)
    except Problem as error:
        print_problem(error)
        return Came("skipped")


def _show_measure(before: "MeasureStanding") -> None:
    from strategy_tracker.views.screens.checkin import measure_lines

    for line in measure_lines(before):
        print_note(f"  {line}")


def _settled(sitting: "Sitting", meant: "Item", about: "Callable[[Any], Came]", given: "Answer | None") -> Came:
    """What came of one thing in the end: what is said is written, or the person skips it or stops.

    What was typed is offered again where it could not be written.
    """
    from strategy_tracker.app.writing.items.checkin import CannotWrite, propose_answer

    while True:
        came = until(partial(about, given))
        if came.answer is None:
            return came
        given, wish = came.answer, "again"
        while wish == "again":
            try:
                return came._replace(receipt=carry_out(propose_answer(sitting, meant, given), dry_run=False))
            except CannotWrite as error:
                print_problem(error)
                wish = _after_failure(sitting, meant, given)
            except Problem as error:
                print_problem(error)
                wish = "change"
        if wish != "change":
            return Came(_OUTCOMES[wish], given)


def _after_failure(sitting: "Sitting", meant: "Item", given: "Answer") -> str:
    """What is to become of an answer that could not be written; the command that writes it later, where it is left."""
    from strategy_tracker.app.writing.items.checkin import as_said
    from strategy_tracker.views.screens.checkin import command_of

    wish = "quit"
    try:
        wish = choice("again, change, skip or quit", ["again", "change", "skip", "quit"], "again")
    finally:
        if wish in ("skip", "quit"):
            print_note(f"  not written; later: {command_of(meant.address, as_said(sitting, given))}")
    return wish


def _about_action(sitting: "Sitting", before: "ActionStanding", given: "NewUpdate | None") -> Came:
    """What a person says of an action; what was typed before is offered."""
    from strategy_tracker.app.writing.answers import still_said
    from strategy_tracker.app.writing.items.checkin import unchanged
    from strategy_tracker.model.new_entries import NewUpdate

    said = [Came("skipped")]

    def choose() -> bool:
        answer = choice("keep, update, skip or quit", [*_OUTCOMES], "update" if given else "skip")
        said[0] = Came(_OUTCOMES[answer])
        return True

    def tell() -> bool:
        if said[0].outcome == "kept":
            new = unchanged(sitting, before)
            said[0] = Came("kept", new._replace(note=ask("note, if any", new.note)))
        elif said[0].outcome == "updated":
            new = given or still_said(before, NewUpdate(on=sitting.day))
            said[0] = Came("updated", ask_update(before, new, sitting.today, leave=True))
        return True

    in_turn((choose, tell), leave=True)
    return said[0]


_OUTCOMES: "dict[str, Outcome]" = {"keep": "kept", "update": "updated", "skip": "skipped", "quit": "quit"}


def _about_measure(sitting: "Sitting", meant: "Item", given: "NewReading | None") -> Came:
    """The reading that a person gives; what was typed before is offered."""
    from strategy_tracker.app.writing.answers import reading_wanted
    from strategy_tracker.app.writing.items.record import reading_of_line

    wanted = reading_wanted(sitting.portfolio, meant, sitting.today)
    before = f"{given.period} {given.value}" if given else ""
    answer = ask(f"PERIOD VALUE, such as {wanted}; or {'skip' if given else 'nothing to skip'}", before)
    if answer.lower() in ("", "s", "skip", "q", "quit"):
        return Came("quit" if answer.lower().startswith("q") else "skipped")
    return Came("recorded", reading_of_line(sitting.portfolio, answer))
