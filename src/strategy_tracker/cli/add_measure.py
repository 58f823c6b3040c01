"""A new measure: written to the file it belongs in, then named by the priority it serves."""

import re
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Any

from strategy_tracker.app.find_item import find
from strategy_tracker.cli.adding import Given, an_id, checked, create, known_ids, put, tell_added
from strategy_tracker.cli.writing import file_of, write
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.editing.changes import Append
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.model.address import Item


def add_measure(found: "Portfolio", words: str, given: Given, dry_run: bool) -> None:
    """Write a measure to its file, then its id to the priority it serves."""
    if "unit" not in given:
        raise Problem("the unit is missing", "--unit percent, count, days, …; docs/files.md lists them")
    serves = find(found, given["to"], ("priority",)) if "to" in given else None
    name = measures_file(found, serves, given.get("file", ""))
    if serves:
        rehearse_link(found, serves, str(new_measure(found, words, given)["id"]))
    item = write_measure(found, name, words, given, dry_run)
    if serves:
        link(found, serves, item, dry_run)
    tell_added(item, f"strategy record {item.address} PERIOD VALUE", dry_run)


def new_measure(found: "Portfolio", words: str, given: Given) -> dict[str, Any]:
    """What its file will hold of a measure."""
    from strategy_tracker.model.measure import Measure

    own = an_id(words, given, "measure", known_ids(found.of_kind("measures"), found.root / "measures"))
    return checked(Measure, {**given, "id": own, "title": words})


def write_measure(found: "Portfolio", name: str, words: str, given: Given, dry_run: bool) -> "Item":
    """Write a measure at the end of a file, or to a new one."""
    from strategy_tracker.editing.changes import Append
    from strategy_tracker.editing.render import item as lines_of

    old = next((one for one in found.of_kind("measures") if one.name == name), None)
    if old:
        return put(found, old, lambda _: [Append(("measures",), new_measure(found, words, given))], dry_run)
    made = lambda: (name, ["measures:", *lines_of(new_measure(found, words, given), 2, 2)])  # noqa: E731 - a name for what is passed
    return create(found, made, dry_run)


# the link to the priority


def linking(serves: "Item", measure: str) -> "Callable[[LoadedFile], list[Append]]":
    """The change that names a measure in the priority it serves."""
    from strategy_tracker.app.find_item import item_in
    from strategy_tracker.editing.changes import Append
    from strategy_tracker.editing.insert_at import keys_before
    from strategy_tracker.model.strategy import Priority

    def plan(loaded: "LoadedFile") -> "list[Append]":
        item_in(loaded.record, serves)
        return [Append((*serves.route, "measures"), measure, after=keys_before(Priority, "measures"))]

    return plan


def rehearse_link(found: "Portfolio", serves: "Item", measure: str) -> None:
    """Prove that the link can be written before the measure is: two files cannot be written in one step."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        write(found, file_of(found, serves), linking(serves, measure), dry_run=True)


def link(found: "Portfolio", serves: "Item", measure: "Item", dry_run: bool) -> None:
    """Name a measure that is written in the priority it serves."""
    try:
        write(found, file_of(found, serves), linking(serves, measure.address), dry_run)
    except Problem as error:
        message = f"'{measure.address}' is in {measure.file}, but '{serves.address}' does not name it: {error.message}"
        raise Problem(message, f"add {measure.address} to the 'measures' of the priority in {serves.file}") from None


# the file it goes to


def measures_file(found: "Portfolio", serves: "Item | None", asked: str) -> str:
    """The name of the file a measure goes to: the one asked for, that of the strategy's measures, or the only one."""
    if asked:
        return named_file(asked)
    files = [file.name for file in found.of_kind("measures")]
    named = named_measures(found) if serves or not files else {}
    only = serves.address.partition("/")[0] if serves else next(iter(named)) if len(named) == 1 else ""
    if held := holding(found, named.get(only, set())):
        return held.most_common(1)[0][0]
    others = {name for strategy, names in named.items() if strategy != only for name in names}
    if len(files) == 1 and not holding(found, others):
        return files[0]
    if not only:
        raise Problem("more than one file could hold it", "--file NAME, or --to with the priority it serves")
    return f"measures/{only}.yaml"


def named_file(asked: str) -> str:
    """The file in measures/ that a person names; never one elsewhere."""
    name = asked.replace("\\", "/").removeprefix("measures/")
    if not all(re.fullmatch(r"\w[\w .-]*", part) for part in name.split("/")):
        raise Problem(f"'{asked}' is not the name of a file in measures/", "write it as carers.yaml")
    return f"measures/{name}" if name.endswith((".yaml", ".yml")) else f"measures/{name}.yaml"


def named_measures(found: "Portfolio") -> dict[str, set[str]]:
    """The measures that each strategy names."""
    from strategy_tracker.checks.references import mentions
    from strategy_tracker.files.portfolio import each_file

    kept, _ = each_file(found, found.of_kind("strategies"), lambda record, file: mentions(record, file.name))
    return {
        next(name for kind, name, _ in each.declares if kind == "strategy"): {
            name for kind, name, _ in each.names if kind == "measure"
        }
        for each in kept
    }


def holding(found: "Portfolio", named: set[str]) -> Counter[str]:
    """The measures files that hold these measures, and how many of them."""
    from strategy_tracker.files.look_up import addresses

    return Counter(item.file for item in addresses(found, found.of_kind("measures"))[0] if item.address in named)
