"""`strategy add`: a strategy, priority, action or measure, in its place and with an id that was never used."""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CannotRun, say
from strategy_tracker.cli.complete import items
from strategy_tracker.cli.items import find
from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.cli.writing import DryRun, write

if TYPE_CHECKING:
    from strategy_tracker.model.record import Record
    from strategy_tracker.model.settings import Settings
    from strategy_tracker.rules.address import Item
    from strategy_tracker.store.edit import Append
    from strategy_tracker.store.find import DataFile
    from strategy_tracker.store.portfolio import Portfolio

EXAMPLE = 'strategy add action "Train every school to spot young carers" --to seen --owner "Group Manager"'

Given = dict[str, str]
TAKES: dict[str, tuple[str, ...]] = {
    "strategy": ("id", "organisation", "owner", "starts", "ends"),
    "priority": ("to", "id", "group", "owner"),
    "action": ("to", "id", "kind", "owner", "due", "every"),
    "measure": ("to", "file", "id", "unit", "better", "frequency", "source", "owner"),
}
"""The options of each thing."""

WORDS = {"strategy": 5, "priority": 3, "measure": 5}
"""Words an id is made of at most; those of actions begin with the id of their priority."""

_DULL = (
    "a all an and are as at be by can each every for from has have in into is it its of on or our that the their "
    "them they this to us we who will with you your"
)
"""Words that say nothing in an id."""


class Thing(StrEnum):
    """What can be added."""

    strategy = "strategy"
    priority = "priority"
    action = "action"
    measure = "measure"


def _option(words: str, metavar: str = "") -> Any:
    return typer.Option(metavar=metavar or None, help=words, show_default=False)


def command(
    thing: Annotated[Thing, typer.Argument(help="what is added")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="its title; for an action, what will be done")],
    to: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="where it belongs: the strategy of a priority, the priority of an action or a measure",
            autocompletion=items,
            show_default=False,
        ),
    ] = "",
    own: Annotated[str, typer.Option("--id", help="its id, if not one made for it", show_default=False)] = "",
    owner: Annotated[str, _option("the post answerable for it", "POST")] = "",
    due: Annotated[str, _option("action: when it is to be finished", "DATE")] = "",
    every: Annotated[str, _option("action: how often it recurs, such as month", "INTERVAL")] = "",
    kind: Annotated[str, _option("action: deliverable, practice, improvement, standard or decision")] = "",
    group: Annotated[str, _option("priority: the id of the group it stands in", "ID")] = "",
    unit: Annotated[str, _option("measure: percent, count, days, pounds, … (compulsory)")] = "",
    better: Annotated[str, _option("measure: higher, lower, on-target or none")] = "",
    frequency: Annotated[str, _option("measure: how often a reading is expected", "INTERVAL")] = "",
    source: Annotated[str, _option("measure: where its readings come from")] = "",
    file: Annotated[str, _option("measure: the file in measures/ it is written to", "NAME")] = "",
    starts: Annotated[str, _option("strategy: when it begins", "DATE")] = "",
    ends: Annotated[str, _option("strategy: when it ends", "DATE")] = "",
    organisation: Annotated[str, _option("strategy: the body whose strategy it is")] = "",
    dry_run: DryRun = False,
    root: Root = None,
) -> int:
    """Add something at the end of its list. The file keeps everything else as it is.

    Without --id it gets the next free one: never one that was used before, also not one that only git remembers.
    """
    typed = {"to": to, "id": own, "owner": owner, "due": due, "every": every, "kind": kind, "group": group}
    typed |= {"unit": unit, "better": better, "frequency": frequency, "source": source, "file": file}
    typed |= {"starts": starts, "ends": ends, "organisation": organisation}
    given = {key: one_line(value, f"--{key}") for key, value in typed.items() if value.strip()}
    for key in given:
        if key not in TAKES[thing]:
            takes = ", ".join(f"--{name}" for name in TAKES[thing])
            raise CannotRun(
                f"--{key} means nothing for {'an' if thing == 'action' else 'a'} {thing}", f"it takes {takes}"
            )
    words = one_line(words, "the words")
    if thing is Thing.strategy:
        add_strategy(root, words, given, dry_run)
    elif thing is Thing.priority:
        add_priority(portfolio(root), words, given, dry_run)
    elif thing is Thing.action:
        add_action(portfolio(root), words, given, dry_run)
    else:
        add_measure(portfolio(root), words, given, dry_run)
    return 0


