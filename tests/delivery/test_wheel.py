"""The packages: what is in them, and that they run where nothing of the checkout can be seen."""

import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from strategy_tracker import __version__

from .conftest import ROOT, bare, in_ruamel, run, slow

pytestmark = slow
HELD = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*") if path.is_file()}
KEPT = {name for name in HELD if "__pycache__" not in name and not name.endswith(".pyc")}


def test_the_wheel_holds_all_of_the_package_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    about = f"strategy_tracker-{__version__}.dist-info"
    assert {name for name in names if not name.startswith(about)} == KEPT
    assert "strategy_tracker/py.typed" in names
    assert "strategy_tracker/editing/starter_files/library.yaml" in names
    assert "strategy_tracker/texts/due-on-weekend.md" in names
    assert f"{about}/licenses/LICENSE" in names


def test_the_sdist_holds_the_tests_and_the_documents_too(dist):
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {f"src/{name}" for name in KEPT}
    assert names >= {"LICENSE", "README.md", "docs/files.md", "tests/test_docs.py", "pyproject.toml"}
    assert "CONTRIBUTING.md" in names, "README.md leads to it"
    assert not {name for name in names if "__pycache__" in name or ".venv" in name or name.startswith(".hypothesis")}


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A new environment with the wheel in it; its Python."""
    python = bare(tmp_path_factory.mktemp("installed") / "venv")
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=python.parent)
    return python


def test_a_portfolio_can_be_begun_checked_and_looked_at(installed, tmp_path):
    strategy = installed.with_name("strategy")
    assert run(strategy, "--version", cwd=tmp_path).stdout == f"strategy-tracker {__version__}\n"
    run(strategy, "init", "parks", "--yes", cwd=tmp_path)
    run(strategy, "validate", cwd=tmp_path / "parks")
    assert "✔ complete" in run(strategy, "status", cwd=tmp_path / "parks").stdout


def test_nothing_is_taken_from_the_checkout(installed, tmp_path):
    code = "import strategy_tracker, sys; print(strategy_tracker.__file__); print(*sys.path, sep='\\n')"
    out = run(installed, "-c", code, cwd=tmp_path).stdout
    assert str(ROOT) not in out
    assert Path(out.splitlines()[0]).is_relative_to(installed.parent.parent)


def test_only_what_is_declared_is_installed(installed, tmp_path):
    run(installed, "-m", "pip", "check", cwd=tmp_path)
    listed = run(installed, "-m", "pip", "list", "--format=freeze", cwd=tmp_path).stdout
    assert not {"pytest", "hatchling", "mypy", "hypothesis"} & {line.split("==")[0] for line in listed.splitlines()}


def test_it_can_be_used_by_a_type_checker(installed, tmp_path):
    (tmp_path / "use.py").write_text("from strategy_tracker import check\nreveal_type(check)\n", encoding="utf-8")
    words = ("--python-executable", installed, "--strict", "--cache-dir", tmp_path / "cache", "use.py")
    out = run(sys.executable, "-m", "mypy", *words, cwd=tmp_path).stdout
    assert "Diagnostic" in out


def test_the_sdist_can_be_installed_where_there_is_no_wheel(dist, tmp_path):
    (path,) = dist.glob("*.tar.gz")
    python = bare(tmp_path / "venv")
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check", path, cwd=tmp_path)
    assert __version__ in run(python, "-m", "strategy_tracker", "--version", cwd=tmp_path).stdout


def test_uvx_runs_it_from_the_wheel(wheel, tmp_path):
    uvx = shutil.which("uvx", path=str(Path(sys.executable).parent))
    if not uvx:
        pytest.skip("uv is not installed beside this Python")
    places = {
        "UV_CACHE_DIR": str(tmp_path / "cache"),
        "UV_TOOL_DIR": str(tmp_path / "tools"),
        "UV_PYTHON": sys.executable,
    }
    done = run(uvx, "--from", wheel, "strategy", "--version", cwd=tmp_path, **places)
    assert done.stdout == f"strategy-tracker {__version__}\n"


def test_a_pre_commit_hook_finds_the_same_program():
    entries = {hook["entry"].split()[0] for hook in in_ruamel(ROOT / ".pre-commit-hooks.yaml")}
    assert entries == {"strategy"}
