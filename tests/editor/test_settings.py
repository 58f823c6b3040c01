"""What the how-to tells a strategy lead to write is what the tests of the editor use."""

import json
import re
from itertools import chain

from .cases import ROOT

SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))


def test_the_settings_in_the_how_to_are_those_of_this_folder():
    (block,) = re.findall(r"```json\n(.*?)```", (ROOT / "docs/howto/editor.md").read_text(encoding="utf-8"), re.DOTALL)
    told = json.loads(block)
    assert told.pop("[yaml]").items() <= SETTINGS["[yaml]"].items()
    assert told.items() <= SETTINGS.items()


def test_every_schema_that_is_named_is_there():
    assert all((ROOT / path).is_file() for path in SETTINGS["yaml.schemas"])


def test_every_shipped_file_names_its_schema_in_its_first_line():
    for path in chain.from_iterable(
        (ROOT / kind).glob("**/*.y*ml") for kind in ("strategies", "measures", "practice", "comparators")
    ):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).is_file(), path


def test_a_tab_key_types_two_spaces():
    assert SETTINGS["[yaml]"].items() >= {"editor.insertSpaces": True, "editor.tabSize": 2}.items()
