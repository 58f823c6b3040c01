"""The settings of a portfolio, with a good default for each."""

import calendar
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, PlainValidator

from strategy_tracker.model.action import ActionKind
from strategy_tracker.model.dates.period import MARCH, YearEnd
from strategy_tracker.model.measures.defaults import MeasuresDefault, StrategyDefault
from strategy_tracker.model.names.labels import Word
from strategy_tracker.model.names.language import ENGLISH, LANGUAGE, read_language
from strategy_tracker.model.paper_template import PaperTemplate
from strategy_tracker.model.parts.headline import Headline
from strategy_tracker.model.parts.progress import Progress
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import (
    Currency,
    Date,
    Every,
    Number,
    Text,
    end_of_month,
    pattern,
    read_interval,
    refuse,
    shown,
)

Setting = Literal["error", "warning", "advice", "off"]
CompletionNeed = Literal["evidence", "acceptance"]
Tint = Literal["red", "amber", "green", "blue", "grey"]
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_DAYS = (
    r"([1-9]|[12]\d|3[01]) (January|March|May|July|August|October|December)"
    r"|([1-9]|[12]\d|30) (April|June|September|November)|([1-9]|[12]\d) February"
)


def _year_end(value: object) -> YearEnd:
    found = re.fullmatch(_DAYS, value, re.ASCII) if isinstance(value, str) else None
    if not found:
        raise refuse("not-a-year-end", f"{shown(value)} is not a day of the calendar", "write '31 March'")
    day, name = found[0].split()
    ends = int(day) >= end_of_month(2023, _MONTHS[name]).day
    return YearEnd(_MONTHS[name]) if ends else YearEnd(_MONTHS[name], int(day))


DEEPEST = 3
"""Levels of priorities that may be named: no reader follows a deeper tree through a paper."""


def _levels(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) > DEEPEST:
        what = f"{len(names)} levels are named, and {DEEPEST} are told at most"
        raise refuse("wrong-shape", what, "leave the deepest out: what stands in them belongs to the one above")
    return names


_PAINT = re.compile(r"#?[0-9a-fA-F]{6}", re.ASCII)


def _paint(value: object) -> str:
    if not isinstance(value, str) or not _PAINT.fullmatch(value):
        next_step = "write six digits in quotes, such as '#b10e1e': without quotes a # begins a comment"
        raise refuse("not-a-colour", f"{shown(value)} is not a colour", next_step)
    return f"#{value[-6:].lower()}"


Paint = Annotated[
    str, PlainValidator(_paint), pattern("write six digits in quotes, such as '#b10e1e'", _PAINT.pattern, "#b10e1e")
]


_ADDRESS = re.compile(r"""https://[A-Za-z0-9.-]+(:\d+)?/[^\s"'<>\\^`|@]+""", re.ASCII)


def _address(value: object) -> str:
    if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
        next_step = (
            "write the address of the repository as a browser shows it: https://github.com/organisation/strategies"
        )
        raise refuse("not-an-address", f"{shown(value)} is not an address of a repository", next_step)
    return value


RepositoryAddress = Annotated[
    str,
    PlainValidator(_address),
    pattern("write it as https://github.com/organisation/strategies", _ADDRESS.pattern, "https://github.com/org/repo"),
]


_REQUIRES = re.compile(r">=(\d{1,4}(?:\.\d{1,4}){1,2})", re.ASCII)


def _requires(value: object) -> str:
    from strategy_tracker import __version__

    found = _REQUIRES.fullmatch(value.replace(" ", "")) if isinstance(value, str) else None
    if not found:
        raise refuse("not-a-version", f"{shown(value)} does not name the oldest version", "write '>=0.2', in quotes")
    wanted, ours = ([int(part) for part in text.split(".")] for text in (found[1], __version__))
    if ours < wanted:
        message = f"these files need strategy-tracker {found[1]} or later, and this is {__version__}"
        raise refuse("needs-a-newer-version", message, "upgrade it: pip install --upgrade strategy-tracker")
    return value if isinstance(value, str) else ""


Matter = Literal["titles", "dates", "targets", "tolerances"]
"""What only a body may change, where it is reserved to one."""


class Completion(Record):
    """What a finished action needs before it counts as complete; until then it is delivered, awaiting sign-off."""

    needs: tuple[CompletionNeed, ...] = ()
    """A reference to evidence, and that another post accepts it than the one that reported it."""
    kinds: tuple[ActionKind, ...] = ()
    """The kinds of action that need it. Left out: every action."""
    since: Date | None = None
    """What was said to be finished before this day needs nothing."""


class FormRules(Record):
    """What holds in the form that `strategy serve` shows."""

    own_items: bool = False
    """True where a post writes only of what it owns."""


