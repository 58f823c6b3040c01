"""What a Word document and a PDF say and how they are built, as text that a person can read in a diff."""

import io
import re
import textwrap


def of_html(data):
    """The page without its style sheet, and without the digest of that: both are looked at elsewhere."""
    head, _, rest = re.sub(r"'sha256-[^']*'", "'sha256-…'", data.decode()).partition("<style>")
    return f"{head}<style>…</style>{rest.partition('</style>')[2]}"


def of_docx(data):
    """Properties, then every paragraph with its style, every row of every table, and the words of every picture."""
    import docx
    from docx.table import Table

    paper = docx.Document(io.BytesIO(data))
    about = paper.core_properties
    lines = [f"{about.title} | {about.subject} | {about.author} | {about.created:%Y-%m-%d} | {about.language}", ""]
    for part in paper.iter_inner_content():
        if isinstance(part, Table):
            lines += [f"  | {' | '.join(cell.text for cell in row.cells)} |" for row in part.rows]
        else:
            pictures = [one.get("descr") for one in part._p.iter() if one.tag.endswith("}docPr")]
            lines.append(f"[{part.style.name}] {part.text}".rstrip())
            lines += [f"  picture: {words}" for words in pictures]
    lines += ["", *(f"[foot] {line.text}" for line in paper.sections[0].footer.paragraphs)]
    return "\n".join(lines) + "\n"


def of_pdf(data):
    """Properties, the kinds of tags in the order they stand with their number, and the words of each page."""
    import pypdf

    read = pypdf.PdfReader(io.BytesIO(data))
    about, root = read.metadata, read.trailer["/Root"]
    lines = [f"{about.title} | {about.subject} | {about.author} | {about.creation_date:%Y-%m-%d} | {root['/Lang']}"]
    claims = b"<pdfuaid:part>1" in root["/Metadata"].get_object().get_data()
    lines.append(f"PDF/UA-1: {'claimed' if claims else 'not claimed'}")
    counted = {}
    for kind in _kinds(root["/StructTreeRoot"]["/K"]):
        counted[kind] = counted.get(kind, 0) + 1
    lines.append(" ".join(f"{kind} {number}" for kind, number in counted.items()))
    for page in read.pages:
        words = re.sub(r"(?: \.){4,}", " …", " ".join(page.extract_text().split()))
        lines += ["", *textwrap.wrap(words, 110)]
    return "\n".join(lines) + "\n"


def _kinds(node):
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _kinds(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])[1:]
        yield from _kinds(node.get("/K", []))
