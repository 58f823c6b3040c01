"""The first page of a dashboard of several strategies: all of them together, then each in a row."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from strategy_tracker.briefing.concerns import GROUP_WORDS
from strategy_tracker.briefing.material import ChangesSince
from strategy_tracker.briefing.overview import PortfolioSummary, StrategySummary
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.branding import Branding
from strategy_tracker.model.colour import WORST_FIRST, Colour
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dashboard.changes_panel import counts
from strategy_tracker.views.dashboard.page_frame import filters
from strategy_tracker.views.dashboard.page_material import anchor_of
from strategy_tracker.views.dashboard.panels import in_numbers, moved, panels, position, waiting
from strategy_tracker.views.dashboard.parts import bar, legend
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.formats.escaping import joined, tag
from strategy_tracker.views.text import sentence

PageAddress = Callable[[str], str]
"""The address of the page, or the part of this page, that tells a strategy, by its id."""


def overview(
    whole: PortfolioSummary,
    parts: Sequence[StrategySummary],
    since: ChangesSince,
    until: str,
    address: PageAddress,
    branding: Branding | None,
) -> Markup:
    """Answers the three questions of the first screen for all strategies together, then gives each a row.

    Where each has a page of its own the rows are what is filtered and sorted, in the words of the body.
    """
    names = {part.strategy.id for part in parts}

    def href(thing: str, item: str, strategy: str) -> str:
        strategy = strategy if strategy in names else _serving(item, parts)
        return _below(address(strategy), anchor_of(thing, item, strategy)) if strategy else ""

    since_words = since._replace(changes=whole.changes)
    questions = (
        (label("how-are-we-doing"), position(whole.line, in_numbers(whole.line))),
        (label("needs-somebody-today"), waiting(whole.needs, whole.first, until, href, "#strategies")),
        (label("what-changed-question"), moved(since_words, whole.moved, whole.changes, href, "#strategies")),
    )
    rows = _rows(parts, since, address, None if branding is None else "items")
    return joined([panels(2, "q", questions), *([] if branding is None else [filters(branding)]), rows])


def _serving(measure: str, parts: Sequence[StrategySummary]) -> str:
    """The strategy whose page tells a measure."""
    told = ((one, each.item) for one in parts for each in one.first)
    changed = ((one, each.item) for one in parts for each in one.changes)
    return next((one.strategy.id for one, item in (*told, *changed) if item == measure), "")


def _below(address: str, name: str) -> str:
    return f"{address.partition('#')[0]}#{name}"


def _rows(parts: Sequence[StrategySummary], since: ChangesSince, address: PageAddress, kind: str | None) -> Markup:
    heads = (
        label("strategy"),
        label("actions"),
        label("measures"),
        label("needs-somebody"),
        *(() if since.lacking else (label("changed"),)),
    )
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads)))
    rows = joined([_row(one, since, address(one.strategy.id), "item" if kind else None) for one in parts])
    made = tag(
        "table",
        tag("caption", label("each-strategy"), class_="unseen"),
        head,
        tag("tbody", rows, class_=kind),
        class_="rows",
    )
    title = tag("h2", label("where-each-stands"), id="strategies")
    return tag("section", joined([title, made]), aria_labelledby="strategies")


def _row(one: StrategySummary, since: ChangesSince, address: str, kind: str | None) -> Markup:
    strategy, line, needs = one.strategy, one.line, one.needs
    owner = "; ".join(text for text in (strategy.organisation, *owners_of(strategy)) if text)
    parts = [tag("a", strategy.title, href=address)]
    phase = sentence(dates_in(strategy.phase.words)) if strategy.phase.words else ""
    parts += [tag("span", text, class_="note") for text in (owner, phase) if text]
    counted = ", ".join(
        f"{needs.groups[group]} {word}" for group, word in GROUP_WORDS.items() if needs.groups.get(group)
    )
    cells = [
        tag("th", joined(parts), scope="row"),
        tag("td", _counts(line.actions) if line.tells_actions else "–", data_label=label("actions")),
        tag("td", _counts(line.measures) if line.tells_measures else "–", data_label=label("measures")),
        tag("td", counted or "nothing", data_label=label("needs-somebody")),
    ]
    cells += [] if since.lacking else [tag("td", counts(one.moved), data_label=label("changed"))]
    colours = _colours(one)
    return tag(
        "tr",
        *cells,
        class_=kind,
        data_colour=" ".join(colours),
        data_owner="\n".join(owners_of(strategy)),
        data_rank=str(min((WORST_FIRST.index(each) for each in colours), default=len(WORST_FIRST))),
        data_days=str(needs.days),
    )


def _counts(tally: Tally) -> Markup:
    return joined([bar(tally), legend(tally)]) if tally.total else tag("span", tally.words())


def _colours(one: StrategySummary) -> list[Colour]:
    return list(
        dict.fromkeys(count.colour for tally in (one.line.actions, one.line.measures) for count in tally.counts)
    )
