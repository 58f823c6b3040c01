"""A Word template has no programs in it, and nothing that Word would fetch."""

import io
import zipfile

import pytest

from strategy_tracker.files.word.word_template import read_template
from tests.files.test_logo import refused

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f"<w:document {W}/>"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def package(kind="document.main+xml", rels=b"<Relationships/>", **more):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("[Content_Types].xml", f'<Types><Override ContentType="{MAIN}{kind}"/></Types>')
        parts.writestr("word/document.xml", DOCUMENT)
        parts.writestr("word/_rels/document.xml.rels", rels)
        for name, data in more.items():
            parts.writestr(name, data)
    return made.getvalue()


def test_a_document_is_taken_as_it_is():
    assert read_template(package()) == package()


def test_a_template_becomes_a_document():
    with zipfile.ZipFile(io.BytesIO(read_template(package("template.main+xml")))) as made:
        assert f"{MAIN}document.main+xml" in made.read("[Content_Types].xml").decode()
        assert made.read("word/document.xml") == DOCUMENT.encode()


@pytest.mark.parametrize(
    "data", [b"", b"hello", package()[:60], package("header+xml")], ids=["nothing", "text", "cut off", "another part"]
)
def test_what_is_no_word_document_is_refused(data):
    assert refused(read_template, data) == "the template is not a Word document"


def test_a_template_with_programs_in_it_is_refused():
    assert refused(read_template, package(**{"word/vbaProject.bin": b"x"})) == "the template has macros"
    assert refused(read_template, package("document.macroEnabled.main+xml")) == "the template has macros"


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument"])
def test_a_template_that_fetches_something_is_refused(kind):
    rels = f'<Relationship Id="a" Type="http://x/{kind}" Target="http://e.org/a" TargetMode="External"/>'.encode()
    assert refused(read_template, package(rels=rels)) in (
        "the text of the template shows something that is not in it",
        "the text of the template has an embedded object",
        "the text of the template has another document in it",
    )


OUTSIDE = '<Relationship TargetMode="External" Id="a" Type="http://x/{}" Target="a"/>'


@pytest.mark.parametrize(
    ("name", "kind"),
    [("word/_rels/document.xml.rels", "hyperlink"), ("word/_rels/settings.xml.rels", "attachedTemplate")],
)
def test_links_and_the_name_of_its_own_template_do_no_harm(name, kind):
    given = package(**{name: OUTSIDE.format(kind)}) if "settings" in name else package(rels=OUTSIDE.format(kind))
    assert read_template(given) == given


def test_a_template_that_unpacks_to_very_much_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        for n in range(7):
            parts.writestr(f"{n}", b"\0" * 10_000_000)
    assert refused(read_template, made.getvalue()) == "the template unpacks to more than 60 MB"


def test_a_template_of_very_many_parts_is_refused():
    given = package(**{f"word/{n}.png": b"" for n in range(2_000)})
    assert refused(read_template, given) == "the template has 2,003 parts"


def test_of_two_parts_with_one_name_neither_is_trusted():
    assert refused(read_template, package(**{"WORD/Document.xml": DOCUMENT})) == "the template is damaged"


def test_a_part_of_any_name_is_looked_through_where_the_list_of_types_calls_it_xml():
    types = (
        f'<Types><Override PartName="/word/document.xml" ContentType="{MAIN}document.main+xml"/>'
        f'<Override PartName="/word/Foot.PNG" ContentType="{MAIN}footer+xml"/></Types>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("[Content_Types].xml", types)
        parts.writestr("word/document.xml", DOCUMENT)
        parts.writestr("word/foot.png", f"<w:ftr {W}><w:object/></w:ftr>")
    assert refused(read_template, made.getvalue()) == "'word/foot.png' of the template has an embedded object"
