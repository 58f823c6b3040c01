"""A paper in the form of its body: the lines of its head, its fixed texts, and numbers before its paragraphs."""

from collections.abc import Iterator, Sequence

from strategy_tracker.model.names.labels import Label
from strategy_tracker.model.paper_template import BRACKETS, PaperTemplate
from strategy_tracker.views.document import Block, Document, Paragraph, Section
from strategy_tracker.views.text import sentence

_PLACES = {
    "for": "body",
    "meeting": "meeting",
    "next-meeting": "meeting",
    "author": "author",
    "as-at": "as_at",
    "decision-type": "decision_type",
    "wards": "wards",
    "contact": "contact",
    "chief-officer": "chief_officer",
}
"""What stands in the brackets of a head, by the name of the line that tells it otherwise."""
_UNKNOWN = "not said"


def put_in_template(document: Document, template: PaperTemplate, lines: Sequence[tuple[str, str]]) -> Document:
    """Puts a document in the form of its body; what the template says is in the body's own words already.

    `lines` are those of its cover before they were put in the body's words. Fixed texts stand after what is told and
    before the annexes.
    """
    fixed = tuple(Section(name, 1, (Paragraph(sentence(text)),)) for name, text in template.texts.items())
    first = next((n for n, one in enumerate(document.sections) if one.annex), len(document.sections))
    sections = (*document.sections[:first], *fixed, *document.sections[first:])
    names = [_PLACES.get(name.name, "") if isinstance(name, Label) else "" for name, _ in lines]
    return document._replace(
        facts=_head(document, template, names),
        sections=tuple(_numbered(sections)) if template.numbered else sections,
    )


def _head(document: Document, template: PaperTemplate, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The lines of the head: a line of the template that tells one of ours stands in its place, and all before ours."""
    used = {name for text in template.heading.values() for name in BRACKETS.findall(text)}
    values = {"title": document.title} | {
        name: value for name, (_, value) in zip(names, document.facts, strict=True) if name
    }
    told = dict.fromkeys(used, _UNKNOWN) | values
    lines = template.heading.items()
    own = tuple((name, BRACKETS.sub(lambda found: told[found[1]], text)) for name, text in lines)
    others = tuple(fact for name, fact in zip(names, document.facts, strict=True) if name not in used)
    return (*own, *others) if used else (*others, *own)


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
