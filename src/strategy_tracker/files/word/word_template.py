"""Takes a Word template only without programs in it, and without anything that Word would fetch on opening it.

A picture on a server tells it who reads, and a share of Windows is even sent the reader's credentials.
"""

import io
import posixpath
import re
import zipfile
import zlib

from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.word.word_contents import DAMAGED, Fault, check_part, read_references, xml_parts

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = "[Content_Types].xml"
_OTHER = "the template is not a Word document"
_UNPACKED = 60_000_000
_PARTS = 2_000


def read_template(data: bytes) -> bytes:
    """Turn a template into a document that can be written into. Raises `Unreadable`."""
    try:
        parts = _parts(data)
        types = parts.get(_TYPES, b"").decode("utf-8", "replace")
        _check(parts, types)
    except Fault as fault:
        raise Unreadable("wrong-kind-of-file", fault.message, next_step=fault.next_step) from None
    return _as_document(parts, types) if f"{_MAIN}template.main" in types else data


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_size(package.infolist())
            return {part.filename: package.read(part) for part in package.infolist()}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        raise Fault(_OTHER) from None


def _check_size(listed: list[zipfile.ZipInfo]) -> None:
    if sum(part.file_size for part in listed) > _UNPACKED:
        raise Unreadable("too-big", "the template unpacks to more than 60 MB", next_step="take pictures out of it")
    if len(listed) > _PARTS:
        raise Unreadable("too-big", f"the template has {len(listed):,} parts", next_step="take pictures out of it")
    if len({part.filename.lower() for part in listed}) < len(listed):
        raise Fault(DAMAGED)  # of two parts with one name Word may open the one that we did not look at


def _check(parts: dict[str, bytes], types: str) -> None:
    """Look through every part that is XML. Raises `Fault` for what Word would fetch, or run, on opening it."""
    if "word/document.xml" not in parts or not re.search(f"{re.escape(_MAIN)}(document|template).main", types):
        raise Fault("the template has macros" if "macroEnabled" in types else _OTHER)
    if any("vbaproject" in name.lower() for name in parts):
        raise Fault("the template has macros")
    names = xml_parts(parts[_TYPES], parts)
    references = {name.lower(): read_references(name, parts[name]) for name in names if name.endswith(".rels")}
    for name in names:
        folder, own = posixpath.split(name.lower())
        check_part(name, parts[name], references.get(posixpath.join(folder, "_rels", f"{own}.rels"), {}))


def _as_document(parts: dict[str, bytes], types: str) -> bytes:
    """The same package, called a document: what is made from a template is no template."""
    parts[_TYPES] = types.replace(f"{_MAIN}template.main", f"{_MAIN}document.main").encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()
