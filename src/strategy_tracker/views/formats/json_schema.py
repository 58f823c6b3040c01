"""JSON Schema of the data files, made from the models, so that an editor can complete, explain and check them."""

import ast
import inspect
import json
import re
import sys
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from strategy_tracker.diagnostics import CODES, read_explanation
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.import_map import ImportMap
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.measures.reading import SYMBOLS, GroupFigure, Reading
from strategy_tracker.model.measures.target import Target
from strategy_tracker.model.names.labels import LABELS
from strategy_tracker.model.parts.ages import Ages
from strategy_tracker.model.practice import Practice
from strategy_tracker.model.publication import Publication
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy, Value
from strategy_tracker.model.values import FIGURE_WORDS, Interval

Schema = dict[str, Any]

FILES: dict[str, type[Record]] = {
    "strategy": Strategy,
    "measures": Measures,
    "practice": Practice,
    "published": Publication,
    "comparators": Comparators,
    "import": ImportMap,
    "settings": Settings,
}
"""The kinds of file, and the model of each."""

_A_TEXT = "write a text; put quotes round a number or 'true'"
_A_FIGURE: Schema = {
    "type": ["number", "string", "boolean"],
    "pattern": f"^({'|'.join(SYMBOLS)}|{FIGURE_WORDS})$",
    "patternErrorMessage": f"write a plain number, or one of {', '.join(SYMBOLS)}; words go in 'words:'",
}
_SHORT: dict[type[Record], Schema] = {
    Value: {"type": "string", "pattern": r"\S", "patternErrorMessage": _A_TEXT},
    Target: {"type": ["number", "string", "boolean"], "pattern": f"^({FIGURE_WORDS})$"},
    Reading: _A_FIGURE,
    GroupFigure: _A_FIGURE,
    Ages: {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
}
"""What may stand in place of a map of these."""


def write_schema(name: str) -> str:
    """Writes the schema of one kind of file (a key of `FILES`)."""
    made = FILES[name].model_json_schema(schema_generator=_Generator)
    made = {"$schema": _Generator.schema_dialect, **made}
    text = json.dumps(made, indent=2, ensure_ascii=False)
    return re.sub(r"\[\n *([^][{}]+?)\n *\]", lambda found: f"[{' '.join(found[1].split())}]", text) + "\n"


def descriptions(record: type[Record]) -> dict[str, str]:
    """The documentation of each field of a model, by the key the field has in a file.

    Read from the source: pydantic's own way would read it at every start, which takes 10 ms.
    """
    found: dict[str, str] = {}
    for base in reversed(record.__mro__):
        if issubclass(base, Record):
            body = _bodies(base.__module__)[base.__name__]
            for field, text in pairwise(body):
                if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
                    name = ast.unparse(field.target)
                    found[record.model_fields[name].alias or name] = ast.literal_eval(text.value)
    return found


@cache
def _bodies(module: str) -> dict[str, list[ast.stmt]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}


class _Generator(GenerateJsonSchema):
    """Pydantic's schema of our models, and what our reader takes besides: short forms, and keys with nothing after."""

    def model_schema(self, schema: Any) -> Schema:
        record = schema["cls"]
        made = super().model_schema(schema)
        del made["title"]
        if record is Settings:
            made["type"] = ["object", "null"]  # a file of comments is as good as none
            made["properties"]["severity"] = _severity(made["properties"]["severity"])
        said = descriptions(record)
        made["properties"] = {key: {"description": said[key], **value} for key, value in made["properties"].items()}
        return _or(_SHORT[record], made) if record in _SHORT else made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the key says it
        return False

    def default_schema(self, schema: Any) -> Schema:
        made = _or_nothing(self.generate_inner(schema["schema"]))
        default = _written(schema.get("default"))
        return made if default is None else {**made, "default": default}

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])  # such a key has a default, and may be empty for that reason

    def str_schema(self, schema: Any) -> Schema:
        made = {**super().str_schema(schema), "errorMessage": _A_TEXT}
        made.pop("minLength", None)  # the pattern says it too; an editor would say both
        return made

    def bool_schema(self, schema: Any) -> Schema:
        return {**super().bool_schema(schema), "errorMessage": "write true or false"}

    def literal_schema(self, schema: Any) -> Schema:
        return {"enum": schema["expected"]}

    def tagged_union_schema(self, schema: Any) -> Schema:
        """A word or a map. Not `oneOf`: an editor then points at the fault itself."""
        word, record = (self.generate_inner(one) for one in schema["choices"].values())
        return {"if": {"type": "object"}, "then": record, "else": word}

    def function_before_schema(self, schema: Any) -> Schema:
        made = super().function_before_schema(schema)
        one = made.get("items")
        if one is None:
            return made
        if "$ref" in one:  # one map where a list of maps is wanted
            return {**made, "type": ["array", "object"], "if": {"type": "object"}, "then": one}
        if "if" in one:  # one text or one map where a list of them is wanted
            return {**made, "type": ["array", "object", "string"], "if": {"type": ["array", "null"]}, "else": one}
        return _or(one, made)  # one text where a list of texts is wanted

    def dict_schema(self, schema: Any) -> Schema:
        keys = self.generate_inner(schema["keys_schema"])
        values = _or_nothing(self.generate_inner(schema["values_schema"]))
        if "enum" in keys:
            listed = {
                key: {"description": f"What stands for '{LABELS.get(key, key)}'.", **values} for key in keys["enum"]
            }
            return {"type": "object", "properties": listed, "additionalProperties": False}
        made = {"type": "object", "patternProperties": {keys["pattern"]: values}, "additionalProperties": False}
        return {**made, "errorMessage": keys["errorMessage"]}

    def sort(self, value: Any, parent_key: str | None = None) -> Any:  # noqa: ARG002 - the order of the models is meant
        return value


def _or(short: Schema, long: Schema) -> Schema:
    """Either of two forms of different types. Not `anyOf`: an editor then points at the fault itself."""
    return {**short, **long, "type": [*_types(short), *_types(long)]}


_NOTHING: Schema = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""A key with nothing after it. Not `{"type": "null"}`: an editor would offer the word 'null' everywhere."""


def _or_nothing(made: Schema) -> Schema:
    if {"array", "object"} & set(_types(made)):
        return {**made, "type": [*_types(made), "null"]}  # an editor begins a list or a map on the next line
    return {"anyOf": [made, _NOTHING]}


def _types(made: Schema) -> list[str]:
    types: str | list[str] = made.get("type", [])
    return [types] if isinstance(types, str) else types


def _written(default: object) -> object:
    """A default as a person would write it; None where it says nothing."""
    if isinstance(default, bool):
        return default
    return str(default) if isinstance(default, Interval | YearEnd) else None


def _severity(made: Schema) -> Schema:
    """The settings know which codes there are, and which of them may be changed."""
    (values,) = made["patternProperties"].values()
    free = [name for name, code in CODES.items() if not code.fixed]
    codes = {name: {"description": read_explanation(name).meaning, **values} for name in free}
    return {"type": made["type"], "properties": codes, "additionalProperties": False}
