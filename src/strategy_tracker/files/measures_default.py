"""Finds what strategies say of the measures that they name; of a portfolio in which none does, no file is parsed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from strategy_tracker.files.content import content
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.parsing.check_text import Unreadable

if TYPE_CHECKING:
    from strategy_tracker.model.settings import Settings

_KEY = b"measures_default"


def with_strategy_defaults(settings: "Settings", files: Iterable[DataFile]) -> "Settings":
    """Give the settings together with what each strategy says of its measures; as they are where none says anything."""
    from strategy_tracker.files.load import load
    from strategy_tracker.model.measures.defaults import StrategyDefault
    from strategy_tracker.model.settings import Settings, SettingsInUse

    found: dict[str, list[StrategyDefault]] = defaultdict(list)
    for file in files:
        if not _may_say(file):
            continue
        strategy = load(file, settings.year_end).record
        if strategy is not None and (default := getattr(strategy, "measures_default", None)):
            for name in dict.fromkeys(_named(strategy)):
                found[name].append(StrategyDefault(strategy.id, default))  # type: ignore[attr-defined]
    if not found:
        return settings
    own = {name: getattr(settings, name) for name in Settings.model_fields}
    said = {name: tuple(each) for name, each in found.items()}
    return SettingsInUse.model_construct(set(settings.model_fields_set), **own, of_strategies=said)


def may_say(file: DataFile, data: bytes) -> bool:
    """Whether a file of these bytes may say something of measures that stand in other files."""
    return file.kind == "strategies" and _KEY in data


def _may_say(file: DataFile) -> bool:
    try:
        return file.kind == "strategies" and may_say(file, content(file))
    except Unreadable:
        return False


def _named(strategy: object) -> Iterable[str]:
    for priority in getattr(strategy, "priorities", ()):
        yield from priority.measures
        yield from (name for action in priority.actions for name in action.measures)
