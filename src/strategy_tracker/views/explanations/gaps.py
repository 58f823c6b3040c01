"""Why it matters what is not there."""

from strategy_tracker.views.explanations.entry import Explanation

GAPS = {
    "no-owner": Explanation(
        "What everybody answers for, nobody does. There is no one to ask when it goes silent.",
        "in a list of actions",
        "- id: safe-01\n  text: Train every school",
        "- id: safe-01\n  text: Train every school\n  owner: Head of Service",
    ),
    "undated-deliverable": Explanation(
        "Without a date it is never late, and so never asked about.",
        "in an action",
        "kind: deliverable",
        "kind: deliverable\ndue: 2026-03-27",
    ),
    "no-measures": Explanation(
        "The strategy can tell what was done, and not whether anything got better.",
        "in a strategy",
        "priorities:\n  - id: safe\n    title: Safe and nurtured",
        "priorities:\n  - id: safe\n    title: Safe and nurtured\n    measures: [dental-checks]",
    ),
    "no-governance": Explanation(
        "A strategy that nobody has to look at is soon looked at by nobody.",
        "in a strategy",
        "owner: Director",
        "owner: Director\ngovernance:\n  - {body: Corporate Parenting Board, every: 6 months}",
    ),
    "no-review-interval": Explanation(
        "Only a meeting that was to be held can be missed.",
        "in a strategy",
        "governance:\n  - body: Corporate Parenting Board",
        "governance:\n  - body: Corporate Parenting Board\n    every: 6 months",
    ),
    "no-period": Explanation(
        "Without an end nobody knows whether it is still in force, and old actions stay overdue for ever.",
        "in a strategy",
        "starts: 2025-04-01",
        "starts: 2025-04-01\nends: 2028-03-31",
    ),
    "empty-priority": Explanation(
        "A heading without an action is a wish. Perhaps the actions stand under another priority.",
        "in a strategy",
        "priorities:\n  - id: safe\n    title: Safe and nurtured",
        "priorities:\n  - id: safe\n    title: Safe and nurtured\n"
        "    actions:\n      - {id: safe-01, text: Train every school}",
    ),
    "never-read": Explanation(
        "It shows that something will be watched, and it is not. Either record a figure or say in 'note' why not.",
        "in a measure",
        "better: higher",
        "better: higher\nreadings: {2024/25: 84}",
    ),
    "no-direction": Explanation(
        "More calls to the helpline: good news or bad? Without an answer no arrow and no colour can be shown.",
        "in a measure",
        "readings: {2024/25: 84}",
        "better: higher\nreadings: {2024/25: 84}",
    ),
    "no-amber-boundary": Explanation(
        "A miss by one point and a miss by thirty would look alike; so a missed target gets no colour at all.",
        "in a measure",
        "better: higher\ntargets: {2024/25: 90}",
        "better: higher\ntargets: {2024/25: 90}\namber_within: 5 points",
    ),
    "unused-measure": Explanation(
        "Somebody collects this figure, and no strategy asks for it. The measure here is 'dental-checks'.",
        "in a priority",
        "aspirations: [Every child can smile]",
        "aspirations: [Every child can smile]\nmeasures: [dental-checks]",
    ),
    "same-text": Explanation(
        "The same thing would be counted, chased and reported twice, and perhaps answered in two ways.",
        "in a list of actions",
        "- {id: safe-01, text: Train every school}\n- {id: safe-02, text: Train every school}",
        "- {id: safe-01, text: Train every primary school}\n- {id: safe-02, text: Train every secondary school}",
    ),
}
