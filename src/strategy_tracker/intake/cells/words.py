"""The words that people write over columns and into cells, and what each means here. Closed lists: nothing is guessed.

The lists stand in `vocabulary.txt`: English, with the usual words of German, French, Spanish, Dutch and Welsh sheets.
"""

import re
from functools import cache, lru_cache
from typing import Literal

Role = Literal[
    "id", "text", "title", "words", "priority", "group", "owner", "partners", "starts", "due", "done", "state", "rag",
    "updates", "note", "evidence", "every", "outcome", "definition", "unit", "better", "baseline", "target", "reading",
    "forecast", "benchmark", "frequency", "source", "period", "value", "numerator", "denominator", "area", "level",
    "reading_period", "target_period", "baseline_period", "figure_kind", "unused",
]  # fmt: skip
"""What a column holds. `words` are those of an action or of a measure, as the rest of the table says; `reading_period`
is the period of the figures in the column of readings beside it, `figure_kind` what the figures of a row are, such as
Actual or Target; `unused` has no place here, and is said."""

Meaning = Literal["heading", "state", "going", "colour", "better", "every", "unit", "symbol", "month"]

TWO_MEANINGS: dict[str, str] = {
    "open": "not started, or in progress",
    "offen": "not started, or in progress",
    "live": "not started, or in progress",
    "delayed": "in progress and late, or not started",
    "behind": "in progress and amber, or red",
    "behind schedule": "in progress and amber, or red",
    "overdue": "in progress or not started: that its date has passed is worked out here",
    "pending": "not started, or waiting for somebody",
    "slipped": "in progress and late, or moved to a later date",
}
"""States that may be one thing or another: a person is asked."""

_PLACEHOLDER = re.compile(
    r"<?(please )?(select|choose|pick)( an?| one)?( option| value| item| status)?\.*>?|<[^<>]*>"
    r"|(click |tap )?(here )?to enter .*|enter text here|\[(insert|enter|select)[^\]]*\]",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(grand |sub[- ]?)?(totals?|sum|summe|gesamt|insgesamt|total général|totaal|cyfanswm|average|overall)"
    r"( (number )?(of )?(all )?(actions|measures|kpis|indicators|items|rows))?:?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def simple(text: str) -> str:
    """Words as the lists have them: small letters, no brackets, stops or dashes, single blanks."""
    plain = re.sub(r"[\s_]+", " ", text.casefold().replace("\u2018", "'").replace("\u2019", "'")).strip()
    plain = re.sub(r"[/\\|:;,.()?!*\"\u201c\u201d\u2010-\u2015-]+", " ", plain) if len(plain) > 1 else plain
    return " ".join(plain.split())


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Every list of words by its name."""
    from importlib.resources import files

    text = files("strategy_tracker").joinpath("intake", "cells", "vocabulary.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("  "):
            words += [word.strip() for word in line.split(" | ")]
        elif line and not line.startswith("#"):
            words = found.setdefault(line.rstrip(":"), [])
    return {name: tuple(each) for name, each in found.items()}


@cache
def meanings(kind: Meaning) -> dict[str, str]:
    """What each word of a kind means: `due date` as a heading is `due`."""
    lists = ((name.removeprefix(f"{kind} "), each) for name, each in _lists().items() if name.startswith(f"{kind} "))
    return {word: meaning for meaning, each in lists for word in each}


def meaning(kind: Meaning, text: str) -> str:
    """What a text means, read with its signs or without; empty where the lists do not have it."""
    known = meanings(kind)
    return known.get(" ".join(text.casefold().split())) or known.get(simple(text), "")


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing: a dash, `n/a`, or what a form shows before it is filled in."""
    return is_placeholder(text) or _is_in("nothing there", text)


def is_to_come(text: str) -> bool:
    """Whether a text stands where a figure or a date is to come, such as `tbc`."""
    return _is_in("not yet", text)


def _is_in(name: str, text: str) -> bool:
    return text.strip().casefold() in _lists()[name] or simple(text) in _lists()[name]


def is_placeholder(text: str) -> bool:
    """Whether a text is what a form shows where nobody has filled it in."""
    return bool(_PLACEHOLDER.fullmatch(text.strip()))


def is_total(text: str) -> bool:
    """Whether a row that begins with this text adds up others."""
    return bool(_TOTAL.fullmatch(" ".join(text.split())))


def is_how_urgent(text: str) -> bool:
    """Whether a text under `Priority` says how pressing a task is, and nothing of what it is for."""
    return simple(text) in _lists()["how urgent"]


def is_of_a_post(word: str) -> bool:
    """Whether a word belongs to the name of a post, a team or a body rather than to a person's."""
    low = word.casefold()
    return low in _lists()["post words"] or low.endswith(_lists()["post endings"])


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that is common in Britain or America."""
    return word.casefold() in _lists()["given names"]
