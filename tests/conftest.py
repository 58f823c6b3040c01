"""What all tests share: hypothesis without a clock, and one way to accept changed texts: `pytest --accept`."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite",
    deadline=None,
    max_examples=60,
    derandomize="CI" in os.environ,  # new examples are looked for by people, who can do something about what they find
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write the golden files anew instead of comparing them")


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
