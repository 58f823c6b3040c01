"""The starter portfolio: on whatever day it is written, there is nothing to mend and nothing to chase."""

import json
import re
import shlex
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from strategy_tracker.checks.every_check import CHECKS
from strategy_tracker.checks.of_names.mentions import mentions
from strategy_tracker.checks.of_names.references import references_lead_somewhere
from strategy_tracker.diagnostics import CODES
from strategy_tracker.editing.starter import FILES, TEMPLATES, Answers, last_quarters, starter
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.strategy_standing import stand_strategy
from strategy_tracker.model.dates.period import MARCH, YearEnd
from strategy_tracker.model.settings import Settings
from tests.files.shipped import kind_of

TODAY = date(2025, 10, 1)
DATA = ("strategy-tracker.yaml", "strategies/example.yaml", "measures/example.yaml")


def texts(today=TODAY, year_end=MARCH, template="library", **said):
    answers = Answers(year_end=str(year_end), **said)
    return starter(answers, year_end, today, template)


def loaded(made, year_end=MARCH):
    from pathlib import Path

    from strategy_tracker.files.find import DataFile
    from strategy_tracker.files.load import load_bytes

    each = [
        load_bytes(DataFile(name, name, kind_of(Path(name)), len(made[name])), made[name].encode(), year_end)
        for name in DATA
    ]
    assert [item for one in each for item in one.diagnostics] == []
    return [one.record for one in each]


ENDS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: YearEnd(day.month, day.day))
DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
EVERY = st.sampled_from(["day", "week", "quarter", "2 years"])
WHEN = given(DAYS, ENDS, EVERY)
EDGES = [date(2024, 2, 29), date(2025, 3, 31), date(2025, 4, 1), date(2026, 12, 31), date(2028, 2, 28)]


def at_the_edges(test):
    for day in EDGES:
        test = example(day, MARCH, "quarter")(example(day, YearEnd(2), "day")(test))
    return test


@WHEN
@at_the_edges
def test_no_check_has_anything_to_say_not_even_advice(today, year_end, review_every):
    settings, strategy, measures = loaded(texts(today, year_end, review_every=review_every, organisation="A"), year_end)
    settings = settings.model_copy(update={"check_privacy": True})
    found = [item for one in CHECKS["strategies"] for item in one(strategy, today, settings)]
    found += [item for one in CHECKS["measures"] for item in one(measures, today, settings)]
    found += references_lead_somewhere([mentions(strategy, "s"), mentions(measures, "m")], complete=True)
    assert found == []


@WHEN
@at_the_edges
def test_nothing_is_late_and_everything_is_rated(today, year_end, review_every):
    settings, strategy, measures = loaded(texts(today, year_end, review_every=review_every), year_end)
    standing = stand_strategy(strategy, today, settings, "s")
    assert standing.phase.kind == "running"
    clocks = [clock for action in standing.actions for clock in (action.due, action.interval, action.review)]
    clocks += [step.clock for action in standing.actions for step in action.milestones]
    clocks += [body.clock for body in standing.bodies]
    rated = [stand_measure(measure, today, settings, "m", ()) for measure in measures.measures]
    assert [clock.words for clock in [*clocks, *(measure.late for measure in rated)] if clock.run_out] == []
    colours = [action.rating.colour for action in standing.actions] + [measure.rating.colour for measure in rated]
    assert colours == ["green", "green", "amber", "green", "amber"]


EXAMPLES = pytest.mark.parametrize("template", list(TEMPLATES)[1:])
LOOKED_AT = [date(2024, 2, 29), date(2025, 12, 31), date(2026, 8, 15)]


@EXAMPLES
@given(DAYS, ENDS, EVERY)
@example(LOOKED_AT[0], MARCH, "quarter")
@example(LOOKED_AT[1], MARCH, "quarter")
@example(LOOKED_AT[2], MARCH, "quarter")
def test_no_template_has_anything_to_mend_on_any_day(template, today, year_end, review_every):
    made = texts(today, year_end, template, review_every=review_every, organisation="A")
    settings, strategy, measures = loaded(made, year_end)
    settings = settings.model_copy(update={"check_privacy": True})
    found = [item for one in CHECKS["strategies"] for item in one(strategy, today, settings)]
    found += [item for one in CHECKS["measures"] for item in one(measures, today, settings)]
    found += references_lead_somewhere([mentions(strategy, "s"), mentions(measures, "m")], complete=True)
    assert found == []


@EXAMPLES
@given(DAYS, ENDS)
@example(LOOKED_AT[0], MARCH)
@example(LOOKED_AT[1], MARCH)
@example(LOOKED_AT[2], MARCH)
def test_the_first_status_of_a_template_is_worth_looking_at(template, today, year_end):
    settings, strategy, measures = loaded(texts(today, year_end, template), year_end)
    standing = stand_strategy(strategy, today, settings, "s")
    assert standing.phase.kind == "running"
    assert not [body for body in standing.bodies if body.clock.run_out]
    actions = [(action.rating.colour, action.need.word if action.need else "") for action in standing.actions]
    assert sorted(actions) == [("amber", ""), ("amber", "waiting"), *[("green", "")] * 3]
    rated = [stand_measure(measure, today, settings, "m", ()) for measure in measures.measures]
    assert {measure.rating.colour for measure in rated} == {"green", "amber"}
    assert not [measure for measure in rated if measure.late.run_out]


