"""A Word template has no programs in it, and nothing that Word would fetch."""

import io
import zipfile

import pytest

from strategy_tracker.files.word_template import read_template
from tests.files.test_logo import refused

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def package(kind="document.main+xml", rels=b"<Relationships/>", **more):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("[Content_Types].xml", f'<Types><Override ContentType="{MAIN}{kind}"/></Types>')
        parts.writestr("word/document.xml", "<w:document/>")
        parts.writestr("word/_rels/document.xml.rels", rels)
        for name, data in more.items():
            parts.writestr(name, data)
    return made.getvalue()


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
