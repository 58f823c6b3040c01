"""The first section of a paper: what its body is asked to do, and what the record cannot show."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.material import Material, only, strategies_of
from strategy_tracker.briefing.requests import BodyRequest, RequestKind, requests
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.views.document import Points, Section
from strategy_tracker.views.papers.cover import phases, strategies_told
from strategy_tracker.views.papers.front.what_became import opening
from strategy_tracker.views.papers.said import FEW, lacking_words, things
from strategy_tracker.views.text import counted


def asked_to_do(material: Material, found: Sequence[AttentionItem], most: int = FEW) -> Section:
    """The section of what the body is asked to do, at most so many things by name; to note is always asked."""
    mine = strategies_of(material.standing, material.body)
    standing = material.standing
    if mine and len(mine) < len(standing.strategies):  # of the others it is told, and asked nothing
        standing = only(standing, mine)
        found = [one for one in found if set(one.strategies) & set(mine)]
    asked = requests(standing, found, material.since.changes, material.body)
    points = [note_words(material), *(request_words(one, most) for one in asked), *_rest(asked, material)]
    return Section(
        label("asked-to-do"), 1, (*opening(material), *phases(material), Points(tuple(points), numbered=True))
    )


def note_words(material: Material) -> str:
    """Write that the body is asked to note where things stand."""
    strategies = material.standing.strategies
    if len(strategies) != 1:
        every = strategies_told(strategies, material.standing)
        return label("ask-note-all", what=every if strategies else counted(len(material.standing.measures), "measure"))
    title, number = strategies[0].title, len(strategies[0].priorities)
    if number > 1:
        return label("ask-note-priorities", number=str(number), what=title)
    return label("ask-note", what=title)


_ASKED: dict[RequestKind, tuple[Label, Label]] = {
    "sealed": (label("ask-sealed"), label("ask-sealed-one")),
    "approve": (label("ask-approve"), label("ask-approve-one")),
    "later": (label("ask-later"), label("ask-later-one")),
    "halted": (label("ask-halted"), label("ask-halted-one")),
    "eased": (label("ask-eased"), label("ask-eased-one")),
    "restated": (label("ask-restated"), label("ask-restated-one")),
    "answer": (label("ask-answer"), label("ask-answer-one")),
    "decide": (label("ask-decide"), label("ask-decide-one")),
    "correct": (label("ask-correct"), label("ask-correct-one")),
    "amber": (label("ask-amber"), label("ask-amber-one")),
    "settle": (label("ask-settle"), label("ask-settle-one")),
    "silent": (label("ask-silent"), label("ask-silent-one")),
}
"""What is asked of several things, and of one."""


def request_words(one: BodyRequest, most: int = FEW) -> Label:
    """Write what is asked in a sentence of the paper."""
    pattern = _ASKED[one.kind][len(one.things) == 1]
    return label(pattern.name, number=f"{len(one.things):,}", things=things(one.things, most))


def _rest(asked: Sequence[BodyRequest], material: Material) -> Iterator[str]:
    """Says that nothing else is to be decided, or what the record cannot show."""
    if material.since.lacking:
        yield label("ask-cannot-tell", why=lacking_words(material.since.lacking))
    elif not any(one.kind in ("approve", "later", "decide") for one in asked):
        yield label("ask-no-more")
