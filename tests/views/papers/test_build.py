"""What each view promises its readers."""

import re
import shutil
from datetime import date

import pytest

from strategy_tracker.judging.attention import list_attention
from strategy_tracker.judging.tally import tally_actions
from strategy_tracker.views.attention_heads import ALL_HEADS, HEADS
from strategy_tracker.views.document import Chart
from strategy_tracker.views.papers.build import VIEWS, build
from strategy_tracker.views.papers.front.highlights import ROWS
from strategy_tracker.views.sheet import Table
from tests.views.conftest import AUGUST, DAY, SHIPPED, material

from .texts import column, section, table, tables, texts


def titles(document, level=1):
    return [one.title for one in document.sections if one.level == level]


def test_the_pack_is_in_the_order_a_board_reads(carers):
    document = build("pack", carers)
    assert titles(document) == [
        "What you are asked to do",
        "The position",
        "Needs your attention",
        "The priorities",
        "What people told us, and what was done",
        "What is coming",
        "Annex A. Every action",
        "Annex B. Every measure",
        "Annex C. Notes on the data, and the rules used",
        "Annex D. Dates moved, and by whom approved",
    ]
    assert [one.annex for one in document.sections] == sorted(one.annex for one in document.sections)


def test_the_cover_says_who_when_and_from_what(carers):
    assert build("pack", carers).facts == (
        ("For", "Carers Board"),
        ("Author", "Group Manager"),
        ("Meeting", "20 October 2025"),
        ("Papers due", "13 October 2025"),
        ("Last shown", "20 April 2025"),
        ("As at", "1 October 2025"),
    )


def test_the_committee_that_meets_next_is_found_by_its_day(parenting):
    facts = dict(build("pack", parenting).facts)
    assert facts["For"].endswith("Policy Development and Scrutiny Committee")
    assert facts["Author"] == "Head of Service for Children in Care and Care Leavers"
    assert facts["Meeting"] == "4 October 2022"


def test_the_position_is_a_sentence_of_counts_a_table_and_what_has_changed(parenting):
    document, standing = build("pack", parenting), parenting.standing
    position = section(document, "The position")
    every = tally_actions([action for one in standing.strategies for action in one.actions])
    opening = position.blocks[0].lead
    assert opening.startswith(f"Of {every.total} actions, {every.of('blue')} are complete.")
    found = table(document, "Where each priority stands")
    row = dict(zip((one.name for one in found.columns), (one.text for one in found.rows[-1]), strict=True))
    counts = [str(every.of(colour)) for colour in ("blue", "green", "amber", "red")]
    assert [one.colour for one in found.columns[2:7]] == ["blue", "green", "amber", "red", "grey"]
    assert list(row.values())[:7] == ["All", str(every.total), *counts, str(every.of("grey"))]
    assert len(position.blocks[-1].items) == 7


def test_every_exception_has_an_owner_a_reason_and_a_corrective_action_or_the_words(carers, parenting):
    document = build("exceptions", carers)
    listed = [found for found in section(document, "Needs your attention").blocks if isinstance(found, Table)]
    rows = [row for found in listed for row in found.rows]
    assert len(rows) == len(list_attention(carers.standing)) == 6
    said = {
        row[0].text: dict(zip((one.name for one in found.columns), (each.text for each in row), strict=True))
        for found in listed
        for row in found.rows
    }
    form = next(told for name, told in said.items() if name.endswith("Write one form for all services"))
    assert form["Corrective action"].startswith("15 April 2025: No supplier yet; now expected December 2025")
    assert table(document, HEADS["silent"]).notes == ()  # they are asked for a word, and nothing is to be put right
    passed = table(build("exceptions", parenting), HEADS["waiting"])
    assert "No corrective action is on record for these." in passed.notes


def test_a_table_of_one_column_is_a_list(parenting):
    blocks = section(build("exceptions", parenting), "Needs your attention").blocks
    place = next(n for n, one in enumerate(blocks) if getattr(one, "lead", "") == "Not reported on in time.")
    assert blocks[place + 1].items == ("Hold the Celebration of Achievement awards",)


