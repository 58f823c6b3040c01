"""Two people on one file: what comes together, what does not, and how it looks."""

import pytest

from strategy_tracker.merging.merge import CannotMerge, merge

PARKS = """\
# Parks, as adopted in May
id: parks
title: Parks Strategy      # as printed

priorities:
  - id: reach
    title: A park within reach
    actions:
      # the two that matter
      - id: reach-01
        text: Open five pocket parks
        due: 2019-03-31
        partners: [Highways]
        updates:
          - on: 2018-04-02
            state: in-progress
          - on: 2018-07-02   # after the visit
            state: in-progress
            note: Two sites are found

      - id: reach-02
        text: "Mend the paths"

measures:
  - id: nearby
    title: Homes near a park
    unit: percent
    readings:
      2018/19 Q1: 71
      2018/19 Q3: {value: 73, note: counted twice}
"""


def put(*changes):
    """The file with pieces of text replaced."""
    text = PARKS
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def merged(ours, theirs, base=PARKS):
    found = merge(base.encode(), ours.encode(), theirs.encode())
    return found.data.decode(), found


def clean(ours, theirs, base=PARKS):
    text, found = merged(ours, theirs, base)
    assert found.clean, text
    return text


LAST = "            note: Two sites are found\n"


# what comes together


def test_two_updates_stand_in_date_order_each_as_its_person_wrote_it():
    phoned = "          - {on: 2018-10-01, state: paused}   # phoned\n"
    ours = put((LAST, f"{LAST}{phoned}"))
    theirs = put(
        (LAST, f"{LAST}          # from the minutes\n          - on: 2018-09-01\n            state: complete\n")
    )
    text = clean(ours, theirs)
    assert text == put(
        (
            LAST,
            f"{LAST}          # from the minutes\n          - on: 2018-09-01\n            state: complete\n{phoned}",
        )
    )


def test_where_the_newest_stands_first_it_stays_so():
    base = "id: a\nupdates:\n  - {on: 2018-03-01}\n  - {on: 2018-01-01}\n"
    ours = base.replace("updates:\n", "updates:\n  - {on: 2018-09-01, note: ours}\n")
    theirs = base.replace("updates:\n", "updates:\n  - {on: 2018-07-01, note: theirs}\n")
    assert [line[9:19] for line in clean(ours, theirs, base).split("\n")[2:-1]] == [
        "2018-09-01", "2018-07-01", "2018-03-01", "2018-01-01",
    ]  # fmt: skip


def test_the_same_update_from_both_stands_once():
    new = put((LAST, f"{LAST}          - {{on: 2018-10-01, state: paused}}\n"))
    other = new.replace("{on: 2018-10-01, state: paused}", "{state: paused, on: 2018-10-01}  # agreed").replace(
        "Mend the paths", "Mend all paths"
    )
    text = clean(new, other)
    assert text.count("2018-10-01") == 1
    assert "# agreed" in text


def test_two_updates_of_one_day_are_both_kept():
    ours = put((LAST, f"{LAST}          - {{on: 2018-10-01, state: paused, note: by phone}}\n"))
    theirs = put((LAST, f"{LAST}          - {{on: 2018-10-01, state: paused, note: by letter}}\n"))
    text = clean(ours, theirs)
    assert text.index("by phone") < text.index("by letter")


def test_readings_stand_by_period():
    ours = put(("      2018/19 Q3", "      2018/19 Q4: 75\n      2018/19 Q3"))
    ours = put(("counted twice}\n", "counted twice}\n      2019/20 Q1: 75\n"))
    theirs = put(
        ("      2018/19 Q3", "      2018/19 Q2: 72\n      2018/19 Q3"), ("twice}\n", "twice}\n      2018/19 Q4: 74\n")
    )
    lines = clean(ours, theirs).split("\n")
    assert [line.strip().split(":")[0] for line in lines[-6:-1]] == [
        "2018/19 Q1", "2018/19 Q2", "2018/19 Q3", "2018/19 Q4", "2019/20 Q1",
    ]  # fmt: skip


def test_two_fields_on_one_line_of_brackets():
    ours = put(("{value: 73, note: counted twice}", "{value: 74, note: counted twice}   # mine"))
    theirs = put(("note: counted twice}", "note: checked, state: final}"))
    assert "2018/19 Q3: {value: 74, note: checked, state: final}   # mine\n" in clean(ours, theirs)


