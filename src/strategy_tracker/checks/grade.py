"""Gives a finding the severity a portfolio wants, and tells new findings of a record from those it had before."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from strategy_tracker.diagnostics import CODES, Diagnostic

if TYPE_CHECKING:  # a finding that is kept is graded without a single model
    from strategy_tracker.model.record import Record
    from strategy_tracker.model.settings import Settings


def grade(item: Diagnostic, severities: Mapping[str, str]) -> Diagnostic | None:
    """Give a diagnostic the severity that the portfolio's settings give its code; None where they turn it off."""
    code = CODES[item.code]
    severity = code.severity if code.fixed else severities.get(item.code, code.severity)
    return None if severity == "off" else item._replace(severity=severity)  # type: ignore[arg-type]


def new_findings(kind: str, old: "Record | None", new: "Record", today: date, settings: "Settings") -> list[Diagnostic]:
    """List what the checks say of the new record and did not say of the old one, graded by the settings."""
    known = Counter(_words(item) for item in _found(kind, old, today, settings)) if old else Counter()
    new_ones = []
    for item in _found(kind, new, today, settings):
        known[_words(item)] -= 1  # places move with what is added, and the words alone may be there twice
        if known[_words(item)] < 0 and (graded := grade(item, settings.severity)):
            new_ones.append(graded)
    return new_ones


def _words(item: Diagnostic) -> tuple[str, str]:
    return item.code, item.message


def _found(kind: str, record: "Record", today: date, settings: "Settings") -> list[Diagnostic]:
    from strategy_tracker.checks.every_check import CHECKS

    return [item for check in CHECKS[kind] for item in check(record, today, settings)]
