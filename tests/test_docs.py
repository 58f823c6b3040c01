"""The documents are true of the code: reference pages are written from it, and nothing is left out of them."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from strategy_tracker.cli.app import COMMANDS, command, run
from strategy_tracker.views.formats.keys_page import keys_page
from strategy_tracker.views.screens import explain

ROOT = Path(__file__).parent.parent


ABOUT = """\
`strategy` and `strategy-tracker` are the same program. Results go to standard output, everything else to standard
error. Exit codes: 0 clean; 1 findings (errors in the files, or what `--fail-on` names); 2 it could not run, or some
file could not be read; 3 a fault of ours; 130 interrupted. An empty answer is 0, but a
filter with a name that nothing in the portfolio has is a mistype, and 2.

`strategy` alone, in a portfolio, says what needs somebody today; elsewhere it prints the help.

The variable `STRATEGY_TODAY`, such as `2025-04-07`, is a practice clock: that day is taken for today, and said.

What `validate` and `status` made of a file is kept in your own folder for caches, so that the next look costs next to
nothing; it never changes an answer. `STRATEGY_NO_CACHE=1` or `--no-cache` does without, `strategy doctor` says where it
is and how large."""


def options(name: str) -> str:
    lines = [f"| {'Argument or option'} | Meaning |", "|---|---|"]
    for parameter in command(name).params:
        words = getattr(parameter, "help", "") or ""
        choices = getattr(parameter.type, "choices", None)
        metavar = "|".join(map(str, choices)) if choices else (parameter.metavar or "")
        names = ", ".join(parameter.opts) if parameter.opts[0].startswith("-") else parameter.opts[0].upper()
        label = f"{names} {metavar}".strip() if not getattr(parameter, "is_flag", False) else names
        lines.append(f"| `{label.replace('|', ', ')}` | {words} |")
    return "\n".join(lines)


def commands_page() -> str:
    parts = [
        "# Commands",
        "Written from the code by `python -m pytest --accept`; do not edit.",
        ABOUT,
        "An id may be shortened to any unambiguous end of it: `safe-04` for `children-looked-after/safe-04`.",
    ]
    for name, entry in COMMANDS.items():
        made = command(name)
        parts += [f"## {name}", f"*{entry.task}*: {entry.line}.", (made.help or "").strip(), options(name)]
        parts.append(f"```sh\n{made.epilog.removeprefix('Example: ')}\n```")
    return "\n\n".join(parts) + "\n"


GENERATED = [
    ("commands.md", commands_page()),
    ("diagnostics.md", explain.page()),
    ("wording.md", explain.wording_page()),
    ("keys.md", keys_page()),
]


@pytest.mark.parametrize(("page", "text"), GENERATED)
def test_the_reference_pages_are_fresh(page, text, accept):
    path = ROOT / "docs" / page
    if accept:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "run: python -m pytest --accept"


def test_the_standing_in_the_readme_is_what_status_prints(capsys):
    shown = re.search(r"```\n(Corporate parenting.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert run(["status", "--as-at", "2022-08-31", "--root", str(ROOT)]) == 0
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert shown
    assert [line for line in shown[1].splitlines() if line.rstrip() not in printed] == []


def test_what_the_readme_shows_of_the_invented_borough_is_what_status_prints(capsys):
    shown = re.search(r"```\n(Warm Homes.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert run(["status", "--as-at", "2026-06-30", "--root", str(ROOT / "examples/exampleton")]) == 0
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert shown
    assert [line for line in shown[1].splitlines() if line.rstrip() not in printed] == []


def test_every_link_in_the_documents_leads_somewhere():
    pages = [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").glob("**/*.md"),
        *(ROOT / "bench").glob("*.md"),
    ]
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} → {target}"


SOUND = [page for page in sorted((ROOT / "docs").glob("**/*.md")) if page.stem != "diagnostics"]
"""Pages without examples that are meant to be wrong."""


@pytest.mark.parametrize("page", SOUND, ids=lambda one: one.stem)
def test_what_is_to_be_pasted_as_yaml_is_yaml(page):
    for block in re.findall(r"^( *)```yaml\n(.*?)^\1```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        if "<<<<<<<" not in block[1]:
            assert list(YAML(typ="safe").parse(block[1])), block[1]


def test_every_page_can_be_found_from_the_first_one():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\((docs/[^)#]+)\)", text)) == {
        page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").glob("**/*.md")
    }


def test_what_the_first_page_shows_of_the_standing_is_what_stands_there_today(capsys):
    (shown,) = re.findall(r"`strategy status` .*?```\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert run(["status", "--as-at", "2022-08-31", "--root", str(ROOT)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in shown.splitlines() if line not in printed] == []


def test_the_help_lists_exactly_the_commands_there_are():
    rooms = [ROOT / "src/strategy_tracker/cli" / task for task in {entry.task for entry in COMMANDS.values()}]
    there = {(room.name, path.stem) for room in rooms for path in room.glob("*.py") if path.stem != "__init__"}
    assert {(entry.task, entry.module) for entry in COMMANDS.values()} == there
    for name, entry in COMMANDS.items():
        assert command(name).help, name
        assert entry.line == entry.line.strip().rstrip("."), name


def test_no_message_names_a_page_that_the_folder_of_a_user_has_not():
    package = ROOT / "src/strategy_tracker"
    told = [*package.glob("texts/*.md"), *package.glob("editing/starter_files/**/*")]
    assert [path.name for path in told if path.is_file() and "docs/" in path.read_text(encoding="utf-8")] == []


OTHER_KINDS = (ROOT / "docs/howto/not-like-ours.md").read_text(encoding="utf-8").split("\n## ")[1:]
"""A section for each kind of body; the last one leads further."""


@pytest.mark.parametrize("section", OTHER_KINDS[:-1], ids=lambda text: text.splitlines()[0])
def test_the_example_of_another_kind_prints_what_the_page_says(section, tmp_path, capsys):
    (tmp_path / "measures").mkdir()
    for text in re.findall(r"```yaml\n(.*?)```", section, re.DOTALL):
        name = "measures/plan.yaml" if text.startswith("measures:") else "strategy-tracker.yaml"
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["validate", "--root", str(tmp_path)]) == 0
    shown = re.findall(r"```\n\$ strategy (.*?)\n(.*?)```", section, re.DOTALL)
    assert shown
    for command_line, lines in shown:
        capsys.readouterr()
        assert run([*command_line.split(), "--root", str(tmp_path)]) == 0
        printed = " ".join(capsys.readouterr().out.split())
        for line in re.split(r"\n(?=Next target|Way to|Rule)", lines.strip()):
            assert " ".join(line.split()) in printed
    assert len(OTHER_KINDS) == 12
