"""Finds words that tell a suppressed figure: a note in which the very number stands, in figures or in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.model.measures.group_measures import with_groups
from strategy_tracker.model.measures.groups import address_of
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.measures.reading import Figure
from strategy_tracker.model.record import Record
from strategy_tracker.publishing.cells import FigureCell, counts, figures
from strategy_tracker.publishing.numbers_in_text import numbers_in

_DEFINING = frozenset(
    {"id", "title", "definition", "cohort", "unit", "currency", "better", "part_of", "compared_with", "source"}
)
"""Keys of a measure whose numbers say what is counted (`aged 16`), not how many there were."""
_COMMON = frozenset({
    "aged", "care", "child", "children", "young", "people", "number", "total", "year", "with", "from", "into", "than",
    "their",
})  # fmt: skip


class Secret(NamedTuple):
    """The numbers of one measure that are not published, and the words by which a text can be known to be about it."""

    measure: str
    title: str
    numbers: frozenset[Decimal]
    words: frozenset[str]


class LeakInWords(NamedTuple):
    """A text that holds a suppressed number: of which measure, in which file, under which names and keys."""

    title: str
    file: str
    place: str


def secrets(measures: Iterable[Measure], suppressed: frozenset[FigureCell]) -> list[Secret]:
    """Collect what must not be told of each measure with a suppressed figure, as far as the files hold it.

    With a figure goes what its total has more, and how far it is from the figures before and after it.
    """
    found: dict[str, Secret] = {}
    listed = tuple(with_groups(measures))
    values = {cell: reading.value for one in listed for cell, _, reading in figures(one)}
    for measure in listed:
        rows = sorted(figures(measure), key=lambda one: (one[0].series, one[0].end, one[0].start))
        numbers = set[Decimal]()
        for n, (cell, _, reading) in enumerate(rows):
            if cell in suppressed:
                numbers.update(number for each in (reading, *reading.was) for number in _numbers(each, measure))
                near = [
                    one[0] for one in (*rows[max(0, n - 1) : n], *rows[n + 1 : n + 2]) if one[0].series == cell.series
                ]
                numbers.update(_differences(cell, [cell._replace(measure=measure.part_of or ""), *near], values))
        if numbers:
            own = address_of(measure.id).measure  # what is of a group is of its measure
            before = found.get(own)
            every = frozenset(numbers) | (before.numbers if before else frozenset())
            title = before.title if before else measure.title
            found[own] = Secret(own, title, every, _words(title))
    return list(found.values())


def _differences(
    cell: FigureCell, others: Iterable[FigureCell], values: Mapping[FigureCell, Decimal | None]
) -> Iterator[Decimal]:
    """How far a figure is from others, where it is not the same."""
    value = values[cell]
    for beside in map(values.get, others):
        if value is not None and beside is not None and value != beside:
            yield abs(beside - value)


def _numbers(figure: Figure, measure: Measure) -> Iterator[Decimal]:
    """The amount as it is and as it is printed, and the counts behind it but for the whole."""
    amount = figure.amount(measure.unit)
    if amount is not None:
        yield amount
        yield from numbers_in(show_amount(amount, "count"))
    yield from (number for number in counts(figure, measure.unit) or () if number and number != figure.denominator)


def _words(text: str) -> frozenset[str]:
    """The telling words of a text, without their endings."""
    letters = "".join(letter if letter.isalpha() else " " for letter in text.casefold())
    return frozenset(word.removesuffix("s") for word in letters.split() if len(word) > 3 and word not in _COMMON)


def find_leaks_in_words(record: Record, file: str, hidden: Sequence[Secret]) -> Iterator[LeakInWords]:
    """Find the texts of a public record that tell a secret: any of the measure's own, and others that speak of it."""
    own = {one.measure: one for one in hidden}
    if isinstance(record, Measures):
        for measure in record.measures:
            one = own.get(measure.id)
            for text, route in _texts(measure):
                if route[0] in _DEFINING:
                    continue
                if title := one.title if one and numbers_in(text) & one.numbers else measure_told_of(text, hidden):
                    yield LeakInWords(title, file, " › ".join((measure.id, *route)))
        return
    for text, route in _texts(record):
        if title := measure_told_of(text, hidden):
            yield LeakInWords(title, file, " › ".join(route))


def measure_told_of(text: str, hidden: Sequence[Secret]) -> str:
    """Find the measure of which a text holds a suppressed number and half of the telling words; give its title."""
    found = numbers_in(text)
    if not found:
        return ""
    speaking = (one for one in hidden if found & one.numbers and one.words)
    return next((one.title for one in speaking if len(_words(text) & one.words) * 2 >= len(one.words)), "")


def _texts(value: Any, route: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every text in a record, with the keys and names that lead to it."""
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*route, str(field.alias or name)))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*route, str(getattr(key, "text", key))))
    elif type(value) is tuple:
        for n, inner in enumerate(value, 1):
            yield from _texts(inner, (*route, str(getattr(inner, "id", None) or getattr(inner, "on", None) or n)))
    elif type(value) is str:
        yield value, route
