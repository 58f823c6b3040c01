"""A look into a workbook before anything of it is used: how much it holds, what stands in which cell, nothing hostile.

A workbook is a packed folder of XML. It is read once as a stream, by a parser that expands nothing, so that a bomb, a
declaration of entities or a cell at the end of the world is found before a library makes objects of it.
"""

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from typing import IO, NamedTuple
from xml.parsers import expat

from strategy_tracker.intake.outline import GridSpot, column_number
from strategy_tracker.intake.readers.limits import CELLS, COLUMNS, LETTERS, PARTS, RATIO, ROWS, UNPACKED, too_much
from strategy_tracker.problem import Problem

_CHUNK = 1 << 16
_SAVE = "open it in a spreadsheet program and save it as .xlsx"


class PackedSheet(NamedTuple):
    """What one sheet holds: every cell that stands in it, and which of them are worked out."""

    cells: list[GridSpot]
    formulas: set[GridSpot]


class Packed(NamedTuple):
    """What a workbook holds: its sheets in order by name, and sentences about what is not looked at."""

    sheets: dict[str, PackedSheet]
    remarks: tuple[str, ...]


def look_into(name: str, data: bytes) -> Packed:
    """Look through a workbook. Raises `Problem` with one sentence where it is none, is hostile, or is too large."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Problem(f"{name} is locked with a password, or of an old kind", f"{_SAVE} without a password")
    try:
        with zipfile.ZipFile(BytesIO(data)) as folder:
            return _through(name, folder)
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        zipfile.LargeZipFile,
        OSError,
        ValueError,
        zlib.error,
    ):
        raise Problem(f"{name} is no workbook, or only a part of one", _SAVE) from None
    except (expat.ExpatError, LookupError):  # a part may say that it is of an encoding that nobody knows
        raise Problem(f"{name} is damaged inside", _SAVE) from None


def look_through(name: str, data: bytes, holds: str, kind: str, save: str) -> set[str]:
    """The names of the parts of another packed file, such as a document, which must hold the part `holds`.

    Raises `Problem` with one sentence where it is none, is hostile, or is too large; `save` says what to do about it.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Problem(f"{name} is locked with a password, or of an old kind", f"{save} without a password")
    try:
        with zipfile.ZipFile(BytesIO(data)) as folder:
            parts = folder.infolist()
            _sizes(name, parts)
            if holds not in {part.filename for part in parts}:
                raise Problem(f"{name} holds no {kind}", save)
            total = 0
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    with folder.open(part) as stream:
                        total += _feed(name, _Reader(name, texts=False), stream, UNPACKED - total)
            return {part.filename for part in parts}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error):
        raise Problem(f"{name} is no {kind}, or only a part of one", save) from None
    except (expat.ExpatError, LookupError):
        raise Problem(f"{name} is damaged inside", save) from None


def _through(name: str, folder: zipfile.ZipFile) -> Packed:
    parts = folder.infolist()
    _sizes(name, parts)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise Problem(f"{name} holds no workbook", _SAVE)
    total = 0
    found: dict[str, PackedSheet] = {}
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        reader = _Reader(name, texts=part.filename.startswith(("xl/worksheets/", "xl/sharedStrings")))
        with folder.open(part) as stream:
            total += _feed(name, reader, stream, UNPACKED - total)
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename):
            found[part.filename] = PackedSheet(reader.cells, reader.formulas)
            if len(reader.filled_rows) > ROWS:
                raise too_much(f"a sheet of {name}", ROWS, "rows with something in them")
    if sum(len(one.cells) for one in found.values()) > 2 * CELLS:
        raise too_much(name, 2 * CELLS, "cells")
    return Packed(_by_name(folder, found), tuple(_remarks(names)))


def _sizes(name: str, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > PARTS:
        raise too_much(name, PARTS, "parts")
    if sum(part.file_size for part in parts) > UNPACKED:
        raise too_much(name, UNPACKED, "bytes when it is unpacked")
    for part in parts:
        if part.file_size > 1_000_000 and part.file_size > RATIO * max(part.compress_size, 1):
            raise Problem(f"{name} grows more than {RATIO} times when it is unpacked, and is not read", _SAVE)
        if part.flag_bits & 1:
            raise Problem(f"{name} is locked with a password", f"{_SAVE} without a password")


def _feed(name: str, reader: "_Reader", stream: IO[bytes], left: int) -> int:
    """Read a part through; give its size, which is what really comes, not what the folder says of it."""
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > left:
            raise too_much(name, UNPACKED, "bytes when it is unpacked")
        reader.parser.Parse(chunk, False)
    reader.parser.Parse(b"", True)
    return size


class _Reader:
    """Reads one part: refuses declarations, and notes the cells of a sheet with their places."""

    def __init__(self, name: str, *, texts: bool) -> None:
        self.name = name
        self.cells: list[GridSpot] = []
        self.formulas: set[GridSpot] = set()
        self.filled_rows: set[int] = set()
        self._row = self._column = self._letters = 0
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        if texts:
            self.parser.CharacterDataHandler = self._text

    def _refuse(self, *_: object) -> None:
        raise Problem(
            f"{self.name} holds a declaration (DOCTYPE), which no program writes that makes such files", _SAVE
        )

    def _start(self, tag: str, given: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        self._letters = 0
        if tag == "row":
            self._row, self._column = int(given.get("r", self._row + 1)), 0
        elif tag == "c":
            self._cell(given.get("r", ""))
        elif tag == "f":
            self.formulas.add(GridSpot(self._row, self._column))
        elif tag in ("v", "is"):
            self.filled_rows.add(self._row)

    def _cell(self, place: str) -> None:
        found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", place)
        if found:
            self._row, self._column = int(found[2]), column_number(found[1]) or 1
        else:
            self._column += 1
        if self._column > COLUMNS:
            raise too_much(f"a sheet of {self.name}", COLUMNS, "columns")
        self.cells.append(GridSpot(self._row, self._column))
        if len(self.cells) > 2 * CELLS:
            raise too_much(self.name, 2 * CELLS, "cells")

    def _text(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > 2 * LETTERS:
            raise too_much(f"a cell of {self.name}", LETTERS, "characters")


def _by_name(folder: zipfile.ZipFile, found: dict[str, PackedSheet]) -> dict[str, PackedSheet]:
    """The sheets under the names that people see, in their order."""
    import xml.etree.ElementTree as ET

    links = {
        one.get("Id"): one.get("Target", "")
        for one in ET.fromstring(folder.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    }
    sheets: dict[str, PackedSheet] = {}
    for one in ET.fromstring(folder.read("xl/workbook.xml")).iter():  # noqa: S314
        if one.tag.rpartition("}")[2] != "sheet":
            continue
        link = next((value for key, value in one.attrib.items() if key.rpartition("}")[2] == "id"), "")
        target = links.get(link, "")
        part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        if part in found:
            sheets[one.get("name", "")] = found[part]
    return sheets


def _remarks(names: set[str]) -> list[str]:
    remarks = []
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        remarks.append("it holds macros, which were not opened")
    if any(name.startswith("xl/externalLinks/") for name in names):
        remarks.append("it has links to other files, which were not followed: their last values are used")
    if any(name.startswith("xl/pivotTables/") for name in names):
        remarks.append("it has pivot tables: what they show is read as it was saved")
    return remarks
