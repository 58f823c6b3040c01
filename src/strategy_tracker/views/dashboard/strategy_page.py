"""One strategy: its first screen, all that needs somebody, all that changed, and its priorities with all in them."""

from collections import Counter
from collections.abc import Iterator

from strategy_tracker.briefing.concerns import Group
from strategy_tracker.briefing.position import of_actions, of_measures, sentences
from strategy_tracker.judging.standing import BodyStanding, PriorityStanding
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.views.dashboard.action_item import NOBODY, action_item, changes
from strategy_tracker.views.dashboard.changes_panel import everything
from strategy_tracker.views.dashboard.measure_item import measure_item
from strategy_tracker.views.dashboard.page_frame import filters
from strategy_tracker.views.dashboard.page_material import Told, anchor, anchor_of, place
from strategy_tracker.views.dashboard.panels import moved, panels, position, waiting
from strategy_tracker.views.dashboard.parts import facts, fold, paragraphs, pill, points, table
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when
from strategy_tracker.views.formats.escaping import Markup, joined, tag
from strategy_tracker.views.papers.exceptions import correction
from strategy_tracker.views.papers.priorities import judgement
from strategy_tracker.views.sheet import Cell, Column, Table, cell, without_empty
from strategy_tracker.views.text import sentence

_GROUPS: dict[Group, str] = {"red": "Red", "late": "Overdue, missed or late, and not red", "silent": "Silent"}


def strategy_section(told: Told, level: int) -> Markup:
    """A strategy whole, under a heading of this level; at level 1 the page has said its title already."""
    inside = joined([part for part in _parts(told, max(level, 1) + 1) if part])
    if level == 1:
        return inside
    name = anchor("s", told.name)
    head = tag(f"h{level}", told.part.strategy.title, id=f"{name}.title")
    return tag("section", head, Markup("\n"), inside, id=name, class_="strategy", aria_labelledby=f"{name}.title")


def _parts(told: Told, level: int) -> Iterator[Markup]:
    material, part, name = told.material, told.part, anchor("s", told.name)
    strategy = material.standing.strategies[0]
    organisation = strategy.organisation if level > 2 else None  # a page of its own has said it
    said = (organisation, strategy.owner, sentence(dates_in(strategy.phase.words)))
    yield tag("p", " · ".join(text for text in said if text), class_="kicker")

    def href(thing: str, item: str, _: str) -> str:
        return f"#{_anchor(told, thing, item)}"

    questions = (
        ("How are we doing?", position(part.line, sentences(material.standing)[1:])),
        ("What needs somebody today?", waiting(part.needs, part.first, told.until, href, f"#{name}.needs")),
        ("What changed since last time?", moved(material.since, part.moved, part.changes, href, f"#{name}.changed")),
    )
    yield panels(level, f"{name}.q", questions, _under(told, level))
    yield tag("div", joined(list(_folded(told))), class_="folds")
    if level == 2:
        yield filters(material.house)
    yield _priorities(told, level)


def _under(told: Told, level: int) -> str:
    """The name of the strategy's own heading, where a page has several."""
    return f"{anchor('s', told.name)}.title" if level > 2 else ""


def _anchor(told: Told, thing: str, item: str) -> str:
    """The name of an item in this page; that of the list where it stands, if it is not told by itself."""
    standing = told.material.standing
    strategy = standing.strategies[0]
    inside = strategy.actions if thing == "action" else strategy.priorities if thing == "priority" else ()
    told_here = item in standing.measures if thing == "measure" else item in {f"{strategy.id}/{o.id}" for o in inside}
    if told_here:
        return anchor_of(thing, item, told.name)
    return anchor("s", told.name) + (".bodies" if thing == "meeting" else ".about")


def _folded(told: Told) -> Iterator[Markup]:
    """What is opened by those who want it: each with its number in its title."""
    name, since = anchor("s", told.name), told.material.since
    strategy = told.material.standing.strategies[0]
    if told.concerns:
        yield _fold(f"{name}.needs", f"All that needs somebody ({told.part.needs.total})", _needs(told))
    if told.soon:
        yield _fold(f"{name}.soon", f"Due by {told.until} ({len(told.soon)})", _soon(told))
    if since.changes:
        yield _fold(
            f"{name}.changed", f"All that changed ({len(since.changes)})", joined(list(everything(told.material)))
        )
    if strategy.bodies:
        yield _fold(f"{name}.bodies", f"Who reviews it ({len(strategy.bodies)})", _bodies(strategy.bodies))
    yield _fold(f"{name}.about", "About the strategy and its record", joined([p for p in _about(told) if p]))


def _fold(name: str, title: str, inside: Markup) -> Markup:
    return tag("div", fold(title, inside), id=name)


