"""What stands round the content of a dashboard page: its head with the content policy, its header, filters and foot."""

import base64
import hashlib
import json
import re
from datetime import date
from html import unescape
from typing import NamedTuple

from markupsafe import Markup

from strategy_tracker.briefing.own_words import Vocabulary, still_english, unprotect, vocabulary_of
from strategy_tracker.model.branding import PLAIN, Branding
from strategy_tracker.model.names.labels import label
from strategy_tracker.model.names.language import LANGUAGE, runs_leftwards
from strategy_tracker.views.dashboard.parts import NOTHING, word_of
from strategy_tracker.views.dates_and_amounts import dates_in, long_date
from strategy_tracker.views.formats.colours_and_logo import logo_address, style_of
from strategy_tracker.views.formats.escaping import joined, plain_text, start, tag, text
from strategy_tracker.views.sheet import MARKS
from strategy_tracker.views.templates import read_template
from strategy_tracker.views.text import sentence

_BEGIN = """<!doctype html>
<html lang="{}"{}>
<head>
<meta charset="utf-8">
<meta name="generator" content="strategy-tracker dashboard">
"""
_OURS = re.compile(_BEGIN.format(LANGUAGE, '( dir="rtl")?').encode())
"""How every page begins; a file that does not is not ours to overwrite."""


class PageFrame(NamedTuple):
    """What the frame of a page says.

    `home` is the address of the first page, and empty on it; only a page that is served has a `version`. `as_at` is
    None only where nothing could be made. `left_out` names files that could not be read; `not_known` says what
    git could not tell. `mark` stands under the title of each page.
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


def is_ours(begins: bytes) -> bool:
    """Whether a file that begins like this is a page of a dashboard."""
    return _OURS.match(begins) is not None


def begin(face: PageFrame) -> str:
    """Everything of a page before its content; the policy in its head allows our style and scripts and nothing else."""
    body = [
        tag("a", label("skip-to-content"), class_="skip", href="#content"),
        _header(face),
        Markup(start("main", id="content")),  # noqa: S704 - ours
    ]
    language = face.branding.language
    first = _BEGIN.format(language, ' dir="rtl"' if runs_leftwards(language) else "")
    return f"{first}{joined(_head(face))}\n</head>\n<body>\n{in_own_words(joined(body), face.branding)}\n"


def end(face: PageFrame) -> str:
    """Everything of a page after its content."""
    scripts = [tag("script", Markup(text)) for text in _scripts(face)]  # noqa: S704 - ours
    said = [_moment(face, face.as_at), ". "] if face.as_at else []
    said += [tag("span", sentence(face.not_known)), " "] if face.not_known else []
    foot = tag("footer", tag("p", *said, _by(face)))
    return f"</main>\n{joined([in_own_words(foot, face.branding), *scripts])}\n</body>\n</html>\n"


def filters(branding: Branding) -> Markup:
    """The place where the script puts its filters, with the names of the colours; unseen where scripts do not run."""
    words = {colour: "no colour" if colour == "grey" else word_of(colour) for colour in MARKS}
    own = vocabulary_of(branding.words, branding.language)
    named = {colour: f"{MARKS[colour]} {own.label(word) if own else word}" for colour, word in words.items()}
    return tag("div", id="filters", data_colours=json.dumps(named, ensure_ascii=False))


def _scripts(face: PageFrame) -> tuple[str, ...]:
    names = ("dashboard.js", "reload.js") if face.version else ("dashboard.js",)
    return tuple(f"\n{read_template(name)}" for name in names)


def _style(branding: Branding) -> str:
    bars = "".join(f"--{name}-bar:{shade.fill};" for name, shade in branding.shades.items())
    return f"\n{read_template('dashboard.css')}{style_of(branding)}" + (f"\n:root{{{bars}}}\n" if bars else "")


def _head(face: PageFrame) -> list[Markup]:
    style = _style(face.branding)
    own = vocabulary_of(face.branding.words, face.branding.language)
    title = own.say(face.title) if own else face.title
    scripts = " ".join(_digest(text) for text in _scripts(face))
    policy = [
        "default-src 'none'",
        f"style-src {_digest(style)}",
        f"script-src {scripts}",
        "img-src data:",
        *(["connect-src 'self'"] if face.version else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return [
        tag("meta", http_equiv="Content-Security-Policy", content="; ".join(policy)),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        *([tag("meta", name="version", content=face.version)] if face.version else []),
        tag("title", f"{title}, as at {long_date(face.as_at)}" if face.as_at else title),
        tag("style", Markup(style)),  # noqa: S704 - ours
    ]


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _header(face: PageFrame) -> Markup:
    back = (
        tag("nav", tag("a", label("all-strategies"), href=face.home), aria_label=label("back"))
        if face.home
        else NOTHING
    )
    logo = face.branding.logo
    parts = [back, tag("img", src=logo_address(logo), alt=face.organisation or "", class_="logo") if logo else NOTHING]
    parts += [tag("p", face.organisation, class_="kicker") if face.organisation else NOTHING]
    parts.append(tag("h1", face.title))
    parts += [tag("p", tag("strong", face.mark))] if face.mark else []
    if face.as_at:
        parts.append(tag("p", _moment(face, face.as_at), class_="about"))
    if told := still_english(face.branding):
        parts.append(tag("p", label("language"), f": {told}.", class_="about"))
    if face.left_out:
        parts.append(
            tag(
                "p",
                f"Left out, because it could not be read, or has an error: {', '.join(face.left_out)}.",
                class_="why red",
            )
        )
    return tag("header", joined([part for part in parts if part]))


def _moment(face: PageFrame, as_at: date) -> Markup:
    day = tag("time", long_date(as_at), datetime=as_at.isoformat())
    return tag("span", "As at ", day, f", made from {dates_in(face.made_from)}")


def _by(face: PageFrame) -> str:
    return (
        "This page fetches nothing and sends nothing." if not face.version else "This page is rebuilt as files change."
    )


def fault(text: str, version: str) -> str:
    """A page to serve while the dashboard cannot be made: `text` says why."""
    face = PageFrame("The dashboard cannot be built now", None, None, "", version=version)
    said = tag("p", "This page is replaced as soon as the files can be read.")
    return f"{begin(face)}{joined([said, tag('pre', text)])}\n{end(face)}"


_TEXT_READ = re.compile(r"(?<=>)(\s*)([^<>]*?)(\s*)(?=<)")
_LABEL_OF_CELL = re.compile(r' data-label="([^"]*)"')


def in_own_words(page: str, branding: Branding) -> Markup:
    """Swaps our words for the body's own in the texts of finished markup, never in a tag; a `<` always begins a tag."""
    own = vocabulary_of(branding.words, branding.language)
    if own is None:
        return Markup(page)  # noqa: S704 - ours
    said = _TEXT_READ.sub(lambda found: f"{found[1]}{text(_reworded(found[2], own))}{found[3]}", page)
    labels = _LABEL_OF_CELL.sub(lambda found: f' data-label="{plain_text(_reworded(found[1], own))}"', said)
    return Markup(unprotect(labels))  # noqa: S704 - ours


def _reworded(words: str, own: Vocabulary) -> str:
    return own.label(unescape(words))
