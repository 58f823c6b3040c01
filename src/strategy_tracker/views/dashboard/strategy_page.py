"""The page of one strategy: its first screen, what needs somebody, what changed, and its priorities in full."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from strategy_tracker.briefing.concerns import GROUPS
from strategy_tracker.briefing.position import beside_counts, of_actions, of_priority
from strategy_tracker.judging.headlines import headline_of
from strategy_tracker.judging.standing.of_strategies import BodyStanding, PriorityStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dashboard.action_item import action_item, changes
from strategy_tracker.views.dashboard.changes_panel import everything
from strategy_tracker.views.dashboard.measure_item import measure_item
from strategy_tracker.views.dashboard.page_frame import filters
from strategy_tracker.views.dashboard.page_material import StrategyPage, anchor, anchor_of, place
from strategy_tracker.views.dashboard.panels import moved, panels, position, waiting
from strategy_tracker.views.dashboard.parts import block, facts, fold, paragraphs, pill, points, table
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when
from strategy_tracker.views.formats.escaping import joined, tag
from strategy_tracker.views.papers.exceptions import correction, halts_to_note
from strategy_tracker.views.papers.priorities import judgement
from strategy_tracker.views.papers.round_sections import awaiting_sign_off, who_answered
from strategy_tracker.views.sheet import Cell, Table, cell, columns, without_empty
from strategy_tracker.views.text import owner_words, sentence

_REVIEWING = label("who-reviews")


def strategy_section(page: StrategyPage, level: int) -> Markup:
    """Writes a strategy whole, under a heading of this level; at level 1 the page has said its title already."""
    inside = joined([part for part in _parts(page, max(level, 1) + 1) if part])
    if level == 1:
        return inside
    name = anchor("s", page.name)
    head = tag(f"h{level}", page.part.strategy.title, id=f"{name}.title")
    return tag("section", head, Markup("\n"), inside, id=name, class_="strategy", aria_labelledby=f"{name}.title")


def _parts(page: StrategyPage, level: int) -> Iterator[Markup]:
    material, part, name = page.material, page.part, anchor("s", page.name)
    strategy = material.standing.strategies[0]
    organisation = strategy.organisation if level > 2 else None  # a page of its own has said it
    phase = sentence(dates_in(strategy.phase.words)) if strategy.phase.words else ""
    said = (organisation, "; ".join(owners_of(strategy)), phase)
    yield tag("p", " · ".join(text for text in said if text), class_="kicker")

    def href(thing: str, item: str, _: str) -> str:
        return f"#{_anchor(page, thing, item)}"

    questions = (
        (label("how-are-we-doing"), position(part.line, beside_counts(material.standing))),
        (label("needs-somebody-today"), waiting(part.needs, part.first, page.until, href, f"#{name}.needs")),
        (label("what-changed-question"), moved(material.since, part.moved, part.changes, href, f"#{name}.changed")),
    )
    yield panels(level, f"{name}.q", questions, _under(page, level))
    yield tag("div", joined(list(_folded(page))), class_="folds")
    if level == 2:
        yield filters(material.branding)
    yield _priorities(page, level)


def _under(page: StrategyPage, level: int) -> str:
    """The id of the strategy's own heading, where a page has several."""
    return f"{anchor('s', page.name)}.title" if level > 2 else ""


def _anchor(page: StrategyPage, thing: str, item: str) -> str:
    """The anchor of an item in this page; that of the list where it stands, if it is not told by itself."""
    standing = page.material.standing
    strategy = standing.strategies[0]
    inside = strategy.actions if thing == "action" else strategy.priorities if thing == "priority" else ()
    told_here = item in standing.measures if thing == "measure" else item in {f"{strategy.id}/{o.id}" for o in inside}
    if told_here:
        return anchor_of(thing, item, page.name)
    return anchor("s", page.name) + (".bodies" if thing == "meeting" else ".about")


def _folded(page: StrategyPage) -> Iterator[Markup]:
    """The parts that a reader opens, each with the number of things in it in its title."""
    name, since = anchor("s", page.name), page.material.since
    strategy = page.material.standing.strategies[0]
    if page.concerns:
        yield _fold(f"{name}.needs", f"All that needs somebody ({page.part.needs.total})", _needs(page))
    if page.soon:
        yield _fold(f"{name}.soon", f"Due by {page.until} ({len(page.soon)})", _soon(page))
    if since.changes:
        yield _fold(
            f"{name}.changed", f"All that changed ({len(since.changes)})", joined(list(everything(page.material)))
        )
    if strategy.bodies:
        groups = ((strategy.judging, label("who-judges-pledge")), (strategy.working, label("groups-at-work")))
        inside = [_bodies(strategy.reviewing, _REVIEWING), *(_bodies(one, title) for one, title in groups)]
        sections = (halts_to_note(page.material), awaiting_sign_off(page.material), who_answered(page.material))
        inside += [block(one) for section in sections if section for one in section.blocks]
        yield _fold(f"{name}.bodies", f"{_REVIEWING} ({len(strategy.reviewing)})", joined([t for t in inside if t]))
    if strategy.file:
        yield _fold(f"{name}.about", label("about-strategy"), joined([p for p in _about(page) if p]))


def _fold(name: str, title: str, inside: Markup) -> Markup:
    return tag("div", fold(title, inside), id=name)


def _needs(page: StrategyPage) -> Markup:
    """Tables of every concern by group, with the corrective action beside each."""
    heads = columns("what", "colour", "owner", "why-here", "corrective-action")
    made = []
    for group, title in GROUPS.items():
        rows = tuple(
            (
                cell(one.text),
                Cell(one.word, one.colour) if one.thing != "meeting" else cell(one.word),
                cell(owner_words(owners_of(one), one.owner_from)),
                cell(dates_in("; ".join(one.why))),
                cell(correction(one)),
            )
            for one in page.concerns
            if one.group == group
        )
        made.append(table(Table("", heads, rows), title))
    return joined([one for one in made if one])


