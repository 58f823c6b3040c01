import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.views.text import (
    columns,
    counted,
    cut,
    cut_inside,
    file_name,
    folded,
    in_words,
    one_line,
    owner_words,
    sentence,
    visible,
)


@pytest.mark.parametrize(
    "hostile", ["\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\u2028", "\x00", "\x7f", "\ufeff", "\udcff", "\r", "\x08"]
)
def test_what_steers_a_terminal_is_shown_as_a_mark(hostile):
    assert visible(f"a{hostile}b") == f"a{hostile.replace(hostile[0], chr(0xFFFD))}b"


@pytest.mark.parametrize("innocent", ["naïve £5 – “quoted”", "a\tb\nc", "שלום\u200f!", "שנה\u200e 2", "🙂‍↔️", "日本"])
def test_what_people_write_stays(innocent):
    assert visible(innocent) == innocent


def test_an_owner_is_named_with_whose_it_is():
    assert owner_words(("Head of Parks",), "priority") == "Head of Parks (for the priority)"
    assert (owner_words(("Head of Parks",)), owner_words(())) == ("Head of Parks", "nobody is named")
    assert owner_words(("Head of Parks", "Head of Trees")) == "Head of Parks and Head of Trees"
    assert owner_words(("A", "B", "C"), "strategy") == "A, B and C (for the strategy)"


@given(st.text(alphabet=st.characters()))
def test_nothing_that_steers_is_left_and_the_length_stays(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(letter in "\t\n" or (ord(letter) >= 32 and letter not in "\x7f\u202e\u2067") for letter in shown)
    assert visible(shown) == shown


@given(st.text())
def test_one_line_has_no_line_break_and_no_double_space(text):
    assert one_line(text) == " ".join(visible(text).split(None))
    assert "\n" not in one_line(text)


def test_a_line_break_in_a_file_name_is_shown_as_a_mark():
    assert file_name("strategies/a\nerror: b\x1b.yaml") == "strategies/a\ufffderror: b\ufffd.yaml"


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (0, ("action",), "0 actions"),
        (1, ("action",), "1 action"),
        (2, ("strategy", "strategies"), "2 strategies"),
        (1, ("strategy", "strategies"), "1 strategy"),
        (12345, ("file",), "12,345 files"),
    ],
)
def test_a_count_has_its_noun_in_the_right_number(number, words, said):
    assert counted(number, *words) == said


def test_a_sentence_begins_with_a_capital_and_ends_with_a_full_stop_or_its_own_sign():
    assert sentence("note it") == "Note it."
    assert sentence("Why?") == "Why?"


@given(st.text(st.sampled_from("ab -/"), max_size=60), st.integers(4, 40))
def test_a_line_is_folded_between_words_only(text, width):
    lines = folded(text, width).split("\n")
    assert "\n".join(lines).split() == text.split()
    assert all(len(line.rstrip()) <= width or len(line.split()) == 1 for line in lines if line.strip())


def test_what_is_folded_goes_on_indented_and_the_place_of_an_answer_stays():
    assert folded("  one two-three four", 12) == "  one\n    two-three\n    four"
    assert folded("  a a", 4) == "a a"
    assert folded("     ", 4) == "     "
    assert folded("keep or quit [keep]: ", 12) == "keep or quit\n  [keep]: "


@pytest.mark.parametrize(
    ("text", "wide"), [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("ŵ £", 3), ("मि", 1), ("▼ red", 5), ("", 0)]
)
def test_a_text_takes_the_columns_that_a_terminal_gives_it(text, wide):
    assert columns(text) == wide


def test_signs_of_east_asia_are_folded_by_their_width():
    assert folded("漢字漢字 漢字漢字 x", 12) == "漢字漢字\n  漢字漢字 x"
    assert folded("e\u0301" * 8 + " ab", 11) == "e\u0301" * 8 + " ab"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Present the findings", 20, "Present the findings"),
        ("Present the findings", 19, "Present the …"),
        ("Education, Training, and Employment", 24, "Education, Training …"),
        ("Antidisestablishmentarianism", 10, "Antidises…"),
    ],
)
def test_a_name_that_is_too_long_ends_at_a_whole_word(text, width, shown):
    assert cut(text, width) == shown
    assert len(shown) <= width


def test_of_a_committee_the_last_words_are_kept():
    name = "Children and Families Policy Development and Scrutiny Committee"
    assert cut_inside(name, 36) == "Children and … Scrutiny Committee"
    assert cut_inside(name, 80) == name
    assert cut_inside("Senior Management Team", 12) == "Senior …"


def test_small_numbers_are_said_in_words():
    assert [in_words(number) for number in (0, 1, 10, 11, 1200)] == ["no", "one", "ten", "11", "1,200"]
