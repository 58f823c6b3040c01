"""One action, measure, priority or strategy, whole: how it stands, its words, and its line."""

from strategy_tracker.app.dates_in_git import NOT_ASKED, dates_in_git
from strategy_tracker.app.find_item import find
from strategy_tracker.app.moment import Moment, Portfolio
from strategy_tracker.app.standing import stand
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.look_up import around, line_of, plain_words, record_at
from strategy_tracker.judging.filters import Filters, narrow
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.as_written import as_written
from strategy_tracker.model.names.address import Item
from strategy_tracker.views.screens.showing.show import ItemShown
from strategy_tracker.views.text import file_name


def show(moment: Moment, meant: str | Item, typed: str = "") -> tuple[ItemShown, tuple[Diagnostic, ...]]:
    """The item that is meant, and what could not be read on the way; `typed` is how somebody named it.

    Raises `Problem` as `find` does.
    """
    found, today = moment
    item = find(found, meant) if isinstance(meant, str) else meant
    in_git = NOT_ASKED if item.thing == "measure" else dates_in_git(found, today)
    standing, wrong = stand(found, today, around(found, item), in_git=in_git)
    own = typed.strip().lower()
    name = own if f"/{item.address}".endswith(f"/{own}") else item.address
    return _shown(found, item, standing)._replace(name=name), tuple(wrong)


def _shown(found: Portfolio, item: Item, standing: Standing) -> ItemShown:
    place, record = f"{file_name(item.file)}:{line_of(found, item)}", record_at(found, item)
    shown = ItemShown(
        item.address, item.thing, item.words, place, standing, written=as_written(record) if record else {}
    )
    outer, _, inner = item.address.partition("/")
    if item.thing == "measure" and item.address in standing.measures:
        return shown._replace(measure=standing.measures[item.address])
    if item.thing == "action":
        strategy = next((one for one in standing.strategies if one.id == outer), None)
        action = next((one for one in strategy.actions if one.id == inner), None) if strategy else None
        if action:
            return shown._replace(action=action, strategy=strategy)
    if item.thing in ("strategy", "priority"):
        shown = shown._replace(inside=narrow(standing, Filters(strategy=outer, priority=inner)))
    return shown._replace(record=plain_words(record))
