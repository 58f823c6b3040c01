"""What is known of a round on a day: who is asked before a meeting, for what, and who has answered."""

from datetime import date
from typing import Literal, NamedTuple

from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Word, phrase

AskedFor = Literal["update", "decision", "reading"]
AnswerKind = Literal["update", "no-change", "move", "reading"]


class AskedThing(NamedTuple):
    """One thing that a round asks for, and the first answer to it.

    `item` is `strategy/action` or the id of a measure, `owners` whom it is asked of (nobody, where none is named), and
    `priorities` as `strategy/priority` where it stands. `answered` is the day of the answer as the record has it, None
    without one; of a reading that does not say its day it is the one git knows, or empty. `late` says that it came
    after the meeting. `drafted` says that a machine wrote something that nobody has confirmed, which is no answer.
    `again` is how often the owner has now said the same in a row, where that is asked about.
    """

    item: str
    asked_for: AskedFor
    owners: tuple[str, ...]
    priorities: tuple[str, ...]
    answered: str | None = None
    answer: AnswerKind | None = None
    late: bool = False
    drafted: bool = False
    again: int = 0


class RoundStanding(NamedTuple):
    """The round before a meeting of a body, on a day between its opening and the opening of the next.

    It is open from `opens` to `closes`; an answer after `meets` is late. `since` is the day of the meeting before, as
    far as one is known. `asked` are actions in printed order, then measures.
    """

    meeting: str
    opens: date
    meets: date
    closes: date
    is_open: bool
    since: date | None
    asked: tuple[AskedThing, ...]


class BodyRound(NamedTuple):
    """The round of a body before one meeting, over all the strategies that it reviews."""

    body: str
    strategies: tuple[str, ...]
    round: RoundStanding


class AskedOwner(NamedTuple):
    """What one owner is asked in a round and has answered; `waiting` are ids of what has no answer yet.

    `late` says that everything was answered and something of it only after the meeting; `last` is the day of the last
    answer, None before all of them have come.
    """

    owner: str
    asked: int
    answered: int
    waiting: tuple[str, ...]
    last: str | None = None
    late: bool = False

    @property
    def has_answered(self) -> bool:
        """Whether there is an answer to everything this owner is asked."""
        return not self.waiting


class RoundCount(NamedTuple):
    """How many of the owners who are asked have answered all they are asked, and how many of these late.

    `things` counts what is asked for, `things_answered` what of it has an answer, `unowned` what has no owner to ask.
    `drafted` counts what a machine answered and nobody confirmed, `again` what was answered with the same words as the
    two times before.
    """

    owners: int
    answered: int
    late: int
    things: int
    things_answered: int
    unowned: int = 0
    drafted: int = 0
    again: int = 0

    def words(self) -> str:
        """Write `9 of 14 owners have answered, 2 late`, and what has no owner or waits to be confirmed."""
        name: Word = "one-owner-answered" if self.owners == 1 else "owners-answered"
        parts = [
            phrase(name, number=f"{self.answered}", total=f"{self.owners}") if self.owners else phrase("nobody-asked")
        ]
        parts += [phrase("count-of", number=f"{self.late}", what=phrase("late"))] if self.late else []
        told = [commas(parts)]
        told += [phrase("without-owner-to-ask", number=f"{self.unowned}")] if self.unowned else []
        told += [phrase("drafted-unconfirmed", number=f"{self.drafted}")] if self.drafted else []
        told += [phrase("same-three-times", number=f"{self.again}")] if self.again else []
        return semicolons(told)
