"""What Word would fetch or run is found however it is written, and what it does not is taken."""

import pytest

from strategy_tracker.files.word.word_contents import Fault, Reference, check_part, read_references

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
OUTSIDE = {"x": Reference("hyperlink", True), "y": Reference("image", False)}
FETCHES = "a footer of the template shows something that is not in it"


def check(inside, name="word/footer2.xml", references=OUTSIDE):
    check_part(name, f"<w:ftr {W} {MORE}>{inside}</w:ftr>".encode(), references)


def fault(inside, **more):
    with pytest.raises(Fault) as caught:
        check(inside, **more)
    return caught.value.message


def run(*inside):
    """A field whose code is in these pieces, each in a run of its own."""
    code = "".join(f"<w:r>{one if one[:1] == '<' else f'<w:instrText>{one}</w:instrText>'}</w:r>" for one in inside)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


BAD = [
    "DDE",
    "DDEAUTO",
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "LINK",
    "IMPORT",
    "DATABASE",
    "RD",
    "MACROBUTTON",
    "EMBED",
    "New",
]


@pytest.mark.parametrize("word", BAD)
def test_a_field_that_is_not_known_to_be_harmless_is_refused(word):
    said = f"a footer of the template has the field '{word.upper()}', which may fetch or run something"
    assert fault(f'<w:fldSimple w:instr="{word} a b"/>') == said
    assert fault(f'<w:fldSimple w:instr="&#160; {word.lower()}\\* x"/>') == said
    assert fault(run(f" {word} ", "a b")) == said
    assert fault(run(word[:2], word[2:], " a b") if len(word) > 2 else run(word)) == said
    assert fault(run("IF 1 = 1 ", run(word, " a"))) == said
    assert fault(run(word).replace("instrText", "delInstrText")) == said
    assert fault(run(word).replace("instrText", "t")) == said
    assert fault(run(word).partition('<w:r><w:fldChar w:fldCharType="separate"')[0]) == said
    assert fault(run("PAGE") + run(word)) == said


@pytest.mark.parametrize(
    "field", ["PAGE", "page \\* MERGEFORMAT", " NUMPAGES ", "=2+2", "STYLEREF &quot;Heading 1&quot;", "TOC \\o"]
)
def test_a_field_that_shows_what_is_in_the_document_is_taken(field):
    check(f'<w:fldSimple w:instr="{field}"/>')
    check(run(field))
    check(run("IF ", run(field), " = 1 a b"))
    check(run(field[:1], field[1:]))


def test_a_field_whose_name_is_made_by_another_field_is_refused():
    assert fault(run(run("QUOTE 68 68 69"), "AUTO c")) == "a footer of the template has a field without a name"
    assert fault(run(" ", run("QUOTE 68 68 69"))) == "a footer of the template has a field without a name"
    assert "the field 'DD'" in fault(run("DD", run("QUOTE 69"), " c"))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("word/document.xml", "the text"),
        ("word/header1.xml", "a header"),
        ("word/footer1.xml", "a footer"),
        ("word/footnotes.xml", "the notes"),
        ("word/endnotes.xml", "the notes"),
        ("word/comments.xml", "the comments"),
        ("word/settings.xml", "the settings"),
        ("word/styles.xml", "the styles"),
        ("word/glossary/document.xml", "the text"),
        ("word/odd.xml", "'word/odd.xml'"),
    ],
)
def test_it_is_said_where_in_the_template(name, place):
    assert fault(run("LINK a"), name=name).startswith(f"{place} of the template has the field 'LINK'")


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<w:object/>", "an embedded object"),
        ("<o:OLEObject/>", "an embedded object"),
        ("<w:control/>", "a control that runs a program"),
        ('<w:altChunk r:id="y"/>', "another document in it"),
        ('<w:subDoc r:id="y"/>', "another document in it"),
        ("<w:frameset/>", "another document in it"),
        ("<w:mailMerge/>", "a list of addresses"),
        ("<w:p><w:pPr/><w:r><w:object/></w:r></w:p>", "an embedded object"),
    ],
)
def test_what_is_no_page_is_refused(inside, what):
    assert fault(inside) == f"a footer of the template has {what}"


@pytest.mark.parametrize(
    "inside",
    [
        '<a:blip r:link="x"/>',
        '<a:blip r:embed="x"/>',
        '<v:imagedata r:id="x"/>',
        '<v:imagedata src="http://e.org/a.png"/>',
        '<v:imagedata o:href="http://e.org/a.png"/>',
        '<v:fill src="file:///a.png"/>',
        '<z:blip xmlns:z="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="x"/>',
    ],
)
def test_a_picture_that_lies_elsewhere_is_refused_whatever_its_relationship_calls_itself(inside):
    assert fault(inside) == FETCHES


@pytest.mark.parametrize("inside", ['<w:hyperlink r:id="x"/>', '<a:hlinkClick r:id="x"/>', '<a:blip r:embed="y"/>'])
def test_a_link_is_only_followed_by_a_click_and_a_picture_in_the_file_is_a_picture(inside):
    check(inside)


def relationship(kind="image", target="media/a.png", more="", tag="Relationship"):
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    body = f'<p:{tag} Id="a" Type="http://x/{kind}" Target="{target}" {more}/>'
    return f'<p:Relationships xmlns:p="{space}">{body}</p:Relationships>'.encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "given",
    [
        relationship(more='TargetMode="External"'),
        relationship(more="TargetMode = '&#69;xternal'"),
        relationship(more='TargetMode="external "'),
        relationship(target="http://e.org/a.png"),
        relationship(target="//e.org/a.png"),
        relationship(target="\\\\e.org\\a.png"),
        relationship("attachedTemplate", more='TargetMode="External"'),
    ],
)
def test_a_reference_to_outside_is_refused_however_it_is_written(given, encoding):
    with pytest.raises(Fault, match="a footer of the template shows something that is not in it"):
        read_references("word/_rels/footer1.xml.rels", given.decode().encode(encoding))


def test_references_that_are_taken():
    name = "word/_rels/document.xml.rels"
    assert read_references(name, relationship()) == {"a": Reference("image", False)}
    linked = relationship("hyperlink", "http://e.org", 'TargetMode="External"')
    assert read_references(name, linked) == {"a": Reference("hyperlink", True)}


@pytest.mark.parametrize(
    "kind",
    ["oleObject", "package", "control", "aFChunk", "subDocument", "frame", "vbaProject", "webextensiontaskpanes"],
)
def test_a_part_that_is_no_page_is_refused_also_inside_the_package(kind):
    with pytest.raises(Fault, match="the text of the template has "):
        read_references("word/_rels/document.xml.rels", relationship(kind))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a", "the template is damaged"),
        (b"<a>&b;</a>", "the template is damaged"),
        (b"<a>" * 300 + b"</a>" * 300, "the template is damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "the template declares entities, as Word never does"),
        (b'<!DOCTYPE a SYSTEM "http://e.org/a.dtd"><a/>', "the template declares entities, as Word never does"),
    ],
)
def test_only_plain_xml_is_read(data, message):
    with pytest.raises(Fault) as caught:
        check_part("word/styles.xml", data, {})
    assert caught.value.message == message
