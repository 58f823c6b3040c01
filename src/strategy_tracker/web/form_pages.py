"""What answers each address of the form at which something is read."""

from collections.abc import Callable
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from strategy_tracker.app.serving.desk import Desk, Picture, Typed
from strategy_tracker.app.serving.search import Mention
from strategy_tracker.problem import Problem
from strategy_tracker.views.form import reading_pages as pages
from strategy_tracker.views.form.form_frame import FormFrame, FormPage
from strategy_tracker.views.form.forms import FORMS
from strategy_tracker.views.screens.showing.show import ItemShown
from strategy_tracker.web.gate import Visit

MOST_FOUND = 200
"""Things that one page lists: nobody reads further, and another word finds it."""


class Asked(NamedTuple):
    """One request: whom it is put to, what the files say at that moment, who asks, and what they typed."""

    desk: Desk
    picture: Picture
    visit: Visit
    request: Request
    typed: Typed = {}

    @property
    def frame(self) -> FormFrame:
        """What stands round the page that answers it."""
        standing, visit = self.picture.standing, self.visit
        return FormFrame(
            standing.organisation or "",
            standing.as_at,
            self.picture.branding,
            visit.post,
            visit.name,
            visit.secret,
            unread=standing.unread,
        )

    @property
    def address(self) -> str:
        """The address of the action, measure or body, or the id of the strategy, in its path."""
        given = self.request.path_params
        if "number" in given:
            return f"{given['strategy']}//{given['number']}"
        return f"{given['strategy']}/{given['action']}" if "action" in given else str(given["address"])

    @property
    def form(self) -> str:
        """The name of the form in its path. Raises `Problem` where there is none of that name for such a thing."""
        name = str(self.request.path_params["form"])
        if name not in FORMS or FORMS[name].thing != self.shown.thing:
            raise Problem("there is no such form", "go back to the page before")
        return name

    @property
    def shown(self) -> ItemShown:
        """The action or measure in its path, whole. Raises `Problem` where there is none."""
        return self.desk.shown(self.picture, self.address)

    @property
    def seal(self) -> str:
        """The seal of that item now."""
        return self.picture.seal_of(self.picture.item(self.address))

    def said(self, name: str) -> str:
        """The first value of a field that was typed; empty where it has none."""
        return next(iter(self.typed.get(name, ())), "")

    def query(self, name: str) -> str:
        """A value of its query, as a line; empty where it has none."""
        return " ".join(self.request.query_params.get(name, "").split())


def _front(asked: Asked) -> FormPage:
    return _waiting(asked, asked.visit.post) if asked.visit.post else _posts(asked)


def _posts(asked: Asked) -> FormPage:
    found = asked.desk.waiting(asked.picture)
    return pages.posts_page(asked.frame, [(one.post, len(one.things)) for one in found])


def _of_post(asked: Asked) -> FormPage:
    return _waiting(asked, asked.query("post"))


def _waiting(asked: Asked, post: str) -> FormPage:
    """The page of what waits for a post; of what nobody owns, where it is empty."""
    if post and post not in asked.picture.posts:
        raise Problem("there is no such post", "choose one from the list of posts")
    things = next((one.things for one in asked.desk.waiting(asked.picture) if one.post == post), ())
    rows = [pages.thing_row(one.thing, one.address, one.words, one.rating, one.why) for one in things]
    return pages.waiting_page(asked.frame, post, rows)


def _everything(asked: Asked) -> FormPage:
    words, standing = asked.query("q")[:200], asked.picture.standing
    found = asked.desk.mentions(asked.picture, words) if words else []
    rows = [row for one in found[:MOST_FOUND] if (row := _row(asked, one))]
    return pages.everything_page(asked.frame, standing, words, rows)


def _row(asked: Asked, one: Mention) -> pages.ThingRow | None:
    """The row of what was found, where it has a page of its own."""
    item, standing = one.item, asked.picture.standing
    said = () if one.in_title else (one.text,)
    if item.address not in asked.picture.items:
        is_strategy = any(each.id == item.address for each in standing.strategies)
        return pages.strategy_row(item.address, item.words, said) if is_strategy else None
    shown = asked.desk.shown(asked.picture, item.address)
    rated = shown.action or shown.measure
    assert rated
    return pages.thing_row(item.thing, item.address, item.words, rated.rating, said)


def _strategy(asked: Asked) -> FormPage:
    strategy = asked.picture.strategy(asked.address)
    return pages.strategy_page(asked.frame, strategy, asked.picture.standing)


def _item(asked: Asked) -> FormPage:
    return pages.item_page(asked.frame, asked.shown, asked.visit.told_once())


def _body(asked: Asked) -> FormPage:
    strategy, body = asked.picture.body(asked.address)
    return pages.body_page(asked.frame, strategy, body, asked.address, asked.visit.told_once())


def _history(asked: Asked) -> FormPage:
    found = asked.desk.history(asked.picture, asked.address)
    thing = asked.picture.item(asked.address).thing
    return pages.history_page(asked.frame, thing, found.life, shallow=found.shallow)


Answer = Callable[[Asked], FormPage | Response]


def _nothing(_: Asked) -> FormPage:
    raise Problem("there is no such page", "begin with what waits, or look for it by its words")


READING: dict[str, Answer] = {
    "/": _front,
    "/posts": _posts,
    "/waiting": _of_post,
    "/everything": _everything,
    "/strategy/{address}": _strategy,
    "/action/{strategy}/{action}/history": _history,
    "/measure/{address}/history": _history,
    "/action/{strategy}/{action}": _item,
    "/measure/{address}": _item,
    "/body/{strategy}/{number}": _body,
    "/{nothing:path}": _nothing,
}
"""Each address at which something is read."""
