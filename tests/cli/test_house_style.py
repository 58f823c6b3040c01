"""House words, colours, logo and template as a person sets them: checked, used, and those of the moment looked at."""

import base64
import io
import re

import pytest

from .conftest import DAY
from .repository import Repository

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'
NEWER = SVG.replace("h4v2", "h3v1")
REPORT = ("report", "young-carers", "--as-at", DAY, "--since", DAY)


def settings(root, text):
    (root / "strategy-tracker.yaml").write_text(f"organisation: Borough of Exampleton\n{text}", encoding="utf-8")
    return root


def logo_of(page):
    found = re.search(r'src="data:image/svg\+xml;base64,([^"]*)"', page)
    return base64.b64decode(found[1]).decode() if found else None


@pytest.fixture
def history(small):
    """Two commits, with another logo and another word in each."""
    (small / "logo.svg").write_text(SVG)
    made = Repository(settings(small, "logo: logo.svg\nwording: {action: Task}\n"))
    made.commit("First", "2025-09-01")
    (small / "logo.svg").write_text(NEWER)
    settings(small, "logo: logo.svg\nwording: {action: Deed}\n")
    made.commit("Second", "2025-09-30")
    return made


def test_a_misspelt_word_is_explained(run, small):
    settings(small, "wording:\n  actoin: Task\ncolours:\n  redd: '#b10e1e'\n")
    code, out, err = run("validate")
    assert code == 1
    assert "'actoin' is not one of the words allowed here [not-a-choice]" in out + err
    assert "did you mean 'action'?" in out + err
    assert "did you mean 'red'?" in out + err


def test_a_wrong_word_does_not_cost_the_others(run, small):
    settings(small, "wording: {actoin: Task, priority: Theme}\n")
    code, out, _ = run(*REPORT, "--keep-going")
    assert code == 0
    assert "by theme" in out


def test_a_logo_that_is_not_there_is_said_and_only_where_it_is_wanted(run, small):
    settings(small, "logo: crest.svg\n")
    code, out, err = run(*REPORT, "--format", "html")
    assert (code, out) == (2, "")
    assert "strategy-tracker.yaml: there is no file 'crest.svg' in this folder [no-such-file]" in err
    assert run(*REPORT, "--keep-going")[0] == 0
    assert run("status", "--as-at", DAY)[0] == 0
    code, out, err = run("validate")
    assert code == 1
    assert "strategy-tracker.yaml:2:7: error" in out + err


def test_an_earlier_moment_has_its_own_words_and_its_own_logo(run, history):
    now, then = (run(*REPORT, "--format", "html", *more)[1] for more in ((), ("--rev", "HEAD~1")))
    assert "of 9 deeds" in now
    assert "of 9 tasks" in then
    assert (logo_of(now), logo_of(then)) == (NEWER, SVG)
    known = run(*REPORT, "--format", "html", "--known-on", "2025-09-02")[1]
    assert logo_of(known) == SVG


def test_the_rules_of_today_bring_the_words_and_the_logo_of_today(run, history):
    out = run(*REPORT, "--format", "html", "--rev", "HEAD~1", "--rules", "today")[1]
    assert "of 9 deeds" in out
    assert logo_of(out) == NEWER


def test_a_logo_that_was_never_committed_is_not_there_at_an_earlier_moment(run, history):
    settings(history.root, "logo: crest.svg\n")
    history.commit("Third", "2025-10-01")
    (history.root / "crest.svg").write_text(SVG)
    assert run(*REPORT, "--format", "html")[0] == 0
    code, _, err = run(*REPORT, "--format", "html", "--rev", "HEAD")
    assert code == 2
    assert "there was no file 'crest.svg' at that moment [no-such-file]" in err


def test_a_logo_that_was_a_link_then_is_not_followed(run, history):
    (history.root / "link.svg").symlink_to("logo.svg")
    settings(history.root, "logo: link.svg\n")
    history.commit("Third", "2025-10-01")
    assert "[no-such-file]" in run(*REPORT, "--format", "html", "--rev", "HEAD")[2]


def test_a_logo_that_is_not_committed_is_named_on_the_cover(run, history):
    (history.root / "logo.svg").write_text(SVG)
    out = run(*REPORT)[1]
    assert "with changes that are not committed in logo.svg" in out


def test_changes_are_told_in_the_words_of_the_house(run, history):
    history.change("rag: red", "rag: green", "strategies/young-carers.yaml").commit("Third", "2025-10-01")
    settings(history.root, "wording: {red: Off track, green: On track, action: Deed}\n")
    out = run("report", "young-carers", "--as-at", DAY, "--since", "2025-09-30")[1]
    assert "| ▼ Off track |" in out
    assert "its owner judged it on track on 15 April 2025" in out
    assert r"| in-progress, \[off track:\] No supplier yet | in-progress, \[on track:\] No supplier yet |" in out


def test_the_terminal_and_data_keep_the_words_that_are_typed(run, history):
    settings(history.root, "wording: {red: Off track, green: On track}\n")
    assert "Off track" not in run("status", "--as-at", DAY)[1]
    assert "Off track" not in run("status", "--as-at", DAY, "--format", "json")[1]
    history.change("rag: red", "rag: green", "strategies/young-carers.yaml")
    assert "green" in run("diff", "HEAD")[1]


def test_a_template_that_would_run_something_is_refused_by_the_check_and_the_report(run, small, tmp_path):
    docx = pytest.importorskip("docx", reason="needs the extra 'word'")
    pytest.importorskip("resvg_py", reason="needs the extra 'word'")
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    template = docx.Document()
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="DDEAUTO a b"/>')
    template.sections[0].footer.paragraphs[0]._p.append(field)
    template.save(small / "council.docx")
    settings(small, "word_template: council.docx\n")
    said = "a footer of the template has the field 'DDEAUTO', which may fetch or run something [wrong-kind-of-file]"
    code, out, _ = run("validate", "--as-at", DAY)
    assert (code, f"strategy-tracker.yaml:2:16: error: {said}" in out) == (1, True)
    code, _, err = run(*REPORT, "-o", str(tmp_path / "made.docx"))
    assert (code, said in err) == (2, True)
    assert not (tmp_path / "made.docx").exists()


def test_a_template_is_used_for_word(run, small, tmp_path):
    docx = pytest.importorskip("docx", reason="needs the extra 'word'")
    pytest.importorskip("resvg_py", reason="needs the extra 'word'")
    template = docx.Document()
    template.add_paragraph("Delete this")
    template.sections[0].header.paragraphs[0].text = "Exampleton"
    template.save(small / "council.docx")
    settings(small, "word_template: council.docx\n")
    assert run(*REPORT, "-o", str(tmp_path / "pack.docx"))[0] == 0
    paper = docx.Document(io.BytesIO((tmp_path / "pack.docx").read_bytes()))
    assert paper.sections[0].header.paragraphs[0].text == "Exampleton"
    assert "Delete this" not in [line.text for line in paper.paragraphs]
