"""What the words of a heading, or before a list, say of what follows: a part of a plan, or a chapter that is none.

The words stand in `openings.txt`.
"""

import re
from functools import cache, lru_cache
from typing import Literal, cast

from strategy_tracker.intake.cells.words import simple

Part = Literal["aspirations", "actions", "measures", "needs", "vision", "governance"]
"""What a list or a paragraph under a heading holds."""

_NUMBER = re.compile(
    r"^\s*(?:(?:section|part|chapter)\s+)?(?:\d+(?:\.\d+)*[.):]+|\d+(?:\.\d+)+|[A-Za-z][.):]+|[ivxIVX]{1,5}[.):]+)\s+"
)
_WHEN = re.compile(
    r"\s*\(?\b(?:in|by|for|during|over|from|to|this|next|until)?\s*(?:the )?(?:end of )?"
    r"(?:20\d\d(?:\s*(?:[-/\u2013]|to)\s*(?:20)?\d\d)?|(?:this|next|coming) years?|(?:next|coming)?\s*(?:\w+)?"
    r" years)\)?\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def part_of(text: str) -> Part | Literal[""]:
    """The part of a plan that words open, such as `What will we do...`; empty where they open none."""
    bare = _spoken(_NUMBER.sub("", text).strip(" .\u2026:*_-\u2013\u2014"))
    words = simple(bare)
    if not words or len(words.split()) > 14:
        return ""
    found = _opened("part", words) or _opened("part", simple(_WHEN.sub("", bare)))
    return cast("Part", found) if found else ""


@lru_cache(maxsize=4096)
def aside_of(text: str) -> str:
    """The kind of chapter that a heading opens and that is no part of a plan, such as `foreword`; empty for others."""
    words = simple(_spoken(_NUMBER.sub("", text).strip(" .\u2026:*_-\u2013\u2014")))
    if not words or len(words.split()) > 12:
        return ""
    return _opened("chapter", words)


def _spoken(text: str) -> str:
    """The text with `we will` for `we'll`, and the like."""
    for short, whole in (("ll", " will"), ("re", " are"), ("ve", " have")):
        text = re.sub(rf"(?<=\w)['\u2019]{short}\b", whole, text, flags=re.IGNORECASE)
    return text


BESIDE = frozenset({"context", "what people said", "what was done before", "why it matters"})
"""Chapters that also stand inside a priority, between its lists, and end with the next heading."""


def is_listed(name: str, words: str) -> bool:
    """Whether words stand in one of the lists, such as that of labels before what is private."""
    return _opened("list", words) == name


def _opened(kind: str, words: str) -> str:
    """What the first expression that fits the whole of the words says of them; empty where none does."""
    return next((name for name, form in _openings(kind) if form.fullmatch(words)), "") if words else ""


@cache
def _openings(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    from importlib.resources import files

    text = files("strategy_tracker").joinpath("intake", "documents", "openings.txt").read_text(encoding="utf-8")
    found: list[tuple[str, re.Pattern[str]]] = []
    name = ""
    for line in text.splitlines():
        if line.startswith("  "):
            found += [(name.partition(" ")[2], re.compile(line.strip()))] if name.startswith(f"{kind} ") else []
        elif line and not line.startswith("#"):
            name = line.rstrip(":")
    return tuple(found)


_LABELLED = re.compile(
    r"^(?:our |strategic |corporate |key )?(?P<word>priority|priorities|theme|objective|goal|aim|outcome|strand"
    r"|pillar|ambition|mission"
    r"|workstream|commitment|focus area|priority area|strategic aim|strategic objective|chapter|domain|action"
    r"|step|programme|area)"
    r"\s+(?:no\.? )?(?P<number>\d{1,2}|[a-z]|[ivxl]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)"
    r"\s*(?:[:.)\u2013\u2014-]+\s*|\s+(?=[A-Z])|$)(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)


_UNNUMBERED = re.compile(
    r"^(?P<word>priority|theme|objective|goal|aim|outcome|strand|pillar|ambition|mission)\s*[:\u2013\u2014]\s*(?P<title>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


class Labelled:
    """The word and the rest of a heading such as `Priority one: Safe and nurtured`.

    Without `numbered`, `Priority: Safe and nurtured` is one, too, as only a heading of the document can be.
    """

    def __init__(self, text: str, *, numbered: bool = True) -> None:
        found = _LABELLED.match(text.strip())
        bare = None if found or numbered else _UNNUMBERED.match(text.strip())
        told = found or bare
        self.word = told["word"].casefold() if told else ""
        self.number = found["number"].casefold() if found else ""
        self.title = told["title"].strip(" :") if told else ""

    def __bool__(self) -> bool:
        return bool(self.word)
