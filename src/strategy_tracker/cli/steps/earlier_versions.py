"""What `strategy validate --history` adds: findings in earlier versions, and what is not known of these."""

import sys
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

    past = privacy_in_history(chosen, today)
    if past.note:
        print_note(f"note: {past.note}")
    listed = first_of_each(past.diagnostics, sys.maxsize if everything else LISTED)
    return found._replace(diagnostics=[*found.diagnostics, *listed])
