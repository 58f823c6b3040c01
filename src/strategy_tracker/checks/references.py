"""Asks that what files name in other files is there: collects the ids of each, and compares them when all are known."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.checks.names import NamedPost, owners_of, posts_of
from strategy_tracker.checks.resolutions import NamedApproval, asks, minuted, without_minute
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.model.measures.measure import Measures, Withdrawal
from strategy_tracker.model.measures.rule_change import RuleChange
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.named import items
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Strategy

NamedId = tuple[str, str, Route]
"""What kind of thing, its id, and where it stands."""

# `strategy show safe` may mean either, and must not have to ask which.
_ALIKE = {"strategy": ("strategy", "measure"), "measure": ("measure", "strategy")}
"""Kinds that are asked for by their id alone, so that each needs one that neither has."""
_ALIKE_IDS = 0.7
"""More than for other names: the ids of one portfolio, such as safe-04 and safe-05, are like each other anyhow."""
GUESSES = 50
"""Ids that lead nowhere for which a near one is looked up: each costs a comparison with every id of the portfolio."""


class Mentions(NamedTuple):
    """The ids one file gives to things, those of other files that it names, and the posts and bodies it names.

    One that `has_codes` has measures whose codes others may have figures of. `asks` are the resolutions it has, `about`
    the measures that these are about, and `resolutions` those that its measures point to. `minuted` are the bodies that
    keep their minutes here, and `approvals` those of its measures that point to none.
    """

    file: str
    declares: tuple[NamedId, ...]
    names: tuple[NamedId, ...]
    people: tuple[NamedPost, ...] = ()
    has_codes: bool = False
    asks: tuple[str, ...] = ()
    about: tuple[NamedId, ...] = ()
    resolutions: tuple[NamedId, ...] = ()
    minuted: tuple[tuple[str, date], ...] = ()
    approvals: tuple[NamedApproval, ...] = ()


def mentions(record: Record, file: str) -> Mentions:
    """Take from a record what other files depend on; small, so that a thousand files stay small."""
    if isinstance(record, Strategy):
        asked = tuple(f"{record.id}/{ask.id}" for ask, _ in asks(record))
        about = tuple(_about(record))
        declared = tuple(_declared(record))
        people, kept = tuple(posts_of(record)), tuple(minuted(record))
        return Mentions(file, declared, tuple(_named(record)), people, asks=asked, about=about, minuted=kept)
    if isinstance(record, Measures):
        listed = list(enumerate(record.measures))
        links = [(n, key, name) for n, m in listed for key, name in (("part_of", m.part_of), ("of", m.of)) if name]
        wholes = [("measure", name, ("measures", n, key)) for n, key, name in links]
        declared = tuple(("measure", m.id, ("measures", n, "id")) for n, m in listed)
        coded, points = any(m.code for _, m in listed), tuple(_pointers(record))
        agreed, people = tuple(_approvals(record)), tuple(owners_of(record))
        return Mentions(file, declared, tuple(wholes), people, coded, resolutions=points, approvals=agreed)
    if hasattr(record, "practice"):  # its model is not imported where no file needs it
        declares = [("practice example", e.id, ("practice", n, "id")) for n, e in enumerate(record.practice)]
        names = [
            ("priority", p, ("practice", n, "priorities", i))
            for n, e in enumerate(record.practice)
            for i, p in enumerate(e.priorities)
        ]
        return Mentions(file, tuple(declares), tuple(names))
    return Mentions(file, (), ())


def _declared(strategy: Strategy) -> Iterator[NamedId]:
    yield "strategy", strategy.id, ("id",)
    for n, priority in enumerate(strategy.priorities):
        yield "priority", f"{strategy.id}/{priority.id}", ("priorities", n, "id")


def _named(strategy: Strategy) -> Iterator[NamedId]:
    for p, priority in enumerate(strategy.priorities):
        for n, name in enumerate(priority.measures):
            yield "measure", name, ("priorities", p, "measures", n)
        for a, action in enumerate(priority.actions):
            for n, name in enumerate(action.measures):
                yield "measure", name, ("priorities", p, "actions", a, "measures", n)
    for s, survey in enumerate(strategy.surveys):
        for n, name in enumerate(survey.feeds):
            yield "measure", name, ("surveys", s, "feeds", n)


def references_lead_somewhere(files: Iterable[Mentions], complete: bool) -> Iterator[Diagnostic]:
    """No id is declared twice, none is named that nothing declares, and every measure is named by something.

    With `complete` false, some file could not be read whole: what it may declare is unknown, so nothing is
    said to be missing.
    """
    files = list(files)
    declared: dict[tuple[str, str], str] = {}
    for file in files:
        for kind, name, route in file.declares:
            twin = next((one for one in _ALIKE.get(kind, (kind,)) if (one, name) in declared), None)
            if twin is not None and kind != "priority":
                other = declared[twin, name]
                where = "above" if other == file.file else f"in {other}"
                yield Diagnostic("duplicate-id", f"'{name}' is also the id of a {twin} {where}", route, file=file.file)
            declared.setdefault((kind, name), file.file)
    if not complete:
        return
    yield from resolutions_fit(files)
    guesses = GUESSES
    named = {(kind, name) for file in files for kind, name, _ in file.names}
    alone = all(kind != "strategy" for kind, _ in declared)  # a portfolio of measures: nobody could name them
    for file in files:
        for kind, name, route in file.names:
            if (kind, name) not in declared:
                yield _nothing(kind, name, route, file.file, declared if guesses > 0 else {})
                guesses -= 1
        for kind, name, route in file.declares:
            if kind == "measure" and (kind, name) not in named and not alone:
                yield Diagnostic("unused-measure", f"no strategy names '{name}'", route, file=file.file)


def _about(strategy: Strategy) -> Iterator[NamedId]:
    """What resolutions are about that the strategy does not have itself, so that it is a measure or nothing."""
    inside = {one.id for one in items(strategy) if one.thing in ("priority", "action")}
    for ask, route in asks(strategy):
        if ask.about and ask.about not in inside:
            yield "measure", ask.about, (*route, "about")


def _pointers(measures: Measures) -> Iterator[NamedId]:
    """The resolutions that changes, suspensions and withdrawals of measures point to."""
    for one, route in _agreed_to(measures):
        if one.resolution:
            yield "ask", one.resolution, (*route, "resolution")


def _approvals(measures: Measures) -> Iterator[NamedApproval]:
    for one, route in _agreed_to(measures):
        if one.approved_by and not one.resolution:
            yield NamedApproval(one.approved_by, one.on, (*route, "approved_by"))


def _agreed_to(measures: Measures) -> Iterator[tuple[RuleChange | Suspension | Withdrawal, Route]]:
    """What may be agreed to of measures: each change of a rule, each suspension and withdrawal, with its place."""
    for n, measure in enumerate(measures.measures):
        yield from ((one, ("measures", n, "changed", c)) for c, one in enumerate(measure.changed))
        for key, one in (("suspended", measure.suspended), ("withdrawn", measure.withdrawn)):
            if one:
                yield one, ("measures", n, key)
        for period, target in measure.targets.items():
            if target.suspended:
                yield target.suspended, ("measures", n, "targets", period.text, "suspended")


def resolutions_fit(files: Sequence[Mentions]) -> Iterator[Diagnostic]:
    """What a resolution is about is there, and what measures point to is a resolution of some strategy."""
    measures = {name for file in files for kind, name, _ in file.declares if kind == "measure"}
    known = {name for file in files for name in file.asks}
    kept = dict[str, date]()
    for name, since in (one for file in files for one in file.minuted):
        kept[name] = min(since, kept.get(name, since))
    short = {name.partition("/")[2] for name in known}
    for file in files:
        for _, name, route in file.about:
            if name not in measures:
                what = f"'{name}' is no priority and no action of this strategy, and no measure"
                yield Diagnostic("ask-about-nothing", what, route, file=file.file)
        for _, name, route in file.resolutions:
            if name not in known and name not in short:
                step = did_you_mean(nearest(name, sorted(known)))
                yield Diagnostic("resolution-unknown", f"no meeting resolved '{name}'", route, step, file.file)
        yield from (one._replace(file=file.file) for one in without_minute(file.approvals, kept))


def _nothing(kind: str, name: str, route: Route, file: str, declared: dict[tuple[str, str], str]) -> Diagnostic:
    next_step = did_you_mean(nearest(name, [other for what, other in declared if what == kind], alike=_ALIKE_IDS))
    return Diagnostic("unknown-reference", f"there is no {kind} '{name}'", route, next_step, file)
