"""A phase of a scheme in a line: `cohort 1: from September 2023, for 18 months`."""

from strategy_tracker.model.names.joined import commas
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.parts.phases import SchemePhase
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.text import counted


def phase_words(one: SchemePhase) -> str:
    """Say when a phase begins, how long it lasts and what is to be known of it, as far as that is on record."""
    parts = [phrase("phase-from", when=when(one.since.text))] if one.since else []
    if one.months is not None:
        months = counted(int(one.months), "month") if one.months % 1 == 0 else f"{one.months} months"
        parts.append(phrase("phase-for", months=months))
    told = phrase("and-what", what=one.name, of=commas(parts)) if parts else one.name
    return phrase("done-thing", what=told, said=one.note) if one.note else told
