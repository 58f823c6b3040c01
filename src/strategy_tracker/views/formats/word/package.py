"""The zip package of a Word document: opened from the body's template, and closed to the same bytes each time."""

import io
import zipfile
from datetime import datetime, time
from typing import Any

import docx
from docx.document import Document as Paper
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from strategy_tracker.problem import Problem
from strategy_tracker.views.document import Document
from strategy_tracker.views.formats.word.xml import element
from strategy_tracker.views.text import visible

_PROGRAM = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>strategy-tracker</Application></Properties>"
)
_UNUSED = (
    "/thumbnail",
    "/stylesWithEffects",
    "/customXml",
    "/custom-properties",
    "/attachedTemplate",
    "/glossaryDocument",
)
"""Parts of a template that say who made it and where, that Word would fetch, or that are for writing in it."""

_FIXED = (1980, 1, 1, 0, 0, 0)


def open_paper(template: bytes | None) -> Paper:
    """Opens an empty paper: ours, or the body's template with its page, headers and footers.

    Raises `Problem` for a template that lacks what every document of Word has.
    """
    if template is None:
        return docx.Document()
    try:
        paper = docx.Document(io.BytesIO(template))
        body: Any = paper.element.body
        for each in [each for each in body if each.tag != qn("w:sectPr")]:
            body.remove(each)
        _look_at_what_is_needed(paper)
    except Exception as error:  # python-docx has no error of its own for a damaged file: KeyError, TypeError and others
        raise Problem(
            "the Word template of the settings is damaged", "open it in Word, and save it again as .docx"
        ) from error
    return paper


def _look_at_what_is_needed(paper: Paper) -> None:
    """Raise what python-docx raises where a part that we write into is missing or another thing."""
    page = paper.sections[0]
    for edge in (page.header, page.footer):
        _ = edge.is_linked_to_previous or edge.paragraphs  # to ask for the lines of one that is not there makes it
    _ = (paper.styles["Normal"].name, paper.settings.element.tag, paper.core_properties.author)
    paper.part.part_related_by(RT.SETTINGS)


def set_properties(paper: Paper, document: Document) -> None:
    """Sets the document's properties; the only day is the as-at date, and no machine or person is named."""
    about, day = paper.core_properties, datetime.combine(document.as_at, time())
    about.title, about.subject = _short(document.title), _short(document.subtitle)
    about.author = about.last_modified_by = _short(document.organisation or "")
    about.comments = about.keywords = about.category = about.content_status = about.identifier = about.version = ""
    about.language = document.language
    about.created = about.modified = about.last_printed = day
    about.revision = 1


def _short(text: str) -> str:
    """Cuts a text to what a property has room for."""
    return visible(text)[:255]


_AFTER_FIELDS = (
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
    "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""Settings that stand after the one that has fields worked out: their order is that of ECMA-376, 17.15.1.78."""
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"


def ask_for_fields(paper: Paper) -> None:
    """Has Word work out the fields of a document as it opens it, which it asks its reader first."""
    settings: Any = paper.settings.element
    for old in settings.findall(qn("w:updateFields")):
        settings.remove(old)
    later = {_MATHS, *(qn(f"w:{name}") for name in _AFTER_FIELDS)}
    place = next((n for n, one in enumerate(settings) if one.tag in later), len(settings))
    settings.insert(place, element("updateFields", val="true"))


def close_paper(paper: Paper) -> bytes:
    """Closes the package in a fixed order with a fixed time: the same document is always the same bytes."""
    _forget(paper)
    first, made = io.BytesIO(), io.BytesIO()
    paper.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            new.writestr(entry, _PROGRAM if name == "docProps/app.xml" else old.read(name))
    return made.getvalue()


def _forget(paper: Paper) -> None:
    """Removes what a reader has no use for, and what names a file elsewhere."""
    for attached in list(paper.settings.element.iter(qn("w:attachedTemplate"))):
        attached.getparent().remove(attached)
    settings = paper.part.part_related_by(RT.SETTINGS)
    for relations in (paper.part.package.rels, paper.part.rels, settings.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(_UNUSED)]:
            del relations[key]
