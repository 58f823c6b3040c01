"""`strategy explain`, and the promise behind it: every example gives its code, and its mend mends it."""

import re
from datetime import date
from textwrap import indent

import pytest

from strategy_tracker.app.looking.chosen_files import ChosenFiles
from strategy_tracker.app.looking.validate import validate
from strategy_tracker.diagnostics import CODES, ORDER, read_explanation
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.views.screens.explain import page
from tests.cli.repository import Repository

TODAY = date(2026, 1, 15)
HEAD = "id: young-carers\ntitle: Young Carers Strategy\n"
LIFE = "starts: 2025-04-01\nends: 2028-03-31\n"
PRIORITY = "priorities:\n  - id: safe\n    title: Safe and nurtured\n"
ACTIONS = f"{HEAD}{LIFE}{PRIORITY}    actions:\n"
MEASURE = "- id: dental-checks\n  title: Children with a dental check\n"
COMPARED = "  unit: percent\n  code: CLA-3\n  benchmarks: {England: {2022/23: 9}}\n  readings: {2022/23: 8}\n"
YEARLY = "measures_default: {frequency: year}\n"
SETTINGS = "check_privacy: true\nsuppress_below: 5\n"
JULY = "issued: 2025-07-10\nsuppress_below: 6\nfigures: {girls: {2024/25: c}}\n"
REGISTER = "published/2025-q2.yaml"
PLAN, FIGURES, OWN = "strategies/young-carers.yaml", "measures/figures.yaml", "strategy-tracker.yaml"


def files(place, text):
    """The files of a small portfolio that has `text` in it where `place` says."""
    standing = {PLAN: HEAD, FIGURES: f"measures:\n{MEASURE}  unit: count\n  public: true\n", OWN: SETTINGS}
    unit = "" if "unit:" in text else "  unit: percent\n"
    made = {
        "in a file": {PLAN: text},
        "in a strategy": {PLAN: f"{HEAD}{text}"},
        "in a priority": {PLAN: f"{HEAD}{PRIORITY}{indent(text, '    ')}"},
        "in an action": {PLAN: f"{ACTIONS}      - id: safe-01\n        text: Do it\n{indent(text, ' ' * 8)}"},
        "in a strategy, where dates are reserved": {
            PLAN: f"{HEAD}{text}",
            OWN: "reserved: [dates]",
        },
        "in an action, where the settings ask for evidence": {
            PLAN: f"{ACTIONS}      - id: safe-01\n        text: Do it\n{indent(text, ' ' * 8)}",
            OWN: "completion: {needs: [evidence]}",
        },
        "in a list of actions": {PLAN: f"{ACTIONS}{indent(text, ' ' * 6)}"},
        "in a measure": {FIGURES: f"measures:\n{MEASURE}{unit}{indent(text, '  ')}"},
        "in a list of measures": {FIGURES: f"measures:\n{text}"},
        "in the settings": {OWN: text},
        "in comparators": {"comparators/england.yaml": text, FIGURES: f"measures:\n{MEASURE}{COMPARED}"},
        "in one of two strategies": {
            PLAN: f"{HEAD}{PRIORITY}    measures: [dental-checks]\n{text}",
            "strategies/health.yaml": f"id: health\ntitle: Health\n{YEARLY}{PRIORITY}    measures: [dental-checks]",
        },
        "in the register": {REGISTER: text, "published/2025-q1.yaml": JULY},
    }
    return standing | {name: f"{whole}\n" for name, whole in made[place].items()}


def put(root, line):
    """What a line such as `strategies/x.yaml -> y.yaml` stands for."""
    name, _, more = re.sub(" {2,}", " | ", line).partition(" -> " if " -> " in line else " | ")
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith("/"):
        path.mkdir()
    elif " -> " in line:
        (root.parent / "elsewhere.yaml").write_text(HEAD, encoding="utf-8")
        path.symlink_to(more)
    elif more.endswith(" MB"):
        path.write_bytes(HEAD.encode() + b"#" * int(float(more.removesuffix(" MB")) * 1_000_000))
    else:
        path.write_bytes(HEAD.encode(more or "UTF-8"))


COMMITTED = {
    "date-moved-quietly": ("due: 2025-09-30",),
    "target-changed-quietly": ("targets: {2025/26: 90}",),
    "owner-changed-quietly": ("owner: Head of Service",),
    "register-file-gone": ("issued: 2025-10-09\nsuppress_below: 6",),
    "wording-changed-quietly": ("priorities: [{id: safe, title: Safe and nurtured}]",),
    "id-used-again": ("- {id: safe-01, text: Train every school}", "- {id: safe-00, text: Plan}"),
    "update-dated-back": ("owner: Head of Service",),
}
"""Of codes that git gives, what stood in earlier commits in place of the lines."""