def one_line(text: str, what: str) -> str:
    """What a person typed, on one line.

    Raises `CannotRun` where nothing is left, or there is a character nobody can see.
    """
    from strategy_tracker.views.text import UNSEEN

    text = " ".join(text.split())
    if not text:
        raise CannotRun(f"{what} are missing", 'write them in quotes: "Train every school"')
    if UNSEEN.search(text):
        raise CannotRun(f"{what}: there is a character nobody can see", "delete it and type the text again")
    return text


def add_strategy(root: Path | None, words: str, given: Given, dry_run: bool) -> None:
    """Write the file of a new strategy."""
    from strategy_tracker.model.settings import DEFAULTS
    from strategy_tracker.model.strategy import Strategy
    from strategy_tracker.store.find import find_files, find_root
    from strategy_tracker.store.render import mapping

    folder = root.absolute() if root else find_root(Path.cwd())
    if folder is None or not folder.is_dir():
        raise CannotRun(f"there is no portfolio {f'in {root}' if root else 'here'}", "strategy init")
    files = [one for one in find_files(folder)[0] if one.kind == "strategies"]

    def made() -> tuple[str, list[str]]:
        own = new_id(words, given, "strategy", files, folder / "strategies")
        new = checked(Strategy, {**given, "id": own, "title": words})
        comment = f'# next, or to add another: strategy add priority "Its title" --to {own}'
        return f"strategies/{own}.yaml", [*mapping(new, 0, 2), comment]

    item = create(folder, made, DEFAULTS, dry_run)
    tell(item, f'strategy add priority "Its title" --to {item.address}', dry_run)


def add_priority(found: "Portfolio", words: str, given: Given, dry_run: bool) -> None:
    """Write a priority at the end of its strategy."""
    from strategy_tracker.model.strategy import Priority
    from strategy_tracker.store.edit import Append

    meant = strategy_meant(found, given)
    file = file_of(found, meant)

    def plan(strategy: Any) -> "list[Append]":
        groups = [group.id for group in strategy.groups]
        if given.get("group", "") not in ("", *groups):
            mend = f"its groups are {', '.join(groups)}" if groups else "leave --group out: it has no groups"
            raise CannotRun(f"'{strategy.id}' has no group '{given['group']}'", mend)
        own = new_id(words, given, "priority", [file], Path(file.path))
        new = checked(Priority, {**given, "id": own, "title": words})
        return [Append(("priorities",), new, after=before(type(strategy), "priorities"))]

    item = put(found, file, plan, dry_run)
    tell(item, f'strategy add action "What will be done" --to {item.address}', dry_run)


def add_action(found: "Portfolio", words: str, given: Given, dry_run: bool) -> None:
    """Write an action at the end of its priority."""
    from strategy_tracker.model.action import Action
    from strategy_tracker.store.edit import Append

    if "to" not in given:
        raise CannotRun("the priority it belongs to is missing", "--to PRIORITY; 'strategy status' lists them")
    meant = find(found, given["to"], ("priority",))
    file = file_of(found, meant)

    def plan(strategy: Any) -> "list[Append]":
        number, priority = priority_of(strategy, meant)
        own = given_id(given["id"], [file], Path(file.path)) if "id" in given else next_id(priority, file)
        new = checked(Action, {**given, "id": own, "text": words})
        return [Append(("priorities", number, "actions"), new, after=before(type(priority), "actions"))]

    item = put(found, file, plan, dry_run)
    tell(item, f"strategy update {item.address} --state in-progress", dry_run)


