"""Takes a Word template only without programs in it, and without anything that Word would fetch on opening it."""

import io
import re
import zipfile
import zlib

from strategy_tracker.files.check_text import Unreadable

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_UNPACKED = 60_000_000
_HARMLESS = ("/hyperlink", "/attachedTemplate")
"""Kinds of outside reference that are not fetched: a link is only followed by a click, the other one is dropped."""

# What is marked External (ECMA-376, part 2) is fetched when the document is opened: a picture on a server tells it who
# reads, and a share of Windows is even sent the reader's credentials.
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_KIND = re.compile(rb"\bType\s*=\s*[\"']([^\"']*)[\"']")


def read_template(data: bytes) -> bytes:
    """Turn a template into a document that can be written into. Raises `Unreadable`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _parts(package)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        raise _unusable("the template is not a Word document") from None
    types = parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
    if "macroEnabled" in types or any("vbaproject" in name.lower() for name in parts):
        raise _unusable("the template has macros")
    if "word/document.xml" not in parts or not re.search(f"{re.escape(_MAIN)}(document|template).main", types):
        raise _unusable("the template is not a Word document")
    for name, part in parts.items():
        if name.endswith(".rels"):
            _check_references(part)
    return _as_document(parts, types) if f"{_MAIN}template.main" in types else data


def _unusable(message: str) -> Unreadable:
    return Unreadable("wrong-kind-of-file", message, next_step="save it in Word as .docx or .dotx")


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    if sum(part.file_size for part in package.infolist()) > _UNPACKED:
        raise Unreadable("too-big", "the template unpacks to more than 60 MB", next_step="take pictures out of it")
    return {part.filename: package.read(part) for part in package.infolist()}


def _check_references(part: bytes) -> None:
    for found in _OUTSIDE.findall(part):
        kind = _KIND.search(found)
        if kind is None or not kind[1].decode("ascii", "replace").endswith(_HARMLESS):
            raise Unreadable(
                "wrong-kind-of-file",
                "the template shows something that is not in it",
                next_step="in Word: File, Info, Edit Links to Files, Break Link",
            )


def _as_document(parts: dict[str, bytes], types: str) -> bytes:
    """The same package, called a document: what is made from a template is no template."""
    parts["[Content_Types].xml"] = types.replace(f"{_MAIN}template.main", f"{_MAIN}document.main").encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()
