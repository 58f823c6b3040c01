"""A workbook that LibreOffice has opened and saved is the same workbook: nothing typed is nothing, a cell is a cell."""

import shutil
import subprocess
from datetime import date

import pytest

from strategy_tracker.cli.boundary import CLEAN
from tests.cli.publish.test_export_workbook import ITEM, MEASURES, Book, changed, lines

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
if SOFFICE is None:
    pytest.skip("LibreOffice is not installed: what it saves is not looked at", allow_module_level=True)


def resaved(folder, *names):
    """The workbooks as LibreOffice writes them, in a folder of their own."""
    out = folder.parent / "resaved"
    own_profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = [SOFFICE, own_profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, *(str(folder / name) for name in names)], check=True, capture_output=True, timeout=120)
    return out


def test_what_libreoffice_saved_comes_back_as_it_was_sent_and_typed(run, small):
    assert run("export", "--format", "xlsx", "-o", "untouched.xlsx")[0] == CLEAN
    book = Book(small / "untouched.xlsx")
    book.type(ITEM, "on", date(2025, 9, 20)).type(ITEM, "state", "in progress")
    book.type(ITEM, "note", "Said “so”,\nin two lines").type(ITEM, "forecast", date(2025, 12, 1))
    sheet = book.book[MEASURES]
    row, column = next(
        (row, column)
        for key, column in book.columns(MEASURES).items()
        for row in range(3, sheet.max_row + 1)
        if key.startswith("@period")
        and sheet.cell(row, column).value is None
        and not sheet.cell(row, column).protection.locked
    )
    sheet.cell(row, column).value = 7
    book.path = small / "typed.xlsx"
    book.save()
    out = resaved(small, "untouched.xlsx", "typed.xlsx")
    assert (out / "untouched.xlsx").read_bytes() != (small / "untouched.xlsx").read_bytes()
    before = lines(small)
    code, _, err = run("import", str(out / "untouched.xlsx"), "--yes")
    assert (code, lines(small)) == (CLEAN, before), err
    code, _, err = run("import", str(out / "typed.xlsx"), "--yes")
    assert code == CLEAN, err
    new, gone = changed(before, lines(small))
    period = sheet.cell(1, column).value.removeprefix("@period ")
    figures = [line for line in new if period in line and "7" in line]
    assert len(figures) == 1
    assert len(gone) <= 1, "a line of figures in braces, which is longer now"
    assert sorted(set(new) - set(figures)) == sorted(
        ["- on: 2025-09-20", "note: |-", "Said “so”,", "in two lines", "forecast: 2025-12-01"]
    )
