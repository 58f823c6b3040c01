from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.settings import Settings, SettingsInUse


def portfolio(tmp_path, said):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies/plan.yaml").write_text(
        f"id: plan\ntitle: Plan\n{said}\npriorities:\n- {{id: a, title: A, measures: [one], actions: "
        "[{id: a-1, text: Do, measures: [two, one]}]}\n",
        encoding="utf-8",
    )
    return open_portfolio(tmp_path).settings


def test_a_strategy_says_it_of_every_measure_that_it_names(tmp_path):
    found = portfolio(tmp_path, "measures_default: {frequency: quarter}")
    assert isinstance(found, SettingsInUse)
    assert {name: [one.strategy for one in each] for name, each in found.of_strategies.items()} == {
        "one": ["plan"], "two": ["plan"],
    }  # fmt: skip
    assert found.defaults_of("three") == ()
    assert found.model_fields_set == set()  # what the settings file says is all that is said to stand there


def test_where_none_says_anything_the_settings_stay_as_they_are(tmp_path):
    found = portfolio(tmp_path, "note: measures_default is a key we do not use")
    assert type(found) is Settings
    assert found.defaults_of("one") == ()
