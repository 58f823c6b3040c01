"""What others did for theirs: practice examples by the priority they may serve, and by theme."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.model.names.joined import commas, semicolons, sentences
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.model.practice import Example
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.outcomes import evaluation_table, outcome_table
from strategy_tracker.views.phase_words import phase_words
from strategy_tracker.views.sheet import Table, cell, columns
from strategy_tracker.views.text import owner_words, sentence


def practice(material: Material) -> Iterator[Section]:
    """Sections of practice examples, each once under the first priority it serves; then the themes with theirs."""
    told: set[str] = set()
    many = len(material.standing.strategies) > 1
    for strategy, priority in each_priority(material.standing):
        found = [one for one in material.examples if f"{strategy.id}/{priority.id}" in one.priorities]
        if found:
            yield Section(
                phrase("of-strategy", strategy=strategy.title, what=priority.title) if many else priority.title,
                1,
                _seen(found, told),
            )
            yield from (_example(one) for one in found if one.id not in told)
            told |= {one.id for one in found}
    if not told:
        yield Section(label("practice-examples"), 1, (Paragraph(label("no-practice-linked")),))
    else:
        yield from _unchecked([one for one in material.examples if one.id in told])
        yield _themes([one for one in material.examples if one.id in told])


def _unchecked(examples: list[Example]) -> Iterator[Section]:
    """Says once of how many examples nobody has recorded that they still hold."""
    if number := sum(one.checked is None for one in examples):
        words = label("never-checked", number=f"{number:,}", total=f"{len(examples):,}")
        yield Section(label("notes-on-data"), 1, (Paragraph(words),))


def _seen(found: list[Example], told: set[str]) -> tuple[Block, ...]:
    again = tuple(one.title for one in found if one.id in told)
    return (Paragraph(label("also-told-above")), Points(again)) if again else ()


def _example(one: Example) -> Section:
    who = commas([*((one.authority,) if one.authority else ()), *one.partners])
    blocks: list[Block] = [Paragraph(phrase("ended", told=who))] if who else []
    blocks.append(Paragraph(sentence(one.summary)))
    blocks += _listed(label("how-it-ran"), tuple(map(phase_words, one.phases)))
    blocks += _listed(label("who-steers-it"), one.governance)
    blocks += [outcome_table(one.outcomes)] if one.outcomes else []
    blocks += _listed(label("what-came-of-it"), one.impact)
    blocks += _listed(label("they-say"), one.voice)
    blocks += _listed(label("took-part-promised"), one.pledges)
    blocks += [evaluation_table(one.evaluation)] if one.evaluation else []
    blocks += _listed(label("would-tell-others"), one.lessons)
    blocks += _listed(label("what-it-takes"), one.transferability)
    blocks += _listed(label("papers-with-it"), one.supporting)
    blocks += [Paragraph(text) for text in _about(one)]
    return Section(one.title, 2, tuple(blocks))


def _listed(lead: Label, texts: Sequence[str]) -> list[Block]:
    """A list of texts under its heading; nothing where there is none."""
    return [Paragraph(lead), Points(tuple(texts))] if texts else []


def _about(one: Example) -> Iterator[str]:
    """Who answers for it; then from where it was taken, who agreed, and when somebody last checked it."""
    runs = [label("run-by", who=owner_words(one.team))] if one.team else []
    runs += [label("sponsored-by", who=one.sponsor)] if one.sponsor else []
    contact = phrase("contact-checked", post=one.contact) if one.contact and one.contact_ok else one.contact
    runs += [label("contact-is", post=contact)] if contact else []
    taken = commas([part for part in (one.source, one.edition) if part])
    agreed = [label("taken-from", source=sentence(taken))] if taken else []
    agreed += [label("reviewed-by", who=owner_words(one.reviewed_by))] if one.reviewed_by else []
    agreed += [label("agreed-by", who=owner_words(one.approved_by))] if one.approved_by else []
    agreed += [label("last-checked", when=when(one.checked.text))] if one.checked else []
    yield from (sentences(*told) for told in (runs, agreed) if told)


def _themes(examples: list[Example]) -> Section:
    themes: dict[str, list[str]] = {}
    for one in examples:
        for theme in one.themes:
            themes.setdefault(theme, []).append(one.title)
    rows = tuple((cell(theme), cell(semicolons(titles))) for theme, titles in sorted(themes.items()))
    block = Table(label("by-theme"), columns("theme", "examples"), rows) if rows else Paragraph(label("no-theme"))
    return Section(label("by-theme"), 1, (block,))
