"""The lines of a check-in: what a person sees before a question, and what came of the sitting."""

import re
import shlex
from collections.abc import Sequence
from typing import Literal

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.new_entries import NewReading, NewUpdate
from strategy_tracker.views.screens.standing.status_detail import words_of
from strategy_tracker.views.text import counted

Outcome = Literal["updated", "kept", "recorded", "skipped", "quit"]
"""What came of one thing that waited for a word."""

SHOWN = 4
"""Readings shown before the next one is asked for."""

_WORDS: dict[Outcome, str] = {
    "updated": "updated",
    "kept": "kept",
    "recorded": "recorded",
    "skipped": "skipped",
    "quit": "still waiting",
}


def action_lines(before: ActionStanding) -> list[str]:
    """The words of an action, its colour, its clocks and what was said of it last."""
    lines = [before.text, f"now {before.rating.word}: {before.rating.reason}", *words_of(before)]
    for last in before.updates[:1]:
        said = [last.state or "", last.rag or "", last.note or "", f"expected {last.forecast}" if last.forecast else ""]
        lines.append(f"last update {last.on}: {'; '.join(part for part in said if part)}")
    return lines


def measure_lines(before: MeasureStanding) -> list[str]:
    """The words of a measure, its colour, its last readings, what is expected of it, and the reading that is wanted."""
    return [
        before.title,
        f"now {before.rating.word}: {before.rating.reason}",
        f"last readings: {'; '.join(f'{point.period} {point.shown}' for point in before.points[-SHOWN:])}",
        *(one.words for one in before.forecasts if one.verdict == "open"),
        before.late.words,
    ]


def command_of(address: str, new: NewUpdate | NewReading) -> str:
    """The command that writes an answer down later, to be copied."""
    if isinstance(new, NewReading):
        words = ["strategy", "record", address, new.period, new.value]
        options = {"on": [new.on]}
    else:
        words = ["strategy", "update", address]
        options = {"state": [new.state], "rag": [new.rag], "note": [new.note], "forecast": [new.forecast]}
        options |= {"by": [new.by], "approved-by": [new.approved_by], "on": [new.on]}
        options |= {"happened": [new.happened]}
        options |= {"tick": list(new.ticked), "did": [new.did]}
        words += [f"--{name}" for name, said in (("no-change", new.no_change), ("drafted", new.drafted)) if said]
    words += [part for name, values in options.items() for value in values if value for part in (f"--{name}", value)]
    return " ".join(_typed(word) for word in words)


def _typed(word: str) -> str:
    """A word as it is typed in a terminal: in double quotes, which every system knows, where that is safe."""
    if re.fullmatch(r"[\w./:=,+-]+", word):
        return word
    return f'"{word}"' if not re.search(r'["$`!\\]', word) else shlex.quote(word)


def closing_lines(came: Sequence[tuple[str, Outcome]]) -> list[str]:
    """What came of each `action` and `measure`, counted; what goes on next time, and where to see what was written."""
    parts = []
    for outcome, said in _WORDS.items():
        for thing, name in (("action", "action"), ("measure", "reading")):
            many = came.count((thing, outcome))
            parts += [f"{counted(many, name)} {said}"] if many else []
    lines, outcomes = [", ".join(parts)], {outcome for _, outcome in came}
    if {"skipped", "quit"} & outcomes:
        lines.append("  'strategy checkin' goes on with what is left")
    if {"updated", "kept", "recorded"} & outcomes:
        lines.append("  'git diff' shows what was written; commit it when the meeting is over")
    return lines
