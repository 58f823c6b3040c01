"""Workflow commands, read as GitHub's runner reads a log, and the summary, read as Markdown."""

import re

from hypothesis import given
from markdown_it import MarkdownIt

from strategy_tracker.views.formats.findings.github import LARGEST, SHOWN, commands, cut, summary
from strategy_tracker.views.formats.markdown import write_sheet
from strategy_tracker.views.formats.workflow_log import harmless
from strategy_tracker.views.text import file_name, visible

from .samples import ALL, FAULT, WARNING, WHOLE_FILE, findings


def runner(log):
    """Every command that GitHub's runner would obey, as (name, properties, message).

    Its rules: a line that begins with `::`, up to the next `::`; or `##[` anywhere.
    """
    obeyed = []
    for line in re.split("\r\n|\r|\n", log):
        new = re.match(r"::([^: ]+)(?: (.*?))?::(.*)", line.lstrip())
        old = re.search(r"##\[([^\] ]+)[^\]]*\](.*)", line)
        if new:
            pairs = (pair.split("=", 1) for pair in (new[2] or "").split(",") if pair)
            obeyed.append((new[1], {key: plain(value) for key, value in pairs}, plain(new[3])))
        elif old:
            obeyed.append((old[1], {}, old[2]))
    return obeyed


def plain(text):
    for mark, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(mark, character)
    return text


def test_a_finding_marks_its_place_with_the_code_as_title():
    assert commands([FAULT]) == (
        "::error file=strategies/young-carers.yaml,line=11,col=14,endColumn=24,endLine=11,title=impossible-date"
        "::there is no date '2025-02-30' in the calendar%0Acorrect it\n"
    )


def test_columns_are_left_out_where_the_place_has_several_lines():
    ((name, about, text),) = runner(commands([WARNING]))
    assert (name, text) == ("warning", "due on a Saturday\nask for a Monday")
    assert about == {
        "file": "strategies/young-carers.yaml", "line": "15", "endLine": "17", "title": "due-on-weekend",
    }  # fmt: skip


def test_a_finding_about_a_whole_file_has_no_line_and_one_of_no_file_no_file():
    ((_, about, _),) = runner(commands([WHOLE_FILE]))
    assert about == {"file": "measures/locked.yaml", "title": "unreadable"}
    ((_, about, _),) = runner(commands([WHOLE_FILE._replace(file="")]))
    assert about == {"title": "unreadable"}


def test_advice_is_a_notice():
    assert [name for name, _, _ in runner(commands(ALL))] == ["error", "notice", "error", "warning"]


def test_no_more_of_a_severity_than_github_shows_and_the_rest_is_counted():
    text = commands([FAULT] * SHOWN + [WARNING] * (SHOWN + 1))
    assert len(runner(text)) == 2 * SHOWN
    assert text.endswith("\nnot marked in the files, because GitHub shows 10 of each: 1 more warning\n")
    text = commands([FAULT] * (SHOWN + 2) + [WARNING] * (SHOWN + 1))
    assert text.endswith("10 of each: 2 more errors, 1 more warning\n")
    assert "not marked" not in commands([FAULT] * SHOWN)


@given(findings)
def test_no_text_is_a_command_or_a_property_of_one(found):
    obeyed = runner(commands(found))
    assert [about["title"] for _, about, _ in obeyed] == [item.code for item in found]
    assert all(set(about) <= {"file", "line", "endLine", "col", "endColumn", "title"} for _, about, _ in obeyed)
    assert [about["file"] for _, about, _ in obeyed] == [harmless(file_name(item.file)) for item in found]
    shown = [harmless(f"{visible(item.message)}\n{visible(item.help)}") for item in found]
    assert [text for _, _, text in obeyed] == shown
    assert "##[" not in commands(found)


def rows(markdown):
    """The cells of each row as a reader of Markdown finds them, and the kinds of everything in them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    starts = [n for n, token in enumerate(tokens) if token.type == "tr_open"][1:]
    inside = [[t for t in tokens[n : n + 13] if t.type == "inline"][:4] for n in starts]
    kinds = {child.type for token in tokens for child in token.children or ()}
    return inside, kinds, {token.type for token in tokens}


def test_the_summary_has_every_finding_under_the_closing_line():
    text = write_sheet(summary(ALL * 5, "10 errors in 3 files\n"))
    assert text.startswith("## strategy validate: 10 errors in 3 files\n")
    found, _, _ = rows(text)
    assert len(found) == 20
    assert [cell.content for cell in found[2]] == [
        "error",
        "strategies/young-carers.yaml:11:14",
        r"there is no date '2025-02-30' in the calendar \[impossible-date\]",
        "correct it",
    ]


def test_the_summary_of_nothing_found_is_its_closing_line():
    assert write_sheet(summary([], "ok: 1 strategy\n")) == "## strategy validate: ok: 1 strategy\n"


@given(findings)
def test_no_text_is_markup_in_the_summary(found):
    inside, kinds, blocks = rows(write_sheet(summary(found, "closing")))
    assert len(inside) == len(found)
    assert kinds <= {"text", "text_special", "softbreak"}
    assert blocks <= {"heading_open", "heading_close", "inline"} | {
        f"{name}_{end}" for name in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")
    }


def test_a_summary_too_large_for_github_is_cut_at_a_line_and_says_so():
    line = "| é | a row |\n"
    whole = line * (LARGEST // len(line.encode()) - 1)
    whole += "x" * (LARGEST - len(whole.encode()) - 1) + "\n"
    assert cut(whole) == whole
    shorter = cut(whole + line * 7)
    assert shorter == f"{whole}\n… and 7 more lines, which are in the log\n"
    assert len(shorter.encode()) < 1024 * 1024
