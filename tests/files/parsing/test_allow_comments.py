"""Comments silence one diagnostic on one line, with a reason; a '#' that cuts a text off is told."""

import pytest

from strategy_tracker.diagnostics import Diagnostic, Position
from strategy_tracker.files.parsing import allow_comments
from strategy_tracker.files.parsing.allow_comments import cut_texts, heed
from strategy_tracker.files.parsing.events import events


def at(line, code="due-on-weekend"):
    return Diagnostic(code, "", position=Position(line, 1, line, 2), file="x.yaml")


def left(text, *found):
    """Code and line of what remains, in a file of this text."""
    return [(item.code, item.position.line) for item in heed(found, text.encode(), "x.yaml")]


def test_a_comment_on_the_line_silences_it():
    assert left("a: b  # allow due-on-weekend: the fair is on a Saturday\n", at(1)) == []


@pytest.mark.parametrize("between", ["", "# another comment\n", "\n", "  \n# one\n\n"])
def test_a_comment_on_a_line_of_its_own_silences_the_next_line_of_data(between):
    lines = between.count("\n")
    assert left(f"  # allow due-on-weekend: the fair\n{between}a: b\n", at(2 + lines), at(3 + lines)) == [
        ("due-on-weekend", 3 + lines)
    ]


def test_a_comment_silences_its_code_only():
    assert left("a: b  # allow due-on-weekend: the fair\n", at(1), at(1, "due-after-end")) == [("due-after-end", 1)]


def test_two_comments_silence_two_codes():
    text = "# allow due-on-weekend: the fair\n# allow due-after-end: agreed\na: b\n"
    assert left(text, at(3), at(3, "due-after-end")) == []


@pytest.mark.parametrize("reason", ["", ":", ": ", " because"])
def test_without_a_reason_nothing_is_silenced_and_the_comment_is_an_error(reason):
    assert left(f"a: b  # allow due-on-weekend{reason}\n", at(1)) == [
        ("due-on-weekend", 1),
        ("allow-without-reason", 1),
    ]


def test_a_comment_that_silences_nothing_is_told():
    [item] = heed([at(2)], b"a: b  # allow no-such-code: x\nc: d\n", "x.yaml")[1:]
    assert (item.code, item.position) == ("unused-allow", Position(1, 15, 1, 27))
    assert item.source == "a: b  # allow no-such-code: x"


def test_what_could_not_be_read_cannot_be_silenced():
    assert left("a: b  # allow not-a-date: I like it\n", at(1, "not-a-date")) == [("not-a-date", 1)]


def test_a_comment_at_the_end_of_the_file_silences_nothing():
    assert left("a: b\n# allow due-on-weekend: the fair\n", at(1)) == [("due-on-weekend", 1), ("unused-allow", 2)]


def test_a_word_before_the_mark_makes_it_no_comment():
    assert left("a: b# allow due-on-weekend: x\n", at(1)) == [("due-on-weekend", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b # allow due-on-weekend: x'\n",
        'a: "b # allow due-on-weekend: x"\n',
        "a: {b: 'c # allow due-on-weekend: x', d: e}\n",
        "'# allow due-on-weekend: x': b\n",
    ],
)
def test_a_quoted_text_silences_nothing_and_is_no_unused_comment(text):
    assert left(text, at(1)) == [("due-on-weekend", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  # allow due-on-weekend: x\nb: c\n",
        "a: >-\n  b\n\n  # allow due-on-weekend: x\n\nb: c\n",
        "a: 'b\n  # allow due-on-weekend: x'\nb: c\n",
        "a: |\n  b\n  # allow due-on-weekend\nb: c\n",
        "a: |\r\n  # allow due-on-weekend: x\r\nb: c\r\n",
    ],
)
def test_a_text_of_several_lines_silences_nothing_below_it(text):
    line = text.count("\n")
    assert left(text, at(line)) == [("due-on-weekend", line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 'b # allow due-after-end: y' # allow due-on-weekend: x\n", 1),
        ("a: 'b #'  # allow due-on-weekend: x\n", 1),
        ("a: ['b', \"c\"]  # allow due-on-weekend: x\n", 1),
        ("a: |  # allow due-on-weekend: x\n  b\n", 1),
        ("a: |\n  b\n# allow due-on-weekend: x\nc: d\n", 4),
        ("a:\n  b: |\n    c\n  # allow due-on-weekend: x\n  d: e\n", 5),
        ("a: 'b'\nc: d  # allow due-on-weekend: x\ne: 'f'\n", 2),
    ],
)
def test_a_comment_after_or_between_texts_is_a_comment(text, line):
    assert left(text, at(line)) == []


