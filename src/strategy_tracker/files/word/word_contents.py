"""Finds what Word would fetch or run in the parts of a template, read as XML: references, fields, foreign objects."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from xml.parsers import expat

DAMAGED = "the template is damaged"
_DEPTH = 200
"""Elements one inside the other; lxml, which reads the template after us, stops at 256."""
_R = "/relationships"
_VML = "urn:schemas-microsoft-com:"
_CLICKED = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
_DROPPED = {"attachedTemplate"}
"""What a report is written without."""

_FOREIGN = {
    "oleObject": "an embedded object",
    "OLEObject": "an embedded object",
    "object": "an embedded object",
    "package": "an embedded file",
    "embeddedPackage": "an embedded file",
    "control": "a control that runs a program",
    "activeXControlBinary": "a control that runs a program",
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "attachedToolbars": "buttons that run a program",
    "keyMapCustomizations": "keys that run a program",
    "extensibility": "buttons that run a program",
    "webextension": "a page of the web",
    "webextensiontaskpanes": "a page of the web",
    "aFChunk": "another document in it",
    "altChunk": "another document in it",
    "subDocument": "another document in it",
    "subDoc": "another document in it",
    "frame": "another document in it",
    "frameset": "another document in it",
    "mailMerge": "a list of addresses",
    "mailMergeSource": "a list of addresses",
    "mailMergeHeaderSource": "a list of addresses",
    "recipientData": "a list of addresses",
    "transform": "a program that changes it",
    "saveThroughXslt": "a program that changes it",
    "scriptAnchor": "a program",
    "webVideoPr": "a film of the web",
}
"""What brings in more than a page, by the name of its element or the last word of its relationship's type."""

_FIELDS = frozenset(
    "= ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE "  # noqa: SIM905
    "DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT "
    "GOTOBUTTON HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD MERGEREC MERGESEQ NEXT "
    "NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION "
    "SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC "
    "USERADDRESS USERINITIALS USERNAME XE".split()
)
"""Fields that take what they show from the document itself (ECMA-376, part 1, 17.16.5).

A list of the others would never be whole: DDE, DDEAUTO, LINK, INCLUDETEXT, INCLUDEPICTURE, IMPORT, DATABASE, RD,
MACROBUTTON, and whatever a later Word brings.
"""

_PARTS = {
    "document": "the text",
    "header": "a header",
    "footer": "a footer",
    "footnotes": "the notes",
    "endnotes": "the notes",
    "comments": "the comments",
    "settings": "the settings",
    "webSettings": "the settings",
    "styles": "the styles",
    "numbering": "the lists",
}


class Reference(NamedTuple):
    """A relationship of a part: its kind, and whether what it names lies outside the package."""

    kind: str
    is_outside: bool


