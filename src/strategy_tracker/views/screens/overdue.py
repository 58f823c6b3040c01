"""What needs somebody: late, silent or coming, grouped by who can do something about it, or as findings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from strategy_tracker.diagnostics import Diagnostic, Position, Severity
from strategy_tracker.judging.meetings.count_answers import answers_words
from strategy_tracker.judging.overdue import OverdueItem, OverdueKind
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.colour import Colour
from strategy_tracker.views.dates_and_amounts import as_at
from strategy_tracker.views.sheet import Cell, Column, Sheet, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import NOBODY, counted, owner_words

Grouping = Literal["owner", "strategy", "priority"]

_WORDS: dict[OverdueKind, str] = {
    "late": "late",
    "waiting": "waiting",
    "very-silent": "very silent",
    "silent": "silent",
    "missed-review": "review missed",
    "late-resolution": "resolution late",
    "late-reading": "reading late",
    "no-amber-rule": "target missed, no amber declared",
    "unanswered": "unanswered",
    "upcoming": "coming",
}
"""Each kind with its word, in the order they are told."""

_TINTS: dict[OverdueKind, Colour] = {"late": "red", "waiting": "amber", "very-silent": "amber", "silent": "amber"}
"""The colours of counts, which are those of the columns of `status`."""
_COUNTED = {"waiting": "waiting for a word"}
_MANY = {
    "missed-review": "reviews missed",
    "late-resolution": "resolutions late",
    "late-reading": "readings late",
    "no-amber-rule": "targets missed, no amber declared",
}
_COLOURS: dict[OverdueKind, Colour] = {
    "missed-review": "red",
    "late-resolution": "red",
    "late-reading": "amber",
    "unanswered": "amber",
}
"""The mark of what is no action; an action has the one of its own colour."""


def overdue_sheet(found: Sequence[OverdueItem], by: Grouping, within: str, filters: str, standing: Standing) -> Sheet:
    """A sheet of everything that needs somebody, grouped by owner, strategy or priority."""
    lines = [as_at(standing) + (f", and what falls due within {within}" if within else "")]
    if filters:
        lines.append(f"only: {filters}")
    lines += [answers_words(one) for one in standing.rounds if one.round.is_open]
    over = [s for s in standing.strategies if not s.phase.runs]
    lines += [f"{s.id}: {s.phase.words}; nothing in it is called late" for s in over]
    lines += [standing.moves_not_known] if standing.moves_not_known and found else []
    groups: dict[str, list[OverdueItem]] = {}
    key = group_of(by, standing)
    for one in found:
        for name in key(one):
            groups.setdefault(name, []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    colours = {f"{s.id}/{action.id}": action.rating.colour for s in standing.strategies for action in s.actions}
    return Sheet(
        overdue_title(found, standing),
        tuple(lines),
        tuple(_section(name, group, by, colours) for name, group in ordered),
    )


def overdue_title(found: Sequence[OverdueItem], standing: Standing) -> tuple[Cell, ...]:
    """Counts of everything that needs somebody, by its word."""
    return headline(Counter(one.kind for one in found), standing)


def headline(numbers: Mapping[str, int], standing: Standing) -> tuple[Cell, ...]:
    """Counts of each kind, in parts; that nothing is late is said as well, for it is what everybody asks."""
    counts = [(kind, number) for kind in _WORDS if (number := numbers.get(kind, 0))]
    if not counts:
        known = "Nothing that could be read" if standing.unread else "Nothing"
        return (Cell(f"{known} is late, waiting for a word or silent"),)
    told = [Cell(f"{number} {_counted(kind, number)}", _TINTS.get(kind)) for kind, number in counts]
    told += [] if numbers.get("late") else [Cell("none late")]
    return tuple(part for n, one in enumerate(told) for part in ((Cell(" · "), one) if n else (one,)))


def _counted(kind: OverdueKind, number: int) -> str:
    word = _COUNTED.get(kind, _WORDS[kind])
    return _MANY.get(kind, word) if number > 1 else word


def group_of(by: Grouping, standing: Standing) -> Callable[[OverdueItem], Sequence[str]]:
    """The function that gives each thing the headings it stands under: of several owners each is asked."""
    if by == "owner":
        return lambda one: owners_of(one) or (NOBODY,)
    if by == "strategy":
        return lambda one: (", ".join(one.strategies) or "no strategy",)
    titles = {f"{s.id}/{a.id}": f"{s.id}/{p.id}" for s in standing.strategies for p in s.priorities for a in p.actions}
    for s in standing.strategies:
        for p in s.priorities:
            for name in p.measures:
                titles.setdefault(name, f"{s.id}/{p.id}")
    return lambda one: (titles.get(one.item, "the whole strategy"),)


def _section(name: str, group: list[OverdueItem], by: Grouping, colours: Mapping[str, Colour]) -> SheetSection:
    """One group, with a table for each strategy; the strategy's name is left out where it is the heading."""
    tables: dict[str, list[OverdueItem]] = {}
    for one in group:
        tables.setdefault("" if by == "strategy" else ", ".join(one.strategies), []).append(one)
    lines = _inherited(group) if by == "owner" else ()
    return SheetSection(
        f"{name}: {counted(len(group), 'item')}",
        lines,
        tuple(_table(*item, colours) for item in sorted(tables.items())),
    )


