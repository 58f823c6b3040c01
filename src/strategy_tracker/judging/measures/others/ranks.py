"""Tells the place of a measure among others, and colours it where the measure declares how good a place must be."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from strategy_tracker.judging.measures.known_readings import KnownReading, absence
from strategy_tracker.judging.standing.of_measures import Comparison, RankStanding
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.dates.period import Period, latest
from strategy_tracker.model.measures.rank import Rank, RankLimit, RankLimits, ordinal, quartile_of
from strategy_tracker.model.names.joined import from_to, listed
from strategy_tracker.model.names.labels import Word, phrase
from strategy_tracker.model.names.one_name import name_form

_QUARTERS: tuple[Word, ...] = ("in-first-quartile", "in-second-quartile", "in-third-quartile", "in-fourth-quartile")


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
    words = phrase(_QUARTERS[quarter - 1], place=_place(known))
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
        return grey("no-rank", phrase("no-place-yet", among=limits.among or phrase("others")))
    period = reading.period if reading else last.period
    same = [each for each in counting if each.period[1:] == period[1:]]
    if not same:
        whom = limits.among or phrase("others")
        return grey("no-rank", phrase("no-place-for", among=whom, period=period.text, place=_place(last)))
    if len(same) > 1:
        return grey("no-rank", phrase("several-places", places=listed(list(map(_place, same)))))
    return _rated(limits, same[0], no_amber)


def _last(ranks: Sequence[KnownRank]) -> KnownRank | None:
    period = latest([each.period for each in ranks])
    return next((each for each in ranks if each.period is period), None)


def _rated(limits: RankLimits, known: KnownRank, no_amber: bool) -> Rating:
    place, of = known.rank.place, known.rank.of
    start, green = _place(known), _limit(limits.green, of)
    if place <= limits.green.last_place(of):
        return Rating("green", "green", phrase("place-is-met", place=start, green=green), "met")
    if limits.amber is None:
        worse = phrase("place-is-worse", place=start, green=green)
        if no_amber:
            return Rating("red", "red", phrase("has-no-amber", told=worse), "missed")
        return grey("no-rule", phrase("without-amber", told=worse))
    amber = _limit(limits.amber, of)
    if place <= limits.amber.last_place(of):
        return Rating("amber", "amber", phrase("place-is-near", place=start, green=green, amber=amber), "near")
    return Rating("red", "red", phrase("place-is-missed", place=start, green=green, amber=amber), "missed")


def _place(known: KnownRank) -> str:
    place, of, period = ordinal(known.rank.place), f"{known.rank.of}", known.period.text
    if known.rank.among:
        return phrase("place-among", place=place, number=of, among=known.rank.among, period=period)
    return phrase("place-of", place=place, number=of, period=period)


def _limit(limit: RankLimit, of: int) -> str:
    """A limit as a reader can check it: `first quartile (1st to 8th)`, `5th place`."""
    if limit.place is not None:
        return phrase("limit-place", place=ordinal(limit.place))
    last = limit.last_place(of)
    return phrase(_LIMITS[limit.quartile or 0], places=from_to(*dict.fromkeys((ordinal(1), ordinal(last)))))


_LIMITS: dict[int, Word] = {1: "limit-first", 2: "limit-half", 3: "limit-third"}
