"""The HTML kit: templates whose every text is made harmless, under a policy that allows our own style and no more.

Papers, dashboards and forms are written with it. The templates stand in `views/templates`; what they print is plain
data, in which the body's own words stand already.
"""

import base64
import hashlib
from functools import cache, lru_cache
from typing import Any, NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from strategy_tracker.model.branding import PLAIN, Branding
from strategy_tracker.model.names.labels import filled
from strategy_tracker.model.names.language import runs_leftwards
from strategy_tracker.views.directions import is_leftward
from strategy_tracker.views.formats.charts.svg_charts import labelled
from strategy_tracker.views.formats.charts.svg_counts import drawn_counts
from strategy_tracker.views.formats.colours_and_logo import logo_address, style_of
from strategy_tracker.views.formats.escaping import escape_html, escape_text
from strategy_tracker.views.sheet import MARKS, Cell, Column, Table, groups_of
from strategy_tracker.views.templates import read_template

_HOLE = Markup("<!--content-->")
"""Where the content of a page that is written in parts goes: no text is markup, so it is there once."""


class Face(NamedTuple):
    """What stands round the content of a page, whatever page it is: its names, its colours, what its policy allows.

    `sheets` are the style sheets that follow the kit's own; `scripts` run, and may ask this server where it `asks`; a
    form may be sent there where it `sends`. `generator` says whose page it is, `version` which one of those served.
    """

    title: str
    skip: str
    organisation: str = ""
    branding: Branding = PLAIN
    sheets: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    generator: str = ""
    version: str = ""
    asks: bool = False
    sends: bool = False

    @property
    def way(self) -> str:
        """Which way its language runs, as HTML says it; empty for left to right."""
        return "rtl" if runs_leftwards(self.branding.language) else ""

    @property
    def style(self) -> Markup:
        """Its one style sheet: the kit's, its own, and what the branding adds."""
        sheets = "".join(map(read_template, ("kit.css", *self.sheets)))
        return Markup(f"\n{sheets}{style_of(self.branding)}")  # noqa: S704 - all of it is ours, or a colour

    @property
    def programs(self) -> tuple[Markup, ...]:
        """The texts of its scripts."""
        return tuple(Markup(f"\n{read_template(name)}") for name in self.scripts)  # noqa: S704 - as above

    @property
    def logo(self) -> str:
        """The address of the body's logo; empty without one."""
        return logo_address(self.branding.logo) if self.branding.logo else ""

    @property
    def policy(self) -> str:
        """What a browser may do with the page: show it, with this style and these scripts, and nothing else."""
        rules = [
            "default-src 'none'",
            f"style-src {_digest(self.style)}",
            *([f"script-src {' '.join(map(_digest, self.programs))}"] if self.scripts else []),
            "img-src data:",
            *(["connect-src 'self'"] if self.asks else []),
            "base-uri 'none'",
            f"form-action {chr(39)}{'self' if self.sends else 'none'}{chr(39)}",
        ]
        return "; ".join(rules)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def write_page(template: str, face: Face, **data: Any) -> str:
    """Writes a whole page from a template that extends `frame.html`."""
    return _environment().get_template(template).render(face=face, **data)


def write_part(template: str, **data: Any) -> str:
    """Writes a part of a page from a template that has no frame."""
    return _environment().get_template(template).render(**data)


def write_around(template: str, face: Face, **data: Any) -> tuple[str, str]:
    """Writes what stands before and after the content of a page, where that is written bit by bit."""
    before, _, after = write_page(template, face, content=_HOLE, **data).partition(_HOLE)
    return before, after


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(read_template),
        autoescape=True,
        finalize=escape_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "MARKS": MARKS,
        "is_turned": _is_turned,
        "groups_of": groups_of,
        "drawing": labelled,
        "bars": drawn_counts,
        "zip": zip,
    }
    # Thousands of times in a page: filters are called by what is written, functions through a search for decorators.
    made.filters |= {"plain": escape_html, "as_typed": escape, "filled": filled, "way": _way}
    made.filters |= {"pill": _pill, "tint": _tint, "heads": _heads, "begins": _begins}
    made.tests |= {"of": _is_of}
    return made


def _is_of(value: object, kind: str) -> bool:
    """Whether a block is of this kind, by the name of its class."""
    return type(value).__name__ == kind


def _way(text: str) -> str | Markup:
    """What the tag of a line says where its text runs from right to left."""
    return Markup(' dir="auto"') if is_leftward(text) else ""


def _is_turned(table: Table) -> bool:
    """Whether any text of a table runs from right to left."""
    return is_leftward("".join(one.text for row in table.rows for one in row))


@lru_cache(maxsize=1024)
def _heads(columns: tuple[Column, ...]) -> Markup:
    """The head of a table with these columns; remembered, because a page has a few kinds of tables, many times."""
    return Markup(_macro("heads")(columns))  # noqa: S704 - a template wrote it


@lru_cache(maxsize=1024)
def _begins(columns: tuple[Column, ...]) -> tuple[list[Markup], ...]:
    """How the cells of each of these columns begin, and all of one that has nothing in it; remembered as heads are."""
    return tuple(one.split("\t") for one in Markup(_macro("begins")(columns)).split("\n"))  # noqa: S704 - as above


def _macro(name: str) -> Any:
    """A part of the kit, to be written from here."""
    return getattr(_environment().get_template("kit.html").module, name)


@lru_cache(maxsize=1024)
def _pill(cell: Cell, kind: str = "pill") -> Markup:
    """A coloured cell; remembered, because a page has a few kinds of them, many times."""
    assert cell.colour
    mark, _, word = cell.text.partition(" ")
    word = word if mark == MARKS[cell.colour] else ""
    made = write_part("pill.html", kind=kind, colour=cell.colour, word=word, text=cell.text)
    return Markup(made.rstrip())  # noqa: S704 - a template wrote it


def _tint(cell: Cell) -> Markup:
    """A text in its colour, with nothing behind it."""
    return _pill(cell, "tint")