def test_what_exceeds_its_target_is_green_and_counted_beside(small):
    path = small / "measures/carers.yaml"
    path.write_text(
        path.read_text("utf-8").replace("{2024/25: 1000}", "{2024/25: 1000}\n    exceeded_by: 20% of target"), "utf-8"
    )
    pack = build("pack", material(small, DAY, "young-carers"))
    counts = table(pack, "Measures by priority")
    assert (column(counts, "Green")[-1], column(counts, "Exceeded")[-1]) == ("1", "1")
    assert any("4 have a colour: 1 green, 2 amber and 1 red" in told for told in texts(pack))


def test_every_measure_that_got_worse_is_named(parenting):
    found = build("pack", parenting)
    worse = [one for one in parenting.standing.measures.values() if one.headline.kind == "worse"]
    assert column(table(found, "Measures that got worse"), "Measure") == [one.title for one in worse]
    assert len(worse) == 3


def test_a_paper_tells_a_measure_that_serves_two_priorities_once_where_it_stands_in_a_table(parenting):
    found, drawn = build("pack", parenting), {}
    for one in found.sections[: [each.title for each in found.sections].index("Around us")]:
        for block in one.blocks:
            if isinstance(block, Table) and block.columns[0].name == "Measure" and "Latest" in block.columns[1].name:
                for row in block.rows:
                    drawn.setdefault(row[0].text, []).append(one.title)
    assert drawn["Pathway plans no more than 7 months old"] == ["Transitions and Independence"]
    assert all(len(places) == 1 for places in drawn.values())


def test_each_exception_stands_under_its_word_and_silence_last(carers):
    blocks = section(build("exceptions", carers), "Needs your attention").blocks
    told = [one.title for one in blocks if isinstance(one, Table)]
    assert told == [head for head in ALL_HEADS if head in told]
    assert {HEADS["late"], HEADS["waiting"], HEADS["silent"]} <= {*told}


def test_the_number_a_body_is_asked_to_look_into_says_what_it_counts(parenting):
    found = build("pack", parenting)
    assert len(table(found, "The date has passed without a report since").rows) == 2
    asked = section(found, "What you are asked to do").blocks[0].items
    assert (
        asked[0]
        == "Note where Corporate parenting priorities 2020–21 stands, in each of its 5 priorities, and comment."
    )
    assert asked[1].startswith("Ask for an answer on 2 actions whose date has passed without a report since: Present ")
    assert asked[-1].startswith(
        "Whether a date was moved, a target eased or a figure restated since you last met cannot"
    )


def test_a_halt_is_raised_with_its_reason_until_the_body_has_noted_it(small):
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    paused = "- {on: 2025-09-01, state: paused}"
    told = "- {on: 2025-09-01, state: paused, note: No money, approved_by: Senior Team}"
    path.write_text(text.replace(paused, told), encoding="utf-8")
    found = build("exceptions", material(small, DAY, "young-carers"))
    listed = table(found, "Actions to note")
    assert [[cell.text for cell in row] for row in listed.rows] == [
        ["Translate the leaflet", "paused", "1 September 2025", "No money", "Senior Team"]
    ]
    asked = "Note an action that was halted: Translate the leaflet (paused)."
    assert asked in list(texts(build("pack", material(small, DAY, "young-carers"))))
    forum = path.read_text(encoding="utf-8").replace("{body: Schools Forum, kind: panel}", "{body: Forum, role: works}")
    path.write_text(forum, encoding="utf-8")
    working = list(texts(build("pack", material(small, DAY, "young-carers", body="Forum"))))
    assert not any("halted" in text for text in working)
    met = path.read_text(encoding="utf-8").replace("held: [2025-04-20]", "held: [2025-04-20, 2025-09-20]")
    path.write_text(met, encoding="utf-8")
    after = build("exceptions", material(small, DAY, "young-carers"))
    assert "Paused, stopped or superseded, and not noted yet" not in titles(after)


