"""A document that was read to a draft: its sections and tables, and a word about everything that was not taken."""

import re
from typing import NamedTuple

from strategy_tracker.intake.cells.days import Days, month_stands_first, read_day
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.documents.about import about_of
from strategy_tracker.intake.documents.entries import Entries
from strategy_tracker.intake.documents.left_out import say_of_the_rest, say_what_others_have
from strategy_tracker.intake.documents.pieces import PaperDocument, PaperPiece
from strategy_tracker.intake.documents.sections import sections_of
from strategy_tracker.intake.documents.walk import Walk
from strategy_tracker.intake.draft import PlanDraft, TableAnswers
from strategy_tracker.intake.ledger import Ledger
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.intake.read_source import ReadPlan
from strategy_tracker.intake.repeats import joined

_PLAN_YEAR = re.compile(
    r"\byear (?P<number>\d|one|two|three|four|five) (?:is|means|runs from|covers|=|:)?\s*(?:from"
    r" )?(?P<from>[A-Z][a-z]+ \d{4})\s*(?:to|until|[-\u2013])\s*(?P<to>[A-Z][a-z]+ \d{4})",
    re.IGNORECASE,
)


class PlanYear(NamedTuple):
    """A year of the plan that a sentence explains: its words, its last month, and the piece that says so."""

    words: str
    last: str
    piece: PaperPiece


def read_document(document: PaperDocument, answers: TableAnswers) -> ReadPlan:
    """Read every section and every table; each paragraph and each cell is accounted for in the ledger."""
    ledger = Ledger()
    texts = [cell.text for sheet in document.source.sheets for row in sheet.rows.values() for cell in row.values()]
    days = Days(not month_stands_first(texts), answers.year_end)
    answers, years = _with_plan_years(document, days, answers)
    sections = sections_of(document.pieces)
    entries = Entries(document.text, days, answers, ledger)
    about = about_of(document, sections)
    for piece in about.pieces:
        entries.take(piece)
    walk = Walk(
        entries, sections, PlanDraft(about.title, about.organisation, starts=about.starts, ends=about.ends, paper=True)
    )
    draft = joined(walk.read(), ledger, said_twice=True)
    for year in years:
        entries.take(year.piece)
        _say_of_year(document, year, ledger)
    say_what_others_have(draft, entries)
    say_of_the_rest(document, sections, entries)
    return ReadPlan(draft, ledger)


def _with_plan_years(document: PaperDocument, days: Days, answers: TableAnswers) -> tuple[TableAnswers, list[PlanYear]]:
    """What is said of due dates, with the years of the plan that a sentence of the document explains."""
    due = dict(answers.values.get("due", {}))
    found: list[PlanYear] = []
    for piece in document.pieces:
        for one in _PLAN_YEAR.finditer(piece.text):
            last = read_day(GridCell(one["to"]), days)
            words = f"Year {one['number']}"
            if last.value and words not in due:
                due[words] = last.value
                found.append(PlanYear(words, last.value, piece))
    return answers._replace(values=answers.values | {"due": due}) if found else answers, found


def _say_of_year(document: PaperDocument, year: PlanYear, ledger: Ledger) -> None:
    """Say at each cell that names a year of the plan what it was read as."""
    words = f"'{year.words}' was read as {year.last}, its last month, as {year.piece.place} says"
    said = Understood(year.last, "last-month", words, "write the day if another one was meant")
    for grid in document.source.sheets[1:]:
        for spot in grid.filled():
            if grid.rows[spot.row][spot.column].text == year.words:
                ledger.remark(grid.place(*spot), said, taken=True)
