"""What others did for theirs: practice examples by the priority they may serve, and by theme."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.model.names.joined import commas, semicolons, sentences
from strategy_tracker.model.names.labels import Label, label, phrase
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.practice import Example
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.outcomes import evaluation_table, outcome_table
from strategy_tracker.views.papers.said import priority_title
from strategy_tracker.views.phase_words import phase_words
from strategy_tracker.views.sheet import Table, cell, columns, without_empty
from strategy_tracker.views.text import owner_words, sentence


def practice(material: Material) -> Iterator[Section]:
    """Sections of practice examples: all at a glance, each once under the first priority it serves, our own, themes."""
    linked = {f"{strategy.id}/{priority.id}" for strategy, priority in each_priority(material.standing)}
    found = [one for one in material.examples if linked.intersection(one.priorities)]
    if not found:
        yield Section(label("practice-examples"), 1, (Paragraph(label("no-practice-linked")),))
        return
    own = [one for one in found if _is_own(one, material)]
    others = [one for one in found if one not in own]
    yield Section(label("at-a-glance"), 1, tuple(_at_a_glance(others, own, material)))
    told: set[str] = set()
    for strategy, priority in each_priority(material.standing):
        mine = [one for one in others if f"{strategy.id}/{priority.id}" in one.priorities and one.id not in told]
        if mine:
            yield Section(priority_title(strategy, priority, material), 1, ())
            yield from map(_example, mine)
            told |= {one.id for one in mine}
    if own:
        yield Section(label("what-we-do-ourselves"), 1, ())
        yield from map(_example, own)
    yield _themes(found)


def _is_own(one: Example, material: Material) -> bool:
    """Whether an example is of the body that the strategies are of, and no example of others."""
    ours = {each.organisation for each in material.standing.strategies} | {material.standing.organisation}
    return one.authority is not None and name_form(one.authority) in {name_form(name) for name in ours if name}


def _at_a_glance(others: Sequence[Example], own: Sequence[Example], material: Material) -> Iterator[Block]:
    """How many examples there are, whose they are, how many were checked, and which priorities each may serve."""
    found = [*others, *own]
    yield Paragraph(sentences(*_counts(others, own)))
    titles = {f"{s.id}/{p.id}": priority_title(s, p, material) for s, p in each_priority(material.standing)}
    rows = tuple(
        (
            cell(one.title),
            cell(one.authority),
            cell(semicolons([titles[name] for name in one.priorities if name in titles])),
        )
        for one in found
    )
    yield without_empty(Table(label("practice-examples"), columns("example", "whose", "may-serve"), rows), keep=1)


def _counts(others: Sequence[Example], own: Sequence[Example]) -> Iterator[Label]:
    number, total = len(others), len(others) + len(own)
    if number:
        yield label("examples-of-others-one" if number == 1 else "examples-of-others", number=f"{number:,}")
    if own:
        yield label("examples-of-our-own-one" if len(own) == 1 else "examples-of-our-own", number=f"{len(own):,}")
    unchecked = sum(one.checked is None for one in (*others, *own))
    if unchecked == total:
        yield label("never-checked-all")
    elif unchecked:
        yield label("never-checked", number=f"{unchecked:,}", total=f"{total:,}")


def _example(one: Example) -> Section:
    who = commas([*((one.authority,) if one.authority else ()), *one.partners])
    blocks: list[Block] = [Paragraph(sentence(one.summary), lead=phrase("ended", told=who) if who else "")]
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
    """Texts under what leads them, one in its line; nothing where there is none."""
    if len(texts) == 1:
        return [Paragraph(sentence(texts[0]), lead=lead)]
    return [Paragraph("", lead=lead), Points(tuple(texts))] if texts else []


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
