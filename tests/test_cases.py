"""Files that must give exactly one code, at one place, in these words; and files that must give nothing.

A contributor adds a folder, not code: see cases/README.md.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.app.looking.examine import examine
from strategy_tracker.app.looking.git_findings import GitFindings, findings_of_git
from strategy_tracker.app.looking.validate import check
from strategy_tracker.diagnostics import CODES
from strategy_tracker.files.find import KINDS, LARGEST, DataFile
from strategy_tracker.files.load import load_bytes
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.views.formats.findings.as_text import write_diagnostics
from tests.cli.repository import Repository

CASES = Path(__file__).parent / "cases"
BAD = sorted(folder for folder in (CASES / "bad").iterdir() if folder.is_dir())
GOOD = sorted(folder for folder in (CASES / "good").iterdir() if folder.is_dir())
FUZZ = sorted((CASES / "fuzz").glob("*.*"))
TODAY = date(2026, 1, 15)
HEAD = "id: one\ntitle: One\n"


def found_in(root, code=""):
    """The diagnostics of a portfolio, without the advice that is not the subject."""
    portfolio = open_portfolio(root)
    with findings_of_git(portfolio, TODAY) as of_git:  # not of the repository that the cases themselves are in
        listed = check(portfolio, TODAY, of_git if (root / ".git").is_dir() else GitFindings).diagnostics
    return [item for item in listed if item.severity != "advice" or item.code == code]


def committed(folder, tmp_path):
    """The folder itself; of a case that git finds, a repository with a commit for each `before…`, and the rest now."""
    earlier = sorted(folder.glob("before*"))
    if not earlier:
        return folder
    repo = Repository(tmp_path / "case")
    for day, one in enumerate([*earlier, folder], 1):
        for kind in KINDS:
            shutil.rmtree(repo.root / kind, ignore_errors=True)
        shutil.copytree(one, repo.root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("before*", "expected.txt"))
        if one is not folder:
            repo.commit("Before", f"2025-06-{day:02}")
    return repo.root


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_a_bad_file_gives_exactly_its_code_at_its_place(folder, golden, tmp_path):
    found = found_in(committed(folder, tmp_path), folder.name)
    assert {item.code for item in found} == {folder.name}
    golden(folder / "expected.txt", write_diagnostics(found, everything=True))


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_a_good_portfolio_gives_no_error_and_no_warning(folder):
    assert found_in(folder) == []


@pytest.mark.parametrize("path", FUZZ, ids=lambda path: path.name)
def test_what_once_broke_us_is_a_diagnostic_now(path):
    kind = path.name.split("-")[0]
    data = path.read_bytes()
    examine(load_bytes(DataFile(path.name, str(path), kind, len(data)), data, DEFAULTS.year_end), TODAY, DEFAULTS)


def folder_with_the_name_of_a_file(root):
    (root / "strategies/two.yaml").mkdir()


def link_out_of_the_folder(root):
    outside = root.parent / "elsewhere.yaml"
    outside.write_text(HEAD, encoding="utf-8")
    (root / "strategies/two.yaml").symlink_to(outside)


def link_to_itself(root):
    (root / "strategies/two.yaml").symlink_to("two.yaml")


def seventeen_megabytes(root):
    (root / "strategies/two.yaml").write_bytes(b"#" * (LARGEST + 1_000_000))


def utf16(root):
    (root / "strategies/two.yaml").write_bytes(HEAD.encode("utf-16"))


def two_names_that_are_one_elsewhere(root):
    (root / "strategies/TWO.yaml").write_text(HEAD.replace("one", "two"), encoding="utf-8")
    (root / "strategies/two.yaml").write_text(HEAD.replace("one", "three"), encoding="utf-8")
    if len(list((root / "strategies").iterdir())) < 3:
        raise OSError


BUILT = {
    "not-a-file": folder_with_the_name_of_a_file,
    "outside-root": link_out_of_the_folder,
    "unreadable": link_to_itself,
    "too-big": seventeen_megabytes,
    "not-utf8": utf16,
    "unportable-name": two_names_that_are_one_elsewhere,
}
"""Cases that git cannot keep as text."""


@pytest.mark.parametrize("code", BUILT)
def test_a_file_that_git_cannot_keep_gives_exactly_its_code(code, tmp_path):
    root = tmp_path / "root"
    (root / "strategies").mkdir(parents=True)
    (root / "strategies/one.yaml").write_text(HEAD, encoding="utf-8")
    try:
        BUILT[code](root)
    except OSError:  # Windows without the right to make links, or one file of two names
        pytest.skip("this system makes no links, or does not tell capital letters apart")
    found = found_in(root, code)
    assert [(item.code, item.file) for item in found] == [(code, "strategies/two.yaml")]
    assert write_diagnostics(found).startswith("strategies/two.yaml")


def test_every_code_has_a_case():
    assert {folder.name for folder in BAD} | set(BUILT) == set(CODES)


def test_cases_with_windows_line_endings_were_not_converted():
    data = (CASES / "good/windows/strategies/children.yaml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") > 5


def test_a_case_is_a_folder_of_data_files_with_the_text_beside_them():
    known = {"expected.txt", "before", "before-again", "strategies", "measures", "practice", "published", "comparators"}
    known |= {"strategy-tracker.yaml", "evidence", "imports"}
    assert {path.name for folder in BAD for path in folder.iterdir()} <= known
