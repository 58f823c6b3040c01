"""Whole documents: what is an action, a measure or an aspiration is taken under its priority, and nothing else is."""

from strategy_tracker.intake.draft import TableAnswers
from tests.intake.documents.reading import codes, of_text, under

HARBOUR = """Harbour town plan 2026 to 2029
Seaham Borough Council

Contents

1. Clean harbour ........ 3
2. Busy quays ........ 6

Foreword

We will always love this harbour. Last year we:

- painted the railings
- won a prize

Priority one: Clean harbour
Lead: Head of Harbours

Our aspirations

- Water that is clean enough to swim in

What will we do...

- Test the water every week
- Build a reed bed by June 2027 (Parks Manager)
- Stop the two worst outfalls by the end of 2028,
  whoever owns them
- Ask divers what they see
  - in summer, each Sunday

How will we know?

- Days on which swimming is safe: 54% now, 80% in 2028/29
- Fewer complaints of smell

The sea was here before us. It covers 40% of what we own, and few people
know what lies below it.

Priority two: Busy quays

What will we do...

- Let the empty sheds

Reviewing our progress

The Harbour Board looks at this plan every six months.

Contact officer: Jane Quayle, jane@example.org
"""


def test_a_plan_of_lists_becomes_priorities_aspirations_actions_and_measures():
    draft, _ = of_text(HARBOUR)
    assert (draft.title, draft.organisation) == ("Harbour town plan 2026 to 2029", "Seaham Borough Council")
    assert (draft.starts, draft.ends) == ("2026", "2029")
    assert [(one.title, one.owner, one.aspirations) for one in draft.priorities] == [
        ("Clean harbour", "Head of Harbours", ("Water that is clean enough to swim in",)),
        ("Busy quays", "", ()),
    ]
    assert under(draft, "Clean harbour") == [
        "Test the water every week",
        "Build a reed bed by June 2027",
        "Stop the two worst outfalls by the end of 2028, whoever owns them",
        "Ask divers what they see",
    ]
    assert under(draft, "Busy quays") == ["Let the empty sheds"]
    assert [(one.title, one.priority) for one in draft.measures] == [
        ("Days on which swimming is safe", 0),
        ("Fewer complaints of smell", 0),
    ]
    assert [(one.body, one.every) for one in draft.governance] == [("Harbour Board", "6 months")]


def test_what_a_sentence_prints_is_read_and_stays_in_it():
    draft, _ = of_text(HARBOUR)
    weekly, bed, outfalls, divers = draft.actions[:4]
    assert weekly.every == "week"
    assert (bed.due, bed.owner, bed.place) == ("2027-06", "Parks Manager", "line 26")
    assert outfalls.due == "2028-12"
    assert divers.note == "in summer, each Sunday"
    swim, smell = draft.measures
    assert (swim.unit, {key: one.said for key, one in swim.targets.items()}) == ("percent", {"2028/29": "80"})
    assert (swim.readings["now"].said, swim.readings["now"].settled) == ("54", False)
    assert smell.better == "lower"


def test_what_is_left_out_is_said_and_no_person_is_named():
    draft, ledger = of_text(HARBOUR)
    said = " ".join(f"{one.place} {one.words}" for one in ledger.remarks)
    assert "a foreword" in said
    assert "a table of contents" in said
    assert "It covers 40% of what we own" in said
    assert "Quayle" not in said
    assert "@" not in said
    assert {"part-of-item", "no-period-in-a-table"} <= codes(ledger)
    assert "painted the railings" not in {one.text for one in draft.actions}


def test_titles_in_a_row_are_those_of_the_rounds_below_them():
    parts = "Our aspirations\n\n- {0} air\n\nWhat we will do\n\n- Clean the {0}\n\n- Open the {0}\n\n"
    titles = "Priority 1: East\n\nPriority 2: West\n\n"
    draft, ledger = of_text(titles + parts.format("east") + parts.format("west"))
    assert under(draft, "East") == ["Clean the east", "Open the east"]
    assert under(draft, "West") == ["Clean the west", "Open the west"]
    assert "titles-in-order" in codes(ledger)


def test_rounds_without_as_many_titles_are_not_shared_out():
    parts = "Our aspirations\n\n- {0} air\n\nWhat we will do\n\n- Clean the {0}\n\n"
    titles = "Priority 1: East\n\nPriority 2: West\n\n"
    draft, ledger = of_text(titles + "".join(parts.format(one) for one in ("east", "west", "north")))
    assert "titles-in-order" not in codes(ledger)
    assert [one.title for one in draft.priorities] == ["West"]


def test_a_list_that_nothing_tells_apart_is_said_and_not_taken():
    draft, ledger = of_text("Priority 1: Roads\n\n- Potholes\n- Kerbs\n\nWhat we will do\n\n- Mend both\n")
    assert [one.text for one in draft.actions] == ["Mend both"]
    assert "not-told-apart" in codes(ledger)


