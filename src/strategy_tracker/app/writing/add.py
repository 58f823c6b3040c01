"""Adding a strategy, priority, action or measure: its proposal, in its place and with an id that was never used."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, get_args

from strategy_tracker.app.find_item import file_of, find, item_in
from strategy_tracker.app.writing.answers import seen
from strategy_tracker.app.writing.measures_file import measures_file
from strategy_tracker.app.writing.proposal import (
    Draft,
    Note,
    Proposal,
    ProposedFile,
    edited,
    load_whole,
    new_file,
    proposal_of,
    refuse_wrong_settings,
)
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.editing import render, typed_figures
from strategy_tracker.editing.changes import Append
from strategy_tracker.editing.insert_at import keys_before
from strategy_tracker.editing.new_ids import Known, given_id, ids_in, new_id, next_id
from strategy_tracker.files.find import DataFile, FileKind, find_files, find_root
from strategy_tracker.files.look_up import addresses, named
from strategy_tracker.files.opened_settings import opened
from strategy_tracker.files.portfolio import Portfolio, open_portfolio
from strategy_tracker.files.read_settings import settings_in
from strategy_tracker.model.action import Action
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import OwnUnit, Unit, UnitWord
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.names.portable_names import why_unportable
from strategy_tracker.model.new_entries import NewAction, NewMeasure, NewPriority, NewStrategy
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Priority, Strategy
from strategy_tracker.problem import Problem

NewThing = NewStrategy | NewPriority | NewAction | NewMeasure
T = TypeVar("T", NewStrategy, NewPriority, NewAction, NewMeasure)


def propose_new(root: Path | None, new: NewThing, today: date) -> Proposal:
    """The proposal of something new in the portfolio at `root`, or in the nearest one above the current folder.

    Raises `Problem` where it has no place, or where what is said of it cannot be.
    """
    if isinstance(new, NewStrategy):  # the first one of a folder, which is no portfolio yet, too
        return propose_strategy(root, new, today)
    portfolio = open_portfolio(root)
    if isinstance(new, NewPriority):
        return propose_priority(portfolio, new, today)
    if isinstance(new, NewAction):
        return propose_action(portfolio, new, today)
    return propose_measure(portfolio, new, today)


def propose_strategy(root: Path | None, new: NewStrategy, today: date) -> Proposal:
    """The proposal of a file for a new strategy in the folder `root`, also the first one there.

    Without a folder it is the nearest portfolio above the current one. Raises `Problem` where there is none, or where
    what is said of the strategy cannot be.
    """
    new = _tidied(new)
    folder = root.absolute() if root else find_root(Path.cwd())
    if folder is None or not folder.is_dir():
        raise Problem(f"there is no portfolio {f'in {root}' if root else 'here'}", "strategy init")
    settings, wrong = settings_in(folder)
    refuse_wrong_settings(Portfolio(folder, opened(settings, wrong), (), ()))

    def plan() -> Draft:
        known = _known_ids(_files_now(folder, "strategies"), folder / "strategies", top=True)
        own = _an_id(new.title, new.id, "strategy", known)
        made = _checked(Strategy, new._asdict() | {"id": own})
        comment = f'# next, or to add another: strategy add priority "Its title" --to {own}'
        name = f"strategies/{own}{'-strategy' if why_unportable(own) else ''}.yaml"
        file = new_file(folder, name, [*render.mapping(made, 0, 2), comment], today, settings)
        return Draft(_added(file), (_remembering(folder, file),))

    return proposal_of(folder, [folder / "strategies"], plan)


def propose_priority(portfolio: Portfolio, new: NewPriority, today: date) -> Proposal:
    """The proposal of a priority at the end of its strategy: the one named, or the only one.

    Raises `Problem` where that is none, or where what is said of the priority cannot be.
    """
    new = _tidied(new)
    file = file_of(portfolio, _strategy_meant(portfolio, new.to))

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, portfolio.settings)
        _refuse_unknown_group(loaded.record, new.group)
        own = _an_id(new.title, new.id, "priority", _known_ids([file], Path(file.path)))
        made = _checked(Priority, new._asdict() | {"id": own})
        change = Append(("priorities",), made, after=keys_before(Strategy, "priorities"))
        one = edited(loaded, [change], today, portfolio.settings)
        return Draft(_added(one), (_remembering(portfolio.root, one),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)


def propose_action(portfolio: Portfolio, new: NewAction, today: date) -> Proposal:
    """The proposal of an action at the end of the priority that is named.

    Raises `Problem` where none is, or where what is said of the action cannot be.
    """
    new = _tidied(new)
    if not new.to:
        raise Problem("the priority it belongs to is missing", "--to PRIORITY; 'strategy status' lists them")
    meant = find(portfolio, new.to, ("priority",))
    file = file_of(portfolio, meant)

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        loaded = load_whole(file, portfolio.settings)
        known = _known_ids([file], Path(file.path))
        own = given_id(new.id, known) if new.id else next_id(item_in(loaded.record, meant), known)
        made = _checked(Action, new._asdict() | {"id": own})
        change = Append((*meant.route, "actions"), made, after=keys_before(Priority, "actions"))
        one = edited(loaded, [change], today, portfolio.settings)
        return Draft(_added(one), (_remembering(portfolio.root, one),))

    return proposal_of(portfolio.root, [Path(file.path)], plan)


def propose_measure(portfolio: Portfolio, new: NewMeasure, today: date) -> Proposal:
    """The proposal of a measure in the file it belongs in, and of its id in the priority it serves, if one is named.

    Raises `Problem` where no file can be told, or where what is said of the measure cannot be.
    """
    new = _tidied(new)
    if not new.unit:
        listed = ", ".join(get_args(UnitWord))
        raise Problem("the unit is missing", f"say --unit with one of: {listed}; or one of your own: --unit tonnes")
    serves = find(portfolio, new.to, ("priority",)) if new.to else None
    name, folder = measures_file(portfolio, serves, new.file), portfolio.root / "measures"

    def plan() -> Draft:
        refuse_wrong_settings(portfolio)
        files = _files_now(portfolio.root, "measures")
        own = _an_id(new.title, new.id, "measure", _known_ids(files, folder))
        unit = _unit(new.unit)
        targets = {"targets": _targets(new.targets, portfolio.settings.year_end, unit)} if new.targets else {}
        made = _checked(Measure, new._asdict() | {"id": own, "unit": unit} | targets)
        link = _link(portfolio, serves, own, today) if serves else ()
        old = next((one for one in files if one.name == name), None)
        if old:
            change = Append(("measures",), made)
            one = edited(load_whole(old, portfolio.settings), [change], today, portfolio.settings)
        else:
            lines = ["measures:", *render.item(made, 2, 2)]
            one = new_file(portfolio.root, name, lines, today, portfolio.settings)
        return Draft(_added(one), (_remembering(portfolio.root, one), *link))

    read = [folder, *([Path(file_of(portfolio, serves).path)] if serves else [])]
    return proposal_of(portfolio.root, read, plan)


def _link(portfolio: Portfolio, serves: Item, measure: str, today: date) -> tuple[ProposedFile]:
    """The file of the priority that a measure serves, with the measure's id."""
    loaded = load_whole(file_of(portfolio, serves), portfolio.settings)
    item_in(loaded.record, serves)
    change = Append((*serves.route, "measures"), measure, after=keys_before(Priority, "measures"))
    return (edited(loaded, [change], today, portfolio.settings),)


