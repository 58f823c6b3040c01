"""Rates a figure a second time, in fractions and from the rules as docs/ratings.md writes them, sharing no code.

What is wanted and the rule are plain data: a target is a number or a map such as `{"above": 80}`, a limit a text such
as `5% of target` or a map such as `{"lower_of": [...]}`. A floor stands in `amber_from`.
"""

from fractions import Fraction
from typing import Any, NamedTuple


class Verdict(NamedTuple):
    """A colour and its word; the word is another only where the figure is exceeded."""

    colour: str
    word: str


GREY = Verdict("grey", "not rated")


def rate(
    rule: dict[str, Any], better: str, wanted: Any, figure: Fraction, last_year: Fraction | None = None
) -> Verdict:
    """The verdict on a figure that is held against a target at the end of its period."""
    ends = _ends(wanted)
    if ends is None:
        return GREY
    low, high, strict = ends
    missed, beyond, edge = _distances(better, low, high, figure)
    met = missed == 0 and not (strict and figure == edge)
    if "band" in rule:
        width = _limit(rule["band"], edge)
        colour = "green" if beyond > width else "amber" if missed <= width else "red"
    elif met or ("green_within" in rule and missed <= _limit(rule["green_within"], edge)):
        colour = "green"
    else:
        colour = _worse_than_green(rule, better, figure, missed, edge, last_year)
    exceeded = colour == "green" and "exceeded_by" in rule and beyond >= _limit(rule["exceeded_by"], edge)
    return GREY if colour == "grey" else Verdict(colour, "exceeded" if exceeded else colour)


def beside(rule: dict[str, Any], better: str, other: Fraction, figure: Fraction) -> str:
    """The colour of a figure beside that of others, or beside its own average."""
    ahead = figure - other if better == "higher" else other - figure
    if rule.get("amber") == "none":
        return "green" if ahead >= 0 else "red"
    level = _limit(rule["level_within"], other) if "level_within" in rule else Fraction(0)
    return "green" if ahead > level else "red" if ahead < -level else "amber"


def average(years: list[tuple[Fraction, Fraction] | Fraction]) -> Fraction:
    """The average of earlier years: of their counts where each is a part of a whole, else of their figures."""
    if all(isinstance(year, tuple) for year in years):
        return 100 * sum(top for top, _ in years) / sum(bottom for _, bottom in years)  # type: ignore[misc]
    figures = [100 * year[0] / year[1] if isinstance(year, tuple) else year for year in years]
    return sum(figures, Fraction(0)) / len(figures)


def _worse_than_green(
    rule: dict[str, Any], better: str, figure: Fraction, missed: Fraction, edge: Fraction, last_year: Fraction | None
) -> str:
    if rule.get("amber") == "none" or (better == "on-target" and rule.keys() == {"green_within"}):
        return "red"
    if "amber_within" in rule:
        return "amber" if missed <= _limit(rule["amber_within"], edge) else "red"
    least = last_year if "amber_if" in rule else Fraction(rule["amber_from"]) if "amber_from" in rule else None
    if least is None:
        return "grey"
    return "amber" if (figure >= least if better == "higher" else figure <= least) else "red"


def _ends(wanted: Any) -> tuple[Fraction, Fraction, bool] | None:
    """The lowest and the highest figure wanted, and whether just as much is not enough; None where nobody knows."""
    if not isinstance(wanted, dict):
        return Fraction(wanted), Fraction(wanted), False
    if "from" in wanted:
        return Fraction(wanted["from"]), Fraction(wanted["to"]), False
    ((key, value),) = wanted.items()
    return None if value is None else (Fraction(value), Fraction(value), key in ("above", "below"))


def _distances(better: str, low: Fraction, high: Fraction, figure: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """How far a figure is on the bad side, how far beyond on the good one, and the end that limits are counted from."""
    under, over = max(low - figure, Fraction(0)), max(figure - high, Fraction(0))
    if better == "on-target":
        return max(under, over), Fraction(0), low if figure <= low else high
    return (under, over, low) if better == "higher" else (over, under, high)


def _limit(written: Any, of: Fraction) -> Fraction:
    """A distance in the unit of the measure: of two the lower or the higher."""
    if isinstance(written, dict):
        ((which, parts),) = written.items()
        return (min if which == "lower_of" else max)(_limit(part, of) for part in parts)
    number = Fraction(written.split("%")[0].split(" ")[0])
    return abs(of) * number / 100 if written.endswith("of target") else number
