"""Measures that a reader must look at twice: claims that figures may not bear out, and what got worse, and why."""

from strategy_tracker.briefing.material import Material
from strategy_tracker.model.names.labels import Word, label, phrase
from strategy_tracker.views.document import Section
from strategy_tracker.views.sheet import Table, cell, columns, without_empty

_HOLDS: dict[str, Word] = {"yes": "kept-yes", "partly": "holds-partly", "no": "kept-no"}


def claims(material: Material) -> Section | None:
    """The section of claims about measures and what the figures say of them; None where there are none."""
    heads = columns("measure", "claim", "does-it-hold", "what-figures-say", "source")
    rows = tuple(
        (
            cell(one.title),
            cell(claim.text),
            cell(phrase(_HOLDS[claim.holds]) if claim.holds else None),
            cell(claim.check),
            cell(claim.source),
        )
        for one in material.standing.measures.values()
        for claim in one.about.claims
    )
    table = without_empty(Table(label("claim"), heads, rows), keep=2)
    return Section(label("figures-with-care"), 1, (table,)) if rows else None
