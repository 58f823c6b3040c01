"""No text is a command to a build server, however it is written; commands of our own are."""

import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.views.formats.workflow_log import WorkflowLog, harmless, harmless_json, harmless_xml

PIECES = ["::", ":", "::error::owned", "##[error]owned", "##vso[task.complete]", "##teamcity[x]", "#", "##", "[", "vso"]
BLANKS = ["\n", "\r", "\r\n", " ", "\t", "\xa0", "\u3000", "\u200b", "\ufeff", "\x1b[1m", "\x1b[0m", "\x0b", "\x85"]
texts = st.lists(st.sampled_from([*PIECES, *BLANKS]) | st.text(max_size=2), max_size=12).map("".join)


def obeyed(log):
    """The lines of a log that a build server takes for commands, by the rules of three of them."""
    lines = [_trimmed(line) for line in re.split("[\r\n]", log)]
    return [line for line in lines if line.startswith("::") or re.search(r"##(vso|teamcity)?\[", line)]


def _trimmed(line):
    """A line without what a reader does not see at its beginning."""
    while (less := re.sub("^\x1b\\[[0-9;]*m", "", line.lstrip().lstrip("\u200b\ufeff"))) != line:
        line = less
    return line


@given(texts)
def test_nothing_in_a_text_is_obeyed_and_all_of_it_stays(text):
    made = harmless(text)
    assert obeyed(made) == []
    assert made.replace("\\", "") == text.replace("\\", "")
    assert harmless(made) == made


@given(st.lists(texts))
def test_nothing_is_obeyed_where_a_line_comes_in_pieces(pieces):
    stream = io.StringIO(newline="")
    log = WorkflowLog(stream)
    log.writelines(pieces)
    assert obeyed(stream.getvalue()) == []
    assert stream.getvalue().replace("\\", "") == "".join(pieces).replace("\\", "")


@pytest.mark.parametrize(
    "text", ["a :: b", "C::D", "http://a.b", "#[x]", "## Heading\n\n[link](a)", "### [a]", "a\n: b"]
)
def test_what_is_no_command_stays_as_it_is(text):
    assert harmless(text) == text


@given(texts, texts)
def test_values_stay_what_they_are_where_the_format_can_say_them_otherwise(key, value):
    made = harmless_json(json.dumps({key: [value]}, indent=2, ensure_ascii=False))
    assert json.loads(made) == {key: [value]}
    assert obeyed(made) == []
    shown = re.sub("[^\t\n -\ud7ff]|[\x7f-\x9f<&]", "", value)
    made = harmless_xml(f"<a>{shown}</a>")
    assert ET.fromstring(made).text in (shown, None)
    assert obeyed(made) == []


def test_a_command_of_ours_is_written_as_it_is_and_what_follows_is_none():
    stream = io.StringIO()
    log = WorkflowLog(stream)
    log.write_commands("::error file=a.yaml::wrong\n")
    log.write(":")
    log.write(":error::owned\n")
    assert stream.getvalue() == "::error file=a.yaml::wrong\n:\\:error::owned\n"


def test_all_but_writing_is_the_stream_s_own():
    stream = io.StringIO()
    assert WorkflowLog(stream).isatty is stream.isatty or WorkflowLog(stream).isatty() is False


def test_a_long_line_and_many_blank_ones_are_read_once():
    log = WorkflowLog(io.StringIO())
    for _ in range(20_000):
        log.write("\n \n" * 10)
    for _ in range(20_000):
        log.write("a line that goes on and on, ")
    assert harmless(" \n" * 300_000 + "##" * 300_000).endswith("##")