def _soon(page: StrategyPage) -> Markup:
    rows = tuple(
        (
            cell(one.text),
            cell(long_date(one.due) if one.due else None),
            cell(owner_words(owners_of(one), one.owner_from)),
        )
        for one in page.soon
    )
    return table(Table("", columns("what", "when", "owner"), rows), f"Due by {page.until}")


def _bodies(bodies: tuple[BodyStanding, ...], caption: str) -> Markup:
    heads = columns("body", "meets-every", "next", "papers-due", "papers-by", "met", "note")
    rows = tuple(
        (
            cell(one.body),
            cell(one.every),
            cell(dates_in(one.clock.words)),
            cell(long_date(one.papers) if one.papers else None),
            cell(one.paper_by),
            cell("; ".join(map(when, one.held))),
            cell(one.note),
        )
        for one in bodies
    )
    return table(without_empty(Table("", heads, rows), keep=1), caption)


def _about(page: StrategyPage) -> Iterator[Markup]:
    strategy = page.material.standing.strategies[0]
    words = page.material.strategies[strategy.id]
    yield paragraphs(words.vision)
    yield facts(
        (
            (label("test-of-success"), words.success),
            (label("taken-from-column"), words.source),
            (label("note"), words.note),
            (label("not-on-record"), "; ".join(strategy.gaps)),
            (label("id"), strategy.id),
        )
    )
    yield changes(page, strategy.id, "strategy")
    yield place(page.links, strategy.file, ())


def _priorities(page: StrategyPage, level: int) -> Markup:
    strategy = page.material.standing.strategies[0]
    days = {one.item: one.days for one in page.concerns}
    seen: Counter[str] = Counter()
    return joined([_priority(one, page, level, days, seen) for one in strategy.priorities])


def _priority(
    priority: PriorityStanding, page: StrategyPage, level: int, days: dict[str, int], seen: Counter[str]
) -> Markup:
    name = _only(anchor("priority", page.name, priority.id), seen)
    inside = [tag(f"h{level}", priority.heading, id=f"{name}.title"), *_head(priority, page)]
    inside += [
        tag("div", joined(made), class_="group")
        for group in _GROUPED
        if (made := list(group(priority, page, level + 1, days, seen)))
    ]
    inside = [part for part in inside if part]
    labelled = {"aria_labelledby": f"{_under(page, level)} {name}.title".strip(), "data_name": priority.title}
    return tag("section", joined(inside), id=name, class_="priority", **labelled)


def _only(name: str, seen: Counter[str]) -> str:
    """An anchor that no other thing of this page has, whatever the files say twice."""
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}~{seen[name]}"


def _head(priority: PriorityStanding, page: StrategyPage) -> Iterator[Markup]:
    strategy = page.material.standing.strategies[0]
    words = page.material.strategies[strategy.id].priorities[priority.id]
    answerable = f"Answerable: {owner_words(owners_of(priority), priority.owner_from)}" if priority.owner else ""
    yield tag("p", " · ".join(text for text in (priority.group, answerable) if text), class_="kicker")
    yield paragraphs([words.strapline] if words.strapline else [])
    if priority.aspirations:
        yield tag("p", label("what-is-wanted"))
        yield points(priority.aspirations)
    yield paragraphs(words.rationale, "note")
    if found := headline_of(priority, page.material.standing):
        yield tag("p", sentence(found.words), class_="note")
    if priority.judgement:
        said = judgement(priority.judgement)
        begin = (pill(said.colour, said.colour), Markup(" ")) if said.colour else ()
        text = said.text.partition(", ")[2] if said.colour else said.text
        yield tag("p", *begin, text[:1].upper() + text[1:], class_="judgement")
    yield changes(page, f"{strategy.id}/{priority.id}", "priority")
    if strategy.file:
        yield place(page.links, strategy.file, priority.route)


def _actions(
    priority: PriorityStanding, page: StrategyPage, level: int, days: dict[str, int], seen: Counter[str]
) -> Iterator[Markup]:
    strategy = page.material.standing.strategies[0]
    if not priority.tells_actions:
        return
    yield tag(f"h{level}", label("what-will-we-do"))
    yield tag("p", of_actions(tally_actions(priority.actions, priority.actions_left_out)))
    items = [
        action_item(
            one,
            page,
            _only(anchor("action", page.name, one.id), seen),
            days.get(f"{strategy.id}/{one.id}", 0),
            owners_of(priority),
        )
        for one in priority.actions
    ]
    if items:
        yield tag("ul", joined(items), class_="items")


def _measures(
    priority: PriorityStanding, page: StrategyPage, level: int, days: dict[str, int], seen: Counter[str]
) -> Iterator[Markup]:
    found = page.material.standing.named(priority.every_measure)
    if not priority.tells_measures:
        return
    yield tag(f"h{level}", label("how-will-we-know"))
    yield tag("p", of_priority(priority, page.material.standing))
    items = []
    for one in found:
        first = _only(anchor("measure", "", one.id), seen) == anchor("measure", "", one.id)
        whole = first and one.id in page.own
        if whole or not one.withdrawn:  # what was withdrawn is listed once
            items.append(measure_item(one, page, days.get(one.id, 0), whole=whole))
    if items:
        yield tag("ul", joined(items), class_="items")


_GROUPED = (_actions, _measures)
"""What stands in a priority, each with its heading."""
