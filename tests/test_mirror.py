"""The tests mirror the rooms: what a module promises is asserted in the file of its name, so that it is found at once.

`judging/clocks.py` has `tests/judging/test_clocks.py`; more of it may stand in `test_clocks_….py` beside that. What
stands otherwise is listed here by hand, each with its reason.
"""

from pathlib import Path

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "src" / "strategy_tracker"

WITHHELD = "one part of the rule: publishing/test_what_to_withhold, and every table tried in promises/"
TYPED_IN = "what comes of a form that somebody fills in: web/test_form_writing"
THE_FORM = "what somebody at a browser sees of it: web/test_form_pages"
ONE_PAGE = "one part of a page, seen whole: views/dashboard/test_page_frame, test_hostile, test_golden, and browser/"
ONE_PAPER = "one section of a paper, seen in it: views/papers/test_build and test_golden"
WORD = "one part of a Word file, which is opened and read: views/formats/word/test_word"
FAMILIES = "every family of rule, by its worked table and its promises: judging/measures/test_rating"
ONE_SCREEN = "one part of the first screen, seen whole: views/screens/standing/test_status"
WHOLE_TABLE = "one step from a table to a draft, seen in whole tables: intake/test_read_source"
WHOLE_DOCUMENT = "one step from a document to a draft, seen in whole documents: intake/documents/test_read_document"
TABLES = "one part of the tables, whose rows are read back from every format: cli/steps/test_export_tables"
TESTED_ELSEWHERE = {
    "app/writing/items/change_measure.py": "app/writing/items/test_judge_measure, test_withdraw",
    "app/importing/answered_form.py": "an answered form as it comes: cli/record/test_update, delivery/test_issue_form",
    "app/reporting/dashboard_since.py": "what a page says of a moment before: cli/publish/test_dashboard",
    "app/reporting/dashboard_strategies.py": "what each page is made of: cli/publish/test_dashboard",
    "app/reporting/public_dashboard.py": "cli/publish/test_dashboard_public, which reads it as a stranger would",
    "app/reporting/public_report.py": "cli/publish/test_report_public, which reads it as a stranger would",
    "app/reporting/register_files.py": "cli/steps/test_issuing, which reads the register as a person would",
    "app/reporting/publish.py": "cli/publish/test_report_public",
    "app/reporting/report_scope.py": "which strategies and body: app/reporting/test_report, test_earlier",
    "app/reporting/report_standing.py": "app/reporting/test_report",
    "cli/steps/ask_in_meeting.py": "the questions of a meeting, as a person meets them: cli/record/test_checkin",
    "cli/steps/resolving.py": "the questions of what was resolved, as a person meets them: cli/record/test_meeting",
    "cli/steps/ask_update.py": "the questions about an action: cli/record/test_update, test_checkin",
    "history/published_once.py": "cli/steps/test_issuing, tests/cases/bad/register-file-gone",
    "app/reporting/tables.py": TABLES,
    "app/reporting/save_tables.py": TABLES,
    "cli/steps/export_format.py": TABLES,
    "views/tables/as_csv.py": TABLES,
    "views/tables/as_parquet.py": TABLES,
    "views/tables/as_sqlite.py": TABLES,
    "views/tables/beside.py": TABLES,
    "views/tables/judged_moment.py": TABLES,
    "views/tables/of_measures.py": TABLES,
    "views/tables/of_strategies.py": TABLES,
    "views/tables/rows.py": TABLES,
    "cli/steps/starting.py": "cli/begin/test_init, test_bring_in",
    "cli/main.py": "the end of a process, seen from outside: cli/test_start_up",
    "judging/measures/families/by_comparator.py": FAMILIES,
    "judging/measures/families/by_target.py": FAMILIES,
    "judging/measures/families/case.py": FAMILIES,
    "app/importing/import_maps.py": "cli/steps/test_bring_into",
    "app/importing/import_report.py": "cli/begin/test_bring_in",
    "app/importing/import_wishes.py": "cli/begin/test_bring_in",
    "app/reporting/owner_workbook.py": "cli/publish/test_export_workbook",
    "app/importing/bring_back.py": "cli/publish/test_export_workbook",
    "app/importing/bring_in.py": "cli/begin/test_bring_in",
    "app/importing/returned_workbook.py": "cli/publish/test_export_workbook",
    "intake/layout/columns.py": WHOLE_TABLE,
    "intake/layout/found_table.py": WHOLE_TABLE,
    "intake/layout/heading_rows.py": WHOLE_TABLE,
    "intake/layout/row_kinds.py": WHOLE_TABLE,
    "intake/layout/under_periods.py": WHOLE_TABLE,
    "intake/own_workbook.py": "cli/publish/test_export_workbook",
    "model/names/catalogue/page_labels.py": "part of the catalogue: model/names/test_labels",
    "model/workbook.py": "plain data: cli/publish/test_export_workbook",
    "views/formats/workbooks/workbook.py": "cli/publish/test_export_workbook",
    "views/formats/workbooks/read_me.py": "the first sheet of a workbook: cli/publish/test_export_workbook",
    "app/importing/bring_into.py": "cli/steps/test_bring_into",
    "intake/pairing.py": "cli/steps/test_bring_into",
    "intake/action_rows.py": WHOLE_TABLE,
    "intake/documents/about.py": WHOLE_DOCUMENT,
    "intake/documents/entries.py": WHOLE_DOCUMENT,
    "intake/documents/headings.py": WHOLE_DOCUMENT,
    "intake/documents/left_out.py": WHOLE_DOCUMENT,
    "intake/documents/lists.py": WHOLE_DOCUMENT,
    "intake/documents/formats/page_tree.py": WHOLE_DOCUMENT,
    "intake/documents/priorities.py": WHOLE_DOCUMENT,
    "intake/documents/sections.py": WHOLE_DOCUMENT,
    "intake/documents/walk.py": WHOLE_DOCUMENT,
    "intake/documents/formats/pdf_pages.py": "a child process: intake/documents/formats/test_of_pdf",
    "intake/readers/in_a_child.py": "a child that dies, or takes too long: intake/readers/test_other_sheets",
    "intake/draft.py": "plain data: intake/test_read_source",
    "intake/long_tables.py": WHOLE_TABLE,
    "intake/measure_rows.py": WHOLE_TABLE,
    "intake/names.py": WHOLE_TABLE,
    "intake/readers/limits.py": "intake/readers/test_packed, test_tables",
    "intake/repeats.py": WHOLE_TABLE,
    "intake/rows.py": WHOLE_TABLE,
    "app/kept_answers.py": "what it keeps, and that this never changes an answer: cli/test_cache",
    "app/looking/examine.py": "what is found in a file by itself: tests/test_cases",
    "app/looking/file_findings.py": "plain data, which cli/test_cache fills and reads",
    "checks/of_names/mentioned.py": "plain data, which checks/of_names/test_references fills and reads",
    "checks/of_names/mentions.py": "what a record says of others: checks/of_names/test_references",
    "checks/of_names/minutes.py": "one check across files: checks/of_names/test_resolutions, test_references",
    "checks/of_names/posts.py": "who is named in a record: checks/of_names/test_names",
    "editing/fixable.py": "the codes of editing/test_fixes",
    "history/repository/in_repository.py": "one question: history/repository/test_uncommitted",
    "files/content.py": "the first step of reading a file: files/test_load",
    "files/opened_settings.py": "how settings are read: files/test_portfolio, cli/test_cache",
    "model/plain/action_words.py": "words alone: model/test_action",
    "model/plain/calendar_months.py": "the calendar of dates and intervals: model/test_values",
    "model/plain/interval.py": "one kind of value: model/test_values",
    "model/names/quiet_words.py": "one sentence of a change: comparing/test_reasons",
    "model/plain/when.py": "one kind of value: model/test_values",
    "model/plain/headline_rule.py": "words alone: judging/test_headlines",
    "model/plain/unit_name.py": "how a unit is printed: model/measures/test_unit",
    "model/plain/refusal.py": "what every value type refuses with: model/test_values",
    "model/plain/resolved.py": "words alone: judging/meetings/test_resolutions",
    "model/plain/quoted.py": "how a message repeats what was typed: model/test_values",
    "judging/standing/of_files.py": "plain data, which tests/judging/test_judge_record fills and reads",
    "judging/standing/of_actions.py": "plain data, which tests/judging/actions fill and read",
    "judging/standing/of_measures.py": "plain data, which tests/judging/measures fill and read",
    "judging/standing/of_outlook.py": "plain data, which tests/judging/measures/outlook fill and read",
    "judging/standing/of_rounds.py": "plain data, which tests/judging/test_rounds and test_count_answers fill and read",
    "judging/standing/of_resolutions.py": "plain data, which tests/judging/meetings/test_resolutions fills and reads",
    "judging/standing/of_seals.py": "plain data, which tests/judging/meetings/test_seals fills and reads",
    "model/names/catalogue/meeting_labels.py": "plain words: model/names/test_labels",
    "judging/standing/of_strategies.py": "judging/standing/test_of_portfolio",
    "judging/standing/rating.py": "judging/standing/test_of_portfolio",
    "model/import_map.py": "cli/steps/test_bring_into, tests/cases",
    "model/names/catalogue/paper_labels.py": "part of the catalogue: model/names/test_labels",
    "model/names/catalogue/glossary_labels.py": "part of the catalogue: model/names/test_labels",
    "model/names/joined.py": "views/papers/test_in_own_words",
    "model/names/catalogue/reason_labels.py": "part of the catalogue: model/names/test_labels",
    "model/names/catalogue/view_labels.py": "part of the catalogue: model/names/test_labels",
    "model/colour.py": "five words and their order",
    "model/meeting.py": "plain data, which tests/judging/meetings/test_resolutions and tests/cases read",
    "model/parts/audit.py": "plain data: views/papers/about/test_about",
    "model/parts/evaluation.py": "plain data: views/papers/about/test_about, views/papers/test_practice",
    "model/parts/source_report.py": "plain data: views/papers/about/test_about",
    "views/papers/about/context_tables.py": ONE_PAPER,
    "views/screens/showing/of_bodies.py": "one body, whole: app/looking/test_show, cli/look/test_show",
    "model/measures/claim.py": "plain data: tests/stored/test_stored_is_shown",
    "model/measures/measure_table.py": "plain data: tests/stored/test_stored_is_shown",
    "model/names/catalogue/about_labels.py": "words of the catalogue: model/names/test_labels",
    "model/names/catalogue/action_reason_labels.py": "words of the catalogue: model/names/test_labels",
    "judging/actions/judge_action.py": "through judging/actions/test_action_standing",
    "model/names/catalogue/change_labels.py": "words of the catalogue: model/names/test_labels",
    "model/names/catalogue/strategy_reason_labels.py": "words of the catalogue: model/names/test_labels",
    "model/names/spoken.py": "model/measures/test_rank, judging/measures/test_show_figures",
    "model/names/catalogue/measure_reason_labels.py": "words of the catalogue: model/names/test_labels",
    "model/names/catalogue/outlook_reason_labels.py": "words of the catalogue: model/names/test_labels",
    "model/parts/survey.py": "plain data: judging/test_surveys, views/papers/about/test_about",
    "model/parts/turning_points.py": "plain data: views/papers/about/test_about",
    "app/looking/written_records.py": "cli/publish/test_export, tests/stored/test_stored_is_shown",
    "briefing/over_time.py": "plain data: app/reporting/test_counts_over_time, views/test_counts_chart",
    "briefing/strategy_about.py": "views/papers/about/test_about",
    "model/measures/ends.py": "judging/measures/test_ranges",
    "views/papers/about/asked_and_checked.py": ONE_PAPER,
    "views/papers/of_measures/by_table.py": "views/papers/of_measures/test_with_care",
    "views/papers/about/turning_points.py": ONE_PAPER,
    "views/papers/about/who_and_why.py": ONE_PAPER,
    "views/told_keys.py": "tests/stored/test_stored_is_shown",
    "model/parts/outcomes.py": "plain data: views/papers/test_practice",
    "model/parts/phases.py": "plain data: views/test_phase_words",
    "model/plan.py": "two words",
    "model/measures/level.py": "four words and their order",
    "model/publication.py": "publishing/test_second_look, promises/test_withheld_figures",
    "publishing/cells.py": WITHHELD,
    "publishing/extents.py": WITHHELD,
    "publishing/marks.py": WITHHELD,
    "publishing/memory.py": WITHHELD,
    "publishing/public_version.py": "publishing/test_public_record, cli/publish/test_report_public",
    "publishing/register.py": WITHHELD,
    "publishing/sums.py": WITHHELD,
    "publishing/withhold.py": WITHHELD,
    "views/screens/standing/counts_grid.py": ONE_SCREEN,
    "views/screens/standing/needs_lists.py": ONE_SCREEN,
    "views/screens/bring_in.py": "cli/begin/test_bring_in",
    "app/serving/desk.py": THE_FORM,
    "app/serving/commit_form.py": "who said it, and what is committed: web/test_form_record",
    "app/serving/guard.py": TYPED_IN,
    "app/serving/typed_answers.py": TYPED_IN,
    "app/serving/typed_readings.py": "figures that were typed: web/test_form_measures",
    "views/form/measure_fields.py": "figures that were typed: web/test_form_measures",
    "app/serving/typed_forms.py": TYPED_IN,
    "views/form/action_fields.py": TYPED_IN,
    "views/form/fields.py": TYPED_IN,
    "views/form/forms.py": TYPED_IN,
    "views/form/writing_pages.py": TYPED_IN,
    "views/form/form_frame.py": THE_FORM,
    "views/form/reading_pages.py": THE_FORM,
    "web/loopback_app.py": "whom it answers, and with which headers: web/test_dashboard",
    "publishing/worked_out.py": WITHHELD,
    "views/dashboard/action_item.py": ONE_PAGE,
    "views/dashboard/changes_panel.py": ONE_PAGE,
    "views/dashboard/measure_item.py": ONE_PAGE,
    "views/dashboard/overview_page.py": ONE_PAGE,
    "views/dashboard/needs.py": ONE_PAGE,
    "views/dashboard/page_blocks.py": ONE_PAGE,
    "views/dashboard/strategy_page.py": ONE_PAGE,
    "views/document.py": "a shape without functions, which every test of views/formats fills",
    "views/formats/word/blocks.py": WORD,
    "views/formats/word/package.py": WORD,
    "views/formats/word/styles.py": WORD,
    "views/formats/word/xml.py": WORD,
    "views/papers/action_plan.py": ONE_PAPER,
    "views/papers/account_blocks.py": ONE_PAPER,
    "views/papers/annexes.py": ONE_PAPER,
    "views/papers/around.py": ONE_PAPER,
    "views/papers/front/asked.py": ONE_PAPER,
    "views/papers/front/attention.py": ONE_PAPER,
    "views/papers/cover.py": ONE_PAPER,
    "views/papers/evaluation.py": ONE_PAPER,
    "views/papers/front/highlights.py": ONE_PAPER,
    "views/papers/front/to_settle.py": ONE_PAPER,
    "views/papers/of_measures/figure_words.py": ONE_PAPER,
    "views/papers/of_measures/key_measures.py": ONE_PAPER,
    "views/papers/of_measures/measure_blocks.py": ONE_PAPER,
    "views/papers/outcomes.py": ONE_PAPER,
    "views/papers/people.py": ONE_PAPER,
    "views/papers/front/position_blocks.py": ONE_PAPER,
    "views/papers/front/position_words.py": ONE_PAPER,
    "views/papers/said.py": ONE_PAPER,
    "views/papers/front/round_sections.py": "a paper on a round and on sign-off: cli/look/test_reviews_rounds",
    "views/papers/scorecard.py": ONE_PAPER,
    "views/papers/front/what_changed.py": ONE_PAPER,
    "views/papers/young.py": ONE_PAPER,
}
"""Modules without a file of their own among the tests, and where what they do is asserted."""

