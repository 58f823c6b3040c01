"""A figure held against a goal: how far ahead it is, which colour two limits give it, and the figures of a sentence."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.judging.measures.show_figures import ZERO, show_allowed, show_beside, show_gap, show_near
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.measures.limit import Limit, limit_words
from strategy_tracker.model.measures.measure import Better
from strategy_tracker.model.measures.unit import ShownUnit
from strategy_tracker.model.names.joined import from_to
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.values import Distance

SIDES: dict[Better, int] = {"higher": 1, "lower": -1, "on-target": 0}
"""Which side of a goal is good; 0 where the goal itself is best."""


class RatedReading(NamedTuple):
    """A rating with the figures behind it, in the measure's unit.

    `gap` is above 0 on the good side of `goal`, which is a target or the figure of a benchmark.
    """

    rating: Rating
    boundary: Decimal | None = None
    gap: Decimal | None = None
    goal: Decimal | None = None


class Case(NamedTuple):
    """An amount held against what is wanted; `goal_words` are what the printed figures wanted are called in a sentence.

    `side` is 1 where higher is better, -1 where lower is, 0 where the goal itself is best. Of a range `high` is the
    upper end. Where it is `strict`, just as much is not enough.
    """

    unit: ShownUnit
    side: int
    amount: Decimal
    low: Decimal
    goal_words: Callable[[str], str]
    high: Decimal | None = None
    strict: bool = False

    @property
    def top(self) -> Decimal:
        """The highest value wanted."""
        return self.low if self.high is None else self.high

    @property
    def goal(self) -> Decimal:
        """What limits are counted from: the end of the range that is to be reached, or else the nearer one."""
        if self.side:
            return self.low if self.side > 0 else self.top
        return self.low if self.amount <= self.low else self.top

    @property
    def ahead(self) -> Decimal:
        """How far on the good side of what is wanted; 0 inside a range, and at best where the goal itself is best."""
        away = self.amount - min(max(self.amount, self.low), self.top)
        return away * self.side if self.side else -abs(away)

    @property
    def is_met(self) -> bool:
        """Whether what is wanted is reached: a boundary belongs to the better colour, unless more is wanted."""
        return self.ahead > 0 or (self.ahead == 0 and not self.strict)

    def figures(self, *distances: Decimal) -> tuple[str, str, str]:
        """Amount, goal and the gap between them, none of them rounded onto the `distances` of the rule."""
        limits = self._limits(distances)
        ends = dict.fromkeys(self.beside(end, *distances) for end in (self.low, self.top))
        gap = show_gap(abs(self.ahead), self.unit, ZERO, *distances)
        return show_near(self.amount, self.unit, self.low, self.top, *limits), self.goal_words(from_to(*ends)), gap

    def beside(self, other: Decimal, *distances: Decimal) -> str:
        """A figure the amount is held against, not printed as the amount itself where the two differ."""
        return show_beside(other, self.unit, self.amount, self.goal, *self._limits(distances))

    def _limits(self, distances: Sequence[Decimal]) -> list[Decimal]:
        return [limit for way in distances for limit in (self.goal + way, self.goal - way)]

    def allowed(self, limit: Limit, *distances: Decimal) -> str:
        """A declared limit in the measure's unit, with what it was worked out from where it was."""
        text = show_allowed(limit.at(self.goal), self.unit, abs(self.ahead), *distances)
        plain = isinstance(limit, Distance) and not limit.of_target
        return text if plain else phrase("thing-of", what=text, of=limit_words(limit))

    def settle(
        self, green: Decimal, amber: Decimal | None, met: str, near: str, missed: str, *, beyond: bool = False
    ) -> RatedReading:
        """Green from `green` on (or only beyond it), amber from `amber` on: a limit belongs to the better colour.

        Without `amber` what is not green is red.
        """
        boundary = self.goal + amber * self.side if self.side and amber is not None else None
        if self._is_green(green, beyond):
            return RatedReading(Rating("green", "green", met, "met"), boundary, self.ahead, self.goal)
        if amber is not None and self.ahead >= amber:
            return RatedReading(Rating("amber", "amber", near, "near"), boundary, self.ahead, self.goal)
        return RatedReading(Rating("red", "red", missed, "missed"), boundary, self.ahead, self.goal)

    def settle_green(self, green: Decimal, met: str, otherwise: Rating) -> RatedReading:
        """Green from `green` on; `otherwise` the answer for want of an amber boundary."""
        enough = self._is_green(green)
        return RatedReading(Rating("green", "green", met, "met") if enough else otherwise, None, self.ahead, self.goal)

    def _is_green(self, green: Decimal, beyond: bool = False) -> bool:
        return self.is_met if not (green or beyond) else self.ahead > green or (self.ahead == green and not beyond)

    def raised(self, judged: RatedReading, by: Limit | None) -> RatedReading:
        """Call a green figure exceeded where it is ahead of the goal `by` so much or more: a word above green."""
        if by is None or not self.side or judged.rating.colour != "green" or self.ahead < by.at(self.goal):
            return judged
        amount, goal, gap = self.figures(by.at(self.goal))
        reason = phrase("exceeds", figure=amount, goal=goal, gap=gap, limit=self.allowed(by, by.at(self.goal)))
        return judged._replace(rating=Rating("green", "exceeded", reason, "exceeded"))
