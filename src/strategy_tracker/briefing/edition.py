"""Prepares records for their readers: withholds what the public may not see, and marks people's own texts as theirs."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.briefing.own_words import Wording, protect, protect_record
from strategy_tracker.judging.judge_record import joined_measures, judge_record
from strategy_tracker.judging.measures.others.join import OtherFigures
from strategy_tracker.judging.standing.of_files import JudgedRecord
from strategy_tracker.model.dates.typed_dates import NOTHING_TYPED, TypedDates
from strategy_tracker.model.left_out import NOTHING, LeftOut
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings

if TYPE_CHECKING:  # who is not the public needs nothing of what makes a public version
    from strategy_tracker.publishing.public_record import Omissions
    from strategy_tracker.publishing.public_version import Version


class Edition(NamedTuple):
    """The body's words for ours, which its readers expect, and the public version where they are the public.

    Without either it is the edition of those who work on the files: every record is as it is written. `typed` are dates
    that git knows of and the record does not; `others` the figures of others by the codes of measures.
    """

    wording: Wording = {}
    public: "Version | None" = None
    typed: TypedDates = NOTHING_TYPED
    others: OtherFigures | None = None

    def earlier(self) -> "Edition":
        """The same edition for the records of an earlier moment."""
        return self._replace(public=self.public.earlier()) if self.public else self

    def of(self, record: Record) -> Record | None:
        """A record as its readers may see it; None where all of it is internal."""
        shown = self.public.record(record) if self.public else record
        return protect_record(shown, self.wording) if shown is not None else None

    def judge(
        self, shown: Record, file: str, today: date, settings: Settings, left_out: LeftOut = NOTHING
    ) -> JudgedRecord:
        """Judge what `of` gave, as `judge_record` does: in public, a measure that is only named is not rated."""
        judge_measure = self.public.stand if self.public else None
        typed = self._typed()
        return judge_record(
            shown,
            file,
            today,
            settings,
            judge_measure=judge_measure,
            left_out=left_out,
            typed=typed,
            others=self.others,
        )

    def joined(self, shown: Measures, today: date, settings: Settings) -> list[Measure]:
        """The measures of a file that `of` gave, with the figures of others among their benchmarks."""
        return [one for one, _ in joined_measures(shown, today, settings, self.others)]

    def _typed(self) -> TypedDates:
        """The typed dates with the words of milestones as `of` gives them."""
        if not self.wording:
            return self.typed
        return {
            item: tuple(one._replace(step=protect(one.step, self.wording) or "") for one in dates)
            for item, dates in self.typed.items()
        }

    def left_out(self, record: Record) -> "Mapping[str, Omissions]":
        """How much of a strategy its readers are not shown, by its id."""
        return self.public.left_out(record) if self.public else {}