def test_a_note_on_a_figure_is_nobody_s_word(small):
    path = small / "measures" / "carers.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Money spent\n", "title: Money spent\n    frequency: year\n"), encoding="utf-8")
    found = build("exceptions", material(small, date(2026, 9, 1), "young-carers"))
    listed = table(found, "Figures and meetings that have not come")
    assert "Unaudited." in column(listed, "Last word")
    assert "Corrective action" not in [one.name for one in listed.columns]


def test_the_exception_report_names_everything_that_is_silent(shipped):
    found = material(shipped, AUGUST.replace(year=2019), "bexley-looked-after")
    silent = [one.text for one in list_attention(found.standing) if HEADS[one.kind] == HEADS["silent"]]
    assert column(table(build("exceptions", found), "Not reported on in time"), "What") == silent
    assert len(silent) > 50


def test_nothing_off_track_says_so(small):
    path = small / "strategies" / "old-plan.yaml"
    found = material(small, DAY, path.stem)
    for view in ("exceptions", "highlight"):
        leads = [one.opening + one.text for one in section(build(view, found), "Needs your attention").blocks]
        assert "No owner has said that an action is late." in leads
        assert "No date has passed without a report since." in leads


def test_a_moved_date_has_its_reason_and_who_agreed(carers):
    moved = table(build("pack", carers), "Moved due dates")
    assert [cell.text for cell in moved.rows[0]] == [
        "seen-02",
        "Write one form for all services",
        "12 April 2025",
        "20 April 2025",
        "1 May 2025",
        "The printer withdrew",
        "Senior Team",
    ]


def test_a_move_without_approval_is_asked_about(small):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text().replace(", approved_by: Senior Team", ""))
    document = build("pack", material(small, DAY, "young-carers"))
    assert "no approval on record" in list(texts(document))
    asked = "Approve or refuse a date that was moved without an approval on record: "
    assert any(text.startswith(asked) and "(20 April 2025, now 1 May 2025)" in text for text in texts(document))


def test_measures_have_reading_target_both_arrows_and_a_benchmark_with_its_period(carers):
    measures = table(build("pack", carers), "Measures")
    row = dict(zip((one.name for one in measures.columns), (one.text for one in measures.rows[0]), strict=True))
    assert row == {
        "Measure": "Schools with trained staff",
        "Reading": "88%",
        "Period": "2025/26 Q1, provisional",
        "Target": "90% for 2025/26",
        "Colour": "◆ amber",
        "Since the period before": "better, +11.5 points from 76.5% in 2024/25 Q4",
        "Since a year before": "better, +24 points from 64% in 2024/25 Q1",
        "Beside others": "8 points above England (80% in 2025/26 Q1)",
    }


def test_every_measure_without_a_colour_is_counted_once_under_its_reason(parenting):
    found = table(build("pack", parenting), "Not rated")
    grey = [one for one in parenting.standing.measures.values() if one.rating.colour == "grey"]
    assert sum(int(number) for number in column(found, "Measures")) == len(grey)


def test_data_notes_tell_of_suppressed_provisional_and_restated_figures(carers):
    notes = table(build("pack", carers), "Notes on figures")
    said = dict(zip(column(notes, "Note"), column(notes, "True of"), strict=True))
    withheld = next(text for text in said if text.startswith("suppressed: "))
    assert said[withheld] == "Schools with trained staff, 2024/25 Q2; Young carers known to us, 2024/25"
    assert said["provisional: it may still change"] == "Schools with trained staff, 2025/26 Q1"
    assert said["revised: it was £1,200 until 1 May 2025"] == "Grants paid, 2024/25"


def test_the_glossary_explains_what_is_used_and_nothing_else(carers, parenting):
    used = column(table(build("pack", carers), "Rules used"), "Word")
    assert {"Band", "Floor", "Tolerance", "Slipped"} <= set(used)
    assert "Complete (blue)" in used
    assert "Against a comparator" not in used
    assert not {"Band", "Floor", "Tolerance", "Slipped"} & set(
        column(table(build("pack", parenting), "Rules used"), "Word")
    )


