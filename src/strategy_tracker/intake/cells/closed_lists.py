"""The text of a cell to one of a closed list: a state, a colour, which way is better, how often, a unit, a symbol."""

import re
from typing import NamedTuple

from strategy_tracker.intake.cells.understood import NOTHING_THERE, Understood
from strategy_tracker.intake.cells.words import TWO_MEANINGS, is_to_come, meaning, says_nothing, simple


class HowItGoes(NamedTuple):
    """The state of an action and its owner's colour, as far as the words say."""

    state: str = ""
    rag: str = ""
    said: Understood = NOTHING_THERE


def read_state(text: str) -> HowItGoes:
    """Read what an owner writes of an action: a state, a colour, both, or words for them."""
    if colour := meaning("going", text):
        return HowItGoes("in-progress", colour)
    if state := meaning("state", text):
        return HowItGoes(state)
    shade = read_colour(text)
    if shade.value or shade.code:
        return HowItGoes(rag=shade.value, said=shade if shade.code else NOTHING_THERE)
    return _state_and_colour(text) or HowItGoes(said=_no_state(text))


def _state_and_colour(text: str) -> HowItGoes | None:
    """Both in one cell, such as `Complete (blue)` or `Green - on track`; None where it is not so."""
    head, _, rest = re.sub(r"[()\u2013-]", " - ", text.strip()).partition(" - ")
    for one, two in ((head.strip(" -"), rest.strip(" -")), (rest.strip(" -"), head.strip(" -"))):
        state = meaning("state", one) or ("in-progress" if meaning("going", one) else "")
        colour = read_colour(two).value if two else ""
        if one and state and colour:
            return HowItGoes(state, colour)
    return None


def _no_state(text: str) -> Understood:
    step = f"say what it means: --map-value 'state:{text.strip()}=in-progress'"
    if simple(text) in TWO_MEANINGS:
        return Understood("", "two-meanings", f"'{text}' may be {TWO_MEANINGS[simple(text)]}", step)
    if says_nothing(text) or is_to_come(text):
        return NOTHING_THERE
    return Understood("", "not-a-state", f"'{text}' is no state that is known here", step)


def read_colour(text: str) -> Understood:
    """Read a colour in words or letters: red, amber, green, blue or grey; one between two is said."""
    plain = simple(text)
    if colour := meaning("colour", text):
        return Understood(colour)
    parts = [meaning("colour", part) for part in plain.split() if part not in ("to", "and")]
    if len(parts) == 2 and all(parts):
        step = f"say which: --map-value 'rag:{text.strip()}=amber'"
        return Understood("", "colour-between", f"'{text}' lies between two colours", step)
    return NOTHING_THERE


def read_better(text: str) -> Understood:
    """Read which way is good."""
    value = meaning("better", text)
    if value or says_nothing(text):
        return Understood(value)
    return Understood("", "not-a-direction", f"'{text}' does not say which way is better", "write higher or lower")


def read_every(text: str) -> Understood:
    """Read how often; what has two meanings, or is two, is said."""
    plain = simple(text)
    bare = re.sub(r"^(?:measured?|reported?|reviewed?|updated?|monitored?) ", "", plain)
    if interval := meaning("every", text) or meaning("every", bare):
        return Understood(interval)
    if says_nothing(text):
        return NOTHING_THERE
    if re.fullmatch(r"bi ?annual(ly)?|biennial(ly)?|bi ?(monthly|weekly)", plain):
        return Understood("", "two-meanings", f"'{text}' has two meanings", "write the interval: 6 months, or 2 years")
    if sum(bool(meaning("every", part)) for part in re.split(r" and | or |[/,;&]", text)) > 1:
        return Understood("", "two-frequencies", f"'{text}' is two frequencies", "write the one its readings follow")
    words = f"'{text}' is no interval that is known here"
    return Understood("", "not-an-interval-in-a-cell", words, "write month, quarter or year")


def read_unit(text: str) -> str:
    """The unit that figures are in, by the words of a column of units; empty where none is known."""
    return meaning("unit", text)


def read_symbol(text: str) -> str:
    """The official symbol that a reading is, such as `c`; empty where it is none."""
    return meaning("symbol", text)