def _inherited(group: list[OverdueItem]) -> tuple[str, ...]:
    """A line that says for how many of its items an owner is asked as that of the strategy or of the priority."""
    counts = [(sum(one.owner_from == whose for one in group), whose) for whose in ("strategy", "priority")]
    told = [f"{number} for the {whose}" for number, whose in counts if number]
    return (f"{', '.join(told)}: no owner of their own",) if told else ()


def _table(strategies: str, group: list[OverdueItem], colours: Mapping[str, Colour]) -> Table:
    columns = (Column("Item"), Column("What"), Column("Word"), Column("How long"))
    kinds = list(_WORDS)
    rows = [
        (
            cell(_name(one)),
            cell(one.text),
            coloured(_COLOURS.get(one.kind) or colours.get(one.item, "grey"), _WORDS[one.kind]),
            cell(one.words),
        )
        for one in sorted(group, key=lambda one: (kinds.index(one.kind), -one.days, one.item))
    ]
    return Table(strategies, columns, tuple(rows))


def _name(one: OverdueItem) -> str:
    if one.kind == "unanswered":
        return "round"
    return one.item.rpartition("/")[2] if one.text != one.item else "meeting"


COLUMNS = (
    "kind",
    "owner",
    "strategies",
    "item",
    "text",
    "due",
    "days",
    "words",
    "owner_from",
    "silence",
    "original_due",
    "owners",
    "when",
)


def overdue_rows(found: Sequence[OverdueItem]) -> Iterator[dict[str, Any]]:
    """A flat row for each thing found."""
    return (one._asdict() for one in found)


# for a build server

FilePosition = tuple[str, Position | None]
"""A file and a position in it; "" and None where they are not known."""

SEVERITIES: dict[OverdueKind, Severity] = {
    "late": "error",
    "waiting": "error",
    "missed-review": "error",
    "late-resolution": "error",
    "very-silent": "warning",
    "silent": "warning",
    "late-reading": "warning",
    "no-amber-rule": "warning",
    "unanswered": "warning",
    "upcoming": "advice",
}
"""A date that has passed is an error, silence a warning; what is still to come is only said."""


def overdue_findings(found: Iterable[OverdueItem], place: Callable[[OverdueItem], FilePosition]) -> list[Diagnostic]:
    """A finding for each thing that needs somebody; its code is its kind, its next step the one to ask.

    The message is the same on every day, so that a build server sees yesterday's finding in today's.
    """
    return [_finding(one, *place(one)) for one in found]


def _finding(one: OverdueItem, file: str, position: Position | None) -> Diagnostic:
    what = f"'{one.text}'" if one.text == one.item else f"{one.item} '{one.text}'"
    meeting = one.text == one.item and not one.of_measure
    whom = (
        f"ask {owner_words(owners_of(one), one.owner_from)}"
        if one.owner
        else f"nobody is named: add '{'paper_by' if meeting else 'owner'}'"
    )
    return Diagnostic(
        one.kind,
        f"{what}: {one.kind.replace('-', ' ')}",
        next_step=f"{one.words}; {whom}",
        file=file,
        position=position,
        severity=SEVERITIES[one.kind],
    )