def test_the_highlight_report_is_short(parenting):
    document = build("highlight", parenting)
    assert titles(document) == ["What you are asked to do", "The position", "Needs your attention", "What is coming"]
    assert all(len(one.rows) <= ROWS for one in tables(document))
    assert sum(len(text.split()) for text in texts(document)) < 720
    assert not document.has_contents
    rows = table(document, "The gravest first").rows
    assert [row[1].text for row in rows] == [
        "due 29 July 2022, 33 days ago, and nothing has been reported since",
        "due July 2022, 31 days ago, and nothing has been reported since",
        "Never reported on",
    ]


def test_the_contents_of_a_self_evaluation_name_priorities_and_not_the_questions_asked_of_each(carers):
    document = build("self-evaluation", carers)
    asked = [one for one in document.sections if one.level == 2]
    assert len(asked) % 3 == 0
    assert asked
    assert not any(one.is_listed for one in asked)
    assert all(one.is_listed for one in document.sections if one.level == 1)


def test_the_scorecard_has_years_across_and_others_under_each_measure(parenting):
    found = next(one for one in tables(build("scorecard", parenting)) if "2021/22" in [c.name for c in one.columns])
    years = [one.name for one in found.columns if re.fullmatch(r"\d{4}/\d\d", one.name)]
    assert years == sorted(years)
    document = build("scorecard", parenting)
    rows = [row for one in tables(document) for row in one.rows]
    benchmark = next(row for row in rows if row[0].text == "National, for comparison")
    assert "in line with national, July 2022" in [cell.text for cell in benchmark]


def test_a_figure_for_part_of_a_year_names_its_period(parenting):
    rows = [row for one in tables(build("scorecard", parenting)) for row in one.rows]
    dental = next(row for row in rows if row[0].text == "Dental check within 12 months")
    assert [cell.text for cell in dental][1:4] == ["91%", "64%, January 2022", "83%, August 2022"]


def test_the_action_plan_names_every_action(parenting):
    listed = [
        row[0].text for one in tables(build("actions", parenting)) if one.title == "Action plan" for row in one.rows
    ]
    assert listed == [action.id for one in parenting.standing.strategies for action in one.actions]


def test_a_step_nobody_recorded_is_told_apart_from_the_one_that_was_approved(small):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(
        path.read_text("utf-8").replace("from: 2025-04-20, why", "from: 2025-04-20, to: 2025-04-25, why"), "utf-8"
    )
    moved = table(build("exceptions", material(small, DAY, "young-carers")), "Moved due dates")
    assert [[cell.text for cell in row][2:] for row in moved.rows] == [
        ["12 April 2025", "20 April 2025", "25 April 2025", "The printer withdrew", "Senior Team"],
        ["–", "25 April 2025", "1 May 2025", "in the file, nobody on record", "no approval on record"],
    ]


def test_a_date_that_moved_stands_beside_the_first_one(carers):
    plan = next(one for one in tables(build("actions", carers)) if one.title == "Action plan")
    assert column(plan, "Due")[1] == "1 May 2025; at first 20 April 2025"


def test_one_priority_is_not_counted_twice(small):
    plan = build("actions", material(small, DAY, "old-plan"))
    assert column(table(plan, "Actions by priority"), "Priority") == ["Seen"]


def test_a_note_that_ends_with_a_full_stop_runs_on_to_the_date_now_expected(small):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text("utf-8").replace("No supplier yet", "No supplier yet."), "utf-8")
    found = "\n".join(texts(build("pack", material(small, DAY, "young-carers"))))
    assert "No supplier yet; now expected December 2025 (15 April 2025)" in found
    assert "15 April 2025: No supplier yet; now expected December 2025." in found


def test_what_was_said_stands_beside_what_was_done(carers):
    (row,) = table(build("you-said-we-did", carers), "You said, we did").rows
    assert [cell.text for cell in row] == [
        "We wait too long for a break",
        "Young Carers Panel, 2 May 2025",
        "Breaks are booked weekly",
        "● planned for 15 October 2025",
    ]