@EXAMPLES
def test_a_template_says_first_that_it_is_to_be_replaced_and_every_owner_is_a_post(template):
    made = texts(template=template)
    for name in DATA[1:]:
        assert made[name].startswith("# An example to be replaced")
    _, strategy, measures = loaded(made)
    assert len(strategy.priorities) == 3
    assert 2 <= len(measures.measures) <= 3
    actions = [action for priority in strategy.priorities for action in priority.actions]
    assert TEMPLATES[template] == actions[0].id
    posts = "Head|Director|Manager|Chief|Principal|Team"
    for owner in re.findall(r"(?:owner|by|paper_by): ([^#\n]+)", made[DATA[1]] + made[DATA[2]]):
        assert re.search(posts, owner), owner


def test_it_shows_the_three_clocks_an_update_a_milestone_and_who_reviews():
    _, strategy, measures = loaded(texts())
    actions = [action for priority in strategy.priorities for action in priority.actions]
    assert [(bool(action.due), bool(action.every)) for action in actions] == [(1, 0), (0, 1), (0, 0)]
    assert all(action.updates for action in actions)
    assert actions[0].milestones
    assert strategy.governance
    assert [str(measure.amber_within) for measure in measures.measures] == ["2 points", "5% of target"]


def test_every_setting_is_explained_in_a_comment_above_it():
    text = texts()["strategy-tracker.yaml"]
    for name in Settings.model_fields:
        assert re.search(rf"^#.*\n(# .*\n)*(# )?{name}:", text, re.MULTILINE), name
    for code in re.findall(r"^#   ([a-z-]+):", text, re.MULTILINE):
        assert code in CODES


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({}, ["# organisation: Borough of Exampleton", "# suppress_below: 5"]),
        (
            {"organisation": "Borough: X #1", "suppress_below": "6"},
            ["organisation: 'Borough: X #1'", "suppress_below: 6"],
        ),
        ({"organisation": "$today ${x} 100%"}, ["organisation: '$today ${x} 100%'"]),
    ],
)
def test_what_a_body_says_of_itself_stands_in_the_settings_as_it_was_said(said, lines):
    made = texts(**said)
    assert set(lines) <= set(made["strategy-tracker.yaml"].splitlines())
    settings = loaded(made)[0]
    assert (settings.organisation or "") == said.get("organisation", "")
    heading = f"# Strategies of {said['organisation']}" if said.get("organisation") else "# Our strategies"
    assert made["README.md"].startswith(f"{heading}\n")
    assert ("recognised (here: fewer than 6)." in made["README.md"]) == ("suppress_below" in said)


def test_every_file_is_plain_text_with_one_kind_of_line_ending_and_no_tab():
    assert list(texts()) == list(FILES)
    for name, text in [file for template in TEMPLATES for file in texts(template=template).items()]:
        assert text.endswith("\n"), name
        assert not set(text) & {"\r", "\t"}, name
        assert max(map(len, text.splitlines())) <= 120, name


def test_editors_and_git_are_told_the_same():
    made = texts()
    settings = json.loads(made[".vscode/settings.json"])
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
    assert (settings["[yaml]"]["editor.insertSpaces"], settings["[yaml]"]["editor.tabSize"]) == (True, 2)
    assert json.loads(made[".vscode/extensions.json"]) == {"recommendations": ["redhat.vscode-yaml"]}
    assert "*.yaml text eol=lf\n" in made[".gitattributes"]
    assert "end_of_line = lf\n" in made[".editorconfig"]


def test_the_guide_names_only_commands_that_exist():
    from strategy_tracker.cli.app import COMMANDS

    guide = texts()["README.md"]
    named = [shlex.split(line)[1] for line in guide.splitlines() if line.startswith("strategy ")]
    named += re.findall(r"`strategy ([a-z]+)", guide)
    assert set(named) <= set(COMMANDS)
    assert {"status", "overdue", "update", "validate", "reviews"} <= set(named)


@pytest.mark.parametrize(
    ("today", "year_end", "expected"),
    [
        (date(2025, 10, 1), MARCH, ["2025/26 Q1", "2025/26 Q2"]),
        (date(2025, 9, 30), MARCH, ["2024/25 Q4", "2025/26 Q1"]),
        (date(2025, 4, 1), MARCH, ["2024/25 Q3", "2024/25 Q4"]),
        (date(2025, 10, 1), YearEnd(9), ["2024/25 Q3", "2024/25 Q4"]),
        (date(2025, 10, 1), YearEnd(12), ["2025 Q2", "2025 Q3"]),
        (date(2025, 10, 1), YearEnd(4, 5), ["2024/25 Q4", "2025/26 Q1"]),
    ],
)
def test_the_last_quarters_are_those_that_had_ended(today, year_end, expected):
    assert last_quarters(2, year_end, today) == expected
    assert last_quarters(7, year_end, today)[-2:] == expected
