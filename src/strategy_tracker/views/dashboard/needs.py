"""What needs somebody, for a dashboard page: grouped by what it wants, the first few of each group open."""

from collections.abc import Callable, Iterator, Sequence

from strategy_tracker.briefing.overview import FEW, AttentionCounts
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_strategies import BodyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.attention_heads import ALL_HEADS, HEADS, by_head, named
from strategy_tracker.views.dashboard.page_blocks import NeedGroup, PageLink, PageLinks, PageNeed
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when
from strategy_tracker.views.document import Address
from strategy_tracker.views.papers.of_measures.figure_words import former, latest
from strategy_tracker.views.sheet import Cell, cell, coloured
from strategy_tracker.views.text import owner_words, sentence

Href = Callable[[str, str, str], Address]
"""The address of an item in these pages, by what it is, its own address, and its strategy; empty where it has none."""


def need_groups(
    found: Sequence[AttentionItem], href: Href, counts: AttentionCounts | None = None
) -> tuple[NeedGroup, ...]:
    """Groups what needs somebody by what it wants; with `counts`, `found` are the foremost of so many."""
    told = by_head(found)
    made = []
    for head in ALL_HEADS:
        needs = tuple(_need(one, href) for one in told.get(head, ()))
        number = sum(each for kind, each in counts.groups.items() if HEADS[kind] == head) if counts else len(needs)
        left = number - len(needs[:FEW])
        if needs or left > 0:
            more = label("told-there" if counts else "and-others", number=f"{left:,}") if left > 0 else ""
            made.append(NeedGroup(head, needs[:FEW], needs[FEW:], more))
    return tuple(made)


def _need(one: AttentionItem, href: Href) -> PageNeed:
    address = href(one.thing, one.item, one.strategies[0] if one.strategies else "")
    state = coloured(one.colour, one.word) if one.thing in ("action", "measure") else cell(one.word)
    return PageNeed(state, PageLink(named(one), address), tuple(_about(one)))


def _about(one: AttentionItem) -> Iterator[str]:
    """Since when it needs somebody, whose it is, and what was said or is to be done."""
    if one.thing == "action" and one.when:
        yield label("day-ago" if one.days == 1 else "days-ago", day=when(one.when), number=f"{one.days:,}")
    elif one.kind in ("silent", "very-silent") and not one.said:
        yield label("never-reported")
    else:
        yield sentence(dates_in(semicolons(one.why)))
    yield sentence(owner_words(owners_of(one), one.owner_from))
    if one.correction:
        yield label("to-be-done", what=dates_in(one.correction))
    elif one.said:
        yield label("last-said-was", said=dates_in(one.said))


def worse_group(found: Sequence[MeasureStanding], href: Href) -> tuple[NeedGroup, ...]:
    """The measures that got worse and have no limit that says how far, with what they were and what is said of it."""
    needs = tuple(
        PageNeed(
            Cell(""),
            PageLink(one.title, href("measure", one.id, ""), phrase("after-colon", told=latest(one) or "")),
            (*_before(one), *_noted(one)),
        )
        for one in found
    )
    if not needs:
        return ()
    more = label("and-others", number=f"{len(needs) - FEW:,}") if len(needs) > FEW else ""
    return (NeedGroup(label("measures-got-worse"), needs[:FEW], needs[FEW:], more),)


def _before(one: MeasureStanding) -> Iterator[str]:
    """What the figure was before, where more is on record than that it got worse."""
    yield from [label("was-before", figure=before)] if (before := former(one)) else []


def _noted(one: MeasureStanding) -> Iterator[str]:
    """What is said of the latest figure of a measure."""
    yield from [sentence(one.reading.note)] if one.reading and one.reading.note else []


def coming(soon: Sequence[AttentionItem], until: str, meets: BodyStanding | None, href: Href) -> PageLinks:
    """Lists what falls due next, the earliest first, and beyond the first few its number; last, who meets next."""
    links = [_coming(one, href) for one in soon[:FEW]]
    if len(soon) > FEW:
        links.append(PageLink(label("and-others-by", number=f"{len(soon) - FEW:,}", day=until)))
    if meets and meets.clock.due and not any(one.thing == "meeting" and one.item == meets.body for one in soon[:FEW]):
        day = when(meets.clock.text or meets.clock.due.isoformat())
        links.append(PageLink(meets.body, href("meeting", meets.body, ""), phrase("after-comma", told=day)))
    return PageLinks(label("next"), tuple(links))


def _coming(one: AttentionItem, href: Href) -> PageLink:
    day = when(one.when) if one.when else long_date(one.due) if one.due else ""
    return PageLink(
        one.text,
        href(one.thing, one.item, one.strategies[0] if one.strategies else ""),
        phrase("after-comma", told=day) if day else "",
    )