def test_what_was_said_later_was_not_said_yet(small):
    found = material(small, DAY.replace(month=4, day=30), "young-carers")
    assert "No request is on record." in list(texts(build("you-said-we-did", found)))


def test_a_promise_stands_beside_the_actions_that_keep_it(carers):
    lead, counts, points = section(build("pledge", carers), "Promises").blocks
    assert lead.text.endswith("Kept by the work on: Young carers are seen.")
    assert [one.text for one in counts.items] == [
        "✔ 1 complete", "● 1 green", "◆ 1 amber", "▼ 2 red", "○ 3 no colour"
    ]  # fmt: skip
    assert points.items[0].startswith("We listen before we decide.")


def test_practice_is_told_by_priority_and_by_theme(parenting):
    document = build("practice", parenting)
    assert titles(document)[-1] == "By theme"
    told = titles(document, 2)
    assert len(told) == len(set(told))
    assert "participation" in column(table(document, "By theme"), "Theme")


def test_practice_without_a_link_says_so(small):
    found = material(small, DAY, "old-plan")
    assert "No practice example is linked to a priority." in list(texts(build("practice", found)))


JARGON = re.compile(
    r"\b(B?RAG|measure|milestone|cadence|overdue|stale|rated|benchmark|standing|governance|KPI)s?\b", re.IGNORECASE
)


def test_young_people_read_no_jargon_of_ours_and_no_table(carers):
    document = build("young", carers)
    assert document.large_print
    assert not tables(document)
    assert not [text for text in texts(document) if JARGON.search(text)]
    said = list(texts(document))
    assert "People notice what I do." in said
    assert "We listen before we decide." in said
    assert any(text.startswith("You said: We wait too long for a break. We did: Breaks are booked") for text in said)


def test_young_people_read_a_note_only_where_it_may_be_published(small, carers):
    assert not any("Half are trained" in text for text in texts(build("young", carers)))
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text().replace("note: Half are trained,", "note: Half are trained, public: true,"))
    found = material(small, DAY, "young-carers")
    assert any("Half are trained" in text for text in texts(build("young", found)))


def test_young_people_read_a_letter_of_what_is_done_what_is_not_and_what_nobody_knows(carers):
    document = build("young", carers)
    assert titles(document) == [
        "Dear all of you", "What you were promised", "What is done", "What you asked for", "What we cannot tell you",
        "What is not going well", "Stopped for now, or not happening any more", "What is being worked on",
        "What comes next", "Tell us",
    ]  # fmt: skip
    unknown = section(document, "What we cannot tell you")
    assert unknown.blocks[0].text == "These should have happened by now. Nobody has written down whether they did."
    assert any(text.endswith("We said 20 September 2025.") for text in unknown.blocks[1].items)
    coming = " ".join(section(document, "What comes next").blocks[0].items)
    others = [*texts(document)]
    assert all(others.count(text) == 1 for text in others if text.endswith(".") and text in coming)
    asked = section(document, "What you asked for").blocks[0].items
    assert asked[0].endswith("We did: Breaks are booked weekly. The next part is planned for 15 October 2025.")


def test_a_letter_has_its_readers_title_first_and_says_once_how_much_of_the_plan_is_done(parenting):
    document = build("young", parenting)
    assert document.title == "What we promised you, and what we did"
    assert document.subtitle == "Corporate parenting priorities 2020–21"
    said = list(texts(document))
    assert said.count("18 of the 94 things in the plan are done.") == 1
    assert not [text for text in said if re.match(r"And \d+ more", text)]


def test_what_is_due_today_is_not_what_comes_next(parenting):
    assert parenting.standing.as_at == AUGUST
    coming = section(build("young", parenting), "What comes next").blocks[0].items
    assert coming[0].startswith("September 2022: ")
    assert "Run a summer programme." not in " ".join(coming)


