"""The public version of a portfolio on disk: every measure is read before anything is made of one."""

from collections.abc import Collection, Iterator
from copy import copy
from decimal import Decimal

from strategy_tracker.app.reporting.register_files import read_register
from strategy_tracker.files.load import load
from strategy_tracker.files.portfolio import Portfolio, open_portfolio
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.publication import Publication
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import When
from strategy_tracker.problem import Problem
from strategy_tracker.publishing.leaks_in_words import LeakInWords, find_leaks_in_words, measure_told_of, secrets
from strategy_tracker.publishing.marks import marks
from strategy_tracker.publishing.memory import remember
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.public_version import Version
from strategy_tracker.publishing.register import assumed_entry, entry
from strategy_tracker.publishing.second_look import Leak, SecondLook
from strategy_tracker.publishing.what_to_withhold import Plan, plan
from strategy_tracker.publishing.withhold import Threshold

_TO_ADD = "add the line 'suppress_below: 6' to strategy-tracker.yaml, or the number that your body has agreed"


def threshold_of(portfolio: Portfolio) -> Decimal:
    """The count from which one may be published. Raises `Problem` where there is none, or none that hides any."""
    found = portfolio.settings.suppress_below
    if found is None:
        raise Problem("no threshold says which counts are too small to be published", _TO_ADD)
    if found <= 1:
        raise Problem(f"a threshold of {found} suppresses nothing", _TO_ADD)
    return found


DRAFT = phrase("draft-not-issued")
"""Stands on each page of what is not issued."""


class CannotPublish(Problem):
    """There is no public version of what was asked for."""


class Publisher:
    """Makes the public version of a portfolio, of whatever moment, and looks at it a second time.

    Which figures are public, and what is marked, is decided by the files of today. `disguise` is that of `Version`.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        """Read every measure of today. Raises `Problem`."""
        today = open_portfolio(portfolio.root) if portfolio.known else portfolio
        self.portfolio, self.threshold = portfolio, threshold_of(today)
        self.settings = today.settings
        self.now = tuple(_measures(today))
        self.memory = remember(read_register(today))
        self.before: Portfolio | None = None
        self.strategies = tuple(_strategies(today))
        found = marks(self.strategies)._replace(earlier=bool(portfolio.known))
        self.version = Version(self._plan(), found)

    def _plan(self) -> Plan:
        return plan(self.now, self.memory, self.limit, self.settings.year_end)

    @property
    def limit(self) -> Threshold:
        """What is small, by the settings of today."""
        return Threshold(self.threshold, self.settings.suppress_zeros)

    def publication(self, told_of: Collection[str], issued: When) -> Publication:
        """The entry in the register of a document that tells of these measures."""
        return entry(self.now, self.version.plan, told_of, issued, self.limit)

    def assumed_publication(self, told_of: Collection[str], issued: When) -> Publication:
        """The entry of a document that was published of an earlier moment before there was a register."""
        return assumed_entry(_measures(self.portfolio), told_of, issued, self.limit)

    def beside(self, before: Portfolio) -> None:
        """Look also at what an earlier moment tells in words, when it is compared with."""
        self.before = before

    def meets_in_public(self, body: str, asked: Collection[str]) -> bool:
        """Whether each of the strategies asked for, by its id, names a body and says that it meets in public."""
        today = {one.id: one.governance for one in self.strategies}
        entries = [
            [one.meets_in_public for one in today.get(name, ()) if name_form(one.body) == name_form(body)]
            for name in asked
        ]
        return bool(entries) and all(marked and all(marked) for marked in entries)

    def for_meeting_in_public(self) -> "Publisher":
        """The same publisher, for the paper of a committee that meets in public."""
        other = copy(self)
        found = marks(self.strategies, in_public=True)._replace(earlier=self.version.marks.earlier)
        other.version = self.version._replace(marks=found)
        return other

    def disguised(self) -> "Publisher":
        """The same publisher, for records in which every secret is another one."""
        other = copy(self)
        other.version = self.version._replace(disguise=True)
        return other

    def leaks(self) -> list[Leak]:
        """What could be worked out of the version although it must not be known."""
        public = [public_measure(one, self.version.plan) for one in self.now]
        zeros = self.settings.suppress_zeros
        return SecondLook(self.now, public, self.memory, self.threshold, zeros=zeros).leaks()

    def leaks_in_words(self, files: frozenset[str]) -> list[LeakInWords]:
        """The texts in these strategies, and in all measures and examples, that hold a suppressed number."""
        hidden = secrets(self.now, self.version.plan.suppressed)
        found: list[LeakInWords] = []
        sides = [(self.portfolio, self.version)]
        sides += [(self.before, self.version.earlier())] if self.before else []
        for portfolio, version in sides:
            for file in portfolio.files if hidden else ():
                if file.kind != "strategies" or file.name in files:
                    record = load(file, portfolio.settings.year_end).record
                    public = version.record(record) if record is not None else None
                    found += find_leaks_in_words(public, file.name, hidden) if public is not None else ()
        return list(dict.fromkeys(found))

    def measure_named_in(self, text: str) -> str:
        """The measure of which a text, such as a file's name, holds a suppressed number; empty where there is none."""
        return measure_told_of(text, secrets(self.now, self.version.plan.suppressed))


def publisher_of(portfolio: Portfolio) -> Publisher:
    """The publisher of a portfolio. Raises `CannotPublish` where nothing of it can be published."""
    try:
        return Publisher(portfolio)
    except Problem as error:
        raise CannotPublish(error.message, error.next_step) from None


def _measures(portfolio: Portfolio) -> Iterator[Measure]:
    for file in portfolio.of_kind("measures"):
        record = load(file, portfolio.settings.year_end).record
        if isinstance(record, Measures):
            yield from record.measures


def _strategies(portfolio: Portfolio) -> Iterator[Strategy]:
    for file in portfolio.of_kind("strategies"):
        record = load(file, portfolio.settings.year_end).record
        if isinstance(record, Strategy):
            yield record
