"""Each setting stands in `strategy doctor` and, as far as it is set, in `export --format json`."""

import json

import pytest

from strategy_tracker.files.find import SETTINGS
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.settings import Settings

from .test_stored_is_shown import PORTFOLIO, as_told, filled, leaves, models, written

OWN = PORTFOLIO.parent / "settings.yaml"


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "plan.yaml").write_text(
        "id: plan\ntitle: Plan\nmeasures_default: {frequency: year}\npriorities: [{id: p, title: P, measures: [m]}]\n",
        encoding="utf-8",
    )
    (tmp_path / SETTINGS).write_bytes(OWN.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_setting_is_set_here(here):
    found = filled(open_portfolio(here).settings, set())
    instead = {"MeasuresDefault.amber"}  # it stands in place of 'amber_within'
    wanted = {f"{kind.__name__}.{name}" for kind in models(Settings, set()) for name in kind.model_fields}
    lacking = sorted(wanted - instead - {one.replace("SettingsInUse.", "Settings.") for one in found})
    assert lacking == [], f"write each into {OWN.name}, with a word of its own: {lacking}"


def test_doctor_has_all_that_is_set_and_says_where(here, run):
    code, out, _ = run("doctor")
    shown = {
        line.removeprefix("setting ").split("  ")[0].strip(): line for line in out.splitlines() if "setting " in line
    }
    assert code == 0
    assert shown.keys() == Settings.model_fields.keys()
    missing = [
        (".".join(route), value)
        for route, value in leaves(as_told(written(OWN)))
        if (str(value).lower() if isinstance(value, bool) else value) not in shown[route[0]]
    ]
    assert missing == []
    assert all(line.endswith(f"({SETTINGS})") for line in shown.values())


def test_json_has_all_that_is_set_and_nothing_that_is_not(here, run):
    code, out, _ = run("export", "--format", "json", "--as-at", "2021-12-01", "--keep-going")
    settings = json.loads(out)["records"]["settings"]
    assert code == 0
    assert sorted(map(str, leaves(as_told(settings)))) == sorted(map(str, leaves(as_told(written(OWN)))))
    (here / SETTINGS).write_text("organisation: Alone\n", encoding="utf-8")
    assert json.loads(run("export", "--format", "json", "--as-at", "2021-12-01")[1])["records"]["settings"] == {
        "organisation": "Alone"
    }
