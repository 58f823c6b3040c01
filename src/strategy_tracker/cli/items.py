"""The item a person named: found, or said which ones it may be."""

from typing import TYPE_CHECKING

from strategy_tracker.cli.boundary import CannotRun

if TYPE_CHECKING:
    from strategy_tracker.rules.address import Item, Thing
    from strategy_tracker.store.portfolio import Portfolio


def find(portfolio: "Portfolio", typed: str, things: "tuple[Thing, ...]" = ()) -> "Item":
    """The item meant by `typed`, of one of these kinds.

    Raises `CannotRun` with the nearest ids, or the ones it may be.
    """
    from strategy_tracker.rules.address import Ambiguous, NotFound
    from strategy_tracker.store.look_up import look_up

    try:
        item, _ = look_up(portfolio, typed, things)
    except NotFound as error:
        mend = (
            f"did you mean {' or '.join(error.near)}?"
            if error.near
            else "'strategy status --actions --measures' lists ids"
        )
        kind = f" {' or '.join(things)}" if things else "thing"
        raise CannotRun(f"no{kind} has the id '{typed}'", mend) from None
    except Ambiguous as error:
        listed = "\n".join(f"  {item.address}  ({item.thing}) {item.words}" for item in error.items[:12])
        listed += f"\n  … and {len(error.items) - 12} more" if len(error.items) > 12 else ""
        raise CannotRun(f"'{typed}' may be any of these:\n{listed}", "type more of the one you mean") from None
    return item
