"""What is stored is shown: each key of every model stands in a file here, in `export --format json`, and in `show`.

Who adds a key adds it to the files of `portfolio/`, with a word of its own; the rest follows.
"""

import json
import re
import shutil
import typing
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from strategy_tracker.files.load import load
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.practice import Practice
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.views.dates_and_amounts import when

PORTFOLIO = Path(__file__).parent / "portfolio"
MODELS = (Strategy, Measures, Practice, Comparators)
ITEMS = {
    "strategies": ("strategies", ("priorities",)),
    "priorities": ("priorities", ("actions",)),
    "actions": ("actions", ()),
    "measures": ("measures", ()),
    "practice": ("practice", ()),
}


def written(name):
    tree = YAML(typ="safe", pure=True).load(PORTFOLIO / name)
    return json.loads(json.dumps(tree, default=str))


def models(kind, found):
    """All models that a model is made of, also through lists, maps and choices."""
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in found:
        found.add(kind)
        for field in kind.model_fields.values():
            models(field.annotation, found)
    for inner in typing.get_args(kind):
        models(inner, found)
    return found


def filled(value, found):
    """Each model and key that says something in a record."""
    if isinstance(value, BaseModel):
        for name, inner in value:
            if inner is not None and inner is not False and inner not in ((), {}):
                found.add(f"{type(value).__name__}.{name}")
                filled(inner, found)
    elif isinstance(value, dict):
        for inner in value.values():
            filled(inner, found)
    elif type(value) is tuple:
        for inner in value:
            filled(inner, found)
    return found


def test_each_key_of_every_model_stands_in_a_file_here():
    portfolio, found = open_portfolio(PORTFOLIO), set()
    for file in portfolio.files:
        loaded = load(file, portfolio.settings.year_end)
        assert loaded.diagnostics == ()
        filled(loaded.record, found)
    every = {kind for model in MODELS for kind in models(model, set())}
    wanted = {f"{kind.__name__}.{name}" for kind in every for name in kind.model_fields}
    lacking = sorted(wanted - found)
    assert lacking == [], f"write each into a file of {PORTFOLIO.name}/, with a word of its own: {lacking}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return shutil.copytree(PORTFOLIO, tmp_path_factory.mktemp("stored") / "portfolio")


@pytest.fixture
def here(folder, monkeypatch):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "400")


def as_told(value):
    """What a file says, in the forms in which JSON may say it: a short form is written out."""
    if isinstance(value, dict):
        return {key: as_told(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_told(inner) for inner in value]
    return value if isinstance(value, bool) else str(value)


def leaves(value, route=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*route, str(key)))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, route)
    else:
        yield route, value


def test_json_has_all_that_is_written(here, run):
    code, out, _ = run("export", "--format", "json", "--as-at", "2021-12-01")
    records = json.loads(out)["records"]
    told = {text for _, value in leaves(records) for text in (value if isinstance(value, str) else str(value),)}
    assert code == 0
    names = ("strategies/whole.yaml", "measures/whole.yaml", "practice/whole.yaml", "comparators/whole.yaml")
    missing = [
        (".".join(route), value)
        for name in names
        for route, value in leaves(as_told(written(name)))
        if str(value) not in told
    ]
    assert missing == [], "\n".join(map(str, missing))


def items(tree, kind):
    """Each thing with an id that `show` takes, with its own keys and without those of the things in it."""
    for one in tree.get(kind, []):
        inside = ITEMS[kind][1]
        bodies = one.get("governance", ()) if kind == "strategies" else ()
        yield from ((body["body"], {**body, "meetings": []}) for body in bodies)
        meetings = [each for body in bodies for each in body.get("meetings", ())]
        asks = [each for meeting in meetings for each in meeting.pop("asks", ())]
        yield one["id"], {key: value for key, value in one.items() if key not in inside}
        yield from ((each["id"], each) for each in asks)
        for more in inside:
            yield from items(one, more)


def everything():
    yield from items({"strategies": [written("strategies/whole.yaml")]}, "strategies")
    yield from items(written("measures/whole.yaml"), "measures")
    yield from items(written("practice/whole.yaml"), "practice")


TITLES = {one["id"]: one["title"] for one in written("measures/whole.yaml")["measures"]}


def forms(key, value):
    """How `show` may write a value."""
    if value is True:
        return {key.replace("_", " ")}
    text = str(value)
    if text in TITLES:
        return {text, TITLES[text]}
    number = {f"{Decimal(text):,}"} if re.fullmatch(r"-?\d+(\.\d+)?", text) else set()
    day = {when(text)} if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else set()
    return {text, text.replace("-", " "), text.replace("_", " "), *number, *day}


@pytest.mark.parametrize(("name", "record"), [pytest.param(*one, id=one[0]) for one in everything()])
def test_show_has_all_that_is_written_of_a_thing(here, run, name, record):
    code, out, err = run("show", name, "--as-at", "2021-12-01")
    text = " ".join(out.split()).casefold()
    assert (code, err) == (0, "")
    missing = [
        (".".join(route), value)
        for route, value in leaves(record)
        if not any(form.casefold() in text for form in forms(route[-1] if route else "", value))
    ]
    assert missing == [], "\n".join(map(str, missing))
