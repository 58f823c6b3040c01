"""Bringing a table into a strategy that is there: figures and updates are added, and nothing is overwritten."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from strategy_tracker.app.find_item import file_of, find, item_in
from strategy_tracker.app.importing.bring_in import Incoming
from strategy_tracker.app.writing.proposal import Draft as Planned
from strategy_tracker.app.writing.proposal import Note, Proposal, edited, load_whole, proposal_of, refuse_wrong_settings
from strategy_tracker.editing.changes import Append, Change, Put
from strategy_tracker.editing.entries.edit_action import update_changes
from strategy_tracker.editing.entries.edit_reading import reading_changes
from strategy_tracker.editing.insert_at import keys_before
from strategy_tracker.editing.new_ids import next_id
from strategy_tracker.editing.refusals import Already
from strategy_tracker.files.find import FileKind
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.look_up import addresses
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.intake.as_records import records_of
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.draft import DraftAction, DraftMeasure, DraftReading, PlanDraft, TableAnswers
from strategy_tracker.intake.ledger import CellRemark
from strategy_tracker.intake.pairing import Pair, pair_rows
from strategy_tracker.model.action import CLOSED
from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import as_number
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.new_entries import NewReading, NewUpdate
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Priority
from strategy_tracker.problem import Problem


class Choices(NamedTuple):
    """What a person chose: whether figures may be revised, new rows taken, and which row is which item."""

    revise: bool = False
    add_new: bool = False
    same: dict[str, str] = {}
    why: str = ""


class IntoStrategy(NamedTuple):
    """A proposal, with what of the table was not taken, each at its cell."""

    proposal: Proposal
    left: tuple[CellRemark, ...]


def propose_into(
    portfolio: Portfolio, strategy: str, incoming: Incoming, answers: TableAnswers, choices: Choices, today: date
) -> IntoStrategy:
    """The proposal of what a table adds to a strategy and its measures.

    Readings and updates are added; a figure that is there with another value stays, unless it may be revised. Nothing
    is deleted because a row is missing. Raises `Problem` where there is no such strategy, or its files have errors.
    """
    meant = find(portfolio, strategy, ("strategy",))
    left: list[CellRemark] = []

    def plan() -> Planned:
        refuse_wrong_settings(portfolio)
        left.clear()
        taking = _Taking(portfolio, meant, incoming.draft, answers, choices, today)
        taking.measures()
        taking.actions()
        left.extend(taking.left)
        files = tuple(
            edited(taking.loaded[name], changes, today, portfolio.settings) for name, changes in taking.changes.items()
        )
        missing = taking.missing(incoming)
        if not files:
            return Planned(meant, (), already=missing or "the table says nothing that is not on record")
        first, *others = files
        note = (Note(missing),) if missing else ()
        return Planned(meant, (first._replace(notes=(*first.notes, *note)), *others))

    paths = [Path(file.path) for file in portfolio.files if file.kind in ("strategies", "measures")]
    return IntoStrategy(proposal_of(portfolio.root, paths, plan), tuple(left))


class _Taking:
    """Takes rows one by one: the changes of each file, and what was left."""

    def __init__(
        self,
        portfolio: Portfolio,
        meant: Item,
        draft: PlanDraft,
        answers: TableAnswers,
        choices: Choices,
        today: date,
    ) -> None:
        self.portfolio, self.meant, self.draft = portfolio, meant, draft
        self.answers, self.choices, self.today = answers, choices, today
        self.settings: Settings = portfolio.settings
        self.loaded: dict[str, LoadedFile] = {}
        self.changes: dict[str, list[Change]] = {}
        self.left: list[CellRemark] = []
        own = self._load(file_of(portfolio, meant).name)
        self.strategy: Any = own.record
        self.items = {item.address.rpartition("/")[2]: item for item in self._items("action")}
        self.figures = {item.address: item for item in self._items("measure")}
        self.seen: set[str] = set()
        self.given: set[str] = set()

    def _items(self, thing: Literal["action", "measure"]) -> list[Item]:
        kind: FileKind = "measures" if thing == "measure" else "strategies"
        every = addresses(self.portfolio, self.portfolio.of_kind(kind), (thing,))[0]
        return [one for one in every if thing == "measure" or one.file == self.meant.file]

    def _load(self, name: str) -> LoadedFile:
        if name not in self.loaded:
            file = next(one for one in self.portfolio.files if one.name == name)
            self.loaded[name] = load_whole(file, self.settings)
        return self.loaded[name]

    def _leave(self, place: str, said: Understood) -> None:
        self.left.append(CellRemark(place, said.code, said.words, said.next_step, taken=False))

    def _change(self, item: Item, changes: list[Change]) -> None:
        self.changes.setdefault(item.file, []).extend(changes)

    def missing(self, incoming: Incoming) -> str:
        """How many items of the strategy the table does not have; nothing is deleted for it."""
        if not incoming.draft.actions:
            return ""
        number = len(self.items.keys() - self.seen)
        return f"{number} {'action is' if number == 1 else 'actions are'} not in the table, and stay" if number else ""

    # measures

    def measures(self) -> None:
        """Take the figures of every row whose measure is known, and new ones where they are wanted."""
        titles = {own: item_in(self._load(item.file).record, item).title for own, item in self.figures.items()}
        new: list[DraftMeasure] = []
        for pair in pair_rows(self.draft.measures, titles, self.choices.same):
            assert isinstance(pair.row, DraftMeasure)
            if not pair.own and self.choices.add_new and pair.said.code == "not-on-record":
                new.append(pair.row)
                continue
            if not pair.own:
                self._leave(pair.row.place, pair.said)
                continue
            item = self.figures[pair.own]
            measure: Measure = item_in(self._load(item.file).record, item)
            self._figures(item, measure, pair.row)

        self._new_measures(new)

    def _new_measures(self, rows: list[DraftMeasure]) -> None:
        """Put new measures at the end of the file in which the others of the strategy are."""
        if not rows:
            return
        own = self.meant.address
        named = [name for one in self.strategy.priorities for name in one.measures if name in self.figures]
        files = [self.figures[name].file for name in named] or [f"measures/{own}.yaml"]
        known = self.figures.keys()
        made = records_of(PlanDraft(measures=tuple(rows)), own, "", known.__contains__, self.answers.on)
        self.left += made.waiting
        name = files[0]
        if name not in {file.name for file in self.portfolio.files}:
            words = f"{len(rows)} new measures have no file to stand in"
            self._leave(rows[0].place, Understood("", "not-on-record", words, f"strategy add measure … --file {own}"))
            return
        self._load(name)
        self.changes.setdefault(name, []).extend(Append(("measures",), one.record) for one in made.measures)

    def _figures(self, item: Item, measure: Measure, row: DraftMeasure) -> None:
        for period, reading in row.readings.items():
            if not reading.settled:
                words = f"'{period}' does not say which period it is"
                self._leave(
                    reading.place, Understood("", "no-period-in-a-table", words, "say which year: --year 2025/26")
                )
                continue
            self._reading(item, measure, period, reading)
        for period, target in row.targets.items():
            if target.settled and target.value is not None:
                self._target(item, measure, period, target)

    def _reading(self, item: Item, measure: Measure, period: str, reading: DraftReading) -> None:
        when = parse_period(period, self.settings.year_end)
        new = NewReading(period, reading.said, on=self.answers.on)
        data = self._load(item.file).data
        for one in (new, new._replace(revise=True, why=self.choices.why)) if self.choices.revise else (new,):
            try:
                changes = reading_changes(measure, data, item.route, when, one, self.today, self.settings)
            except Already:
                return
            except Problem as error:
                words, step = error.message.removeprefix("nothing was written: "), error.next_step
                continue
            self._change(item, changes)
            return
        step = "--revise keeps what it was and writes the new one" if "has a reading" in words else step
        self._leave(reading.place, Understood("", "figure-differs", words, step))

    def _target(self, item: Item, measure: Measure, period: str, target: DraftReading) -> None:
        when = parse_period(period, self.settings.year_end)
        held = next((one.value for key, one in measure.targets.items() if key[1:] == when[1:]), None)
        if held is None:
            value = as_number(target.value, measure.unit)
            self._change(item, [Put((*item.route, "targets"), period, value, keys_before(Measure, "targets"))])
        elif held != target.value:
            words = f"the target of '{measure.id}' for {period} is {held} on record, and {target.said} here"
            step = "a changed target needs its reason: strategy record --revise, or the file"
            self._leave(target.place, Understood("", "target-differs", words, step))

    # actions

    def actions(self) -> None:
        """Take what was said of every action that is known, and new ones where they are wanted."""
        loaded = self._load(self.meant.file)
        texts = {own: item_in(loaded.record, item).text for own, item in self.items.items()}
        for pair in pair_rows(self.draft.actions, texts, self.choices.same):
            assert isinstance(pair.row, DraftAction)
            if pair.own:
                self.seen.add(pair.own)
                self._action(self.items[pair.own], item_in(loaded.record, self.items[pair.own]), pair)
            elif self.choices.add_new and pair.said.code == "not-on-record":
                self._new_action(pair.row)
            else:
                self._leave(pair.row.place, pair.said)

    def _new_action(self, row: DraftAction) -> None:
        """Put a new action at the end of the priority that the table names."""
        wanted = self.draft.priorities[row.priority]
        priorities = self.strategy.priorities
        number = next((n for n, one in enumerate(priorities) if one.title.casefold() == wanted.title.casefold()), None)
        if number is None:
            words = f"there is no priority '{wanted.title}' for a new action"
            self._leave(row.place, Understood("", "not-on-record", words, f"strategy add priority '{wanted.title}'"))
            return
        alone = PlanDraft(priorities=(wanted,), actions=(row._replace(priority=0),))
        made = records_of(alone, self.meant.address, "", self.items.__contains__, self.answers.on)
        self.left += made.waiting
        own = next_id(priorities[number], lambda _: {*self.items, *self.given})
        self.given.add(own)
        record = made.priorities[0][1][0].record | {"id": own}
        after = keys_before(Priority, "actions")
        change = Append(("priorities", number, "actions"), record, after=after)
        self.changes.setdefault(self.meant.file, []).append(change)

    def _action(self, item: Item, action: Any, pair: Pair) -> None:
        row = pair.row
        assert isinstance(row, DraftAction)
        for new in self._said(row):
            try:
                self._change(item, list(update_changes(action, item.route, new)))
            except Already:
                continue
        for name, held, typed, step in (
            ("due", str(action.due or ""), row.due, f"strategy move {pair.own} --to {row.due} --why …"),
            (
                "owner",
                next(iter(action.owner or ()), ""),
                row.owner,
                "change it in the file, with the reason in a note",
            ),
        ):
            if typed and held != typed:
                words = f"{name} of '{pair.own}' is {held or 'not set'} on record, and {typed} here"
                self._leave(row.place, Understood("", "field-differs", words, step))

    def _said(self, row: DraftAction) -> Iterator[NewUpdate]:
        """The updates of a row that have a day; its state is said in the one of its own day, or of the table's."""
        on = self.answers.on
        rag = row.rag if row.rag in ("red", "amber", "green") and row.state not in CLOSED else ""
        found: dict[str, list[NewUpdate]] = {}
        for update in row.updates:
            day = update.on or (on if update.note and not update.period else "")
            if day and update.note:
                found.setdefault(day, []).append(NewUpdate(note=update.note, on=day))
            elif update.note:
                self._no_day(row, "what was said has no day")
        of_state = row.said_on(on)
        if (row.state or rag) and not of_state:
            self._no_day(row, "the state has no day")
        elif row.state or rag:
            first, *others = found.get(of_state, [NewUpdate(on=of_state)])
            found[of_state] = [first._replace(state=row.state, rag=rag), *others]
        return (one for each in found.values() for one in each)

    def _no_day(self, row: DraftAction, words: str) -> None:
        self._leave(row.place, Understood("", "no-day", words, "say the day of the table: --on 2025-10-31"))
