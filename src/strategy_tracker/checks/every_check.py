"""Lists the checks: what is asked of each kind of file after it could be read.

A check is a function of a record, the day and the settings that yields diagnostics with routes; it knows no file. Its
first sentence is what it asks for. What a code means stands in `texts/`, how severe it is in `diagnostics`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from strategy_tracker.checks import (
    answers,
    completion,
    dates,
    gaps,
    ids,
    severity_settings,
    updates,
    wording,
)
from strategy_tracker.checks.of_measures import (
    groups,
    judgements,
    measure_rules,
    others,
    outlook,
    parts,
    readings,
    target_rules,
    ways,
)
from strategy_tracker.checks.of_names import resolutions
from strategy_tracker.checks.of_people import privacy
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.settings import Settings

Check = Callable[[Any, date, Settings], Iterator[Diagnostic]]

CHECKS_FOR_ERRORS: dict[str, tuple[Check, ...]] = {
    "strategies": (
        ids.ids_are_unique,
        ids.references_exist,
        ids.levels_are_few,
        dates.strategy_dates_in_order,
        dates.moves_make_sense,
    ),
    "measures": (
        measure_rules.one_rule_is_declared,
        measure_rules.the_rule_is_complete,
        measure_rules.distances_have_the_unit,
        target_rules.targets_make_sense,
        ways.ways_make_sense,
        measure_rules.suspensions_make_sense,
        readings.no_period_stands_twice,
        groups.groups_are_declared,
        readings.targets_are_possible,
        readings.readings_make_sense,
        others.ranks_are_possible,
        outlook.forecasts_are_possible,
        outlook.limits_fit,
    ),
}
"""Those that find errors, without those of privacy: what the public may not read, the owner may."""

CHECKS_FOR_PRIVACY: dict[str, tuple[Check, ...]] = {
    "strategies": (privacy.nobody_can_be_recognised,),
    "measures": (
        privacy.nobody_can_be_recognised,
        privacy.small_numbers_are_suppressed,
        privacy.suppressed_figures_stay_hidden,
    ),
    "practice": (privacy.nobody_can_be_recognised,),
}
"""Those that look for what must not be read by others, where the settings ask for it."""

CHECKS: dict[str, tuple[Check, ...]] = {
    "strategies": (
        *CHECKS_FOR_ERRORS["strategies"],
        ids.texts_differ,
        dates.due_dates_make_sense,
        dates.every_move_is_on_record,
        dates.every_move_has_a_reason,
        dates.due_dates_do_not_crowd,
        dates.owners_are_not_crowded,
        updates.reds_have_a_note,
        updates.halts_have_a_reason,
        updates.closed_actions_have_no_colour,
        answers.no_change_is_clear,
        answers.the_same_is_asked_about,
        completion.acceptance_makes_sense,
        completion.completion_has_evidence,
        resolutions.nothing_is_answered_twice,
        resolutions.resolutions_lead_somewhere,
        resolutions.resolutions_are_in_order,
        resolutions.what_was_resolved_is_done_in_time,
        resolutions.approvals_have_a_minute,
        resolutions.what_is_reserved_has_an_approval,
        updates.nothing_happened_tomorrow,
        gaps.strategy_is_complete,
        gaps.actions_are_complete,
        *CHECKS_FOR_PRIVACY["strategies"],
    ),
    "measures": (
        *CHECKS_FOR_ERRORS["measures"],
        measure_rules.red_figures_have_a_note,
        measure_rules.withdrawals_have_a_reason,
        judgements.judgements_make_sense,
        measure_rules.defaults_agree,
        groups.groups_are_complete,
        parts.parts_add_up,
        ways.baselines_are_known,
        measure_rules.changes_make_sense,
        resolutions.what_is_reserved_of_measures,
        outlook.forecasts_were_made,
        outlook.red_forecasts_have_a_note,
        gaps.measures_are_complete,
        *CHECKS_FOR_PRIVACY["measures"],
    ),
    "practice": CHECKS_FOR_PRIVACY["practice"],
    "published": (),
    "imports": (),
    "settings": (severity_settings.codes_exist, wording.brackets_are_kept, wording.several_have_a_word),
    "comparators": (others.comparators_make_sense,),
}
"""Each kind of file with the checks made of it, in this order."""