def test_a_plan_that_is_over_says_so_to_young_people(small):
    assert "This plan is over. Here is what we know of it." in list(
        texts(build("young", material(small, DAY, "old-plan")))
    )


def test_what_was_going_on_when_a_plan_ended_is_not_called_untold(small):
    heads = titles(build("young", material(small, date(2030, 1, 1), "young-carers")))
    assert "What was being worked on when the plan ended" in heads
    assert "What is being worked on" not in heads


def test_self_evaluation_asks_three_questions_of_each_priority(carers):
    document = build("self-evaluation", carers)
    assert titles(document, 2) == ["What do we know?", "How do we know it?", "What next?"] * 2
    said = list(texts(document))
    assert "Write one form for all services (15 April 2025): Minutes 4" in said
    coming = next(text for text in said if "Invitations sent" in text)
    assert "Hold a yearly forum: Invitations sent (10 October 2025)" in coming
    assert "Hold a yearly forum (31 October 2025)" in coming


@pytest.fixture(scope="module")
def exampleton(tmp_path_factory):
    root = tmp_path_factory.mktemp("exampleton") / "all"
    shutil.copytree(SHIPPED / "examples" / "exampleton", root)
    return material(root, date(2026, 6, 30))


def test_a_body_is_asked_nothing_about_a_strategy_that_it_does_not_review(exampleton):
    assert exampleton.body == "Children's Board"
    asked = " ".join(section(build("pack", exampleton), "What you are asked to do").blocks[0].items)
    assert "Find forty employers" in asked
    assert "Replace the boilers" not in asked
    assert "Replace the boilers" in " ".join(texts(build("exceptions", exampleton)))


def test_the_priorities_of_several_strategies_stand_under_each_with_its_own_counts(exampleton):
    found = table(build("pack", exampleton), "Actions by priority")
    names, counts = column(found, "Priority"), [int(one) for one in column(found, "Actions")]
    assert names[:2] == ["A Good Start, the children's strategy 2023–2027", "· Children are safe"]
    assert names.index("Warm Homes Strategy 2023–2027") == 4
    assert counts[0] == sum(counts[1:4])
    assert counts[-1] == counts[0] + counts[4]


@pytest.mark.parametrize("view", VIEWS)
def test_several_strategies_are_told_apart(small, view):
    document = build(view, material(small))
    title = document.subtitle if view == "young" else document.title
    assert title == "Young Carers Strategy 2025–2028 and Carers Plan 2016–2020"
    assert document.organisation == "Borough of Exampleton"
    if view not in ("practice", "scorecard", "self-evaluation"):
        assert any("Carers Plan 2016–2020" in text for text in texts(document))


@pytest.mark.parametrize("view", VIEWS)
def test_a_strategy_with_nothing_in_it_can_be_reported(small, view):
    (small / "strategies" / "empty.yaml").write_text("id: empty\ntitle: Empty\npriorities: [{id: one, title: One}]\n")
    document = build(view, material(small, DAY, "empty"))
    assert (document.subtitle if view == "young" else document.title) == "Empty"
    assert any(re.search(r"\b[Nn](o|othing|obody|one|ever)\b", text) for text in texts(document))


def test_a_view_that_is_not_there_is_refused(carers):
    with pytest.raises(KeyError):
        build("poem", carers)


def test_an_action_is_named_with_its_strategy_where_another_may_have_its_id(small):
    first = small / "strategies" / "young-carers.yaml"
    text = first.read_text("utf-8").replace("id: young-carers", "id: others", 1).replace("2025–2028", "2028–2030", 1)
    (small / "strategies" / "others.yaml").write_text(text, "utf-8")
    found = build("pack", material(small, DAY, "young-carers", "others"))
    for title in ("Moved due dates", "Two opinions"):
        names = [(row[0].text, row[1].text) for row in table(found, title).rows]
        assert len(set(names)) == len(names)


def test_dates_of_ours_are_written_as_people_say_them(carers):
    assert not [text for text in texts(build("actions", carers)) if "(last done 20" in text]
    noted = column(table(build("pack", carers), "Notes on figures"), "Note")
    assert "revised: it was £1,200 until 1 May 2025" in noted