def add_measure(found: "Portfolio", words: str, given: Given, dry_run: bool) -> None:
    """Write a measure to its file, then its id to the priority it serves."""
    from strategy_tracker.model.measure import Measure, Measures
    from strategy_tracker.store.edit import Append
    from strategy_tracker.store.render import item as lines_of

    if "unit" not in given:
        raise CannotRun("the unit is missing", "--unit percent, count, days, …; docs/files.md lists them")
    serves = find(found, given["to"], ("priority",)) if "to" in given else None
    name = measures_file(found, serves, given.get("file", ""))
    files = found.of_kind("measures")

    def new() -> dict[str, Any]:
        own = new_id(words, given, "measure", files, found.root / "measures")
        return checked(Measure, {**given, "id": own, "title": words})

    if serves:
        rehearse_link(found, serves, str(new()["id"]))
    old = next((one for one in files if one.name == name), None)
    if old:
        item = put(found, old, lambda _: [Append(("measures",), new(), after=before(Measures, "measures"))], dry_run)
    else:
        item = create(found.root, lambda: (name, ["measures:", *lines_of(new(), 2, 2)]), found.settings, dry_run)
    if serves:
        link(found, serves, item, dry_run)
    tell(item, f"strategy record {item.address} PERIOD VALUE", dry_run)


# the link of a measure


def linking(serves: "Item", measure: str) -> "Callable[[Any], list[Append]]":
    """The change that names a measure in the priority it serves."""
    from strategy_tracker.store.edit import Append

    def plan(strategy: Any) -> "list[Append]":
        number, priority = priority_of(strategy, serves)
        return [Append(("priorities", number, "measures"), measure, after=before(type(priority), "measures"))]

    return plan


def rehearse_link(found: "Portfolio", serves: "Item", measure: str) -> None:
    """Prove that the link can be written before the measure is: two files cannot be written in one step."""
    from contextlib import redirect_stdout
    from io import StringIO

    with redirect_stdout(StringIO()):
        write(found, file_of(found, serves), linking(serves, measure), dry_run=True)


def link(found: "Portfolio", serves: "Item", measure: "Item", dry_run: bool) -> None:
    """Name a measure that is written in the priority it serves."""
    try:
        write(found, file_of(found, serves), linking(serves, measure.address), dry_run)
    except CannotRun as error:
        message = f"'{measure.address}' is in {measure.file}, but '{serves.address}' does not name it: {error.message}"
        raise CannotRun(message, f"add {measure.address} to the 'measures' of the priority in {serves.file}") from None


def measures_file(found: "Portfolio", serves: "Item | None", asked: str) -> str:
    """The name of the file a measure goes to: the one asked for, that of the strategy's measures, or the only one."""
    from strategy_tracker.store.look_up import addresses

    if asked:
        name = asked.replace("\\", "/").removeprefix("measures/")
        if not all(re.fullmatch(r"\w[\w .-]*", part) for part in name.split("/")):
            raise CannotRun(f"'{asked}' is not the name of a file in measures/", "write it as carers.yaml")
        return f"measures/{name}" if name.endswith((".yaml", ".yml")) else f"measures/{name}.yaml"
    files = [file.name for file in found.of_kind("measures")]
    if serves and (held := holding(found, serves)):
        return held
    if len(files) == 1:
        return files[0]
    every = [item.address for item in addresses(found, found.of_kind("strategies"), ("strategy",))[0]]
    only = serves.address.partition("/")[0] if serves else every[0] if len(every) == 1 and not files else ""
    if not only:
        raise CannotRun("more than one file could hold it", "--file NAME, or --to with the priority it serves")
    return f"measures/{only}.yaml"


def holding(found: "Portfolio", serves: "Item") -> str:
    """The measures file that holds most measures of a priority's strategy; nothing if it has none."""
    from strategy_tracker.rules.checks.references import mentions
    from strategy_tracker.store.look_up import addresses, record_at

    record = record_at(found, serves._replace(route=()))
    named = {name for _, name, _ in mentions(record, "").names} if record else set()
    measures = addresses(found, found.of_kind("measures"))[0]
    held = Counter(item.file for item in measures if item.address in named)
    return held.most_common(1)[0][0] if held else ""


# ids


