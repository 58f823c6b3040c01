"""What changed since last time; says so where nothing can be compared."""

from strategy_tracker.rules.changes import Difference
from strategy_tracker.rules.report_facts import Material
from strategy_tracker.views.changes import changes_sheet
from strategy_tracker.views.report.document import Block, Points, Section, Words
from strategy_tracker.views.report.wording import sentence

TITLE = "What changed since last time"
_MAIN = ("colour", "state", "due", "restated", "target", "rule", "withdrawn")
"""Kinds of change that a board cannot do without, for the report of one page."""


def changed(material: Material) -> Section:
    """Every change by kind, as `strategy diff` has it, and what a careful reader would ask."""
    since = material.since
    if since.lacking:
        return Section(TITLE, 1, (Words(sentence(f"This cannot be said: {since.lacking}")),))
    sheet = changes_sheet(since.changes, since.questions, since.words, material.made_from)
    blocks: list[Block] = [Words(sentence(f"{sheet.title} since {since.words}"))]
    for section in sheet.sections:
        for table in section.tables:
            blocks.append(table._replace(title=_title(section.title, table.title, material)))
        if section.lines:
            blocks += [Words(f"{section.title}:"), Points(section.lines)]
    return Section(TITLE, 1, tuple(blocks))


def _title(kind: str, place: str, material: Material) -> str:
    return kind if len(material.standing.strategies) == 1 and place != "measures" else f"{kind}: {place}"


def main_changes(material: Material, most: int) -> Section:
    """The few changes that matter most, each in a line."""
    since = material.since
    if since.lacking:
        return Section(TITLE, 1, (Words(sentence(f"This cannot be said: {since.lacking}")),))
    ordered = sorted((one for one in since.changes if one.kind in _MAIN), key=_weight)
    if not ordered:
        return Section(TITLE, 1, (Words(f"No colour, state, date or figure moved since {since.words}."),))
    blocks: list[Block] = [Words(sentence(f"since {since.words}")), Points(tuple(map(_line, ordered[:most])))]
    if len(ordered) > most:
        blocks.append(Words("The board pack has them all."))
    return Section(TITLE, 1, tuple(blocks))


def _weight(one: Difference) -> tuple[int, int]:
    return (_MAIN.index(one.kind), 0 if one.worse else 1)


def _line(one: Difference) -> str:
    moved = f"{one.before} → {one.after}" if one.before and one.after else one.before or one.after
    return f"{one.text or one.item}: {moved}" + (f" ({one.why})" if one.why else "")
