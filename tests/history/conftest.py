"""A small portfolio in a real repository."""

import pytest

from tests.cli.repository import carers


@pytest.fixture
def repo(tmp_path):
    return carers(tmp_path / "repo")