def test_a_plan_that_has_not_begun_is_not_unknown_to_young_people(small):
    found = list(texts(build("young", material(small, DAY.replace(year=2024), "young-carers"))))
    assert "What has not begun" in found
    assert not [text for text in found if text.startswith("We do not know")]


def test_a_self_evaluation_knows_every_date_that_the_calendar_has(carers):
    found = list(texts(build("self-evaluation", carers)))
    coming = next(text for text in found if "Offer a break each month (15 October 2025)" in text)
    assert "Open a drop-in (1 January 2026)" in coming
    assert any("now expected December 2025" in text for text in found)


def test_a_self_evaluation_has_no_date_to_come_that_is_past(small):
    found = list(texts(build("self-evaluation", material(small, DAY.replace(year=2026), "young-carers"))))
    assert "Write one form for all services: now expected December 2025" not in found


def test_without_measures_none_is_said_to_be_rated(small):
    assert "No measure is on record." in list(texts(build("scorecard", material(small, DAY, "old-plan"))))


@pytest.mark.parametrize(
    ("stage", "head", "afterwards"),
    [
        ("considering", "What is only being thought about", "What was only being thought about"),
        ("striving", "What we want to reach", "What we wanted to reach"),
        ("improving", "What should get better", "What was to get better"),
        ("doing", "What is being worked on", "What was being worked on when the plan ended"),
    ],
)
def test_young_people_are_told_what_is_only_an_aim_or_an_idea_until_somebody_says_more(small, stage, head, afterwards):
    path = small / "strategies" / "young-carers.yaml"
    idea = f"    actions:\n      - {{id: idea-01, text: A card, plain: Give you a card, stage: {stage}}}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("    actions:\n", idea, 1), encoding="utf-8")

    def told(day):
        document = build("young", material(small, day, "young-carers"))
        return next(one.title for one in document.sections if "Give you a card." in str(one))

    assert (told(DAY), told(date(2030, 1, 1))) == (head, afterwards)
    heard = idea.replace("}", ", updates: [{on: 2025-09-01, state: in-progress}]}")
    path.write_text(path.read_text(encoding="utf-8").replace(idea, heard), encoding="utf-8")
    assert told(DAY) == "What is being worked on"


def test_a_paper_calls_a_priority_and_a_measure_by_one_name_from_its_first_table_to_its_annexes(small):
    path, figures = small / "strategies" / "young-carers.yaml", small / "measures" / "carers.yaml"
    long = "Young carers are noticed early by every school in the borough"
    text = path.read_text(encoding="utf-8")
    first = re.search(r"\n    title: (.*)", text)
    path.write_text(text.replace(first[0], f"\n    title: {long}\n    short: Noticed", 1), encoding="utf-8")
    held = figures.read_text(encoding="utf-8")
    wait = "    title: Days that a young carer and the family wait for a break"
    figures.write_text(
        re.sub(r"(?<=- id: waiting\n)    title: .*", f"{wait}\n    short: Wait for a break", held), encoding="utf-8"
    )
    document = build("pack", material(small, DAY, "young-carers"))
    assert column(table(document, "Actions by priority"), "Priority")[0] == long
    assert long in [one.title for one in document.sections]
    assert wait.partition(": ")[2] in column(table(document, "Key figures"), "Measure")
    assert "Noticed" not in str(document)
    assert "Wait for a break" not in str(document)
    annexes = next(n for n, one in enumerate(document.sections) if one.annex)
    assert wait.partition(": ")[2] in str(document.sections[annexes:])
    highlight = build("highlight", material(small, DAY, "young-carers"))
    assert column(table(highlight, "Where each priority stands"), "Priority")[0] == long


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_said_under_a_chart_does_not_begin_with_its_title_again(parenting, view):
    charts = [block for one in build(view, parenting).sections for block in one.blocks if isinstance(block, Chart)]
    assert charts or view != "pack"
    assert not any(one.words.startswith(one.title) for one in charts)
