"""Takes a logo only if it is a whole PNG or SVG that refers to nothing outside itself: it is shown to others."""

import re
import zlib
from collections.abc import Iterator

from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.model.branding import Logo

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = 20_000_000
_OTHERS = re.compile(r"""\bhref\s*=\s*["']\s*(?!\s*(?:#|data:image/(?:png|jpeg)[;,]))|url\(\s*["']?\s*(?!["'\s]*\#)""")
_ACTIVE = re.compile(r"<!entity|<\s*(?:\w+:)?(?:script|foreignobject|iframe)\b|@import|\bon\w+\s*=|javascript:")

_NUMBER = r"(?=[\d.]*[1-9])\d+(?:\.\d+)?"
_BOX = rf"\s*-?[\d.]+[\s,]+-?[\d.]+(?:[\s,]+{_NUMBER}){{2}}\s*\|.*"
_SIZE = re.compile(rf"{_BOX}|(?:\|{_NUMBER}(?:px)?){{2}}")
"""A view box of four numbers, or a width and a height."""


def read_logo(data: bytes) -> Logo:
    """Read the logo in some bytes. Raises `Unreadable`."""
    if data.startswith(_PNG):
        _check_png(data)
        return Logo("png", data)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)", data):
        _check_svg(data)
        return Logo("svg", data)
    raise Unreadable("wrong-kind-of-file", "the logo is neither PNG nor SVG", next_step="save it as PNG or SVG")


def _check_png(data: bytes) -> None:
    """Whole to its end, of a size that a page can hold, and no larger when unpacked than it says."""
    kinds, packed, left = list[bytes](), zlib.decompressobj(), 0
    try:
        for kind, inside in _chunks(data):
            kinds.append(kind)
            if kind == b"IHDR":
                left = _room(inside)
            elif kind == b"IDAT" and left >= 0:
                left -= len(packed.decompress(inside, left + 1))
    except zlib.error:
        kinds.clear()
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds or left < 0:
        raise Unreadable("wrong-kind-of-file", "the PNG of the logo is damaged", next_step="save it again")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the content of each chunk; one whose sum is wrong is told with no kind, and ends it."""
    place = len(_PNG)  # then length, kind, content and CRC-32 of each chunk (PNG, section 5.3)
    while place < len(data):
        length = int.from_bytes(data[place : place + 4])
        kind, inside = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += 12 + length
        if int.from_bytes(data[place - 4 : place]) != zlib.crc32(kind + inside):
            yield b"", b""
            return
        yield kind, inside


def _room(header: bytes) -> int:
    """The most bytes that a picture of this header unpacks to: four channels of two bytes, and one for each row."""
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    if len(header) != 13 or not 0 < width * height <= _PIXELS:
        raise Unreadable(
            "too-big", f"the logo has {width} × {height} pixels", next_step="save it smaller: 1,000 pixels are enough"
        )
    # The rows of an interlaced PNG (Adam7) come in seven passes, and each row of each pass begins with a filter byte.
    return 8 * width * height + 8 * height + 64


def _check_svg(data: bytes) -> None:
    """Well-formed, of a known size, and nothing in it acts or reaches out: what draws it would open files of ours."""
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("wrong-kind-of-file", "the SVG of the logo is not UTF-8", next_step="save it again") from None
    low = text.lower()
    if found := _ACTIVE.search(low):
        raise Unreadable(
            "wrong-kind-of-file",
            f"the logo holds more than a picture: '{found[0]}'",
            next_step="save it as plain SVG, or as PNG",
        )
    if _OTHERS.search(low):
        raise Unreadable(
            "wrong-kind-of-file", "the logo refers to something outside itself", next_step="save it as one file"
        )
    try:
        root = fromstring(text)  # noqa: S314 - entities were refused above
    except ParseError as error:
        raise Unreadable(
            "wrong-kind-of-file", f"the SVG of the logo is damaged ({error})", next_step="save it again"
        ) from None
    if root.tag.rpartition("}")[2] != "svg":
        raise Unreadable("wrong-kind-of-file", "the logo is neither PNG nor SVG", next_step="save it as PNG or SVG")
    if not _SIZE.fullmatch(f"{root.get('viewBox', '')}|{root.get('width', '')}|{root.get('height', '')}"):
        why = "the SVG of the logo does not say how large it is"
        raise Unreadable("wrong-kind-of-file", why, next_step="save it with a viewBox")
