"""What every view of a report is in every format; `pytest --accept` writes the files anew.

The small portfolio in all formats; the shipped one, as on 31 August 2022, in Markdown and its pack as a whole page.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from strategy_tracker.views.formats.writers import FORMATS, writer
from strategy_tracker.views.papers.build import VIEWS, build
from tests.views.conftest import AUGUST, material

from . import outline

GOLDEN = Path(__file__).parent / "golden"
OUTLINES = {
    "markdown": (bytes.decode, ".md"),
    "html": (outline.of_html, ".html"),
    "docx": (outline.of_docx, ".docx.txt"),
    "pdf": (outline.of_pdf, ".pdf.txt"),
}
NEEDS = {"docx": ("docx", "resvg_py"), "pdf": ("typst", "pypdf")}


def installed(form):
    for module in NEEDS.get(form, ()):
        pytest.importorskip(module, reason=f"needs the extra '{FORMATS[form].extra}'")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_says_what_it_said(shipped, golden, view):
    found = material(shipped, AUGUST, "corporate-parenting")
    golden(GOLDEN / f"{view}.md", writer("markdown")(build(view, found)).decode())


def test_the_pack_looks_as_it_did(parenting, golden):
    golden(GOLDEN / "pack.html", outline.of_html(writer("html")(build("pack", parenting))))


@pytest.mark.parametrize("view", ["pledge", "young"])
def test_plain_words_come_from_the_files(shipped, golden, view):
    found = material(shipped, AUGUST, "bexley-looked-after")
    golden(GOLDEN / f"bexley-{view}.md", writer("markdown")(build(view, found)).decode())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_built_as_it_was_in_every_format(carers, golden, view, form):
    installed(form)
    shown, suffix = OUTLINES[form]
    golden(GOLDEN / "small" / f"{view}{suffix}", shown(writer(form)(build(view, carers))))


def test_there_is_no_golden_file_that_nothing_writes():
    expected = {f"{view}{suffix}" for view in VIEWS for _, suffix in OUTLINES.values()}
    assert {path.name for path in (GOLDEN / "small").iterdir()} == expected


@pytest.mark.parametrize("form", FORMATS)
def test_two_machines_make_the_same_bytes(small, tmp_path, form):
    installed(form)
    made = []
    for seed, zone, language in (("1", "Pacific/Kiritimati", "C.UTF-8"), ("2", "America/Los_Angeles", "tr_TR.UTF-8")):
        file = tmp_path / f"{seed}{FORMATS[form].suffix}"
        around = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "HOME": str(tmp_path / seed)}
        asked = ("report", "young-carers", "--as-at", "2025-10-01", "--root", str(small), "-o", str(file))
        subprocess.run([sys.executable, "-m", "strategy_tracker", *asked], env=around, check=True, capture_output=True)
        made.append(file.read_bytes())
    assert made[0] == made[1]
