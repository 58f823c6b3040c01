"""A grid as lines of a given width: columns stand under each other, no cell wraps, and a long name ends at a word."""

from collections.abc import Iterator, Sequence

from strategy_tracker.views.directions import legible
from strategy_tracker.views.sheet import Cell, ScreenGrid
from strategy_tracker.views.text import columns, cut, folded

LEAST = 20
"""Columns below which a name is not cut, but stands on a line of its own above its figures."""
_FULL = 120
"""Columns that a wide grid fills where its names are short: an eye loses the line over more."""
_MARGIN = 2
"""Blanks before what goes on below a name."""

Parts = tuple[Cell, ...]


def grid_lines(grid: ScreenGrid, width: int) -> Iterator[Parts]:
    """Each line of a grid for a screen that has so many columns, as its parts from left to right.

    Columns that ask for a wider screen than others give way before a name has less than 20 columns.
    """
    layout = _Layout(grid, width)
    if layout.overflows:
        yield from _as_list(grid, layout.shown, width)
        return
    yield from layout.heads()
    for row in grid.rows:
        yield from layout.row(row) if len(row) > 1 else _words(row[0], width)


def _words(cell: Cell, width: int) -> Iterator[Parts]:
    """A line of words across all columns, which goes on below where it is long."""
    margin = "" if cell.strong or not cell.text else " " * _MARGIN
    for line in folded(f"{margin}{legible(cell.text)}", width).split("\n"):
        yield (cell._replace(text=line),)


class _Layout:
    """Which columns of a grid are shown, and how wide; `overflows` where they have no room beside each other."""

    def __init__(self, grid: ScreenGrid, width: int) -> None:
        self._columns = grid.columns
        self.shown = [n for n, column in enumerate(grid.columns) if column.from_width <= width]
        self._widths = {n: _widest(grid, n) for n in self.shown}
        self._name = next((n for n in self.shown if grid.columns[n].gives_way), None)
        longest = self._widths[self._name] if self._name is not None else 0
        whole = self._name is not None and self._columns[self._name].whole
        wanted = longest if whole else min(longest, LEAST)
        while self._left(width) < wanted and (most := max(self._columns[n].from_width for n in self.shown)):
            self.shown = [n for n in self.shown if self._columns[n].from_width < most]
        left = self._left(width)
        self._apart = self._name is not None and left < wanted
        self.overflows = left < (_MARGIN if self._apart else 0)
        filled = self._left(min(width, _FULL)) if grid.wide else 0
        self._room = width if self._apart else max(min(longest, left), filled)
        if self._name is not None:
            self._widths[self._name] = _MARGIN if self._apart else self._room

    def _left(self, width: int) -> int:
        """The columns that all but the name leave to it."""
        return width - sum(self._gap(n) + (self._widths[n] if n != self._name else 0) for n in self.shown)

    def _gap(self, n: int) -> int:
        return self._columns[n].gap if n != self.shown[0] else 0

    def heads(self) -> Iterator[Parts]:
        """The line of groups, where two columns have one heading or there is room for all, and that of headings."""
        heads = [self._columns[n].head for n in self.shown]
        if not any(head.text for head in heads):
            return
        texts = [head.text for head in heads if head.text]
        groups = [self._columns[n].group for n in self.shown]
        if any(groups) and (len(set(texts)) < len(texts) or len(self.shown) == len(self._columns)):
            yield (Cell(self._group_line(), "grey"),)
        dim = [head if head.colour else head._replace(colour="grey") for head in heads]
        named = dict(zip(self.shown, dim, strict=True))
        if self._apart and self._name is not None:
            del named[self._name]
        yield self._line(named)

    def _group_line(self) -> str:
        line, at, before = "", 0, ""
        for n in self.shown:
            at += self._gap(n)
            group = self._columns[n].group
            if group and group != before:
                line = f"{line:<{at}}" if len(line) < at else f"{line} "
                line += group
            before = group
            at += self._widths[n]
        return line

    def row(self, row: Parts) -> Iterator[Parts]:
        """One row: on one line, or where names stand apart on two."""
        cells = {n: row[n] for n in self.shown}
        if self._name is None:
            yield self._line(cells)
            return
        name = cells[self._name]
        before = {n: one for n, one in cells.items() if n < self._name}
        taken = sum(columns(one.text) + 1 for one in before.values()) if self._apart else 0
        name = name._replace(text=cut(legible(name.text), self._room - taken))
        if not self._apart:
            yield self._line({**cells, self._name: name})
            return
        yield self._line({**before, self._name: name})
        rest = {n: one for n, one in cells.items() if n > self._name}
        if any(one.text for one in rest.values()):
            yield self._line(rest)

    def _line(self, cells: dict[int, Cell]) -> Parts:
        """The cells at their places, with blanks between them and none at the end."""
        parts: list[Cell] = []
        blanks = 0
        for n in self.shown:
            blanks += self._gap(n)
            cell = cells.get(n, Cell(""))
            text = legible(cell.text)
            free = max(0, self._widths[n] - columns(text))
            before = free if self._columns[n].figures else 0
            if text:
                parts += [Cell(" " * (blanks + before))] if blanks + before else []
                parts.append(cell._replace(text=text))
                blanks = free - before
            else:
                blanks += self._widths[n]
        return tuple(parts)


def _widest(grid: ScreenGrid, n: int) -> int:
    texts = [grid.columns[n].head.text, *(row[n].text for row in grid.rows if len(row) > 1)]
    return max(grid.columns[n].least, *(columns(legible(text)) for text in texts))


def _as_list(grid: ScreenGrid, shown: Sequence[int], width: int) -> Iterator[Parts]:
    """The cells of each row one below the other, where they have no room beside each other; a name is cut."""
    names = [column.gives_way for column in grid.columns]
    for row in grid.rows:
        if len(row) == 1:
            yield from _words(row[0], width)
            continue
        cells = {n: row[n]._replace(text=legible(row[n].text)) for n in shown if row[n].text}
        first, *others = cells
        cells |= {n: one._replace(text=cut(one.text, width - _MARGIN)) for n, one in cells.items() if names[n]}
        mark = columns(cells[first].text) == 1 and others
        yield (cells[first], Cell(" "), cells[others[0]]) if mark else (cells[first],)
        for n in others[1:] if mark else others:
            head = grid.columns[n].head.text
            yield (Cell("  "), *([Cell(f"{head}: ", "grey")] if head else []), cells[n])
