"""Tells the place of a measure among others, and colours it where the measure declares how good a place must be."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.judging.measures.known_readings import KnownReading, absence
from strategy_tracker.judging.standing.of_measures import Comparison, RankStanding
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period, latest
from strategy_tracker.model.measures.rank import Rank, RankLimit, RankLimits, ordinal, quartile_of
from strategy_tracker.model.names.one_name import name_form

_QUARTERS = ("first", "second", "third", "fourth")


class KnownRank(NamedTuple):
    """A place that is known on a day."""

    period: Period
    rank: Rank


class BesideOthers(NamedTuple):
    """The places of a measure that follow from the figures of others, and why there is none where there is none."""

    ranks: tuple[KnownRank, ...] = ()
    missing: tuple[Comparison, ...] = ()


ALONE = BesideOthers()


def known_ranks(ranks: Mapping[Period, Rank], beside: BesideOthers, today: date) -> list[KnownRank]:
    """List the places of periods that are over by `today`, in the order in which their periods end.

    Beside those on record stand the ones that follow from the figures of others.
    """
    known = [KnownRank(period, rank) for period, rank in ranks.items() if period.end <= today]
    known += beside.ranks
    return sorted(known, key=lambda each: (each.period.end, each.period.start, each.period.text))


def stand_rank(known: KnownRank) -> RankStanding:
    """Give a place with its quarter and its words: `4th of 32 in family group for 2022/23, in the first quartile`."""
    rank, quarter = known.rank, quartile_of(known.rank.place, known.rank.of)
    words = f"{_place(known)}, in the {_QUARTERS[quarter - 1]} quartile"
    return RankStanding(known.period.text, rank.place, rank.of, rank.among, quarter, words)


def rate_rank(
    limits: RankLimits, ranks: Sequence[KnownRank], reading: KnownReading | None, *, no_amber: bool = False
) -> Rating:
    """Colour the place for the period of the reading, or the last one where a measure has no readings at all.

    A figure that is suppressed has no place that could be told. Of several groups the limits name the one that counts.
    """
    if reading is not None and reading.reading.symbol == "c":
        return absence(reading)
    among = limits.among and name_form(limits.among)
    counting = [each for each in ranks if not among or name_form(each.rank.among or "") == among]
    last = _last(counting)
    if last is None:
        return grey("no-rank", f"no place among {limits.among or 'others'} is recorded yet")
    period = reading.period if reading else last.period
    same = [each for each in counting if each.period[1:] == period[1:]]
    if not same:
        what = f"no place among {limits.among or 'others'} is recorded for {period}; the last is {_place(last)}"
        return grey("no-rank", what)
    if len(same) > 1:
        told = " and ".join(map(_place, same))
        return grey("no-rank", f"{told}: 'in' of rank_within says which of them counts")
    return _rated(limits, same[0], no_amber)


def _last(ranks: Sequence[KnownRank]) -> KnownRank | None:
    period = latest([each.period for each in ranks])
    return next((each for each in ranks if each.period is period), None)


def _rated(limits: RankLimits, known: KnownRank, no_amber: bool) -> Rating:
    place, of = known.rank.place, known.rank.of
    start, green = _place(known), f"the {_limit(limits.green, of)}"
    if place <= limits.green.last_place(of):
        return Rating("green", "green", f"{start} is no worse than {green}", "met")
    if limits.amber is None and no_amber:
        return Rating(
            "red", "red", f"{start} is worse than {green}; this measure is green or red and has no amber", "missed"
        )
    if limits.amber is None:
        return grey("no-rule", f"{start} is worse than {green} but no amber boundary is declared")
    amber = f"the {_limit(limits.amber, of)}"
    if place <= limits.amber.last_place(of):
        return Rating("amber", "amber", f"{start} is worse than {green} but no worse than {amber}", "near")
    return Rating("red", "red", f"{start} is worse than {green} and {amber}", "missed")


def _place(known: KnownRank) -> str:
    among = f" in {known.rank.among}" if known.rank.among else ""
    return f"{ordinal(known.rank.place)} of {known.rank.of}{among} for {known.period}"


def _limit(limit: RankLimit, of: int) -> str:
    """A limit as a reader can check it: `first quartile (1st to 8th)`, `5th place`."""
    if limit.place is not None:
        return f"{limit} place"
    last = limit.last_place(of)
    return f"{limit} ({'1st' if last == 1 else f'1st to {ordinal(last)}'})"
