"""Who is asked for what: everything that needs somebody, each with how long, whom to ask and what was said last."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from strategy_tracker.judging.attention import AttentionItem, list_coming
from strategy_tracker.judging.meetings.count_answers import answers_words
from strategy_tracker.judging.standing.of_actions import ActionStanding, UpdateStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.values import Interval
from strategy_tracker.views.attention_heads import HEADS, named
from strategy_tracker.views.dates_and_amounts import as_at, dates_in, near_when, short_when
from strategy_tracker.views.screens.standing.needs import count_lines, short_ids
from strategy_tracker.views.sheet import MARKS, Cell, GridColumn, Line, ScreenGrid, Sheet, SheetSection
from strategy_tracker.views.text import NOBODY, counted, cut, one_line, owner_words

Grouping = Literal["asked", "owner", "strategy", "priority"]
MONTH = Interval("30 days", months=0, days=30)
"""How far ahead is told where nobody says how far."""
_QUOTED = 160
"""Columns that a last word may take."""


def overdue_sheet(
    found: Sequence[AttentionItem], by: Grouping, within: Interval | None, filters: str, standing: Standing
) -> Sheet:
    """A sheet of everything that needs somebody, grouped by what is asked, by owner, strategy or priority."""
    title, *others = count_lines(found, standing)
    lines: list[Line] = [*others, as_at(standing)]
    lines += [f"only: {filters}"] if filters else []
    lines += [dates_in(answers_words(one)) for one in standing.rounds if one.round.is_open]
    coming = list_coming(standing, (within or MONTH).after(standing.as_at))
    told = _Told(standing, {one.item for one in (*found, *coming)})
    groups: dict[str, list[AttentionItem]] = {}
    key = group_of(by, standing)
    now = [one for one in found if one.asked != "upcoming"]
    for one in now:
        for name in key(one):
            groups.setdefault(name, []).append(one)
    named = groups.items() if by == "asked" else sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    sections = [SheetSection(_heading(name, group, by), (), (_items(group, told),)) for name, group in named]
    if coming:
        sections.append(SheetSection(f"Next {within or MONTH}", (), (_coming(coming, told),)))
    if closing := tuple(_closing(now, standing)):
        sections.append(SheetSection("", closing, apart=True))
    return Sheet(title, tuple(lines), tuple(sections))


def group_of(by: Grouping, standing: Standing) -> Callable[[AttentionItem], Sequence[str]]:
    """The function that gives each thing the headings it stands under: of several owners each is asked."""
    if by == "asked":
        return lambda one: (HEADS[one.asked or one.kind],)
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


def _heading(name: str, group: Sequence[AttentionItem], by: Grouping) -> str:
    return name if by == "asked" else f"{name}: {counted(len(group), 'item')}"


class _Told:
    """What the rows of a list say of each thing."""

    def __init__(self, standing: Standing, items: Collection[str]) -> None:
        self._as_at = standing.as_at
        self._actions = {f"{s.id}/{action.id}": action for s in standing.strategies for action in s.actions}
        self._ids = short_ids(standing, items)

    def mark(self, one: AttentionItem) -> Cell:
        """The mark that `status` gives it; that of no colour for what is neither action nor measure."""
        return Cell(MARKS[one.colour], one.colour)

    def name(self, one: AttentionItem) -> Cell:
        """Its id, ready to be copied; a meeting has none."""
        return Cell("" if one.thing == "meeting" else self._ids.get(one.item, one.item), "grey")

    def reason(self, one: AttentionItem) -> str:
        """How long, whom to ask, and what was said last."""
        action = self._actions.get(one.item)
        said = last_said(action.updates[0], self._as_at) if action and action.updates else ""
        parts = (self._how_long(one, action), owner_words(owners_of(one), one.owner_from), said)
        return " · ".join(part for part in parts if part)

    def _how_long(self, one: AttentionItem, action: ActionStanding | None) -> str:
        """`29 July, 33 days ago` of a due date; of any other its words, without that nothing was said since."""
        words, need = one.words, action.need if action else None
        if action and need and one.asked in ("late", "waiting"):
            words = words.replace(f"; {need.words[-1]}", "", 1)
            if need.words[0] == action.due.words:
                ago = f"{near_when(need.text, self._as_at)}, {counted(need.days, 'day')} ago"
                words = words.replace(need.words[0], ago, 1)
        return dates_in(one_line(words))

    def when(self, text: str) -> str:
        """A date of a file as a column has it."""
        return "today" if text == self._as_at.isoformat() else short_when(text, self._as_at)


def last_said(update: UpdateStanding, today: date) -> str:
    """Write `last said in July: "Half are trained"`, so that the reader sees how old the word is."""
    day = update.on.count("-") == 2
    on = "undated" if update.undated else f"{'on' if day else 'in'} {near_when(update.on, today)}"
    if update.note:
        return f'last said {on}: "{cut(one_line(update.note), _QUOTED)}"'
    state = (update.state or update.rag or "").replace("-", " ")
    return f"last said {on}{f': {state}' if state else ''}"


def _items(group: Sequence[AttentionItem], told: _Told) -> ScreenGrid:
    """Each thing on a line, and below it what is to say of it, once for those of which the same is to be said."""
    alike: dict[str, list[tuple[Cell, ...]]] = {}
    for one in group:
        alike.setdefault(told.reason(one), []).append((told.mark(one), Cell(one_line(named(one))), told.name(one)))
    rows: list[tuple[Cell, ...]] = []
    for reason, things in alike.items():
        several = {1: "", 2: "both: "}.get(len(things), f"all {len(things):,}: ")
        rows += [*things, (Cell(f"{several}{reason}", "grey"),)]
    columns = (GridColumn(), GridColumn(gives_way=True, gap=1), GridColumn(figures=True))
    return ScreenGrid(columns, tuple(rows), wide=True)


def _coming(coming: Sequence[AttentionItem], told: _Told) -> ScreenGrid:
    rows = tuple(
        (told.mark(one), Cell(one_line(named(one))), Cell(told.when(one.when)), told.name(one)) for one in coming
    )
    columns = (GridColumn(), GridColumn(gives_way=True, gap=1), GridColumn(), GridColumn(figures=True))
    return ScreenGrid(columns, rows, wide=True)


def _closing(found: Sequence[AttentionItem], standing: Standing) -> Iterator[Line]:
    """What is called late in no list, what cannot be known, and the command that records the answers."""
    over = [one for one in standing.strategies if not one.phase.runs]
    if over:
        yield (Cell(f"{_over(over)} late", "grey"),)
    if standing.moves_not_known and found:
        yield (Cell(standing.moves_not_known, "grey"),)
    if found:
        yield (Cell("strategy checkin", strong=True), Cell("   go through these and write down what is said"))


def _over(strategies: Sequence[StrategyStanding]) -> str:
    if len(strategies) == 1:
        only = strategies[0]
        return f"{one_line(only.title)}: {dates_in(only.phase.words)}; nothing in it is called"
    kinds = {one.phase.kind == "not-begun" for one in strategies}
    told = "have ended or have not begun" if len(kinds) > 1 else "have not begun" if kinds.pop() else "have ended"
    return f"{len(strategies):,} strategies {told}; nothing in them is called"


COLUMNS = (
    *("kind", "owner", "strategies", "item", "text", "due", "days", "words", "owner_from", "silence"),
    *("original_due", "owners", "when"),
)


def overdue_rows(found: Sequence[AttentionItem]) -> list[Mapping[str, Any]]:
    """A flat row for each thing found, most days late first."""
    latest = sorted(found, key=lambda one: -one.days)
    return [{"kind": one.asked} | {name: getattr(one, name) for name in COLUMNS[1:]} for one in latest]
