"""One strategy of a dashboard: where its priorities stand, what needs somebody, what changed, and each priority."""

from collections import Counter
from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.account import worse_measures
from strategy_tracker.briefing.over_time import CountsOverTime
from strategy_tracker.briefing.position import of_actions, of_priority, with_all
from strategy_tracker.judging.meetings.reviews import meets_next
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_strategies import BodyStanding, PriorityStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.colour import WORST_FIRST
from strategy_tracker.model.names.joined import beside, semicolons
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.counts_chart import told_over_time
from strategy_tracker.views.dashboard.action_item import ACTION_HEADS, action_item, facts
from strategy_tracker.views.dashboard.changes_panel import changes, changes_in_short
from strategy_tracker.views.dashboard.measure_item import MEASURE_HEADS, measure_item
from strategy_tracker.views.dashboard.needs import coming, need_groups, worse_group
from strategy_tracker.views.dashboard.page_blocks import Fold, PageBlock, PageItems, PrioritySection, StrategySection
from strategy_tracker.views.dashboard.page_material import StrategyPage, anchor, anchor_of, place
from strategy_tracker.views.dashboard.position import counts_of, lead, measures_in_short, moves_of, position_table
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when
from strategy_tracker.views.document import Address, Paragraph
from strategy_tracker.views.grey_words import why_grey
from strategy_tracker.views.papers.front.round_sections import awaiting_sign_off, who_answered
from strategy_tracker.views.papers.front.to_settle import halts_to_note
from strategy_tracker.views.papers.priorities import account, wanted
from strategy_tracker.views.sheet import Table, cell, columns, without_empty
from strategy_tracker.views.text import sentence


def strategy_section(page: StrategyPage, *, alone: bool, over_time: CountsOverTime | None = None) -> StrategySection:
    """Makes the part of a page that tells one strategy; `alone` on a page that tells no other.

    Where it is the only one of the dashboard, the counts `over_time` are its own.
    """
    material, part, name = page.material, page.part, anchor("s", page.name)
    standing = material.standing
    strategy = standing.strategies[0]
    phase = sentence(dates_in(strategy.phase.words)) if strategy.phase.words else ""
    said = ("" if alone else strategy.organisation, "; ".join(owners_of(strategy)), phase)

    def href(thing: str, item: str, _: str) -> Address:
        return Address(f"#{_anchor(page, thing, item)}")

    lines, meets = with_all(standing, brief=True), material.meeting.next if material.meeting else None
    seen: Counter[str] = Counter()
    names = [_only(anchor("priority", page.name, one.id), seen) for one in strategy.priorities]
    return StrategySection(
        title=strategy.title,
        name=name,
        level=2 if alone else 3,
        kicker=beside([text for text in said if text]),
        lead=lead(part.line),
        position=position_table(lines),
        links=tuple(Address(f"#{each}") for each in names),
        notes=(*_grey(strategy.actions), *(_notes(page) if alone else ())),  # a page of several has said the rest above
        needs=(*need_groups(page.concerns, href), *worse_group(worse_measures(standing), href)),
        well="" if page.concerns else label("all-is-well"),
        coming=coming(page.soon, page.until, meets_next(standing.strategies, standing.as_at), href),
        changed=tuple(changes_in_short(page, Address(f"{name}.changed"))),
        priorities=tuple(
            _priority(one, page, each, seen) for one, each in zip(strategy.priorities, names, strict=True)
        ),
        about=tuple(_about(page)),
        under=measures_in_short(lines),
        over_time=told_over_time(over_time, standing.as_at, part.line.actions, meets)
        if over_time and part.line.tells_actions
        else (),
    )


def _grey(actions: Sequence[ActionStanding]) -> Iterator[str]:
    """Why some actions have no colour."""
    if told := why_grey(actions):
        yield label("no-colour-because", told=told)


def _notes(page: StrategyPage) -> Iterator[str]:
    """What stands under the first table."""
    if page.material.since.lacking:
        yield label("not-compared", why=page.material.since.lacking)


def _anchor(page: StrategyPage, thing: str, item: str) -> Address:
    """The anchor of an item in this page; that of the list where it stands, if it is not told by itself."""
    standing = page.material.standing
    strategy = standing.strategies[0]
    inside = strategy.actions if thing == "action" else strategy.priorities if thing == "priority" else ()
    told_here = item in standing.measures if thing == "measure" else item in {f"{strategy.id}/{o.id}" for o in inside}
    if told_here:
        return anchor_of(thing, item, page.name)
    return Address(anchor("s", page.name) + (".bodies" if thing == "meeting" else ".about"))