def test_actions_outside_the_priorities_are_said_and_not_taken():
    text = "Introduction\n\nTo begin, we will:\n\n- think\n\nNext steps\n\n- Print this\n\n"
    text += "".join(f"Priority {n}: Road {n}\n\nWhat we will do\n\n- Mend it\n\n" for n in (1, 2))
    draft, ledger = of_text(text)
    assert [one.text for one in draft.actions] == ["Mend it", "Mend it"]
    assert "not-told-apart" in codes(ledger)


def test_labels_below_an_action_are_of_it():
    text = (
        "Roads\n\nActions\n\nAction 1: Mend the bridge\nLead: Head of Roads\nBy when: May 2027\nStatus: In progress\n\n"
    )
    text += "Action 2: Paint it\nLead: Jo Bloggs\nBy when: some day\n"
    draft, ledger = of_text(text)
    mend, paint = draft.actions
    assert (mend.text, mend.ref, mend.owner, mend.due, mend.state) == (
        "Mend the bridge", "Action 1", "Head of Roads", "2027-05", "in-progress",
    )  # fmt: skip
    assert (paint.owner, paint.due, paint.note) == ("", "", "By when: some day")
    assert {"person-in-owner", "not-a-date-in-a-cell"} <= codes(ledger)


def test_the_years_of_a_plan_are_read_where_a_sentence_explains_them():
    text = "Roads\n\nAction\tLead\tTimescale\nMend the bridge\tHead of Roads\tYear 1\n"
    text += "Paint it\tPainter Officer\tYear 2\n\n"
    draft, ledger = of_text(text + "Year 1 is April 2026 to March 2027.\n")
    assert [one.due for one in draft.actions] == ["2027-03", ""]
    assert any(one.code == "last-month" and "line 7" in one.words for one in ledger.remarks)


def test_a_flattened_table_is_a_table():
    cells = ["Objective", "Action", "Lead", "Deadline", "Calm streets", "Close a road", "Traffic Officer", "June 2027"]
    draft, _ = of_text(
        "Our plan\n\n" + "\n".join([*cells, "Calm streets", "Put in bollards", "Traffic Officer", "May 2028"])
    )
    assert [(one.text, one.owner, one.due) for one in draft.actions] == [
        ("Close a road", "Traffic Officer", "2027-06"),
        ("Put in bollards", "Traffic Officer", "2028-05"),
    ]
    assert [one.title for one in draft.priorities] == ["Calm streets"]


def test_columns_of_wide_blanks_are_a_table():
    text = (
        "Action                  Lead             By when\n"
        "Mend the bridge         Head of Roads    May 2027\n"
        "  and the steps\n"
        "Paint it                Bridge Officer   June 2027\n"
    )
    draft, _ = of_text("Roads\n\n" + text)
    assert [(one.text, one.owner, one.due) for one in draft.actions] == [
        ("Mend the bridge and the steps", "Head of Roads", "2027-05"),
        ("Paint it", "Bridge Officer", "2027-06"),
    ]


def test_what_a_person_answers_counts_in_documents_too():
    answers = TableAnswers(values={"due": {"some day": "every:year"}, "owner": {"Jo Bloggs": "Head of Paint"}})
    text = "Roads\n\nWhat we will do\n\n- Paint it\n  Lead: Jo Bloggs\n  By when: some day\n"
    draft, _ = of_text(text, answers)
    assert (draft.actions[0].owner, draft.actions[0].every) == ("Head of Paint", "year")


def test_a_priority_without_what_the_others_have_is_said():
    text = "".join(
        f"Priority {n}: Road {n}\n\nLead: Head of Road {n}\n\nWhat we will do\n\n- Mend it\n\n" for n in (1, 2)
    )
    _, ledger = of_text(text + "Priority 3: Lane\n\nWhat we will do\n\n- Mend it\n")
    assert [one.words for one in ledger.remarks if one.code == "unlike-the-others"] == [
        "'Lane' has no owner, where the others have"
    ]


def test_a_list_of_the_priorities_is_no_list_of_actions():
    text = "How will we achieve this?\n\n- Clean air\n- Calm streets\n\n"
    text += "".join(f"{one}\n\nWhat we will do\n\n- Begin\n\n" for one in ("Clean air", "Calm streets"))
    draft, _ = of_text(text)
    assert [(one.text, one.priority) for one in draft.actions] == [("Begin", 0), ("Begin", 1)]


def test_chapters_inside_a_priority_end_with_the_next_heading():
    text = "Clean air\n\nWhy this matters\n\n- Smoke\n\nWhat you told us\n\n- Too many lorries\n\nWhat we have done\n\n"
    draft, ledger = of_text(text + "- Closed a road\n\nWhat we will do next\n\n- Close another road\n")
    assert under(draft, "Clean air") == ["Close another road"]
    assert {"why it matters", "what people said", "what was done before"} <= {
        one.words.rpartition(": ")[2] for one in ledger.remarks
    }


