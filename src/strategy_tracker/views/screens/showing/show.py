"""One thing, whole: its words, its clocks, every update or reading, a chart, and why it has its colour."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.views.dates_and_amounts import (
    as_at,
    moment_data,
)
from strategy_tracker.views.formats.rows import status_content, status_rows
from strategy_tracker.views.screens.facts import as_facts
from strategy_tracker.views.screens.resolutions import ask_sections, resolution_tables
from strategy_tracker.views.screens.showing.of_bodies import body_sections
from strategy_tracker.views.screens.showing.opening import Step, action_steps, measure_steps, step_lines
from strategy_tracker.views.screens.showing.record_lines import record_lines
from strategy_tracker.views.screens.showing.show_action import action_sheet, sealed
from strategy_tracker.views.screens.showing.show_measure import measure_sheet
from strategy_tracker.views.screens.standing.status import status_sheet
from strategy_tracker.views.screens.standing.status_detail import Detail
from strategy_tracker.views.sheet import Sheet, SheetSection
from strategy_tracker.views.told_keys import OF_ACTION, OF_MEASURE, Told, untold


class ItemShown(NamedTuple):
    """One item and all that is told of it; `place` is its file and line, `standing` that of the files it depends on.

    An action comes with its `strategy`. A strategy or a priority has the standing of what is `inside` it. What is no
    action and no measure, or could not be judged, has its `record` as the file holds it. `written` are its keys as they
    are written, `name` is the id by which somebody meant it, which may be an end of its address.
    """

    address: str
    thing: str
    words: str
    place: str
    standing: Standing
    action: ActionStanding | None = None
    strategy: StrategyStanding | None = None
    measure: MeasureStanding | None = None
    inside: Standing | None = None
    record: Mapping[str, Any] = {}
    written: Mapping[str, Any] = {}
    name: str = ""


def item_sheet(shown: ItemShown, width: int) -> Sheet:
    """Everything of one item for a screen that has `width` columns."""
    name = shown.name or shown.address
    if shown.action and shown.strategy:
        sheet = action_sheet(shown.action, shown.strategy, shown.standing, name)
        return _with_steps(_with_the_rest(sheet, shown, OF_ACTION), action_steps(shown.action, name), width)
    if shown.measure:
        sheet = measure_sheet(shown.measure, shown.standing, name, width)
        return _with_steps(_with_the_rest(sheet, shown, OF_MEASURE), measure_steps(shown.measure), width)
    head = (f"{shown.address}, {_a(shown.thing)}", f"{as_at(shown.standing)} · {shown.place}")
    words = {key: value for key, value in shown.written.items() if key in shown.record} or shown.record
    sheet = words_sheet(shown.words, head, words)
    if shown.thing == "priority" and (approved := sealed(shown.address, shown.standing)):
        sheet = sheet._replace(sections=(*sheet.sections, SheetSection("", tuple(approved))))
    if shown.thing == "body":
        return sheet._replace(sections=(*sheet.sections, *body_sections(shown.address, shown.standing)))
    if shown.thing == "ask":
        return sheet._replace(sections=(*sheet.sections, *ask_sections(shown.address, shown.standing)))
    if shown.thing == "strategy":
        asked = [table for one in shown.standing.strategies for table in resolution_tables(one, settled=True)]
        sheet = sheet._replace(sections=(*sheet.sections, *(SheetSection("", (), (table,)) for table in asked)))
    if shown.inside is None:
        return sheet
    inside = status_sheet(shown.inside, Detail(actions=True, measures=True, why=True), "")
    return sheet._replace(sections=(*sheet.sections, *inside.sections))


def _a(thing: str) -> str:
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"


def _with_the_rest(sheet: Sheet, shown: ItemShown, told: Told) -> Sheet:
    """A sheet with a row for each key that is told nowhere else in it, and for where it stands."""
    rest = (*as_facts(record_lines(untold(shown.written, told))), ("Id", shown.address), ("File", shown.place))
    n = next(n for n, one in enumerate(sheet.sections) if one.facts)
    sections = list(sheet.sections)
    sections[n] = sections[n]._replace(facts=(*sections[n].facts, *rest))
    return sheet._replace(sections=tuple(sections))


def _with_steps(sheet: Sheet, steps: Iterable[Step], width: int) -> Sheet:
    """A sheet that ends with the commands that answer what is open."""
    lines = tuple(step_lines(steps, width))
    return sheet._replace(sections=(*sheet.sections, SheetSection("", lines, apart=True))) if lines else sheet


def item_content(shown: ItemShown) -> dict[str, Any]:
    """The item for JSON."""
    about = {
        **moment_data(shown.standing),
        "address": shown.address,
        "thing": shown.thing,
        "place": shown.place,
    }
    if shown.action:
        return {**about, "action": shown.action, "record": shown.written}
    if shown.measure:
        return {**about, "measure": shown.measure, "record": shown.written}
    return {
        **about,
        "words": shown.record,
        "record": shown.written,
        **(status_content(shown.inside) if shown.inside else {}),
    }


def item_rows(shown: ItemShown) -> tuple[Sequence[str], Sequence[Mapping[str, Any]]]:
    """The updates or readings of the item for CSV, or the rows of what is inside it; the columns come first."""
    parts = shown.action.updates if shown.action else shown.measure.points if shown.measure else ()
    rows: list[dict[str, Any]] = [{"id": shown.address, **one._asdict()} for one in parts]
    if shown.inside:
        rows = list(status_rows(shown.inside))
    elif not rows and (shown.action or shown.measure):
        rows = [{"id": shown.address}]
    elif not rows:
        rows = [{key: value for key, value in shown.record.items() if not isinstance(value, dict)}]
    return tuple(dict.fromkeys(key for row in rows for key in row)), rows


def words_sheet(title: str, head: tuple[str, ...], words: Mapping[str, Any], name: str = "") -> Sheet:
    """Something as its file holds it: every key that says something, in rows."""
    return Sheet(title, head, (SheetSection("", (), facts=tuple(as_facts(record_lines(words))), apart=True),), name)
