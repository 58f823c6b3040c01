"""Any strategy fits: plans that eight bodies published, and plans of eleven kinds made at random."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from strategy_tracker.cli.app import run as run_command

from .kinds import KINDS, plans, write

PLANS = sorted(path.parent for path in (Path(__file__).parents[1] / "cases/plans").glob("*/says.yaml"))
PROMISED = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
"""Of each kind; eleven kinds make 88 plans."""


@pytest.fixture
def ask(capsys):
    """What a command prints of a portfolio on a day, on one line; it must end well."""

    def printed(root, day, *arguments):
        capsys.readouterr()
        code = run_command([*arguments, "--root", str(root), "--as-at", str(day)])
        out, err = capsys.readouterr()
        assert code == 0, err
        return " ".join(out.split())

    return printed


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_a_plan_of_another_body_is_valid_and_its_outputs_say_what_they_must(plan, ask, capsys):
    says = YAML(typ="safe").load((plan / "says.yaml").read_text(encoding="utf-8"))
    assert run_command(["validate", "--root", str(plan)]) == 0
    told = {"status": ask(plan, says["today"], "status")}
    told |= {name: ask(plan, says["today"], "show", name) for name in says["show"]}
    told["pack"] = ask(plan, says["today"], "report", "--view", "pack").replace("\\", "")
    wanted = {"status": says["status"], "pack": says["pack"], **says["show"]}
    missing = [(name, text) for name, texts in wanted.items() for text in texts if not either(text, told[name])]
    assert missing == [], told
    assert [text for text in says["never"] if either(text, told["pack"])] == []


def either(wanted, told):
    """Whether one of the texts between bars is told."""
    return any(text in told for text in wanted.split("|"))


@pytest.fixture
def made(tmp_path):
    """Write a plan into a folder of its own, and give the folder."""
    count = iter(range(10_000))

    def place(plan):
        root = tmp_path / str(next(count))
        root.mkdir()
        write(plan, root)
        return root

    return place


@pytest.mark.parametrize("kind", KINDS)
@PROMISED
@given(st.data())
def test_plans_of_every_kind_are_told_whole(kind, made, ask, data):
    plan = data.draw(plans(kind))
    root = made(plan)
    assert run_command(["validate", "--root", str(root)]) == 0
    standing = json.loads(ask(root, plan.today, "export", "--format", "json"))
    every_measure_has_a_colour_or_a_reason(standing["measures"])
    status, pack = ask(root, plan.today, "status"), ask(root, plan.today, "report", "--view", "pack")
    assert not re.search(r"\b[Nn]o actions?\b", status + pack)
    known = [one for one in plan.measures if one.last_end is None or one.last_end < plan.today]
    if any(one.missed() for one in known if one.keys.get("better") != "on-target"):
        assert "Nothing is red" not in status + pack
    for one in known:
        later_targets_are_shown(one, plan, ask(root, plan.today, "show", one.id))


def every_measure_has_a_colour_or_a_reason(measures):
    for one in measures:
        rating = one["rating"]
        assert rating["colour"] in ("red", "amber", "green", "blue", "grey")
        assert len(rating["reason"]) > 10, one


def later_targets_are_shown(one, plan, shown):
    """Each target that is due after the latest reading, or after the day, stands in what is shown of a measure."""
    since = one.last_end or plan.today
    for period, due, value in one.targets:
        if due > since:
            assert re.search(rf"\b{value}(st|nd|rd|th)?\b", shown), (period, shown)
            assert period in shown or words(period, due) in shown, (period, shown)


def words(period, due):
    """A period as people say it."""
    if period.startswith("AY "):
        return f"academic year {period[3:]}"
    return f"{due.day} {due:%B %Y}" if "-" in period else period.replace("..", " to ")