def test_two_entries_in_one_pair_of_brackets():
    ours, theirs = put(("[Highways]", "[Highways, Schools]")), put(("[Highways]", "[Police, Highways]"))
    assert "partners: [Highways, Schools, Police]" in clean(ours, theirs) or "[Police, Highways, Schools]" in clean(
        ours, theirs
    )


def test_neighbouring_lines_come_together_which_git_alone_would_not_do():
    ours, theirs = put(("2019-03-31", "2019-06-30")), put(("[Highways]", "[Highways, Police]"))
    assert "due: 2019-06-30\n        partners: [Highways, Police]\n" in clean(ours, theirs)


def test_a_value_of_one_and_a_comment_of_the_other_on_the_same_line():
    ours, theirs = put(("due: 2019-03-31", "due: 2019-06-30")), put(("2019-03-31", "2019-03-31   # the board knows"))
    assert "due: 2019-06-30   # the board knows\n" in clean(ours, theirs)
    assert clean(theirs, ours) == clean(ours, theirs)


def test_comments_above_and_beside_a_key_of_a_list_are_kept_from_both():
    ours = put(("      # the two that matter", "      # the two that matter most"), ("measures:", "measures:\t# ours"))
    theirs = put(
        ("      # the two that matter", "      # the two that matter\n      # ask Ann"),
        ("measures:", "measures:\t# theirs"),
    )
    text = clean(ours.replace("71", "70"), theirs.replace("73", "74"))
    assert "      # the two that matter most\n      # ask Ann\n" in text
    assert "# theirs\nmeasures:\t# ours\n" in text


def test_a_new_action_keeps_its_lines_and_comments():
    new = "\n      # asked for by schools\n      - id: reach-03\n        text:   Plant trees\n"
    theirs = put(('"Mend the paths"\n', f'"Mend the paths"\n{new}'))
    ours = put(("Open five", "Open six"), ('"Mend the paths"', '"Mend every path"'))
    assert f'"Mend every path"\n{new}\nmeasures' in clean(ours, theirs)


def test_lines_indented_in_another_way_are_fitted_in():
    base = "id: a\nupdates:\n    - on: 2018-01-01\n      note: |\n        x\n         y\n"
    ours = f"{base}    - on: 2018-03-01\n"
    theirs = (
        "id: a\nupdates:\n- on: 2018-01-01\n  note: |\n    x\n     y\n- on: 2018-02-01\n  note: |\n    z\n\n     z\n"
    )
    new = "    - on: 2018-02-01\n      note: |\n        z\n\n         z\n"
    assert clean(ours, theirs, base) == f"{base}{new}    - on: 2018-03-01\n"
    assert clean(theirs, ours, base) == f"{theirs}- on: 2018-03-01\n"


@pytest.mark.parametrize("eol", ["\r\n", "\r", "\n"])
def test_line_endings_and_a_mark_at_the_beginning_follow_whoever_changed_them(eol):
    ours, theirs = put(("71", "70")), put(("Open five", "Open six"))
    both = clean(ours, theirs)
    assert clean("\ufeff" + ours.replace("\n", eol), theirs) == "\ufeff" + both.replace("\n", eol)
    assert clean(ours, theirs.replace("\n", eol)) == both.replace("\n", eol)


def test_a_last_line_without_a_break_stays_without():
    ours, theirs = put(("Parks Strategy", "Our Parks")), put(("Open five", "Open six"))
    assert clean(ours[:-1], theirs[:-1], PARKS[:-1]) == clean(ours, theirs)[:-1]
    assert clean(ours, theirs[:-1]) == clean(ours, theirs)[:-1]


def test_a_key_deleted_and_an_item_taken_out_stay_away():
    ours, theirs = put(('        text: "Mend the paths"\n', ""), ("Open five", "Open six")), put(("71", "70"))
    assert "Mend" not in clean(ours, theirs)
    without = PARKS[: PARKS.index("\n      - id: reach-02")] + PARKS[PARKS.index("\nmeasures") :]
    assert clean(without, theirs) == without.replace("71", "70")


