"""Says how much one more or one less moves a percentage of few: of 25 children, one child = 4 points.

A reader takes a fall by 8 points for news, and two children moved house.
"""

import re
from decimal import Decimal

from strategy_tracker.judging.measures.show_figures import show_gap
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.reading import Figure
from strategy_tracker.model.names.labels import phrase

FEW = 50
"""A base under this is small: one of them is more than two points."""
_ONE = {
    "adults": "adult", "babies": "baby", "care leavers": "care leaver", "carers": "carer", "children": "child",
    "employees": "employee", "families": "family", "homes": "home", "households": "household", "men": "man",
    "parents": "parent", "patients": "patient", "people": "person", "pupils": "pupil", "residents": "resident",
    "schools": "school", "students": "student", "tenants": "tenant", "women": "woman", "workers": "worker",
    "young carers": "young carer", "young people": "young person",
}  # fmt: skip
_MANY = re.compile(rf"\b({'|'.join(sorted(_ONE, key=len, reverse=True))})\b", re.IGNORECASE)
_COUNTED = {"events": "event", "posts": "post", "things": "thing"}


def one_is(measure: Measure, *figures: Figure) -> str:
    """Write `one child = 4 points` of the smallest base of some figures; empty where it is not known, or not small."""
    if measure.unit != "percent" or measure.counts == "money":
        return ""
    bases = [figure.denominator for figure in figures if figure.numerator is not None and figure.denominator]
    if not bases or not 0 < min(bases) < FEW:
        return ""
    return phrase("one-is", thing=_word(measure), gap=show_gap(Decimal(100) / min(bases), "percent"))


def _word(measure: Measure) -> str:
    """What one of them is called: by its cohort, else by what is counted."""
    if measure.counts in _COUNTED:
        return phrase(f"one-{_COUNTED[measure.counts]}")
    found = _MANY.search(measure.cohort or "")
    return phrase(f"one-{_ONE[found[0].lower()].replace(' ', '-')}" if found else "one-person")