def test_in_a_file_that_cannot_be_read_each_line_with_the_mark_counts():
    assert left("a: 'b # allow due-on-weekend: x'\nc: [\n", at(1)) == []


def test_a_diagnostic_without_a_place_is_kept():
    item = Diagnostic("due-on-weekend", "", file="x.yaml")
    assert item in heed([item], b"# allow due-on-weekend: x\n", "x.yaml")


def test_a_file_that_is_not_utf8_is_no_obstacle():
    assert left("a: b\n", at(1)) == [("due-on-weekend", 1), *heed([], b"\xff\n", "x.yaml")]


def test_a_file_of_nothing_but_such_comments_is_read_in_one_pass():
    text = "# allow due-on-weekend: x\n" * 100_000
    assert len(heed([], text.encode(), "x.yaml")) == 100_000


# texts that a '#' cuts short


def cut(text):
    """Line, column and words of every text that is cut off."""
    return [(item.position.line, item.position.column, item.message.split("'")[1]) for item in cut_texts(text.encode())]


@pytest.fixture(params=[False, True], ids=["C", "pure"])
def _parser(request, monkeypatch):
    monkeypatch.setattr(allow_comments, "made_of_events", lambda data, build: build(events(data, request.param)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Use form #7 now\n", [(1, 13, "#7 now")]),
        ("a: Head of Unit #3", [(1, 17, "#3")]),
        ("\ufeffa: für #é\r\nb: c #4\r\n", [(1, 8, "#é"), (2, 6, "#4")]),
        ("a: b #c # d\n", [(1, 6, "#c # d")]),
        ("a: b #(c)\n", [(1, 6, "#(c)")]),
        ("a:\n  - b #1\n  - c  #2\n", [(2, 7, "#1"), (3, 8, "#2")]),
        ("a: one\n  two #3\n", [(2, 7, "#3")]),
        ("a: {b: c #1\n  }\n", [(1, 10, "#1")]),
        ("a: 64 #provisional\n", [(1, 7, "#provisional")]),
        ("a: #1 of all\nb: c\n", [(1, 4, "#1 of all")]),
        ("a:\n  - #1 of all\n  - b\n", [(2, 5, "#1 of all")]),
        ("a: #1", [(1, 4, "#1")]),
    ],
)
@pytest.mark.usefixtures("_parser")
def test_a_text_that_ends_at_a_hash_is_told(text, expected):
    assert cut(text) == expected


def test_a_tab_before_the_hash_is_as_good_as_a_blank():
    assert cut("a: Head\t#3\n") == [(1, 9, "#3")]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # a comment\n",
        "a: b #\n",
        "a: b#7\n",
        "a: b #! c\n",
        "a: b #--- c\n",
        "a: b ## c\n",
        "a: b #=== c\n",
        "#1\n  #2\na: b\n#3\n\t #4\n",
        "a: 'b #7'\n",
        'a: "b #7"\n',
        'a: "b\n  c #7"\n',
        "a: 'b' #7\n",
        "a: [b, c] #7\n",
        "a: #these\n  - b\n",
        "a: |\n  b #7\n  #8\n",
        "a: >-\n  b #7\n\n  c #8\n#9\nb: c\n",
        "a: | # b\n  c #7\n",
        "",
    ],
)
@pytest.mark.usefixtures("_parser")
def test_what_cuts_no_text_is_passed_over(text):
    assert cut(text) == []


def test_a_file_that_cannot_be_read_has_faults_enough():
    assert cut("a: b #7\nc: [\n") == []
    assert cut_texts(b"a: \xff #7\n") == []


def test_the_whole_of_what_is_left_out_is_pointed_at():
    [item] = cut_texts(b"a: Use form #7 now  \n")
    assert item.position == Position(1, 13, 1, 21)


def test_most_files_are_not_read_again(monkeypatch):
    monkeypatch.setattr(allow_comments, "made_of_events", None)
    monkeypatch.setattr(allow_comments, "lines_of", None)
    assert cut_texts(b"a: b # so\n# c\n\t# d\n") == []
