"""Every rule in a sentence, for somebody who has never seen it: its name, and what it means.

A report prints those it uses, by the names that `briefing/terms.py` gives them, with a hyphen for the colon.
"""

GLOSSARY = {
    "term-action-complete": "Complete (blue)",
    "means-action-complete": "The owner says that the action is finished.",
    "term-action-delivered": "Delivered (green)",
    "means-action-delivered": "The owner says it is done; it awaits sign-off.",
    "term-action-late": "Colour by date",
    "means-action-late":
        "An action whose date has passed is amber up to {limit} late, then red, whatever its owner says.",
    "term-action-on-time": "On time (green)",
    "means-action-on-time":
        "None of the action's dates has passed, and its owner has spoken within the review cadence and says nothing "
        "worse.",
    "term-action-progress": "Colour by progress",
    "means-action-progress":
        "The share complete is held against the share of the action's time that has gone, by the limits that the "
        "settings name.",
    "term-action-judgement": "Colour by judgement",
    "means-action-judgement": "The owner's own red, amber or green, where it is worse than the dates say.",
    "term-action-not-started": "Not started (grey)",
    "means-action-not-started": "Said not to have started, and none of its dates has passed.",
    "term-action-no-word": "Nobody has said (grey)",
    "means-action-no-word":
        "No date has passed and the last colour was no worse than green, but nothing was said within the review "
        "cadence.",
    "term-action-no-update": "Nobody has said: no update",
    "means-action-no-update": "Nobody has ever said how the action is going, and no date has passed.",
    "term-action-no-judgement": "Not rated: no judgement",
    "means-action-no-judgement":
        "In progress, or nobody said how far it is; its owner gave no colour, and no date can be held against it.",
    "term-action-paused": "Paused (grey)",
    "means-action-paused": "The owner says that work has stopped for now.",
    "term-action-stopped": "Stopped (grey)",
    "means-action-stopped": "The owner says that it will not be done.",
    "term-action-superseded": "Superseded (grey)",
    "means-action-superseded": "Something else is done in its place.",
    "term-action-strategy-ended": "Not rated: the strategy has ended",
    "means-action-strategy-ended": "After the end of a strategy nothing in it can be late.",
    "term-action-strategy-not-begun": "Not started: the strategy has not begun",
    "means-action-strategy-not-begun": "Before its start nothing in it can be late.",
    "term-action-disagreement": "Disagreement",
    "means-action-disagreement": "The owner's colour and the dates say two things. Neither is assumed to be wrong.",
    "term-action-old-judgement": "Old judgement",
    "means-action-old-judgement": "The owner's colour is older than one review cadence: kept, but marked.",
    "term-need-late": "Late",
    "means-need-late":
        "A date of the action has passed: when it is due or was to start, a milestone, or the day it was wanted "
        "again. Its owner has spoken since.",
    "term-need-waiting": "Waiting",
    "means-need-waiting":
        "A date of the action has passed, and nothing was said since. Whether it was met is not on record.",
    "term-clock-due-soon": "Due soon",
    "means-clock-due-soon": "The date has not passed, but is near.",
    "means-need-silent":
        "No date has passed, and nothing new was said for one review cadence. Silence is a fact about the record, not"
        " the work.",
    "term-need-very-silent": "Very silent",
    "means-need-very-silent": "No date has passed, and nothing new was said for two review cadences.",
    "means-clock-slipped": "The present due date is later than the original one, which stays on record.",
    "term-measure-rated": "Rated n of N",
    "means-measure-rated":
        "Colours are counted and never averaged. Every measure without a colour has a reason; 'rated n of N' says how"
        " many have one.",
    "term-measure-exceeded": "Exceeded (green)",
    "means-measure-exceeded":
        "Better than the target by at least the amount declared for it: a word above green, counted beside it.",
    "term-measure-judged": "Judged green, amber or red",
    "means-measure-judged":
        "Nothing is declared that could give the figure a colour, so the one that somebody gave it is shown, and "
        "counted apart.",
    "term-measure-disagreement": "Disagreement on a measure",
    "means-measure-disagreement":
        "Somebody's judgement and the declared rule give two colours. The computed one is shown; neither is assumed "
        "to be wrong.",
    "term-family-tolerance": "Tolerance",
    "means-family-tolerance":
        "Green: target met. Amber: missed by no more than the declared amount. Red: missed by more.",
    "term-family-share": "Tolerance as a share",
    "means-family-share": "Green: target met. Amber: missed by no more than the declared share of it. Red: by more.",
    "term-family-pair": "Two tolerances",
    "means-family-pair":
        "Green: target met, or missed by no more than the first amount declared. Amber: by no more than the second. "
        "Red: by more.",
    "term-family-green-or-red": "Green or red only",
    "means-family-green-or-red":
        "Green: target met, or missed by no more than what is declared as near enough. Red: anything else. Nothing is"
        " amber.",
    "term-family-floor": "Floor",
    "means-family-floor": "Green: target met. Amber: target missed, floor met. Red: floor missed.",
    "term-family-band": "Band",
    "means-family-band": "Green: better than the target by more than the band. Amber: within it. Red: worse by more.",
    "term-family-plan": "Plan is best",
    "means-family-plan": "Green: as near the target as declared. Amber: within a second distance. Red: further off.",
    "term-family-softened": "Softened by direction",
    "means-family-softened":
        "Green: target met or nearly. Amber: further off, but no worse than the same period last year. Red: worse.",
    "term-family-comparator": "Against a comparator",
    "means-family-comparator": "Green: better than the comparator. Amber: level with it. Red: worse.",
    "term-family-rank": "Place among others",
    "means-family-rank":
        "Green: a place no worse than the declared one. Amber: no worse than a second one. Red: worse.",
    "term-family-own-average": "Against its own average",
    "means-family-own-average":
        "Green: better than the average of the same period in its own earlier years. Amber: level with it. Red: "
        "worse. Shares are averaged by their counts where these are known.",
    "term-family": "Target met",
    "means-family": "A target that is met is green; no boundary between amber and red is needed for that.",
    "means-arrow-short":
        "Better or worse than the reading before it; up or down where nobody has said which way is better.",
    "means-arrow-long": "The same, against the same period one year earlier.",
    "means-arrow-trend": "The slope of a line through at least six readings; never a claim from two.",
    "term-forecast": "Forecast",
    "means-forecast":
        "What a period was expected to come out at, and on which day. Each is kept and held against what came.",
    "term-pace": "At this pace",
    "means-pace":
        "The straight line through all numbers of one kind of period, at least four, carried on from the latest. It "
        "is no colour.",
    "term-variation": "Variation and assurance",
    "means-variation":
        "By NHS England's Making Data Count, from at least twelve numbers: their mean, and 2.66 times the mean "
        "difference of neighbours on either side. H or L is a special cause, high or low; ~ is none; P passes its "
        "target, F fails it, ? is hit and miss.",
    "means-position": "Above, level with or below a benchmark. It is a place, not a colour.",
    "term-place": "Place and quartile",
    "means-place":
        "The first is the best. A place is in the first quartile where fewer than a quarter of all are ahead of it.",
    "term-grey-withdrawn": "Withdrawn",
    "means-grey-withdrawn":
        "The measure was given up on the day that is named. Its figures stay; it is neither rated nor late, and is "
        "not counted.",
    "term-grey-suspended": "Suspended",
    "means-grey-suspended":
        "The target does not count for a time, for the reason that is given. The figures stay, and have no colour "
        "meanwhile.",
    "term-late-reading": "Late reading",
    "means-late-reading": "The next reading was expected by now, with the time it takes to publish counted in.",
}  # fmt: skip
