"""A report as one HTML file: no script, nothing fetched, every text escaped, every colour with its mark and word."""

from strategy_tracker.views.document import Document
from strategy_tracker.views.formats.kit import Face, write_page

Link = tuple[str, str]
"""The title of a section and its name in the page."""


def write(document: Document) -> bytes:
    """Writes the whole page in UTF-8."""
    face = Face(
        title=f"{document.title}: {document.subtitle}",
        skip=document.frame.skip,
        organisation=document.organisation or "",
        branding=document.branding._replace(language=document.language),
        sheets=("paper.css",),
    )
    return write_page("paper.html", face, document=document, contents=_contents(document)).encode()


def _contents(document: Document) -> list[tuple[Link, list[Link]]]:
    """Links to the sections of level 1, with those of level 2 under them."""
    listed: list[tuple[Link, list[Link]]] = []
    for n, section in enumerate(document.sections, 1):
        link = (section.title, f"s{n}")
        if section.level == 1 or not listed:
            listed.append((link, []))
        elif section.is_listed:
            listed[-1][1].append(link)
    return listed