class Settings(Record):
    """What `strategy-tracker.yaml` may say."""

    requires: Annotated[
        str, PlainValidator(_requires), pattern("write '>=0.2', in quotes", _REQUIRES.pattern, ">=0.2")
    ] = ""
    """The oldest version of this program that reads these files, such as '>=0.2': an older one says 'upgrade'."""
    organisation: Text | None = None
    """The name shown on outputs."""
    year_end: Annotated[YearEnd, PlainValidator(_year_end), pattern("write '31 March'", f"({_DAYS})")] = MARCH
    """The last day of the financial year, such as 31 March, 31 December or 5 April."""
    review_every: Every = read_interval("quarter")
    """How often an action must be looked at, where its strategy does not say."""
    due_soon: Every = read_interval("30 days")
    """How near a date is 'due soon'."""
    completion: Completion = Completion.model_construct()
    """What a finished action needs before it counts as complete: evidence, acceptance, or both."""
    reserved: tuple[Matter, ...] = ()
    """What needs the agreement of a body before it changes: titles of priorities, dates, targets, tolerances."""
    late_is_red_after: Every = read_interval("month")
    """An action whose date has passed is amber up to this long, red after."""
    levels: Annotated[tuple[Text, ...], AfterValidator(_levels)] = ()
    """What priorities are called by how deep they stand: one for those that stand alone, then those under them."""
    currency: Currency = "GBP"
    """The currency of measures whose unit is money, where they do not name another."""
    progress: Progress | None = None
    """Where actions are rated by the share complete against the time gone as well: {green_from: 90, amber_from: 70}."""
    headline: Headline | None = None
    """One colour for each priority by a named rule, beside its counts: {name: Board view, rule: amber if any red}."""
    measures_default: MeasuresDefault | None = None
    """What measures inherit where neither they nor a strategy that names them say it: amber, frequency, lag."""
    suppress_below: Number | None = None
    """Counts under this are not published."""
    suppress_zeros: bool = False
    """True where a count of 0, and so a share of 0% or 100%, is not published either."""
    check_privacy: bool = False
    """Look for small numbers and personal data in every check, as `strategy validate --privacy` does."""
    lang: Annotated[
        str,
        PlainValidator(read_language),
        pattern("write two or three letters, such as cy, de, ar or en-GB", LANGUAGE, "cy"),
    ] = ENGLISH
    """The language of documents, as BCP 47 writes it: `cy`, `de`, `ar`, `en-GB`."""
    wording: dict[Word, Text] = {}
    """The body's own words for the fixed words of documents, by their names; `strategy explain wording` lists them."""
    colours: dict[Tint, Paint] = {}
    """The colours that reports use, each as six digits: '#b10e1e'. Black or white is written on it, as can be read."""
    logo: Text | None = None
    """A PNG or SVG file in this folder, for the cover of reports."""
    word_template: Text | None = None
    """A Word document in this folder, whose styles, margins, headers and footers reports in Word take over."""
    repository: RepositoryAddress | None = None
    """Where the files can be seen on the web, so that a page can link to their lines; or a pattern with {path}."""
    assistants: Literal["public", "internal"] = "public"
    """What `strategy mcp` hands to an assistant: what is public, or with 'internal' all that stands in the files."""
    form: FormRules = FormRules.model_construct()
    """What holds in the form in the browser: {own_items: true}."""
    papers: dict[Text, PaperTemplate] = {}
    """By the name of a body: the head of its papers, their fixed texts, numbers, and whether they are public."""
    severity: dict[Text, Setting] = {}
    """What each diagnostic counts as here: error, warning, advice or off."""

    def defaults_of(self, measure: str) -> tuple[StrategyDefault, ...]:  # noqa: ARG002 - for those of strategies
        """What the strategies that name a measure say of it."""
        return ()

    @property
    def every_default(self) -> tuple[object, ...]:
        """All that measures may inherit, to compare two moments by."""
        return (self.measures_default,)


class SettingsInUse(Settings):
    """The settings of a portfolio together with what its strategies say of the measures that each of them names."""

    of_strategies: dict[str, tuple[StrategyDefault, ...]] = {}
    """By the id of the measure."""

    def defaults_of(self, measure: str) -> tuple[StrategyDefault, ...]:
        """What the strategies that name a measure say of it."""
        return self.of_strategies.get(measure, ())

    @property
    def every_default(self) -> tuple[object, ...]:
        """All that measures may inherit, to compare two moments by."""
        return self.measures_default, self.of_strategies


DEFAULTS = Settings.model_construct()
"""Every default; made without a check, so that nothing is built that a command may not need."""