def test_two_people_may_empty_a_list_between_them():
    base = "id: a\nvalues:\n  - one\n  - two\ntitle: x\n"
    text = clean(base.replace("  - one\n", ""), base.replace("  - two\n", ""), base)
    assert text == "id: a\nvalues:\ntitle: x\n"


def test_a_list_in_another_order_keeps_it():
    base = "id: a\nvalues:\n  - one\n  - two\n  - three\n"
    turned = "id: a\nvalues:\n  - three\n  - one\n  - two\n"
    added = base.replace("  - two\n", "  - two\n  - two and a half\n")
    assert clean(added, turned, base) == "id: a\nvalues:\n  - three\n  - one\n  - two\n  - two and a half\n"


def test_two_files_of_one_name_come_together_key_by_key():
    text = clean("id: a\ntitle: x\nowner: me\n", "id: a\ntitle: x\nnote: hm\n", "")
    assert text == "id: a\ntitle: x\nowner: me\nnote: hm\n"


def test_an_item_whose_dash_stands_alone():
    base = "id: a\nactions:\n  -\n    id: b\n    text: one\n    due: 2018\n"
    ours, theirs = base.replace("one", "two"), base.replace("2018", "2019")
    assert clean(ours, theirs, base) == base.replace("one", "two").replace("2018", "2019")


def test_one_text_may_become_a_list_on_both_sides():
    base = "id: a\ndone: 2018-01-01\n"
    ours, theirs = (
        base.replace("2018-01-01", "[2018-01-01, 2018-05-01]"),
        base.replace("2018-01-01", "[2018-01-01, 2018-03-01]"),
    )
    assert clean(ours, theirs, base) == "id: a\ndone: [2018-01-01, 2018-03-01, 2018-05-01]\n"


def test_what_both_deleted_is_gone():
    gone = ("        due: 2019-03-31\n", "")
    text = clean(put(gone, ("Open five", "Open six")), put(gone, ("[Highways]", "[Police]")))
    assert text == put(gone, ("Open five", "Open six"), ("[Highways]", "[Police]"))


def test_a_list_that_both_wrote_on_lines_was_in_brackets_before():
    base = "id: a\nvalues: [x]\n"
    assert clean("id: a\nvalues:\n  - x\n  - y\n", "id: a\nvalues:\n  - x\n  - z\n", base) == (
        "id: a\nvalues:\n  - x\n  - y\n  - z\n"
    )
    empty = base.replace("[x]", "[]")
    assert clean("id: a\nvalues:\n  - y\n", "id: a\nvalues:\n  - z\n", empty) == "id: a\nvalues:\n  - y\n  - z\n"


def test_one_value_added_by_both_keeps_the_comments_of_both():
    text = clean("id: a\nvalues: [x]  # ours\n", "id: a\nvalues: ['x']  # theirs\n", "id: a\n")
    assert text == "id: a\n# theirs\nvalues: [x]  # ours\n"


def test_a_key_written_with_a_question_mark_is_merged_all_the_same():
    base = "id: a\nm:\n  ? b\n  : 1\n  c: 2\n"
    assert clean(base.replace("1", "3"), base.replace("2", "4"), base) == base.replace("1", "3").replace("2", "4")


# what does not


def test_an_item_that_two_people_emptied_between_them_is_left_to_a_person():
    base = "id: a\nupdates:\n  - a: 1\n    b: 2\n"
    ours, theirs = base.replace("a: 1\n    ", ""), base.replace("    b: 2\n", "")
    assert not merged(ours, theirs, base)[1].clean


def test_two_values_of_one_field_stand_between_markers_and_all_else_is_merged():
    ours = put(("due: 2019-03-31", "due: 2019-06-30"), ("71", "70"))
    asked = "due: 2019-09-30   # the builder asks"
    theirs = put(("due: 2019-03-31", asked), ("Mend the", "Mend all"))
    text, found = merged(ours, theirs)
    assert text == put(
        (
            "        due: 2019-03-31\n",
            f"<<<<<<< ours\n        due: 2019-06-30\n=======\n        {asked}\n>>>>>>> theirs\n",
        ),
        ("71", "70"),
        ("Mend the", "Mend all"),
    )
    assert found.conflicts == ((12, "reach-01", "due"),)


