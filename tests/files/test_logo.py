"""A logo is whole, of a size that a page can hold, and neither acts nor reaches out."""

import struct
import zlib

import pytest

from strategy_tracker.files.logo import read_logo
from strategy_tracker.files.parsing.check_text import Unreadable

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'


def chunk(kind, inside):
    return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))


def png(width=2, height=1, pixels=b"\0\0\0\0\0\0\0"):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(pixels)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def refused(read, data):
    with pytest.raises(Unreadable) as caught:
        read(data)
    return str(caught.value)


@pytest.mark.parametrize("data", [SVG, b"\xef\xbb\xbf" + SVG, b'<?xml version="1.0"?>\n<!-- a -->\n' + SVG])
def test_an_svg_is_known_by_what_it_begins_with(data):
    assert read_logo(data).kind == "svg"


def test_a_png_is_known_by_its_first_bytes():
    assert read_logo(png()).kind == "png"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<html></html>", b"\xff\xd8\xff\xe0", b"PK\x03\x04"])
def test_anything_else_is_no_logo(data):
    assert refused(read_logo, data) == "the logo is neither PNG nor SVG"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        "<svg:script xmlns:svg='a'/>",
        "<foreignObject/>",
        "<path onload='x'/>",
        "<style>@import 'x'</style>",
        "<a href='javascript:x'/>",
    ],
)
def test_an_svg_that_acts_is_refused(inside):
    assert refused(read_logo, SVG.replace(b"<path", inside.encode() + b"<path")).startswith("the logo holds more than")


@pytest.mark.parametrize(
    "inside",
    [
        "<image href='/etc/passwd'/>",
        "<image xlink:href='https://example.org/a.png'/>",
        "<image href = ' file:///a.png'/>",
        "<image href='&#47;etc/a.png'/>",
        "<image href='data:image/svg+xml,x'/>",
        "<path style='fill:url(https://example.org)'/>",
        "<path fill='url( &quot;a.svg#b )'/>",
    ],
)
def test_an_svg_that_reaches_out_is_refused(inside):
    assert refused(read_logo, SVG.replace(b"<path", inside.encode() + b"<path")) == (
        "the logo refers to something outside itself"
    )


def test_an_svg_may_refer_to_itself():
    inside = b"<use href='#a'/><path fill='url(#b)'/><image href='data:image/png;base64,AA=='/><path"
    assert read_logo(SVG.replace(b"<path", inside)).kind == "svg"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (SVG.replace(b"</svg>", b""), "damaged"),
        (SVG.replace(b"<path", b"\xe9<path"), "not UTF-8"),
        (SVG.replace(b' viewBox="0 0 4 2"', b""), "how large"),
        (SVG.replace(b"0 0 4 2", b"0 0 0 2"), "how large"),
        (b"<!-- svg --><html/>", "neither"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "more than a picture"),
    ],
)
def test_an_svg_that_no_program_could_draw_is_refused(data, why):
    assert why in refused(read_logo, data)


def test_an_svg_may_have_a_width_and_a_height_instead_of_a_view_box():
    assert read_logo(SVG.replace(b'viewBox="0 0 4 2"', b'width="4" height="2.5px"')).kind == "svg"


@pytest.mark.parametrize(
    "data",
    [
        png()[:-5],
        png()[:20],
        png()[:-12],
        png().replace(b"IDAT", b"IDAX"),
        png() + b"more",
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + chunk(b"IDAT", b"x"),
        png(pixels=b"\0" * 100_000),
    ],
)
def test_a_damaged_png_is_refused(data):
    assert refused(read_logo, data) == "the PNG of the logo is damaged"


def test_a_png_of_too_many_pixels_is_refused():
    assert refused(read_logo, png(100_000, 100_000)).startswith("the logo has 100000 × 100000 pixels")