def _added(made: ProposedFile) -> Item:
    """What a file has that it had not before."""
    known = {item.address for item in named(made.before, made.file)} if made.before else set()
    assert made.after is not None
    return next(item for item in named(made.after, made.file) if item.address not in known)


# what is said of it


def _tidied(new: T) -> T:
    """What is said, each text on one line.

    Raises `Problem` where the words are missing, or a text has a character nobody can see.
    """
    words, *names = new._fields
    texts = {name: _one_line(getattr(new, name), _option(name)) for name in names}
    texts[words] = _one_line(getattr(new, words), "the words")
    if not texts[words]:
        raise Problem("the words are missing", 'write them in quotes: "Train every school"')
    return new._replace(**texts)


def _one_line(text: str, what: str) -> str:
    """What a person typed, on one line. Raises `Problem` where there is a character nobody can see."""
    return seen(" ".join(text.split()), what)


def _option(key: str) -> str:
    return f"--{key.replace('_', '-')}"


def _unit(text: str) -> Any:
    """The unit a person typed: a word that is known, or a name of their own, `tonnes of CO2`.

    Raises `Problem` where it is nearly a known one.
    """
    known = get_args(UnitWord)
    if text in known or text in _ALMOST:
        return _ALMOST.get(text, text)
    near = [word for word in known if text.startswith(word)] or nearest(text.casefold(), known, alike=0.75)
    if near:  # not of homes, which are no hours
        raise Problem(f"--unit: there is no unit '{text}'", did_you_mean(near))
    name, of, what = text.partition(" of ")
    return {"name": name} | ({"of": what} if of and what else {})


