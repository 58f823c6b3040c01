"""The list of all reports by name, and which sections make up each; all are made from the same material."""

from collections.abc import Callable, Iterator

from strategy_tracker.briefing.material import Material
from strategy_tracker.judging.attention import list_attention
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.document import Document, Section
from strategy_tracker.views.papers.about.about import about
from strategy_tracker.views.papers.action_plan import plan
from strategy_tracker.views.papers.annexes import annexes, lettered
from strategy_tracker.views.papers.around import around_us, people_told_us, what_is_coming
from strategy_tracker.views.papers.cover import document
from strategy_tracker.views.papers.evaluation import evaluation
from strategy_tracker.views.papers.front.asked import asked_to_do
from strategy_tracker.views.papers.front.attention import attention
from strategy_tracker.views.papers.front.highlights import highlights
from strategy_tracker.views.papers.front.position_blocks import position
from strategy_tracker.views.papers.front.round_sections import awaiting_sign_off, who_answered
from strategy_tracker.views.papers.front.to_settle import (
    dates_moved,
    halts_to_note,
    two_opinions,
)
from strategy_tracker.views.papers.front.what_became import resolutions
from strategy_tracker.views.papers.in_own_words import put_in_own_words
from strategy_tracker.views.papers.in_template import put_in_template
from strategy_tracker.views.papers.people import you_said
from strategy_tracker.views.papers.pledge import pledge
from strategy_tracker.views.papers.practice import practice
from strategy_tracker.views.papers.priorities import priorities
from strategy_tracker.views.papers.reader_notes import gaps, unrated, withdrawn
from strategy_tracker.views.papers.scorecard import scorecard
from strategy_tracker.views.papers.young import young

_FOR_A_BODY = frozenset({"pack", "highlight", "exceptions"})
"""Views that go to a body in any case, in the form it wants; others do where somebody names it."""
_OF_ONE_PAGE = frozenset({"highlight"})
"""Views with the head of the form of their body and without its fixed texts, which take a third of a page."""
_FOR_OTHERS = frozenset({"young"})
"""Views that go to nobody but those they are for."""


def build(view: str, material: Material) -> Document:
    """Builds the report of this name in the body's own words. Raises `KeyError` for a name that is not in `VIEWS`."""
    ours = VIEWS[view](material)
    made = put_in_own_words(ours, material.branding)
    to_body = view in _FOR_A_BODY or (material.is_for_body and view not in _FOR_OTHERS)
    if not (material.template and to_body):
        return made
    template = material.template.model_copy(update={"texts": {}}) if view in _OF_ONE_PAGE else material.template
    return put_in_template(made, template, ours.facts)


def pack(material: Material) -> Document:
    """Builds the paper of a body: what it is asked, the position, what needs it, each priority; then the annexes."""
    return document(material, label("board-pack"), tuple(_pack(material)), compared=True)


def _pack(material: Material) -> Iterator[Section]:
    found = list_attention(material.standing)
    yield asked_to_do(material, found)
    yield position(material)
    yield attention(material, found)
    for more in (
        resolutions(material),
        two_opinions(material),
        halts_to_note(material, material.body),
        awaiting_sign_off(material),
        who_answered(material),
    ):
        if more:
            yield more._replace(level=2)
    yield from priorities(material)
    yield from (one for one in (around_us(material), people_told_us(material), what_is_coming(material)) if one)
    yield from annexes(material)


def highlight(material: Material) -> Document:
    """Builds the report of one page: the position, the main changes, the first exceptions."""
    sections = highlights(material, list_attention(material.standing))
    return document(material, label("highlight-report"), sections, short=True, compared=True)


def exception_report(material: Material) -> Document:
    """Builds the exception report: only what is off track, and whether anybody agreed to it."""
    sections = (
        attention(material, list_attention(material.standing), None),
        resolutions(material),
        two_opinions(material),
        halts_to_note(material, material.body),
        awaiting_sign_off(material),
        who_answered(material),
        *lettered(dates_moved(material), gaps(material)),
    )
    return document(material, label("exception-report"), tuple(one for one in sections if one))


def score(material: Material) -> Document:
    """Builds the scorecard: measures only."""
    more = (one for one in (unrated(material), withdrawn(material)) if one)
    sections = (*scorecard(material), *more)
    return document(material, label("scorecard"), sections, full=False)


def _simple(
    kind: str,
    sections: Callable[[Material], Iterator[Section]],
    *,
    large_print: bool = False,
    short: bool = False,
    compared: bool = False,
) -> Callable[[Material], Document]:
    def made(material: Material) -> Document:
        told = tuple(sections(material))
        return document(material, kind, told, full=False, large_print=large_print, short=short, compared=compared)

    return made


VIEWS: dict[str, Callable[[Material], Document]] = {
    "pack": pack,
    "highlight": highlight,
    "exceptions": exception_report,
    "scorecard": score,
    "actions": _simple(label("action-plan"), plan),
    "you-said-we-did": _simple(label("you-said-we-did"), you_said, short=True),
    "pledge": _simple(label("what-was-promised"), pledge, short=True),
    "practice": _simple(label("what-others-did"), practice),
    "young": _simple(label("promised-and-happened"), young, large_print=True, short=True),
    "self-evaluation": _simple(label("self-evaluation"), evaluation, compared=True),
    "about": _simple(label("about-strategy"), about),
}
"""Every view, in the order of the help."""
