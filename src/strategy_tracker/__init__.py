"""strategy-tracker: a public body's strategies as YAML in git, read and judged.

As a library it has three functions, and their results are its stable surface:

- `load(folder)`: the records as written, and what could not be read
- `check(folder, today)`: every diagnostic
- `standing(folder, today)`: where everything stands, the picture that every output is made from

Nothing else is promised to stay. Importing this module imports nothing else: `strategy --version` is as fast as Python.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from strategy_tracker.app.library import Records, check, load, standing

__all__ = ["Records", "__version__", "check", "load", "standing"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name in __all__:
        from strategy_tracker.app import library

        return getattr(library, name)
    raise AttributeError(f"module 'strategy_tracker' has no attribute '{name}'")
