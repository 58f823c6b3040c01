"""An item that no file has any more, found in what commits took away."""

from collections.abc import Sequence
from itertools import islice

from strategy_tracker.files.find import SETTINGS, DataFile
from strategy_tracker.files.load import load
from strategy_tracker.files.look_up import named
from strategy_tracker.history.objects import Made, data_file
from strategy_tracker.history.versions import THINGS, Read, Wanted
from strategy_tracker.model.address import Ambiguous, Item, NotFound, resolve
from strategy_tracker.model.settings import DEFAULTS

_AT_ONCE = 50


def last_seen(typed: str, made: Sequence[Made], read: Read) -> Wanted | None:
    """The item as it was when the newest commit took it away; None where no commit ever had it."""
    own = typed.strip().lower().rpartition("/")[2].encode()
    rest = iter(made)
    while batch := list(islice(rest, _AT_ONCE)):
        changes = [c for one in batch for c in one.changes if c.name != SETTINGS]
        held = dict(read(sha for change in changes for sha in change.before if sha))
        for change in changes:
            for sha in filter(None, change.before):
                found = _item(typed, data_file(change.name, held[sha])) if own in held[sha] else None
                if found:
                    return Wanted(found.address, found.thing, change.name)
    return None


def _item(typed: str, file: DataFile) -> Item | None:
    record = load(file, DEFAULTS.year_end).record
    listed = [item for item in named(record, file) if item.thing in THINGS] if record else []
    try:
        return resolve(typed, listed)
    except (Ambiguous, NotFound):
        return None
