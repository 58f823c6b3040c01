"""The logo and the template that the settings name: inside the folder, whole, harmless, of the right moment."""

import io
import struct
import zipfile
import zlib

import pytest

from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.logo import read_logo
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.files.read_branding import names_in, read_branding
from strategy_tracker.files.word_template import read_template
from strategy_tracker.model.branding import PLAIN, Shade

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def chunk(kind, inside):
    return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))


def png(width=2, height=1, pixels=b"\0\0\0\0\0\0\0"):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(pixels)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def package(kind="document.main+xml", rels=b"<Relationships/>", **more):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("[Content_Types].xml", f'<Types><Override ContentType="{MAIN}{kind}"/></Types>')
        parts.writestr("word/document.xml", "<w:document/>")
        parts.writestr("word/_rels/document.xml.rels", rels)
        for name, data in more.items():
            parts.writestr(name, data)
    return made.getvalue()


def portfolio(root, settings, **files):
    (root / "strategies").mkdir(parents=True)
    (root / "strategies/one.yaml").write_text("id: one\ntitle: One\n")
    (root / "strategy-tracker.yaml").write_text(settings)
    for name, data in files.items():
        (root / name.replace("_", ".")).write_bytes(data)
    return open_portfolio(root)


def wrong(root, settings, **files):
    branding, found = read_branding(portfolio(root / "p", settings, **files))
    assert branding == PLAIN
    (item,) = found
    return item.code, item.message


def refused(read, data):
    with pytest.raises(Unreadable) as caught:
        read(data)
    return str(caught.value)


# which file


def test_a_portfolio_without_wishes_has_a_plain_house(tmp_path):
    assert read_branding(portfolio(tmp_path, "organisation: A\n")) == (PLAIN, [])


def test_words_colours_logo_and_template_are_read(tmp_path):
    settings = "wording: {red: Off track}\ncolours: {red: B10E1E}\nlogo: ./logo.svg\nword_template: council.docx\n"
    branding, found = read_branding(portfolio(tmp_path, settings, logo_svg=SVG, council_docx=package()))
    assert found == []
    assert branding.words == {"red": "Off track"}
    assert branding.shades == {"red": Shade("#ffffff", "#b10e1e")}
    assert (branding.logo.kind, branding.logo.data) == ("svg", SVG)
    assert branding.template == package()


@pytest.mark.parametrize("name", ["/etc/logo.svg", "../logo.svg", "a/../../logo.svg", "..\\logo.svg", "C:logo.svg"])
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    (tmp_path / "logo.svg").write_bytes(SVG)
    code, message = wrong(tmp_path, f"logo: '{name}'\n")
    assert code == "outside-root"
    assert name in message
    assert names_in(open_portfolio(tmp_path / "p").settings) == []


def test_a_link_that_leads_out_is_not_followed(tmp_path):
    (tmp_path / "logo.svg").write_bytes(SVG)
    found = portfolio(tmp_path / "p", "logo: logo.svg\n")
    try:
        (tmp_path / "p/logo.svg").symlink_to(tmp_path / "logo.svg")
    except OSError:  # Windows without the right to make links
        pytest.skip("this system makes no links")
    assert [item.code for item in read_branding(found)[1]] == ["outside-root"]


def test_a_file_that_is_not_there_a_folder_and_a_large_one_are_named(tmp_path):
    assert wrong(tmp_path, "logo: logo.svg\n")[0] == "no-such-file"
    assert wrong(tmp_path / "b", "logo: strategies\n") == ("wrong-kind-of-file", "'strategies' is not an ordinary file")
    large = wrong(tmp_path / "c", "logo: logo.svg\n", logo_svg=SVG + b" " * 1_200_000)
    assert large == ("too-big", "'logo.svg' has 1.2 MB; at most 1 are read")


def test_a_file_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    from strategy_tracker.files import load

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    found = portfolio(tmp_path, "logo: logo.svg\n", logo_svg=SVG)
    monkeypatch.setattr(load.os, "open", denied)
    (item,) = read_branding(found)[1]
    assert (item.code, item.route) == ("unreadable", ("logo",))


# logos


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


# templates


def test_a_document_is_taken_as_it_is():
    assert read_template(package()) == package()


def test_a_template_becomes_a_document():
    with zipfile.ZipFile(io.BytesIO(read_template(package("template.main+xml")))) as made:
        assert f"{MAIN}document.main+xml" in made.read("[Content_Types].xml").decode()
        assert made.read("word/document.xml") == b"<w:document/>"


@pytest.mark.parametrize(
    "data", [b"", b"hello", package()[:60], package("header+xml")], ids=["nothing", "text", "cut off", "another part"]
)
def test_what_is_no_word_document_is_refused(data):
    assert refused(read_template, data) == "the template is not a Word document"


def test_a_template_with_programs_in_it_is_refused():
    assert refused(read_template, package(**{"word/vbaProject.bin": b"x"})) == "the template has macros"
    macro = package().replace(b"document.main+xml", b"macroEnabled.ma+x")
    assert "Word document" in refused(read_template, macro) or "macros" in refused(read_template, macro)


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument"])
def test_a_template_that_fetches_something_is_refused(kind):
    rels = f'<Relationship Id="a" Type="http://x/{kind}" Target="http://e.org/a" TargetMode="External"/>'.encode()
    assert refused(read_template, package(rels=rels)) == "the template shows something that is not in it"


@pytest.mark.parametrize("kind", ["hyperlink", "attachedTemplate"])
def test_links_and_the_name_of_its_own_template_do_no_harm(kind):
    rels = f'<Relationship TargetMode="External" Id="a" Type="http://x/{kind}" Target="a"/>'.encode()
    assert read_template(package(rels=rels)) == package(rels=rels)


def test_a_template_that_unpacks_to_very_much_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        for n in range(7):
            parts.writestr(f"{n}", b"\0" * 10_000_000)
    assert refused(read_template, made.getvalue()) == "the template unpacks to more than 60 MB"