def new_id(words: str, given: Given, thing: str, files: "Sequence[DataFile]", history: Path) -> str:
    """The id a person gave, or one made of the words; with a number where it was used before."""
    top = thing == "strategy"
    if "id" in given:
        return given_id(given["id"], files, history, top=top)
    base = short(words, thing)
    if not base:
        raise CannotRun(f"no id can be made of '{words}'", "give it one: --id NAME")
    return unused((base if number == 1 else f"{base}-{number}" for number in count(1)), files, history, top=top)


def given_id(own: str, files: "Sequence[DataFile]", history: Path, *, top: bool = False) -> str:
    """The id a person gave. Raises `CannotRun` where it was used before."""
    if own in ever(files, history, own, top=top):
        raise CannotRun(f"the id '{own}' is in use, or was before", "an id is never given twice: leave --id out")
    return own


def next_id(priority: Any, file: "DataFile") -> str:
    """The next id in the row that most actions of a priority follow; otherwise one that begins with its own id."""
    numbered = [found for action in priority.actions if (found := re.fullmatch(r"(.*?)(\d+)", action.id))]
    prefix, followed = Counter(found[1] for found in numbered).most_common(1)[0] if numbered else ("", 0)
    width = min((len(found[2]) for found in numbered if found[1] == prefix), default=2)
    if followed * 2 <= len(priority.actions):
        prefix, width = f"{priority.id}-", 2
    known = ever([file], Path(file.path), prefix or "id")
    numbers = [int(own.removeprefix(prefix)) for own in known if re.fullmatch(re.escape(prefix) + r"\d+", own)]
    following = count(max(numbers, default=0) + 1)
    return unused((f"{prefix}{number:0{width}d}" for number in following), [file], Path(file.path))


def unused(candidates: Iterable[str], files: "Sequence[DataFile]", history: Path, *, top: bool = False) -> str:
    """The first id that nothing has or had."""
    return next(own for own in candidates if own not in ever(files, history, own, top=top))


def ever(files: "Sequence[DataFile]", history: Path, text: str, *, top: bool = False) -> set[str]:
    """Every id with `text` in it that stands in these files, or ever stood in the file or folder `history`.

    With `top`, only the ids of whole files count.
    """
    from strategy_tracker.history import ever_held

    lines = [Path(file.path).read_bytes() for file in files] + [ever_held(history, text)]
    pattern = (rb"^[+-]?" if top else rb"\b") + rb"[\"']?id[\"']?:[ \t]*[\"']?([a-z0-9-]+)"
    return {found.decode() for data in lines for found in re.findall(pattern, data, re.MULTILINE)}


def short(words: str, thing: str) -> str:
    """A few plain words of a title, for an id: `Young Carers Strategy 2025–2028` gives `young-carers`."""
    import unicodedata

    spaced = re.sub(r"\W+", " ", re.sub(r"['’]", "", words)).replace("_", " ")
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower().split()
    telling = [word for word in plain if word not in _DULL.split()] or plain
    if thing == "strategy":
        telling = [word for word in telling if word != "strategy" and not re.fullmatch(r"\d{4}", word)] or telling
    kept = telling[: WORDS[thing]]
    while len("-".join(kept)) > 40 and len(kept) > 1:
        kept.pop()
    return "-".join(kept)[:40]


# what is the same for all


def strategy_meant(found: "Portfolio", given: Given) -> "Item":
    """The strategy named by --to, or the only one."""
    from strategy_tracker.store.look_up import addresses

    if "to" in given:
        return find(found, given["to"], ("strategy",))
    every = addresses(found, found.of_kind("strategies"), ("strategy",))[0]
    if len(every) != 1:
        raise CannotRun("the strategy it belongs to is missing", "--to STRATEGY; 'strategy status' lists them")
    return every[0]


def file_of(found: "Portfolio", item: "Item") -> "DataFile":
    """The file an item stands in."""
    return next(file for file in found.files if file.name == item.file)


def priority_of(strategy: Any, meant: "Item") -> tuple[int, Any]:
    """The number and the record of a priority, in what the file holds now."""
    for number, priority in enumerate(strategy.priorities):
        if f"{strategy.id}/{priority.id}" == meant.address:
            return number, priority
    raise CannotRun(f"'{meant.address}' was taken out of the file a moment ago", "try again")


