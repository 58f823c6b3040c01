"""The public version of a portfolio on disk: every measure is read before anything is made of one."""

from collections.abc import Iterator, Sequence
from copy import copy
from decimal import Decimal

from strategy_tracker.files.load import load
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.model.measure import Measure, Measures
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.problem import Problem
from strategy_tracker.publishing.audit import find_leaks
from strategy_tracker.publishing.leaks_in_words import LeakInWords, find_leaks_in_words, measure_told_of, secrets
from strategy_tracker.publishing.marks import marks
from strategy_tracker.publishing.public_record import public_measure
from strategy_tracker.publishing.public_version import Version
from strategy_tracker.publishing.spots import Leak, RawAndPublic
from strategy_tracker.publishing.what_to_withhold import Plan, plan

_TO_ADD = "add the line 'suppress_below: 6' to strategy-tracker.yaml, or the number that your body has agreed"


def threshold_of(portfolio: Portfolio) -> Decimal:
    """The count from which one may be published. Raises `Problem` where there is none, or none that hides any."""
    found = portfolio.settings.suppress_below
    if found is None:
        raise Problem("no threshold says which counts are too small to be published", _TO_ADD)
    if found <= 1:
        raise Problem(f"a threshold of {found} suppresses nothing", _TO_ADD)
    return found


class Publisher:
    """Makes the public version of a portfolio, also beside an earlier moment, and looks at it a second time.

    `version` and `then` are those of the last moment it was asked about; `disguise` is that of `Version`.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        """Read every measure. Raises `Problem`."""
        self.portfolio, self.threshold = portfolio, threshold_of(portfolio)
        self.now, self.then = tuple(_measures(portfolio)), tuple[Measure, ...]()
        self.before: Portfolio | None = None
        self.version = Version(self._plan(), marks(_strategies(portfolio)))

    def beside(self, before: Portfolio) -> Version:
        """The version to use for both of two moments: what is suppressed in one of them is in the other."""
        if self.version.disguise:  # the plan is that of the true figures
            return self.version
        self.before, self.then = before, tuple(_measures(before))
        self.version = self.version._replace(plan=self._plan())
        return self.version

    def _plan(self) -> Plan:
        return plan(self.now, self.then, self.threshold, self.portfolio.settings.year_end)

    def disguised(self) -> "Publisher":
        """The same publisher, for records in which every secret is another one."""
        other = copy(self)
        other.version = self.version._replace(disguise=True)
        return other

    def leaks(self) -> list[Leak]:
        """What could be worked out of the version although it must not be known."""
        pairs = [self._side(self.now)] + ([self._side(self.then)] if self.then else [])
        return find_leaks(pairs, self.threshold, self.portfolio.settings.year_end)

    def _side(self, measures: Sequence[Measure]) -> RawAndPublic:
        return RawAndPublic(tuple(measures), tuple(public_measure(one, self.version.plan) for one in measures))

    def leaks_in_words(self, files: frozenset[str]) -> list[LeakInWords]:
        """The texts in these strategies, and in all measures and examples, that hold a suppressed number."""
        hidden = secrets((*self.now, *self.then), self.version.plan.suppressed)
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
        return measure_told_of(text, secrets((*self.now, *self.then), self.version.plan.suppressed))


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
