"""Every text of a document, in order; and documents made of any text at all."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from strategy_tracker.model.branding import Branding, Logo, shade
from strategy_tracker.views.document import (
    Chart,
    ChartAhead,
    ChartLimits,
    ChartMark,
    ChartTarget,
    ChartWay,
    CountsLine,
    Document,
    FrameWords,
    Paragraph,
    Points,
    Section,
)
from strategy_tracker.views.sheet import MARKS, Cell, Column, Table

HOSTILE = (
    "<script>alert(1)</script> & \" ' `x` | **b** [l](javascript:x) <img src=x onerror=y> # - 1. "
    "\x1b[31m \u202e \x00 @all"
)


def texts(document):
    """Everything a reader sees."""
    yield from (document.title, document.subtitle, document.made_from)
    for name, value in document.facts:
        yield from (name, value)
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            yield from of_block(block)


def of_block(block):
    if isinstance(block, Paragraph):
        yield from (block.lead, block.text)
    elif isinstance(block, CountsLine):
        yield from (one.text for one in block.items)
    elif isinstance(block, Points):
        yield from block.items
    elif isinstance(block, Table):
        yield block.title
        yield from (column.name for column in block.columns)
        yield from (cell.text for row in block.rows for cell in row)
        yield from block.notes
    else:
        yield from (block.title, block.words)
        yield from (part for mark in block.marks for part in (mark.label, mark.shown))


def tables(document):
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def table(document, title):
    return next(block for block in tables(document) if block.title == title)


def column(found, name):
    place = [one.name for one in found.columns].index(name)
    return [row[place].text for row in found.rows]


def section(document, title):
    return next(one for one in document.sections if one.title == title)


ANY = st.text(st.characters(codec="utf-8"), max_size=30) | st.just(HOSTILE)
COLOUR = st.sampled_from([None, *MARKS])
AMOUNT = st.none() | st.decimals(-1000, 1000, places=2).map(Decimal)
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@st.composite
def some_table(draw):
    width = draw(st.integers(1, 4))
    columns = draw(st.tuples(*[st.builds(Column, ANY, st.booleans())] * width))
    rows = draw(st.lists(st.tuples(*[st.builds(Cell, ANY, COLOUR)] * width), max_size=3))
    return Table(draw(ANY), columns, tuple(rows), draw(st.lists(ANY, max_size=2).map(tuple)))


NUMBER = st.decimals(-1000, 1000, places=2).map(Decimal)
TARGET = st.builds(ChartTarget, DAYS, DAYS, NUMBER, ANY, st.lists(st.tuples(NUMBER, NUMBER), max_size=2).map(tuple))
CHART = st.builds(
    Chart,
    ANY,
    st.lists(st.builds(ChartMark, ANY, DAYS, AMOUNT, ANY), min_size=1, max_size=6).map(tuple),
    st.lists(TARGET, max_size=3).map(tuple),
    ANY,
    ANY,
    st.none() | st.builds(ChartAhead, DAYS, NUMBER, DAYS, NUMBER, ANY, ANY),
    st.none() | st.builds(ChartLimits, DAYS, DAYS, NUMBER, NUMBER, NUMBER),
    st.none() | st.builds(ChartWay, *[st.builds(ChartMark, ANY, DAYS, NUMBER, ANY)] * 2, st.booleans()),
)
BLOCK = (
    st.builds(Paragraph, ANY, COLOUR, ANY, st.sampled_from(["", "1.2"]))
    | st.builds(CountsLine, st.lists(st.builds(Cell, ANY, COLOUR), min_size=1, max_size=5).map(tuple))
    | st.builds(Points, st.lists(ANY, max_size=3).map(tuple), st.booleans())
    | some_table()
    | CHART
)
SECTION = st.builds(Section, ANY, st.integers(1, 3), st.lists(BLOCK, max_size=3).map(tuple), st.booleans())
PAINT = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
HOUSE = st.builds(
    Branding,
    words=st.just({}),
    shades=st.dictionaries(st.sampled_from([*MARKS]), PAINT.map(shade)),
    logo=st.none() | st.just(Logo("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")),
    template=st.none(),
)
DOCUMENT = st.builds(
    Document,
    ANY,
    ANY,
    st.none() | ANY,
    st.lists(st.tuples(ANY, ANY), max_size=2).map(tuple),
    st.lists(SECTION, max_size=4).map(tuple),
    ANY,
    DAYS,
    large_print=st.booleans(),
    branding=HOUSE,
    frame=st.just(FrameWords()),
)
