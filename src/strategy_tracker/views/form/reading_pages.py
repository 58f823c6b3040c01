"""Pages of the form that only tell: what waits for whom, one action or measure whole, its past, and what was found."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from strategy_tracker.comparing.life_events import Life
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.document import FrameWords, Paragraph
from strategy_tracker.views.form.form_frame import FormFrame, FormPage, form_page
from strategy_tracker.views.papers.of_measures.measure_blocks import chart, has_chart
from strategy_tracker.views.screens.looking_back.history import life_sheet
from strategy_tracker.views.screens.showing.show import ItemShown, item_sheet
from strategy_tracker.views.sheet import MARKS, Cell, Column, SheetSection, Table, cell, line_text
from strategy_tracker.views.text import counted

NO_WIDTH = 0
"""A page has no columns of letters: what a screen says beside a bar stands in a table."""


class ThingRow(NamedTuple):
    """Something in a list: where it is told, its words, its colour as a cell if it has one, and what is said of it."""

    href: str
    words: str
    colour: Cell | None
    said: tuple[str, ...] = ()


class PostRow(NamedTuple):
    """A post in a list: where its page is, and how much waits for its word."""

    href: str
    post: str
    waits: str


def address_of(thing: str, address: str, page: str = "") -> str:
    """The path of a page about something; `page` is what is done with it there."""
    return f"/{thing}/{quote(address.replace('//', '/'))}" + (f"/{page}" if page else "")


def thing_row(thing: str, address: str, words: str, rating: Rating, said: Sequence[str] = ()) -> ThingRow:
    """A row that leads to the page of an action or a measure."""
    colour = Cell(f"{MARKS[rating.colour]} {rating.word}", rating.colour)
    return ThingRow(address_of(thing, address), words, colour, tuple(map(dates_in, said)))


def strategy_row(name: str, title: str, said: Sequence[str] = ()) -> ThingRow:
    """A row that leads to the page of a strategy, which has no colour."""
    return ThingRow(address_of("strategy", name), title, None, tuple(said))


def posts_page(frame: FormFrame, waiting: Sequence[tuple[str, int]]) -> FormPage:
    """A page that asks which post somebody speaks for; `waiting` has each with how many things wait for its word."""
    rows = [
        PostRow(f"/waiting?post={quote(post)}", post or "Nobody is named as owner", counted(many, "thing"))
        for post, many in waiting
    ]
    return form_page(frame, "posts.html", "What waits for a word", rows=rows)


def waiting_page(frame: FormFrame, post: str, rows: Sequence[ThingRow]) -> FormPage:
    """A page of everything that waits for the word of one post."""
    title = f"What waits for {post}" if post else "What waits and has no owner"
    return form_page(frame, "waiting.html", title, rows=rows)


def everything_page(frame: FormFrame, standing: Standing, words: str = "", found: Sequence[ThingRow] = ()) -> FormPage:
    """A page to look for something by its words, with what was found, or else every strategy there is."""
    strategies = [
        (address_of("strategy", one.id), one.title, counted(len(one.actions), "action")) for one in standing.strategies
    ]
    title = f"{counted(len(found), 'thing has', 'things have')} the words: {words}" if words else "Everything"
    return form_page(frame, "everything.html", title, words=words, found=found, strategies=strategies)


def strategy_page(frame: FormFrame, strategy: StrategyStanding, standing: Standing) -> FormPage:
    """A page of a strategy: its priorities, each with its actions and measures."""
    parts = [
        (
            one.heading,
            [thing_row("action", f"{strategy.id}/{a.id}", a.text, a.rating) for a in one.actions],
            [thing_row("measure", m.id, m.title, m.rating) for m in standing.named(one.every_measure)],
        )
        for one in strategy.priorities
    ]
    bodies = [
        ThingRow(address_of("body", f"{strategy.id}//{number}"), one.body, None, (dates_in(one.clock.words),))
        for number, one in enumerate(strategy.bodies)
    ]
    return form_page(
        frame, "strategy.html", strategy.title, parts=parts, bodies=bodies, phase=dates_in(strategy.phase.words)
    )


def body_page(
    frame: FormFrame, strategy: StrategyStanding, body: BodyStanding, address: str, told: str = ""
) -> FormPage:
    """A page of a body: when it met and meets, what it has to note, and where to say that it met."""
    noted = [one for one in strategy.actions if one.id in body.to_note]
    facts = [
        ("Meets", f"every {body.every}" if body.every else ""),
        ("Next", dates_in(body.clock.words)),
        ("Papers by", dates_in(body.papers.isoformat()) if body.papers else ""),
        ("Paper written by", body.paper_by or ""),
        ("Met on", "; ".join(dates_in(day) for day in reversed(body.held))),
        ("Note", body.note or ""),
    ]
    return form_page(
        frame,
        "body.html",
        body.body,
        above=[(address_of("strategy", strategy.id), strategy.title)],
        told=told,
        ways=[(address_of("body", address, "meeting"), "Record a meeting")],
        facts=[pair for pair in facts if pair[1]],
        noted=[thing_row("action", f"{strategy.id}/{one.id}", one.text, one.rating) for one in noted],
    )


_ELSEWHERE = ("Known by", "Id", "File")
"""What a page shows in a list of its own, or not: nobody at a browser opens the files."""


def item_page(frame: FormFrame, shown: ItemShown, told: str = "") -> FormPage:
    """A page of one action or measure, whole, and what can be said of it; `told` is what was saved a moment ago."""
    sheet = item_sheet(shown, NO_WIDTH)
    plain = [section for section in sheet.sections if not section.drawn]
    facts = [fact for section in plain for fact in section.facts if fact[0] not in _ELSEWHERE]
    rating = shown.action.rating if shown.action else shown.measure.rating if shown.measure else None
    figure = chart(shown.measure) if shown.measure and has_chart(shown.measure) else None
    readings = _readings(shown) if shown.measure and not figure else None
    return form_page(
        frame,
        "item.html",
        line_text(sheet.title),
        history=address_of(shown.thing, shown.address, "history"),
        status=status(rating) if rating else Paragraph(""),
        facts=[(name, dates_in("; ".join(value.split("\n")))) for name, value in facts],
        figure=figure,
        words=FrameWords(),
        tables=[*([readings] if readings else []), *tables_of(plain)],
        above=_above(shown),
        known_by=_known_by(shown),
        told=told,
        ways=list(_ways(shown)),
    )


def status(rating: Rating) -> Paragraph:
    """A colour with its mark, its word and its reason, as a paragraph of its own."""
    return Paragraph(dates_in(rating.reason), rating.colour, f"{rating.word[:1].upper()}{rating.word[1:]}.")


def tables_of(sections: Sequence[SheetSection]) -> Iterator[Table]:
    """The tables that have a row, with their days in words."""
    for table in (each for one in sections for each in one.tables if isinstance(each, Table) and each.rows):
        rows = tuple(tuple(one._replace(text=dates_in(one.text)) for one in row) for row in table.rows)
        yield table._replace(rows=rows)


def _above(shown: ItemShown) -> list[tuple[str, str]]:
    """The strategies that a thing belongs to, each with its address."""
    if shown.strategy:
        return [(address_of("strategy", shown.strategy.id), shown.strategy.title)]
    standing = shown.standing
    serves = [one for one in standing.strategies if shown.measure and shown.measure.id in one.measures]
    return [(address_of("strategy", one.id), one.title) for one in serves]


def _ways(shown: ItemShown) -> Iterator[tuple[str, str]]:
    """What can be done about a thing: the address of each form, and its words."""
    here = address_of(shown.thing, shown.address)
    if not shown.action:
        yield f"{here}/record", "Write down figures"
        if shown.measure and shown.measure.points:
            yield f"{here}/revise", "Revise a figure"
        return
    yield f"{here}/update", "Say how it is going"
    if shown.action.updates:
        yield f"{here}/no-change", "Nothing has changed"
    if shown.action.due.kind != "closed":
        yield f"{here}/update?state=complete", "It is complete"
        yield f"{here}/move", "Move its date" if shown.action.due.due else "Give it a date"


def _known_by(shown: ItemShown) -> list[ThingRow]:
    """The measures by which an action is known."""
    named = shown.standing.named(shown.action.measures) if shown.action else ()
    return [thing_row("measure", one.id, one.title, one.rating) for one in named]


def owners_in(shown: ItemShown) -> tuple[str, ...]:
    """Everybody who is asked about what is shown."""
    rated = shown.action or shown.measure
    return owners_of(rated) if rated else ()


def _readings(shown: ItemShown) -> Table | None:
    assert shown.measure
    rows = tuple((cell(point.period), cell(point.shown)) for point in shown.measure.points)
    return Table("Readings", (Column("Period"), Column("Figure", figures=True)), rows) if rows else None


def history_page(frame: FormFrame, thing: str, life: Life, *, shallow: bool = False) -> FormPage:
    """A page of the life of an action or a measure: what happened, when, why, and who wrote it."""
    sheet = life_sheet(life, frame.as_at, blame=False, shallow=shallow)
    return form_page(
        frame,
        "history.html",
        line_text(sheet.title),
        back=address_of(thing, life.address),
        notes=[line_text(line) for line in sheet.lines[2:]],
        sections=sheet.sections,
    )


def fault_page(
    frame: FormFrame, title: str, message: str, next_step: str = "", answers: Sequence[tuple[str, str]] = ()
) -> FormPage:
    """A page that says what cannot be, one thing to do about it, and what was typed, so that it is not lost."""
    return form_page(frame, "fault.html", title, message=message, next_step=next_step, answers=answers)
