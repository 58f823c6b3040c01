"""Says the declared rule of a measure in one sentence that a member of a committee understands."""

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.model.measures.measure import Measure


def rule_words(measure: Measure) -> str:
    """Write `green where the target is met; amber where it is missed by no more than 5 points; red where by more`.

    Empty where nothing is declared that could give a colour.
    """
    if measure.better in (None, "none") or measure.unit == "narrative":
        return ""
    words = _beside_others(measure) if measure.compared_with or measure.rank_within else _by_target(measure)
    over = measure.exceeded_by
    return f"{words}; called exceeded where better by {over} or more" if words and over else words


def _by_target(measure: Measure) -> str:
    if not measure.targets:
        return ""
    if measure.better == "on-target":
        return _on_plan(measure)
    if measure.band:
        near = f"better than the target by more than {measure.band}"
        return f"green where {near}; amber where within that of it; red where worse by more"
    inner = measure.green_within
    green = f"green where the target is met{f', or missed by no more than {inner}' if inner else ''}"
    return f"{green}; {_amber_end(measure)}"


def _amber_end(measure: Measure) -> str:
    if measure.amber_within:
        return f"amber where it is missed by no more than {measure.amber_within}; red where by more"
    if measure.amber_if:
        return "amber where it is missed by more, but is no worse than the same period last year; red where it is worse"
    if measure.amber == "none":
        return "red otherwise; nothing is amber"
    if any(target.amber_from is not None for target in measure.targets.values()):
        return "amber where it is missed, but the floor declared with the target is met; red beyond that floor"
    if measure.amber_from is not None:
        floor = show_amount(measure.amber_from, measure.shown_in)
        return f"amber where it is missed, but the floor of {floor} is met; red beyond that floor"
    return "a missed target has no colour, for nothing is declared for amber"


def _on_plan(measure: Measure) -> str:
    inner, outer = measure.green_within, measure.amber_within
    green = f"green within {inner} of the target" if inner else "green exactly on the target"
    if inner and outer:
        return f"{green}; amber within {outer}; red further off"
    if inner or measure.amber == "none":
        return f"{green}; red further off; nothing is amber"
    return f"{green}; further off there is no colour, for no distance is declared"


def _beside_others(measure: Measure) -> str:
    none = measure.amber == "none"
    if measure.rank_within:
        green, amber = measure.rank_within.green, measure.rank_within.amber
        start = f"green where its place is no worse than the {green}"
        if amber:
            return f"{start}; amber where no worse than the {amber}; red where worse"
        return f"{start}; red where worse; nothing is amber" if none else f"{start}; worse than that it has no colour"
    years = f"the average of its own {measure.over} before" if measure.own_years else measure.compared_with
    if measure.better == "on-target":
        return ""
    if none:
        return f"green where no worse than {years}; red where worse; nothing is amber"
    level = f" by more than {measure.level_within}" if measure.level_within else ""
    return f"green where better than {years}{level}; amber where level with it; red where worse{level}"
