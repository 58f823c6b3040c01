"""Texts put after each other, so that a body's own words are still found in each of them."""

from collections.abc import Sequence

from strategy_tracker.model.names.labels import Word, phrase


def _joined(name: Word, told: Sequence[str]) -> str:
    if len(told) < 2:
        return told[0] if told else ""
    half = len(told) // 2  # one after the other, each step would hold all before it: a thousand are half a million
    return phrase(name, first=_joined(name, told[:half]), second=_joined(name, told[half:]))


def sentences(*told: str) -> str:
    """One text of several sentences; empty where there is none."""
    return _joined("two-sentences", [one for one in told if one])


def semicolons(told: Sequence[str]) -> str:
    """Texts with a semicolon between; empty where there is none."""
    return _joined("two-parts", told)


def beside(told: Sequence[str]) -> str:
    """Short texts with a dot between; empty where there is none."""
    return _joined("two-beside", told)


def commas(told: Sequence[str]) -> str:
    """Short texts with a comma between; empty where there is none."""
    return _joined("two-words", told)


def from_to(first: str, last: str = "") -> str:
    """Write `75% to 85%`, or the first alone where there is no other."""
    return phrase("from-to", first=first, last=last) if last else first


def listed(told: Sequence[str]) -> str:
    """Write `one, two and three`."""
    return phrase("and-last", first=commas(told[:-1]), last=told[-1]) if len(told) > 1 else told[0]
