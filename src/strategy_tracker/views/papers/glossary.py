"""The glossary at the end of a report: every rule the report uses, in a sentence for somebody who has never seen it."""

import re
from collections.abc import Collection
from functools import cache

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.notes import REASONS
from strategy_tracker.briefing.terms import terms_used
from strategy_tracker.views.document import Paragraph, Section
from strategy_tracker.views.sheet import Column, Table, cell
from strategy_tracker.views.templates import read_template


def glossary(material: Material) -> Section:
    """The rules this report makes use of, and no others."""
    explained = terms(terms_used(material), material.red_after)
    rows = tuple((cell(name), cell(words)) for name, words in explained)
    table = Table("Rules used", (Column("Word"), Column("What it means here")), rows)
    return Section("Glossary of the rules used", 1, (table,) if rows else (Paragraph("No rule was used."),))


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