def before(record: "type[Record]", key: str) -> list[str]:
    """The keys that stand before `key` in the order of the model."""
    keys = list(record.model_fields)
    return keys[: keys.index(key)]


def checked(record: "type[Record]", values: Given) -> dict[str, Any]:
    """The values of a new record as its file will hold them, in the order of the model.

    Raises `CannotRun` with the first one that cannot be.
    """
    from decimal import Decimal

    from pydantic import ValidationError

    from strategy_tracker.store.faults import faults

    dates = {key for key in ("starts", "ends", "due") if re.fullmatch(r"\d{4}", values.get(key, ""))}
    typed = {key: Decimal(value) if key in dates else value for key, value in values.items()}
    made = {key: typed[key] for key in record.model_fields if key in typed}
    try:
        record.model_validate(made)
    except ValidationError as error:
        first = faults(error, record)[0]
        raise CannotRun(f"--{first.route[0]}: {first.message}", first.help) from None
    return made


def put(found: "Portfolio", file: "DataFile", plan: "Callable[[Any], Sequence[Append]]", dry_run: bool) -> "Item":
    """Write into a file that is there; what was added."""
    from strategy_tracker.store.look_up import named

    old, new = write(found, file, plan, dry_run)
    warn(file, old, new, found.settings)
    known = {item.address for item in named(old, file)}
    return next(item for item in named(new, file) if item.address not in known)


def create(folder: Path, made: Callable[[], tuple[str, list[str]]], settings: "Settings", dry_run: bool) -> "Item":
    """Write a new file of one record; what was added. `made` gives its name and lines while the lock is held."""
    from strategy_tracker.store.edit import Edit, diff
    from strategy_tracker.store.find import DataFile, outside
    from strategy_tracker.store.load import load_bytes
    from strategy_tracker.store.look_up import named
    from strategy_tracker.store.write import CannotWrite, locked
    from strategy_tracker.store.write import create as create_file

    try:
        with locked(folder):
            name, lines = made()
            data = "".join(f"{line}\n" for line in lines).encode()
            file = DataFile(name, str(folder / name), "strategies" if name.startswith("s") else "measures", len(data))
            if outside(str((folder / name).parent), str(folder.resolve())):
                raise CannotRun(f"'{Path(name).parent}' is a link out of the portfolio", "put the folder itself there")
            loaded = load_bytes(file, data, settings.year_end)
            assert loaded.record is not None
            warn(file, None, loaded.record, settings)
            if not dry_run:
                create_file(folder / name, data)
    except CannotWrite as error:
        raise CannotRun(str(error), "choose another name with --id or --file") from None
    if dry_run:
        sys.stdout.write(diff(Edit(b"", data, 1), name).replace(f"a/{name}", "/dev/null", 1))
    else:
        say(f"wrote {name}:1")
        say(f"  undo: delete {name}")
    return named(loaded.record, file)[0]


def warn(file: "DataFile", old: "Record | None", new: "Record", settings: "Settings") -> None:
    """Say what the checks find that they did not find before; an error where nothing is written yet."""
    from strategy_tracker.rules.checks import CHECKS
    from strategy_tracker.store.check import grade

    def found(record: "Record | None") -> dict[tuple[str, str], Any]:
        each = [item for one in CHECKS[file.kind] for item in one(record, day(""), settings)] if record else []
        return {(item.code, item.message): item for item in each}

    known = found(old)
    for key, item in found(new).items():
        graded = grade(item, settings.severity) if key not in known else None
        if graded and graded.severity == "error" and old is None:
            raise CannotRun(graded.message, graded.help)
        if graded and (graded.severity != "advice" or graded.code == "same-text"):
            say(f"warning: {graded.message} [{graded.code}]")
            say(f"  help: {graded.help}")


def tell(item: "Item", following: str, dry_run: bool) -> None:
    """The id of what was added, and what is likely to come next."""
    if dry_run:
        say(f"its id would be {item.address}")
        return
    sys.stdout.write(f"{item.address}\n")
    say(f"  next: {following}")
