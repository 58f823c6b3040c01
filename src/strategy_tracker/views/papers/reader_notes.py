"""The notes at the end of a report: measures not rated, gaps in the record, notes on the data, and a glossary."""

import re
from collections.abc import Collection, Iterator
from functools import cache

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
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.papers.of_measures.figure_words import reading
from strategy_tracker.views.papers.of_measures.with_care import claims
from strategy_tracker.views.sheet import Column, Table, cell, columns
from strategy_tracker.views.templates import read_template
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
            blocks.append(Paragraph(f"{strategy.title}:"))
        blocks.append(Points(strategy.gaps) if strategy.gaps else Paragraph("Nothing is known to be missing."))
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
    return Section(label("notes-on-data"), 1, tuple(blocks) or (Paragraph("None."),))


def _left_out(withheld: WithheldCounts) -> tuple[str, ...]:
    """Says what the public version leaves out, and by which rule."""
    said = [
        f"This is the public version. Counts under {withheld.threshold}, and shares that stand on one, are suppressed.",
        "Where one is in a group, none of its parts is shown, only the total; nothing says which of them is small.",
    ]
    if withheld.figures:
        said.append(f"{counted(withheld.figures, 'figure')} {_are(withheld.figures)} suppressed.")
    if withheld.measures:
        said.append(
            f"{counted(withheld.measures, 'measure')} {_are(withheld.measures)} named without figures, because "
            "nobody has marked them as meant for publication."
        )
    shown = "unless it is marked internal; then" if withheld.in_public else "only where it is marked public; otherwise"
    said.append(f"What people wrote of an action stands here {shown} 'not published'.")
    return tuple(said)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _note(one: Remark) -> str:
    """What a file says stands as it is; a sentence of ours has its dates as people say them."""
    return one.text if one.kind == "note" else dates_in(one.text)


def _figures(one: Remark) -> str:
    return "; ".join(f"{title}, {when(period)}" for title, period in one.figures)


def glossary(material: Material) -> Section:
    """The section that explains the rules this report makes use of, and no others."""
    explained = terms(terms_used(material), material.red_after)
    rows = tuple((cell(name), cell(words)) for name, words in explained)
    table = Table(label("rules-used"), columns("word", "what-it-means"), rows)
    return Section(label("glossary"), 1, (table,) if rows else (Paragraph("No rule was used."),))


def terms(used: Collection[str], red_after: str) -> list[tuple[str, str]]:
    """Name and meaning of each rule in `used`, in the order of the glossary; reasons not to rate come last."""
    limit = red_after if red_after[0].isdigit() else f"one {red_after}"
    known = read_terms().items()
    found = [(name, words.replace("{red_after}", limit)) for key, (name, words) in known if key in used]
    grey = [(why, text) for why, text in REASONS.items() if f"grey:{why}" in used]
    return found + [(f"Not rated: {why.replace('-', ' ')}", f"{text[:1].upper()}{text[1:]}.") for why, text in grey]


@cache
def read_terms() -> dict[str, tuple[str, str]]:
    """What people call each rule, and what it means, by the name that `terms_used` gives it."""
    found = re.findall(r"^## `(.+?)` (.+)\n\n((?:.+\n)+)", read_template("glossary.md"), re.MULTILINE)
    return {key: (name, " ".join(words.split())) for key, name, words in found}
