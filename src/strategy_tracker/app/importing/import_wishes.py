"""What a person says beside a table on the command line: sheets, headings, columns, years, what words mean."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from strategy_tracker.app.importing.bring_into import Choices
from strategy_tracker.app.importing.import_maps import read_map, wishes_of_map, with_map
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.editing import typed_figures
from strategy_tracker.files.find import find_root
from strategy_tracker.files.read_settings import settings_in
from strategy_tracker.intake.cells.words import Role
from strategy_tracker.intake.draft import TableAnswers
from strategy_tracker.intake.headings import Heading
from strategy_tracker.intake.layout.found_table import Wishes
from strategy_tracker.intake.outline import column_number
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.problem import Problem

Answers = TableAnswers
"""What is said of a table, for the doors to this floor."""

_KINDS = ("owner", "due", "state", "rag", "unit", "period")


def answers_of(root: Path | None, year: str, on: str, values: Sequence[str], where: str) -> TableAnswers:
    """Gather what is said of a table; the year end is that of the portfolio. Raises `Problem` for what cannot be."""
    folder = root.absolute() if root else find_root(Path.cwd())
    year_end = settings_in(folder)[0].year_end if folder and folder.is_dir() else MARCH
    if year:
        year = typed_figures.period(year, year_end).text
    if on:
        on = typed_figures.day(on, "--on")
    meant: dict[str, dict[str, str]] = {}
    for one in values:
        kind, mark, rest = one.partition(":")
        text, same, value = rest.rpartition("=")
        if kind in _KINDS and mark and kind == "due" and "=every:" in rest:
            text, _, interval = rest.partition("=every:")
            same, value = "=", f"every:{interval}"
        if kind not in _KINDS or not mark or not same or not text.strip():
            hint = did_you_mean(nearest(kind, _KINDS), f"the kinds are {', '.join(_KINDS)}")
            raise Problem(
                f"--map-value '{one}' does not say what a text means", f"write 'state:Open=in-progress'; {hint}"
            )
        meant.setdefault(kind, {})[" ".join(text.split())] = value.strip()
    return TableAnswers(year, on, meant, where, year_end)


def said_of(path: Path | None, answers: TableAnswers) -> tuple[TableAnswers, dict[str, Wishes | None], dict[str, str]]:
    """What the command line and a map say of a table: answers, what sheets hold, which row is which item.

    Raises `Problem` with the first fault of the map.
    """
    if path is None:
        return answers, {}, {}
    found = read_map(path, answers.year_end)
    return with_map(answers, found), wishes_of_map(found), dict(found.items)


def choices_of(same: Sequence[str], revise: bool, add_new: bool, known: Mapping[str, str]) -> Choices:
    """Gather how a table is taken into a strategy, with the items that a map knows.

    Raises `Problem` where a row is not said to be an item.
    """
    told = dict(known)
    for one in same:
        place, mark, own = one.rpartition("=")
        if not mark or not place.strip() or not own.strip():
            raise Problem(f"--same '{one}' does not say which row is which item", "write 'row 4=warm-02'")
        told[place.strip()] = own.strip()
    return Choices(revise, add_new, told)


def wishes_of(sheets: Sequence[str], heading: int, columns: Sequence[str]) -> dict[str, Wishes | None]:
    """What is said of the sheets by name, '' standing for every one that is not named.

    With names of sheets the others are left out. Raises `Problem` for a column or a role that is none.
    """
    found = Wishes(heading, dict(_column(one) for one in columns))
    if not sheets:
        return {"": found} if heading or columns else {}
    return dict.fromkeys(sheets, found) | {"": None}


def _column(text: str) -> tuple[int, Heading]:
    words, _, letters = text.rpartition("=")
    number = column_number(letters.strip())
    name, _, period = words.strip().partition(" ")
    roles = [role for role in get_args(Role) if role != "words"]
    if number is None or not words:
        raise Problem(f"--column '{text}' does not name a column", "write owner=C, with the letter of the column")
    if name not in roles:
        raise Problem(
            f"--column: there is no '{name}'", did_you_mean(nearest(name, roles), f"it is one of {', '.join(roles)}")
        )
    return number, Heading(words.strip(), name, period.strip(), certain=True)  # type: ignore[arg-type]
