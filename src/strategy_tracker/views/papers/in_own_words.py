"""A report in the body's own words, such as Theme for priority. Data for machines keeps our words."""

from strategy_tracker.briefing.own_words import Vocabulary, vocabulary_of
from strategy_tracker.model.branding import Branding
from strategy_tracker.model.names.labels import filled
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.document import Block, CountsLine, Document, FrameWords, Paragraph, Points, Section
from strategy_tracker.views.sheet import MARKS, Cell, Table


def put_in_own_words(document: Document, branding: Branding) -> Document:
    """Puts a document in the body's words and colours; what it was made from stays: that names commits and files."""
    own = vocabulary_of(branding.words, branding.language)
    document = document._replace(branding=branding, language=branding.language)
    if own is None:
        return document
    return _in_words(document, own)


def _in_words(document: Document, own: Vocabulary) -> Document:
    say = own.say
    return document._replace(
        title=say(document.title),
        subtitle=say(document.subtitle),
        organisation=say(document.organisation) if document.organisation else None,
        facts=tuple(
            (say(name), value if value == document.made_from else say(value)) for name, value in document.facts
        ),
        sections=tuple(_section(section, own) for section in document.sections),
        frame=_frame(document, own),
    )


def _frame(document: Document, own: Vocabulary) -> FrameWords:
    words = FrameWords(*map(own.say, document.frame))
    return words._replace(foot=filled(words.foot, {"day": own.say(long_date(document.as_at))}))


def _section(section: Section, own: Vocabulary) -> Section:
    blocks = tuple(_block(block, own) for block in section.blocks)
    return section._replace(title=own.say(section.title), blocks=blocks)


def _block(block: Block, own: Vocabulary) -> Block:
    say = own.say
    if isinstance(block, Paragraph):
        return block._replace(text=say(block.text), lead=say(block.lead))
    if isinstance(block, Points):
        return block._replace(items=tuple(map(say, block.items)))
    if isinstance(block, CountsLine):
        return CountsLine(tuple(_cell(one, own) for one in block.items))
    if isinstance(block, Table):
        return _table(block, own)
    marks = tuple(mark._replace(label=say(mark.label), shown=say(mark.shown)) for mark in block.marks)
    return block._replace(title=say(block.title), words=say(block.words), marks=marks)


def _table(table: Table, own: Vocabulary) -> Table:
    return Table(
        own.say(table.title),
        tuple(column._replace(name=own.say(column.name)) for column in table.columns),
        tuple(tuple(_cell(cell, own) for cell in row) for row in table.rows),
        tuple(map(own.say, table.notes)),
    )


def _cell(cell: Cell, own: Vocabulary) -> Cell:
    """A cell that is a colour keeps its mark, and takes the word as the body wrote it."""
    mark, space, word = cell.text.partition(" ")
    if cell.colour and mark == MARKS[cell.colour]:
        return Cell(f"{mark}{space}{own.label(word)}", cell.colour)
    return Cell(own.say(cell.text), cell.colour)
