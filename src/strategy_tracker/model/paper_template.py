"""How one body wants its papers: the lines of their head, texts that stand in each, numbers, and for whom they are."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Text, Texts, refuse

FILLED = ("title", "body", "meeting", "author", "as_at", "decision_type", "wards", "contact", "chief_officer")
"""What a line of a head may have in brackets: what is known of a paper, and what its template says."""
BRACKETS = re.compile(r"\{([^{}]*)\}")


def _fillable(lines: dict[str, str]) -> dict[str, str]:
    for name in (found for text in lines.values() for found in BRACKETS.findall(text)):
        if name not in FILLED:
            raise refuse(
                "wrong-shape", f"nothing is known of a paper as '{{{name}}}'", f"write one of {{{'}, {'.join(FILLED)}}}"
            )
    return lines


class PaperTemplate(Record):
    """What every paper for a body has beside what follows from the files."""

    heading: Annotated[dict[Text, Text], AfterValidator(_fillable)] = {}
    """Lines of its head, in this order: {Decision maker: '{body}', Date: '{meeting}', Title: '{title}'}."""
    texts: dict[Text, Text] = {}
    """Texts that stand at its end under headings of their own, in this order: {Legal implications: None}."""
    numbered: bool = False
    """True where sections and paragraphs are numbered: 1, 1.1, 1.2."""
    public: bool | None = None
    """Whether its papers are for the public unless '--internal' says otherwise. Left out: those of a committee are."""
    decision_type: Text | None = None
    """What sort of decision is asked for, such as 'Non-urgent, non-executive, non-key'."""
    wards: Texts = ()
    """The wards that its papers are about."""
    contact: Text | None = None
    """The post that answers questions about its papers. Left out: the contact of the strategy."""
    chief_officer: Text | None = None
    """The post that answers for its papers."""


def template_for(templates: Mapping[str, PaperTemplate], body: str) -> PaperTemplate | None:
    """The template of the body that is meant, whose name may be a part of it; None where there is none, or several."""
    form = name_form(body)
    exact = [one for name, one in templates.items() if name_form(name) == form]
    found = exact or [one for name, one in templates.items() if form and form in name_form(name)]
    return found[0] if len(found) == 1 else None
