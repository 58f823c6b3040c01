"""The first part of a dashboard of several strategies: all of them together, and where each of them stands."""

from collections.abc import Callable, Iterator, Sequence

from strategy_tracker.briefing.material import ChangesSince
from strategy_tracker.briefing.overview import PortfolioSummary, StrategySummary
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dashboard.changes_panel import change_words, counts
from strategy_tracker.views.dashboard.needs import need_groups
from strategy_tracker.views.dashboard.page_blocks import Fold, Overview, PageLink, PageLinks
from strategy_tracker.views.dashboard.page_material import anchor_of
from strategy_tracker.views.dashboard.position import lead, measures_in_short, position_table
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.document import Address, CountsChart, Paragraph
from strategy_tracker.views.sheet import Column
from strategy_tracker.views.text import counted

PageAddress = Callable[[str], Address]
"""The address of the page, or the part of this page, that tells a strategy, by its id."""


def overview(
    whole: PortfolioSummary,
    parts: Sequence[StrategySummary],
    since: ChangesSince,
    address: PageAddress,
    over_time: tuple[CountsChart | Paragraph, ...] = (),
    *,
    apart: bool = False,
) -> Overview:
    """Tells all strategies together: where each stands, what needs somebody first, and what changed most.

    Where only one of them needs somebody, that is told with it, unless it has a page of its own (`apart`).
    """
    names = {part.strategy.id for part in parts}
    told_below = not apart and len({name for one in whole.first for name in one.strategies}) == 1

    def href(thing: str, item: str, strategy: str) -> Address:
        strategy = strategy if strategy in names else _serving(item, parts)
        return _below(address(strategy), anchor_of(thing, item, strategy)) if strategy else Address()

    running = [one for one in parts if one.strategy.phase.runs]
    lines = [one.line._replace(title=one.strategy.title) for one in running or parts]
    table = position_table([*lines, whole.line] if len(lines) > 1 else lines)
    heads = (Column(label("strategy")), *table.columns[1:])
    return Overview(
        lead=lead(whole.line),
        position=table._replace(title=label("where-each-stands"), columns=heads),
        links=tuple(address(one.strategy.id) for one in running or parts),
        notes=(label("not-compared", why=since.lacking),) if since.lacking else (),
        needs=() if told_below else need_groups(whole.first, href, whole.needs),
        well="" if whole.needs.total else label("all-is-well"),
        changed=_changed(whole, since, href),
        under=measures_in_short([*lines, whole.line] if len(lines) > 1 else lines),
        over_time=over_time if whole.line.tells_actions else (),
        others=tuple(_others(parts, address)) if running else (),
    )


def overview_title(number: int) -> str:
    """Give the title of a page that tells so many strategies."""
    what = counted(number, "strategy", "strategies")
    return label("how-it-stands-now", what=what) if number == 1 else label("how-they-stand", what=what)


def _others(parts: Sequence[StrategySummary], address: PageAddress) -> Iterator[PageLinks]:
    """The strategies that do not run, which the table leaves out: those to come, and those that are over."""
    for heading, kinds in (("to-come", ("not-begun",)), ("ended-and-not-late", ("ended", "superseded"))):
        found = [one.strategy for one in parts if one.strategy.phase.kind in kinds]
        if found:
            links = (
                PageLink(one.title, address(one.id), phrase("after-colon", told=dates_in(one.phase.words)))
                for one in found
            )
            yield PageLinks(label(heading), tuple(links))


def _changed(
    whole: PortfolioSummary, since: ChangesSince, href: Callable[[str, str, str], Address]
) -> tuple[Fold, ...]:
    """The changes that matter most; nothing where nothing can be compared."""
    if since.lacking:
        return ()
    links = tuple(
        PageLink(
            one.text or one.item,
            href(one.thing, one.item, one.item.partition("/")[0]) if one.kind != "withdrawn" else Address(),
            phrase("after-colon", told=change_words(one, short=True)),
        )
        for one in whole.changes
    )
    title = label("changes-since", changes=counts(whole.moved), moment=dates_in(since.words))
    return (Fold(title, (PageLinks("", links),) if links else (), Address("changed")),)


def _serving(measure: str, parts: Sequence[StrategySummary]) -> str:
    """The strategy whose page tells a measure."""
    told = ((one, each.item) for one in parts for each in one.first)
    changed = ((one, each.item) for one in parts for each in one.changes)
    return next((one.strategy.id for one, item in (*told, *changed) if item == measure), "")


def _below(address: str, name: str) -> Address:
    return Address(f"{address.partition('#')[0]}#{name}")
