"""Says the declared rule of a measure in one sentence that a member of a committee understands."""

from strategy_tracker.judging.measures.show_figures import show_amount
from strategy_tracker.model.measures.limit import limit_words
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import Label, phrase


def rule_words(measure: Measure) -> str:
    """Write `green where the target is met; amber where it is missed by no more than 5 points; red where by more`.

    Empty where nothing is declared that could give a colour.
    """
    if measure.better in (None, "none") or measure.unit == "narrative":
        return ""
    words = _beside_others(measure) if measure.compared_with or measure.rank_within else _by_target(measure)
    over = measure.exceeded_by
    return semicolons([words, phrase("rated-exceeded", limit=limit_words(over))]) if words and over else words


def _by_target(measure: Measure) -> str:
    if not measure.targets:
        return ""
    if measure.better == "on-target":
        return _on_plan(measure)
    if measure.band:
        return phrase("rated-by-band", band=limit_words(measure.band))
    inner = measure.green_within
    green = phrase("rated-met-or-near", limit=limit_words(inner)) if inner else phrase("rated-met")
    return semicolons([green, _amber_end(measure)])


def _amber_end(measure: Measure) -> Label:
    if measure.amber_within:
        return phrase("rated-amber-within", limit=limit_words(measure.amber_within))
    if measure.amber_if:
        return phrase("rated-amber-if")
    if measure.amber == "none":
        return phrase("rated-no-amber")
    if any(target.amber_from is not None for target in measure.targets.values()):
        return phrase("rated-own-floor")
    if measure.amber_from is not None:
        return phrase("rated-floor", floor=show_amount(measure.amber_from, measure.shown_in))
    return phrase("rated-without-amber")


def _on_plan(measure: Measure) -> str:
    inner, outer = measure.green_within, measure.amber_within
    green = phrase("rated-plan-within", limit=limit_words(inner)) if inner else phrase("rated-plan-exact")
    if inner and outer:
        return semicolons([green, phrase("rated-plan-amber", limit=limit_words(outer))])
    off = "rated-plan-red" if inner or measure.amber == "none" else "rated-plan-without"
    return semicolons([green, phrase(off)])


def _beside_others(measure: Measure) -> str:
    none = measure.amber == "none"
    if measure.rank_within:
        green, amber = measure.rank_within.green, measure.rank_within.amber
        rest = phrase("rated-place-red" if none else "rated-place-without")
        if amber:
            rest = phrase("rated-place-amber", limit=amber.words)
        return semicolons([phrase("rated-place", limit=green.words), rest])
    whose = phrase("average-of-its-own", over=f"{measure.over}") if measure.own_years else measure.compared_with or ""
    if measure.better == "on-target":
        return ""
    if none:
        return phrase("rated-others-without-amber", whose=whose)
    if measure.level_within:
        return phrase("rated-others-level", whose=whose, limit=limit_words(measure.level_within))
    return phrase("rated-others", whose=whose)
