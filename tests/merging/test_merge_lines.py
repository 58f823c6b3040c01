"""The lines that people wrote are put together entry by entry, or left between markers."""

from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.merging.merge_lines import Clash, ThreeVersions, merge_blocks, settled
from strategy_tracker.merging.split_lines import file_block

BASE = "id: a\nowner: Head\n"


def merged(base, ours, theirs):
    texts = (base, ours, theirs)
    return merge_blocks(ThreeVersions(*map(file_block, texts), tuple(read_tree(text.encode()) for text in texts)), "")


def test_each_side_s_lines_are_taken_as_they_are():
    found = merged(BASE, "id:   a   # as printed\nowner: Head\n", "id: a\nowner: 'Clerk'\n")
    assert found.lines == ["id:   a   # as printed", "owner: 'Clerk'"]
    assert found.ours == found.theirs == {"id": "a", "owner": "Clerk"}


def test_what_cannot_be_both_is_a_clash_with_its_field():
    found = merged(BASE, "id: a\nowner: Clerk\n", "id: a\nowner: Mayor\n")
    assert found.lines == ["id: a", Clash(["owner: Clerk"], ["owner: Mayor"], "", "owner")]
    assert (found.ours["owner"], found.theirs["owner"]) == ("Clerk", "Mayor")


def test_a_clash_is_settled_either_way():
    lines = ["id: a", Clash(["x: b"], [], "", "x"), "y: c"]
    assert settled(lines, 0) == ["id: a", "x: b", "y: c"]
    assert settled(lines, 1) == ["id: a", "y: c"]


def test_a_list_with_two_other_orders_is_left_to_a_person():
    base, ours, theirs = (f"x:\n{''.join(f'  - {one}{chr(10)}' for one in order)}" for order in ("abc", "bac", "acb"))
    assert any(isinstance(line, Clash) for line in merged(base, ours, theirs).lines)
