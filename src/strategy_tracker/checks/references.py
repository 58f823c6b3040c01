"""Asks that what files name in other files is there: collects the ids of each, and compares them when all are known."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from strategy_tracker.checks.names import NamedPost, owners_of, posts_of
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.did_you_mean import did_you_mean, nearest
from strategy_tracker.model.measures.measure import Measures
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

    One that `has_codes` has measures whose codes others may have figures of.
    """

    file: str
    declares: tuple[NamedId, ...]
    names: tuple[NamedId, ...]
    people: tuple[NamedPost, ...] = ()
    has_codes: bool = False


def mentions(record: Record, file: str) -> Mentions:
    """Take from a record what other files depend on; small, so that a thousand files stay small."""
    if isinstance(record, Strategy):
        return Mentions(file, tuple(_declared(record)), tuple(_named(record)), tuple(posts_of(record)))
    if isinstance(record, Measures):
        listed = list(enumerate(record.measures))
        links = [(n, key, name) for n, m in listed for key, name in (("part_of", m.part_of), ("of", m.of)) if name]
        wholes = [("measure", name, ("measures", n, key)) for n, key, name in links]
        declared = tuple(("measure", m.id, ("measures", n, "id")) for n, m in listed)
        return Mentions(file, declared, tuple(wholes), tuple(owners_of(record)), any(m.code for _, m in listed))
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


def _nothing(kind: str, name: str, route: Route, file: str, declared: dict[tuple[str, str], str]) -> Diagnostic:
    next_step = did_you_mean(nearest(name, [other for what, other in declared if what == kind], alike=_ALIKE_IDS))
    return Diagnostic("unknown-reference", f"there is no {kind} '{name}'", route, next_step, file)