class Fault(Exception):
    """What makes a template unusable, in words, and what its owner does about it in Word."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message, self.next_step = message, next_step or "save it in Word as .docx or .dotx"


def place(name: str) -> str:
    """Names a part of the package as a person sees it: `word/footer2.xml` is 'a footer'."""
    stem = re.sub(r"\d*\.\w+$", "", name.rpartition("/")[2])
    return _PARTS.get(stem, f"'{name}'")


def xml_parts(types: bytes, names: Iterable[str]) -> list[str]:
    """The parts that are XML by their name or by the list of types. Raises `Fault` for types of programs."""
    endings, parts = set[str](), set[str]()

    def start(_tag: str, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("ContentType", "").lower()
        if "macroenabled" in kind or "vbaproject" in kind:
            raise Fault("the template has macros")
        if re.search(r"\bxml\b", kind):
            endings.add(attributes.get("Extension", "xml").lower())
            parts.add(attributes.get("PartName", "").lower())

    _read(types, start)
    endings |= {"xml", "rels"}
    return [name for name in names if name.rpartition(".")[2].lower() in endings or f"/{name}".lower() in parts]


def read_references(name: str, data: bytes) -> dict[str, Reference]:
    """The relationships of one part by their ids. Raises `Fault` for one that brings in what is no page."""
    found: dict[str, Reference] = {}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag.rpartition(" ")[2] != "Relationship":
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        outside = attributes.get("TargetMode", "Internal").strip().lower() != "internal"
        outside = outside or re.match(r"\s*(?:[A-Za-z][\w+.-]*:|//|\\\\)", target) is not None
        if kind in _FOREIGN:
            raise _foreign(name, kind)
        if outside and kind not in _CLICKED and not (kind in _DROPPED and name.endswith("/settings.xml.rels")):
            raise _fetches(name)
        found[attributes.get("Id", "")] = Reference(kind, outside)

    _read(data, start)
    return found


def check_part(name: str, data: bytes, references: Mapping[str, Reference]) -> None:
    """Look through one part. Raises `Fault` for what Word would fetch, or run, on opening it."""
    fields = _Fields(name)

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        space, _, local = tag.rpartition(" ")
        if local in _FOREIGN and ("wordprocessing" in space or space.startswith(_VML)):
            raise _foreign(name, local)
        for key, value in attributes.items():
            where, _, word = key.rpartition(" ")
            named = references.get(value) if where.endswith(_R) else None
            if named and named.is_outside and local not in _CLICKED | _DROPPED:
                raise _fetches(name)
            if (
                space.startswith(_VML)
                and word in ("src", "href", "althref")
                and local in ("imagedata", "fill", "stroke")
            ):
                raise _fetches(name)
        if "wordprocessingml" in space:
            fields.start(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    _read(data, start, fields.end, fields.text)
    fields.close()


def _read(
    data: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] = lambda _: None,
    text: Callable[[str], None] = lambda _: None,
) -> None:
    """Give each element and text of some XML to the functions. Raises `Fault` where it is not plain XML."""
    depth = 0

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            raise Fault(DAMAGED)
        start(tag, attributes)

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(tag)

    def declared(*_: object) -> None:
        raise Fault("the template declares entities, as Word never does")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, declared
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise Fault(DAMAGED) from None


def _foreign(name: str, kind: str) -> Fault:
    where = place(name.replace("_rels/", "").removesuffix(".rels"))
    return Fault(f"{where} of the template has {_FOREIGN[kind]}", "take it out in Word, and save it as .docx or .dotx")


def _fetches(name: str) -> Fault:
    where = place(name.replace("_rels/", "").removesuffix(".rels"))
    return Fault(
        f"{where} of the template shows something that is not in it",
        "in Word: File, Info, Edit Links to Files, Break Link",
    )


class _Fields:
    """The fields of one part, whose code may come in many runs, and may hold other fields."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._codes: list[str | None] = []
        """The code of each open field; None once its result begins."""
        self._reads = False

    def start(self, local: str, attributes: Mapping[str, str]) -> None:
        self._reads = local in ("instrText", "delInstrText", "t", "delText")
        if local == "fldSimple":
            self._check(attributes.get("instr", ""))
        elif local == "fldChar":
            self._mark(attributes.get("fldCharType", ""))

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            if self._codes and self._codes[-1] is not None and not self._codes[-1].strip():
                self._check("")  # the name of the field outside is what the field inside results in
            self._codes.append("")
        elif self._codes and kind in ("separate", "end"):
            code = self._codes.pop()
            if code is not None:
                self._check(code)
            if kind == "separate":
                self._codes.append(None)

    def end(self, _tag: str) -> None:
        self._reads = False

    def text(self, text: str) -> None:
        if self._reads and self._codes and self._codes[-1] is not None:
            self._codes[-1] += text

    def close(self) -> None:
        """A field that never ends is read by Word to the end of the part."""
        for code in self._codes:
            if code is not None:
                self._check(code)

    def _check(self, code: str) -> None:
        word = re.match(r'\s*(=|[^\s\\"{=]*)', code)
        name = word[1].upper() if word else ""
        if name not in _FIELDS:
            shown = f"the field '{name[:40]}', which may fetch or run something" if name else "a field without a name"
            step = "in Word: click on it, press Ctrl+Shift+F9 (its text stays), and save"
            raise Fault(f"{place(self._name)} of the template has {shown}", step)
