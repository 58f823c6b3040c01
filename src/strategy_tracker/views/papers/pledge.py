"""What was promised and what is expected, apart: who keeps it, how that stands, and what was found at check-ins."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.record_words import CommitmentWords
from strategy_tracker.judging.standing.of_strategies import PriorityStanding, StrategyStanding
from strategy_tracker.model.names.joined import commas, semicolons, sentences
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.model.parts.pledge import PledgeJudgement
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, CountsLine, Paragraph, Points, Section
from strategy_tracker.views.papers.account_blocks import counts_line
from strategy_tracker.views.papers.people import heading
from strategy_tracker.views.text import owner_words, sentence

_PROMISED = (label("promised-by"), label("promised-by-one"))
_EXPECTED = (label("expected-by"), label("expected-by-one"))
"""Who promises or expects something of whom, and the same where one of the two is not on record."""


def pledge(material: Material) -> Iterator[Section]:
    """Sections of each promise, then of what is expected, with the priorities that serve it and how these stand."""
    for strategy in material.standing.strategies:
        every = material.strategies[strategy.id].pledge
        promises = [one for one in every if one.is_promise]
        expected = [one for one in every if not one.is_promise]
        blocks: list[Block] = []
        if not promises:
            blocks.append(Paragraph(label("no-promise-but-expected" if expected else "no-pledge")))
        blocks += _judges(strategy)
        blocks += _groups(promises, strategy, _PROMISED, label("kept-by-these"))
        yield Section(heading(strategy, material, label("promises")), 1, tuple(blocks))
        if expected:
            told = tuple(_groups(expected, strategy, _EXPECTED, label("served-by-these")))
            yield Section(label("expectations"), 2, told)


def _judges(strategy: StrategyStanding) -> Iterator[Block]:
    """Who judges how the pledge is kept."""
    if bodies := [body.body for body in strategy.judging]:
        yield Paragraph(label("pledge-judged-by", bodies=owner_words(bodies)))


def _groups(
    pledged: Sequence[CommitmentWords], strategy: StrategyStanding, whose: tuple[Label, Label], serving: Label
) -> Iterator[Block]:
    """Lists of what the same people promise or expect of the same, under the priorities that serve it."""
    groups: dict[tuple[str | None, str | None, tuple[str, ...]], list[CommitmentWords]] = {}
    for one in pledged:
        groups.setdefault((one.by, one.to, tuple(one.priorities)), []).append(one)
    for (by, to, names), inside in groups.items():
        keeping = [priority for priority in strategy.priorities if priority.id in names]
        yield Paragraph(sentences(*_lead(by, to, keeping, whose, serving)))
        actions = [action for priority in keeping for action in priority.actions]
        if counts := counts_line(actions):
            yield CountsLine(counts)
        yield Points(tuple(map(_commitment, inside)))


def _lead(
    by: str | None, to: str | None, keeping: Sequence[PriorityStanding], whose: tuple[Label, Label], serving: Label
) -> Iterator[str]:
    """Who promises whom, and which priorities keep it, as far as that is on record."""
    if by and to:
        yield label(whose[0].name, by=by, to=to)
    elif by or to:
        yield label(whose[1].name, who=by or to or "")
    if keeping:
        yield label(serving.name, priorities=commas([one.title for one in keeping]))


def _commitment(one: CommitmentWords) -> str:
    """The words of a promise, the plain ones after it, and what was found when it was last judged."""
    told = [sentence(one.text)]
    told += [phrase("in-plain-words", plain=sentence(one.plain))] if one.plain else []
    found = semicolons([part for part in (*map(_found, one.judgements[:1]), dates_in(one.check_in)) if part])
    kept = "kept-or-not" if one.is_promise else "met-or-not"
    told += [phrase("ended", told=phrase(kept, found=found))] if found else []
    return sentences(*told)


_KEPT = {"yes": label("kept-yes"), "partly": label("kept-partly"), "no": label("kept-no")}


def _found(one: PledgeJudgement) -> str:
    """What was found at the last check-in: `in part, says Positive Journeys, May 2022: Two of three have one`."""
    said = [phrase(_KEPT[one.kept].name), *([phrase("says", who=one.by)] if one.by else []), when(one.on.text)]
    told = commas(said)
    return phrase("and-what", what=told, of=one.note) if one.note else told
