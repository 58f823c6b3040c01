"""strategy-tracker: a public body's strategies as YAML in git, read, judged and written.

As a library it offers what the command line does, and the results are its stable surface:

- `load(folder)`: the records as written, and what could not be read
- `check(folder, today)`: every diagnostic
- `standing(folder, today)`: where everything stands, the picture that every output is made from
- `tables(files, today)`: the same as rows, one for each fact, of files that are held in memory
- `propose_update`, `propose_reading`, `propose_move`, `propose_new`, `propose_fixes`: a change, proved and judged
  before it is made
- `commit(proposal)` and `undo(receipt)`: write it, and take it back
- `start_portfolio(folder, answers, today)`: the files of a new one

Nothing else is promised to stay. Importing this module imports nothing else: `strategy --version` is as fast as Python.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from strategy_tracker.app.library import (
        TABLES,
        Answers,
        ColourChange,
        NewAction,
        NewDueDate,
        NewMeasure,
        NewPriority,
        NewReading,
        NewStrategy,
        NewUpdate,
        Note,
        PartlyWritten,
        Problem,
        Proposal,
        ProposedFile,
        Receipt,
        Records,
        TidyTables,
        WrittenFile,
        check,
        commit,
        load,
        propose_fixes,
        propose_move,
        propose_new,
        propose_reading,
        propose_update,
        standing,
        start_portfolio,
        tables,
        undo,
    )

__all__ = [
    "TABLES",
    "Answers",
    "ColourChange",
    "NewAction",
    "NewDueDate",
    "NewMeasure",
    "NewPriority",
    "NewReading",
    "NewStrategy",
    "NewUpdate",
    "Note",
    "PartlyWritten",
    "Problem",
    "Proposal",
    "ProposedFile",
    "Receipt",
    "Records",
    "TidyTables",
    "WrittenFile",
    "__version__",
    "check",
    "commit",
    "load",
    "propose_fixes",
    "propose_move",
    "propose_new",
    "propose_reading",
    "propose_update",
    "standing",
    "start_portfolio",
    "tables",
    "undo",
]
__version__ = "0.2.0"


def __getattr__(name: str) -> object:
    if name in __all__:
        from strategy_tracker.app import library

        return getattr(library, name)
    raise AttributeError(f"module 'strategy_tracker' has no attribute '{name}'")
