"""What earlier documents have told the public: each value shown, each figure withheld, and the parts of each total."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.groups import address_of
from strategy_tracker.model.publication import Publication, PublishedFigure
from strategy_tracker.publishing.cells import FigureCell


class ShownTotal(NamedTuple):
    """A total as it was once shown: its parts then, and those of them that had a figure.

    `over_withheld` where those that were shown did not add up to it.
    """

    value: Decimal
    parts: frozenset[str]
    having: frozenset[str]
    over_withheld: bool


class Trace(NamedTuple):
    """What was told of one figure.

    `shown` are all values that stood in a document or may have, `certain` those that did. `withheld` where one left it
    out. `totals` are there where it was shown with the parts it is the sum of.
    """

    shown: tuple[Decimal, ...] = ()
    certain: tuple[Decimal, ...] = ()
    withheld: bool = False
    totals: tuple[ShownTotal, ...] = ()

    def is_last(self, value: object) -> bool:
        """Whether the last document that told of it did so with this value."""
        return bool(self.certain) and self.shown[-1:] == self.certain[-1:] == (value,)


NO_TRACE = Trace()


class Memory(NamedTuple):
    """Everything that was told; `below` is the highest threshold then, `zeros` whether a 0 was withheld by it."""

    traces: Mapping[FigureCell, Trace] = {}
    below: Decimal = Decimal(0)
    zeros: bool = False

    def of(self, cell: FigureCell) -> Trace:
        """What was told of a figure."""
        return self.traces.get(cell, NO_TRACE)


def remember(documents: Iterable[Publication]) -> Memory:
    """Put together what these documents have told, the earliest first."""
    every = sorted(documents, key=lambda one: one.issued.first)
    shown: dict[FigureCell, list[Decimal]] = defaultdict(list)
    certain: dict[FigureCell, list[Decimal]] = defaultdict(list)
    totals: dict[FigureCell, list[ShownTotal]] = defaultdict(list)
    withheld: set[FigureCell] = set()
    for document in every:
        for name, figures in document.figures.items():
            parts = {period[2:]: frozenset(names) for period, names in document.parts.get(name, {}).items()}
            for period, value in figures.items():
                cell = FigureCell(name, "", period.start, period.end)
                if not isinstance(value, Decimal):
                    withheld.add(cell)
                    continue
                shown[cell].append(value)
                if not document.assumed:
                    certain[cell].append(value)
                totals[cell].append(_total(document, value, parts.get(period[2:], frozenset()), period))
    traces = {
        cell: Trace(tuple(shown[cell]), tuple(certain[cell]), cell in withheld, tuple(totals[cell]))
        for cell in dict.fromkeys((*shown, *withheld))
    }
    below = max((one.suppress_below for one in every), default=Decimal(0))
    return Memory(traces, below, any(one.suppress_zeros for one in every))


def _total(document: Publication, value: Decimal, parts: frozenset[str], period: Period) -> ShownTotal:
    """A total in a document, with what that says of the same days of its parts."""
    found = {
        name: figure
        for name in parts
        for days, figure in document.figures.get(name, {}).items()
        if days[2:] == period[2:]
    }
    over = any(_is_over(value, [found[name] for name in found if address_of(name).by == by]) for by in _ways(parts))
    return ShownTotal(value, parts, frozenset(found), over)


def _ways(parts: frozenset[str]) -> set[str]:
    """By what the parts of a total are its parts: groups by one thing, or measures of their own."""
    return {address_of(name).by for name in parts} or {""}


def _is_over(value: Decimal, figures: Sequence[PublishedFigure]) -> bool:
    amounts = [figure for figure in figures if isinstance(figure, Decimal)]
    return len(amounts) < len(figures) or sum(amounts) != value
