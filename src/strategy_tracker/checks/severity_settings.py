"""Settings name diagnostics that exist and may be changed."""

import difflib
from collections.abc import Iterator
from datetime import date

from strategy_tracker.diagnostics import CODES, Diagnostic
from strategy_tracker.model.settings import Settings


def codes_exist(given: Settings, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Each code of `severity` is in the catalogue, and its severity is not fixed."""
    for code in given.severity:
        if code not in CODES:
            near = difflib.get_close_matches(code, CODES, 1)
            mend = f"did you mean '{near[0]}'?" if near else ""
            yield Diagnostic("unknown-code", f"there is no diagnostic '{code}'", ("severity", code), mend, at_key=True)
        elif CODES[code].fixed:
            yield Diagnostic("fixed-severity", f"'{code}' is always an error", ("severity", code), at_key=True)
