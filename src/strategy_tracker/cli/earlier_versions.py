"""What `strategy validate --history` adds: findings in earlier versions, and at a terminal how far the reading is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from strategy_tracker.cli.boundary import print_note

if TYPE_CHECKING:
    from strategy_tracker.app.looking.chosen_files import ChosenFiles
    from strategy_tracker.app.looking.validate import Findings


def with_history(found: "Findings", chosen: "ChosenFiles", today: date, everything: bool) -> "Findings":
    """Add to the findings of today's files those of their earlier versions; say what is not known of these."""
    from strategy_tracker.app.looking.privacy_in_history import privacy_in_history
    from strategy_tracker.diagnostics import LISTED, first_of_each

    with _progress() as tell:
        past = privacy_in_history(chosen, today, tell)
    if past.note:
        print_note(f"note: {past.note}")
    listed = first_of_each(past.diagnostics, sys.maxsize if everything else LISTED)
    return found._replace(diagnostics=[*found.diagnostics, *listed])


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Give a function that says how many versions are read, of how many: on a line that is gone at the end."""
    width = 0

    def tell(done: int, total: int) -> None:
        nonlocal width
        if sys.stderr.isatty():
            line = f"{done:,} of {total:,} earlier versions read"
            width = len(line)
            sys.stderr.write(f"\r{line}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if width:
            sys.stderr.write(f"\r{' ' * width}\r")
