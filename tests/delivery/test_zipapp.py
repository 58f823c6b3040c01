"""The single file: built by shiv, run where the package is not installed, honest about where it does not run."""

import importlib.util
import subprocess
import sys
import sysconfig

import pytest

from strategy_tracker import __version__

from .conftest import PLAN, ROOT, bare, run, slow, write

SCRIPT = ROOT / "scripts/zipapp.py"


def check_of(version, platform):
    """Run what a built file runs first, as if it had been built for this Python and system."""
    spec = importlib.util.spec_from_file_location("build_zipapp", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    program = module.CHECK.format(version=version, platform=platform)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, encoding="utf-8")


HERE = (f"{sys.version_info.major}.{sys.version_info.minor}", sysconfig.get_platform())


def test_where_it_was_built_the_check_is_silent():
    done = check_of(*HERE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(("version", "platform"), [("3.9", HERE[1]), (HERE[0], "win-amd64")])
def test_anywhere_else_it_says_so_before_anything_breaks(version, platform):
    done = check_of(version, platform)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        f"error: this file was built for Python {version} on {platform}; this is Python {HERE[0]}"
    )
    assert "docs/install.md" in done.stderr


@pytest.fixture(scope="module")
def built(wheel, tmp_path_factory):
    """The file, and a Python that has nothing installed."""
    folder = tmp_path_factory.mktemp("zipapp")
    said = run(sys.executable, SCRIPT, "-o", "strategy.pyz", wheel, cwd=folder).stdout
    assert said.splitlines()[-1] == f"wrote strategy.pyz: Python {HERE[0]}, {HERE[1]}"
    return folder / "strategy.pyz", bare(folder / "venv")


@slow
def test_it_runs_where_nothing_is_installed_and_unpacks_once(built, tmp_path):
    file, python = built
    root = write(tmp_path / "our folder", {"strategies/plan.yaml": PLAN.replace("    measures: [calls]\n", "")})
    home = tmp_path / "home"
    first = run(python, file, "validate", "--strict", cwd=root, HOME=str(home), USERPROFILE=str(home))
    assert "no errors" in first.stdout
    (unpacked,) = [path for path in (home / ".shiv").iterdir() if path.is_dir()]
    about = unpacked.stat()
    again = run(python, file, "--version", cwd=root, HOME=str(home), USERPROFILE=str(home))
    assert again.stdout == f"strategy-tracker {__version__}\n"
    assert unpacked.stat().st_mtime_ns == about.st_mtime_ns


@slow
def test_the_folder_it_unpacks_to_can_be_chosen(built, tmp_path):
    file, python = built
    run(python, file, "--version", cwd=tmp_path, SHIV_ROOT=str(tmp_path / "here"), HOME=str(tmp_path / "none"))
    assert (tmp_path / "here").is_dir()
    assert not (tmp_path / "none").exists()


@slow
def test_the_exit_code_and_the_starter_files_come_through(built, tmp_path):
    file, python = built
    home = {"HOME": str(tmp_path / "home"), "USERPROFILE": str(tmp_path / "home")}
    assert run(python, file, "validate", cwd=tmp_path, check=False, **home).returncode == 2
    write(tmp_path, {"strategies/plan.yaml": "id: [\n"})
    assert run(python, file, "validate", cwd=tmp_path, check=False, **home).returncode == 1


@slow
def test_two_builds_of_one_wheel_are_the_same_file(built, wheel, tmp_path):
    run(sys.executable, SCRIPT, "-o", tmp_path / "strategy.pyz", wheel, cwd=tmp_path)
    assert (tmp_path / "strategy.pyz").read_bytes() == built[0].read_bytes()
