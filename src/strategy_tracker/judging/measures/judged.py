"""Puts what somebody judged of a measure beside its computed colour, and says where the two differ.

Only where nothing is declared that could give a colour is the judged one shown, and then it is called judged.
"""

from datetime import date

from strategy_tracker.judging.standing.of_measures import MeasureJudgementStanding, MeasureStanding
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.settings import Settings

_UNRULED = frozenset({"no-rule", "no-target", "no-direction", "narrative"})
"""Reasons for having no colour that say that no rule is declared for the figure."""


def with_judgements(
    stood: MeasureStanding, measure: Measure, today: date, settings: Settings, *, whole: bool
) -> MeasureStanding:
    """Give the standing with the judgements known at `today`, the latest first, and what follows from that one."""
    known = [one for one in measure.judgements if one.on.first <= today]
    known.sort(key=lambda one: (one.on.last, one.on.first, one.note or "", one.by or ""), reverse=True)
    if not known:
        return stood
    cadence = measure.frequency or settings.review_every
    listed = tuple(
        MeasureJudgementStanding(
            one.on.text, one.rag, one.note, one.by, today > cadence.after(one.on.last), cadence.text
        )
        for one in known
    )
    rating, differs = stood.rating, ""
    if _has_no_rule(stood.rating, measure):
        rating = _as_judged(stood.rating, listed[0])
    elif rating.colour != "grey" and rating.colour != known[0].rag:
        differs = phrase("judged-but-rule", judged=listed[0].words, colour=rating.colour, reason=rating.reason)
    return stood._replace(rating=rating, judgements=listed if whole else listed[:1], disagreement=differs)


def _has_no_rule(rating: Rating, measure: Measure) -> bool:
    """Whether nothing is declared that could give the figure a colour, though it is not context."""
    if rating.why != "no-reading":
        return rating.why in _UNRULED
    return not (measure.targets or measure.compared_with or measure.rank_within)


def _as_judged(computed: Rating, one: MeasureJudgementStanding) -> Rating:
    reason = phrase("judged-without-rule", judged=one.words, reason=computed.reason)
    return Rating(one.rag, phrase("judged-colour", colour=one.rag), reason, "judged")
