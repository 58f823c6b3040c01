"""Lines are put together again as they were written: wrapped ones to one paragraph, items by their bullets."""

from strategy_tracker.intake.documents.lines import TextLine, pieces_of_lines


def pieces(text):
    lines = [TextLine(line, f"line {number}") for number, line in enumerate(text.split("\n"), 1)]
    return list(pieces_of_lines(lines))


def test_items_go_on_below_and_nest():
    found = pieces("- one that is\n  long\n- two\n    - inner\n1. first\n2) second\n\u2022 dot")
    assert [(one.kind, one.text, one.level) for one in found] == [
        ("item", "one that is long", 0),
        ("item", "two", 0),
        ("item", "inner", 2),
        ("item", "first", 0),
        ("item", "second", 0),
        ("item", "dot", 0),
    ]


def test_a_paragraph_is_one_text_and_a_hyphen_at_a_line_end_stays():
    (found,) = pieces("We care for the well-\nbeing of all and for the whole bor\u00ad\nough, and we never stop.\n")
    assert found.text == "We care for the well-being of all and for the whole borough, and we never stop."


def test_page_numbers_and_running_heads_are_furniture():
    page = "Harbour plan 2026\n\nText of page {0} stands here\n\n{0}\n\f"
    found = pieces("".join(page.format(number) for number in range(1, 6)))
    asides = {one.text for one in found if one.aside == "page furniture"}
    assert {"Harbour plan 2026", "3"} <= asides
    assert all(not one.aside for one in found if one.text.startswith("Text"))


def test_leaders_are_a_table_of_contents():
    assert {one.aside for one in pieces("Homes ........ 3\nStreets ....... 5\n")} == {"a table of contents"}


def test_a_line_of_an_item_that_looks_like_a_heading_is_none():
    found = pieces("- Support that helps people to reach good\noutcomes.\n- Two")
    assert [one.text for one in found] == ["Support that helps people to reach good outcomes.", "Two"]


def test_endless_lines_cost_no_more_than_their_length():
    for line in ("\t" * 120_000 + "x", "." * 120_000 + "x", "a" * 120_000, "1 2 3% " * 15_000, "Lead: a; " * 12_000):
        assert len(pieces(f"Plan\n\n{line}\n")) == 2
