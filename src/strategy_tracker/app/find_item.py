"""The item a person named: found, or said which ones it may be."""

from typing import TYPE_CHECKING, Any

from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from strategy_tracker.files.find import DataFile
    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.standing.of_actions import ActionStanding
    from strategy_tracker.judging.standing.of_measures import MeasureStanding
    from strategy_tracker.model.names.address import Item, Thing
    from strategy_tracker.model.settings import Settings


class Offered(Problem):
    """No one thing is meant by what was typed, but one of these items may be; `items` has the likeliest first."""

    def __init__(self, message: str, next_step: str, items: "Sequence[Item]" = ()) -> None:
        super().__init__(message, next_step)
        self.items = tuple(items)


class ItemMoved(Problem):
    """Something else stands at the place of an item by now: its file was changed a moment ago."""


class NoSuchId(Offered):
    """Nothing of the kinds asked for has this id; `items` have its words, if any have."""


def find(portfolio: "Portfolio", typed: str, things: "tuple[Thing, ...]" = ()) -> "Item":
    """The item meant by `typed`, of one of these kinds; of any kind, also the body of a strategy by its name.

    Raises `Problem` with what it is if it is of another kind, with the nearest ids, or with the ones it may be; also
    where a file that cannot be read may hold another of this id, unless its whole address is typed.
    """
    from strategy_tracker.files.look_up import look_up
    from strategy_tracker.model.names.address import Ambiguous, NotFound

    try:
        item, wrong = look_up(portfolio, typed, things)
    except NotFound as error:
        if not things and (bodies := _bodies(portfolio, typed)):
            if len(bodies) == 1:
                return bodies[0]
            next_step = f"type more of the one you mean, such as '{bodies[0].address}'"
            raise Offered(f"'{typed}' may be any of these:\n{_listed(bodies)}", next_step, bodies) from None
        other = _of_another_kind(portfolio, typed) if things else None
        if other:
            raise NoSuchId(f"'{typed}' is {_one(other)}, not {_one(*things)}", _command(other, typed, things)) from None
        next_step = (
            f"did you mean {' or '.join(error.near)}?"
            if error.near
            else "'strategy status --actions --measures' lists ids"
        )
        kind = f" {' or '.join(things)}" if things else "thing"
        if error.unread:
            next_step = f"'{error.unread}' cannot be read, and may have it: {_why(portfolio, error.unread)}"
            raise NoSuchId(f"no{kind} that can be read has the id '{typed}'", next_step) from None
        has_words = _with_words(portfolio, typed, things)
        meant = {item.address.rpartition("/")[2] for item in has_words} & {id_.rpartition("/")[2] for id_ in error.near}
        if has_words and not meant:  # an id mistyped by a letter is the likelier, where it has the words as well
            message = f"no{kind} has the id '{typed}'; these have its words:\n{_listed(has_words)}"
            raise NoSuchId(message, "type the id of the one you mean", has_words) from None
        raise NoSuchId(f"no{kind} has the id '{typed}'", next_step) from None
    except Ambiguous as error:
        next_step = "type more of the one you mean"
        if len({item.address for item in error.items}) == 1:
            next_step = f"the id is there more than once, in {_files(error.items)}: 'strategy validate' says where"
            raise Problem(f"'{typed}' may be any of these:\n{_listed(error.items)}", next_step) from None
        raise Offered(f"'{typed}' may be any of these:\n{_listed(error.items)}", next_step, error.items) from None
    unread = next((one.file for one in wrong if one.file != item.file), "")
    if unread and typed.strip().lower() != item.address:
        next_step = f"{_why(portfolio, unread)}; '{item.address}' means this one"
        raise Problem(f"'{unread}' cannot be read, and may have a '{typed}' as well", next_step)
    return item


def _bodies(portfolio: "Portfolio", typed: str) -> "list[Item]":
    """The body that is meant by a name, for it has no id; where it may be several, with what else has those words."""
    from strategy_tracker.files.find_bodies import bodies_named

    found = bodies_named(portfolio, typed)
    return [*found, *_with_words(portfolio, typed, ())] if len(found) > 1 else found


def is_committee(portfolio: "Portfolio", typed: str) -> bool:
    """Whether the body that has this name, or each that has a part of it, is a committee."""
    from strategy_tracker.files.find_bodies import bodies_named
    from strategy_tracker.files.look_up import record_at

    found = bodies_named(portfolio, typed)
    return bool(found) and all(getattr(record_at(portfolio, one), "kind", None) == "committee" for one in found)