def test_items_with_labels_are_actions_and_their_owner_is_not_that_of_the_priority():
    text = "Priority 1: Homes\n- Cheap homes\n\n1.1 Build 400 homes\nLead: Head of Homes\nBy when: March 2028\n\n"
    draft, ledger = of_text(text + "1.2 Buy 60 homes\nLead: Sarah Bright, Head of Assets\nBy when: 2027\n")
    assert [(one.ref, one.text, one.owner, one.due) for one in draft.actions] == [
        ("1.1", "Build 400 homes", "Head of Homes", "2028-03"),
        ("1.2", "Buy 60 homes", "Head of Assets", "2027"),
    ]
    assert draft.priorities[0].owner == ""
    assert {"not-told-apart", "person-in-owner"} <= codes(ledger)


def test_lists_without_bullets_are_read_by_their_heading_and_said():
    text = "Theme A: Simple\n\nAmbition\n\nIt works on a phone.\n\nWe will\nReplace paper claims with forms\n"
    text += "Publish how long things take\n\nMeasures\nForms still on paper\nMedian wait\n\nTheme B: Safe\n\nWe will\n"
    draft, ledger = of_text(text + "Housing\nLandlords\n")
    assert under(draft, "Simple") == ["Replace paper claims with forms", "Publish how long things take"]
    assert draft.priorities[0].aspirations == ("It works on a phone.",)
    assert [one.title for one in draft.measures] == ["Forms still on paper", "Median wait"]
    assert {"no-bullet", "not-told-apart"} <= codes(ledger)
    assert len(draft.priorities) == 1


def test_a_promise_in_prose_is_said_and_not_taken():
    draft, ledger = of_text("Priority 1: Waste\n\nWe will sell compost. It is good.\n\nActions\n\n- Collect it\n")
    assert [one.text for one in draft.actions] == ["Collect it"]
    assert any("'We will sell compost.' may be an action" in one.words for one in ledger.remarks)


def test_labels_of_a_measure_and_of_an_item_are_theirs():
    text = "Warmth\n\nActions\n\n- Insulate lofts\n- Fit pumps\n  - Owner: Energy Manager\n  - Deadline: 31/03/2028\n\n"
    text += "Measures\n\nMeasure: Warm homes\nTarget: 55% by 2028/29\nBaseline: 41% in 2024/25\n"
    draft, _ = of_text(text)
    assert [(one.text, one.owner, one.due) for one in draft.actions] == [
        ("Insulate lofts", "", ""),
        ("Fit pumps", "Energy Manager", "2028-03-31"),
    ]
    (warm,) = draft.measures
    assert (warm.targets["2028/29"].said, warm.readings["2024/25"].said) == ("55", "41")


def test_a_flattened_table_that_does_not_fill_its_rows_is_said():
    cells = ["Action", "Lead", "Deadline", "Mend it", "Head of Roads", "May 2027", "Paint it", "June 2028"]
    draft, ledger = of_text("Our plan\n\n" + "\n".join(cells))
    assert not draft.actions
    assert any("cells cannot be told apart" in one.words for one in ledger.remarks)


def test_what_nobody_can_see_is_left_out_of_tables_too():
    draft, _ = of_text(
        "Our plan\n\nAction\tLead\tDeadline\nMend\u202e it\tHead of Roads\tMay 2027\nPaint it\tHead\tMay 2028\n"
    )
    assert draft.actions[0].text == "Mend it"


def test_numbers_in_words_are_said_in_prose():
    _, ledger = of_text("Our plan\n\nThere were three sessions so far, and all of them were full to the last seat.\n")
    assert "figure-in-prose" in codes(ledger)


def test_what_was_done_already_is_no_action():
    draft, ledger = of_text("Priority 1: Work\n\nWe will:\n- train managers\n\nWe have already:\n- begun a scheme\n")
    assert [one.text for one in draft.actions] == ["train managers"]
    assert "not-told-apart" in codes(ledger)


def test_a_numbered_item_below_labels_of_another_is_no_heading():
    text = "Priority 1: Homes\n\nWhat we will do\n1.1 Place an officer in each hub (Housing Officer).\n"
    text += "1.2 Write a protocol.\n"
    text += "    Lead \u2013 Head of Housing\n    Timescale \u2013 March 2027\n1.3 Review payments every six months\n\n"
    draft, _ = of_text(text + "How we will know\n\n\u2022 Homes kept\n")
    assert [(one.ref, one.owner, one.due, one.every) for one in draft.actions] == [
        ("1.1", "Housing Officer", "", ""),
        ("1.2", "Head of Housing", "2027-03", ""),
        ("1.3", "", "", "6 months"),
    ]
    assert [(one.title, one.priority) for one in draft.measures] == [("Homes kept", 0)]
