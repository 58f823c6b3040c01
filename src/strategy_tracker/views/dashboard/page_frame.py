"""Writes the pages of a dashboard with the HTML kit, in the body's own words: what is round them, and their parts."""

import re
from datetime import date
from typing import Any, NamedTuple

from strategy_tracker.briefing.own_words import still_english, vocabulary_of
from strategy_tracker.model.branding import PLAIN, Branding
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.model.names.language import LANGUAGE
from strategy_tracker.views.dashboard.page_blocks import Overview, PageWords, StrategySection
from strategy_tracker.views.dates_and_amounts import dates_in, long_date
from strategy_tracker.views.document import Address
from strategy_tracker.views.formats.kit import Face, write_around, write_part
from strategy_tracker.views.papers.in_own_words import in_own_words
from strategy_tracker.views.text import sentence

_GENERATOR = "strategy-tracker dashboard"
_OURS = re.compile(
    f'<!doctype html>\n<html lang="{LANGUAGE}"( dir="rtl")?>\n<head>\n<meta charset="utf-8">\n'
    f'<meta name="generator" content="{_GENERATOR}">\n'.encode()
)
"""How every page begins; a file that does not is not ours to overwrite."""


class PageFrame(NamedTuple):
    """What the frame of a page says.

    `home` is the address of the first page, and empty on it; only a page that is served has a `version`. `as_at` is
    None only where nothing could be made. `left_out` names files that could not be read; `not_known` says what
    git could not tell. `mark` stands over the title of each page.
    """

    title: str
    organisation: str | None
    as_at: date | None
    made_from: str
    home: str = ""
    version: str = ""
    left_out: tuple[str, ...] = ()
    branding: Branding = PLAIN
    not_known: str = ""
    mark: str = ""


class FrameTexts(NamedTuple):
    """The texts of a frame, in which the body's words are put."""

    title: str
    whole_title: str
    organisation: str
    skip: str
    mark: str
    about: tuple[str, ...]
    warning: str
    foot: tuple[str, ...]
    back: str = label("back")
    all_strategies: str = label("all-strategies")
    home: Address = Address()


def is_ours(begins: bytes) -> bool:
    """Whether a file that begins like this is a page of a dashboard."""
    return _OURS.match(begins) is not None


def around(frame: PageFrame) -> tuple[str, str]:
    """Everything of a page before its content, and everything after it."""
    texts = _said(_texts(frame), frame.branding)
    face = Face(
        texts.whole_title,
        texts.skip,
        texts.organisation,
        frame.branding,
        ("dashboard.css",),
        ("reload.js",) if frame.version else (),
        _GENERATOR,
        frame.version,
        asks=bool(frame.version),
    )
    return write_around("dashboard.html", face, texts=texts)


def write_overview(told: Overview, branding: Branding) -> str:
    """The first part of a page of several strategies."""
    return _part("overview.html", told, branding)


def write_strategy(told: StrategySection, branding: Branding) -> str:
    """The part of a page that tells one strategy."""
    return _part("strategy.html", told, branding)


def write_filter(branding: Branding) -> str:
    """The choice of what is shown of the actions and measures of a page; it needs no script."""
    return _part("filter.html", (), branding)


def fault(text: str, version: str) -> str:
    """A page to serve while the dashboard cannot be made: `text` says why."""
    before, after = around(PageFrame(label("cannot-be-built"), None, None, "", version=version))
    return before + write_part("fault.html", text=text, said=label("page-is-replaced")) + after


def _part(template: str, told: Any, branding: Branding) -> str:
    told, words = _said((told, PageWords()), branding)
    return write_part(template, told=told, words=words)


def _said(data: Any, branding: Branding) -> Any:
    own = vocabulary_of(branding.words, branding.language)
    return in_own_words(data, own) if own else data


def _texts(frame: PageFrame) -> FrameTexts:
    day = long_date(frame.as_at) if frame.as_at else ""
    about: list[str] = [label("as-at-day", day=day)] if day else []
    about += [phrase("and-what", what=label("language"), of=told) for told in [still_english(frame.branding)] if told]
    foot: list[str] = [label("as-at-made-from", day=day, source=dates_in(frame.made_from))] if day else []
    foot += [sentence(frame.not_known)] if frame.not_known else []
    foot.append(label("page-is-rebuilt" if frame.version else "page-fetches-nothing"))
    return FrameTexts(
        title=frame.title,
        whole_title=label("title-as-at", title=frame.title, day=day) if day else frame.title,
        organisation=frame.organisation or "",
        skip=label("skip-to-content"),
        mark=frame.mark,
        about=tuple(about),
        warning=label("files-left-out", files=", ".join(frame.left_out)) if frame.left_out else "",
        foot=tuple(foot),
        home=Address(frame.home),
    )