def _about(page: StrategyPage) -> Iterator[Fold]:
    """Who reviews it, and what else is known of it: each is opened by a reader."""
    name = anchor("s", page.name)
    strategy = page.material.standing.strategies[0]
    if strategy.bodies:
        kinds = (
            (strategy.reviewing, label("who-reviews")),
            (strategy.judging, label("who-judges-pledge")),
            (strategy.working, label("groups-at-work")),
        )
        tables = [made for bodies, title in kinds if (made := _bodies(bodies, title)).rows]
        sections = (halts_to_note(page.material), awaiting_sign_off(page.material), who_answered(page.material))
        more = [block for section in sections if section for block in section.blocks]
        yield Fold(label("who-reviews"), (*tables, *more), Address(f"{name}.bodies"))
    if strategy.file:
        yield Fold(label("about-strategy"), tuple(_about_strategy(page)), Address(f"{name}.about"))


def _bodies(bodies: Sequence[BodyStanding], caption: str) -> Table:
    heads = columns("body", "meets-every", "next", "papers-due", "papers-by", "met", "note")
    rows = tuple(
        (
            cell(one.body),
            cell(one.every),
            cell(dates_in(one.clock.words)),
            cell(long_date(one.papers) if one.papers else None),
            cell(one.paper_by),
            cell(semicolons(list(map(when, one.held)))),
            cell(one.note),
        )
        for one in bodies
    )
    return without_empty(Table(caption, heads, rows), keep=1)


def _about_strategy(page: StrategyPage) -> Iterator[PageBlock]:
    strategy = page.material.standing.strategies[0]
    words = page.material.strategies[strategy.id]
    yield from map(Paragraph, words.vision)
    pairs = (
        (label("own-test-of-success"), words.success),
        (label("taken-from-column"), words.source),
        (label("note"), words.note),
        (label("not-on-record"), semicolons(strategy.gaps)),
        (label("id"), strategy.id),
    )
    yield facts(iter(pairs))
    yield from changes(page, strategy.id, "strategy")
    yield from place(page.links, strategy.file, ())


def _only(name: Address, seen: Counter[str]) -> Address:
    """An anchor that no other thing of this page has, whatever the files say twice."""
    seen[name] += 1
    return name if seen[name] == 1 else Address(f"{name}~{seen[name]}")


def _priority(priority: PriorityStanding, page: StrategyPage, name: Address, seen: Counter[str]) -> PrioritySection:
    strategy = page.material.standing.strategies[0]
    tally = tally_actions(priority.actions, priority.actions_left_out)
    blocks = [
        *account(strategy, priority, page.material),
        *wanted(priority, page.material.strategies[strategy.id].priorities[priority.id]),
        *changes(page, f"{strategy.id}/{priority.id}", "priority"),
        *(place(page.links, strategy.file, priority.route) if strategy.file else ()),
    ]
    return PrioritySection(
        title=priority.heading,
        group=priority.group or "",
        counts=counts_of(tally),
        measures=moves_of(page.material.standing.named(priority.every_measure)),
        blocks=tuple(blocks),
        lists=tuple(one for one in (_actions(priority, page, seen), _measures(priority, page, seen)) if one),
        name=name,
        short=priority.short_title or "",
    )


def _actions(priority: PriorityStanding, page: StrategyPage, seen: Counter[str]) -> PageItems | None:
    if not priority.tells_actions:
        return None
    items = tuple(
        action_item(one, page, _only(anchor("action", page.name, one.id), seen), owners_of(priority))
        for one in sorted(priority.actions, key=lambda one: WORST_FIRST.index(one.rating.colour))
    )
    tally = tally_actions(priority.actions, priority.actions_left_out)
    return PageItems(label("all-actions", number=f"{len(items):,}"), ACTION_HEADS, items, of_actions(tally))


def _measures(priority: PriorityStanding, page: StrategyPage, seen: Counter[str]) -> PageItems | None:
    if not priority.tells_measures:
        return None
    items = []
    for one in page.material.standing.named(priority.every_measure):
        first = _only(anchor("measure", "", one.id), seen) == anchor("measure", "", one.id)
        whole = first and one.id in page.own
        if whole or not one.withdrawn:  # what was withdrawn is listed once
            items.append(measure_item(one, page, whole=whole))
    told = of_priority(priority, page.material.standing)
    return PageItems(label("all-measures", number=f"{len(items):,}"), MEASURE_HEADS, tuple(items), told)
