"""A paper in the form of its body: the lines of its head, its fixed texts, and numbers before its paragraphs."""

from collections.abc import Iterator

from strategy_tracker.model.paper_template import PaperTemplate
from strategy_tracker.views.document import Block, Document, Paragraph, Section
from strategy_tracker.views.text import sentence


def put_in_template(document: Document, template: PaperTemplate) -> Document:
    """Puts a document in the form of its body; what the template says is in the body's own words already.

    Fixed texts stand after what is told and before the annexes.
    """
    fixed = tuple(Section(name, 1, (Paragraph(sentence(text)),)) for name, text in template.texts.items())
    first = next((n for n, one in enumerate(document.sections) if one.annex), len(document.sections))
    sections = (*document.sections[:first], *fixed, *document.sections[first:])
    facts = (*document.facts, *template.heading.items())
    return document._replace(facts=facts, sections=tuple(_numbered(sections)) if template.numbered else sections)


def _numbered(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Numbers sections, and the paragraphs in each and in those under it; annexes have none."""
    number = paragraphs = 0
    for section in sections:
        if section.annex:
            yield section
            continue
        if section.level == 1:
            number, paragraphs = number + 1, 0
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Paragraph):
                paragraphs += 1
                block = block._replace(number=f"{number}.{paragraphs}")  # noqa: PLW2901 - the same one, numbered
            blocks.append(block)
        title = f"{number}. {section.title}" if section.level == 1 else section.title
        yield section._replace(title=title, blocks=tuple(blocks))
