"""What a file says that other files, or the disk, must bear out: plain data, which crosses processes and is kept."""

from datetime import date
from typing import NamedTuple

from strategy_tracker.checks.of_names.minutes import NamedApproval
from strategy_tracker.checks.of_names.names import PostPlaces
from strategy_tracker.diagnostics import Route

NamedId = tuple[str, str, Route]
"""What kind of thing, its id, and where it stands."""


class Mentions(NamedTuple):
    """The ids one file gives to things, those of other files that it names, and the posts and bodies it names.

    One that `has_codes` has measures whose codes others may have figures of. `asks` are the resolutions it has, `about`
    the measures that these are about, and `resolutions` those that its measures point to. `minuted` are the bodies that
    keep their minutes here, and `approvals` those of its measures that point to none.
    """

    file: str
    declares: tuple[NamedId, ...]
    names: tuple[NamedId, ...]
    people: tuple[PostPlaces, ...] = ()
    has_codes: bool = False
    asks: tuple[str, ...] = ()
    about: tuple[NamedId, ...] = ()
    resolutions: tuple[NamedId, ...] = ()
    minuted: tuple[tuple[str, date], ...] = ()
    approvals: tuple[NamedApproval, ...] = ()


class EvidenceFile(NamedTuple):
    """A file that is named as evidence, with its sha256 of then, and where in a strategy's file that stands."""

    name: str
    digest: str
    route: Route
