"""New things of a strategy: itself, its priorities, and their actions."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategy_tracker.app.find_item import find
from strategy_tracker.cli.adding import Given, an_id, checked, create, known_ids, put, tell_added
from strategy_tracker.cli.writing import file_of
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.editing.changes import Append
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.model.address import Item


def add_strategy(root: Path | None, words: str, given: Given, dry_run: bool) -> None:
    """Write the file of a new strategy; the first one of a folder too."""
    from strategy_tracker.editing.render import mapping
    from strategy_tracker.files.find import find_files, find_root
    from strategy_tracker.files.portfolio import Portfolio, settings_in
    from strategy_tracker.model.strategy import Strategy

    folder = root.absolute() if root else find_root(Path.cwd())
    if folder is None or not folder.is_dir():
        raise Problem(f"there is no portfolio {f'in {root}' if root else 'here'}", "strategy init")
    files = [one for one in find_files(folder)[0] if one.kind == "strategies"]

    def made() -> tuple[str, list[str]]:
        own = an_id(words, given, "strategy", known_ids(files, folder / "strategies", top=True))
        new = checked(Strategy, {**given, "id": own, "title": words})
        comment = f'# next, or to add another: strategy add priority "Its title" --to {own}'
        return f"strategies/{own}.yaml", [*mapping(new, 0, 2), comment]

    settings, wrong = settings_in(folder)
    item = create(Portfolio(folder, settings, tuple(files), wrong), made, dry_run)
    tell_added(item, f'strategy add priority "Its title" --to {item.address}', dry_run)


def add_priority(found: "Portfolio", words: str, given: Given, dry_run: bool) -> None:
    """Write a priority at the end of its strategy."""
    from strategy_tracker.editing.changes import Append
    from strategy_tracker.editing.insert_at import keys_before
    from strategy_tracker.model.strategy import Priority, Strategy

    file = file_of(found, strategy_meant(found, given))

    def plan(loaded: "LoadedFile") -> "list[Append]":
        known_group(loaded.record, given.get("group", ""))
        own = an_id(words, given, "priority", known_ids([file], Path(file.path)))
        new = checked(Priority, {**given, "id": own, "title": words})
        return [Append(("priorities",), new, after=keys_before(Strategy, "priorities"))]

    item = put(found, file, plan, dry_run)
    tell_added(item, f'strategy add action "What will be done" --to {item.address}', dry_run)


def strategy_meant(found: "Portfolio", given: Given) -> "Item":
    """The strategy named by --to, or the only one."""
    from strategy_tracker.files.look_up import addresses

    if "to" in given:
        return find(found, given["to"], ("strategy",))
    every = addresses(found, found.of_kind("strategies"), ("strategy",))[0]
    if len(every) != 1:
        raise Problem("the strategy it belongs to is missing", "--to STRATEGY; 'strategy status' lists them")
    return every[0]


def known_group(strategy: Any, group: str) -> None:
    """Raise `Problem` for a group that the strategy does not have."""
    groups = [one.id for one in strategy.groups]
    if group and group not in groups:
        mend = f"its groups are {', '.join(groups)}" if groups else "leave --group out: it has no groups"
        raise Problem(f"'{strategy.id}' has no group '{group}'", mend)


def add_action(found: "Portfolio", words: str, given: Given, dry_run: bool) -> None:
    """Write an action at the end of its priority."""
    from strategy_tracker.app.find_item import item_in
    from strategy_tracker.editing.changes import Append
    from strategy_tracker.editing.insert_at import keys_before
    from strategy_tracker.editing.new_ids import given_id, next_id
    from strategy_tracker.model.action import Action
    from strategy_tracker.model.strategy import Priority

    if "to" not in given:
        raise Problem("the priority it belongs to is missing", "--to PRIORITY; 'strategy status' lists them")
    meant = find(found, given["to"], ("priority",))
    file = file_of(found, meant)

    def plan(loaded: "LoadedFile") -> "list[Append]":
        known = known_ids([file], Path(file.path))
        own = given_id(given["id"], known) if "id" in given else next_id(item_in(loaded.record, meant), known)
        new = checked(Action, {**given, "id": own, "text": words})
        return [Append((*meant.route, "actions"), new, after=keys_before(Priority, "actions"))]

    item = put(found, file, plan, dry_run)
    tell_added(item, f"strategy update {item.address} --state in-progress", dry_run)
