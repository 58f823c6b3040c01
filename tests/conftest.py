"""What all tests share: the same surroundings everywhere, hypothesis without a clock, and `pytest --accept`."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# what was found is kept with the checkout, whatever folder pytest is run in
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(Path(__file__).parents[1] / ".hypothesis"))
settings.register_profile(
    "suite",
    deadline=None,
    max_examples=60,
    derandomize="CI" in os.environ,  # new examples are looked for by people, who can do something about what they find
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")
SCREEN = (
    "NO_COLOR",
    "FORCE_COLOR",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "TERM",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "TF_BUILD",
    "TEAMCITY_VERSION",
    "STRATEGY_TODAY",
    "STRATEGY_NO_CACHE",
)


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write the golden files anew instead of comparing them")


@pytest.fixture(autouse=True)
def _same_surroundings(monkeypatch, tmp_path_factory):
    """A screen of 80 without colours, no build server, a git nobody has set up, and folders of the tests' own."""
    state = str(tmp_path_factory.getbasetemp() / "state")
    monkeypatch.setenv("XDG_STATE_HOME", state)
    monkeypatch.setenv("LOCALAPPDATA", state)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in (*SCREEN, "EMAIL", *(name for name in os.environ if name.startswith("GIT_"))):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def accept(request):
    """Whether changed texts are to be accepted."""
    return request.config.getoption("--accept")


@pytest.fixture
def golden(accept):
    """Compare a text with the file that holds it; with `--accept`, write the file."""

    def compare(path: Path, text: str) -> None:
        if accept:
            path.write_bytes(text.encode())
        assert path.is_file(), f"no {path}: run pytest --accept"
        assert text == path.read_bytes().decode()

    return compare
