"""A phase of a scheme in a line: `cohort 1: from September 2023, for 18 months`."""

from strategy_tracker.model.phases import SchemePhase
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.text import counted


def phase_words(one: SchemePhase) -> str:
    """Say when a phase begins, how long it lasts and what is to be known of it, as far as that is on record."""
    parts = [f"from {when(one.since.text)}"] if one.since else []
    if one.months is not None:
        parts.append(f"for {counted(int(one.months), 'month')}" if one.months % 1 == 0 else f"for {one.months} months")
    told = ", ".join(parts)
    return ": ".join([one.name, *([told] if told else [])]) + (f". {one.note}" if one.note else "")