def _with_words(portfolio: "Portfolio", typed: str, things: "tuple[Thing, ...]") -> "list[Item]":
    """What has the words that were typed where an id was wanted."""
    from strategy_tracker.files.find_words import mentions_of

    found = [one for one in mentions_of(portfolio, [typed], things)[0] if one.item.thing != "comparator"]
    return [one.item for one in found if one.in_title] or [one.item for one in found]


def _listed(items: "Sequence[Item]") -> str:
    listed = "\n".join(f"  {item.address}  ({item.thing}) {_few(item.words)}" for item in items[:12])
    return listed + (f"\n  … and {len(items) - 12} more" if len(items) > 12 else "")


def _few(words: str) -> str:
    """As many words as a line holds."""
    from textwrap import shorten

    return shorten(words, 70, placeholder=" …")


def _why(portfolio: "Portfolio", file: str) -> str:
    """What tells why a file cannot be read: of an earlier moment, only what looks at that moment does."""
    return (
        "'strategy status' of the same moment says why" if portfolio.known else f"'strategy validate {file}' says why"
    )


def _files(items: "Sequence[Item]") -> str:
    from strategy_tracker.views.text import file_name

    return " and ".join(dict.fromkeys(file_name(item.file) for item in items))


def _of_another_kind(portfolio: "Portfolio", typed: str) -> "Thing | None":
    """What has this id; None where nothing has, or where things of several kinds may be meant."""
    from strategy_tracker.files.look_up import look_up
    from strategy_tracker.model.names.address import Ambiguous, NotFound

    try:
        found = [look_up(portfolio, typed)[0]]
    except NotFound:
        return None
    except Ambiguous as error:
        found = error.items
    kinds = {item.thing for item in found}
    return kinds.pop() if len(kinds) == 1 else None


def _one(*things: "Thing") -> str:
    return " or ".join(f"an {thing}" if thing == "action" else f"a {thing}" for thing in things)


def _command(thing: "Thing", typed: str, things: "tuple[Thing, ...]") -> str:
    """The command for a thing, put to somebody who asked for one of another kind."""
    if thing == "measure" and things == ("action",):
        return f"'strategy record {typed}' writes a figure of it"
    if thing == "action" and things == ("measure",):
        return f"'strategy update {typed}' says how it is going"
    return f"'strategy show {typed}' shows it"


def file_of(portfolio: "Portfolio", item: "Item") -> "DataFile":
    """The file an item stands in."""
    return next(file for file in portfolio.files if file.name == item.file)


# in the record of its file, which a command may have read anew


def item_in(record: Any, item: "Item") -> Any:
    """The record of an item in the record of its file, which may have been written since the item was found.

    Raises `ItemMoved` where something else stands in its place.
    """
    place = record
    for step in item.route:
        inside = place[step : step + 1] if isinstance(step, int) else (getattr(place, step, ()),)
        place = next(iter(inside), None)
    if getattr(place, "id", None) != item.address.rpartition("/")[2]:
        raise ItemMoved(f"'{item.address}' has moved in the file a moment ago", "try again")
    return place


def action_in(record: Any, item: "Item", today: "date", settings: "Settings") -> "ActionStanding":
    """How an action stands at `today` by the record of its strategy. Raises `Problem` as `item_in` does."""
    from strategy_tracker.judging.actions.action_standing import stand_action
    from strategy_tracker.judging.meetings.reviews import phase_of

    action, priority = item_in(record, item), record.priorities[item.route[1]]
    return stand_action(action, priority, record, phase_of(record, today), today, settings, item.route)


def measure_in(record: Any, item: "Item", today: "date", portfolio: "Portfolio") -> "MeasureStanding":
    """How a measure stands at `today` by the record of its file. Raises `Problem` as `item_in` does."""
    from strategy_tracker.app.other_figures import others_in
    from strategy_tracker.judging.judge_record import judge_record
    from strategy_tracker.model.measures.measure import Measures

    alone = Measures.model_construct(measures=(item_in(record, item),))
    others, _ = others_in(portfolio)
    (stood,) = judge_record(alone, item.file, today, portfolio.settings, others=others).measures
    return stood._replace(route=item.route)
