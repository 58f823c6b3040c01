"""How people are asked and what that feeds; what was looked into, what was found, and which actions answer it."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.strategy_about import StrategyAbout, SurveyAbout
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.model.parts.survey import SurveyEdition
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, Paragraph
from strategy_tracker.views.sheet import Cell, Table, cell, coloured, columns, without_empty
from strategy_tracker.views.text import owner_words, sentence


def surveys(found: StrategyAbout, material: Material) -> list[Block]:
    """A sentence on each survey, how often it is held and what it feeds; then a table of every edition."""
    if not found.surveys:
        return []
    heads = columns("survey", "when", "who-was-asked", "how-many-answered", "what-was-found", "talked-over", "source")
    rows = tuple(_edition(one, edition) for one in found.surveys for edition in one.survey.editions)
    blocks: list[Block] = [Paragraph(text) for one in found.surveys for text in _survey(one, material)]
    return [*blocks, without_empty(Table(label("editions"), heads, rows), keep=2)] if rows else blocks


def _survey(one: SurveyAbout, material: Material) -> Iterator[str]:
    survey, measures = one.survey, material.standing.measures
    said = [phrase("held-with", what=survey.title, who=survey.partner) if survey.partner else survey.title]
    said += [dates_in(one.again)] if one.again else []
    feeds = [measures[name].title for name in survey.feeds if name in measures]
    said += [phrase("feeds", measures=owner_words(feeds))] if feeds else []
    yield sentence(semicolons(said))
    yield from [sentence(survey.note)] if survey.note else []


def _edition(one: SurveyAbout, edition: SurveyEdition) -> tuple[Cell, ...]:
    return (
        cell(one.survey.title),
        cell(when(edition.on.text)),
        cell(edition.cohort),
        cell(_answered(edition)),
        cell(semicolons(edition.found)),
        cell(when(edition.meeting.text) if edition.meeting else None),
        cell(edition.report),
    )


def _answered(edition: SurveyEdition) -> str | None:
    """How many answered, of how many that were asked, as far as that is on record."""
    if edition.responses is None:
        return phrase("were-asked", number=f"{edition.asked:f}") if edition.asked is not None else None
    answered = f"{edition.responses:f}"
    return phrase("answered-of", number=answered, total=f"{edition.asked:f}") if edition.asked is not None else answered


def audits(found: StrategyAbout, strategy: StrategyStanding) -> list[Block]:
    """A table of what was looked into, with the actions that answer it and how these stand."""
    actions = {one.id: one for one in strategy.actions}
    heads = columns("what", "when", "by", "sample", "what-was-found", "answered-by")
    rows = tuple(
        (
            cell(one.topic),
            cell(when(one.on.text) if one.on else None),
            cell(one.by),
            cell(one.sample),
            cell(one.finding),
            cell(semicolons([
                phrase("and-what", what=coloured(each.rating.colour, each.rating.word).text, of=each.text)
                for each in map(actions.get, one.actions)
                if each
            ])),
        )
        for one in found.audits
    )  # fmt: skip
    return [without_empty(Table(label("audits-and-samples"), heads, rows), keep=1)] if rows else []
