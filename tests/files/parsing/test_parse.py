"""Hostile and clumsy files: never a traceback, always a code and a place; both parsers agree."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from strategy_tracker.diagnostics import CODES
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import DEPTH, read_tree
from strategy_tracker.files.parsing.value_places import lines_of
from tests.files.shipped import cases, codes, kind_of, load_text, shipped

HEAD = "id: a\ntitle: b\n"


def refusal(data, pure=False):
    """Code, line and column (from 1) of what stops the reader."""
    with pytest.raises(Unreadable) as caught:
        read_tree(data if isinstance(data, bytes) else data.encode(), pure)
    here = caught.value.diagnostic().position
    return caught.value.code, here.line, here.column


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
class TestBothParsersRefuse:
    """What is refused in the same place whichever parser reads it."""

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            (HEAD.encode("utf-16"), (1, 1)),
            (HEAD.encode("utf-16-le"), (1, 1)),
            (HEAD.encode("utf-16-be"), (1, 1)),
            (b"\xff\xfe" + HEAD.encode("utf-16-le"), (1, 1)),
            (HEAD.encode("utf-32"), (1, 1)),
            ("id: a\ntitle: für\n".encode("latin-1"), (2, 9)),
            ("id: a\ntitle: “b”\n".encode("cp1252"), (2, 8)),
            (b"\xef\xbb\xbfid: \xe9", (1, 5)),
            (b"id: \xed\xa0\x80", (1, 5)),
            (b"id: \xc0\xaf", (1, 5)),
        ],
    )
    def test_another_encoding(self, data, place, pure):
        assert refusal(data, pure) == ("not-utf8", *place)

    @pytest.mark.parametrize(
        "letter", "\0\x01\x07\x08\x0b\x0c\x1b\x7f\x80\x85\x9f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe\uffff"
    )
    def test_a_character_nobody_can_see_raw(self, letter, pure):
        assert refusal(f"id: a\ntitle: xé{letter}y\n", pure) == ("control-character", 2, 10)

    @pytest.mark.parametrize(
        "escape",
        ["\\0", "\\a", "\\e", "\\r", "\\x07", "\\x9b", "\\u2028", "\\N", "\\u202e", "\\u2066", "\\ufeff", "\\uFFFE"],
    )
    @pytest.mark.parametrize("text", ['title: "x{}y"', '"ti{}tle": b', 'a: ["x{}y"]', '{{"a{}": b}}'])
    def test_a_character_nobody_can_see_by_escape(self, escape, text, pure):
        assert refusal(text.format(escape), pure)[:2] == ("control-character", 1)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", ("empty-file", 1, 1)),
            ("\ufeff", ("empty-file", 1, 1)),
            ("\n\n  \n", ("empty-file", 1, 1)),
            ("# to be written\n", ("empty-file", 1, 1)),
            ("---\n", ("empty-file", 1, 1)),
            ("- a\n", ("wrong-shape", 1, 1)),
            ("[a, b]\n", ("wrong-shape", 1, 1)),
            ("hello\n", ("wrong-shape", 1, 1)),
            ("5\n", ("wrong-shape", 1, 1)),
            ("''\n", ("wrong-shape", 1, 1)),
            ("*all\n", ("alias-refused", 1, 1)),
            ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
            ("a:\na:\n", ("duplicate-key", 2, 1)),
            ('a: 1\n"a": 2\n', ("duplicate-key", 2, 1)),
            ("a: {b: 1, b: 2}\n", ("duplicate-key", 1, 11)),
            ("a:\n  - b: 1\n    b: 1\n", ("duplicate-key", 3, 5)),
            ("? [a, b]\n: c\n", ("key-refused", 1, 3)),
            ("? {a: b}\n: c\n", ("key-refused", 1, 3)),
            ('"": a\n', ("key-refused", 1, 1)),
            ("a: !!python/object:os.system x\n", ("tag-refused", 1, 4)),
            ("a: !!python/object/apply:os.system ['x']\n", ("tag-refused", 1, 4)),
            ("a: !foo {b: c}\n", ("tag-refused", 1, 4)),
            ("a: !<tag:x> b\n", ("tag-refused", 1, 4)),
            ("!!map\na: b\n", ("tag-refused", 1, 1)),
            ("!!str a: b\n", ("tag-refused", 1, 1)),
            ("a: !!float '5'\n", ("tag-refused", 1, 4)),
            ("a: &x b\n", ("alias-refused", 1, 4)),
            ("a: &x\n  b: c\n", ("alias-refused", 1, 4)),
            ("a: &x [b]\n", ("alias-refused", 1, 4)),
            ("&x a: b\n", ("alias-refused", 1, 1)),
            ("a: *x\n", ("alias-refused", 1, 4)),
            ("a: [*x]\n", ("alias-refused", 1, 5)),
            ("*x : b\n", ("alias-refused", 1, 1)),
            ("a: &x 'b'\n", ("alias-refused", 1, 4)),
            ("a: b\n---\nc: d\n", ("second-document", 2, 1)),
            ("a: b\n---\n", ("second-document", 2, 1)),
            ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> other\n", ("conflict-marker", 2, 1)),
            ("a: b\r\n<<<<<<< HEAD\r\nc: d\r\n=======\r\nc: e\r\n>>>>>>> other\r\n", ("conflict-marker", 2, 1)),
            ("a:\n\tb: c\n", ("tab-indentation", 2, 1)),
            ("a:\n  b: c\n\td: e\n", ("tab-indentation", 3, 1)),
        ],
    )  # fmt: skip
    def test_what_is_not_one_plain_mapping(self, text, expected, pure):
        assert refusal(text, pure) == expected

    @pytest.mark.parametrize("text", ["%YAML 1.1\n---\na: b\n", "%TAG ! tag:example.org,2002:\n---\na: !b c\n"])
    def test_a_directive(self, text, pure):
        assert refusal(text, pure)[0] == "tag-refused"

    @pytest.mark.parametrize(
        "text",
        [
            "a: " + "[" * 10_000 + "]" * 10_000,
            "a: " + "{a: " * 10_000 + "}" * 10_000,
            "a:\n" + " [\n" * 10_000,
            "a:\n  " + "- " * 10_000 + "b\n",
            "".join(" " * n + "a:\n" for n in range(4_000)),
        ],
        ids=["flow lists", "flow maps", "flow lines", "block lists", "block maps"],
    )
    def test_thousands_of_levels(self, text, pure):
        assert refusal(text, pure)[0] == "too-deep"

    def test_a_billion_laughs(self, pure):
        lines = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
        lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
        assert refusal("\n".join(lines), pure) == ("alias-refused", 1, 4)

    @pytest.mark.parametrize(
        "text", ['a: "\\UFFFFFFFF"', 'a: "\\ud800"', 'a: "\\q"', 'a: "b', "a: [b", "a: b: c", "a: @b", "a: 'it's'"]
    )
    def test_what_no_parser_can_read(self, text, pure):
        assert refusal(text, pure)[0] in ("yaml-syntax", "control-character")


@pytest.mark.parametrize("levels", [DEPTH - 1, DEPTH, DEPTH + 1])
def test_the_cap_on_levels_is_exact(levels):
    data = b"a: " + b"[" * levels + b"]" * levels
    if levels > DEPTH:
        assert refusal(data)[0] == "too-deep"
    else:
        assert read_tree(data)


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("97.5", Decimal("97.5")),
        ("1.10", Decimal("1.10")),
        ("-0.4", Decimal("-0.4")),
        ("0", Decimal(0)),
        ("999999999999999999", Decimal(999999999999999999)),
        ("true", True),
        ("FALSE", False),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("off", "off"),
        ("010", "010"),
        ("0x10", "0x10"),
        ("0o10", "0o10"),
        ("1e5", "1e5"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("+5", "+5"),
        ("5.", "5."),
        (".5", ".5"),
        ("12:30", "12:30"),
        ("2018-07-02", "2018-07-02"),
        ("2018-02-30", "2018-02-30"),
        ("2018-07-02T00:00:00Z", "2018-07-02T00:00:00Z"),
        ("9999999999999999999", "9999999999999999999"),
        ('"95"', "95"),
        ("'true'", "true"),
        ("'~'", "~"),
        ('""', ""),
        ("'null'", "null"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  one\n  line\n", "one line"),
        ("one\n  line", "one line"),
        ("{}", {}),
        ("[]", ()),
        ("[~, null, a]", (None, None, "a")),
        ("{b: , c: ~, d: e}", {"d": "e"}),
        ("“é😀”", "“é😀”"),
        ("no\u200bjoin", "no\u200bjoin"),
    ],
)
def test_a_value_is_what_was_typed_and_nothing_else(text, value, pure):
    found = read_tree(f"a: {text}".encode(), pure)["a"]
    assert (found, type(found), str(found)) == (value, type(value), str(value))


@pytest.mark.parametrize("text", ["", "~", "null", "NULL", " # later"])
def test_a_key_with_nothing_after_it_is_no_key(text):
    assert read_tree(f"a: {text}\nb: c\n".encode()) == {"b": "c"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_endings_and_a_bom_change_nothing(end, bom):
    text = f"{bom}id: a\ntitle: b\nvision:\n  - c\n".replace("\n", end)
    assert read_tree(text.encode()) == {"id": "a", "title": "b", "vision": ("c",)}


def test_an_end_mark_is_not_a_second_document():
    assert read_tree(b"---\na: b\n...\n") == {"a": "b"}


def test_a_conflict_without_its_first_marker_is_still_refused():
    assert refusal("a: b\n=======\nc: d\n>>>>>>> other\n")[0] == "yaml-syntax"


@pytest.mark.parametrize("path", [*shipped(), *cases()], ids=lambda path: "/".join(path.parts[-3:]))
def test_both_parsers_read_the_same_tree_or_refuse_with_the_same_code(path):
    data = path.read_bytes()
    found = []
    for pure in (False, True):
        try:
            found.append(read_tree(data, pure))
        except Unreadable as error:
            found.append(error.code)
    known = {  # the C parser stops before it sees what the other one names
        "bold.yaml": ["yaml-syntax", "alias-refused"],
        "nothing-before-colon.yaml": ["yaml-syntax", "key-refused"],
    }
    assert found == known.get(path.name, [found[0], found[0]])


def inside(item, data):
    """Whether a diagnostic points into its file."""
    lines = lines_of(data)
    place = item.position
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def holds_up(data, kind):
    """Any bytes give a record or diagnostics that point into the file."""
    loaded = load_text(data, kind)
    assert loaded.record is not None or loaded.diagnostics
    for item in loaded.diagnostics:
        assert item.code in CODES
        assert item.help
        assert inside(item, data), (item, data)


@given(st.binary(max_size=60), st.sampled_from(["strategies", "measures", "practice", "settings"]))
@example(b"\xef\xbb\xbf\n: ", "strategies")
@example(b'"[key]": 1', "strategies")
@example(b"id: {a: b}", "strategies")
def test_any_bytes_give_a_record_or_diagnostics(data, kind):
    holds_up(data, kind)


YAMLISH = st.text(st.sampled_from("ab1-:,[]{}#&*!|>'\"%@` \n\t\r\\?~é😀\u0301\ufeff"), max_size=40)


@given(YAMLISH, st.sampled_from(["strategies", "measures", "practice", "settings"]))
def test_anything_like_yaml_gives_a_record_or_diagnostics(text, kind):
    holds_up(text.encode(), kind)


@given(YAMLISH)
def test_the_pure_parser_never_raises_anything_else(text):
    try:
        read_tree(text.encode(), pure=True)
    except Unreadable as error:
        assert error.code in CODES  # noqa: PT017


@given(st.data())
def test_a_damaged_file_gives_a_record_or_diagnostics(data):
    path = data.draw(st.sampled_from(shipped()))
    lines = path.read_bytes().split(b"\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["drop", "repeat", "indent", "byte", "swap"]))
        if how == "drop" and len(lines) > 1:
            del lines[at]
        elif how == "repeat":
            lines.insert(data.draw(st.integers(0, len(lines))), lines[at])
        elif how == "indent":
            lines[at] = data.draw(st.sampled_from([b" ", b"\t", b"- ", b"&a ", b"? "])) + lines[at]
        elif how == "byte":
            cut = data.draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:cut] + data.draw(st.binary(max_size=2)) + lines[at][cut + 1 :]
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
    holds_up(b"\n".join(lines), kind_of(path))


def test_seventeen_megabytes_of_bytes_at_hand_are_read_or_refused_like_any_other():
    assert codes(load_text(HEAD.encode() + b"# x\n" * 4_250_000)) == []


def test_a_pointer_of_large_file_storage_is_named():
    with pytest.raises(Unreadable, match="a pointer of git LFS") as refused:
        read_tree(b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")
    assert (refused.value.code, refused.value.next_step) == ("wrong-kind-of-file", "'git lfs pull' brings the file")