NO_ROOM = {
    "browser": "pages in Chromium",
    "delivery": "what leaves this house, run where nothing of the checkout can be seen",
    "editor": "what an editor makes of the schemas",
    "oracle": "second opinions that share nothing with the product",
    "promises": "what holds for any file, over random ones",
    "stored": "every key of the models, looked for in what is shown",
}
NO_MODULE = {
    "cli/test_cache.py": "that what is kept changes no answer, as a person sees it",
    "cli/test_golden.py": "every command in every width, as it was",
    "cli/test_the_whole_round.py": "the loop from an empty folder to the second paper, through many commands",
    "cli/test_house_style.py": "a body's words, colours and logo, in every command that shows them",
    "cli/test_items.py": "what an id means, in every command that takes one",
    "cli/test_levels_shown.py": "levels of priorities and measures, in every command that shows them",
    "cli/test_measures_alone.py": "measures without a strategy, in every command that shows them",
    "cli/test_moments.py": "--rev, --known-on and --rules, in every command that looks",
    "cli/test_moved_portfolio.py": "a portfolio that was moved, in every command that looks back",
    "cli/test_owners.py": "several owners of one thing, in every command that asks somebody",
    "cli/test_plans.py": "a strategy of measures alone, or of actions, in every command that would miss the rest",
    "cli/test_start_up.py": "what a command must not import",
    "cli/test_untrusted_repository.py": "nothing of a repository is run by looking at it, in every command that looks",
    "cli/test_workflow_commands.py": "nothing in a file steers a build server, in every command and format",
    "files/test_corpus.py": "the shipped files and every case, read as they are",
    "files/test_empty_keys.py": "a key with nothing after it: parse and model_help together",
    "judging/test_published_tables.py": "what public bodies printed, with the rule each of them states",
    "test_cases.py": "files that must give one code, at one place",
    "test_docs.py": "the documents are true of the code",
    "test_mirror.py": "this one",
    "test_names.py": "every class has a name of its own",
    "test_tutorial.py": "the documents do what they show",
    "views/dashboard/test_golden.py": "a page, as it was",
    "views/dashboard/test_hostile.py": "no text becomes part of a page, wherever it stands",
    "views/papers/test_golden.py": "every paper in every format, as it was",
    "views/papers/test_other_words.py": "the sentences of a paper come from rules, whatever the words of a record are",
}
"""Tests of no one module, and what they are of."""