_ALMOST = {"%": "percent", "£": "pounds", "number": "count", "yes/no": "yes-no"}
"""What people write for some units, and the unit."""


def _targets(text: str, year_end: YearEnd, unit: Any) -> dict[str, Any]:
    """The targets a person typed, by period. Raises `Problem` where one is none."""
    found = dict[str, Any]()
    held: Unit = OwnUnit.model_construct(**unit) if isinstance(unit, dict) else unit
    for one in text.split(","):
        period, mark, value = one.partition("=")
        if not mark:
            raise Problem(f"--targets: '{one.strip()}' does not say a period and its target", "write it as 2025/26=70")
        found[typed_figures.period(period, year_end).text] = typed_figures.target(value, held)
    return found


def _checked(record: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a new record as its file will hold them, in the order of the model.

    Raises `Problem` with the first one that cannot be.
    """
    from pydantic import ValidationError

    from strategy_tracker.files.parsing.model_help import faults

    dates = {key for key in ("starts", "ends", "due") if re.fullmatch(r"\d{4}", values.get(key, ""))}
    typed = {key: Decimal(value) if key in dates else value for key, value in values.items()}
    made = {key: typed[key] for key in record.model_fields if typed.get(key)}
    try:
        record.model_validate(made)
    except ValidationError as error:
        first = faults(error.errors(include_url=False), record)[0]
        next_step = first.help.replace("'kind: practice'", "--kind practice").replace("'every: month'", "--every month")
        raise Problem(f"{_option(str(first.route[0]))}: {first.message}", next_step) from None
    return made


def _strategy_meant(portfolio: Portfolio, to: str) -> Item:
    """The strategy that is named, or the only one."""
    if to:
        return find(portfolio, to, ("strategy",))
    every = addresses(portfolio, portfolio.of_kind("strategies"), ("strategy",))[0]
    if len(every) != 1:
        raise Problem("the strategy it belongs to is missing", "--to STRATEGY; 'strategy status' lists them")
    return every[0]


def _refuse_unknown_group(strategy: Any, group: str) -> None:
    """Raise `Problem` for a group that the strategy does not have."""
    groups = [one.id for one in strategy.groups]
    if group and group not in groups:
        next_step = f"its groups are {', '.join(groups)}" if groups else "leave --group out: it has no groups"
        raise Problem(f"'{strategy.id}' has no group '{group}'", next_step)


# its id


def _an_id(words: str, own: str, thing: str, known: Known) -> str:
    """The id a person gave, or one made of the words. Raises `Problem` where it was used before or cannot be made."""
    return given_id(own, known) if own else new_id(words, thing, known)


def _known_ids(files: list[DataFile], history: Path, *, top: bool = False) -> Known:
    """The ids that stand in these files, or ever stood in the file or folder `history`; with `top`, of whole files."""
    from strategy_tracker.history.repository.git import ever_held

    def known(text: str) -> set[str]:
        held = [*(Path(file.path).read_bytes() for file in files), ever_held(history, text)]
        return ids_in(b"\n".join(held), top=top)

    return known


def _remembering(folder: Path, made: ProposedFile) -> ProposedFile:
    """The file of something new, with a note where an id that was used before may not be known."""
    from strategy_tracker.history.repository.out_of_sight import why_ids_are_unknown

    unknown = why_ids_are_unknown(folder)
    if unknown is None:
        return made
    note = Note(f"an id that was used before may be given again: {unknown.message}", unknown.next_step)
    return made._replace(notes=(*made.notes, note))


def _files_now(root: Path, kind: FileKind) -> list[DataFile]:
    """The files of one kind as the folder has them at this moment: somebody may have added one."""
    return [one for one in find_files(root)[0] if one.kind == kind]
