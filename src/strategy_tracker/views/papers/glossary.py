"""Every rule in a sentence for somebody who has never seen it; a report prints those it uses."""

from collections.abc import Collection

from strategy_tracker.briefing.notes import REASONS

_COUNTED = (
    "Colours are counted and never averaged. Every measure without a colour has a reason; 'rated n of N' says how "
    "many have one."
)
_TERMS: dict[str, tuple[str, str]] = {
    "action:complete": ("Complete (blue)", "The owner says that the action is finished."),
    "action:delivered": ("Delivered (green)", "The owner says it is done; it awaits sign-off."),
    "action:late": (
        "Colour by date",
        "An action whose date has passed is amber up to {red_after} late, then red, whatever its owner says.",
    ),
    "action:on-time": ("On time (green)", "None of the action's dates has passed, and its owner says nothing worse."),
    "action:judgement": (
        "Colour by judgement",
        "The owner's own red, amber or green, where it is worse than the dates say.",
    ),
    "action:not-started": ("Not started (grey)", "Said not to have started, and none of its dates has passed."),
    "action:no-update": (
        "Not rated: no update",
        "Nobody has ever said how the action is going, and no date has passed.",
    ),
    "action:no-judgement": (
        "Not rated: no judgement",
        "In progress; its owner gave no colour, and no date can be held against it.",
    ),
    "action:paused": ("Paused (grey)", "The owner says that work has stopped for now."),
    "action:stopped": ("Stopped (grey)", "The owner says that it will not be done."),
    "action:superseded": ("Superseded (grey)", "Something else is done in its place."),
    "action:strategy-ended": (
        "Not rated: the strategy has ended",
        "After the end of a strategy nothing in it can be late.",
    ),
    "action:strategy-not-begun": (
        "Not started: the strategy has not begun",
        "Before its start nothing in it can be late.",
    ),
    "action:disagreement": (
        "Disagreement",
        "The owner's colour and the dates say two things. Neither is assumed to be wrong.",
    ),
    "action:old-judgement": ("Old judgement", "The owner's colour is older than one review cadence: kept, but marked."),
    "clock:overdue": (
        "Overdue",
        "The due date of the action, or of one of its milestones, has passed and it is not done.",
    ),
    "clock:late-start": ("Late to start", "The start date has passed, and the action is said not to have started."),
    "clock:due-soon": ("Due soon", "The date has not passed, but is near."),
    "clock:missed": ("Missed", "An action that recurs was not recorded as done within its interval."),
    "clock:stale": (
        "Silent (stale)",
        "Nothing new was said for one review cadence. Silence is a fact about the record, not the work.",
    ),
    "clock:very-stale": ("Silent (very stale)", "Nothing new was said for two review cadences."),
    "clock:slipped": ("Slipped", "The present due date is later than the original one, which stays on record."),
    "measure:rated": ("Rated n of N", _COUNTED),
    "family:tolerance": (
        "Tolerance",
        "Green: target met. Amber: missed by no more than the declared amount. Red: missed by more.",
    ),
    "family:share": (
        "Tolerance as a share",
        "Green: target met. Amber: missed by no more than the declared share of it. Red: by more.",
    ),
    "family:floor": ("Floor", "Green: target met. Amber: target missed, floor met. Red: floor missed."),
    "family:band": (
        "Band",
        "Green: better than the target by more than the band. Amber: within it. Red: worse by more.",
    ),
    "family:plan": (
        "Plan is best",
        "Green: as near the target as declared. Amber: within a second distance. Red: further off.",
    ),
    "family:softened": (
        "Softened by direction",
        "Green: target met or nearly. Amber: further off, but no worse than the same period last year. Red: worse.",
    ),
    "family:comparator": (
        "Against a comparator",
        "Green: better than the comparator. Amber: level with it. Red: worse.",
    ),
    "family:": ("Target met", "A target that is met is green; no boundary between amber and red is needed for that."),
    "arrow:short": (
        "Since the period before",
        "Better or worse than the reading before it; up or down where nobody has said which way is better.",
    ),
    "arrow:long": ("Since a year before", "The same, against the same period one year earlier."),
    "arrow:trend": ("Trend", "The slope of a line through at least six readings; never a claim from two."),
    "position": ("Beside others", "Above, level with or below a benchmark. It is a place, not a colour."),
    "late-reading": (
        "Late reading",
        "The next reading was expected by now, with the time it takes to publish counted in.",
    ),
}
"""What each rule means, by the name `terms_used` gives it."""


def terms(used: Collection[str], red_after: str) -> list[tuple[str, str]]:
    """Name and meaning of each rule in `used`, in the order of the list; reasons not to rate come last."""
    limit = red_after if red_after[0].isdigit() else f"one {red_after}"
    found = [(name, words.replace("{red_after}", limit)) for key, (name, words) in _TERMS.items() if key in used]
    grey = [(why, text) for why, text in REASONS.items() if f"grey:{why}" in used]
    return found + [(f"Not rated: {why.replace('-', ' ')}", f"{text[:1].upper()}{text[1:]}.") for why, text in grey]
