"""The notes at the end of a report: measures not rated, gaps in the record, notes on the data, and a glossary."""

from collections.abc import Collection, Iterator

from strategy_tracker.briefing.material import Material, WithheldCounts
from strategy_tracker.briefing.notes import (
    REASONS,
    Remark,
    UnratedMeasures,
    not_rated,
    remarks,
    small_cohorts,
    sources_of_others,
    undated,
)
from strategy_tracker.briefing.terms import terms_used
from strategy_tracker.model.names.catalogue.glossary_labels import GLOSSARY
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.of_measures.figure_words import reading
from strategy_tracker.views.papers.of_measures.with_care import claims
from strategy_tracker.views.sheet import Column, Table, cell, columns
from strategy_tracker.views.text import NO_REASON, approval_words, counted, sentence


def notes(material: Material) -> Iterator[Section]:
    """All sections at the end of a board pack."""
    if doubtful := claims(material):
        yield doubtful
    if unknown := unrated(material):
        yield unknown
    if gone := withdrawn(material):
        yield gone
    yield gaps(material)
    yield data_notes(material)
    yield glossary(material)


def unrated(material: Material) -> Section | None:
    """The section of measures without a colour, by reason; None where no measure is told, on purpose."""
    if not material.standing.tells_measures:
        return None
    found = not_rated(material.standing)
    if not found:
        measures, gone, read = material.standing.measures, material.standing.withdrawn, not material.standing.unread
        if not measures:
            every = label("no-measure" if read else "no-measure-read")
        elif len(measures) == len(gone):
            every = label("every-measure-withdrawn")
        else:
            every = label("every-measure-rated" if read else "every-measure-read-rated")
        return Section(label("measures-not-rated"), 1, (Paragraph(every),))
    heads = (Column(label("why")), Column(label("measures"), figures=True))
    rows = tuple((cell(_reason(one)), cell(f"{one.number:,}")) for one in found)
    return Section(label("measures-not-rated"), 1, (Table(label("not-rated-table"), heads, rows),))


def _reason(one: UnratedMeasures) -> str:
    return phrase(f"unrated-{one.why}") if one.why in REASONS else one.measures[0].rating.reason


def withdrawn(material: Material) -> Section | None:
    """The section of measures that were withdrawn, each once with its last figure; None where there are none."""
    found = material.standing.withdrawn
    if not found:
        return None
    heads = columns("measure", "last-figure", "since", "why", "approved-by")
    rows = tuple(
        (
            cell(one.title),
            cell(reading(one)),
            cell(when(one.withdrawn.on)),
            cell(one.withdrawn.why or NO_REASON),
            cell(dates_in(approval_words(one.withdrawn))),
        )
        for one in found
        if one.withdrawn
    )
    return Section(label("measures-withdrawn"), 1, (Table(label("withdrawn"), heads, rows),))


def gaps(material: Material) -> Section:
    """The section of what the record lacks, by strategy."""
    blocks: list[Block] = []
    for strategy in material.standing.strategies:
        if len(material.standing.strategies) > 1:
            blocks.append(Paragraph("", lead=strategy.title))
        blocks.append(Points(strategy.gaps) if strategy.gaps else Paragraph(label("nothing-missing")))
    return Section(label("gaps"), 1, tuple(blocks))


def data_notes(material: Material) -> Section:
    """The section of suppressed, provisional, restated and undated figures, and what the files say of themselves."""
    found = remarks(material.standing)
    blocks: list[Block] = []
    for strategy in material.standing.strategies:
        words = material.strategies[strategy.id]
        blocks += [Paragraph(label("taken-from", source=sentence(words.source)))] if words.source else []
        blocks += [Paragraph(sentence(words.note))] if words.note else []
    blocks += [Points(_left_out(material.withheld))] if material.withheld else []
    blocks += [Points(vague)] if (vague := undated(material.standing)) else []
    blocks += [Points(others)] if (others := sources_of_others(material.standing)) else []
    blocks += [Points(few)] if (few := small_cohorts(material.standing)) else []
    if found:
        rows = tuple((cell(_note(one)), cell(_figures(one))) for one in found)
        blocks.append(Table(label("notes-on-figures"), columns("note", "true-of"), rows))
    none = label("none-read") if material.standing.unread else label("none-of-it")
    return Section(label("notes-on-data"), 1, tuple(blocks) or (Paragraph(none),))


def _left_out(withheld: WithheldCounts) -> tuple[str, ...]:
    """Says what the public version leaves out, and by which rule."""
    said = [label("public-version", threshold=str(withheld.threshold)), label("public-groups")]
    if withheld.figures:
        said.append(
            label("public-figures-one" if withheld.figures == 1 else "public-figures", number=f"{withheld.figures:,}")
        )
    if withheld.measures:
        measures = counted(withheld.measures, "measure")
        said.append(label("public-measures-one" if withheld.measures == 1 else "public-measures", measures=measures))
    said.append(label("public-unless-internal" if withheld.in_public else "public-where-marked"))
    return tuple(said)


def _note(one: Remark) -> str:
    """What a file says stands as it is; a sentence of ours has its dates as people say them."""
    return one.text if one.kind == "note" else dates_in(one.text)


def _figures(one: Remark) -> str:
    return semicolons([phrase("two-words", first=title, second=when(period)) for title, period in one.figures])


def glossary(material: Material) -> Section:
    """The section that explains the rules this report makes use of, and no others."""
    explained = terms(terms_used(material), material.red_after)
    rows = tuple((cell(name), cell(words)) for name, words in explained)
    table = Table(label("rules-used"), columns("word", "what-it-means"), rows)
    return Section(label("glossary"), 1, (table,) if rows else (Paragraph(label("no-rule-used")),))


def terms(used: Collection[str], red_after: str) -> list[tuple[str, str]]:
    """Name and meaning of each rule in `used`, in the order of the glossary; reasons not to rate come last."""
    limit = red_after if red_after[0].isdigit() else phrase("one-period", period=red_after)
    known = {f"means-{key.replace(':', '-')}".rstrip("-") for key in used}
    found = [(phrase(_named(name)), phrase(name, limit=limit)) for name in GLOSSARY if name in known]
    grey = [why for why in REASONS if f"grey:{why}" in used]
    return found + [(label("not-rated"), sentence(phrase(f"unrated-{why}"))) for why in grey]


_HEADED = {
    "means-clock-slipped": "slipped",
    "means-arrow-short": "since-period-before",
    "means-arrow-long": "since-year-before",
    "means-arrow-trend": "trend",
    "means-position": "beside-others",
    "means-need-silent": "silent-head",
}
"""Rules that are called as the column or the head that they stand under."""


def _named(meaning: str) -> str:
    return _HEADED.get(meaning, meaning.replace("means-", "term-", 1))