def found(root, place, text, committed=()):
    """The codes that `text` gives where earlier commits have other lines, and those of them that are errors."""
    for lines in committed:
        found(root, place, lines)
        Repository(root).commit("Earlier", "2025-06-01")
    if place == "in the folder":
        put(root, text)
        (root / "strategies/parks.yaml").write_text("id: parks\ntitle: Parks Plan\n", encoding="utf-8")
    else:
        for name, whole in files(place, text).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(whole.encode())
            if whole == "# deleted\n":
                path.unlink()
    listed = validate(ChosenFiles(open_portfolio(root)), TODAY).diagnostics
    return {item.code for item in listed}, {item.code for item in listed if item.severity == "error"}


@pytest.mark.parametrize("code", CODES)
def test_the_example_gives_its_code_and_no_other_error(code, tmp_path):
    text = read_explanation(code)
    try:
        codes, errors = found(tmp_path / "portfolio", text.place, text.example, COMMITTED.get(code, ()))
    except OSError:  # Windows without the right to make links
        pytest.skip("this system makes no links")
    assert code in codes
    assert errors <= {code}


@pytest.mark.parametrize("code", CODES)
def test_the_mended_lines_give_neither_the_code_nor_any_error(code, tmp_path):
    text = read_explanation(code)
    codes, errors = found(tmp_path / "portfolio", text.place, text.mended, COMMITTED.get(code, ()))
    assert code not in codes
    assert errors == set()


@pytest.mark.parametrize("code", CODES)
def test_the_reason_is_short_and_whole(code):
    text = read_explanation(code)
    assert text.why[0] == text.why[0].upper()
    assert text.why.endswith((".", "?", "!"))
    assert len(text.why) <= 220
    assert max(len(line) for lines in (text.example, text.mended) for line in lines.splitlines()) <= 130


def test_one_code_is_explained_with_its_reason_its_example_and_its_mend(run):
    code, out, err = run("explain", "due-on-weekend")
    assert (code, err) == (0, "")
    assert out == (
        "due-on-weekend (warning)\n\n"
        "Due on a Saturday or Sunday.\n\n"
        "Why it matters: Hardly anybody works that day, so nobody looked at a calendar.\n"
        "It will be late by the Monday.\n\n"
        "For example, in an action:\n\n  due: 2025-06-14\n\n"
        "Mended:\n\n  due: 2025-06-13\n\n"
        "Next step: choose a working day.\n\n"
        "Not here? 'severity: {due-on-weekend: off}' in strategy-tracker.yaml; on one\n"
        "line only, '# allow due-on-weekend: and the reason'.\n"
    )


def test_a_code_whose_severity_is_fixed_offers_no_way_round_it(run):
    _, out, _ = run("explain", "duplicate-key")
    assert out.endswith("It is always an error: something could not be read.\n")


def test_a_code_may_be_pasted_with_its_brackets(run):
    assert run("explain", "[no-owner]") == run("explain", "no-owner")


def test_without_a_code_all_are_listed_by_severity(run):
    code, out, err = run("explain")
    assert (code, err) == (0, "")
    places = [out.index(f"\n  {name}{'*' * CODES[name].fixed} ") for name in sorted(CODES, key=by_severity)]
    assert places == sorted(places)
    assert max(map(len, out.splitlines())) <= 80


def by_severity(name):
    return ORDER[CODES[name].severity], list(CODES).index(name)


def test_a_mistyped_code_offers_the_nearest(run):
    code, out, err = run("explain", "due-on-weekends")
    assert (code, out) == (2, "")
    assert err.startswith("error: there is no diagnostic 'due-on-weekends'\n  help: did you mean due-on-weekend")


def test_a_word_like_no_code_leads_to_the_list(run):
    assert run("explain", "xyz") == (
        2,
        "",
        "error: there is no diagnostic 'xyz'\n  help: 'strategy explain' lists them all\n",
    )


def test_the_shell_completes_codes():
    from strategy_tracker.cli.check.explain import codes

    assert codes("due-on") == ["due-on-weekend"]


def test_the_page_has_every_code_with_its_example():
    text = page()
    for name in CODES:
        more = read_explanation(name)
        assert f"[`{name}`](#{name})" in text
        assert f"### {name}\n\n{more.meaning} {more.why}" in text
        assert f"```yaml\n{more.example}\n```\n\nMended:\n\n```yaml\n{more.mended}\n```\n" in text


def test_the_fixed_words_are_listed_by_their_names(run):
    status, out, err = run("explain", "wording")
    assert (status, err) == (0, "")
    assert re.search(r"^corrective-action +Corrective action$", out, re.MULTILINE)
    assert max(map(len, out.splitlines())) <= 80
    assert "did you mean wording" in run("explain", "wordng")[2]
