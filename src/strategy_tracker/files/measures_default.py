"""Finds what strategies say of the measures that they name; of a portfolio in which none does, no file is parsed."""

from collections import defaultdict
from collections.abc import Iterable

from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import content, load
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.model.measures.defaults import StrategyDefault
from strategy_tracker.model.settings import Settings, SettingsInUse

_KEY = b"measures_default"


def with_strategy_defaults(settings: Settings, files: Iterable[DataFile]) -> Settings:
    """Give the settings together with what each strategy says of its measures; as they are where none says anything."""
    found: dict[str, list[StrategyDefault]] = defaultdict(list)
    for file in files:
        if file.kind != "strategies" or not _may_say(file):
            continue
        strategy = load(file, settings.year_end).record
        if strategy is not None and (default := getattr(strategy, "measures_default", None)):
            for name in dict.fromkeys(_named(strategy)):
                found[name].append(StrategyDefault(strategy.id, default))  # type: ignore[attr-defined]
    if not found:
        return settings
    own = {name: getattr(settings, name) for name in Settings.model_fields}
    return SettingsInUse.model_construct(**own, of_strategies={name: tuple(each) for name, each in found.items()})


def _may_say(file: DataFile) -> bool:
    try:
        return _KEY in content(file)
    except Unreadable:
        return False


def _named(strategy: object) -> Iterable[str]:
    for priority in getattr(strategy, "priorities", ()):
        yield from priority.measures
        yield from (name for action in priority.actions for name in action.measures)
