"""The few elements of WordprocessingML that python-docx has no words for: fields, bookmarks, links, shading."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def element(name: str, /, *inside: Any, **attributes: str) -> Any:
    """Makes an element of WordprocessingML, with its attributes in the same name space."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    for each in inside:
        made.append(each)
    return made


def shading(fill: str) -> Any:
    """Makes the background colour (`#rrggbb`) of a paragraph or a cell."""
    return element("shd", val="clear", color="auto", fill=fill.removeprefix("#"))


def text_run(text: str, *, leftward: bool = False) -> Any:
    """Makes a run of text; `leftward` where it runs from right to left."""
    made = element("t")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return element("r", element("rPr", element("rtl")), made) if leftward else element("r", made)


def field(code: str, shown: str) -> list[Any]:
    """Makes a field, with what it shows until Word works it out."""
    told = element("instrText")
    told.text = f" {code} "
    told.set(qn("xml:space"), "preserve")
    return [_mark("begin"), element("r", told), _mark("separate"), text_run(shown), _mark("end")]


def _mark(kind: str) -> Any:
    return element("r", element("fldChar", fldCharType=kind))


def bookmark(heading: Paragraph, n: int, name: str) -> None:
    """Puts a bookmark round a heading."""
    place = heading._p  # noqa: SLF001 - python-docx has no bookmarks
    place.insert(1 if place.pPr is not None else 0, element("bookmarkStart", id=str(n), name=name))
    place.append(element("bookmarkEnd", id=str(n)))


def append(line: Paragraph, *parts: Any) -> None:
    """Appends elements to a paragraph."""
    for part in parts:
        line._p.append(part)  # noqa: SLF001 - as above
