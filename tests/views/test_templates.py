"""Style sheets, scripts, Typst and longer prose: every file of the folder is used, and is read with plain line ends."""

import re
from importlib.resources import files
from pathlib import Path

import strategy_tracker.views
from strategy_tracker.views.templates import read_template

FOLDER = files("strategy_tracker.views.templates")


def test_every_template_is_read_by_some_module():
    names = {file.name for file in FOLDER.iterdir() if file.is_file() and not file.name.endswith(".py")}
    modules = Path(strategy_tracker.views.__file__).parent.rglob("*.py")
    written = "".join(path.read_text(encoding="utf-8") for path in modules)
    written += "".join(file.read_text(encoding="utf-8") for file in FOLDER.iterdir() if file.name.endswith(".html"))
    assert names == set(re.findall(r"[\"'](\w+\.(?:css|html|js|md|typ))[\"']", written))


def test_a_template_ends_its_lines_alike_on_every_system():
    assert "\r" not in read_template("dashboard.css")
    assert read_template("report.typ").endswith("\n")
