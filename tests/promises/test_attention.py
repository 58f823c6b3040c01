"""What needs attention is one list: over random portfolios each thing is in it once, with one colour everywhere."""

from collections import Counter
from decimal import Decimal
from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.judging.attention import list_asked, list_attention
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.views.attention_heads import ALL_HEADS, HEADS
from strategy_tracker.views.dashboard.needs import need_groups
from strategy_tracker.views.document import Address
from strategy_tracker.views.papers.front.attention import told as in_table
from strategy_tracker.views.screens.standing.needs_lists import needs_lists
from strategy_tracker.views.screens.standing.overdue import overdue_rows, overdue_sheet
from strategy_tracker.views.screens.standing.status_detail import Detail, detail_sections
from strategy_tracker.views.sheet import MARKS
from tests.judging.action_builder import action, day, measure, portfolio, priority, stand, strategy, update

TODAY = "2018-12-31"
DAYS = st.dates(day("2018-04-01"), day(TODAY)).map(str)
DUE = st.dates(day("2018-06-01"), day("2019-06-30")).map(str)


@st.composite
def actions(draw, number):
    days = sorted(draw(st.lists(DAYS, max_size=3, unique=True)))
    said = [
        update(on, draw(st.sampled_from(["in-progress", "not-started"])), draw(st.sampled_from([None, "green", "red"])))
        for on in days
    ]
    keys = {"due": draw(DUE)} if draw(st.booleans()) else {}
    if draw(st.booleans()):
        keys["milestones"] = ({"text": f"Step {number}", "due": draw(DUE)},)
    return action(*said, id=f"a-{number}", text=f"Do {number}", **keys)


@st.composite
def bodies(draw):
    asks = [
        {"id": f"ask-{n}", "text": f"Ask {n}", "resolved": "agreed", "by": "Head", "due": draw(DUE)}
        for n in range(draw(st.integers(0, 2)))
    ]
    every = {"every": "month"} if draw(st.booleans()) else {}
    return ({"body": "Board", "paper_by": "Clerk", "meetings": [{"held": "2018-10-01", "asks": asks}], **every},)


@st.composite
def measures(draw, number):
    kind = draw(st.sampled_from(["red", "amber", "green", "missed"]))
    made = measure(f"m-{number}", "grey" if kind == "missed" else kind, late=draw(st.sampled_from([0, 12])))
    rating = Rating("grey", "not rated", "missed", "no-rule")
    return made._replace(rating=rating, gap=Decimal(-20)) if kind == "missed" else made


@st.composite
def portfolios(draw):
    """A strategy that runs and one that has ended, which share some of the measures."""
    known = [draw(measures(n)) for n in range(draw(st.integers(0, 4)))]
    names = tuple(one.id for one in known)
    own = [draw(actions(n)) for n in range(draw(st.integers(0, 6)))]
    running = strategy(
        priority(*own, id="p", measures=draw(st.sampled_from([names, ()]))), governance=draw(bodies()), id="now"
    )
    over = strategy(priority(action(id="b", due="2018-02-01"), id="q", measures=names), ends="2018-03-31",
                    starts="2016-04-01", id="then")  # fmt: skip
    return portfolio(stand(running, TODAY), stand(over, TODAY), measures=known, today=TODAY)


@settings(max_examples=50, deadline=None)
@given(portfolios())
def test_each_thing_counts_once_under_the_first_word_that_fits_and_with_the_colour_of_status(standing):
    found = list_attention(standing)
    assert max(Counter((one.thing, one.item) for one in found).values(), default=1) == 1
    order = [ALL_HEADS.index(HEADS[one.kind]) for one in found]
    assert order == sorted(order)
    asked = list_asked(standing)
    assert {one.item for one in asked} <= {one.item for one in found}
    tally = tally_actions([one for strategy in standing.strategies for one in strategy.actions])
    words = Counter(one["kind"] for one in overdue_rows(asked))
    counted = (words["late"], words["waiting"], words["silent"], words["very-silent"])
    assert counted == (tally.late, tally.waiting, tally.silent, tally.very_silent)

    shown = _marks(table for one in detail_sections(standing.strategies, standing, Detail(actions=True, measures=True))
                   for table in one.tables)  # fmt: skip
    sheet = overdue_sheet(asked, "asked", None, "", standing)
    listed = _marks(table for one in sheet.sections[: len({HEADS[one.asked] for one in asked})] for table in one.tables)
    board = _marks(table for one in needs_lists(standing, list_attention(standing), 1_000) for table in one.tables)
    assert {name: mark for name, mark in (listed | board).items() if name in shown}.items() <= shown.items()
    assert sorted(listed) == sorted(one.item.rpartition("/")[2] for one in asked if one.thing != "meeting")


def _marks(tables):
    """The mark beside each id, which stands last in its row."""
    rows = [row for table in tables for row in table.rows if len(row) > 2 and row[0].text in MARKS.values()]
    marks = {(row[-1].text, row[0].text) for row in rows if row[-1].text}
    assert len(marks) == len(dict(marks))
    return dict(marks)


@settings(max_examples=20, deadline=None)
@given(portfolios())
def test_screen_paper_and_dashboard_have_the_same_things_under_the_same_heads(standing):
    found = list_attention(standing)
    page = {
        group.title: [one.link.text for one in (*group.needs, *group.others)]
        for group in need_groups(found, lambda *_: Address())
    }
    told = {head: [one.text for one in found if HEADS[one.kind] == head] for head in ALL_HEADS}
    assert page == {head: texts for head, texts in told.items() if texts}
    (paper,) = in_table(found, "", SimpleNamespace(standing=standing, measures={}, withheld=None)) if found else (None,)
    assert [row[0].text.rpartition(": ")[2] for row in (paper.rows if paper else ())] == [one.text for one in found]
    for section in needs_lists(standing, list_attention(standing), 1_000):
        for grid in section.tables:
            shown = [row[0].text for row in grid.rows if row[0].text in page]
            assert shown == [head for head in page if head in shown]
