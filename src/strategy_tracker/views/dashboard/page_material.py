"""Everything one strategy's dashboard page is drawn from, the anchors of things in it, and links to their lines."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.overview import StrategySummary
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dashboard.page_blocks import PageLink
from strategy_tracker.views.document import Address
from strategy_tracker.views.text import file_name


class SourceLinks(NamedTuple):
    """What links from a page to the lines of the data files are made of.

    `address` is the repository's, or a pattern with {commit}, {path} and {line}; empty where none is set.
    `folder` is where the portfolio is in the repository; files in `changed` are held by no commit. `hidden` is set
    where no page says in which file anything stands.
    """

    lines: Mapping[tuple[str, Route], int] = {}
    address: str = ""
    commit: str = ""
    folder: str = ""
    changed: frozenset[str] = frozenset()
    hidden: bool = False


class StrategyPage(NamedTuple):
    """Everything one strategy's page is drawn from. `name` is its own in this dashboard: of its page, and of its parts.

    `own` are the measures told whole here; the others are told where another strategy is. `material` is of this
    strategy only; `part` is what the first page says of it; `soon` falls due by `until`, in words. `needing` are
    the items that need somebody.
    """

    material: Material
    name: str
    own: frozenset[str]
    part: StrategySummary
    concerns: tuple[AttentionItem, ...]
    soon: tuple[AttentionItem, ...]
    until: str
    links: SourceLinks
    needing: frozenset[str]

    def changes_of(self, item: str, thing: str) -> tuple[Difference, ...]:
        """The changes of one item since the earlier moment."""
        return tuple(one for one in self.material.since.changes if one.item == item and one.thing == thing)


def anchor(thing: str, strategy: str, item: str = "") -> Address:
    """The anchor of a thing in its page; unlike ids of the files, no two things share one."""
    if thing == "measure":
        return Address(f"m.{item}")
    return Address(f"{thing[0]}.{strategy}.{item}" if item else f"s.{strategy}")


def anchor_of(thing: str, item: str, strategy: str) -> Address:
    """The anchor of what a concern or a change is about; the strategy's where it is about nothing smaller."""
    inside = item.partition("/")[2]
    if thing == "meeting":
        return Address(f"{anchor('s', strategy)}.bodies")
    if thing == "measure":
        return anchor("measure", strategy, item)
    return anchor(thing, strategy, inside) if inside and thing in ("action", "priority") else anchor("s", strategy)


_GITLAB = re.compile(r"^https://(?:[^/]*\.)?gitlab\.", re.IGNORECASE)
"""Addresses of GitLab, whose links have another form."""


def link_to(links: SourceLinks, file: str, route: Route) -> str:
    """The web address of a line as the commit holds it; empty where no commit holds it or no repository is set."""
    line = links.lines.get((file, route))
    if not links.address or not links.commit or line is None or file in links.changed:
        return ""
    pattern = links.address
    if "{path}" not in pattern:
        inside = "/-/blob/" if _GITLAB.match(pattern) else "/blob/"
        pattern = pattern.rstrip("/").removesuffix(".git") + inside + "{commit}/{path}#L{line}"
    from urllib.parse import quote

    path = quote(f"{links.folder}{file}".encode("utf-8", "replace"))
    for name, value in (("commit", links.commit), ("line", str(line)), ("path", path)):
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern


def place(links: SourceLinks, file: str, route: Route) -> Iterator[PageLink]:
    """Leads to the file and line in which something is written; nothing where no repository is set."""
    line = links.lines.get((file, route))
    if links.address and not links.hidden:
        words = f"{file_name(file)}, line {line}" if line else file_name(file)
        yield PageLink(label("written-in", place=words), Address(link_to(links, file, route)))
