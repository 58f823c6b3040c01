"""How one body wants its papers: the lines of their head, texts that stand in each, numbers, and for whom they are."""

from collections.abc import Mapping

from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Text


class PaperTemplate(Record):
    """What every paper for a body has beside what follows from the files."""

    heading: dict[Text, Text] = {}
    """Lines of its head, in this order: {Decision type: Non-urgent, Wards: All, Chief officer: Director of Parks}."""
    texts: dict[Text, Text] = {}
    """Texts that stand at its end under headings of their own, in this order: {Legal implications: None}."""
    numbered: bool = False
    """True where sections and paragraphs are numbered: 1, 1.1, 1.2."""
    public: bool = False
    """True where its papers are for the public unless '--internal' says otherwise."""


def template_for(templates: Mapping[str, PaperTemplate], body: str) -> PaperTemplate | None:
    """The template of the body that is meant, whose name may be a part of it; None where there is none, or several."""
    form = name_form(body)
    exact = [one for name, one in templates.items() if name_form(name) == form]
    found = exact or [one for name, one in templates.items() if form and form in name_form(name)]
    return found[0] if len(found) == 1 else None
