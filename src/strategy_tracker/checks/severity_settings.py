"""Asks that the settings grade only diagnostics that exist and may be graded."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.diagnostics import CODES, Diagnostic
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.model.settings import Settings


def codes_exist(given: Settings, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Each code under `severity` is in the catalogue, and its severity is not fixed."""
    for code in given.severity:
        if code not in CODES:
            next_step = did_you_mean(nearest(code, CODES))
            yield Diagnostic(
                "unknown-code", f"there is no diagnostic '{code}'", ("severity", code), next_step, at_key=True
            )
        elif CODES[code].fixed:
            yield Diagnostic("fixed-severity", f"'{code}' is always an error", ("severity", code), at_key=True)