def _needs(told: Told) -> Markup:
    """Every concern by group; the corrective action beside each."""
    columns = tuple(Column(name) for name in ("What", "Colour", "Owner", "Why it is here", "Corrective action"))
    made = []
    for group, title in _GROUPS.items():
        rows = tuple(
            (
                cell(one.text),
                Cell(one.word, one.colour) if one.thing != "meeting" else cell(one.word),
                cell(one.owner or NOBODY),
                cell(dates_in("; ".join(one.why))),
                cell(correction(one)),
            )
            for one in told.concerns
            if one.group == group
        )
        made.append(table(Table("", columns, rows), title))
    return joined([one for one in made if one])


def _soon(told: Told) -> Markup:
    rows = tuple(
        (cell(one.text), cell(long_date(one.due) if one.due else None), cell(one.owner or NOBODY)) for one in told.soon
    )
    return table(Table("", (Column("What"), Column("When"), Column("Owner")), rows), f"Due by {told.until}")


def _bodies(bodies: tuple[BodyStanding, ...]) -> Markup:
    columns = tuple(Column(name) for name in ("Body", "Meets every", "Next", "Papers due", "Papers by", "Met", "Note"))
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
    return table(without_empty(Table("", columns, rows), keep=1), "Who reviews it")


def _about(told: Told) -> Iterator[Markup]:
    strategy = told.material.standing.strategies[0]
    words = told.material.strategies[strategy.id]
    yield paragraphs(words.vision)
    yield facts(
        (
            ("Its own test of success", words.success),
            ("Taken from", words.source),
            ("Note", words.note),
            ("Not on record", "; ".join(strategy.gaps)),
            ("Id", strategy.id),
        )
    )
    yield changes(told, strategy.id, "strategy")
    yield place(told.places, strategy.file, ())


def _priorities(told: Told, level: int) -> Markup:
    strategy = told.material.standing.strategies[0]
    days = {one.item: one.days for one in told.concerns}
    seen: Counter[str] = Counter()
    return joined([_priority(one, told, level, days, seen) for one in strategy.priorities])


def _priority(priority: PriorityStanding, told: Told, level: int, days: dict[str, int], seen: Counter[str]) -> Markup:
    name = _only(anchor("priority", told.name, priority.id), seen)
    inside = [tag(f"h{level}", priority.title, id=f"{name}.title"), *_head(priority, told)]
    inside += [
        tag("div", joined(list(group(priority, told, level + 1, days, seen))), class_="group") for group in _GROUPED
    ]
    inside = [part for part in inside if part]
    labelled = {"aria_labelledby": f"{_under(told, level)} {name}.title".strip(), "data_name": priority.title}
    return tag("section", joined(inside), id=name, class_="priority", **labelled)


def _only(name: str, seen: Counter[str]) -> str:
    """A name that no other thing of this page has, whatever the files say twice."""
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}~{seen[name]}"


def _head(priority: PriorityStanding, told: Told) -> Iterator[Markup]:
    strategy = told.material.standing.strategies[0]
    words = told.material.strategies[strategy.id].priorities[priority.id]
    answerable = f"Answerable: {priority.owner}" if priority.owner else ""
    yield tag("p", " · ".join(text for text in (priority.group, answerable) if text), class_="kicker")
    yield paragraphs([words.strapline] if words.strapline else [])
    if priority.aspirations:
        yield tag("p", "What is wanted:")
        yield points(priority.aspirations)
    yield paragraphs(words.rationale, "note")
    if priority.judgement:
        said = judgement(priority.judgement)
        begin = (pill(said.colour, said.colour), Markup(" ")) if said.colour else ()
        text = said.text.partition(", ")[2] if said.colour else said.text
        yield tag("p", *begin, text[:1].upper() + text[1:], class_="judgement")
    yield changes(told, f"{strategy.id}/{priority.id}", "priority")
    yield place(told.places, strategy.file, priority.route)


def _actions(
    priority: PriorityStanding, told: Told, level: int, days: dict[str, int], seen: Counter[str]
) -> Iterator[Markup]:
    strategy = told.material.standing.strategies[0]
    yield tag(f"h{level}", "What will we do?")
    yield tag("p", of_actions(tally_actions(priority.actions)))
    items = [
        action_item(
            one,
            told,
            _only(anchor("action", told.name, one.id), seen),
            days.get(f"{strategy.id}/{one.id}", 0),
            priority.owner,
        )
        for one in priority.actions
    ]
    if items:
        yield tag("ul", joined(items), class_="items")


def _measures(
    priority: PriorityStanding, told: Told, level: int, days: dict[str, int], seen: Counter[str]
) -> Iterator[Markup]:
    found = told.material.standing.named(priority.every_measure)
    yield tag(f"h{level}", "How will we know?")
    yield tag("p", of_measures(found))
    items = []
    for one in found:
        first = _only(anchor("measure", "", one.id), seen) == anchor("measure", "", one.id)
        items.append(measure_item(one, told, days.get(one.id, 0), whole=first and one.id in told.own))
    if items:
        yield tag("ul", joined(items), class_="items")


_GROUPED = (_actions, _measures)
"""What stands in a priority, each with its heading."""
