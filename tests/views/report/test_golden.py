"""What every view of the shipped portfolio says on 4 October 2022; `pytest --accept` writes the files anew."""

from pathlib import Path

import pytest

from strategy_tracker.views.report.build import VIEWS, build
from strategy_tracker.views.report.formats import writer

from .conftest import OCTOBER, material

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_says_what_it_said(shipped, golden, view):
    found = material(shipped, OCTOBER, "corporate-parenting")
    golden(GOLDEN / f"{view}.md", writer("markdown")(build(view, found)).decode())


def test_the_pack_looks_as_it_did(parenting, golden):
    golden(GOLDEN / "pack.html", writer("html")(build("pack", parenting)).decode())


@pytest.mark.parametrize("view", ["pledge", "young"])
def test_plain_words_come_from_the_files(shipped, golden, view):
    found = material(shipped, OCTOBER, "bexley-looked-after")
    golden(GOLDEN / f"bexley-{view}.md", writer("markdown")(build(view, found)).decode())