def test_the_markers_have_the_names_and_the_length_git_asks_for():
    one, other = (PARKS.replace("71", value).encode() for value in ("70", "72"))
    text = merge(PARKS.encode(), one, other, ("main", "autumn"), 9).data.decode()
    assert "<<<<<<<<< main\n      2018/19 Q1: 70\n=========\n      2018/19 Q1: 72\n>>>>>>>>> autumn\n" in text


def test_what_one_deleted_and_the_other_changed_is_left_to_a_person():
    without = PARKS[: PARKS.index("\n      - id: reach-02")] + PARKS[PARKS.index("\nmeasures") :]
    text, found = merged(without, put(("Mend the", "Mend all")))
    assert '<<<<<<< ours\n=======\n      - id: reach-02\n        text: "Mend all paths"\n>>>>>>> theirs\n' in text
    assert found.conflicts[0][1:] == ("reach-02", "")


def test_what_one_deleted_and_the_other_remarked_on_is_left_to_a_person_too():
    without = PARKS[: PARKS.index("\n      - id: reach-02")] + PARKS[PARKS.index("\nmeasures") :]
    text, _ = merged(without, put(('"Mend the paths"', '"Mend the paths"   # keep: a court order')))
    assert "# keep: a court order\n>>>>>>> theirs" in text


def test_a_text_reworded_by_both_is_one_field():
    base = "id: a\nvalues:\n  - Be kind to one another always\n"
    text, found = merged(base.replace("always", "often"), base.replace("kind", "good"), base)
    assert not found.clean
    assert "  - Be kind to one another often\n=======\n  - Be good to one another always\n" in text


def test_two_figures_for_one_reading_never_stand_side_by_side():
    ours, theirs = put(("{value: 73,", "{value: 74,")), put(("{value: 73,", "{numerator: 3, denominator: 4,"))
    assert not merged(ours, theirs)[1].clean


def test_a_list_put_in_another_order_by_both_is_left_to_a_person():
    base = "id: a\nvalues:\n  - one\n  - two\n  - three\n"
    ours = "id: a\nvalues:\n  - three\n  - one\n  - two\n"
    theirs = "id: a\nvalues:\n  - two\n  - one\n  - three\n"
    assert merged(ours, theirs, base)[1].conflicts == ((2, "", "values"),)


def test_a_conflict_in_the_first_line_of_an_item():
    base = "id: a\nupdates:\n  - note: one\n    on: 2018-01-01\n"
    text, found = merged(base.replace("one", "two"), base.replace("one", "three"), base)
    torn = "<<<<<<< ours\n    note: two\n=======\n    note: three\n>>>>>>> theirs\n"
    assert text == f"id: a\nupdates:\n  -\n{torn}    on: 2018-01-01\n"
    assert found.conflicts[0].line == 4


def test_one_new_id_for_two_things_keeps_both_and_is_not_clean():
    def new(text):
        return put(('"Mend the paths"\n', f'"Mend the paths"\n      - id: reach-03\n        text: {text}\n'))

    text, found = merged(new("Plant trees"), new("Sell ice cream"))
    assert "Plant trees" in text
    assert "Sell ice cream" in text
    assert not found.clean
    assert not found.conflicts
    [place] = found.collided
    assert (text.split("\n")[place.line - 1], place.item) == ("      - id: reach-03", "reach-03")
    assert text.split("\n")[place.line] == "        text: Sell ice cream"


@pytest.mark.parametrize(
    ("ours", "words"),
    [
        ("id: [", "has an error in line 1"),
        ("id: a\n<<<<<<< x\n", "has an error in line 2"),
        ("{id: parks}", "no line for each key"),
        ("", "has an error in line 1"),
        ("id: x\nnote: |+\n  two", "no line break"),
        (f"{PARKS}value: 1\n", "safe merge"),
    ],
)
def test_what_cannot_be_read_is_not_merged_item_by_item(ours, words):
    with pytest.raises(CannotMerge, match=words):
        merge(PARKS.encode(), ours.encode(), f"{PARKS}numerator: 1\n".encode())


def test_a_comment_that_would_fall_into_a_text_is_not_merged_item_by_item():
    with pytest.raises(CannotMerge, match="safe merge"):
        merge(b"id: a\n", b"id: a\n\n      # far in\n", b"id: a\nnote: |\n  x\n")
