"""The document that tells what a strategy says of itself, beside how it stands."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.strategy_about import StrategyAbout
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.model.action import Stage
from strategy_tracker.model.names.joined import semicolons, sentences
from strategy_tracker.model.names.labels import Label, label
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.about.asked_and_checked import audits, surveys
from strategy_tracker.views.papers.about.context_tables import context_tables
from strategy_tracker.views.papers.about.turning_points import changes, watch
from strategy_tracker.views.papers.about.who_and_why import bodies, who_and_why
from strategy_tracker.views.papers.outcomes import evaluation_table, outcome_table
from strategy_tracker.views.papers.people import heading
from strategy_tracker.views.phase_words import phase_words
from strategy_tracker.views.sheet import Table, cell, columns, without_empty
from strategy_tracker.views.text import owner_words, sentence

_STAGES: dict[Stage, Label] = {
    "striving": label("stage-striving"),
    "doing": label("stage-doing"),
    "improving": label("stage-improving"),
    "considering": label("stage-considering"),
}


def about(material: Material) -> Iterator[Section]:
    """Sections on each strategy: who stands behind it, its people, how they are asked, and what changes."""
    for strategy in material.standing.strategies:
        words = material.strategies[strategy.id]
        found = words.about
        phase = [Paragraph(sentence(dates_in(strategy.phase.words)))] if strategy.phase.words else []
        yield Section(heading(strategy, material, label("what-this-is")), 1, (*phase, *who_and_why(words)))
        for title, blocks in _parts(found, strategy, material):
            if blocks:
                yield Section(title, 2, tuple(blocks))


def _parts(found: StrategyAbout, strategy: StrategyStanding, material: Material) -> Iterator[tuple[Label, list[Block]]]:
    yield label("its-priorities"), _priorities(strategy, material)
    yield label("people-it-is-for"), [*([Points(found.context)] if found.context else []), *context_tables(found)]
    yield label("who-works-on-it"), bodies(found)
    yield label("what-should-change"), [outcome_table(found.outcomes)] if found.outcomes else []
    yield label("how-people-are-asked"), surveys(found, material)
    yield label("whether-it-works"), [evaluation_table(found.evaluation)] if found.evaluation else []
    yield label("what-was-looked-into"), audits(found, strategy)
    yield label("changed-in-it"), changes(found)
    yield label("changes-around-it"), watch(found)
    yield label("names-of-priorities"), _names(found)
    yield label("of-its-actions"), [*_stages(found), *_phases(found)]


def _priorities(strategy: StrategyStanding, material: Material) -> list[Block]:
    """A table of its priorities: why each is one, what is wanted of it, who answers for it, and how much it holds."""
    words = material.strategies[strategy.id].priorities
    heads = columns("priority", "why-it-is-one", "wanted-of-it", "who-answers", "actions", "measures")
    rows = tuple(
        (
            cell(one.title),
            cell(sentences(*(sentence(text) for text in (words[one.id].strapline, *words[one.id].rationale) if text))),
            cell(semicolons(one.aspirations)),
            cell(owner_words(owners_of(one), one.owner_from) if one.owner else None),
            cell(f"{len(one.actions):,}" if one.actions else None),
            cell(f"{len(one.every_measure):,}" if one.every_measure else None),
        )
        for one in strategy.priorities
    )
    counted = tuple(head._replace(figures=n > 3) for n, head in enumerate(heads))
    return [without_empty(Table(label("each-priority"), counted, rows), keep=1)] if rows else []


def _names(found: StrategyAbout) -> list[Block]:
    heads = columns("priority", "as-printed", "also-called", "belongs-with")
    rows = tuple(
        (cell(one.title), cell(one.printed), cell(semicolons(one.aliases)), cell(semicolons(one.see_also)))
        for one in found.priorities
    )
    return [without_empty(Table(label("priorities"), heads, rows), keep=1)] if rows else []


def _stages(found: StrategyAbout) -> Iterator[Block]:
    """The actions by what the strategy says of them: what it strives for, does, improves, and only considers."""
    for stage, lead in _STAGES.items():
        if stage in found.stages:
            yield Paragraph(lead)
            yield Points(found.stages[stage])


def _phases(found: StrategyAbout) -> Iterator[Block]:
    rows = tuple(
        (cell(text), cell(semicolons(list(map(phase_words, phases))))) for text, phases in found.phases.items()
    )
    if rows:
        yield Table(label("schemes"), columns("action", "phases"), rows)
