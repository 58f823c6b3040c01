"""What the pages of a dashboard are made of, as plain data: the body's own words are put into it before it is HTML."""

from typing import NamedTuple

from strategy_tracker.model.names.labels import label
from strategy_tracker.views.document import Address, Block, CountsChart, CountsLine, FrameWords, Paragraph
from strategy_tracker.views.sheet import Cell, Table

NOWHERE = Address()
"""The address of what has none."""


class PageLink(NamedTuple):
    """A text that leads somewhere, or just the text; `after` stands behind it."""

    text: str
    address: Address = NOWHERE
    after: str = ""


class PageLinks(NamedTuple):
    """A list of links; `title` stands before it, where it has one."""

    title: str
    items: tuple[PageLink, ...]


class Facts(NamedTuple):
    """Names with their values."""

    pairs: tuple[tuple[str, str], ...]


class Figures(NamedTuple):
    """A chart with a table of its figures, in which each may have remarks; `name` is unique in the page."""

    chart: Block
    table: Table
    name: Address


PageBlock = Block | Facts | PageLink | PageLinks | Figures


class Fold(NamedTuple):
    """Something that a reader opens."""

    title: str
    blocks: tuple[PageBlock, ...]
    name: Address = NOWHERE


class PageItem(NamedTuple):
    """One action or measure in a list: a line of cells, and folded under it all that is known of it.

    Where it is told elsewhere, `told` leads there. `needs` says that it needs somebody.
    """

    text: str
    small: str
    state: Cell
    cells: tuple[str, ...]
    blocks: tuple[PageBlock, ...]
    name: Address = NOWHERE
    told: PageLink | None = None
    needs: bool = False


class PageItems(NamedTuple):
    """The actions or the measures of a priority; `heads` are over the line of an item, the first over its text."""

    title: str
    heads: tuple[str, ...]
    items: tuple[PageItem, ...]
    words: str = ""


class PageNeed(NamedTuple):
    """One thing that needs somebody: how it stands, where it is told, and in small since when, whose, what next."""

    state: Cell
    link: PageLink
    about: tuple[str, ...]


class NeedGroup(NamedTuple):
    """Things that need somebody for the same reason: the first few, and the `others` folded."""

    title: str
    needs: tuple[PageNeed, ...]
    others: tuple[PageNeed, ...] = ()
    more: str = ""


class PrioritySection(NamedTuple):
    """A priority, folded: its counts in its line, then the account of it, its actions and its measures.

    `short` is its title where there is little room, as on a telephone; the list to jump by has the whole one.
    """

    title: str
    group: str
    counts: CountsLine
    measures: str
    blocks: tuple[PageBlock, ...]
    lists: tuple[PageItems, ...]
    name: Address
    short: str = ""


class StrategySection(NamedTuple):
    """All of one strategy; under a heading of its own where the page has several (`level` 3), else the page has it.

    What is `under` the names of the first table says its counts of measures where a screen has no room for them.
    """

    title: str
    name: Address
    level: int
    kicker: str
    lead: tuple[Paragraph, ...]
    position: Table
    links: tuple[Address, ...]
    notes: tuple[str, ...]
    needs: tuple[NeedGroup, ...]
    well: str
    coming: PageLinks
    changed: tuple[Fold, ...]
    priorities: tuple[PrioritySection, ...]
    about: tuple[Fold, ...]
    over_time: tuple[CountsChart | Paragraph, ...] = ()
    under: tuple[str, ...] = ()


class Overview(NamedTuple):
    """The first part of a page of several strategies: all together, and each in a row; `others` do not run."""

    lead: tuple[Paragraph, ...]
    position: Table
    links: tuple[Address, ...]
    notes: tuple[str, ...]
    needs: tuple[NeedGroup, ...]
    well: str
    changed: tuple[Fold, ...]
    over_time: tuple[CountsChart | Paragraph, ...] = ()
    under: tuple[str, ...] = ()
    others: tuple[PageLinks, ...] = ()


class PageWords(NamedTuple):
    """The fixed words of a page that stand between its parts."""

    needs: str = label("what-needs-somebody")
    changed: str = label("what-changed")
    priorities: str = label("the-priorities")
    filter: str = label("show-some")
    every: str = label("all")
    as_table: str = label("same-as-table")
    needing: str = label("needs-somebody")
    shown: str = label("shown")
    told: str = label("told-elsewhere")
    complete: str = label("complete")
    green: str = label("green")
    amber: str = label("amber")
    red: str = label("red")
    grey: str = label("no-colour")
    frame: FrameWords = FrameWords()
