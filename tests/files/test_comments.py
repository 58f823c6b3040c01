"""A '#' that cuts a text off is told; a comment, a quoted text and a block text are not."""

import pytest

from strategy_tracker.diagnostics import Position
from strategy_tracker.files import comments
from strategy_tracker.files.comments import cut_texts
from strategy_tracker.files.events import events


def cut(text):
    """Line, column and words of every text that is cut off."""
    return [(item.position.line, item.position.column, item.message.split("'")[1]) for item in cut_texts(text.encode())]


@pytest.fixture(params=[False, True], ids=["C", "pure"])
def _parser(request, monkeypatch):
    monkeypatch.setattr(comments, "events", lambda data: events(data, request.param))


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
    monkeypatch.setattr(comments, "events", None)
    monkeypatch.setattr(comments, "lines_of", None)
    assert cut_texts(b"a: b # so\n# c\n\t# d\n") == []
