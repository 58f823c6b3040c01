"""Asks that what files name in other files is there: collects the ids of each, and compares them when all are known."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from strategy_tracker.checks.of_names.mentioned import Mentions
from strategy_tracker.checks.of_names.minutes import without_minute
from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.did_you_mean import did_you_mean, nearest

# `strategy show safe` may mean either, and must not have to ask which.
_ALIKE = {"strategy": ("strategy", "measure"), "measure": ("measure", "strategy")}
"""Kinds that are asked for by their id alone, so that each needs one that neither has."""
_ALIKE_IDS = 0.7
"""More than for other names: the ids of one portfolio, such as safe-04 and safe-05, are like each other anyhow."""
GUESSES = 50
"""Ids that lead nowhere for which a near one is looked up: each costs a comparison with every id of the portfolio."""


def references_lead_somewhere(files: Iterable[Mentions], complete: bool) -> Iterator[Diagnostic]:
    """No id is declared twice, none is named that nothing declares, and every measure is named by something.

    With `complete` false, some file could not be read whole: what it may declare is unknown, so nothing is
    said to be missing.
    """
    files = list(files)
    declared: dict[tuple[str, str], str] = {}
    for file in files:
        yield from _declared_again(file, declared)
    if not complete:
        return
    yield from resolutions_fit(files)
    named = {one[:2] for file in files for one in file.names}
    if missing := named - declared.keys():
        yield from _lead_nowhere(files, missing, declared)
    if any(kind == "strategy" for kind, _ in declared):  # nobody could name those of a portfolio of measures
        unused = {one for one in declared.keys() - named if one[0] == "measure"}
        for file in files if unused else ():
            for kind, name, route in file.declares:
                if (kind, name) in unused:
                    yield Diagnostic("unused-measure", f"no strategy names '{name}'", route, file=file.file)


def _declared_again(file: Mentions, declared: dict[tuple[str, str], str]) -> Iterator[Diagnostic]:
    """Add what a file declares to all that was declared before, and say what was declared already."""
    for kind, name, route in file.declares:
        alike = [one for one in _ALIKE[kind] if (one, name) in declared] if kind in _ALIKE else None
        if alike or (alike is None and (kind, name) in declared and kind != "priority"):
            twin = alike[0] if alike else kind
            other = declared[twin, name]
            where = "above" if other == file.file else f"in {other}"
            yield Diagnostic("duplicate-id", f"'{name}' is also the id of a {twin} {where}", route, file=file.file)
        declared.setdefault((kind, name), file.file)


def _lead_nowhere(
    files: Sequence[Mentions], missing: Collection[tuple[str, str]], declared: dict[tuple[str, str], str]
) -> Iterator[Diagnostic]:
    guesses = GUESSES
    for file in files:
        for kind, name, route in file.names:
            if (kind, name) in missing:
                yield _nothing(kind, name, route, file.file, declared if guesses > 0 else {})
                guesses -= 1


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
