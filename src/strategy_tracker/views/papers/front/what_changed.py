"""The section of a report on what changed since the last meeting; it says so where nothing can be compared."""

from strategy_tracker.briefing.material import Material
from strategy_tracker.comparing.fields import ASK
from strategy_tracker.comparing.questions import Signal
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.said import lacking_words
from strategy_tracker.views.screens.looking_back.diff import changes_sheet, error_words
from strategy_tracker.views.sheet import Table, cell, line_text
from strategy_tracker.views.text import sentence

TITLE = label("what-changed")


def every_change(material: Material) -> Section:
    """The section of every change by kind, as `strategy diff` has it, and what a careful reader would ask."""
    since = material.since
    if since.lacking:
        return Section(TITLE, 1, (Paragraph(label("cannot-be-said", why=lacking_words(since.lacking))),))
    changes = tuple(one for one in since.changes if not one.why.startswith(ASK))  # the paper has a section of these
    sheet = changes_sheet(changes, _named(material), since.moment or since.words, material.made_from)
    blocks: list[Block] = [
        Paragraph(sentence(phrase("changes-since", changes=line_text(sheet.title), moment=since.moment or since.words)))
    ]
    if since.in_error:
        blocks.append(Points(tuple(sentence(dates_in(error_words(one))) for one in since.in_error)))
    for section in sheet.sections:
        title = line_text(section.title)
        blocks += [_in_words(table, title, material) for table in section.tables if isinstance(table, Table)]
        if section.lines:
            lines = tuple(dates_in(line_text(line)) for line in section.lines)
            blocks += [Paragraph(phrase("lead-to", what=title)), Points(lines)]
    return Section(TITLE, 1, tuple(blocks))


def _named(material: Material) -> tuple[Signal, ...]:
    """Questions of a careful reader that name things by their words: nobody on a board knows an id by heart."""
    named = {one.item: one.text for one in material.since.changes if one.text}
    named |= {one.id: one.title for one in material.standing.strategies}
    asked = []
    for one in material.since.questions:
        text, short = named.get(one.item, ""), one.item.partition("/")[2]
        asked.append(one._replace(item=phrase("thing-of", what=text, of=short) if text and short else text or one.item))
    return tuple(asked)


def _in_words(table: Table, kind: str, material: Material) -> Table:
    """Puts the words of each item before its id in a table of changes, and dates as people say them."""
    strategies = {one.id for one in material.standing.strategies}
    apart = table.title not in strategies
    named = {one.item: one.text for one in material.since.changes}
    rows = []
    for first, *rest in table.rows:
        text = named.get(first.text if apart else f"{table.title}/{first.text}", "")
        name = phrase("thing-of", what=text, of=first.text) if text and not apart else text or first.text
        rows.append((cell(name), *(one._replace(text=dates_in(one.text)) for one in rest)))
    many = len(strategies) > 1 or apart
    return table._replace(title=phrase("and-what", what=kind, of=table.title) if many else kind, rows=tuple(rows))
