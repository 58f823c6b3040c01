"""What needs somebody: late, silent or coming, grouped by who can do something about it, or as findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal

from strategy_tracker.diagnostics import Diagnostic, Position, Severity
from strategy_tracker.judging.overdue import OverdueItem, OverdueKind
from strategy_tracker.judging.standing import Standing
from strategy_tracker.model.colour import Colour
from strategy_tracker.views.dates_and_amounts import as_at
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import counted, owner_words

Grouping = Literal["owner", "strategy", "priority"]

_KINDS: dict[str, tuple[str, Colour]] = {
    "overdue": ("overdue", "red"),
    "late-start": ("late to start", "red"),
    "missed": ("missed", "red"),
    "missed-review": ("review missed", "red"),
    "very-stale": ("very stale", "red"),
    "stale": ("stale", "amber"),
    "late-reading": ("reading late", "amber"),
    "upcoming": ("coming", "grey"),
}
"""Each kind with its word and colour, worst first."""

_MANY = {"review missed": "reviews missed", "reading late": "readings late"}


def overdue_sheet(found: Sequence[OverdueItem], by: Grouping, within: str, filters: str, standing: Standing) -> Sheet:
    """A sheet of everything that needs somebody, grouped by owner, strategy or priority."""
    lines = [as_at(standing) + (f", and what falls due within {within}" if within else "")]
    if filters:
        lines.append(f"only: {filters}")
    over = [s for s in standing.strategies if not s.phase.runs]
    lines += [f"{s.id}: {s.phase.words}; nothing in it is called late" for s in over]
    groups: dict[str, list[OverdueItem]] = {}
    key = group_of(by, standing)
    for one in found:
        groups.setdefault(key(one), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return Sheet(_title(found), tuple(lines), tuple(_section(name, group, by) for name, group in ordered))


def _title(found: Sequence[OverdueItem]) -> str:
    if not found:
        return "Nothing is overdue, missed or silent"
    counts = [(sum(one.kind == kind for one in found), word) for kind, (word, _) in _KINDS.items()]
    told = [f"{number} {_MANY.get(word, word) if number > 1 else word}" for number, word in counts if number]
    late = [one.item for one in found if one.kind == "overdue"]
    if len(late) > len(set(late)):  # an action may be late with its milestones as well
        told[0] = f"{len(late)} dates of {counted(len(set(late)), 'action')} overdue"
    return ", ".join(told)


def group_of(by: Grouping, standing: Standing) -> Callable[[OverdueItem], str]:
    """The function that gives each thing the heading it stands under."""
    if by == "owner":
        return lambda one: one.owner or "nobody is named"
    if by == "strategy":
        return lambda one: ", ".join(one.strategies) or "no strategy"
    titles = {f"{s.id}/{a.id}": f"{s.id}/{p.id}" for s in standing.strategies for p in s.priorities for a in p.actions}
    for s in standing.strategies:
        for p in s.priorities:
            for name in p.measures:
                titles.setdefault(name, f"{s.id}/{p.id}")
    return lambda one: titles.get(one.item, "the whole strategy")


def _section(name: str, group: list[OverdueItem], by: Grouping) -> SheetSection:
    """One group, with a table for each strategy; the strategy's name is left out where it is the heading."""
    tables: dict[str, list[OverdueItem]] = {}
    for one in group:
        tables.setdefault("" if by == "strategy" else ", ".join(one.strategies), []).append(one)
    lines = _inherited(group) if by == "owner" else ()
    return SheetSection(
        f"{name}: {counted(len(group), 'item')}", lines, tuple(_table(*item) for item in sorted(tables.items()))
    )


def _inherited(group: list[OverdueItem]) -> tuple[str, ...]:
    """A line that says for how many of its items an owner is asked as that of the strategy or of the priority."""
    counts = [(sum(one.owner_from == whose for one in group), whose) for whose in ("strategy", "priority")]
    told = [f"{number} for the {whose}" for number, whose in counts if number]
    return (f"{', '.join(told)}: no owner of their own",) if told else ()


def _table(strategies: str, group: list[OverdueItem]) -> Table:
    columns = (Column("Item"), Column("What"), Column("Colour"), Column("How long"))
    kinds = list(_KINDS)
    rows = [
        (
            cell(one.item.rpartition("/")[2] if one.text != one.item else "meeting"),
            cell(one.text),
            coloured(_KINDS[one.kind][1], _KINDS[one.kind][0]),
            cell(one.words),
        )
        for one in sorted(group, key=lambda one: (kinds.index(one.kind), -one.days, one.item))
    ]
    return Table(strategies, columns, tuple(rows))


COLUMNS = ("kind", "owner", "strategies", "item", "text", "due", "days", "words", "owner_from")


def overdue_rows(found: Sequence[OverdueItem]) -> Iterator[dict[str, Any]]:
    """A flat row for each thing found."""
    return (one._asdict() for one in found)


# for a build server

FilePosition = tuple[str, Position | None]
"""A file and a position in it; "" and None where they are not known."""

SEVERITIES: dict[OverdueKind, Severity] = {
    "overdue": "error",
    "late-start": "error",
    "missed": "error",
    "missed-review": "error",
    "very-stale": "error",
    "stale": "warning",
    "late-reading": "warning",
    "upcoming": "advice",
}
"""Red is an error, amber a warning; what is still to come is only said."""


def overdue_findings(found: Iterable[OverdueItem], place: Callable[[OverdueItem], FilePosition]) -> list[Diagnostic]:
    """A finding for each thing that needs somebody; its code is its kind, its next step the one to ask.

    The message is the same on every day, so that a build server sees yesterday's finding in today's.
    """
    return [_finding(one, *place(one)) for one in found]


def _finding(one: OverdueItem, file: str, position: Position | None) -> Diagnostic:
    what = f"'{one.text}'" if one.text == one.item else f"{one.item} '{one.text}'"
    meeting = one.text == one.item and one.kind != "late-reading"
    whom = (
        f"ask {owner_words(one.owner, one.owner_from)}"
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
