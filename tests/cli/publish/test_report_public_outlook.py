"""What is expected of a measure, its pace and its limits in public: of figures that are shown, and of no others."""

import json
import re

import pytest

STRATEGY = """\
id: youth
title: Youth Strategy
starts: 2024-04-01
ends: 2028-03-31
priorities:
  - {id: known, title: Known and safe, measures: [shown, gone]}
"""
RULES = """\
    better: higher
    span: snapshot
    public: true
    variation: xmr
    amber_within: 10% of target
    targets: {2024/25: 900, 2025/26: 950}
"""
SETTINGS = "suppress_below: 6\n"
PUBLIC = ("report", "--as-at", "2025-10-01", "--public")


def months(values):
    return "".join(f"      {2024 + n // 12}-{n % 12 + 1:02d}: {value}\n" for n, value in enumerate(values))


def measure(name, values, *said):
    entry = "        - {{value: {}, on: 2024-10-0{}, by: Whisper, note: Whisper}}\n"
    forecasts = "".join(entry.format(value, n) for n, value in said)
    head = f"  - id: {name}\n    title: Visits {name}\n    unit: count\n{RULES}    rated_by: forecast\n"
    return f"{head}    forecasts:\n      2025/26:\n{forecasts}    readings:\n{months(values)}"


LEVEL = [800, 820] * 9
SHOWN = measure("shown", LEVEL, (1, 7301), (2, 7303))
GONE = measure("gone", [*LEVEL[:8], 3, *LEVEL[8:]], (1, 7307), (2, 7309))


@pytest.fixture
def youth(tmp_path, monkeypatch):
    files = {"strategies/youth.yaml": STRATEGY, "measures/a.yaml": f"measures:\n{SHOWN}{GONE}"}
    for name, text in {**files, "strategy-tracker.yaml": SETTINGS}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("view", ["pack", "scorecard"])
def test_no_forecast_of_a_withheld_measure_is_in_any_view(run, youth, form, view):
    code, out, err = run(*PUBLIC, "--view", view, "--format", form)
    assert (code, err) == (0, "")
    assert [number for number in ("7307", "7,307", "7309", "7,309", "Whisper") if number in out] == []


def test_what_is_shown_has_its_forecasts_and_the_other_says_that_none_is_given(run, youth):
    out = run(*PUBLIC)[1]
    assert "Visits shown: by the forecast of 2 October 2024 for 2025/26: 7,303 meets the target of 950" in out
    assert "Visits shown: forecast 7,301 for 2025/26 on 1 October 2024, not come out yet" in out
    assert "Visits gone: forecast" not in out
    assert "7,309 meets" in run("report", "--as-at", "2025-10-01")[1]


def test_pace_and_limits_are_those_of_the_figures_that_are_shown(run, youth):
    """The same without the withheld figure, which the ordinary report counts."""

    def told(out):
        drawn = out.split("**Visits gone**")[1].split("\n")[2]
        return re.findall(r"(?:dotted|thin lines), [^|]*", drawn)

    public, inside = told(run(*PUBLIC)[1]), told(run("report", "--as-at", "2025-10-01")[1])
    (youth / "measures/a.yaml").write_text(
        f"measures:\n{SHOWN}{GONE}".replace("2024-09: 3\n", "2024-09: c\n"), encoding="utf-8"
    )
    assert public == told(run("report", "--as-at", "2025-10-01")[1])
    assert public
    assert public != inside


def test_a_scorecard_has_the_position_beside_the_colour(run, youth):
    out = run(*PUBLIC, "--view", "scorecard")[1]
    heads = next(line for line in out.splitlines() if line.startswith("| Measure |"))
    assert heads.endswith("| Colour | Direction | Variation |")
    assert out.count("no special cause; F consistently misses |") == 2


def test_the_pages_of_the_public_have_none_either(run, youth, tmp_path):
    code, _, err = run("dashboard", "--as-at", "2025-10-01", "--public", "-o", str(tmp_path / "pages"))
    assert code == 0, err
    pages = "".join(page.read_text("utf-8") for page in (tmp_path / "pages").rglob("*.html"))
    assert "7,303" in pages
    assert [number for number in ("7,307", "7,309", "Whisper") if number in pages] == []


def test_whoever_looks_inside_sees_all(run, youth):
    told = json.loads(run("show", "gone", "--as-at", "2025-10-01", "--format", "json")[1])["measure"]
    assert [one["value"] for one in told["forecasts"]] == ["7307", "7309"]
    assert told["variation"]["kind"] == "improving"  # which one withheld figure makes of a level run
