"""Style sheets, scripts, Typst and longer prose: every file of the folder is used, and is read with plain line ends."""

import re
from importlib.resources import files
from pathlib import Path

import strategy_tracker.views
from strategy_tracker.views.templates import read_template

FOLDER = Path(str(files("strategy_tracker.views.templates")))
KINDS = (".css", ".html", ".js", ".md", ".typ")


def test_every_template_is_read_by_some_module():
    """A page of the form is named without its folder, which `form_page` puts before it."""
    found = [path for path in FOLDER.rglob("*.*") if path.suffix in KINDS]
    names = {path.relative_to(FOLDER).as_posix() for path in found}
    modules = Path(strategy_tracker.views.__file__).parent.rglob("*.py")
    written = "".join(path.read_text(encoding="utf-8") for path in modules)
    written += "".join(path.read_text(encoding="utf-8") for path in found if path.suffix == ".html")
    named = set(re.findall(r"[\"']([\w/]+\.(?:css|html|js|md|typ))[\"']", written))
    assert {name for name in names if not named & {name, name.removeprefix("form/")}} == set()
    assert {name for name in named if not names & {name, f"form/{name}"}} == set()


def test_a_template_ends_its_lines_alike_on_every_system():
    assert "\r" not in read_template("dashboard.css")
    assert read_template("report.typ").endswith("\n")
