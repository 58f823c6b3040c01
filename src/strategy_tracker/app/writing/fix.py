"""Mending what is safe to mend: the proposal of every fault in some files that has one right answer."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from strategy_tracker.app.writing.proposal import Draft, Note, Proposal, ProposedFile, proposal_of
from strategy_tracker.checks.of_names.mentions import mentions
from strategy_tracker.checks.of_names.names import names_are_spelled_alike
from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.editing.fix import mended
from strategy_tracker.files.find import KINDS, DataFile, find_files
from strategy_tracker.files.load import load
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio


def propose_fixes(
    portfolio: Portfolio,
    files: Iterable[DataFile],
    typed_over: Callable[[Portfolio], Sequence[QuietChange]] = lambda _: (),
) -> Proposal:
    """The proposal of what can be mended in these files; its notes say what was left for a person, and why.

    Due dates among what `typed_over` gives, as git knows it, get the moves that are missing, without a reason. It is
    asked with the files as they are then.

    Each file stands by itself: one that cannot be written stops no other. One that cannot be parsed is left out.
    """
    from strategy_tracker.history.repository.git import ever_held
    from strategy_tracker.history.repository.out_of_sight import why_ids_are_unknown

    chosen = tuple(files)

    def plan() -> Draft:
        now = portfolio._replace(files=tuple(find_files(portfolio.root)[0]))  # somebody may have added one, with ids
        texts: dict[str, bytes] = {}
        proposed = []
        quiet = typed_over(now)
        asked: set[str] = set()

        def held(path: Path, text: str) -> bytes:
            asked.add(file.name)
            return ever_held(path, text)

        between = _between(now)
        for file in chosen:
            try:
                made = mended(now, file, texts, held, quiet, between.get(file.name, ()))
            except Unreadable:
                continue
            if made:
                texts[file.name] = made.edit.after
                notes = tuple(Note(refusal) for refusal in made.refusals)
                if file.name in asked and (unknown := why_ids_are_unknown(portfolio.root)):
                    said = f"{file.name}: an id that was used before may have been given again: {unknown.message}"
                    notes += (Note(said, unknown.next_step),)
                proposed.append(ProposedFile(file, made.edit, None, None, notes=notes, changes=made.faults))
        return Draft(None, tuple(proposed), stand_apart=True)

    paths = [portfolio.root / kind for kind in KINDS]
    return proposal_of(portfolio.root, paths, plan)


def _between(portfolio: Portfolio) -> dict[str, list[Diagnostic]]:
    """What is found of each file beside the others, as `validate` finds it, and can be mended."""
    loaded = [load(file, portfolio.settings.year_end) for file in portfolio.files]
    named = (mentions(one.record, one.file.name) for one in loaded if one.whole and one.record)
    found: dict[str, list[Diagnostic]] = {}
    for item in names_are_spelled_alike((one.file, one.people) for one in named):
        found.setdefault(item.file, []).append(item)
    return found
