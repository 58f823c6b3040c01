"""An answered issue form: the Markdown that GitHub makes of it, with a heading for each question."""

import re
from typing import NamedTuple

from strategy_tracker.intake.cells.closed_lists import read_colour, read_state
from strategy_tracker.intake.cells.days import Days, read_day
from strategy_tracker.intake.cells.words import simple
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem

FORM_QUESTIONS = {
    "Which action": "action",
    "How far is it": "state",
    "How is it going": "rag",
    "What should the board know": "note",
    "When is it expected": "forecast",
    "Where can one see it": "evidence",
    "Which post says so": "by",
    "On which day was that so": "on",
}
"""The questions of the form, as its labels have them, and what each answer is."""
_UNANSWERED = frozenset({"", "_No response_", "None"})
_NO_CHANGE = "no change"


class FormAnswer(NamedTuple):
    """What an owner answered: the action, as it was typed, and the update of it."""

    action: str
    update: NewUpdate


def read_form(text: str, year_end: YearEnd) -> FormAnswer:
    """Read an answered form. What is empty is not said; a heading that is no question belongs to the answer above it.

    Raises `Problem` where no action is named, where a question stands twice, and for a word or day nobody can read:
    a form on a host asks for what it likes, but takes what anybody writes.
    """
    answers = _answers(text)
    if not answers:
        next_step = "hand over the text of an issue that was opened with the form"
        raise Problem(
            f"none of the questions of the form stands here, such as '### {next(iter(FORM_QUESTIONS))}'", next_step
        )
    action = answers.get("action", "")
    if not action:
        raise Problem("the form does not say which action", "edit the issue, and write its id under 'Which action'")
    no_change = simple(answers.get("state", "")) == _NO_CHANGE
    update = NewUpdate(
        state="" if no_change else _state(answers.get("state", "")),
        rag=_colour(answers.get("rag", "")),
        note=answers.get("note", ""),
        forecast=_day(answers.get("forecast", ""), "When is it expected", year_end),
        by=answers.get("by", ""),
        on=_day(answers.get("on", ""), "On which day was that so", year_end),
        evidence=tuple(line.strip(" -*\t") for line in answers.get("evidence", "").split("\n")),
        no_change=no_change,
    )
    return FormAnswer(action, update)


def _answers(text: str) -> dict[str, str]:
    """The answers by what they are."""
    names = {simple(question): name for question, name in FORM_QUESTIONS.items()}
    found: dict[str, list[str]] = {}
    lines = found.setdefault("", [])
    for line in re.split(r"\r\n|\r|\n", text):
        heading = re.fullmatch(r"### (.+)", line.rstrip())
        name = names.get(simple(heading[1])) if heading else None
        if name and name in found:
            next_step = "edit the issue, and leave one of them"
            raise Problem(f"the question '{line[4:].strip()}' stands twice in the form", next_step)
        if name:
            lines = found.setdefault(name, [])
        else:
            lines.append(line)
    told = {name: "\n".join(lines).strip() for name, lines in found.items() if name}
    return {name: "" if answer in _UNANSWERED else answer for name, answer in told.items()}


def _state(answer: str) -> str:
    read = read_state(answer)
    if answer and not read.state:
        raise Problem(f"'How far is it': '{answer}' is no answer to it", "choose one of the form's answers")
    return read.state


def _colour(answer: str) -> str:
    colour = read_colour(answer).value
    if answer and colour not in ("red", "amber", "green"):
        raise Problem(f"'How is it going': '{answer}' is no answer to it", "choose green, amber or red")
    return colour


def _day(answer: str, question: str, year_end: YearEnd) -> str:
    read = read_day(GridCell(answer), Days(day_first=True, year_end=year_end))
    if answer and not read.value:
        why = read.words or f"'{answer}' is no date"
        raise Problem(f"'{question}': {why}", "write it as 31 March 2027")
    return read.value
