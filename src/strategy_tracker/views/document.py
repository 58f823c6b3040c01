"""The neutral report: paragraphs, lists, tables and charts. Every format is written from it, so none can disagree."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.model.branding import PLAIN, Branding
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import filled, label
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.sheet import Cell, Table


class Address(str):
    """Where a link leads, or the name of a place in a page: a text that no reader reads, and no body has words for."""

    __slots__ = ()


class Paragraph(NamedTuple):
    """A text of its own; with a colour it is a status, and the text begins with the word for that colour.

    A `lead` stands before it in bold, its `number` before both, where a body numbers its paragraphs.
    """

    text: str
    colour: Colour | None = None
    lead: str = ""
    number: str = ""

    @property
    def opening(self) -> str:
        """What stands before the text, each part with a blank after it: number, then lead."""
        return "".join(f"{part} " for part in (self.number, self.lead) if part)


class Points(NamedTuple):
    """A list of short texts; `numbered` where their order matters."""

    items: tuple[str, ...]
    numbered: bool = False


class CountsLine(NamedTuple):
    """Counts in one line, each in its own colour, with its mark and its word: `✔ 4 complete`."""

    items: tuple[Cell, ...]


class ChartMark(NamedTuple):
    """One reading in a chart: its label, its day, its amount, and what a table shows for it.

    An amount of None is a gap: nothing is drawn across it, and `shown` says why ("suppressed"). Nor is anything drawn
    to a mark at which counting began `anew`.
    """

    label: str
    day: date
    amount: Decimal | None
    shown: str
    anew: bool = False


class ChartTarget(NamedTuple):
    """What counted as the target from a day to another; each of `amber` is from lower to higher."""

    start: date
    end: date
    amount: Decimal
    shown: str
    amber: tuple[tuple[Decimal, Decimal], ...] = ()


class ChartAhead(NamedTuple):
    """A dotted line from the latest number on to where it ends at its pace; `label` and `shown` name that end."""

    start: date
    first: Decimal
    end: date
    last: Decimal
    label: str
    shown: str


class ChartLimits(NamedTuple):
    """The mean of some days' numbers, and the limits of their usual variation on either side."""

    start: date
    end: date
    lower: Decimal
    mean: Decimal
    upper: Decimal


class ChartWay(NamedTuple):
    """The baseline, and the target that it leads to: in a straight line where that is what was expected."""

    baseline: ChartMark
    target: ChartMark
    is_straight: bool


class Chart(NamedTuple):
    """Readings over time as a small line with gaps; `words` says in a sentence what it shows (its alternative text).

    The figures always stand in a table or a sentence beside it as well: nobody needs to see the chart. Targets are
    drawn as dashed steps, which `dashed` names, with the values that are amber. What is `ahead` is dotted; `limits` are
    thin lines, the mean whole and the others broken. The `way` begins with a hollow mark.
    """

    title: str
    marks: tuple[ChartMark, ...]
    targets: tuple[ChartTarget, ...]
    words: str
    dashed: str = ""
    ahead: ChartAhead | None = None
    limits: ChartLimits | None = None
    way: ChartWay | None = None

    @property
    def begin(self) -> tuple[str, str]:
        """The label and the figure at its left end."""
        way, first = self.way, self.marks[0]
        begins = way.baseline if way and way.baseline.day <= first.day else first
        return begins.label, begins.shown

    @property
    def end(self) -> tuple[str, str]:
        """The label and the figure at its right end."""
        way = self.way.target if self.way and self.way.is_straight else None
        ends = self.ahead or self.marks[-1]
        if way and way.day > (self.ahead.end if self.ahead else self.marks[-1].day):
            return way.label, way.shown
        return ends.label, ends.shown


class CountBar(NamedTuple):
    """The counts of one day by colour, from the base of the bar up; `label` names the day."""

    label: str
    colours: tuple[tuple[Colour, int], ...]


class CountsChart(NamedTuple):
    """Counts by colour over time as bars, and the same as a table; `ends` says the counts of the last bar in words."""

    title: str
    bars: tuple[CountBar, ...]
    ends: tuple[str, ...]
    words: str
    table: Table


Block = Paragraph | Points | CountsLine | Table | Chart | CountsChart


class Section(NamedTuple):
    """A heading of level 1 to 3 and what stands under it; an `annex` is for looking things up, after the paper.

    One `asked_of_each` is the same under many headings: the contents name only those.
    """

    title: str
    level: int
    blocks: tuple[Block, ...]
    annex: bool = False
    asked_of_each: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether the contents name it: what stands under an annex is found by the table it begins with."""
        return self.level == 1 or (self.level == 2 and not self.annex and not self.asked_of_each)

    @property
    def begins_page(self) -> bool:
        """Whether it begins on a page of its own, where there are pages."""
        return self.annex and self.level == 1


class FrameWords(NamedTuple):
    """The fixed words round a report and its charts, which each format puts in; `foot` and `page` have brackets."""

    contents: str = label("contents")
    skip: str = label("skip-to-report")
    foot: str = label("foot")
    page: str = label("page-of")
    period: str = label("period")
    figure: str = label("figure")
    figures_of: str = label("figures-of")
    figures: str = label("figures")
    dashed_line: str = label("dashed-line")


class Document(NamedTuple):
    """A whole report. `facts` are name and value pairs for the cover; `made_from` names the commit and the as-at date.

    The same standing and options give the same document, and the same document gives the same bytes. `branding` has the
    colours, the logo and the template of the body; its words stand in the texts already. `mark` stands on each page.
    What is short has no contents.
    """

    title: str
    subtitle: str
    organisation: str | None
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    made_from: str
    as_at: date
    language: str = "en-GB"
    large_print: bool = False
    branding: Branding = PLAIN
    mark: str = ""
    frame: FrameWords = FrameWords()
    has_contents: bool = True

    @property
    def foot(self) -> str:
        """The line at the foot of each page: as at which day, and made from what."""
        return filled(self.frame.foot, {"day": long_date(self.as_at), "source": self.made_from})
