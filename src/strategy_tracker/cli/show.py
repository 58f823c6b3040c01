"""`strategy show`: one action, measure, priority or strategy, whole."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.complete import items
from strategy_tracker.cli.options import (
    AsAt,
    Format,
    Formats,
    KeepGoing,
    KnownOn,
    Rev,
    Root,
    Rules,
    RulesOf,
    left_out,
    moment,
)
from strategy_tracker.cli.output import put

if TYPE_CHECKING:
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.standing import Standing
    from strategy_tracker.model.address import Item
    from strategy_tracker.views.sheet import Sheet

EXAMPLE = "strategy show health-03"


def command(
    item: Annotated[
        str, typer.Argument(metavar="ID", help="an id, or any unambiguous end of one", autocompletion=items)
    ],
    as_at: AsAt = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    form: Formats = Format.table,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Show one thing whole: its words, its clocks, every update or reading, why it has its colour, file and line."""
    from strategy_tracker.app.find_item import find
    from strategy_tracker.app.standing import stand
    from strategy_tracker.files.look_up import around

    found, today = moment(root, as_at, rev, known_on, rules)
    meant = find(found, item)
    standing, wrong = stand(found, today, around(found, meant))
    code = left_out(wrong, keep_going)
    if code:
        return code
    content, rows = _content(meant, standing, found)
    put(
        form,
        lambda: _sheet(meant, standing, found),
        lambda: {
            "as_at": today,
            "known": standing.known or None,
            "address": meant.address,
            "thing": meant.thing,
            "place": _place(found, meant),
            **content,
        },
        lambda: (tuple(dict.fromkeys(key for row in rows for key in row)), rows),
        kind="item",
    )
    return 0


def _place(found: "Portfolio", meant: "Item") -> str:
    from strategy_tracker.files.look_up import line_of
    from strategy_tracker.views.text import file_name

    return f"{file_name(meant.file)}:{line_of(found, meant)}"


def _sheet(meant: "Item", standing: "Standing", found: "Portfolio") -> "Sheet":
    from strategy_tracker.files.look_up import plain_words, record_at
    from strategy_tracker.views.formats.terminal import console
    from strategy_tracker.views.screens import show as view
    from strategy_tracker.views.screens.text_charts import as_at

    place = _place(found, meant)
    head = (f"{meant.address}, a {meant.thing}", f"{as_at(standing)} · {place}")
    if meant.thing == "action" and (known := _action(meant, standing)):
        return view.action_sheet(known[0], known[1], standing, place)
    if meant.thing == "measure" and meant.address in standing.measures:
        return view.measure_sheet(standing.measures[meant.address], standing, place, console().width)
    sheet = view.words_sheet(meant.words, head, plain_words(record_at(found, meant)))
    if meant.thing in ("strategy", "priority"):
        from strategy_tracker.views.screens.status import Detail, status_sheet

        status = status_sheet(_narrowed(meant, standing), Detail(actions=True, measures=True, why=True), "")
        sheet = sheet._replace(sections=(*sheet.sections, *status.sections))
    return sheet


def _narrowed(meant: "Item", standing: "Standing") -> "Standing":
    from strategy_tracker.judging.filters import Filters, narrow

    strategy, _, priority = meant.address.partition("/")
    return narrow(standing, Filters(strategy=strategy, priority=priority))


def _action(meant: "Item", standing: "Standing") -> Any:
    strategy = next((one for one in standing.strategies if one.id == meant.address.partition("/")[0]), None)
    action = (
        next((one for one in strategy.actions if f"{strategy.id}/{one.id}" == meant.address), None)
        if strategy
        else None
    )
    return (action, strategy) if action else None


def _content(meant: "Item", standing: "Standing", found: "Portfolio") -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The item for JSON, and its updates or readings as rows for CSV."""
    from strategy_tracker.files.look_up import plain_words, record_at
    from strategy_tracker.views.formats.rows import status_content, status_rows

    if meant.thing == "action" and (known := _action(meant, standing)):
        rows = [{"id": meant.address, **update._asdict()} for update in known[0].updates]
        return {"action": known[0]}, rows or [{"id": meant.address}]
    if meant.thing == "measure" and meant.address in standing.measures:
        measure = standing.measures[meant.address]
        return {"measure": measure}, [{"id": meant.address, **point._asdict()} for point in measure.points] or [
            {"id": meant.address}
        ]
    words = plain_words(record_at(found, meant))
    if meant.thing in ("strategy", "priority"):
        narrowed = _narrowed(meant, standing)
        return {"words": words, **status_content(narrowed)}, list(status_rows(narrowed))
    return {"words": words}, [{key: value for key, value in words.items() if not isinstance(value, dict)}]
