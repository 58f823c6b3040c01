"""What a person says, in the words typed: an update, a reading, another due date, or something new."""

from collections.abc import Mapping
from typing import NamedTuple


class NewUpdate(NamedTuple):
    """How an action is going: an update, the milestones that are done with it, the day a recurring action was done.

    What is empty is not said; without a state the action stays in the one it is in. `on` is the day it is said, today
    where it is empty, and `happened` the day of what it tells of. A milestone in `ticked` is meant by its number from
    1, or by some of its words. `no_change` says that all that was said before still holds, `drafted`
    that a machine wrote it. `digests` are the sha256 of files that are named as evidence.
    """

    state: str = ""
    rag: str = ""
    note: str = ""
    forecast: str = ""
    by: str = ""
    on: str = ""
    evidence: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    did: str = ""
    approved_by: str = ""
    happened: str = ""
    no_change: bool = False
    drafted: bool = False
    digests: Mapping[str, str] = {}
    complete: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said: who says it or agreed, and when, is not enough."""
        return not (self.ticked or self.did.strip() or self.is_said)

    @property
    def is_said(self) -> bool:
        """Whether anything is said of the action, beside a step that was ticked or a day on which it was done."""
        texts = (self.state, self.rag, self.note, self.forecast, self.complete, *self.evidence)
        return self.no_change or any(text.strip() for text in texts)


class NewReading(NamedTuple):
    """The figure of a measure for a period, such as `97.5`, `105/262` or `c`; `on` is the day it became known.

    A figure that is there already changes only with `revise`, and what it was stays in the file, with `why` it changed.
    In `groups` stands the figure of each group, such as `women=40`, or `sex/women=40`.
    """

    period: str
    value: str
    note: str = ""
    source: str = ""
    on: str = ""
    provisional: bool = False
    revise: bool = False
    why: str = ""
    groups: tuple[str, ...] = ()


class NewDueDate(NamedTuple):
    """Another due date of an action, why, and who agreed; `on` is the day it was decided, today where it is empty.

    `resolution` is the ask of a meeting by which it was agreed.
    """

    due: str
    why: str = ""
    approved_by: str = ""
    on: str = ""
    resolution: str = ""


class NewMeeting(NamedTuple):
    """The day a body met, the day it will meet next, or both, about these strategies or the only one it has.

    `asks_before` is how long before each meeting its owners are asked, `grace` how long after it an answer is taken.
    """

    held: str = ""
    planned: str = ""
    strategies: tuple[str, ...] = ()
    asks_before: str = ""
    grace: str = ""


class NewResolution(NamedTuple):
    """What a body resolved about one thing that it was asked, in the words typed; what is empty is not said.

    `ask` is the id of the thing, as its paper or its strategy has it, or the words of a new one. `seal` says that what
    it is about was approved as it stands.
    """

    ask: str
    resolved: str = ""
    about: str = ""
    minute: str = ""
    by: str = ""
    due: str = ""
    to_do: str = ""
    actions: tuple[str, ...] = ()
    seal: bool = False


class NewWithdrawal(NamedTuple):
    """Why a measure is given up, and who agreed; `on` is the day it is, today where it is empty.

    `resolution` is the ask of a meeting by which it was agreed.
    """

    why: str
    approved_by: str = ""
    on: str = ""
    resolution: str = ""


# what can be added: its words first, then what may be said of it; without an id it gets one made for it


class NewStrategy(NamedTuple):
    """A strategy of one's own, in a file of its own."""

    title: str
    id: str = ""
    organisation: str = ""
    owner: str = ""
    starts: str = ""
    ends: str = ""


class NewPriority(NamedTuple):
    """A priority of the strategy `to`, or of the only one there is."""

    title: str
    to: str = ""
    id: str = ""
    group: str = ""
    owner: str = ""


class NewAction(NamedTuple):
    """An action of the priority `to`."""

    text: str
    to: str = ""
    id: str = ""
    kind: str = ""
    owner: str = ""
    due: str = ""
    every: str = ""


class NewMeasure(NamedTuple):
    """A measure in the file `file` of measures/, which serves the priority `to`; `targets` is `2025/26=70, …`."""

    title: str
    to: str = ""
    file: str = ""
    id: str = ""
    unit: str = ""
    better: str = ""
    span: str = ""
    frequency: str = ""
    targets: str = ""
    amber_within: str = ""
    source: str = ""
    owner: str = ""
