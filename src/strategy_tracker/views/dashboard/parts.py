"""Small pieces of HTML that dashboard pages are made of: coloured words, tables, figures, lists, bars."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.document import Block, Chart, Paragraph, Points
from strategy_tracker.views.formats.escaping import joined, mark, tag
from strategy_tracker.views.formats.svg_charts import svg
from strategy_tracker.views.sheet import MARKS, Cell, Table

NOTHING = Markup("")
_WORDS: dict[str, str] = {"blue": "complete"}


def pill(colour: Colour, word: str) -> Markup:
    """Writes a colour as its shape and its word."""
    return tag("span", mark(colour), f" {word}", class_=f"pill {colour}")


def paragraphs(texts: Iterable[str], class_: str | None = None) -> Markup:
    """Writes a paragraph for each text."""
    return joined([tag("p", text, class_=class_) for text in texts])


def points(items: Iterable[str], class_: str | None = None) -> Markup:
    """Writes a list; nothing where there is nothing in it."""
    made = [tag("li", item) for item in items]
    return tag("ul", joined(made), class_=class_) if made else NOTHING


def facts(pairs: Iterable[tuple[str, str | None]]) -> Markup:
    """Writes names with their values; a value that is empty is left out."""
    made = [tag("div", tag("dt", name), tag("dd", value)) for name, value in pairs if value]
    return tag("dl", joined(made), class_="facts") if made else NOTHING


def fold(summary: str, *inside: Markup, class_: str | None = None) -> Markup:
    """Folds something away until a reader opens it."""
    return tag("details", tag("summary", summary), tag("div", joined(inside), class_="inside"), class_=class_)


def table(made: Table, caption: str, *, unseen: bool = False) -> Markup:
    """Writes a table; its first cell names the row, the others know their column for screens too narrow for a table."""
    if not made.rows:
        return NOTHING
    heads = [tag("th", column.name, scope="col", class_="n" if column.figures else None) for column in made.columns]
    title = tag("caption", caption, class_="unseen" if unseen else None)
    body = joined([tag("tr", *_cells(made, row)) for row in made.rows])
    notes = [tag("p", note, class_="note") for note in made.notes]
    return joined([tag("table", title, tag("thead", tag("tr", *heads)), tag("tbody", body)), *notes])


def _cells(made: Table, row: Sequence[Cell]) -> Iterator[Markup]:
    yield tag("th", _content(row[0]), scope="row")
    for column, one in zip(made.columns[1:], row[1:], strict=True):
        names = " ".join(name for name, so in (("n", column.figures), ("empty", one.text == "–")) if so)
        yield tag("td", _content(one), class_=names or None, data_label=column.name)


def _content(one: Cell) -> str:
    if one.colour is None:
        return one.text
    return pill(one.colour, one.text.removeprefix(f"{MARKS[one.colour]} "))


def figure(chart: Chart, name: str, figures: Table) -> Markup:
    """Writes a chart as its drawing, a sentence that says what it shows, and its figures."""
    drawn = tag("div", joined([svg(chart, name), tag("p", chart.words, class_="note")]))
    shown = tag("div", table(figures, label("figures-of", measure=chart.title), unseen=True))
    return tag("figure", joined([drawn, shown]))


def block(one: Block) -> Markup:
    """Writes a block of a report that is no chart."""
    if isinstance(one, Paragraph):
        return tag("p", one.text)
    if isinstance(one, Points):
        return points(one.items)
    assert isinstance(one, Table)
    return table(one, one.title)


def bar(tally: Tally) -> Markup:
    """Draws the counts of a tally as one bar; the legend beside it says the same in words."""
    at, parts = 0, []
    for count in tally.counts:
        where = {"x": str(at), "y": "0", "width": str(count.number), "height": "1"}
        parts.append(tag("rect", class_=f"fill {count.colour}", **where))
        at += count.number
    drawn = {"viewBox": f"0 0 {at} 1", "preserveAspectRatio": "none", "aria_hidden": "true", "focusable": "false"}
    return tag("svg", *parts, class_="bar", **drawn) if at else NOTHING


def legend(tally: Tally) -> Markup:
    """Lists the counts of a tally, each with its shape and word."""
    made = [tag("li", pill(one.colour, word_of(one.word)), " ", tag("b", f"{one.number:,}")) for one in tally.counts]
    return tag("ul", joined(made), class_="legend")


def word_of(word: str) -> str:
    """The word for a colour in a count: blue is called complete."""
    return _WORDS.get(word, word)