FILES = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py")]
MODULES = {path for path in FILES if not path.name.startswith("__")}
FOLDERS = {path.parent.with_suffix(".py") for path in FILES if path.name == "__init__.py" and path.parent.name}
FOUND = {path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}
MIRRORED = {path for path in FOUND if path.parts[0] not in NO_ROOM}


def test_every_module_has_its_tests_in_the_file_of_its_name():
    without = {path.as_posix() for path in MODULES if path.with_name(f"test_{path.name}") not in MIRRORED}
    assert sorted(without - TESTED_ELSEWHERE.keys()) == [], (
        "write tests/ROOM/test_MODULE.py, or list it with its reason"
    )
    assert sorted(TESTED_ELSEWHERE.keys() - without) == [], "it has its own tests now, or is gone: take it off the list"


def test_every_file_of_tests_is_of_a_module_that_is_there():
    without = {path.as_posix() for path in MIRRORED if not any(is_of(path, one) for one in MODULES | FOLDERS)}
    assert sorted(without - NO_MODULE.keys()) == [], "call it test_MODULE.py or test_MODULE_MORE.py, or list it"
    assert sorted(NO_MODULE.keys() - without) == [], "it is of a module now, or is gone: take it off the list"


def is_of(test, module):
    """Whether a file of tests is that of a module, or has more of it."""
    own = f"test_{module.stem}"
    return test.parent == module.parent and (test.stem == own or test.stem.startswith(f"{own}_"))


def test_every_folder_without_a_room_is_there():
    assert [name for name in NO_ROOM if not (TESTS / name).is_dir()] == []
