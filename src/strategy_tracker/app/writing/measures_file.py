"""The file in measures/ that a new measure goes to, where the person does not name one."""

import re
from collections import Counter

from strategy_tracker.checks.of_names.mentions import mentions
from strategy_tracker.files.look_up import addresses
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.names.portable_names import why_unportable
from strategy_tracker.problem import Problem


def measures_file(portfolio: Portfolio, serves: Item | None, asked: str) -> str:
    """The name of the file a measure goes to: the one asked for, that of the strategy's measures, or the only one.

    Raises `Problem` where more than one could hold it, or where `asked` is no name of a file there.
    """
    if asked:
        return _named_file(asked)
    files = [file.name for file in portfolio.of_kind("measures")]
    named = _measures_of_each(portfolio) if serves or not files else {}
    only = serves.address.partition("/")[0] if serves else next(iter(named)) if len(named) == 1 else ""
    if held := _holding(portfolio, named.get(only, set())):
        return held.most_common(1)[0][0]
    others = {name for strategy, names in named.items() if strategy != only for name in names}
    if len(files) == 1 and not _holding(portfolio, others):
        return files[0]
    if not only:
        raise Problem("more than one file could hold it", "--file NAME, or --to with the priority it serves")
    return f"measures/{only if not why_unportable(only) else f'{only}-measures'}.yaml"


def _named_file(asked: str) -> str:
    """The file in measures/ that a person names; never one elsewhere."""
    name = asked.replace("\\", "/").removeprefix("measures/")
    if not all(re.fullmatch(r"\w[\w .-]*", part) for part in name.split("/")):
        raise Problem(f"'{asked}' is not the name of a file in measures/", "write it as carers.yaml")
    if why := why_unportable(name):
        raise Problem(
            f"'{asked}' cannot be the name of a file everywhere: {why}", "choose another, such as carers.yaml"
        )
    return f"measures/{name}" if name.endswith((".yaml", ".yml")) else f"measures/{name}.yaml"


def _measures_of_each(portfolio: Portfolio) -> dict[str, set[str]]:
    """The measures that each strategy names."""
    kept, _ = each_file(portfolio, portfolio.of_kind("strategies"), lambda record, file: mentions(record, file.name))
    return {
        next(name for kind, name, _ in each.declares if kind == "strategy"): {
            name for kind, name, _ in each.names if kind == "measure"
        }
        for each in kept
    }


def _holding(portfolio: Portfolio, named: set[str]) -> Counter[str]:
    """The measures files that hold these measures, and how many of them."""
    items = addresses(portfolio, portfolio.of_kind("measures"))[0]
    return Counter(item.file for item in items if item.address in named)
