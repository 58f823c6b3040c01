"""The files of a new portfolio: an example that holds today, and settings that help editors and git."""

from datetime import date, timedelta
from importlib.resources import files
from string import Template
from typing import NamedTuple

from strategy_tracker.editing.render import scalar
from strategy_tracker.files.find import SETTINGS
from strategy_tracker.model.dates.period import Period, YearEnd, financial_year, parse_period
from strategy_tracker.model.values import read_interval

FILES = {
    SETTINGS: "strategy-tracker.yaml",
    "strategies/example.yaml": "$template.yaml",
    "measures/example.yaml": "$template-measures.yaml",
    "README.md": "README.md",
    "AGENTS.md": "assistants.md",
    ".gitattributes": "gitattributes",
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
}
"""Each file with its template in `starter_files`, where names without a dot keep it from acting on this repository."""

EXAMPLE_FILES = ("strategies/example.yaml", "measures/example.yaml", "README.md")
"""What tells of the example."""

TEMPLATES = {
    "library": "reach-01",
    "council-plan": "homes-01",
    "improvement-plan": "decisions-01",
    "homelessness": "prevent-01",
}
"""The strategies that a portfolio can begin with, the usual one first; each with its first action."""

_READINGS = {
    "active_users": ("27.9", "28.6", "29.4", "30.8", "32.5"),
    "ready_in_time": ("88.1", "89.0", "{numerator: 3104, denominator: 3420}", "87.2", "86.4"),
    "rising_to_29": ("24.8", "25.3", "26.1", "27.9", "29.2"),
    "falling_to_29": ("34.0", "33.2", "32.1", "30.8", "29.3"),
    "about_90": ("88.6", "89.9", "91.2", "90.8", "90.4"),
    "rising_to_88": ("83.1", "83.9", "85.2", "86.8", "88.1"),
}
"""Readings of the last five quarters: enough for every arrow."""


class Answers(NamedTuple):
    """What a body says of itself; empty where it says nothing."""

    organisation: str = ""
    year_end: str = "31 March"
    review_every: str = "quarter"
    suppress_below: str = ""


def starter(answers: Answers, year_end: YearEnd, today: date, template: str = "library") -> dict[str, str]:
    """The text of every file, by name, with a strategy of `TEMPLATES`; `validate` has nothing to say on `today`.

    In the library nothing is late; in each other template one action waits for a word. `year_end` is the day of
    `answers.year_end`.
    """
    values = _settings(answers) | _dates(year_end, today) | _readings(year_end, today)
    values |= {"template": template, "action": TEMPLATES[template]}
    folder = files("strategy_tracker.editing").joinpath("starter_files")
    sources = {name: Template(source).substitute(values) for name, source in FILES.items()}
    texts = {name: folder.joinpath(source).read_text(encoding="utf-8") for name, source in sources.items()}
    return {name: Template(text.replace("\r\n", "\n")).substitute(values) for name, text in texts.items()}


def assistants_guide() -> str:
    """What an assistant should know that works in a portfolio, as Markdown."""
    return files("strategy_tracker.editing").joinpath("starter_files", "assistants.md").read_text(encoding="utf-8")


def _settings(answers: Answers) -> dict[str, str]:
    body, few = answers.organisation, answers.suppress_below
    return {
        "organisation": f"organisation: {scalar(body, flow=False)}"
        if body
        else "# organisation: Borough of Exampleton",
        "year_end": answers.year_end,
        "review_every": answers.review_every,
        "suppress_below": f"suppress_below: {few}" if few else "# suppress_below: 5",
        "heading": f"Strategies of {body}" if body else "Our strategies",
        "threshold": f" (here: fewer than {few})" if few else "",
    }


def _dates(year_end: YearEnd, today: date) -> dict[str, str]:
    """The days of the example: facts lie in the past of its life, what is to come on working days ahead."""
    year = financial_year(today, year_end)
    ends = year_end.in_year(year.end.year + 2)
    after, before = financial_year(year.end + timedelta(days=1), year_end), _year_before(year.start, year_end)
    began = before.start
    return {
        "today": str(today),
        "recently": str(max(year.start, today - timedelta(days=10))),
        "last_week": str(_working_day(today - timedelta(days=10))),
        "month_ago": str(today - timedelta(days=40)),
        "milestone": str(_working_day(read_interval("3 months").after(today))),
        "due": str(_working_day(read_interval("8 months").after(today))),
        "began": str(began),
        "began_year": str(began.year),
        "starts": str(year.start),
        "ends": str(ends),
        "first_year": str(year.start.year),
        "last_year": str(ends.year),
        "last_year_name": before.text,
        "this_year_name": year.text,
        "next_year_name": after.text,
    }


def _year_before(start: date, year_end: YearEnd) -> Period:
    return financial_year(start - timedelta(days=1), year_end)


def _working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() >= 5 else 0)


def _readings(year_end: YearEnd, today: date) -> dict[str, str]:
    quarters = last_quarters(5, year_end, today)
    return {
        name: "\n".join(f"      {quarter}: {value}" for quarter, value in zip(quarters, values, strict=True))
        for name, values in _READINGS.items()
    }


def last_quarters(count: int, year_end: YearEnd, today: date) -> list[str]:
    """The financial quarters that had ended by `today`, oldest first."""
    found: list[str] = []
    year = financial_year(today, year_end)
    while len(found) < count:
        quarters = [parse_period(f"{year.text} Q{number}", year_end) for number in (4, 3, 2, 1)]
        found += [quarter.text for quarter in quarters if quarter.end < today]
        year = financial_year(year.start - timedelta(days=1), year_end)
    return found[count - 1 :: -1]
