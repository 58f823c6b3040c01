"""The questions about what a body resolved: one ask of its paper after the other, each until its answer is written."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import typer

from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.steps.asking import Back, ask, choice, in_turn, print_problem
from strategy_tracker.cli.steps.writing import carry_out
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.moment import Portfolio
    from strategy_tracker.app.writing.paper_asks import MeetingAsks, PaperAsk
    from strategy_tracker.model.new_entries import NewResolution


class MeetingHeld(NamedTuple):
    """A meeting of a body on a day, about the strategies named or the only one it has, and the paper it had."""

    portfolio: "Portfolio"
    body: str
    held: str
    strategies: tuple[str, ...]
    paper: str
    today: date

    def waiting(self) -> "list[tuple[str, MeetingAsks]]":
        """Give the asks that have no answer yet, by strategy; none where nothing is open."""
        from strategy_tracker.app.writing.meeting_record import asks_waiting

        found = asks_waiting(self.portfolio, self.body, self.held, self.strategies, self.today, self.paper)
        return [one for one in found if one[1].asks]


def tell_asks(meeting: MeetingHeld) -> None:
    """Say which asks of a meeting have no answer yet, and how one is given; nothing where there are none."""
    for strategy, listed in meeting.waiting():
        many = "1 ask has" if len(listed.asks) == 1 else f"{len(listed.asks)} asks have"
        print_note(f"note: {many} no answer on record yet, about {strategy}{_of(listed)}")
        for one in listed.asks:
            print_note(f"  {one.id}: {_words(one)}")
        print_note("  help: say what was resolved: --ask ID --resolved agreed --minute 14.2, and --by, --due where any")


def walk(meeting: MeetingHeld) -> None:
    """Ask what was resolved about each ask of a meeting, and write each answer at once; quitting loses none."""
    for strategy, listed in meeting.waiting():
        print_note(f"\nwhat it resolved about {strategy}{_of(listed)}")
        for number, one in enumerate(listed.asks, 1):
            print_note(f"\n{number} of {len(listed.asks)}: {_words(one)}")
            try:
                if not _one(meeting._replace(strategies=(strategy,)), one):
                    return
            except typer.Abort:
                return


def _of(listed: "MeetingAsks") -> str:
    return f", of the paper frozen as {listed.paper}" if listed.paper else ""


def _words(one: "PaperAsk") -> str:
    return one.text + (f" ({one.before})" if one.before else "")


def _one(meeting: MeetingHeld, one: "PaperAsk") -> bool:
    """Ask about one thing until it is written or skipped; whether to go on."""
    from strategy_tracker.app.writing.meeting_record import propose_resolution

    found, body, held, named, paper, today = meeting
    typed = dict[str, str]()
    while True:
        try:
            said = _answer(one, typed)
            if said.resolved in ("skip", "quit"):
                return said.resolved == "skip"
            carry_out(propose_resolution(found, body, held, said, named, today, paper), dry_run=False)
        except Back:
            print_note("  this is the first question about it")
        except Problem as error:
            print_problem(error)
        else:
            return True


_DECIDED = ("noted", "agreed", "refused", "deferred", "answer-wanted")
_TO_BE_DONE = ("agreed", "answer-wanted")
_QUESTIONS = (
    ("minute", "the minute, if any", _DECIDED),
    ("by", "who is to do something about it, if anybody", _TO_BE_DONE),
    ("to_do", "what is to be done, if it is not what was asked", _TO_BE_DONE),
    ("due", "by when, if a day was said", _TO_BE_DONE),
    ("due", "to which meeting, if a day was said", ("deferred",)),
)
"""What is asked of an answer: the key, the question, and of which answers it is asked."""


def _answer(one: "PaperAsk", said: dict[str, str]) -> "NewResolution":
    """What a person says was resolved about one thing; what was `said` before is offered, and kept there.

    The word back leads to the question before.
    """
    from strategy_tracker.model.new_entries import NewResolution

    def resolve() -> bool:
        answers = (*_DECIDED, "skip", "quit")
        said["resolved"] = choice(", ".join(answers), answers, said.get("resolved", "skip"))
        return True

    def text(key: str, question: str, wanted: tuple[str, ...]) -> bool:
        if said["resolved"] in wanted:
            said[key] = ask(question, said.get(key, ""))
        return said["resolved"] in wanted

    def approve() -> bool:
        asked = said["resolved"] == "agreed" and bool(one.about)
        if asked:
            said["seal"] = choice(f"is {one.about} approved as it stands now? yes or no", ("yes", "no"), "no")
        return asked

    questions = [lambda each=each: text(*each) for each in _QUESTIONS]
    in_turn((resolve, *questions, approve), leave=True)
    wanted = {key for key, _, answers in _QUESTIONS if said["resolved"] in answers}
    minute, by, due, to_do = (said.get(key, "") if key in wanted else "" for key in ("minute", "by", "due", "to_do"))
    seal = said["resolved"] == "agreed" and said.pop("seal", "no") == "yes"
    return NewResolution(one.id, said["resolved"], minute=minute, by=by, due=due, to_do=to_do, seal=seal)
